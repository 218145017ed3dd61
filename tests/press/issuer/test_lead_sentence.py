from __future__ import annotations

import pytest
from builders.blocks import release
from builders.issued import HEADLINE, NEUTRAL, TIMING, contact_of, issued


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
        ("소방청 중앙119구조본부(본부장 홍길동)는 12일 동네 지도를 연다.", "소방청"),
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


def test_seat_in_brackets() -> None:
    assert issued("산림청 마바교육원(마바시 사아면 소재)은 12일 지도를 연다.").agency == "산림청"


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
    assert (plain.agency, plain.evidence["agency"].rule) == ("통일부", "agency.introduced")


@pytest.mark.parametrize("mark", ["ㅇ ", " ㅇ ", "ㅇ", "ㅁ ", "○ ", "o ", "  - "])
@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("통일부(장관 홍길동)는 12일 지도를 연다.", "통일부"),
        ("통일부(장관 홍길동)와 마바원(원장 김철수)은 12일 지도를 편다.", "통일부"),
        ("이에 통일부(장관 홍길동, 이하 ‘통일부’)는 12일 지도를 연다.", "통일부"),
        ("수원시(시장 홍길동)는 12일 지도를 연다.", "수원시"),
        ("마바경찰서(서장 홍길동)는 12일 지도를 연다.", "마바경찰서"),
    ],
)
def test_letter_typed_for_the_mark(mark: str, sentence: str, agency: str) -> None:
    assert issued(mark + sentence).agency == agency
    below = release("| 보도자료 |", TIMING, HEADLINE, "□ 길 이름이 늘었다.", mark + sentence, "□ 지도는 누구나 쓴다.")
    assert below.agency == agency or agency == "마바경찰서"


def test_letters_in_place_of_a_name_are_no_mark() -> None:
    assert issued("ㅇㅇ경찰서(서장 홍길동)는 12일 지도를 연다.").agency != "ㅇ경찰서"
    assert issued("ㅇㅇ군(군수 홍길동)은 12일 지도를 연다.").agency != "ㅇ군"


def test_part_of_a_province_is_the_province() -> None:
    assert issued("경기도 사아국(국장 홍길동)은 12일 지도를 연다.").agency == "경기도"


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


@pytest.mark.parametrize(
    "clause",
    [
        "산림청 공모에 선정된",
        "산림청이 주관하는 공모에 뽑힌",
        "이날 산림청을 찾은",
        "산림청의 허가를 받은",
        "산림청으로부터 인증을 받은",
        "산림청에 이를 건의한",
        "올해 산림청·환경부 사업에 참여한",
    ],
)
@pytest.mark.parametrize("subject", ["수원시는", "수원시(시장 홍길동)는", "홍길동 수원시장은"])
def test_agency_in_a_clause_before_the_subject(clause: str, subject: str) -> None:
    assert issued(f"{clause} {subject} 12일 동네 지도를 연다고 밝혔다.").agency == "수원시"


@pytest.mark.parametrize(
    "lead",
    [
        "산림청 지정 가나대학교는 12일 동네 지도를 연다.",
        "산림청 지원을 받은 가나상인회가 12일 동네 지도를 연다.",
        "산림청 누리집이 12일 새로 열린다.",
        "산림청장 표창을 받은 홍길동 씨는 지도를 그린다.",
        "최근 산림청이 발표한 자료에 따르면 숲이 늘고 있다.",
        "산림청에 따르면 지난해 숲은 늘었다.",
        "산림청이 지난 3월 개최한 대회에서 지도가 상을 받았다.",
    ],
)
def test_agency_that_something_else_has_to_do_with(lead: str) -> None:
    assert issued(lead).agency is None
    followed = release("| <pic/> | 보도자료 | |", TIMING, HEADLINE, lead, "수원시는 12일 이렇게 밝혔다.")
    assert followed.agency == "수원시"


@pytest.mark.parametrize(
    "lead",
    [
        "산림청 김대한 차장은 12일 동네 지도를 살폈다.",
        "산림청과 가나군은 12일 동네 지도를 연다.",
        "산림청 산림정책과는 12일 동네 지도를 연다.",
        "산림청이 국민을 위한 동네 지도를 연다.",
        "산림청이 다양한 동네 지도를 연다.",
        "숲을 지켜 온 산림청은 12일 동네 지도를 연다.",
        "산림청 국립가나수목원 지도정책연구과는 12일 동네 지도를 연다.",
        "산림청에서는 12일 동네 지도를 연다.",
    ],
)
def test_agency_that_is_the_subject(lead: str) -> None:
    assert issued(lead).agency == "산림청"


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("공정거래위원회 전원회의는 13일 가나사를 제재하기로 의결했다.", "공정거래위원회"),
        ("국토교통부 중앙도시계획 심의는 13일 열린다.", "국토교통부"),
        ("농촌진흥청 농촌체험마을은 13일 문을 연다.", "농촌진흥청"),
    ],
)
def test_word_that_ends_like_a_particle_before_that_of_the_subject_is_none(lead: str, name: str) -> None:
    assert issued(lead).agency == name
