"""Files made to hurt: bombs end in bounds, damage is read around or refused; every crash that fuzzing found stands here as a file."""

from __future__ import annotations

import re

import pytest
from builders.pdf import Face, pages, show

from hwpextract.document import Document
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import read_pdf
from hwpextract.readers.pdf.lexer import number, unhex

HUGE = "9" * 400
FAR = "9" * 300


def read(data: bytes, **limits: int) -> Document:
    return read_pdf(data, Options(Limits(**limits)))


def page_of(content: bytes, face: Face | None = None, **more: object) -> Document:
    """What is read of a page that ends in plain words behind the content."""
    face = face or Face()
    return read(pages([content + b"\n" + show(face, 50, 100, "끝")], face))


# --- Numbers -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("token", "value"),
    [(b"12", 12), (b"-1.5", -1.5), (b"1.2.3", 0), (b"9" * 400, 3.4e38), (b"-" + b"9" * 5000, -3.4e38), (b".", 0)],
)
def test_numbers_stay_in_bounds(token: bytes, value: float) -> None:
    assert number(token) == value


def test_hexadecimal_strings_may_hold_any_white_space() -> None:
    assert unhex(b"4\0 1\f4") == b"\x41\x40"


@pytest.mark.parametrize(
    "content",
    [
        f"{HUGE} 0 0 {HUGE} 0 0 cm {HUGE} 0 0 {HUGE} 0 0 cm",
        f"{FAR} 0 0 -{FAR} {FAR} {FAR} cm q {FAR} 0 0 {FAR} 0 0 cm 0 0 m {FAR} {FAR} l S 0 0 9 9 re f Q",
        f"{FAR} 0 0 {FAR} 0 0 cm 0 0 m 9 9 l 9 0 l h W n",
        f"BT /F1 {HUGE} Tf {HUGE} Tr {HUGE} Tz <0001> Tj ET",
        f"BT /F1 9 Tf {HUGE} Tc {HUGE} Tw {HUGE} 0 Td <00010001> Tj {HUGE} TL T* <0001> Tj ET",
        f"BT /F1 9 Tf [<0001> {HUGE} <0001> -{HUGE} <0001>] TJ ET",
        "q\n0.12 0 0 -0.12 0 842 cm\n0 G\n0 g\nBT\n/F1 83.3 Tf\n1.5.314 0 0 -1 5 5 Tm\n[<0001>]TJ\nET\nQ\n",
        "Q\nq\n0 700.1.2 m 9 700 l 9 600 l 0 600 l h\nW* n\n",
        "0.36 w\n[] 0 d\n0 J\n0 j\n10 M\n1.2.3 700 m 5 700 l\nS\n",
    ],
)
def test_odd_numbers_in_a_page_hurt_nothing_else(content: str) -> None:
    found = page_of(content.encode() if content.endswith("\n") else f"q {content} Q".encode())
    assert "끝" in found.text


def test_places_beyond_the_file_are_searched_for() -> None:
    data = pages([show(face := Face(), 50, 100, "끝")], face)
    start = data.rindex(b"startxref")
    assert read(data[:start] + b"startxref\n" + b"9" * 30 + b"\n%%EOF").text == "끝"
    assert read(re.sub(rb"\d{10} 00000 n", b"9999999999 00000 n", data)).text == "끝"
