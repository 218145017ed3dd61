"""Releases that are one form as a whole, and releases without a story."""

from __future__ import annotations

import pytest
from builders.blocks import release

TITLE = "마바초, 전교생이 함께 텃밭을 가꾼다"
FIRST = "마바초등학교(교장 홍길동)는 이달부터 전교생이 함께 텃밭을 가꾼다고 7일 밝혔다."
SECOND = "학생들은 반마다 한 이랑을 맡아 감자와 상추를 심고 여름에 거둔다."
HEAD = "| {1x4} 보도자료 |\n| 배포일 | 2022. 4. 7.(목) | 담당부서 | 교무실 |"


@pytest.mark.parametrize(
    "rows",
    [
        f"| 제 목 | {{1x3}} {TITLE} |\n| 내 용 | {{1x3}} {FIRST} ⏎ {SECOND} |",
        f"| 제목 | {{1x3}} {TITLE} |\n| 주요내용 | {{1x3}} {FIRST} ⏎ {SECOND} |",
        f"| 보도 제목 | {{1x3}} {TITLE} |\n| 본문 | {{1x3}} {FIRST} ⏎ {SECOND} |\n| 사진 | {{1x3}} <pic/> |",
        f"| {{1x4}} {TITLE} |\n| {{1x4}} {FIRST} ⏎ {SECOND} |",
        f"| {{1x4}} {TITLE} ⏎ - 감자와 상추 심어 - ⏎ {FIRST} ⏎ {SECOND} |",
    ],
)
def test_release_in_one_table(rows: str) -> None:
    found = release(f"{HEAD}\n{rows}")
    assert found.title == TITLE
    assert [paragraph.text.strip() for paragraph in found.paragraphs] == [FIRST, SECOND]
    assert found.subtitles == (("감자와 상추 심어",) if "심어 -" in rows else ())
    assert found.warnings == ()


def test_story_in_a_labelled_table_of_its_own() -> None:
    found = release(HEAD, f"| 제목 | {TITLE} |", f"| 내용 | {FIRST} ⏎ {SECOND} |")
    assert [paragraph.text.strip() for paragraph in found.paragraphs] == [FIRST, SECOND]


def test_points_beside_the_title_are_sub_headlines() -> None:
    found = release(HEAD, f"| 제목 | {TITLE} |\n| 주요내용 | ◈ 감자와 상추 심어 ⏎ ◈ 여름에 거둔다 |", FIRST, SECOND)
    assert found.subtitles == ("감자와 상추 심어", "여름에 거둔다")
    assert [paragraph.text.strip() for paragraph in found.paragraphs] == [FIRST, SECOND]


def test_plain_story_goes_before_one_in_the_form() -> None:
    found = release(f"{HEAD}\n| 제목 | {{1x3}} {TITLE} |\n| 내용 | {{1x3}} {SECOND} |", FIRST)
    assert [paragraph.text.strip() for paragraph in found.paragraphs] == [FIRST]


@pytest.mark.parametrize("lines", [[f"내 용 : {FIRST}", SECOND], ["본문 :", FIRST, SECOND]])
def test_label_of_the_story_in_a_line(lines: list[str]) -> None:
    found = release("보도자료", "배포일 : 2022. 4. 7.(목)", f"제목 : {TITLE}", *lines)
    assert (found.title, [paragraph.text for paragraph in found.paragraphs]) == (TITLE, [FIRST, SECOND])


def test_label_within_the_story_stays() -> None:
    found = release("보도자료", "배포일 : 2022. 4. 7.(목)", f"제목 : {TITLE}", FIRST, "내용 : 감자와 상추 심기")
    assert [paragraph.text for paragraph in found.paragraphs] == [FIRST, "내용 : 감자와 상추 심기"]


def test_release_without_a_story_warns() -> None:
    found = release(HEAD, f"| {TITLE} |", "<pic/>")
    assert (found.title, found.paragraphs) == (TITLE, ())
    assert [warning.code for warning in found.warnings] == ["story_missing"]


def test_labels_of_other_tables_are_no_story() -> None:
    found = release(HEAD, f"| {TITLE} |", "| 구분 | 내용 |\n| 봄 | 감자를 심고 이랑마다 이름표를 세운다. |")
    assert found.paragraphs == ()
