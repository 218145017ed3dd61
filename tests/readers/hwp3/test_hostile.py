import struct
from itertools import chain

import pytest
from builders.hwp3 import (
    EMBEDDED,
    EQUATION,
    TAB,
    box,
    cell,
    control,
    counted,
    document,
    drawing,
    embedded,
    field,
    hidden_comment,
    link,
    links,
    note,
    number,
    page_header,
    paragraph,
    picture,
    plist,
    read,
    shape,
    table,
    text_box,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hwpextract.document import Document, walk
from hwpextract.errors import HwpExtractError

RICH = document(
    paragraph(page_header(paragraph("머리")), "제목", TAB, style=0, shapes=True),
    paragraph(table([["가", "나"], ["다", "라"]], caption=[paragraph("표 ", number(4, 1))]), "글", follows=True),
    paragraph(text_box(paragraph("상자"), options=16), note(paragraph(number(1, 1), ") 각주")), follows=True),
    paragraph(drawing(shape(0), shape(6, plist(paragraph("안"))), shape(2)), picture(EMBEDDED, "A.PNG")),
    paragraph(box([cell(0, 0, 9, 9)], [[paragraph("x")]], EQUATION), hidden_comment(paragraph("숨은"))),
    paragraph(field(b"\4\0", True, "가", "나", data=bytes(32)), "답", field(b"\4\0", False), counted(29, bytes(50))),
    paragraph(control(28, struct.pack("<HBB", 1, 1, 0).ljust(60, b"\0")), "개요", control(8, bytes(92))),
    blocks=embedded("A.PNG", b"\x89PNG") + links(link("http://example.go.kr")),
    summary=("제목",),
    compressed=False,
)
CHANGE = st.tuples(st.integers(0, len(RICH) - 1), st.binary(min_size=1, max_size=4))


def check(data: bytes) -> Document | None:
    """It is read or refused; what was read is sound: it serialises, cells lie in their grids, counts add up."""
    try:
        found = read(data)
    except HwpExtractError:
        return None
    found.model_dump_json()
    for block in chain(walk(found.blocks), *(walk(side.blocks) for side in found.side)):
        if block.kind == "table":
            assert all(one.row < block.rows and one.col < block.cols for one in block.cells)
    characters = found.coverage.characters
    assert characters.met == characters.emitted + characters.apart + sum(characters.dropped.values())
    return found


def test_the_whole_file_is_sound() -> None:
    found = check(RICH)
    assert found
    assert not found.warnings


@settings(max_examples=500, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CHANGE, min_size=1, max_size=6))
def test_damaged_files_are_read_or_refused(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(RICH)
    for place, content in changes:
        data[place : place + len(content)] = content
    check(bytes(data))


@pytest.mark.parametrize("part", range(60))
def test_files_cut_short_are_read_or_refused(part: int) -> None:
    check(RICH[: len(RICH) * part // 60])


def test_paragraphs_longer_than_the_file_end() -> None:
    start = RICH.index(paragraph("x")[43:60])
    head = struct.pack("<BHHBBIB", 1, 65535, 0, 1, 0, 0, 0)
    found = check(RICH[:start] + head + bytes(31) + bytes(200))
    assert found is None or "record_truncated" in [warning.code for warning in found.warnings]


def test_thousands_of_controls_cost_little() -> None:
    found = check(document(*[paragraph(*[TAB] * 16_000)] * 8))
    assert found
    assert not found.blocks


def test_a_table_of_many_cells_that_are_not_there() -> None:
    head = bytearray(84)
    struct.pack_into("<HH", head, 78, 0, 65535)
    found = check(document(paragraph("가", control(10, bytes(4), bytes(head)))))
    assert found
    assert [warning.code for warning in found.warnings] == ["record_truncated"]


def test_drawings_in_drawings_are_read_once() -> None:
    inside = paragraph("끝")
    for _ in range(20):
        inside = paragraph("층", drawing(shape(6, plist(inside))))
    found = check(document(inside))
    assert found
    assert found.text == "\n".join(["층"] * 20 + ["끝"])
