"""Documents that are locked: by a password of either level, or by what cannot be opened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders.encryption import HIGH, NORMAL, aes, des
from builders.hwp5 import (
    bin_data,
    component,
    control,
    deflate,
    document,
    locked_document,
    mark,
    object_header,
    paragraph,
    picture,
)
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hwpextract.document import Document, Image, walk
from hwpextract.errors import EncryptedDocumentError, HwpExtractError, LimitExceededError
from hwpextract.limits import Limits
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.options import Options

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 30
LEVELS = [pytest.param(NORMAL, des("12345"), id="normal"), pytest.param(HIGH, aes(b"12345"), id="high")]
levels = pytest.mark.parametrize(("encryption", "encrypt"), LEVELS)
Encrypt = Callable[[bytes], bytes]


def read(data: bytes, password: str | None = "12345", **limits: float) -> Document:
    return read_hwp5(data, Options(Limits.model_validate(limits), password))


def refusal(data: bytes, password: str | None) -> str:
    with pytest.raises(EncryptedDocumentError) as caught:
        read(data, password)
    assert caught.value.hint
    return caught.value.code


@levels
def test_the_password_opens(encryption: int, encrypt: Encrypt) -> None:
    found = read(locked_document(paragraph("하나"), paragraph("둘"), encryption=encryption, encrypt=encrypt))
    assert (found.text, found.warnings) == ("하나\n둘", ())


@levels
def test_documents_that_are_not_deflated(encryption: int, encrypt: Encrypt) -> None:
    data = locked_document(paragraph("하나"), encryption=encryption, encrypt=encrypt, flags=0)
    assert (read(data).text, refusal(data, "12346")) == ("하나", "password_wrong")


@levels
def test_other_passwords(encryption: int, encrypt: Encrypt) -> None:
    data = locked_document(paragraph("하나"), encryption=encryption, encrypt=encrypt)
    assert {refusal(data, password) for password in ("12346", "1234", "비밀", "\udcff", "x" * 5000)} == {
        "password_wrong"
    }
    assert {refusal(data, password) for password in (None, "")} == {"password_required"}


@levels
def test_pictures(encryption: int, encrypt: Encrypt) -> None:
    shape = control("gso ", 1, object_header()) + component("$pic", 2, picture(3, 1))
    data = locked_document(
        paragraph(mark(11, "gso "), shape),
        encryption=encryption,
        encrypt=encrypt,
        docinfo=bin_data(1, "png"),
        others={"BinData/BIN0001.png": deflate(PNG)},
    )
    found = read(data)
    (image,) = (block for block in walk(found.blocks) if isinstance(block, Image))
    assert (image.media_type, image.name) == ("image/png", "BinData/BIN0001.png")
    assert found._load is not None
    assert found._load("BinData/BIN0001.png") == PNG


@levels
def test_without_docinfo_a_section_shows_whether_the_password_is_right(encryption: int, encrypt: Encrypt) -> None:
    data = locked_document(paragraph("하나"), encryption=encryption, encrypt=encrypt, without=["DocInfo"])
    found = read(data)
    assert (found.text, [warning.code for warning in found.warnings]) == ("하나", ["stream_missing"])
    assert refusal(data, "12346") == "password_wrong"


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_korean_passwords_of_high_security(encoding: str) -> None:
    data = locked_document(paragraph("하나"), encryption=HIGH, encrypt=aes("비밀번호".encode(encoding)))
    assert read(data, "비밀번호").text == "하나"


def test_korean_passwords_of_normal_security() -> None:
    data = locked_document(paragraph("하나"), encryption=NORMAL, encrypt=des("비밀번호"))
    assert read(data, "비밀번호").text == "하나"


def test_high_security_beyond_one_piece() -> None:
    text = " ".join(map(str, range(1, 6000)))
    data = locked_document(paragraph(text), encryption=HIGH, encrypt=aes(b"12345"))
    assert read(data).text == text


@pytest.mark.parametrize("encryption", [1, 2, 3, 5, 0xFFFFFFFF])
@pytest.mark.parametrize("password", [None, "12345"])
def test_ways_of_encryption_that_are_not_known(encryption: int, password: str | None) -> None:
    data = locked_document(paragraph("하나"), encryption=encryption, encrypt=aes(b"12345"))
    assert refusal(data, password) == "password_unsupported"


def test_a_password_for_an_open_document_is_ignored() -> None:
    assert read(document(paragraph("하나")), "12345").text == "하나"
    assert read(document(paragraph("하나"), flags=0b11), "12345").text == "하나"
    assert read(document(paragraph("하나"), flags=0b11), None).text == "하나"


def test_the_time_is_limited() -> None:
    data = locked_document(paragraph("하나"), encryption=HIGH, encrypt=aes(b"12345"))
    with pytest.raises(LimitExceededError) as caught:
        read(data, max_seconds=1e-9)
    assert caught.value.code == "limit_seconds"


def test_options_do_not_show_the_password() -> None:
    assert "12345" not in repr(Options(Limits(), "12345"))


NORMAL_DATA = locked_document(paragraph("비밀 문서"), encryption=NORMAL, encrypt=des("12345"))
HIGH_DATA = locked_document(paragraph("비밀 문서"), encryption=HIGH, encrypt=aes(b"12345"))


@given(st.text(max_size=12).filter(lambda password: password != "12345"), st.sampled_from([NORMAL_DATA, HIGH_DATA]))
@example("12345 ", NORMAL_DATA)
@example("\x00", HIGH_DATA)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_other_password_gives_text(password: str, data: bytes) -> None:
    assert refusal(data, password) == ("password_wrong" if password else "password_required")


@given(st.integers(0, len(HIGH_DATA) - 1), st.binary(min_size=1, max_size=8), st.sampled_from([NORMAL_DATA, HIGH_DATA]))
@settings(max_examples=300, deadline=None)
def test_damage_gives_a_document_or_an_error_of_the_library(place: int, junk: bytes, data: bytes) -> None:
    try:
        read(data[:place] + junk + data[place + len(junk) :])
    except HwpExtractError:
        return
