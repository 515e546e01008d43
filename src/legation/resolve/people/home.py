"""The home country of a page, for offices that it names without a country ("the Foreign Ministry spokesman")."""

from __future__ import annotations

from legation.records import Actor
from legation.resolve.people.cast import CastBuilder

DATELINE = 60
"""Characters into a page within which a place before a dash is its dateline."""
DASHES = ("-", "–", "—", "--", "(", ":")


def resolve_home(builder: CastBuilder, home: str | None) -> None:
    """Give offices of state without any country the home country, where the page has exactly one candidate for it."""
    bare = [n for n, a in enumerate(builder.actors) if _is_bare(builder, n, a)]
    if home is None:
        candidates = _known_homes(builder) or _dateline(builder)
        home = next(iter(candidates)) if len(candidates) == 1 else None
    builder.home = home
    if home is not None:
        for actor in bare:
            builder.change(actor, country=home)


def _is_bare(builder: CastBuilder, number: int, actor: Actor) -> bool:
    if actor.kind not in ("person", "office") or actor.country or actor.organisation or actor.is_former:
        return False
    if actor.office_class not in builder.offices.of_a_state:
        return False
    return all(builder.people[n].owner is None for n in builder.mentions_of(number))


def _known_homes(builder: CastBuilder) -> set[str]:
    """The countries of those whom the page calls "President X" without a country, and the who's who knows."""
    homes = set()
    for number, actor in enumerate(builder.actors):
        mentions = [builder.people[n] for n in builder.mentions_of(number)]
        is_unsaid = not any(m.country for m in mentions) and any(m.office and not m.is_former for m in mentions)
        if actor.known_from and actor.country and is_unsaid and builder.offices.rank(actor.office_class) <= 3:
            homes.add(actor.country)
    return homes


def _dateline(builder: CastBuilder) -> set[str]:
    """The country of a place that opens the page and stands before a dash: "TEHRAN -"."""
    tokens = builder.annotation.tokens[:12]
    words: list[str] = []
    for token in tokens:
        if token.start > DATELINE:
            break
        if token.text in DASHES:
            readings = [r for k in range(len(words)) for r in builder.world.readings(" ".join(words[: k + 1]).title())]
            return {r.country for r in readings if r.country}
        if token.text not in (",", "."):
            words.append(token.text)
    return set()
