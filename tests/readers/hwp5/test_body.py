import pytest
from builders.hwp5 import (
    FIELD_END,
    TAB,
    component,
    control,
    counted,
    listed,
    mark,
    object_header,
    para_shape,
    paragraph,
    read,
    record,
    style,
    table,
)
from builders.hwp5 import cell as table_cell

from hwpextract.document import Box, Paragraph, SideKind
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Limits
from hwpextract.readers.hwp5.records import Tag


def lines(*sections: bytes) -> list[str]:
    return read(*sections).text.split("\n")


def small_table(level: int, text: str) -> bytes:
    return table(level, 1, 1, table_cell(level + 1, 0, 0, paragraph(text, level=level + 1)))


def text_box(level: int, *paragraphs: bytes) -> bytes:
    inside = component("$rec", level + 1, listed(level + 2, *paragraphs))
    return control("gso ", level, object_header()) + inside


def test_paragraphs_keep_their_spaces_and_their_place() -> None:
    first, second = read(paragraph("  가 나 ") + paragraph() + paragraph("다")).blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.text, first.locator) == ("  가 나 ", "s0/p0")
    assert (second.text, second.locator) == ("다", "s0/p2")


def test_paragraphs_of_spaces_alone_leave_no_block() -> None:
    assert not read(paragraph("  ") + paragraph(TAB) + paragraph()).blocks


def test_control_characters_become_what_they_print() -> None:
    document = read(paragraph("가" + TAB + "나\n다\x18라\x1e마\x1f바"))
    assert document.text == "가\t나\n다-라\u00a0마 바"
    assert document.coverage.characters.met == document.coverage.characters.emitted == 7


def test_headers_of_old_versions_are_two_bytes_shorter() -> None:
    new = paragraph("가") + paragraph("나")
    head = new[:4]
    old = bytes([*head[:2], *(int.from_bytes(head[2:], "little") - (2 << 4)).to_bytes(2, "little")])
    assert lines(new.replace(head + new[4:26] + new[26:28], old + new[4:26])) == ["가", "나"]


def test_private_use_characters_become_unicode_and_halves_are_replaced() -> None:
    document = read(paragraph("\U000f0854예\U000f0855") + paragraph("가\ud800나"))
    assert document.text == "『예』\n가\ufffd나"
    assert [warning.code for warning in document.warnings] == ["invalid_characters"]
    assert document.warnings[0].count == 1


def test_unknown_private_use_characters_stay_and_are_counted() -> None:
    document = read(paragraph("가\U0010fffd"))
    assert document.text == "가\U0010fffd"
    assert document.coverage.unmapped_characters == 1
    assert [(warning.code, warning.count) for warning in document.warnings] == [("unmapped_characters", 1)]


def test_style_and_outline_level_come_from_the_look_ups() -> None:
    shapes = para_shape() + para_shape(head=1, level=2) + para_shape(head=1, level=6, true_level=8) + para_shape(head=2)
    texts = [paragraph("예", shape=shape, style=shape) for shape in (0, 1, 2, 3, 9)]
    document = read(b"".join(texts), docinfo=shapes + style("바탕글") + style("개요 3"))
    found = [(block.level, block.style) for block in document.blocks if isinstance(block, Paragraph)]
    assert found == [(None, "바탕글"), (3, "개요 3"), (9, None), (None, None), (None, None)]


def test_objects_stand_before_the_paragraph_when_no_text_precedes_them() -> None:
    ahead = paragraph(" " + mark(11, "tbl ") + "뒤", small_table(1, "표"))
    behind = paragraph("앞" + mark(11, "tbl "), small_table(1, "표"))
    assert lines(ahead) == ["표", " 뒤"]
    assert lines(behind) == ["앞", "표"]


def test_objects_without_a_character_of_their_own_stand_behind() -> None:
    assert lines(paragraph("앞", small_table(1, "표"))) == ["앞", "표"]


def test_a_paragraph_is_not_split_at_its_objects() -> None:
    text = "앞" + mark(11, "gso ") + "뒤" + mark(11, "tbl ")
    assert lines(paragraph(text, text_box(1, paragraph("상자", level=3)), small_table(1, "표"))) == [
        "앞뒤",
        "상자",
        "표",
    ]


def test_paragraphs_one_level_too_deep_are_read_all_the_same() -> None:
    odd = control("gso ", 1, object_header()) + component("$rec", 2, listed(3, paragraph("상자", level=4)))
    assert lines(paragraph("앞" + mark(11, "gso "), odd) + paragraph("뒤")) == ["앞", "상자", "뒤"]


def test_lists_of_unknown_controls_become_boxes() -> None:
    unknown = control("zzzz", 1) + listed(2, paragraph("하나", level=2)) + listed(2, paragraph("둘", level=2))
    document = read(paragraph("앞" + mark(11, "zzzz"), unknown))
    assert document.text == "앞\n하나\n둘"
    assert [type(block) for block in document.blocks] == [Paragraph, Box, Box]


def test_records_that_nobody_knows_are_passed_over() -> None:
    strange = record(500, 1, b"?") + record(200, 0, bytes(9))
    assert lines(strange + paragraph("가") + strange + paragraph("나")) == ["가", "나"]


def test_text_without_its_paragraph_is_counted() -> None:
    lost = record(Tag.PARA_TEXT, 1, "잃은 글".encode("utf-16-le"))
    document = read(paragraph("가") + record(500, 1) + lost)
    assert document.text == "가"
    assert document.coverage.characters.dropped == {"unreadable": 3}
    assert document.coverage.characters.met == 4


def test_two_texts_of_one_paragraph_are_one_text() -> None:
    assert lines(paragraph("가") + record(Tag.PARA_TEXT, 1, "나".encode("utf-16-le"))) == ["가나"]


@pytest.mark.parametrize("cut", [1, 5, 30, 60, 75, 100])
def test_a_record_cut_short_ends_the_section_with_a_warning(cut: int) -> None:
    document = read((paragraph("앞") + paragraph("나머지"))[:-cut], paragraph("다음"))
    assert [warning.code for warning in document.warnings] == ["record_truncated"]
    assert document.text.startswith("앞")
    assert document.text.endswith("다음")


def test_text_before_the_cut_is_kept_inside_tables() -> None:
    whole = table(
        1, 1, 2, table_cell(2, 0, 0, paragraph("첫 칸", level=2)), table_cell(2, 0, 1, paragraph("둘째", level=2))
    )
    document = read(paragraph("앞" + mark(11, "tbl "), whole)[:-20])
    assert document.text == "앞\n첫 칸\n둘째"
    assert [warning.code for warning in document.warnings] == ["record_truncated"]


def nested(depth: int, level: int = 0) -> bytes:
    if depth == 0:
        return paragraph("속", level=level)
    inner = table(level + 1, 1, 1, table_cell(level + 2, 0, 0, nested(depth - 1, level + 2)))
    return paragraph(mark(11, "tbl "), inner, level=level)


def test_nesting_ends_at_the_limit() -> None:
    assert read(nested(4), limits=Limits(max_depth=5)).text == "속"
    with pytest.raises(LimitExceededError) as caught:
        read(nested(6), limits=Limits(max_depth=5))
    assert caught.value.code == "limit_depth"


def test_records_are_limited() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(paragraph("가") * 20, limits=Limits(max_records=10))
    assert caught.value.code == "limit_records"


def test_links_cover_the_words_of_their_field() -> None:
    command = bytes(5) + counted("http\\://example.go.kr/a;1;0;0;") + bytes(8)
    text = "보기: " + mark(3, "%hlk") + "여기" + FIELD_END + " 참조"
    (block,) = read(paragraph(text, control("%hlk", 1, command))).blocks
    assert isinstance(block, Paragraph)
    assert block.text == "보기: 여기 참조"
    assert [(link.text, link.target) for link in block.links] == [("여기", "http://example.go.kr/a")]


def test_links_go_on_in_the_next_paragraph_until_their_field_ends() -> None:
    command = bytes(5) + counted("mailto\\:a@example.go.kr;") + bytes(8)
    begun = paragraph("앞 " + mark(3, "%hlk") + "하나", control("%hlk", 1, command))
    blocks = read(begun + paragraph("둘") + paragraph("셋" + FIELD_END + " 밖") + paragraph("넷")).blocks
    links = [[link.text for link in block.links] for block in blocks if isinstance(block, Paragraph)]
    assert links == [["하나"], ["둘"], ["셋"], []]


def test_a_field_left_open_in_a_cell_does_not_reach_the_next_cell() -> None:
    command = bytes(5) + counted("http\\://example.go.kr;") + bytes(8)
    open_one = paragraph(mark(3, "%hlk") + "열린", control("%hlk", 3, command), level=2)
    cells = table_cell(2, 0, 0, open_one) + table_cell(2, 0, 1, paragraph("다음", level=2))
    document = read(paragraph(mark(11, "tbl "), table(1, 1, 2, cells)) + paragraph("밖"))
    with_links = [p.text for p in document.blocks[0].cells[0].blocks if p.links]  # type: ignore[union-attr]
    assert with_links == ["열린"]
    assert not document.blocks[0].cells[1].blocks[0].links  # type: ignore[union-attr]
    assert not document.blocks[1].links  # type: ignore[union-attr]


def test_memos_behind_the_section_are_kept_apart_with_author_and_time() -> None:
    command = "MEMO/65535/1/3445718208/31133827/홍길동/\\;;"
    field = control("%unk", 1, bytes(5) + counted(command) + (7).to_bytes(4, "little") + (3).to_bytes(4, "little"))
    text = paragraph("가" + mark(3, "%%me") + "나" + FIELD_END, field)
    memo = record(Tag.MEMO_LIST, 1, (3).to_bytes(4, "little")) + listed(1, paragraph("확인 바람", level=1))
    document = read(text + paragraph("끝", memo))
    assert document.text == "가나\n끝"
    (side,) = document.side
    assert (side.kind, side.text, side.anchor, side.locator) == (SideKind.MEMO, "확인 바람", "s0/p0", "s0/memo0")
    assert (side.author, side.created) == ("홍길동", "2024-09-27T02:20:21Z")
    assert document.coverage.characters.apart == 4


def test_lists_under_the_last_paragraph_are_master_pages() -> None:
    document = read(paragraph("가", listed(1, paragraph("대외비", level=1))))
    assert document.text == "가"
    assert [(side.kind, side.text, side.anchor) for side in document.side] == [
        (SideKind.MASTER_PAGE, "대외비", "s0/p0")
    ]
