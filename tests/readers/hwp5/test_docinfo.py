import struct

import pytest
from builders.hwp5 import bin_data, para_shape, record, style

from hwpextract.limits import Budget, Limits
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


def test_outline_levels_are_those_of_outline_shapes() -> None:
    levels = docinfo(para_shape(1, 0) + para_shape(2, 3) + para_shape(1, 6, 9) + para_shape()).outline_levels
    assert [levels[shape] for shape in range(5)] == [1, None, 10, None, None]


def test_a_level_beyond_the_deepest_is_the_deepest() -> None:
    assert docinfo(para_shape(1, 0, 4_000_000_000)).outline_levels[0] == 10


def test_styles_are_named() -> None:
    cut = record(Tag.STYLE, 1, struct.pack("<H", 500) + "제목".encode("utf-16-le"))
    names = docinfo(style("바탕글") + style("") + cut).style_names
    assert [names[number] for number in range(4)] == ["바탕글", None, "제목", None]


def test_damaged_records_end_the_look_ups() -> None:
    whole = bin_data(1, "jpg") + bin_data(2, "png")
    assert len(docinfo(whole[:-3]).bin_items) == 1
    assert docinfo(b"").bin_items == []
