"""What readers of news pages list as said, and what they do not: (text, contents)."""

from __future__ import annotations

import pytest

from legation import statements

SAID = "Oslo is ready, Minister Ole Berg said on Monday."

TABLE: list[tuple[str, list[str]]] = [
    # headings of other pages
    (
        f"{SAID}\n\nRead more:\n\nLund explains why aid is on the table\n\nNorway asks court to end case",
        ["Oslo is ready"],
    ),
    (f"{SAID}\n\nRelated Articles\n\nKim to sue ex-minister over book, says lawyer", ["Oslo is ready"]),
    (f"{SAID}\n\nLatest News\nChile rejects accusations at UN\nLund promises more jobs", ["Oslo is ready"]),
    (f"Read more:\n\nNorway asks court to end case\n\n{SAID}", ["Oslo is ready"]),
    # headings about a thing, and about who speaks
    ("Berg's day in Luxembourg: honours, a palace and a coffee\n\nThe prime minister arrived on Monday.", []),
    ("The week in Oslo: strikes, snow and a royal guest\n\nThe king arrived on Monday.", []),
    ("Lund in Mexico: what time she arrives, whom she sees\n\nThe minister arrives on Monday.", []),
    (
        "Berg: no question of putting off the trip\n\nThe minister arrives on Monday.",
        ["no question of putting off the trip"],
    ),
    # what is asked for and done
    ("Last week the court decided that the case is to be handed over to Angola, as Luanda had asked.", []),
    ("The meeting was moved to June, as the Chilean side had requested.", []),
    ("The visit is off, as Berg announced on Monday.", ["The visit is off"]),
    # anybody, guesses of the narrator, steps in court
    ("Here one thinks that the war never ended.", []),
    ("Berlin seems to have accepted that the plan is dead.", []),
    ("Berg pleaded not guilty to fraud.", []),
    ("Berg pleaded with the voters to stay calm.", ["to stay calm"]),
    ("Word started going round on social media that Gen Moyo would be received in Kigali.", []),
    (
        "That the two had been denied entry was confirmed on Wednesday by the Russian Embassy in Oslo.",
        ["the two had been denied entry"],
    ),
    # questions left open; whether something is so is not confirmed
    ("The spokeswoman did not say when the visit would take place.", []),
    ("The sources could not tell what lies behind the delay, but they insisted that ties are good.", ["ties are good"]),
    ("The minister did not say whether he would resign.", ["whether he would resign"]),
    # topics and courtesies
    ("The ministers also spoke about reform of the EU.", []),
    ("He asked the guest to pass his greetings on to the President of Kenya.", []),
    ("The Georgian minister expressed gratitude for the hospitality.", []),
    # where a content begins and ends
    ("According to Kveld, an Oslo daily, the minister will resign.", ["the minister will resign"]),
    (
        "The visit has been put back again, the newspaper El Mundo reports, quoting a spokesman.",
        ["The visit has been put back again"],
    ),
    ("The Elysée calls it the first visit since the war ended.", ["it the first visit since the war ended"]),
    (
        "The road will be built, the chairman of the provincial People's Committee, Tran Van Minh, has said.",
        ["The road will be built"],
    ),
    (
        'Lund said at the meeting that Oslo "has kept every word," adding that Bergen should do the same.',
        ['Oslo "has kept every word,"', "Bergen should do the same"],
    ),
    (
        "The reason the Russian authorities gave, the statement said, was that Norway had joined in the measures.",
        ["The reason the Russian authorities gave was that Norway had joined in the measures"],
    ),
    ("In Berg's words, the road is long.", ["the road is long"]),
]


@pytest.mark.parametrize(("text", "contents"), TABLE, ids=[t[:60] for t, _ in TABLE])
def test_forms(text: str, contents: list[str]) -> None:
    assert [s.content.removeprefix("That ") for s in statements(text)] == contents
