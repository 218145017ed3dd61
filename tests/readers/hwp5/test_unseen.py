"""White letters: apart where the ground is white, in the text where it is dark or not known."""

from __future__ import annotations

import struct

import pytest
from builders.hwp5 import cell, component, control, listed, mark, object_header, paragraph, read, record, table

from hwpextract.document import Document, SideKind
from hwpextract.readers.hwp5.records import Tag
from hwpextract.readers.hwp5.text import without

NO_COLOUR = 0xFFFFFFFF
PAGE_BORDER_FILL = 75


def border(kind: int = 0, colour: int = NO_COLOUR) -> bytes:
    return record(Tag.BORDER_FILL, 1, bytes(32) + struct.pack("<II", kind, colour))


def letters(colour: int, shade: int = NO_COLOUR, fill: int = 1) -> bytes:
    return record(
        Tag.CHAR_SHAPE,
        1,
        bytes(52) + struct.pack("<IIIH", colour, 0, shade, 0) + bytes(2) + struct.pack("<HI", fill, 0),
    )


def ground(fill: int) -> bytes:
    return record(Tag.PARA_SHAPE, 1, bytes(32) + struct.pack("<H", fill) + bytes(12))


# Border fills from 1: none, none by its colour, white, dark, a picture.
BORDERS = border() + border(1) + border(1, 0xFFFFFF) + border(1, 0x86562B) + border(2)
LETTERS = (
    letters(0)
    + letters(0xFFFFFF)
    + letters(0xFFFFFF, 0xFFFFFF, 3)
    + letters(0xFFFFFF, 0xFF)
    + letters(0xFFFFFF, fill=4)
)
DOCINFO = BORDERS + LETTERS + b"".join(map(ground, range(6)))


def written(text: str, *shapes: tuple[int, int], level: int = 0, shape: int = 0, below: bytes = b"") -> bytes:
    """A paragraph whose letters change their shape at some places."""
    pairs = b"".join(struct.pack("<II", *pair) for pair in shapes or [(0, 1)])
    return paragraph(text, record(Tag.PARA_CHAR_SHAPE, level + 1, pairs), below, level=level, shape=shape)


def hidden(document: Document) -> list[str]:
    return [side.text for side in document.side_texts(SideKind.HIDDEN)]


def read_one(*paragraphs: bytes) -> Document:
    return read(b"".join(paragraphs), docinfo=DOCINFO)


def test_white_letters_on_the_page_are_kept_apart() -> None:
    found = read_one(written("보이는 글숨긴 글", (0, 0), (5, 1)), written("다음", (0, 0)))
    assert (found.text, hidden(found)) == ("보이는 글\n다음", ["숨긴 글"])
    assert found.side[0].anchor == "s0/p0"
    assert (found.coverage.characters.met, found.coverage.characters.apart) == (9, 3)


@pytest.mark.parametrize(("shape", "seen"), [(0, True), (1, False), (2, False), (3, True), (4, True), (9, True)])
def test_a_shade_makes_white_letters_seen(shape: int, seen: bool) -> None:
    found = read_one(written("글", (0, shape)))
    assert (found.text, hidden(found)) == (("글", []) if seen else ("", ["글"]))


GROUNDS = [(0, False), (1, False), (2, False), (3, False), (4, True), (5, True)]


@pytest.mark.parametrize(("fill", "seen"), GROUNDS)
def test_grounds_of_paragraphs(fill: int, seen: bool) -> None:
    assert bool(hidden(read_one(written("글", shape=fill)))) != seen


@pytest.mark.parametrize(("fill", "seen"), GROUNDS)
def test_grounds_of_cells(fill: int, seen: bool) -> None:
    inside = cell(2, 0, 0, written("글", level=2), border=fill)
    assert bool(hidden(read_one(paragraph(mark(11, "tbl "), table(1, 1, 1, inside))))) != seen


@pytest.mark.parametrize(
    ("tail", "seen"), [((1, 0), False), ((4, 0), True), ((1, 1), True)], ids=["none", "dark", "zones"]
)
def test_grounds_of_tables(tail: tuple[int, int], seen: bool) -> None:
    inside = cell(2, 0, 0, written("글", level=2), border=1)
    grid = table(1, 1, 1, inside, border=tail[0], zones=tail[1])
    assert bool(hidden(read_one(paragraph(mark(11, "tbl "), grid)))) != seen


def test_where_the_ground_is_not_known_text_is_seen() -> None:
    box = component("$rec", 2, listed(3, written("글", level=3)))
    in_shape = paragraph(mark(11, "gso "), control("gso ", 1, object_header()) + box)
    behind = paragraph(mark(11, "gso "), control("gso ", 1, struct.pack("<I", 2 << 21) + object_header()[4:]))
    page = record(PAGE_BORDER_FILL, 2, bytes(12) + struct.pack("<H", 5))
    on_picture = written("글", below=control("secd", 1, bytes(30)) + page)
    master = paragraph(
        mark(2, "secd"), control("secd", 1, bytes(30)) + listed(2, paragraph("바탕", level=2), tail=bytes(26))
    )
    texts = [read_one(in_shape), read_one(behind, written("글")), read_one(on_picture)]
    assert [hidden(found) for found in (*texts, read_one(master, written("글")))] == [[]] * 4
    assert all(found.coverage.characters.emitted == 1 for found in texts)


def test_controls_between_white_letters_stay() -> None:
    text = "가" + mark(11, "tbl ") + "나" + mark(9) + "다"
    inside = cell(2, 0, 0, written("칸", (0, 0), level=2))
    found = read_one(written(text, (0, 1), below=table(1, 1, 1, inside)))
    assert (found.text, hidden(found)) == ("칸", ["가나\t다"])


def test_places_out_of_order() -> None:
    raw = "가나다라".encode("utf-16-le")
    kept, taken = without(raw, [(2, 9), (0, 3), (1, 1)])
    assert (kept.decode("utf-16-le"), taken) == ("가나", "다라")
    assert read_one(written("가나다라", (4, 1), (2, 1), (0xFFFFFFFF, 1))).coverage.characters.met == 4


def test_shapes_that_are_cut_short_hide_nothing() -> None:
    cut = record(Tag.PARA_CHAR_SHAPE, 1, struct.pack("<II", 0, 1)[:5])
    assert read_one(paragraph("글", cut)).text == "글"
