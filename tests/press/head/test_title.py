from __future__ import annotations

import pytest
from builders.blocks import release
from builders.framed_headlines import BODY, HEAD, below, headline


def test_agenda_is_a_field_of_its_own() -> None:
    found = below("| 동네 지도를 연다 |\n| 【관련 국정과제】 121. 경제외교 역량 강화 |")
    assert found.national_agenda == ("121. 경제외교 역량 강화",)


def test_title_above_the_timing_row() -> None:
    found = release("| 보도자료 |\n\n| 동네 지도를 연다 |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |", BODY)
    assert found.title == "동네 지도를 연다"


def test_title_behind_the_contacts() -> None:
    contacts = "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0000) |"
    for title in ("| 동네 지도를 연다 |\n| - 골목까지 한눈에 |", "동네 지도를 연다\n\n- 골목까지 한눈에"):
        found = below(contacts, title)
        assert (found.title, found.subtitles) == ("동네 지도를 연다", ("골목까지 한눈에",))
        assert [paragraph.text for paragraph in found.paragraphs] == [BODY]


def test_series_above_the_banner_is_no_title() -> None:
    found = release("| <pic/> | 고용행정통계 |", HEAD, "| 3월 일자리 동향 |", BODY)
    assert found.title == "3월 일자리 동향"


def test_body_without_a_headline() -> None:
    found = release(HEAD, BODY, "지도는 누구나 쓸 수 있다.")
    assert (found.title, found.subtitles) == (None, ())
    assert "title" not in found.evidence
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY, "지도는 누구나 쓸 수 있다."]


def test_label_of_a_title_on_a_line_of_its_own() -> None:
    assert release(HEAD, "제 목 :").title is None
    assert release(HEAD, "제 목 :", "동네 지도를 연다", BODY).title == "동네 지도를 연다"


def test_place_alone_is_weak_evidence() -> None:
    evidence = below("동네 지도를 연다").evidence["title"]
    assert (evidence.rule, evidence.confidence) == ("title.paragraph", 0.6)


def test_file_name_with_the_same_title_confirms_it() -> None:
    found = release(HEAD, "| 동네 지도를 ‘연다’ |", BODY, filename="260412 동네 지도를 '연다'(지도과).hwpx")
    assert found.evidence["title"].confidence == 0.98


def test_headline_in_brackets() -> None:
    found = release("보도참고자료", "| 보도시점 | 2024. 3. 5.(화) 10:00 |", "| < 동네 지도 회의 개최 > |", BODY)
    assert found.title == "동네 지도 회의 개최"
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY]


def test_headline_that_opens_with_brackets() -> None:
    found = release("보도자료", "| 보도시점 | 2024. 3. 5.(화) 10:00 |", "| 【긴급】 가나천 주민은 대피하세요 |", BODY)
    assert found.title == "【긴급】 가나천 주민은 대피하세요"


@pytest.mark.parametrize(
    "caption", ["<보도 내용> 지도가 없다", "< 요 약 >", "< 보도 내용 (가나일보, 3. 5.) >", "【참고】"]
)
def test_caption_in_brackets_is_no_headline(caption: str) -> None:
    assert release("보도참고자료", "| 보도시점 | 2024. 3. 5.(화) 10:00 |", f"| {caption} |", BODY).title is None


def test_headline_behind_its_banner_word_above_the_times() -> None:
    found = release("[보도자료] 가나공사, 교통대책 시행", "보도일시 : 2018. 2. 12.(월) 10:00", BODY)
    assert found.title == "가나공사, 교통대책 시행"


def test_frame_with_a_mark() -> None:
    assert headline("| □ 동네 지도를 누구에게나 연다 |") == ("동네 지도를 누구에게나 연다", [])
    assert below("| □ 동네 지도를 연다.⏎□ 누구나 쓴다. |").title is None


@pytest.mark.parametrize("rows", ["| 제목 | 내용 |\n| 지도 | 세 곳 |", "| 제목 | 우리 동네 |\n| 지은이 | 이영희 |"])
def test_table_with_titles_below_a_framed_headline(rows: str) -> None:
    assert below("| 동네 지도를 연다 |", f"{rows}\n").title == "동네 지도를 연다"


@pytest.mark.parametrize("row", ["| 부제 | 누구나 쓴다 |", "| 담당 | 지도과 |"])
def test_form_below_the_frame_of_a_slogan(row: str) -> None:
    assert below("| 국민과 함께 |", f"| 제목 | 동네 지도를 연다 |\n{row}\n").title == "동네 지도를 연다"
