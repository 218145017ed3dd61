"""Heads of annexes: what is one, and what only looks like one."""

from __future__ import annotations

import pytest
from builders.blocks import release

HEAD = (
    "| 보도자료 |",
    "| 보도시점 | 즉시 | 배포 | 2026. 4. 10.(금) |",
    "| 새 지도를 연다 |",
    "마바군(군수 홍길순)은 지도를 연다.",
)
CONTACT = "| 담당 부서 | 지도과 | 책임자 | 과  장 | 홍길동 | (044-000-2871) |"


def annexes(*behind: str) -> list[tuple[str, str | None]]:
    return [(annex.label, annex.title) for annex in release(*HEAD, CONTACT, *behind, "1. 이용 방법").annexes]


@pytest.mark.parametrize("form", ["{} {}", "| {} | {} |", "| {} {} |"])
@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("붙임", "3개 기관 현황"),
        ("별첨", "12개국 비교표"),
        ("참고", "2차 회의 결과"),
        ("붙임", "5대 과제"),
        ("붙임", "4명 약력"),
        ("붙임 3", "개요"),
        ("붙임 2", "회의 개요"),
        ("붙임 1", "대상 지역"),
    ],
)
def test_number_of_things_is_no_number_of_the_annex(form: str, label: str, title: str) -> None:
    assert annexes(form.format(label, title)) == [(label, title)]


@pytest.mark.parametrize("form", ["{}", "| {} |"])
def test_number_with_a_full_stop(form: str) -> None:
    assert annexes(form.format("붙임1. 3대 전략")) == [("붙임1", "3대 전략")]
    assert annexes(form.format("붙임 2. 2026년 계획")) == [("붙임 2", "2026년 계획")]
    assert annexes(form.format("참고 4. 13.(월) 회의")) == [("참고", "4. 13.(월) 회의")]


def test_number_typed_right_before_the_title() -> None:
    assert annexes("붙임 1개요") == [("붙임 1", "개요")]


@pytest.mark.parametrize("form", ["{} {}", "| {} | {} |", "{}\n\n{}"])
@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("■ 붙임", "붙임"),
        ("□ 참고자료", "참고자료"),
        ("▣ 참고 2", "참고 2"),
        ("◆별첨 1", "별첨 1"),
        ("[붙임자료]", "[붙임자료]"),
        ("첨부자료 2", "첨부자료 2"),
    ],
)
def test_heads_with_a_mark_and_other_words(form: str, printed: str, label: str) -> None:
    assert annexes(form.format(printed, "이용 현황")) == [(label, "이용 현황")]


@pytest.mark.parametrize(
    "text", ["□ 참고 사항", "| □ 참고 사항 |", "□ 붙임 : 이용 현황", "■ 별첨 자료를 참조", "○ 붙임 현황"]
)
def test_lines_with_a_mark_that_are_no_heads(text: str) -> None:
    assert annexes(text) == []


def test_list_in_front_of_bare_heads_is_no_annex() -> None:
    assert annexes("붙임 1. 사진 2장", "붙임 2. 지도 1점", "붙임 1", "1. 사진", "붙임 2", "1. 지도") == [
        ("붙임 1", "1. 사진"),
        ("붙임 2", "1. 지도"),
    ]


def test_list_that_numbers_its_entries_is_no_annex() -> None:
    assert annexes("붙임 : 1. 지도 1점", "2. 사진 2장", "[붙임 1] 지도", "1. 표", "[붙임 2] 사진", "1. 그림") == [
        ("[붙임 1]", "지도"),
        ("[붙임 2]", "사진"),
    ]
    assert annexes("참고 1. 지도", "1. 표") == [("참고 1", "지도")]


def test_annex_that_goes_on_keeps_both_parts() -> None:
    assert annexes("붙임 1 이용 현황", "1. 표", "붙임 1 이용 방법") == [
        ("붙임 1", "이용 현황"),
        ("붙임 1", "이용 방법"),
    ]


@pytest.mark.parametrize("text", ["※ 참고 : 작년 2천 명", "※ 참 고: 작년 2천 명", "참고 자료는 누리집에 있다."])
def test_notes_and_sentences_are_no_heads(text: str) -> None:
    assert annexes(text) == []


@pytest.mark.parametrize("label", ["붙임 1", "참고자료"])
def test_mark_of_a_note_before_an_annex(label: str) -> None:
    assert annexes(f"※ {label} 이용 현황") == [(label, "이용 현황")]


LISTED = [
    "붙임: 지도 견본(별첨)",
    "※ 첨부: 사진 2매",
    "【붙임】 지도 견본",
    "붙임 1. 지도 견본\n\n붙임 2. 길 이름",
    "붙임 1. 지도 견본 1부\n\n2. 사진 3매",
]
BEHIND = [
    "문의: 지도과 ☎044-000-2871",
    "담당 : 지도과 홍길동(044-000-2871)",
    "[끝] 마바군의 공식 자료입니다.",
    "끝.",
    "※ 공공누리 제1유형 조건에 따라 이용할 수 있습니다.",
    "자세한 내용은 첨부를 참고하시기 바랍니다.",
    "3. 길 이름 1부.  끝.",
]


@pytest.mark.parametrize("listed", LISTED)
@pytest.mark.parametrize("behind", BEHIND)
def test_list_of_annexes_above_the_lines_that_close_a_document(listed: str, behind: str) -> None:
    found = release(*HEAD, listed, behind)
    assert (found.annexes, [paragraph.text for paragraph in found.paragraphs]) == ((), [HEAD[-1]])


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("head", ["붙임: 지도 견본", "| 붙임 | 지도 견본 |"])
def test_annex_above_the_lines_that_close_a_document(head: str, behind: str) -> None:
    (annex,) = release(*HEAD, head, "1. 이용 방법", behind).annexes
    assert (annex.label.rstrip(":"), annex.title) == ("붙임", "지도 견본")


def test_annex_that_lists_offices() -> None:
    offices = [f"{name} 지도과 02-0000-000{at}" for at, name in enumerate("가나시 다라시 마바군 사아군 자차구".split())]
    (annex,) = release(*HEAD, "붙임 지역별 문의처", *offices).annexes
    assert (annex.title, len(annex.blocks)) == ("지역별 문의처", 5)


@pytest.mark.parametrize("head", ["붙임1", "< 붙임 >", "[참고 2]", "| 별첨 |"])
@pytest.mark.parametrize("title", ["이용 현황", "| 이용 현황 |", "|  | 이용 현황 |", "| 이용↵현황 |"])
def test_label_alone_takes_its_title_from_below(head: str, title: str) -> None:
    (annex,) = release(*HEAD, CONTACT, head, title, "□ 도별 이용").annexes
    assert (annex.label, annex.title, len(annex.blocks)) == (head.strip("| "), "이용 현황", 1)


@pytest.mark.parametrize(
    "below",
    ["| 도 | 이용 |", "| 모두 이 지도를 쓴다. |", "| □ 이용 현황 |", f"| {'이용 ' * 30} |", "| 이용 |\n| 현황 |"],
)
def test_table_that_is_no_title_of_the_label_above(below: str) -> None:
    (annex,) = release(*HEAD, CONTACT, "붙임1", below, "□ 도별 이용").annexes
    assert (annex.title, len(annex.blocks)) == (None, 2)


def test_frame_alone_is_the_annex() -> None:
    (annex,) = release(*HEAD, CONTACT, "붙임1", "| 이용 현황 |").annexes
    assert (annex.title, len(annex.blocks)) == (None, 1)


ASKING = "이 보도자료와 관련하여 자세한 내용이나 취재를 원하시면 지도과 홍길동 사무관(☎ 044-000-2871)에게 연락주시기 바랍니다."


@pytest.mark.parametrize("frame", [f"| {ASKING} |", f"| <pic/> | {ASKING} |"])
@pytest.mark.parametrize("line", ["【붙임】 지도 견본", "【붙임】지도 견본", "붙임 : 지도 견본"])
def test_line_above_the_frame_that_says_whom_to_ask_lists(line: str, frame: str) -> None:
    for behind, annexes in (((), []), (("붙임1", "| 이용 현황 |", "□ 도별 이용"), [("붙임1", "이용 현황")])):
        found = release(*HEAD, line, frame, *behind)
        assert [(annex.label, annex.title) for annex in found.annexes] == annexes
        assert [paragraph.text for paragraph in found.paragraphs] == [HEAD[-1]]
