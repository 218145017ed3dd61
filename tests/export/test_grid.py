from __future__ import annotations

from builders.blocks import table
from builders.documents import spanning, table_of

from hwpextract.document import Table
from hwpextract.export.grid import is_frame, rows_of


def shape(made: Table) -> list[list[str]]:
    """Each slot as its text and extent; what hangs down from above in parentheses."""
    return [
        [f"{slot.cell.text} {slot.row_span}x{slot.col_span}" if slot.begins else f"({slot.cell.text})" for slot in row]
        for row in rows_of(made)
    ]


def test_cells_line_up_under_the_cells_that_hang_down() -> None:
    made = table("""
        | {2x1} 구분 | {1x2} 책방 |
        | 2020년 | 2022년 |
    """)
    assert shape(made) == [["구분 2x1", "책방 1x2"], ["(구분)", "2020년 1x1", "2022년 1x1"]]


def test_grid_lines_at_which_no_cell_begins_do_not_count() -> None:
    made = table_of(
        spanning(0, 0, "가", rows=3, cols=2), spanning(0, 2, "나", rows=3, cols=5), spanning(3, 0, "다", cols=7)
    )
    assert shape(made) == [["가 1x1", "나 1x1"], ["다 1x2"]]


def test_a_hole_in_the_grid_is_an_empty_cell() -> None:
    made = table_of(spanning(0, 0, "가"), spanning(0, 1, "나"), spanning(0, 2, "다"), spanning(1, 1, "라"))
    assert shape(made) == [["가 1x1", "나 1x1", "다 1x1"], [" 1x1", "라 1x1", " 1x1"]]


def test_spans_of_any_size_cost_nothing() -> None:
    made = table_of(spanning(0, 0, "가", rows=10**9, cols=10**9), spanning(10**8, 10**9, "나"))
    assert shape(made) == [["가 2x1", " 1x1"], ["(가)", "나 1x1"]]


def test_a_table_of_one_cell_is_a_frame() -> None:
    assert is_frame(table("| 가 |"))
    assert not is_frame(table("| 가 | 나 |"))
    assert not is_frame(table_of())
