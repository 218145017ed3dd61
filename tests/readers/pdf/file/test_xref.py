"""Places of objects: tables, streams of every shape, hybrid files, updates, and the search that replaces them."""

from __future__ import annotations

import struct
import zlib

import pytest
from builders.pdf import pdf, stream

from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.pdf.file.lexer import Ref
from hwpextract.readers.pdf.file.objects import Objects
from hwpextract.readers.pdf.file.xref import read_places

SIMPLE = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] >>", 3: b"(three)"}


def read(data: bytes) -> Objects:
    return Objects(data, Budget(Limits()))


def body(objects: dict[int, bytes]) -> tuple[bytearray, dict[int, int]]:
    """A file without any cross-reference data, and where its objects stand."""
    out, offsets = bytearray(b"%PDF-1.6\n"), {}
    for number, content in objects.items():
        offsets[number] = len(out)
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    return out, offsets


def with_stream(
    widths: tuple[int, int, int], *, index: bool = True, predictor: bool = False, packed: bool = False
) -> bytes:
    """A file whose places stand in a cross-reference stream; `packed`: object 3 stands in an object stream."""
    objects = dict(SIMPLE)
    if packed:
        objects[3] = b"null"
        objects[5] = stream(b"9 0 3 4 (a)  (three)", " /Type /ObjStm /N 2 /First 8")
    out, offsets = body(objects)
    if packed:
        del offsets[3]
    rows = {number: (1, offset, 0) for number, offset in offsets.items()}
    if packed:
        rows[3] = (2, 5, 1)
    rows = {0: (0, 0, 0), **rows} if not index else rows
    numbers = sorted(rows) if index else range(max(rows) + 1)
    fields = [rows.get(number, (0, 0, 0)) for number in numbers]
    table = [
        b"".join(value.to_bytes(width, "big") for value, width in zip(row, widths, strict=True) if width)
        for row in fields
    ]
    size = sum(widths)
    more = ""
    if predictor:
        above, lines = bytes(size), []
        for line in table:
            lines.append(b"\x02" + bytes((a - b) & 0xFF for a, b in zip(line, above, strict=True)))
            above = line
        table, more = lines, f" /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns {size} >>"
    data = b"".join(table)
    if predictor:
        data = zlib.compress(data)
    if index:
        more += f" /Index [{' '.join(f'{number} 1' for number in numbers)}]"
    start = len(out)
    entries = f" /Type /XRef /Size 10 /W [{' '.join(map(str, widths))}] /Root 1 0 R{more}"
    out += b"8 0 obj\n" + stream(data, entries) + f"\nendobj\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


@pytest.mark.parametrize("widths", [(1, 2, 1), (1, 4, 2), (1, 3, 0), (0, 3, 1)])
@pytest.mark.parametrize("predictor", [False, True])
def test_streams_of_every_width(widths: tuple[int, int, int], predictor: bool) -> None:
    objects = read(with_stream(widths, predictor=predictor))
    assert objects.get(Ref(3)) == b"three"
    assert not objects.repaired


def test_a_stream_without_an_index_counts_from_nothing() -> None:
    objects = read(with_stream((1, 2, 1), index=False))
    assert objects.get(Ref(3)) == b"three"
    assert not objects.repaired


def test_a_stream_names_objects_of_object_streams() -> None:
    objects = read(with_stream((1, 2, 1), packed=True))
    assert objects.get(Ref(3)) == b"three"
    assert not objects.repaired


@pytest.mark.parametrize("wrong", [b"/W [1 2]", b"/W [1 99 1]", b"/W [1 /x 1]"])
def test_a_stream_of_impossible_widths_is_searched_around(wrong: bytes) -> None:
    objects = read(with_stream((1, 2, 1)).replace(b"/W [1 2 1]", wrong))
    assert objects.repaired
    assert objects.get(Ref(3)) == b"three"


def test_an_update_takes_the_place_of_what_stood_before() -> None:
    data = pdf(SIMPLE)
    previous = int(data.rpartition(b"startxref\n")[2].split()[0])
    at = len(data)
    update = data + b"3 0 obj\n(new)\nendobj\n"
    start = len(update)
    update += f"xref\n3 1\n{at:010d} 00000 n \ntrailer\n<< /Size 4 /Root 1 0 R /Prev {previous} >>\nstartxref\n{start}\n%%EOF".encode()
    objects = read(update)
    assert objects.get(Ref(3)) == b"new"
    assert not objects.repaired


def test_a_long_chain_of_updates_takes_no_longer_than_its_parts() -> None:
    """Many sections behind a large one: would each copy what is known already, this would take longer than a test may."""
    out, previous = bytearray(b"%PDF-1.6\n"), ""
    for number in range(40_000):
        start = len(out)
        out += f"xref\n{number} 1\n{number:010d} 00000 n \ntrailer\n<< /Root 1 0 R /Info {number} 0 R {previous} >>\n".encode()
        previous = f"/Prev {start}"
    start = len(out)
    out += b"xref\n5000 400000\n" + b"0000000001 00000 n \n" * 400_000
    out += f"trailer\n<< /Root 2 0 R {previous} >>\nstartxref\n{start}\n%%EOF".encode()
    places, trailer = read_places(bytes(out), lambda _: ({}, b""))
    assert (places[4999], places[5000], len(places)) == ((0, 4999), (0, 1), 405_000)
    assert (trailer["Root"], trailer["Info"]) == (Ref(2), Ref(39_999))


def test_an_object_that_an_update_freed_is_gone() -> None:
    data = pdf(SIMPLE)
    previous = int(data.rpartition(b"startxref\n")[2].split()[0])
    start = len(data)
    update = (
        data
        + (
            f"xref\n3 1\n0000000000 00001 f \ntrailer\n<< /Size 4 /Root 1 0 R /Prev {previous} >>\nstartxref\n{start}\n%%EOF"
        ).encode()
    )
    assert read(update).get(Ref(3)) is None


def test_a_hybrid_file_has_a_stream_beside_its_table() -> None:
    """Old readers see the table alone; what is in object streams stands in the stream that XRefStm names (7.5.8.4)."""
    objects = {**SIMPLE, 3: b"null", 5: stream(b"7 0 (seven)", " /Type /ObjStm /N 1 /First 4")}
    out, offsets = body(objects)
    hidden = len(out)
    row = struct.pack(">BHB", 2, 5, 0)
    out += b"8 0 obj\n" + stream(row, " /Type /XRef /Size 9 /W [1 2 1] /Index [7 1]") + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n"
    out += b"".join(
        f"{offsets.get(number, 0):010d} 00000 {'n' if number in offsets else 'f'} \n".encode() for number in range(1, 6)
    )
    out += f"trailer\n<< /Size 9 /Root 1 0 R /XRefStm {hidden} >>\nstartxref\n{start}\n%%EOF".encode()
    found = read(bytes(out))
    assert found.get(Ref(7)) == b"seven"
    assert not found.repaired


def test_sections_that_name_each_other_end() -> None:
    data = pdf(SIMPLE)
    start = int(data.rpartition(b"startxref\n")[2].split()[0])
    objects = read(data.replace(b"/Root 1 0 R", f"/Root 1 0 R /Prev {start}".encode()))
    assert objects.get(Ref(3)) == b"three"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: data.rindex(b"startxref")],
        lambda data: data.replace(b"startxref\n", b"startxref\n9"),
        lambda data: data.replace(b"trailer", b"tr"),
        lambda data: data.replace(b" 00000 n ", b" 0000X n "),
        lambda data: data.replace(b"0000000009 ", b"0000000011 "),
        lambda data: data.replace(b"/Root 1 0 R", b"/Root 7 0 R"),
    ],
    ids=["no startxref", "start beyond the file", "no trailer", "entries", "an offset", "no catalogue"],
)
def test_damaged_places_are_searched_for(damage) -> None:  # type: ignore[no-untyped-def]
    objects = read(damage(pdf(SIMPLE)))
    assert objects.repaired
    assert objects.get(Ref(3)) == b"three"


def test_of_two_objects_of_one_number_the_search_takes_the_last() -> None:
    out, _ = body(SIMPLE)
    objects = read(bytes(out) + b"3 0 obj\n(later)\nendobj\ntrailer\n<< /Root 1 0 R >>")
    assert objects.get(Ref(3)) == b"later"


def test_without_a_trailer_pages_make_a_catalogue() -> None:
    out, _ = body({4: b"<< /Type /Page /MediaBox [0 0 9 9] >>"})
    (page,) = read(bytes(out)).dictionary(read(bytes(out)).catalogue["Pages"])["Kids"]
    assert page == 4


def test_nothing_to_find_is_an_error() -> None:
    with pytest.raises(CorruptDocumentError):
        read(b"%PDF-1.4\n1 0 obj\n(no page)\nendobj")
