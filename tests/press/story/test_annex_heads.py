from __future__ import annotations

import pytest
from builders.blocks import paragraph, release

from hwpextract.document import Block
from hwpextract.press.story.annexes import annex_head

HEAD = "| <pic/> | 보도자료 | |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |"
FIRST = "행정안전부는 12일 동네 지도를 연다고 밝혔다."
LAST = "지도는 누구나 쓸 수 있다."
CONTACTS = "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |"


def annexes(*parts: str | Block) -> list[tuple[str, str | None]]:
    """Labels and titles of the annexes behind the contact block."""
    return [(annex.label, annex.title) for annex in release(HEAD, FIRST, CONTACTS, *parts).annexes]


@pytest.mark.parametrize(
    ("head", "label", "title"),
    [
        ("| 붙임 | | 지도 견본 |", "붙임", "지도 견본"),
        ("| 붙임 | 지도 견본 |", "붙임", "지도 견본"),
        ("| 붙임1 | | 지도 ⏎ 견본 |", "붙임1", "지도 견본"),
        ("| 붙임 1 | | 지도 견본 |", "붙임 1", "지도 견본"),
        ("| 붙 임2 | | 지도 견본 |", "붙 임2", "지도 견본"),
        ("| 붙임 1-2 | | 지도 견본 |", "붙임 1-2", "지도 견본"),
        ("| 참고 | | 지도 견본 |", "참고", "지도 견본"),
        ("| 참고 1 | 지도 견본 |", "참고 1", "지도 견본"),
        ("| 별첨 | | 지도 견본 |", "별첨", "지도 견본"),
        ("| 별 첨 | 지도 견본 |", "별 첨", "지도 견본"),
        ("| 별첨. | 지도 견본 |", "별첨", "지도 견본"),
        ("| <붙임> 지도 견본 |", "<붙임>", "지도 견본"),
        ("| 【붙임】 지도 견본 |", "【붙임】", "지도 견본"),
        ("| [붙임] 지도 견본 |", "[붙임]", "지도 견본"),
        ("| (붙임) 지도 견본 |", "(붙임)", "지도 견본"),
        ("| ※ 붙임 지도 견본 |", "붙임", "지도 견본"),
        ("| 붙임 : 지도 견본 |", "붙임", "지도 견본"),
        ("◎ 붙임 2 지도 견본", "붙임 2", "지도 견본"),
        ("「별첨」 지도 견본", "「별첨」", "지도 견본"),
        ("❙참고 1❙ 지도 견본", "❙참고 1❙", "지도 견본"),
        ("붙임 1 - 지도 견본", "붙임 1", "지도 견본"),
        ("| 붙임 ① | 지도 견본 |", "붙임 ①", "지도 견본"),
        ("| 참고 Ⅱ | 지도 견본 |", "참고 Ⅱ", "지도 견본"),
        ("| 〔붙임 1〕 지도 견본 |", "〔붙임 1〕", "지도 견본"),
        ("| 붙임 | 2026년 지도 계획 |", "붙임", "2026년 지도 계획"),
        ("붙임 2026년 지도 계획", "붙임", "2026년 지도 계획"),
        ("참고 4. 13.(월) 지도 회의 결과", "참고", "4. 13.(월) 지도 회의 결과"),
        ("| 붙임 1 |\n| 지도 견본 |", "붙임 1", "지도 견본"),
        ("| 붙임 1 | 지도 견본 ⏎ * 4월 기준 |", "붙임 1", "지도 견본"),
        ("붙임 1  지도 견본", "붙임 1", "지도 견본"),
        ("[참고] 지도 견본", "[참고]", "지도 견본"),
        ("<별첨>", "<별첨>", None),
        ("| 참고자료 |", "참고자료", None),
    ],
)
def test_heads_of_annexes(head: str, label: str, title: str | None) -> None:
    block = release(head).document.blocks[0]
    assert annex_head(block) == (label, title)
    assert annexes(head, "| 구분 | 값 |\n| 길이 | 3km |") == [(label, title)]


@pytest.mark.parametrize(
    "text",
    [
        "자세한 내용은 붙임 참조",
        "붙임 1을 참조",
        "참고로 지도는 해마다 고친다.",
        "붙임  관련 사진 2매(별첨).  끝.",
        "첨부 : 보도자료 1부.",
        "| 참고 | 2024 | 2025 |\n| 길이 | 3km | 4km |\n| 너비 | 1m | 2m |",
        "| 구분 | 붙임 |",
        "붙임성 있는 안내원",
        "붙임 " + "긴 " * 80,
    ],
)
def test_what_is_no_head_of_an_annex(text: str) -> None:
    assert annex_head(release(text).document.blocks[0]) is None


def test_annex_holds_all_up_to_the_next_head() -> None:
    found = release(
        HEAD,
        FIRST,
        CONTACTS,
        """
        | 붙임 1 | | 지도 견본 |

        견본이다.

        | 구분 | 값 |
        | 길이 | 3km |

        | 붙임 2 | | 길 이름 |

        이름이다.
        """,
    )
    assert [(annex.label, annex.title, [block.kind for block in annex.blocks]) for annex in found.annexes] == [
        ("붙임 1", "지도 견본", ["paragraph", "table"]),
        ("붙임 2", "길 이름", ["paragraph"]),
    ]
    assert found.evidence["annexes"].raw == "붙임 1 / 붙임 2"


def test_label_alone_takes_the_line_below_for_its_title() -> None:
    (annex,) = release(HEAD, FIRST, CONTACTS, "| 붙임 |", "지도 견본", "견본이다.").annexes
    assert (annex.title, [block.kind for block in annex.blocks]) == ("지도 견본", ["paragraph"])


def test_sentence_below_a_label_is_no_title() -> None:
    (annex,) = release(HEAD, FIRST, CONTACTS, "| 붙임 |", "□ 견본이다.").annexes
    assert (annex.title, len(annex.blocks)) == (None, 1)


def test_list_of_annexes_is_no_annex_where_heads_are_framed() -> None:
    assert annexes("붙임 1  지도 견본", "붙임 2  길 이름", "| 붙임 1 | | 지도 견본 |", "견본이다.") == [
        ("붙임 1", "지도 견본")
    ]


def test_head_behind_an_ideographic_space() -> None:
    assert annexes(paragraph("\u3000붙임 1  지도 견본"), "견본이다.") == [("붙임 1", "지도 견본")]


def test_annexes_that_are_only_listed_are_none() -> None:
    found = release(HEAD, FIRST, "붙임 1. 지도 견본.  끝.", CONTACTS)
    assert found.annexes == ()
    assert "annexes" not in found.evidence


def test_annexes_above_the_contact_block() -> None:
    found = release(HEAD, FIRST, LAST, "| 붙임 | | 지도 견본 |", "견본이다.", CONTACTS)
    assert [paragraph.text for paragraph in found.paragraphs] == [FIRST, LAST]
    assert [(annex.label, annex.title, len(annex.blocks)) for annex in found.annexes] == [("붙임", "지도 견본", 1)]


def test_bracketed_label_on_a_line_of_its_own_is_a_head_beside_framed_ones() -> None:
    parts = ["<별첨>", "길 이름", "이름이다.", "| 붙임 1 | | 지도 견본 |", "[참고] 견본이란", "견본이다."]
    assert annexes(*parts) == [("<별첨>", "길 이름"), ("붙임 1", "지도 견본")]


def test_of_lines_with_the_same_words_the_last_is_the_head() -> None:
    parts = ["붙임 1 지도 견본", "붙임 2 길 이름", "붙임 1 지도 견본", "견본이다.", "붙임 2 길 이름", "이름이다."]
    found = release(HEAD, FIRST, CONTACTS, *parts).annexes
    assert [(annex.label, len(annex.blocks)) for annex in found] == [("붙임 1", 1), ("붙임 2", 1)]


def test_line_with_nothing_behind_it_is_an_entry_of_a_list() -> None:
    assert annexes("별첨. 지도 사진") == []


def test_annexes_of_a_release_without_contacts() -> None:
    found = release(HEAD, FIRST, "| 붙임 | | 지도 견본 |", "견본이다.")
    assert [(annex.label, annex.title) for annex in found.annexes] == [("붙임", "지도 견본")]
    assert found.contacts == ()
