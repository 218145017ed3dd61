from __future__ import annotations

import pytest

from hwpextract.document import paragraph
from hwpextract.press.contact_lines import read_contact_lines

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
