from __future__ import annotations

import pytest
from builders.blocks import release
from builders.headlines import BODY, MORE, TITLE, between, headline

from hwpextract.press.phrases.head_lines import is_of_sender

HEAD_LINES = [
    "2021. 9. 3.(금)",
    "2021.9.3.",
    "’21. 9. 3.(금) 14:00",
    "2021년 9월 3일 금요일 배포",
    "9월 3일(금)",
    "배포 즉시 보도 가능합니다",
    "총 3쪽(사진 1장)",
    "사진 없음",
    "제21-77호",
    "수 신 : 각 언론사 사회부",
    "발신자 : 다라군 홍보팀",
    "일 시 : 2021. 9. 3.(금)",
    "산림녹지과 김철수 ☎ 061-000-0300",
    "해안관광팀장 이영희 (061-000-0301)",
    "홍보팀 061-000-0302 press@example.kr",
    "담당과장 김철수, 담당자 이영희",
    "다라군청",
    "다라군 공보팀",
    "재단법인 다라문화재단",
    "(산림녹지과)",
    "www.example.kr",
    "《보도자료 목록》",
    "숲이 가까운 다라, 살기 좋은 다라",
    "산림청 | 2021. 9. 3.(금) 배포 | 즉시 보도 가능",
    "함께 잘사는 국민의 나라",
    "2021. 9.",
    "제  목",
    "【제 목】",
    "군정 홍보에 늘 협조해 주셔서 감사합니다.",
    "기자 여러분의 많은 보도 부탁드립니다!",
    "우리 군정에 깊은 관심을 보내 주셔서 고맙습니다.",
]


@pytest.mark.parametrize("line", HEAD_LINES)
def test_line_of_the_head_above_the_headline(line: str) -> None:
    assert headline(line, TITLE, "- 내년 봄 개통 -") == (TITLE, ("내년 봄 개통",), [BODY, MORE])


def test_several_lines_of_the_head() -> None:
    assert headline("2021. 9. 3.(금)", "총 3쪽", "산림녹지과 김철수 ☎ 061-000-0300", TITLE)[0] == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "2022년 예산 5천억 원 편성",
        "9월 3일 다라의 날 기념식 연다",
        "사진 공모전 당선작 30점 발표",
        "즉시 대피하는 법 배운다",
        "1588-0000 한 통이면 숲 안내",
        "수신료 면제 대상 넓힌다",
        "달라지는 다라군 보건소",
        "담당자 교육 4년 만에 다시 연다",
        "총 12매의 지도에 담은 골목 이야기",
        "다라군 유튜브/인스타그램 구독자 10만 명",
    ],
)
def test_headline_that_looks_like_a_line_of_the_head(title: str) -> None:
    assert headline(title)[0] == title
    assert not is_of_sender(title)


GREETING = "군정 홍보에 늘 협조해 주셔서 감사합니다."


@pytest.mark.parametrize(
    "head",
    [
        f"| {GREETING} |\n\n| {TITLE} ⏎ - 내년 봄 개통 - |",
        f"| {GREETING} |\n| {TITLE} ⏎ - 내년 봄 개통 - |",
        f"| 제 목 |\n| {TITLE} |\n| 내년 봄 개통 |",
        f"| 제목 |\n| {TITLE} |\n| 부제 |\n| 내년 봄 개통 |",
        f"제  목\n\n| {TITLE} |\n| 내년 봄 개통 |",
    ],
)
def test_greeting_or_label_above_the_frame_of_a_headline(head: str) -> None:
    assert headline(head) == (TITLE, ("내년 봄 개통",), [BODY, MORE])


def test_greeting_in_the_table_of_the_head() -> None:
    rows = f"| {{1x2}} 보도자료 |\n| 배포일 | 2021. 9. 3.(금) |\n| {{1x2}} {GREETING} |\n| {{1x2}} {TITLE} |"
    found = release(rows, BODY)
    assert found.title == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "군민 여러분, 정말 고맙습니다",
        "의료진께 감사드립니다",
        "숲길 이용 시간을 꼭 지켜 주시기를 부탁드립니다",
        "제목 없는 전시회 연다",
    ],
)
def test_headline_that_greets(title: str) -> None:
    assert headline(title, "- 내년 봄 개통 -") == (title, ("내년 봄 개통",), [BODY, MORE])
    assert headline(f"| {title} |")[0] == title


@pytest.mark.parametrize(
    "head",
    [
        "| 2021. 9. 3.(금) | 공보팀장 김철수 | 전화 061-000-0300 |",
        "| 선고일 | 2021. 9. 3. | 사건번호 | 2020가합77 |\n| 담당 | 공보팀 연구관 이영희 | 전화 | 061-000-0301 |",
    ],
)
def test_table_of_the_head_above_the_headline(head: str) -> None:
    found = release("보 도 자 료", head, TITLE, "― 내년 봄 개통 ―", BODY, MORE)
    assert (found.title, found.subtitles) == (TITLE, ("내년 봄 개통",))
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY, MORE]


def test_table_of_data_above_a_line() -> None:
    found = between("| 구간 | 길이 |\n| 다라항 | 3km |", "자료는 군 누리집에 있음")
    assert found.title is None


TIMES = "| 보도시점 | 2021. 9. 3.(금) 10:00 | 배포 | 2021. 9. 2.(목) |"


@pytest.mark.parametrize("line", ["사진 2장", "2021. 9. 3.(금)", "≪산림녹지과≫", "홍보담당관실", "□ 보도자료"])
@pytest.mark.parametrize("title", [TITLE, f"| {TITLE} |"])
def test_line_of_the_head_below_the_headline(line: str, title: str) -> None:
    assert headline(title, line) == (TITLE, (), [BODY, MORE])


@pytest.mark.parametrize(
    "slogan", ["군민과 함께 숲을 가꿉니다.", "더 푸른 다라군을 군민 여러분과 함께 만들어 가겠습니다."]
)
def test_slogan_above_the_frame_of_a_headline(slogan: str) -> None:
    assert release("보도자료", TIMES, slogan, f"| {TITLE} |", BODY, MORE).title == TITLE


@pytest.mark.parametrize("form", ["{}", "| {} |"])
@pytest.mark.parametrize("head", ["별지 제3호 서식", "첨부 1 신청서", "붙 임 신청서", "부록 신청서"])
def test_head_of_an_annex_is_no_headline(form: str, head: str) -> None:
    assert between(form.format(head)).title is None


@pytest.mark.parametrize("title", ["첨부 서류 크게 줄인다", "별표로 그린 숲길 지도"])
def test_headline_that_opens_with_a_word_of_annexes(title: str) -> None:
    assert headline(title)[0] == title


@pytest.mark.parametrize(
    "head",
    [
        [f"| 보도자료 | 배포일 | 2021. 9. 3.(금) |\n| {{1x3}} 제 목 |\n| {{1x3}} {TITLE} |"],
        ["| 보도자료 |\n| 배포일 | 2021. 9. 3.(금) |", f"| {GREETING} ⏎ {TITLE} |"],
        ["| 보도자료 |\n| 배포일 | 2021. 9. 3.(금) |", f"| {TITLE} |", GREETING],
        ["| 보도자료 |\n| 배포일 | 2021. 9. 3.(금) |", TITLE, GREETING],
    ],
)
def test_label_or_greeting_beside_the_headline(head: list[str]) -> None:
    found = release(*head, BODY, MORE)
    assert (found.title, [paragraph.text for paragraph in found.paragraphs]) == (TITLE, [BODY, MORE])
