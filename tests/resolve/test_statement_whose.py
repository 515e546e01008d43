"""Whose words they are: (text, name or body or description of each statement's speaker)."""

from __future__ import annotations

import pytest

import legation

PAGES: list[tuple[str, list[str | None]]] = [
    # a surname that is also an office
    (
        "Julia Bishop, the Australian foreign minister, and Foreign Minister Wilson Petrie of New Zealand will meet.\n\n"
        "Bishop said no two countries were closer.",
        ["Julia Bishop"],
    ),
    # whoever goes on, though he names somebody whom the page knows better
    (
        "Prime Minister Ole Berg of Norway plans a visit.\n\n“There is no truth in it,” Abdel Abbas, a party member, told the paper.\n\n"
        "“Riga cannot be visited by Berg,” he said.\n\n“Nobody is asking for it,” he said.",
        ["Abdel Abbas", "Abdel Abbas", "Abdel Abbas"],
    ),
    # "she" is no man
    (
        "When U.S. Vice President Mike Pence visits Iceland, the leader of the island will not be there: she has announced that she "
        "will go to Sweden.",
        ["leader of the island"],
    ),
    # who is cited
    ("“It defies the pact,” Yonhap cited KCNA as reporting.", ["KCNA"]),
    # a paper by what it is
    ("Last week Informer, a Belgrade daily near to Berg, wrote that the envoy is busy.", ["Informer"]),
    # initials
    (
        "“The visit follows a tradition,” the Ministry of External Affairs (MEA) of India said.\n\n"
        "The two talked in detail, the MEA statement said.",
        ["Ministry of External Affairs", "Ministry of External Affairs"],
    ),
    # a message that has been told of
    ("A message went out before the show. “We regret that it is off,” it read.", ["A message"]),
]


@pytest.mark.parametrize(("text", "speakers"), PAGES, ids=[p[0][:30] for p in PAGES])
def test_whose_words_they_are(text: str, speakers: list[str | None]) -> None:
    found = [
        s.speaker.name or s.speaker.organisation or s.described_as or s.speaker.office
        for s in legation.statements(text)
    ]
    assert found == speakers
