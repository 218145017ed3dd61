from __future__ import annotations

import pytest
from builders.blocks import release
from builders.lines import shown

from hwpextract.press.contacts.bare_labels import bare_parts, without_unit_label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("배포일 2023. 3. 2.(목)", [("배포일", "2023. 3. 2.(목)")]),
        ("■ 배 포 일  2023. 3. 2.(목) 10:00", [("배포일", "2023. 3. 2.(목) 10:00")]),
        ("보도시점 배포 즉시", [("보도시점", "배포 즉시")]),
        (
            "보도시점 2023. 3. 2.(목) 11:00 배포 2023. 3. 1.(수)",
            [("보도시점", "2023. 3. 2.(목) 11:00"), ("배포", "2023. 3. 1.(수)")],
        ),
        (
            "담당 부서 산림녹지과 / 담당자 홍길동 / 전화 042-000-0001",
            [("담당부서", "산림녹지과"), ("담당자", "홍길동"), ("전화", "042-000-0001")],
        ),
        ("담당부서 산림녹지과 담당자 홍길동", [("담당부서", "산림녹지과"), ("담당자", "홍길동")]),
        ("담당부서\n(산림국 산림녹지과)", [("담당부서", "산림국 산림녹지과")]),
        ("담당부서 산림녹지과\n과장 홍길동 042-000-0001", [("담당부서", "산림녹지과\n과장 홍길동 042-000-0001")]),
        ("담당부서 산림녹지과\n사진 2매", [("담당부서", "산림녹지과"), ("사진", "2매")]),
        ("문의 산림녹지과 홍길동(042-000-0001)", [("문의", "산림녹지과 홍길동(042-000-0001)")]),
        ("담당부서 산림녹지과 (042-000-0001)", [("담당부서", "산림녹지과 (042-000-0001)")]),
        ("담당부서 산림녹지과 ☎ 042-000-0001", [("담당부서", "산림녹지과 ☎ 042-000-0001")]),
        ("보도시점 회의 종료 시", [("보도시점", "회의 종료 시")]),
        ("제공 2023. 3. 2.", [("제공", "2023. 3. 2.")]),
        # Words that open a text and are no labels in it.
        ("제공 3월 2일부터 무료로", []),
        ("배포 즉시 보도", []),
        ("보도 자료", []),
        ("보도 2주년", []),
        ("담당 공무원이 부족하다", []),
        ("담당 과장", []),
        ("책임자 과장", []),
        ("담당자 변경", []),
        ("담당부서(과)", []),
        ("담당부서 (042-000-0001)", []),
        ("담당부서\n(실·국)", []),
        ("담당부서 <총괄>", []),
        ("사진 있음", []),
        ("전화 상담", []),
        ("작성일자를 쓰지 않는다 2023. 3. 2.", []),
        ("산림녹지과 담당자 홍길동", []),
        ("", []),
    ],
)
def test_parts(text: str, expected: list[tuple[str, str]]) -> None:
    assert bare_parts(text) == expected


def test_unit_below_its_label() -> None:
    assert without_unit_label(["담당부서", "산림녹지과"]) == ["산림녹지과"]
    assert without_unit_label(["산림국", "산림녹지과"]) == ["산림국", "산림녹지과"]
    assert without_unit_label(["담당부서"]) == ["담당부서"]


@pytest.mark.parametrize(
    "header",
    [
        "| 보도자료 | 배포일 2023. 3. 2.(목) |\n| 담당부서 산림녹지과 | 담당자 홍길동 (042-000-0001) |",
        "| 보도자료 | 배포일 2023. 3. 2.(목) ⏎ 담당부서 산림녹지과 ⏎ 담당자 홍길동 (042-000-0001) |",
        "| 보도자료 | ▪ 배포일 2023. 3. 2.(목) ⏎ ▪ 담당부서 산림녹지과 ⏎ ▪ 담당자 홍길동 ⏎ ▪ 전화 042-000-0001 |",
        "| 보도자료 | 배포일 2023. 3. 2.(목) |\n\n| 담당부서 | 산림녹지과 | 담당자 홍길동 | 전화 042-000-0001 |",
    ],
)
def test_header_without_colons(header: str) -> None:
    assert list(shown(release(header, "동네 지도를 연다\n\n- 골목마다 -", "동네 지도를 12일 연다.")))[:6] == [
        "masthead: 보도자료 press_release",
        "title: 동네 지도를 연다",
        "subtitle: 골목마다",
        "distributed: 2023-03-02 | 2023. 3. 2.(목)",
        "department: 산림녹지과 | - | -",
        "contact: 산림녹지과 | 담당자 | - | 홍길동 | 042-000-0001",
    ]


@pytest.mark.parametrize(
    "cells", ["산림녹지과 | 과장 홍길동 042-000-0001", "산림녹지과 ⏎ 과장 홍길동 042-000-0001 | 3매"]
)
def test_unit_without_a_label_above_or_before_its_officer(cells: str) -> None:
    found = release(
        f"| 보도자료 | 가나시청 | 제3호 |\n| 배포일 2023. 3. 2. | {cells} |", "동네 지도를 연다", "12일 연다."
    )
    assert [(who.department, who.position, who.name) for who in found.contacts] == [("산림녹지과", "과장", "홍길동")]


def test_a_row_of_the_story_is_no_header() -> None:
    table = "| 무료 | 제공 3월 2일부터 |\n| 유료 | 배포 즉시 마감 |"
    found = release("| 보도자료 |", "| 동네 지도를 연다 |", "동네 지도를 12일 연다.", table, "지도는 누구나 쓴다.")
    assert (found.release_times, found.distributed, found.contacts) == ((), None, ())
