"""Tables with heads of columns whose officers need no post: '부서 | 성명 | 연락처'."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import Literal

import pytest
from builders.blocks import release
from builders.lines import person

from hwpextract.press.model import PressRelease
from hwpextract.press.privacy import without_people

HEAD = "| {1x2} 보도자료 |\n| 보도시점 | 2023. 3. 2.(목) 조간 |"
TITLE = "| 동네 지도를 연다 |"
LEAD = "마바군은 2일 동네 지도를 연다고 밝혔다."
MORE = "주민이 그린 길이 지도에 담긴다."
TWO = "| 부서 | 성명 | 연락처 |\n| 지도과 | 홍길동 | 02-0000-0001 |\n| 측량과 | 김철수 | 02-0000-0002 |"
"""Whom to ask in the plainest of these forms."""
BOTH = ["지도과 | - | - | 홍길동 | 02-0000-0001", "측량과 | - | - | 김철수 | 02-0000-0002"]


def people(found: PressRelease) -> list[str]:
    return list(map(person, found.contacts))


def at_the_foot(*parts: str) -> PressRelease:
    return release(HEAD, TITLE, LEAD, MORE, *map(cleandoc, parts))


@pytest.mark.parametrize("unit", ["부서", "담당부서", "부 서 명", "소속", "소속부서", "담당 부서(팀)", "기관", "담당"])
@pytest.mark.parametrize("name", ["성명", "성 명", "이름", "담당자명", "담당자 성명"])
@pytest.mark.parametrize("number", ["연락처", "전화번호", "전 화", "사무실 전화", "연락처(직통)"])
def test_heads(unit: str, name: str, number: str) -> None:
    found = at_the_foot(TWO.replace("부서", unit).replace("성명", name).replace("연락처", number))
    assert people(found) == BOTH
    assert [unit.name for unit in found.departments] == ["지도과", "측량과"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| 부서 | 성명 | 연락처 |\n| 지도과 | 홍길동 | 02-0000-0001 |", BOTH[:1]),
        # A merged cell and an empty one go on with the unit above.
        (
            """
            | 부서 | 성명 | 연락처 |
            | {2x1} 지도과 | 홍길동 | 02-0000-0001 |
            | 김철수 | 02-0000-0002 |
            | 측량과 | 이영희 | 02-0000-0003 |
            """,
            [
                "지도과 | - | - | 홍길동 | 02-0000-0001",
                "지도과 | - | - | 김철수 | 02-0000-0002",
                "측량과 | - | - | 이영희 | 02-0000-0003",
            ],
        ),
        (
            "| 소속 | 이름 | 전화 |\n| 지도과 | 홍길동 | 02-0000-0001 |\n| | 김철수 | 02-0000-0002 |",
            ["지도과 | - | - | 홍길동 | 02-0000-0001", "지도과 | - | - | 김철수 | 02-0000-0002"],
        ),
        # One number beside two rows is that of both; two lines beside two rows are one each.
        (
            "| 부서 | 성명 | 연락처 |\n| 지도과 | 홍길동 | {2x1} 02-0000-0001 |\n| 측량과 | 김철수 |",
            ["지도과 | - | - | 홍길동 | 02-0000-0001", "측량과 | - | - | 김철수 | 02-0000-0001"],
        ),
        (
            "| 부서 | 성명 | 연락처 |\n| 지도과 | 홍길동 | {2x1} 02-0000-0001 ⏎ 02-0000-0002 |\n| 측량과 | 김철수 |",
            BOTH,
        ),
        (
            "| 부서 | 성명 | 연락처 |\n| {2x1} 지도과 | {2x1} 홍길동 | 02-0000-0001 |\n| 02-0000-0002 |",
            ["지도과 | - | - | 홍길동 | 02-0000-0001, 02-0000-0002"],
        ),
        # An empty cell goes on with the unit above as long as none above that one begins.
        (
            """
            | 국 | 과 | 성명 | 연락처 |
            | {2x1} 지도국 | 지도과 | 홍길동 | 02-0000-0001 |
            | | 김철수 | 02-0000-0002 |
            | 도로국 | | 이영희 | 02-0000-0003 |
            """,
            [
                "지도과 | - | - | 홍길동 | 02-0000-0001",
                "지도과 | - | - | 김철수 | 02-0000-0002",
                "도로국 | - | - | 이영희 | 02-0000-0003",
            ],
        ),
        # Several in one cell, side by side or line by line.
        (
            "| 부서 | 성명 | 연락처 |\n| 지도과 | 홍길동 ⏎ 김철수 | 02-0000-0001 ⏎ 02-0000-0002 |",
            ["지도과 | - | - | 홍길동 | 02-0000-0001", "지도과 | - | - | 김철수 | 02-0000-0002"],
        ),
        (
            "| 부서 | 성명 | 연락처 |\n| 지도과 | 홍길동, 김철수 | 02-0000-0001 |",
            ["지도과 | - | - | 홍길동 | 02-0000-0001", "지도과 | - | - | 김철수 | 02-0000-0001"],
        ),
        # Addresses, beside a number or alone; a fax is nobody's number.
        (
            """
            | 기관 | 부서 | 성명 | 전화번호 | 이메일 | 팩스 |
            | 마바군 | 지도과 | 홍길동 | 02-0000-0001 | aaaa0000@korea.kr | 02-0000-0009 |
            """,
            ["지도과 | - | - | 홍길동 | 02-0000-0001, aaaa0000@korea.kr"],
        ),
        (
            "| 부서 | 성명 | 이메일 |\n| 지도과 | 홍길동 | aaaa0000@korea.kr |",
            ["지도과 | - | - | 홍길동 | aaaa0000@korea.kr"],
        ),
        # What a row is about, its number in the list, the rank of its officer.
        (
            """
            | 연번 | 구분 | 부서 | 직위 | 성명 | 담당업무 | 연락처 | 비고 |
            | 1 | 총괄 | 지도과 | 과장 | 홍길동 | 지도 | 02-0000-0001 | |
            | 2 | 협조 | 측량과 | - | 김철수 | 측량 | 02-0000-0002 | |
            """,
            ["지도과 | - | 과장 | 홍길동 | 02-0000-0001", BOTH[1]],
        ),
        (
            "| 부서 | 성명 | 직급 | 연락처 |\n| 지도과 | 홍길동 | 사무관 | 02-0000-0001 |\n| 측량과 | 김철수 | | 02-0000-0002 |",
            ["지도과 | - | 사무관 | 홍길동 | 02-0000-0001", BOTH[1]],
        ),
        (
            "| 부서 | 직·성명 | 연락처 |\n| 지도과 | 사무관 홍길동 | 02-0000-0001 |\n| 측량과 | 김철수 | 02-0000-0002 |",
            ["지도과 | - | 사무관 | 홍길동 | 02-0000-0001", BOTH[1]],
        ),
        (
            "| 구분 | 부서 | 성명 | 연락처 |\n| 책임자 | 지도과 | 홍길동 | 02-0000-0001 |\n| 담당자 | | 김철수 | 02-0000-0002 |",
            ["지도과 | 책임자 | - | 홍길동 | 02-0000-0001", "지도과 | 담당자 | - | 김철수 | 02-0000-0002"],
        ),
        ("| 구분 | 성명 | 연락처 |\n| 지도과 | 홍길동 | 02-0000-0001 |\n| 측량과 | 김철수 | 02-0000-0002 |", BOTH),
        ("| 성명 | 연락처 |\n| 홍길동 | 02-0000-0001 |", ["- | - | - | 홍길동 | 02-0000-0001"]),
        # Whatever stands below the head of units is one, and an extension goes by the number above.
        (
            "| 부서 | 성명 | 연락처 |\n| 홍보실 | 홍길동 | 02-0000-0001 |\n| 도서관 | 김철수 | (0002) |",
            ["홍보실 | - | - | 홍길동 | 02-0000-0001", "도서관 | - | - | 김철수 | 02-0000-0002"],
        ),
        # Nobody holds a vacant post; a name may have two syllables or four, letters between blanks, or Latin ones.
        (
            """
            | 부서 | 성명 | 연락처 |
            | 지도과 | 공석 | 02-0000-0001 |
            | 측량과 | 김 철 수 | 02-0000-0002 |
            | 도로과 | 김철 | 02-0000-0003 |
            | 국제과 | Anna Kim | 02-0000-0004 |
            """,
            [BOTH[1], "도로과 | - | - | 김철 | 02-0000-0003", "국제과 | - | - | Anna Kim | 02-0000-0004"],
        ),
        # The heads in the first column.
        ("| 부서 | 지도과 |\n| 성명 | 홍길동 |\n| 연락처 | 02-0000-0001 |", BOTH[:1]),
        ("| 부서 | 지도과 | 측량과 |\n| 성명 | 홍길동 | 김철수 |\n| 연락처 | 02-0000-0001 | 02-0000-0002 |", BOTH),
        (
            "| 부서 | {1x2} 지도과 |\n| 성명 | 홍길동 | 김철수 |\n| 연락처 | 02-0000-0001 | 02-0000-0002 |",
            ["지도과 | - | - | 홍길동 | 02-0000-0001", "지도과 | - | - | 김철수 | 02-0000-0002"],
        ),
        # All heads once more beside each other; a number in the cell of the name; a note across the table.
        (
            """
            | 부서 | 성명 | 연락처 | 부서 | 성명 | 연락처 |
            | 지도과 | 홍길동 | 02-0000-0001 | 측량과 | 김철수 | 02-0000-0002 |
            """,
            BOTH,
        ),
        ("| 부서 | 성명 |\n| 지도과 | 홍길동(02-0000-0001) |\n| 측량과 | 김철수(02-0000-0002) |", BOTH),
        ("| 부서 | 성명 | TEL. | E-MAIL |\n| 지도과 | 홍길동 | 02-0000-0001 | |", BOTH[:1]),
        (f"{TWO}\n| {{1x3}} ※ 평일 09:00~18:00 |", BOTH),
        # A lowest unit, a full name and a number need no heads.
        ("| 지도과 | 홍길동 | 02-0000-0001 |\n| 측량과 | 김철수 | 02-0000-0002 |", BOTH),
        # The table's own head says that one may ask them.
        (f"| {{1x3}} 문의처 |\n{TWO}", BOTH),
        ("| {3x1} 담당자 | 부서 | 성명 | 연락처 |\n" + TWO.partition("\n")[2], BOTH),
    ],
)
def test_rows(text: str, expected: list[str]) -> None:
    assert people(at_the_foot(text)) == expected


@pytest.mark.parametrize(
    "rows",
    [
        "| 담당부서 | 성명 | 연락처 |\n| 지도과 | 홍길동 | 02-0000-0001 |",
        "| 담당부서 | {1x2} 지도과 |\n| 성명 | {1x2} 홍길동 |\n| 연락처 | {1x2} 02-0000-0001 |",
        "| 담당부서 | {1x2} 지도과 |\n| 이름 | 홍길동 | 02-0000-0001 |",
    ],
)
def test_below_the_times_in_one_table(rows: str) -> None:
    found = release(f"| {{1x3}} 보도자료 |\n| 보도시점 | {{1x2}} 2023. 3. 2.(목) 조간 |\n{rows}", TITLE, LEAD)
    assert people(found) == BOTH[:1]
    assert "홍길동" not in without_people(found, "none").model_dump_json()


def test_parts_of_a_joint_release() -> None:
    found = at_the_foot(
        """
        | 구분 | 기관 | 성명 | 연락처 |
        | 총괄 | 마바군 지도과 | 홍길동 | 02-0000-0001 |
        | 협조 | 사아군 측량과 | 김철수 | 02-0000-0002 |
        """
    )
    assert [(unit.agency or unit.parent, unit.name, unit.part) for unit in found.departments] == [
        ("마바군", "지도과", "총괄"),
        ("사아군", "측량과", "협조"),
    ]


STANDARD = "| 담당 부서 | 길찾기과 | 책임자 | 과장 | 이영희 | (02-0000-0005) |"
NUMBERS = re.compile(r"0000-000\d|aaaa0000")


@pytest.mark.parametrize("detail", ["department", "none"])
@pytest.mark.parametrize(
    "rows",
    [
        TWO,
        "| 부서 | 성명 | 이메일 |\n| 지도과 | 홍길동 | aaaa0000@korea.kr |",
        "| 부서 | 지도과 | 측량과 |\n| 성명 | 홍길동 | 김철수 |\n| 연락처 | 02-0000-0001 | 02-0000-0002 |",
        "| 소속 | 이름 | 전화 |\n| {2x1} 지도과 | 홍 길 동 | {2x1} 02-0000-0001 |\n| 김철수 |",
        "| 구분 | 성명 | 연락처 |\n| 총괄 | 홍길동 | 02-0000-0001 |\n| 지도 | 김철수 | - |",
        f"| {{1x3}} 문의처 |\n{TWO}",
        "| 지도과 | 홍길동 | 02-0000-0001 |\n| 측량과 | 김철수 | 02-0000-0002 |",
        "| 지도과 | 홍길동 | 02-0000-0001 |",
    ],
)
@pytest.mark.parametrize("place", ["foot", "head", "story", "annex", "beside another table", "no release"])
def test_privacy(rows: str, place: str, detail: Literal["department", "none"]) -> None:
    if place == "no release":
        found = release(LEAD, rows, MORE)
    elif place == "head":
        found = release(HEAD, rows, TITLE, LEAD)
    elif place == "story":
        found = release(HEAD, TITLE, *[LEAD, MORE] * 5, rows, *[MORE] * 10)
    elif place == "annex":
        found = release(HEAD, TITLE, LEAD, "| 붙임 1 | 참석자 |", rows)
    elif place == "beside another table":
        found = release(HEAD, TITLE, LEAD, STANDARD, rows)
    else:
        found = release(HEAD, TITLE, LEAD, rows, "문의: 홍길동 02-0000-0001")
    printed = without_people(found, detail).model_dump_json()
    assert not re.search(r"홍\s?길\s?동|김철수|이영희", printed)
    assert not NUMBERS.search(printed)
    assert LEAD in printed
    assert ("지도과" in printed) is ("지도과" in rows)


@pytest.mark.parametrize(
    "rows",
    [
        "| 사업 | 성명 | 연락처 |\n| 지도 제작 | 홍길동 | 02-0000-0001 |\n| 길 찾기 | 응우옌티 | 02-0000-0002 |",
        "| 훈격 | 소속 | 성명 | 연락처 |\n| 장관상 | 가나초등학교 | 홍길동 외 2명 | 02-0000-0001 |",
        "| 훈격 | 장관상 |\n| 성명 | 홍길동 |\n| 연락처 | 02-0000-0001 |",
        "| {1x3} 지도 나눔 |\n| 시간 | 강사 이름 | 내용 |\n| 시간 | 이름 | 연락처 |\n| 10:00 | 홍길동 | 02-0000-0001 |",
        "| 지역 | 담당자 | 연락처 |\n" + "| 가나 | 홍길동 | 02-0000-0001 |\n| 다라 | 김철수 | 02-0000-0002 |\n" * 60,
    ],
)
def test_no_list_of_names_with_numbers_is_left(rows: str) -> None:
    found = release(HEAD, TITLE, *[LEAD, MORE] * 5, rows, *[MORE] * 10)
    printed = without_people(found, "none").model_dump_json()
    assert not re.search("홍길동|김철수|응우옌티|0000-000", printed)
    assert all(word in printed for word in ("지도", "시간") if word in rows)


@pytest.mark.parametrize("label", ["배포일", "매수", "보도일시", "담당업무", "공개구분"])
def test_labels_of_a_header_beside_the_unit_are_no_units(label: str) -> None:
    found = release(
        "| 보도자료 |",
        f"| 담당부서 | 지도과 | {label} | 2026. 4. 10.(금) |\n"
        "| 담당자 | {1x3} 과장 홍길동(02-0000-0001)⏎주무관 김철수(02-0000-0002) |",
        "| 새 지도를 연다 |",
        "마바군(군수 홍길순)은 지도를 연다.",
    )
    assert [(unit.name, unit.parent) for unit in found.departments] == [("지도과", None)]
    assert [(person.position, person.name) for person in found.contacts] == [("과장", "홍길동"), ("주무관", "김철수")]


@pytest.mark.parametrize(
    "rows",
    [
        "| 부서 | 성명 | 연락처 |\n| 지도과장 | 홍길동 | 02-0000-0001 |\n| 주무관 | 김철수 | 02-0000-0002 |",
        "| 부서 | 성명 | 연락처 |\n| 지도과 과장 | 홍길동 | 02-0000-0001 |\n| 지도과 주무관 | 김철수 | 02-0000-0002 |",
        "| 구분 | 성명 | 연락처 |\n| 지도과장 | 홍길동 | 02-0000-0001 |\n| 주무관 | 김철수 | 02-0000-0002 |",
        "| 구분 | 부서 | 성명 | 연락처 |\n| 과장 | 지도과 | 홍길동 | 02-0000-0001 |\n| 주무관 | 지도과 | 김철수 | 02-0000-0002 |",
    ],
)
def test_posts_in_the_cells_of_units_and_marks(rows: str) -> None:
    found = at_the_foot(rows)
    assert people(found) == ["지도과 | - | 과장 | 홍길동 | 02-0000-0001", "지도과 | - | 주무관 | 김철수 | 02-0000-0002"]
    assert [unit.name for unit in found.departments] == ["지도과"]


def test_role_among_posts() -> None:
    found = at_the_foot(
        "| 구분 | 담당자 | 전화 |\n| 지도과장 | 홍길동 | 02-0000-0001 |\n| 담당 | 김철수 | 02-0000-0002 |"
    )
    assert people(found) == [
        "지도과 | 담당자 | 과장 | 홍길동 | 02-0000-0001",
        "지도과 | 담당자 | - | 김철수 | 02-0000-0002",
    ]


@pytest.mark.parametrize("unit", ["지도담당", "지도담당관", "공보담당관"])
def test_units_that_read_like_posts(unit: str) -> None:
    assert people(at_the_foot(TWO.replace("지도과", unit)))[0] == BOTH[0].replace("지도과", unit)


MEETING = """
| {1x2} 안건 | 담당자 | 연락처 |
| ➊ 새 지도 | 재정경제부⏎지도총괄과 | 홍길동 과장⏎김철수 서기관 | 044-000-0001⏎044-000-0002 |
| ➋ 길 이름 | 산업통상부⏎길과 | 이영희 과장⏎박민수 사무관 | 044-000-0003⏎gil@korea.kr |
"""
WHOLE = "| 담당 부서 | 지도국⏎지도과 | 책임자 | 과  장 | 최길동 | (044-000-0005) |"


@pytest.mark.parametrize("between", [(), ("[ 제3회 지도장관회의 ]",)])
def test_matters_of_a_meeting_below_the_contact_table(between: tuple[str, ...]) -> None:
    found = at_the_foot(WHOLE, *between, MEETING)
    assert [(person.department, person.name, person.phones, person.email) for person in found.contacts] == [
        ("지도과", "최길동", ("044-000-0005",), None),
        ("지도총괄과", "홍길동", ("044-000-0001",), None),
        ("지도총괄과", "김철수", ("044-000-0002",), None),
        ("길과", "이영희", ("044-000-0003",), None),
        ("길과", "박민수", (), "gil@korea.kr"),
    ]
    assert [(unit.name, unit.agency) for unit in found.departments[1:]] == [
        ("지도총괄과", "재정경제부"),
        ("길과", "산업통상부"),
    ]


@pytest.mark.parametrize("behind", [("□ 지도 견본이다.", "□ 길 이름이다."), ("| 붙임 | 지도 견본 |",)])
def test_such_a_table_further_down_is_of_the_annexes(behind: tuple[str, ...]) -> None:
    found = at_the_foot(WHOLE, *behind, MEETING)
    assert [person.name for person in found.contacts] == ["최길동"]
