import struct

import pytest
from builders.hwp5 import control, counted, listed, mark, paragraph, read, utf16

from hwpextract.document import SideKind, SideText
from hwpextract.readers.flow import visible


def auto_number(kind: int, number: int, form: int = 0, prefix: str = "\0", suffix: str = "\0") -> bytes:
    return struct.pack("<IH", kind | form << 4, number) + bytes(2) + utf16(prefix) + utf16(suffix)


def side_of(*sections: bytes) -> list[SideText]:
    return list(read(*sections).side)


def note(name: str, words: str, number: int = 1, numbered: bool = True) -> bytes:
    text = (mark(18, "atno") if numbered else "") + words
    inside = [control("atno", 3, auto_number(1, number, suffix=")"))] if numbered else []
    header = struct.pack("<I", number) + utf16("\0") + utf16(")")
    return control(name, 1, header) + listed(2, paragraph(text, *inside, level=2))


@pytest.mark.parametrize(("name", "kind"), [("fn  ", SideKind.FOOTNOTE), ("en  ", SideKind.ENDNOTE)])
def test_notes_stand_apart_with_their_number_as_label(name: str, kind: SideKind) -> None:
    document = read(paragraph("본문" + mark(17, name) + "이다", note(name, " 설명", 3)))
    assert document.text == "본문이다"
    (side,) = document.side
    assert (side.kind, side.text, side.label, side.anchor) == (kind, " 설명", "3)", "s0/p0")
    assert side.locator == f"s0/{kind.value}0"
    assert (document.coverage.characters.emitted, document.coverage.characters.apart) == (4, 2)


def test_notes_without_a_number_of_their_own_are_labelled_by_their_control() -> None:
    (side,) = side_of(paragraph("본문" + mark(17, "fn  "), note("fn  ", "설명", 2, numbered=False)))
    assert (side.label, side.text) == ("2)", "설명")


@pytest.mark.parametrize(
    ("payload", "printed"),
    [
        (auto_number(3, 7), "7"),
        (auto_number(4, 2, form=1), "②"),
        (auto_number(5, 4, form=2, prefix="(", suffix=")"), "(IV)"),
        (auto_number(0, 1, suffix="쪽"), "1쪽"),
        (b"\0", ""),
    ],
)
def test_automatic_numbers_are_printed(payload: bytes, printed: str) -> None:
    document = read(paragraph("그림 " + mark(18, "atno") + " 끝", control("atno", 1, payload)))
    assert document.text == f"그림 {printed} 끝"


def header(name: str, words: str) -> bytes:
    return control(name, 1, bytes(4)) + listed(2, paragraph(words, level=2))


def test_headers_and_footers_stand_apart() -> None:
    text = mark(16, "head") + mark(16, "foot") + "본문"
    document = read(paragraph(text, header("head", "머리말"), header("foot", "꼬리말")))
    assert document.text == "본문"
    assert [(side.kind, side.text) for side in document.side] == [
        (SideKind.HEADER, "머리말"),
        (SideKind.FOOTER, "꼬리말"),
    ]


def test_headers_that_repeat_are_kept_once_and_counted() -> None:
    section = paragraph(mark(16, "head") + "본문", header("head", "머리말"))
    other = paragraph(mark(16, "head") + "본문", header("head", "다른 머리말"))
    document = read(section, section, other)
    assert [(side.text, side.locator) for side in document.side] == [
        ("머리말", "s0/header0"),
        ("다른 머리말", "s2/header0"),
    ]
    characters = document.coverage.characters
    assert (characters.met, characters.emitted, characters.apart) == (17, 6, 8)
    assert characters.dropped == {"repeated": 3}


@pytest.mark.parametrize("code", [15, 23])
def test_hidden_comments_are_known_by_their_id_whatever_their_code(code: int) -> None:
    comment = control("tcmt", 1) + listed(2, paragraph("내부 검토", level=2), paragraph("둘째 줄", level=2))
    document = read(paragraph("본문" + mark(code, "tcmt"), comment))
    assert document.text == "본문"
    assert [(side.kind, side.text) for side in document.side] == [(SideKind.HIDDEN_COMMENT, "내부 검토\n둘째 줄")]


def test_master_pages_of_a_section_stand_apart() -> None:
    section = control("secd", 1, bytes(26)) + listed(2, paragraph("대외비", level=2), tail=bytes(26))
    document = read(paragraph(mark(2, "secd") + "본문", section))
    assert document.text == "본문"
    assert [(side.kind, side.text, side.anchor) for side in document.side] == [
        (SideKind.MASTER_PAGE, "대외비", "s0/p0")
    ]


def test_side_texts_without_words_are_not_kept() -> None:
    assert not side_of(paragraph(mark(16, "head") + "본문", header("head", " ")))


def test_composed_characters_are_joined() -> None:
    two = control("tcps", 1, counted("\U000f02ba\U000f02c4") + bytes(5))
    document = read(paragraph(mark(23, "tcps") + " 번", two))
    assert document.text == "[11] 번"


def test_the_frame_of_composed_characters_is_not_a_character() -> None:
    framed = control("tcps", 1, counted("○가") + b"\x01" + bytes(4))
    assert read(paragraph(mark(23, "tcps") + " 번", framed)).text == "가 번"


def test_old_composed_characters_end_behind_their_characters() -> None:
    assert read(paragraph(mark(23, "tcps") + " 번", control("tcps", 1, counted("가")))).text == "가 번"


def test_ruby_comes_behind_its_word() -> None:
    ruby = control("tdut", 1, counted("漢字") + counted("한자") + bytes(16))
    assert read(paragraph(mark(23, "tdut") + "를", ruby)).text == "漢字(한자)를"


@pytest.mark.parametrize("name", ["bokm", "idxm", "nwno", "pgnp", "pghd", "pgct", "cold"])
def test_controls_without_words_leave_nothing(name: str) -> None:
    document = read(paragraph("앞" + mark(21, name) + "뒤", control(name, 1, bytes(20))))
    assert document.text == "앞뒤"
    assert len(document.blocks) == 1
    assert not document.warnings


def click_here(guide: str, attributes: int) -> bytes:
    command = f"Clickhere:set:99:Direction:wstring:{len(guide)}:{guide}HelpState:wstring:0: "
    return control("%clk", 1, struct.pack("<IB", attributes, 0) + counted(command) + bytes(8))


@pytest.mark.parametrize(
    ("words", "attributes", "shown"),
    [("성명 입력", 1, "이름: "), ("성명 입력", 1 | 1 << 15, "이름: 성명 입력"), ("홍길동", 1, "이름: 홍길동")],
)
def test_guides_of_fields_are_not_printed_until_somebody_writes_them(words: str, attributes: int, shown: str) -> None:
    field = click_here("성명 입력", attributes)
    document = read(paragraph("이름: " + mark(3, "%clk") + words + mark(4), field))
    assert document.text == shown
    assert [(side.kind, side.text, side.anchor) for side in document.side] == [(SideKind.HIDDEN, words, "s0/p0")] * (
        words not in shown
    )
    assert document.coverage.characters.met == visible("이름:" + words)


def test_keywords_of_the_index_stand_apart() -> None:
    keys = counted("정책") + counted("데이터") + bytes(2)
    document = read(paragraph("본문" + mark(22, "idxm") + "이다", control("idxm", 1, keys)))
    (side,) = document.side
    assert (side.kind, side.text, side.anchor) == (SideKind.INDEX_MARK, "정책\n데이터", "s0/p0")
    assert (document.text, document.coverage.characters.apart) == ("본문이다", 5)
