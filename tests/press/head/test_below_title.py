from __future__ import annotations

import pytest
from builders.blocks import release
from builders.headlines import BODY, MORE, TITLE, between, headline

TIMES = "| 보도시점 | 2021. 9. 3.(금) 10:00 | 배포 | 2021. 9. 2.(목) |"


@pytest.mark.parametrize(
    ("lines", "subtitles"),
    [
        (["○ 내년 봄 개통", "○ 쉼터 12곳도 마련"], ("내년 봄 개통", "쉼터 12곳도 마련")),
        (["▷ 내년 봄 개통"], ("내년 봄 개통",)),
        (["소제목 : 내년 봄 개통"], ("내년 봄 개통",)),
        (["(내년 봄 쉼터 12곳과 함께 개통)"], ("내년 봄 쉼터 12곳과 함께 개통",)),
        (["내년 봄 쉼터 12곳과 함께 개통"], ("내년 봄 쉼터 12곳과 함께 개통",)),
        (["9. 3.(금)부터 구간마다 차례로 개통"], ("9. 3.(금)부터 구간마다 차례로 개통",)),
        (["4월 13일 쉼터 12곳과 함께 개통"], ("4월 13일 쉼터 12곳과 함께 개통",)),
        (
            ["내년 봄 쉼터 12곳과 함께 개통", "군수 “걷기 좋은 길로”"],
            ("내년 봄 쉼터 12곳과 함께 개통", "군수 “걷기 좋은 길로”"),
        ),
    ],
)
def test_sub_headlines_of_other_shapes(lines: list[str], subtitles: tuple[str, ...]) -> None:
    assert headline(TITLE, *lines) == (TITLE, subtitles, [BODY, MORE])


@pytest.mark.parametrize(
    "lines",
    [
        ["○ 일시 : 2021. 9. 30.(목) 10:00", "○ 장소 : 다라항"],
        ["○ 숲길은 바다를 따라 이어진다."],
        ["○ 하나", "○ 둘", "○ 셋", "○ 넷", "○ 다섯"],
        ["추진 배경"],
        ["바다를 따라 걷는 길", "아이도 걷기 좋은 길", "누구나 쉬어 가는 길"],
        ["안녕하십니까?"],
        ["“숲이 가까이 있어 좋아요.”"],
        ["“이 길을 다시 걷게 될 줄은 몰랐습니다.”"],
        ["“숲이 참 좋습니다.” “길도 편해요.”"],
        ["‘이 길을 다시 걷게 될 줄은 몰랐어요.’"],
        ['"바다가 이렇게 가까웠나요?"', "“손주와 걷기 좋네요!”"],
    ],
)
@pytest.mark.parametrize("title", [TITLE, f"| {TITLE} |"])
def test_lines_of_the_story_are_no_sub_headlines(title: str, lines: list[str]) -> None:
    assert headline(title, *lines) == (TITLE, (), [*lines, BODY, MORE])


@pytest.mark.parametrize("title", [TITLE, f"| {TITLE} |"])
def test_story_that_opens_with_what_somebody_says(title: str) -> None:
    said = "“숲이 가까이 있어 좋아요.”"
    assert headline(title, "내년 봄 쉼터 12곳과 함께 개통", said) == (
        TITLE,
        ("내년 봄 쉼터 12곳과 함께 개통",),
        [said, BODY, MORE],
    )
    for quoted in ("“바다를 따라 걷는 길로”", "“누구나 숲을 누릴 수 있어야 합니다”"):
        assert headline(title, quoted) == (TITLE, (quoted,), [BODY, MORE])


def test_first_of_several_headings_is_no_sub_headline() -> None:
    found = between(TITLE, "바다를 따라 걷는 길", BODY, "아이도 어른도 걷기 좋은 길", MORE)
    assert found.subtitles == ()
    found = between(TITLE, "○ 바다를 따라 걷는 길", BODY, "○ 아이도 걷기 좋은 길", MORE)
    assert found.subtitles == ()
    found = between(f"| {TITLE} |", "바다를 따라 걷는 길", BODY, "아이도 어른도 걷기 좋은 길", MORE)
    assert found.subtitles == ()


CLOSING = [
    "문의: 산림녹지과 061-000-0300",
    "담당 : 산림녹지과 김철수(061-000-0300)",
    "자료제공 : 산림녹지과 이영희 주무관(061-000-0301)",
    "끝",
    "첨부 1. 숲길 지도",
    "사진 설명) 새로 낼 숲길",
    "사진설명2. 새로 낼 숲길 모습",
    "다라군수 홍길동",
]


@pytest.mark.parametrize("last", CLOSING)
@pytest.mark.parametrize("title", [TITLE, f"| {TITLE} |"])
def test_line_that_closes_the_story_is_no_heading(title: str, last: str) -> None:
    found = between(title, "내년 봄 쉼터 12곳과 함께 개통")
    assert found.subtitles == ("내년 봄 쉼터 12곳과 함께 개통",)
    found = release(
        "보도자료", TIMES, title, "내년 봄 쉼터 12곳과 함께 개통", "군수 “걷기 좋은 길로”", BODY, MORE, last
    )
    assert found.subtitles == ("내년 봄 쉼터 12곳과 함께 개통", "군수 “걷기 좋은 길로”")
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY, MORE]


@pytest.mark.parametrize("title", [TITLE, f"| {TITLE} |"])
@pytest.mark.parametrize(
    "lines",
    [
        ["― 걷다 보면 바다 ―", "내년 봄 쉼터 12곳과 함께 개통"],
        ["내년 봄 쉼터 12곳과 함께 개통", "- 걷다 보면 바다", "- 군비 30억 원 들여"],
        ["내년 봄 쉼터 12곳과 함께 개통", "○ 군비 30억 원 들여 조성"],
    ],
)
def test_sub_headlines_of_mixed_shapes(title: str, lines: list[str]) -> None:
    assert headline(title, *lines) == (TITLE, tuple(line.strip("―-○ ") for line in lines), [BODY, MORE])


@pytest.mark.parametrize(
    "lines",
    [
        [
            "내년 봄 쉼터 12곳과 함께 개통",
            "- 다라항에서 출발",
            "- 새터 지나",
            "- 솔숲까지",
            "- 등대를 돌아",
            "- 돌아옴",
        ],
        ["다라군은 올해 군비를 들여 숲길을", "새로 냈다."],
        ["Ⅰ. 숲길을 새로 내는 배경"],
        ["가. 숲길을 새로 내는 배경"],
        ["2021. 9. 3.(금) 다라군청 대강당"],
        ["9월 3일(금) 오전 10시 다라군청 대강당"],
        ["다라군은 올해 쉼터도 함께 마련함"],
        ["쉼터 12곳의 이름은 다음과 같음: 솔숲"],
    ],
)
@pytest.mark.parametrize("title", [TITLE, f"| {TITLE} |"])
def test_beginning_of_the_story_is_no_sub_headline(title: str, lines: list[str]) -> None:
    assert headline(title, *lines)[:2] == (TITLE, ())


def test_sentences_with_marks_are_the_story() -> None:
    found = release("보도자료", "배포일 : 2021. 9. 3.(금)", TITLE, f"▶ {BODY}", f"▶ {MORE}")
    assert (found.subtitles, len(found.paragraphs)) == ((), 2)


@pytest.mark.parametrize("mark", "◇▶·▪○◈■◎∎☆☞❍")
def test_marked_line_below_the_frame_of_the_title(mark: str) -> None:
    assert headline(f"| {TITLE} |", f"{mark} 내년 봄 개통") == (TITLE, ("내년 봄 개통",), [BODY, MORE])
    lines = [f"{mark} 숲길은 바다를 따라 이어진다.", f"{mark} 쉼터도 마련한다."]
    assert headline(f"| {TITLE} |", *lines) == (TITLE, (), [*lines, BODY, MORE])
    found = between(f"| {TITLE} |", f"{mark} 숲길", BODY, f"{mark} 쉼터", MORE)
    assert found.subtitles == ()
    found = between(f"| {TITLE} |", f"{mark} 내년 봄 쉼터와 개통", BODY, f"{mark} 쉼터는 앞으로 계속 늘림", MORE)
    assert found.subtitles == ()


@pytest.mark.parametrize("title", [TITLE, f"| {TITLE} |"])
def test_sub_headlines_with_the_mark_of_the_items_below(title: str) -> None:
    found = release("보도자료", TIMES, title, "○ 내년 봄 개통", f"□ {BODY}", f"○ {MORE}", f"□ {MORE}")
    assert (found.subtitles, len(found.paragraphs)) == (("내년 봄 개통",), 3)


def test_sub_headlines_above_a_lead_frame() -> None:
    found = between(TITLE, "○ 내년 봄 개통", "- 쉼터 12곳도 마련", "| 해안 숲길이 내년 봄 열린다. |", BODY, MORE)
    assert (found.title, found.subtitles) == (TITLE, ("내년 봄 개통", "쉼터 12곳도 마련"))


@pytest.mark.parametrize("line", ["존경하는 군민 여러분 안녕하십니까", "◆ 추진 배경", "○ 숲길 조성"])
@pytest.mark.parametrize("title", [TITLE, f"| {TITLE} |"])
def test_salutations_and_short_headings_are_no_sub_headlines(line: str, title: str) -> None:
    assert headline(title, line) == (TITLE, (), [line, BODY, MORE])


def test_appointments_are_the_story() -> None:
    lines = ["◇ 국장급 전보", "▲ 숲길국장 김철수", "▲ 바다국장 이영희"]
    found = release("보도자료", "배포일 : 2021. 9. 3.(금)", "다라군 인사 발령", *lines)
    assert (found.subtitles, [paragraph.text for paragraph in found.paragraphs]) == ((), lines)


@pytest.mark.parametrize("mark", "○ㅇ▷‧□▪•✓★❍∎◎")
def test_marked_lines_in_the_frame_of_the_title(mark: str) -> None:
    lines = f"| {TITLE} ⏎ {mark} 내년 봄 개통 ⏎ {mark} 쉼터 12곳도 마련 |"
    assert headline(lines) == (TITLE, ("내년 봄 개통", "쉼터 12곳도 마련"), [BODY, MORE])


def test_label_of_a_sub_headline_on_the_line_above_it() -> None:
    lines = ["제 목", TITLE, "부 제", "내년 봄 쉼터 12곳과 함께 개통"]
    assert headline(*lines) == (TITLE, ("내년 봄 쉼터 12곳과 함께 개통",), [BODY, MORE])


@pytest.mark.parametrize(
    ("line", "subtitles"),
    [
        ("(내년 봄부터 누구나 걷는 길)", ("내년 봄부터 누구나 걷는 길",)),
        ("(내년 봄부터 누구나 걷는다.)", ()),
        ("(사진은 다라군 숲길 모습)", ()),
        ("(내년 봄부터 누구나)", ("내년 봄부터 누구나",)),
        ("(누구나 걷는 길)", ("누구나 걷는 길",)),
        ("(내년봄부터 누구나걷는)", ()),
    ],
)
def test_line_in_brackets_below_the_headline(line: str, subtitles: tuple[str, ...]) -> None:
    assert headline(TITLE, line) == (TITLE, subtitles, [BODY, MORE])
