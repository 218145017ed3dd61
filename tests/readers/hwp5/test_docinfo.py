import struct

import pytest
from builders.hwp5 import bin_data, bullet, numbering, para_shape, record, style

from hwpextract.limits import Budget, Limits
from hwpextract.readers.heads import Heading, HeadKind, Level
from hwpextract.readers.hwp5.docinfo import BinItem, DocInfo
from hwpextract.readers.hwp5.records import Tag


def docinfo(records: bytes, compressed: bool = True) -> DocInfo:
    return DocInfo(records, compressed, Budget(Limits()))


def test_streams_are_named_by_hexadecimal_numbers() -> None:
    found = docinfo(bin_data(9, "jpg") + bin_data(10, "png") + bin_data(300, "BMP"), compressed=True)
    assert [item.path for item in found.bin_items] == [
        "BinData/BIN0009.jpg",
        "BinData/BIN000A.png",
        "BinData/BIN012C.BMP",
    ]


@pytest.mark.parametrize(("packing", "compressed"), [(0, True), (1, True), (2, False)])
def test_compression_follows_the_document_unless_the_item_says_otherwise(packing: int, compressed: bool) -> None:
    found = docinfo(bin_data(1, "jpg", packing), compressed=True)
    assert found.bin_items == [BinItem("BinData/BIN0001.jpg", compressed)]
    assert found.is_compressed("BinData/BIN0001.jpg") is compressed
    assert found.is_compressed("BinData/BIN0002.jpg") is True


def test_links_and_storages() -> None:
    link = record(Tag.BIN_DATA, 1, struct.pack("<H", 0) + struct.pack("<H", 2) + "C:".encode("utf-16-le"))
    storage = record(Tag.BIN_DATA, 1, struct.pack("<HH", 2, 31))
    found = docinfo(link + storage, compressed=False)
    assert found.bin_items == [BinItem(None, False), BinItem("BinData/BIN001F.OLE", False)]


def test_headings_of_paragraph_shapes() -> None:
    shapes = para_shape(1, 0) + para_shape(2, 3, definition=4) + para_shape(1, 6, 9) + para_shape()
    headings = docinfo(shapes).headings
    assert [headings[shape] for shape in range(5)] == [
        Heading(HeadKind.OUTLINE),
        Heading(HeadKind.NUMBER, 4, 3),
        Heading(HeadKind.OUTLINE, 0, 9),
        None,
        None,
    ]


def test_a_level_beyond_the_deepest_is_the_deepest() -> None:
    heading = docinfo(para_shape(1, 0, 4_000_000_000)).headings[0]
    assert heading
    assert heading.outline_level == 10


def test_a_shape_cut_short_has_no_definition() -> None:
    cut = record(Tag.PARA_SHAPE, 1, struct.pack("<I", 3 << 23) + bytes(10))
    follower = record(Tag.PARA_SHAPE, 1, b"\xff" * 54)
    assert docinfo(cut + follower).headings[0] == Heading(HeadKind.BULLET)


def test_levels_of_numberings() -> None:
    seven = numbering(("^1.", 0, 1), ("^2)", 8, 3))
    ten = numbering(*[(f"^{level}", level, level) for level in range(1, 10)], ("^:", 10, 10))
    found = docinfo(seven + ten).numberings
    assert found[1] == [Level("^1.", 0, 1), Level("^2)", 8, 3), *[Level("", 0, 1)] * 5]
    assert found[2] == [*(Level(f"^{level}", level, level) for level in range(1, 10)), Level("^:", 10, 10)]


def test_old_numberings_start_as_a_whole() -> None:
    whole = numbering(("^1.", 0, 9), ("^2)", 8, 9), start=5)
    levels = 7 * 14 + 2 * len("^1.^2)") + 2
    found = docinfo(numbering(("^1.", 0, 9), ("^2)", 8, 9), start=5, size=levels)).numberings[1]
    assert len(whole) > levels
    assert [level.start for level in found] == [5, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("size", range(0, 170, 3))
def test_numberings_cut_short_keep_the_levels_they_have(size: int) -> None:
    found = docinfo(numbering(*[(f"^{level}", 0, 1) for level in range(1, 10)], size=size)).numberings[1]
    texts = [level.text for level in found if level.text]
    assert all(f"^{number}".startswith(text) for number, text in enumerate(texts, start=1))


def test_bullets_of_all_sizes() -> None:
    records = (
        bullet("-", size=14),
        bullet("\uf0a7", size=23),
        bullet("☐", "☑", checkable=True),
        bullet("□", "■"),
        bullet("-", picture=3),
        bullet(""),
        bullet("-", size=5),
    )
    found = docinfo(b"".join(records)).bullets
    assert [(each.sign, each.checked_sign) for each in found.values()] == [
        ("-", "-"),
        ("\uf0a7", "\uf0a7"),
        ("☐", "☑"),
        ("□", "□"),
        ("•", "•"),
        ("●", "●"),
        ("●", "●"),
    ]


def test_styles_are_named() -> None:
    cut = record(Tag.STYLE, 1, struct.pack("<H", 500) + "제목".encode("utf-16-le"))
    names = docinfo(style("바탕글") + style("") + cut).style_names
    assert [names[number] for number in range(4)] == ["바탕글", None, "제목", None]


def test_damaged_records_end_the_look_ups() -> None:
    whole = bin_data(1, "jpg") + bin_data(2, "png")
    assert len(docinfo(whole[:-3]).bin_items) == 1
    assert docinfo(b"").bin_items == []
