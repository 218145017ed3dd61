from __future__ import annotations

import pytest
from builders.blocks import box, document, frame, paragraph, table
from builders.documents import note, para, spanning, stating, table_of

from hwpextract.document import Block, Box, Image, Link
from hwpextract.export.markdown import to_markdown
from hwpextract.press.model import Annex, Contact, ReleaseTime


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("□ 추진 배경", "□ 추진 배경"),
        ("  ○ (목적) R&D 투자 10.5% 늘려", "○ (목적) R&D 투자 10.5% 늘려"),
        ("<붙임> 개요 < 5 >", "<붙임> 개요 < 5 >"),
        ("<b>굵게</b><!-- 주석 -->", "&lt;b>굵게&lt;/b>&lt;!-- 주석 -->"),
        ("&lt;b&gt; &amp; A&B;", "&amp;lt;b&amp;gt; &amp;amp; A&amp;B;"),
        ("1. 개요", "1\\. 개요"),
        ("2026. 4. 13.(월)", "2026\\. 4. 13.(월)"),
        ("3) 일시", "3\\) 일시"),
        ("3.5% 늘어", "3.5% 늘어"),
        ("- 항목 - 하나", "\\- 항목 - 하나"),
        ("+ 더하기", "\\+ 더하기"),
        ("# 해시 #태그", "\\# 해시 #태그"),
        ("> 인용", "\\> 인용"),
        ("* 주석 **굵게**", "\\* 주석 \\*\\*굵게\\*\\*"),
        ("4. 13.~5. 4.", "4\\. 13.\\~5. 4."),
        ("파일_이름 _기울임_", "파일_이름 \\_기울임\\_"),
        ("`코드` \\ [대괄호](주소) 가|나", "\\`코드\\` \\\\ \\[대괄호\\](주소) 가\\|나"),
        ("제목↵===", "제목\\\n\\==="),
        ("첫 줄↵  1. 둘째 줄", "첫 줄\\\n1\\. 둘째 줄"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, shown: str) -> None:
    assert to_markdown(document(frame(text))) == "> " + shown.replace("\n", "\n> ") + "\n"


def test_control_characters_cannot_hide_a_tag() -> None:
    assert to_markdown(document(para("<\x00script>\x1b가"))) == "&lt;script>가\n"


def test_outline_levels_are_headings() -> None:
    made = document(para("개요\n둘째 줄", level=1), para("C #", level=3), para("깊이", level=9))
    assert to_markdown(made) == "# 개요 둘째 줄\n\n### C \\#\n\n###### 깊이\n"


def test_plain_cells_make_a_table_of_github() -> None:
    made = table_of(
        spanning(0, 0, "구분"),
        spanning(0, 1, Image(locator="s0/i0", name="image1.png", alt="기관|상징")),
        spanning(1, 0, "가\n나|다"),
        spanning(1, 1),
    )
    assert to_markdown(document(made)) == (
        "| 구분 | ![기관\\|상징](image1.png) |\n| --- | --- |\n| 가<br>나\\|다 |  |\n"
    )


def test_cells_with_spans_or_blocks_make_a_table_of_html() -> None:
    made = document("""
        | {2x1} 구분 | {1x2} <책방>⏎(곳) |
        | 2020년↵상반기 | 2022년 |
    """)
    assert to_markdown(made) == (
        "<table>\n"
        '<tr><td rowspan="2">구분</td><td colspan="2"><p>&lt;책방&gt;</p><p>(곳)</p></td></tr>\n'
        "<tr><td>2020년<br>상반기</td><td>2022년</td></tr>\n"
        "</table>\n"
    )


def test_blocks_inside_html_cells() -> None:
    linked = para("누리집", links=(Link(text="누리집", target='https://example.com/"><b>'),))
    logo = Image(locator="s0/i0", name="BinData/image 1.png", alt='"상징"\n그림', caption=(para("캡션"),))
    held: list[Block] = [linked, table("| 안 | 쪽 |"), box("상자"), frame("틀"), logo]
    made = table_of(spanning(0, 0, *held), spanning(0, 1, "옆").model_copy(update={"header": True}))
    assert to_markdown(document(made)) == (
        '<table>\n<tr><td><p><a href="https://example.com/%22%3E%3Cb%3E">누리집</a></p>'
        "<table><tr><td>안</td><td>쪽</td></tr></table>"
        "<blockquote><p>상자</p></blockquote><blockquote><p>틀</p></blockquote>"
        '<img src="BinData/image%201.png" alt="&quot;상징&quot; 그림"><p>캡션</p></td><th>옆</th></tr>\n</table>\n'
    )


def test_frames_and_boxes_are_quotes() -> None:
    captioned = Box(locator="s0/b9", blocks=(paragraph("안"), frame("속")), caption=(paragraph("캡션"),))
    assert to_markdown(document(captioned, frame(""))) == "> 안\n>\n> > 속\n\n캡션\n"


def test_a_table_without_content_is_left_out() -> None:
    assert to_markdown(document("앞", "| | |", frame(table("| | |")), "뒤")) == "앞\n\n뒤\n"


def test_links_lead_only_to_safe_places() -> None:
    links = (
        Link(text="누리집", target="https://example.com/가 (1)?a=1&b=|"),
        Link(text="편지", target="mailto:hong@example.com"),
        Link(text="단추", target="javascript:alert(1)"),
        Link(text="파일", target="C:\\자료.hwp"),
        Link(text="없는 말", target="https://example.com"),
    )
    assert to_markdown(document(para("새 누리집! 편지, 단추, 파일", links=links))) == (
        "새 [누리집](https://example.com/%EA%B0%80%20%281%29?a=1&b=%7C)! [편지](mailto:hong@example.com), 단추, 파일\n"
    )


def test_an_exclamation_mark_before_a_link_makes_no_image() -> None:
    made = para("보세요!여기", links=(Link(text="여기", target="https://example.com"),))
    assert to_markdown(document(made)) == "보세요\\![여기](https://example.com)\n"


@pytest.mark.parametrize("name", ["//example.com/a.png", "https://example.com/a.png", "\\\\example\\a.png", None])
def test_pictures_never_come_from_another_place(name: str | None) -> None:
    address = to_markdown(document(Image(locator="s0/i0", name=name))).split("(")[1]
    assert ":" not in address
    assert not address.startswith("/")


def test_notes() -> None:
    body, cell = para("본문!"), para("칸")
    side = (
        note("가\n나", on=body, label="1)"),
        note("다", on=body),
        note("칸의 주석", on=cell, label="*"),
        note("둘 곳 없는 주석", label="**"),
        note(" ", on=body),
    )
    merged = table_of(spanning(0, 0, cell), spanning(0, 1, "나", rows=2), spanning(1, 0, "다"))
    assert to_markdown(document(body, merged, side=side)) == (
        "본문\\![^1][^2]\n\n"
        '<table>\n<tr><td>칸<sup>*</sup></td><td rowspan="2">나</td></tr>\n<tr><td>다</td></tr>\n</table>\n\n'
        "[^1]: 가\\\n    나\n\n[^2]: 다\n\n\\* 칸의 주석\n\n\\*\\* 둘 곳 없는 주석\n"
    )


def test_a_note_of_several_paragraphs_stays_one_note() -> None:
    body = para("본문")
    long = note("", on=body).model_copy(update={"blocks": (para("첫째"), para("둘째"))})
    assert to_markdown(document(body, side=(long,))) == "본문[^1]\n\n[^1]: 첫째\n\n    둘째\n"


def test_nesting_without_end_becomes_plain_paragraphs() -> None:
    quoted: Block = para("속")
    cells: Block = para("속")
    for _ in range(5000):
        quoted = Box.model_construct(locator="s0/b0", blocks=(quoted,), caption=())
        cells = table_of(spanning(0, 0, cells, "가"), spanning(0, 1)).model_copy()
    assert to_markdown(document(quoted)).rstrip().endswith("> 속")
    assert "<p>속</p><p>가</p>" in to_markdown(document(cells))


def test_a_release_in_newsroom_order() -> None:
    whole = document("머리", "본문 하나", "| 가 | 나 |", para("소제목", level=1), "본문 둘", "담당 부서")
    made = stating(
        whole,
        masthead="보도자료",
        title="제목↵# 둘째 줄".replace("↵", "\n"),
        subtitles=("부제 *", "- 둘째"),
        agencies=("행정안전부", "소방청"),
        release_times=(ReleaseTime(raw="배포 즉시"),),
        contacts=(Contact(department="정책과", name="홍길동", email="hong@example.com"), Contact(name="김철수")),
        body=whole.blocks[1:-1],
        annexes=(Annex(label="붙임 1", title="개요", blocks=(para("소제목", level=1), para("내용"))),),
    )
    assert to_markdown(made).split("\n\n") == [
        "보도자료",
        "# 제목 \\# 둘째 줄",
        "**부제 \\***",
        "**\\- 둘째**",
        "- 기관: 행정안전부, 소방청\n- 보도시점: 배포 즉시",
        "본문 하나",
        "| 가 | 나 |\n| --- | --- |",
        "## 소제목",
        "본문 둘",
        "| 담당 부서 | 이름 | 전자우편 |\n| --- | --- | --- |\n| 정책과 | 홍길동 | hong@example.com |\n|  | 김철수 |  |",
        "## 붙임 1 개요",
        "### 소제목",
        "내용\n",
    ]
