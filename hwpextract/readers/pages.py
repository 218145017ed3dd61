"""Pages of paragraphs, estimated from the lines that Hangul has laid out and stored.

Nobody but Hangul knows where a page ends, but its files hold the vertical place of each line, which begins anew on each page. So a
place above that of the line before is a new page (or a new column, where there are several), besides the breaks that the author set.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hwpextract.document import EstimatedPages
from hwpextract.node import Locator
from hwpextract.readers.flow import Flow


class Laid(NamedTuple):
    """How a paragraph of the body is laid out: vertical places of its lines, the breaks before it, new columns that begin with it.

    `inside` counts the pages that its tables go on to.
    """

    places: tuple[int, ...] = ()
    new_page: bool = False
    new_column: bool = False
    columns: int = 0
    inside: int = 0


class AnchoredFlow(Flow):
    """A flow that remembers the number of the paragraph on which each of its objects hangs."""

    __slots__ = ("anchors",)

    def __init__(self, locator: Locator) -> None:
        super().__init__(locator)
        self.anchors: dict[Locator, int] = {}

    def next_object(self, letter: str) -> Locator:
        """Locator of the next object of a kind."""
        locator = super().next_object(letter)
        self.anchors[locator] = max(self.paragraphs - 1, 0)
        return locator


def estimate(sections: Iterable[tuple[AnchoredFlow, list[Laid]]]) -> EstimatedPages | None:
    """Estimate pages of sections that have been read; None when the file holds no layout, as files of most other programs do."""
    flows, layouts = [], []
    for flow, layout in sections:
        flows.append(flow)
        layouts.append(layout)
    found = paginate(layouts)
    if found is None:
        return None
    pages: dict[Locator, int] = {}
    for flow, numbers in zip(flows, found.sections, strict=True):
        pages |= {f"{flow.locator}/p{number}": page for number, page in enumerate(numbers)}
        pages |= {locator: numbers[number] for locator, number in flow.anchors.items() if number < len(numbers)}
    return EstimatedPages(found.total, pages)


class Paginated(NamedTuple):
    """Page of each paragraph, section by section, and the number of pages, all from 1."""

    sections: list[list[int]]
    total: int


def paginate(sections: Iterable[Iterable[Laid]]) -> Paginated | None:
    """Page of each paragraph; None when no lines are stored, or all of them without their places."""
    found: list[list[int]] = []
    page = 0
    lines = marked = 0
    for section in sections:
        page += 1
        pages: list[int] = []
        columns, column, above = 1, 0, -1
        for number, laid in enumerate(section):
            if laid.columns:
                columns, column = laid.columns, 0
            if number and (laid.new_page or laid.new_column):
                column = columns if laid.new_page else column + 1
                page, column = _turned(page, column, columns)
                above = -1
            for at, place in enumerate(laid.places):
                if place < above:
                    page, column = _turned(page, column + 1, columns)
                above = place
                if not at:
                    pages.append(page)
            if not laid.places:
                pages.append(page)
            page += laid.inside
            lines += len(laid.places)
            marked += any(laid.places)
        found.append(pages)
    return Paginated(found, page) if marked or lines == 1 else None


def resets(places: Iterable[int]) -> int:
    """How often a line stands above the one before."""
    count, above = 0, -1
    for place in places:
        count += place < above
        above = place
    return count


def _turned(page: int, column: int, columns: int) -> tuple[int, int]:
    """Page and column, with the next page where the columns of this one are full."""
    return (page + 1, 0) if column >= columns else (page, column)
