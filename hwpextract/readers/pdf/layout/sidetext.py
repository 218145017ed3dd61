"""Headers, footers and page numbers: lines that stand at the same place on most pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from hwpextract.document import SideKind
from hwpextract.readers.pdf.layout.lines import Line, lines_of, pieces_of
from hwpextract.readers.pdf.layout.page_layout import PageLayout

_EDGE = 0.1
"""Share of the page at its top and at its foot where running text stands."""
_MOST_PAGES = 0.6
_PAGE_NUMBER = re.compile(r"\s*(?:[-–—<\[(]?\s*\d{1,4}\s*[-–—>\])]?|\d{1,4}\s*/\s*\d{1,4}|-\s*[ivxlIVXL]+\s*-)\s*")
_DIGITS = re.compile(r"\d+")


def take_side_text(layouts: Sequence[PageLayout]) -> list[tuple[SideKind, int, Line]]:
    """Remove running text from the bodies of the pages; gives kind, page number and line of each."""
    counts = Counter(key for layout in layouts for key in {_key(layout, line) for line in _edge_lines(layout)})
    need = max(2, _MOST_PAGES * len(layouts))
    taken: list[tuple[SideKind, int, Line]] = []
    for layout in layouts:
        side = set()
        for line in _edge_lines(layout):
            kind = _kind(layout, line, repeated=counts[_key(layout, line)] >= need)
            if kind is not None:
                side.add(id(line))
                taken.append((kind, layout.number, line))
        if side:
            for body in layout.bodies:
                body.lines = [line for line in body.lines if id(line) not in side]
    return taken


def artifacts_of(layouts: Sequence[PageLayout], *, glyphs: bool) -> list[tuple[SideKind, int, Line]]:
    """What a tagged file says is no content, told apart as header, footer and page number."""
    return [
        (kind, layout.number, line)
        for layout in layouts
        for line in lines_of(pieces_of(layout.artifacts), glyphs=glyphs)
        if (kind := _kind(layout, line, repeated=True)) is not None
    ]


def _edge_lines(layout: PageLayout) -> list[Line]:
    top, foot = _EDGE * layout.height, (1 - _EDGE) * layout.height
    return [line for body in layout.bodies for line in body.lines if line.y < top or line.y > foot]


def _key(layout: PageLayout, line: Line) -> tuple[int, str]:
    return round(line.y / 4), _DIGITS.sub("0", "".join(line.text.split()))


def _kind(layout: PageLayout, line: Line, *, repeated: bool) -> SideKind | None:
    if _PAGE_NUMBER.fullmatch(line.text):
        return SideKind.PAGE_NUMBER
    if not repeated:
        return None
    return SideKind.HEADER if line.y < layout.height / 2 else SideKind.FOOTER
