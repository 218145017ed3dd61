from datetime import UTC, datetime

import pytest
from builders.hwp3 import EMBEDDED, document, embedded, paragraph, picture, read

from hwpextract.errors import CorruptDocumentError, EncryptedDocumentError, LimitExceededError
from hwpextract.limits import Limits
from hwpextract.sniff import Format, sniff


def test_compressed_or_not() -> None:
    for compressed in (True, False):
        data = document(paragraph("가나다"), compressed=compressed)
        assert sniff(data) is Format.HWP3
        assert read(data).text == "가나다"


def test_what_the_document_says_of_itself() -> None:
    summary = ("제목", "주제", "홍길동", "2003년 12월 1일 월요일, 13시 9분", "낱말", "둘", "기타", "", "끝")
    found = read(document(paragraph("가"), summary=summary)).metadata
    assert (found.title, found.subject, found.author) == ("제목", "주제", "홍길동")
    assert (found.keywords, found.comments, found.format_version) == ("낱말\n둘", "기타\n끝", "3.00")
    assert found.created == datetime(2003, 12, 1, 4, 9, tzinfo=UTC)


def test_a_document_that_says_nothing() -> None:
    found = read(document(paragraph("가"))).metadata
    assert (found.title, found.keywords, found.created) == (None, None, None)


@pytest.mark.parametrize("password", ["123456", "비밀번호", "a" * 50, "한 글 and English ☂"])
@pytest.mark.parametrize("compressed", [True, False])
def test_passwords(password: str, compressed: bool) -> None:
    data = document(
        paragraph("가나다", picture(EMBEDDED, "A.PNG")),
        blocks=embedded("A.PNG", b"\x89PNG"),
        password=password,
        compressed=compressed,
    )
    found = read(data, password=password)
    assert found.text == "가나다"
    (only,) = found.images()
    assert found.image_bytes(only) == b"\x89PNG"


@pytest.mark.parametrize(
    ("password", "code"), [(None, "password_required"), ("", "password_required"), ("12", "password_wrong")]
)
@pytest.mark.parametrize("compressed", [True, False])
def test_missing_and_wrong_passwords(password: str | None, code: str, compressed: bool) -> None:
    data = document(*[paragraph("가나다")] * 20, password="123456", compressed=compressed)
    with pytest.raises(EncryptedDocumentError) as caught:
        read(data, password=password)
    assert caught.value.code == code
    assert caught.value.hint


def test_a_password_for_a_document_without_one() -> None:
    assert read(document(paragraph("가")), password="123456").text == "가"


@pytest.mark.parametrize("size", [100, 1166, 1170, 1180])
def test_files_without_text_are_refused(size: int) -> None:
    with pytest.raises(CorruptDocumentError):
        read(document(paragraph("가"))[:size])


def test_font_tables_that_never_end_are_refused() -> None:
    data = bytearray(document(paragraph("가"), compressed=False))
    data[1172:1174] = b"\xff\xff"
    with pytest.raises(CorruptDocumentError):
        read(bytes(data))


def test_styles_that_never_end_are_refused() -> None:
    data = document(paragraph("가"), compressed=False, styles=("A",))
    place = data.index(b"A".ljust(20, b"\0")) - 2
    with pytest.raises(CorruptDocumentError):
        read(data[:place] + b"\xff\xff" + data[place + 2 :])


def test_a_deflate_bomb_is_not_inflated() -> None:
    data = document(paragraph("가"), blocks=embedded("A", bytes(1 << 20)))
    with pytest.raises(LimitExceededError) as caught:
        read(data, Limits(max_stream=1 << 16))
    assert caught.value.code == "limit_stream"
