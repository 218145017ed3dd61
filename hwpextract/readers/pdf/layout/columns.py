"""Columns of a page: where text flows down in two or more strips, also two pages printed on one sheet.

The page is cut along a strip that nothing crosses, but only when full lines of prose stand on both sides; things that span the
page cut it into bands first. Short pieces side by side are a list or a table without lines, and stay together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from hwpextract.readers.pdf.content.geometry import BoxTuple

_GUTTER = 11.0
"""A gutter is at least this wide, in points: 1.5 em of the smallest body text."""
_LINES = 4
"""Lines that have to stand on each side of a gutter."""
_NARROWEST = 0.25
_MOST_BANDS = 100
"""A page that falls into more bands has no columns."""
_PROSE = 0.6
"""Lines of a column of prose fill at least this share of it, by the median."""


def areas_of(lines: Sequence[BoxTuple], others: Sequence[BoxTuple], page: BoxTuple) -> list[BoxTuple]:
    """Areas of a page in reading order; the page itself when it has no columns.

    `lines` are pieces of text from top to bottom, `others` tables.
    """
    if len(lines) < 2 * _LINES:
        return [page]
    left, right = min(box[0] for box in lines), max(box[2] for box in lines)
    by_height, others_by_height = _Stack(lines), _Stack(others)
    for x in _gutters(lines, left, right):
        areas: list[BoxTuple] = []
        found = False
        bands = _bands(lines, others, page, x)
        for top, bottom in bands if len(bands) <= _MOST_BANDS else ():
            band = (page[0], top, page[2], bottom)
            columns = _columns(
                by_height.between(top, bottom), others_by_height.between(top, bottom), band, right - left
            )
            found = found or bool(columns)
            areas += columns or [band]
        if found:
            return areas
    return [page]


class _Stack:
    """Boxes in the order of their middles from top to bottom."""

    def __init__(self, boxes: Sequence[BoxTuple]) -> None:
        self._boxes = sorted(boxes, key=_middle)
        self._middles = list(map(_middle, self._boxes))

    def between(self, top: float, bottom: float) -> list[BoxTuple]:
        """The boxes with their middle in a band."""
        return self._boxes[bisect_left(self._middles, top) : bisect_left(self._middles, bottom)]


def _gutters(lines: Sequence[BoxTuple], left: float, right: float) -> list[float]:
    """Where a gutter may lie: in the commonest gap between two pieces of one baseline, or in the middle of the text."""
    gaps = Counter(
        round((first[2] + second[0]) / 8)
        for first, second in pairwise(lines)
        if abs(first[3] - second[3]) < 2 and second[0] - first[2] >= _GUTTER
    )
    common = [4.0 * at for at, count in gaps.most_common(2) if count >= _LINES - 1]
    return [*common, (left + right) / 2]


def _middle(box: BoxTuple) -> float:
    return (box[1] + box[3]) / 2


def _columns(
    lines: Sequence[BoxTuple], others: Sequence[BoxTuple], area: BoxTuple, width: float
) -> list[BoxTuple] | None:
    """Strips of an area from left to right, None when it is one."""
    if len(lines) < 2 * _LINES:
        return None
    cuts = [area[0]]
    end: float | None = None
    for x0, x1 in sorted((box[0], box[2]) for box in (*lines, *others)):
        if end is not None and x0 - end >= _GUTTER:
            cuts.append((end + x0) / 2)
        end = x1 if end is None or x1 > end else end
    cuts.append(area[2])
    strips = [(cuts[at], area[1], cuts[at + 1], area[3]) for at in range(len(cuts) - 1)]
    if len(strips) < 2 or len(strips) > 4:
        return None
    return strips if all(_is_prose(lines, strip, width) for strip in strips) else None


def _is_prose(lines: Sequence[BoxTuple], strip: BoxTuple, width: float) -> bool:
    inner = [box for box in lines if strip[0] <= (box[0] + box[2]) / 2 < strip[2]]
    if len(inner) < _LINES:
        return False
    extent = max(box[2] for box in inner) - min(box[0] for box in inner)
    return extent >= _NARROWEST * width and median(box[2] - box[0] for box in inner) >= _PROSE * extent


def _bands(
    lines: Sequence[BoxTuple], others: Sequence[BoxTuple], page: BoxTuple, x: float
) -> list[tuple[float, float]]:
    """Bands from top to bottom: things that cross a line down the page, and what lies between them."""
    bands: list[tuple[float, float]] = []
    top = page[1]
    last: bool | None = None
    for box in sorted((*lines, *others), key=_middle):
        crossing = box[0] < x - 2 and box[2] > x + 2
        if last is not None and crossing != last:
            bands.append((top, min(box[1] + 1, _middle(box))))
            top = bands[-1][1]
        last = crossing
    bands.append((top, page[3]))
    return bands
