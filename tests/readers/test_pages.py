from __future__ import annotations

import struct

import pytest
from builders import hwp3, hwpml
from builders.hwp5 import cell, control, document, mark, paragraph, record, table
from builders.hwpx import package, section, sublist
from builders.pdf import Face, pages, show

from hwpextract.api import read
from hwpextract.document import EstimatedPages
from hwpextract.limits import Limits
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.hwp5.records import Tag
from hwpextract.readers.hwpx import read_hwpx
from hwpextract.readers.options import Options
from hwpextract.readers.pages import Laid, paginate, resets
from hwpextract.sniff import Format

FACE = Face()
OTHERS = {
    "HWP 3": (hwp3.document(hwp3.paragraph("하나")), Format.HWP3),
    "HWPML": (hwpml.document(hwpml.section(hwpml.p("하나"))).encode(), Format.HWPML),
    "PDF": (pages([show(FACE, 50, 700, "하나")], FACE), Format.PDF),
}


@pytest.mark.parametrize(
    ("laid", "pages", "total"),
    [
        ([Laid((0, 10)), Laid((20,)), Laid((0,))], [1, 1, 2], 2),
        ([Laid((0, 10, 0)), Laid((10,))], [1, 2], 2),
        ([Laid((0,)), Laid((10,), new_page=True), Laid((0,), new_page=True)], [1, 2, 3], 3),
        ([Laid((0,), columns=2), Laid((10, 0, 10)), Laid((0,))], [1, 1, 2], 2),
        ([Laid((0,), columns=2), Laid((5,), new_column=True), Laid((5,), new_column=True)], [1, 1, 2], 2),
        ([Laid((0,), inside=2), Laid((5,))], [1, 3], 3),
        ([Laid((0,)), Laid(), Laid((5,))], [1, 1, 1], 1),
    ],
)
def test_a_line_above_the_one_before_is_on_the_next_page(laid: list[Laid], pages: list[int], total: int) -> None:
    assert paginate([laid]) == ([pages], total)


def test_a_section_begins_a_page() -> None:
    assert paginate([[Laid((0, 10))], [Laid((20,))]]) == ([[1], [2]], 2)


@pytest.mark.parametrize("laid", [[], [Laid()], [Laid((0,)), Laid((0,))]])
def test_without_layout_there_is_no_estimate(laid: list[Laid]) -> None:
    assert paginate([laid]) is None


def test_lines_that_begin_anew() -> None:
    assert resets((0, 10, 5, 7, 0)) == 2


# --- The same document in both formats ---------------------------------------------------------------------------------------------


def line_segments(*places: int) -> bytes:
    return b"".join(struct.pack("<Ii28x", 0, place) for place in places)


def laid_out(text: str, *places: int, level: int = 0, below: tuple[bytes, ...] = ()) -> bytes:
    """A paragraph with lines at these places."""
    plain = paragraph(text, level=level)
    lines = record(Tag.PARA_LINE_SEG, level + 1, bytes(36))
    return plain.replace(lines, record(Tag.PARA_LINE_SEG, level + 1, line_segments(*places))) + b"".join(below)


def hwp5() -> EstimatedPages | None:
    split = cell(2, 0, 0, laid_out("칸", 0, 100, level=2), laid_out("칸", 0, level=2))
    tables = laid_out(mark(11, "tbl "), 200, below=(table(1, 1, 1, split),))
    content = laid_out("하나", 0, 100) + tables + laid_out("둘", 300) + laid_out("셋", 0)
    return read_hwp5(document(content), Options(Limits())).estimated_pages()


def hwpx() -> EstimatedPages | None:
    def p(content: str, *places: int) -> str:
        lines = "".join(f'<hp:lineseg textpos="0" vertpos="{place}"/>' for place in places)
        return f"<hp:p><hp:run>{content}</hp:run><hp:linesegarray>{lines}</hp:linesegarray></hp:p>"

    def t(words: str) -> str:
        return f"<hp:t>{words}</hp:t>"

    inside = sublist(p(t("칸"), 0, 100), p(t("칸"), 0))
    tables = f'<hp:tbl rowCnt="1" colCnt="1"><hp:tr><hp:tc>{inside}<hp:cellAddr colAddr="0" rowAddr="0"/></hp:tc></hp:tr></hp:tbl>'
    content = section(p(t("하나"), 0, 100), p(tables, 200), p(t("둘"), 300), p(t("셋"), 0))
    return read_hwpx(package(content), Options(Limits())).estimated_pages()


@pytest.mark.parametrize("estimate", [hwp5, hwpx])
def test_pages_of_paragraphs_and_tables(estimate: object) -> None:
    pages = estimate()  # type: ignore[operator]
    assert pages.total == 3
    places = ("s0/p0", "s0/p1", "s0/t0", "s0/t0/r0c0/p1", "s0/p2", "s0/p3", "s0/footnote0/p0")
    assert [pages.of(place) for place in places] == [1, 1, 1, 1, 2, 3, None]


def test_columns_and_breaks_in_hwp5() -> None:
    columns = control("cold", 1, struct.pack("<H", 2 << 2) + bytes(10))
    first = laid_out(mark(2, "cold") + "하나", 0, 100, below=(columns,))
    broken = bytearray(laid_out("셋", 50))
    broken[4 + 11] = 4
    content = first + laid_out("둘", 0) + bytes(broken)
    pages = read_hwp5(document(content), Options(Limits())).estimated_pages()
    assert pages
    assert [pages.of(f"s0/p{number}") for number in range(3)] == [1, 1, 2]


def test_files_of_other_programs_hold_no_layout() -> None:
    plain = section("<hp:p><hp:run><hp:t>하나</hp:t></hp:run></hp:p>")
    assert read_hwpx(package(plain), Options(Limits())).estimated_pages() is None


@pytest.mark.parametrize(("data", "kind"), OTHERS.values(), ids=OTHERS)
def test_other_formats_have_no_pages_to_estimate(data: bytes, kind: Format) -> None:
    found = read(data)
    assert (found.format, found.text, found.estimated_pages()) == (kind, "하나", None)
