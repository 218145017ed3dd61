from __future__ import annotations

from unicodedata import normalize

import pytest
from builders.blocks import blocks, box, frame, paragraph, table

from hwpextract.document import Block, Paragraph, Table
from hwpextract.press.tables import (
    Form,
    cells_with,
    fields_of,
    first_line,
    frame_blocks,
    key_of,
    lines_of,
    opened,
    tables_of,
)

LABELS = frozenset({"보도시점", "배포", "담당부서", "책임자"})


def fields(text: str) -> list[tuple[str, list[str]]]:
    return [(field.label, [cell.text for cell in field.values]) for field in fields_of(table(text), LABELS)]


def test_lines_are_squeezed_and_empty_ones_left_out() -> None:
    assert lines_of(blocks("  첫째\t줄↵ ↵둘째  줄 \n\n셋째")) == ["첫째 줄", "둘째 줄", "셋째"]


def test_lines_of_tables_come_cell_by_cell() -> None:
    assert lines_of([table("| 가 ⏎ 나 | 다 |\n| 라 | |")]) == ["가", "나", "다", "라"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("보도시점", "보도시점"),
        (" 보 도 시 점 ", "보도시점"),
        ("보도시점 :", "보도시점"),
        ("보도시점：", "보도시점"),
        ("담당 ⏎ 부서", "담당부서"),
        ("담당↵부서", "담당부서"),
        ("과\u2002장", "과장"),
        ("누리망․방송", "누리망·방송"),
        ("", ""),
        ("행정안전부는 새 제도를 시행한다고 오늘 밝혔다", ""),
    ],
)
def test_key_of_a_cell(text: str, key: str) -> None:
    assert key_of(table(f"| {text} | x |").cells[0]) == key


def test_value_stands_to_the_right_up_to_the_next_label() -> None:
    assert fields("| 보도시점 | 4. 13. | 조간 | 배포 | 4. 10. |") == [
        ("보도시점", ["4. 13.", "조간"]),
        ("배포", ["4. 10."]),
    ]


def test_label_over_several_rows_has_the_values_of_all() -> None:
    assert fields("| {2x1} 보도시점 | 온라인 12:00 |\n| 지면 조간 |") == [("보도시점", ["온라인 12:00", "지면 조간"])]


def test_value_over_several_rows_counts_once() -> None:
    assert fields("| {2x1} 보도시점 | {2x1} 조간 | a |\n| b |") == [("보도시점", ["조간", "a", "b"])]


def test_label_at_the_end_of_its_row_has_no_value() -> None:
    assert fields("| x | 배포 |\n| 4. 10. | y |") == [("배포", [])]


def test_word_inside_a_longer_text_is_no_label() -> None:
    assert fields("| 배포 즉시 | 보도시점 안내 |") == []


def test_places_that_no_cell_covers_are_passed_over() -> None:
    holed = table("| 보도시점 | x | 4. 13. |")
    holed = holed.model_copy(update={"cells": (holed.cells[0], holed.cells[2])})
    assert [[cell.text for cell in field.values] for field in fields_of(holed, LABELS)] == [["4. 13."]]


def test_frames_around_tables_are_opened() -> None:
    inner = table("| 보도시점 | 조간 |")
    assert opened([frame(inner)]) == [inner]
    assert opened([box(inner)]) == [inner]
    assert [block.kind for block in opened([box(frame("제목", inner))])] == ["paragraph", "table"]


def test_frames_around_text_stay() -> None:
    whole = (frame("제목"), box("제목"), table("| 가 | 나 |"), paragraph("본문"))
    assert tuple(opened(whole)) == whole


def test_frames_in_frames_are_opened_to_any_depth() -> None:
    inner: Block = table("| 보도시점 | 조간 |")
    nested = inner
    for _ in range(2000):
        nested = frame(nested)
    assert list(opened([nested])) == [inner]


def test_what_a_frame_holds() -> None:
    (text,) = frame_blocks(frame("제목")) or ()
    assert isinstance(text, Paragraph)
    assert text.text == "제목"
    assert frame_blocks(box(text)) == (text,)
    assert frame_blocks(text) is None
    assert frame_blocks(table("| 가 | 나 |")) is None


def test_table_without_cells() -> None:
    nothing = Table(locator="s0/t0", rows=0, cols=0, cells=())
    assert list(opened([nothing])) == [nothing]
    assert list(fields_of(nothing, LABELS)) == []
    assert frame_blocks(nothing) is None


def test_cells_with_a_label_however_it_is_typed() -> None:
    found = cells_with(LABELS, table("| 책 임 자(과장) | 책임자는 | 자 | " + normalize("NFD", "책임자") + " | |"))
    assert [cell.col for cell in found] == [0, 3]


def test_first_line_and_tables_in_reading_order() -> None:
    inner = table("| 안 |")
    outer = frame(paragraph("  \n 첫째  줄\n둘째"), inner)
    assert first_line([outer]) == "첫째 줄"
    assert first_line([paragraph(" ")]) == ""
    assert list(tables_of([box(outer), paragraph("x"), inner])) == [outer, inner, inner]


def test_form_gives_a_cell_over_several_rows_in_each_of_them() -> None:
    printed = table("| {2x1} 담당부서 | 지도국 | | 책임자 |\n| 지도과 | 팀 ⏎ 팀장 | {1x1} |")
    form = Form.of(printed, cells_with(LABELS, printed))
    assert [[slot.lines for slot in form.row(at)] for at in range(3)] == [
        [["담당부서"], ["지도국"], ["책임자"]],
        [["담당부서"], ["지도과"], ["팀", "팀장"]],
        [],
    ]
    assert [slot.label for slot in form.slots] == ["담당부서", "", "책임자", "", ""]
    assert [slot.lines for slot in form.columns(1, 2).slots] == [["지도국"], ["지도과"]]
