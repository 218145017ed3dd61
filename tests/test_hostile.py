"""Whole files made to hurt, through the front door: each ends at once in a typed error or a warning, and nothing gets in or out.

Bombs of one format stand beside its reader, in tests/readers/*/test_hostile.py; limits in test_limits_of_formats.py.
"""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from pathlib import Path

import pytest
from builders import hwp5, hwpml, hwpx
from builders.compound import END

from hwpextract.api import extract, read
from hwpextract.errors import CorruptDocumentError, HwpExtractError, LimitExceededError
from hwpextract.limits import Limits
from hwpextract.press.model import PressRelease

SECRET = "이것은 파일 밖의 글이다"


def outcome(data: bytes) -> PressRelease | HwpExtractError:
    """What comes of a file; anything but a result or a typed error fails the test."""
    try:
        release = extract(data)
    except HwpExtractError as error:
        return error
    release.model_dump_json()
    return release


# --- Compound files ------------------------------------------------------------------------------------------------------------

WHOLE = hwp5.document(hwp5.paragraph("끝" * 5000), others={"PrvText": b"x" * 5000, "Small": b"y" * 300}, flags=0)
FAT_AT = (int.from_bytes(WHOLE[76:80], "little") + 1) * 512
DIRECTORY = int.from_bytes(WHOLE[48:52], "little")


def patched(at: int, *words: int) -> bytes:
    return WHOLE[:at] + struct.pack(f"<{len(words)}I", *words) + WHOLE[at + 4 * len(words) :]


def entry(number: int) -> int:
    """Place of a directory entry."""
    return (DIRECTORY + 1) * 512 + 128 * number


COMPOUND = {
    "each sector leads to itself": patched(FAT_AT, *range(100)),
    "two sectors lead to each other": patched(FAT_AT, *([1, 0] * 50)),
    "all sectors lead to the first": patched(FAT_AT, *([0] * 100)),
    "directory leads to itself": patched(FAT_AT + 4 * DIRECTORY, DIRECTORY),
    "sectors far outside": patched(FAT_AT, *([0x7FFFFFFF] * 100)),
    "allocation table leads to itself": patched(68, 0, 1),
    "many allocation tables": patched(44, 0xFFFFFFFF),
    "many extensions of the table": patched(68, 2, 0xFFFFFFFF),
    "small sectors lead to the first": patched(60, 0, 0xFFFFFFFF),
    "siblings are their own siblings": patched(entry(1) + 68, 1, 1, 1),
    "the root is its own child": patched(entry(0) + 68, 0, 0, 0),
    "storages hold each other": patched(entry(3) + 68, 2, 2, 0),
    "streams of four gigabytes": patched(entry(1) + 120, 0xFFFFFFFF),
    "the root is a stream of four gigabytes": patched(entry(0) + 116, 0, 0xFFFFFFFF),
    "no end": patched(FAT_AT, *([END] * 100)),
    "a sector of one byte": WHOLE[:30] + b"\0\0" + WHOLE[32:],
    "a sector of 2^65535 bytes": WHOLE[:30] + b"\xff\xff" + WHOLE[32:],
}


@pytest.mark.processor_time(20)
@pytest.mark.parametrize("data", COMPOUND.values(), ids=COMPOUND)
def test_compound_files_that_go_in_circles_end(data: bytes) -> None:
    outcome(data)


# --- Packages ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["../../escaped.txt", "/tmp/escaped.txt", "C:\\escaped.txt", "..\\escaped.txt", "\\\\a\\b"]
)
def test_names_that_lead_out_of_an_archive_lead_nowhere(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    (tmp_path / "escaped.txt").write_text(SECRET)
    item = f'<opf:item id="image1" href="{name}" media-type="image/png" isEmbeded="0"/>'
    manifest = hwpx.hpf({"section0": "Contents/section0.xml"}).replace("</opf:manifest>", item + "</opf:manifest>")
    section = hwpx.section(hwpx.p(hwpx.run(hwpx.pic("image1"))), hwpx.text("끝"))
    document = read(hwpx.package(section, parts={"Contents/content.hpf": manifest}))
    assert document.text == "끝"
    for picture in document.images():
        with pytest.raises(LookupError):
            document.image_bytes(picture)
    with_entry = read(hwpx.package(section, parts={"Contents/content.hpf": manifest, name: b"content"}))
    assert with_entry.text == "끝"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "escaped.txt"]
    assert (tmp_path / "escaped.txt").read_text() == SECRET


def test_entries_that_share_one_bomb_are_not_inflated_each() -> None:
    """Many names for the same bytes: the budget is that of the file, not of the entry."""
    names = [f"Contents/section{number}.xml" for number in range(1, 20)]
    data = bytearray(hwpx.package(hwpx.section(hwpx.text(" " * (4 << 20))), parts=dict.fromkeys(names, b"")))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        first = archive.getinfo("Contents/section0.xml")
    at = data.index(b"PK\x01\x02")
    while data[at : at + 4] == b"PK\x01\x02":  # every record of the directory leads to the first section
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        if b"section" in data[at + 46 : at + 46 + name]:
            struct.pack_into("<H4xIII", data, at + 10, 8, first.CRC, first.compress_size, first.file_size)
            struct.pack_into("<I", data, at + 42, first.header_offset)
        at += 46 + name + extra + comment
    with pytest.raises(LimitExceededError) as caught:
        read(bytes(data), limits=Limits(max_inflated=20 << 20))
    assert caught.value.code == "limit_inflated"


@pytest.mark.parametrize("number", [10**9, 2**31, 10**30])
def test_huge_spans_take_no_memory(number: int) -> None:
    cell = hwpx.tc(0, 0, hwpx.text("칸"), spans=(number, number))
    for declared in (1, number):
        outcome(hwpx.package(hwpx.section(hwpx.p(hwpx.run(hwpx.tbl(declared, declared, cell))), hwpx.text("끝"))))
    plain = hwpml.cell(0, 0, hwpml.p("칸"), span=(number, number))
    table = hwpml.element("TABLE", hwpml.thing(), hwpml.element("ROW", plain), RowCount=number, ColCount=number)
    outcome(hwpml.document(hwpml.section(hwpml.p(table))).encode())


def test_huge_spans_of_records_take_no_memory() -> None:
    cells = [hwp5.cell(2, 65535, 65535, hwp5.paragraph("칸", level=2), span=(65535, 65535)) for _ in range(10)]
    outcome(hwp5.document(hwp5.paragraph(hwp5.mark(11, "tbl "), hwp5.table(1, 65535, 65535, *cells))))


# --- XML -----------------------------------------------------------------------------------------------------------------------

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>'


def external(path: Path) -> str:
    return f'<!DOCTYPE a [<!ENTITY x SYSTEM "{path.as_uri()}"> <!ENTITY % p SYSTEM "{path.as_uri()}"> %p;]>'


def with_type(text: str, doctype: str, reference: str) -> bytes:
    declaration, _, rest = text.partition("?>")
    return f"{declaration}?>{doctype}{rest.replace('끝', f'끝{reference}')}".encode()


def xml_files(doctype: str, reference: str) -> list[bytes]:
    """Files of every XML format with a document type in each of their parts."""
    section, header = hwpx.section(hwpx.text("끝")), hwpx.header('<hh:style id="0" name="끝"/>')
    manifest = hwpx.hpf({"section0": "Contents/section0.xml"}, metadata="<opf:title>끝</opf:title>")
    return [
        hwpx.package(parts={"Contents/section0.xml": with_type(section, doctype, reference)}),
        hwpx.package(section, parts={"Contents/header.xml": with_type(header, doctype, reference)}),
        hwpx.package(section, parts={"Contents/content.hpf": with_type(manifest, doctype, reference)}),
        with_type(hwpml.document(hwpml.section(hwpml.p("끝")), summary="<TITLE>끝</TITLE>"), doctype, reference),
    ]


@pytest.mark.processor_time(20)
def test_entities_are_not_multiplied() -> None:
    for data in xml_files(BOMB, "&l11;"):
        found = outcome(data)
        text = found.model_dump_json() if isinstance(found, PressRelease) else str(found)
        assert "hahaha" not in text
        assert len(text) < 100_000


def test_entities_load_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    for data in xml_files(external(secret), "&x;"):
        found = outcome(data)
        assert SECRET not in (found.model_dump_json() if isinstance(found, PressRelease) else str(found))


def test_elements_nested_without_end_are_refused_or_read() -> None:
    for opening in (
        "<hp:p>",
        "<hp:tbl><hp:tr><hp:tc><hp:subList><hp:p><hp:run>",
        "<hp:container>",
        "<hp:rect><hp:drawText>",
    ):
        outcome(hwpx.package(hwpx.section(opening * 50_000)))
    for opening in ("<P>", "<TABLE><ROW><CELL><PARALIST><P><TEXT>", "<CONTAINER>"):
        outcome(hwpml.document(hwpml.section(opening * 50_000)).encode())


def test_xml_without_elements_is_refused() -> None:
    with pytest.raises(CorruptDocumentError):
        read(hwpx.package("<a:/>"))


# --- Text ----------------------------------------------------------------------------------------------------------------------

RUNS = (
    " ",
    "1",
    "가",
    "(",
    "[",
    "<",
    "-",
    "'",
    "“",
    "02-",
    "a.",
    "@",
    "1. ",
    "붙임 ",
    "2026. 4. ",
    "담당 : ",
    "\t",
    "은 ",
)


@pytest.mark.processor_time(60)
@pytest.mark.parametrize("unit", RUNS)
def test_a_paragraph_of_five_megabytes_ends(unit: str) -> None:
    run = (unit * (1_700_000 // len(unit) + 1))[:1_700_000]
    outcome(hwp5.document(hwp5.paragraph("보도자료"), hwp5.paragraph(run + "끝"), hwp5.paragraph("끝")))


# --- Callers -------------------------------------------------------------------------------------------------------------------


def test_a_caller_deep_in_his_own_calls_gets_a_typed_error() -> None:
    deep = hwpx.text("끝")
    for _ in range(30):
        deep = hwpx.p(hwpx.run(hwpx.tbl(1, 1, hwpx.tc(0, 0, deep))))
    data = hwpx.package(hwpx.section(deep))

    def dive(depth: int) -> str:
        return dive(depth - 1) if depth else read(data).text

    read(data)
    outcomes = set()
    for depth in range(sys.getrecursionlimit() - 250, sys.getrecursionlimit() - 50, 10):
        try:
            outcomes.add(dive(depth))
        except LimitExceededError as error:
            outcomes.add(error.code)
        except RecursionError:
            outcomes.add("before it began")
    assert outcomes <= {"끝", "limit_depth", "before it began"}
