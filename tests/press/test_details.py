from __future__ import annotations

import pytest
from builders.blocks import release

from hwpextract.press.details import hashtags, licence, national_agenda
from hwpextract.press.model import PressRelease


def answer(banner: str, title: str, box: str = "") -> PressRelease:
    return release(
        f"| <pic/> | {banner} | |",
        "| 보도시점 | 배포 즉시 | 배포 | 2026. 4. 13.(월) |",
        f"| {title} |",
        box,
        "국토교통부는 버스를 늘리고 있습니다.",
    )


def reports(found: PressRelease) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(report.outlet, report.day, report.page, report.headline) for report in found.responds_to]


def test_a_picture_in_place_of_the_report_answered_is_no_report() -> None:
    assert reports(answer("설명자료", "지도는 틀리지 않았다", "| <pic/> |")) == []


@pytest.mark.parametrize(
    ("line", "agenda"),
    [
        ("【관련 국정과제】 121. 경제외교 역량 강화", "121. 경제외교 역량 강화"),
        ("[국정과제] 3. 지도", "3. 지도"),
        ("< 관련 국정과제 > 12-3. 지도", "12-3. 지도"),
        ("국정과제 : 7. 지도", "7. 지도"),
        ("〔관련 국정과제〕 7. 지도", "7. 지도"),
        ("국정과제 7. 지도", "7. 지도"),
    ],
)
def test_national_agenda(line: str, agenda: str) -> None:
    assert national_agenda(["동네 지도를 연다", line]) == (agenda,)


@pytest.mark.parametrize(
    "line", ["국정과제를 점검한다", "국정과제 12개 점검한다", "【관련 국정과제】", "121. 경제외교"]
)
def test_no_national_agenda(line: str) -> None:
    assert national_agenda([line]) == ()


@pytest.mark.parametrize(
    ("box", "report"),
    [
        ("| < 보도 내용 (가나일보, 4.10) > ⏎ ◈ 버스가 모자란다 |", ("가나일보", "4.10", None, "버스가 모자란다")),
        ("| < 보도 주요 내용 (가나일보, 4. 10.) > |", ("가나일보", "4. 10.", None, None)),
        ("< 주요 보도 내용(가나방송, ’26.4.10.) >", ("가나방송", "’26.4.10.", None, None)),
        ("□ 언론 보도내용 (가나신문, ’26.4.10.(금))", ("가나신문", "’26.4.10.(금)", None, None)),
        ("1. 보도내용 (가나일보, 4.10.)", ("가나일보", "4.10.", None, None)),
        ("| <가나일보, ‘버스 모자란다’ (4.10.) 관련> |", ("가나일보", "4.10.", None, "버스 모자란다")),
        ("[보도내용] 가나TV (2026.4.10.) “버스 모자란다”", ("가나TV", "2026.4.10.", None, "버스 모자란다")),
    ],
)
def test_report_in_a_box(box: str, report: tuple[str, ...]) -> None:
    assert reports(answer("보도설명자료", "버스를 늘리고 있습니다", box)) == [report]


def test_report_in_the_title() -> None:
    found = answer("해명자료", "‘26.4.10일자 가나일보(B2면)의 ‘버스 모자란다’제하 기사에 대한 해명")
    assert reports(found) == [("가나일보", "‘26.4.10일", "B2면", None)]


@pytest.mark.parametrize(
    ("title", "report"),
    [
        ("가나일보(5.20.) 「버스 모자란다」 보도 관련 설명", ("가나일보", "5.20.", None, "버스 모자란다")),
        ("가나신문 5월 20일자 보도는 사실과 다릅니다", ("가나신문", "5월 20일", None, None)),
        ("’26. 5. 20.일자 가나일보 「버스 모자란다」 보도 관련", ("가나일보", "’26. 5. 20.", None, "버스 모자란다")),
        ("2026. 5. 20.(수), 마바경제 ‘버스 줄인다’ 기사 관련 해명", ("마바경제", "2026. 5. 20.", None, "버스 줄인다")),
        (
            "버스는 늘고 있다 (마바신문 5.20일자 『버스, 어디로』 기사에 대한 설명)",
            ("마바신문", "5.20일", None, "버스, 어디로"),
        ),
        ("5.20.(수) MBN 「아침뉴스」 “버스 줄인다” 보도 관련", ("MBN", "5.20.", None, "버스 줄인다")),
        ("‘버스 줄인다’ 기사(마바일보, 5.20.)에 대한 해명", ("마바일보", "5.20.", None, "버스 줄인다")),
        ("마바방송 뉴스(5.20.) ‘버스 줄인다’ 보도 관련", ("마바방송", "5.20.", None, "버스 줄인다")),
        ("마바신문 5월 20일자 보도와 ‘버스 사업’은 무관합니다", ("마바신문", "5월 20일", None, None)),
        ("5.20.자 가나경제(3면) 보도에 대한 해명", ("가나경제", "5.20.", "3면", None)),
    ],
)
def test_report_named_in_the_title(title: str, report: tuple[str, ...]) -> None:
    assert reports(answer("보도설명자료", title)) == [report]


def test_report_named_in_the_first_lines() -> None:
    found = answer(
        "설명자료",
        "버스를 늘리고 있습니다",
        "□ 가나일보는 5. 20. 「버스 모자란다」 제하의 기사에서 버스가 모자란다고 보도",
    )
    assert reports(found) == [("가나일보", "5. 20.", None, "버스 모자란다")]


def test_places_of_details() -> None:
    found = release(
        "| 보도자료 |",
        "| 보도시점 | 배포 즉시 |",
        "| 동네 지도를 연다 |\n| 【관련 국정과제】 3. 지도 |",
        "동네 지도를 12일 연다.",
        "#지도 #길찾기",
        "공공누리 제1유형(출처표시)",
    )
    assert (found.national_agenda, found.hashtags, found.licence) == (
        ("3. 지도",),
        ("지도", "길찾기"),
        "공공누리 제1유형",
    )
    assert [paragraph.text for paragraph in found.paragraphs] == ["동네 지도를 12일 연다."]
    for field in ("national_agenda", "hashtags", "licence"):
        assert found.evidence[field].locator is not None
        assert found.evidence[field].rule == f"details.{field}"


def test_hash_tags_behind_the_contact_block() -> None:
    contacts = "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |"
    found = release("| 보도자료 |", "| 보도시점 | 배포 즉시 |", "| 지도 |", "지도를 연다.", contacts, "#지도 #길찾기")
    assert found.hashtags == ("지도", "길찾기")


@pytest.mark.parametrize("form", ["| {} |", "{}"])
@pytest.mark.parametrize(
    ("line", "agenda"),
    [("【관련 국정과제】 7. 지도 나라", "7. 지도 나라"), ("[국정과제 12-3] 지도 나라", "12-3 지도 나라")],
)
def test_agenda_below_the_title(form: str, line: str, agenda: str) -> None:
    found = release("| 보도자료 |", "| 보도시점 | 즉시 |", "| 지도 |", form.format(line), "지도를 연다.")
    assert found.national_agenda == (agenda,)
    assert [paragraph.text for paragraph in found.paragraphs] == ["지도를 연다."]
    assert found.evidence["national_agenda"].locator is not None


def test_agenda_told_of_in_the_story_is_none() -> None:
    found = release("| 보도자료 |", "| 보도시점 | 즉시 |", "| 지도 |", "국정과제 12개를 점검했다.", "지도를 연다.")
    assert found.national_agenda == ()


def test_only_answers_answer() -> None:
    found = answer("보도자료", "버스를 늘리고 있습니다", "| < 보도 내용 (가나일보, 4.10) > ⏎ ◈ 버스가 모자란다 |")
    assert found.responds_to == ()


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("#동네지도 #길찾기 #동네지도", ("동네지도", "길찾기")),
        ("사이트 https://example.kr/#top 참고", ()),
        ("C# 강의", ()),
        ("#1", ()),
    ],
)
def test_hashtags(line: str, tags: tuple[str, ...]) -> None:
    assert hashtags([line]) == tags


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("동 자료는 ‘출처 표시’ 조건에 따라 이용 할 수 있습니다.", "공공누리 제1유형"),
        (
            '이 저작물은 "공공누리 1유형(출처표시) 공공저작물 자유이용허락" 조건에 따라 이용할 수 있습니다.',
            "공공누리 제1유형",
        ),
        ("공공누리 제3유형(출처표시 + 변경금지)", "공공누리 제3유형"),
        ("공공누리", None),
        ("출처: 국가통계포털", None),
    ],
)
def test_licence(line: str, expected: str | None) -> None:
    assert licence(["본문", line]) == expected
