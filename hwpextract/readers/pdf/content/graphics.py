"""Paths of a content stream: rules, fills and clips (ISO 32000-1, 8.5)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TypeAlias

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget
from hwpextract.readers.pdf.content.geometry import BoxTuple, Matrix, bounded, box_of, multiply
from hwpextract.readers.pdf.content.runs import PageContent
from hwpextract.readers.pdf.content.syntax import PEN, PEN_MARK, matrix_of, reals

MAX_RULES = 200_000
MAX_FILLS = 100_000
MAX_OPERATORS = 2_000_000
"""Operators of one page; the most that real ones have are some 40,000."""
_THIN = 2.5
"""A filled box no thicker than this many points is a drawn line."""
_CORNERS = 8
"""A filled polygon of so many points is a shape, no box: a letter of straight strokes."""
_LEAST_GLYPH, _LARGEST_GLYPH = 3.0, 40.0
"""Height of an outlined letter, in points."""
_MOST_PENS = 16
"""Different pens that are taken out of strokes at once; a page has one or two."""
_DASH_GAP = 3.0
"""Dashes of one line stand no further apart than this many points."""


_Dash: TypeAlias = tuple[bytes, bytes, bytes, bytes]


class Graphics:
    """The part of an interpreter that draws: its state, and the operators that make and paint paths."""

    def __init__(self, budget: Budget, matrix: Matrix) -> None:
        self.page = PageContent()
        self._budget = budget
        self._operators = 0
        self._ctm = matrix
        self._clip = -1
        self._clips: dict[BoxTuple, int] = {}
        self._fill: bytes = b"0"
        self._path: list[tuple[float, float]] = []
        self._parts: list[list[tuple[float, float]]] = []
        self._curved = self._clipping = False
        self._dot = -1.0

    def _count(self, operators: int) -> None:
        """Count operators of the page and the document."""
        self._operators += operators
        self._budget.spend("max_operators", operators)
        if self._operators > MAX_OPERATORS:
            raise LimitExceededError("too many operators on a page", code="limit_records")

    def _concat(self, operands: bytes) -> None:
        self._ctm = multiply(matrix_of(operands), self._ctm)

    def _set_fill(self, operands: bytes) -> None:
        self._fill = operands.strip()

    def _move(self, operands: bytes) -> None:
        if len(self._path) > 1:
            self._parts.append(self._path)
        x, y = reals(operands, 2)
        self._path = [(x, y)]

    def _line_to(self, operands: bytes) -> None:
        x, y = reals(operands, 2)
        self._path.append((x, y))

    def _curve(self, operands: bytes) -> None:
        self._curved = True
        self.page.curves += 1
        values = reals(operands, 4)
        self._path.append((values[-2], values[-1]))

    def _close(self, operands: bytes) -> None:
        if self._path:
            self._path.append(self._path[0])

    def _rectangle(self, operands: bytes) -> None:
        x, y, width, height = reals(operands, 4)
        if len(self._path) > 1:
            self._parts.append(self._path)
        self._path = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]

    def _end_path(self, operands: bytes = b"") -> None:
        if self._clipping and not self._curved:
            points = [point for part in (*self._parts, self._path) for point in part]
            if points:
                self._set_clip(self._box(points))
        self._path, self._parts = [], []
        self._curved = self._clipping = False

    def _box(self, points: Iterable[tuple[float, float]]) -> BoxTuple:
        xs, ys = zip(*points, strict=True)
        return box_of(self._ctm, min(xs), min(ys), max(xs), max(ys))

    def _set_clip(self, box: BoxTuple) -> None:
        x0, y0, x1, y1 = bounded(*box)
        box = (round(100 * x0) / 100, round(100 * y0) / 100, round(100 * x1) / 100, round(100 * y1) / 100)
        index = self._clips.get(box)
        if index is None:
            index = self._clips[box] = len(self.page.clips)
            self.page.clips.append(box)
        self._clip = index

    def _clip_path(self, operands: bytes) -> None:
        self._clipping = bool(self._path or self._parts)

    def _stroke(self, operands: bytes) -> None:
        if not self._curved:
            for part in (*self._parts, self._path):
                for (x0, y0), (x1, y1) in pairwise(part):
                    self._rule(x0, y0, x1, y1)
        self._end_path()

    def _close_stroke(self, operands: bytes) -> None:
        self._close(operands)
        self._stroke(operands)

    def _paint(self, operands: bytes) -> None:
        shapes = []
        for part in (*self._parts, self._path):
            if self._curved or len(part) >= _CORNERS:
                shapes.append(part)
            elif len(part) > 3:
                self._filled(self._box(part))
        if shapes:
            self._shape(shapes)
        self._end_path()

    def _paint_stroke(self, operands: bytes) -> None:
        parts, path, curved = self._parts, self._path, self._curved
        self._paint(operands)
        self._parts, self._path, self._curved = parts, path, curved
        self._stroke(operands)

    def _shape(self, parts: list[list[tuple[float, float]]]) -> None:
        """A filled shape: glyphs when it is as high as text, else a ground that text may stand on."""
        box = self._box(point for part in parts for point in part)
        if _LEAST_GLYPH <= box[3] - box[1] <= _LARGEST_GLYPH:
            # A letter has one or more parts, a word in one path at least as many as letters.
            self.page.outlines += 1 if box[2] - box[0] <= _LARGEST_GLYPH else len(parts) // 3 + 1
        elif box[3] - box[1] > _LARGEST_GLYPH:
            self._add_fill(box)

    def _add_fill(self, box: BoxTuple) -> None:
        if len(self.page.fills) >= MAX_FILLS:
            raise LimitExceededError("too many shapes on a page", code="limit_records")
        self.page.fills.append((*bounded(*box), self._fill, len(self.page.runs)))

    def _filled(self, box: BoxTuple) -> None:
        x0, y0, x1, y1 = box
        dot = x1 - x0 <= _THIN and y1 - y0 <= _THIN
        # A dot continues the dotted line of the dot before it, down the page when both stand in one column.
        if dot and abs(x0 - self._dot) < 0.1:
            self._add_rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
        elif y1 - y0 <= _THIN:
            self._add_rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        elif x1 - x0 <= _THIN:
            self._add_rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
        else:
            self._add_fill(box)
        self._dot = x0 if dot else -1.0

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A stroked segment; only upright ones are rules."""
        a, b, c, d, e, f = self._ctm
        x0, y0, x1, y1 = a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * x1 + c * y1 + e, b * x1 + d * y1 + f
        if abs(y1 - y0) <= 0.5 or abs(x1 - x0) <= 0.5:
            self._add_rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _add_rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Add a rule, or lengthen the last one: dashes of one line are painted one after the other."""
        rules = self.page.rules
        if rules:
            last = rules[-1]
            if (
                abs(last[1] - y0) < 0.1
                and abs(last[3] - y1) < 0.1
                and y1 - y0 <= 0.5
                and -0.1 <= x0 - last[2] <= _DASH_GAP
            ):
                rules[-1] = (last[0], last[1], max(x1, last[2]), last[3])
                return
            if abs(last[0] - x0) < 0.1 and abs(last[2] - x1) < 0.1 and x1 - x0 <= 0.5 and y1 - y0 > x1 - x0:
                if -0.1 <= y0 - last[3] <= _DASH_GAP:
                    rules[-1] = (last[0], last[1], last[2], max(y1, last[3]))
                    return
                if -0.1 <= last[1] - y1 <= _DASH_GAP:
                    rules[-1] = (last[0], min(y0, last[1]), last[2], last[3])
                    return
        if len(rules) < MAX_RULES:
            rules.append(bounded(x0, y0, x1, y1))

    def draw_strokes(self) -> None:
        """Turn the strokes that were kept as they stand into rules; those that carry on the one before are one rule."""
        for matrix, strokes in self.page.strokes:
            self._ctm = matrix
            try:
                self._draw_dashes(_ends_of_dashes(strokes))
            except ValueError:
                self._operations(strokes)
        self.page.strokes.clear()

    def _operations(self, data: bytes) -> None:
        raise NotImplementedError

    def _draw_dashes(self, ends: list[_Dash]) -> None:
        self._count(len(ends))
        *start, right, bottom = ends[0]
        for x0, y0, x1, y1 in ends[1:]:
            # Dashes of a line share a coordinate to the last digit, so most need no arithmetic.
            if y0 == bottom and y1 == bottom == start[1]:
                if -0.1 <= float(x0) - float(right) <= _DASH_GAP:
                    right = x1
                    continue
            elif x0 == right == x1 == start[0] and abs(float(y0) - float(bottom)) <= _DASH_GAP:
                bottom = y1
                continue
            self._rule(float(start[0]), float(start[1]), float(right), float(bottom))
            start, right, bottom = [x0, y0], x1, y1
        self._rule(float(start[0]), float(start[1]), float(right), float(bottom))


def _ends_of_dashes(strokes: bytes) -> list[_Dash]:
    """Both ends of each stroke, digits as they stand.

    Raises:
        ValueError: not every stroke is one straight line.
    """
    words = _without_pens(strokes).split()
    count = len(words) // 7
    if 7 * count != len(words) or any(
        words[at::7].count(word) != count for at, word in ((2, b"m"), (5, b"l"), (6, b"S"))
    ):
        raise ValueError("other strokes than dashes")
    return list(zip(words[::7], words[1::7], words[3::7], words[4::7], strict=True))


def _without_pens(data: bytes) -> bytes:
    """Strokes without the colour, width and dash pattern before each: no rule depends on them."""
    for _ in range(_MOST_PENS):
        at = data.find(PEN_MARK)
        pen = PEN.search(data, max(0, data.rfind(b"\n", 0, max(0, data.rfind(b"\n", 0, at))))) if at >= 0 else None
        if pen is None:
            break
        data = data.replace(pen[0], b"")
    return data
