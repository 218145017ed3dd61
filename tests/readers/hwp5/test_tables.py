import struct

import pytest
from builders.hwp5 import cell, listed, mark, paragraph, read, record, table

from hwpextract.document import Paragraph, Table, text_of
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Limits
from hwpextract.readers.hwp5.records import Tag


def read_table(records: bytes, limits: Limits | None = None) -> Table:
    (block,) = read(paragraph(mark(11, "tbl "), records), limits=limits).blocks
    assert isinstance(block, Table)
    return block


def text_cell(row: int, col: int, text: str, span: tuple[int, int] = (1, 1)) -> bytes:
    return cell(2, row, col, paragraph(text, level=2), span=span)


def test_cells_keep_their_place_and_extent() -> None:
    cells = text_cell(0, 0, "가", (2, 1)) + text_cell(0, 1, "나") + text_cell(1, 1, "다")
    found = read_table(table(1, 2, 2, cells))
    assert (found.rows, found.cols, found.locator) == (2, 2, "s0/t0")
    assert [(c.row, c.col, c.row_span, c.col_span, c.text) for c in found.cells] == [
        (0, 0, 2, 1, "가"),
        (0, 1, 1, 1, "나"),
        (1, 1, 1, 1, "다"),
    ]


def test_paragraphs_of_a_cell_are_counted_inside_it() -> None:
    both = cell(2, 3, 1, paragraph("하나", level=2), paragraph("둘", level=2))
    (first, second) = read_table(table(1, 4, 2, both)).cells[0].blocks
    assert (first.locator, second.locator) == ("s0/t0/r3c1/p0", "s0/t0/r3c1/p1")


def test_names_and_header_cells() -> None:
    named = cell(2, 0, 0, paragraph("담당", level=2), name="담당부서")
    header = cell(2, 0, 1, paragraph("구분", level=2), attributes=1 << 18)
    first, second = read_table(table(1, 1, 2, named + header)).cells
    assert (first.name, first.header) == ("담당부서", False)
    assert (second.name, second.header) == (None, True)


def test_tables_stand_in_cells_of_tables() -> None:
    inner = table(3, 1, 1, cell(4, 0, 0, paragraph("속", level=4)))
    outer = table(1, 1, 1, cell(2, 0, 0, paragraph("겉" + mark(11, "tbl "), inner, level=2)))
    words, nested = read_table(outer).cells[0].blocks
    assert isinstance(words, Paragraph)
    assert isinstance(nested, Table)
    assert (words.text, nested.cells[0].text, nested.locator) == ("겉", "속", "s0/t0/r0c0/t0")


def test_the_list_before_the_table_record_is_its_caption() -> None:
    caption = listed(2, paragraph("표 1", level=2))
    found = read_table(table(1, 1, 1, text_cell(0, 0, "칸"), caption=caption))
    assert text_of(found.caption) == "표 1"
    assert found.caption[0].locator == "s0/t0/caption/p0"
    assert found.cells[0].text == "칸"


def test_spans_are_kept_inside_the_grid() -> None:
    found = read_table(table(1, 2, 2, text_cell(0, 0, "가", (60000, 60000)) + text_cell(5, 0, "나")))
    assert [(c.row_span, c.col_span) for c in found.cells] == [(2, 2), (1, 1)]
    assert (found.rows, found.cols) == (6, 2)


def test_cells_come_in_row_major_order() -> None:
    found = read_table(table(1, 2, 1, text_cell(1, 0, "둘"), text_cell(0, 0, "하나")))
    assert [c.text for c in found.cells] == ["하나", "둘"]


def test_a_cell_that_has_lost_its_place_gets_a_row_of_its_own() -> None:
    lost = record(Tag.LIST_HEADER, 2, struct.pack("<HHI", 1, 0, 0)) + paragraph("나", level=2)
    found = read_table(table(1, 2, 2, text_cell(0, 0, "가") + lost))
    assert [(c.row, c.col, c.text) for c in found.cells] == [(0, 0, "가"), (1, 0, "나")]


def test_a_table_without_cells_is_kept_empty() -> None:
    found = read_table(table(1, 65535, 65535))
    assert (found.rows, found.cols, found.cells) == (0, 0, ())


def test_cells_are_limited_by_the_places_they_cover() -> None:
    wide = table(1, 1000, 1000, text_cell(0, 0, "가", (1000, 1000)))
    with pytest.raises(LimitExceededError) as caught:
        read_table(wide, Limits(max_cells=999_999))
    assert caught.value.code == "limit_cells"
    assert read_table(wide, Limits(max_cells=1_000_000)).grid[999, 999].text == "가"
