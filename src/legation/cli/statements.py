"""``legation statements``: who said what on pages, and files of it for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.sources import AsIs, AsJson, Failures, Published, Sources, readings

if TYPE_CHECKING:
    from legation.publish.statements import PageStatements
    from legation.records import Article, Page, Statement

Export = Annotated[
    Path | None,
    typer.Option(
        "--export", metavar="FILE", help="Write them to a file: .jsonl, .parquet, or .jsonld (Web Annotation)."
    ),
]


def statements(
    sources: Sources,
    published: Published = None,
    as_json: AsJson = False,
    as_is: AsIs = False,
    export: Export = None,
) -> None:
    """Find who said what: speaker or described source, cue, content, exact words, day of speaking.

    Exit code 1: a source was not read; the others were.
    """
    from legation.api import article_of, statements_of
    from legation.publish.statements import PageStatements, ending_of, line

    if export is not None:
        ending_of(export)

    def work(page: Page) -> tuple[Article, tuple[Statement, ...]]:
        article = article_of(page)
        return article, statements_of(article)

    failures = Failures()
    kept: list[PageStatements] = []
    for number, (page, (article, found)) in enumerate(
        readings(sources, work, failures, published=published, is_final=as_is, is_printed=True)
    ):
        known = PageStatements(page.id, article.url or page.source, article.text, found)
        if as_json:
            _print_line(line(known))
        elif export is None:
            _print_summary(article.title or page.source, found, is_first=number == 0)
        if export is not None:
            kept.append(known)
    if export is not None and kept:
        _write(kept, export)
    failures.exit()


def _print_line(words: bytes) -> None:
    import sys

    sys.stdout.buffer.write(words + b"\n")
    sys.stdout.buffer.flush()


def _write(pages: list[PageStatements], path: Path) -> None:
    from legation.cli.files import write_whole
    from legation.publish.statements import export

    write_whole(path, export(pages, path))
    typer.echo(f"wrote {path}", err=True)


def _print_summary(title: str, found: tuple[Statement, ...], *, is_first: bool) -> None:
    from rich.text import Text

    from legation.cli.terminal import console
    from legation.publish.words import source_of
    from legation.rules.publish import publish_words

    out = console()
    if not is_first:
        out.print()
    out.print(Text(title, style="bold"))
    if not found:
        out.print("no statement")
    for said in found:
        who = source_of(said, publish_words())
        if not any((said.speaker.name, said.speaker.office, said.speaker.country, said.speaker.organisation)):
            who = said.source_words or who
        head = Text.assemble((who, "bold"), f"  {said.force or said.kind}", (f"  [{said.start}:{said.end}]", "dim"))
        out.print(head)
        if said.content:
            out.print(Text(f"    “{said.content}”" if said.kind == "direct" else f"    {said.content}"))
        for word in said.register:
            out.print(Text(f"    “{word.words}”: {word.signals} ({word.source})", style="dim"))
