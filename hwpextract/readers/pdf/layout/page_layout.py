"""One page as regions: the body, and the cells of its tables, each with its lines, tables and pictures in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from hwpextract.readers.pdf.content.geometry import BoxTuple
from hwpextract.readers.pdf.content.runs import Run
from hwpextract.readers.pdf.file.objects import Stream
from hwpextract.readers.pdf.layout.cells import Grid
from hwpextract.readers.pdf.layout.lines import Line, Piece
from hwpextract.readers.pdf.layout.paragraphs import Frame


class Picture:
    """A painted picture: its box, its stream, None for an inline one, and its mark in a tagged file."""

    __slots__ = ("box", "mark", "stream")

    def __init__(self, box: BoxTuple, stream: Stream | None, mark: int | None) -> None:
        self.box = box
        self.stream = stream
        self.mark = mark


_NO_FRAME = Frame(0.0, 0.0)


class Region:
    """A body or a cell: its box, the lines in it, the tables and pictures in it."""

    __slots__ = ("box", "frame", "grids", "lines", "pictures", "runs", "stacked", "turned")

    def __init__(self, box: BoxTuple) -> None:
        self.box = box
        self.frame = _NO_FRAME
        self.runs: list[Run] = []
        self.lines: list[Line] = []
        self.grids: list[TableRegion] = []
        self.pictures: list[Picture] = []
        self.turned: list[Piece] = []
        self.stacked = False

    @property
    def empty(self) -> bool:
        """Whether nothing is in it."""
        return not (self.runs or self.grids or self.pictures)


class TableRegion:
    """A grid with one region for each of its cells."""

    __slots__ = ("grid", "regions")

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.regions = [Region(cell.box) for cell in grid.cells]

    @property
    def box(self) -> BoxTuple:
        """The box of the whole grid."""
        return self.grid.box


Item: TypeAlias = Line | TableRegion | Picture


class PageLayout:
    """A page laid out: its body as regions in reading order, and the text that is not part of it."""

    __slots__ = ("artifacts", "bodies", "height", "hidden", "number", "slanted", "width")

    def __init__(self, number: int, width: float, height: float) -> None:
        self.number = number
        self.width = width
        self.height = height
        self.bodies: list[Region] = []
        self.hidden: list[Line] = []
        self.slanted: list[Run] = []
        self.artifacts: list[Run] = []

    @property
    def last_columns(self) -> Sequence[float]:
        """The x of the column borders of the lowest table."""
        grids = self.bodies[-1].grids
        return max(grids, key=lambda table: table.box[3]).grid.xs if grids else ()


def regions_of(layout: PageLayout) -> list[Region]:
    """All regions of a page: its bodies and the cells inside them, however deep."""
    found = list(layout.bodies)
    for region in found:
        found += [inner for table in region.grids for inner in table.regions]
    return found


def items_of(region: Region) -> list[Item]:
    """What is in a region, from top to bottom and left to right."""
    if len(region.lines) < 2 and not region.grids and not region.pictures:
        return list(region.lines)
    items: list[tuple[float, float, Item]] = [(line.top, line.x0, line) for line in region.lines]
    items += [(table.box[1], table.box[0], table) for table in region.grids]
    items += [(picture.box[1], picture.box[0], picture) for picture in region.pictures]
    return [item for _, _, item in sorted(items, key=lambda entry: entry[:2])]
