"""What of a text is parsed in part first and then in full is what is parsed in full at once."""

from __future__ import annotations

from msgspec.structs import replace

from crawl_pages import DIPLOMATIC, OTHER
from legation.parse import SpacyParser
from legation.read import article
from legation.records import Page

PAGE = article(
    Page(source="t", text="\n\n".join([OTHER, DIPLOMATIC, "He can't say so.\nThe U.S. can.", OTHER]), is_final=True)
)


def test_what_was_outlined_is_annotated_as_if_it_never_were(parser: SpacyParser) -> None:
    parser.outline(PAGE)
    parser.annotate(replace(PAGE, text="Another text.", blocks=()))
    wanted = parser.annotate(PAGE)
    parser.annotate(replace(PAGE, text="Another text.", blocks=()))
    first = parser.outline(replace(PAGE, blocks=PAGE.blocks[1:3]))
    assert first.entities == ()
    part = parser.annotate(replace(PAGE, blocks=PAGE.blocks[:2]))
    assert parser.annotate(PAGE) == wanted
    ends = PAGE.blocks[1].end
    assert [t for t in wanted.tokens if t.end <= ends] == list(part.tokens)
    assert {"NORP", "GPE", "PERSON"} & {entity.label for entity in wanted.entities}
