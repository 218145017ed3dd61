"""Characters of glyphs from a TrueType font's own table."""

from __future__ import annotations

import struct

import pytest

from hwpextract.readers.pdf.content.sfnt import characters_of_glyphs


def font(*subtables: tuple[int, int, bytes]) -> bytes:
    """A font with nothing but a `cmap`: platform, encoding and data of each subtable."""
    head = struct.pack(">HH", 0, len(subtables))
    at, bodies = 4 + 8 * len(subtables), b""
    for platform, encoding, body in subtables:
        head += struct.pack(">HHL", platform, encoding, at + len(bodies))
        bodies += body
    return struct.pack(">LHHHH4sLLL", 0x10000, 1, 0, 0, 0, b"cmap", 0, 28, len(head + bodies)) + head + bodies


def segments(*rows: tuple[int, int, int]) -> bytes:
    """A subtable of format 4: first and last code and shift of each segment."""
    rows = (*rows, (0xFFFF, 0xFFFF, 1))
    count = len(rows)
    columns = [[last for _, last, _ in rows], [first for first, _, _ in rows], [shift & 0xFFFF for *_, shift in rows]]
    ends, starts, shifts = (struct.pack(f">{count}H", *column) for column in columns)
    body = struct.pack(">HHHH", 2 * count, 0, 0, 0) + ends + b"\0\0" + starts + shifts + bytes(2 * count)
    return struct.pack(">HHH", 4, 6 + len(body), 0) + body


def groups(*rows: tuple[int, int, int]) -> bytes:
    """A subtable of format 12: first and last code and first glyph of each group."""
    return struct.pack(">HHLLL", 12, 0, 16 + 12 * len(rows), 0, len(rows)) + b"".join(
        struct.pack(">LLL", *row) for row in rows
    )


def test_segments_shift_codes_to_glyphs() -> None:
    table = segments((0x41, 0x43, 5 - 0x41), (0xAC00, 0xAC01, 10 - 0xAC00))
    assert characters_of_glyphs(font((3, 1, table))) == {5: "A", 6: "B", 7: "C", 10: "가", 11: "각"}


def test_groups_reach_beyond_the_basic_plane() -> None:
    assert characters_of_glyphs(font((3, 10, groups((0x41, 0x42, 3), (0x20000, 0x20000, 9))))) == {
        3: "A",
        4: "B",
        9: "\U00020000",
    }


def test_the_best_subtable_is_taken() -> None:
    symbols, full = segments((0xF041, 0xF041, 5 - 0xF041)), groups((0x41, 0x41, 5))
    assert characters_of_glyphs(font((3, 0, symbols), (3, 10, full))) == {5: "A"}


def test_surrogates_are_no_characters_and_claims_are_cut() -> None:
    assert characters_of_glyphs(font((3, 10, groups((0xD800, 0xD801, 3))))) == {}
    assert len(characters_of_glyphs(font((3, 10, groups((0, 0xFFFFFFF0, 0)))))) == 65_536 - 2048


@pytest.mark.parametrize(
    "data", [b"", b"\0\1\0\0", font(), font((3, 1, b"\0\4")), font((1, 0, segments((65, 65, 0)))), bytes(100)]
)
def test_what_is_no_such_font_says_nothing(data: bytes) -> None:
    assert characters_of_glyphs(data) == {}
