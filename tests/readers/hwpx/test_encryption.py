"""Packages with a password, and distribution documents."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from builders.encryption import locked_package
from builders.hwpx import hpf, p, package, pic, run, section, t, text
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hwpextract.document import Document, Image, walk
from hwpextract.errors import CorruptDocumentError, EncryptedDocumentError, HwpExtractError, LimitExceededError
from hwpextract.limits import Limits
from hwpextract.readers.hwpx import read_hwpx
from hwpextract.readers.options import Options

PLAIN = package(section(text("하나")), section(text("둘")))
PASSWORD = b"12345"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 30
# What Hancom has published for distribution documents.
PUBLISHED = [bytes.fromhex("22 59 61 6E 67 20 57 61 6E 67 53 75 6E 76 21 21 22"), b"\x22"]
SETTINGS = '<ha:HWPApplicationSetting xmlns:ha="x"><ha:DocDistribute key="k" nocopy="1" noprint="{}"/></ha:HWPApplicationSetting>'


def read(data: bytes, password: str | None = "12345", **limits: int) -> Document:
    return read_hwpx(data, Options(Limits(**limits), password))


def refusal(data: bytes, password: str | None) -> str:
    with pytest.raises(EncryptedDocumentError) as caught:
        read(data, password)
    assert caught.value.hint
    return caught.value.code


@pytest.mark.parametrize("bits", [128, 192, 256])
@pytest.mark.parametrize("start", ["sha1", "sha256"])
def test_the_password_opens(bits: int, start: str) -> None:
    found = read(locked_package(PLAIN, PASSWORD, bits=bits, start=start))
    assert (found.text, found.warnings) == ("하나\n둘", ())


def test_other_passwords() -> None:
    data = locked_package(PLAIN, PASSWORD)
    assert {refusal(data, password) for password in ("12346", "1234", "비밀", "\udcff", "x" * 5000)} == {
        "password_wrong"
    }
    assert {refusal(data, password) for password in (None, "")} == {"password_required"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_korean_passwords(encoding: str) -> None:
    assert read(locked_package(PLAIN, "비밀번호".encode(encoding)), "비밀번호").text == "하나\n둘"


def test_a_password_for_an_open_package_is_ignored() -> None:
    assert read(PLAIN).text == "하나\n둘"


def test_pictures() -> None:
    items = {"section0": "Contents/section0.xml", "image1": "BinData/image1.png"}
    parts: dict[str, str | bytes] = {"Contents/content.hpf": hpf(items, ["section0"]), "BinData/image1.png": PNG}
    found = read(locked_package(package(section(p(run(t("앞"), pic("image1")))), parts=parts), PASSWORD))
    (image,) = (block for block in walk(found.blocks) if isinstance(block, Image))
    assert (image.media_type, image.name) == ("image/png", "BinData/image1.png")
    assert found._load is not None
    assert found._load("BinData/image1.png") == PNG


@pytest.mark.parametrize("password", PUBLISHED)
@pytest.mark.parametrize("given_password", [None, "12345"])
def test_distribution_documents_need_no_password(password: bytes, given_password: str | None) -> None:
    plain = package(section(text("하나")), parts={"settings.xml": SETTINGS.format(0)})
    found = read(locked_package(plain, password), given_password)
    assert (found.text, found.metadata.restrictions) == ("하나", ("nocopy",))
    assert [warning.code for warning in found.warnings] == ["distribution_document"]


def test_restrictions_of_distribution_documents() -> None:
    plain = package(section(text("하나")), parts={"settings.xml": SETTINGS.format("true")})
    assert read(locked_package(plain, PUBLISHED[0])).metadata.restrictions == ("nocopy", "noprint")
    without = locked_package(package(section(text("하나")), parts={"settings.xml": "<settings/>"}), PUBLISHED[0])
    assert (read(without).metadata.restrictions, len(read(without).warnings)) == ((), 1)


@pytest.mark.parametrize(
    "manifest", [lambda xml: xml.replace('"', "'"), lambda xml: xml.replace("Contents/h", "contents\\h")]
)
def test_manifests_written_otherwise(manifest: Callable[[str], str]) -> None:
    assert read(locked_package(PLAIN, PASSWORD, manifest=manifest)).text == "하나\n둘"


def test_parts_in_the_clear_are_read_whatever_the_manifest_says() -> None:
    with zipfile.ZipFile(io.BytesIO(locked_package(PLAIN, PASSWORD))) as locked:
        manifest = locked.read("META-INF/manifest.xml")
    found = read(package(section(text("하나")), parts={"META-INF/manifest.xml": manifest}), None)
    assert (found.text, found.warnings) == ("하나", ())


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        ("aes256-cbc", "aes256-gcm"),
        ("aes256-cbc", "blowfish"),
        ("#pbkdf2", "#argon2id"),
        ("sha256-1k", "md5"),
        ("xmldsig#sha256", "xmldsig#sha512"),
        ('key-size="32" iter', 'key-size="33" iter'),
        ('key-size="32" iter', 'key-size="x" iter'),
        ('iteration-count="10"', 'iteration-count="0"'),
        ('iteration-count="10"', 'iteration-count="-5"'),
        ('iteration-count="10"', ""),
        ('vector="[^"]*"', 'vector="AAAA"'),
        ('salt="[^"]*"', 'salt="A"'),
        ('salt="[^"]*"', 'salt="비밀"'),
        ('checksum="[^"]*"', ""),
        ("<odf:(algorithm|key-derivation|start-key-generation)[^>]*>", ""),
    ],
)
@pytest.mark.parametrize("password", [None, "12345"])
def test_ways_of_encryption_that_are_not_known(pattern: str, replacement: str, password: str | None) -> None:
    data = locked_package(PLAIN, PASSWORD, manifest=lambda xml: re.sub(pattern, replacement, xml))
    assert refusal(data, password) == "password_unsupported"


@pytest.mark.parametrize("iterations", ["5000001", "1" + "0" * 30])
def test_iterations_are_limited(iterations: str) -> None:
    data = locked_package(PLAIN, PASSWORD, manifest=lambda xml: xml.replace('count="10"', f'count="{iterations}"'))
    with pytest.raises(LimitExceededError) as caught:
        read(data)
    assert caught.value.code == "limit_iterations"


def test_iterations_count_once_for_the_same_key() -> None:
    data = locked_package(PLAIN, PASSWORD)
    assert read(data, max_iterations=30).text == "하나\n둘"
    with pytest.raises(LimitExceededError):
        read(data, max_iterations=29)


def test_sizes_are_limited() -> None:
    data = locked_package(package(section(*[text("가" * 100)] * 20)), PASSWORD)
    with pytest.raises(LimitExceededError) as caught:
        read(data, max_stream=3000)
    assert caught.value.code == "limit_stream"


def test_damaged_parts_are_read_up_to_the_damage() -> None:
    plain = package(section(*(text(f"문단 {number}") for number in range(900))))
    data = bytearray(locked_package(plain, PASSWORD))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        info = archive.getinfo("Contents/section0.xml")
    middle = info.header_offset + info.file_size // 2
    data[middle : middle + 32] = b"\xff" * 32
    found = read(bytes(data))
    assert found.text.startswith("문단 0\n문단 1\n")
    assert [warning.code for warning in found.warnings] == ["xml_truncated"]


DATA = locked_package(PLAIN, PASSWORD)


@given(st.text(max_size=12).filter(lambda password: password != "12345"))
@example("12345 ")
@example("12345\x00")
@settings(max_examples=200, deadline=None)
def test_no_other_password_gives_text(password: str) -> None:
    assert refusal(DATA, password) == ("password_wrong" if password else "password_required")


@given(st.integers(0, len(DATA) - 1), st.binary(min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_damage_gives_a_document_or_an_error_of_the_library(place: int, junk: bytes) -> None:
    try:
        read(DATA[:place] + junk + DATA[place + len(junk) :])
    except (HwpExtractError, zipfile.BadZipFile):
        return


def test_nothing_to_read() -> None:
    data = locked_package(package(drop=["Contents/header.xml"]), PASSWORD)
    with pytest.raises(CorruptDocumentError):
        read(data)
