"""Words that are units although they begin like a family name, and names that end like a unit."""

from __future__ import annotations

import pytest
from builders.blocks import release
from builders.lines import person

from hwpextract.press.model import PressRelease
from hwpextract.press.phrases.names import is_name

STORY = "동네 지도가 12일 열린다."


def form(*rows: str) -> PressRelease:
    """A release whose head has these rows below the times."""
    return release("| 보도자료 |", "\n".join(["| 보도시점 | 배포 즉시 |", *rows]), "| 동네 지도를 연다 |", STORY)


def contacts(found: PressRelease) -> list[str]:
    return list(map(person, found.contacts))


@pytest.mark.parametrize(
    "unit", ["전산실", "심사국", "고객부", "민원실", "연구처", "복지관", "우체국", "경찰서", "홍보", "안내"]
)
def test_units_are_nobodys_names(unit: str) -> None:
    assert not is_name(unit)


@pytest.mark.parametrize("name", ["이은실", "조정국", "이용관", "최정원", "김대부", "송지계"])
def test_names_may_end_like_units(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("label", ["담당부서", "문의", "담당", "자료제공", "담당자"])
@pytest.mark.parametrize("unit", ["전산실", "심사국", "고객부"])
def test_unit_with_its_number(label: str, unit: str) -> None:
    assert contacts(form(f"| {label} | {unit} (02-0000-0001) |")) == [f"{unit} | - | - | - | 02-0000-0001"]


@pytest.mark.parametrize(
    ("row", "officer"),
    [
        ("| 담당부서 | 별빛실 (02-0000-0001) |", "별빛실 | - | - | - | 02-0000-0001"),
        ("| 담당부서 | 나루실 (02-0000-0001) |", "나루실 | - | - | - | 02-0000-0001"),  # no task that a table knows
        ("| 담당자 | 나루실 (02-0000-0001) |", "- | 담당자 | - | 나루실 | 02-0000-0001"),
        ("| 담당부서 | 다라면 (02-0000-0001) |", "다라면 | - | - | - | 02-0000-0001"),
        ("| 문의 | 나라구 보건소 02-0000-0001 |", "보건소 | - | - | - | 02-0000-0001"),
        ("| 문의 | 나라구 지도과장 02-0000-0001 |", "지도과 | - | 과장 | 나라구 | 02-0000-0001"),
        ("| 문의 | 다라면(팀장 홍길동, 02-0000-0001) |", "다라면 | - | 팀장 | 홍길동 | 02-0000-0001"),
        ("| 문의 | 이은실(팀장, 02-0000-0001) |", "- | - | 팀장 | 이은실 | 02-0000-0001"),
        ("| 문의 | 정책 지도과 홍길동 (02-0000-0001) |", "지도과 | - | - | 홍길동 | 02-0000-0001"),
        ("| 담당부서 | 정보화담당관 ⏎ 홍길동 팀장 02-0000-0001 |", "정보화담당관 | - | 팀장 | 홍길동 | 02-0000-0001"),
        ("| 담당부서 | 세계화기획관 ⏎ 홍길동 팀장 02-0000-0001 |", "세계화기획관 | - | 팀장 | 홍길동 | 02-0000-0001"),
        ("| 문의 | 지도과 홍길동사무관 02-0000-0001 |", "지도과 | - | 사무관 | 홍길동 | 02-0000-0001"),
        ("| 담당부서 | 지도과 나루실 (02-0000-0001) |", "지도과 | - | - | 나루실 | 02-0000-0001"),
        ("| 담당부서 | 지도과 |\n| 문의 | 나루실 02-0000-0001 |", "지도과 | - | - | 나루실 | 02-0000-0001"),
        ("| 담당부서 | 다라군 기획예산실 지도팀 (02-0000-0001) |", "지도팀 | - | - | - | 02-0000-0001"),
        ("| 담당자 | 02-0000-0001 |\n| 담당부서 | 지도과 |", "지도과 | - | - | - | 02-0000-0001"),
    ],
)
def test_word_that_ends_like_a_unit(row: str, officer: str) -> None:
    assert contacts(form(row)) == [officer]


@pytest.mark.parametrize("between", [" | ", "/", " / ", ", "])
@pytest.mark.parametrize("unit", ["전산실", "지도팀", "다라본부"])
def test_unit_before_a_stroke_is_that_of_the_officers_behind(unit: str, between: str) -> None:
    text = f"{unit}{between}부장 홍길동(02-0000-0001), 대리 김철수(02-0000-0002)"
    assert contacts(release("| 보도자료 |", "| 동네 지도를 연다 |", STORY, f"문의 : {text}")) == [
        f"{unit} | - | 부장 | 홍길동 | 02-0000-0001",
        f"{unit} | - | 대리 | 김철수 | 02-0000-0002",
    ]


def test_people_and_units_beside_each_other_stay_what_they_are() -> None:
    people = release("| 보도자료 |", "| 동네 지도를 연다 |", STORY, "문의 : 지도과 이은실, 홍길동(02-0000-0001)")
    assert [contact.name for contact in people.contacts] == ["이은실", "홍길동"]
    units = release(
        "| 보도자료 |", "| 동네 지도를 연다 |", STORY, "문의 : 지도과(02-0000-0001), 산림과 홍길동(02-0000-0002)"
    )
    assert contacts(units) == ["산림과 | - | - | 홍길동 | 02-0000-0002"]


def test_town_that_no_table_lists_behind_its_province() -> None:
    found = form("| 담당부서 | 전라남도 다라군 기획실 지도팀 (02-0000-0001) |")
    assert found.agency == "다라군"
    assert form("| 담당부서 | 전라남도 기획실 지도팀 (02-0000-0001) |").agency == "전라남도"


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ("| 제공처 | 다라군 지도팀 (02-0000-0001) |", "다라군, 동네 지도 연다"),
        ("| 담당부서 | 전산실 02-0000-0001 |", "다라군, 동네 지도 연다"),
        ("| 접수처 | 다라군 지도팀 (02-0000-0001) |", None),
    ],
)
def test_headline_in_a_line_below_the_unit_with_its_number(row: str, title: str | None) -> None:
    found = release("| 자료제공일 | 2026. 4. 12.(일) |", "| 보도자료 |", row, "다라군, 동네 지도 연다", STORY)
    assert found.title == title


@pytest.mark.parametrize("label", ["담당", "담당부서", "자료제공"])
@pytest.mark.parametrize("unit", ["지도팀 홍길동", "다라군 지도팀 ⏎ 홍 길 동", "지도팀 ⏎ 홍길동"])
@pytest.mark.parametrize("number", ["| 문의 | 02-0000-0001 |", "| 연락처 | 02-0000-0001 |"])
def test_name_behind_its_unit_with_the_number_elsewhere(label: str, unit: str, number: str) -> None:
    row = f"| {label} | {unit} |"
    assert contacts(form(f"{row}\n{number}")) == ["지도팀 | - | - | 홍길동 | 02-0000-0001"]


def test_two_names_below_their_unit() -> None:
    rows = "| 담당 | 지도팀 ⏎ 홍길동, 김철수 |\n| 전화 | 02-0000-0001, 02-0000-0002 |"
    assert contacts(form(rows)) == [
        "지도팀 | - | - | 홍길동 | 02-0000-0001",
        "지도팀 | - | - | 김철수 | 02-0000-0002",
    ]


@pytest.mark.parametrize("lowest", ["여청계", "민원실", "지휘반", "경호대", "측량팀"])
@pytest.mark.parametrize("between", [" ", " ⏎ "])
def test_unit_behind_its_unit(lowest: str, between: str) -> None:
    rows = f"| 담당부서 | 수사과{between}{lowest} |\n| 연락처 | 02-0000-0001 |"
    assert contacts(form(rows)) == [f"{lowest} | - | - | - | 02-0000-0001"]


def test_who_answers_the_telephone_is_nobody() -> None:
    assert [contact.name for contact in form("| 담당 | 고객센터 상담원 |\n| 전화 | 02-0000-0001 |").contacts] == [None]


@pytest.mark.parametrize("between", [" ", " | ", " / ", ": ", ", "])
@pytest.mark.parametrize("post", ["과장", "팀장", "부장", "소방장", "사무관"])
def test_name_and_post_in_one_word_behind_the_unit(between: str, post: str) -> None:
    text = f"문의 : 전산실{between}홍길동{post}(02-0000-0001), 김철수{post}(02-0000-0002)"
    assert contacts(release("| 보도자료 |", "| 동네 지도를 연다 |", STORY, text)) == [
        f"전산실 | - | {post} | 홍길동 | 02-0000-0001",
        f"전산실 | - | {post} | 김철수 | 02-0000-0002",
    ]


@pytest.mark.parametrize("unit", ["보육팀", "정보화팀", "기획실", "우체국"])
def test_head_of_a_unit_without_a_name(unit: str) -> None:
    found = release("| 보도자료 |", "| 동네 지도를 연다 |", STORY, f"문의 : 나라구 지도과 {unit}장(02-0000-0001)")
    assert [contact.name for contact in found.contacts] == [None]


def test_several_officers_in_the_brackets_behind_their_unit() -> None:
    found = form("| 담당부서 | 지도과(과장 홍길동, 팀장 김철수) |\n| 전화 | 02-0000-0001 |")
    assert contacts(found) == [
        "지도과 | - | 과장 | 홍길동 | 02-0000-0001",
        "지도과 | - | 팀장 | 김철수 | 02-0000-0001",
    ]
    assert [unit.name for unit in found.departments] == ["지도과"]


@pytest.mark.parametrize("word", ["홍길동과장", "홍길동 과장"])
def test_name_and_post_in_one_word_below_a_unit_of_that_kind(word: str) -> None:
    found = form(f"| 담당부서 | 지도과 {word} |")
    assert contacts(found) == ["지도과 | - | 과장 | 홍길동 | -"]
    assert [unit.name for unit in found.departments] == ["지도과"]


@pytest.mark.parametrize("officer", ["홍길동팀장", "홍길동 팀장", "팀장 홍길동"])
def test_district_before_its_office_and_the_officer(officer: str) -> None:
    found = release("| 보도자료 |", "| 동네 지도를 연다 |", STORY, f"문의 : 나라구 보건소 {officer}(02-0000-0001)")
    assert contacts(found) == ["보건소 | - | 팀장 | 홍길동 | 02-0000-0001"]
