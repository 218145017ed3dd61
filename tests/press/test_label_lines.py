"""Labels of officers that stand in lines of one cell of the header, beside as many lines."""

from __future__ import annotations

import pytest
from builders.blocks import release
from builders.lines import shown

LEADER = "지도과 | 담당과장 | 과장 | 홍길동 | 02-0000-0001"
OFFICER = "지도과 | 담당자 | - | 이영희 | 02-0000-0002"
TEAM = "지도과 | - | 팀장 | 김철수 | 02-0000-0003"


def contacts(*rows: str) -> list[str]:
    head = "\n".join(["| {1x6} 보도자료 |", "| 보도일시 | {1x5} 2026. 4. 13.(월) 조간 |", *rows])
    found = release(head, "| 동네 지도를 연다 |", "동네 지도가 12일 열린다.")
    return [line.removeprefix("contact: ") for line in shown(found) if line.startswith("contact: ")]


@pytest.mark.parametrize(
    "row",
    [
        "| 담당부서 | 지도과 | 담당과장 ⏎ 담 당 자 | {1x3} 홍길동 (02-0000-0001) ⏎ 이영희 (02-0000-0002) |",
        "| 담당부서 | 지도과 | 담 당 과 장 ⏎ 담 당 자 | 홍 길 동 ⏎ 이영희 | {1x2} 02-0000-0001 ⏎ 02-0000-0002 |",
        "| 담당과장 ⏎ 담당자 | 홍길동 02-0000-0001 ⏎ 이영희 02-0000-0002 | 담당부서 | {1x3} 지도과 |",
    ],
)
def test_label_and_officer_on_each_line(row: str) -> None:
    assert contacts(row) == [LEADER, OFFICER]


def test_other_labels_stand_before_them() -> None:
    rows = (
        "| 담당부서 | 지도과 | 과  장 | {1x3} 홍길동 (02-0000-0001) |",
        "| 사진 | 없음 | 팀  장 ⏎ 담당자 | {1x3} 김철수 (02-0000-0003) ⏎ 이영희 (02-0000-0002) |",
    )
    assert contacts(*rows) == ["지도과 | - | 과장 | 홍길동 | 02-0000-0001", TEAM, OFFICER]


def test_posts_of_all_lines() -> None:
    row = (
        "| 담당부서 | 지도과 | 과 장 ⏎ 팀 장 ⏎ 담당자 "
        "| {1x3} 홍길동(02-0000-0001) ⏎ 김철수(02-0000-0003) ⏎ 이영희(02-0000-0002) |"
    )
    assert contacts(row) == ["지도과 | - | 과장 | 홍길동 | 02-0000-0001", TEAM, OFFICER]


@pytest.mark.parametrize("phone", ["연락처", "전  화"])
def test_name_with_the_number_below(phone: str) -> None:
    assert contacts(f"| 담당부서 | 지도과 | 담당자 ⏎ {phone} | {{1x3}} 이영희 ⏎ 02-0000-0002 |") == [OFFICER]


def test_labels_of_fewer_or_more_lines_are_nobodys_name() -> None:
    row = "| 담당부서 | 지도과 | 담당과장 ⏎ 담당팀장 ⏎ 담 당 자 | {1x3} 홍길동(02-0000-0001) ⏎ 이영희(02-0000-0002) |"
    assert contacts(row) == ["지도과 | - | - | 홍길동 | 02-0000-0001", "지도과 | - | - | 이영희 | 02-0000-0002"]


@pytest.mark.parametrize(
    "row",
    [
        "| 담당 ⏎ 부서 | 지도과 | 담당 ⏎ 과장 | 홍길동 ⏎ (02-0000-0001) | 담당자 | 이영희 (02-0000-0002) |",
        "| 담당 ⏎ 부서 | 지 ⏎ 도과 | 담당 ⏎ 과장 | 홍길동 ⏎ (02-0000-0001) | 담당자 | 이영희 (02-0000-0002) |",
        "| 담당부서 | 지도과 | 담당과장 | 홍길동 ⏎ 02-0000-0001 | 담당자 | 이영희 ⏎ 02-0000-0002 |",
    ],
)
def test_label_broken_over_lines_is_one(row: str) -> None:
    assert contacts(row) == [LEADER, OFFICER]


def test_ranks_in_lines_are_no_labels() -> None:
    row = "| 담당부서 | 지도과 | 담당자 | 과장 ⏎ 사무관 | 홍길동 ⏎ 이영희 | 02-0000-0001 ⏎ 02-0000-0002 |"
    assert contacts(row) == [
        "지도과 | 담당자 | 과장 | 홍길동 | 02-0000-0001",
        "지도과 | 담당자 | 사무관 | 이영희 | 02-0000-0002",
    ]


def test_role_and_rank_in_lines_are_those_of_one() -> None:
    row = "| 담당부서 | 지도과 | 책임자 ⏎ 과장 | 홍길동 ⏎ (02-0000-0001) | 담당자 ⏎ 사무관 | 이영희 ⏎ (02-0000-0002) |"
    assert contacts(row) == [
        "지도과 | - | 과장 | 홍길동 | 02-0000-0001",
        "지도과 | - | 사무관 | 이영희 | 02-0000-0002",
    ]
