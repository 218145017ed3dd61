from __future__ import annotations

import pytest
from builders.blocks import release
from builders.headlines import BODY, MORE, TITLE, between, headline


@pytest.mark.parametrize(
    "line",
    [
        f"제목 : {TITLE}",
        f"제   목   {TITLE}",
        f"[제목] {TITLE}",
        f"□ 제목 : {TITLE}",
        f"◆ {TITLE}",
        f"◇ {TITLE}",
        f"2. {TITLE}",
    ],
)
def test_label_or_mark_of_a_headline(line: str) -> None:
    assert headline(line) == (TITLE, (), [BODY, MORE])


def test_labelled_headline_is_surer_than_its_place() -> None:
    evidence = between(f"제목 : {TITLE}").evidence["title"]
    assert (evidence.rule, evidence.confidence) == ("title.line", 0.85)


def test_labelled_headline_behind_a_list_of_releases() -> None:
    listed = "| 번호 | 제목 | 부서 |\n| 1 | 숲길 | 산림녹지과 |\n| 2 | 도서관 | 문화과 |"
    assert headline(listed, f"제목 : {TITLE}")[0] == TITLE


def test_labelled_headline_behind_several_tables_of_the_head() -> None:
    people = "| 담당부서 | 산림녹지과 | 담당자 | 김철수(061-000-0300) |"
    found = release("| 보도자료 |", "| 배포일 | 2021. 9. 3.(금) |", people, "사진 2매", f"| 제목 | {TITLE} |", BODY)
    assert (found.title, [paragraph.text for paragraph in found.paragraphs]) == (TITLE, [BODY])
    found = release("| 보도자료 |", "| 배포일 | 2021. 9. 3.(금) |", people, TITLE, BODY, "| 제목 | 나의 숲길 |", MORE)
    assert found.title == TITLE


def test_label_within_the_story_is_no_headline() -> None:
    found = between(TITLE, "- 내년 봄 개통 -", BODY, "제목 : 나의 숲길", "접수 : 9월 30일까지")
    assert found.title == TITLE
    found = between(TITLE, "○ 공모 안내", "□ 제목 : 나의 숲길")
    assert found.title == TITLE


@pytest.mark.parametrize("line", ["◇ 추진 배경", "□ 그동안 숲길을 낸 과정"])
def test_marked_heading_of_the_story_is_no_headline(line: str) -> None:
    found = between(line, BODY, line[0] + " 앞으로 숲길을 낼 계획", MORE)
    assert found.title is None


@pytest.mark.parametrize("mark", ["○ ", "▪ ", "● "])
def test_label_behind_the_mark_of_an_item(mark: str) -> None:
    found = release(
        "보도자료", f"{mark}배포일 : 2026. 4. 12.(일)", f"{mark}제 목 : 동네 지도를 연다", "지도가 12일 열린다."
    )
    assert found.title == "동네 지도를 연다"


@pytest.mark.parametrize("heads", ["보도일 | 제목 | 담당부서 | 비고", "일자 | 제 목 | 담당 | 연락처"])
def test_plan_of_a_week(heads: str) -> None:
    rows = "| 9. 6.(월) | 숲길 개통 | 산림녹지과 | 조간 |\n| 9. 7.(화) | 도서관 개관 | 문화과 | |"
    found = release(
        "주간 보도계획", "다라군 보도계획(2021. 9. 6. ~ 9. 12.)", f"| {heads} |\n{rows}", "문의 : 공보팀 061-000-0200"
    )
    assert (found.masthead, found.title) == ("주간보도계획", "다라군 보도계획(2021. 9. 6. ~ 9. 12.)")
    assert not found.release_times


def test_headline_below_its_label() -> None:
    form = f"| 보도일 | 제목 | 담당부서 |\n| 2021. 9. 3.(금) | {TITLE} | 산림녹지과 |"
    found = release("보도자료", form, BODY, MORE)
    assert (found.title, len(found.release_times)) == (TITLE, 1)
