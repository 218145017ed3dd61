from __future__ import annotations

from itertools import permutations

import pytest
from builders.hwpx import header, p, read, run, t, text

from hwpextract.document import Paragraph
from hwpextract.readers.heads import PATHS, Heading, HeadKind, Level
from hwpextract.readers.hwpx.header import Header
from hwpextract.readers.numbers import NumberFormat


def test_styles_and_outline_levels() -> None:
    heading = '<hh:paraPr id="{}"><hh:align/><hh:heading type="{}" idRef="0" level="{}"/></hh:paraPr>'
    switched = (
        '<hh:paraPr id="4"><hp:switch><hp:case hp:required-namespace="x/2016/paragraph"><hh:heading type="OUTLINE" level="8"/>'
        '</hp:case><hp:default><hh:heading type="NONE" level="0"/></hp:default></hp:switch></hh:paraPr>'
    )
    shapes = heading.format(0, "NONE", 0) + heading.format(3, "OUTLINE", 1) + switched
    named = '<hh:style id="{}" type="PARA" name="{}"/>'
    styles = f"<hh:styles itemCnt='2'>{named.format(0, '바탕글')}{named.format(5, '개요 2')}</hh:styles>"
    found = read(
        text("하나"),
        p(run(t("둘")), shape=3, style=5),
        p(run("<hp:t>셋<hp:tab/></hp:t>"), shape=4, style=9),
        parts={"Contents/header.xml": header(shapes, styles)},
    ).blocks
    assert [(block.level, block.style) for block in found if isinstance(block, Paragraph)] == [
        (None, "바탕글"), (2, "개요 2"), (9, None),
    ]  # fmt: skip


def test_tracked_changes_and_their_authors() -> None:
    changes = (
        '<hh:trackChange type="Delete" date="2026-02-07T10:21:00Z" authorID="2" id="1"/><hh:trackChange type="Insert" id="5"/>'
        '<hh:trackChangeAuthor name="홍길동" id="0"/><hh:trackChangeAuthor name="김철수" id="1"/>'
    )
    found = Header(header(changes).encode())
    assert found.change("1") == ("김철수", "2026-02-07T10:21:00Z")
    assert found.change("5") == (None, None)
    assert found.change("7") == (None, None)


def test_a_header_that_says_nothing() -> None:
    found = Header(b"")
    assert (found.styles[b"1"], found.headings[b"1"], found.change("1")) == (None, None, (None, None))
    assert (found.numberings, found.bullets) == ({}, {})


def test_attributes_in_any_order() -> None:
    found = Header(b'<x:styles n="1"><x:style name="A &amp; B" type="PARA" id="3"/></x:styles>')
    assert (found.styles[b"3"], found.styles[b"4"]) == ("A & B", None)


def heading(shape: int, content: str, checked: str = "0") -> str:
    return f'<hh:paraPr id="{shape}" tabPrIDRef="0" checked="{checked}"><hh:align/>{content}</hh:paraPr>'


def test_headings_of_paragraph_shapes() -> None:
    shapes = (
        heading(0, '<hh:heading type="NONE" idRef="0" level="0"/>')
        + heading(1, '<hh:heading type="NUMBER" idRef="3" level="2"/>')
        + heading(2, '<hh:heading level="99" idRef="0" type="OUTLINE"/>')
        + heading(3, '<hh:heading type="BULLET" idRef="1" level="0"/>', checked="1")
        + heading(4, '<hh:heading type="MYSTERY" idRef="1" level="0"/>')
        + '<hh:style id="1" name="heading 1" engName="heading 1" type="OUTLINE"/>'
    )
    found = Header(header(shapes).encode())
    assert [found.headings[str(shape).encode()] for shape in range(6)] == [
        None,
        Heading(HeadKind.NUMBER, 3, 2),
        Heading(HeadKind.OUTLINE, 0, 9),
        Heading(HeadKind.BULLET, 1, 0, checked=True),
        None,
        None,
    ]


def test_a_heading_without_its_shape_or_its_end_is_passed_over() -> None:
    assert Header(b'<hh:heading type="NUMBER" idRef="3" level="2"/>').headings[b""] is None
    assert Header(b'<hh:paraPr id="1"><hh:heading type="NUMBER" idRef="3').headings[b"1"] == Heading(HeadKind.NUMBER)


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_lists_in_any_order(order: tuple[int, ...]) -> None:
    shape = heading(1, '<hh:heading type="NUMBER" idRef="3" level="2"/>')
    lists = [
        f'<hh:paraProperties itemCnt="1">{shape}</hh:paraProperties>',
        '<hh:styles itemCnt="1"><hh:style id="1" name="가"/></hh:styles>',
        '<hh:numberings itemCnt="1"><hh:numbering id="3"/></hh:numberings>',
        '<hh:borderFills itemCnt="1"><hh:borderFill id="7">fill</hh:borderFill></hh:borderFills>',
    ]
    found = Header(header(*(lists[place] for place in order)).encode())
    assert (found.headings[b"1"], found.styles[b"1"]) == (Heading(HeadKind.NUMBER, 3, 2), "가")
    assert (list(found.numberings), found.border_fills.by_id(b"7")) == ([3], b'7">fill</hh:')


def test_levels_of_numberings() -> None:
    content = (
        '<hh:numberings itemCnt="2"><hh:numbering id="1" start="0">'
        '<hh:paraHead start="1" level="1" numFormat="DIGIT">^1.</hh:paraHead>'
        '<hh:paraHead level="3" start="4" numFormat="HANGUL_SYLLABLE">&lt;^3&gt;</hh:paraHead></hh:numbering>'
        '<hh:numbering id="7" start="1"><hh:paraHead start="1" level="1" numFormat="DIGIT"/></hh:numbering></hh:numberings>'
    )
    found = Header(header(content).encode()).numberings
    assert found[1][:3] == [Level("^1.", 0, 1), Level(""), Level("<^3>", NumberFormat.HANGUL_SYLLABLE, 4)]
    assert len(found[1]) == 10
    assert found[7] == PATHS


def test_bullets() -> None:
    head = '<hh:paraHead level="0" numFormat="DIGIT" checkable="{}"/>'
    content = (
        f'<hh:bullet id="1" char="-" useImage="0">{head.format(0)}</hh:bullet>'
        f'<hh:bullet id="2" char="☐" checkedChar="☑" useImage="0">{head.format(1)}</hh:bullet>'
        f'<hh:bullet id="3" char="☐" checkedChar="☑" useImage="0">{head.format(0)}</hh:bullet>'
        '<hh:bullet id="4" char="-" useImage="1"><hc:img binaryItemIDRef="image1"/></hh:bullet><hh:bullet id="5" char=""/>'
    )
    found = Header(header(content).encode()).bullets
    assert {number: tuple(bullet) for number, bullet in found.items()} == {
        1: ("-", "-"),
        2: ("☐", "☑"),
        3: ("☐", "☐"),
        4: ("•", "•"),
        5: ("●", "●"),
    }


@pytest.mark.parametrize(
    ("written", "licence"),
    [
        ('<hh:docOption><hh:linkinfo path=""/><hh:licensemark type="KOGL" flag="0" lang="6"/></hh:docOption>', "KOGL"),
        ('<docOption><licensemark flag="0" type="CCL"/></docOption>', "CCL"),
        ('<hh:style id="1" name="licensemark type=&quot;CCL&quot;"/>', None),
        ("", None),
    ],
)
def test_licence(written: str, licence: str | None) -> None:
    assert Header(f"<hh:head>{written}</hh:head>".encode()).licence == licence
