import struct

import pytest
from builders.charts import chart_space, ole, series, title
from builders.hwp5 import (
    bin_data,
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
    read,
    record,
    utf16,
)

from hwpextract.document import Block, Box, Document, EmbeddedFile, Equation, Image, Paragraph, Table, text_of
from hwpextract.limits import Limits
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.hwp5.records import Tag
from hwpextract.readers.options import Options

PNG = b"\x89PNG\r\n\x1a\n" + bytes(80)


def blocks_of(*records: bytes, text: str = "", name: str = "gso ") -> tuple[Block, ...]:
    return read(paragraph(text + mark(11, name), *records)).blocks


def box(level: int, text: str, name: str = "$rec") -> bytes:
    return component(name, level, listed(level + 1, paragraph(text, level=level + 1)))


def caption(text: str) -> bytes:
    return listed(2, paragraph(text, level=2))


def test_a_text_box_is_a_box() -> None:
    (found,) = blocks_of(control("gso ", 1, object_header()), box(2, "상자"))
    assert isinstance(found, Box)
    assert (found.locator, text_of(found.blocks), found.blocks[0].locator) == ("s0/b0", "상자", "s0/b0/p0")


def test_each_shape_of_a_group_with_text_is_a_box() -> None:
    inner = component("$con", 3, box(4, "둘"), component("$lin", 4))
    group = component("$con", 2, box(3, "하나"), inner, box(3, "셋", "$ell"))
    found = blocks_of(control("gso ", 1, object_header()), group)
    assert [(block.locator, text_of([block])) for block in found] == [
        ("s0/b0", "하나"),
        ("s0/b1", "둘"),
        ("s0/b2", "셋"),
    ]


def test_a_shape_without_text_leaves_nothing() -> None:
    assert not blocks_of(control("gso ", 1, object_header()), component("$lin", 2))


def test_captions_belong_to_their_object() -> None:
    (found,) = blocks_of(control("gso ", 1, object_header()), caption("그림 1"), box(2, "상자"))
    assert isinstance(found, Box)
    assert (text_of(found.blocks), text_of(found.caption)) == ("상자", "그림 1")
    assert found.caption[0].locator == "s0/b0/caption/p0"


@pytest.mark.parametrize("shape", [component("$lin", 2), b""])
def test_captions_of_shapes_without_text_are_kept(shape: bytes) -> None:
    (found,) = blocks_of(control("gso ", 1, object_header()), caption("그림 1"), shape)
    assert text_of([found]) == "그림 1"


def test_the_caption_of_a_group_stands_behind_its_shapes() -> None:
    group = component("$con", 2, box(3, "하나"), box(3, "둘"))
    found = blocks_of(control("gso ", 1, object_header()), caption("그림 1"), group)
    assert text_of(found) == "하나\n둘\n그림 1"


def test_lists_inside_a_caption_are_not_those_of_the_shape() -> None:
    inner = paragraph(mark(11, "gso "), control("gso ", 3, object_header()), box(4, "속"), level=2)
    (found,) = blocks_of(control("gso ", 1, object_header()), listed(2, inner), box(2, "상자"))
    assert isinstance(found, Box)
    assert (text_of(found.blocks), text_of(found.caption)) == ("상자", "속")


def read_pictures(*ordinals: int, docinfo: bytes, streams: dict[str, bytes], description: str = "") -> Document:
    shapes = [control("gso ", 1, object_header(description)) + component("$pic", 2, picture(3, n)) for n in ordinals]
    body = paragraph(mark(11, "gso ") * len(ordinals), *shapes)
    return read_hwp5(document(body, docinfo=docinfo, others=streams), Options(Limits()))


def test_pictures_are_found_by_the_ordinal_of_their_record_and_hexadecimal_names() -> None:
    docinfo = bin_data(1, "bmp", packing=2) + bin_data(0x1A, "png", packing=2)
    streams = {"BinData/BIN0001.bmp": b"BM" + bytes(60), "BinData/BIN001A.png": PNG}
    found = read_pictures(2, 1, docinfo=docinfo, streams=streams)
    assert [(i.name, i.media_type, i.locator) for i in found.images()] == [
        ("BinData/BIN001A.png", "image/png", "s0/i0"),
        ("BinData/BIN0001.bmp", "image/bmp", "s0/i1"),
    ]
    assert found.coverage.images.met == found.coverage.images.emitted == 2
    assert not found.warnings


@pytest.mark.parametrize("size", [100, 9000])
@pytest.mark.parametrize("packing", [0, 1, 2])
def test_bytes_of_pictures_are_inflated_when_their_record_says_so(packing: int, size: int) -> None:
    import random
    import zlib

    content = PNG + random.Random(0).randbytes(size)
    packer = zlib.compressobj(wbits=-15)
    stored = content if packing == 2 else packer.compress(content) + packer.flush()
    found = read_pictures(1, docinfo=bin_data(1, "jpg", packing), streams={"BinData/BIN0001.jpg": stored})
    (image,) = found.images()
    assert image.media_type == "image/png"
    assert found.image_bytes(image) == content


def test_documents_with_pictures_can_go_to_another_process() -> None:
    import pickle

    found = read_pictures(1, docinfo=bin_data(1, "png", 2), streams={"BinData/BIN0001.png": PNG})
    there = pickle.loads(pickle.dumps(found))
    assert there.image_bytes(next(there.images())) == PNG


def test_a_picture_that_is_not_in_the_file_is_a_warning() -> None:
    found = read_pictures(1, 7, docinfo=bin_data(1, "png", 2), streams={})
    assert [(w.code, w.locator) for w in found.warnings] == [("image_missing", "s0/i0"), ("image_missing", "s0/i1")]
    first, second = found.images()
    assert (first.name, second.name) == ("BinData/BIN0001.png", None)
    with pytest.raises(LookupError):
        found.image_bytes(first)
    with pytest.raises(LookupError):
        found.image_bytes(second)


def test_a_frame_that_nobody_filled_is_no_loss() -> None:
    found = read_pictures(0, docinfo=b"", streams={})
    assert [image.name for image in found.images()] == [None]
    assert not found.warnings


def test_descriptions_give_the_name_of_the_picture() -> None:
    words = "그림입니다.\r\n원본 그림의 이름: 기관 로고.jpg\r\n원본 그림의 크기: 가로 10pixel"
    found = read_pictures(1, docinfo=bin_data(1, "png", 2), streams={"BinData/BIN0001.png": PNG}, description=words)
    (image,) = found.images()
    assert (image.alt, image.original_name) == (None, "기관 로고.jpg")


def test_picture_captions() -> None:
    shape = control("gso ", 1, object_header()) + caption("사진 1") + component("$pic", 2, picture(3, 0))
    (found,) = read(paragraph("앞" + mark(11, "gso "), shape)).blocks[1:]
    assert isinstance(found, Image)
    assert [block.locator for block in found.caption] == ["s0/i0/caption/p0"]


def test_text_art_is_a_box_with_its_lines() -> None:
    art = component("$tat", 2, record(Tag.TEXTART, 3, bytes(32) + counted("축\r\n제") + counted("바탕")))
    (found,) = blocks_of(control("gso ", 1, object_header()), art)
    assert isinstance(found, Box)
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)] == ["축\n제"]


def test_scripts_of_equations_stand_in_the_text() -> None:
    script = record(Tag.EQEDIT, 2, bytes(4) + counted(" a over b ") + bytes(12))
    text = "값 " + mark(11, "eqed") + " 이다"
    document = read(paragraph(text, control("eqed", 1, object_header()), script))
    assert document.text == "값 a over b 이다"
    assert document.equations == (Equation(locator="s0/p0", script="a over b", latex=r"\frac{a}{b}"),)


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ("CommonSet:set:16:Name:wstring:1:A ButtonSet:set:9:Caption:wstring:4:동의 함 Value:int:1 ", "☑ 동의 함"),
        ("ButtonSet:set:9:Caption:wstring:11:Value:int:1 Value:int:0 ", "☐ Value:int:1"),
        ("CommonSet:set:16:Name:wstring:1:A EditSet:set:9:Text:wstring:2:홍씨 MultiLine:bool:0 ", "홍씨"),
        ("CommonSet:set:16:Name:wstring:1:A ", ""),
    ],
)
def test_form_objects_show_their_caption_or_entry(properties: str, shown: str) -> None:
    size = len(utf16(properties))
    form = record(Tag.FORM_OBJECT, 2, b"tbc+tbc+" + struct.pack("<I", size // 2) + counted(properties))
    (found,) = read(paragraph("예: " + mark(11, "form"), control("form", 1, object_header()), form)).blocks
    assert isinstance(found, Paragraph)
    assert found.text == "예: " + shown


def embedded(content: bytes) -> Document:
    """A document with one object, its caption included."""
    item = struct.pack("<I2I", 0, 0, 0) + struct.pack("<H", 1)
    shape = component("$ole", 2, record(Tag.OLE, 3, item))
    caption = listed(2, paragraph("그림 1", level=2))
    text = paragraph("앞 " + mark(11, "gso "), control("gso ", 1, object_header()), caption, shape)
    stored = record(Tag.BIN_DATA, 1, struct.pack("<HH", 2, 1))
    data = document(text, docinfo=stored, others={"BinData/BIN0001.OLE": deflate(content)})
    return read_hwp5(data, Options(Limits()))


def test_charts_are_tables() -> None:
    found = embedded(ole({"OOXMLChartContents": chart_space(series("올해", ["봄"], ["1"]), top=title("방문객"))}))
    _, chart = found.blocks
    assert isinstance(chart, Table)
    assert (chart.locator, chart.chart, text_of(chart.caption)) == ("s0/c0", "bar", "방문객\n그림 1")
    assert [cell.text for cell in chart.cells] == ["", "올해", "봄", "1"]
    assert found.embedded == (EmbeddedFile(kind="chart", locator="s0/c0", name="BinData/BIN0001.OLE"),)
    assert found.coverage.characters.met == len("앞방문객그림1올해봄1")
    assert found.warnings == ()


def test_objects_are_listed_and_can_be_taken_out() -> None:
    content = ole({"Workbook": b"cells"})
    found = embedded(content)
    assert [(each.kind, each.locator, each.media_type) for each in found.embedded] == [
        ("object", "s0/p0", "application/vnd.ms-excel")
    ]
    assert found.image_bytes(found.embedded[0]) == content
    assert [(each.code, each.count) for each in found.warnings] == [("objects_embedded", 1)]


def test_a_chart_that_cannot_be_read_is_reported() -> None:
    assert [each.code for each in embedded(ole({"Contents": b"VtChart"})).warnings] == ["chart_unreadable"]


def test_films_are_listed() -> None:
    shape = component("$vid", 2, record(Tag.VIDEO_DATA, 3, bytes(8)))
    found = read(paragraph("앞" + mark(11, "gso "), control("gso ", 1, object_header()), shape))
    assert [(each.kind, each.locator) for each in found.embedded] == [("video", "s0/p0")]
