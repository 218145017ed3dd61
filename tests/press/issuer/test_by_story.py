from __future__ import annotations

import pytest
from builders.blocks import release
from builders.issued import HEADLINE, TIMING, contact_of, issued


@pytest.mark.parametrize(
    ("lead", "agency"),
    [
        ("가나군(군수 홍길동)은 12일 딸기 축제를 연다.", "가나군"),
        ("고흥군(군수 홍길동)은 12일 동네 지도를 연다.", "고흥군"),
        ("고흥군은 12일 동네 지도를 연다.", "고흥군"),
        ("강남구(구청장 홍길동)가 12일 동네 지도를 연다.", "강남구"),
        ("경기도 수원시(시장 홍길동)는 12일 동네 지도를 연다.", "수원시"),
        ("서울시는 12일 동네 지도를 연다.", "서울특별시"),
        ("부산광역시교육청(교육감 홍길동)은 12일 동네 지도를 연다.", "부산광역시교육청"),
        ("수원시의회(의장 홍길동)는 12일 의회교실을 열었다.", "수원시의회"),
        ("한국도로공사(사장 홍길동)는 12일 동네 지도를 연다.", "한국도로공사"),
        ("코레일(사장 홍길동)은 12일 동네 지도를 연다.", "한국철도공사"),
        ("국민연금공단(이사장 홍길동)은 12일 동네 지도를 연다.", "국민연금공단"),
        ("가나도시개발공사(사장 홍길동)는 12일 동네 지도를 연다.", "가나도시개발공사"),
        ("가나지방통계청(지청장 홍길동)은 12일 동네 지도를 연다.", "가나지방통계청"),
        ("가나대학교 산학협력단(단장 홍길동)은 12일 동네 지도를 연다.", "가나대학교 산학협력단"),
    ],
)
def test_agency_introduced_with_its_head(lead: str, agency: str) -> None:
    assert issued(lead).agency == agency


@pytest.mark.parametrize(
    "lead",
    [
        "고흥군 주민은 누구나 지도를 쓴다.",
        "서울시 강남구 주민들은 누구나 지도를 쓴다.",
        "동네 지도(대표 지도)는 12일 열린다.",
        "지난 12일 열린 지도는 누구나 쓴다.",
        "정부는 중앙재난안전대책본부 차장(행정안전부 장관) 주재로 회의를 열었다.",
    ],
)
def test_places_and_things_are_no_issuers(lead: str) -> None:
    assert issued(lead).agency is None


@pytest.mark.parametrize(
    "lead",
    [
        "동네 지도 연구회(좌장 홍길동 교수)는 12일 회의를 열었다.",
        "제3회 지도심의회(위원장 홍길동)는 12일 안건을 정했다.",
        "마바지도심사위원회(위원장 홍길동)는 12일 안건을 정했다.",
        "산불 중앙사고수습본부(본부장 홍길동)는 12일 지도를 편다.",
        "마바협의회(의장 홍길동)가 12일 마바시에서 열렸다.",
        "마바위원회(위원장 홍길동)가 12일 출범했다.",
        "코로나19 중앙사고수습본부(본부장 홍길동)는 12일 지도를 편다.",
    ],
)
def test_meetings_and_bodies_that_others_convene(lead: str) -> None:
    assert issued(lead).agency is None


@pytest.mark.parametrize(
    "lead", ["마바협회(회장 홍길동)는", "마바협의회(회장 홍길동)가", "마바대회 조직위원회(위원장 홍길동)는"]
)
def test_unknown_organisations_that_issue_releases(lead: str) -> None:
    assert issued(f"{lead} 12일 열린 회의에서 상을 받았다.").agency == lead.partition("(")[0]


THREE = ("□ 길이 늘었다.", "□ 길 이름이 늘었다.", "□ 길을 묻는 사람이 많다.")
MINISTRY = "□ 통일부(장관 홍길동)는 12일 지도를 연다."


def test_agency_introduced_further_down() -> None:
    found = release("| 보도자료 |", TIMING, HEADLINE, *THREE, "□ 지도는 쉽다.", MINISTRY)
    assert (found.agency, found.evidence["agency"].rule) == ("통일부", "agency.introduced")
    assert found.evidence["agency"].locator == found.paragraphs[4].locator


@pytest.mark.parametrize(
    "others",
    [
        [MINISTRY, "□ 외교부(장관 김철수)는 13일 지도를 연다."],
        ["□ 통일부(장관 홍길동)가 도왔다."],
        ["□ 수원시(시장 홍길동)는 지도를 쓴다."],
        ["□ 통일부는 지도를 쓴다."],
    ],
)
def test_who_is_named_further_down_is_not_the_issuer(others: list[str]) -> None:
    assert release("| 보도자료 |", TIMING, HEADLINE, *THREE, *others).agency is None


def test_unknown_organisation_in_the_lead_comes_before_one_introduced_further_down() -> None:
    found = release("| 보도자료 |", TIMING, HEADLINE, "마바협회(회장 김철수)는 12일 지도를 편다.", *THREE, MINISTRY)
    assert found.agency == "마바협회"


@pytest.mark.parametrize(
    ("framed", "agency"),
    [
        ("통일부(장관 홍길동)는 12일 지도를 연다고 밝혔다.", "통일부"),
        ("◈ 통일부는 12일 지도를 연다.", "통일부"),
        ("길 이름을 외교부에 물었다.", None),
        ("통일부는 지도를 여는 곳.", None),
    ],
)
def test_lead_sentence_in_a_frame(framed: str, agency: str | None) -> None:
    found = release("| 보도자료 |", TIMING, HEADLINE, f"| {framed} |", *THREE)
    assert found.agency == agency
    assert agency is None or found.evidence["agency"].confidence == 0.7
    assert release("| 보도자료 |", TIMING, HEADLINE, THREE[0], f"| {framed} |", *THREE[1:]).agency is None


def test_who_the_story_introduces_comes_before_the_subject_of_a_frame_above_it() -> None:
    framed = "| 통일부는 지난달 지도를 그릴 곳으로 마바협회를 뽑았다. |"
    found = release("| 보도자료 |", TIMING, HEADLINE, framed, "마바협회(회장 김철수)는 12일 지도를 편다.", *THREE)
    assert found.agency == "마바협회"


def test_unknown_organisation_in_the_banner() -> None:
    found = issued("가나지방검찰청은 3일 일당을 기소하였다.", banner="| 가나지방검찰청 | 보도자료 | |")
    assert (found.agency, found.evidence["agency"].rule) == ("가나지방검찰청", "agency.letterhead")


def test_unknown_organisation_above_the_unit() -> None:
    found = issued("가나통계원은 12일 지도를 연다.", contacts=contact_of("가나통계원 ⏎ 지역통계과"))
    assert (found.agency, found.evidence["agency"].confidence) == ("가나통계원", 0.9)


def test_agency_that_is_the_topic_again_and_again() -> None:
    story = ["태풍이 오는 가운데, 외교부는 회의를 열었다.", "모두 무사하다.", "바람이 세다."]
    once = release("| 보도자료 |", TIMING, HEADLINE, *story)
    twice = release("| 보도자료 |", TIMING, HEADLINE, *story, "외교부는 점검할 예정이다.")
    assert (twice.agency, twice.evidence["agency"].confidence) == ("외교부", 0.5)
    assert once.agency is None


@pytest.mark.parametrize(
    ("lead", "agency"),
    [
        ("국립원예특작과학원은 12일 시상식을 연다.", "국립원예특작과학원"),
        ("마바북부경찰청은 12일 일당을 검거했다고 밝혔다.", "마바북부경찰청"),
        ("□ 마바지방검찰청 형사1부(부장검사 홍길동)는 12일 일당을 기소하였다.", "마바지방검찰청"),
        ("마바지법 제2민사부(재판장 홍길동)는 12일 판결을 선고하였다.", "마바지방법원"),
        ("마바지방검찰청 사아지청은 12일 일당을 기소하였다.", "마바지방검찰청 사아지청"),
        ("대구 마바소방서(서장 홍길동)는 12일 훈련을 한다.", "대구 마바소방서"),
        ("마바세무서 납세자보호담당관실에서는 12일 상담실을 연다.", "마바세무서"),
        ("(재)마바문화재단은 12일 공연을 연다.", "마바문화재단"),
        ("재단법인 마바테크노파크(원장 홍길동)는 12일 설명회를 연다.", "마바테크노파크"),
        ("마바군 보건소는 12일 접종을 시작한다.", "마바군 보건소"),
        ("마바구립도서관이 12일 문을 연다.", "마바구립도서관"),
        ("사아산국립공원사무소는 12일 탐방로를 닫는다.", "사아산국립공원사무소"),
        ("해군 제9함대는 12일 함정을 공개한다.", "해군 제9함대"),
        ("마바콘텐츠진흥원은 12일 설명회를 연다.", "마바콘텐츠진흥원"),
        ("마바관광공사가 12일 설명회를 열었다.", "마바관광공사"),
        ("마바대학교병원은 12일 진료를 시작한다.", "마바대학교병원"),
        ("제99보병사단은 12일 훈련한다.", "제99보병사단"),
        ("지난 12일, 부산 마바경찰서는 훈련했다.", "부산 마바경찰서"),
        ("12일 마바지방법원은 판결을 선고했다.", "마바지방법원"),
        ("12일 마바지법은 판결을 선고했다.", "마바지방법원"),
        ("지난 12일, 마바지검 사아지청은 일당을 기소하였다.", "마바지방검찰청 사아지청"),
        ("홍길동 마바지검장은 12일 시장을 찾았다.", "마바지방검찰청"),
        ("홍길동 마바소방서장은 12일 시장을 찾았다.", "마바소방서"),
        ("마바세관장은 12일 공장을 찾았다.", "마바세관"),
        ("마바특례시 사아구 보건소는 12일 접종을 시작한다.", "마바특례시 사아구 보건소"),
        ("국립마바검역소는 12일 점검한다.", "국립마바검역소"),
        ("마바군 사아면(면장 홍길동)은 12일 잔치를 연다.", "마바군"),
        ("마바시 사아2동 행정복지센터는 12일 잔치를 연다.", "마바시"),
        ("경기도 수원시 마바동(동장 홍길동)은 12일 잔치를 연다.", "수원시"),
        ("광주 서구 마바동(동장 홍길동)은 12일 잔치를 연다.", "광주광역시 서구"),
        ("충북 마바군 사아읍(읍장 홍길동)은 12일 잔치를 연다.", "마바군"),
        ("경상북도 마바소방서(서장 홍길동)는 12일 훈련을 한다.", "경상북도 마바소방서"),
        ("경기도 마바남부경찰서(서장 홍길동)는 12일 일당을 붙잡았다.", "경기도 마바남부경찰서"),
        ("서울특별시 강남구보건소(소장 홍길동)는 12일 접종을 시작한다.", "서울특별시 강남구보건소"),
        ("강원특별자치도 마바소방서 사아119안전센터(센터장 홍길동)는 12일 훈련을 한다.", "강원특별자치도 마바소방서"),
        ("충청북도 보건환경연구원은 12일 검사를 한다.", "충청북도 보건환경연구원"),
        ("경상남도 농업기술원(원장 홍길동)은 12일 강의를 연다.", "경상남도 농업기술원"),
        ("충청남도 마바시보건소(소장 홍길동)는 12일 접종을 시작한다.", "마바시보건소"),
        ("전남 마바군 농업기술센터는 12일 강의를 연다.", "마바군 농업기술센터"),
        ("마바시보건소 사아치매안심센터는 12일 강의를 연다.", "마바시보건소"),
        ("마바시 도시재생지원센터는 12일 강의를 연다.", "마바시 도시재생지원센터"),
        ("경기도 수원시 마바구(구청장 홍길동)는 12일 잔치를 연다.", "수원시"),
        ("수원시 마바구는 12일 잔치를 연다.", "수원시"),
        ("경상북도 포항시 북구(구청장 홍길동)는 12일 잔치를 연다.", "포항시"),
        ("포항시 북구는 12일 잔치를 연다.", "포항시"),
        ("수원시 마바구청은 12일 잔치를 연다.", "수원시"),
        ("경기도 소방재난본부(본부장 홍길동)는 12일 훈련을 한다.", "경기도 소방재난본부"),
        ("대전 서구(구청장 홍길동)는 12일 동네 지도를 연다.", "대전광역시 서구"),
        ("강원특별자치도 고성군은 12일 동네 지도를 연다.", "강원특별자치도 고성군"),
        ("동구(구청장 홍길동)는 12일 동네 지도를 연다.", "동구"),
    ],
)
def test_body_that_is_the_subject_of_the_lead(lead: str, agency: str) -> None:
    assert issued(lead).agency == agency


@pytest.mark.parametrize(
    "lead",
    [
        "전국 경찰서는 12일부터 순찰을 강화한다.",
        "관할 세무서가 12일 신청을 받는다.",
        "각급 지방법원은 12일 쉰다.",
        "자치구 보건소는 12일 접종을 시작한다.",
        "다시 도서관은 12일 문을 연다.",
        "어린이도서관은 12일 문을 연다.",
        "국립박물관은 12일 무료로 연다.",
        "국립검역소는 12일 점검한다.",
        "전국체육회는 12일 문을 연다.",
        "지방의료원은 12일 문을 연다.",
        "마바대학교 학생들은 12일 지도를 쓴다.",
        "국립공원은 12일 무료로 연다.",
        "마바경찰서 앞에서는 12일 행사가 열린다.",
        "마바경찰서가 있는 동네에 지도가 걸린다.",
        "12일 마바경찰서 앞에서 행사가 열린다.",
        "홍길동 마바소방서 대원은 12일 상을 받았다.",
        "인근 마바동에는 12일 지도가 걸린다.",
        "마바지방법원에서 12일 판결이 나왔다.",
        "마바시립미술관이 주최한 전시가 열린다.",
        "마바세관 직원이 12일 상을 받았다.",
        "마바도서관장이 12일 상을 받았다.",
        "사아면 주민들은 12일 지도를 쓴다.",
        "마바군 사아면은 비가 많이 왔다.",
        "사아면(면장 홍길동)은 12일 잔치를 연다.",
        "고흥군 주민(30명)은 12일 지도를 쓴다.",
        "동네 지도(행정안전부 제작)는 12일 열린다.",
        "산림청 장관상(대상)은 마바시가 12일 받는다.",
        "광역시도 보건환경연구원은 12일 검사를 한다.",
    ],
)
def test_houses_and_places_that_issue_nothing(lead: str) -> None:
    assert issued(lead).agency is None


def test_body_named_further_down_is_not_the_issuer() -> None:
    found = release("| 보도자료 |", TIMING, HEADLINE, "동네 지도가 열린다.", "마바경찰서는 길을 막는다.")
    assert found.agency is None


def test_town_named_behind_an_office_is_not_the_issuer() -> None:
    for office in ("마바소방서는", "경상북도 마바소방서(서장 홍길동)는"):
        found = release(
            "| 보도자료 |", TIMING, HEADLINE, f"{office} 12일 훈련을 한다.", "고흥군(군수 김철수)은 길을 막는다."
        )
        assert (found.agency or "").endswith("마바소방서")


@pytest.mark.parametrize(
    "office",
    ["마바경찰서는", "가나도 마바세무서(서장 홍길동)는", "마바지방고용노동청은", "고흥군 바사면(면장 홍길동)은"],
)
def test_contact_block_of_another_answers_for_the_office_in_the_lead(office: str) -> None:
    found = issued(f"{office} 12일 지도를 연다.", contacts=contact_of("통일부 ⏎ 지도과"))
    assert (found.agency, found.evidence["agency"].rule, found.warnings) == ("통일부", "agency.unit", ())


@pytest.mark.parametrize(
    ("lead", "unit", "agency"),
    [
        ("마바지방고용노동청은 12일 현장을 봤다.", "고용노동부 마바지방고용노동청 ⏎ 지도과", "마바지방고용노동청"),
        ("경상북도 마바소방서는 12일 훈련을 한다.", "경상북도 마바소방서 ⏎ 지도과", "경상북도 마바소방서"),
        ("마바세무서는 12일 문을 연다.", "지도과", "마바세무서"),
        ("고흥군보건소는 12일 문을 연다.", "고흥군 ⏎ 지도과", "고흥군보건소"),
        ("고흥군 바사면(면장 홍길동)은 12일 장을 연다.", "전라남도 고흥군 ⏎ 지도과", "고흥군"),
    ],
)
def test_contact_block_of_the_office_itself(lead: str, unit: str, agency: str) -> None:
    found = issued(lead, contacts=contact_of(unit))
    assert found.agency == agency


def test_body_behind_a_heading() -> None:
    found = release("| 보도자료 |", TIMING, HEADLINE, "1. 수사 결과", "마바경찰서는 일당을 붙잡았다.")
    assert (found.agency, found.evidence["agency"].rule) == ("마바경찰서", "agency.office")


@pytest.mark.parametrize("lead", ["국립마바교육원은 12일 강의를 연다.", "홍길동 마바세관장은 12일 공장을 찾았다."])
def test_ministry_of_a_house_issues_its_release(lead: str) -> None:
    found = issued(lead, banner="| <pic 통일부_국_좌우.jpg/> | 보도자료 | |")
    alone = issued(lead)
    assert found.agency == "통일부"
    assert alone.agency in {"국립마바교육원", "마바세관"}
    assert (alone.evidence["agency"].rule, alone.evidence["agency"].confidence) == ("agency.office", 0.7)


@pytest.mark.parametrize(
    ("lead", "agency"),
    [
        ("가나시의회 홍길동 의원은 12일 조례안을 냈다.", "가나시의회"),
        ("12일 가나구의회 경제위원회 홍길동 의원(다라동)은 조례안을 냈다.", "가나구의회"),
        ("경기 가나군의회 홍길동 부의장은 조례안을 냈다.", "경기 가나군의회"),
        ("가나시의회 홍길동 의원이 발의한 조례안은 12일 통과했다.", None),
        ("가나시의회 앞에서 홍길동 의원은 조례안을 알렸다.", None),
        ("전북 가나군(군수 홍길동)은 12일 동네 지도를 연다.", "가나군"),
        ("경기도 가나시(시장 홍길동)는 12일 동네 지도를 연다.", "가나시"),
        ("경기도(도지사 홍길동)는 12일 동네 지도를 연다.", "경기도"),
        ("경기도 수원시(시장 홍길동)는 12일 동네 지도를 연다.", "수원시"),
    ],
)
def test_councils_and_towns_that_no_table_lists(lead: str, agency: str | None) -> None:
    assert issued(lead).agency == agency


REPORT = "가나신문 등에서 다리가 낡아 위험하다는 보도가 있었습니다."
ANSWER = "□ 다리는 해마다 두 차례 살펴 안전한 것으로 나타났습니다."


@pytest.mark.parametrize(
    "line",
    [
        "< 국토교통부 입장 >",
        "[국토부 설명]",
        "◇ 동 보도에 대한 국토교통부의 해명 내용",
        "위 기사에 대한 국토부 공식 입장입니다",
    ],
)
def test_agency_that_answers_a_report(line: str) -> None:
    found = release("| <pic/> | 보도설명자료 | |", TIMING, HEADLINE, "< 보도 내용 >", REPORT, line, ANSWER)
    assert (found.agency, found.evidence["agency"].rule) == ("국토교통부", "agency.answer")


@pytest.mark.parametrize(
    "lines",
    [
        ["< 설명 내용 >"],
        ["< 국토교통부 입장 >", "< 환경부 입장 >"],
        ["가나신문은 국토교통부 설명회를 다루었습니다."],
    ],
)
def test_lines_that_announce_no_answer_of_one_agency(lines: list[str]) -> None:
    assert release("| <pic/> | 보도설명자료 | |", TIMING, HEADLINE, REPORT, *lines, ANSWER).agency is None


ABOVE = "국토교통부는 지난 3월 지도 공모를 열었다."
ABOVE_WITH_HEAD = "국토교통부(장관 이영희)는 지난 3월 지도 공모를 열었다."


@pytest.mark.parametrize("second", [ABOVE, ABOVE_WITH_HEAD])
@pytest.mark.parametrize(
    ("lead", "agency"),
    [
        ("가나대학교(총장 홍길동)는 지도 공모에서 뽑혔다고 12일 밝혔다.", "가나대학교"),
        ("한국지도협회(회장 홍길동)는 12일 동네 지도를 연다.", "한국지도협회"),
        ("가나도시공사(사장 홍길동)는 12일 동네 지도를 연다.", "가나도시공사"),
        ("(사)가나상인연합회(회장 홍길동)는 12일 동네 지도를 연다.", "가나상인연합회"),
        ("가나교육지원청(교육장 홍길동)은 12일 동네 지도를 연다.", "가나교육지원청"),
        ("가나시의회 홍길동 의원은 12일 지도 조례를 냈다.", "가나시의회"),
        ("가나시 다라동(동장 홍길동)은 12일 동네 지도를 연다.", "가나시"),
        ("고흥군은 12일 동네 지도를 연다고 밝혔다.", "고흥군"),
        ("가나경찰서는 12일 동네 지도를 연다고 전했다.", "가나경찰서"),
        ("가나재단은 12일 동네 지도를 연다고 밝혔다.", None),
    ],
)
def test_ministry_behind_the_paragraph_of_its_own_issuer(lead: str, agency: str | None, second: str) -> None:
    assert issued(lead, contacts=second).agency == agency


@pytest.mark.parametrize(
    "lead",
    ["올해 동네 지도가 새로 열린다.", "□ 지도 공모 결과", "한국지도협회 등 6개 기관은 12일 지도 전시회를 열었다."],
)
def test_ministry_behind_a_paragraph_of_nobody(lead: str) -> None:
    assert issued(lead, contacts=ABOVE_WITH_HEAD).agency == "국토교통부"


@pytest.mark.parametrize("lead", ["서울시가 지난달 내놓은 지도에 이어 새 지도가 나온다.", "제주도가 새 지도에 담긴다."])
def test_local_body_that_announces_nothing_above_a_central_agency(lead: str) -> None:
    assert issued(lead, contacts="국토교통부는 12일 동네 지도를 연다고 밝혔다.").agency == "국토교통부"
    assert issued(lead, contacts="국토교통부는 지난 3월 지도 공모를 열었다.").agency in {"서울특별시", "제주특별자치도"}


def test_local_body_that_announces_above_a_central_agency() -> None:
    assert (
        issued("서울시는 12일 동네 지도를 연다.", contacts="국토교통부는 지도를 돕겠다고 밝혔다.").agency
        == "서울특별시"
    )


@pytest.mark.parametrize(
    "lead", ["수원시에 따르면 동네 지도가 새로 열린다.", "12일 수원시에 의하면 동네 지도가 열린다."]
)
def test_local_body_that_the_first_sentence_cites(lead: str) -> None:
    assert issued(lead, contacts=ABOVE).agency == "수원시"


@pytest.mark.parametrize(
    ("second", "agency"), [("마바경찰서는 12일 이렇게 밝혔다.", "마바경찰서"), ("마바경찰서는 바쁘다.", None)]
)
def test_office_that_announces_behind_the_first_sentence(second: str, agency: str | None) -> None:
    assert issued("경찰은 12일 지도를 그린 일당을 붙잡았다.", contacts=second).agency == agency


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("□ 국토교통부는 내년까지 길 이름을 모두 고칠 계획이다.", "국토교통부"),
        ("국토교통부는 지도를 바꾸기로 정한 바 없습니다.", "국토교통부"),
        ("국토교통부는 동네 지도를 쓴다.", None),
        ("내년에 국토교통부는 지도를 고칠 계획이다.", None),
        ("“국토교통부는 지도를 고칠 계획이다”라고 적혀 있다.", None),
        ("수원시는 지도를 고칠 계획이다.", None),
    ],
)
def test_agency_that_says_once_what_it_is_going_to_do(words: str, agency: str | None) -> None:
    far = ["지도는 누구나 쓴다.", "지도는 날마다 바뀐다.", "지도에는 새 길이 나온다."]
    assert release("| 보도자료 |", TIMING, HEADLINE, *far, words).agency == agency
    other = "환경부는 물길을 넣을 계획이다."
    assert agency is None or release("| 보도자료 |", TIMING, HEADLINE, *far, words, other).agency is None
    assert release("| 보도자료 |", TIMING, HEADLINE, "가나재단은 12일 지도를 연다.", *far, words).agency is None


@pytest.mark.parametrize(
    ("lead", "agency"),
    [
        (
            "우리나라와 가나국은 12일 회의를 열었다. 회의에는 홍길동 국토교통부 도로국장과 가나국 국장이 나왔다.",
            "국토교통부",
        ),
        ("제2차 한-가나국 회의가 12일 홍길동 통일부 국제협력관 주재로 열렸다.", "통일부"),
        ("우리나라와 가나국은 회의를 열었다. 회의에는 홍길동 국토교통부 장관이 나왔다.", None),
        (
            "우리나라 지도 전시회가 열렸다. 전시회에는 홍길동 국토교통부 도로국장과 이영희 환경부 물정책국장이 왔다.",
            None,
        ),
        ("지도 전시회가 열렸다. 전시회에는 홍길동 국토교통부 도로국장과 주민들이 왔다.", None),
        ("가나대학교는 우리나라 지도를 홍길동 국토교통부 도로국장과 살폈다.", None),
    ],
)
def test_agency_whose_official_meets_another_state(lead: str, agency: str | None) -> None:
    assert issued(lead).agency == agency


@pytest.mark.parametrize("lead", ["올여름 호우 예보가 빨라진다.", "과학원은 12일 지도를 연다."])
def test_words_that_are_no_short_names(lead: str) -> None:
    assert issued(lead).agency is None


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("국토교통부 홍길동 도로국장은 “길이 빨라진다”라고 말했다.", "국토교통부"),
        ('□ 홍길동 국토교통부 장관은 "길이 빨라진다"라고 말했다.', "국토교통부"),
        ("홍길동 수원시 지도정책과장은 “길이 빨라진다”라고 말했다.", "수원시"),
        ("홍길동 수원시장은 “길이 빨라진다”라고 말했다.", "수원시"),
        ("국토부 관계자는 “길이 빨라진다”라고 말했다.", "국토교통부"),
        ("국토교통부 홍길동 도로국장은 길이 빨라진다고 보았다.", None),
        ("“국토교통부 장관은 “길이 빨라진다”라고 했다”는 보도는 사실이 아니다.", None),
        ("수원시 주민 홍길동 씨는 “길이 빨라진다”라고 말했다.", None),
    ],
)
def test_agency_whose_official_is_quoted(words: str, agency: str | None) -> None:
    far = ["지도는 누구나 쓴다.", "지도는 날마다 바뀐다.", "지도에는 새 길이 나온다."]
    found = release("| 보도자료 |", TIMING, HEADLINE, *far, words)
    assert found.agency == agency
    if agency:
        assert found.evidence["agency"].rule == "agency.quoted"
    other = "환경부 김철수 과장은 “물길도 나온다”라고 말했다."
    assert release("| 보도자료 |", TIMING, HEADLINE, *far, words, other).agency != agency or agency is None
    assert release("| 보도자료 |", TIMING, HEADLINE, "가나재단은 12일 지도를 연다.", *far, words).agency is None


@pytest.mark.parametrize("kind", ["시중은행은", "초등학교는", "종합병원은", "대학병원은", "협동조합은"])
def test_kind_of_bodies_is_no_body_the_story_is_told_of(kind: str) -> None:
    assert issued(f"{kind} 내년부터 새 지도를 쓴다.\n국세청은 13일 안내문을 보냈다.").agency == "국세청"
