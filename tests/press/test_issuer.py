from __future__ import annotations

import pytest
from builders.blocks import release

from hwpextract.press.model import PressRelease

TIMING = "| 보도시점 | 2026. 4. 12.(일) 12:00 |"
HEADLINE = "| 동네 지도를 연다 |"
NEUTRAL = "동네 지도가 12일 열린다."


def issued(
    lead: str = NEUTRAL, banner: str = "| <pic/> | 보도자료 | |", contacts: str = "", foot: str = ""
) -> PressRelease:
    """A release that names its agency nowhere but in the parts given."""
    return release(banner, TIMING, HEADLINE, lead, "지도는 누구나 쓴다.", contacts, foot)


def contact_of(unit: str) -> str:
    return f"| 담당 부서 | {unit} | 책임자 | 과장 | 홍길동 | (044-000-0001) |"


@pytest.mark.parametrize(
    ("lead", "agency"),
    [
        ("행정안전부(장관 홍길동)는 12일 동네 지도를 연다고 밝혔다.", "행정안전부"),
        ("□ 금융위원회(위원장 홍길동)는 12일 동네 지도를 연다.", "금융위원회"),
        (" 공정거래위원회(위원장 홍길동, 이하 ‘공정위’)는 시정명령을 내렸다.", "공정거래위원회"),
        ("행정중심복합도시건설청(이하 행복청, 청장 홍길동)은 12일 동네 지도를 연다.", "행정중심복합도시건설청"),
        ("건강보험심사평가원(원장 홍길동, 이하 ‘심사평가원’)은 12일 공개하였다.", "건강보험심사평가원"),
        ("홍길동 한국수자원공사(K-water) 사장은 12일 현장을 찾았다.", "한국수자원공사"),
        ("공정거래위원회 부산지방공정거래사무소(소장 홍길동)는 시정명령을 내렸다.", "공정거래위원회"),
        ("국토교통부는 12일 동네 지도를 연다고 밝혔다.", "국토교통부"),
        ("외교부와 재외동포청은 12일 시행계획을 확정하였다.", "외교부"),
        ("농림축산식품부 장관은 12일 동물보호센터를 찾았다.", "농림축산식품부"),
        ("홍길동 농림축산식품부 장관은 12일 동물보호센터를 찾았다.", "농림축산식품부"),
        ("행안부는 12일 동네 지도를 연다고 밝혔다.", "행정안전부"),
        ("K-water(사장 홍길동)는 12일 동네 지도를 연다.", "한국수자원공사"),
        ("기획재정부, 산업통상자원부 등 관계부처는 12일 동네 지도를 연다.", "기획재정부"),
        ("홍길동 국토교통부 제1차관은 12일 현장을 찾았다.", "국토교통부"),
        ("국가유산청 국립가나박물관(관장 홍길동)은 12일 동네 지도를 연다.", "국가유산청"),
        ("한국인터넷진흥원(KISA, 원장 홍길동)은 12일 동네 지도를 연다.", "한국인터넷진흥원"),
        ("기후에너지환경부(장관 홍길동)는 12일 동네 지도를 연다.", "기후에너지환경부"),
    ],
)
def test_lead_sentence(lead: str, agency: str) -> None:
    found = issued(lead)
    assert (found.agency, found.agencies[0]) == (agency, agency)
    assert found.evidence["agency"].rule == "agency.lead_sentence"
    assert found.evidence["agency"].confidence == 0.95
    assert found.evidence["agency"].locator == found.paragraphs[0].locator


@pytest.mark.parametrize(
    "lead",
    [
        NEUTRAL,
        "올해부터 동네 지도를 누구나 쓴다.",
        "국민 10명 중 9명은 동네 지도를 안다.",
        "동네 지도는 행정안전부가 만든다는 말이 있었으나 사실이 아니다.",
        "(장관",
        "",
    ],
)
def test_sentences_that_name_no_issuer(lead: str) -> None:
    found = issued(lead)
    assert (found.agency, found.agencies) == (None, ())
    assert "agency" not in found.evidence


@pytest.mark.parametrize(
    "lead",
    [
        "경기도의회(의장 홍길동)는 12일 의회교실을 열었다.",
        "경기도교육청(교육감 홍길동)은 12일 의회교실을 열었다.",
        "가나지방검찰청(검사장 홍길동)은 12일 일당을 기소하였다.",
    ],
)
def test_known_name_inside_a_longer_one_is_not_the_issuer(lead: str) -> None:
    assert issued(lead).agency not in {"경기도", "검찰청"}


def test_names_of_their_time() -> None:
    old = release("| 보도자료 |", "| 보도일시 | 2009. 11. 3.(화) 조간 |", HEADLINE, "국토부는 지도를 연다.")
    new = release("| 보도자료 |", "| 보도일시 | 2026. 4. 13.(월) 조간 |", HEADLINE, "국토부는 지도를 연다.")
    assert (old.agency, new.agency) == ("국토해양부", "국토교통부")


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


def test_better_evidence_wins() -> None:
    banner = "| 개인정보보호위원회 ⏎ <pic 통일부_국_좌우.jpg/> | 보도자료 | |"
    contacts = contact_of("외교부 영사안전국")
    lead = "금융위원회(위원장 홍길동)는 12일 동네 지도를 연다."
    assert issued(lead, banner, contacts).agency == "금융위원회"
    assert issued(NEUTRAL, banner, contacts).agency == "외교부"
    assert issued(NEUTRAL, banner, contact_of("영사안전국")).agency == "통일부"


def test_joint_release_lists_all() -> None:
    found = issued(
        "외교부와 재외동포청은 12일 시행계획을 확정하였다.",
        contacts="""
        | {2x1} 담당 부서 | 외교부 영사안전국 | 책임자 | 과장 | 홍길동 | 02-0000-0081 |
        | 영사안전정책과 | 담당자 | 외무서기관 | 김철수 | 02-0000-0045 |
        | {2x1} 담당 부서 | 재외동포청 재외동포정책국 | 책임자 | 심의관 | 이영희 | 032-000-0054 |
        | 재외동포정책과 | 담당자 | 외무사무관 | 박민수 | 032-000-0056 |
        """,
    )
    assert found.agencies == ("외교부", "재외동포청")


def test_agencies_of_units_without_an_issuer_in_the_text() -> None:
    found = issued("금융위원회(위원장 홍길동)는 12일 지도를 연다.", contacts=contact_of("금융감독원 은행감독국"))
    assert found.agencies == ("금융위원회", "금융감독원")


def test_agency_in_the_title_is_not_text_under_the_logo() -> None:
    found = release("| <pic/> | 보도자료 | |", TIMING, "| 금융감독원과 손잡고 동네 지도를 연다 |", NEUTRAL)
    assert found.agency is None


# --- Local governments, public corporations, organisations no table knows ---


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
    ("lead", "expected"),
    [
        ("이번 달 13일, 산림청은 지도를 연다.", "산림청"),
        ("“지도는 모두의 것이다.” 산림청(청장 홍길동)은 12일 이렇게 밝혔다.", "산림청"),
        ("1. 산림청(청장 홍길동)은 12일 지도를 연다.", "산림청"),
        ("국무총리 소속 가나지도위원회(위원장 홍길동)는 12일 지도를 연다.", "가나지도위원회"),
        ("수원특례시(시장 홍길동)는 12일 지도를 연다.", "수원시"),
        ("태풍이 오는 가운데, 산림청은 회의를 열었다.", None),
    ],
)
def test_subject_behind_other_words(lead: str, expected: str | None) -> None:
    assert issued(lead).agency == expected


def test_unknown_organisation_in_the_banner() -> None:
    found = issued("가나지방검찰청은 3일 일당을 기소하였다.", banner="| 가나지방검찰청 | 보도자료 | |")
    assert (found.agency, found.evidence["agency"].rule) == ("가나지방검찰청", "agency.letterhead")


def test_unknown_organisation_above_the_unit() -> None:
    found = issued("가나통계원은 12일 지도를 연다.", contacts=contact_of("가나통계원 ⏎ 지역통계과"))
    assert (found.agency, found.evidence["agency"].confidence) == ("가나통계원", 0.9)


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


def test_seat_in_brackets() -> None:
    assert issued("산림청 마바교육원(마바시 사아면 소재)은 12일 지도를 연다.").agency == "산림청"


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


def test_agency_that_is_the_topic_again_and_again() -> None:
    story = ["태풍이 오는 가운데, 외교부는 회의를 열었다.", "모두 무사하다.", "바람이 세다."]
    once = release("| 보도자료 |", TIMING, HEADLINE, *story)
    twice = release("| 보도자료 |", TIMING, HEADLINE, *story, "외교부는 점검할 예정이다.")
    assert (twice.agency, twice.evidence["agency"].confidence) == ("외교부", 0.5)
    assert once.agency is None


@pytest.mark.parametrize(
    "name", ["260414 관세청, 지도를 연다.hwpx", "(금감원)_240930_석간_(보도자료) 지도를 연다_F.hwp"]
)
def test_file_name(name: str) -> None:
    found = release("| 보도자료 |", TIMING, HEADLINE, NEUTRAL, filename=name)
    assert found.agency in {"관세청", "금융감독원"}
    assert (found.evidence["agency"].rule, found.evidence["agency"].locator) == ("agency.file_name", None)


# --- Field offices and local bodies, by the endings of their names ---


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


@pytest.mark.parametrize("office", ["마바경찰서는", "12일 새벽, 마바소방서는", "마바지방환경청(청장 김철수)은"])
def test_central_agency_introduced_behind_an_office(office: str) -> None:
    found = release(
        "| 보도자료 |", TIMING, HEADLINE, f"{office} 동네를 봤다.", "통일부(장관 홍길동)는 12일 지도를 연다."
    )
    assert (found.agency, found.evidence["agency"].rule) == ("통일부", "agency.lead_sentence")


@pytest.mark.parametrize(
    ("banner", "second"),
    [
        ("보도자료", "통일부는 12일 지도를 연다."),
        ("보도자료", "한국도로공사(사장 홍길동)는 12일 지도를 연다."),
        ("마바경찰서 | 보도자료", "경찰청(청장 홍길동)은 12일 상을 준다."),
    ],
)
def test_others_behind_an_office_are_not_the_issuer(banner: str, second: str) -> None:
    found = release(f"| {banner} |", TIMING, HEADLINE, "마바경찰서는 12일 동네를 봤다.", second)
    assert found.agency == "마바경찰서"


def test_who_takes_part_behind_the_first_sentence_is_not_the_issuer() -> None:
    banner = "| <pic 통일부_국_좌우.jpg/> | 보도자료 | |"
    first, part = "동네 지도가 12일 열린다.", "한국도로공사(사장 홍길동)가 길을 그렸고, 통일부(장관 김철수)가 도왔다."
    behind_sentence = release(banner, TIMING, HEADLINE, first, part)
    behind_heading = release(banner, TIMING, HEADLINE, "1. 지도의 내용", part)
    assert (behind_sentence.agency, behind_heading.agency) == ("통일부", "한국도로공사")
    topic = release("| 보도자료 |", TIMING, HEADLINE, first, "통일부는 마바공단(이사장 홍길동)이 그린 지도를 펴냈다.")
    assert topic.agency == "통일부"


def test_programme_before_the_lead() -> None:
    programme = [
        "□ 일시/장소 : 4. 14.(화) 14:00 / 마바서점",
        "□ 참 석 자 : 서점 대표 10명 등",
        "□ 주요내용 : 서점 지도 공개",
    ]
    sentence = "□ 통일부(장관 홍길동)는 지도를 연다."
    found = release("| 보도자료 |", TIMING, HEADLINE, *programme, sentence)
    assert (found.agency, found.evidence["agency"].rule) == ("통일부", "agency.lead_sentence")
    plain = release("| 보도자료 |", TIMING, HEADLINE, *["□ 서점 지도를 공개했다."] * 3, sentence)
    assert plain.agency is None


def test_part_of_a_province_is_the_province() -> None:
    assert issued("경기도 사아국(국장 홍길동)은 12일 지도를 연다.").agency == "경기도"


# --- Behind who oversees it ---


@pytest.mark.parametrize(
    ("lead", "agency"),
    [
        ("국토교통부 산하 한국도로공사(사장 홍길동)는 12일 지도를 연다.", "한국도로공사"),
        ("고용노동부 산하 근로복지공단은 12일 지도를 연다.", "근로복지공단"),
        ("보건복지부 산하 공공기관인 국립암센터(원장 홍길동)는 12일 지도를 연다.", "국립암센터"),
        ("국토교통부 산하 마바공단(이사장 홍길동)은 12일 지도를 연다.", "마바공단"),
        ("전라남도 산하 사아관광재단은 12일 지도를 연다.", "사아관광재단"),
        ("부산시 산하 부산시설공단 홍길동 이사장은 12일 현장을 찾았다.", "부산시설공단"),
        ("기획재정부 소속 조달청(청장 홍길동)은 12일 지도를 연다.", "조달청"),
    ],
)
def test_corporation_behind_who_oversees_it(lead: str, agency: str) -> None:
    found = issued(lead)
    assert (found.agency, found.evidence["agency"].rule) == (agency, "agency.subordinate")


@pytest.mark.parametrize(
    "lead",
    [
        "국토교통부 소속 마바지방국토관리청(청장 홍길동)은 12일 지도를 연다.",
        "국토교통부 산하 기관은 12일 지도를 연다.",
        "국토교통부 산하 지방공사는 12일 지도를 연다.",
        "국토교통부 산하 한국도로공사 직원은 12일 상을 받았다.",
        "국토교통부 소속 직원 3명은 12일 상을 받았다.",
        "국토교통부와 산하 한국도로공사는 12일 지도를 연다.",
    ],
)
def test_part_of_a_ministry_or_its_people(lead: str) -> None:
    found = issued(lead)
    assert (found.agency, found.evidence["agency"].rule) == ("국토교통부", "agency.lead_sentence")


def test_ministry_that_issues_what_its_corporation_does() -> None:
    lead = "국토교통부 산하 한국도로공사(사장 홍길동)는 12일 지도를 연다."
    ministry = issued(lead, banner="| <pic 국토부_국_좌우.jpg/> | 보도자료 | |")
    corporation = issued(lead, contacts=contact_of("한국도로공사 ⏎ 지도처"))
    assert (ministry.agency, ministry.evidence["agency"].rule) == ("국토교통부", "agency.logo_name")
    assert (corporation.agency, corporation.evidence["agency"].confidence) == ("한국도로공사", 0.98)


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


def test_parent_of_a_field_office_is_no_contradiction() -> None:
    found = issued("마바북부경찰청은 12일 일당을 검거했다.", banner="| <pic 경찰청_로고.jpg/> | 보도자료 | |")
    assert (found.agency, found.evidence["agency"].rule, found.warnings) == ("마바북부경찰청", "agency.office", ())
    assert found.evidence["agency"].confidence == 0.98


@pytest.mark.parametrize(
    ("office", "logo", "others"),
    [
        ("마바경찰서", "경찰청", ()),
        ("마바해양경찰서", "해양경찰청", ()),
        ("마바유역환경청", "기후에너지환경부", ()),
        ("마바해양경찰서", "경찰청", ("경찰청",)),
        ("마바경찰서", "통일부", ("통일부",)),
    ],
)
def test_logo_beside_a_field_office(office: str, logo: str, others: tuple[str, ...]) -> None:
    found = issued(f"{office}은 12일 지도를 연다.", banner=f"| <pic {logo}_국_좌우.jpg/> | 보도자료 | |")
    assert (found.agency, found.evidence["agency"].alternatives) == (office, others)
    assert [warning.code for warning in found.warnings] == ["sources_disagree"] * len(others)


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
        "가나박물관 관장 홍길동\n\n통일부 장관 김철수",
    ],
)
def test_lines_that_are_no_signature(foot: str) -> None:
    assert issued(foot=foot).agency is None


# --- Sources that agree or not ---


def test_second_source_confirms() -> None:
    found = issued("통일부는 12일 지도를 연다.", banner="| <pic 통일부_국_좌우.jpg/> | 보도자료 | |")
    assert (found.evidence["agency"].confidence, found.evidence["agency"].alternatives) == (0.98, ())


def test_logo_of_another_agency_is_a_contradiction() -> None:
    found = issued("통일부는 12일 지도를 연다.", banner="| <pic 행안부_로고.jpg/> | 보도자료 | |")
    assert found.agency == "통일부"
    assert (found.evidence["agency"].confidence, found.evidence["agency"].alternatives) == (0.75, ("행정안전부",))
    assert [warning.code for warning in found.warnings] == ["sources_disagree"]


def test_partner_of_a_joint_release_is_no_contradiction() -> None:
    found = issued(
        "외교부와 통일부는 12일 지도를 연다.",
        banner="| <pic 통일부_국_좌우.jpg/> | 보도자료 | |",
        contacts=contact_of("통일부 지도국"),
    )
    assert (found.agencies, found.warnings) == (("외교부", "통일부"), ())


def test_left_over_under_the_logo_disputes_nothing() -> None:
    found = issued("금융위원회는 12일 지도를 연다.", banner="| 개인정보보호위원회 ⏎ <pic/> | 보도자료 | |")
    assert (found.evidence["agency"].confidence, found.warnings) == (0.95, ())


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
