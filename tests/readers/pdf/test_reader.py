"""From content streams to a document: lines, paragraphs, tables, running and hidden text, warnings, limits."""

from __future__ import annotations

import pytest
from builders.pdf import HEIGHT, Face, cells, clip, pages, rule, show, stream, word, words

from hwpextract.document import Box, Document, Image, Paragraph, SideKind, Table
from hwpextract.errors import EncryptedDocumentError, LimitExceededError
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import read_pdf

FULL = "대한민국 정부는 모든 국민에게 알기 쉬운 보도자료를 만들기로 하고 "
"""35 characters; with `WIDTH` a full line whose last word ends at a space."""


def document(*contents: bytes, face: Face, **limits: int) -> Document:
    return read_pdf(pages(contents, face), Options(Limits(**limits)))


def lines(face: Face, *texts: str, x: float = 50, y: float = 100, step: float = 16, width: float = 400) -> bytes:
    """Justified lines: all but those that end in '|' are stretched to the width by their last word's place."""
    out = b""
    for text in texts:
        short = text.endswith("|")
        body = text.removesuffix("|")
        shown = body.rstrip()
        head, _, last = shown.rpartition(" ")
        if short or not head:
            out += words(face, x, y, body)
        else:
            tail = last + " " * (len(body) - len(shown))
            out += words(face, x, y, head + " ") + word(face, x + width - face.extent(last, 10), y, tail)
        y += step
    return out


def texts(found: Document) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def test_a_space_at_the_end_of_a_line_tells_a_broken_word_from_two_words() -> None:
    face = Face()
    content = lines(
        face,
        "  행정안전부는 공공데이터를 누구나 쉽게 찾아 쓸 수 있도록 ",
        "통합 창구를 연다고 밝혔다. 이번 조치는 국민 생활에 도움",
        "이 될 것이다.|",
        "  다음 문단은 새로 시작한다.|",
    )
    assert texts(document(content, face=face)) == [
        "  행정안전부는 공공데이터를 누구나 쉽게 찾아 쓸 수 있도록 "
        "통합 창구를 연다고 밝혔다. 이번 조치는 국민 생활에 도움이 될 것이다.",
        "  다음 문단은 새로 시작한다.",
    ]


def test_marks_begin_paragraphs() -> None:
    face = Face()
    content = lines(face, "□ 추진 배경|", "ㅇ 세부 내용|", "- 더 세부|", "※ 참고 사항|", "① 하나|")
    assert texts(document(content, face=face)) == ["□ 추진 배경", "ㅇ 세부 내용", "- 더 세부", "※ 참고 사항", "① 하나"]


def test_gaps_are_spaces_only_where_no_glyphs_are_written() -> None:
    face = Face()
    apart = b"".join(show(face, x, 100, text) for x, text in ((50, "띄어"), (75, "쓰기"), (95, "없이")))
    assert texts(document(apart, face=face)) == ["띄어 쓰기없이"]
    spaced = words(face, 50, 200, "빈칸 글자를 쓰는 문서 ") + word(face, 50, 300, "2026") + word(face, 75, 300, "년")
    assert texts(document(spaced, face=face))[1] == "2026년"


def test_words_painted_backwards_read_forwards() -> None:
    face = Face()
    content = show(face, 90, 100, "뒤 ") + show(face, 70, 100, "가 ") + show(face, 50, 100, "앞 ")
    assert texts(document(content, face=face)) == ["앞 가 뒤"]


def test_a_word_painted_twice_is_one_word() -> None:
    face = Face()
    found = document(show(face, 50, 100, "그림자") + show(face, 50.6, 100.5, "그림자"), face=face)
    assert found.text == "그림자"
    assert found.coverage.characters.dropped == {"repeated": 3}
    assert found.coverage.characters.met == 6


@pytest.mark.parametrize("shown", [["그림자"], ["그", "림", "자"]], ids=["words", "letters"])
def test_the_shadow_of_a_headline_lies_further_away(shown: list[str]) -> None:
    face = Face()
    content = b"".join(
        show(face, 50 + 20 * at + away, 100 + away, text, 20) for away in (1.6, 0) for at, text in enumerate(shown)
    )
    assert document(content, face=face).text == "그림자"


def test_words_one_below_the_other_in_small_type_are_two() -> None:
    face = Face()
    content = show(face, 50, 100, "가나", 10) + show(face, 51.6, 101.6, "가나", 10)
    assert document(content, face=face).text.count("가나") == 2


def test_embossed_words_are_painted_three_times_and_read_once() -> None:
    face = Face()
    # In grey, in white and in black, 0.7 points apart; borders of strips in which words are looked up lie between some.
    starts = (48.4, 71.7, 99.9, 120.2)
    layers = ((0.7, 0.7, "0.6 g"), (0, 0, "1 g"), (0.3, 0.3, "0 g"))
    content = b"".join(
        show(face, x + dx, 100 + dy, text, state=state)
        for dx, dy, state in layers
        for x, text in zip(starts, ("제", "10회", "농업", "‧"), strict=True)
    )
    found = document(content, face=face)
    assert "".join(found.text.split()) == "제10회농업‧"
    assert found.side == ()
    assert found.coverage.characters.dropped == {"repeated": 14}


def test_embossed_words_may_stand_one_below_the_other() -> None:
    face = Face()
    layers = ((50.7, "0.6 g"), (50, "1 g"), (50.3, "0 g"))
    content = b"".join(show(face, x, y, "참고", state=state) for x, state in layers for y in (100, 199.8, 300))
    found = document(content, face=face)
    assert (found.text.split(), found.side) == (["참고"] * 3, ())


def test_a_mark_painted_twice_at_its_place_is_one_mark() -> None:
    face = Face()
    content = show(face, 50, 100, "□") + show(face, 56, 100, "추진 배경") + show(face, 50.05, 100, "□")
    assert document(content, face=face).text == "□추진 배경"


def test_leader_dots_may_stand_close() -> None:
    face = Face()
    content = b"".join(show(face, 50 + at, 100, "·", size=2) for at in range(5))
    assert document(content, face=face).text.count("·") == 5


def test_clipped_cells_are_a_table_without_a_line_drawn() -> None:
    face = Face()
    rows = [
        ((50, 100, 150, 140), "담당 부서"),
        ((150, 100, 250, 120), "책임자"),
        ((250, 100, 350, 120), "과장 홍길동"),
        ((150, 120, 250, 140), "담당자"),
        ((250, 120, 350, 140), ""),
    ]
    (table,) = document(cells(face, rows), face=face).blocks
    assert isinstance(table, Table)
    assert (table.rows, table.cols) == (2, 3)
    assert [(cell.row, cell.col, cell.row_span, cell.text) for cell in table.cells] == [
        (0, 0, 2, "담당 부서"),
        (0, 1, 1, "책임자"),
        (0, 2, 1, "과장 홍길동"),
        (1, 1, 1, "담당자"),
        (1, 2, 1, ""),
    ]


def test_a_clip_to_what_the_margins_leave_is_no_frame() -> None:
    """Browsers print so: 30 mm of margin, all of a page in one clip, tables drawn by lines."""
    face = Face()
    x0, x1, y0, y1, mid = 86, 509, 100, 120, 250
    lines = b"".join(rule(x0, y, x1, y) for y in (y0, y1)) + b"".join(rule(x, y0, x, y1) for x in (x0, mid, x1))
    text = (
        words(face, 90, 112, "담당부서") + words(face, 260, 112, "지도과") + words(face, 90, 200, "지도를 새로 펴낸다.")
    )
    blocks = document(b"q\n" + clip(85, 85, 510, 757) + lines + text + b"Q\n", face=face).blocks
    assert [block.kind for block in blocks] == ["table", "paragraph"]


def test_a_table_in_a_cell_stays_in_it() -> None:
    face = Face()
    inner = [((60, 110, 100, 130), "가"), ((100, 110, 140, 130), "나")]
    outer = [((50, 100, 250, 140), ""), ((250, 100, 350, 140), "바깥")]
    content = b"q\n" + clip(0, 0, 594.88, HEIGHT) + cells(face, outer)[2:-2] + cells(face, inner)[2:]
    (table,) = document(content, face=face).blocks
    assert isinstance(table, Table)
    (nested,) = table.cells[0].blocks
    assert isinstance(nested, Table)
    assert [cell.text for cell in nested.cells] == ["가", "나"]


def grid_of_rules(x0: float, y0: float, x1: float, y1: float, mid: float) -> bytes:
    """Two columns, two rows, the first row merged, open on the left and right."""
    return (
        rule(x0, y0, x1, y0)
        + rule(x0, y1, x1, y1)
        + rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        + rule(mid, (y0 + y1) / 2, mid, y1)
    )


def test_drawn_lines_are_a_table_open_at_the_sides() -> None:
    face = Face()
    text = show(face, 60, 113, "제목 줄") + show(face, 60, 133, "왼쪽") + show(face, 160, 133, "오른쪽")
    (table,) = document(grid_of_rules(50, 100, 250, 140, 150) + text, face=face).blocks
    assert isinstance(table, Table)
    assert [(cell.row, cell.col, cell.col_span, cell.text) for cell in table.cells] == [
        (0, 0, 2, "제목 줄"),
        (1, 0, 1, "왼쪽"),
        (1, 1, 1, "오른쪽"),
    ]


def test_an_underline_is_no_table_and_a_frame_is_a_box() -> None:
    face = Face()
    underlined = show(face, 60, 113, "밑줄 친 낱말") + rule(60, 115, 115, 115)
    frame = rule(50, 200, 250, 200) + rule(50, 240, 250, 240) + rule(50, 200, 50, 240) + rule(250, 200, 250, 240)
    found = document(underlined + frame + show(face, 60, 220, "상자 글"), face=face)
    assert [type(block) for block in found.blocks] == [Paragraph, Box]
    assert found.text == "밑줄 친 낱말\n상자 글"


def test_a_table_over_a_page_break_is_one_table() -> None:
    face = Face()
    heading = [((50, 100, 150, 120), "시도"), ((150, 100, 250, 120), "건수")]
    first = [*heading, ((50, 120, 150, 140), "서울"), ((150, 120, 250, 140), "1")]
    second = [*heading, ((50, 120, 150, 140), "부산"), ((150, 120, 250, 140), "2")]
    (table,) = document(cells(face, first), cells(face, second), face=face).blocks
    assert isinstance(table, Table)
    assert table.rows == 3
    assert [cell.text for cell in table.cells] == ["시도", "건수", "서울", "1", "부산", "2"]
    assert table.cells[-1].row == 2


def test_a_table_that_a_browser_cuts_is_one_table() -> None:
    """Its rest has no line at its top, where the walls end."""
    face = Face()
    columns = (50, 150, 250, 350)
    drawn = b"".join(rule(50, y, 350, y) for y in (700, 720)) + b"".join(rule(x, 700, x, 720) for x in columns)
    rest = rule(50, 80, 350, 80) + b"".join(rule(x, 60, x, 80) for x in columns)
    words = [[("지도국", 60), ("과장", 160), ("홍길동", 260)], [("지도과", 60), ("사무관", 160), ("김철수", 260)]]
    above, below = (
        lines + b"".join(show(face, x, y, text) for text, x in row)
        for lines, y, row in zip((drawn, rest), (713, 73), words, strict=True)
    )
    (table,) = document(above, below, face=face).blocks
    assert isinstance(table, Table)
    assert (table.rows, table.cols) == (2, 3)
    assert [cell.text for cell in table.cells] == ["지도국", "과장", "홍길동", "지도과", "사무관", "김철수"]


@pytest.mark.parametrize(
    ("counts", "rows"),
    [((1, 1), [3]), ((1, 0), [2, 2]), ((2, 0), [2, 2])],
    ids=["on each page", "on one page", "twice on one page"],
)
def test_a_logo_at_the_foot_of_each_page_parts_nothing(counts: tuple[int, int], rows: list[int]) -> None:
    face = Face()
    heading = [((50, 60, 150, 80), "부서"), ((150, 60, 300, 80), "성명")]
    rest = [((50, 80, 150, 100), "기획과"), ((150, 80, 300, 100), "홍길동")]
    logo = b"q 80 0 0 30 450 20 cm /Im1 Do Q "
    first, second = (cells(face, [*heading, *rest]) + logo * count for count in counts)
    image = stream(b"\xff\xd8\xff", " /Subtype /Image /Width 1 /Height 1 /Filter /DCTDecode")
    found = read_pdf(
        pages([first, second], face, extra={100: image}, resources="/XObject << /Im1 100 0 R >>"), Options(Limits())
    )
    tables = [block for block in found.blocks if isinstance(block, Table)]
    assert [table.rows for table in tables] == rows


def test_a_paragraph_over_a_page_break_is_one_paragraph() -> None:
    face = Face()
    first = lines(
        face,
        "  정부는 오늘 회의를 열고 새로운 정책을 마련하여 ",
        "국민이 편하게 이용할 수 있도록 제도를 고치기로 결정하",
        y=700,
    )
    second = lines(face, "였다고 밝혔다.|", y=80)
    assert texts(document(first, second, face=face)) == [
        "  정부는 오늘 회의를 열고 새로운 정책을 마련하여 국민이 편하게 이용할 수 있도록 제도를 고치기로 결정하였다고 밝혔다."
    ]


def test_running_text_and_page_numbers_stand_apart() -> None:
    face = Face()
    content = [
        show(face, 280, 820, f"- {number} -") + show(face, 50, 40, "보도자료 모음") + show(face, 50, 400, text)
        for number, text in ((1, "첫 쪽"), (2, "둘째 쪽"), (3, "셋째 쪽"))
    ]
    found = document(*content, face=face)
    assert texts(found) == ["첫 쪽", "둘째 쪽", "셋째 쪽"]
    assert [side.text for side in found.side_texts(SideKind.PAGE_NUMBER)] == ["- 1 -", "- 2 -", "- 3 -"]
    assert [side.text for side in found.side_texts(SideKind.HEADER)] == ["보도자료 모음"]
    assert found.coverage.characters.dropped == {"repeated": 12}


def test_two_columns_are_read_one_after_the_other() -> None:
    face = Face()
    left = [
        "왼쪽 단의 첫째 줄은 이렇게 길다",
        "왼쪽 단의 둘째 줄도 이렇게 길다",
        "왼쪽 단의 셋째 줄도 이렇게 길다",
        "왼쪽 단의 넷째 줄도 이렇게 길다",
    ]
    right = [text.replace("왼쪽", "오른") for text in left]
    content = show(face, 50, 80, "두 단으로 짜인 글")
    for row, (a, b) in enumerate(zip(left, right, strict=True)):
        content += show(face, 50, 110 + 16 * row, a) + show(face, 310, 110 + 16 * row, b)
    solid = "".join(document(content, face=face).text.split())
    assert solid == "".join(("두 단으로 짜인 글" + "".join(left) + "".join(right)).split())


@pytest.mark.parametrize(
    "hidden",
    ["3 Tr", "1 g"],
    ids=["without ink", "white on white"],
)
def test_text_that_nobody_sees_stands_apart(hidden: str) -> None:
    face = Face()
    content = show(face, 50, 100, "보이는 글") + show(face, 50, 120, "숨은 글", state=hidden)
    found = document(content, face=face)
    assert texts(found) == ["보이는 글"]
    assert [side.text for side in found.side_texts(SideKind.HIDDEN)] == ["숨은 글"]
    assert [warning.code for warning in found.warnings if warning.code == "text_hidden"] == ["text_hidden"]


def test_spaces_that_nobody_sees_are_not_worth_a_warning() -> None:
    face = Face()
    content = show(face, 50, 100, "보이는 글") + show(face, 50, 120, "  ", state="1 g")
    assert "text_hidden" not in [warning.code for warning in document(content, face=face).warnings]


def test_white_text_on_a_dark_ground_is_seen() -> None:
    face = Face()
    content = f"0 g 40 {HEIGHT - 120} 200 40 re f ".encode() + show(face, 50, 100, "흰 글", state="1 g")
    assert texts(document(content, face=face)) == ["흰 글"]


def test_a_watermark_stands_apart() -> None:
    face = Face()
    slanted = f"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm <{face.hex('대외비')}> Tj ET ".encode()
    found = document(slanted + show(face, 50, 100, "본문은 깨끗하게 남는다"), face=face)
    assert texts(found) == ["본문은 깨끗하게 남는다"]
    assert [side.text for side in found.side_texts(SideKind.MASTER_PAGE)] == ["대외비"]


def test_decomposed_hangul_is_composed_and_symbols_have_meaning() -> None:
    face = Face()
    found = document(show(face, 50, 100, "\u1112\u1161\u11ab글 \uf06e"), face=face)
    assert found.text == "한글 ■"


def picture(width: int, height: int, x: float, y: float) -> bytes:
    return f"q {width} 0 0 {height} {x} {HEIGHT - y - height} cm /Im1 Do Q\n".encode()


def with_picture(content: bytes, face: Face) -> bytes:
    image = stream(b"\xff\xd8\xff", " /Subtype /Image /Width 1 /Height 1 /Filter /DCTDecode")
    return pages([content], face, extra={100: image}, resources="/XObject << /Im1 100 0 R >>")


def test_a_scan_is_named_and_its_picture_kept() -> None:
    face = Face()
    found = read_pdf(with_picture(picture(595, HEIGHT, 0, 0), face), Options(Limits()))
    assert [warning.code for warning in found.warnings] == ["page_scanned"]
    assert [type(block) for block in found.blocks] == [Image]
    assert found.coverage.images.emitted == 1


def test_recognised_text_of_a_scan_is_text() -> None:
    face = Face()
    content = picture(595, HEIGHT, 0, 0) + show(
        face, 50, 100, "인식된 글자는 본문으로 읽혀야 한다고 본다", state="3 Tr"
    )
    assert "인식된" in read_pdf(with_picture(content, face), Options(Limits())).text


def test_outlined_text_is_named() -> None:
    curves = b"0 0 m " + b"1 2 3 4 5 6 c " * 400 + b"f"
    assert [warning.code for warning in document(curves, face=Face()).warnings] == ["page_outlined"]


def letters(count: int) -> bytes:
    """Letters drawn as shapes of straight strokes and of curves, ten points high."""
    corners = " ".join(f"{x} {y} l" for x, y in ((8, 0), (8, 2), (2, 2), (2, 8), (8, 8), (8, 10), (0, 10)))
    shapes = (f"0 0 m {corners} h f", "0 0 m 0 10 8 10 8 0 c h f")
    return "".join(
        f"q 1 0 0 1 {50 + at % 40 * 12} {600 - at // 40 * 20} cm {shapes[at % 2]} Q\n" for at in range(count)
    ).encode()


@pytest.mark.parametrize(("count", "codes"), [(200, ["page_outlined"]), (10, [])])
def test_a_page_on_which_most_text_is_outlined_is_named(count: int, codes: list[str]) -> None:
    face = Face()
    found = document(letters(count) + show(face, 50, 100, "본문 가운데 얼마는 글자로 남아 있다고 보는 쪽"), face=face)
    assert [warning.code for warning in found.warnings] == codes
    assert len(found.blocks) == 1


def test_a_picture_on_a_page_without_text_may_hold_some() -> None:
    found = read_pdf(with_picture(picture(300, 200, 100, 100), Face()), Options(Limits()))
    assert [warning.code for warning in found.warnings] == ["page_scanned"]


def test_white_text_on_a_round_ground_is_seen() -> None:
    face = Face()
    top, foot = HEIGHT - 60, HEIGHT - 140
    corners = f"40 {foot} 40 {foot} 50 {foot} c 290 {foot} l 300 {foot} 300 {foot} 300 {top} c 40 {top} l h f "
    ground = f"0 0 0.5 rg 40 {top} m {corners}".encode()
    assert texts(document(ground + show(face, 100, 100, "흰 글", state="1 g"), face=face)) == ["흰 글"]


@pytest.mark.parametrize(("parts", "drawn"), [("gfedc", "\u2610"), ("gfedcb", "\u2611")])
def test_the_parts_of_a_check_box_are_one_sign(parts: str, drawn: str) -> None:
    face = Face("Marlett")
    colours = {"g": "1 g", "d": "1 g"}
    content = b"".join(show(face, 50, 100, part, state=colours.get(part, "0 g")) for part in parts)
    assert texts(document(content + show(face, 65, 100, "해당없음"), face=face)) == [f"{drawn} 해당없음"]


def test_the_caption_of_a_check_box_follows_it_although_it_has_a_clip_of_its_own() -> None:
    sign, face = Face("Marlett"), Face()
    parts = b"".join(show(sign, 60, 112, part).replace(b"/F1", b"/F2") for part in "\uf067\uf066\uf062")
    content = b"q\n" + clip(50, 100, 200, 120) + parts + clip(72, 98, 150, 122) + words(face, 72, 110, "해당 없음")
    content += cells(face, [((200, 100, 300, 120), "비고")]) + words(face, 50, 300, "빈칸을 쓰는 문서 ")
    data = pages([content], face, extra=sign.objects(100), resources="/Font << /F1 4 0 R /F2 100 0 R >>")
    assert "☑ 해당 없음" in read_pdf(data, Options(Limits())).text


@pytest.mark.parametrize(
    "setting",
    [
        "BT /F1 -10 Tf -1 0 0 -1 50 642 Tm",
        "1 0 0 -1 0 842 cm BT /F1 -10 Tf -1 0 0 1 50 200 Tm",
        "BT /F1 10 Tf 1 0 0 -1 50 642 Tm",
        "BT /F1 10 Tf -100 Tz -1 0 0 1 50 642 Tm",
    ],
)
def test_text_turned_by_its_size_or_mirrored_is_seen(setting: str) -> None:
    face = Face()
    mirrored = f"q {setting} <{face.hex('홍길동')}> Tj <{face.hex(' 장관')}> Tj ET Q ".encode()
    content = show(face, 50, 180, "□ 위의 줄이다.") + mirrored + show(face, 50, 220, "□ 아래 줄이다.")
    found = document(content, face=face)
    assert texts(found) == ["□ 위의 줄이다. 홍길동 장관", "□ 아래 줄이다."]
    assert found.side == ()


def test_an_unreadable_page_loses_no_other_page() -> None:
    face = Face()
    data = pages([show(face, 50, 100, "첫 쪽"), b"xx", show(face, 50, 100, "셋째 쪽")], face)
    at = data.index(b"13 0 obj")
    stop = data.index(b"stream\n", at) + 7
    data = data[:stop] + b"\0\1\2\3" + data[stop + 4 :]
    found = read_pdf(data, Options(Limits()))
    assert texts(found) == ["첫 쪽", "셋째 쪽"]
    assert [(warning.code, warning.locator) for warning in found.warnings if warning.code == "page_unreadable"] == [
        ("page_unreadable", "page 2")
    ]


def test_the_number_of_pages_is_limited() -> None:
    face = Face()
    with pytest.raises(LimitExceededError) as caught:
        document(*[show(face, 50, 100, "쪽")] * 4, face=face, max_pages=3)
    assert caught.value.code == "limit_pages"


def test_an_unknown_lock_is_an_error() -> None:
    face = Face()
    data = pages([show(face, 50, 100, "글")], face, trailer="/Encrypt << /Filter /Other /V 9 >>")
    with pytest.raises(EncryptedDocumentError) as caught:
        read_pdf(data, Options(Limits()))
    assert caught.value.code == "encrypted_unknown"


@pytest.mark.parametrize(
    ("password", "code"), [(None, "password_required"), ("", "password_required"), ("12", "password_wrong")]
)
def test_a_password_is_asked_for_as_in_other_formats(password: str | None, code: str) -> None:
    face = Face()
    lock = f"/Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'00' * 32}>"
    data = pages([show(face, 50, 100, "글")], face, trailer=f"/Encrypt << {lock} >> /ID [<00> <00>]")
    with pytest.raises(EncryptedDocumentError) as caught:
        read_pdf(data, Options(Limits(), password))
    assert caught.value.code == code
    assert password or "--password on the command line" in (caught.value.hint or "")


def test_metadata_says_what_the_file_says() -> None:
    face = Face()
    info = b"<< /Producer (Maker 1.0) /CreationDate (D:20260413090000+09'00') /ModDate (D:20261399) /Title <feffc81cbaa9> >>"
    data = pages([show(face, 50, 100, "글")], face, extra={100: info}, trailer="/Info 100 0 R")
    metadata = read_pdf(data, Options(Limits())).metadata
    assert (metadata.producer, metadata.title, metadata.pages, metadata.modified) == ("Maker 1.0", "제목", 1, None)
    assert metadata.created is not None
    assert metadata.created.isoformat() == "2026-04-13T09:00:00+09:00"
