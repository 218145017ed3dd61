from __future__ import annotations

import pytest
from builders.blocks import box, frame, page_header, release, table

from hwpextract.press.labels import MASTHEADS
from hwpextract.press.model import ReleaseKind

TIMED = "보도시점 : 2026. 4. 12.(일) 12:00"


@pytest.mark.parametrize("word", sorted(MASTHEADS))
def test_every_banner_word_names_its_kind(word: str) -> None:
    found = release(f"| <pic/> | {' '.join(word)}  | |", TIMED, "| 새 지도를 연다 |")
    assert (found.masthead, found.kind) == (word, MASTHEADS[word])


@pytest.mark.parametrize(
    "text",
    [
        "| <pic/> | | 보도자료 |",
        "| 광부 ⏎ <pic/> | 보도자료 | |",
        "| {2x1} <pic/> | 보 도 자 료 ⏎ http://www.molit.go.kr |\n| 2017. 5. 4. |",
        "| <pic/> | 고용행정통계 |\n\n| 보도\u2002자료 |",
        "보 도 자 료",
        "보도자료  ",
    ],
)
def test_banner_stands_in_a_cell_or_on_a_line_of_its_own(text: str) -> None:
    found = release(text, TIMED)
    assert (found.masthead, found.kind) == ("보도자료", ReleaseKind.PRESS_RELEASE)


def test_banner_in_a_text_box() -> None:
    assert release(box("보도자료"), TIMED).masthead == "보도자료"


def test_banner_in_a_table_inside_a_frame() -> None:
    assert release(frame(table("| <pic/> | 보도자료 |")), TIMED).masthead == "보도자료"


def test_banner_in_the_page_header() -> None:
    found = release("| 새 지도를 연다 |\n\n본문이다.", side=(page_header("| <pic/> | 보도자료 |"),))
    assert (found.masthead, found.title) == ("보도자료", "새 지도를 연다")


def test_banner_in_brackets_before_the_title() -> None:
    found = release("[보도자료] 가나군, 딸기 축제 개최\n\n가나군은 11일 축제를 연다고 밝혔다.")
    assert (found.masthead, found.title) == ("보도자료", "가나군, 딸기 축제 개최")


@pytest.mark.parametrize("text", ["| <pic/> |", "보도자료를 배포한다", "보도자료 2024년 목록", "| 부 | 용 |", ""])
def test_no_banner(text: str) -> None:
    found = release(text, TIMED, "| 새 지도를 연다 |")
    assert found.release_times
    assert (found.masthead, found.kind) == (None, None)
    assert "masthead" not in found.evidence


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("주간 보도자료", "주간보도자료"),
        ("보도자료[마바군]", "보도자료"),
        ("마바군의회 보도자료", "보도자료"),
        ("보도자료 2024. 3. 4.(월)", "보도자료"),
        ("보 도 자 료 2024년 3월 4일 월요일", "보도자료"),
        ("보 도 자 료 | 마바군청 홍보팀", "보도자료"),
        ("참고자료 / 제12호", "참고자료"),
        ("보도참고자료 | 마바군청", "보도참고자료"),
        ("Press Release", "PRESS RELEASE"),
        ("긴급 보도자료", "긴급보도자료"),
        ("보도자료 마바군청", "보도자료"),
        ("마바경찰서 보도자료", "보도자료"),
        ("입 장 문", "입장문"),
        ("성      명", "성명"),
        ("합동 브리핑", "합동브리핑"),
        ("발 표 문", "발표문"),
        ("사진 자료", "사진자료"),
        ("설명․해명 자료", "설명·해명자료"),
        ("보도설명ㆍ해명자료", "보도설명·해명자료"),
    ],
)
@pytest.mark.parametrize("form", ["{}", "| <pic/> | {} |"])
def test_banner_words_with_office_or_number_beside_them(form: str, line: str, word: str) -> None:
    line = line.replace("|", "/") if form.startswith("|") else line
    assert release(form.format(line), TIMED, "| 새 지도를 연다 |").masthead == word


def test_words_that_are_no_banner_beside_another() -> None:
    found = release("발표문", "| <pic/> | 보도참고자료 |", TIMED, "사진자료", "| 새 지도를 연다 |")
    assert (found.masthead, found.title) == ("보도참고자료", "새 지도를 연다")


def test_english_beside_a_banner_is_an_ornament() -> None:
    assert release("PRESS RELEASE", "| <pic/> | 보도자료 |", TIMED, "| 새 지도를 연다 |").masthead == "보도자료"


@pytest.mark.parametrize(
    "text",
    [
        "| 성명 | 홍길동 |",
        "성명 발표",
        "| 성 명 | 소 속 |",
        "보도/해명",
        "붙임 / 참고자료",
        "1. 동향 | 동정",
        "참고자료 목록도",
        "보도자료 요구",
        "국회와 보도 자료의 관계",
        "정례 브리핑 개최",
        "| 사진자료 | 12매 |",
        "가나청장 발표문 전문",
    ],
)
def test_words_that_are_no_banner(text: str) -> None:
    assert release(text, TIMED, "| 새 지도를 연다 |").masthead is None
