from __future__ import annotations

import pytest
from builders.charts import chart_space, data_grid, series, title

from hwpextract.document import text_of
from hwpextract.readers.charts import from_drawingml
from hwpextract.readers.vtchart import from_data_grid

ROWS = [["", "올해", "작년"], ["봄", "4.3", "2"], ["여름", "2.5", ""]]
BARS = (series("올해", ["봄", "여름"], ["4.2999999999999998", "2.5"]), series("작년", ["봄", "여름"], ["2"]))


def test_series_are_columns_and_categories_rows() -> None:
    chart = from_drawingml(chart_space(*BARS, top=title("방문객", "(명)"), axes=f"<c:valAx>{title('만 명')}</c:valAx>"))
    assert chart == ("bar", ["방문객\n(명)", "만 명"], ROWS)


def test_a_chart_becomes_a_table() -> None:
    chart = from_drawingml(chart_space(*BARS, kind="bar3DChart", top=title("방문객")))
    assert chart
    table, characters = chart.table("s0/c0", str)
    assert (table.rows, table.cols, table.chart, text_of(table.caption)) == (3, 3, "bar3D", "방문객")
    assert [cell.text for cell in table.cells] == [text for row in ROWS for text in row]
    assert [cell.header for cell in table.cells] == [True] * 3 + [False] * 6
    assert table.cells[1].blocks[0].locator == "s0/c0/r0c1/p0"
    assert characters == sum(len(text) for row in ROWS for text in row) + len("방문객")


def test_points_with_places_of_their_own() -> None:
    points = (
        series("가", ["1", "2"], ["10", "20"], ("xVal", "yVal")),
        series("나", ["3", "4"], ["30"], ("xVal", "yVal")),
    )
    chart = from_drawingml(chart_space(*points, kind="scatterChart"))
    assert chart == ("scatter", [], [["", "가", "", "나"], ["1", "10", "3", "30"], ["2", "20", "4", ""]])


def test_names_of_several_levels_are_joined() -> None:
    def level(*names: str) -> str:
        points = "".join(f'<c:pt idx="{at}"><c:v>{name}</c:v></c:pt>' for at, name in enumerate(names) if name)
        return f"<c:lvl>{points}</c:lvl>"

    names = level("봄", "여름", "봄") + level("2024", "", "2025")
    keys = f"<c:cat><c:multiLvlStrRef><c:multiLvlStrCache>{names}</c:multiLvlStrCache></c:multiLvlStrRef></c:cat>"
    bar = series("가", [], ["1", "2", "3"]).replace("<c:val>", keys + "<c:val>", 1)
    chart = from_drawingml(chart_space(bar))
    assert chart
    assert [row[0] for row in chart.rows] == ["", "2024 봄", "2024 여름", "2025 봄"]


@pytest.mark.parametrize("xml", [b"", b"<", b"<a/>", chart_space(), b"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"])
def test_parts_without_a_chart(xml: bytes) -> None:
    assert from_drawingml(xml) is None


def test_a_far_point_takes_no_memory() -> None:
    far = chart_space(series("가", ["봄"], ["1"]).replace('idx="0"', 'idx="99999"').replace("99999", "9" * 40))
    chart = from_drawingml(far)
    assert chart
    assert len(chart.rows) == 2


def test_more_series_than_a_chart_can_show() -> None:
    assert from_drawingml(chart_space(*[series("가", ["봄"], ["1"])] * 300)) is None


def test_the_grid_of_older_charts() -> None:
    grid = data_grid([[None, "봄", "여름"], ["올해", 4.3, 2.5], ["작년", 2.0, None]])
    assert from_data_grid(grid) == (None, [], ROWS)


@pytest.mark.parametrize("cut", [0, 20, 60, 90, 140, 200])
def test_a_grid_that_ends_too_soon(cut: int) -> None:
    grid = data_grid([[None, "봄"], ["올해", 4.3]])
    assert from_data_grid(grid[:cut]) is None


def test_a_grid_too_large() -> None:
    grid = data_grid([[None, "봄"], ["올해", 4.3]])
    place = grid.index(b"VtObject\0") + 11
    assert from_data_grid(grid[:place] + b"\xff\xff\xff\xff" + grid[place + 4 :]) is None
