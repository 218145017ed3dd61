"""Captions and other lines behind the last sentence are no paragraphs; items that look like them are."""

from __future__ import annotations

from typing import Any

import pytest
from builders.blocks import paragraph, picture, release, table
from builders.stories import story

from hwpextract.document import Block, Paragraph
from hwpextract.press.story.captions import ClosingCaptions

HEAD = "| {1x2} 보도자료 |\n| 배포일 | 2020. 11. 5.(목) |"
FIRST = "자차시(시장 홍길동)는 겨울 철새를 보는 탐조대를 강가에 세웠다고 5일 밝혔다."
COUNTS = "| 강 | 2019년 | 2020년 |\n| 가나천 | 90 | 120 |\n| 다라천 | 70 | 80 |"
LAST = "탐조대는 내년 2월까지 누구나 쓸 수 있다."


def paragraphs(*parts: str | Block) -> list[str]:
    found = release(HEAD, "| 자차시, 철새 탐조대 연다 |", FIRST, LAST, *parts)
    return [paragraph.text for paragraph in found.paragraphs]


@pytest.mark.parametrize(
    "tail",
    [
        [picture(), "▲ 강가에 세운 탐조대"],
        [picture(), "△ 시민들이 탐조대에서 새를 살펴보고 있다. 사진=자차시 제공"],
        [picture(), "강가에 세운 탐조대"],
        [table("| <pic/> | <pic/> |"), "▼ 강가에 세운 탐조대"],
        ["▲ 시민들이 탐조대에서 새를 살펴보고 있다."],
        ["▲ 탐조대 전경", "▲ 탐조대에서 새를 보는 모습"],
        ["끝.", "▲ 탐조대 전경"],
        ["△ 철새 조사 현장"],
        ["//끝//", picture(), "▲ 강가에 세운 탐조대"],
        ["<사진 설명>", "1. 탐조대 전경", "2. 겨울 철새"],
        ["사진제공=자차시"],
        ["사진설명 - 탐조대에서 새를 보는 사람들"],
        [picture(), "그림 1. 탐조대로 가는 길"],
        ["□ 붙임 : 탐조대 위치 1부"],
        ["□ 붙 임 : 탐조대 위치 1부"],
        ["1. 강마다 센 철새 ·········· 3", "2. 철새가 머무는 날 ··········"],
        ["1. 강마다 센 철새 ··········", COUNTS, "2. 철새가 머무는 날", COUNTS],
        ["자차시 홍보팀"],
        ["홍보담당관 : 044-000-0501"],
        ["☞ 자세한 내용은 누리집 참고"],
        ["자차시 | 30110 세종특별자치시 다솜로 00 | Tel 044-000-0501"],
        ["환경부 대변인↵press@example.kr"],
        ["환 경 부"],
        ["2020. 11. 5.", "자 차 시 장"],
        ["해시태그 : #철새 #탐조대"],
        ["2020. 11. 5.", "국가인권위원회 위원장 홍길동"],
        ["“새와 함께 사는 도시, 자차”"],
        ["사진 설명)", "1. 시민들이 탐조대에서 새를 살펴보고 있다.", "2. 탐조대 전경. (사진 제공-자차시)"],
        ["사진설명 1. 시민들이 새를 살펴보고 있다.", "사진설명2. 탐조대 전경"],
        ["<사진설명>", "시민들이 탐조대에서 새를 살펴보고 있다."],
        ["사진 설명:", "시민들이 탐조대에서 새를 살펴보고 있다."],
        ["[사진]", "1) 시민들이 새를 살펴보고 있다.", "2) 탐조대 전경"],
        ["2020년 11월 5일", "해양경찰청장 홍 길 동"],
        ["2020. 11. 5.", "자차군수 홍길동"],
        ["2020년 11월 5일", "환경부 자연보전국장 홍길동"],
        ["2020. 11. 5.", "국무조정실 국무1차장 홍길동"],
        ["누리집 www.example.kr | 블로그 blog.example.kr/jacha | 유튜브 @jacha"],
    ],
)
def test_lines_behind_the_story(tail: list[str | Block]) -> None:
    assert paragraphs(*tail) == [FIRST, LAST]


@pytest.mark.parametrize(
    "lines",
    [
        ["▲ 망원경 12대를 갖춘다.", "▲ 해설사가 늘 함께한다."],
        ["▲ 망원경 설치", "▲ 강가에서 새를 보는 모습"],
        ["누리집과 유튜브에서 새소리를 들을 수 있다."],
        ["신청은 시 누리집(www.example.kr)과 블로그에서 하면 된다."],
        ["사진 공모전도 함께 연다."],
        ["함께한 기관은 다음과 같다.", "산림청", "환경부"],
        ["▶ 시는 철새의 먹이도 나누어 주고 있다."],
        ["☞ 탐조대는 내년에 한 곳 더 세운다."],
        ["“아이와 새를 보니 즐거워요”"],
        ["둘째 날 행사 안내", "2020. 11. 5.(목) 10:00"],
        ["참고 문헌도 함께 전시한다.", "새소리도 들려준다."],
        ["□ 붙임성 좋은 새들을 볼 수 있다."],
        ["“새를 보며 쉬어 가세요.”"],
        ["환경부 장관 표창도 받았다."],
        ["[사진]", "망원경도 빌려준다."],
        ["<사진 설명>", "해설사가 사진을 설명한다.", "망원경도 빌려준다."],
        ["1. 망원경을 빌려준다.", "2. 새소리도 들려준다."],
        ["사진 2020점도 내건다."],
        ["전통시장 이용권"],
        ["시장 홍길동"],
        ["홍보대사 위원장 홍길동"],
    ],
)
def test_lines_of_the_story(lines: list[str]) -> None:
    assert paragraphs(*lines) == [FIRST, LAST, *lines]


@pytest.mark.parametrize(
    "lines",
    [
        ["□ 고위공무원 전보", "한강유역환경청장 홍길동"],
        ["□ 자차시 국장급 새 보직", "2020. 11. 5.", "한강유역환경청장 홍길동"],
        ["힘을 보탠 분들께 감사드립니다.", "마바군수 홍길동"],
        ["환경부는 국장급 인사를 냈다.", "2020. 11. 5.", "한강유역환경청장 홍길동"],
        ["환경부는 다음과 같이 발령했습니다.", "2020. 11. 5.", "한강유역환경청장 홍길동"],
        ["함께한 사람은 다음과 같다.", "환경부 장관 홍길동", "마바군수 김철수"],
        ["우수 단체장을 뽑았다.", "마바군수 홍길동", "사아구청장 김철수"],
        ["상을 받은 사람은 아래와 같습니다.", "마바군수 홍길동"],
        ["탐조대에는 이웃 고장도 힘을 보탰다.", "마바군수 홍길동"],
        ["탐조대에는 환경부도 힘을 보탰다.", "환경부 자연보전국장 홍길동"],
        ["환경부는 다음과 같이 발령했습니다.", "2020. 11. 5.", "환경부 자연보전국장 홍길동"],
    ],
)
def test_people_listed_at_the_end_sign_nothing(lines: list[str]) -> None:
    assert paragraphs(*lines) == [FIRST, LAST, *lines]
    below = release(
        HEAD, "| 자차시, 철새 탐조대 연다 |", FIRST, *lines, "| 담당 부서 | 철새과 | 담당자 | 이영희 (044-000-0501) |"
    )
    assert [paragraph.text for paragraph in below.paragraphs] == [FIRST, *lines]


@pytest.mark.parametrize(
    ("lead", "head"),
    [
        ("경기 자차군(군수 홍길동)은 겨울 철새를 보는 탐조대를 세웠다.", "자차군수 홍길동"),
        ("5일 환경부는 겨울 철새를 보는 탐조대를 세웠다고 밝혔다.", "환경부 장관 홍길동"),
        ("환경부는 겨울 철새를 보는 탐조대를 세웠다.", "환경부 장관 홍 길 동"),
        ("한국은행은 겨울 철새를 보는 탐조대를 세웠다.", "한국은행 총재 홍길동"),
        ("감사원은 겨울 철새를 보는 탐조대를 세웠다.", "감사원장 홍길동"),
        ("카타도교육청은 겨울 철새를 보는 탐조대를 세웠다.", "카타도교육감 홍길동"),
    ],
)
def test_head_of_the_agency_of_the_story_signs(lead: str, head: str) -> None:
    found = release(HEAD, "| 철새 탐조대 연다 |", lead, LAST, head)
    assert [paragraph.text for paragraph in found.paragraphs] == [lead, LAST]


def test_honour_of_the_agency_of_the_story_signs_nothing() -> None:
    told = ["환경부는 겨울 철새를 보는 탐조대를 세웠다.", LAST, "환경부 장관 표창"]
    assert [line.text for line in release(HEAD, "| 철새 탐조대 연다 |", *told).paragraphs] == told


@pytest.mark.parametrize(
    "close", ["새해 복 많이 받으십시오.", "철새를 아껴 주셔서 감사합니다.", "새해 인사를 드립니다."]
)
def test_head_signs_what_speaks_to_somebody(close: str) -> None:
    said = ["사랑하는 국민 여러분!", "새해가 밝았습니다.", close]
    found = release(HEAD, "| 새해를 맞으며 |", *said, "해양경찰청장 홍길동")
    assert [paragraph.text for paragraph in found.paragraphs] == said


def test_head_signs_items_below_a_day() -> None:
    item = "□ 탐조대 세 곳의 망원경을 모두 교체"
    assert paragraphs(item, "2020. 11. 5.", "해양경찰청장 홍길동") == [FIRST, LAST, item]


def test_sentence_below_a_picture() -> None:
    assert paragraphs(picture(), "시는 망원경도 빌려준다.") == [FIRST, LAST, "시는 망원경도 빌려준다."]


def test_caption_within_the_story() -> None:
    assert paragraphs(picture(), "▲ 강가에 세운 탐조대", "시는 망원경도 빌려준다.") == [
        FIRST,
        LAST,
        "시는 망원경도 빌려준다.",
    ]
    for caption in ("탐조대에서 새를 보는 모습", "겨울 철새 조사 현장"):
        assert paragraphs(picture(), caption, MIDDLE) == [FIRST, LAST, MIDDLE]
    words = paragraphs(picture(), "강가의 탐조대", "시는 망원경도 빌려준다.")
    assert words == [FIRST, LAST, "강가의 탐조대", "시는 망원경도 빌려준다."]


def test_contents_above_the_story() -> None:
    found = release(
        HEAD, "| 자차시, 철새 탐조대 연다 |", "목  차", "Ⅰ. 탐조대 ········ 1", "Ⅱ. 철새 …… 12", FIRST, LAST
    )
    assert [paragraph.text for paragraph in found.paragraphs] == [FIRST, LAST]


def test_headings_in_brackets_are_kept_all_or_none() -> None:
    title = "| 자차시, 철새 탐조대 연다 |"
    headings = release(HEAD, title, "<탐조대를 세우다>", FIRST, "<누구나 쓰다>", LAST)
    assert [paragraph.text for paragraph in headings.paragraphs] == ["<탐조대를 세우다>", FIRST, "<누구나 쓰다>", LAST]
    contact = release(HEAD, title, "(환경정책과 김철수 044-000-0501)", FIRST, "(위는 어제의 일이다)", LAST)
    assert "044" not in contact.paragraphs[0].text
    alone = release(HEAD, title, "<환경정책과>", FIRST, LAST)
    assert [paragraph.text for paragraph in alone.paragraphs] == [FIRST, LAST]


def test_clipped_sentence_below_a_picture() -> None:
    line = "탐조대 이용 신청은 누리집에서 받음"
    assert paragraphs(picture(), line) == [FIRST, LAST, line]


def test_captions_are_told_in_one_pass() -> None:
    class Counted(list[Paragraph]):
        taken = 0

        def __getitem__(self, at: Any) -> Any:
            self.taken += 1
            return super().__getitem__(at)

    lines = Counted(map(paragraph, ["첫째 줄", "사진 설명", *(f"{at % 90}. 새를 보는 모습" for at in range(300))]))
    captions = ClosingCaptions(lines, lines)
    assert all(captions.holds(at) for at in range(len(lines) - 1, 1, -1))
    assert lines.taken < 2 * len(lines)


MIDDLE = "가나천과 다라천에서 새가 늘었다."


@pytest.mark.parametrize("line", ["자료 : 환경부(2020)", "* 출처: 국립생물자원관", "주) 11월 기준", "2 / 4"])
def test_lines_below_a_table(line: str) -> None:
    assert paragraphs(COUNTS, line, MIDDLE) == [FIRST, LAST, MIDDLE]


@pytest.mark.parametrize(
    "line", ["자료 : 새를 센 자료는 누리집에 있다.", "주남저수지에도 새가 온다.", "* 두 곳에서 셈"]
)
def test_lines_below_a_table_that_are_of_the_story(line: str) -> None:
    assert paragraphs(COUNTS, line, MIDDLE) == [FIRST, LAST, line, MIDDLE]


@pytest.mark.parametrize(
    "above",
    [
        ["< 강마다 센 철새 >", "(단위: 마리)"],
        ["《 강마다 센 철새 》"],
        ["<표 1>          강마다 센 철새", "                  (단위 : 마리, %)"],
        ["[표1] 강마다 센 철새"],
        ["표 2. 강마다 센 철새", "※ 단위: 마리"],
        ["강마다 센 철새(단위: 마리)"],
        ["강마다 센 철새 변화"],
        ["강마다 센 철새 추이 및 전망"],
        ["강마다 센 철새 변화", "단위 : 마리"],
    ],
)
def test_captions_above_a_table(above: list[str]) -> None:
    assert paragraphs(*above, COUNTS, MIDDLE) == [FIRST, LAST, MIDDLE]
    assert paragraphs(*above, COUNTS) == [FIRST, LAST]
    assert paragraphs(MIDDLE, *above, COUNTS, LAST) == [FIRST, LAST, MIDDLE, LAST]


@pytest.mark.parametrize("above", [["< 강마다 센 철새 >", "(단위: 마리)"], ["<표 1> 강마다 센 철새"]])
def test_caption_above_a_table_is_no_first_paragraph(above: list[str]) -> None:
    found = release(HEAD, "| 자차시, 철새 탐조대 연다 |", *above, COUNTS, FIRST, LAST)
    assert [paragraph.text for paragraph in found.paragraphs] == [FIRST, LAST]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("□ 강마다 센 철새", COUNTS),
        ("강마다 센 철새를 보면,", COUNTS),
        ("강마다 센 철새는 다음과 같음", COUNTS),
        ("가. 강마다 센 철새", COUNTS),
        ("철새는 가나천 120마리, 다라천 80마리 순", COUNTS),
        ("물이 맑아지고 먹이가 늘어 철새도 증가", COUNTS),
        ("강마다 센 철새 변화", "| 가나천에 120마리, 다라천에 80마리가 왔다. |"),
        ("강마다 센 철새 변화", "| <pic/> |"),
        ("탐조대 운영 시간 : 오전 9시", COUNTS),
        ("표 2장을 가져오면 들어갈 수 있다.", COUNTS),
    ],
)
def test_lines_above_a_table_that_are_no_captions(line: str, below: str) -> None:
    assert paragraphs(line, below, MIDDLE) == [FIRST, LAST, line, MIDDLE]


@pytest.mark.parametrize("heading", ["3. 강마다 센 철새", "나. 강마다 센 철새", "□ 강마다 센 철새"])
def test_heading_of_a_table_closes_no_story(heading: str) -> None:
    assert paragraphs(heading, COUNTS) == [FIRST, LAST]
    assert paragraphs("1. 탐조대 자리", COUNTS, heading, picture()) == [FIRST, LAST]
    assert paragraphs(heading, COUNTS, MIDDLE) == [FIRST, LAST, heading, MIDDLE]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. 가나천 서쪽", "2. 다라천 동쪽"],
        ["□ 가나천과 다라천에서 새가 크게 늘었음"],
        ["□ 철새는 두 곳에서 증가"],
        ["○ 먹이 40%로 감소"],
        ["□ 찾아가는 길 : 가나역 2번 출구"],
        ["□ 탐조대 두 곳에 해설사 모두 열두 명 배치"],
    ],
)
def test_items_above_a_table_that_close_a_story(lines: list[str]) -> None:
    assert paragraphs(*lines, COUNTS) == [FIRST, LAST, *lines]


@pytest.mark.parametrize("line", ["안녕하십니까", "숲길 걷기 대회 12일 열려요"])
def test_polite_sentence_above_a_table_stays(line: str) -> None:
    assert story(FIRST, line, "| 구분 | 올해 |\n| 수 | 1 |", LAST) == [FIRST, line, LAST]


def test_summary_of_an_event_above_its_table_is_a_caption() -> None:
    assert story(FIRST, "행사 개요", "| 일시 | 12일 |\n| 곳 | 가나 |", LAST) == [FIRST, LAST]
