"""Words that make somebody come along with another: "together with X", "alongside X", "accompanied by X"."""

from __future__ import annotations

from legation.records import Token
from legation.resolve.people.cast import CastBuilder


def leads_companion(builder: CastBuilder, link: Token) -> bool:
    """Whether who stands behind a preposition comes along with another; not where "with" or "by" stands for itself."""
    doc, along = builder.annotation, builder.offices.words.scenes.along
    if link.lower in along:
        return True
    marks = {child.lower for child in doc.children(link.i, "advmod", "prep", "acl", "advcl")}
    marks |= {doc.tokens[link.head].lower, doc.tokens[link.i - 1].lower}
    return link.lower in ("with", "by") and bool(marks & along)
