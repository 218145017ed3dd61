"""Forms of before 2022, which name unit, officers and numbers in labelled cells of the header table."""

from __future__ import annotations

from inspect import cleandoc

import pytest
from builders.blocks import release
from builders.lines import shown

BODY = "동네 지도를 12일 연다."


def header(text: str) -> list[str]:
    """Units and officers of a form that has them in its header table."""
    rows = f"| {{1x4}} 보 도 자 료 |\n| 보도일시 | {{1x3}} 2017. 5. 8.(월) 조간 |\n{cleandoc(text)}"
    lines = shown(release(rows, "| 동네 지도를 연다 |", BODY))
    return [line for line in lines if line.startswith(("department: ", "contact: "))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            """
            | 배포일시 | 2017. 5. 4.(목) | 담당부서 | 거대공공연구정책과 |
            | 담당과장 | 홍길동(02-0000-0001) | 담 당 자 | 김철수 사무관(02-0000-0002) |
            """,
            """
            department: 거대공공연구정책과 | - | -
            contact: 거대공공연구정책과 | 담당과장 | 과장 | 홍길동 | 02-0000-0001
            contact: 거대공공연구정책과 | 담당자 | 사무관 | 김철수 | 02-0000-0002
            """,
        ),
        (
            """
            | 작성과 | 정보공개정책과 | 담당자 | 과  장 홍길동 ⏎ 사무관 김철수 |
            | 연락처 | {1x3} 044-000-0001 ⏎ 044-000-0003 |
            """,
            """
            department: 정보공개정책과 | - | -
            contact: 정보공개정책과 | 담당자 | 과장 | 홍길동 | 044-000-0001
            contact: 정보공개정책과 | 담당자 | 사무관 | 김철수 | 044-000-0003
            """,
        ),
        (
            """
            | 작성과 | 정보공개정책과 | 담당자 | 과  장 홍길동 ⏎ 사무관 김철수 |
            | 연락처 | {1x3} 044-000-0001 |
            """,
            """
            department: 정보공개정책과 | - | -
            contact: 정보공개정책과 | 담당자 | 과장 | 홍길동 | 044-000-0001
            contact: 정보공개정책과 | 담당자 | 사무관 | 김철수 | 044-000-0001
            """,
        ),
        (
            """
            | {2x1} 작성과 ⏎ ․ ⏎ 담당자 ⏎ ․ ⏎ 연락처 | {1x3} 행정안전부 공공데이터정책과 ⏎ 과장 홍길동(044-000-0001) |
            | {1x3} 대구광역시 데이터통계담당관 ⏎ 주무관 김철수 (053-000-0002) |
            """,
            """
            department: 공공데이터정책과 | - | 행정안전부
            department: 데이터통계담당관 | - | 대구광역시
            contact: 공공데이터정책과 | - | 과장 | 홍길동 | 044-000-0001
            contact: 데이터통계담당관 | - | 주무관 | 김철수 | 053-000-0002
            """,
        ),
        (
            """
            | {2x1} 담당과장 | 예산실 예산총괄과장 ⏎ 홍길동 (044-000-0010) | {2x1} 담당자 | 김철수 서기관(044-000-0011) |
            | 예산실 예산정책과장 ⏎ 이영희 (044-000-0030) | 박민수 사무관(044-000-0031) ⏎ 최지우 사무관(044-000-0032) |
            """,
            """
            department: 예산총괄과 | 예산실 | -
            department: 예산정책과 | 예산실 | -
            contact: 예산총괄과 | 담당과장 | 과장 | 홍길동 | 044-000-0010
            contact: 예산총괄과 | 담당자 | 서기관 | 김철수 | 044-000-0011
            contact: 예산정책과 | 담당과장 | 과장 | 이영희 | 044-000-0030
            contact: 예산정책과 | 담당자 | 사무관 | 박민수 | 044-000-0031
            contact: 예산정책과 | 담당자 | 사무관 | 최지우 | 044-000-0032
            """,
        ),
        (
            """
            | 담당부서 | {1x3} 사회통계국 인구동향과 |
            | 담 당 자 | {1x3} 과    장: 홍길동(042-000-0050) ⏎ 사 무 관: 김철수(출생 042-000-0058) ⏎ 이영희(사망 042-000-0051) |
            """,
            """
            department: 인구동향과 | 사회통계국 | -
            contact: 인구동향과 | 담당자 | 과장 | 홍길동 | 042-000-0050
            contact: 인구동향과 | 담당자 | 사무관 | 김철수 | 042-000-0058
            contact: 인구동향과 | 담당자 | 사무관 | 이영희 | 042-000-0051
            """,
        ),
        (
            """
            | {2x1} 자료문의 | {2x1} 약제관리실 ⏎ 약제기준부 | 부 장 홍 길 동 | 02-0000-0001 |
            | 차 장 김 철 수 | 02-0000-0002 |
            """,
            """
            department: 약제기준부 | 약제관리실 | -
            contact: 약제기준부 | - | 부장 | 홍길동 | 02-0000-0001
            contact: 약제기준부 | - | 차장 | 김철수 | 02-0000-0002
            """,
        ),
        (
            "| 담당 ⏎ 부서 | 토지정책과 | 담 당 자 | ∙과장 홍길동 ⏎ ∙☎ (044)000-3398, 3400 |",
            """
            department: 토지정책과 | - | -
            contact: 토지정책과 | 담당자 | 과장 | 홍길동 | 044-000-3398, 044-000-3400
            """,
        ),
        (
            "| 담당부서 | 부산사무소 소비자과 | 담당자 | 과  장 홍길동 051)000-1030 ⏎ 조사관 김철수 051)000-1034 |",
            """
            department: 소비자과 | 부산사무소 | -
            contact: 소비자과 | 담당자 | 과장 | 홍길동 | 051-000-1030
            contact: 소비자과 | 담당자 | 조사관 | 김철수 | 051-000-1034
            """,
        ),
        (
            """
            | 배포부서 | 홍보실 | 담당자 | 홍길동 차장(033-000-0000) |
            | 담당부서 | 안전경영처 | 담당자 | 김철수 부장 |
            """,
            """
            department: 홍보실 | - | -
            department: 안전경영처 | - | -
            contact: 홍보실 | 담당자 | 차장 | 홍길동 | 033-000-0000
            contact: 안전경영처 | 담당자 | 부장 | 김철수 | -
            """,
        ),
        ("| 담당부서 | {1x3} 토지정책과 |", "department: 토지정책과 | - | -"),
    ],
)
def test_header_forms(text: str, expected: str) -> None:
    assert header(text) == cleandoc(expected).split("\n")


@pytest.mark.parametrize("text", ["| 담당부서 | | 담당자 | |", "| 연락처 | 044-000-0001 | | |", "| 사진 | 있음 | | |"])
def test_header_forms_without_officers(text: str) -> None:
    assert header(text) == []


def test_contact_table_goes_before_the_header() -> None:
    found = release(
        "| 보도자료 | 담당부서 | 대변인실 |\n| 보도일시 | {1x2} 2026. 4. 12.(일) 12:00 |",
        "| 동네 지도를 연다 |",
        BODY,
        "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |",
    )
    assert [department.name for department in found.departments] == ["지도과"]
    assert found.evidence["contacts"].rule == "contacts.table"


def test_units_listed_as_in_the_standard_table_below_the_times() -> None:
    found = release(
        """
        | 보도자료 |

        | 보도 일시 | 2022. 11. 3.(목) 10:00 | 배포 일시 | {1x3} 2022. 11. 3.(목) |
        | {2x1} 담당 부서 <총괄> | 지도국 | 책임자 | 과장 | 홍길동 | (044-000-0001) |
        | 지도과 | 담당자 | 사무관 | 김철수 | (044-000-0002) |
        | {2x1} <공동> | 측량국 | 책임자 | 과장 | 이영희 | (044-000-0003) |
        | 측량과 | 담당자 | 주무관 | 박민수 | (044-000-0004) |

        | 동네 지도를 연다 |

        동네 지도를 12일 연다.
        """
    )
    assert [(unit.name, unit.parent, unit.part) for unit in found.departments] == [
        ("지도과", "지도국", "총괄"),
        ("측량과", "측량국", "공동"),
    ]
    assert [(who.department, who.role, who.name) for who in found.contacts] == [
        ("지도과", "책임자", "홍길동"),
        ("지도과", "담당자", "김철수"),
        ("측량과", "책임자", "이영희"),
        ("측량과", "담당자", "박민수"),
    ]


GUIDE = "department: 지도과 | - | -\ncontact: 지도과 | 담당자 | - | 홍길동 | 02-0000-0001"


@pytest.mark.parametrize(
    "beside",
    ["방송요청 | 5. 8.(월)", "영상제공 | 가능", "송출 | 즉시", "접수번호 | 2017-31", "취재 | ○", "게시 | 공개"],
)
def test_label_that_no_list_has_is_no_officer(beside: str) -> None:
    assert header(
        f"| 담당부서 | 지도과 | 담당자 | 홍길동 | {beside} |\n| 연락처 | {{1x5}} 02-0000-0001 |"
    ) == GUIDE.split("\n")
    assert header(f"| 담당부서 | 지도과 | {beside} |\n| 담당자 | 홍길동 | 연락처 | 02-0000-0001 |") == GUIDE.split("\n")


@pytest.mark.parametrize(
    ("cells", "officer"),
    [
        ("주무관 | 홍길동", "담당자 | 주무관 | 홍길동"),
        ("홍길동 | 주무관", "담당자 | 주무관 | 홍길동"),
        ("간사 | 홍길동", "담당자 | 간사 | 홍길동"),
    ],
)
def test_rank_beside_the_name(cells: str, officer: str) -> None:
    found = header(f"| 담당부서 | 지도과 | 담당자 | {cells} |\n| 연락처 | {{1x4}} 02-0000-0001 |")
    assert found == ["department: 지도과 | - | -", f"contact: 지도과 | {officer} | 02-0000-0001"]


def test_officers_in_cells_beside_each_other() -> None:
    found = header("| 담당부서 | 지도과 | 담당자 | 사무관 홍길동 | 주무관 김철수 |\n| 연락처 | {1x4} 02-0000-0001 |")
    assert found[1:] == [
        "contact: 지도과 | 담당자 | 사무관 | 홍길동 | 02-0000-0001",
        "contact: 지도과 | 담당자 | 주무관 | 김철수 | 02-0000-0001",
    ]


def test_unit_of_one_officer_is_not_that_of_those_above_him() -> None:
    found = header(
        """
        | 발표자 | 홍길동 선임연구원 (02-0000-0001) |
        | 홍보 | 소통협력실 김철수 실장 (02-0000-0002), 이영희 선임 (02-0000-0003) |
        """
    )
    assert [line.split(" | ")[0] for line in found if line.startswith("contact")] == [
        "contact: -",
        "contact: 소통협력실",
        "contact: 소통협력실",
    ]


def test_who_hands_out_is_no_unit_beside_the_one_in_charge() -> None:
    row = "| 배포처 | {1x3} 대변인실 (02-0000-0009) |"
    assert header(f"| 담당부서 | 지도과 | 담당자 | 홍길동 (02-0000-0001) |\n{row}") == GUIDE.split("\n")
    assert header(row) == ["department: 대변인실 | - | -", "contact: 대변인실 | - | - | - | 02-0000-0009"]


def test_office_beside_its_officer_without_labels() -> None:
    found = header("| 공군 제7가나비행단 정훈실 | {1x3} 대위 홍길동 (02-0000-0001) |")
    assert found[1:] == ["contact: 정훈실 | - | 대위 | 홍길동 | 02-0000-0001"]
    assert header("| 2층 회의실 | {1x3} 3월 8일 10:00 |") == []


@pytest.mark.parametrize("vacant", ["공석", "결 원", "미정", "-", "(공석)"])
def test_vacant_post_is_nobody(vacant: str) -> None:
    found = release(
        "| 보도자료 |\n| 보도일시 | 2026. 4. 12.(일) 12:00 |",
        "| 동네 지도를 연다 |",
        BODY,
        f"| {{2x1}} 담당 부서 | {{2x1}} 지도과 | 책임자 | 과장 | {vacant} | (044-000-0001) |\n"
        "| 담당자 | 주무관 | 결석민 | (044-000-0002) |",
    )
    assert [(who.name, who.phones) for who in found.contacts] == [("결석민", ("044-000-0002",))]


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        (
            "02-0000-0001 (과장 홍길동), 02-0000-0002 (주무관 김철수)",
            ["과장 | 홍길동 | 02-0000-0001", "주무관 | 김철수 | 02-0000-0002"],
        ),
        ("☎ 02-0000-0001 (사무관 홍길동)", ["사무관 | 홍길동 | 02-0000-0001"]),
        ("02-0000-0001 (야간 당직), 02-0000-0002", ["- | - | 02-0000-0001, 02-0000-0002"]),
    ],
)
def test_number_before_its_officer(cell: str, people: list[str]) -> None:
    found = header(f"| 담당부서 | 지도과 |\n| 연락처 | {{1x3}} {cell} |")
    assert found[1:] == [f"contact: 지도과 | - | {each}" for each in people]


@pytest.mark.parametrize(
    "form",
    [
        "| {2x1} 보 도 자 료 | 배포일자 | 담당부서 | 전화 |\n| 2026. 4. 13.(월) | 지도과 | 044-000-0501 |",
        "| 보도자료 | 배포일자 | 담당부서 | 전화 |\n| | 2026. 4. 13.(월) | 지도과 | 044-000-0501 |",
    ],
)
def test_heads_of_columns_beside_the_banner(form: str) -> None:
    found = release(form, "| 동네 지도를 연다 |", "마바군은 13일 동네 지도를 연다고 밝혔다.")
    assert (str(found.distributed and found.distributed.at), found.department) == ("2026-04-13", "지도과")
    assert [contact.phones for contact in found.contacts] == [("044-000-0501",)]


def test_values_beside_labels_are_not_below_them() -> None:
    form = "| 배포일자 | {2x1} 2026. 4. 13.(월) | 담당부서 | {2x1} 지도과 |\n| 사진 | 연락처 |"
    found = release("| 보도자료 |", form, "| 동네 지도를 연다 |", "마바군은 13일 동네 지도를 연다고 밝혔다.")
    assert (str(found.distributed and found.distributed.at), found.department) == ("2026-04-13", "지도과")


@pytest.mark.parametrize("label", ["배포일", "배포일시", "매수"])
@pytest.mark.parametrize("value", ["2017. 5. 4.", "총 3매"])
def test_officers_side_by_side_below_unit_and_day(label: str, value: str) -> None:
    rows = f"| 담당부서 | 측량과 | {label} | {value} |\n| 담당자 | 과장 홍길동(02-0000-0001) | 담당자 | 주무관 김철수(02-0000-0002) |"
    found = shown(release("| | 보도자료 |", rows, "| 동네 지도를 연다 |", BODY))
    assert [line for line in found if line.startswith(("department: ", "contact: "))] == [
        "department: 측량과 | - | -",
        "contact: 측량과 | 담당자 | 과장 | 홍길동 | 02-0000-0001",
        "contact: 측량과 | 담당자 | 주무관 | 김철수 | 02-0000-0002",
    ]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("가나부 지도제작단 정보확 ⏎ 인과", ["department: 정보확인과 | 지도제작단 | -"]),
        ("측량단 지도제 ⏎ 작팀", ["department: 지도제작팀 | 측량단 | -"]),
        ("측량과 홍길순 ⏎ 지도과", ["department: 측량과 | - | -", "contact: 측량과 | - | - | 홍길순 | -"]),
        ("측량과 홍길순", ["department: 측량과 | - | -", "contact: 측량과 | - | - | 홍길순 | -"]),
    ],
)
def test_unit_broken_within_a_word_that_reads_like_a_name(unit: str, expected: list[str]) -> None:
    found = header(f"| 담당부서 | {unit} | 담당자 | 과장 홍길동(02-0000-0001) |")
    last = expected[0].split(" ")[1]
    assert found == [*expected, f"contact: {last} | 담당자 | 과장 | 홍길동 | 02-0000-0001"]


@pytest.mark.parametrize("label", ["담당부서", "담당", "문의"])
@pytest.mark.parametrize("number", ["02-0000-0001", "(02-0000-0001)", "☎ 02-0000-0001", "전화 02-0000-0001"])
def test_number_on_the_line_below_the_unit_is_that_of_the_unit(label: str, number: str) -> None:
    assert header(f"| {label} | {{1x3}} 지도과 ⏎ {number} |") == [
        "department: 지도과 | - | -",
        "contact: 지도과 | - | - | - | 02-0000-0001",
    ]
