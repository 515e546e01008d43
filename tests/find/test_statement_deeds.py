"""What is listed as a statement and what is a deed, a topic or a rule that things go by: (text, contents found)."""

from __future__ import annotations

import pytest

from legation.find.statements import find_statements
from legation.parse import default_parser
from legation.records import Article, Block
from legation.rules.speech import speech_rules

TABLE: list[tuple[str, list[str]]] = [
    # who is received, and what is welcomed
    ("Minister Berg welcomed the delegation at the airport.", []),
    ("The delegation was welcomed by Minister Berg.", []),
    ("Minister Berg welcomed the decision to hold talks.", ["the decision to hold talks"]),
    # the participle has the words
    ("Anna Berg praised Norway, saying it is a reliable partner.", ["it is a reliable partner"]),
    ("Anna Berg praised Norway.", ["Norway"]),
    ("Berg defended the visit, stressing that it was planned.", ["that it was planned"]),
    # participles with a mere topic, and with a position
    ("Reiterating the old ties, Berg called for more trade.", ["more trade"]),
    ("Berg left early, reiterating his support for the talks.", ["his support for the talks"]),
    ("Berg gave no price, pointing to commercial secrecy.", []),
    # topics, and asides about who somebody is
    ("Berg outlined the plan and noted the old ties.", []),
    ("Berg reiterated her support for the plan.", ["her support for the plan"]),
    ("The vote was won by opponents, who blame the minister for the delay.", []),
    # courtesies, blows, own wishes, and what somebody was told or promised
    ("Minister Berg thanked her hosts for the warm welcome.", []),
    ("Minister Berg thanked her hosts, saying they had been kind.", ["they had been kind"]),
    ("Anna Berg attacked the town.", []),
    ("Anna Berg attacked the minister for the delay.", ["the minister for the delay"]),
    ("The king asked to see Anna Berg in May.", []),
    ("Anna Berg was told of the plan and was promised more aid.", []),
    ("Drivers are advised that roads will be closed.", []),
    ("The minister will underline that Norway sees Mexico as a partner.", []),
    ("The plan announced last year by Anna Berg is dead.", []),
    ("The visit, the first since March, affirms the importance that Oslo attaches to its ties.", []),
    # what is handed on, asked about, and nobody's word
    ("The minister conveyed the greetings of the king.", []),
    ("Anna Berg asked about the stock of medicines.", []),
    ("It is said among diplomats that nobody forgets his first posting.", []),
    # what would be answered and is not told, what stands accused, what seems
    ("Anna Berg told the house what stopped the king from coming.", []),
    ("Anna Berg said what mattered was peace.", ["what mattered was peace"]),
    ("Jonas Lund stands accused of taking bribes.", []),
    ("The note appears to rule out a visit.", []),
    ("Anna Berg appeared to rule out a visit.", ["a visit"]),
    # what is told in the past beside what is reported
    ("Anna Berg said talks would resume, while the rebels left the town.", ["talks would resume"]),
    ("Anna Berg said talks would resume in May, as police cleared the square.", ["talks would resume in May"]),
    ("Anna Berg said talks would resume in May, according to the Oslo Courier.", ["talks would resume in May"]),
    ("As Anna Berg told the press, talks would resume.", ["talks would resume"]),
    ("Anna Berg took the view that talks would resume.", ["that talks would resume"]),
    # attributions between commas
    (
        "Though the change was smooth, he said, the next one would be much harder.",
        ["Though the change was smooth … the next one would be much harder"],
    ),
    (
        "The talks, Minister Berg told reporters in Oslo, were constructive and would go on.",
        ["The talks … were constructive and would go on"],
    ),
    ("On Tuesday, Berg said, talks will resume.", ["talks will resume"]),
    ("She voiced her delight at the growth of trade.", ["her delight at the growth of trade"]),
    # whose the second verb is
    (
        "Kang said the two leaders reviewed the outcome of the work and agreed to make further efforts.",
        ["the two leaders reviewed the outcome of the work and agreed to make further efforts"],
    ),
    (
        "Berg said the talks failed and warned that others would follow.",
        ["the talks failed", "that others would follow"],
    ),
    (
        "Teo said he has visited Oslo nearly ten times, but this was his first as speaker.",
        ["he has visited Oslo nearly ten times, but this was his first as speaker"],
    ),
    ("The ambassador was of the view that the road would help.", ["that the road would help"]),
    ("Berg ruled out a meeting with the rebels if they took the town.", ["a meeting with the rebels"]),
    # where a content ends: how it was told, and what the narrator adds behind a mark
    ("The office of Minister Berg confirmed the visit via a media statement.", ["the visit"]),
    (
        'The ministry said the trip "is not planned," following an announcement by Minister Berg.',
        ['the trip "is not planned,"'],
    ),
    # nobody's fears, and what an outlet has learnt
    ("The summit began amid predictions that it would fail.", []),
    ("The Oslo Courier has learned that talks will resume.", ["that talks will resume"]),
    ("Berg has learned that talks will resume.", []),
    # one person's finding is what was seen
    ("He found that many rooms were empty.", []),
    ("The audit found that many rooms were empty.", ["that many rooms were empty"]),
    ("Anna Berg found herself answering questions about whether the talks had failed.", []),
    # refusing to do something, and refusing to speak
    ("The court declined to release Berg.", []),
    ("The parties are refusing to lower their demands.", []),
    ("The court declined to comment.", [""]),
    ("Norway did not respond to the offer of help.", []),
    ("Norway did not respond to a request for comment.", [""]),
    # what things go by
    ("According to the itinerary, Berg will call on the king.", []),
    ("According to the ministry, Berg will call on the king.", ["Berg will call on the king"]),
    # nobody's words
    ("The bank owns a paper considered close to Minister Berg.", []),
    ('"We are ready," the source reportedly said.', ['"We are ready,"']),
    ("Asked by the paper who would go, Anna Berg said she did not know.", ["she did not know"]),
    # another's words taken up
    ("Berg commented on Minister Lund's statement that either of them could go.", ["that either of them could go"]),
    # quoted words inside what another one says
    (
        'Norway said it had put off the meeting because some ministers had expressed "difficulties" in coming.',
        ['it had put off the meeting because some ministers had expressed "difficulties" in coming'],
    ),
    # a clause that stands around its cue, and a cue far from its end
    ("Berg starts a tour, which he says will strengthen the ties.", ["will strengthen the ties"]),
    (
        "The president will visit Oslo in May, Undersecretary for Foreign Affairs Anna Berg announced at an event "
        "attended by the press.",
        ["The president will visit Oslo in May"],
    ),
    # where contents begin and end
    (
        "Lund’s visit has been delayed for reasons at home, and it is unlikely that his first trip will take place before "
        "June, according to his top aide.",
        [
            "Lund’s visit has been delayed for reasons at home, and it is unlikely that his first trip will take place "
            "before June"
        ],
    ),
    (
        "Lund denounced Norway for cutting the guards of the delegation, with his place to be taken by his deputy.",
        ["Norway for cutting the guards of the delegation"],
    ),
    (
        "The statement said in putting off the visit, the president had shown regret over the weather.",
        ["in putting off the visit, the president had shown regret over the weather"],
    ),
    ("Lund confirmed his attendance at the climate talks.", ["his attendance at the climate talks"]),
    ("Lund confirmed the visit at a news conference.", ["the visit"]),
    (
        "On the visit, Lund said that, formally speaking, the work is being done for the trip in May.",
        ["that, formally speaking, the work is being done for the trip in May"],
    ),
    (
        "Lund came out of the talks in Oslo on Monday to say that the board had won the day.",
        ["that the board had won the day"],
    ),
    (
        "Norway will raise the matter of the ships, Foreign Minister Jonas Lund informed earlier.",
        ["Norway will raise the matter of the ships"],
    ),
    ("Berg told parliament the deal was dead, a day after talks failed.", ["the deal was dead"]),
    ("Berg said the deal was dead, in remarks that angered Sweden.", ["the deal was dead"]),
    ("Berg said the deal was dead, prompting Sweden to recall its envoy.", ["the deal was dead"]),
    (
        "Berg said the visit, which was put off in May, would go ahead in June.",
        ["the visit, which was put off in May, would go ahead in June"],
    ),
    # a sentence that only says who told the one before
    (
        "The two leaders discussed the summit by telephone. Press service of the president reports.",
        ["The two leaders discussed the summit by telephone"],
    ),
    ("The fair will open in May. The ministry reported on Monday.", ["The fair will open in May"]),
    ("Berg left. The court ruled.", []),
    # a spokesman answers for all that he tells
    (
        "According to spokesperson Anna Berg, Lund thanked his host for the welcome.",
        ["Lund thanked his host for the welcome"],
    ),
    (
        "Berg said talks would resume in the autumn, oslonews.com reported.",
        ["talks would resume in the autumn"],
    ),
]


@pytest.mark.parametrize(("text", "contents"), TABLE, ids=[t[:50] for t, _ in TABLE])
def test_what_is_a_statement(text: str, contents: list[str]) -> None:
    annotation = default_parser().annotate(Article(text=text, blocks=(Block(0, len(text)),)))
    found = find_statements(annotation, speech_rules())
    assert [" … ".join(s.words(text) for s in m.content_spans) for m in found] == contents
