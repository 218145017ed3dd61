"""Tables with a column of units: whoever stands in a row is of the unit in it, whatever that looks like."""

from __future__ import annotations

from inspect import cleandoc

import pytest
from builders.blocks import release
from builders.lines import person

HEAD = "| {1x2} 보도자료 |\n| 보도시점 | 2023. 3. 2.(목) 조간 |"
LEAD = "마바군은 2일 동네 지도를 연다고 밝혔다."


def at_the_foot(text: str) -> list[str]:
    found = release(HEAD, "| 동네 지도를 연다 |", LEAD, cleandoc(text))
    return list(map(person, found.contacts))


@pytest.mark.parametrize(
    ("first", "second"),
    [("홍보실", "도서관"), ("지도과", "비서실"), ("교무부", "총무부"), ("측량과", "보건소"), ("지도과", "측량과")],
)
def test_each_row_has_the_unit_in_its_column(first: str, second: str) -> None:
    expected = [
        f"{first} | 담당자 | - | 홍길동 | 02-0000-0001",
        f"{second} | 담당자 | - | 김철수 | 02-0000-0002",
    ]
    rows = f"| {first} | 홍길동 | 02-0000-0001 |\n| {second} | 김철수 | 02-0000-0002 |"
    assert at_the_foot(f"| 담당부서 | 담당자 | 연락처 |\n{rows}") == expected
    rows = f"| {first} | 과장 | 홍길동 | 02-0000-0001 |\n| {second} | 팀장 | 김철수 | 02-0000-0002 |"
    expected = [
        f"{first} | - | 과장 | 홍길동 | 02-0000-0001",
        f"{second} | - | 팀장 | 김철수 | 02-0000-0002",
    ]
    assert at_the_foot(f"| 부서 | 직위 | 성명 | 전화 |\n{rows}") == expected
    assert at_the_foot(f"| 소속 | 직위 | 성명 | 전화 |\n{rows}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A merged cell and an empty one go on with the unit above.
        (
            """
            | 담당부서 | 담당자 | 연락처 |
            | {2x1} 홍보실 | 홍길동 | 02-0000-0001 |
            | 김철수 | 02-0000-0002 |
            | 도서관 | 이영희 | 02-0000-0003 |
            """,
            [
                "홍보실 | 담당자 | - | 홍길동 | 02-0000-0001",
                "홍보실 | 담당자 | - | 김철수 | 02-0000-0002",
                "도서관 | 담당자 | - | 이영희 | 02-0000-0003",
            ],
        ),
        (
            """
            | 부서 | 직위 | 성명 | 전화 |
            | 홍보실 | 실장 | 홍길동 | 02-0000-0001 |
            | | 주무관 | 김철수 | 02-0000-0002 |
            """,
            ["홍보실 | - | 실장 | 홍길동 | 02-0000-0001", "홍보실 | - | 주무관 | 김철수 | 02-0000-0002"],
        ),
        # One number beside two rows is that of both.
        (
            """
            | 담당부서 | 담당자 | 연락처 |
            | 홍보실 | 홍길동 | {2x1} 02-0000-0001 |
            | 도서관 | 김철수 |
            """,
            ["홍보실 | 담당자 | - | 홍길동 | 02-0000-0001", "도서관 | 담당자 | - | 김철수 | 02-0000-0001"],
        ),
        # Numbers without officers are those of the units; a second number of one officer is not the next one's.
        (
            "| 담당부서 | 연락처 |\n| 홍보실 | 02-0000-0001 |\n| 도서관 | 02-0000-0002 |",
            ["홍보실 | - | - | - | 02-0000-0001", "도서관 | - | - | - | 02-0000-0002"],
        ),
        (
            """
            | 담당부서 | 담당자 | 연락처 |
            | 홍보실 | 홍길동 (02-0000-0001) | 02-0000-0009 |
            | 도서관 | 김철수 | 02-0000-0002 |
            """,
            ["홍보실 | 담당자 | - | 홍길동 | 02-0000-0001", "도서관 | 담당자 | - | 김철수 | 02-0000-0002"],
        ),
        (
            "| 담당부서 | 문의 |\n| 홍보실 | 홍길동 (02-0000-0001) |\n| 도서관 | 02-0000-0002 |",
            ["홍보실 | - | - | 홍길동 | 02-0000-0001", "도서관 | - | - | - | 02-0000-0002"],
        ),
        # A unit with its team below it, in two columns or beside the officer.
        (
            "| 담당부서 | 담당팀 | 담당자 | 전화 |\n| 도서관 | 운영팀 | 홍길동 | 02-0000-0001 |",
            ["운영팀 | 담당자 | - | 홍길동 | 02-0000-0001"],
        ),
        (
            """
            | 담당부서 | 담당자 | 연락처 |
            | 지도과 | 측량팀 홍길동 | 02-0000-0001 |
            | 도서관 | 김철수 | 02-0000-0002 |
            """,
            ["측량팀 | 담당자 | - | 홍길동 | 02-0000-0001", "도서관 | 담당자 | - | 김철수 | 02-0000-0002"],
        ),
    ],
)
def test_rows_of_a_column_of_units(text: str, expected: list[str]) -> None:
    assert at_the_foot(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "| 담당부서 | 담당자 | 연락처 |\n| 지도과 과장 김철수 | 홍길동 | 02-0000-0001 |",  # an officer in the column
        "| 담당부서 | 지도과 | 담당자 | 홍길동 | 연락처 | 02-0000-0001 |",  # labels beside their values
        "| 담당부서 | 지도과 |\n| 담당자 | 홍길동 |\n| 연락처 | 02-0000-0001 |",
    ],
)
def test_labels_that_head_no_column(text: str) -> None:
    assert "지도과 | 담당자 | - | 홍길동 | 02-0000-0001" in at_the_foot(text)
