from __future__ import annotations

import pytest
from builders.blocks import release
from builders.headlines import BODY, MORE, TITLE, headline

from hwpextract.account import Coverage
from hwpextract.document import Document, Metadata, paragraph
from hwpextract.press import extract_fields
from hwpextract.press.model import SourceInfo
from hwpextract.sniff import Format

TIMES = "| 보도시점 | 2021. 9. 3.(금) 10:00 | 배포 | 2021. 9. 2.(목) |"


def test_frame_told_in_sentences_below_a_plain_headline() -> None:
    found = release("보도자료", TIMES, TITLE, "| 해안 숲길이 내년 봄 열린다. |", BODY)
    assert found.title == TITLE
    found = release("보도자료", TIMES, TITLE, "| ◆ 절벽 위 8km ⏎ ◆ 쉼터 열두 곳 |", BODY)
    assert (found.title, found.subtitles) == (TITLE, ())
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


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("해안 절벽 옆 산책으로", "하루를 연다"),
        ("다라군 숲길 정비로", "주민 안전 지킨다"),
        ("다라군 새 숲길, 주민과", "함께 만든다"),
        ("다라군 새 숲길, 국립공원공단과", "함께 만든다"),
        ("다라군, 숲길 여는 날 손님들에게", "나무 나눠 준다"),
    ],
)
def test_line_of_a_headline_that_goes_on_without_a_dashed_line(above: str, below: str) -> None:
    assert headline(above, below) == (f"{above} {below}", (), [BODY, MORE])


@pytest.mark.parametrize(
    "above",
    [
        "다라군, 새단장한 해안 마을",
        "숲길에서 맞는 새로운 가을",
        "다라군 해안 숲길 공모 결과",
        "다라군 숲길 조례 군의회 통과",
        "다라군, 군의회와 해법 논의",
        "다라군이 새로 낸 해안도로",
    ],
)
def test_line_of_a_headline_that_ends(above: str) -> None:
    assert headline(above, "걷기 좋은 길로 바꾼다")[0] == above


def test_headline_goes_on_behind_a_comma_or_a_quote() -> None:
    assert headline("다라군,", "해안 숲길 8km 새로 낸다", "- 내년 봄 개통") == (TITLE, ("내년 봄 개통",), [BODY, MORE])
    assert headline("다라군시설관리공단,", "숲길 쉼터 늘린다")[0] == "다라군시설관리공단, 숲길 쉼터 늘린다"
    assert headline("“걷다 보면 바다”", TITLE)[0] == f"“걷다 보면 바다” {TITLE}"
    assert headline("“걷다 보면 바다”", "- 내년 봄 개통 -") == ("“걷다 보면 바다”", ("내년 봄 개통",), [BODY, MORE])
    assert headline("“걷다 보면 바다”") == ("“걷다 보면 바다”", (), [BODY, MORE])


@pytest.mark.parametrize(
    "lines", [["해안 절벽 위로 숲길", "여덟 갈래를 새로 낸다"], ["다라군이 가을까지", "해안 절벽 위로", "숲길 낸다"]]
)
def test_lines_right_above_one_between_dashes_are_the_headline(lines: list[str]) -> None:
    assert headline(*lines, "- 내년 봄 개통 -") == (" ".join(lines), ("내년 봄 개통",), [BODY, MORE])
    assert headline(*lines, "- 길이 8km, 쉼터 열두 곳,", "내년 봄 개통 -")[0] == " ".join(lines)
    assert headline(*lines, "- 내년 봄 개통")[0] == lines[0]


@pytest.mark.parametrize(
    "line", ["□ 숲길을 내는 배경", "숲길은 8km다.", "길이 : 8km", "다라군 산림녹지과", "쉼터도 늘린다 -"]
)
def test_lines_above_one_between_dashes_that_are_no_headline(line: str) -> None:
    assert headline("해안 절벽 위로 숲길", line, "- 내년 봄 개통 -")[0] == "해안 절벽 위로 숲길"


@pytest.mark.parametrize(
    "note",
    [
        "| 엠바고 : 9월 3일(금) 10시 |",
        "| 다라군청 |",
        "| 다라군 공보팀 ⏎ 즉시 보도 가능 |",
        "| ※ 보도 유예를 지켜 주세요 ※ |",
        "| ※ 9월 3일 10시 전에는 보도할 수 없음 ⏎ * 온라인 포함 |",
    ],
)
def test_plain_headline_below_a_frame_of_the_head(note: str) -> None:
    found = release("보도자료", TIMES, note, TITLE, "- 내년 봄 개통 -", BODY, MORE)
    assert (found.title, found.subtitles) == (TITLE, ("내년 봄 개통",))


@pytest.mark.parametrize(
    "asked",
    [
        "| 담당부서 | 산림녹지과 | 과장 홍길동 (061-000-0300) |",
        "| 담당 | 산림녹지과 | 과장 홍길동 (061-000-0300) |\n| 공보 | 소통담당관 | 팀장 이영희 (061-000-0200) |",
        "| 산림녹지과 | 과장 | 홍길동 | 061-000-0300 |",
        "| 담당부서 | 산림녹지과 | 팀장 | 홍길동 |",
        "| 담당자 | 홍길동 |\n| 분야 | 관광 |",
    ],
)
@pytest.mark.parametrize("above", [TIMES, "| 보도자료 |"])
def test_plain_headline_below_a_table_of_whom_to_ask(above: str, asked: str) -> None:
    found = release("보도자료", above, asked, TITLE, "- 내년 봄 개통 -", BODY, MORE)
    assert (found.title, found.subtitles) == (TITLE, ("내년 봄 개통",))
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY, MORE]


@pytest.mark.parametrize("table", ["| 구분 | 길이 |\n| 숲길 | 8km |", "| 담당 | 산림녹지과가 12일 숲길을 열었다. |"])
def test_line_below_another_table_is_no_headline(table: str) -> None:
    assert release("보도자료", TIMES, table, "숲길은 8km로 이어진다", BODY, MORE).title is None


@pytest.mark.parametrize("part", ["목 차", "일러두기", "< 요 약 >", "차  례"])
def test_part_before_the_story_is_no_headline(part: str) -> None:
    frame = f"| {part} ⏎ 숲길의 자리 ‥ 1 ⏎ 숲길의 길이 ‥ 2 |"
    found = release("보도자료", TIMES, TITLE, frame, "| 구분 | 길이 |\n| 숲길 | 8km |", BODY, MORE)
    assert found.title == TITLE
    assert release("보도자료", TIMES, frame, f"| {TITLE} |", BODY, MORE).title == TITLE
    assert release("보도자료", TIMES, part, BODY, MORE).title is None


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
def test_blank_line_is_no_headline(blank: str) -> None:
    lines = [paragraph(text, f"s0/p{at}") for at, text in enumerate(["보도자료", "배포일 : 2021. 9. 3.(금)", blank])]
    document = Document(format=Format.HWPX, metadata=Metadata(), blocks=tuple(lines), coverage=Coverage())
    assert extract_fields(document, SourceInfo(format=Format.HWPX, filename=None, size=0, sha256="")).title is None


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


@pytest.mark.parametrize("below", ["- 내년 봄 개통 -", "□ 내년 봄에 연다."])
def test_headline_with_a_full_stop(below: str) -> None:
    assert headline("숲길을 새로 낸다.", below)[0] == "숲길을 새로 낸다."


@pytest.mark.parametrize(
    ("frame", "found"),
    [
        ("| < 숲길 개통 행사 > ⏎ - 내년 봄 - |", ("숲길 개통 행사", ("내년 봄",))),
        ("| < 숲길 개통 행사 > ⏎ 누구나 걷는다 |", (None, ())),
        ("| < - > |", (None, ())),
    ],
)
def test_lines_below_a_headline_in_brackets(frame: str, found: tuple[str | None, tuple[str, ...]]) -> None:
    assert headline(frame)[:2] == found


def test_sub_headline_behind_a_forced_break() -> None:
    assert headline(f"{TITLE}↵- 내년 봄 개통 -") == (TITLE, ("내년 봄 개통",), [BODY, MORE])
    assert headline("다라군,↵해안 숲길 8km 새로 낸다", "- 내년 봄 개통 -")[0] == TITLE


def test_sub_headlines_below_one_in_brackets() -> None:
    assert headline(f"< {TITLE} >", "- 내년 봄 개통 -") == (TITLE, ("내년 봄 개통",), [BODY, MORE])


@pytest.mark.parametrize("unit", ["산림청 산림복지과", "산림청 산림이용국 숲길정책팀"])
def test_unit_of_an_agency_beside_the_headline(unit: str) -> None:
    assert headline(unit, TITLE, "- 내년 봄 개통 -") == (TITLE, ("내년 봄 개통",), [BODY, MORE])
    assert headline(TITLE, unit) == (TITLE, (), [BODY, MORE])


@pytest.mark.parametrize("line", ["산림청 숲길 조성 성과", "산림청 숲길 공모 결과", "산림청 숲길 만들기 과"])
def test_headline_that_opens_with_an_agency_and_ends_like_a_unit(line: str) -> None:
    assert headline(line, "- 내년 봄 개통 -")[0] == line


@pytest.mark.parametrize("tag", ["【보도자료】 ", "〔보도자료〕", "[보도자료] "])
def test_banner_word_in_brackets_before_the_headline(tag: str) -> None:
    found = release(f"{tag}{TITLE}", "- 내년 봄 개통 -", BODY, MORE, "문의 : 지도과 홍길동(02-0000-0001)")
    assert (found.masthead, found.title) == ("보도자료", TITLE)


@pytest.mark.parametrize("end", ["산책로", "등산로", "회전교차로", "탐방로", "진입로"])
def test_way_at_the_end_of_a_headline_leaves_nothing_open(end: str) -> None:
    title = f"다라군, 새로 연 {end}"
    assert headline(title, "시민 1천 명 걸어")[:2] == (title, ("시민 1천 명 걸어",))
