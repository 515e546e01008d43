"""Who is called by what an office makes of its holder, or by what a body is: (text, last speaker). The whole table of such
words is made by ``benchmarks/grids/speakers.py``."""

from __future__ import annotations

import pytest

import legation

AYDIN = "Turkish Foreign Minister Kemal Aydin met his Greek counterpart Nikos Pappas in Oslo on Monday. "
LOPES = "UN Secretary-General Maria Lopes landed in Tunis on Monday.\n\n"
FARMER = "Sigrid Lien, a farmer from Bergen, has two cows. Her farm lies by the sea.\n\n"

TABLE: list[tuple[str, str | None]] = [
    # of two ministers the one whose state is told
    (AYDIN + "The Greek diplomat said trade would grow.", "Nikos Pappas"),
    (AYDIN + "“Trade will grow,” the Turkish diplomat said.", "Kemal Aydin"),
    # what somebody without an office is not called, though the page names her last
    ("Finance Minister Arjun Rao flew to Oslo.\n\n" + FARMER + "The minister said trade would grow.", "Arjun Rao"),
    ("US Senator Ann Moore flew to Taipei.\n\n" + FARMER + "“Trade will grow,” the lawmaker said.", "Ann Moore"),
    (
        "President Daniel Otieno flew to Oslo.\n\n" + FARMER + "The head of state said trade would grow.",
        "Daniel Otieno",
    ),
    (
        "Former Finnish president Ole Niemi spoke in Geneva.\n\n"
        + FARMER
        + "The former head of state said trade grows.",
        "Ole Niemi",
    ),
    # heads of bodies, by the body's name and by what it is called
    (LOPES + "The UN chief said trade would grow.", "Maria Lopes"),
    (LOPES + "“Trade will grow,” the world body's chief said.", "Maria Lopes"),
    (LOPES + "According to the top UN official, trade would grow.", "Maria Lopes"),
    # words of more than one, and words of other tongues
    ("Deputy Foreign Minister Jonas Lund flew to Rome. The deputy FM said trade would grow.", "Jonas Lund"),
    ("Indian Defence Minister Arjun Rao opened a show. The Raksha Mantri said trade would grow.", "Arjun Rao"),
    # an age, before a verb that the parser hangs elsewhere
    ("Minister Jonas Lund, 57, flew to Rome. The 57-year-old told reporters that trade would grow.", "Jonas Lund"),
    # bodies between states, missions and papers by what they are
    ("The African Union met on Monday.\n\n" + FARMER + "The bloc said trade would grow.", "AU"),
    ("The African Union met on Monday. The continental body said trade would grow.", "AU"),
    ("The Oslo Courier published a long report on Monday. The paper said trade would grow.", "Oslo Courier"),
    ("The Oslo Courier reported on Monday that the visit had begun. The report said trade would grow.", "Oslo Courier"),
    # a paper by what the page calls it, and the statement of whoever has just spoken
    ("He read the Mainichi, a Tokyo newspaper. The daily said Lund would fly in May.", "Mainichi"),
    (
        "The Fisheries Ministry of Norway put the talks off.\n\nIt said: “We regret it.” The statement went on: “We do.”",
        "Fisheries Ministry",
    ),
    # whom the sentence before is about, though the cast does not know him or another is named in it
    (
        "Minister Anna Berg said it was late. Ole Lund used his time before Speaker Per Vik had the votes counted.\n\n"
        "“I am for it,” he told the house.",
        "Ole Lund",
    ),
    # no plural is "he", one name is enough after a form of address, and an agency without a name goes on
    (
        "Sources said Minister Ole Lund would travel in May.\n\nOn Saturday, he told a colleague that peace was needed.",
        "Ole Lund",
    ),
    (
        "Foreign Minister Sheikh Ahmad Nasser Lund sent a letter. In it, Sheikh Ahmad said all was well.",
        "Ahmad Nasser Lund",
    ),
    # who answers is whoever was told, and who had only this to say is the subject
    (
        "President Daniel Otieno met Minister Kemal Aydin. Otieno told Aydin that trade would grow. He replied that it was late.",
        "Kemal Aydin",
    ),
    (
        "Ole Lund, spokesman of the Foreign Office, had only this to say: “The two sides are in contact about a date.”",
        "Ole Lund",
    ),
    ("According to the minister of trade, Ole Lund, talks would go on.", "Ole Lund"),
    # the same source is whoever has just spoken, and the paper is the one that was called a daily
    (
        "The two met on Monday, the Fisheries Ministry of Norway said.\n\nThey spoke of trade, said the same source.",
        "Fisheries Ministry",
    ),
    ("The trip is off, and the daily Lund writes that it was late. The paper adds that Berg is ill.", "Lund"),
    # a quotation without a cue after a sentence about one person
    (
        "Minister Jonas Lund flew to Rome. The minister was asked about the harvest. “Trade will grow in May.”",
        "Jonas Lund",
    ),
    ("Minister Jonas Lund was upbeat about the harvest.\n\n“Trade will grow in May. We are glad.”", "Jonas Lund"),
    ("Minister Jonas Lund flew to Rome. Trade will grow in the coming year, as the minister put it.", "Jonas Lund"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t[-50:] for t, _ in TABLE])
def test_who_is_called_so(text: str, expected: str | None) -> None:
    last = legation.statements(text)[-1].speaker
    assert (last.name or last.organisation) == expected


def test_the_unnamed_is_taken_up() -> None:
    text = (
        "A senior Turkish official said the visit had begun.\n\n" + FARMER + "The same official said trade would grow."
    )
    last = legation.statements(text)[-1]
    assert last.anonymous
    assert last.described_as == "A senior Turkish official"


@pytest.mark.parametrize("words", ["The two diplomats", "The ministers", "The two", "They"])
def test_several_are_taken_up(words: str) -> None:
    last = legation.statements(AYDIN + f"{words} said trade would grow.")[-1]
    assert [s.name for s in last.joint] == ["Kemal Aydin", "Nikos Pappas"]


def test_whose_office_it_is() -> None:
    found = legation.statements(
        "Israel's Prime Minister Ole Lund stayed.\n\nHis office said it was late. The statement went on: “It is.”"
    )
    assert [s.speaker.country for s in found] == ["IL", "IL"]
