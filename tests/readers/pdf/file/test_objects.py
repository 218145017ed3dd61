"""Objects: syntax, cross-reference data, repair, filters."""

from __future__ import annotations

import zlib

import pytest
from builders.pdf import Face, pages, pdf, show, stream

from hwpextract.errors import CorruptDocumentError, LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.pdf.file import filters
from hwpextract.readers.pdf.file.lexer import MAX_NESTING, LexError, Ref, parse
from hwpextract.readers.pdf.file.objects import Objects, decode_text
from hwpextract.readers.pdf.file.xref import search_places


def budget(**limits: int) -> Budget:
    return Budget(Limits(**limits))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b"[0 [1000 500.5 -.25] 12 0 R]", [0, [1000, 500.5, -0.25], Ref(12)]),
        (b"<< /A#42 (x\\(\\051\\n) /C <4a4B5> >>", {"AB": b"x()\n", "C": b"JKP"}),
        (b"% note\n<</A true/B null/C(a(b(c))d)>>", {"A": True, "B": None, "C": b"a(b(c))d"}),
        (b"<< /Box [0 0 1e30 5] >>", {"Box": [0, 0, 1, 30, 5]}),
    ],
)
def test_values_are_read(text: bytes, value: object) -> None:
    assert parse(text)[0] == value


@pytest.mark.parametrize("text", [b"", b"[1 2", b"<< /A 1 endobj", b"]", b"[" * (MAX_NESTING + 1)])
def test_what_is_no_object_is_an_error(text: bytes) -> None:
    with pytest.raises(LexError):
        parse(text)


SIMPLE = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] >>", 3: b"(three)"}


def test_objects_are_found_by_the_table() -> None:
    objects = Objects(pdf(SIMPLE), budget())
    assert objects.get(Ref(3)) == b"three"
    assert objects.get(Ref(99)) is None
    assert not objects.repaired


@pytest.mark.parametrize("damage", ["no table", "shifted"])
def test_a_broken_table_is_replaced_by_a_search(damage: str) -> None:
    data = pdf(SIMPLE)
    data = data[: data.index(b"xref")] if damage == "no table" else data.replace(b"%PDF-1.6\n", b"%PDF-1.6\n% moved\n")
    objects = Objects(data, budget())
    assert objects.repaired
    assert objects.get(Ref(3)) == b"three"


def test_a_search_takes_no_longer_than_its_objects() -> None:
    """Were the rest of the file copied for each object, this would take longer than a test may."""
    others = dict.fromkeys(range(4, 200000), b"x" * 100)
    data = pdf(SIMPLE | others)
    objects = Objects(data[: data.rindex(b"xref\n0 ")], budget())
    assert objects.repaired
    assert objects.get(Ref(3)) == b"three"


def test_a_search_keeps_to_the_time() -> None:
    # Comments that go on to the end of the file: looking for a trailer behind each of the words is quadratic.
    with pytest.raises(LimitExceededError):
        search_places(b"trailer%" * 4, Budget(Limits(max_seconds=1e-9)))


def test_objects_in_object_streams_are_read() -> None:
    packed = stream(b"7 0 8 9 <</A 1>> << /Eight 8 >>", " /Type /ObjStm /N 2 /First 8")
    data = bytearray(b"%PDF-1.6\n1 0 obj\n<< /Pages 7 0 R >>\nendobj\n")
    at = len(data)
    data += b"5 0 obj\n" + packed + b"\nendobj\n"
    start = len(data)
    free = (0, 0, 0)
    entries = [free, (1, 9, 0), free, free, free, (1, at, 0), free, (2, 5, 0), (2, 5, 1)]
    rows = b"".join(bytes([kind]) + a.to_bytes(2, "big") + bytes([b]) for kind, a, b in entries)
    data += b"6 0 obj\n" + stream(rows, " /Type /XRef /W [1 2 1] /Size 9 /Root 1 0 R", deflate=True) + b"\nendobj\n"
    data += f"startxref\n{start}\n%%EOF".encode()
    objects = Objects(bytes(data), budget())
    assert objects.get(Ref(8)) == {"Eight": 8}


def test_nothing_readable_is_an_error() -> None:
    with pytest.raises(CorruptDocumentError):
        Objects(b"%PDF-1.4 nothing here", budget())


def test_a_reference_that_goes_round_ends() -> None:
    objects = Objects(pdf({**SIMPLE, 3: b"4 0 R", 4: b"3 0 R"}), budget())
    assert objects.get(Ref(3)) is None


@pytest.mark.parametrize("length", ["/Length 5", "/Length 9999", "/Length 3", ""])
def test_a_stream_without_its_end_ends_with_its_object(length: str) -> None:
    body = f"<< {length} >>\nstream\nthree\n".encode()
    objects = Objects(pdf({**SIMPLE, 3: body, 4: stream(b"four")}), budget())
    assert objects.get(Ref(3)).raw.strip() == b"three"
    assert objects.get(Ref(4)).raw == b"four"


def test_an_inflating_stream_is_stopped() -> None:
    bomb = zlib.compress(b"0" * 30_000_000)
    with pytest.raises(LimitExceededError):
        filters.decode(bomb, [("FlateDecode", {})], budget(), 1_000_000)


def test_a_damaged_stream_gives_what_stands_before_the_damage() -> None:
    whole = bytes(range(256)) * 400
    data = bytearray(zlib.compress(whole, 1))
    data[len(data) // 2 :] = b"\xff" * (len(data) - len(data) // 2)
    found = filters.decode(bytes(data), [("FlateDecode", {})], budget(), 1 << 20)
    assert found
    assert whole.startswith(found[:200])


def test_filters_run_in_a_chain() -> None:
    data = zlib.compress(b"text").hex().encode() + b">"
    assert filters.decode(data, [("ASCIIHexDecode", {}), ("FlateDecode", {})], budget(), 100) == b"text"


def test_png_rows_are_undone() -> None:
    rows = bytes([2, 1, 2, 3]) + bytes([2, 1, 1, 1]) + bytes([1, 5, 1, 1])
    data = zlib.compress(rows)
    parameters = {"Predictor": 12, "Columns": 3}
    assert filters.decode(data, [("FlateDecode", parameters)], budget(), 100) == bytes([1, 2, 3, 2, 3, 4, 5, 6, 7])


@pytest.mark.parametrize("chain", [[("JBIG2Decode", {})], [("FlateDecode", {})] * 5, [("FlateDecode", {})]])
def test_what_cannot_be_decoded_is_an_error(chain: list[tuple[str, dict[str, object]]]) -> None:
    with pytest.raises(filters.FilterError):
        filters.decode(b"garbage", chain, budget(), 100)


@pytest.mark.parametrize(
    ("raw", "text"),
    [("\ufeff제목".encode("utf-16-be"), "제목"), ("제목".encode("cp949"), "제목"), (b"plain", "plain")],
)
def test_text_strings_of_the_information_dictionary(raw: bytes, text: str) -> None:
    assert decode_text(raw) == text


def test_a_page_with_junk_before_the_header_is_read() -> None:
    from hwpextract.readers.options import Options
    from hwpextract.readers.pdf import read_pdf

    face = Face()
    data = b"<html>" * 300 + pages([show(face, 50, 100, "홍길동")], face)
    assert read_pdf(data, Options(Limits())).text == "홍길동"
