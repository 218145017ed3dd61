"""Labels of officers that stand in lines of one cell of the header, beside as many lines."""

from __future__ import annotations

import pytest
from builders.blocks import release
from builders.lines import person

LEADER = "지도과 | 담당과장 | 과장 | 홍길동 | 02-0000-0001"
OFFICER = "지도과 | 담당자 | - | 이영희 | 02-0000-0002"
TEAM = "지도과 | - | 팀장 | 김철수 | 02-0000-0003"


def contacts(*rows: str) -> list[str]:
    head = "\n".join(["| {1x6} 보도자료 |", "| 보도일시 | {1x5} 2026. 4. 13.(월) 조간 |", *rows])
    found = release(head, "| 동네 지도를 연다 |", "동네 지도가 12일 열린다.")
    return list(map(person, found.contacts))


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


@pytest.mark.parametrize("labels", ["담당자 ⏎ 연락처", "담당부서 ⏎ 담당자", "담당자 ⏎ 전화"])
def test_officers_on_all_lines_beside_labels_of_other_things(labels: str) -> None:
    officers = "과 장 홍길동 (02-0000-0001) ⏎ 사무관 이영희 (02-0000-0002)"
    found = contacts("| 작성과 | {1x5} 지도과 |", f"| {labels} | {{1x5}} {officers} |")
    assert [line.split(" | ")[2:] for line in found] == [
        ["과장", "홍길동", "02-0000-0001"],
        ["사무관", "이영희", "02-0000-0002"],
    ]


def test_more_officers_than_labels_in_lines() -> None:
    names, numbers = "홍길동 ⏎ 김철수 ⏎ 이영희", "02-0000-0001 ⏎ 02-0000-0002 ⏎ 02-0000-0003"
    assert contacts(f"| 담당부서 | 지도과 | 담당과장 ⏎ 담당자 | {{1x2}} {names} | {numbers} |") == [
        "지도과 | - | - | 홍길동 | 02-0000-0001",
        "지도과 | - | - | 김철수 | 02-0000-0002",
        "지도과 | - | - | 이영희 | 02-0000-0003",
    ]


def test_labels_of_fewer_or_more_lines_are_nobodys_name() -> None:
    row = "| 담당부서 | 지도과 | 담당과장 ⏎ 담당팀장 ⏎ 담 당 자 | {1x3} 홍길동(02-0000-0001) ⏎ 이영희(02-0000-0002) |"
    assert contacts(row) == ["지도과 | - | - | 홍길동 | 02-0000-0001", "지도과 | - | - | 이영희 | 02-0000-0002"]


def test_officer_over_two_lines_behind_another_label() -> None:
    rows = (
        "| 담당부서 | 지도과 | 과장 | {1x3} 홍길동 (02-0000-0001) |",
        "| 사진 | 없음 | 팀장 ⏎ 담당자 | {1x3} 김철수 (02-0000-0003) ⏎ 이영희 ⏎ (02-0000-0002) |",
    )
    assert [line.partition(" | - | ")[2] for line in contacts(*rows)[1:]] == [
        "- | 김철수 | 02-0000-0003",
        "- | 이영희 | 02-0000-0002",
    ]


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


# --- Names before their roles and ranks ---

FIRST = ["지도과 | 책임자 | - | 홍길동 | 02-0000-0001", "지도과 | 담당자 | - | 이영희 | 02-0000-0002"]


def row(cells: str, head: str = "") -> list[str]:
    """Officers of one row behind the story, or of rows of the head."""
    times = f"| 보도시점 | 배포 즉시 |\n{head}"
    found = release("| 보도자료 |", times, "| 동네 지도를 연다 |", "지도가 12일 열린다.", cells)
    return list(map(person, found.contacts))


@pytest.mark.parametrize("unit", ["담당부서 | 지도과", "지도과"])
def test_role_behind_a_name_is_his(unit: str) -> None:
    assert row(f"| {unit} | 홍길동 | 책임자 | 02-0000-0001 | 이영희 | 담당자 | 02-0000-0002 |") == FIRST


def test_role_and_rank_behind_a_name() -> None:
    assert row(
        "| 담당부서 | 지도과 | 홍길동 | 책임자 | 과장 | 02-0000-0001 | 이영희 | 담당자 | 주무관 | 02-0000-0002 |"
    ) == [
        "지도과 | 책임자 | 과장 | 홍길동 | 02-0000-0001",
        "지도과 | 담당자 | 주무관 | 이영희 | 02-0000-0002",
    ]


@pytest.mark.parametrize(
    "cells",
    [
        "책임자 | 홍길동 | 02-0000-0001 | 담당자 | 이영희 | 02-0000-0002",
        "책임자 | 홍길동 | 담당자 | 이영희 | 연락처 | 02-0000-0001, 02-0000-0002",
    ],
)
def test_role_before_a_name_stays_his(cells: str) -> None:
    assert row(f"| 담당부서 | 지도과 | {cells} |") == FIRST


@pytest.mark.parametrize(
    "cells",
    [
        "홍길동 | 과장 | 02-0000-0001 | 김철수 | 팀장 | 02-0000-0002 | 이영희 | 주무관 | 02-0000-0003",
        "과장 | 홍길동 | 02-0000-0001 | 팀장 | 김철수 | 02-0000-0002 | 주무관 | 이영희 | 02-0000-0003",
        "홍길동 | 과장 | 김철수 | 팀장 | 이영희 | 주무관 | 연락처 | 02-0000-0001 | 02-0000-0002 | 02-0000-0003",
        "홍길동 과장 | 02-0000-0001 | 김철수 팀장 | 02-0000-0002 | 이영희 주무관 | 02-0000-0003",
    ],
)
def test_three_officers_each_with_his_number(cells: str) -> None:
    assert row(f"| 담당부서 | 지도과 | {cells} |") == [
        "지도과 | - | 과장 | 홍길동 | 02-0000-0001",
        "지도과 | - | 팀장 | 김철수 | 02-0000-0002",
        "지도과 | - | 주무관 | 이영희 | 02-0000-0003",
    ]


def test_fewer_numbers_than_officers_are_nobodys() -> None:
    cells = "홍길동 | 과장 | 김철수 | 팀장 | 이영희 | 주무관 | 02-0000-0001 | 02-0000-0002"
    assert [line[-1] for line in row("", head=f"| 담당부서 | 지도과 | {cells} |")] == ["-", "-", "-"]


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        ("홍길동 | 김철수", ["-", "-"]),
        ("홍길동 | 김철수 | 02-0000-0001", ["02-0000-0001", "02-0000-0001"]),
        ("홍길동 | 김철수 | 전화 | 02-0000-0001 | 02-0000-0002", ["02-0000-0001", "02-0000-0002"]),
    ],
)
def test_two_names_without_ranks(cells: str, numbers: list[str]) -> None:
    found = row("", head=f"| 담당부서 | 지도과 | 담당자 | {cells} |")
    assert found == [
        f"지도과 | 담당자 | - | {name} | {number}" for name, number in zip(["홍길동", "김철수"], numbers, strict=True)
    ]


def test_two_names_without_ranks_in_the_standard_table() -> None:
    assert row("| 담당부서 | 지도과 | 담당자 | 홍길동 | 김철수 | 02-0000-0001 |") == [
        "지도과 | 담당자 | - | 홍길동 | 02-0000-0001",
        "지도과 | 담당자 | - | 김철수 | 02-0000-0001",
    ]


@pytest.mark.parametrize("other", ["방송요청 | 4. 13.", "공개일 | 4. 13.", "현장취재 | 가능", "온라인 | 없음"])
def test_label_that_no_list_has_is_no_second_name(other: str) -> None:
    assert row(f"| 담당부서 | 지도과 | 담당자 | 홍길동 | {other} | 연락처 | 02-0000-0001 |") == [
        "지도과 | 담당자 | - | 홍길동 | 02-0000-0001"
    ]


def test_number_behind_a_label_that_no_list_has_is_not_the_officers() -> None:
    assert row("| 담당부서 | 지도과 | 담당자 | 홍길동 과장 | 02-0000-0001 | 전화예약 | 02-0000-0009 |") == [
        "지도과 | 담당자 | 과장 | 홍길동 | 02-0000-0001"
    ]


@pytest.mark.parametrize("word", ["참석", "참 석 자", "주재", "내빈"])
@pytest.mark.parametrize("who", ["홍길동 과장", "차관 홍길동, 김철수 국장"])
def test_who_attends_is_nobody_to_ask(word: str, who: str) -> None:
    event = f"| 일시 | 2026. 4. 13.(월) 14:00 |\n| 장소 | 시청 |\n| {word} | {who} |"
    assert row(f"{event}\n| 문의 | 02-0000-0001 |") == []
    assert row(f"{event}\n| 담당부서 | 지도과 |\n| 문의 | 02-0000-0001 |") == ["지도과 | - | - | - | 02-0000-0001"]


@pytest.mark.parametrize("word", ["총괄", "지도 업무", "사업 안내", "접수 담당"])
def test_officer_with_a_number_is_one_to_ask_whatever_stands_before_him(word: str) -> None:
    assert row(f"| {word} | 과장 홍길동 | 02-0000-0001 |")[0].endswith("| 과장 | 홍길동 | 02-0000-0001")


def test_officer_in_charge_has_the_number_of_another_row() -> None:
    assert row("| 접수 담당 | 과장 홍길동 |\n| 전화 | 02-0000-0001 |")[0].endswith("| 과장 | 홍길동 | 02-0000-0001")


@pytest.mark.parametrize(
    "cells",
    [
        "홍길동과장 ⏎ 김철수팀장 | 연락처 | 02-0000-0001 ⏎ 02-0000-0002",
        "홍길동과장, 김철수팀장 | 연락처 | 02-0000-0001, 02-0000-0002",
        "홍길동과장(02-0000-0001) ⏎ 김철수팀장(02-0000-0002)",
    ],
)
def test_name_and_post_in_one_word(cells: str) -> None:
    assert row(f"| 담당부서 | 지도과 | 담당자 | {cells} |") == [
        "지도과 | 담당자 | 과장 | 홍길동 | 02-0000-0001",
        "지도과 | 담당자 | 팀장 | 김철수 | 02-0000-0002",
    ]


@pytest.mark.parametrize("cells", ["홍길동팀장 이영희주임 | 02-0000-0001", "홍길동팀장 ⏎ 이영희주임 | 02-0000-0001"])
def test_names_and_posts_in_one_word_in_the_standard_table(cells: str) -> None:
    found = release("| 보도자료 |", "| 동네 지도를 연다 |", f"| 담당부서 | 지도과 | 담당자 | {cells} |")
    assert [(who.position, who.name) for who in found.contacts] == [("팀장", "홍길동"), ("주임", "이영희")]


@pytest.mark.parametrize("cells", ["정보화과장 홍길동 (02-0000-0001)", "정보화과장 ⏎ 홍길동 | 연락처 | 02-0000-0001"])
def test_unit_and_post_in_one_word_before_a_name(cells: str) -> None:
    assert row(f"| 담당부서 | 지도국 | 담당자 | {cells} |") == ["정보화과 | 담당자 | 과장 | 홍길동 | 02-0000-0001"]


@pytest.mark.parametrize("other", ["사진 | 있음", "구분 | 일반", "현장취재 | 가능", "매수 | 3매"])
@pytest.mark.parametrize(
    "officers", ["과장 | 홍길동 | 02-0000-0001", "홍길동 | 과장 | 02-0000-0001", "과장 홍길동 | 02-0000-0001"]
)
@pytest.mark.parametrize("unit", ["지도과", "전산실"])
def test_unit_behind_another_label_above_the_officers(other: str, officers: str, unit: str) -> None:
    """The standard table has its units left of the roles: here none of the first row is an officer."""
    assert row(f"| {other} | 담당 부서 | {unit} |\n| 담당자 | {officers} |") == [
        f"{unit} | 담당자 | 과장 | 홍길동 | 02-0000-0001"
    ]


@pytest.mark.parametrize("label", ["문의", "담당부서", "자료제공"])
def test_officers_and_numbers_in_turn_behind_a_label_of_units(label: str) -> None:
    found = row(f"| {label} | 과장 홍길동 | 02-0000-0001 | 사무관 김철수 | 02-0000-0002 |")
    assert [line.split(" | ")[2:] for line in found] == [
        ["과장", "홍길동", "02-0000-0001"],
        ["사무관", "김철수", "02-0000-0002"],
    ]


def test_rank_behind_a_name_that_labels_officers_elsewhere() -> None:
    rows = (
        "| 담당부서 | 지도과 | 홍길동 | 담당관 | 02-0000-0001 |\n| 담당부서 | 전산실 | 이영희 | 팀장 | 02-0000-0002 |"
    )
    assert [line.split(" | ")[3:] for line in row(rows)] == [["홍길동", "02-0000-0001"], ["이영희", "02-0000-0002"]]


@pytest.mark.parametrize("before", ["홍길동 | 김철수", "홍길동"])
def test_number_beside_another_name_is_not_that_of_the_names_before(before: str) -> None:
    found = row("", head=f"| 담당부서 | 지도과 | 담당자 | {before} | 이영희 02-0000-0003 |")
    assert [line.split(" | ")[2:] for line in found] == [
        *(["-", name, "-"] for name in before.split(" | ")),
        ["-", "이영희", "02-0000-0003"],
    ]


@pytest.mark.parametrize(
    "cells",
    [
        "과장홍길동 | 팀장김철수 | {1x2} 02-0000-0001",
        "과장 홍길동 | 김철수 팀장 | {1x2} 02-0000-0001",
        "홍길동과장 | 김철수팀장 | {1x2} 02-0000-0001",
        "담당자 | 과장홍길동 | 팀장김철수 | 02-0000-0001",
    ],
)
def test_each_cell_names_an_officer_with_his_post(cells: str) -> None:
    role = "담당자" if cells.startswith("담당자") else "-"
    assert contacts(f"| 담당부서 | 지도과 | {cells} |") == [
        f"지도과 | {role} | 과장 | 홍길동 | 02-0000-0001",
        f"지도과 | {role} | 팀장 | 김철수 | 02-0000-0001",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "| 담당부서 | 지도과 | 담당과장 ⏎ 담당자 | 홍길동 | {1x2} 02-0000-0001 |",
        "| 담당부서 | 지도과 | 책임자 ⏎ 담당자 | {1x3} 홍길동 (02-0000-0001) |",
        "| 담당부서 ⏎ 담당자 | 지도과 홍길동 | {1x4} 02-0000-0001 |",
        "| 담당과장 ⏎ 담당자 | 지도과 ⏎ 홍길동 | {1x4} 02-0000-0001 |",
    ],
)
def test_one_officer_beside_labels_in_lines(row: str) -> None:
    assert contacts(row) == ["지도과 | - | - | 홍길동 | 02-0000-0001"]


def test_number_of_a_fax_in_a_line_of_its_own_is_nobodys() -> None:
    row = "| 담당부서 | 지도과 | 담당자 | 홍길동 | {1x2} 02-0000-0001 ⏎ 02-0000-0009(팩스) |"
    assert contacts(row) == ["지도과 | 담당자 | - | 홍길동 | 02-0000-0001"]


@pytest.mark.parametrize(
    "rows",
    [
        "| 담당부서 | {1x5} 지도과 |\n| 과장 ⏎ 사무관 | {1x5} 홍길동 (02-0000-0001) ⏎ 이영희 (02-0000-0002) |",
        "| 담당부서 | 지도과 | 과장 ⏎ 사무관 | {1x3} 홍길동 (02-0000-0001) ⏎ 이영희 (02-0000-0002) |",
    ],
)
def test_ranks_in_lines_beside_names_in_lines(rows: str) -> None:
    assert contacts(*rows.split("\n")) == [
        "지도과 | - | 과장 | 홍길동 | 02-0000-0001",
        "지도과 | - | 사무관 | 이영희 | 02-0000-0002",
    ]
