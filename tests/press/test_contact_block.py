"""Where whom to ask stands in a release, and which tables that look alike list other people."""

from __future__ import annotations

import pytest
from builders.blocks import frame, release
from builders.lines import person

from hwpextract.press.model import PressRelease

HEAD = "| {1x2} 보도자료 |\n| 보도시점 | 2023. 3. 2.(목) 조간 |"
TITLE = "| 동네 지도를 연다 |"
LEAD = "마바군은 2일 동네 지도를 연다고 밝혔다."
MORE = "주민이 그린 길이 지도에 담긴다."
TWO = "| 부서 | 성명 | 연락처 |\n| 지도과 | 홍길동 | 02-0000-0001 |\n| 측량과 | 김철수 | 02-0000-0002 |"
HEADS = TWO.partition("\n")[0]
BOTH = ["지도과 | - | - | 홍길동 | 02-0000-0001", "측량과 | - | - | 김철수 | 02-0000-0002"]


def people(found: PressRelease) -> list[str]:
    return list(map(person, found.contacts))


def at_the_foot(*parts: str) -> PressRelease:
    return release(HEAD, TITLE, LEAD, MORE, *parts)


FIRST = "| 담당 부서 | 심사과 | 책임자 | 과장 | 홍길동 | (042-000-0001) |"
SECOND = "| 담당 부서 | 통관과 | 책임자 | 과장 | 김철수 | (042-000-0002) |"


def test_several_tables_follow_each_other() -> None:
    found = at_the_foot(FIRST, SECOND)
    assert [unit.name for unit in found.departments] == ["심사과", "통관과"]
    assert [who.name for who in found.contacts] == ["홍길동", "김철수"]


def test_tables_of_annexes_are_none_of_the_release() -> None:
    found = at_the_foot(FIRST, "| 붙임 | | 참여 기관 연락처 |", SECOND)
    assert [unit.name for unit in found.departments] == ["심사과"]
    assert [who.name for who in found.contacts] == ["홍길동"]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([HEAD, TITLE, LEAD, MORE, TWO], id="foot"),
        pytest.param([HEAD, TWO, TITLE, LEAD, MORE], id="below the times"),
        pytest.param([HEAD, TITLE, TWO, LEAD, MORE], id="below the headline"),
        pytest.param(
            [HEAD, TITLE, LEAD, MORE, "자세한 내용은 아래 담당자에게 문의하시기 바랍니다.", TWO], id="request above"
        ),
        pytest.param(
            [HEAD, TITLE, LEAD, MORE, TWO, "자세한 내용은 위 담당자에게 문의하시기 바랍니다."], id="request below"
        ),
        pytest.param([HEAD, TITLE, LEAD, MORE, "붙임  행사 개요 1부.  끝.", TWO], id="list of annexes above"),
        pytest.param(
            [HEAD, TITLE, LEAD, MORE, TWO, "붙임 1", "행사 개요", "2일부터 닷새 동안 연다."], id="annex below"
        ),
        pytest.param([HEAD, TITLE, LEAD, MORE, "- 끝 -", TWO], id="end mark above"),
        pytest.param([HEAD, TITLE, LEAD, "○ 주민이 그린 길이 지도에 담김", TWO], id="item above"),
        pytest.param([HEAD, TITLE, LEAD, "○ 장소 : 마바군청", TWO], id="labelled item above"),
        pytest.param([HEAD, TITLE, LEAD, "□ 신청은 3월 2일부터 누리집에서 접수", TWO], id="item on applying above"),
        pytest.param(
            [HEAD, TITLE, LEAD, "○ 하천 아래 길도 지도에 담을 예정", TWO], id="item with a word of place above"
        ),
        pytest.param(
            [HEAD, TITLE, LEAD, "○ 문의", TWO.partition("\n| 측")[0], f"{HEADS}\n| 측{TWO.partition('| 측')[2]}"],
            id="two tables asked",
        ),
        pytest.param([HEAD, TITLE, LEAD, MORE, "□ 문의", TWO], id="asked"),
        pytest.param([HEAD, TITLE, LEAD, MORE, "【 담당자 연락처 】", TWO], id="asked in brackets"),
        pytest.param([HEAD, TITLE, LEAD, "○ 문의처", TWO, MORE], id="asked in the story"),
        pytest.param(
            [HEAD, TITLE, LEAD, "붙임 1", "행사 개요", "닷새 동안 연다.", "※ 문의", TWO], id="asked at the end"
        ),
    ],
)
def test_places(parts: list[str]) -> None:
    found = release(*parts)
    assert people(found) == BOTH
    assert found.title == "동네 지도를 연다"
    assert found.paragraphs[0].text == LEAD


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [(FIRST, SECOND, "홍길동 김철수"), (TWO.replace("홍길동", "이영희"), TWO, "이영희 김철수 홍길동")],
)
def test_tables_above_the_story_and_below_it(above: str, below: str, names: str) -> None:
    found = release(HEAD, TITLE, above, LEAD, MORE, below)
    assert [paragraph.text for paragraph in found.paragraphs] == [LEAD, MORE]
    assert [who.name for who in found.contacts] == names.split()


PAIR = """
| 담당 부서 | 길찾기과 | 책임자 | 과장 | 이영희 | (02-0000-0005) |
| | | 담당자 | 주무관 | 홍길동 | (02-0000-0006) |
"""


@pytest.mark.parametrize(
    ("below", "names"),
    [
        pytest.param(PAIR, "이영희 홍길동", id="again"),
        pytest.param(PAIR.replace("길찾기과", "지도과"), "이영희 홍길동 이영희 홍길동", id="another unit"),
        pytest.param(PAIR.replace("홍길동", "김철수"), "이영희 홍길동 이영희 김철수", id="another officer"),
        pytest.param(PAIR.replace("0006", "0007"), "이영희 홍길동 이영희 홍길동", id="another number"),
    ],
)
def test_officers_printed_in_head_and_foot(below: str, names: str) -> None:
    found = release(HEAD, PAIR, TITLE, LEAD, MORE, below)
    assert [who.name for who in found.contacts] == names.split()
    assert [paragraph.text for paragraph in found.paragraphs] == [LEAD, MORE]
    twice = release(HEAD, TITLE, LEAD, MORE, PAIR, PAIR)
    assert [who.name for who in twice.contacts] == ["이영희", "홍길동"]


def test_officers_of_one_table_stay_twice() -> None:
    found = release(HEAD, TITLE, LEAD, MORE, PAIR.strip() + PAIR)
    assert [who.name for who in found.contacts] == "이영희 홍길동 이영희 홍길동".split()


def test_table_at_the_end_of_the_annexes_ends_no_story() -> None:
    found = release(HEAD, TITLE, LEAD, "| 붙임 1 | 행사 개요 |", "닷새 동안 연다.", "※ 문의", TWO)
    assert people(found) == BOTH
    assert [paragraph.text for paragraph in found.paragraphs] == [LEAD]
    assert [annex.title for annex in found.annexes] == ["행사 개요"]


def test_the_story_ends_where_such_a_table_stands() -> None:
    found = release(HEAD, TITLE, LEAD, MORE, TWO, "#지도", "공공누리 제1유형")
    assert [paragraph.text for paragraph in found.paragraphs] == [LEAD, MORE]
    assert [type(block).__name__ for block in found.body] == ["Paragraph", "Paragraph"]
    assert found.hashtags == ("지도",)
    assert found.evidence["contacts"].rule == "contacts.columns"


STANDARD = "| 담당 부서 | 길찾기과 | 책임자 | 과장 | 이영희 | (02-0000-0005) |"


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([LEAD, TWO, MORE], id="between sentences"),
        pytest.param([LEAD, "□ 참석자", TWO], id="below a heading"),
        pytest.param([LEAD, "참석자는 다음과 같다.", TWO], id="below a sentence"),
        pytest.param([LEAD, TWO, "□ 지도는 누구나 내려받아 쓸 수 있음"], id="above an item"),
        pytest.param([LEAD, "< 수상자 명단 >", TWO], id="below a caption"),
        pytest.param([LEAD, "참가 신청 문의", TWO], id="where the public applies"),
        pytest.param([LEAD, frame("심사위원"), TWO], id="below a frame"),
        pytest.param([LEAD, "□ 참석자", TWO, TWO.replace("과 |", "팀 |")], id="two below a heading"),
        pytest.param([LEAD, "□ 수상자 명단", "※ 가나다순", TWO], id="below a heading and a note"),
        pytest.param([LEAD, "○ 상을 받은 사람은 아래 표와 같음", TWO], id="below an item that announces"),
        pytest.param([LEAD, "○ 아래 직원들이 새로 뽑힘", TWO], id="below an item on those below"),
        pytest.param([LEAD, "우수 직원은 다음 두 사람이다:", TWO], id="below a colon"),
        pytest.param([LEAD, "□ 올해 새로 뽑힌 지도 심사위원 명단", TWO], id="below a long heading"),
        pytest.param(
            [LEAD, "| 구분 | 성명 | 연락처 |\n| 위원장 | 홍길동 | 02-0000-0001 |\n| 위원 | 김철수 | 02-0000-0002 |"],
            id="committee",
        ),
        pytest.param([LEAD, "붙임  참석자 명단", TWO], id="annex in a line"),
        pytest.param([LEAD, "| 붙임 1 | 참석자 명단 |", TWO], id="annex in a frame"),
        pytest.param([LEAD, "| 붙임 1 | 행사 개요 |", "닷새 동안 연다.", "□ 강사", TWO], id="in an annex"),
        pytest.param(
            [LEAD, "| 소속 | 직위 | 성명 |\n| 지도과 | 과장 | 홍길동 |\n| 측량과 | 팀장 | 김철수 |"], id="no numbers"
        ),
        pytest.param(
            [LEAD, "| 소속 | 성명 | 연락처 |\n| 지도과 | 홍길동 | |\n| 측량과 | 김철수 | |"], id="empty numbers"
        ),
        pytest.param(
            [LEAD, "| 훈격 | 소속 | 성명 | 연락처 |\n| 장관상 | 지도과 | 홍길동 | 02-0000-0001 |"],
            id="award recipients",
        ),
        pytest.param(
            [LEAD, "| 구분 | 소속 | 성명 | 연락처 |\n| 최우수 | 지도과 | 홍길동 | 02-0000-0001 |"], id="winners"
        ),
        pytest.param([LEAD, "| 시간 | 발표자 | 연락처 |\n| 10:00 | 홍길동 | 02-0000-0001 |"], id="programme"),
        pytest.param([LEAD, "| 교육과정 | 성명 | 연락처 |\n| 지도반 | 홍길동 | 02-0000-0001 |"], id="training"),
        pytest.param(
            [LEAD, "| 소속 | 성명 | 연락처 |\n| 가나초등학교 | 홍길동 | 02-0000-0001 |"],
            id="schools of those who take part",
        ),
        pytest.param([LEAD, "| 부서 | 성명 | 연락처 |\n| 지도과 | 지도 제작 | 02-0000-0001 |"], id="no name"),
        pytest.param(
            [LEAD, "| 부서 | 성명 | 연락처 |\n| 지도과 | 홍길동 외 2명 | 02-0000-0001 |"], id="more than a name"
        ),
        pytest.param([LEAD, "| 부서 | 성명 | 연락처 |\n| 지도과 | 홍길동 | 누리집 참조 |"], id="no number"),
        pytest.param([LEAD, "| 도서관 | 홍길동 | 02-0000-0001 |\n| 누리집 | 김철수 | 02-0000-0002 |"], id="no unit"),
        pytest.param([LEAD, "| 성명 | |\n| 생년월일 | |\n| 연락처 | |"], id="form to fill in"),
        pytest.param([LEAD, "| 소속 | 성명 | 연락처 |\n" + "| 지도과 | 홍길동 | 02-0000-0001 |\n" * 40], id="too many"),
    ],
)
def test_lists_of_others(parts: list[str]) -> None:
    assert people(release(HEAD, TITLE, *parts)) == []
    found = release(HEAD, TITLE, *parts, STANDARD)
    assert [who.name for who in found.contacts] == ["이영희"]


@pytest.mark.parametrize(
    "line", ["< 담당 부서 >", "□ 실무 담당자", "○ 부서별 연락처", "보도자료 관련 문의", "※ 문의처 안내"]
)
def test_line_that_asks(line: str) -> None:
    assert people(at_the_foot(line, TWO)) == BOTH
    assert people(release(HEAD, TITLE, LEAD, line, TWO, MORE)) == BOTH


@pytest.mark.parametrize(
    "line", ["□ 참가 문의", "○ 심사위원 담당자", "< 예약 문의처 >", "강사 연락처", "담당자 교육 일정"]
)
def test_line_that_asks_others(line: str) -> None:
    assert people(at_the_foot(line, TWO)) == []


@pytest.mark.parametrize("line", ["□ 참석자", "< 수상자 명단 >", "상을 받은 직원은 아래와 같다."])
def test_list_of_others_below_a_contact_table(line: str) -> None:
    assert [who.name for who in at_the_foot(STANDARD, line, TWO).contacts] == ["이영희"]


@pytest.mark.parametrize(
    "last",
    [
        "자세한 내용은 지도과(02-0000-0001)로 문의하면 된다.",
        "지도는 지도과(☎ 02-0000-0001)에 문의하면 받아 볼 수 있다.",
    ],
)
def test_sentence_that_says_whom_to_ask_stays_in_the_story(last: str) -> None:
    found = at_the_foot(last)
    assert [paragraph.text for paragraph in found.paragraphs] == [LEAD, MORE, last]
    assert at_the_foot(last, "문의 : 지도과 홍길동(02-0000-0001)").paragraphs[-1].text == last
