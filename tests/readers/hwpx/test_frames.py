"""Notes, page headers, comments, memos, master pages."""

from __future__ import annotations

import pytest
from builders.hwpx import (
    DECLARATION,
    NAMESPACES,
    auto_number,
    ctrl,
    field_begin,
    field_end,
    p,
    package,
    pic,
    read,
    read_bytes,
    run,
    section,
    sublist,
    t,
    table,
    text,
)

from hwpextract.document import SideKind
from hwpextract.readers.flow import visible


def note(number: int, *paragraphs: str, name: str = "footNote", attributes: str = 'suffixChar="41"') -> str:
    return ctrl(f'<hp:{name} number="{number}" {attributes} instId="1">{sublist(*paragraphs)}</hp:{name}>')


def page(name: str, words: str) -> str:
    return ctrl(f'<hp:{name} id="1" applyPageType="BOTH">{sublist(text(words))}</hp:{name}>')


@pytest.mark.parametrize(("name", "kind"), [("footNote", SideKind.FOOTNOTE), ("endNote", SideKind.ENDNOTE)])
def test_note(name: str, kind: SideKind) -> None:
    numbered = p(run(auto_number(3, name.upper(), after=")"), t(" 설명")))
    document = read(text("앞"), p(run(t("본문"), note(3, numbered, text("더"), name=name), t(" 계속"))))
    assert document.text == "앞\n본문 계속"
    (side,) = document.side
    assert (side.kind, side.label, side.anchor, side.text) == (kind, "3)", "s0/p1", " 설명\n더")
    assert side.blocks[0].locator == f"s0/{kind.value}0/p0"
    assert document.coverage.characters.apart == len("설명더")
    assert document.coverage.characters.emitted == len("앞본문계속")


def test_note_without_number_in_its_text() -> None:
    sides = read(
        p(run(t("본문"), note(1, text("가")), note(2, text("나"), attributes='prefixChar="91" suffixChar="93"'))),
        p(run(t("본문"), note(4, text("다"), attributes=""))),
    ).side
    assert [side.label for side in sides] == ["1)", "[2]", "4"]


def test_only_the_first_number_is_the_label() -> None:
    numbers = p(
        run(
            auto_number(1, "FOOTNOTE", after=")"),
            t(" 표 "),
            auto_number(2, "TABLE"),
            t(", "),
            auto_number(1, "FOOTNOTE"),
        )
    )
    (side,) = read(p(run(t("본문"), note(1, numbers)))).side
    assert (side.label, side.text) == ("1)", " 표 2, 1")


def test_notes_in_cells_hang_on_the_paragraph_of_the_cell() -> None:
    cell = table([["@"]]).replace("<hp:t>@</hp:t>", t("칸") + note(1, text("설명")))
    (side,) = read(p(run(cell))).side
    assert (side.anchor, side.locator) == ("s0/t0/r0c0/p0", "s0/footnote0")


def test_page_headers_that_repeat_are_given_once() -> None:
    first = section(p(run(page("header", "보도자료"), page("footer", "쪽")), run(t("하나"))))
    second = section(p(run(page("header", "보도자료"), page("footer", "다른 쪽")), run(t("둘"))))
    document = read_bytes(package(first, second))
    assert [(side.kind, side.text) for side in document.side] == [
        (SideKind.HEADER, "보도자료"), (SideKind.FOOTER, "쪽"), (SideKind.FOOTER, "다른 쪽"),
    ]  # fmt: skip
    characters = document.coverage.characters
    assert (characters.emitted, characters.apart, characters.dropped) == (3, 8, {"repeated": 4})
    assert characters.met == 15


def test_pictures_beside_the_body_are_counted_apart() -> None:
    logo = ctrl(f'<hp:header id="1" applyPageType="BOTH">{sublist(p(run(pic("image1"))))}</hp:header>')
    document = read(p(run(logo, t("하나"))), parts={"BinData/image1.png": b"\x89PNG"})
    assert (document.coverage.images.emitted, document.coverage.images.apart) == (0, 1)


def test_empty_page_headers_are_nothing() -> None:
    assert read(p(run(page("header", " "), t("하나")))).side == ()


def test_hidden_comment() -> None:
    document = read(p(run(t("본문"), ctrl(f"<hp:hiddenComment>{sublist(text('속말'))}</hp:hiddenComment>"))))
    assert document.text == "본문"
    assert [(side.kind, side.text, side.anchor) for side in document.side] == [
        (SideKind.HIDDEN_COMMENT, "속말", "s0/p0")
    ]


@pytest.mark.parametrize(
    ("command", "created"),
    [("MEMO/65535/1/3445718208/31133827/홍길동/\\;;", "2024-09-27T02:20:21Z"), ("MEMO/65535/1", "2024-09-27T11:20:21")],
)
def test_memo(command: str, created: str) -> None:
    begin = field_begin(
        "MEMO",
        content=sublist(text("확인 바람")),
        Author="홍길동",
        CreateDateTime="2024-09-27T11:20:21Z",
        Command=command,
    )
    document = read(p(run(t("앞 "), begin, t("낱말"), field_end(), t(" 뒤"))))
    assert document.text == "앞 낱말 뒤"
    (side,) = document.side
    assert (side.kind, side.text, side.anchor) == (SideKind.MEMO, "확인 바람", "s0/p0")
    assert (side.author, side.created) == ("홍길동", created)


def test_master_pages() -> None:
    xml = f'{DECLARATION}<masterPage {NAMESPACES} id="masterpage0" type="BOTH">{sublist(text("대외비"))}</masterPage>'
    refers = '<hp:secPr><hp:masterPage idRef="masterpage0"/></hp:secPr>'
    document = read(p(run(refers, t("본문"))), p(run(refers)), parts={"Contents/masterpage0.xml": xml})
    assert document.text == "본문"
    (side,) = document.side
    assert (side.kind, side.text, side.locator) == (SideKind.MASTER_PAGE, "대외비", "s0/master_page0")
    assert side.blocks[0].locator == "s0/master_page0/p0"
    assert (document.coverage.characters.emitted, document.coverage.characters.apart) == (2, 3)


def test_master_page_that_is_missing_or_broken() -> None:
    refers = '<hp:secPr><hp:masterPage idRef="masterpage0"/></hp:secPr>'
    assert read(p(run(refers, t("본문")))).side == ()
    document = read(p(run(refers, t("본문"))), parts={"Contents/masterpage0.xml": "no xml"})
    assert [warning.code for warning in document.warnings] == ["stream_missing"]


def test_side_texts_are_in_document_order() -> None:
    sides = read(
        p(run(page("footer", "쪽"), t("본문"), note(1, text("가")))), p(run(t("끝"), note(2, text("나"))))
    ).side
    assert [side.locator for side in sides] == ["s0/footer0", "s0/footnote0", "s0/footnote1"]


@pytest.mark.parametrize(("words", "kept"), [("성명  입력", "이름: "), ("홍길동", "이름: 홍길동")])
def test_guides_of_fields_are_not_printed_until_somebody_writes_them(words: str, kept: str) -> None:
    guide = field_begin("CLICK_HERE", Command="Clickhere:set:41:Direction:wstring:5:성명 입력HelpState:wstring:0: ")
    document = read(p(run(t("이름: "), guide, t(words), field_end())))
    assert document.text == kept
    hidden = [(SideKind.HIDDEN, words, "s0/p0")] * (words not in kept)
    assert [(side.kind, side.text, side.anchor) for side in document.side] == hidden
    assert document.coverage.characters.met == visible("이름:" + words)


def test_keywords_of_the_index_stand_apart() -> None:
    mark = ctrl("<hp:indexmark><hp:firstKey>정책</hp:firstKey><hp:secondKey>데이터</hp:secondKey></hp:indexmark>")
    document = read(p(run(t("본문"), mark, t("이다"))))
    (side,) = document.side
    assert (side.kind, side.text, side.anchor) == (SideKind.INDEX_MARK, "정책\n데이터", "s0/p0")
    assert (document.text, document.coverage.characters.apart) == ("본문이다", 5)
