"""One engagement told of twice or more is one: (passage, "kind host days" of all that it tells)."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

ROWS = [
    (
        "Cambodian premier Hun Sen agreed to meet Thailand's Abhisit Vejjajiva. The meeting will take place in New York on May 24.",
        ["meeting US 2025-05-24"],
    ),
    (
        "Norway and Mali will hold talks on fish. The talks are to be held in Geneva on March 20.",
        ["talks CH 2025-03-20"],
    ),
    (
        "A summit of the leaders of Kenya and Uganda is planned. The summit will be held in Kigali on May 3.",
        ["summit RW 2025-05-03"],
    ),
    (
        "The US-ASEAN summit will be held in New York on May 24. The summit, which will see ten regional heads sit down for "
        "talks with US President Barack Obama, is the second of its kind.",
        ["summit US 2025-05-24"],
    ),
    (
        "The Gulf Cooperation Council will hold its annual summit in Kuwait on May 4. The GCC leaders will meet in Kuwait City.",
        ["summit KW 2025-05-04"],
    ),
    (
        "Laos will host the ASEAN foreign ministers' meeting on July 4. The ASEAN ministers will also discuss trade at their "
        "Vientiane meeting.",
        ["meeting LA 2025-07-04"],
    ),
    (
        "EU foreign ministers will meet in Brussels on Monday. EU leaders will meet in Brussels on Thursday for a summit.",
        ["meeting BE 2025-03-17", "summit BE 2025-03-13"],
    ),
    (
        "Chile's foreign minister met his Argentine counterpart in Santiago on Tuesday. At the meeting, Minister Alberto van "
        "Klaveren told Minister Diana Mondino that pipelines would be ready.",
        ["meeting CL 2025-03-11"],
    ),
    (
        "South Korean President Lee Jae-myung and Japanese Prime Minister Sanae Takaichi held a summit in Nara on Tuesday. At "
        "the summit talks, the two leaders agreed to restore shuttle diplomacy.",
        ["summit JP 2025-03-11"],
    ),
    (
        "Indian Prime Minister Narendra Modi will meet Chinese President Xi Jinping during the BRICS summit.",
        ["meeting None None"],
    ),
    (
        "The SADC summit set for Thursday in Maputo was postponed. Botswana, South Africa, Zimbabwe and Mozambique were expected to "
        "attend a summit of the bloc.",
        ["summit MZ None"],
    ),
    (
        "The ECOWAS summit opens in Abuja on May 4. The leaders of Ghana, Togo and Benin are expected to attend the summit.",
        ["summit NG 2025-05-04"],
    ),
    (
        "The ECOWAS summit opens in Abuja on Sunday. Presidents of Ghana and Togo will meet in Accra on Friday.",
        ["summit NG 2025-03-16", "meeting GH 2025-03-14"],
    ),
    (
        "CARICOM Summit postponed. Meetings of the CARICOM heads in Grenada are put off.",
        ["summit GD None"],
    ),
    (
        "The prime ministers of Japan and Australia, as well as the president of Ukraine, also missed scheduled bilateral "
        "discussions.",
        [],
    ),
    (
        "The foreign ministers of Kenya, Uganda and Rwanda held trilateral talks in Kigali on Monday.",
        ["talks RW 2025-03-10"],
    ),
]


@pytest.mark.parametrize(("passage", "expected"), ROWS)
def test_told_once(passage: str, expected: list[str]) -> None:
    found = read_text(passage, published=date(2025, 3, 12), is_final=True).engagements
    assert [f"{e.kind} {e.host_country} {e.when.earliest}" for e in found if not e.background] == expected
