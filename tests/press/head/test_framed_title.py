from __future__ import annotations

import pytest
from builders.blocks import box, frame, picture, release, table
from builders.framed_headlines import BODY, HEAD, TIMES, below, headline

from hwpextract.document import Block


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("| 동네 지도를 연다 |", "동네 지도를 연다"),
        ("| 모두가 쓰는  ⏎ 동네 지도를↵ 연다 |", "모두가 쓰는 동네 지도를 연다"),
        ("| 동네\u00a0지도를\u3000연다 |", "동네 지도를 연다"),
        ("| ｢동네 지도｣ 人, 心 <시범> ᄒᆞᆫ글‧❶ 연다 |", "｢동네 지도｣ 人, 心 <시범> ᄒᆞᆫ글‧❶ 연다"),
        ("| 지도를 고칠 수 있도록 하고 있습니다. |", "지도를 고칠 수 있도록 하고 있습니다."),
        ("| 제 목 : 동네 지도를 연다 |", "동네 지도를 연다"),
        ("| | | |\n| | 동네 지도를 연다 | |\n| | | |", "동네 지도를 연다"),
        ("동네 지도를 연다", "동네 지도를 연다"),
    ],
)
def test_title_alone(text: str, title: str) -> None:
    assert headline(text) == (title, [])


@pytest.mark.parametrize(
    ("text", "subtitles"),
    [
        ("| 동네 지도를 연다 |\n| - 골목까지 한눈에 - |", ["골목까지 한눈에"]),
        ("| 동네 지도를 연다 |\n| – 골목까지 한눈에 – |", ["골목까지 한눈에"]),
        (
            "| 동네 지도를 연다 |\n| - 골목까지 한눈에 ⏎ - 휴대전화로 보는 길 |",
            ["골목까지 한눈에", "휴대전화로 보는 길"],
        ),
        (
            "| 동네 지도를 연다 |\n| - 골목까지 ⏎ 한눈에 - ⏎ - 휴대전화로 보는 길 - |",
            ["골목까지 한눈에", "휴대전화로 보는 길"],
        ),
        # The opening dash of the second is an automatic bullet.
        (
            "| 동네 지도를 연다 |\n| - 골목까지 한눈에 - ⏎ 휴대전화로 보는 길 - |",
            ["골목까지 한눈에", "휴대전화로 보는 길"],
        ),
        ("| 동네 지도를 연다 |\n| 골목까지 한눈에 ⏎ 휴대전화로 보는 길 |", ["골목까지 한눈에", "휴대전화로 보는 길"]),
        (
            "| 동네 지도를 연다 |\n| - 골목까지 한눈에 |\n| - 휴대전화로 보는 길 |",
            ["골목까지 한눈에", "휴대전화로 보는 길"],
        ),
        ("| 동네 지도를 연다 ⏎ - 골목까지 한눈에 - |", ["골목까지 한눈에"]),
        ("| 동네 지도를 연다 ⏎ 골목까지 한눈에 - |", ["골목까지 한눈에"]),
        ("| 동네 지도를 연다 ⏎ ▴ 골목까지 한눈에 ⏎ ▴ 휴대전화로 보는 길 |", ["골목까지 한눈에", "휴대전화로 보는 길"]),
        pytest.param("| 동네 지도를 연다 |\n| □ 골목까지 한눈에 |", ["골목까지 한눈에"]),
        pytest.param("| 동네 지도를 연다 |\n| : 골목까지 한눈에 |", ["골목까지 한눈에"]),
        pytest.param("| 동네 지도를 연다 |\n| < 골목까지 한눈에 > |", ["골목까지 한눈에"]),
        ("| 동네 지도를 연다 |\n| - 4. 12. 골목 답사 |", ["4. 12. 골목 답사"]),
        pytest.param("| 동네 지도를 연다 |\n| -3.2%p 낮아진 길 찾기 비용 |", ["-3.2%p 낮아진 길 찾기 비용"]),
        ("| 동네 지도를 연다 |\n| - 골목길(2~3층)까지 한눈에 |", ["골목길(2~3층)까지 한눈에"]),
        ("동네 지도를 연다\n\n- 골목까지 한눈에 -", ["골목까지 한눈에"]),
        ("동네 지도를 연다\n\n- 골목까지 한눈에\n\n- 휴대전화로 보는 길", ["골목까지 한눈에", "휴대전화로 보는 길"]),
    ],
)
def test_title_with_subtitles(text: str, subtitles: list[str]) -> None:
    assert headline(text) == ("동네 지도를 연다", subtitles)


@pytest.mark.parametrize(
    "text",
    [
        "| 동네 지도를 연다 |\n| - 골목까지 한눈에 - |\n| 【관련 국정과제】 121. 경제외교 역량 강화 |",
        "| 동네 지도를 연다 |\n| - 골목까지 한눈에 - ⏎ 【관련 국정과제】 121. 경제외교 역량 강화 |",
        "| 동네 지도를 연다 ⏎ 〔관련 국정과제〕 12. 지도 나라 |\n| - 골목까지 한눈에 - |",
        "| 동네 지도를 연다 |\n| - 골목까지 한눈에 - ⏎ * 골목: 너비 4m 아래의 길 |",
        "| 동네 지도를 연다 |\n| - 골목까지 한눈에 - ⏎ ※ 국문·영문 동시 배포 |",
        pytest.param("| 동네 지도를 연다 |\n| ― ⏎ - 골목까지 한눈에 - |"),
    ],
)
def test_agenda_notes_and_stray_marks_are_no_headline(text: str) -> None:
    assert headline(text) == ("동네 지도를 연다", ["골목까지 한눈에"])


@pytest.mark.parametrize(
    "agenda", ["【관련 국정과제】 12. 지도 나라", "< 관련 국정과제 > 12. 지도 나라", "국정과제 : 12. 지도 나라"]
)
@pytest.mark.parametrize(
    "form", ["| {} ⏎ 동네 지도를 연다 |", "| {} |\n| 동네 지도를 연다 |", "{}\n\n동네 지도를 연다"]
)
def test_headline_below_the_agenda(form: str, agenda: str) -> None:
    found = below(form.format(agenda))
    assert (found.title, found.subtitles, found.national_agenda) == ("동네 지도를 연다", (), ("12. 지도 나라",))


@pytest.mark.parametrize(
    "title", ["국정과제 점검 보고회 연다", "국정과제 12개 점검한다", "<국정과제 보고회> 지도로 연다"]
)
def test_headline_that_tells_of_the_agenda(title: str) -> None:
    found = below(f"| {title} |")
    assert (found.title, found.national_agenda) == (title, ())


@pytest.mark.parametrize(
    "notice",
    [
        "| ※ 주말 엠바고 주의 : 4월 12일 (일요일) 낮 12시부터 보도가능 ※ |",
        "| ◈ 골목 지도가 나왔다. ⏎ ◈ 누구나 쓸 수 있다. |",
        "| < 보도 내용 (가나일보, 4.10) > ⏎ ◈ 길 찾기 어렵다 |",
        "| < 요 약 > |\n| 골목 지도가 나왔다. |",
    ],
)
def test_boxes_around_the_title_are_no_title(notice: str) -> None:
    assert headline("| 동네 지도를 연다 |\n\n" + notice) == ("동네 지도를 연다", [])
    assert headline(notice + "\n\n| 동네 지도를 연다 |") == ("동네 지도를 연다", [])


def test_title_in_a_text_box() -> None:
    assert headline(box("동네 지도를 연다", "- 골목까지 한눈에 -")) == ("동네 지도를 연다", ["골목까지 한눈에"])


def test_title_in_a_frame_inside_a_frame() -> None:
    assert headline(frame(table("| 동네 지도를 연다 |\n| - 골목까지 한눈에 |"))) == (
        "동네 지도를 연다",
        ["골목까지 한눈에"],
    )


def test_title_in_the_header_table_of_a_cover() -> None:
    found = release(
        """
        | | {1x3} 인구동향조사 |
        | {2x2} 보도자료 | 보도일시 | 2021. 11. 8.(월) 12:00 |
        | 배포일시 | 2021. 11. 8.(월) 08:30 |
        | 담당부서 | {1x3} 사회통계국 인구동향과 |
        | {1x4} 2020년 귀농 인구이동 통계 ⏎ - 시군별로 처음 공개 - |
        """,
        BODY,
    )
    assert (found.title, found.subtitles) == ("2020년 귀농 인구이동 통계", ("시군별로 처음 공개",))
    assert found.evidence["title"].rule == "title.cover"


@pytest.mark.parametrize(
    "times",
    [
        "| {2x1} 보도시점 | (온라인) 2026. 4. 12.(일) 국무회의 의결 후 |\n| (지  면) 2026. 4. 13.(월) 국무회의 의결 후 |",
        "| 보도시점 | (온라인) 2026. 4. 12.(일) 국무회의 의결 후 |\n| | (지  면) 2026. 4. 13.(월) 국무회의 의결 후 |",
        "| {2x1} 배포 | {2x1} 2026. 4. 10.(금) | {2x1} 보도시점 | 2026. 4. 12.(일) 협약식 종료 후 |\n| 4. 13.(월) 협약식 기사 |",
    ],
)
def test_row_beside_a_label_of_times_is_no_headline(times: str) -> None:
    found = release("| <pic/> | 보도자료 | |", times, "| 동네 지도를 연다 |\n| - 골목까지 한눈에 - |", BODY)
    assert (found.title, found.subtitles) == ("동네 지도를 연다", ("골목까지 한눈에",))
    assert len(found.release_times) == 2
    found = release("| <pic/> | 보도자료 | |", f"{times}\n| {{1x2}} 동네 지도를 연다 |", BODY)
    assert found.title == "동네 지도를 연다"


@pytest.mark.parametrize("tag", ["[참고] ", "【 참 고 】", "<참고> ", "〈보도설명〉 ", "참고) ", "(해명) "])
def test_kind_of_release_before_a_framed_headline(tag: str) -> None:
    assert headline(f"| {tag}동네 지도를 연다 |\n| - 골목까지 한눈에 - |") == (
        f"{tag}동네 지도를 연다",
        ["골목까지 한눈에"],
    )
    assert below("□ 새 지도의 구성", f"| {tag}동네 지도를 연다 |").title != "동네 지도를 연다"


@pytest.mark.parametrize(
    "row", ["[설명]", "【보도참고】", "( 참 고 )", "[해명자료]", "다시 대한민국! 새로운 국민의 나라"]
)
def test_kind_of_release_alone_above_a_framed_headline(row: str) -> None:
    assert headline(f"| {row} |\n| 동네 지도를 연다 |\n| - 골목까지 한눈에 - |") == (
        "동네 지도를 연다",
        ["골목까지 한눈에"],
    )
    assert headline(f"| {row} ⏎ 동네 지도를 연다 |") == ("동네 지도를 연다", [])


@pytest.mark.parametrize("tag", ["<지도 목록> ", "【지도】 □ ", "※ "])
def test_words_in_brackets_that_are_no_kind_of_release(tag: str) -> None:
    assert below(f"| {tag}골목길 ⏎ 시장길 |", "| 동네 지도를 연다 |").title == "동네 지도를 연다"


@pytest.mark.parametrize(
    "words",
    [
        "정례 브리핑",
        "보도참고자료",
        "행정안전부",
        "가나경찰서",
        "www.mois.go.kr",
        "홍보담당관",
        "제2차장검사 홍길동 ⏎ 전화 02-000-0300",
        "전문공보관 부장검사 홍길동 ⏎ Tel 02-000-0300",
    ],
)
def test_frame_with_banner_word_or_sender_alone_is_no_headline(words: str) -> None:
    title = "| 동네 지도를 연다 ⏎ - 골목까지 한눈에 - |"
    assert headline(f"| {words} |", title) == ("동네 지도를 연다", ["골목까지 한눈에"])
    assert release("보도자료", f"| {words} |", TIMES, title, BODY).title == "동네 지도를 연다"
    assert release("보도자료", f"| {words} |", TIMES, "동네 지도를 연다", "- 골목까지 한눈에 -", BODY).subtitles == (
        "골목까지 한눈에",
    )
    assert below(f"| {words} |").title is None


@pytest.mark.parametrize("words", ["누구나 걷는 길, 함께 여는 내일", "숲과 사람"])
def test_frame_of_a_slogan_above_one_with_sub_headlines(words: str) -> None:
    title = "| 동네 지도를 연다 ⏎ - 골목까지 한눈에 - |"
    assert headline(f"| {words} |", title) == ("동네 지도를 연다", ["골목까지 한눈에"])
    assert release("보도자료", f"| {words} |", TIMES, title, BODY).title == "동네 지도를 연다"


@pytest.mark.parametrize(
    "box", ["| □ 지도를 쓰는 곳 ⏎ - 골목 안내 - |", "| 지도를 쓰는 법 개요 ⏎ - 골목 안내 - |", "| 쓰는 곳 ⏎ - 골목 - |"]
)
def test_box_with_a_dashed_line_below_the_frame_of_a_headline(box: str) -> None:
    assert below("| 동네 지도를 연다 |", box).title == "동네 지도를 연다"


def test_framed_headline_behind_the_mark_of_a_note() -> None:
    assert headline("| ※ 동네 지도를 새로 연다 |") == ("동네 지도를 새로 연다", [])
    assert headline("| ※ 보도 유예를 지켜 주세요 |")[0] is None
    assert below("| ※ 동네 지도를 새로 연다 |", "| 골목 지도를 연다 |").title == "골목 지도를 연다"


@pytest.mark.parametrize(
    "lines", [["- 골목까지 한눈에 -"], ["- 골목까지 한눈에", "- 누구나 무료로 -"], ["| - 골목까지 한눈에 - |"]]
)
def test_sub_headlines_below_the_frame(lines: list[str]) -> None:
    found = release(HEAD, "| 동네 지도를 연다 |", *lines, BODY)
    assert found.subtitles == tuple(line.strip("-| ") for line in lines)
    assert [paragraph.text for paragraph in found.paragraphs] == [BODY]


@pytest.mark.parametrize(
    ("frame", "subtitles"),
    [
        (
            "| 골목까지 한눈에 보는 길 |\n| 누구나 무료로 내려받는 지도 |",
            ["골목까지 한눈에 보는 길", "누구나 무료로 내려받는 지도"],
        ),
        ("| 골목까지 한눈에 보는 길 ⏎ 4. 20. 전국에서 개통 |", ["골목까지 한눈에 보는 길", "4. 20. 전국에서 개통"]),
        ("| - 골목까지 한눈에 - |\n| ※ 그림은 따로 보냄 |", ["골목까지 한눈에"]),
        ("| ㅡ 골목까지 한눈에 ㅡ |", ["골목까지 한눈에"]),
        ("| ─ 골목까지 한눈에 ─ |", ["골목까지 한눈에"]),
        ("| 동네 지도 주요 내용 |", []),
        ("| <pic/> |\n| 새 지도를 들고 선 아이들 |", []),
        ("| 새 지도를 그리는 까닭은 이렇다. |", []),
        ("| 지도 그림 : 홍길동 작가 |", []),
        ("| 목 차 ⏎ 지도를 그리는 까닭과 방법 |", []),
    ],
)
def test_sub_headlines_in_a_frame_of_their_own(frame: str, subtitles: list[str]) -> None:
    assert headline("| 동네 지도를 연다 |", frame) == ("동네 지도를 연다", subtitles)


def test_frame_without_marks_that_is_not_right_between_title_and_story() -> None:
    assert headline("| 동네 지도를 연다 |\n| - 골목까지 한눈에 - |", "| 누구나 무료로 내려받는 지도 |")[1] == [
        "골목까지 한눈에"
    ]
    assert (
        below("| 동네 지도를 연다 |", "| 누구나 무료로 내려받는 지도 |", "| 구분 | 수 |\n| 지도 | 9 |").subtitles == ()
    )


@pytest.mark.parametrize("mark", "ㆍ․•")
def test_dots_before_sub_headlines(mark: str) -> None:
    assert headline(f"| 동네 지도를 연다 |\n| {mark} 골목까지 한눈에 ⏎ {mark} 누구나 무료로 |")[1] == [
        "골목까지 한눈에",
        "누구나 무료로",
    ]


def test_sub_headline_below_a_frame_that_has_one() -> None:
    found = release(HEAD, "| 동네 지도를 연다 |\n| - 골목까지 한눈에 - |", "- 누구나 무료로 -", BODY)
    assert found.subtitles == ("골목까지 한눈에", "누구나 무료로")


@pytest.mark.parametrize(
    "lines",
    [
        ["- 지도는 누구나 쓸 수 있다."],
        ["- 길 이름 3만 개", "- 골목 지도", "- 물길 지도", "- 산길 지도", "- 눈길 지도"],
        ["-3.5℃의 추위에도 연다"],
    ],
)
def test_dashed_lines_of_the_body(lines: list[str]) -> None:
    found = release(HEAD, "| 동네 지도를 연다 |", *lines, BODY)
    assert found.subtitles == ()
    assert [paragraph.text for paragraph in found.paragraphs] == [*lines, BODY]


def test_dashed_line_of_the_body_behind_sub_headlines() -> None:
    found = release(HEAD, "| 동네 지도를 연다 |\n| - 골목까지 한눈에 - |", "- 길 이름 3만 개", BODY)
    assert found.subtitles == ("골목까지 한눈에",)


@pytest.mark.parametrize("mark", ["-> ", "→ ", "⇒", "∎ ", "❍ ", "◎ "])
def test_mark_before_a_sub_headline_in_a_row_of_its_own(mark: str) -> None:
    assert below(f"| 동네 지도를 연다 |\n| {mark}골목까지 한눈에 |").subtitles == ("골목까지 한눈에",)


def test_arrow_within_a_title() -> None:
    found = below("| 골목 지도 여는 데 30일 ⏎ → 10일로 줄인다 |")
    assert (found.title, found.subtitles) == ("골목 지도 여는 데 30일 → 10일로 줄인다", ())


def test_contact_table_is_no_title() -> None:
    found = below("| 책임자 | 과장 | 홍길동 | 044-000-0000 |")
    assert found.title is None


def test_data_table_is_no_title() -> None:
    assert below("| 구분 | 값 |\n| 길이 | 3km |").title is None


def test_framed_headline_behind_the_mark_of_an_item() -> None:
    assert headline("| □ 우리 동네 지도를 연다 |\n| - 골목까지 한눈에 - |") == (
        "우리 동네 지도를 연다",
        ["골목까지 한눈에"],
    )
    assert below("| □ 우리 동네 지도를 연다 |\n| - 골목까지 모두 담음 |").title is None


def test_evidence_of_a_frame() -> None:
    frame_of_title = table("| 동네 지도를 ⏎ 연다 |\n| - 골목까지 한눈에 - |")
    evidence = below(frame_of_title).evidence
    assert evidence["title"].locator == frame_of_title.locator
    assert evidence["title"].raw == "동네 지도를 연다 - 골목까지 한눈에 -"
    assert (evidence["title"].rule, evidence["title"].confidence) == ("title.frame", 0.9)
    assert evidence["subtitles"].locator == frame_of_title.locator


@pytest.mark.parametrize(
    ("frame_text", "title", "subtitles"),
    [
        ("| - 골목까지 한눈에 - ⏎ 동네 지도를 연다 |", "동네 지도를 연다", ["골목까지 한눈에"]),
        ("| 동네 지도를 연다 ⏎ (부제) 골목까지 한눈에 |", "동네 지도를 연다", ["골목까지 한눈에"]),
        ("| 동네 지도를 연다 |\n| 부제 : 골목까지 한눈에 |", "동네 지도를 연다", ["골목까지 한눈에"]),
        ("| 동네 지도를 연다 |\n| ① 골목까지 한눈에 ⏎ ② 무료로 |", "동네 지도를 연다", ["골목까지 한눈에", "무료로"]),
        ("| 관계부처 합동 |\n\n| 동네 지도를 연다 |", "동네 지도를 연다", []),
        ("| (관계부처 합동) ⏎ 동네 지도를 연다 |", "동네 지도를 연다", []),
    ],
)
def test_lines_beside_the_headline(frame_text: str, title: str, subtitles: list[str]) -> None:
    found = release(HEAD, frame_text, BODY)
    assert (found.title, list(found.subtitles)) == (title, subtitles)


@pytest.mark.parametrize(
    ("lines", "title", "subtitles"),
    [
        (
            "동네 지도 5년 만에 새로 낸다 ⏎ 산림청, 숲길 3만 곳 담아",
            "동네 지도 5년 만에 새로 낸다",
            ["산림청, 숲길 3만 곳 담아"],
        ),
        ("동네 지도 새로 낸다 ⏎ 가나도시공사, 골목까지 담아", "동네 지도 새로 낸다", ["가나도시공사, 골목까지 담아"]),
        ("“길이 보인다” ⏎ 산림청, 동네 지도 낸다", "“길이 보인다” 산림청, 동네 지도 낸다", []),
        ("동네 지도를 ⏎ 산림청, 새로 낸다", "동네 지도를 산림청, 새로 낸다", []),
        ("한눈에 보는 ⏎ 제도, 바뀌는 지도", "한눈에 보는 제도, 바뀌는 지도", []),
        ("늘어난 신청 ⏎ 공무원, 동네 지도 쓴다", "늘어난 신청 공무원, 동네 지도 쓴다", []),
    ],
)
def test_line_of_a_frame_that_opens_with_an_agency(lines: str, title: str, subtitles: list[str]) -> None:
    assert headline(f"| {lines} |") == (title, subtitles)


def test_agenda_in_a_row_above_the_title() -> None:
    found = release(
        "| 보도자료 |",
        "| 보도시점 | 즉시 |",
        "| [국정과제 12-3] 지도 나라 |\n| 마바군, 새 지도를 연다 |",
        "지도를 연다.",
    )
    assert (found.title, found.national_agenda) == ("마바군, 새 지도를 연다", ("12-3 지도 나라",))


@pytest.mark.parametrize(
    "title", ["참고인 여비 오른다", "참고서 값 내린다", "별첨 서류 9종 사라진다", "붙임 서류 없이 신청한다"]
)
def test_headline_that_opens_with_an_annex_word(title: str) -> None:
    assert headline(f"| {title} |") == (title, [])
    assert headline(title) == (title, [])


@pytest.mark.parametrize("frame", ["| 붙임 지도 목록 |", "| 참고 |", "| 별첨자료 지도 |"])
def test_annex_is_no_headline(frame: str) -> None:
    assert below(frame).title is None


@pytest.mark.parametrize(
    ("title", "below", "found"),
    [
        ("동네 지도를 연다", "- 골목까지 한눈에 -", ("동네 지도를 연다", ("골목까지 한눈에",))),
        ("동네 지도를 연다", "- 골목까지 본다.", ("동네 지도를 연다", ())),
        ("※ 안내 말씀", "- 골목까지 한눈에 -", (None, ())),
        ("동네 지도를 연다 " * 60, "- 골목까지 한눈에 -", (None, ())),
    ],
)
def test_rows_below_the_labels_of_a_header(title: str, below: str, found: tuple[str | None, tuple[str, ...]]) -> None:
    rows = f"| {{1x2}} 보도자료 |\n| 배포일 | 2026. 4. 10.(금) |\n| 담당 | 지도과 |\n| {{1x2}} {title} |\n| {{1x2}} {below} |"
    release_with = release(rows, BODY)
    assert (release_with.title, release_with.subtitles) == found


@pytest.mark.parametrize(
    ("parts", "subtitles"),
    [
        (["| 동네 지도를, |\n| 이제 연다 |\n| - 골목까지 한눈에 - |"], ["골목까지 한눈에"]),
        (["| 동네 지도를, ⏎ 이제 연다 ⏎ (2026. 4. 12.) |"], []),
        (["| 동네 지도를, ⏎ 이제 연다 ⏎ < 골목까지 한눈에 > |"], ["골목까지 한눈에"]),
        (["| 동네 지도를, ⏎ 이제 연다 |", picture(), "- 골목까지 한눈에 -"], ["골목까지 한눈에"]),
        (["| 동네 지도를, ⏎ 이제 연다 |", "2026. 4. 12.(일)", "행정안전부"], []),
    ],
)
def test_headline_over_rows_and_lines_around_it(parts: list[str | Block], subtitles: list[str]) -> None:
    assert headline(*parts) == ("동네 지도를, 이제 연다", subtitles)


@pytest.mark.parametrize(
    "rows",
    [
        "| 보도시점 | 누리망·방송 | 2026. 4. 12.(일) 12:00 |\n| | 지 면 | 2026. 4. 13.(월) 조간 |",
        "| 배포일 | 2026. 4. 12.(일) |\n| 행사일 | 2026. 4. 20.(월) |",
        "| 보도일시 | 2026. 4. 12.(일) 12:00 |\n| 날짜 | 2026. 4. 10.(금) |",
    ],
)
def test_cell_beside_a_day_is_no_headline(rows: str) -> None:
    assert release("보도자료", rows, "| 동네 지도를 연다 |", BODY).title == "동네 지도를 연다"


@pytest.mark.parametrize("below", ["| 동네 지도를 연다 |", "동네 지도를 연다"])
def test_times_below_their_labels_are_no_headline(below: str) -> None:
    times = "| 보도일 | 배포일 |\n| 2026. 4. 12.(일) 12:00 | 2026. 4. 10.(금) |"
    found = release("보도자료", times, below, BODY)
    assert (found.title, [time.raw for time in found.release_times]) == ("동네 지도를 연다", ["2026. 4. 12.(일) 12:00"])


@pytest.mark.parametrize("line", ["행정안전부장관 이임식", "가나소방서장 이임식", "경찰청장 임명식", "교장 공모제"])
def test_ceremony_behind_a_position_is_a_headline_and_no_officer(line: str) -> None:
    assert headline(frame(line))[0] == line
