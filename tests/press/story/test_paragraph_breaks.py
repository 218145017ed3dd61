from __future__ import annotations

import pytest
from builders.blocks import paragraph
from builders.stories import CONTACTS, FIRST, LAST, story


@pytest.mark.parametrize("gap", ["   ", "\u00a0\u00a0\u00a0", "↵  "])
def test_paragraph_typed_behind_another(gap: str) -> None:
    assert story(paragraph(f" {FIRST}{gap}{LAST}"), CONTACTS) == [f" {FIRST}", LAST]
    assert story(f"{FIRST}{gap}{LAST}   홍길동 장관은 “길은 모두의 것이다.”{gap}※ 길 이름: 3만 개", CONTACTS) == [
        FIRST,
        LAST,
        "홍길동 장관은 “길은 모두의 것이다.”",
    ]


def test_item_behind_a_forced_line_break() -> None:
    assert story(f"□ {FIRST}↵ㅇ {LAST}", CONTACTS) == [f"□ {FIRST}", f"ㅇ {LAST}"]


@pytest.mark.parametrize(
    "printed",
    [
        f"{FIRST}  {LAST}",  # two blanks are a habit of typists
        f"{FIRST}   끝.",
        f"{FIRST}     <끝>",
        "지도는 누구나   쓸 수 있다.",
        "지도는 1.   2.   3. 순으로 연다.",
        f"{FIRST}\n{LAST}",
    ],
)
def test_sentences_of_one_paragraph(printed: str) -> None:
    assert story(paragraph(printed), CONTACTS) == [printed]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("행정안전부는 12일 동네 지도를", "연다고 밝혔다."),
        ("  행정안전부는 12일 모두의 ", "동네 지도를 연다고 밝혔다."),
        ("  2026년 4월 모두의 ", "동네 지도를 연다고 밝혔다."),
        ("  홍길동 장관은 “길은 모두의 것”이라며 ", "  “지도도 그렇다”고 말했다."),
    ],
)
def test_paragraph_cut_by_a_stray_return(above: str, below: str) -> None:
    assert [text.strip() for text in story(paragraph(above), paragraph(below), LAST, CONTACTS)] == [
        f"{above.strip()} {below.strip()}",
        LAST,
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("행정안전부는 12일 동네 지도를 연다.", "지도는 누구나 쓴다."),
        ("행정안전부는 12일 동네 지도를", "□ 지도는 누구나 쓴다."),
        ("  동네 지도를 연다. ", "지도는 누구나 쓴다."),
        ("  동네 지도를 마련함 ", "지도는 누구나 쓴다."),
        ("  행정안전부는 12일 동네 지도 보급 ", "  지도는 누구나 쓴다."),
        ("   * 길 이름이 있는 지도 ", "  지도는 누구나 쓴다."),
        ("   ** 길 이름이 있는 지도\u00a0", "지도는 누구나 쓴다."),
        ("  ※ 길 이름이 있는 지도 ", "지도는 누구나 쓴다."),
        ("  - 동네 지도 보급 ", "지도는 누구나 쓴다."),
        ("  o 동네 지도 보급 ", "지도는 누구나 쓴다."),
        ("  1) 동네 지도 보급 ", "지도는 누구나 쓴다."),
    ],
)
def test_whole_paragraphs_are_not_joined(above: str, below: str) -> None:
    assert len(story(FIRST, paragraph(above), paragraph(below), LAST, CONTACTS)) == 4


def test_item_cut_behind_an_object_goes_on_below_an_indent() -> None:
    cut = [paragraph(" ㅇ 가나시는 동네 지도를 "), paragraph("   편다.")]
    assert story(FIRST, *cut, LAST, CONTACTS) == [FIRST, " ㅇ 가나시는 동네 지도를 편다.", LAST]


def test_note_that_ends_in_a_space_takes_no_last_paragraph() -> None:
    assert story(FIRST, paragraph("   * 길 이름이 있는 지도 "), paragraph(f"  {LAST}"), CONTACTS)[-1] == f"  {LAST}"


def test_numbered_item_does_not_go_on_with_the_line_above() -> None:
    assert story(FIRST, "ㅇ 주요 사업을", "(1) 지도 보급", CONTACTS) == [FIRST, "ㅇ 주요 사업을", "(1) 지도 보급"]


def test_blanks_behind_a_quote_that_goes_on() -> None:
    line = "가나시는 “지도를 쓰자.”   라고 밝혔다."
    assert story(line, CONTACTS) == [line]
