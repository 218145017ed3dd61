"""Numbers and bullets in front of paragraphs."""

from __future__ import annotations

import pytest
from builders.hwp5 import (
    bullet,
    cell,
    control,
    document,
    listed,
    mark,
    numbering,
    object_header,
    para_shape,
    paragraph,
    read,
    section_definition,
    table,
)

from hwpextract.document import Document, SideKind, paragraphs_of
from hwpextract.limits import Limits
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.options import Options

LIST = numbering(("^1.", 0, 1), ("^2)", 8, 1))
OTHER = numbering(("제^1조", 0, 1), ("^1-^2", 0, 1))
# Shapes: 0 plain, 1 and 2 outline, 3 and 4 the first numbering, 5 the second.
SHAPES = (
    para_shape()
    + para_shape(1, 0)
    + para_shape(1, 1)
    + para_shape(2, 0, definition=1)
    + para_shape(2, 1, definition=1)
    + para_shape(2, 0, definition=2)
)
DOCINFO = LIST + OTHER + SHAPES


def said(found: Document) -> list[str]:
    return [each.text for each in paragraphs_of(found.blocks)]


def begun(text: str, outline: int, *, before: bytes = b"", shape: int = 0) -> bytes:
    """First paragraph of a section, with the section definition."""
    marks = (mark(2, "cold") if before else "") + mark(2, "secd")
    return paragraph(marks + text, before, section_definition(outline), shape=shape)


def test_numbers_of_a_list() -> None:
    shapes = (3, 4, 4, 0, 3, 4)
    found = read(b"".join(paragraph("가", shape=shape) for shape in shapes), docinfo=DOCINFO)
    assert said(found) == ["1. 가", "가) 가", "나) 가", "가", "2. 가", "가) 가"]
    first = next(paragraphs_of(found.blocks))
    assert (first.head, first.level, first.locator) == ("1.", None, "s0/p0")


def test_an_outline_goes_by_the_numbering_of_its_section() -> None:
    found = read(begun("표지", 2) + paragraph("목적", shape=1) + paragraph("정의", shape=2), docinfo=DOCINFO)
    assert said(found) == ["표지", "제1조 목적", "1-1 정의"]
    assert [each.level for each in paragraphs_of(found.blocks)] == [None, 1, 2]


@pytest.mark.parametrize("before", [b"", control("cold", 1, bytes(12))])
def test_the_paragraph_of_the_section_definition_counts_by_it(before: bytes) -> None:
    assert said(read(begun("목적", 2, before=before, shape=1), docinfo=DOCINFO)) == ["제1조 목적"]


def test_an_outline_counts_through_all_sections() -> None:
    sections = [begun("가", 1, shape=1), begun("나", 2, shape=1), begun("다", 1, shape=1)]
    found = read(*sections, docinfo=DOCINFO)
    assert said(found) == ["1. 가", "제1조 나", "2. 다"]


def test_an_outline_that_is_not_defined_goes_by_paths() -> None:
    found = read(begun("가", 0, shape=1) + paragraph("나", shape=2) + paragraph("다", shape=2), docinfo=DOCINFO)
    assert said(found) == ["1. 가", "1.1. 나", "1.2. 다"]


def test_outline_and_list_count_apart() -> None:
    found = read(begun("가", 1, shape=1) + paragraph("나", shape=3) + paragraph("다", shape=1), docinfo=DOCINFO)
    assert said(found) == ["1. 가", "1. 나", "2. 다"]


def test_counting_goes_on_inside_tables_after_their_own_paragraph() -> None:
    inner = table(1, 1, 1, cell(2, 0, 0, paragraph("나", level=2, shape=3)))
    found = read(paragraph("가" + mark(11, "tbl "), inner, shape=3) + paragraph("다", shape=3), docinfo=DOCINFO)
    assert said(found) == ["1. 가", "2. 나", "3. 다"]


def test_counting_goes_on_in_notes() -> None:
    note = control("fn  ", 1, bytes(12)) + listed(2, paragraph("나", level=2, shape=3))
    found = read(paragraph("가" + mark(17, "fn  "), note, shape=3) + paragraph("다", shape=3), docinfo=DOCINFO)
    assert said(found) == ["1. 가", "3. 다"]
    assert [side.text for side in found.side_texts(SideKind.FOOTNOTE)] == ["2. 나"]


def test_a_paragraph_without_words_shows_its_head() -> None:
    found = read(paragraph("가", shape=3) + paragraph(shape=3) + paragraph("  ", shape=3), docinfo=DOCINFO)
    assert said(found) == ["1. 가", "2.", "3."]


def test_objects_of_a_paragraph_without_words_stay() -> None:
    inner = table(1, 1, 1, cell(2, 0, 0, paragraph("나", level=2)))
    found = read(paragraph(mark(11, "tbl "), inner, shape=3), docinfo=DOCINFO)
    assert [block.kind for block in found.blocks] == ["table", "paragraph"]


def test_an_empty_format_counts_without_a_head() -> None:
    quiet = numbering(("", 0, 1), ("^1.^2", 0, 1)) + para_shape(2, 0, definition=1) + para_shape(2, 1, definition=1)
    found = read(paragraph("가") + paragraph() + paragraph("나", shape=1), docinfo=quiet)
    assert [(each.text, each.head) for each in paragraphs_of(found.blocks)] == [("가", None), ("2.1 나", "2.1")]


def test_a_numbering_that_is_not_there_prints_nothing() -> None:
    found = read(paragraph("가"), docinfo=para_shape(2, 0, definition=7))
    assert [(each.text, each.head) for each in paragraphs_of(found.blocks)] == [("가", None)]


def test_bullets() -> None:
    bullets = bullet("-") + bullet("\uf0a7", size=14) + bullet("?", picture=1) + bullet("☐", "☑", checkable=True)
    shapes = b"".join(para_shape(3, definition=number) for number in range(6))
    body = b"".join(paragraph("가", shape=number) for number in range(6))
    found = read(body, docinfo=bullets + shapes)
    assert said(found) == ["● 가", "- 가", "▪ 가", "• 가", "☐ 가", "● 가"]


def test_a_blank_bullet_shows_nothing() -> None:
    found = read(paragraph("가") + paragraph(), docinfo=bullet(" ") + para_shape(3, definition=1))
    assert said(found) == ["가"]


def test_unknown_signs_stay_and_are_counted() -> None:
    found = read(paragraph("가") + paragraph("나"), docinfo=bullet("\uf8ff") + para_shape(3, definition=1))
    assert said(found) == ["\uf8ff 가", "\uf8ff 나"]
    assert found.coverage.unmapped_characters == 2


def test_heads_are_no_characters_of_the_file() -> None:
    box = control("gso ", 1, object_header())
    found = read(paragraph("가나" + mark(11, "gso "), box, shape=3) + paragraph(shape=3), docinfo=DOCINFO)
    assert found.coverage.characters.met == 2


def test_every_read_counts_from_the_beginning() -> None:
    data = document(paragraph("가", shape=3), docinfo=DOCINFO)
    assert {read_hwp5(data, Options(Limits())).text for _ in range(2)} == {"1. 가"}
