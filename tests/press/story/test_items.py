from __future__ import annotations

import pytest
from builders.blocks import box, paragraph, release, table

from hwpextract.document import Block
from hwpextract.press.labels import ITEM_LEVELS
from hwpextract.press.story.items import level_of

HEAD = "| <pic/> | 보도자료 | |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |"
FIRST = "행정안전부는 12일 동네 지도를 연다."
CONTACTS = "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |"


def items(*lines: str | Block) -> list[tuple[str, int | None, str | None, str]]:
    """Kind, level, mark and text of each item of a body."""
    parts = [paragraph(line) if isinstance(line, str) else line for line in lines]
    return [(item.kind, item.level, item.mark, item.text) for item in release(HEAD, *parts, CONTACTS).items]


def quotes(*lines: str) -> list[tuple[str, str, str]]:
    """Speaker, words and verb of each quote of a body."""
    found = release(HEAD, FIRST, *map(paragraph, lines), CONTACTS).quotes
    return [(quote.speaker, quote.text, quote.verb) for quote in found]


# --- Items ---


@pytest.mark.parametrize(
    ("line", "level", "mark"),
    [
        ("□ 동네 지도를 연다.", 1, "□"),
        ("ㅁ 동네 지도를 연다.", 1, "ㅁ"),
        (" ㅇ 동네 지도를 연다.", 2, "ㅇ"),
        (" ○ 동네 지도를 연다.", 2, "○"),
        (" ◦ 동네 지도를 연다.", 2, "◦"),
        (" ❍ 동네 지도를 연다.", 2, "❍"),
        (" 〇 동네 지도를 연다.", 2, "〇"),
        (" o 동네 지도를 연다.", 2, "o"),
        (" ▶ 동네 지도를 연다.", None, "▶"),
        (" ❶ 동네 지도를 연다.", 6, "❶"),
        ("  - 동네 지도를 연다.", 3, "-"),
        ("   · 동네 지도를 연다.", 4, "·"),
        ("   ▸ 동네 지도를 연다.", 4, "▸"),
        ("1. 동네 지도를 연다.", 1, "1."),
        ("가. 동네 지도를 연다.", 2, "가."),
        ("1) 동네 지도를 연다.", 3, "1)"),
        ("가) 동네 지도를 연다.", 4, "가)"),
        ("(1) 동네 지도를 연다.", 5, "(1)"),
        ("① 동네 지도를 연다.", 6, "①"),
        ("□\u00a0동네 지도를 연다.", 1, "□"),
    ],
)
def test_level_by_the_mark(line: str, level: int | None, mark: str) -> None:
    assert items(FIRST, line) == [
        ("paragraph", None, None, FIRST),
        ("item", level, mark, "동네 지도를 연다."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "동네 지도를 연다.",
        "  동네 지도를 연다.",
        "-3.2%p 낮아졌다.",
        "2.5배 늘었다.",
        "4. 13.(월) 동네 지도를 연다.",
        "o2 농도를 잰다.",
        "’26. 4월 동네 지도를 연다.",
        "○○군은 지도를 연다.",
        "가격은 없다.",
    ],
)
def test_plain_paragraphs(line: str) -> None:
    assert items(FIRST, line)[1] == ("paragraph", None, None, line.strip())


@pytest.mark.parametrize("line", ["<지도는 누구나>", "【지도는 누구나】", "〔 지도는 누구나 〕", " < 지도는 누구나 > "])
def test_headings(line: str) -> None:
    assert items(FIRST, line, "지도는 쉽다.")[1] == ("heading", None, None, line.strip(" <>【】〔〕"))


def test_notes_go_with_the_item_above() -> None:
    body = release(
        HEAD,
        *map(paragraph, ["□ 동네 지도*를 연다.", "  * 길을 그린 그림", "  ** 종이도 있다", "※ 무료", "□ 누구나 쓴다."]),
        CONTACTS,
    )
    assert [(item.text, item.notes) for item in body.items] == [
        ("동네 지도*를 연다.", ("길을 그린 그림", "종이도 있다", "무료")),
        ("누구나 쓴다.", ()),
    ]


def test_frame_above_the_first_paragraph_is_the_lead() -> None:
    lead = table("| ◈ 동네 지도가 나왔다. ⏎ ◈ 누구나 쓸 수 있다. |")
    assert items(lead, FIRST, box("견본이다.")) == [
        ("lead", None, "◈", "동네 지도가 나왔다."),
        ("lead", None, "◈", "누구나 쓸 수 있다."),
        ("paragraph", None, None, FIRST),
    ]


@pytest.mark.parametrize("mark", ["▣", "◆"])
def test_marks_of_the_lead(mark: str) -> None:
    lead = table(f"| {mark} ’26년 동네 지도 |")
    assert items(lead, FIRST)[0] == ("lead", None, mark, "’26년 동네 지도")


@pytest.mark.parametrize(
    "box",
    [
        "| < 요 약 > |\n| 동네 지도가 나왔다. |",
        "| | 요  약 | |\n| {1x3} 동네 지도가 나왔다. |",
        "| 주요 내용 |\n| 동네 지도가 나왔다. |",
    ],
)
def test_captioned_box_above_the_first_paragraph_is_the_lead(box: str) -> None:
    assert items(table(box), FIRST) == [
        ("lead", None, None, "동네 지도가 나왔다."),
        ("paragraph", None, None, FIRST),
    ]


@pytest.mark.parametrize(
    "box", ["| ※ 주말 엠바고 주의 |", "| < 보도 내용 (가나일보, 4.10) > ⏎ ◈ 길 찾기 어렵다 |", "| 구분 | 값 |"]
)
def test_other_boxes_are_no_lead(box: str) -> None:
    assert items(table(box), FIRST) == [("paragraph", None, None, FIRST)]


def test_note_below_the_last_item() -> None:
    (item,) = release(HEAD, paragraph("□ 동네 지도*를 연다."), paragraph("  * 길을 그린 그림"), CONTACTS).items
    assert item.notes == ("길을 그린 그림",)


@pytest.mark.parametrize(
    ("mark", "level"),
    [
        *ITEM_LEVELS.items(),
        ("12.", 1),
        ("하.", 2),
        ("3)", 3),
        ("나)", 4),
        ("(10)", 5),
        ("❿", 6),
        ("가", None),
        ("", None),
    ],
)
def test_levels(mark: str, level: int | None) -> None:
    assert level_of(mark) == level


# --- Quotes ---


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("행정안전부 지도국장은 “길은 모두의 것이다.”라고 밝혔다.", "행정안전부 지도국장", "밝혔다"),
        ("홍길동 행정안전부 지도국장은 “길은 모두의 것이다.”라며 당부했다.", "홍길동 행정안전부 지도국장", "당부했다"),
        ("홍길동 장관은 “길은 모두의 것이다.”라고 말했다.", "홍길동 장관", "말했다"),
        ("지도를 연다. 홍길동 지도국장은 “길은 모두의 것이다.”라고 강조했다.", "홍길동 지도국장", "강조했다"),
        ("홍길동 장관은 “길은 모두의 것이다.“라고 덧붙였다.", "홍길동 장관", "덧붙였다"),
        ("홍길동 사장(K-map)은 “길은 모두의 것이다.”라고 전했다.", "홍길동 사장", "전했다"),
        ('홍길동 장관은 "길은 모두의 것이다."라고 말했다.', "홍길동 장관", "말했다"),
        ("이에 대해 홍길동 장관은 “길은 모두의 것이다.”라고 반박했다.", "홍길동 장관", "반박했다"),
        ("축제에 온 이영희(34·마바동) 씨는 “길은 모두의 것이다.”라고 말했다.", "이영희(34·마바동) 씨", "말했다"),
        ("참가한 마바중 김○○ 학생은 “길은 모두의 것이다.”라고 말했다.", "마바중 김○○ 학생", "말했다"),
        ("책임자인 KMRI 홍길동 책임연구원은 “길은 모두의 것이다.”라고 말했다.", "KMRI 홍길동 책임연구원", "말했다"),
        ("훈련에 나선 김철수 중사는 “길은 모두의 것이다.”라고 말했다.", "김철수 중사", "말했다"),
        ("가나지도연구원은 “길은 모두의 것이다.”라고 말했다.", "가나지도연구원", "말했다"),
        ("많은 학생은 “길은 모두의 것이다.”라고 말했다.", "학생", "말했다"),
        ("홍길동 장관은 이날 “길은 모두의 것이다.”라고 축하했다.", "홍길동 장관", "축하했다"),
    ],
)
def test_quotes_name_speaker_and_verb(text: str, speaker: str, verb: str) -> None:
    assert quotes(text) == [(speaker, "길은 모두의 것이다.", verb)]


@pytest.mark.parametrize("words", ["길이 좋다", "뜻깊었다", "가자!요", "고마워요."])
def test_short_sentence_that_is_said(words: str) -> None:
    assert quotes(f"홍길동 장관은 “{words}”고 말했다.") == [("홍길동 장관", words, "말했다")]


def test_name_between_quotation_marks_is_not_said() -> None:
    assert quotes("홍길동 장관은 이름을 “모두의 길”이라고 밝혔다.") == []


def test_quote_inside_a_quote() -> None:
    assert quotes("홍길동 장관은 “길은 ‘모두의 것’이라고 한다.”라고 말했다.") == [
        ("홍길동 장관", "길은 ‘모두의 것’이라고 한다.", "말했다")
    ]


def test_quote_cut_in_two() -> None:
    found = quotes("홍길동 장관은 “길은 모두의 것이다.”라며, “누구나 쓸 수 있다.”라고 말했다.")
    assert [(speaker, text) for speaker, text, _ in found] == [
        ("홍길동 장관", "길은 모두의 것이다."),
        ("홍길동 장관", "누구나 쓸 수 있다."),
    ]


@pytest.mark.parametrize(
    ("said", "verb"),
    [
        ("라고 강조하였다.", "강조했다"),
        ("라고 밝히며 자리를 떴다.", "밝혔다"),
        ("고 당부하며 길을 나섰다.", "당부했다"),
        ("라고 하였다.", "했다"),
        ("라는 입장을 밝혔다.", "밝혔다"),
        ("라며 감사의 뜻을 전했다.", "전했다"),
    ],
)
def test_verbs_in_other_forms(said: str, verb: str) -> None:
    assert quotes(f"홍길동 장관은 “길은 모두의 것이다.”{said}") == [("홍길동 장관", "길은 모두의 것이다.", verb)]


def test_verb_in_the_next_item() -> None:
    found = quotes("□ 홍길동 장관은 “길은 모두의 것이다.”라며,", " ○ “누구나 쓸 수 있다.”라고 말했다.")
    assert found == [("홍길동 장관", "길은 모두의 것이다.", "말했다"), ("홍길동 장관", "누구나 쓸 수 있다.", "말했다")]


@pytest.mark.parametrize("lead", ["이날 ", "이 자리에서 ", "한편, ", "아울러 "])
def test_words_that_lead_in_are_no_part_of_the_speaker(lead: str) -> None:
    assert quotes(f"{lead}홍길동 차관은 “길은 모두의 것이다.”라고 말했다.")[0][0] == "홍길동 차관"


def test_quote_that_goes_on_in_the_next_paragraph() -> None:
    found = quotes("홍길동 장관은 “길은 모두의 것이다.”라고 말했다.", "또한, “누구나 쓸 수 있다.”라고 덧붙였다.")
    assert [(speaker, verb) for speaker, _, verb in found] == [("홍길동 장관", "말했다"), ("홍길동 장관", "덧붙였다")]


@pytest.mark.parametrize(
    "text",
    [
        "“길은 모두의 것이다.”라고 적힌 깃발을 걸었다.",
        "행정안전부는 ‘모두의 길’ 행사를 연다고 밝혔다.",
        "참가자는 “모두의 길 찾기 대회”에서 길을 찾는다.",
        "홍길동 장관은 “모두의 길 찾기 계획”을 발표했다고 밝혔다.",
        "시민들에게는 “길은 모두의 것이다.”라고 설명했다.",
        "“",
    ],
)
def test_words_that_nobody_says(text: str) -> None:
    assert quotes(text) == []
