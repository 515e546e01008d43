"""Resolved temporal expressions as TimeML with TIMEX3 elements, the format that the field's scorers read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from legation.records import When

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)


def timexes(whens: Iterable[When]) -> Iterator[When]:
    """The expressions that TimeML knows, in text order: a range gives its two ends, and "no date has been set", which
    is no TIMEX3, gives nothing."""
    for when in whens:
        if when.parts:
            yield from timexes(when.parts)
        elif when.value is not None and when.start is not None and when.end is not None:
            yield when


def timeml(
    text: str, whens: Iterable[When], *, published: date | None = None, name: str = "article", title: str | None = None
) -> str:
    """``text`` as a TimeML document with a TIMEX3 element around each expression, in the layout of TempEval-3.

    The document creation time stands as ``t0``; where it is unknown its value is empty. The text between the tags,
    unescaped, is ``text`` itself without the characters that XML 1.0 cannot hold.
    """
    day = published.isoformat() if published else ""
    pieces = [_HEAD, f"<DOCID>{escape(name)}</DOCID>\n"]
    pieces.append(
        f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'
    )
    if title:
        pieces.append(f"<TITLE>{_clean(title)}</TITLE>\n")
    pieces.append("<TEXT>")
    at = 0
    for number, when in enumerate(timexes(whens), start=1):
        start, end = when.start or 0, when.end or 0
        if start < at:
            continue
        pieces.append(_clean(text[at:start]))
        mod = f" mod={quoteattr(when.mod)}" if when.mod else ""
        pieces.append(f'<TIMEX3 tid="t{number}" type="{when.type}" value={quoteattr(when.value or "")}{mod}>')
        pieces.append(_clean(text[start:end]) + "</TIMEX3>")
        at = end
    pieces.append(_clean(text[at:]) + "</TEXT>\n</TimeML>\n")
    return "".join(pieces)


def _clean(text: str) -> str:
    """Escaped, without the control characters and lone surrogates that XML 1.0 forbids."""
    return escape(_FORBIDDEN.sub("", text))
