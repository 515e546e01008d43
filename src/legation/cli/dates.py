"""``legation dates``: the temporal expressions of pages and the days they can mean."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from legation.cli.sources import AsIs, AsJson, Failures, Published, Sources, readings

Parse = Annotated[
    bool, typer.Option("--parse", help="Read tense from a full parse, not from the words alone: slower, surer.")
]
TimeMl = Annotated[bool, typer.Option("--timeml", help="Write each page as a TimeML document.")]


def dates(
    sources: Sources,
    published: Published = None,
    as_json: AsJson = False,
    as_is: AsIs = False,
    parse: Parse = False,
    timeml: TimeMl = False,
) -> None:
    """Find temporal expressions and the days they can mean, counted from the day of publication.

    What cannot be resolved is said too, with the reason. Exit code 1: a source was not read; the others were.
    """
    from legation.api import article_of

    failures = Failures()
    articles = readings(sources, article_of, failures, published=published, is_final=as_is, is_printed=True)
    for number, (page, article) in enumerate(articles):
        if timeml:
            _print_timeml(article, parse=parse)
        elif as_json:
            _print_json(page.id, article, parse=parse)
        else:
            _print_summary(page.source, article, parse=parse, is_first=number == 0)
    failures.exit()


def _print_json(name: str | None, article: Any, *, parse: bool) -> None:
    import json
    import sys

    from legation.api import read_dates

    line = json.dumps({"id": name, "dates": read_dates(article, parse=parse)}, ensure_ascii=False)
    # A lone surrogate of a broken page must not break the line that reports it.
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def _print_timeml(article: Any, *, parse: bool) -> None:
    import sys

    from legation.api import dates_of
    from legation.publish.timeml import timeml

    whens = dates_of(article, parse=parse)
    name = article.id or article.url or "article"
    text = timeml(article.text, whens, published=article.published, name=name, title=article.title)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _print_summary(source: str, article: Any, *, parse: bool, is_first: bool) -> None:
    from rich.markup import escape
    from rich.table import Table

    from legation.api import dates_of
    from legation.cli.terminal import console

    out = console()
    if not is_first:
        out.print()
    day = article.published.isoformat() if article.published else "day of publication unknown"
    out.print(f"[bold]{escape(article.title or source)}[/bold] ({day})")
    whens = dates_of(article, parse=parse)
    if not whens:
        out.print("no temporal expression")
        return
    rows = Table("words", "days", "value", "how", box=None, pad_edge=False, header_style="dim")
    for when in whens:
        rows.add_row(
            escape(" ".join((when.words or "").split())),
            _days(when),
            escape(" ".join(filter(None, (when.value, when.mod)))),
            escape(when.convention or when.reason or ""),
        )
    out.print(rows)


def _days(when: Any) -> str:
    if when.convention == "no-date-set":
        return "no date set"
    if when.earliest is None:
        return "[dim]-[/dim]" if when.type in ("DURATION", "SET") else "[yellow]open[/yellow]"
    if when.earliest == when.latest:
        return str(when.earliest)
    return f"{when.earliest} to {when.latest}"
