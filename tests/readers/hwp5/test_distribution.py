import pytest
from builders.hwp5 import COMPRESSED, deflate, document, paragraph, protected

from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Limits
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.hwp5.distribution import decrypt
from hwpextract.readers.options import Options

DISTRIBUTION = 1 << 2
NOTICE = paragraph("이 문서는 상위 버전의 배포용 문서입니다.")


def distributed(*streams: bytes) -> bytes:
    others = {f"ViewText/Section{number}": stream for number, stream in enumerate(streams)}
    return document(NOTICE, flags=COMPRESSED | DISTRIBUTION, others=others)


def test_the_protected_text_is_read_and_never_the_notice() -> None:
    found = read_hwp5(distributed(protected(deflate(paragraph("본문")))), Options(Limits()))
    assert found.text == "본문"
    assert [warning.code for warning in found.warnings] == ["distribution_document"]


@pytest.mark.parametrize("seed", [0, 1, 0x2F, 0x7FFFFFFF, 0xFFFFFFFF])
def test_any_seed_decrypts(seed: int) -> None:
    content = bytes(range(256)) * 3
    assert decrypt(protected(content, seed=seed)).content == content


@pytest.mark.parametrize(
    ("options", "restrictions"),
    [(0x8000, ()), (0x8001, ("nocopy",)), (0x8002, ("noprint",)), (0x8003, ("nocopy", "noprint"))],
)
def test_what_the_owner_forbids_is_reported(options: int, restrictions: tuple[str, ...]) -> None:
    found = read_hwp5(distributed(protected(deflate(paragraph("본문")), options)), Options(Limits()))
    assert found.metadata.restrictions == restrictions


@pytest.mark.parametrize("stream", [b"", b"short", deflate(paragraph("본문")), protected(b"")[:200]])
def test_a_section_without_its_key_is_refused(stream: bytes) -> None:
    with pytest.raises(ValueError, match="key record"):
        decrypt(stream)


def test_the_notice_does_not_stand_in_for_text_that_cannot_be_read() -> None:
    with pytest.raises(CorruptDocumentError):
        read_hwp5(distributed(b"broken"), Options(Limits()))


def test_one_readable_section_is_enough() -> None:
    found = read_hwp5(distributed(protected(deflate(paragraph("본문"))), b"broken"), Options(Limits()))
    assert found.text == "본문"
    assert [warning.code for warning in found.warnings] == ["section_unreadable", "distribution_document"]
