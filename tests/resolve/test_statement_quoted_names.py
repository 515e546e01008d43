"""Speakers whom a quotation, a page of theirs or the next statement names: (text, what the content begins with, words for the
speaker)."""

from __future__ import annotations

import pytest

import legation

PREMIER = (
    "The Premier of the state, Lena Berg, was there.\n\n“Since 1938, when it was opened by Premier William Lund, the hospital has"
    " been good,” the Premier said.\n\nThe Premier said it would be rebuilt."
)
POST = (
    "Photographs were put up yesterday on the Facebook page of the Office of the Prime Minister.\n\nAccording to the post, the"
    " minister's talk opened the session."
)
ENVOY = (
    "Talks were not put off, said a spokeswoman for the UN envoy today.\n\n“That has not been confirmed,” said Yara Sharif."
)
ARENA = "Oslo Arena was shut. “We are closed until May,” the venue tweeted. “Come back then,” it said."
UN = (
    "Ada Novak, a spokeswoman for UN envoy Ole Holm, said the delegations would come.\n\nSetting out the calendar, the UN"
    " official said that the talks begin on Wednesday."
)
REMARKS = (
    "Kremlin spokesman Dmitry Peskov said the talks were over.\n\nEarlier the service had released Naryshkin's remarks, in which"
    " he said others were preparing for war."
)
PAPER = (
    "President Rui Gusmao arrived, Lund news agency reports.\n\nSworn in on 19 May, Gusmao promised to stand up for the islands,"
    " says Lund."
)

TABLE: list[tuple[str, str, str]] = [
    (PREMIER, "Since 1938", "Lena Berg"),
    (PREMIER, "it would", "Lena Berg"),
    (POST, "the minister's talk", "Office of the Prime Minister"),
    (ENVOY, "Talks were", "Yara Sharif"),
    (
        "A spokesman for the ministry said on Monday the road was shut. “I could not get to my shop,” said Jonas Lund, a baker.",
        "the road",
        "spokesman",
    ),
    (ARENA, "We are", "Oslo Arena"),
    (ARENA, "Come back", "Oslo Arena"),
    (UN, "the talks begin", "Ada Novak"),
    (REMARKS, "others were", "Naryshkin"),
    (PAPER, "to stand", "Gusmao"),
    (
        "Justice Lena Berg put off the trial. According to Berg's ruling, there can be no hearing until May.",
        "there can",
        "Lena Berg",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker"), TABLE, ids=[f"{c} {s}" for _, c, s in TABLE])
def test_named(text: str, content: str, speaker: str) -> None:
    said = next(s for s in legation.statements(text) if s.content.startswith(content))
    who = said.speaker
    assert speaker in " ".join(filter(None, (who.name, who.organisation, who.office, said.described_as)))
