"""Headlines in plain lines: what stands above them, how they open, and which lines below are sub-headlines."""

from __future__ import annotations

import pytest
from builders.blocks import release

from hwpextract.account import Coverage
from hwpextract.document import Document, Metadata, paragraph
from hwpextract.press import extract_fields
from hwpextract.press.model import PressRelease, SourceInfo
from hwpextract.press.phrases.head_lines import is_of_sender, names_unit, says_when_or_how_many
from hwpextract.press.phrases.slogans import is_slogan
from hwpextract.sniff import Format

TITLE = "다라군, 해안 숲길 8km 새로 낸다"
BODY = "다라군(군수 홍길동)은 가을까지 해안 숲길 8km를 새로 낸다고 3일 밝혔다."
MORE = "숲길은 유모차와 휠체어도 다닐 수 있게 턱을 없앤다."


def between(*lines: str) -> PressRelease:
    """A release with these lines between its banner and its story."""
    return release("| 보도자료 |\n| 배포일 | 2021. 9. 3.(금) |", *lines, BODY, MORE)


def headline(*lines: str) -> tuple[str | None, tuple[str, ...], list[str]]:
    found = between(*lines)
    return found.title, found.subtitles, [paragraph.text for paragraph in found.paragraphs]


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


@pytest.mark.parametrize("text", ["", "-----", "사진", "2021. 9. 3. 준공한 다리"])
def test_what_says_when(text: str) -> None:
    assert says_when_or_how_many(text) is (text == "사진")


def test_units() -> None:
    assert all(map(names_unit, ["≪산림녹지과≫", "[해안관광팀]", "홍보담당관실", "경남가나경찰청 다라경찰서"]))
    assert not any(
        map(names_unit, ["산림녹지과", "다라시설관리공단,", "<달라지는 점과 앞으로의 계획>", "새 청사로 옮긴 의회"])
    )


def test_slogan_names_the_place_without_its_rank() -> None:
    assert is_slogan("바다로 미래로 다라", "다라군, 숲길 낸다")
    assert is_slogan("함께 뛰는 다라!", "다라특별자치도는 숲길을 낸다")
    assert not is_slogan("다라에서 만나는 가을", "다라군, 숲길 낸다")
    assert not is_slogan("공동 대응으로 물가 잡는다", "공동구매 늘린다")
    assert not is_slogan("바다로 미래로 2030 다라", "다라군, 숲길 낸다")


# --- Tables and frames between banner and headline ---


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


def test_frame_told_in_sentences_below_a_plain_headline() -> None:
    found = release("보도자료", TIMES, TITLE, "| 해안 숲길이 내년 봄 열린다. |", BODY)
    assert found.title == TITLE
    found = release("보도자료", TIMES, "관계부처 합동", f"| {TITLE} |", BODY)
    assert found.title == TITLE
    found = release("보도자료", TIMES, "| 해안 숲길은 계획대로 열립니다. |", BODY)
    assert found.title == "해안 숲길은 계획대로 열립니다."


def test_headline_above_the_times() -> None:
    found = release("보도자료", "숲길 8km 낸다", TIMES, "1. 숲길을 내는 배경", BODY, MORE)
    assert found.title == "숲길 8km 낸다"
    found = release("보도자료", "숲길 8km 낸다", TIMES, BODY, MORE)
    assert found.title == "숲길 8km 낸다"
    found = release("보도자료", "다라군 소식", TIMES, "해안 숲길 8km를 새로 내고 쉼터도 늘린다", BODY, MORE)
    assert found.title == "해안 숲길 8km를 새로 내고 쉼터도 늘린다"


@pytest.mark.parametrize("line", ["보도자료 함께 가는 숲길", "보 도 자 료 푸른 숲, 맑은 물"])
def test_banner_with_a_slogan_beside_it(line: str) -> None:
    found = release(line, TIMES, f"| {TITLE} |", BODY)
    assert (found.masthead, found.title) == ("보도자료", TITLE)


@pytest.mark.parametrize("line", ["보도자료 배포 관행 바꾼다", "보도자료 요청 안내"])
def test_line_that_begins_with_the_banner_word(line: str) -> None:
    assert release(line, TIMES, f"| {TITLE} |", BODY).masthead is None


# --- How a headline opens, and how it goes on ---


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


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("다라군, 해안 숲길을", "걷기 좋은 길로 바꾼다"),
        ("“바다를 보며 천천히”…", "다라군 숲길 8km 새로 낸다"),
        ("바닷바람 맞는 숲에서", "수소 버스 달린다"),
        ("다라군,", "숲길로 오세요!"),
    ],
)
def test_line_of_a_headline_that_goes_on(above: str, below: str) -> None:
    assert headline(above, below, "- 내년 봄 개통 -") == (f"{above} {below}", ("내년 봄 개통",), [BODY, MORE])


@pytest.mark.parametrize("above", ["다라군, 새단장한 해안 마을", "숲길에서 맞는 새로운 가을"])
def test_line_of_a_headline_that_ends(above: str) -> None:
    assert headline(above, "걷기 좋은 길로 바꾼다")[0] == above


def test_headline_goes_on_behind_a_comma_or_a_quote() -> None:
    assert headline("다라군,", "해안 숲길 8km 새로 낸다", "- 내년 봄 개통") == (TITLE, ("내년 봄 개통",), [BODY, MORE])
    assert headline("다라군시설관리공단,", "숲길 쉼터 늘린다")[0] == "다라군시설관리공단, 숲길 쉼터 늘린다"
    assert headline("“걷다 보면 바다”", TITLE)[0] == f"“걷다 보면 바다” {TITLE}"
    assert headline("“걷다 보면 바다”", "- 내년 봄 개통 -") == ("“걷다 보면 바다”", ("내년 봄 개통",), [BODY, MORE])
    assert headline("“걷다 보면 바다”") == ("“걷다 보면 바다”", (), [BODY, MORE])


# --- Sub-headlines below it ---


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


@pytest.mark.parametrize("line", ["사진 2장", "2021. 9. 3.(금)", "≪산림녹지과≫", "홍보담당관실", "□ 보도자료"])
@pytest.mark.parametrize("title", [TITLE, f"| {TITLE} |"])
def test_line_of_the_head_below_the_headline(line: str, title: str) -> None:
    assert headline(title, line) == (TITLE, (), [BODY, MORE])


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


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
def test_blank_line_is_no_headline(blank: str) -> None:
    lines = [paragraph(text, f"s0/p{at}") for at, text in enumerate(["보도자료", "배포일 : 2021. 9. 3.(금)", blank])]
    document = Document(format=Format.HWPX, metadata=Metadata(), blocks=tuple(lines), coverage=Coverage())
    assert extract_fields(document, SourceInfo(format=Format.HWPX, filename=None, size=0, sha256="")).title is None


def test_appointments_are_the_story() -> None:
    lines = ["◇ 국장급 전보", "▲ 숲길국장 김철수", "▲ 바다국장 이영희"]
    found = release("보도자료", "배포일 : 2021. 9. 3.(금)", "다라군 인사 발령", *lines)
    assert (found.subtitles, [paragraph.text for paragraph in found.paragraphs]) == ((), lines)


@pytest.mark.parametrize("mark", "○ㅇ▷‧□▪•✓★❍∎◎")
def test_marked_lines_in_the_frame_of_the_title(mark: str) -> None:
    lines = f"| {TITLE} ⏎ {mark} 내년 봄 개통 ⏎ {mark} 쉼터 12곳도 마련 |"
    assert headline(lines) == (TITLE, ("내년 봄 개통", "쉼터 12곳도 마련"), [BODY, MORE])


@pytest.mark.parametrize(
    "below",
    [
        "2021년 9월 3일",
        "www.example.go.kr",
        "총 2쪽(사진 1장)",
        "다라군 산림녹지과",
        "산림녹지과장 김철수",
    ],
)
@pytest.mark.parametrize("above", ["다라군, 해안 숲길을", "새 숲길 8km 해안 절벽 위에서", "“바다를 걷다”…"])
def test_headline_does_not_go_on_into_the_head(above: str, below: str) -> None:
    assert headline(above, below) == (above, (), [BODY, MORE])


@pytest.mark.parametrize("below", ["사진 : 이영희 작가", "수신: 출입기자", "Ⅰ. 추진 배경", "“숲은 모두의 것이다.”"])
def test_lines_that_a_headline_does_not_go_on_with(below: str) -> None:
    assert headline("다라군, 해안 숲길을", below)[0] == "다라군, 해안 숲길을"


def test_headline_does_not_go_on_behind_an_empty_paragraph() -> None:
    title, below = paragraph("다라군, 해안 숲길을", "s0/p90"), paragraph("걷기 좋은 길로", "s0/p92")
    found = release("보도자료", TIMES, title, below, BODY, MORE)
    assert found.title == "다라군, 해안 숲길을"


@pytest.mark.parametrize("frame", ["| 숲길 개요 |", "| “바다를 걷다” |", "| Ⅱ. 앞으로 |", "| ○ 길이: 8km⏎○ 폭: 2m |"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_frame_behind_a_sentence_is_no_headline(frame: str, count: int) -> None:
    told = [BODY, MORE, "그늘집도 세 곳 둔다."]
    found = release("보도자료", TIMES, TITLE, *told[:count], frame, *told[count:])
    assert (found.title, found.agency) == (TITLE, "다라군")
    assert [paragraph.text for paragraph in found.paragraphs] == told


def test_frame_behind_an_item_is_no_headline() -> None:
    items = ["□ 다라군은 가을까지 해안 숲길 8km를 새로 냄", "□ 유모차와 휠체어도 다닐 수 있게 턱을 없앰"]
    found = release("보도자료", TIMES, TITLE, items[0], "| 숲길 개요 |", items[1])
    assert (found.title, [paragraph.text for paragraph in found.paragraphs]) == (TITLE, items)


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


def test_label_of_a_sub_headline_on_the_line_above_it() -> None:
    lines = ["제 목", TITLE, "부 제", "내년 봄 쉼터 12곳과 함께 개통"]
    assert headline(*lines) == (TITLE, ("내년 봄 쉼터 12곳과 함께 개통",), [BODY, MORE])
