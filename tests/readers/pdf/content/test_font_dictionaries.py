"""Fonts: where text and advances come from, simple and composite ones."""

from __future__ import annotations

from typing import Any

import pytest
from builders.pdf import pdf, stream

from hwpextract.limits import Budget, Limits
from hwpextract.readers.pdf.content.font_dictionaries import load_font
from hwpextract.readers.pdf.content.fonts import UNKNOWN, Font
from hwpextract.readers.pdf.file.lexer import Ref
from hwpextract.readers.pdf.file.objects import Objects

CMAP = stream(b"2 beginbfchar <0001> <ac00> <0002> <0020> endbfchar")


def load(font: str, **more: bytes) -> Font:
    objects: dict[int, Any] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [] >>",
        3: font.encode(),
    }
    objects |= {int(number[1:]): body for number, body in more.items()}
    return load_font(Objects(pdf(objects), Budget(Limits())), Ref(3))


def composite(descendant: str, encoding: str = "/Identity-H", more: str = "/ToUnicode 4 0 R") -> str:
    return f"<< /Subtype /Type0 /BaseFont /ABCDEF+Face /Encoding {encoding} {more} /DescendantFonts [<< {descendant} >>] >>"


@pytest.mark.parametrize(
    ("widths", "advance"),
    [
        ("/W [1 [900 250]]", 1150.0),
        ("/W [1 2 400]", 800.0),
        ("/DW 700", 1400.0),
        ("", 2000.0),
        ("/W [1 [900] 2 2 100]", 1000.0),
    ],
)
def test_advances_of_composite_fonts(widths: str, advance: float) -> None:
    assert load(composite(widths), n4=CMAP).show(b"\0\1\0\2") == ("가 ", advance, 2)


def test_codes_without_a_text_are_marked() -> None:
    assert load(composite(""), n4=CMAP).show(b"\0\1\0\7")[0] == "가" + UNKNOWN


def test_an_odd_byte_at_the_end_is_no_code() -> None:
    assert load(composite(""), n4=CMAP).show(b"\0\1\0")[2] == 1


def test_an_embedded_map_of_codes_to_glyphs_gives_their_advances() -> None:
    codes = stream(b"1 begincodespacerange <00> <ff> endcodespacerange 1 begincidrange <01> <02> 50 endcidrange")
    assert load(composite("/W [50 [300 400]]", "5 0 R"), n4=CMAP, n5=codes).show(b"\1\2") == ("가 ", 700.0, 2)


@pytest.mark.parametrize(
    ("encoding", "vertical"), [("/Identity-V", True), ("/Identity-H", False), ("/UniKS-UCS2-V", True)]
)
def test_upright_writing(encoding: str, vertical: bool) -> None:
    assert load(composite("", encoding), n4=CMAP).vertical is vertical


@pytest.mark.parametrize(
    ("encoding", "raw"),
    [
        ("/KSCms-UHC-H", "가a".encode("cp949")),
        ("/UniKS-UTF16-H", "가a".encode("utf-16-be")),
        ("/KSC-EUC-H", "가a".encode("euc_kr")),
    ],
)
def test_encodings_that_are_text_need_no_map(encoding: str, raw: bytes) -> None:
    assert load(composite("", encoding, more="")).show(raw)[0] == "가a"


def test_simple_fonts_take_their_encoding_and_its_differences() -> None:
    font = load(
        "<< /Subtype /Type1 /BaseFont /Face /FirstChar 65 /Widths [600 700] "
        "/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [66 /uniAC00] >> >>"
    )
    assert font.show(b"AB") == ("A가", 1300.0, 2)


def test_a_map_counts_more_than_an_encoding() -> None:
    font = load(
        "<< /Subtype /TrueType /BaseFont /Face /Encoding /WinAnsiEncoding /ToUnicode 4 0 R >>",
        n4=stream(b"1 beginbfchar <41> <ac00> endbfchar"),
    )
    assert font.show(b"AB")[0] == "가B"


def test_type3_widths_are_in_glyph_space() -> None:
    font = load(
        "<< /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 65 /Widths [50] /ToUnicode 4 0 R >>",
        n4=stream(b"1 beginbfchar <41> <ac00> endbfchar"),
    )
    assert font.show(b"A") == ("가", 500.0, 1)
    assert font.type3


@pytest.mark.parametrize(
    "broken",
    [
        "null",
        "[]",
        "<< /Subtype /Type0 >>",
        "<< /Subtype /Type0 /DescendantFonts 9 0 R /Encoding 9 0 R >>",
        "<< /Widths [(x)] >>",
    ],
)
def test_a_damaged_font_still_counts_its_glyphs(broken: str) -> None:
    text, _, glyphs = load(broken).show(b"\0\1")
    assert glyphs in (1, 2)
    assert len(text) == glyphs
