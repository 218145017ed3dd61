"""Charts as the tables that they draw: DrawingML, which HWPX and newer HWP 5 files hold, and the data grid of older ones.

Of a chart its title, the titles of its axes and its numbers are read: series are columns, categories rows, as in the sheet that
Hangul edits them in. Colours, ticks and places are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from hwpextract.document import Table, cell
from hwpextract.node import Locator, build
from hwpextract.readers.flow import Flow, visible
from hwpextract.readers.xml import lenient_parser

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLOT: Final = "Chart"
_MOST_SERIES: Final = 256
_MOST_LEVELS: Final = 16
_MOST_POINTS: Final = 1 << 12
"""Points of a series whose numbers are believed; those behind come in their order, so that none of them takes memory for others."""


class Chart(NamedTuple):
    """Words and numbers of a chart: its kind (`bar`, `pie3D`; None when not known), titles, rows with the names of series on top."""

    kind: str | None
    titles: list[str]
    rows: list[list[str]]

    def table(self, locator: Locator, clean: Callable[[str], str]) -> tuple[Table, int]:
        """The chart as a table, its titles as caption, and how many characters stand in both."""
        flow = Flow(f"{locator}/title")
        cells = []
        titles = [clean(title) for title in self.titles]
        rows = [[clean(text) for text in texts] for texts in self.rows]
        for title in titles:
            flow.add_plain(title)
        for row, texts in enumerate(rows):
            for col, text in enumerate(texts):
                inside = Flow(f"{locator}/r{row}c{col}")
                inside.add_plain(text)
                cells.append(cell(row, col, 1, 1, tuple(inside.blocks), header=row == 0))
        width = len(self.rows[0]) if self.rows else 0
        caption = tuple(flow.blocks)
        found = build(
            Table,
            locator=locator,
            rows=len(self.rows),
            cols=width,
            cells=tuple(cells),
            caption=caption,
            chart=self.kind or "",
        )
        return found, visible("".join([*titles, *chain(*rows)]))


def from_drawingml(xml: bytes) -> Chart | None:
    """Chart of a `chartSpace`; None when the part is no such thing, holds neither titles nor numbers, or more than a chart shows."""
    from lxml import etree

    parser = lenient_parser()
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        return None
    plots = list(_children(root, "chart", "plotArea")) if root is not None else []
    if root is None or not plots:
        return None
    kinds = [name.removesuffix(_PLOT) for name in map(_name, plots[0]) if name.endswith(_PLOT)]
    series = [each for each in plots[0].iter(etree.Element) if _name(each) == "ser"]
    if len(series) > _MOST_SERIES:
        return None
    titles = [text for title in root.iter("{*}title") if (text := _words(title))]
    rows = _rows([_series(each) for each in series])
    return Chart("+".join(dict.fromkeys(kinds)) or None, titles, rows) if titles or rows else None


class _Series(NamedTuple):
    """One series: its name, and for each of its points category (or x), and value (y, size of a bubble)."""

    name: str
    keys: list[str]
    values: list[list[str]]


def _series(element: _Element) -> _Series:
    name = " ".join(_points(element, "tx")) or " ".join(
        filter(None, (_text(each) for each in _children(element, "tx", "v")))
    )
    keys = _points(element, "cat") or _points(element, "xVal")
    values = [found for part in ("val", "yVal", "bubbleSize") if (found := _points(element, part))]
    return _Series(name, keys, values)


def _rows(series: list[_Series]) -> list[list[str]]:
    """Rows of a sheet: the keys once where all series share them, else in front of each series."""
    shared = next((each.keys for each in series if each.keys), [])
    together = all(each.keys in ([], shared) for each in series)
    columns = [["", *shared]] if together and shared else []
    for each in series:
        if not together and each.keys:
            columns.append(["", *each.keys])
        columns += [[each.name, *values] for values in each.values or [[]]]
    height = max(map(len, columns), default=0)
    filled = [column + [""] * (height - len(column)) for column in columns]
    return [list(row) for row in zip(*filled, strict=True)]


def _points(series: _Element, part: str) -> list[str]:
    """Points of a part of a series by their index; names of several levels are joined, outermost first."""
    levels: list[list[str]] = []
    for owner in _children(series, part):
        levels += map(
            _level, islice(owner.iter("{*}strCache", "{*}numCache", "{*}strLit", "{*}numLit", "{*}lvl"), _MOST_LEVELS)
        )
    if len(levels) < 2:
        return levels[0] if levels else []
    height = max(map(len, levels))
    spread = [_spread(level, height, repeat=number > 0) for number, level in enumerate(levels)]
    return [" ".join(filter(None, names)) for names in zip(*reversed(spread), strict=True)]


def _spread(level: list[str], height: int, *, repeat: bool) -> list[str]:
    """Names of one level for each point; one of an outer level holds up to the next."""
    names = level + [""] * (height - len(level))
    if repeat:
        for place in range(1, height):
            names[place] = names[place] or names[place - 1]
    return names


def _level(cache: _Element) -> list[str]:
    numeric = _name(cache).startswith("num")
    points: list[str] = []
    for point in _children(cache, "pt"):
        index = point.get("idx", "")
        place = int(index) if index.isdecimal() and len(index) < 6 else len(points)
        place = place if place < _MOST_POINTS else len(points)
        text = " ".join(filter(None, (_text(each) for each in _children(point, "v"))))
        points += [""] * (place + 1 - len(points))
        points[place] = shown(text) if numeric else text
    return points


def shown(number: str | float) -> str:
    """A number without the digits that binary fractions add."""
    try:
        return f"{float(number):.15g}"
    except ValueError:
        return str(number)


def _words(title: _Element) -> str:
    """Words of a title, a line for each of its paragraphs; those of a title that a cell gives are a point."""
    lines = ["".join(filter(None, (run.text for run in line.iter("{*}t")))) for line in title.iter("{*}p")]
    return "\n".join(filter(str.strip, lines)) or " ".join(_points(title, "tx"))


def _children(element: _Element, *path: str) -> Iterator[_Element]:
    """Descendants by the local names of their path."""
    name, *rest = path
    for child in element.iterchildren("{*}" + name):
        if rest:
            yield from _children(child, *rest)
        else:
            yield child


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: _Element) -> str:
    return (element.text or "").strip()
