"""Files made to hurt: bombs end in bounds, damage is read around or refused; every crash that fuzzing found stands here as a file."""

from __future__ import annotations

import re
import struct
import zlib

import pytest
from builders.pdf import Face, cells, pages, pdf, show, stream

from hwpextract.document import Document
from hwpextract.errors import HwpExtractError, LimitExceededError
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import read_pdf
from hwpextract.readers.pdf.content.cmap import MAX_ENTRIES, code_width, to_unicode
from hwpextract.readers.pdf.file.lexer import number, unhex

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


def test_words_at_no_place_stand_between_words_at_one() -> None:
    face = Face()
    nowhere = f"q {f'{HUGE} 0 0 {HUGE} 0 0 cm ' * 9} BT /F1 9 Tf 1 0 0 1 5 5 Tm <0001> Tj ET Q".encode()
    found = read(pages([b"\n".join([show(face, 50, 300, "앞"), nowhere, show(face, 50, 100, "끝")])], face))
    assert {"앞", "끝"} <= set(found.text.split())


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


def test_words_that_end_nowhere_are_apart() -> None:
    face = Face()
    endless = f"BT /F1 9 Tf 1 0 0 1 50 700 Tm [<{face.hex('가')}>{HUGE}<{face.hex('나')}>]TJ ET\n".encode()
    found = read(
        pages([endless + b"".join(show(face, 50 + 200 * (at % 2), 150 + 20 * at, "끝이다") for at in range(20))], face)
    )
    assert found.text.count("끝이다") == 20
    assert [each.text for each in found.side] == ["가나"]


def test_places_beyond_the_file_are_searched_for() -> None:
    data = pages([show(face := Face(), 50, 100, "끝")], face)
    start = data.rindex(b"startxref")
    assert read(data[:start] + b"startxref\n" + b"9" * 30 + b"\n%%EOF").text == "끝"
    assert read(re.sub(rb"\d{10} 00000 n", b"9999999999 00000 n", data)).text == "끝"


@pytest.mark.parametrize("token", ["0 02", "    ", "zz"])
def test_odd_codes_in_a_character_map_hurt_no_others(token: str) -> None:
    rows = f"2 beginbfchar <0001> <AC00> <{token}> <{token}> endbfchar"
    assert to_unicode(rows.encode()).get(1) == "가"


def test_dashes_with_odd_numbers_are_no_dashes() -> None:
    group = b"0 G\n0.36 w\n[] 0 d\n0 J\n0 j\n10 M\n%b 700 m 5 700 l\nS\n"
    assert "끝" in page_of(group % b"G4.428.796" + group % b"1").text


# --- Bombs ---------------------------------------------------------------------------------------------------------------------


def deflated(blanks: int, rounds: int = 1) -> bytes:
    """So many blanks, deflated, and deflated again."""
    engine = zlib.compressobj(9)
    data = b"".join(engine.compress(b" " * (1 << 20)) for _ in range(blanks >> 20)) + engine.flush()
    for _ in range(rounds - 1):
        data = zlib.compress(data, 9)
    filters = " ".join(["/FlateDecode"] * rounds)
    return f"<< /Filter [{filters}] /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def one_page(objects: dict[int, bytes], *, kids: str = "10 0 R", trailer: str = "") -> bytes:
    """A page of one word; `objects` are put in place of its own: tree 2, fonts 4 to 6, page 10, content 11, form 12."""
    face = Face()
    content = show(face, 50, 100, "끝")
    own = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] >>".encode(),
        **face.objects(4),
        10: b"<< /Type /Page /Contents 11 0 R /Resources << /Font << /F1 4 0 R >> /XObject << /X 12 0 R >> >> >>",
        11: stream(content),
    }
    return pdf(own | objects, trailer=trailer)


def codes(found: Document) -> set[str]:
    return {each.code for each in found.warnings}


@pytest.mark.parametrize("content", [deflated(96 << 20), deflated(96 << 20, rounds=3)], ids=["blanks", "nested"])
def test_streams_that_inflate_to_much_end_their_page(content: bytes) -> None:
    assert codes(read(one_page({11: content}))) == {"page_unreadable"}


def test_a_document_that_inflates_to_much_is_refused() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(one_page({11: deflated(40 << 20)}), max_inflated=10 << 20)
    assert caught.value.code == "limit_inflated"


def test_forms_in_forms_do_not_multiply() -> None:
    def form(number: int) -> bytes:
        names = f"/Resources << /XObject << /X {number + 1} 0 R >> >>"
        return stream(b"/X Do " * 10, f" /Type /XObject /Subtype /Form {names}")

    found = read(
        one_page({11: b"<< >>\nstream\n/X Do\nendstream", **{number: form(number) for number in range(12, 30)}})
    )
    assert "page_damaged" in codes(found)


@pytest.mark.parametrize(
    "content",
    [b"[" * 300_000, b"/A " + b"<<" * 100_000, b"(" * 300_000, b"q " * 300_000, b"BI ID " * 50_000, b"1 " * 300_000, b"%" * 300_000],
    ids=["arrays", "dictionaries", "strings", "states", "pictures", "numbers", "comments"],
)  # fmt: skip
def test_operands_without_end_cost_little(content: bytes) -> None:
    page_of(content)


@pytest.mark.parametrize(
    ("block", "count"),
    [
        (b"q\n0 0 0 0 0 0 cm\nBT\n/F 1 Tf\n0 0 0 0 0 0 Tm\n[", 20_000),
        (b"0 w\n[", 60_000),
        (b"1", 1_000_000),
        (b"Q\nq\n0 0 m ", 60_000),
        (b"0 w\n[" + b"1 " * 300_000 + b" l\nS\n", 1),
    ],
)
def test_blocks_without_end_cost_little(block: bytes, count: int) -> None:
    page_of(show(Face(), 9, 9, "") + b"q 0 0 m 0 0 l\nS\n" + block * count)


@pytest.mark.processor_time(4)
def test_many_pages_that_are_one_picture_cost_little() -> None:
    image = stream(b"\xff\xd8\xff", " /Subtype /Image /Width 1 /Height 1 /Filter /DCTDecode")
    scan = b"q 595 0 0 842 0 0 cm /Im1 Do Q"
    found = read(pages([scan] * 9000, Face(), extra={20_001: image}, resources="/XObject << /Im1 20001 0 R >>"))
    assert len(list(found.images())) == 9000


def test_character_maps_without_end_cost_little() -> None:
    for words in (b"beginbfchar ", b"begincodespacerange <", b"beginbfrange <0> <ffffffff> <41> endbfrange "):
        assert len(to_unicode(words * 50_000)) <= MAX_ENTRIES
        assert code_width(words * 50_000) in (1, 2)


@pytest.mark.parametrize(
    ("objects", "kids"),
    [
        ({}, "10 0 R " * 100_000),
        ({}, "2 0 R 10 0 R 2 0 R"),
        ({2: b"<< /Kids 10 0 R /Count 2000000000 >>"}, ""),
    ],
    ids=["one page listed often", "cycle", "count"],
)
def test_odd_page_trees_give_each_page_once(objects: dict[int, bytes], kids: str) -> None:
    assert read(one_page(objects, kids=kids)).text == "끝"


def test_pages_are_counted() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(one_page({}, kids="<< /Type /Page >> " * 20), max_pages=10)
    assert caught.value.code == "limit_pages"


def test_operators_are_counted() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(one_page({11: stream(b"0 0 m " * 200)}), max_operators=100)
    assert caught.value.code == "limit_operators"


def test_objects_are_counted() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(one_page({}), max_records=1)
    assert caught.value.code == "limit_records"


def test_cells_are_counted() -> None:
    """Clips that touch at corners span a grid of as many rows and columns as there are clips."""
    face = Face()
    content = cells(face, [((5 * at, 5 * at, 5 * at + 5, 5 * at + 5), "") for at in range(1, 100)])
    with pytest.raises(LimitExceededError) as caught:
        read(pages([content], face), max_cells=5_000)
    assert caught.value.code == "limit_cells"


def test_time_is_limited() -> None:
    face = Face()
    content = b"".join(show(face, 1 + at % 500, 9 + at % 800, "가", state="1 g") for at in range(500))
    with pytest.raises(LimitExceededError) as caught:
        read_pdf(pages([content], face), Options(Limits(max_seconds=1e-9)))
    assert caught.value.code == "limit_seconds"


def test_streams_that_all_reach_to_the_end_of_the_file_are_not_copied_each() -> None:
    endless = b"".join(b"\n%d 0 obj << /Type /Page >> stream\n" % number for number in range(1500))
    with pytest.raises(LimitExceededError) as caught:
        read(b"%PDF-1.4\n" + endless + b" " * 100_000, max_inflated=20 << 20)
    assert caught.value.code == "limit_inflated"


def test_an_encryption_dictionary_that_holds_itself_is_refused() -> None:
    with pytest.raises(HwpExtractError):
        read(one_page({31: b"<< /Filter /Standard /V 4 /CF << /A 31 0 R >> >>"}, trailer="/Encrypt 31 0 R"))


def test_widths_and_glyphs_are_clipped() -> None:
    groups = struct.pack(">III", 0xAC00, 0xFFFFFFFF, 0) * 1000
    cmap = struct.pack(">HHHHIHHIII", 0, 1, 3, 10, 12, 12, 0, 0xFFFFFFFF, 0, 1000) + groups
    font = struct.pack(">IHHHH4sIII", 0x10000, 1, 0, 0, 0, b"cmap", 0, 28, len(cmap)) + cmap
    objects = {
        5: b"<< /Type /Font /Subtype /CIDFontType2 /FontDescriptor 7 0 R /W [" + b"0 4000000000 500 " * 100 + b"] >>",
        6: stream(b""),
        7: b"<< /FontFile2 8 0 R >>",
        8: stream(font),
    }
    assert read(one_page(objects)).text == "각"  # the second glyph


@pytest.mark.parametrize(
    ("unit", "bound", "told"),
    [
        (b"BI ID x EI\n", "interpreter.MAX_IMAGES", "pictures"),
        (b"1 1 99 99 re f\n", "graphics.MAX_FILLS", "shapes"),
        (b"0 g\n", "graphics.MAX_OPERATORS", "operators"),
        (b"10 20 m 30 20 l\nS\n", "graphics.MAX_OPERATORS", "operators"),
    ],
    ids=["pictures", "shapes", "operators", "dashes"],
)
def test_a_page_of_too_much_is_left_and_named(
    unit: bytes, bound: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"hwpextract.readers.pdf.content.{bound}", 50)
    found = read(one_page({11: stream(unit * 5000)}))
    assert (found.warnings[0].code, found.metadata.pages) == ("page_unreadable", 1)
    assert f"too many {told}" in found.warnings[0].message
