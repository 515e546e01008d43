"""Which lines of a page are furniture: share bars, pointers to other pages, comment forms, cookie notices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from legation.read.layout import ends_sentence
from legation.rules.furniture import FurnitureRules

LONGEST_LINE = 800
"""Characters; a longer line is prose and is never furniture."""

SHORTEST_PARAGRAPH = 60
"""Characters; with a stop at its end, such a line shows that the article has begun."""

_EDGES = " \t\u00a0.!?:;…*_–—-|>»→▶►\"'“”"
_BULLETS = " \t\u00a0•*·|-–"
_TOKEN = re.compile(r"[\w+-]+|[^\w\s]")


class Head(msgspec.Struct, frozen=True):
    """What the lines above an article say about it; ``body`` is the number of the first line that is its own."""

    body: int = 0
    title: str | None = None
    section: str | None = None
    published: date | None = None


def is_furniture(line: str, rules: FurnitureRules) -> bool:
    """True where the whole line is furniture wherever it stands."""
    if len(line) > LONGEST_LINE:
        return False
    folded = line.casefold().strip()
    if not any(c.isalnum() for c in folded) or folded.strip(_EDGES) in rules.phrases or folded in rules.phrases:
        return True
    if _is_share_bar(folded, rules):
        return True
    return any(pattern.fullmatch(folded) for pattern in rules.line_patterns)


def is_paragraph(line: str) -> bool:
    """True where a line is plainly prose: long enough, and with a stop at its end."""
    return len(line) >= SHORTEST_PARAGRAPH and ends_sentence(line)


def cut(lines: Sequence[str], rules: FurnitureRules) -> int:
    """How many of the lines belong to the article: the rest follows a comment form or a list of other articles."""
    total = sum(map(len, lines))
    above = 0
    begun = False
    for i, line in enumerate(lines):
        if begun and len(line) <= 60:
            phrase = line.casefold().strip(_EDGES)
            if phrase in rules.cut_always or (phrase in rules.cut_after_body and above >= total - above):
                return i
            if any(pattern.fullmatch(phrase) for pattern in rules.cut_patterns):
                return i
        above += len(line)
        begun = begun or is_paragraph(line)
    return len(lines)


def without_furniture(lines: Sequence[str], rules: FurnitureRules) -> list[int]:
    """The numbers of the lines that are the article's, in order."""
    return [i for i in range(cut(lines, rules)) if not is_furniture(lines[i], rules)]


def read_head(lines: Sequence[str], rules: FurnitureRules, *, title: str | None = None) -> Head:
    """Title, section and day out of the lines above the first paragraph.

    A headline that stands twice (once perhaps behind a breadcrumb) is the title; so is ``title`` where a line repeats
    it; else the first line, where it has a headline's form. A day is taken only from a line that is nothing but a day.
    """
    prose = next((i for i, line in enumerate(lines) if is_paragraph(line)), None)
    if prose is None:
        return Head(title=title)
    above = lines[:prose]
    found, section = title, None
    repeated = _repeated(above, rules)
    if found is None and repeated:
        found = repeated
    if found is None:
        found = next((line for line in above if _is_headline(line, rules)), None)
    days: list[tuple[int, date]] = []
    headline = 0
    body = 0
    for i, line in enumerate(above):
        crumbs = _crumbs(line, found, rules)
        if crumbs is not None:
            section = section or crumbs or None
            body = i + 1
        elif found is not None and _same(line, found):
            headline = body = i + 1
        elif (day := stated_day(line, rules)) is not None:
            days.append((i, day))
            body = i + 1
        elif is_byline(line, rules) or is_furniture(line, rules) or (line.casefold() in rules.sections and body == i):
            section = section or (line if line.casefold() in rules.sections else None)
            body = i + 1
    # Above the headline some sites show today's day; below it stands the article's own.
    below = [day for i, day in days if i >= headline]
    published = next(iter(below or [day for _, day in days]), None)
    return Head(body, found, section, published)


def is_byline(line: str, rules: FurnitureRules) -> bool:
    """True for a line that only says who wrote the article or when it was put up."""
    if len(line) > 160 or line.endswith((".”", '."', "?", "!")):
        return False
    return any(pattern.fullmatch(line.strip(_BULLETS)) for pattern in rules.byline_patterns)


def stated_day(line: str, rules: FurnitureRules) -> date | None:
    """The day that a line consists of, or None."""
    if len(line) > 120:
        return None
    for pattern in rules.date_patterns:
        match = pattern.fullmatch(line.strip(_BULLETS))
        if match:
            return _day(match, rules)
    return None


def leading_stamp(text: str, rules: FurnitureRules) -> tuple[int, date | None]:
    """How many characters a stamp before the first words takes, and the day it gives."""
    for pattern in rules.leading_stamps:
        match = pattern.match(text)
        if match:
            return match.end(), _day(match, rules)
    return 0, None


def _day(match: re.Match[str], rules: FurnitureRules) -> date | None:
    found = match.groupdict()
    if found["day"] is None:
        return None
    month = int(found["number"]) if found.get("number") else rules.month_number(found["month"])
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def _is_share_bar(folded: str, rules: FurnitureRules) -> bool:
    tokens = _TOKEN.findall(folded)
    words = [t for t in tokens if t not in rules.share_glue and not t.isdigit() and t[0].isalnum()]
    return bool(words) and len(tokens) <= 30 and all(word in rules.share_words for word in words)


def _is_headline(line: str, rules: FurnitureRules) -> bool:
    words = line.split()
    if not 3 <= len(words) <= 30 or len(line) > 220 or line.rstrip("\"'”’")[-1:] in (".", ":", ";", ","):
        return False
    if is_byline(line, rules) or is_furniture(line, rules) or stated_day(line, rules):
        return False
    first = line[0]
    return (first.isupper() or first.isdigit() or first in "\"'“‘«") and _crumbs(line, None, rules) is None


def _repeated(lines: Sequence[str], rules: FurnitureRules) -> str | None:
    """The headline that a later line says again, or that a line ends with behind its breadcrumb."""
    for i, line in enumerate(lines):
        if len(line.split()) < 3 or is_byline(line, rules) or stated_day(line, rules):
            continue
        for j, other in enumerate(lines):
            if i != j and _same(other, line):
                return min(line, other, key=len)
            if i != j and _crumbs(other, line, rules):
                return line
    return None


def _same(line: str, title: str) -> bool:
    """True where ``line`` is the title, perhaps with the site's name behind or cut off with an ellipsis."""
    a, b = _plain(line), _plain(title)
    if a == b:
        return True
    if len(b.split()) >= 4 and a.startswith(b) and line[len(title) :].lstrip()[:1] in ("|", "-", "–", "—", "•", ":"):
        return True
    if len(a.split()) >= 4 and b.startswith(a) and title[len(line) :].lstrip()[:1] in ("|", "-", "–", "—", "•"):
        return True
    shortened = a.rstrip("….").rstrip()
    return line.rstrip().endswith(("…", "...")) and len(shortened) > 20 and b.startswith(shortened)


def _crumbs(line: str, title: str | None, rules: FurnitureRules) -> str | None:
    """The section in a breadcrumb ("" where it names none), or None where the line is no breadcrumb.

    ``title`` may close the breadcrumb; without separators only the names of known sections are understood.
    """
    if len(line) > 400:
        return None
    rest = line
    if title is not None and len(line) > len(title) and _plain(line).endswith(_plain(title)):
        rest = line[: len(line) - len(title)].rstrip()
    parts = [part.strip() for part in rules.crumb_separators.split(rest) if part.strip()]
    if not parts:
        return None
    first = parts[0].casefold()
    if first in rules.crumb_roots:
        named = [p for p in parts[1:] if len(p.split()) <= 4]
        return named[-1] if named else ""
    root = next((r for r in sorted(rules.crumb_roots, key=len, reverse=True) if first.startswith(r + " ")), None)
    if root is None:
        if rest is not line and all(p.casefold() in rules.sections for p in parts):
            return parts[-1]
        return None
    return _known_sections(parts[0][len(root) :].split(), rules)


def _known_sections(words: list[str], rules: FurnitureRules) -> str | None:
    """The last of the sections that ``words`` consist of; None where a word belongs to none."""
    section = ""
    while words:
        for n in range(min(3, len(words)), 0, -1):
            name = " ".join(words[:n])
            if name.casefold() in rules.sections:
                section, words = name, words[n:]
                break
        else:
            return None
    return section


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
