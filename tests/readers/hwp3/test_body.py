import struct

import pytest
from builders.hwp3 import (
    BUTTON,
    EMBEDDED,
    EQUATION,
    FIXED_BLANK,
    HYPHEN,
    OLE,
    OUTSIDE,
    TAB,
    WIDE_BLANK,
    block,
    box,
    cell,
    control,
    counted,
    document,
    drawing,
    embedded,
    field,
    hchars,
    hidden_comment,
    kchars,
    link,
    links,
    note,
    number,
    page_header,
    paragraph,
    parts,
    picture,
    plist,
    read,
    read_paragraphs,
    shape,
    table,
    text_box,
)

from hwpextract.document import Block, Box, Image, Paragraph, SideKind, Table
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Limits
from hwpextract.readers.flow import visible

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
LINKED = 1 << 4
BOXED = 1 << 17 | 1 << 19


def outline(blocks: tuple[Block, ...]) -> list[str]:
    """Locators of blocks, and the words of paragraphs."""
    return [f"{one.locator} {one.text}" if isinstance(one, Paragraph) else one.locator for one in blocks]


def test_paragraphs_stand_in_order_with_stable_locators() -> None:
    found = read_paragraphs(
        paragraph("가"), paragraph(), paragraph("나", style=1, follows=True), styles=("바탕글", "본문")
    )
    assert outline(found.blocks) == ["s0/p0 가", "s0/p2 나"]
    assert [one.style for one in found.blocks if isinstance(one, Paragraph)] == ["바탕글", "본문"]


def test_a_style_that_is_not_there() -> None:
    (only,) = read_paragraphs(paragraph("가", style=9)).blocks
    assert isinstance(only, Paragraph)
    assert only.style is None


@pytest.mark.parametrize("words", ["", "가", "가나", "가나다라"])
def test_shapes_of_characters_are_passed_over(words: str) -> None:
    found = read_paragraphs(paragraph(words, shapes=True), paragraph("끝"))
    assert found.text == f"{words}\n끝".lstrip("\n")


def test_controls_that_print() -> None:
    found = read_paragraphs(paragraph("가", TAB, "나", HYPHEN, FIXED_BLANK, "다", WIDE_BLANK, "라"))
    assert found.text == "가\t나-\u00a0다 라"


@pytest.mark.parametrize(
    "silent",
    [
        control(7, bytes(80)),
        control(19, bytes(4)),
        control(20, bytes(4)),
        control(21, bytes(4)),
        control(25, bytes(2)),
        control(14, bytes(4), bytes(84)),
        counted(6, hchars("책갈피").ljust(34, b"\0")),
        counted(1, b"future"),
        counted(27, b""),
    ],
    ids=lambda piece: f"code {piece.raw[0]}",
)
def test_controls_that_print_nothing(silent: object) -> None:
    assert read_paragraphs(paragraph("가", silent, "나")).text == "가나"  # type: ignore[arg-type]


def test_unknown_characters_stay_and_are_counted() -> None:
    found = read_paragraphs(paragraph("가\u7fff나\u7fff"))
    assert found.text == "가\U00107fff나\U00107fff"
    assert found.coverage.unmapped_characters == 2
    assert [(one.code, one.count) for one in found.warnings] == [("unmapped_characters", 2)]
    assert "U+107FFF" in found.warnings[0].message


# --- Tables ------------------------------------------------------------------------------------------------------------------------


def test_a_plain_table() -> None:
    (only,) = read_paragraphs(paragraph(table([["가", "나"], ["다", "라"]]))).blocks
    assert isinstance(only, Table)
    assert [(one.row, one.col, one.text) for one in only.cells] == [
        (0, 0, "가"),
        (0, 1, "나"),
        (1, 0, "다"),
        (1, 1, "라"),
    ]
    assert only.cells[3].blocks[0].locator == "s0/t0/r1c1/p0"


def test_spans_by_rectangles() -> None:
    cells = [
        cell(0, 0, 100, 120),
        cell(100, 0, 203, 50),
        cell(100, 50, 100, 70),
        cell(205, 52, 98, 68),
    ]
    (only,) = read_paragraphs(paragraph(box(cells, [[paragraph(words)] for words in "가나다라"]))).blocks
    assert isinstance(only, Table)
    assert (only.rows, only.cols) == (2, 3)
    assert [(one.row, one.col, one.row_span, one.col_span, one.text) for one in only.cells] == [
        (0, 0, 2, 1, "가"),
        (0, 1, 1, 2, "나"),
        (1, 1, 1, 1, "다"),
        (1, 2, 1, 1, "라"),
    ]


def test_cells_stored_in_another_order() -> None:
    cells = [cell(0, 50, 100, 50), cell(0, 0, 100, 50)]
    (only,) = read_paragraphs(paragraph(box(cells, [[paragraph("아래")], [paragraph("위")]]))).blocks
    assert isinstance(only, Table)
    assert [one.text for one in only.cells] == ["위", "아래"]


def test_nested_tables_and_captions() -> None:
    inner = paragraph(table([["안"]], caption=[paragraph("표 안")]))
    outer = box([cell(0, 0, 9, 9)], [[paragraph("앞"), inner]], caption=[paragraph("표 밖")])
    (only,) = read_paragraphs(paragraph(outer)).blocks
    assert isinstance(only, Table)
    assert outline(only.caption) == ["s0/t0/caption/p0 표 밖"]
    assert outline(only.cells[0].blocks) == ["s0/t0/r0c0/p0 앞", "s0/t0/r0c0/t0"]


def test_objects_stand_before_the_paragraph_or_behind_it() -> None:
    found = read_paragraphs(paragraph(text_box(paragraph("상자")), " ", "글", table([["칸"]])))
    assert outline(found.blocks) == ["s0/b0", "s0/p0  글", "s0/t0"]


# --- Boxes -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [1, BUTTON])
def test_boxes(kind: int) -> None:
    (only,) = read_paragraphs(paragraph(text_box(paragraph("안"), kind=kind, caption=[paragraph("그림 1")]))).blocks
    assert isinstance(only, Box)
    assert outline(only.blocks) == ["s0/b0/p0 안"]
    assert outline(only.caption) == ["s0/b0/caption/p0 그림 1"]


def test_an_empty_box_is_no_block() -> None:
    assert outline(read_paragraphs(paragraph("가", text_box(paragraph()))).blocks) == ["s0/p0 가"]


def test_boxes_that_lead_somewhere() -> None:
    linked = [text_box(paragraph("하나"), kind=BUTTON, options=LINKED), text_box(paragraph("둘"), options=LINKED)]
    plain = text_box(paragraph("셋"))
    found = read_paragraphs(
        paragraph(linked[0], plain, linked[1]), blocks=links(link("http://example.go.kr/a"), link(bookmark="끝"))
    )
    targets = [
        [one.target for one in block.blocks[0].links]
        for block in found.blocks
        if isinstance(block, Box) and isinstance(block.blocks[0], Paragraph)
    ]
    assert targets == [["http://example.go.kr/a"], [], ["#끝"]]


def test_equations_leave_their_script() -> None:
    equation = box([cell(0, 0, 9, 9)], [[paragraph("x over y ")]], kind=EQUATION)
    found = read_paragraphs(paragraph("식 ", equation, " 끝"))
    assert found.text == "식 x over y 끝"
    assert [(each.locator, each.script, each.latex) for each in found.equations] == [
        ("s0/p0", "x over y", r"\frac{x}{y}")
    ]
    assert found.coverage.characters.met == visible(found.text)


# --- Pictures ----------------------------------------------------------------------------------------------------------------------


def test_embedded_pictures() -> None:
    found = read_paragraphs(
        paragraph(picture(EMBEDDED, "E$$00001.PNG", caption=[paragraph("그림")])),
        blocks=block(4, bytes(20)) + embedded("E$$00000.WMF", b"?") + embedded("E$$00001.PNG", PNG),
    )
    (only,) = found.images()
    assert (only.locator, only.name, only.media_type) == ("s0/i0", "E$$00001.PNG", "image/png")
    assert outline(only.caption) == ["s0/i0/caption/p0 그림"]
    assert found.image_bytes(only) == PNG
    with pytest.raises(LookupError):
        found.image_bytes(Image(locator="x", name="E$$00009.PNG"))


@pytest.mark.parametrize("kind", [OUTSIDE, EMBEDDED])
def test_missing_pictures_are_reported(kind: int) -> None:
    found = read_paragraphs(paragraph(picture(kind, "그림.bmp"), picture(kind)))
    assert [image.name for image in found.images()] == [None, None]
    linked = [("link_external", None)] if kind == OUTSIDE else []
    assert [(one.code, one.locator) for one in found.warnings] == [("image_missing", "s0/i0"), *linked]
    assert found.coverage.images.emitted == 2


def test_embedded_objects_leave_their_caption() -> None:
    found = read_paragraphs(paragraph(picture(OLE, "E$$00000.OLE", bytes(7), [paragraph("차트")]), picture(OLE)))
    (only,) = found.blocks
    assert isinstance(only, Box)
    assert (only.blocks, outline(only.caption)) == ((), ["s0/b0/caption/p0 차트"])
    assert [(each.kind, each.locator) for each in found.embedded] == [("object", "s0/p0")] * 2
    assert [(each.code, each.count) for each in found.warnings] == [("objects_embedded", 2)]


# --- Drawings ----------------------------------------------------------------------------------------------------------------------


def test_text_boxes_of_a_drawing() -> None:
    shapes = (
        shape(0),
        shape(1),
        shape(6, plist(paragraph("하나"))),
        shape(6),
        shape(6, plist(paragraph("둘", table([["칸"]])))),
    )
    found = read_paragraphs(paragraph("글", drawing(*shapes, caption=[paragraph("그림")])))
    assert outline(found.blocks) == ["s0/p0 글", "s0/b0", "s0/b1"]
    last = found.blocks[-1]
    assert isinstance(last, Box)
    assert outline(last.blocks) == ["s0/b1/p0 둘", "s0/b1/t0"]
    assert outline(last.caption) == ["s0/b1/caption/p0 그림"]
    assert not found.warnings


@pytest.mark.parametrize("where", ["inside", "behind"])
def test_shapes_made_text_boxes(where: str) -> None:
    words = parts(plist(paragraph("안")))
    inside, behind = (words, b"") if where == "inside" else (b"", words)
    made = shape(2, inside=inside, behind=behind, options=BOXED)
    found = read_paragraphs(paragraph(drawing(shape(0), made, shape(1), made)))
    assert found.text == "안\n안"
    assert not found.warnings


def test_shapes_with_fillings() -> None:
    gradient_and_bitmap = shape(2, inside=bytes(28 + 278), options=1 << 17 | 1 << 16 | 1 << 18)
    found = read_paragraphs(paragraph(drawing(gradient_and_bitmap, shape(6, plist(paragraph("안"))))))
    assert found.text == "안"
    assert not found.warnings


def test_a_damaged_drawing_gives_what_is_there() -> None:
    found = read_paragraphs(paragraph(drawing(shape(6, plist(paragraph("안"))), b"\xff" * 130), "끝"), paragraph("뒤"))
    assert found.text == "안\n끝\n뒤"
    assert [(one.code, one.count) for one in found.warnings] == [("drawing_damaged", 1)]


def test_a_list_does_not_leave_its_box() -> None:
    endless = paragraph("안")
    found = read_paragraphs(paragraph(drawing(shape(6, endless), shape(6, plist(paragraph("둘"))))))
    assert found.text == "안\n둘"
    assert [one.code for one in found.warnings] == ["drawing_damaged"]


# --- Text beside the body ----------------------------------------------------------------------------------------------------------


def test_notes_with_the_sign_behind_their_number() -> None:
    one = note(paragraph(number(1, 1), ") 각주"))
    two = note(paragraph(number(2, 1), " 미주"), endnote=True)
    found = read_paragraphs(paragraph("본문", one, " 끝", two))
    assert found.text == "본문 끝"
    assert [(side.kind, side.label, side.text, side.anchor) for side in found.side] == [
        (SideKind.FOOTNOTE, "1)", " 각주", "s0/p0"),
        (SideKind.ENDNOTE, "1)", " 미주", "s0/p0"),
    ]
    assert found.side[0].blocks[0].locator == "s0/footnote0/p0"


def test_notes_without_sign() -> None:
    (only,) = read_paragraphs(paragraph("가", note(paragraph(number(1, 1), ") 각주"))), note_sign="").side
    assert (only.label, only.text) == ("1", ") 각주")


@pytest.mark.parametrize("first", [0, 1])
def test_numbers_that_count_from_zero_or_one(first: int) -> None:
    notes = [note(paragraph(number(1, first + step), ")")) for step in range(3)]
    plain = [note(paragraph("각주"), value=first + step) for step in range(2)]
    found = read_paragraphs(paragraph("가", *notes[:1], "그림 ", number(3, first), *plain), paragraph("나", notes[1]))
    assert found.text == "가그림 1\n나"
    assert [side.label for side in found.side] == ["1)", "2)"]
    assert len(found.side) == 2


def test_a_sign_that_does_not_follow_the_number_is_text() -> None:
    (only,) = read_paragraphs(paragraph("가", note(paragraph(number(1, 1), TAB, ") 나")))).side
    assert (only.label, only.text) == ("1)", "\t) 나")


def test_a_second_number_in_a_note_is_text() -> None:
    (only,) = read_paragraphs(paragraph("가", note(paragraph(number(1, 1), "나", number(1, 1))))).side
    assert (only.label, only.text) == ("1)", "나1")


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        (page_header(paragraph("곁")), SideKind.HEADER),
        (page_header(paragraph("곁"), footer=True), SideKind.FOOTER),
        (hidden_comment(paragraph("곁")), SideKind.HIDDEN_COMMENT),
    ],
)
def test_side_texts(piece: object, kind: SideKind) -> None:
    found = read_paragraphs(paragraph(piece, "본문"))  # type: ignore[arg-type]
    assert found.text == "본문"
    assert [(side.kind, side.text, side.anchor) for side in found.side] == [(kind, "곁", "s0/p0")]
    assert (found.coverage.characters.emitted, found.coverage.characters.apart) == (2, 1)


def test_page_headers_are_kept_once() -> None:
    found = read_paragraphs(
        paragraph(page_header(paragraph("위")), "가"), paragraph(page_header(paragraph("위")), "나")
    )
    assert [side.text for side in found.side] == ["위"]
    assert found.coverage.characters.dropped == {"repeated": 1}


# --- Other controls ----------------------------------------------------------------------------------------------------------------

CLICK_HERE = b"\4\0"


def test_a_guide_that_nobody_has_replaced_stands_apart() -> None:
    unfilled = field(CLICK_HERE, True, "이름", "여기를 누름\0", "도움", data=struct.pack("<IH26x", 1, 1))
    found = read_paragraphs(paragraph(unfilled, "여기를 누름", field(CLICK_HERE, False), "끝"))
    assert found.text == "끝"
    assert [(side.kind, side.text) for side in found.side] == [(SideKind.HIDDEN, "여기를 누름")]


def test_fields_that_are_filled_are_text() -> None:
    filled = field(CLICK_HERE, True, "이름", "답", data=bytes(32))
    formula = field(b"\2\0", True, "", "3", "=1+2")
    found = read_paragraphs(
        paragraph(
            filled, "답", field(CLICK_HERE, False), " ", formula, "3", field(b"\2\0", False), counted(5, b"short")
        )
    )
    assert found.text == "답 3"
    assert not found.side


def test_cross_references_print_what_they_hold() -> None:
    use = counted(29, b"\1" + kchars("표", 37) + struct.pack("<HHI", 4, 6, 0) + hchars("표 3"))
    target = counted(29, b"\0" + kchars("표", 37) + bytes(8))
    assert read_paragraphs(paragraph("앞 ", use, target, " 뒤")).text == "앞 표 3 뒤"


def test_composed_characters_and_merge_fields() -> None:
    both = control(23, struct.pack("<3H", 0x2E0A, 0x2E1A, 0))
    merge = control(22, kchars("name", 20))
    assert read_paragraphs(paragraph(both, merge)).text == "⑰{{name}}"


def test_keywords_of_the_index_stand_apart() -> None:
    keys = hchars("정책").ljust(120, b"\0") + hchars("데이터").ljust(120, b"\0")
    found = read_paragraphs(paragraph("가", control(26, keys + bytes(2)), "나"))
    assert found.text == "가나"
    assert [(side.kind, side.text) for side in found.side] == [(SideKind.INDEX_MARK, "정책\n데이터")]


# --- Limits ------------------------------------------------------------------------------------------------------------------------


def test_nesting_ends_at_the_limit() -> None:
    inside = paragraph("끝")
    for _ in range(10):
        inside = paragraph(text_box(inside))
    with pytest.raises(LimitExceededError) as caught:
        read(document(inside), Limits(max_depth=9))
    assert caught.value.code == "limit_depth"


def test_paragraphs_end_at_the_limit() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(document(*[paragraph(follows=True)] * 5_000), Limits(max_records=2_000))
    assert caught.value.code == "limit_records"


def test_a_text_cut_short_is_reported() -> None:
    whole = document(paragraph("가"), paragraph("나다"), compressed=False)
    cut = whole[: whole.rindex(hchars("다"))]
    found = read(cut)
    assert found.text == "가\n나"
    assert [(one.code, one.severity) for one in found.warnings] == [("record_truncated", "error")]
