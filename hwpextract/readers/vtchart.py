"""Charts of older HWP 5 files: the data grid at the beginning of the stream `Contents` (VtChart).

The stream is a graph of objects: number, number of the class (with name and version where it comes for the first time), fields, then
the same for each class above it. The grid is the first object inside the chart: a matrix of texts and numbers, column by column, with
names of categories in the first column and of series in the first row. The order of the fields was found by comparing the streams of
charts that are stored in this form and as DrawingML.
"""

from __future__ import annotations

import struct
from struct import unpack_from
from typing import Final

from hwpextract.readers.charts import Chart, shown

_GRID: Final = b"VtDataGrid\0"
_NONE: Final = 0xFFFFFFFF
_STRING: Final = "VtString"
_DOUBLE: Final = "VtDouble"
_ROOT: Final = "VtObject"
_MOST_CELLS: Final = 1 << 16


def from_data_grid(contents: bytes) -> Chart | None:
    """Chart of a stream `Contents`; None when its grid cannot be read."""
    start = contents.find(_GRID)
    if start < 2:
        return None
    grid = _Grid(contents, start - 2)
    try:
        rows = grid.rows()
    except (struct.error, ValueError):
        return None
    return Chart(None, [], rows) if any(map(any, rows)) else None


class _Grid:
    """The stream from the name of the grid's class on."""

    def __init__(self, data: bytes, pos: int) -> None:
        self._data = data
        self._pos = pos
        self._classes: dict[int, str] = {}

    def rows(self) -> list[list[str]]:
        """Texts of the grid.

        Raises:
            ValueError: something else than a text or a number stands in it.
            struct.error: the stream ends too soon.
        """
        self._named()
        # What the grid is by the classes above it: a matrix, a collection of so many objects.
        self._class()
        self._class()
        self._word()
        self._class()
        cols, rows = self._word(), self._word()
        if cols * rows > _MOST_CELLS:
            raise ValueError("the grid is too large")
        columns = [[self._cell() for _ in range(rows)] for _ in range(cols)]
        return [list(row) for row in zip(*columns, strict=True)]

    def _cell(self) -> str:
        number = self._long()
        if number == _NONE:
            return ""
        kind = self._class()
        if kind == _STRING:
            text = self._string()
        elif kind == _DOUBLE:
            (value,) = unpack_from("<d", self._data, self._pos)
            text = shown(value)
            self._pos += 10
        else:
            raise ValueError(f"a {kind} in the grid")
        while self._class() != _ROOT:
            pass
        return text

    def _string(self) -> str:
        """A text in CP949 and once more in UTF-16, each with its end, and a byte behind them."""
        size = self._word()
        stored = self._data[self._pos : self._pos + size]
        self._pos += size + 1
        narrow, _, wide = stored.partition(b"\0\0")
        return wide.decode("utf-16-le", "replace").rstrip("\0") or narrow.decode("cp949", "replace")

    def _class(self) -> str:
        """Name of the class whose number comes now."""
        number = self._long()
        if number not in self._classes:
            self._classes[number] = self._named()
        return self._classes[number]

    def _named(self) -> str:
        """Name and version of a class."""
        size = self._word()
        name = self._data[self._pos : self._pos + size].rstrip(b"\0").decode("ascii", "replace")
        self._pos += size + 2
        return name

    def _word(self) -> int:
        (value,) = unpack_from("<H", self._data, self._pos)
        self._pos += 2
        return int(value)

    def _long(self) -> int:
        (value,) = unpack_from("<I", self._data, self._pos)
        self._pos += 4
        return int(value)
