from __future__ import annotations

import pytest
from builders.blocks import release
from builders.issued import HEADLINE, NEUTRAL, TIMING, contact_of, issued


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
    "told", ["국토교통부 홍길동 도로국장은 “지도가 좋다”라고 말했다.", "국토교통부는 지도를 넓힐 계획이다."]
)
def test_file_name_names_the_agency_rather_than_one_that_the_story_tells_of_once(told: str) -> None:
    story = ("동네 지도가 12일 열린다.", "지도는 누구나 쓴다.", "지도는 크다.", told)
    found = release("| <pic/> | 보도자료 | |", TIMING, HEADLINE, *story, filename="한국도로공사 보도자료.hwpx")
    assert found.agency == "한국도로공사"
