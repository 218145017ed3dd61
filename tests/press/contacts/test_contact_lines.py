from __future__ import annotations

import pytest
from builders.blocks import release

from hwpextract.document import paragraph
from hwpextract.press.contacts.contact_lines import read_contact_lines

Entry = tuple[str | None, str | None, str | None, list[str]]


def entries(*lines: str) -> list[Entry]:
    groups = read_contact_lines([paragraph(line, f"s0/p{number}") for number, line in enumerate(lines)])
    return [(c.department, c.position, c.name, list(c.phones)) for group in groups for c in group.contacts]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("* 담당 : 선거의회과 홍길동(044-000-3371)", [("선거의회과", None, "홍길동", ["044-000-3371"])]),
        ("* 문의: 구매총괄과 홍길동 사무관(042-000-0000)", [("구매총괄과", "사무관", "홍길동", ["042-000-0000"])]),
        ("담당: 수사과 경정 홍길동(02-0000-0001)", [("수사과", "경정", "홍길동", ["02-0000-0001"])]),
        (
            "- 담당자 : 조사1과 홍길동(02-000-0000), 조사3팀 김철수(02-000-0001)",
            [("조사1과", None, "홍길동", ["02-000-0000"]), ("조사3팀", None, "김철수", ["02-000-0001"])],
        ),
        ("관련부서 : 고흥군 건설과(도시재생 ☎ 000-5886)", [("건설과", None, None, ["000-5886"])]),
        ("자료제공: 민원봉사과 부과팀(000-8329)", [("부과팀", None, None, ["000-8329"])]),
        ("문의: 농정과 홍길동 주무관 054-000-0000(내선 12)", [("농정과", "주무관", "홍길동", ["054-000-0000"])]),
        (
            "이 자료에 대하여 더욱 자세한 내용을 원하시면 과학기술정보통신부 우주기술과 홍길동 사무관(☎ 02-0000-2428)에게 "
            "연락주시기 바랍니다.",
            [("우주기술과", "사무관", "홍길동", ["02-0000-2428"])],
        ),
        ("【문의】 지도과 홍길동 주무관 031-000-1234", [("지도과", "주무관", "홍길동", ["031-000-1234"])]),
        (
            "담당부서 지도과 (과장 홍길동 ☎031-000-1234, 팀장 김철수 ☎031-000-1235)",
            [("지도과", "과장", "홍길동", ["031-000-1234"]), ("지도과", "팀장", "김철수", ["031-000-1235"])],
        ),
        (
            "자료문의 : ☎ 02-0000-1234 지도과 과장 홍길동, 사무관 김철수",
            [("지도과", "과장", "홍길동", ["02-0000-1234"]), ("지도과", "사무관", "김철수", ["02-0000-1234"])],
        ),
        (
            "이 자료에 대한 문의는 지도과 홍길동 사무관(044-000-0001)에게 연락 바랍니다.",
            [("지도과", "사무관", "홍길동", ["044-000-0001"])],
        ),
        (
            "기타 궁금한 사항은 행정안전부 지도과(☎ 044-000-0001)로 문의하시기 바랍니다.",
            [("지도과", None, None, ["044-000-0001"])],
        ),
        (
            "지도과장 홍길동 ☎ 000-0001   측량팀장 김철수 ☎ 000-0002",
            [("지도과", "과장", "홍길동", ["000-0001"]), ("측량팀", "팀장", "김철수", ["000-0002"])],
        ),
        (
            "지도과 과장 홍길동(044-000-0001) / 담당자 김철수(044-000-0002)",
            [("지도과", "과장", "홍길동", ["044-000-0001"]), ("지도과", None, "김철수", ["044-000-0002"])],
        ),
        (
            "담당부서 지도과 / 담당자 홍길동 / 전화 044-000-0001",
            [("지도과", None, "홍길동", ["044-000-0001"])],
        ),
        (
            "발신 : 가나시 지도과 (담당 홍길동 044-000-0001, FAX 044-000-0009)",
            [("지도과", "담당", "홍길동", ["044-000-0001"])],
        ),
        (
            "문의 : 지도과장 홍길동, 주무관 김철수 (044-000-0001~0003)",
            [
                ("지도과", "과장", "홍길동", ["044-000-0001", "044-000-0002", "044-000-0003"]),
                ("지도과", "주무관", "김철수", ["044-000-0001", "044-000-0002", "044-000-0003"]),
            ],
        ),
        ("지도과 홍길동 팀장은 044-000-0001에서 문의를 받는다", []),
        ("지도과 홍보실 044-000-0001", []),
        ("가나시 공고 제2026-0320호", []),
        ("담당 공무원은 홍길동 팀장(044-000-0001)이다.", []),
        ("[공모] 지도과에서 받는다 044-000-0001", []),
        ("행사 문의는 없다", []),
        ("신청 전화는 1588-0000이다.", []),
    ],
)
def test_lines(line: str, expected: list[Entry]) -> None:
    assert entries(line) == expected


def test_agency_in_front_of_the_unit() -> None:
    (group,) = read_contact_lines([paragraph("문의 : 미래부 연구개발정책과(02-0000-2355)", "s0/p0")])
    assert group.department is not None
    assert (group.department.agency, group.department.name) == ("미래창조과학부", "연구개발정책과")
    assert group.locator == "s0/p0"


def test_lines_in_the_middle_of_a_long_release_are_not_contacts() -> None:
    filler = ["본문 문장이다."] * 20
    assert entries(*filler, "* 담당 : 선거의회과 홍길동(044-000-3371)", *filler) == []


def test_line_of_an_event_in_the_story_gives_way_to_the_one_at_the_foot() -> None:
    event, foot = "□ 문의: 지도 나눔터 02-0000-1234", "문의 : 지도과 과장 홍길동(02-0000-0001)"
    whole = ("지도를 연다.", event, "누구나 온다.", foot)
    assert entries(*whole) == [("지도과", "과장", "홍길동", ["02-0000-0001"])]
    request = "더 자세한 내용을 원하시면 지도과 홍길동 과장(02-0000-0001)에게 연락주시기 바랍니다."
    assert entries(*whole[:3], request) == [("지도과", "과장", "홍길동", ["02-0000-0001"])]
    assert entries("지도를 연다.", "누구나 온다.", f"※ {foot}") == [("지도과", "과장", "홍길동", ["02-0000-0001"])]
    assert len(entries("지도를 연다.", f"○ {foot}", "○ 담당자: 김철수 (02-0000-0002)")) == 2
    head = ("○ 담당부서 : 지도과", "○ 담당자 : 홍길동 (02-0000-0001)")
    assert entries(*head, "지도를 연다.", "문의 : 지도 나눔터 02-0000-1234")[0] == (
        "지도과",
        None,
        "홍길동",
        ["02-0000-0001"],
    )


def test_unit_in_a_line_of_the_head_without_a_number() -> None:
    head = ["보도자료", "담당부서 : 지도과"]
    (group,) = read_contact_lines([paragraph(line, f"s0/p{at}") for at, line in enumerate([*head, "지도를 연다."])])
    assert group.department is not None
    assert (group.department.name, group.contacts) == ("지도과", [])
    assert entries(*head, "담당자 : 홍길동", "지도를 연다.") == [("지도과", None, "홍길동", [])]


@pytest.mark.parametrize(
    "line", ["담당부서 : 추후 정한다", "협조부서 : 지도과", "담당자 : 홍길동", "부서 : 전 부서 참여 가능"]
)
def test_lines_without_a_number_that_name_no_unit(line: str) -> None:
    assert read_contact_lines([paragraph(line, "s0/p0"), paragraph("지도를 연다.", "s0/p1")]) == []


def test_unit_on_the_line_above_its_officer() -> None:
    officer = "담당자 : 홍길동 (02-0000-0001)"
    assert entries("가나시청 지도과", officer) == [("지도과", None, "홍길동", ["02-0000-0001"])]
    assert entries("[보도자료] 가나시 지도과", officer) == [("지도과", None, "홍길동", ["02-0000-0001"])]
    assert entries("[보도자료] 지도로 본 가나시 성과", officer) == [(None, None, "홍길동", ["02-0000-0001"])]
    assert entries("지도 행사의 성과", officer) == [(None, None, "홍길동", ["02-0000-0001"])]
    assert entries("측량과", f"담당부서 : 지도과   {officer}") == [("지도과", None, "홍길동", ["02-0000-0001"])]


def test_unit_printed_again_by_its_name_alone() -> None:
    head = (
        "보도자료",
        "가나시 지도국 지도과",
        "담당자 : 홍길동 (02-0000-0001)",
        "배포일 : 2021. 9. 3.(금)",
        "| 지도를 연다 |",
    )
    found = release(*head, "가나시는 지도를 연다고 3일 밝혔다.", "문의 : 지도과 (02-0000-0002)")
    assert [(unit.name, unit.parent) for unit in found.departments] == [("지도과", "지도국")]
    found = release(*head, "가나시는 지도를 연다고 3일 밝혔다.", "문의 : 행사과 (02-0000-0002)")
    assert [unit.name for unit in found.departments] == ["지도과", "행사과"]


def test_word_for_who_is_in_charge_is_no_rank_beside_one() -> None:
    assert entries("문의 : 지도과 담당 홍길동 과장 (02-0000-0001)") == [("지도과", "과장", "홍길동", ["02-0000-0001"])]
    assert entries("문의 : 지도과 담당 홍길동 (02-0000-0001)") == [("지도과", "담당", "홍길동", ["02-0000-0001"])]
    assert [who[1:3] for who in entries("문의 : 지도과 담당 홍길동 과장 김철수 (02-0000-0001)")] == [
        ("담당", "홍길동"),
        ("과장", "김철수"),
    ]


@pytest.mark.parametrize("item", ["ㅇ 문의: 축제사무국 02-000-0900", "□ 담당자: 이영희 팀장 (02-000-0900)"])
def test_item_of_the_story_that_says_whom_an_event_asks(item: str) -> None:
    told = ["가나군(군수 홍길순)은 5월에 축제를 연다고 3일 밝혔다.", "축제는 사흘 동안 열린다.", "비가 오면 미룬다."]
    head = ["보도자료", "배포일 : 2021. 9. 3.(금)", "가나군, 5월에 꽃 축제 연다"]
    found = release(*head, *told[:2], item, told[2], "문의 : 문화과 홍길동 과장(02-000-0400)")
    assert [contact.name for contact in found.contacts] == ["홍길동"]
    assert [paragraph.text for paragraph in found.paragraphs] == [*told[:2], item, told[2]]
    # Where no other line says whom to ask, the item does.
    assert [contact.phones for contact in release(*head, *told[:2], item, told[2]).contacts] == [("02-000-0900",)]


def test_item_on_a_line_of_its_own_within_a_paragraph() -> None:
    story = "지도를 연다.\n○ 문의 : 나눔터 김철수(02-0000-0002)\n누구나 온다."
    assert entries(story, "문의 : 지도과 홍길동(02-0000-0001)") == [("지도과", None, "홍길동", ["02-0000-0001"])]


@pytest.mark.parametrize("line", ["서초 보건소 02-0000-0501", "예약: 강남 도서관 02-0000-0502"])
def test_offices_for_the_public_are_no_officers(line: str) -> None:
    assert entries("숲길 안내", line, line.replace("서초", "강남")) == []


def test_name_behind_a_post_may_end_like_a_unit() -> None:
    two = [("지도과", "과장", "홍길실", ["02-0000-0001"]), ("측량팀", "팀장", "김국", ["02-0000-0002"])]
    assert entries("지도과장 홍길실(02-0000-0001), 측량팀장 김국(02-0000-0002)") == two
    assert entries("마바군 지도과장 홍길실(02-0000-0001)") == two[:1]
    assert entries("지도과 주무관 홍길실 ☎ 02-0000-0001") == [("지도과", "주무관", "홍길실", ["02-0000-0001"])]


@pytest.mark.parametrize(
    "line",
    [
        "지도과장 홍보실(02-0000-0001)",
        "고흥군 과장(02-0000-0001)",
        "지도과장 고흥군(02-0000-0001)",
        "예산과 이사실(02-0000-0001)",
    ],
)
def test_unit_in_the_place_of_a_name_is_nobody(line: str) -> None:
    assert not [name for _, _, name, _ in entries(line) if name]


@pytest.mark.parametrize("unit", ["다라면", "나루실", "전산실"])
def test_request_to_call_a_unit_that_reads_like_a_name(unit: str) -> None:
    found = release(
        "| 보도자료 |",
        "| 동네 지도를 연다 |",
        "지도가 12일 열린다.",
        f"자세한 내용은 {unit}(02-0000-0001)로 문의하면 된다.",
    )
    assert [(contact.department, contact.name) for contact in found.contacts] == [(unit, None)]


@pytest.mark.parametrize(
    "lines",
    [
        ("담당부서 : 지도과", "담당자 : 홍길동", "02-0000-0001", "02-0000-0009(팩스)"),
        ("담당 : 지도과 홍길동 02-0000-0001", "02-0000-0009(팩스)"),
        ("담당 : 지도과 홍길동", "☎ 02-0000-0001"),
    ],
)
def test_number_alone_on_a_line_is_that_of_the_officer_above(lines: tuple[str, ...]) -> None:
    assert entries(*lines) == [("지도과", None, "홍길동", ["02-0000-0001"])]


def test_number_alone_on_a_line_is_no_contact() -> None:
    assert entries("동네 지도를 연다.", "02-0000-0001") == []
