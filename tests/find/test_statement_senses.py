"""Verbs of saying in another sense, thoughts, and acts that are done by saying so: (text, contents found)."""

from __future__ import annotations

import pytest

from legation.find.statements import find_statements
from legation.parse import default_parser
from legation.records import Article, Block
from legation.rules.speech import speech_rules

TABLE: list[tuple[str, list[str]]] = [
    # a visit, and a demand
    ("President Lund called on the King at the palace to brief him about the talks.", []),
    ("The ambassador called on Foreign Minister Berg on Monday to discuss trade.", []),
    ("The envoy called on the president to present his credentials.", []),
    ("Per Lund on Friday called upon Governor Tveit to seek his blessing.", []),
    ("President Lund called on the rebels to lay down their arms.", ["the rebels to lay down their arms"]),
    ("She called upon the government to release the sailors.", ["the government to release the sailors"]),
    # names, and other senses
    ("The islets that Oslo calls Lundholm and claims as its own lie far north.", []),
    ("Pilots, cabin staff and ground crew called in sick in support of the strike.", []),
    ("Lund, who ruled the country for thirty years, was seen at the border.", []),
    ("The court ruled that the vote was void.", ["that the vote was void"]),
    ("The two sides have agreed to de-escalate their dispute.", []),
    ("If you live abroad, please note that you could face a fine.", []),
    ("Those who said they would not vote were few.", []),
    # acts of state
    ("The province declared independence in 2008.", []),
    ("Kosovo's independence was recognised by more than 100 countries.", []),
    ("The governor declared a state of disaster on Monday.", []),
    ("Berg recognised the need for talks.", ["the need for talks"]),
    ('The broadcaster has been declared an "undesirable organization" by the government.', []),
    # hopes and moods, and what is said of them
    ("Analysts hope the meeting could lead to a breakthrough.", []),
    ("Oslo is hoping to lay the groundwork for a summit by the summer.", []),
    ("Lund said he hopes the visit will go ahead.", ["he hopes the visit will go ahead"]),
    ("The envoys resumed talks in May, raising hopes that they could find common ground.", []),
    ("Ministers are to discuss Norway's long-pending proposal to buy ten ships from Sweden.", []),
    ("Berg repeated her pledge to visit Oslo in May.", ["her pledge to visit Oslo in May"]),
    # a word or two in marks about what somebody is for or against
    ("Schulz previously opposed a “grand coalition” with the rival party.", []),
    ("Berg backs a “no-fly zone” over the coast.", []),
    ('Her post is what they refer to as a failed "border czar."', []),
    # nobody's words
    ("It had been reported that Lund was due in Oslo in May.", []),
    ("It has been said that the visit was a mistake.", []),
    ("It was reported by the Courier that the visit was off.", ["that the visit was off"]),
    # whose page it is
    ("(Source: Aswat News, The Courier, Chamber of Commerce)", []),
    ("Source: Talks with Oslo are off", ["Talks with Oslo are off"]),
    # nobody speaks
    ("Merchants held a demonstration calling for peace.", []),
    ("A rally calling for reform was broken up by police.", []),
    ("The ministry issued a statement calling for a ceasefire.", ["a ceasefire"]),
    ("Berg to meet Lund 'at another time' after he leaves the summit.", []),
]


@pytest.mark.parametrize(("text", "contents"), TABLE, ids=[t[:50] for t, _ in TABLE])
def test_senses(text: str, contents: list[str]) -> None:
    annotation = default_parser().annotate(Article(text=text, blocks=(Block(0, len(text)),)))
    found = find_statements(annotation, speech_rules())
    assert [" … ".join(s.words(text) for s in m.content_spans) for m in found] == contents
