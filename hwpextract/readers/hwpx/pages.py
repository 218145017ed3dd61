"""Layout of the paragraphs of a section, for the estimate of pages: `lineseg` of the body and of the cells of its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hwpextract.readers.hwpx.objects import number
from hwpextract.readers.pages import Laid, resets
from hwpextract.readers.xml import lenient_parser

if TYPE_CHECKING:
    from lxml.etree import _Element

    from hwpextract.limits import Budget


def layout(part: bytes, budget: Budget) -> list[Laid]:
    """Layout of the paragraphs of a section, in the order of their locators; none for a part that cannot be parsed."""
    from lxml import etree

    parser = lenient_parser()
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        return []
    return [_laid(paragraph, budget) for paragraph in root.iterchildren("{*}p")] if root is not None else []


def _laid(paragraph: _Element, budget: Budget) -> Laid:
    budget.spend("max_records")
    budget.tick()
    columns = [number(each.get("colCount", "")) for each in _below(paragraph, "run", "ctrl", "colPr")]
    return Laid(
        tuple(_places(paragraph)),
        new_page=paragraph.get("pageBreak") == "1",
        new_column=paragraph.get("columnBreak") == "1",
        columns=columns[-1] if columns else 0,
        inside=sum(map(_splits, _below(paragraph, "run", "tbl"))),
    )


def _splits(table: _Element) -> int:
    """How many pages the cells of a table go on to."""
    rows: dict[str, int] = defaultdict(int)
    for order, row in enumerate(table.iterchildren("{*}tr")):
        for cell in row.iterchildren("{*}tc"):
            place = next((each.get("rowAddr", "") for each in cell.iterchildren("{*}cellAddr")), str(order))
            lines = [place for paragraph in _below(cell, "subList", "p") for place in _places(paragraph)]
            rows[place] = max(rows[place], resets(lines))
    return sum(rows.values())


def _places(paragraph: _Element) -> list[int]:
    """Vertical places of the lines of a paragraph."""
    return [_integer(line.get("vertpos", "")) for line in _below(paragraph, "linesegarray", "lineseg")]


def _integer(value: str) -> int:
    return -number(value[1:]) if value.startswith("-") else number(value)


def _below(element: _Element, *path: str) -> Iterator[_Element]:
    """Descendants by the local names of their path."""
    name, *rest = path
    for child in element.iterchildren("{*}" + name):
        yield from _below(child, *rest) if rest else (child,)
