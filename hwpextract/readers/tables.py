"""Tables from their cells: order, extent, and spans kept inside the grid."""

from __future__ import annotations

from typing import Final

from hwpextract.document import Block, Cell, Table
from hwpextract.limits import Budget
from hwpextract.node import Locator, build

_ANY: Final = 1 << 31


def assemble(
    locator: Locator,
    cells: list[Cell],
    caption: tuple[Block, ...],
    budget: Budget,
    declared: tuple[int, int] = (_ANY, _ANY),
) -> Table:
    """Make a table of cells in any order; `declared` is the size that the file states, if it does.

    The grid goes as far as cells begin, and as far as their spans reach inside the declared size.

    Raises:
        LimitExceededError: the grid has more places than max_cells allows.
    """
    cells.sort(key=lambda each: (each.row, each.col))
    rows = _extent(declared[0], [(each.row, each.row_span) for each in cells])
    cols = _extent(declared[1], [(each.col, each.col_span) for each in cells])
    budget.spend("max_cells", rows * cols)
    fitted = tuple([_fitted(each, rows, cols) for each in cells])
    return build(Table, locator=locator, rows=rows, cols=cols, cells=fitted, caption=caption)


def _extent(declared: int, spans: list[tuple[int, int]]) -> int:
    starts = max((start + 1 for start, _ in spans), default=0)
    ends = max((start + span for start, span in spans), default=0)
    return max(starts, min(declared, ends))


def _fitted(each: Cell, rows: int, cols: int) -> Cell:
    """The cell with its spans inside the grid."""
    if each.row + each.row_span <= rows and each.col + each.col_span <= cols:
        return each
    return each.model_copy(
        update={"row_span": min(each.row_span, rows - each.row), "col_span": min(each.col_span, cols - each.col)}
    )
