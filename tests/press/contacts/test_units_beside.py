"""Units that stand beside or below each other in one table, each with its own officers and numbers."""

from __future__ import annotations

from inspect import cleandoc

import pytest
from builders.blocks import release
from builders.lines import shown

HEAD = "| {1x2} 보도자료 |\n| 보도시점 | 2023. 3. 2.(목) 조간 |"


def at_the_foot(text: str) -> list[str]:
    lines = shown(release(HEAD, "| 동네 지도를 연다 |", "동네 지도를 12일 연다.", cleandoc(text)))
    return [line for line in lines if line.startswith(("department: ", "contact: "))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The press office in the last row has a label and a unit of its own, but no 책임자.
        (
            """
            | {2x1} 담당부서 | 자산관리실 | 책임자 | 실장 홍길동 | 033-000-0001 |
            | 자산관리부 | 담당자 | 부장 김철수 | 033-000-0002 |
            | 언론 | 대외협력실 홍보부 | 담당자 | 과장 이영희 | 033-000-0003 |
            """,
            """
            department: 자산관리부 | 자산관리실 | -
            department: 홍보부 | 대외협력실 | - | - | 언론
            contact: 자산관리부 | 책임자 | 실장 | 홍길동 | 033-000-0001
            contact: 자산관리부 | 담당자 | 부장 | 김철수 | 033-000-0002
            contact: 홍보부 | 담당자 | 과장 | 이영희 | 033-000-0003
            """,
        ),
        (
            """
            | {2x1} 담당부서 | 지도국 | 책임자 | 과장 | 홍길동 | 033-000-0001 |
            | 지도과 | 담당자 | 사무관 | 김철수 | 033-000-0002 |
            | <협조> | 측량과 | 담당자 | 주무관 | 이영희 | 033-000-0003 |
            """,
            """
            department: 지도과 | 지도국 | -
            department: 측량과 | - | - | 협조 | -
            contact: 지도과 | 책임자 | 과장 | 홍길동 | 033-000-0001
            contact: 지도과 | 담당자 | 사무관 | 김철수 | 033-000-0002
            contact: 측량과 | 담당자 | 주무관 | 이영희 | 033-000-0003
            """,
        ),
        # A topic beside the second 담당자 of the same unit begins none.
        (
            """
            | 담당부서 | 지도국 | 책임자 | 과장 | 홍길동 | 033-000-0001 |
            | <총괄> | {2x1} 지도과 | 담당자 | 사무관 | 김철수 | 033-000-0002 |
            | <측량> | 담당자 | 주무관 | 이영희 | 033-000-0003 |
            """,
            """
            department: 지도과 | 지도국 | - | 총괄 | 측량
            contact: 지도과 | 책임자 | 과장 | 홍길동 | 033-000-0001
            contact: 지도과 | 담당자 | 사무관 | 김철수 | 033-000-0002
            contact: 지도과 | 담당자 | 주무관 | 이영희 | 033-000-0003
            """,
        ),
        (
            """
            | 담당부서 | 산림청 ⏎ 산림녹지과 | 담당부서 | 기상청 ⏎ 관측과 |
            | 담당과장 | 홍길동(042-000-0001) | 담당과장 | 이영희(042-000-0003) |
            | 담당자 | 김철수(042-000-0002) | 담당자 | 박민수(042-000-0004) |
            """,
            """
            department: 산림녹지과 | - | 산림청
            department: 관측과 | - | 기상청
            contact: 산림녹지과 | 담당과장 | 과장 | 홍길동 | 042-000-0001
            contact: 관측과 | 담당과장 | 과장 | 이영희 | 042-000-0003
            contact: 산림녹지과 | 담당자 | - | 김철수 | 042-000-0002
            contact: 관측과 | 담당자 | - | 박민수 | 042-000-0004
            """,
        ),
        (
            "| 산림청 ⏎ 산림녹지과 | 과장 홍길동(042-000-0001) | 기상청 ⏎ 관측과 | 과장 이영희(042-000-0003) |",
            """
            department: 산림녹지과 | - | 산림청
            department: 관측과 | - | 기상청
            contact: 산림녹지과 | - | 과장 | 홍길동 | 042-000-0001
            contact: 관측과 | - | 과장 | 이영희 | 042-000-0003
            """,
        ),
        (
            """
            | 연구책임자 | 소재연구실 홍길동 박사 (042-000-0001, aaaa0000@korea.kr) |
            | 보도 문의 | 홍보실 김철수 선임 (042-000-0002) |
            """,
            """
            department: 소재연구실 | - | -
            department: 홍보실 | - | -
            contact: 소재연구실 | 연구책임자 | 박사 | 홍길동 | 042-000-0001, aaaa0000@korea.kr
            contact: 홍보실 | - | 선임 | 김철수 | 042-000-0002
            """,
        ),
    ],
)
def test_each_officer_is_of_his_unit(text: str, expected: str) -> None:
    assert at_the_foot(text) == cleandoc(expected).split("\n")


def test_fewer_numbers_than_officers() -> None:
    """They are those of the cell with as many officers; where there is none, nobody is given another's number."""
    labels = "| 담당부서 | 담당과장 | 담당자 | 연락처 |"
    two = f"{labels}\n| 산림녹지과 | 홍길동 | 사무관 김철수 ⏎ 주무관 이영희 | 042-000-0001 ⏎ 042-000-0002 |"
    assert [line.rpartition(" | ")[2] for line in at_the_foot(two)[1:]] == ["-", "042-000-0001", "042-000-0002"]
    none = f"{labels}\n| 산림녹지과 | 홍길동 | 김철수 ⏎ 이영희 ⏎ 박민수 | 042-000-0001 ⏎ 042-000-0002 |"
    lines = shown(release(f"| {{1x4}} 보도자료 |\n{none}", "| 동네 지도를 연다 |", "동네 지도를 12일 연다."))
    assert [line.rpartition(" | ")[2] for line in lines if line.startswith("contact: ")] == ["-"] * 4
    one = f"{labels}\n| 산림녹지과 | 홍길동 | 김철수 ⏎ 이영희 | 042-000-0001 |"
    assert [line.rpartition(" | ")[2] for line in at_the_foot(one)[1:]] == ["042-000-0001"] * 3


def test_officers_in_the_cell_of_their_numbers() -> None:
    text = "| 담당 | 산림녹지과 | 전화 | 과장 홍길동 042-000-0001 ⏎ 주무관 김철수 042-000-0002 |"
    assert at_the_foot(text) == [
        "department: 산림녹지과 | - | -",
        "contact: 산림녹지과 | - | 과장 | 홍길동 | 042-000-0001",
        "contact: 산림녹지과 | - | 주무관 | 김철수 | 042-000-0002",
    ]


@pytest.mark.parametrize("title", ["홍길동 장관, 부산 방문", "신임 사장 홍길동 취임", "감사 결과 34건 적발"])
def test_a_headline_names_no_officer(title: str) -> None:
    line = "문의 : 지도과 김철수 사무관(044-000-0001)"
    lines = shown(release(HEAD, f"| {title} |", "동네 지도를 12일 연다.", line))
    assert [found for found in lines if found.startswith("contact: ")] == [
        "contact: 지도과 | - | 사무관 | 김철수 | 044-000-0001"
    ]


@pytest.mark.parametrize("partner", ["㈜가람전자", "가람카드", "가람전자(주)"])
def test_partner_and_its_unit_in_cells_of_their_own(partner: str) -> None:
    name = partner.strip("㈜").removesuffix("(주)")
    text = f"""
        | {{2x1}} 담당 부서 | 지도국 | 책임자 | 과장 | 홍길동 | (033-000-0001) |
        | 지도과 | 담당자 | 사무관 | 김철수 | (033-000-0002) |
        | {{2x1}} | {partner} | 책임자 | 팀장 | 이영희 | (02-0000-0003) |
        | 소통팀 | 담당자 | 대리 | 박민수 | (02-0000-0004) |
        """
    assert at_the_foot(text)[:2] == ["department: 지도과 | 지도국 | -", f"department: 소통팀 | {name} | -"]


@pytest.mark.parametrize("number", ["", "02-0000-0000 | "])
def test_unit_behind_the_officer_of_another(number: str) -> None:
    head = "| {1x8} 보도자료 |\n| 보도시점 | {1x7} 2026. 4. 13.(월) 조간 |"
    row = f"| 지도과 | 과장 | 홍길동 | {number}교육과 | 과장 | 김철수 | {number}"
    found = release(f"{head}\n{row.rstrip()}", "| 동네 지도를 연다 |", "동네 지도가 12일 열린다.")
    assert [(who.department, who.name) for who in found.contacts] == [("지도과", "홍길동"), ("교육과", "김철수")]
