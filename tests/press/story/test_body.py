from __future__ import annotations

import pytest
from builders.blocks import box, frame, paragraph, picture, release, table

from hwpextract.document import Block
from hwpextract.press.story.annexes import annex_head

HEAD = "| <pic/> | 보도자료 | |\n\n| 보도시점 | 2026. 4. 12.(일) 12:00 |\n\n| 동네 지도를 연다 |"
FIRST = "행정안전부는 12일 동네 지도를 연다고 밝혔다."
LAST = "지도는 누구나 쓸 수 있다."
CONTACTS = "| 담당 부서 | 지도과 | 책임자 | 과장 | 홍길동 | (044-000-0001) |"


def story(*parts: str | Block) -> list[str]:
    """Paragraphs of a release with these parts below its headline."""
    return [paragraph.text for paragraph in release(HEAD, *parts).paragraphs]


def annexes(*parts: str | Block) -> list[tuple[str, str | None]]:
    """Labels and titles of the annexes behind the contact block."""
    return [(annex.label, annex.title) for annex in release(HEAD, FIRST, CONTACTS, *parts).annexes]


# --- The story ---


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


@pytest.mark.parametrize(
    "line",
    [
        "기획재정부 대변인",
        "세종특별자치시 갈매로 477 정부세종청사 4동 (우 30109)",
        "(우) 03171 서울특별시 종로구 세종대로 209",
        "30112 세종특별자치시 도움6로 11 http://www.molit.go.kr",
        "경기도 수원시 영통구 도청로 30",
        "www.moef.go.kr",
        "홈페이지 : https://www.korea.kr",
    ],
)
def test_letterhead_is_not_the_story(line: str) -> None:
    assert story(FIRST, LAST, line) == [FIRST, LAST]
    assert story(line, FIRST, LAST, CONTACTS) == [FIRST, LAST]
    found = release(HEAD, FIRST, table(f"| <pic/> | 홍보실 ☎ 02-0000-0000 ⏎ {line} | |"))
    assert [block.kind for block in found.body] == ["paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "- (문의) 지도과 044-000-0001 로 전화하면 된다.",
        "접수는 지도과에서 받으며 전화는 044-000-0001",
        "○ 접수 : 4. 13.~4. 30. (지도과 044-000-0001)",
        "자세한 내용은 붙임의 지도를 참고하면 알 수 있다.",
        "사진은 누구나 쓸 수 있다.",
        "자세한 사항은 지도과(044-000-0001)에 문의하면 된다.",
        "출처를 밝히면 누구나 쓸 수 있다.",
        "서울특별시 종로구 세종대로 209에서 지도를 연다.",
        "행정안전부 대변인은 지도를 누구나 쓴다고 말했다.",
        "경기도 수원시는 지도로 100곳을 잇는다",
        "지도는 www.korea.kr 에서 볼 수 있다.",
        "경기 가나시 지도로 33에 있는 도서관에서 누구나 볼 수 있으며 주차는 공영주차장을 이용",
        "경기 가나시 지도로 77 일대는 정체가 심할 것으로 예상된다",
        "서울 가나구 지도로 10km 구간을 4차로로 확장",
        "□ 서울 가나구 지도로 465",
        "담당자 : 지역마다 상담사 30명이 나간다.",
        "자료 : 지난해보다 늘어난 자료를 공개했다.",
    ],
)
def test_lines_that_look_like_a_close(line: str) -> None:
    assert story(FIRST, line, CONTACTS) == [FIRST, line]


@pytest.mark.parametrize("gap", ["   ", "\u00a0\u00a0\u00a0", "↵  "])
def test_paragraph_typed_behind_another(gap: str) -> None:
    assert story(paragraph(f" {FIRST}{gap}{LAST}"), CONTACTS) == [f" {FIRST}", LAST]
    assert story(f"{FIRST}{gap}{LAST}   홍길동 장관은 “길은 모두의 것이다.”{gap}※ 길 이름: 3만 개", CONTACTS) == [
        FIRST,
        LAST,
        "홍길동 장관은 “길은 모두의 것이다.”",
    ]


def test_item_behind_a_forced_line_break() -> None:
    assert story(f"□ {FIRST}↵ㅇ {LAST}", CONTACTS) == [f"□ {FIRST}", f"ㅇ {LAST}"]


@pytest.mark.parametrize(
    "printed",
    [
        f"{FIRST}  {LAST}",  # two blanks are a habit of typists
        f"{FIRST}   끝.",
        f"{FIRST}     <끝>",
        "지도는 누구나   쓸 수 있다.",
        "지도는 1.   2.   3. 순으로 연다.",
        f"{FIRST}\n{LAST}",
    ],
)
def test_sentences_of_one_paragraph(printed: str) -> None:
    assert story(paragraph(printed), CONTACTS) == [printed]


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
        "[문의] 지도과 홍길동 044-000-0001",
        "지도과 홍길동 사무관 044-000-0001",
        "이 보도자료는 행정안전부 누리집(www.mois.go.kr)에서도 볼 수 있습니다.",
        "출처 : 국가데이터처",
        "기타 궁금한 사항은 행정안전부 지도과(☎ 044-000-0001)로 문의하시기 바랍니다.",
        "- 1 -",
        "1 / 3",
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
        "① 길 찾기 ② 길 이름",
        "이상 기후에 맞서 지도를 고친다.",
        "신청은 지도과(044-000-0501)에 전화로 하면 된다.",
        "문의는 늘고 있다.",
        "- 지도는 누구나 쓴다.",
        "사진으로 길을 찾는다.",
        "지도는 아직 그리는 중이므로 보도에 유의해 주시기 바랍니다.",
        "지도 사업에 많은 관심과 협조를 부탁드립니다.",
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


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("행정안전부는 12일 동네 지도를", "연다고 밝혔다."),
        ("  행정안전부는 12일 모두의 ", "동네 지도를 연다고 밝혔다."),
    ],
)
def test_paragraph_cut_by_a_stray_return(above: str, below: str) -> None:
    assert [text.strip() for text in story(paragraph(above), below, LAST, CONTACTS)] == [
        f"{above.strip()} {below}",
        LAST,
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("행정안전부는 12일 동네 지도를 연다.", "지도는 누구나 쓴다."),
        ("행정안전부는 12일 동네 지도를", "□ 지도는 누구나 쓴다."),
        ("  동네 지도를 연다. ", "지도는 누구나 쓴다."),
        ("  동네 지도를 마련함 ", "지도는 누구나 쓴다."),
        ("  동네 지도 전시회에 업체 참가 ", "  행정안전부는 지도를 연다."),
    ],
)
def test_whole_paragraphs_are_not_joined(above: str, below: str) -> None:
    assert len(story(paragraph(above), paragraph(below), LAST, CONTACTS)) == 3


# --- Annexes ---


@pytest.mark.parametrize(
    ("head", "label", "title"),
    [
        ("| 붙임 | | 지도 견본 |", "붙임", "지도 견본"),
        ("| 붙임 | 지도 견본 |", "붙임", "지도 견본"),
        ("| 붙임1 | | 지도 ⏎ 견본 |", "붙임1", "지도 견본"),
        ("| 붙임 1 | | 지도 견본 |", "붙임 1", "지도 견본"),
        ("| 붙 임2 | | 지도 견본 |", "붙 임2", "지도 견본"),
        ("| 붙임 1-2 | | 지도 견본 |", "붙임 1-2", "지도 견본"),
        ("| 참고 | | 지도 견본 |", "참고", "지도 견본"),
        ("| 참고 1 | 지도 견본 |", "참고 1", "지도 견본"),
        ("| 별첨 | | 지도 견본 |", "별첨", "지도 견본"),
        ("| 별 첨 | 지도 견본 |", "별 첨", "지도 견본"),
        ("| 별첨. | 지도 견본 |", "별첨", "지도 견본"),
        ("| <붙임> 지도 견본 |", "<붙임>", "지도 견본"),
        ("| 【붙임】 지도 견본 |", "【붙임】", "지도 견본"),
        ("| [붙임] 지도 견본 |", "[붙임]", "지도 견본"),
        ("| (붙임) 지도 견본 |", "(붙임)", "지도 견본"),
        ("| ※ 붙임 지도 견본 |", "붙임", "지도 견본"),
        ("| 붙임 : 지도 견본 |", "붙임", "지도 견본"),
        ("| 붙임 ① | 지도 견본 |", "붙임 ①", "지도 견본"),
        ("| 참고 Ⅱ | 지도 견본 |", "참고 Ⅱ", "지도 견본"),
        ("| 〔붙임 1〕 지도 견본 |", "〔붙임 1〕", "지도 견본"),
        ("| 붙임 | 2026년 지도 계획 |", "붙임", "2026년 지도 계획"),
        ("붙임 2026년 지도 계획", "붙임", "2026년 지도 계획"),
        ("참고 4. 13.(월) 지도 회의 결과", "참고", "4. 13.(월) 지도 회의 결과"),
        ("| 붙임 1 |\n| 지도 견본 |", "붙임 1", "지도 견본"),
        ("| 붙임 1 | 지도 견본 ⏎ * 4월 기준 |", "붙임 1", "지도 견본"),
        ("붙임 1  지도 견본", "붙임 1", "지도 견본"),
        ("[참고] 지도 견본", "[참고]", "지도 견본"),
        ("<별첨>", "<별첨>", None),
        ("| 참고자료 |", "참고자료", None),
    ],
)
def test_heads_of_annexes(head: str, label: str, title: str | None) -> None:
    block = release(head).document.blocks[0]
    assert annex_head(block) == (label, title)
    assert annexes(head, "| 구분 | 값 |\n| 길이 | 3km |") == [(label, title)]


@pytest.mark.parametrize(
    "text",
    [
        "자세한 내용은 붙임 참조",
        "붙임 1을 참조",
        "참고로 지도는 해마다 고친다.",
        "붙임  관련 사진 2매(별첨).  끝.",
        "첨부 : 보도자료 1부.",
        "| 참고 | 2024 | 2025 |\n| 길이 | 3km | 4km |\n| 너비 | 1m | 2m |",
        "| 구분 | 붙임 |",
        "붙임성 있는 안내원",
        "붙임 " + "긴 " * 80,
    ],
)
def test_what_is_no_head_of_an_annex(text: str) -> None:
    assert annex_head(release(text).document.blocks[0]) is None


def test_annex_holds_all_up_to_the_next_head() -> None:
    found = release(
        HEAD,
        FIRST,
        CONTACTS,
        """
        | 붙임 1 | | 지도 견본 |

        견본이다.

        | 구분 | 값 |
        | 길이 | 3km |

        | 붙임 2 | | 길 이름 |

        이름이다.
        """,
    )
    assert [(annex.label, annex.title, [block.kind for block in annex.blocks]) for annex in found.annexes] == [
        ("붙임 1", "지도 견본", ["paragraph", "table"]),
        ("붙임 2", "길 이름", ["paragraph"]),
    ]
    assert found.evidence["annexes"].raw == "붙임 1 / 붙임 2"


def test_label_alone_takes_the_line_below_for_its_title() -> None:
    (annex,) = release(HEAD, FIRST, CONTACTS, "| 붙임 |", "지도 견본", "견본이다.").annexes
    assert (annex.title, [block.kind for block in annex.blocks]) == ("지도 견본", ["paragraph"])


def test_sentence_below_a_label_is_no_title() -> None:
    (annex,) = release(HEAD, FIRST, CONTACTS, "| 붙임 |", "□ 견본이다.").annexes
    assert (annex.title, len(annex.blocks)) == (None, 1)


def test_list_of_annexes_is_no_annex_where_heads_are_framed() -> None:
    assert annexes("붙임 1  지도 견본", "붙임 2  길 이름", "| 붙임 1 | | 지도 견본 |", "견본이다.") == [
        ("붙임 1", "지도 견본")
    ]


def test_head_behind_an_ideographic_space() -> None:
    assert annexes(paragraph("\u3000붙임 1  지도 견본"), "견본이다.") == [("붙임 1", "지도 견본")]


def test_annexes_that_are_only_listed_are_none() -> None:
    found = release(HEAD, FIRST, "붙임 1. 지도 견본.  끝.", CONTACTS)
    assert found.annexes == ()
    assert "annexes" not in found.evidence


def test_annexes_above_the_contact_block() -> None:
    found = release(HEAD, FIRST, LAST, "| 붙임 | | 지도 견본 |", "견본이다.", CONTACTS)
    assert [paragraph.text for paragraph in found.paragraphs] == [FIRST, LAST]
    assert [(annex.label, annex.title, len(annex.blocks)) for annex in found.annexes] == [("붙임", "지도 견본", 1)]


def test_bracketed_label_on_a_line_of_its_own_is_a_head_beside_framed_ones() -> None:
    parts = ["<별첨>", "길 이름", "이름이다.", "| 붙임 1 | | 지도 견본 |", "[참고] 견본이란", "견본이다."]
    assert annexes(*parts) == [("<별첨>", "길 이름"), ("붙임 1", "지도 견본")]


def test_of_lines_with_the_same_words_the_last_is_the_head() -> None:
    parts = ["붙임 1 지도 견본", "붙임 2 길 이름", "붙임 1 지도 견본", "견본이다.", "붙임 2 길 이름", "이름이다."]
    found = release(HEAD, FIRST, CONTACTS, *parts).annexes
    assert [(annex.label, len(annex.blocks)) for annex in found] == [("붙임 1", 1), ("붙임 2", 1)]


def test_line_with_nothing_behind_it_is_an_entry_of_a_list() -> None:
    assert annexes("별첨. 지도 사진") == []


def test_stories_on_both_sides_of_the_contact_block() -> None:
    """A statistical bulletin has its contacts on the cover, with a box or two, and the story behind."""
    cover = table("| ◈ 동네 지도를 누구나 쓴다. |")
    assert story(cover, CONTACTS, FIRST, LAST) == [FIRST, LAST]


def test_annexes_of_a_release_without_contacts() -> None:
    found = release(HEAD, FIRST, "| 붙임 | | 지도 견본 |", "견본이다.")
    assert [(annex.label, annex.title) for annex in found.annexes] == [("붙임", "지도 견본")]
    assert found.contacts == ()


# --- Lines within the story and right behind it ---


def test_caption_of_a_numbered_photograph_closes_the_story() -> None:
    assert story(FIRST, LAST, "#지도 #가나", "사진 1. 지도를 보는 사람들") == [FIRST, LAST]


def test_page_number_within_the_story() -> None:
    assert story(FIRST, "- 2 -", LAST, CONTACTS) == [FIRST, LAST]


def test_numbered_item_does_not_go_on_with_the_line_above() -> None:
    assert story(FIRST, "ㅇ 주요 사업을", "(1) 지도 보급", CONTACTS) == [FIRST, "ㅇ 주요 사업을", "(1) 지도 보급"]


def test_blanks_behind_a_quote_that_goes_on() -> None:
    line = "가나시는 “지도를 쓰자.”   라고 밝혔다."
    assert story(line, CONTACTS) == [line]


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


# --- Evidence ---


def test_evidence_of_the_story_is_its_first_paragraph() -> None:
    found = release(HEAD, FIRST, LAST, CONTACTS)
    assert found.evidence["paragraphs"].raw == FIRST
    assert found.evidence["paragraphs"].locator == found.paragraphs[0].locator
