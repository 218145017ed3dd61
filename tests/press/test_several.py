"""Several releases in one file: the first alone, and a warning; what only looks like a second one stays."""

from __future__ import annotations

import pytest
from builders.blocks import picture, release

from hwpextract.document import Block, paragraphs_of
from hwpextract.press.model import PressRelease

TITLE, OTHER = "사아항, 밤바다 등대 다시 켠다", "사아도서관, 점자책 2천 권 들인다"
FIRST = "사아항만공사(사장 홍길동)는 밤바다를 비추던 등대를 다시 켠다고 11일 밝혔다."
SECOND = "사아도서관은 점자책 2천 권을 새로 들인다고 11일 밝혔다."
HEAD = "| {1x2} 보도자료 |\n| 배포일 | 2023. 10. 11.(수) |"


def codes(found: PressRelease) -> list[str]:
    return [warning.code for warning in found.warnings]


@pytest.mark.parametrize(
    "parts",
    [
        [HEAD, f"| {TITLE} |", FIRST, HEAD, f"| {OTHER} |", SECOND],
        [
            "보도자료",
            "배포일 : 2023. 10. 11.(수)",
            TITLE,
            FIRST,
            "보 도 자 료",
            "배포일 : 2023. 10. 11.(수)",
            OTHER,
            SECOND,
        ],
        [HEAD, f"| 제목 | {TITLE} |", FIRST, f"| 제목 | {OTHER} |", SECOND],
        [HEAD, f"제목 : {TITLE}", FIRST, f"제목 : {OTHER}", SECOND],
        [HEAD, f"제목 : {TITLE}", FIRST, "담당부서 : 도서관", "제목 : 점자책 들인다", SECOND],
        [HEAD, f"제목 : {TITLE}", FIRST, "제목 : 점자책 들인다", "배포일 : 2023. 10. 11.(수)", SECOND],
        [
            HEAD,
            "보도자료 목록",
            f"1. {TITLE} (항만과)",
            f"2. {OTHER} (도서관)",
            f"| 1 | {TITLE} |\n| 담당 | 항만과 김철수 051-000-0400 |",
            FIRST,
            f"| 2 | {OTHER} |\n| 담당 | 도서관 이영희 051-000-0401 |",
            SECOND,
        ],
    ],
)
def test_second_release(parts: list[str]) -> None:
    found = release(*parts)
    assert (found.title, [paragraph.text for paragraph in found.paragraphs]) == (TITLE, [FIRST])
    assert codes(found) == ["more_releases"]
    assert any(SECOND in paragraph.text for paragraph in paragraphs_of(found.document.blocks))


@pytest.mark.parametrize(
    "parts",
    [
        # The banner of a reference that is attached, without times of its own.
        [HEAD, f"| {TITLE} |", FIRST, "보도자료", SECOND],
        # The same cover twice.
        [HEAD, f"| {TITLE} |", HEAD, f"| {TITLE} |", FIRST, SECOND],
        # A cover with a title of its own above the release.
        [HEAD, f"| {OTHER} |", HEAD, f"| {TITLE} |", FIRST, SECOND],
        # The label of a list within the story.
        [HEAD, f"| {TITLE} |", FIRST, "제목 : 나의 등대", SECOND],
        [HEAD, f"제목 : {TITLE}", FIRST, "제목 : 내가 켠 등대", SECOND],
        [HEAD, f"| 제목 | {TITLE} |", FIRST, "| 번호 | 제목 | 지은이 |\n| 1 | 나의 등대 | 김철수 |", SECOND],
        # A list of talks behind the story, with no story of their own.
        [HEAD, f"제목 : {TITLE}", FIRST, SECOND, "제목 : 나의 등대", "강사 : 김철수"],
        [HEAD, f"| 제목 | {TITLE} |", FIRST, SECOND, "| 제목 | 나의 등대 |\n| 담당자 | 김철수 |"],
        # A table of numbered steps.
        [HEAD, f"| {TITLE} |", FIRST, "| 1 | 등대를 고친다 |\n| 2 | 등대를 켠다 |", SECOND],
        # A second headline alone may be a heading of the story.
        [HEAD, f"| {TITLE} |", FIRST, f"| {OTHER} |", SECOND],
    ],
)
def test_what_looks_like_a_second_release(parts: list[str]) -> None:
    found = release(*parts)
    assert SECOND in [paragraph.text for paragraph in found.paragraphs]
    assert "more_releases" not in codes(found)


def test_release_in_an_annex_is_part_of_it() -> None:
    parts: list[str | Block] = [
        HEAD,
        f"| {TITLE} |",
        FIRST,
        "| 붙임 | 관련 보도자료 |",
        picture(),
        HEAD,
        f"| {OTHER} |",
    ]
    found = release(*parts, SECOND)
    assert ([annex.title for annex in found.annexes], codes(found)) == (["관련 보도자료"], [])


@pytest.mark.parametrize("behind", [SECOND, "응모작은 모두 전시한다."])
def test_title_that_a_contest_gives(behind: str) -> None:
    foot = "문의 : 항만과 홍길동 과장(051-000-0400)"
    found = release(HEAD, f"제목 : {TITLE}", FIRST, "제목 : 우리 항구, 나의 등대", behind, foot)
    assert behind in [paragraph.text for paragraph in found.paragraphs]
    assert [contact.name for contact in found.contacts] == ["홍길동"]
    assert codes(found) == []
