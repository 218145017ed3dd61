from __future__ import annotations

from builders.hwpx import header, p, read, run, t, text

from hwpextract.document import Paragraph
from hwpextract.readers.hwpx.header import Header


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
    assert (found.style_names, found.outline_levels, found.change("1")) == ({}, {}, (None, None))


def test_attributes_in_any_order() -> None:
    found = Header(b'<x:styles n="1"><x:style name="A &amp; B" type="PARA" id="3"/></x:styles>')
    assert found.style_names == {"3": "A & B"}
