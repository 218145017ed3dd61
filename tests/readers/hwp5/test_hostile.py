import struct
from itertools import chain

import pytest
from builders.hwp5 import (
    cell,
    component,
    control,
    counted,
    deflate,
    document,
    listed,
    mark,
    object_header,
    paragraph,
    picture,
    record,
    table,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hwpextract.document import Document, Paragraph, walk
from hwpextract.errors import HwpExtractError, LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.hwp5.carving import Carving
from hwpextract.readers.hwp5.records import Tag
from hwpextract.readers.options import Options


def rich_section() -> bytes:
    """A bit of everything."""
    box = control("gso ", 1, object_header("그림입니다.")) + component("$con", 2, component("$pic", 3, picture(4, 1)))
    cells = cell(2, 0, 0, paragraph("칸", level=2), name="담당"), cell(2, 0, 1, paragraph(level=2), span=(1, 2))
    grid = table(1, 1, 3, *cells, caption=listed(2, paragraph("표", level=2)))
    note = control("fn  ", 1, struct.pack("<IHH", 1, 0, 0x29)) + listed(2, paragraph("각주", level=2))
    link = control("%hlk", 1, bytes(5) + counted("http\\://example.go.kr;1") + bytes(8))
    text = mark(11, "gso ") + "앞" + mark(11, "tbl ") + mark(17, "fn  ") + mark(3, "%hlk") + "뒤" + mark(4)
    number = paragraph(mark(18, "atno"), control("atno", 1, bytes(12)))
    memo = paragraph("끝", record(Tag.MEMO_LIST, 1, bytes(4)), listed(1, paragraph("쪽지", level=1)))
    return paragraph(text, box, grid, note, link) + number + paragraph("글\U000f02b1\n") + memo


RICH = rich_section()
WHOLE = document(RICH)
MUTATION = st.tuples(st.integers(0, len(RICH) - 1), st.binary(min_size=1, max_size=4))


def read(data: bytes, **limits: int) -> Document:
    return read_hwp5(data, Options(Limits(**limits)))


def mutated(data: bytes, changes: list[tuple[int, bytes]]) -> bytes:
    out = bytearray(data)
    for place, content in changes:
        out[place % len(data) : place % len(data) + len(content)] = content
    return bytes(out)


def check(document: Document) -> None:
    """Whatever was read is sound: it serialises, its cells lie in their grids, its counts add up."""
    document.model_dump_json()
    for block in chain(walk(document.blocks), *(walk(side.blocks) for side in document.side)):
        if block.kind == "table":
            assert all(one.row < block.rows and one.col < block.cols for one in block.cells)
            assert len(block.grid) <= block.rows * block.cols
    characters = document.coverage.characters
    assert characters.met == characters.emitted + characters.apart + sum(characters.dropped.values())


@settings(max_examples=300, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MUTATION, min_size=1, max_size=6))
def test_damaged_records_are_read_or_refused(changes: list[tuple[int, bytes]]) -> None:
    check(read(document(mutated(RICH, changes), flags=0)))


@settings(max_examples=300, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=6))
def test_damaged_files_are_read_or_refused(changes: list[tuple[int, bytes]]) -> None:
    try:
        found = read(mutated(WHOLE, changes))
    except HwpExtractError:
        return
    check(found)


def test_a_deflate_bomb_is_not_inflated() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(document(others={"BodyText/Section0": deflate(bytes(200 << 20))}))
    assert caught.value.code in ("limit_stream", "limit_ratio")


def test_looking_for_lost_streams_keeps_to_the_time() -> None:
    # Sections that fail only at their end: with a unit each, looking for them is quadratic.
    head = deflate(record(Tag.PARA_HEADER, 0, bytes(24)))
    with pytest.raises(LimitExceededError) as caught:
        Carving(bytes(512) + head.ljust(64, b"\xff") * 4, Budget(Limits(max_seconds=1e-9)))
    assert caught.value.code == "limit_seconds"


def test_a_paragraph_of_many_texts_takes_no_longer_than_one_of_a_long_text() -> None:
    """Were each added to those before by a copy, this would take longer than a test may."""
    texts = record(Tag.PARA_TEXT, 1, "가".encode("utf-16-le") * 50) * 200_000
    assert len(read(document(paragraph() + texts), max_ratio=1_000_000).text) == 10_000_000


def test_fields_that_never_end_give_no_link_for_each_that_came_before() -> None:
    begun = paragraph(
        mark(3, "%hlk") + "가", control("%hlk", 1, bytes(5) + counted("http\\://example.go.kr;1") + bytes(8))
    )
    blocks = read(document(begun * 20), max_depth=4).blocks
    assert [len(block.links) for block in blocks if isinstance(block, Paragraph)] == [1, 2, 3] + [4] * 17


def test_streams_of_empty_records_end_at_the_limit() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(document(record(Tag.PARA_HEADER, 0) * 50_000), max_records=10_000)
    assert caught.value.code == "limit_records"


def test_unknown_records_count_as_well() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(document(paragraph("가", record(500, 1) * 50_000)), max_records=10_000)
    assert caught.value.code == "limit_records"


def test_a_record_of_four_gigabytes_takes_no_memory() -> None:
    huge = struct.pack("<II", Tag.PARA_TEXT | 1 << 10 | 0xFFF << 20, 0xFFFFFFF0)
    found = read(document(paragraph("앞") + record(Tag.PARA_HEADER, 0, bytes(24)) + huge + "뒤".encode("utf-16-le")))
    assert found.text.startswith("앞")
    assert [warning.code for warning in found.warnings] == ["record_truncated"]
