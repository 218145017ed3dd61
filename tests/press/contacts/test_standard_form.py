from __future__ import annotations

from inspect import cleandoc

import pytest
from builders.blocks import frame, release, table
from builders.lines import shown

from hwpextract.document import Block
from hwpextract.press.model import Contact
from hwpextract.press.phrases.units import unit_path

HEAD = "| <pic/> | 보도자료 | |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |"
BODY = "동네 지도를 12일 연다."


def contacts(*parts: str | Block) -> list[str]:
    """Units and officers of a release that ends in these parts."""
    return [line for line in shown(release(HEAD, BODY, *parts)) if line.startswith(("department: ", "contact: "))]


def lines(text: str) -> list[str]:
    return cleandoc(text).split("\n")


# --- The standard table ---


@pytest.mark.parametrize(
    "text",
    [
        # label once, empty below
        """
        | 담당 부서 | 지도국 | 책임자 | 과  장 | 홍길동 | (044-000-0001) |
        | | 지도과 | 담당자 | 사무관 | 김철수 | (044-000-0002) |
        """,
        # label merged, other spellings
        """
        | {2x1} 담당기관 | 지도국 | 책 임 자 | 과장 | 홍길동 | 044-000-0001 |
        | 지도과 | 담 당 자 | 사 무 관 | 김 철 수 | 044-000-0002 |
        """,
        # label repeated
        """
        | 담당부서 | 지도국 | 책임자 | 과\u2002장 | 홍길동 | 044.000.0001 |
        | 담당부서 | 지도과 | 담당자 | 사무관 | 김철수 | 044)000-0002 |
        """,
        # both units in one cell
        """
        | {2x1} 담당 부서 | {2x1} 지도국 ⏎ 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |
        | 담당자 | 사무관 | 김철수 | (044-000-0002) |
        """,
        """
        | {2x1} 담당 부서 | {2x1} 지도국 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |
        | 담당자 | 사무관 | 김철수 | (044-000-0002) |
        """,
        # more columns in the grid than on paper
        """
        | 담당 부서 | {1x3} 지도국 | {1x2} 책임자 | {1x2} 과장 | 홍길동 | (044-000-0001) |
        | | {1x3} 지도과 | {1x2} 담당자 | {1x2} 사무관 | 김철수 | (044-000-0002) |
        """,
        # rank and name changed places
        """
        | 담당 부서 | 지도국 | 책임자 | 홍길동 | 과장 | (044-000-0001) |
        | | 지도과 | 담당자 | 김철수 | 사무관 | (044-000-0002) |
        """,
        # a slogan as the last row
        """
        | 담당 부서 | 지도국 | 책임자 | 과장 | 홍길동 | (044-000-0001) |
        | | 지도과 | 담당자 | 사무관 | 김철수 | (044-000-0002) |
        | {1x6} <pic/> |
        """,
        # the lower unit in a row of its own, the officer over both
        """
        | {3x1} 담당 부서 | {2x1} 지도국 | 책임자 | 과장 | 홍길동 | (044-000-0001) |
        | {2x1} 담당자 | {2x1} 사무관 | {2x1} 김철수 | {2x1} (044-000-0002) |
        | 지도과 |
        """,
        # without a label column
        """
        | 지도국 | 책임자 | 과장 | 홍길동 | (044-000-0001) |
        | 지도과 | 담당자 | 사무관 | 김철수 | (044-000-0002) |
        """,
    ],
)
def test_one_unit_in_all_its_shapes(text: str) -> None:
    assert contacts(text) == lines(
        """
        department: 지도과 | 지도국 | -
        contact: 지도과 | 책임자 | 과장 | 홍길동 | 044-000-0001
        contact: 지도과 | 담당자 | 사무관 | 김철수 | 044-000-0002
        """
    )


def test_table_inside_a_frame() -> None:
    inner = table("| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |")
    assert contacts(frame(inner)) == contacts(inner) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "| 담당 부서 | 혁신행정담당관 | 책임자 | 과장 | 홍길동 | 044-000-0001 |",
            """
            department: 혁신행정담당관 | - | -
            contact: 혁신행정담당관 | 책임자 | 과장 | 홍길동 | 044-000-0001
            """,
        ),
        (
            "| 담당 부서 | 기획조정관 ⏎ 국제협력담당관 ⏎ 국제보건안보팀 | 책임자 | 과장 | 홍길동 | 043-000-0001 |",
            """
            department: 국제보건안보팀 | 국제협력담당관 | -
            contact: 국제보건안보팀 | 책임자 | 과장 | 홍길동 | 043-000-0001
            """,
        ),
        (
            "| 담당 부서 | 방위사업청 ⏎ 아시아중남미 ⏎ 협력담당관실 | 책임자 | 과장 | 홍길동 | 02-0000-0001 |",
            """
            department: 아시아중남미협력담당관실 | - | 방위사업청
            contact: 아시아중남미협력담당관실 | 책임자 | 과장 | 홍길동 | 02-0000-0001
            """,
        ),
        (
            """
            | 담당 부서 | 산업통상부 국가기술표준원 | 책임자 | 과장 | 홍길동 | 043-000-0001 |
            | | 계량측정제도과 | 담당자 | 연구사 | 김철수 | 043-000-0002 |
            """,
            """
            department: 계량측정제도과 | 국가기술표준원 | 산업통상부
            contact: 계량측정제도과 | 책임자 | 과장 | 홍길동 | 043-000-0001
            contact: 계량측정제도과 | 담당자 | 연구사 | 김철수 | 043-000-0002
            """,
        ),
        (
            """
            | 담당 부서 | 보건복지부 | 책임자 | 과장 | 홍길동 | 044-000-0001 |
            | <총괄> | 건강증진과 | 담당자 | 서기관 | 김철수 | 044-000-0002 |
            """,
            """
            department: 건강증진과 | - | 보건복지부 | 총괄 | -
            contact: 건강증진과 | 책임자 | 과장 | 홍길동 | 044-000-0001
            contact: 건강증진과 | 담당자 | 서기관 | 김철수 | 044-000-0002
            """,
        ),
    ],
)
def test_paths_of_units(text: str, expected: str) -> None:
    assert contacts(text) == lines(expected)


def test_two_units_under_one_label() -> None:
    assert contacts(
        """
        | 담당 부서 | 지방재정국 | 책임자 | 과장 | 홍길동 | (044-000-0001) |
        | | 재정정책과 | 담당자 | 사무관 | 김철수 | (044-000-0002) |
        | | 지방재정국 | 책임자 | 과장 | 이영희 | (044-000-0003) |
        | | 교부세과 | 담당자 | 사무관 | 박민수 | (044-000-0004) |
        """
    ) == lines(
        """
        department: 재정정책과 | 지방재정국 | -
        department: 교부세과 | 지방재정국 | -
        contact: 재정정책과 | 책임자 | 과장 | 홍길동 | 044-000-0001
        contact: 재정정책과 | 담당자 | 사무관 | 김철수 | 044-000-0002
        contact: 교부세과 | 책임자 | 과장 | 이영희 | 044-000-0003
        contact: 교부세과 | 담당자 | 사무관 | 박민수 | 044-000-0004
        """
    )


def test_second_lowest_unit_without_a_head_of_its_own() -> None:
    assert contacts(
        """
        | {4x1} 담당 부서 | {3x1} 대구지방공정거래사무소 | 책임자 | 소장 | 홍길동 | (053-000-0001) |
        | {2x1} 담당자 | 총괄과장 | 김철수 | (053-000-0002) |
        | 조사관 | 이영희 | (053-000-0003) |
        | 운영지원과 | 담당자 | 조사관 | 박민수 | (044-000-0004) |
        """
    ) == lines(
        """
        department: 대구지방공정거래사무소 | - | -
        department: 운영지원과 | - | -
        contact: 대구지방공정거래사무소 | 책임자 | 소장 | 홍길동 | 053-000-0001
        contact: 대구지방공정거래사무소 | 담당자 | 총괄과장 | 김철수 | 053-000-0002
        contact: 대구지방공정거래사무소 | 담당자 | 조사관 | 이영희 | 053-000-0003
        contact: 운영지원과 | 담당자 | 조사관 | 박민수 | 044-000-0004
        """
    )


def test_lowest_unit_alone_stands_below_the_upper_unit_above_it() -> None:
    assert contacts(
        """
        | 담당 부서 | 교통물류실 | 책임자 | 과장 | 홍길동 | (044-000-0001) |
        | | 교통정책과 | 담당자 | 사무관 | 김철수 | (044-000-0002) |
        | | {2x1} 교통서비스과 | 책임자 | 과장 | 이영희 | (044-000-0003) |
        | | 담당자 | 사무관 | 박민수 | (044-000-0004) |
        """
    )[:2] == ["department: 교통정책과 | 교통물류실 | -", "department: 교통서비스과 | 교통물류실 | -"]


@pytest.mark.parametrize(
    ("label", "tail"),
    [
        ("담당 부서 ⏎ <총괄>", " | 총괄 | -"),
        ("담당부서 ⏎ (총괄)", " | 총괄 | -"),
        ("<공동>", " | 공동 | -"),
        ("담당 기관 ⏎ <협조>", " | 협조 | -"),
        ("(진천선수촌)", " | - | 진천선수촌"),
        ("<해외시장 ⏎ 개척>", " | - | 해외시장 개척"),
        ("담당 부서", ""),
        ("", ""),
    ],
)
def test_what_the_label_column_says(label: str, tail: str) -> None:
    found = contacts(
        f"""
        | {{2x1}} {label} | 체육국 | 책임자 | 과장 | 홍길동 | (044-000-0001) |
        | 체육정책과 | 담당자 | 사무관 | 김철수 | (044-000-0002) |
        """
    )
    assert found[0] == "department: 체육정책과 | 체육국 | -" + tail


def test_agency_in_the_label_column_cut_over_two_groups() -> None:
    assert contacts(
        """
        | 한국 | 고용동향분석팀 | 책임자 | 팀장 | 홍길동 | (043-000-0001) |
        | 고용정보원 | 데이터지원팀 | 책임자 | 팀장 | 김철수 | (043-000-0002) |
        | 담당 부서 | 고용정책과 | 책임자 | 과장 | 이영희 | (044-000-0003) |
        """
    )[:3] == [
        "department: 고용동향분석팀 | - | 한국고용정보원",
        "department: 데이터지원팀 | - | 한국고용정보원",
        "department: 고용정책과 | - | -",
    ]


# --- Officers in the cells of one row ---


def officers(*rows: str) -> list[str]:
    """Officers of 지도과 as 'role | position | name | numbers'."""
    text = "\n".join(
        f"| {'담당 부서' if not number else ''} | {'지도과' if not number else ''} {row}"
        for number, row in enumerate(rows)
    )
    return [line.removeprefix("contact: 지도과 | ") for line in contacts(text) if line.startswith("contact")]


LEADER = "| 책임자 | 과장 | 홍길동 | (044-000-0001) |"
LED = "책임자 | 과장 | 홍길동 | 044-000-0001"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| 담당자 | 사무관 | 김철수 | (aaaa0000@korea.kr) |", ["담당자 | 사무관 | 김철수 | aaaa0000@korea.kr"]),
        (
            "| 담당자 | 사무관 | 김철수 | (044-000-0002) ⏎ aaaa0000@korea.kr |",
            ["담당자 | 사무관 | 김철수 | 044-000-0002, aaaa0000@korea.kr"],
        ),
        ("| 담당자 | 사무관 | 김철수 | (044-000-0002~3) |", ["담당자 | 사무관 | 김철수 | 044-000-0002, 044-000-0003"]),
        (
            "| 담당자 | 사무관 | 김철수 | (044-000-0002,0007) |",
            ["담당자 | 사무관 | 김철수 | 044-000-0002, 044-000-0007"],
        ),
        (
            "| 담당자 | 사무관 | 김철수 | (044-000-0002, 0003, ⏎ 0004) |",
            ["담당자 | 사무관 | 김철수 | 044-000-0002, 044-000-0003, 044-000-0004"],
        ),
        ("| 담당자 | 사무관 | 김철수 | (0007) |", ["담당자 | 사무관 | 김철수 | 044-000-0007"]),
        ("| 담당자 | 사무관 | 김철수 | (0007) 소득·분배 |", ["담당자 | 사무관 | 김철수 | 044-000-0007"]),
        ("| 담당자 | 사무관 | 김철수 | (010-5***-0000) |", ["담당자 | 사무관 | 김철수 | -"]),
        ("| 담당자 | 사무관 | 김철수 | |", ["담당자 | 사무관 | 김철수 | -"]),
        ("| 담당자 | 사무관 | 김  철 | (044-000-0002) |", ["담당자 | 사무관 | 김철 | 044-000-0002"]),
        ("| 담당자 | 사무관 | John Doe | (044-000-0002) |", ["담당자 | 사무관 | John Doe | 044-000-0002"]),
        (
            "| 담당자 | 국 장(代) | 김철수 | (02-0000-0002) |",
            ["담당자 | 국장(代) | 김철수 | 02-0000-0002"],
        ),
        ("| 담당자 | 가나공항장 | 김철수 | (061-000-0002) |", ["담당자 | 가나공항장 | 김철수 | 061-000-0002"]),
        ("| 담당자 | | 김철수 | (044-000-0002) |", ["담당자 | - | 김철수 | 044-000-0002"]),
        ("| 담당자 | 담당 | 김철수 | (044-000-0002) |", ["담당자 | 담당 | 김철수 | 044-000-0002"]),
        # An empty role is not the leader's again.
        ("| | 사무관 | 김철수 | (044-000-0002) |", ["- | 사무관 | 김철수 | 044-000-0002"]),
        (
            "| 담당자 | 사무관 ⏎ 주무관 | 김철수 ⏎ 이영희 | (044-000-0002) ⏎ (044-000-0003) |",
            ["담당자 | 사무관 | 김철수 | 044-000-0002", "담당자 | 주무관 | 이영희 | 044-000-0003"],
        ),
        (
            "| 담당자 | 사무관 | 김철수 ⏎ 이영희 | (044-000-0002) ⏎ (044-000-0003) |",
            ["담당자 | 사무관 | 김철수 | 044-000-0002", "담당자 | 사무관 | 이영희 | 044-000-0003"],
        ),
        (
            "| 담당자 | 사무관 ⏎ 주무관 | 김철수 ⏎ 이영희 | (044-000-0002) |",
            ["담당자 | 사무관 | 김철수 | 044-000-0002", "담당자 | 주무관 | 이영희 | 044-000-0002"],
        ),
    ],
)
def test_officers_of_a_row(row: str, expected: list[str]) -> None:
    assert officers(LEADER, row) == [LED, *expected]


def test_role_cell_over_several_rows() -> None:
    found = officers(LEADER, "| {3x1} 담당자 | 사무관 | 김철수 | (044-000-0002) |") + contacts(
        """
        | 담당 부서 | 지도과 | {2x1} 담당자 | 사무관 | 김철수 | (044-000-0002) |
        | | | 주무관 | 이영희 | (044-000-0003) |
        """
    )
    assert found == [
        LED,
        "담당자 | 사무관 | 김철수 | 044-000-0002",
        "department: 지도과 | - | -",
        "contact: 지도과 | 담당자 | 사무관 | 김철수 | 044-000-0002",
        "contact: 지도과 | 담당자 | 주무관 | 이영희 | 044-000-0003",
    ]


def test_empty_role_goes_on_with_the_officers_above() -> None:
    assert officers(
        LEADER, "| 담당자 | 사무관 | 김철수 | (044-000-0002) |", "| | 주무관 | 이영희 | (044-000-0003) |"
    ) == [
        LED,
        "담당자 | 사무관 | 김철수 | 044-000-0002",
        "담당자 | 주무관 | 이영희 | 044-000-0003",
    ]


# --- Units ---


@pytest.mark.parametrize(
    ("printed", "path"),
    [
        (["지도국", "지도과"], ["지도국", "지도과"]),
        (["지도국 지도과"], ["지도국", "지도과"]),
        (["아시아중남미", "협력담당관실"], ["아시아중남미협력담당관실"]),
        (["항공·철도사고조사위원회 사무국"], ["항공·철도사고조사위원회", "사무국"]),
        (["12.29지도지원단"], ["12.29지도지원단"]),
        (["홍보TF팀"], ["홍보TF팀"]),
        (["한국공항공사", "가나공항"], ["한국공항공사", "가나공항"]),
        ([], []),
    ],
)
def test_path_of_units(printed: list[str], path: list[str]) -> None:
    assert unit_path(printed) == path


# --- Evidence ---


def test_evidence_names_the_first_group() -> None:
    block = table("| 담당 부서 | 지도국 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |")
    evidence = release(HEAD, BODY, block).evidence
    for field in ("department", "departments", "contact", "contacts"):
        assert evidence[field].locator == f"{block.locator}/r0"
        assert (evidence[field].raw, evidence[field].confidence) == ("지도국 지도과", 0.95)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | 044-000-0001 |\n| | | 담당자 | 사무관 | 김철수 | 044-000-0002 |",
            0.95,
        ),
        (
            "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | 044-000-0001 |\n| | | | 사무관 | 김철수 | 044-000-0002 |",
            0.7,
        ),
        (
            "| {2x1} 담당 부서 | {2x1} 지도과 | {2x1} 담당자 | 과장 | 홍길동 | 044-000-0001 |\n| 사무관 | 김철수 | 044-000-0002 |",
            0.95,
        ),
    ],
)
def test_role_of_an_empty_cell_is_less_sure(rows: str, expected: float) -> None:
    found = release(
        "| <pic/> | 보도자료 | |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |\n\n지도를 연다.",
        table(rows),
    )
    assert found.evidence["contacts"].confidence == expected
    assert found.evidence["department"].confidence == 0.95


@pytest.mark.parametrize("name", ["경정 홍길동", "홍길동 경정", "소방령 홍길동", "홍길동"])
def test_rank_beside_the_name_of_who_has_a_post(name: str) -> None:
    text = f"| 담당 부서 | 지도과 | 책임자 | 과 장 | {name} | (032-000-0001) |"
    assert contacts(text)[1:] == ["contact: 지도과 | 책임자 | 과장 | 홍길동 | 032-000-0001"]


def test_role_in_the_cell_of_the_rank() -> None:
    found = release(
        HEAD,
        BODY,
        """
        | {2x1} 담당 부서 | 지도국 | 책임자 ⏎ 과장 | 홍길동 | (044-000-0001) |
        | 지도과 | 담당자 ⏎ 사무관 | 김철수 | (044-000-0002) |
        """,
    )
    assert [line for line in shown(found) if line.startswith("contact")] == [
        "contact: 지도과 | 책임자 | 과장 | 홍길동 | 044-000-0001",
        "contact: 지도과 | 담당자 | 사무관 | 김철수 | 044-000-0002",
    ]


def test_rank_without_a_name() -> None:
    found = release(HEAD, BODY, "| 담당 부서 | 지도과 | 책임자 | 과장 | (044-000-0001) |")
    assert list(found.contacts) == [
        Contact(department="지도과", role="책임자", position="과장", phones=("044-000-0001",))
    ]


def test_short_roles() -> None:
    """책임 and 담당 in the place of 책임자 and 담당자."""
    rows = "| 담당 부서 | 지도국 | 책 임 | 과장 | 홍길동 | (044-000-0001) |\n| | 측량과 | 담 당 | 사무관 | 김철수 | (044-000-0002) |"
    assert contacts(f"{rows}\n| | | 담당 | 주무관 | 이영희 | (044-000-0003) |") == lines(
        """
        department: 측량과 | 지도국 | -
        contact: 측량과 | 책임 | 과장 | 홍길동 | 044-000-0001
        contact: 측량과 | 담당 | 사무관 | 김철수 | 044-000-0002
        contact: 측량과 | 담당 | 주무관 | 이영희 | 044-000-0003
        """
    )
    ranks = "| 담당 부서 | 측량과 | 책임 | 홍길동 | (044-000-0001) |\n| | | 책임 | 김철수 | (044-000-0002) |"
    assert contacts(ranks) == lines(
        """
        department: 측량과 | - | -
        contact: 측량과 | - | 책임 | 홍길동 | 044-000-0001
        contact: 측량과 | - | 책임 | 김철수 | 044-000-0002
        """
    )


@pytest.mark.parametrize(
    ("rows", "units"),
    [
        (
            """
            | 담당부서 | 책임자 | 과장 | 홍길동 | 044-000-0001 |
            | 지도과 | 담당자 | 사무관 | 김철수 | 044-000-0002 |
            """,
            ["department: 지도과 | - | -"],
        ),
        (
            """
            | <총괄> | 책임자 | 과장 | 홍길동 | 044-000-0001 |
            | 담당부서 | {2x1} 담당자 | {2x1} 사무관 | {2x1} 김철수 | {2x1} 044-000-0002 |
            | 지도과 |
            """,
            ["department: 지도과 | - | - | 총괄 | -"],
        ),
    ],
)
def test_label_above_the_unit_in_the_only_column_before_the_roles(rows: str, units: list[str]) -> None:
    assert contacts(rows) == [
        *units,
        "contact: 지도과 | 책임자 | 과장 | 홍길동 | 044-000-0001",
        "contact: 지도과 | 담당자 | 사무관 | 김철수 | 044-000-0002",
    ]


def test_officer_above_the_one_who_leads() -> None:
    assert officers("| 담당자 | 사무관 | 김철수 | (044-000-0002) |", LEADER) == [
        "담당자 | 사무관 | 김철수 | 044-000-0002",
        LED,
    ]


@pytest.mark.parametrize(
    ("cell", "email"),
    [
        ("(hong12@mab ⏎ ayo.go.kr)", "hong12@mabayo.go.kr"),
        ("hong12@mab ⏎ ayo.go.kr", "hong12@mabayo.go.kr"),
        ("(hong12@mabayo.go. ⏎ kr)", "hong12@mabayo.go.kr"),
        ("(hong12@m ⏎ abayo.go ⏎ .kr)", "hong12@mabayo.go.kr"),
        ("(hong ⏎ 12@mabayo.go.kr)", "hong12@mabayo.go.kr"),
        ("hong12@mabayo.go.kr ⏎ Mabayo", "hong12@mabayo.go.kr"),
        ("hong12@mabayo.go.kr ⏎ pr@mabayo.go.kr", "hong12@mabayo.go.kr"),
        ("hong12@mabayo.int ⏎ Mabayo", "hong12@mabayo.int"),
        ("(hong12@mab ayo.go.kr)", "hong12@mabayo.go.kr"),
        ("(Mabayo hong12@mabayo.go.kr)", "hong12@mabayo.go.kr"),
        ("hong12@mab ⏎ ayo.go.kr ⏎ 044-000-0002", "hong12@mabayo.go.kr"),
        ("(hong12@mab", None),
    ],
)
def test_addresses_that_a_narrow_cell_breaks(cell: str, email: str | None) -> None:
    found = release(HEAD, BODY, f"| 담당 부서 | 지도과 | 담당자 | 사무관 | 김철수 | {cell} |\n| | {LEADER}")
    first = found.contacts[0]
    assert (first.position, first.name, first.email) == ("사무관", "김철수", email)
