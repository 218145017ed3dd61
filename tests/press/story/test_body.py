from __future__ import annotations

import pytest
from builders.blocks import box, frame, paragraph, picture, release, table
from builders.stories import CONTACTS, FIRST, HEAD, LAST, story

from hwpextract.document import Block


def test_story_lies_between_headline_and_contacts() -> None:
    assert story(FIRST, LAST, CONTACTS, "담당자에게 물어보면 된다.") == [FIRST, LAST]


def test_story_of_a_release_without_contacts_ends_at_the_annexes() -> None:
    assert story(FIRST, LAST, "| 붙임 | | 지도 견본 |", "견본이다.") == [FIRST, LAST]


def test_story_of_a_release_with_nothing_behind_it() -> None:
    assert story(FIRST, LAST) == [FIRST, LAST]


def test_story_below_the_contacts() -> None:
    assert story(CONTACTS, FIRST, LAST, "| 붙임 | | 지도 견본 |", "견본이다.") == [FIRST, LAST]


def test_no_story() -> None:
    assert story() == []
    assert story(CONTACTS) == []


def test_marks_and_indents_stay() -> None:
    printed = [
        "□ 행정안전부는 동네 지도를 연다.",
        " ㅇ 지도는 누구나 쓴다.",
        "  - 길도 찾는다.",
        "   * 길: 너비 4m 이상",
    ]
    assert story(*map(paragraph, printed), FIRST, CONTACTS) == [*printed, FIRST]


def test_frames_tables_and_pictures_are_not_the_story() -> None:
    between: list[Block] = [table("| 구분 | 값 |\n| 길이 | 3km |"), box("길 이름은 모두 3만 개다."), picture()]
    lead = table("| ◈ 동네 지도가 나왔다. ⏎ ◈ 누구나 쓸 수 있다. |")
    found = release(HEAD, lead, FIRST, *between, LAST, CONTACTS)
    assert [paragraph.text for paragraph in found.paragraphs] == [FIRST, LAST]
    assert [block.kind for block in found.body] == ["table", "paragraph", "table", "box", "image", "paragraph"]


def test_whole_story_in_one_frame() -> None:
    assert story(frame(FIRST, LAST), CONTACTS) == [FIRST, LAST]
    assert story(box(FIRST, LAST), CONTACTS) == [FIRST, LAST]


@pytest.mark.parametrize(
    "note",
    [
        "- 골목까지 한눈에 -",
        "담당 : 지도과 홍길동(044-000-0501)",
        "※ 국문·영문 동시 배포",
        "* 이 자료는 잠정치임",
        "< 지도 여는 날 >",
        "━━━━",
    ],
)
def test_notes_and_captions_above_the_story(note: str) -> None:
    assert story(note, FIRST, LAST, CONTACTS) == [FIRST, LAST]


@pytest.mark.parametrize(
    "closing",
    [
        "※ 현장 사진 별도 배포 예정",
        "* 길: 너비 4m 이상",
        "< 지도 견본 >",
        "끝.",
        "<끝>",
        "/끝/",
        "(끝)",
        "\U000f00c1",
        "- - -",
        "- 끝 -",
        "// 끝 //",
        "위 자료는 오늘부터 보도해 주시기 바랍니다.",
        "기자 여러분의 많은 관심과 보도를 부탁드립니다.",
        "군정 홍보에 적극 협조해 주셔서 감사합니다.",
        "[끝] 이 자료는 마바군의 공식 자료입니다.",
        "이상.",
        "이상 끝.",
        "#지도 #골목길",
        "문의 : 지도과 홍길동(044-000-0501)",
        "담당부서 : 지도과\n\n연락처 : 061)000-4262",
        "〔지도과 ☎061-000-5055〕",
        "(지도과 담당자 061-000-2133)",
        "문의처 : 지도국 지도팀 과장 홍길동\n\nTel : (02) 000-0001, E-mail : aaaa0000@example.kr\n\n공보관 : Tel : (02) 000-4015",
        "이 자료에 대하여 더욱 자세한 내용을 원하시면 지도과 홍길동 사무관(☎ 02-0000-0000)에게 연락주시기 바랍니다.",
        "이 보도자료와 관련하여 보다 자세한 내용이나 취재를 원하시면 지도과(☎ 02-0000-0000)로 연락 주시기 바랍니다.",
        "☞ 본 자료를 인용하여 보도할 경우에는 출처를 표기하여 주시기 바랍니다.",
        "“한국은행 보도자료는 인터넷(http://www.example.kr)에도 수록되어 있습니다.”",
        "사진설명: 지도를 보는 사람들",
        "[사진 1] 지도를 보는 사람들",
        "공공누리 제1유형(출처표시)에 따라 이용할 수 있습니다.",
        "붙임  관련 사진 2매(별첨).  끝.",
        "붙임 1. 지도 견본\n\n2. 관련 사진\n\n3. 길 이름.  끝.",
        "붙임: 지도 견본 1부",
        "첨부 : 보도자료 1부 및 사진 3장. 끝.",
        "별첨 1. 지도 견본",
        "※ 붙임 : 지도 견본",
        "[참고] 지도 견본",
        "※ 현장 사진 별도 배포 예정\n\n붙임 1. 지도 견본\n\n끝.",
        "첨부파일 : 지도 견본",
        "사진 별도 첨부",
        "(사진 3매)",
        "☞ 자세한 내용은 붙임 참고",
        "자세한 내용은 붙임을 참고하시기 바랍니다.",
        "※ 보다 자세한 사항은 첨부파일을 확인하여 주시기 바랍니다.",
        "ㅇ 기타 상세한 내용은 별첨 자료를 참조해 주세요.",
        "자세한 사항은 붙임파일(동네 지도 안내.hwpx)을 참고하시기 바랍니다.",
        "관련 통계는 첨부 자료를 참고하시기 바랍니다.",
        "→ 붙임 2 참조",
        "(붙임 참고)",
        "세부 내용은 첨부된 자료에서 확인하실 수 있습니다.",
        "세부 일정은 참고자료에서 확인할 수 있습니다.",
        "[문의] 지도과 홍길동 044-000-0001",
        "지도과 홍길동 사무관 044-000-0001",
        "이 보도자료는 행정안전부 누리집(www.mois.go.kr)에서도 볼 수 있습니다.",
        "출처 : 국가데이터처",
        "기타 궁금한 사항은 행정안전부 지도과(☎ 044-000-0001)로 문의하시기 바랍니다.",
        "- 1 -",
        "1 / 3",
        "☞ 더 많은 지도는 행정안전부 누리집(www.mois.go.kr)을 참고하시기 바랍니다.",
        "지도 보급에 많은 보도 바랍니다.",
        "ⓒ 국가데이터처",
        "© 마바군",
        "주) 지난해 말 기준",
        "동영상 자료 : https://example.kr/map",
        "고화질 사진은 지도 누리집에서 내려받을 수 있습니다.\n\n- 웹하드 주소 : www.example.kr (ID: map / PW: 0000)",
        "본 자료는 국토교통부 홈페이지에서도 확인하실 수 있습니다.",
        "국토교통부 누리집(www.molit.go.kr) > 소식 > 보도자료",
        "다시, 대한민국! 새로운 국민의 나라",
    ],
)
def test_lines_that_close_the_story(closing: str) -> None:
    assert story(FIRST, LAST, closing, CONTACTS) == [FIRST, LAST]


@pytest.mark.parametrize(
    "text",
    [
        "참고로 지난해에는 3만 명이 지도를 썼다.",
        "붙임성 있는 안내원이 길을 알려 준다.",
        "별표는 없다.",
        "자세한 내용은 붙임 자료에서 확인할 수 있다.",
        "가나시는 첨부 서류를 확인하고 세부 내용을 참고해 지도를 고친다.",
        "자세한 내용은 누리집을 참고하시기 바랍니다.",
        "① 길 찾기 ② 길 이름",
        "이상 기후에 맞서 지도를 고친다.",
        "신청은 지도과(044-000-0501)에 전화로 하면 된다.",
        "문의는 늘고 있다.",
        "- 지도는 누구나 쓴다.",
        "사진으로 길을 찾는다.",
        "지도는 아직 그리는 중이므로 보도에 유의해 주시기 바랍니다.",
        "지도 사업에 많은 관심과 협조를 부탁드립니다.",
        "ⓒ 표시는 지도를 그린 사람을 알린다.",
        "(주)가나지도가 길을 그린다.",
        "이 자료는 도서관과 누리집에서 볼 수 있다.",
        "관련 사진은 전시관에서 볼 수 있다.",
        "지도는 길 > 마을 > 나라 차례로 커진다.",
    ],
)
def test_sentences_that_only_begin_alike(text: str) -> None:
    assert story(FIRST, text, LAST, CONTACTS) == [FIRST, text, LAST]
    assert story(FIRST, text, CONTACTS) == [FIRST, text]


def test_notes_and_headings_inside_the_story_stay() -> None:
    printed = [FIRST, "<지도는 누구나>", "지도를 연다.", "* 지도: 길을 그린 그림", LAST]
    assert story(*printed, CONTACTS) == printed


def test_caption_above_a_table_is_not_the_story() -> None:
    assert story(FIRST, "< 이용 순서 >", "| 1 | 2 |\n| 찾기 | 가기 |", LAST, CONTACTS) == [FIRST, LAST]


def test_stories_on_both_sides_of_the_contact_block() -> None:
    """A statistical bulletin has its contacts on the cover, with a box or two, and the story behind."""
    cover = table("| ◈ 동네 지도를 누구나 쓴다. |")
    assert story(cover, CONTACTS, FIRST, LAST) == [FIRST, LAST]


def test_caption_of_a_numbered_photograph_closes_the_story() -> None:
    assert story(FIRST, LAST, "#지도 #가나", "사진 1. 지도를 보는 사람들") == [FIRST, LAST]


def test_page_number_within_the_story() -> None:
    assert story(FIRST, "- 2 -", LAST, CONTACTS) == [FIRST, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "※ 참고: 지난해 지도 3종",
        "* 별첨 안내도 참조",
        "<참고> 지난해에는 세 곳이었다.",
        "(참고) 작년 이용자",
        "붙임 서류를 갖추어야 한다.",
        "별표 2의 기준에 따른다.",
        "첨부 서류는 2종이다.",
    ],
)
@pytest.mark.parametrize("foot", [[CONTACTS], [CONTACTS, "| 붙임 | | 지도 견본 |", "견본이다."]])
def test_line_within_the_story_that_opens_with_an_annex_word(line: str, foot: list[str]) -> None:
    assert story(FIRST, line, LAST, *foot) == [FIRST, line, LAST]
    assert LAST in story(line, FIRST, LAST, *foot)


def test_note_between_items_that_are_no_sentences() -> None:
    items = ["□ 동네 지도 보급", "※ 참고 : 지난해 3종", "□ 누구나 이용"]
    assert story(*items, CONTACTS) == items


@pytest.mark.parametrize(
    "listed",
    [
        ["붙임 : 1. 지도", "2. 안내문. 끝."],
        ["붙임 지도 1부", "ㅇ 안내문", "자세한 내용은 지도과로 문의하시기 바랍니다."],
        ["[붙임] 지도", "지도는 누리집에서 내려받을 수 있습니다."],
        ["※ 별첨 : 지도", "- 안내문"],
    ],
)
def test_list_of_annexes_closes_the_story(listed: list[str]) -> None:
    assert story(FIRST, LAST, *listed, CONTACTS) == [FIRST, LAST]


@pytest.mark.parametrize("day", ["4월 12일(일) 10:00", "4월 12일(일) 오후 2시"])
def test_timetable_that_closes_the_story(day: str) -> None:
    assert story(FIRST, LAST, day, CONTACTS) == [FIRST, LAST, day]


@pytest.mark.parametrize("day", ["2026. 4. 12.", "2026년 4월 12일(일)"])
def test_day_of_signature_closes_the_story(day: str) -> None:
    assert story(FIRST, LAST, day, CONTACTS) == [FIRST, LAST]


def test_evidence_of_the_story_is_its_first_paragraph() -> None:
    found = release(HEAD, FIRST, LAST, CONTACTS)
    assert found.evidence["paragraphs"].raw == FIRST
    assert found.evidence["paragraphs"].locator == found.paragraphs[0].locator


def test_sentence_that_trails_off_in_dots_is_no_entry_of_a_table_of_contents() -> None:
    last = "그는 “좋은 지도가 될 것”이라고 말했다........"
    assert story(FIRST, last) == [FIRST, last]
