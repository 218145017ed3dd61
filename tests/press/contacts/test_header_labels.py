"""Rows of posts in the tables of local governments: a post before a name announces its holder, wherever in the form it stands."""

from __future__ import annotations

from inspect import cleandoc

import pytest
from builders.blocks import release
from builders.lines import person, shown

BANNER = "| {1x4} 보 도 자 료 |"
THREE = """
department: 산림녹지과 | - | -
contact: 산림녹지과 | - | 과장 | 홍길동 | 042-000-0001
contact: 산림녹지과 | - | 계장 | 김철수 | 042-000-0002
contact: 산림녹지과 | - | 주무관 | 이영희 | 042-000-0003
"""


def contacts(*blocks: str) -> list[str]:
    lines = shown(release(*map(cleandoc, blocks)))
    return [line for line in lines if line.startswith(("department: ", "contact: "))]


def above(text: str) -> list[str]:
    """Units and officers of a header table with these rows."""
    return contacts(f"{BANNER}\n{cleandoc(text)}", "| 동네 지도를 연다 |", "동네 지도를 12일 연다.")


@pytest.mark.parametrize(
    "text",
    [
        """
        | 담당부서 | 산림녹지과 | 과장 | 홍길동 042-000-0001 |
        | 제공일자 | 2023. 3. 2.(목) | 계장 | 김철수 042-000-0002 |
        | 매수 | 3매 | 주무관 | 이영희 042-000-0003 |
        """,
        """
        | {1x2} 담당부서 | 산림녹지과 | 과장 | 홍길동 | 042-000-0001 |
        | 보도시점 | {1x2} 즉시 | 계장 | 김철수 | 042-000-0002 |
        | 사진 | {1x2} 없음 | 주무관 | 이영희 | 042-000-0003 |
        """,
        """
        | 담당부서 | 산림녹지과 | 과 장 | 홍길동 | 계 장 | 김철수 | 주무관 | 이영희 |
        | 배포일 | 2023. 3. 2.(목) | 전 화 | 042-000-0001 | 전 화 | 042-000-0002 | 전 화 | 042-000-0003 |
        """,
        """
        | 담당부서 | 과장 | 계장 | 주무관 |
        | 산림녹지과 | 홍길동 | 김철수 | 이영희 |
        | 연락처 | 042-000-0001 | 042-000-0002 | 042-000-0003 |
        """,
        """
        | 담당부서 | 과장 | 계장 | 주무관 |
        | 산림녹지과 | 홍길동 ⏎ (042-000-0001) | 김철수 ⏎ (042-000-0002) | 이영희 ⏎ (042-000-0003) |
        """,
        """
        | {3x1} 담당부서 ⏎ (산림녹지과) | 과장 | 홍길동 | 042-000-0001 |
        | 계장 | 김철수 | 042-000-0002 |
        | 주무관 | 이영희 | 042-000-0003 |
        """,
        """
        | 과장 | 홍길동 042-000-0001 | 담당부서 | 산림녹지과 |
        | 계장 | 김철수 042-000-0002 | 배포일 | 2023. 3. 2.(목) |
        | 주무관 | 이영희 042-000-0003 | 매수 | 3매 |
        """,
    ],
)
def test_every_holder_has_his_post_and_number(text: str) -> None:
    assert above(text) == cleandoc(THREE).split("\n")


def test_unit_with_a_post_in_a_form_without_labels() -> None:
    assert above("| 2023. 3. 2.(목) | 산림녹지과장 홍길동 | 전화 042-000-0001 | FAX 042-000-0009 |") == [
        "department: 산림녹지과 | - | -",
        "contact: 산림녹지과 | - | 과장 | 홍길동 | 042-000-0001",
    ]


def test_posts_of_a_table_below_the_story() -> None:
    text = """
        | {3x1} 담당부서 | {3x1} 산림국 ⏎ 산림녹지과 | 과장 | 홍길동 | 042-000-0001 |
        | 팀장 | 김철수 | 042-000-0002 |
        | 담당자 | 이영희 | 042-000-0003 |
    """
    head = "| 보도자료 |\n\n| 보도시점 | 2023. 3. 2.(목) 조간 |"
    assert contacts(head, "| 동네 지도를 연다 |", "동네 지도를 12일 연다.", text) == [
        "department: 산림녹지과 | 산림국 | -",
        "contact: 산림녹지과 | - | 과장 | 홍길동 | 042-000-0001",
        "contact: 산림녹지과 | - | 팀장 | 김철수 | 042-000-0002",
        "contact: 산림녹지과 | 담당자 | - | 이영희 | 042-000-0003",
    ]


def test_unit_in_the_cell_of_its_label_below_the_story() -> None:
    head = "| 보도자료 |\n\n| 보도시점 | 2023. 3. 2.(목) 조간 |"
    for label in ("담당부서 ⏎ 산림녹지과", "담당부서 ⏎ (산림녹지과)", "담당부서 산림녹지과"):
        text = f"| {{2x1}} {label} | 과장 | 홍길동 | 042-000-0001 |\n| 담당자 | 이영희 | 042-000-0003 |"
        assert contacts(head, "| 동네 지도를 연다 |", "동네 지도를 12일 연다.", text) == [
            "department: 산림녹지과 | - | -",
            "contact: 산림녹지과 | - | 과장 | 홍길동 | 042-000-0001",
            "contact: 산림녹지과 | 담당자 | - | 이영희 | 042-000-0003",
        ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A rank behind a name is that of the name before it, not the label of the next.
        (
            "| 담당부서 | 산림녹지과 | 홍길동 | 과장 |\n| 연락처 | {1x3} 042-000-0001 |",
            ["contact: 산림녹지과 | - | 과장 | 홍길동 | 042-000-0001"],
        ),
        # The boxes for signatures name nobody.
        (
            "| 결재 | 팀장 | 과장 | 국장 |\n| 담당부서 | 산림녹지과 | 담당자 | 홍길동(042-000-0001) |",
            ["contact: 산림녹지과 | 담당자 | - | 홍길동 | 042-000-0001"],
        ),
        # One number below two officers is that of both; two numbers for three are not dealt out in their order.
        (
            "| 담당부서 | 산림녹지과 | 과장 | 홍길동 | 팀장 | 김철수 |\n| 전화 | {1x5} 042-000-0001 |",
            [
                "contact: 산림녹지과 | - | 과장 | 홍길동 | 042-000-0001",
                "contact: 산림녹지과 | - | 팀장 | 김철수 | 042-000-0001",
            ],
        ),
        (
            """
            | 담당부서 | 산림녹지과 | 과장 | 홍길동 | 팀장 | 김철수 | 담당 | 이영희 |
            | 배포일 | {1x3} 2023. 3. 2.(목) | 전화 | 042-000-0001 | 전화 | 042-000-0002 |
            """,
            [
                "contact: 산림녹지과 | - | 과장 | 홍길동 | -",
                "contact: 산림녹지과 | - | 팀장 | 김철수 | 042-000-0001",
                "contact: 산림녹지과 | 담당 | - | 이영희 | 042-000-0002",
            ],
        ),
        # A lawmaker whose office it is stands in the head without a number.
        (
            "| {1x4} 국회의원 김철수 |\n| 배포일 | 2023. 3. 2.(목) | 담당 | 산림녹지과 홍길동 042-000-0001 |",
            ["contact: 산림녹지과 | - | - | 홍길동 | 042-000-0001"],
        ),
        (
            "| 배포일 | 2023. 3. 2.(목) | 담당부서(과) | 산림녹지과 |\n| 담당자 | 홍길동 | 연락처 | 042-000-0001 |",
            ["contact: 산림녹지과 | 담당자 | - | 홍길동 | 042-000-0001"],
        ),
    ],
)
def test_look_alikes(text: str, expected: list[str]) -> None:
    assert above(text) == ["department: 산림녹지과 | - | -", *expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| 담당부서 | 산림녹지과 (과장 홍길동) |", ["산림녹지과 | - | 과장 | 홍길동 | -"]),
        ("| 담당부서 | 의회사무국(국장 홍길동) |", ["의회사무국 | - | 국장 | 홍길동 | -"]),
        ("| 담당부서 | 산림녹지과 (구 녹지과) |", []),
        ("| 담당장교 | 작전참모 소령 홍길동 (042-000-0001) |", ["- | 담당장교 | 소령 | 홍길동 | 042-000-0001"]),
        ("| 자료문의 | 이영희 구의원 (042-000-0001) |", ["- | - | 구의원 | 이영희 | 042-000-0001"]),
        ("| 발신 | 가나우체국 지원과 (담당 홍길동 042-000-0001) |", ["지원과 | - | 담당 | 홍길동 | 042-000-0001"]),
        ("| 담당 | 홍길동 |\n| 연락처 | 042-000-0001 |", ["- | 담당 | - | 홍길동 | 042-000-0001"]),
        ("| 담당 | 도서관 |\n| 연락처 | 042-000-0001 |", ["도서관 | - | - | - | 042-000-0001"]),
    ],
)
def test_officers_in_values(text: str, expected: list[str]) -> None:
    assert [line.removeprefix("contact: ") for line in above(text) if line.startswith("contact: ")] == expected


NAMES = ("홍길동", "김철수", "이영희")
NUMBERS = ("042-000-0001", "042-000-0002", "042-000-0003")
TITLES = [
    ("과장", "팀장", "담당자"),
    ("담당과장", "담당팀장", "담당자"),
    ("책임자", "담당자", "담당자"),
    ("국 장", "과 장", "담 당"),
]
CELLS = {
    "three cells": "{} | {} | {}",
    "two cells": "{} | {} ({})",
    "two lines": "{} | {} ⏎ ☎ {}",
    "rank and name in one": "{} {} | {}",
    "one cell": "{} {} ({})",
    "a label before the number": "{} | {} | 전화 | {}",
    "a sign before the number": "{} | {} | ☎ | {}",
}
LAYOUTS = {
    "times before them": "| 담당부서 | 지도과 | {0} |\n| 배포일 | 2023. 3. 2.(목) | {1} |\n| 사진 | 없음 | {2} |",
    "times behind them": "| {0} | 담당부서 | 지도과 |\n| {1} | 배포일 | 2023. 3. 2.(목) |\n| {2} | 사진 | 없음 |",
    "unit over their rows": "| {{3x1}} 담당부서 | {{3x1}} 지도과 | {0} |\n| {1} |\n| {2} |",
    "unit in the cell of its label": "| {{3x1}} 담당부서 ⏎ (지도과) | {0} |\n| {1} |\n| {2} |",
    "unit above them": "| 담당부서 | 지도과 |\n| {0} |\n| {1} |\n| {2} |",
    "unit below them": "| {0} |\n| {1} |\n| {2} |\n| 담당부서 | 지도과 |",
    "one row": "| 담당부서 | 지도과 | {0} | {1} | {2} |",
}


@pytest.mark.parametrize("titles", TITLES, ids="-".join)
@pytest.mark.parametrize("cells", CELLS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_everybody_his_number(layout: str, cells: str, titles: tuple[str, str, str]) -> None:
    people = [CELLS[cells].format(*of) for of in zip(titles, NAMES, NUMBERS, strict=True)]
    rows = LAYOUTS[layout].format(*people)
    width = max(row.count("|") for row in rows.split("\n")) - 1
    for found in (
        release(f"| {{1x{width}}} 보도자료 |\n{rows}", "| 동네 지도를 연다 |", "동네 지도를 12일 연다."),
        release("| 보도자료 |", "| 보도시점 | 2023. 3. 2. |", "| 동네 지도를 연다 |", "동네 지도를 12일 연다.", rows),
    ):
        told = [(who.department, who.name, *who.phones) for who in found.contacts]
        assert told == [("지도과", name, number) for name, number in zip(NAMES, NUMBERS, strict=True)]
        assert found.title == "동네 지도를 연다"


def officers(table: str) -> list[str]:
    """Officers of a table behind the story."""
    found = release("| 보도자료 |", "| 보도시점 | 배포 즉시 |", "| 동네 지도를 연다 |", "지도가 12일 열린다.", table)
    return list(map(person, found.contacts))


@pytest.mark.parametrize("post", ["교사", "실무사", "행정실장", "큐레이터", "간사"])
def test_post_in_the_column_of_the_posts_is_no_unit(post: str) -> None:
    found = officers(f"| 담당부서 | 지도부 | 과장 | 홍길동 | 02-0000-0001 |\n| | | {post} | 김철수 | 02-0000-0002 |")
    assert found == [
        "지도부 | - | 과장 | 홍길동 | 02-0000-0001",
        f"지도부 | - | {post} | 김철수 | 02-0000-0002",
    ]


@pytest.mark.parametrize(
    "cells", ["| | 측량부 | 과장 | 김철수 02-0000-0002 |", "| | | 측량부 과장 | 김철수 02-0000-0002 |"]
)
def test_unit_of_the_next_row_is_one(cells: str) -> None:
    assert officers(f"| 담당부서 | 지도부 | 과장 | 홍길동 02-0000-0001 |\n{cells}") == [
        "지도부 | - | 과장 | 홍길동 | 02-0000-0001",
        "측량부 | - | 과장 | 김철수 | 02-0000-0002",
    ]


@pytest.mark.parametrize("beside", ["홍길동 (02-0000-0001)", "홍길동 | 02-0000-0001"])
def test_head_of_an_office_beside_his_name(beside: str) -> None:
    assert officers(f"| 담당부서 | 홍보담당관 | 담당관 | {beside} |") == [
        "홍보담당관 | 담당관 | 담당관 | 홍길동 | 02-0000-0001"
    ]


def test_rank_of_an_officer_labelled_so_stays() -> None:
    assert officers("| 담당부서 | 지도과 | 담당관 | 사무관 홍길동 (02-0000-0001) |") == [
        "지도과 | 담당관 | 사무관 | 홍길동 | 02-0000-0001"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "| 담당부서 | 공보담당관 |\n| 담당자 | 사무관 홍길동 (02-0000-0001) |",
        "| 담당부서 | 공보담당관 | 담당자 | 사무관 홍길동 | 연락처 | 02-0000-0001 |",
        "| 담당부서 | 담당자 | 연락처 |\n| 공보담당관 | 사무관 홍길동 | 02-0000-0001 |",
    ],
)
def test_post_that_is_the_name_of_its_office(rows: str) -> None:
    assert [line.replace(" 담당자 ", " - ") for line in officers(rows)] == [
        "공보담당관 | - | 사무관 | 홍길동 | 02-0000-0001"
    ]


# --- Another unit in the column of the one above ---

IN_CHARGE = """
department: 지도과 | - | -
department: 소통협력실 | - | -
contact: 지도과 | - | 과장 | 홍길동 | 042-000-0001
contact: 소통협력실 | - | 팀장 | 이영희 | 042-000-0003
"""


@pytest.mark.parametrize("label", ["배포", "홍보", "언론", "사진문의", "사업담당", "공보담당관실", "편집"])
@pytest.mark.parametrize(
    "row", ["{} | 소통협력실 | 팀장 이영희 (042-000-0003)", "{} | 소통협력실 | 팀장 | 이영희 | 042-000-0003"]
)
def test_unit_below_the_unit_above_needs_no_known_label(label: str, row: str) -> None:
    officer = "과장 | 홍길동 | 042-000-0001" if row.count("|") > 2 else "과장 홍길동 (042-000-0001)"
    table = f"| 담당부서 | 지도과 | {officer} |\n| {row.format(label)} |"
    assert contacts(BANNER, table, "| 동네 지도를 연다 |", "동네 지도를 12일 연다.") == IN_CHARGE.strip().split("\n")


def test_part_of_a_unit_below_the_unit_above() -> None:
    table = "| 담당 | 지도과 | 과장 홍길동 (042-000-0001) |\n| 협조 | 측량과 | 과장 이영희 (042-000-0003) |"
    assert (
        contacts(BANNER, table, "| 동네 지도를 연다 |", "동네 지도를 12일 연다.")[1]
        == "department: 측량과 | - | - | 협조 | -"
    )


@pytest.mark.parametrize(
    "row",
    [
        "배포처 | 소통협력실 | 팀장 | 이영희 | 042-000-0003",  # who hands it out
        "배포일 | 2026. 4. 13.(월) | | |",
        "장소 | 가나문화회관 | 10시 | | |",  # no officer beside it
    ],
)
def test_nobody_else_is_of_a_unit_below_the_unit_above(row: str) -> None:
    table = f"| 담당부서 | 지도과 | 과장 | 홍길동 | 042-000-0001 |\n| {row} |"
    expected = ["department: 지도과 | - | -", "contact: 지도과 | - | 과장 | 홍길동 | 042-000-0001"]
    assert contacts(BANNER, table, "| 동네 지도를 연다 |", "동네 지도를 12일 연다.") == expected


def test_time_beside_an_officer_is_no_unit() -> None:
    table = "| 담당부서 | 지도과 | 과장 | 홍길동 | 042-000-0001 |\n| 보도시점 | 배포 즉시 | 장학사 | 김철수 | 042-000-0002 |"
    assert contacts(BANNER, table, "| 동네 지도를 연다 |", "동네 지도를 12일 연다.") == [
        "department: 지도과 | - | -",
        "contact: 지도과 | - | 과장 | 홍길동 | 042-000-0001",
        "contact: 지도과 | - | 장학사 | 김철수 | 042-000-0002",
    ]
