"""Where paragraphs end, and what a line break stands for."""

from __future__ import annotations

import pytest
from builders.pdf import Face, cells, clip, pages, show, word, words

from hwpextract.document import Paragraph, Table
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import read_pdf

WIDTH = 272.0


def texts(content: bytes, face: Face) -> list[str]:
    found = read_pdf(pages([content], face), Options(Limits()))
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def full(face: Face, y: float, text: str) -> bytes:
    """A line whose last word is set against the right margin, as justification does it."""
    head, _, last = text.rstrip().rpartition(" ")
    tail = last + text[len(text.rstrip()) :]
    return words(face, 50, y, head + " ") + word(face, 50 + WIDTH - face.extent(last, 10), y, tail)


def speech(face: Face, y: float) -> bytes:
    """Lines broken between words, so that a space is known to stand at their ends."""
    return b"".join(
        full(face, y + 16 * at, text)
        for at, text in enumerate(
            (
                "정부는 국민 모두가 함께 잘 사는 나라를 만들기 위하여 ",
                "모든 정책을 다시 꼼꼼히 살펴보고 있으며 이번에는 ",
            )
            * 2
        )
    )


def test_a_sentence_that_ends_a_short_line_without_a_space_ends_its_paragraph() -> None:
    face = Face()
    content = (
        speech(face, 100)
        + words(face, 50, 300, "지금이 바로 적기입니다.")
        + words(face, 50, 316, "우리 모두 나섭시다.")
    )
    assert texts(content, face)[-2:] == ["지금이 바로 적기입니다.", "우리 모두 나섭시다."]


def test_in_a_full_line_it_was_a_slip() -> None:
    face = Face()
    content = speech(face, 100) + full(face, 300, "교육을 마친 뒤에는 여러 현장을 차례대로 둘러 탐방한다.")
    content += words(face, 50, 316, "아울러 성과를 확인한다.")
    assert texts(content, face)[-1] == "교육을 마친 뒤에는 여러 현장을 차례대로 둘러 탐방한다. 아울러 성과를 확인한다."


def test_a_word_broken_in_a_full_line_stays_one() -> None:
    face = Face()
    content = (
        speech(face, 100)
        + full(face, 300, "교육을 마친 뒤에는 여러 현장을 차례대로 둘러보는 일")
        + words(face, 50, 316, "정이다.")
    )
    assert texts(content, face)[-1].endswith("둘러보는 일정이다.")


@pytest.mark.parametrize(
    ("right", "shown"),
    [(112, "구분"), (180, "구 분")],
    ids=["spread over the cell", "two words"],
)
def test_syllables_spread_over_their_cell_are_one_word(right: float, shown: str) -> None:
    face = Face()
    first = clip(50, 100, right, 120) + word(face, 52, 114, "구") + word(face, 100, 114, "분")
    content = words(face, 50, 300, "빈칸 글자를 쓰는 문서 ") + b"q\n" + clip(0, 0, 594.88, 842) + first
    content += cells(face, [((right, 100, right + 80, 120), "금액")])
    found = read_pdf(pages([content], face), Options(Limits()))
    assert shown in found.text.split("\n")


@pytest.mark.parametrize("mark", ["▲", "②", "-"])
def test_a_full_line_that_ends_in_a_space_goes_on_whatever_follows(mark: str) -> None:
    face = Face()
    content = speech(face, 100) + full(face, 300, "정부는 이번에 창업을 돕고 새로운 시장을 함께 열며 ")
    content += words(face, 50, 316, f"{mark} 수출을 지원한다.")
    assert texts(content, face)[-1].endswith(f"함께 열며 {mark} 수출을 지원한다.")


@pytest.mark.parametrize(("mark", "end"), [("□", "탐방 "), ("ㅇ", "탐방 "), ("-", "둘러본다. ")])
def test_a_full_item_that_ends_in_a_space_ends_where_the_next_one_begins(mark: str, end: str) -> None:
    face = Face()
    first, second = f"{mark} 교육을 마친 뒤에는 여러 현장을 차례대로 {end}", f"{mark} 아울러 성과를 확인"
    content = speech(face, 100) + full(face, 300, first) + words(face, 50, 316, second)
    assert texts(content, face)[-2:] == [first.rstrip(), second]


def test_items_of_one_length_are_items() -> None:
    face = Face()
    content = b"".join(words(face, 50, 100 + 16 * at, f"{mark} 일시 장소 ") for at, mark in enumerate("ㅇㅇㅇ"))
    first = speech(face, 100) + words(face, 50, 300, "끝이다.")
    found = read_pdf(pages([first, content], face), Options(Limits()))
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)][-3:] == ["ㅇ 일시 장소"] * 3


@pytest.mark.parametrize(
    ("first", "mark", "count"),
    [
        ("주요 내용은 △창업 지원, △새로운 시장 개척과 투자,", "△", 1),
        ("주요 내용은 ①창업 지원과 새로운 시장 개척과 투자,", "②", 1),
        ("주요 내용은 창업 지원과 새로운 시장을 여는 투자임", "△", 2),
        ("주요 내용은 △창업 지원, △새로운 시장을 여는 일임.", "△", 2),
        ("주요 내용은 - 창업 지원, - 새로운 시장을 여는 일,", "-", 2),
    ],
    ids=["a mark used before", "the next number", "a first mark", "after a sentence", "a mark of lines"],
)
def test_a_mark_that_lists_inside_a_sentence_begins_no_paragraph(first: str, mark: str, count: int) -> None:
    face = Face()
    content = speech(face, 100) + full(face, 300, first) + words(face, 50, 316, f"{mark} 수출 지원이다.")
    assert len(texts(content, face)) == 1 + count


def test_a_sentence_goes_on_over_the_page_with_a_mark_that_lists() -> None:
    face = Face()
    first = speech(face, 100) + full(face, 300, "주요 내용은 △창업 지원, △새로운 시장 개척과 투자,")
    second = words(face, 50, 100, "△ 수출 지원이다. ") + speech(face, 300)
    found = read_pdf(pages([first, second], face), Options(Limits()))
    assert "개척과 투자,△ 수출 지원이다." in found.text


@pytest.mark.parametrize(
    ("word_after", "count"), [("국민과 ", 2), ("대한민국정책기획위원회와 ", 1)], ids=["it had room", "it had none"]
)
def test_a_line_that_ends_in_a_space_ends_a_paragraph_where_the_next_word_had_room(word_after: str, count: int) -> None:
    face = Face()
    left = "새로운 정책을 국민과 함께 널리 펼친다 "
    start = 50 + (WIDTH - face.extent(left.rstrip(), 10)) / 2
    content = speech(face, 100) + words(face, start, 300, left) + words(face, 70, 316, word_after + "함께")
    assert len(texts(content, face)) == 1 + count


@pytest.mark.parametrize(
    ("x", "shown"),
    [
        (60, ["※ 참고할 내용은 아래와 같음\n세부 계획은 따로 알림"]),
        (50, ["※ 참고할 내용은 아래와 같음", "세부 계획은 따로 알림"]),
    ],
    ids=["below its text", "below its mark"],
)
def test_a_line_below_the_text_of_a_marked_one_belongs_to_it(x: float, shown: list[str]) -> None:
    face = Face()
    content = speech(face, 100) + words(face, 50, 300, "※ 참고할 내용은 아래와 같음")
    content += words(face, x + (face.extent("※ ", 10) - 10 if x > 50 else 0), 316, "세부 계획은 따로 알림")
    assert texts(content, face)[1:] == shown


def test_an_end_that_two_lines_share_is_no_margin_where_more_go_beyond_it() -> None:
    face = Face()
    spoken = [
        "여러분 반갑습니다",
        "오늘 이 자리에 와 주신 여러분께",
        "진심으로 감사드리며 함께 한",
        "모든 분께",
        "고마움을",
    ]
    content = b"".join(words(face, 50, 100 + 16 * at, text) for at, text in enumerate(spoken))
    content += words(face, 50, 180, "전함니다")
    first = speech(face, 100) + words(face, 50, 300, "끝이다.")
    found = read_pdf(pages([first, content], face), Options(Limits()))
    assert [block.text for block in found.blocks if isinstance(block, Paragraph)][2:] == [*spoken, "전함니다"]


def _cell(face: Face, placed: list[tuple[float, float, str]]) -> list[str]:
    """Paragraphs of a cell of 80 points, from 50 to 130, that holds words at places; the cell beside it tells the padding."""
    first = clip(50, 100, 130, 140) + b"".join(word(face, x, y, text) for x, y, text in placed)
    content = words(face, 50, 300, "빈칸 글자를 쓰는 문서 ") + b"q\n" + clip(0, 0, 594.88, 842) + first
    content += cells(face, [((130, 100, 210, 140), "금액")])
    (table,) = (
        block for block in read_pdf(pages([content], face), Options(Limits())).blocks if isinstance(block, Table)
    )
    return [block.text for block in table.cells[0].blocks if isinstance(block, Paragraph)]


def test_lines_spread_over_their_cell_are_words_of_their_own() -> None:
    spread = [(52.0, 112.0, "금"), (118.0, 112.0, "융"), (52.0, 126.0, "보"), (85.0, 126.0, "험"), (118.0, 126.0, "업")]
    assert _cell(Face(), spread) == ["금융", "보험업"]
    assert _cell(Face(), [(52, 112, "금융과 보험업"), (52, 126, "전망")]) == ["금융과 보험업", "전망"]


def test_what_stands_in_brackets_in_the_middle_of_a_cell_is_a_line_of_its_own() -> None:
    assert _cell(Face(), [(54, 112, "과학기술부산하"), (80, 126, "(15)")]) == ["과학기술부산하", "(15)"]


@pytest.mark.parametrize("mark", ["o ", "･", "⓬", "㉠"])
def test_rarer_marks_begin_a_paragraph_too(mark: str) -> None:
    face = Face()
    content = speech(face, 100) + full(face, 300, "교육을 마친 뒤에는 여러 현장을 차례대로 둘러보는 일")
    content += words(face, 50, 316, f"{mark}정해진 대로 한다.")
    assert texts(content, face)[-1] == f"{mark}정해진 대로 한다."


def test_where_words_are_not_broken_a_sign_may_end_a_line_with_room_for_a_syllable() -> None:
    face = Face()
    rows = [
        "정부는 국민 모두가 함께 잘 사는 나라를 ",
        "만들기 위하여 여러 정책을 다시 살펴보고 ",
        "있으며 이번에는 새로운 계획을 세운다고 ",
    ]
    content = b"".join(words(face, 50, 100 + 16 * at, row) for at, row in enumerate(rows * 2))
    content += words(face, 50, 196, "밝혔다. 참석한 곳은 중앙 기관·지방 기관·")
    content += words(face, 50, 212, "공공연구기관협의회 등이다.") + words(face, 50, 228, "맺음")
    assert "지방 기관·공공연구기관협의회 등이다." in texts(content, face)[0]


def test_ragged_lines_with_room_for_a_syllable_are_broken_between_words() -> None:
    face = Face()
    lines = [
        "우리 마을 도서관은 책을 읽는 모든 어린이에게 늘 활짝",
        "열려 있으며 봄에는 나무 그늘 아래에서 그림책을",
        "읽어주는 모임을 열고 여름에는 냇가로 나가서 함께",
        "물고기를 살피는 교실을 열어 아이들이 늘 새 자연을",
        "스스로 배우고 느끼도록 돕는 여러 행사를 마련해 두고",
        "기다리니 누구나 부담 없이 모두 찾아와 즐겁게 놀고",
        "보내고 돌아가는 길에는 작은 화분 하나씩을 받아",
        "가꾸는 기쁨도 누리시기를 바라며 앞으로도 꾸준히",
        "노력하여 더 나은 쉼터를 만들어 갈 것을 약속한다.",
    ]
    content = b"".join(show(face, 50, 100 + 16 * at, line) for at, line in enumerate(lines))
    assert texts(content, face) == [" ".join(lines)]
