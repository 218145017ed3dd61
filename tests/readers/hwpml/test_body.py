import pytest
from builders.hwpml import (
    bin_data,
    bin_item,
    box,
    cell,
    char,
    document,
    element,
    field,
    note,
    number,
    p,
    picture,
    plist,
    read,
    read_paragraphs,
    section,
    table,
    thing,
)

from hwpextract.document import Block, Box, Document, Image, Paragraph, SideKind, Table
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Limits

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def outline(blocks: tuple[Block, ...]) -> list[str]:
    """Locators of blocks, and the words of paragraphs."""
    return [f"{one.locator} {one.text}" if isinstance(one, Paragraph) else one.locator for one in blocks]


def texts(document: Document) -> list[str]:
    return document.text.split("\n")


def test_paragraphs_stand_in_order_with_stable_locators() -> None:
    found = read(document(section(p("가"), p(), p("나", "다")), section(p("라"))))
    assert outline(found.blocks) == ["s0/p0 가", "s0/p2 나다", "s1/p0 라"]


def test_characters_that_are_elements() -> None:
    inside = "가<TAB/>나<LINEBREAK/>다<NBSPACE/>라<FWSPACE/>마<HYPEN/>바<TITLEMARK/>"
    found = read_paragraphs(p(element("CHAR", inside)))
    assert found.text == "가\t나\n다\u00a0라 마-바"


def test_highlighter_marks_leave_no_trace() -> None:
    found = read_paragraphs(p(element("CHAR", '가<MARKPENBEGIN Color="1"/>나<MARKPENEND/>다')))
    assert found.text == "가나다"


def test_white_space_between_elements_is_no_text() -> None:
    pretty = document(section(p("가"), p("나"))).replace("><", ">\n  <")
    found = read(pretty)
    assert found.text == "가\n나"
    assert not found.warnings


def test_private_use_characters_become_unicode() -> None:
    assert read_paragraphs(p("\U000f02b1 \uf0fe")).text == "1\u20de ☑"


def test_table_keeps_its_grid() -> None:
    cells = element("ROW", cell(0, 0, p("가"), span=(2, 1)), cell(0, 1, p("나"), Header="true", Name="이름"))
    rows = cells + element("ROW", cell(1, 1, p("다"), p("라")))
    found = read_paragraphs(p(element("TABLE", rows, RowCount=2, ColCount=2)))
    (only,) = found.blocks
    assert isinstance(only, Table)
    assert (only.rows, only.cols) == (2, 2)
    assert [(one.row, one.col, one.row_span, one.col_span, one.text) for one in only.cells] == [
        (0, 0, 2, 1, "가"),
        (0, 1, 1, 1, "나"),
        (1, 1, 1, 1, "다\n라"),
    ]
    assert (only.cells[1].header, only.cells[1].name) == (True, "이름")
    assert only.cells[2].blocks[1].locator == "s0/t0/r1c1/p1"


def test_cells_without_places_are_counted() -> None:
    rows = "".join(
        element("ROW", *(element("CELL", plist(p(words))) for words in line)) for line in (("가", "나"), ("다", "라"))
    )
    (only,) = read_paragraphs(p(element("TABLE", rows))).blocks
    assert isinstance(only, Table)
    assert [(one.row, one.col, one.text) for one in only.cells] == [
        (0, 0, "가"),
        (0, 1, "나"),
        (1, 0, "다"),
        (1, 1, "라"),
    ]


def test_spans_stay_inside_the_declared_grid() -> None:
    row = element("ROW", cell(0, 0, p("가"), span=(9, 9)))
    (only,) = read_paragraphs(p(element("TABLE", row, RowCount=1, ColCount=1))).blocks
    assert isinstance(only, Table)
    assert (only.rows, only.cols, only.cells[0].row_span, only.cells[0].col_span) == (1, 1, 1, 1)


def test_nested_tables_and_captions() -> None:
    inner = p(table([["안"]], caption="표 안"))
    outer = element("TABLE", thing("표 밖"), element("ROW", cell(0, 0, p("앞"), inner)), RowCount=1, ColCount=1)
    (only,) = read_paragraphs(p(outer)).blocks
    assert isinstance(only, Table)
    assert outline(only.caption) == ["s0/t0/caption/p0 표 밖"]
    first, second = only.cells[0].blocks
    assert isinstance(second, Table)
    assert outline((first, second)) == ["s0/t0/r0c0/p0 앞", "s0/t0/r0c0/t0"]
    assert outline(second.caption) == ["s0/t0/r0c0/t0/caption/p0 표 안"]


def test_objects_stand_before_the_paragraph_or_behind_it() -> None:
    found = read_paragraphs(p(box(p("상자")), " ", "글", table([["칸"]])))
    assert outline(found.blocks) == ["s0/b0", "s0/p0  글", "s0/t0"]


def test_a_box_with_caption() -> None:
    (only,) = read_paragraphs(p(box(p("안"), caption="그림 1"))).blocks
    assert isinstance(only, Box)
    assert outline(only.blocks) == ["s0/b0/p0 안"]
    assert outline(only.caption) == ["s0/b0/caption/p0 그림 1"]


def test_a_line_without_text_is_no_block() -> None:
    assert read_paragraphs(p("가", element("LINE", thing(comment="선입니다.")))).blocks[1:] == ()


def test_members_of_a_group_come_out_one_by_one() -> None:
    group = element("CONTAINER", thing("묶음"), box(p("하나")), element("CONTAINER", box(p("둘"))), picture(0))
    blocks = read_paragraphs(p(group)).blocks
    assert outline(blocks) == ["s0/b1", "s0/b2", "s0/i0"]
    assert isinstance(blocks[-1], Image)
    assert outline(blocks[-1].caption) == ["s0/b0/caption/p0 묶음"]


def test_pictures_by_the_ordinal_of_their_item() -> None:
    found = read_paragraphs(
        p(picture(2, "사람이 쓴 설명")),
        mapping=element("BINDATALIST", bin_item(7, "jpg"), bin_item(3)),
        tail=bin_data(3, PNG) + bin_data(7, b"\xff\xd8\xff"),
    )
    (only,) = found.images()
    assert (only.name, only.media_type, only.alt) == ("BinData/BIN0003.png", "image/png", "사람이 쓴 설명")
    assert found.image_bytes(only) == PNG
    assert found.coverage.images.emitted == 1


@pytest.mark.parametrize("compress", [None, True, False])
def test_pictures_deflated_or_not(compress: bool | None) -> None:
    found = read_paragraphs(p(picture(1)), mapping=element("BINDATALIST", bin_item(1)), tail=bin_data(1, PNG, compress))
    (only,) = found.images()
    assert only.media_type == "image/png"
    assert found.image_bytes(only) == PNG


def test_missing_and_linked_pictures_are_reported() -> None:
    items = element("BINDATALIST", bin_item(1), element("BINITEM", Type="Link", RPath="그림.jpg"))
    found = read_paragraphs(p(picture(1), picture(2), picture(9), picture(0)), mapping=items)
    assert [image.name for image in found.images()] == [None] * 4
    assert [(one.code, one.locator) for one in found.warnings] == [
        ("image_missing", "s0/i0"),
        ("image_missing", "s0/i1"),
        ("image_missing", "s0/i2"),
        ("link_external", None),
    ]
    assert "그림.jpg" in found.warnings[1].message


def test_the_automatic_description_is_no_alternative_text() -> None:
    comment = "그림입니다.\n원본 그림의 이름: 로고.png\n원본 그림의 크기: 가로 1pixel, 세로 1pixel"
    (only,) = read_paragraphs(p(picture(0, comment))).images()
    assert (only.alt, only.original_name) == (None, "로고.png")


def test_notes_stand_apart_with_their_mark() -> None:
    found = read_paragraphs(
        p("본문", note(number(3, "Footnote", ")"), " 각주"), " 끝"), p("둘", note("미주", name="ENDNOTE"))
    )
    assert texts(found) == ["본문 끝", "둘"]
    one, two = found.side
    assert (one.kind, one.label, one.text, one.anchor) == (SideKind.FOOTNOTE, "3)", " 각주", "s0/p0")
    assert one.blocks[0].locator == "s0/footnote0/p0"
    assert (two.kind, two.label, two.text, two.anchor) == (SideKind.ENDNOTE, None, "미주", "s0/p1")


def test_other_numbers_are_text() -> None:
    found = read_paragraphs(p("그림 ", number(2, "Figure"), " 설명"))
    assert found.text == "그림 2 설명"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("HEADER", SideKind.HEADER),
        ("FOOTER", SideKind.FOOTER),
        ("HIDDENCOMMENT", SideKind.HIDDEN_COMMENT),
    ],
)
def test_side_texts(name: str, kind: SideKind) -> None:
    found = read_paragraphs(p(element(name, plist(p("곁"))), "본문"))
    assert found.text == "본문"
    assert [(side.kind, side.text, side.anchor) for side in found.side] == [(kind, "곁", "s0/p0")]


@pytest.mark.parametrize("name", ["MASTERPAGE", "EXT_MASTERPAGE"])
def test_master_pages(name: str) -> None:
    found = read_paragraphs(p(element("SECDEF", element(name, plist(p("바탕")))), "본문"))
    assert found.text == "본문"
    assert [(side.kind, side.text) for side in found.side] == [(SideKind.MASTER_PAGE, "바탕")]


def test_a_header_of_every_section_is_kept_once() -> None:
    header = element("HEADER", plist(p("머리말")))
    found = read(document(section(p(header, "가")), section(p(header, "나"))))
    assert [side.text for side in found.side] == ["머리말"]
    assert found.coverage.characters.dropped == {"repeated": 3}


def test_hyperlinks_cover_their_words() -> None:
    link = field("Hyperlink", "http\\://example.go.kr/\\?a=1;1;0;0;", char("누르세요"))
    (only,) = read_paragraphs(p("앞 ", link, " 뒤")).blocks
    assert isinstance(only, Paragraph)
    assert only.text == "앞 누르세요 뒤"
    assert [(one.text, one.target) for one in only.links] == [("누르세요", "http://example.go.kr/?a=1")]


def test_a_link_over_two_paragraphs() -> None:
    begin, end = field("Hyperlink", "http\\://example.go.kr;", "|").split("|")
    one, two, three = read_paragraphs(p("가", begin, "나"), p("다", end, "라"), p("마")).blocks
    assert [[link.text for link in each.links] for each in (one, two, three) if isinstance(each, Paragraph)] == [
        ["나"],
        ["다"],
        [],
    ]


GUIDE = "Clickhere:set:41:Direction:wstring:5:내용 입력HelpState:wstring:0: "


def test_a_guide_that_nobody_has_replaced_stands_apart() -> None:
    found = read_paragraphs(
        p(field("Clickhere", GUIDE, char("내용 입력")), "끝"), p(field("Clickhere", GUIDE, char("답")))
    )
    assert texts(found) == ["끝", "답"]
    assert [(side.kind, side.text, side.anchor) for side in found.side] == [(SideKind.HIDDEN, "내용 입력", "s0/p0")]


def test_a_guide_that_somebody_wrote_is_text() -> None:
    assert read_paragraphs(p(field("Clickhere", GUIDE, char("내용 입력"), Dirty="true"))).text == "내용 입력"


def test_a_list_inside_a_field_is_a_memo() -> None:
    command = "MEMO/65535/1/3068854272/31131023/홍길동/\\;;"
    begin = element("FIELDBEGIN", plist(p("쪽지")), Type="Memo", Command=command)
    found = read_paragraphs(p("앞", begin, "글", element("FIELDEND", Type="Memo")))
    assert found.text == "앞글"
    (memo,) = found.side
    assert (memo.kind, memo.text, memo.author) == (SideKind.MEMO, "쪽지", "홍길동")
    assert memo.created


def test_equations_leave_their_script() -> None:
    equation = element("EQUATION", thing(comment="수식입니다."), element("SCRIPT", " x over y "))
    found = read_paragraphs(p("식 ", equation, " 끝"))
    assert found.text == "식 x over y 끝"
    assert [(each.locator, each.latex) for each in found.equations] == [("s0/p0", r"\frac{x}{y}")]


def test_ruby_composed_characters_and_text_art() -> None:
    ruby = element("DUTMAL", element("MAINTEXT", "本"), element("SUBTEXT", "본"))
    both = element("COMPOSE", ComposeText="\U000f0289\U000f0299") + element("COMPOSE", "가")
    art = element("TEXTART", Text="글맵시")
    found = read_paragraphs(p(ruby, both), p(art))
    assert found.blocks[0].locator == "s0/p0"
    assert texts(found) == ["本(본)⑰가", "글맵시"]
    assert isinstance(found.blocks[1], Box)


def test_form_objects_leave_what_they_show() -> None:
    button = element("CHECKBUTTON", thing(), element("FORMOBJECT", element("BUTTONSET", Caption="R&&D 동의", Value=1)))
    combo = element("COMBOBOX", thing(), Text="서울")
    edit = element("EDIT", thing(), element("EDITTEXT", "적은 글"))
    assert read_paragraphs(p(button, " ", combo, " ", edit)).text == "☑ R&D 동의 서울 적은 글"


def test_keywords_of_the_index_stand_apart() -> None:
    mark = element("INDEXMARK", element("KEYFIRST", "정책"), element("KEYSECOND", "데이터"))
    found = read_paragraphs(p("가", mark))
    assert (found.text, found.warnings) == ("가", ())
    assert [(side.kind, side.text, side.anchor) for side in found.side] == [
        (SideKind.INDEX_MARK, "정책\n데이터", "s0/p0")
    ]


def test_text_in_unknown_elements_is_counted() -> None:
    found = read_paragraphs(p("가", element("NOVELTY", "새것")))
    assert found.text == "가"
    assert found.coverage.characters.dropped == {"unsupported": 2}
    assert [(one.code, one.count) for one in found.warnings] == [("text_left_out", 2)]


def test_a_list_in_an_unknown_element_is_a_box() -> None:
    found = read_paragraphs(p("가", element("NOVELTY", plist(p("안")))))
    assert outline(found.blocks) == ["s0/p0 가", "s0/b0"]
    assert texts(found) == ["가", "안"]


def test_every_character_is_counted_once() -> None:
    found = read_paragraphs(p("가나", note("다라마"), table([["바"]])), p(element("HEADER", plist(p("사")))))
    characters = found.coverage.characters
    assert (characters.met, characters.emitted, characters.apart) == (7, 3, 4)


def test_nesting_ends_at_the_limit() -> None:
    inside = p("끝")
    for _ in range(10):
        inside = p(element("TABLE", element("ROW", cell(0, 0, inside))))
    with pytest.raises(LimitExceededError) as caught:
        read(document(section(inside)), Limits(max_depth=9))
    assert caught.value.code == "limit_depth"


def test_tables_end_at_the_limit() -> None:
    huge = element("TABLE", element("ROW", cell(60_000, 60_000, p("끝"))))
    with pytest.raises(LimitExceededError) as caught:
        read(document(section(p(huge))))
    assert caught.value.code == "limit_cells"


def test_objects_are_listed() -> None:
    found = read_paragraphs(p("앞", element("OLE", thing(), BinItem=1)))
    assert [(each.kind, each.locator) for each in found.embedded] == [("object", "s0/p0")]
    assert [each.code for each in found.warnings] == ["objects_embedded"]
