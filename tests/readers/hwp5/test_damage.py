"""Damaged compound files: directories and allocation tables gone, files cut off, and what can be read all the same."""

from __future__ import annotations

import random
import struct

import pytest
from builders.cfb import compound_file
from builders.hwp5 import COMPRESSED, deflate, document, file_header, paragraph

from hwpextract.document import Document
from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Limits
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.options import Options
from hwpextract.readers.wreck import Wreck
from hwpextract.sniff import Format, sniff

SECTOR = 512


def read(data: bytes) -> Document:
    return read_hwp5(data, Options(Limits()))


def repairs(document: Document) -> list[str]:
    return [warning.message for warning in document.warnings if warning.code == "container_repaired"]


def long_section(seed: int = 1, count: int = 400) -> bytes:
    noise = random.Random(seed)
    return b"".join(paragraph(f"문단 {number} {noise.randbytes(30).hex()}") for number in range(count))


def whole(*sections: bytes, others: dict[str, bytes] | None = None) -> bytes:
    return document(*sections, others=others)


def table_at(data: bytes) -> range:
    """Where the allocation table stands, which is behind everything else in these files."""
    (count, first) = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 76)[0]
    return range((first + 1) * SECTOR, (first + 1 + count) * SECTOR)


def directory_at(data: bytes) -> range:
    start = data.index("Root Entry".encode("utf-16-le"))
    return range(start, data.index(b"\xff" * 16, start) // SECTOR * SECTOR)


def wiped(data: bytes, place: range, fill: bytes = b"\0") -> bytes:
    return data[: place.start] + fill * len(place) + data[place.stop :]


LONG = whole(long_section(), long_section(2))
SHORT = whole(paragraph("하나"), paragraph("둘"))
BOTH = pytest.mark.parametrize("data", [LONG, SHORT], ids=["long", "short"])


@BOTH
@pytest.mark.parametrize("fill", [b"\0", b"\xff", b"\x37"])
def test_an_allocation_table_that_is_overwritten(data: bytes, fill: bytes) -> None:
    damaged = wiped(data, table_at(data), fill)
    assert sniff(damaged) is Format.HWP5
    found = read(damaged)
    assert found.text == read(data).text
    assert repairs(found)


@BOTH
def test_an_allocation_table_that_is_cut_off(data: bytes) -> None:
    damaged = data[: table_at(data).start]
    assert sniff(damaged) is Format.HWP5
    found = read(damaged)
    assert found.text == read(data).text
    assert repairs(found)


def test_one_chain_that_leads_astray() -> None:
    """A link in the middle of a section points to another sector: the chain has the right length and the wrong content."""
    table = table_at(LONG)
    entry = LONG.index("Section0\0".encode("utf-16-le"))
    (start,) = struct.unpack_from("<I", LONG, entry + 116)
    link = table.start + 4 * (start + 2)
    damaged = LONG[:link] + struct.pack("<I", start + 9) + LONG[link + 4 :]
    found = read(damaged)
    assert found.text == read(LONG).text
    assert "allocation table" in repairs(found)[0]


@BOTH
def test_a_header_that_does_not_tell_where_the_tables_are(data: bytes) -> None:
    damaged = data[:44] + b"\xff" * 4 + data[48:76] + b"\xff" * 436 + data[512:]
    found = read(damaged)
    assert found.text == read(data).text
    assert repairs(found)


def test_an_allocation_table_that_the_header_has_no_place_for() -> None:
    """Its last sectors are listed elsewhere; two sectors of a stream have changed places, which only the table tells."""
    content = random.Random(1).randbytes(5000)
    data = bytearray(compound_file({"BinData/BIN0001.png": bytes(110 * 128 * SECTOR), "BodyText/Section0": content}))
    entry = data.index("Section0\0".encode("utf-16-le"))
    (start,) = struct.unpack_from("<I", data, entry + 116)
    one, two = (slice((start + place) * SECTOR + SECTOR, (start + place + 1) * SECTOR + SECTOR) for place in (1, 2))
    data[one], data[two] = data[two], data[one]
    table = (len(data) - 2 * SECTOR) // SECTOR * SECTOR
    link = data.index(struct.pack("<3I", start + 1, start + 2, start + 3), table - 2 * SECTOR)
    struct.pack_into("<3I", data, link, start + 2, start + 3, start + 1)
    assert Wreck(bytes(data)).read("BodyText/Section0") == content
    (listing,) = struct.unpack_from("<I", data, 68)
    struct.pack_into("<I", data, (listing + 2) * SECTOR - 4, listing)
    assert Wreck(bytes(data)).read("BodyText/Section0") == content


def test_a_directory_without_links_between_its_entries() -> None:
    place = LONG.index("Root Entry".encode("utf-16-le"))
    damaged = LONG[: place + 68] + b"\xff" * 12 + LONG[place + 80 :]
    found = read(damaged)
    assert found.text == read(LONG).text


def test_a_directory_that_is_lost() -> None:
    data = whole(long_section(), paragraph("끝"), others={"BinData/BIN0001.png": deflate(b"\x89PNG" + bytes(9000))})
    damaged = wiped(data, directory_at(data))
    assert sniff(damaged) is Format.HWP5
    found = read(damaged)
    assert sorted(found.text.split("\n")) == sorted(read(data).text.split("\n"))
    assert "directory" in repairs(found)[0]
    assert found.metadata.format_version == "5.1.0.1"


def test_half_a_file_gives_half_a_text() -> None:
    data = whole(long_section(count=2000))
    found = read(data[: len(data) // 2])
    assert 500 < len(found.blocks) < 1500
    assert found.text.startswith("문단 0 ")
    assert {"section_damaged", "container_repaired"} <= {warning.code for warning in found.warnings}


def test_half_a_file_with_more_sections_names_those_that_are_gone() -> None:
    streams = {f"BodyText/Section{number}": deflate(long_section(number)) for number in range(4)}
    data = compound_file({"FileHeader": file_header(COMPRESSED), "DocInfo": deflate(b""), **streams})
    found = read(data[: len(data) * 2 // 3])
    assert found.blocks
    codes = {warning.code for warning in found.warnings}
    assert codes & {"section_damaged", "section_unreadable"}


@pytest.mark.parametrize("size", [100, 512])
def test_nothing_but_a_beginning_is_an_error(size: int) -> None:
    with pytest.raises(CorruptDocumentError):
        read(LONG[:size])


def test_noise_in_place_of_the_streams_is_an_error() -> None:
    noise = random.Random(3).randbytes(len(LONG) - SECTOR)
    with pytest.raises(CorruptDocumentError):
        read(LONG[:SECTOR] + noise)


def test_the_preview_stands_in_for_a_body_that_cannot_be_read() -> None:
    preview = "행사 개최\r\n<담당><홍길동>\r\n".encode("utf-16-le")
    found = read(document(others={"BodyText/Section0": b"\xff" * 50, "PrvText": preview}))
    assert found.text == "행사 개최\n<담당><홍길동>"
    assert [(each.code, each.severity) for each in found.warnings] == [("preview_only", "error")]
    assert found.blocks[0].locator == "preview/p0"
