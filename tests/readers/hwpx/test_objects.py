"""Text boxes, groups, pictures, text art, captions."""

from __future__ import annotations

import io
import pickle
import zipfile

import pytest
from builders.charts import chart_space, ole, series, title
from builders.hwpx import caption, hpf, p, package, pic, read, read_bytes, run, section, shape, t, table, text, zipped

from hwpextract.document import Box, EmbeddedFile, Equation, Image, Table, text_of

PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)
PICTURE = {"BinData/image1.jpg": PNG}


def image(*parts: str, data: bytes | None = None) -> Image:
    document = read(p(run(pic(*parts))), parts=PICTURE)
    (found,) = document.images()
    return found


def test_text_box() -> None:
    (found,) = read(p(run(shape(text("하나"), text("둘"))))).blocks
    assert isinstance(found, Box)
    assert (found.locator, text_of(found.blocks)) == ("s0/b0", "하나\n둘")
    assert found.blocks[1].locator == "s0/b0/p1"


@pytest.mark.parametrize("name", ["ellipse", "polygon", "curve", "arc", "line", "connectLine", "ole", "unknownObject"])
def test_shapes(name: str) -> None:
    assert read(p(run(shape(text("안"), name=name)))).text == "안"
    assert read(p(run(shape(name=name), t("하나")))).text == "하나"


def test_shapes_without_text_leave_nothing() -> None:
    document = read(p(run(shape(), shape(text("")), '<hp:line id="1"/>', t("하나"))))
    assert [block.kind for block in document.blocks] == ["paragraph"]


def test_groups_come_out_one_by_one() -> None:
    inner = f'<hp:container id="5">{shape(text("둘"))}{pic("image1")}</hp:container>'
    group = f'<hp:container id="4">{shape(text("하나"))}{inner}{shape(text("셋"), behind=caption(text("이름")))}</hp:container>'
    found = read(p(run(t("앞"), group, t(" 뒤"))), parts=PICTURE).blocks
    assert [(block.kind, block.locator) for block in found] == [
        ("paragraph", "s0/p0"), ("box", "s0/b0"), ("box", "s0/b1"), ("image", "s0/i0"), ("box", "s0/b2"),
    ]  # fmt: skip
    assert isinstance(found[4], Box)
    assert text_of(found[4].caption) == "이름"


def test_caption_of_a_group() -> None:
    named = f'<hp:container id="4">{shape(text("하나"))}{shape(text("둘"))}{caption(text("이름"))}</hp:container>'
    first, second = read(p(run(named))).blocks
    assert isinstance(first, Box)
    assert isinstance(second, Box)
    assert (first.caption, text_of(second.caption)) == ((), "이름")
    (bare,) = read(p(run(f'<hp:container id="4">{shape()}{caption(text("이름"))}</hp:container>'))).blocks
    assert isinstance(bare, Box)
    assert text_of(bare.caption) == "이름"


def test_caption_of_an_equation() -> None:
    equation = f"<hp:equation><hp:script>a+b</hp:script>{caption(text('식 1'))}</hp:equation>"
    found = read(p(run(t("식 "), equation))).blocks
    assert [block.kind for block in found] == ["paragraph", "box"]
    assert text_of(found) == "식 a+b\n식 1"


def test_text_art() -> None:
    (found,) = read(p(run('<hp:textart id="1" text="알림&#x240d;&#x240a;마당"><hp:sz width="1"/></hp:textart>'))).blocks
    assert isinstance(found, Box)
    assert text_of(found.blocks) == "알림\n마당"


def test_picture() -> None:
    document = read(p(run(pic("image1", behind=caption(text("그림 1"))))), parts=PICTURE)
    (found,) = document.images()
    assert (found.name, found.media_type, found.locator) == ("BinData/image1.jpg", "image/png", "s0/i0")
    assert text_of(found.caption) == "그림 1"
    assert document.image_bytes(found) == PNG
    assert (document.coverage.images.met, document.coverage.images.emitted) == (1, 1)


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_media_type_is_that_of_the_bytes(compression: int) -> None:
    with zipfile.ZipFile(io.BytesIO(package(section(p(run(pic("image1")))), parts=PICTURE))) as usual:
        data = zipped({name: usual.read(name) for name in usual.namelist()}, compression)
    document = read_bytes(data)
    (found,) = document.images()
    assert (found.media_type, document.image_bytes(found)) == ("image/png", PNG)


def test_a_picture_that_is_not_there() -> None:
    document = read(p(run(pic("image1"))), parts=PICTURE)
    (found,) = document.images()
    with pytest.raises(LookupError):
        document.image_bytes(found.model_copy(update={"name": "BinData/image7.jpg"}))


def test_pictures_can_be_loaded_elsewhere() -> None:
    document = pickle.loads(pickle.dumps(read(p(run(pic("image1"))), parts=PICTURE)))
    assert document.image_bytes(next(document.images())) == PNG


def test_descriptions() -> None:
    assert image("image1", "시민들이 줄을 서 있다").alt == "시민들이 줄을 서 있다"
    found = image("image1", "그림입니다.\n원본 그림의 이름: 로고.jpg\n원본 그림의 크기: 가로 1pixel, 세로 1pixel")
    assert (found.alt, found.original_name) == (None, "로고.jpg")


def test_missing_picture() -> None:
    document = read(p(run(pic("image9"))))
    (found,) = document.images()
    assert (found.name, found.media_type) == (None, None)
    assert [(warning.code, warning.locator) for warning in document.warnings] == [("image_missing", "s0/i0")]


def test_frame_for_a_picture_that_nobody_has_filled() -> None:
    document = read(p(run(pic(""))))
    assert [image.name for image in document.images()] == [None]
    assert document.warnings == ()


def test_picture_by_the_name_of_its_item() -> None:
    document = read(p(run(pic("image1"))), parts={**PICTURE, "Contents/content.hpf": hpf({}, [])})
    assert next(document.images()).name == "BinData/image1.jpg"


def test_fill_of_a_shape_is_no_picture() -> None:
    fill = '<hc:fillBrush><hc:imgBrush mode="TOTAL"><hc:img binaryItemIDRef="image1"/></hc:imgBrush></hc:fillBrush>'
    assert list(read(p(run(shape(text("안"), behind=fill))), parts=PICTURE).images()) == []


def test_pictures_in_cells_and_boxes() -> None:
    cell = table([["@"]]).replace("<hp:t>@</hp:t>", pic("image1"))
    document = read(p(run(cell, shape(p(run(pic("image1")))))), parts=PICTURE)
    assert [image.locator for image in document.images()] == ["s0/t0/r0c0/i0", "s0/b0/i0"]


def test_equations_are_given_as_latex_too() -> None:
    equation = "<hp:equation><hp:sz width='1'/><hp:script> a over b </hp:script></hp:equation>"
    document = read(p(run(t("값 "), equation)))
    assert document.text == "값 a over b"
    assert document.equations == (Equation(locator="s0/p0", script="a over b", latex=r"\frac{a}{b}"),)


def test_charts_are_tables() -> None:
    chart = f"<hp:chart chartIDRef='Chart/chart1.xml'><hp:sz width='1'/>{caption(text('그림 1'))}</hp:chart>"
    old = "<hp:ole binaryItemIDRef='ole1'><hp:sz width='1'/></hp:ole>"
    case = f"<hp:case hp:required-namespace='x/2016/ooxmlchart'>{chart}</hp:case>"
    switch = f"<hp:switch>{case}<hp:default>{old}</hp:default></hp:switch>"
    part = chart_space(series("올해", ["봄"], ["1"]), top=title("방문객"))
    document = read(p(run(t("앞 "), switch)), parts={"Chart/chart1.xml": part})
    _, table = document.blocks
    assert isinstance(table, Table)
    assert (table.locator, table.chart, text_of(table.caption)) == ("s0/c0", "bar", "방문객\n그림 1")
    assert [cell.text for cell in table.cells] == ["", "올해", "봄", "1"]
    assert document.embedded == (EmbeddedFile(kind="chart", locator="s0/c0", name="Chart/chart1.xml"),)
    assert document.coverage.characters.met == len("앞방문객그림1올해봄1")
    assert document.warnings == ()


def test_a_chart_that_is_missing_is_reported() -> None:
    document = read(p(run(t("앞"), "<hp:chart chartIDRef='Chart/chart1.xml'/>")))
    assert [warning.code for warning in document.warnings] == ["chart_unreadable"]


def test_objects_are_listed_and_can_be_taken_out() -> None:
    content = ole({"Workbook": b"cells"})
    document = read(p(run(t("앞"), "<hp:ole binaryItemIDRef='ole1'/>")), parts={"BinData/ole1.ole": content})
    (found,) = document.embedded
    assert (found.kind, found.locator, found.media_type) == ("object", "s0/p0", "application/vnd.ms-excel")
    assert document.image_bytes(found) == content
    assert [(each.code, each.count) for each in document.warnings] == [("objects_embedded", 1)]


def test_films_are_listed() -> None:
    document = read(p(run(t("앞"), "<hp:video videotype='Local' fileIDRef='movie1'/>")))
    assert [(each.kind, each.locator, each.name) for each in document.embedded] == [("video", "s0/p0", None)]
