import pytest

from hwpextract.document import cell
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.tables import assemble

Span = tuple[int, int, int, int]


def assembled(*places: Span, declared: tuple[int, int] | None = None) -> tuple[int, int, list[Span]]:
    """Rows, columns and places of a table of these cells."""
    cells = [cell(*place, ()) for place in places]
    budget = Budget(Limits())
    table = assemble("s0/t0", cells, (), budget, declared) if declared else assemble("s0/t0", cells, (), budget)
    return table.rows, table.cols, [(one.row, one.col, one.row_span, one.col_span) for one in table.cells]


def test_cells_come_out_row_by_row() -> None:
    assert assembled((1, 0, 1, 1), (0, 1, 1, 1), (0, 0, 1, 1)) == (2, 2, [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1)])


def test_the_grid_goes_as_far_as_cells_reach() -> None:
    assert assembled((0, 0, 2, 3)) == (2, 3, [(0, 0, 2, 3)])
    assert assembled((0, 0, 1, 1), declared=(9, 9)) == (1, 1, [(0, 0, 1, 1)])
    assert assembled() == (0, 0, [])


def test_spans_end_at_the_declared_size_but_cells_may_begin_behind_it() -> None:
    assert assembled((0, 0, 9, 9), (2, 0, 1, 1), declared=(2, 1)) == (3, 1, [(0, 0, 3, 1), (2, 0, 1, 1)])


def test_huge_grids_are_refused() -> None:
    with pytest.raises(LimitExceededError) as caught:
        assembled((0, 0, 1, 1), (100_000, 100_000, 1, 1))
    assert caught.value.code == "limit_cells"
