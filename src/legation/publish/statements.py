"""Statements for other programs: JSON lines, Parquet, and W3C Web Annotation JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from legation.errors import UsageError
from legation.records import Offsets, Speaker, Statement

FORMATS = {".jsonl": "JSON lines", ".ndjson": "JSON lines", ".parquet": "Parquet", ".jsonld": "Web Annotation JSON-LD"}
"""File endings and what is written to them."""

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TERMS = "urn:legation:terms:"


class PageStatements(NamedTuple):
    """The statements of one page: ``source`` is its address or what the caller named, ``text`` its final text."""

    id: str | None
    source: str
    text: str
    statements: tuple[Statement, ...]


def line(page: PageStatements) -> bytes:
    """``{"id", "statements": [...]}`` as one line of UTF-8 JSON, without a line end."""
    record = {"id": page.id, "statements": page.statements}
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        # A lone surrogate of a broken page must not break the line that reports it.
        words = json.dumps(msgspec.to_builtins(record), ensure_ascii=False, separators=(",", ":"))
        return words.encode("utf-8", "replace")


def ending_of(path: Path) -> str:
    """The ending of ``path`` that says what is written. Raises UsageError where it is none of ``FORMATS``."""
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise UsageError(f"{path}: statements are written to {', '.join(FORMATS)}: choose one of these endings")
    return ending


def export(pages: Iterable[PageStatements], path: Path) -> bytes:
    """What ``path`` is to hold, by its ending (``FORMATS``). Raises UsageError for another ending, or where Parquet is
    asked for and pyarrow is not installed."""
    ending = ending_of(path)
    if ending == ".parquet":
        return parquet(pages)
    if ending == ".jsonld":
        return msgspec.json.encode(web_annotations(pages)) + b"\n"
    return b"".join(line(page) + b"\n" for page in pages)


def rows(pages: Iterable[PageStatements]) -> Iterator[dict[str, Any]]:
    """One flat row a statement: offsets are into the page's text, spans are ``start-end`` joined by spaces."""
    for page in pages:
        for number, said in enumerate(page.statements):
            yield {
                "page": page.id or page.source,
                "number": number,
                "start": said.start,
                "end": said.end,
                "kind": said.kind,
                "speaker_name": said.speaker.name,
                "speaker_office": said.speaker.office,
                "speaker_country": said.speaker.country,
                "speaker_organisation": said.speaker.organisation,
                "anonymous": said.anonymous,
                "described_as": said.described_as,
                "cue": said.cue,
                "force": said.force,
                "does": " ".join(said.does),
                "negated": said.negated,
                "modality": said.modality,
                "content": said.content,
                "audience": said.audience,
                "occasion": said.occasion,
                "said_on_earliest": said.said_on.earliest if said.said_on else None,
                "said_on_latest": said.said_on.latest if said.said_on else None,
                "said_on_words": said.said_on.words if said.said_on else None,
                "source_spans": _spans(said.source),
                "cue_spans": _spans(said.cue_spans),
                "content_spans": _spans(said.content_spans),
                "quotes": _spans(said.quotes),
                "register": "; ".join(f"{r.words}: {r.signals} ({r.source})" for r in said.register),
            }


def _spans(spans: tuple[Offsets, ...]) -> str:
    return " ".join(f"{s.start}-{s.end}" for s in spans)


def parquet(pages: Iterable[PageStatements]) -> bytes:
    """The rows as one Parquet file. Raises UsageError where pyarrow is not installed."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet as writer
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: install 'legation[tables]', or write to a .jsonl file") from error
    text, number, day = arrow.string(), arrow.int64(), arrow.date32()
    types = {"number": number, "start": number, "end": number, "anonymous": arrow.bool_(), "negated": arrow.bool_()}
    types |= {"said_on_earliest": day, "said_on_latest": day}
    schema = arrow.schema([(name, types.get(name, text)) for name in COLUMNS])
    sink = arrow.BufferOutputStream()
    writer.write_table(arrow.Table.from_pylist(list(rows(pages)), schema=schema), sink)
    return bytes(sink.getvalue())


COLUMNS: tuple[str, ...] = (
    "page", "number", "start", "end", "kind", "speaker_name", "speaker_office", "speaker_country",
    "speaker_organisation", "anonymous", "described_as", "cue", "force", "does", "negated", "modality", "content",
    "audience", "occasion", "said_on_earliest", "said_on_latest", "said_on_words", "source_spans", "cue_spans",
    "content_spans", "quotes", "register",
)  # fmt: skip
"""The columns of the flat table, in their order."""


def web_annotations(pages: Iterable[PageStatements]) -> dict[str, Any]:
    """One AnnotationCollection: each statement is an Annotation whose target is its content, selected by position and
    by its exact words; the body says who asserts it and how. See https://www.w3.org/TR/annotation-model/."""
    items = [_annotation(page, number, said) for page in pages for number, said in enumerate(page.statements)]
    return {
        "@context": [ANNOTATION_CONTEXT, {"legation": TERMS}],
        "type": "AnnotationPage",
        "items": items,
    }


def _annotation(page: PageStatements, number: int, said: Statement) -> dict[str, Any]:
    spans = said.content_spans or (Offsets(said.start, said.end),)
    return {
        "id": f"urn:legation:statement:{page.id or page.source}:{number}",
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "legation:Statement",
            "legation:speaker": _speaker(said.speaker),
            "legation:anonymous": said.anonymous,
            "legation:describedAs": said.described_as,
            "legation:cue": said.cue,
            "legation:force": said.force,
            "legation:does": list(said.does),
            "legation:kind": said.kind,
            "legation:content": said.content,
        },
        "target": [{"source": page.source, "selector": _selectors(page.text, span)} for span in spans],
    }


def _speaker(speaker: Speaker) -> dict[str, str]:
    named = msgspec.to_builtins(speaker)
    return {f"legation:{key}": value for key, value in named.items() if value is not None}


def _selectors(text: str, span: Offsets) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[span.start : span.end],
            "prefix": text[max(0, span.start - 32) : span.start],
            "suffix": text[span.end : span.end + 32],
        },
    ]
