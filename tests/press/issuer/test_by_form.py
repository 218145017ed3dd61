from __future__ import annotations

import pytest
from builders.blocks import release
from builders.issued import HEADLINE, NEUTRAL, TIMING, contact_of, issued


@pytest.mark.parametrize("unit", ["외교부 영사안전국", "외교부 ⏎ 영사안전정책과", "외교부"])
def test_unit_of_the_contact_block(unit: str) -> None:
    found = issued(contacts=contact_of(unit))
    assert found.agency == "외교부"
    assert (found.evidence["agency"].rule, found.evidence["agency"].confidence) == ("agency.unit", 0.9)


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("인사혁신처_가로_cut.jpg", "인사혁신처"),
        ("230413_행안부_로고_서체크기변경.jpg", "행정안전부"),
        ("질병청 로고 (국문 기본).jpg", "질병관리청"),
        ("통일부_국_좌우.jpg", "통일부"),
    ],
)
def test_name_of_the_logo(name: str, agency: str) -> None:
    found = issued(banner=f"| <pic {name}/> | 보도자료 | |")
    assert found.agency == agency
    assert found.evidence["agency"].raw == name
    assert (found.evidence["agency"].rule, found.evidence["agency"].confidence) == ("agency.logo_name", 0.8)


def test_neutral_name_of_the_logo() -> None:
    assert issued(banner="| <pic CLP00000af4334e.bmp/> | 보도자료 | |").agency is None


def test_address_at_the_foot() -> None:
    found = issued(foot="| <pic/> | 기획재정부 대변인 ⏎ 세종특별자치시 갈매로 000 aaaa0000@korea.kr |")
    assert found.agency == "기획재정부"
    assert (found.evidence["agency"].rule, found.evidence["agency"].confidence) == ("agency.foot", 0.8)


def test_text_under_the_logo_is_the_weakest_evidence() -> None:
    found = issued(banner="| 개인정보보호위원회 ⏎ <pic/> | 보도자료 | |")
    assert found.agency == "개인정보보호위원회"
    assert (found.evidence["agency"].rule, found.evidence["agency"].confidence) == ("agency.logo_text", 0.2)


@pytest.mark.parametrize("residue", ["광부", "부", "융위원회", "ㅇ광부", "원"])
def test_left_overs_under_the_logo_name_nobody(residue: str) -> None:
    assert issued(banner=f"| {residue} ⏎ <pic/> | 보도자료 | |").agency is None


def test_agency_in_the_title_is_not_text_under_the_logo() -> None:
    found = release("| <pic/> | 보도자료 | |", TIMING, "| 금융감독원과 손잡고 동네 지도를 연다 |", NEUTRAL)
    assert found.agency is None


def test_headline_that_opens_with_the_agency() -> None:
    found = release("| 보도자료 |", TIMING, "| 고흥군, 동네 지도를 연다 |", NEUTRAL)
    assert (found.agency, found.evidence["agency"].rule) == ("고흥군", "agency.title")


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("산림청 인사발령", "산림청"),
        ("[인사] 산림청 인사발령", "산림청"),
        ("통일부 인사(4. 13.자)", "통일부"),
        ("국토교통부 주간 보도계획(4. 13. ~ 4. 19.)", "국토교통부"),
        ("산림청 과장급 인사", "산림청"),
        ("통일부 실·국장급 인사발령", "통일부"),
        ("국토교통부 고위공무원단 승진 및 전보(4. 13.)", "국토교통부"),
        ("과장급 인사발령(외교부)", "외교부"),
        ("통일부 과장급 회의", None),
        ("인사발령(4. 13.자)", None),
        ("외교부 장관 인사", None),
        ("2026년 홍길동 해양경찰청장 신년사", "해양경찰청"),
        ("홍길동 외교부 장관 취임사", "외교부"),
        ("강남구청장 송년사", "강남구"),
        ("통일부 인사 청탁을 막는다", None),
        ("통일부 주간 행사가 늘었다", None),
        ("고용노동부 선정 좋은 일터", None),
        ("해양경찰청장 표창을 받다", None),
    ],
)
def test_notice_or_speech_of_the_agency(title: str, agency: str | None) -> None:
    found = release("| 보도자료 |", TIMING, f"| {title} |", NEUTRAL)
    assert found.agency == agency
    assert agency is None or found.evidence["agency"].rule == "agency.title"


def test_address_in_the_banner() -> None:
    found = issued(banner="| <pic/> | 보도자료 ⏎ http://www.hira.or.kr | |")
    assert (found.agency, found.evidence["agency"].rule) == ("건강보험심사평가원", "agency.address")


@pytest.mark.parametrize(
    ("foot", "agency"),
    [
        ("문의 : 지도과 홍길동 (02-0000-0001, aaaa0000@bok.or.kr)", "한국은행"),
        ("문의 : 지도과 홍길동 (02-0000-0001, aaaa0000@korea.kr)", None),
        ("문의 : 지도과 홍길동 (aaaa0000@bok.or.kr)\n\n협조 : 지도팀 김철수 (bbbb0000@hira.or.kr)", None),
        ("신청은 누리집(www.bok.or.kr)에서 받는다.", None),
    ],
)
def test_mailbox_at_the_foot(foot: str, agency: str | None) -> None:
    found = issued(foot=foot)
    assert found.agency == agency
    assert agency is None or found.evidence["agency"].rule == "agency.mailbox"


@pytest.mark.parametrize(
    "name", ["260414 관세청, 지도를 연다.hwpx", "(금감원)_240930_석간_(보도자료) 지도를 연다_F.hwp"]
)
def test_file_name(name: str) -> None:
    found = release("| 보도자료 |", TIMING, HEADLINE, NEUTRAL, filename=name)
    assert found.agency in {"관세청", "금융감독원"}
    assert (found.evidence["agency"].rule, found.evidence["agency"].locator) == ("agency.file_name", None)


@pytest.mark.parametrize("name", ["감  사  원", "한국은행", "마바고등법원", "국립사아박물관"])
def test_name_alone_in_the_head(name: str) -> None:
    line = release(name, "보도자료", TIMING, HEADLINE, NEUTRAL)
    cell = issued(banner=f"| {name} | 보도자료 |")
    closed = name.replace(" ", "")
    assert (line.agency, line.evidence["agency"].rule, line.evidence["agency"].confidence) == (
        closed,
        "agency.banner",
        0.6,
    )
    assert (cell.agency, cell.evidence["agency"].rule, cell.evidence["agency"].confidence) == (
        closed,
        "agency.logo_text",
        0.2,
    )


@pytest.mark.parametrize("line", ["감사원 감사 결과", "전국경찰서", "국립박물관", "함께하는 나라"])
def test_lines_of_the_head_that_name_nobody(line: str) -> None:
    assert release(line, "보도자료", TIMING, HEADLINE, NEUTRAL).agency is None


@pytest.mark.parametrize(
    ("foot", "agency"),
    [
        ("국가인권위원회 위원장 홍 길 동", "국가인권위원회"),
        ("해양경찰청장 홍길동", "해양경찰청"),
        ("고흥군수 홍 길 동", "고흥군"),
        ("2026년 4월 13일\n\n산림청 산불관리본부장 홍길동", "산림청"),
        ("2026. 4. 13.\n\n국무조정실 국무1차장 홍길동", "국무조정실"),
    ],
)
def test_head_of_the_agency_signs(foot: str, agency: str) -> None:
    found = issued(foot=foot)
    assert (found.agency, found.evidence["agency"].rule) == (agency, "agency.signature")


@pytest.mark.parametrize(
    "foot",
    [
        "외교부 장관 홍길동\n\n통일부 장관 김철수",
        "외교부 장관 표창",
        "외교부 지도과 홍길동",
        "산림청 산불관리본부장 홍길동",
        "2026년 4월 13일\n\n외교부 지도과 홍길동",
        "2026년 4월 13일\n\n산림청 산불관리본부장 홍길동\n\n국토교통부 하천국장 김철수",
        "가나박물관 관장 홍길동\n\n통일부 장관 김철수",
    ],
)
def test_lines_that_are_no_signature(foot: str) -> None:
    assert issued(foot=foot).agency is None
