"""Tables: `tbl` and the cells in it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from hwpextract.document import Block, Cell, Table, cell, paragraph
from hwpextract.node import Locator, build
from hwpextract.readers.frames import Frame, ObjectFrame
from hwpextract.readers.hwpx.markup import Token, attribute, plain
from hwpextract.readers.hwpx.objects import metatag, number

if TYPE_CHECKING:
    from hwpextract.readers.hwpx.body import Body
    from hwpextract.readers.hwpx.story import PartStory

Place: TypeAlias = tuple[int, int, int, int]
"""Row, column, row span, column span of a cell."""

_PLAIN: Final = b'tc name="" header="0"'
_UNSTATED: Final = (-1, -1, 1, 1)
_UNLIMITED: Final = 1 << 30


def cell_places(tokens: Iterable[Token]) -> list[Place]:
    """Places of the cells in the order in which they open, -1 for rows and columns that are not stated.

    `cellAddr` and `cellSpan` stand behind the content of their cell, but locators inside it need them.
    """
    places: list[Place] = []
    opened: list[int] = []
    for _, begins, _, _, _, _, ends, _, name, raw, end, place in tokens:
        if begins and ends:
            places.append(_place(ends))
            continue
        if begins or name == b"tc":
            opened.append(len(places))
            places.append(_UNSTATED)
        if not opened:
            continue
        if ends or place:
            places[opened.pop()] = _place(ends or place)
        elif end == b"tc":
            opened.pop()
        elif name == b"cellAddr":
            places[opened[-1]] = (_stated(raw, "rowAddr", -1), _stated(raw, "colAddr", -1), *places[opened[-1]][2:])
        elif name == b"cellSpan":
            places[opened[-1]] = (*places[opened[-1]][:2], _stated(raw, "rowSpan", 1), _stated(raw, "colSpan", 1))
    return places


@lru_cache(maxsize=4096)
def _place(ends: bytes) -> Place:
    """Place of a cell from the tags that `markup` takes together."""
    _, col, _, row, _, col_span, _, row_span, _ = ends.split(b'"')
    return int(row), int(col), int(row_span) or 1, int(col_span) or 1


def _marks(raw: bytes) -> tuple[bool, str | None]:
    """Whether a cell is one of a header, and its name."""
    match raw.split(b'"', 4):
        case [b"tc name=", name, b" header=", header, _]:
            return header == b"1", plain(name) or None
    return attribute(raw, "header") == "1", attribute(raw, "name") or None


def _stated(raw: bytes, name: str, least: int) -> int:
    """Number in an attribute, `least` when there is none or a lower one."""
    value = attribute(raw, name)
    return max(number(value), least) if value else least


class TableFrame(ObjectFrame):
    """`tbl`: rows of cells, `rows` by `cols` of them as declared."""

    __slots__ = ("cells", "col", "cols", "places", "row", "rows")
    letter = "t"
    story: PartStory

    def open(self) -> None:
        """Number the table before the tables in its cells, and count its paragraph before those in its cells."""
        super().open()
        self.story.settle_head()
        self.locator()
        self.cells: list[Cell] = []
        self.places: list[Place] = []
        self.rows = number(attribute(self.attributes, "rowCnt")) or _UNLIMITED
        self.cols = number(attribute(self.attributes, "colCnt")) or _UNLIMITED
        self.row = -1
        self.col = 0

    def next_row(self) -> None:
        """Begin a row, for cells that do not state their place."""
        self.row += 1
        self.col = 0

    def settle(self, place: Place) -> Place:
        """Place of the next cell, by counting where it is not stated, its spans inside the declared grid."""
        row, col, row_span, col_span = place
        if row < 0 or col < 0:
            row, col = max(self.row, 0), self.col
        if row + row_span > self.rows:
            row_span = max(1, self.rows - row)
        if col + col_span > self.cols:
            col_span = max(1, self.cols - col)
        self.col = col + col_span
        return row, col, row_span, col_span

    def cell_locator(self, place: Place) -> Locator:
        """Locator of the cell at a place."""
        return f"{self._locator}/r{place[0]}c{place[1]}"

    def add(self, place: Place, blocks: tuple[Block, ...], raw: bytes) -> None:
        """Add a cell at its place; `raw` are the attributes of its tag and of its list."""
        self.places.append(place)
        # Nearly all cells begin alike, and finding that out is much cheaper than reading attributes. A metatag has quotes in it.
        if raw.startswith(_PLAIN) and b"&" not in raw:
            row, col, row_span, col_span = place
            self.cells.append(cell(row, col, row_span, col_span, blocks))
        else:
            header, name = _marks(raw)
            tag = metatag(attribute(raw, "metatag")) if b"&" in raw and b"metatag=" in raw else None
            self.cells.append(cell(*place, blocks, header, name, tag))

    def add_plain(self, place: Place, text: str, style: str | None, raw: bytes) -> None:
        """Add the next cell when it states its place and holds one paragraph without head or objects.

        What `settle`, a list of that paragraph alone, and `add` come to, at a fraction of the cost.
        """
        row, col, row_span, col_span = place
        self.col = col + col_span
        if self.col > self.cols or row + row_span > self.rows:
            place = self.settle(place)
        self.story.records += 1
        if text and not text.isspace():
            self.story.plain_texts.append(text)
            self.add(place, (paragraph(text, f"{self._locator}/r{row}c{col}/p0", None, None, style),), raw)
        else:
            self.story.blank += 1
            self.add(place, (), raw)

    def close(self) -> None:
        """Place the table."""
        rows = cols = covered = 0
        for row, col, row_span, col_span in self.places:
            covered += row_span * col_span
            if row + row_span > rows:
                rows = row + row_span
            if col + col_span > cols:
                cols = col + col_span
        self.story.cells += len(self.places)
        self.story.budget.spend("max_cells", covered)
        if self.places != sorted(self.places):
            self.cells.sort(key=lambda each: (each.row, each.col))
        self.body.place(
            build(
                Table,
                locator=self.locator(),
                rows=rows,
                cols=cols,
                cells=tuple(self.cells),
                caption=self.caption,
            )
        )


class CellFrame(Frame):
    """`tc`; a cell without a table leaves its blocks where it stands."""

    __slots__ = ("place", "table")
    body: Body

    def open(self) -> None:
        """Begin the paragraphs of the cell."""
        self.table = self.body.table
        place = self.body.next_place()
        if self.table:
            self.place = self.table.settle(place)
            self.story.begin_list(self.table.cell_locator(self.place))
        else:
            self.story.begin_list(self.story.flow.next_object("b"))

    def close(self) -> None:
        """Put the cell into its table."""
        blocks = self.story.end_list()
        if self.table:
            self.table.add(self.place, blocks, self.attributes)
        else:
            self.story.flow.blocks.extend(blocks)
