import random
import struct
import zlib

import pytest
from builders.hwp5 import COMPRESSED, deflate, document, paragraph, record

from hwpextract.document import Document
from hwpextract.errors import CorruptDocumentError, EncryptedDocumentError, LimitExceededError
from hwpextract.limits import Limits
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.hwp5.records import Tag
from hwpextract.readers.options import Options, Revisions
from hwpextract.sniff import Format


def read(data: bytes, **limits: int) -> Document:
    return read_hwp5(data, Options(Limits(**limits)))


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


def long_section() -> bytes:
    noise = random.Random(1)
    return b"".join(paragraph(f"문단 {number} {noise.randbytes(30).hex()}") for number in range(300))


@pytest.mark.parametrize("flags", [0, COMPRESSED])
def test_documents_are_read_deflated_or_not(flags: int) -> None:
    found = read(document(paragraph("하나"), paragraph("둘"), flags=flags))
    assert (found.format, found.text, codes(found)) == (Format.HWP5, "하나\n둘", [])
    assert [block.locator for block in found.blocks] == ["s0/p0", "s1/p0"]
    assert found.metadata.format_version == "5.1.0.1"


@pytest.mark.parametrize("flags", [0, COMPRESSED])
def test_a_lost_file_header_is_no_obstacle(flags: int) -> None:
    found = read(document(paragraph("하나"), flags=flags, without=["FileHeader"]))
    assert found.text == "하나"
    assert codes(found) == ["container_repaired"]


def test_a_lost_docinfo_is_no_obstacle() -> None:
    found = read(document(paragraph("하나"), without=["DocInfo"]))
    assert (found.text, codes(found)) == ("하나", ["stream_missing"])


def test_a_broken_section_is_passed_over() -> None:
    data = document(
        paragraph("하나"), others={"BodyText/Section1": b"\xff" * 50, "BodyText/Section2": deflate(paragraph("셋"))}
    )
    found = read(data)
    assert (found.text, codes(found)) == ("하나\n셋", ["section_unreadable"])
    assert found.blocks[1].locator == "s2/p0"


def test_a_section_that_is_missing_is_reported() -> None:
    sections = [paragraph(text) for text in ("하나", "둘", "셋", "넷")]
    found = read(document(*sections, without=["BodyText/Section1", "BodyText/Section2"]))
    assert (found.text, codes(found)) == ("하나\n넷", ["section_unreadable"])
    assert found.warnings[0].count == 2
    assert "1, 2" in found.warnings[0].message
    assert found.blocks[1].locator == "s3/p0"


def test_a_section_damaged_in_the_middle_gives_its_beginning() -> None:
    packer = zlib.compressobj(wbits=-15)
    # A block of type 3, which does not exist, follows what is sound.
    stream = packer.compress(long_section()) + packer.flush(zlib.Z_FULL_FLUSH) + b"\xff" * 200
    found = read(document(others={"BodyText/Section0": stream}))
    assert codes(found) == ["section_damaged"]
    assert len(found.blocks) >= 290
    assert found.text.startswith("문단 0 ")


def test_a_stream_shorter_than_its_entry_says_is_damaged() -> None:
    data = document(long_section(), flags=0)
    entry = data.index("Section0\0".encode("utf-16-le"))
    (size,) = struct.unpack_from("<I", data, entry + 120)
    found = read(data[: entry + 120] + struct.pack("<I", size + 5000) + data[entry + 124 :])
    assert codes(found) == ["section_damaged"]
    assert len(found.blocks) == 300


@pytest.mark.parametrize("sections", [(), (b"\xff" * 50,)])
def test_nothing_readable_is_an_error(sections: tuple[bytes, ...]) -> None:
    others = {f"BodyText/Section{number}": content for number, content in enumerate(sections)}
    with pytest.raises(CorruptDocumentError) as caught:
        read(document(others=others))
    assert caught.value.hint


@pytest.mark.parametrize(
    ("flag", "code"),
    [(1 << 1, "password_required"), (1 << 8, "certificate"), (1 << 4, "drm_hancom"), (1 << 10, "drm_hancom")],
)
def test_locked_documents_are_refused_by_name(flag: int, code: str) -> None:
    locked = {"DocInfo": b"\x9f" * 100, "BodyText/Section0": b"\x9f" * 100}
    with pytest.raises(EncryptedDocumentError) as caught:
        read(document(flags=COMPRESSED | flag, others=locked))
    assert caught.value.code == code
    assert caught.value.hint


def test_documents_with_a_drm_flag_and_clear_streams_are_read() -> None:
    assert read(document(paragraph("하나"), flags=COMPRESSED | 1 << 4)).text == "하나"


@pytest.mark.parametrize(
    ("flags", "docinfo", "expected"),
    [
        (1 << 14, b"", ["tracked_changes"]),
        (0, record(Tag.TRACK_CHANGE, 1, bytes(20)), ["tracked_changes", "revisions_unmarked"]),
    ],
    ids=["flag", "records"],
)
def test_tracked_changes_are_announced(flags: int, docinfo: bytes, expected: list[str]) -> None:
    found = read(document(paragraph("하나"), flags=COMPRESSED | flags, docinfo=docinfo))
    assert codes(found) == expected


def test_sections_are_limited_in_size() -> None:
    with pytest.raises(LimitExceededError) as caught:
        read(document(paragraph("가" * 100_000)), max_stream=10_000)
    assert caught.value.code == "limit_stream"


def test_the_same_bytes_give_the_same_json() -> None:
    data = document(long_section(), paragraph("끝"))
    assert read(data).model_dump_json() == read(data).model_dump_json()


@pytest.mark.parametrize(("flags", "licence"), [(1 << 15, "KOGL"), (1 << 11, "CCL"), (0, None)])
def test_the_licence_that_the_author_has_marked(flags: int, licence: str | None) -> None:
    assert read(document(paragraph("하나"), flags=COMPRESSED | flags)).metadata.licence == licence


@pytest.mark.parametrize("revisions", ["final", "original", "both"])
def test_changes_are_not_marked_in_the_text(revisions: Revisions) -> None:
    data = document(paragraph("하나"), flags=COMPRESSED | 1 << 14)
    found = read_hwp5(data, Options(Limits(), revisions=revisions))
    assert found.text == "하나"
    assert ("revisions_unmarked" in codes(found)) == (revisions != "final")
    assert "tracked_changes" in codes(found)
