"""Tables out of drawn lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.geometry import BoxTuple
from hwpextract.readers.pdf.content.runs import Run
from hwpextract.readers.pdf.layout.rules import grids_of_rules

THIN = 0.5


def walls(xs: Sequence[float], ys: Sequence[float]) -> list[BoxTuple]:
    """The lines of a table, a row at a time, as thin fills."""
    across = [(xs[0], y, xs[-1], y + THIN) for y in ys]
    down = [(x, top, x + THIN, foot) for x in xs for top, foot in pairwise(ys)]
    return across + down


def shape(rules: Sequence[BoxTuple]) -> list[tuple[int, int, int]]:
    """Rows, columns and cells of each table, from the top."""
    grids = sorted(grids_of_rules(rules, (), ()), key=lambda grid: grid.box[1])
    return [(grid.rows, grid.cols, len(grid.cells)) for grid in grids]


def test_pieces_of_one_wall_are_one() -> None:
    assert shape(walls((60, 200, 540), (100, 130, 160))) == [(2, 2, 4)]


def test_walls_of_two_tables_in_nearly_one_place_are_walls_of_both() -> None:
    # 200.4 and 200.6 are one place, but round to two.
    upper, lower = walls((60, 200.35, 540), (100, 130)), walls((60, 200.15, 540), (400, 430))
    assert shape(upper + lower) == shape(lower + upper) == [(1, 2, 2), (1, 2, 2)]


def test_a_wall_of_pieces_that_lie_beside_each_other_is_drawn_once() -> None:
    """Two fifths of a wall, drawn twice half a point apart, are no wall."""
    frame = walls((60, 540), (100, 200))
    parts = [(x, 100.0, x + THIN, 140.0) for x in (300.2, 300.7)]
    assert shape(frame + parts) == [(1, 2, 1)]


XS = (60, 200, 400, 540)


def cut(xs: Sequence[float] = XS) -> list[BoxTuple]:
    """The rest of a table on a new page, as browsers print it: without a line at its top."""
    return [rule for rule in walls(xs, (60, 80, 100)) if rule[1] > 60 or rule[3] - rule[1] > 1]


def shape_behind(before: Sequence[float], rules: Sequence[BoxTuple]) -> list[tuple[int, int]]:
    return [(grid.rows, grid.cols) for grid in grids_of_rules(rules, (), (), before)]


def test_the_rest_of_a_table_has_its_first_row_without_a_line_above() -> None:
    assert shape_behind(XS, cut()) == [(2, 3)]
    assert shape_behind((60, 130, 200, 400, 540), cut()) == [(2, 3)]
    assert shape_behind((60, 540), cut((60, 540))) == [(2, 1)]


def test_walls_that_reach_up_are_no_row_of_another_table() -> None:
    assert shape_behind((), cut()) == [(1, 3)]
    assert shape_behind((60, 210, 400, 540), cut()) == [(1, 3)]
    axis = [(60, 100, 540, 100 + THIN), (200, 60, 200 + THIN, 100), (400, 60, 400 + THIN, 100)]
    assert shape_behind(XS, axis) == []


def test_a_table_with_all_its_lines_is_what_it_was() -> None:
    assert shape_behind(XS, walls(XS, (60, 80, 100))) == [(2, 3)]


def opened(xs: Sequence[float]) -> list[BoxTuple]:
    """The part of a table that a page break cuts off at 760: without a line at its foot."""
    return [rule for rule in walls(xs, (700, 730, 760)) if rule[1] < 760]


@pytest.mark.parametrize("xs", [XS, (60, 540)], ids=["table", "box"])
def test_a_table_that_a_page_break_cuts_has_its_last_row_without_a_line_below(xs: Sequence[float]) -> None:
    assert shape(opened(xs)) == [(2, len(xs) - 1, 2 * (len(xs) - 1))]


def test_walls_above_text_or_at_one_end_alone_are_no_row() -> None:
    font = Font("face", {}, {}, 1000, wide=True)
    below = Run("본문", 60.0, 775.0, 80.0, 775.0, 10.0, font, 0, b"0", None, -1, 0, False)
    (grid,) = grids_of_rules(opened(XS), [below], ())
    assert grid.rows == 1
    lower = [below._replace(y=800.0), below._replace(y=814.0)]
    (grid,) = grids_of_rules(opened(XS), lower, ())
    assert grid.rows == 1
    (grid,) = grids_of_rules(opened(XS), lower[:1], ())
    assert grid.rows == 2
    axes = [(60, 700, 540, 700 + THIN), (60, 700, 60 + THIN, 760)]
    assert shape(axes) == []
