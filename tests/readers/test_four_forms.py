"""The same document as HWP 5, HWPX, HWPML and HWP 3 reads the same."""

from __future__ import annotations

import struct

import pytest
from builders import hwp3, hwp5, hwpml, hwpx

from hwpextract.document import Block, Box, Document, Paragraph, Table


def as_hwp5() -> Document:
    box = hwp5.control("gso ", 1, hwp5.object_header())
    box += hwp5.component("$rec", 2, hwp5.listed(3, hwp5.paragraph("상자", level=3)))
    number = hwp5.control("atno", 3, struct.pack("<IHHHH", 1, 1, 0, 0, 0x29))
    note = hwp5.control("fn  ", 1, struct.pack("<IHH", 1, 0, 0x29))
    note += hwp5.listed(2, hwp5.paragraph(hwp5.mark(18, "atno") + " 각주", number, level=2))
    cells = (
        hwp5.cell(2, row, col, hwp5.paragraph(words, level=2))
        for row, line in enumerate(("가나", "다라"))
        for col, words in enumerate(line)
    )
    table = hwp5.table(1, 2, 2, *cells, caption=hwp5.listed(2, hwp5.paragraph("표 설명", level=2)))
    header = hwp5.control("head", 1, bytes(4)) + hwp5.listed(2, hwp5.paragraph("머리말", level=2))
    return hwp5.read(
        hwp5.paragraph(hwp5.mark(16, "head") + hwp5.mark(11, "gso ") + "제목", header, box)
        + hwp5.paragraph("본문" + hwp5.mark(17, "fn  ") + hwp5.TAB + "끝" + hwp5.mark(11, "tbl "), note, table)
        + hwp5.paragraph()
        + hwp5.paragraph("뒤")
    )


def as_hwpx() -> Document:
    header = hwpx.ctrl(f"<hp:header>{hwpx.sublist(hwpx.text('머리말'))}</hp:header>")
    inside = hwpx.p(hwpx.run(hwpx.auto_number(1, "FOOTNOTE", after=")"), hwpx.t(" 각주")))
    note = hwpx.ctrl(f'<hp:footNote number="1">{hwpx.sublist(inside)}</hp:footNote>')
    table = hwpx.table(["가나", "다라"], hwpx.caption(hwpx.text("표 설명")))
    return hwpx.read(
        hwpx.p(hwpx.run(header, hwpx.shape(hwpx.text("상자")), hwpx.t("제목"))),
        hwpx.p(hwpx.run(hwpx.t("본문"), note, "<hp:t><hp:tab/>끝</hp:t>", table)),
        hwpx.p(),
        hwpx.text("뒤"),
    )


def as_hwpml() -> Document:
    header = hwpml.element("HEADER", hwpml.plist(hwpml.p("머리말")))
    note = hwpml.note(hwpml.number(1, "Footnote", ")"), " 각주")
    return hwpml.read_paragraphs(
        hwpml.p(header, hwpml.box(hwpml.p("상자")), "제목"),
        hwpml.p("본문", note, "<CHAR><TAB/>끝</CHAR>", hwpml.table(["가나", "다라"], caption="표 설명")),
        hwpml.p(),
        hwpml.p("뒤"),
    )


def as_hwp3() -> Document:
    note = hwp3.note(hwp3.paragraph(hwp3.number(1, 1), ") 각주"))
    table = hwp3.table(["가나", "다라"], caption=[hwp3.paragraph("표 설명")])
    return hwp3.read_paragraphs(
        hwp3.paragraph(hwp3.page_header(hwp3.paragraph("머리말")), hwp3.text_box(hwp3.paragraph("상자")), "제목"),
        hwp3.paragraph("본문", note, hwp3.TAB, "끝", table),
        hwp3.paragraph(),
        hwp3.paragraph("뒤"),
    )


def outline(blocks: tuple[Block, ...]) -> list[object]:
    """Locators, words and grids of blocks, nested as they are."""
    return [one for block in blocks for one in _outline(block)]


def _outline(block: Block) -> list[object]:
    if isinstance(block, Paragraph):
        return [(block.locator, block.text)]
    if isinstance(block, Table):
        cells = [(each.row, each.col, each.row_span, each.col_span, outline(each.blocks)) for each in block.cells]
        return [(block.locator, block.rows, block.cols), cells, outline(block.caption)]
    assert isinstance(block, Box)
    return [block.locator, outline(block.blocks)]


@pytest.mark.parametrize("other", [as_hwpx, as_hwpml, as_hwp3], ids=["HWPX", "HWPML", "HWP 3"])
def test_the_same_document(other: object) -> None:
    assert callable(other)
    one, two = as_hwp5(), other()
    assert outline(two.blocks) == outline(one.blocks)
    assert [(side.kind, side.label, side.anchor, outline(side.blocks)) for side in two.side] == [
        (side.kind, side.label, side.anchor, outline(side.blocks)) for side in one.side
    ]
    assert two.coverage == one.coverage
    assert not two.warnings


def test_it_is_what_was_meant() -> None:
    assert outline(as_hwp3().blocks) == [
        "s0/b0",
        [("s0/b0/p0", "상자")],
        ("s0/p0", "제목"),
        ("s0/p1", "본문\t끝"),
        ("s0/t0", 2, 2),
        [
            (0, 0, 1, 1, [("s0/t0/r0c0/p0", "가")]),
            (0, 1, 1, 1, [("s0/t0/r0c1/p0", "나")]),
            (1, 0, 1, 1, [("s0/t0/r1c0/p0", "다")]),
            (1, 1, 1, 1, [("s0/t0/r1c1/p0", "라")]),
        ],
        [("s0/t0/caption/p0", "표 설명")],
        ("s0/p3", "뒤"),
    ]
