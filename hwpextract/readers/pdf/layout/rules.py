"""Tables out of drawn lines: strokes, dots, thin fills. For files whose cells are not clipped.

Lines that nearly meet form one drawing; the crossings of a drawing are a grid; a wall of the grid exists where most of it is
drawn. Korean tables are usually open on the left and right, so horizontal lines that overhang get walls at their ends.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from hwpextract.readers.pdf.content.geometry import BoxTuple
from hwpextract.readers.pdf.content.runs import Run
from hwpextract.readers.pdf.layout.cells import Grid, GridCell, contains

_GAP = 3.0
"""Pieces of one line stand no further apart than this many points: dashes and dots."""
_COLLINEAR = 1.0
"""Pieces of one line lie no further apart than this many points."""
_SNAP = 2.0
"""Lines no further apart than this many points are one line of the grid."""
_COVERED = 0.6
"""Share of a wall that has to be drawn."""
_FRAME = 150.0
"""Two lines further apart than this many points are no frame."""
_ROW = 60.0
"""A row without walls is no higher than this many points."""
_SHORTEST = 6.0
"""A line shorter than this many points is no wall."""
_MARGIN = 30.0
"""Where a page break cuts a table, no text stands below it within this many points, and further down one line at most."""
_MOST_LINES = 400
"""A drawing with more lines of a kind than this is a chart or a map."""

Point = tuple[float, float]
"""Where a word stands: its baseline and the x of its middle."""
Stretch = tuple[float, float, float]
"""A straight line: where it lies (y of a level one, x of an upright one), and where it begins and ends."""


def grids_of_rules(
    rules: Sequence[BoxTuple], runs: Sequence[Run], taken: Sequence[BoxTuple], before: Sequence[float] = ()
) -> list[Grid]:
    """Grids drawn by rules, except where `taken` boxes already hold a table; boxes with one cell included.

    `before` are the columns of the table that the page before ends with: its rest on this page may have no line at its top.
    """
    free = [rule for rule in rules if not any(contains(box, rule, 2) for box in taken)]
    across = _merged([((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in free if x1 - x0 > y1 - y0])
    down = _merged([((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in free if y1 - y0 >= x1 - x0])
    across = _without_underlines(across, down, runs)
    if not across or len(across) > _MOST_LINES or len(down) > _MOST_LINES:
        return []
    heights = [(run.y, (run.x0 + run.x1) / 2) for run in runs if run.tilt == 0 and not run.text.isspace()]
    drawings = list(_drawings(across, down, heights))
    closed = ((_closed(lines, walls, before, heights), walls) for lines, walls in drawings)
    grids = [grid for grid in (_grid(lines, walls) for lines, walls in closed) if grid]
    lone = [lines[0] for lines, walls in drawings if len(lines) == 1 and not walls]
    return grids + _open_frames(lone, heights, [grid.box for grid in grids])


def _open_frames(lone: list[Stretch], texts: Sequence[Point], taken: Sequence[BoxTuple]) -> list[Grid]:
    """Frames of two lines without walls, as around the titles of releases: as wide, not far apart, text between them."""
    frames = []
    for first, second in pairwise(sorted(lone)):
        alike = abs(first[1] - second[1]) <= _GAP and abs(first[2] - second[2]) <= _GAP
        box = (first[1], first[0], first[2], second[0])
        inside = any(box[1] < top and foot < box[3] for _, top, _, foot in taken)
        if alike and second[0] - first[0] <= _FRAME and not inside and _holds_text(first, second, texts):
            frames.append(Grid([GridCell(0, 0, 1, 1, box)], 1, 1, [box[0], box[2]], open_sides=True))
    return frames


def _holds_text(first: Stretch, second: Stretch, texts: Sequence[Point]) -> bool:
    top, foot = sorted((first[0], second[0]))
    return any(top < y < foot and first[1] <= x <= first[2] for y, x in texts)


def _merged(lines: list[Stretch]) -> list[Stretch]:
    """Collinear pieces as one line; what stays too short is dropped."""
    merged: list[Stretch] = []
    for pieces in _collinear(lines):
        at, start, end = pieces[0]
        for _, next_start, next_end in pieces[1:]:
            if next_start - end > _GAP:
                merged.append((at, start, end))
                start, end = next_start, next_end
            end = max(end, next_end)
        merged.append((at, start, end))
    return [line for line in merged if line[2] - line[1] >= _SHORTEST]


def _collinear(lines: list[Stretch]) -> Iterator[list[Stretch]]:
    """Pieces that lie no further apart than a point, in the order in which they begin."""
    pieces: list[Stretch] = []
    for line in sorted(lines):
        if pieces and line[0] - pieces[0][0] > _COLLINEAR:
            yield sorted(pieces, key=itemgetter(1))
            pieces = []
        pieces.append(line)
    if pieces:
        yield sorted(pieces, key=itemgetter(1))


def _without_underlines(across: list[Stretch], down: list[Stretch], runs: Sequence[Run]) -> list[Stretch]:
    """Lines without those that hug the text above or run through it: underlines and strike-outs."""
    by_row: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        if run.tilt == 0 and run.text and not run.text.isspace():
            by_row[int(run.y // 8)].append(run)
    return [line for line in across if not _is_underline(line, down, by_row)]


def _is_underline(line: Stretch, down: list[Stretch], by_row: dict[int, list[Run]]) -> bool:
    y, x0, x1 = line
    row = int(y // 8)
    covered = sum(
        max(0.0, min(run.x1, x1) - max(run.x0, x0))
        for key in (row - 1, row, row + 1, row + 2)
        for run in by_row.get(key, ())
        if -0.4 * run.size <= y - run.y <= 0.33 * run.size
    )
    if covered < 0.75 * (x1 - x0):
        return False
    touching = [x for x, y0, y1 in down if y0 - 1 <= y <= y1 + 1 and x0 - 0.9 <= x <= x1 + 0.9]
    return len(touching) < 2


def _drawings(
    across: list[Stretch], down: list[Stretch], texts: Sequence[Point]
) -> Iterable[tuple[list[Stretch], list[Stretch]]]:
    """Groups of lines that meet, or that span the same width and are joined by a wall."""
    parent = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for i, level in enumerate(across):
        for j, upright in enumerate(down, len(across)):
            if _meet(level, upright):
                parent[root(j)] = root(i)
    roots = {root(j) for j in range(len(across), len(parent))}
    walled = {i for i in range(len(across)) if root(i) in roots}
    order = sorted(range(len(across)), key=across.__getitem__)
    for i, j in (*pairwise(order), *pairwise(reversed(order))):
        if i not in walled and j in walled and _is_row_above(across[i], across[j], texts):
            parent[i] = root(j)
    groups: dict[int, tuple[list[Stretch], list[Stretch]]] = defaultdict(lambda: ([], []))
    for at, line in enumerate((*across, *down)):
        groups[root(at)][at >= len(across)].append(line)
    return groups.values()


def _meet(level: Stretch, upright: Stretch) -> bool:
    y, x0, x1 = level
    x, y0, y1 = upright
    return x0 - _GAP <= x <= x1 + _GAP and y0 - _GAP <= y <= y1 + _GAP


def _is_row_above(line: Stretch, other: Stretch, texts: Sequence[Point]) -> bool:
    """Whether a line without walls closes a row of merged cells over or under a table: as wide, not far, text between."""
    near = abs(line[0] - other[0]) <= _ROW and abs(line[1] - other[1]) <= _GAP and abs(line[2] - other[2]) <= _GAP
    return near and _holds_text(line, other, texts)


def _grid(across: list[Stretch], down: list[Stretch]) -> Grid | None:
    if len(across) < 2:
        return None
    ys = _snapped(line[0] for line in across)
    xs = _snapped(line[0] for line in down)
    left, right = min(line[1] for line in across), max(line[2] for line in across)
    walls = list(down)
    if not xs or left < xs[0] - _GAP:
        xs.insert(0, left)
        walls.append((left, ys[0], ys[-1]))
    if right > xs[-1] + _GAP:
        xs.append(right)
        walls.append((right, ys[0], ys[-1]))
    if len(xs) < 2 or len(ys) < 2 or not down:
        return None
    cells = _cells(xs, ys, _Walls(xs, walls), _Walls(ys, across))
    return Grid(cells, len(ys) - 1, len(xs) - 1, xs) if cells else None


def _closed(
    across: list[Stretch], down: list[Stretch], before: Sequence[float], texts: Sequence[Point]
) -> list[Stretch]:
    """The level lines of a drawing, with one where a page break cut it, as browsers print tables: at its foot, or at its top."""
    if not across or not down:
        return across
    left, right = min(line[1] for line in across), max(line[2] for line in across)
    top, foot = min(wall[1] for wall in down), max(wall[2] for wall in down)
    added = []
    if min(across)[0] - top > _SHORTEST:
        xs = _snapped(wall[0] for wall in down if wall[1] - top <= _SNAP)
        if _spans(xs, left, right) and all(any(abs(x - column) <= _SNAP for column in before) for x in xs):
            added.append((top, left, right))
    below = _snapped(y for y, _ in texts if y > foot) if foot - max(across)[0] > _SHORTEST else None
    if below is not None and len(below) < 2 and not any(y <= foot + _MARGIN for y in below):
        xs = _snapped(wall[0] for wall in down if foot - wall[2] <= _SNAP)
        if _spans(xs, left, right):
            added.append((foot, left, right))
    return [*across, *added]


def _spans(xs: Sequence[float], left: float, right: float) -> bool:
    """Whether walls stand at both ends of the level lines."""
    return len(xs) > 1 and abs(xs[0] - left) <= _GAP and abs(xs[-1] - right) <= _GAP


def _snapped(values: Iterable[float]) -> list[float]:
    lines: list[float] = []
    for value in sorted(values):
        if not lines or value - lines[-1] > _SNAP:
            lines.append(value)
    return lines


class _Walls:
    """What is drawn along each line of the grid."""

    def __init__(self, lines: list[float], drawn: Iterable[Stretch]) -> None:
        self._drawn: list[list[tuple[float, float]]] = [[] for _ in lines]
        for at, start, end in drawn:
            index = bisect_left(lines, at)
            if index == len(lines) or (index and at - lines[index - 1] < lines[index] - at):
                index -= 1
            self._drawn[index].append((start, end))

    def stands(self, index: int, start: float, end: float) -> bool:
        """Whether most of a stretch of a line is drawn."""
        covered = sum(max(0.0, min(end, b + 1) - max(start, a - 1)) for a, b in self._drawn[index])
        return covered >= _COVERED * (end - start)


def _cells(xs: list[float], ys: list[float], upright: _Walls, level: _Walls) -> list[GridCell]:
    """Places of the grid, those without a wall between them as one cell as far as they make a rectangle."""
    rows, cols = len(ys) - 1, len(xs) - 1
    taken = [[False] * cols for _ in range(rows)]
    cells = []
    for row in range(rows):
        for col in range(cols):
            if taken[row][col]:
                continue
            end_col = col + 1
            while end_col < cols and not taken[row][end_col] and not upright.stands(end_col, ys[row], ys[row + 1]):
                end_col += 1
            end_row = row + 1
            while end_row < rows and _open_below(xs, ys, upright, level, end_row, col, end_col, taken):
                end_row += 1
            for r in range(row, end_row):
                taken[r][col:end_col] = [True] * (end_col - col)
            box = (xs[col], ys[row], xs[end_col], ys[end_row])
            cells.append(GridCell(row, col, end_row - row, end_col - col, box))
    return cells


def _open_below(
    xs: list[float],
    ys: list[float],
    upright: _Walls,
    level: _Walls,
    row: int,
    col: int,
    end_col: int,
    taken: Sequence[Sequence[bool]],
) -> bool:
    """Whether a cell goes on in the next row: nothing drawn between, nothing drawn inside, free there."""
    if any(taken[row][col:end_col]):
        return False
    if any(level.stands(row, first, second) for first, second in pairwise(xs[col : end_col + 1])):
        return False
    return not any(upright.stands(inner, ys[row], ys[row + 1]) for inner in range(col + 1, end_col))
