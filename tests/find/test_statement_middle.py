"""Attributions in the middle with the verb first, what goes on behind them, means of telling and words that nobody has said:
(text, [(words of the speaker, content)])."""

from __future__ import annotations

import pytest

import legation

TABLE: list[tuple[str, list[tuple[str, str]]]] = [
    # the verb first, between commas
    (
        "The trip, said the source, will be made next week, and Novak will see the king.",
        [("the source", "The trip will be made next week, and Novak will see the king")],
    ),
    ("The road, says the governor, has been closed since May.", [("the governor", "The road has been closed since May")]),
    (
        "On the second day, said the ministry, both presidents opened a school.",
        [("the ministry", "both presidents opened a school")],
    ),
    ("Such a step, warned the union, would lead to a strike.", [("the union", "Such a step would lead to a strike")]),
    ("Novak, said to be ill, will not travel.", []),
    # a second clause in the present is told as well, the narrator's past is not
    (
        "Talks are at a standstill, Novak added, and nobody has found a way out.",
        [("Novak", "Talks are at a standstill nobody has found a way out")],
    ),
    (
        "The summit needs careful preparation, he explained, but the mood stays calm.",
        [("he", "The summit needs careful preparation the mood stays calm")],
    ),
    ("The offer is on the table, Berg said, and then he boarded his plane.", [("Berg", "The offer is on the table")]),
    (
        "The budget was passed on Monday, the ministry said, but the opposition had left the hall before the vote.",
        [("the ministry", "The budget was passed on Monday")],
    ),
    # what only points ahead
    (
        "It is very rare, Radio Lund reports, for the bank to delay a payment.",
        [("Radio Lund", "It is very rare for the bank to delay a payment")],
    ),
    (
        "It is likely, the paper wrote, that the king will stay away.",
        [("the paper", "It is likely that the king will stay away")],
    ),
    # by what it is told
    (
        "An official of the union confirmed by phone to the Herald that the strike was over.",
        [("An official of the union", "the strike was over")],
    ),
    ("The news was confirmed by phone by the mayor.", [("the mayor", "The news")]),
    ("The visit was confirmed by letter on Monday.", []),
    ("On both sides it was stressed that their aims are the same.", [("both sides", "their aims are the same")]),
    # to whom
    (
        "Senator Jon Berg told ABC News Pacific Beat that the venture heads the agenda.",
        [("Senator Jon Berg", "the venture heads the agenda")],
    ),
    (
        "On Tuesday the president appealed to rival leaders to come together.",
        [("the president", "rival leaders to come together")],
    ),
    ("Minister Berg appealed to voters.", []),
    # objections
    ("The union objected that to wait would cost lives.", [("The union", "to wait would cost lives")]),
    # a second noun phrase without a comma
    (
        "According to the Prosecutor's Office the remaining accused had a hand in the acts of the former officials.",
        [("the Prosecutor's Office", "the remaining accused had a hand in the acts of the former officials")],
    ),
    # what nobody has said
    ("The court will meet to consider which evidence it is going to admit.", []),
    ("The minister is going to announce that the road is shut.", []),
    ("The wait is over: the bridge is going to open in May.", []),
    ("The minister left without saying if he would resign.", []),
    ("They talked about how the islands work together, and about what came out of the summit.", []),
    ("The suspension was ordered on Friday by Justice Louis Berg.", []),
    ("President Lena Berg began the “national dialogue” in the palace.", []),
    ('Lena Berg has "no plan" for talks at the summit.', []),
    # titles of programmes
    (
        'Minister Lena Berg came. On the channel\'s evening programme, "Late Hour", she called it "a farce".',
        [("she", 'it "a farce"')],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t[:60] for t, _ in TABLE])
def test_middle(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(s.source_words or "", s.content) for s in legation.statements(text)]
    assert [(source, content) for source, content in found] == expected
