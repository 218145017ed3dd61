"""Tables by gaps, stacked cells, joins by table, rules told from underlines, margins."""

from __future__ import annotations

import pytest
from builders.pdf import HEIGHT, Face, cells, pages, rule, show

from hwpextract.document import Box, Document, Paragraph, SideKind, Table
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import read_pdf
from hwpextract.readers.pdf.layout.columns import areas_of
from hwpextract.readers.pdf.layout.joins import decide, stands_apart
from hwpextract.readers.pdf.layout.lines import has_bullet, has_weak_bullet
from hwpextract.readers.pdf.layout.rules import grids_of_rules


def document(face: Face, *contents: bytes) -> Document:
    return read_pdf(pages(contents, face), Options(Limits()))


def test_a_row_of_a_form_without_lines_is_a_table() -> None:
    face = Face()
    row = ((50, "보도시점"), (150, "배포 즉시"), (300, "배포"), (400, "2026. 4. 13."))
    form = b"".join(show(face, x, 100, text) for x, text in row)
    (table, body) = document(face, form + show(face, 50, 150, "본문은 표가 아니다")).blocks
    assert isinstance(table, Table)
    assert [(cell.col, cell.text) for cell in table.cells] == [
        (0, "보도시점"),
        (1, "배포 즉시"),
        (2, "배포"),
        (3, "2026. 4. 13."),
    ]
    assert isinstance(body, Paragraph)


def test_rows_in_the_same_columns_are_a_table_and_one_tab_is_none() -> None:
    face = Face()
    rows = [("서울", "10"), ("부산", "20"), ("대구", "30")]
    listed = b"".join(
        show(face, 50, 100 + 14 * i, a) + show(face, 200, 100 + 14 * i, b) for i, (a, b) in enumerate(rows)
    )
    (table,) = document(face, listed).blocks
    assert isinstance(table, Table)
    assert (table.rows, table.cols) == (3, 2)
    (line,) = document(face, show(face, 50, 100, "붙임") + show(face, 200, 100, "행사 개요")).blocks
    assert isinstance(line, Paragraph)


def test_names_beside_phones_are_people_line_by_line() -> None:
    face = Face()
    row = [((50, 100, 85, 140), "홍길동\n김철수"), ((85, 100, 170, 140), "02-0000-0000\n02-0000-0001")]
    (table,) = document(face, cells(face, row)).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["홍길동\n김철수", "02-0000-0000\n02-0000-0001"]


@pytest.mark.parametrize("text", ["□ 배경", " ㅇ 내용", "- 세부", "※ 참고", "① 하나", "☞ 문의", "➊ 첫째"])
def test_marks_that_only_begin_items(text: str) -> None:
    assert has_bullet(text)


@pytest.mark.parametrize("text", ["본문", "-1.5%", "2026년", "(추진 배경)"])
def test_what_begins_no_item(text: str) -> None:
    assert not has_bullet(text)


@pytest.mark.parametrize(
    ("text", "weak"), [("가. 목적", True), ("1) 첫째", True), ("<표 1>", True), ("1.5배", False), ("가나", False)]
)
def test_numbers_that_may_begin_items(text: str, weak: bool) -> None:
    assert has_weak_bullet(text) is weak


def test_pairs_outweigh_characters() -> None:
    rows = {"은": (12, -8), "새": (-10, 9), "조": (-5, 3), "치": (-2, -9), "다새": (0,)}
    assert decide(rows, "은", "새")
    assert not decide(rows, "조", "치")
    assert not decide(rows, "다", "새")


def test_the_shipped_table_knows_common_words() -> None:
    assert stands_apart("을", "위")
    assert not stands_apart("했", "다")


def test_merged_cells_by_missing_walls() -> None:
    across = [(50, y, 250, y) for y in (100, 120, 140)]
    down = [(50, 100, 50, 140), (250, 100, 250, 140), (150, 120, 150, 140)]
    (grid,) = grids_of_rules([*across, *down], [], [])
    assert [(cell.row, cell.col, cell.row_span, cell.col_span) for cell in grid.cells] == [
        (0, 0, 1, 2),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
    ]


def test_areas_of_a_page_with_columns_under_a_heading() -> None:
    page = (0.0, 0.0, 595.0, 842.0)
    heading = (200.0, 60.0, 400.0, 75.0)
    left = [(50.0, 100.0 + 15 * i, 280.0, 110.0 + 15 * i) for i in range(6)]
    right = [(310.0, 100.0 + 15 * i, 540.0, 110.0 + 15 * i) for i in range(6)]
    lines = sorted([heading, *left, *right], key=lambda box: (box[1], box[0]))
    areas = areas_of(lines, [], page)
    assert [(round(area[0]), round(area[2])) for area in areas] == [(0, 595), (0, 295), (295, 595)]
    assert areas_of(left, [], page) == [page]


def test_a_heading_between_two_lines_is_parted_by_its_type() -> None:
    face = Face()
    lines = rule(50, 100, 540, 100) + rule(50, 190, 540, 190)
    text = show(face, 100, 130, "쉬운 제목", 20) + show(face, 100, 160, "- 작은 제목 -", 13)
    heading, body = document(face, lines + text + show(face, 50, 230, "본문")).blocks
    assert isinstance(heading, Table)
    assert [(cell.row, cell.text) for cell in heading.cells] == [(0, "쉬운 제목"), (1, "- 작은 제목 -")]
    assert isinstance(body, Paragraph)


def test_dots_painted_as_fills_are_walls() -> None:
    face = Face()
    across = "".join(f"{50 + 1.5 * i} {HEIGHT - y} 0.7 0.7 re f " for y in (100, 140) for i in range(134))
    down = "".join(f"{x} {HEIGHT - 100 - 1.5 * i} 0.7 0.7 re f " for x in (50, 250) for i in range(27))
    (box,) = document(face, (across + down).encode() + show(face, 60, 120, "점선 상자")).blocks
    assert isinstance(box, Box)
    assert box.blocks[0].text == "점선 상자"  # type: ignore[union-attr]


def test_a_footnote_stands_apart_with_its_mark() -> None:
    face = Face()
    line = show(face, 50, 100, "동네책방") + show(face, 90, 96, "1)", 6) + show(face, 98, 100, "이 늘었다")
    found = document(face, line + show(face, 50, 700, "1) 바닥이 좁은 서점", 8))
    assert found.text == "동네책방이 늘었다"
    assert [(note.label, note.text) for note in found.side_texts(SideKind.FOOTNOTE)] == [("1)", "바닥이 좁은 서점")]


def test_a_mark_of_a_note_may_have_its_line_to_itself() -> None:
    face = Face()
    line = show(face, 50, 100, "동네책방이 늘었다") + show(face, 50, 116, " ") + show(face, 60, 112, "1)", 6)
    line += show(face, 50, 132, "책도 늘었다")
    found = document(face, line + show(face, 50, 700, "1) 바닥이 좁은 서점", 8))
    assert found.text.split("\n") == ["동네책방이 늘었다", "책도 늘었다"]
    assert [note.text for note in found.side_texts(SideKind.FOOTNOTE)] == ["바닥이 좁은 서점"]


def test_lines_with_room_for_a_syllable_were_broken_between_words() -> None:
    face = Face()
    rows = [
        ("가나다라마 바사아자차", "카타파하가 나다라마바"),
        ("사아자차카 타파하가나", "다라마바사 아자차카타"),
        ("파하가나다 라마바사아", "자차카타파 하가나다라"),
        ("끝이다.", ""),
    ]
    content = b"".join(
        show(face, 50, 100 + 16 * row, left)
        + (show(face, 167, 100 + 16 * row, right) + show(face, 284, 100 + 16 * row, "가나") if right else b"")
        for row, (left, right) in enumerate(rows)
    )
    # The gaps are what justification spread; nothing but the room tells that the breaks are spaces.
    text = document(face, content).text
    assert "가나 사아자차카" in text
    assert "가나 파하가나다" in text
