from __future__ import annotations

import random
import zipfile
from datetime import UTC, datetime

import pytest
from builders.hwpx import DECLARATION, HEADER, hpf, package, read_bytes, section, text, zipped

from hwpextract.errors import CorruptDocumentError, EncryptedDocumentError, LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.hwpx import read_hwpx
from hwpextract.readers.hwpx.package import Package
from hwpextract.readers.options import Options

ONE, TWO = section(text("하나")), section(text("둘"))


def codes(data: bytes) -> list[str]:
    return [warning.code for warning in read_bytes(data).warnings]


def test_usual_package() -> None:
    document = read_bytes(package(ONE, TWO))
    assert (document.text, document.warnings) == ("하나\n둘", ())
    assert [block.locator for block in document.blocks] == ["s0/p0", "s1/p0"]


@pytest.mark.parametrize("drop", [["mimetype"], ["META-INF/manifest.xml"], ["version.xml"], ["Contents/content.hpf"]])
def test_parts_that_may_be_missing(drop: list[str]) -> None:
    document = read_bytes(package(ONE, TWO, drop=drop))
    assert (document.text, document.warnings) == ("하나\n둘", ())


def test_missing_header() -> None:
    data = package(ONE, drop=["Contents/header.xml"])
    assert read_bytes(data).text == "하나"
    assert codes(data) == ["stream_missing"]


def test_backslashes_in_names() -> None:
    parts = {
        "Contents\\content.hpf": hpf({"s": "Contents\\section0.xml"}),
        "Contents\\section0.xml": ONE,
        "Contents\\header.xml": HEADER,
    }
    document = read_bytes(zipped(parts))
    assert (document.text, document.warnings) == ("하나", ())


@pytest.mark.parametrize(
    ("items", "spine"),
    [
        ({"b": "section1.xml", "a": "section0.xml"}, ["a", "b"]),
        ({"a": "/Contents/section0.xml", "b": "/Contents/section1.xml"}, ["a", "b"]),
        ({"a": "Contents/Section0.xml", "b": "contents/section1.XML"}, ["a", "b"]),
        ({"a": "Contents/section0.xml", "b": "Contents/section1.xml"}, []),
        ({"a": "Contents/section0.xml"}, ["a"]),
        ({"a": "C:\\work\\section0.xml"}, ["a", "gone"]),
        ({}, []),
    ],
    ids=["relative", "absolute", "other case", "empty spine", "left out", "local path", "nothing"],
)
def test_odd_spines(items: dict[str, str], spine: list[str]) -> None:
    assert read_bytes(package(ONE, TWO, parts={"Contents/content.hpf": hpf(items, spine)})).text == "하나\n둘"


def test_the_spine_is_the_reading_order() -> None:
    items = {"a": "Contents/section0.xml", "b": "Contents/section1.xml"}
    assert read_bytes(package(ONE, TWO, parts={"Contents/content.hpf": hpf(items, ["b", "a"])})).text == "둘\n하나"


def test_without_a_spine_sections_are_in_numeric_order() -> None:
    sections = [section(text(str(number))) for number in range(12)]
    assert read_bytes(package(*sections, drop=["Contents/content.hpf"])).text.split() == [
        str(number) for number in range(12)
    ]


def test_older_versions_are_not_part_of_the_text() -> None:
    data = package(ONE, parts={"DocHistory/section0.xml": TWO, "Contents/content.hpf": hpf({}, [])})
    assert read_bytes(data).text == "하나"


def test_package_document_by_container_xml() -> None:
    container = (
        f'{DECLARATION}<c:container xmlns:c="x"><c:rootfiles><c:rootfile full-path="a.hpf" media-type="text/plain"/>'
        '<c:rootfile full-path="b.hpf" media-type="application/hwpml-package+xml"/></c:rootfiles></c:container>'
    )
    parts = {
        "META-INF/container.xml": container,
        "a.hpf": hpf({"s": "Contents/section1.xml"}),
        "b.hpf": hpf({"s": "Contents/section0.xml"}),
        "Contents/section0.xml": ONE,
    }
    assert Package(zipped(parts), Budget(Limits())).sections() == ["Contents/section0.xml"]


def test_metadata() -> None:
    stated = (
        "<opf:title>제목</opf:title><opf:language>ko</opf:language>"
        '<opf:meta name="creator" content="text">홍길동</opf:meta><opf:meta name="subject" content="text"/>'
        '<opf:meta name="keyword" content="text">가, 나</opf:meta><opf:meta name="lastsaveby" content="text">김철수</opf:meta>'
        '<opf:meta name="CreatedDate" content="text">2026-04-10T00:55:37Z</opf:meta>'
        '<opf:meta name="ModifiedDate" content="text">gestern</opf:meta>'
    )
    metadata = read_bytes(package(ONE, parts={"Contents/content.hpf": hpf({}, [], stated)})).metadata
    assert (metadata.title, metadata.author, metadata.subject) == ("제목", "홍길동", None)
    assert (metadata.keywords, metadata.last_saved_by) == ("가, 나", "김철수")
    assert (metadata.created, metadata.modified) == (datetime(2026, 4, 10, 0, 55, 37, tzinfo=UTC), None)
    assert metadata.format_version == "5.1.0.1"
    assert metadata.producer == "Hancom Office Hangul 11, 0, 0, 1 WIN32LEWindows_10"


def test_package_document_that_is_no_xml() -> None:
    data = package(ONE, parts={"Contents/content.hpf": b"\xff\xfe\x00 nothing"})
    assert read_bytes(data).text == "하나"
    assert codes(data) == ["stream_missing"]


def test_an_unreadable_section_is_named() -> None:
    document = read_bytes(package(ONE, "", TWO))
    assert document.text == "하나\n둘"
    assert [(warning.code, warning.severity) for warning in document.warnings] == [("section_unreadable", "error")]


def test_no_readable_section() -> None:
    with pytest.raises(CorruptDocumentError):
        read_bytes(package("no xml"))
    with pytest.raises(CorruptDocumentError):
        read_bytes(zipped({"mimetype": "application/hwp+zip"}))


def damaged(data: bytes, entry: str, at: int, size: int) -> bytes:
    """The file with `size` bytes of an entry, from `at` on, made zero."""
    start = data.index(entry.encode()) + len(entry) + at
    return data[:start] + bytes(size) + data[start + size :]


@pytest.mark.parametrize("entry", ["Contents/content.hpf", "Contents/header.xml", "version.xml"])
def test_damage_beside_the_text(entry: str) -> None:
    data = damaged(package(ONE), entry, 20, 40)
    assert read_bytes(data).text == "하나"
    assert codes(data) == ["stream_missing"]


def test_not_a_zip_file() -> None:
    with pytest.raises(zipfile.BadZipFile):
        read_bytes(b"PK\x03\x04 and nothing else")


def test_password_of_the_archive() -> None:
    data = bytearray(package(ONE))
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(magic)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(magic, at + 4)
    with pytest.raises(EncryptedDocumentError) as caught:
        read_bytes(bytes(data))
    assert caught.value.code == "password_unsupported"


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ({"max_entries": 3}, "limit_entries"),
        ({"max_stream": 1000}, "limit_stream"),
        ({"max_inflated": 2000}, "limit_inflated"),
    ],
)
def test_limits(limits: dict[str, int], code: str) -> None:
    data = package(section(*[text("가" * 100)] * 20))
    with pytest.raises(LimitExceededError) as caught:
        read_hwpx(data, Options(Limits(**limits)))
    assert caught.value.code == code


def test_the_preview_stands_in_for_a_body_that_cannot_be_read() -> None:
    broken: dict[str, str | bytes] = {
        "Contents/section0.xml": b"\0" * 50,
        "Preview/PrvText.txt": "행사 개최\r\n<담당><홍길동>",
    }
    document = read_bytes(package(section(), parts=broken))
    assert document.text == "행사 개최\n<담당><홍길동>"
    assert [(each.code, each.severity) for each in document.warnings if each.code == "preview_only"] == [
        ("preview_only", "error")
    ]


def test_sections_that_the_header_counts_and_nobody_finds() -> None:
    document = read_bytes(package(ONE, parts={"Contents/header.xml": HEADER.replace('secCnt="1"', 'secCnt="3"')}))
    (warning,) = document.warnings
    assert (document.text, warning.code, warning.count, warning.severity) == ("하나", "section_unreadable", 2, "error")
    assert "1, 2" in warning.message


@pytest.mark.parametrize("share", [0.4, 0.5, 0.7])
def test_a_download_that_broke_off(share: float) -> None:
    noise = [random.Random(number).randbytes(1200).hex() for number in range(4)]
    header = HEADER.replace('secCnt="1"', 'secCnt="4"')
    data = package(*[section(text(words)) for words in noise], parts={"Contents/header.xml": header})
    document = read_bytes(data[: int(len(data) * share)])
    assert document.text.startswith(noise[0][:500])
    found = {warning.code for warning in document.warnings}
    assert "container_repaired" in found
    assert found & {"section_unreadable", "xml_truncated"}
