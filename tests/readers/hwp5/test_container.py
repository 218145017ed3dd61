import pytest
from builders.cfb import compound_file
from builders.hwp5 import COMPRESSED, deflate, document, file_header, paragraph

from hwpextract.errors import CorruptDocumentError, LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.hwp5.container import Container, FileHeader


def container(data: bytes, **limits: int) -> Container:
    return Container(data, Budget(Limits(**limits)))


def test_file_header_gives_version_and_flags() -> None:
    assert FileHeader.parse(file_header(5, (5, 0, 3, 2))) == FileHeader((5, 0, 3, 2), 5)


@pytest.mark.parametrize("raw", [b"", b"HWP Document File", file_header()[:39], b"X" + file_header()[1:]])
def test_other_bytes_are_no_file_header(raw: bytes) -> None:
    assert FileHeader.parse(raw) is None


def test_sections_come_in_the_order_of_their_numbers() -> None:
    names = {f"BodyText/Section{number}": b"x" for number in (10, 2, 0, 1)}
    others = {"BodyText/Sections": b"x", "BodyText/Section": b"x", "BodyText/Section" + "9" * 12: b"x"}
    found = container(compound_file({"FileHeader": file_header(), **names, **others})).sections()
    assert list(found.items()) == [(number, f"BodyText/Section{number}") for number in (0, 1, 2, 10)]


def test_streams_are_found_in_any_case() -> None:
    found = container(compound_file({"fileheader": file_header(), "BODYTEXT/section0": b"x"}))
    assert found.header is not None
    assert found.read(found.sections()[0]) == b"x"


@pytest.mark.parametrize("size", [1, 63, 64, 4095, 4096, 20_000])
def test_streams_of_any_size_are_read(size: int) -> None:
    content = bytes(range(256)) * (size // 256 + 1)
    found = container(compound_file({"FileHeader": file_header(), "BinData/BIN0001.bin": content[:size]}))
    assert found.read("BinData/BIN0001.bin") == content[:size]
    assert found.head("BinData/BIN0001.bin", compressed=False)[:512] == content[: min(size, 512)]


def test_missing_streams_are_none() -> None:
    found = container(document(paragraph("가")))
    assert found.read("NoSuch") is None
    assert found.read("BodyText/Section7") is None
    assert found.head("BinData/BIN0001.png", compressed=True) == b""


def test_heads_of_deflated_pictures_are_inflated() -> None:
    content = b"\x89PNG" + bytes(30_000)
    found = container(document(others={"BinData/BIN0001.png": deflate(content)}))
    assert found.head("BinData/BIN0001.png", compressed=True).startswith(b"\x89PNG")


@pytest.mark.parametrize("cut", [100, 512, 600])
def test_files_cut_off_at_the_start_cannot_be_opened(cut: int) -> None:
    with pytest.raises(CorruptDocumentError) as caught:
        container(document(paragraph("가"))[:cut])
    assert caught.value.hint


def test_short_bytes_are_no_path() -> None:
    with pytest.raises(CorruptDocumentError):
        container(b"FileHeader")


def test_streams_are_limited_in_number() -> None:
    with pytest.raises(LimitExceededError) as caught:
        container(document(*[paragraph("가")] * 20), max_entries=10)
    assert caught.value.code == "limit_entries"


def test_content_decides_whether_a_stream_is_deflated() -> None:
    found = container(document(paragraph("가"), flags=0))
    assert found.inflate(deflate(paragraph("가"))) == paragraph("가")
    assert container(document(flags=COMPRESSED)).inflate(paragraph("가")) == paragraph("가")
