"""What lies where on a page: its runs, pictures and tables put into the body, its columns and the cells of its tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter

from hwpextract.readers.pdf.content.geometry import BoxTuple
from hwpextract.readers.pdf.content.runs import OBLIQUE, PaintedImage, Run
from hwpextract.readers.pdf.layout.cells import Grid, GridCell, contains, is_printed_area
from hwpextract.readers.pdf.layout.columns import areas_of
from hwpextract.readers.pdf.layout.gaps import tables_of_gaps
from hwpextract.readers.pdf.layout.lines import Line, Piece, box_of_piece, lines_of, pieces_of
from hwpextract.readers.pdf.layout.page_layout import PageLayout, Picture, Region, TableRegion
from hwpextract.readers.pdf.layout.pages import Page
from hwpextract.readers.pdf.layout.paragraphs import Frame
from hwpextract.readers.pdf.layout.rules import grids_of_rules
from hwpextract.readers.pdf.layout.structure import ARTIFACT, CellPlace
from hwpextract.readers.pdf.layout.tagged import TaggedTables

_PADDING = 5.1
"""Hangul's usual distance from the wall of a cell to its text, in points."""

_SAME_WALL = 0.1
"""Lines whose distances from their walls differ by no more than this many points are held off by the padding."""
_CHECK_EVERY = 64
"""Runs between two looks at the clock."""
_EVEN = 0.25
"""Text as far from the left wall as from the right one, give or take this share of its size, is spread between them."""
_SMALLER = 0.85
"""Type of less than this share of the size above it is a lower level of a heading."""


def lay_out(
    page: Page,
    hidden: list[Run],
    tagged: TaggedTables | None,
    before: PageLayout | None = None,
    *,
    clipped: bool,
    glyphs: bool,
) -> PageLayout:
    """Give every run, picture and table of a page its place; tables are those `tagged` where the file has a structure tree.

    `before`: the page before; `clipped`: the document clips its cells, so rules do not matter; `glyphs`: it writes its spaces as
    glyphs.
    """
    layout = PageLayout(page.number, page.width, page.height)
    body = Region((0.0, 0.0, page.width, page.height))
    tables = _Tables(page, tagged, before.last_columns if before and not clipped else (), clipped=clipped)
    _place(page, layout, tables, body)
    if tagged is not None:
        tables.drop_empty_clips()
    _nest(tables.all, body, page.tick)
    layout.hidden = lines_of(pieces_of(hidden), glyphs=glyphs)
    for table in tables.all:
        for region in table.regions:
            region.lines = lines_of(pieces_of(_upright(region)), glyphs=glyphs)
            if region.lines and len(region.lines[-1].runs) > 1:
                _close_up(region.lines, region.box)
        if table.grid.open:
            _split_heading(table)
        _set_frames(table)
    layout.bodies = _flows(body, glyphs=glyphs)
    if not clipped:
        for flow in layout.bodies:
            _add_gap_tables(flow, glyphs=glyphs)
    return layout


def _place(page: Page, layout: PageLayout, tables: _Tables, body: Region) -> None:
    """Give runs and pictures to the cells that hold them, the others to the body."""
    for count, run in enumerate(page.content.runs):
        if not count % _CHECK_EVERY:
            page.tick()
        if run.tilt == OBLIQUE:
            layout.slanted.append(run)
        elif run.mark == ARTIFACT:
            layout.artifacts.append(run)
        else:
            (tables.owner_of_run(run) or body).runs.append(run)
    for image in page.content.images:
        x0, y0, x1, y1, stream, _, _, mark = image
        (tables.owner_of_image(image) or body).pictures.append(Picture((x0, y0, x1, y1), stream, mark))


class _Tables:
    """The tables of a page by clips, rules, or the structure tree; which cell a thing belongs to.

    Lines that are drawn tell the grid better than the tree does, so a table of the tree counts where no lines are.
    """

    def __init__(self, page: Page, tagged: TaggedTables | None, before: Sequence[float], *, clipped: bool) -> None:
        self._tagged = tagged
        self._by_clip: dict[int, Region] = {}
        self._by_cell: dict[CellPlace, Region] = {}
        self._clipped = [
            TableRegion(grid) for grid in page.grids if clipped or not is_printed_area(grid, page.width, page.height)
        ]
        self.all = list(self._clipped)
        for table in self._clipped:
            self._by_clip.update(
                (cell.clip, region) for cell, region in zip(table.grid.cells, table.regions, strict=True)
            )
        taken = [table.box for table in self.all]
        drawn = [] if clipped else grids_of_rules(page.content.rules, page.content.runs, taken, before)
        page.spend("max_cells", sum(grid.rows * grid.cols for grid in drawn))
        self._ruled = [TableRegion(grid) for grid in drawn]
        self.all += self._ruled
        taken += [table.box for table in self._ruled if len(table.regions) > 1]
        for grid, places in tagged.on(page.number) if tagged else ():
            if not any(_overlap(grid.box, box) for box in taken):
                table = TableRegion(grid)
                self._by_cell.update(zip(places, table.regions, strict=True))
                self.all.append(table)

    def owner_of_run(self, run: Run) -> Region | None:
        """The cell a run is in."""
        region = self._by_clip.get(run.clip)
        if region is None and self._tagged:
            region = self._tagged_cell(run.mark)
        if region is None and self._ruled:
            region = _smallest_at(self._ruled, (run.x0 + run.x1) / 2, run.y - 0.35 * run.size)
        return region

    def owner_of_image(self, image: PaintedImage) -> Region | None:
        """The cell a picture is in."""
        x0, y0, x1, y1, _, clip, _, mark = image
        return self._by_clip.get(clip) or self._tagged_cell(mark) or _smallest(self.all, (x0, y0, x1, y1))

    def drop_empty_clips(self) -> None:
        """Forget grids of clips that hold nothing: those around artifacts."""
        self.all = [
            table
            for table in self.all
            if table not in self._clipped or not all(region.empty for region in table.regions)
        ]

    def _tagged_cell(self, mark: int | None) -> Region | None:
        cells = self._tagged.cells_around(mark) if self._tagged else ()
        return self._by_cell.get(cells[-1]) if cells else None


def _overlap(first: BoxTuple, second: BoxTuple) -> bool:
    return min(first[2], second[2]) > max(first[0], second[0]) and min(first[3], second[3]) > max(first[1], second[1])


def _add_gap_tables(region: Region, *, glyphs: bool) -> None:
    """Turn lines that are rows of a table without lines into that table."""
    taken: set[int] = set()
    for grid, cells, lines in tables_of_gaps(region.lines):
        table = TableRegion(grid)
        for cell, runs in zip(table.regions, cells, strict=True):
            cell.lines = lines_of([runs], glyphs=glyphs)
            cell.frame = Frame(cell.box[0], cell.box[2])
        region.grids.append(table)
        taken.update(map(id, lines))
    if taken:
        region.lines = [line for line in region.lines if id(line) not in taken]


_TILT = attrgetter("tilt")


def _upright(region: Region) -> list[Run]:
    """The upright runs of a region; those turned by right angles become lines of their own, in paint order."""
    if not any(map(_TILT, region.runs)):
        return region.runs
    last = 0
    for run in region.runs:
        if run.tilt and run.tilt == last:
            region.turned[-1].append(run)
        elif run.tilt:
            region.turned.append([run])
        last = run.tilt
    return [run for run in region.runs if run.tilt == 0]


def _flows(body: Region, *, glyphs: bool) -> list[Region]:
    """The body as one region for each column or band, in reading order."""
    pieces = pieces_of(_upright(body))
    boxes = [box_of_piece(piece) for piece in pieces]
    others = [table.box for table in body.grids]
    flows = [Region(area) for area in areas_of(boxes, others, body.box)]
    placed: list[list[Piece]] = [[] for _ in flows]
    for piece, box in zip(pieces, boxes, strict=True):
        placed[_area_at(flows, box)].append(piece)
    for table in body.grids:
        flows[_area_at(flows, table.box)].grids.append(table)
    for picture in body.pictures:
        flows[_area_at(flows, picture.box)].pictures.append(picture)
    flows[-1].turned = body.turned
    for flow, inner in zip(flows, placed, strict=True):
        flow.lines = lines_of(inner, glyphs=glyphs)
    return flows


def _area_at(flows: list[Region], box: BoxTuple) -> int:
    """Which of the regions holds the middle of a box; the last one when none does."""
    if len(flows) == 1:
        return 0
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return next((at for at, flow in enumerate(flows) if _holds(flow.box, x, y)), len(flows) - 1)


def _close_up(lines: Sequence[Line], cell: BoxTuple) -> None:
    """Take the gaps out of words whose syllables are spread over the width of their cell (배분 정렬).

    Each of several lines is then as wide as its syllables are: what it leaves free tells that it ends a paragraph.
    """
    if all(_is_spread(line, cell) for line in lines):
        for line in lines:
            line.text = "".join(run.text for run in line.runs)
            if len(lines) > 1:
                line.x1 = line.x0 + sum(run.x1 - run.x0 for run in line.runs)


def _is_spread(line: Line, cell: BoxTuple) -> bool:
    before, after = line.x0 - cell[0], cell[2] - line.x1
    if max(before, after) > line.size or abs(before - after) > _EVEN * line.size:
        return False
    return all(len(run.text) == 1 and "가" <= run.text <= "힣" for run in line.runs if run.text)


def _split_heading(table: TableRegion) -> None:
    """Part the open frame around a heading where its type gets smaller: the title, and the lines under it."""
    (region,) = table.regions
    drops = [at for at, (above, line) in enumerate(pairwise(region.lines), 1) if line.size < _SMALLER * above.size]
    if len(drops) != 1 or region.grids or region.pictures:
        return
    at = drops[0]
    x0, y0, x1, y1 = region.box
    middle = (region.lines[at - 1].bottom + region.lines[at].top) / 2
    boxes = [(x0, y0, x1, middle), (x0, middle, x1, y1)]
    table.grid = Grid([GridCell(row, 0, 1, 1, box) for row, box in enumerate(boxes)], 2, 1, [x0, x1])
    table.regions = [Region(box) for box in boxes]
    table.regions[0].lines, table.regions[1].lines = region.lines[:at], region.lines[at:]


def _set_frames(table: TableRegion) -> None:
    """The inner edges of the cells of a table, all padded alike: by the least distance of any text from its wall."""
    gaps = [min(line.x0 - region.box[0], region.box[2] - line.x1) for region in table.regions for line in region.lines]
    gaps.sort()
    padding = max(0.0, min((*gaps[:1], _PADDING)))
    shared = padding == _PADDING or any(gap - padding <= _SAME_WALL for gap in gaps[1:2])
    for region in table.regions:
        region.frame = Frame(region.box[0] + padding, region.box[2] - padding, shared=shared)


def _smallest(tables: list[TableRegion], box: BoxTuple) -> Region | None:
    """The smallest cell that holds a box."""
    best: Region | None = None
    for table in tables:
        if contains(table.box, box, 1):
            for region in table.regions:
                if contains(region.box, box, 1) and (best is None or _area(region.box) < _area(best.box)):
                    best = region
    return best


def _smallest_at(tables: list[TableRegion], x: float, y: float) -> Region | None:
    """The smallest cell at a point."""
    best: Region | None = None
    for table in tables:
        if not _holds(table.box, x, y):
            continue
        for region in table.regions:
            if _holds(region.box, x, y) and (best is None or _area(region.box) < _area(best.box)):
                best = region
    return best


def _holds(box: BoxTuple, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _area(box: BoxTuple) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _nest(tables: list[TableRegion], body: Region, tick: Callable[[], None]) -> None:
    """Put every table into the smallest cell that holds it, the others into the body; drop single boxes that hold nothing."""
    by_area = sorted(((_area(table.box), table) for table in tables), key=itemgetter(0))
    for at, (area, table) in enumerate(by_area, 1):
        tick()
        if len(table.regions) == 1 and table.regions[0].empty:
            continue
        others = [other for size, other in by_area[at:] if size > area]
        region = _smallest(others, table.box) or body
        if len(table.regions) == 1 and region is not body and contains(table.box, region.box, 3):
            _absorb(region, table.regions[0])
        else:
            region.grids.append(table)


def _absorb(region: Region, inner: Region) -> None:
    """Take over what is in a frame of the same size."""
    region.runs += inner.runs
    region.grids += inner.grids
    region.pictures += inner.pictures
