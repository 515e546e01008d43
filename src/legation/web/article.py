"""One page's text with everything that rests on it highlighted, each stretch leading to what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from legation.publish._spans import Highlight, Piece, paragraphs
from legation.records import Claim, StoredPage, StoredStatement
from legation.web.desk import Desk
from legation.web.present import Card, Presenter, speaker_words
from legation.web.site import Shown


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text and what rests on it; ``number`` names it in the text and in the margin."""

    number: int
    kind: str
    start: int
    end: int
    says: tuple[str, ...]
    speaker: str
    entry: Card | None


def article(desk: Desk, presenter: Presenter, page: StoredPage) -> Shown:
    claims = desk.store.page_claims(page.id)
    entries = [e for name in page.entries if (e := desk.store.entry(name, today=desk.today()))]
    cards = {e.id: presenter.card(e) for e in entries}
    of_report = {m.report: e.id for e in entries for m in desk.store.matches(e.id)}
    statements = desk.store.statements(page=page.id)
    findings = _findings(presenter, claims, statements, {r: cards[e] for r, e in of_report.items()})
    return Shown(
        "article.html",
        {
            "page": page,
            "said_on": presenter.day(page.said_on),
            "original": page.url if page.url and page.url.startswith(("http://", "https://")) else None,
            "paragraphs": _paragraphs(page.text, findings),
            "findings": findings,
            "cards": list(cards.values()),
        },
    )


def _findings(
    presenter: Presenter,
    claims: Sequence[Claim],
    statements: Iterable[StoredStatement],
    cards: dict[str, Card],
) -> list[Finding]:
    """Claims on the same stretch of one engagement are one finding; every statement is one."""
    grouped: dict[tuple[int, int, str], list[Claim]] = {}
    for claim in claims:
        grouped.setdefault((claim.start, claim.end, claim.report), []).append(claim)
    found = [
        Finding(
            number=0,
            kind="e",
            start=start,
            end=end,
            says=tuple(dict.fromkeys(_says(presenter, claim) for claim in own)),
            speaker=speaker_words(own[0].speaker, own[0].described_as, own[0].anonymous, presenter.locale),
            entry=cards.get(report),
        )
        for (start, end, report), own in grouped.items()
    ]
    found += [
        Finding(
            number=0,
            kind="s",
            start=s.start,
            end=s.end,
            says=(f"{s.kind} statement",),
            speaker=speaker_words(s.speaker, s.described_as, s.anonymous, presenter.locale) or "a source not named",
            entry=None,
        )
        for s in statements
    ]
    found.sort(key=lambda f: (f.start, -f.end, f.kind))
    return [msgspec.structs.replace(f, number=i + 1) for i, f in enumerate(found)]


def _says(presenter: Presenter, claim: Claim) -> str:
    label = presenter.words.fields.get(claim.field, claim.field)
    return f"{label}: {presenter.value(claim)}" + (" (looking back)" if claim.is_past else "")


def _paragraphs(text: str, findings: Sequence[Finding]) -> tuple[tuple[Piece, ...], ...]:
    highlights = [
        Highlight(
            start=f.start,
            end=f.end,
            kind=f.kind,
            finding=f"finding-{f.number}",
            tag=str(f.number),
            label=f"{'; '.join(f.says)}",
            id=f"words-{f.number}",
        )
        for f in findings
        if 0 <= f.start < f.end <= len(text)
    ]
    return paragraphs(text, highlights)
