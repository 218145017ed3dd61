"""Zip archives that are sound, cut off, or damaged inside."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from builders.hwpx import package, read_bytes, section, text, zipped

from hwpextract.document import Document
from hwpextract.errors import CorruptDocumentError, LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.hwpx.archive import Archive

ONE, TWO = section(text("하나")), section(text("둘"))


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


def archive(data: bytes, **limits: int) -> Archive:
    return Archive(data, Budget(Limits(**limits)))


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_entries(compression: int) -> None:
    content = bytes(range(256)) * 10
    found = archive(zipped({"a": content, "나/b": b""}, compression))
    assert (found.names, found.repaired) == (["a", "나/b"], False)
    assert (found.read("a"), found.read("나/b")) == (content, b"")
    assert found.head("a", 10)[:8] == content[:8]
    assert not found.is_locked("a")


def test_entries_are_limited() -> None:
    with pytest.raises(LimitExceededError) as caught:
        archive(zipped({str(number): b"" for number in range(9)}), max_entries=8)
    assert caught.value.code == "limit_entries"


def test_huge_directories_are_not_even_listed() -> None:
    data = zipped({str(number): b"" for number in range(200)})
    with pytest.raises(LimitExceededError):
        archive(data, max_entries=100)
    with pytest.raises(LimitExceededError):
        archive(data[: data.index(b"PK\x01\x02")], max_entries=100)


def test_entries_with_long_names_count_once() -> None:
    names = {f"{number:0100}": b"" for number in range(90)}
    assert len(archive(zipped(names), max_entries=100).names) == 90


def test_bombs_are_not_unpacked() -> None:
    found = archive(zipped({"bomb": bytes(2_000_000)}), max_stream=1_000_000)
    with pytest.raises(LimitExceededError):
        found.read("bomb")
    assert found.head("bomb", 100) == bytes(100)


def test_an_entry_whose_header_is_gone() -> None:
    data = zipped({"a": b"content"}).replace(b"PK\x03\x04", b"....")
    found = archive(data)
    with pytest.raises(CorruptDocumentError):
        found.read("a")
    assert (found.salvage("a"), found.head("a", 9)) == (b"", b"")


def damaged(data: bytes, entry: str, at: int, size: int) -> bytes:
    """The file with `size` bytes of an entry, from `at` on, made zero."""
    start = data.index(entry.encode()) + len(entry) + at
    return data[:start] + bytes(size) + data[start + size :]


def test_an_entry_damaged_at_its_beginning_is_lost() -> None:
    document = read_bytes(damaged(package(ONE, TWO), "Contents/section0.xml", 0, 60))
    assert (document.text, codes(document)) == ("둘", ["section_unreadable"])


def test_an_entry_damaged_in_the_middle_gives_its_beginning() -> None:
    noise = random.Random(1)
    long = section(*(text(f"문단 {number} {noise.randbytes(30).hex()}") for number in range(300)))
    data = damaged(package(long), "Contents/section0.xml", 8000, 300)
    document = read_bytes(data)
    assert document.text.startswith("문단 0 ")
    assert 50 < len(document.blocks) < 299
    assert next((warning.code, warning.severity) for warning in document.warnings) == ("xml_truncated", "error")


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_archive_without_directory(cut: int) -> None:
    data = package(ONE, TWO)
    document = read_bytes(data[: data.index(b"PK\x01\x02") + 1 - cut])
    assert document.text.startswith("하나\n둘")
    assert "container_repaired" in codes(document)


def test_archive_with_something_before_an_entry() -> None:
    data = package(ONE, TWO)
    at = data.index(b"Contents/section1.xml") - 30
    document = read_bytes(data[:at] + b"junk" + data[at:])
    assert document.text == "하나\n둘"


def test_archive_written_as_a_stream() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Contents/section0.xml", ONE)
    data = out.getvalue()
    assert read_bytes(data).text == "하나"
    assert read_bytes(data[: data.index(b"PK\x01\x02")]).text == "하나"


def test_unusual_compression() -> None:
    with pytest.raises(CorruptDocumentError):
        read_bytes(zipped({"Contents/section0.xml": ONE}, zipfile.ZIP_BZIP2))


def test_archive_behind_something_else() -> None:
    found = archive(b"something" + zipped({"a": b"content", "b": b""}))
    assert (found.names, found.repaired, found.read("a")) == (["a", "b"], False, b"content")


@pytest.mark.parametrize("change", [b"PK\x01\x03", b""])
def test_a_damaged_directory_is_not_used(change: bytes) -> None:
    data = zipped({"a": b"content", "b": b"more"})
    at = data.rindex(b"PK\x01\x02")
    found = archive(data[:at] + change + data[at + 4 :])
    assert (found.names, found.repaired, found.read("a")) == (["a", "b"], True, b"content")
