import pytest

from hwpextract.readers.pictures import describe, media_type


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"BM6\0", "image/bmp"),
        (b"II*\0", "image/tiff"),
        (b"\xd7\xcd\xc6\x9a", "image/wmf"),
        (b"\x01\0\0\0" + bytes(36) + b" EMF", "image/emf"),
        (b"\x01\0\0\0" + bytes(40), None),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"<svg xmlns='x'>", "image/svg+xml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- drawn --><svg>", "image/svg+xml"),
        (b"<?xml version='1.0'?><html>", None),
        (b"%PDF-1.4", "application/pdf"),
        (b"", None),
    ],
)
def test_the_first_bytes_tell_the_media_type(head: bytes, kind: str | None) -> None:
    assert media_type(head) == kind


@pytest.mark.parametrize(
    ("comment", "alt", "name"),
    [
        ("", None, None),
        ("사각형입니다.", None, None),
        ("그림입니다.\r\n원본 그림의 이름: 로고.jpg\r\n원본 그림의 크기: 가로 10pixel", None, "로고.jpg"),
        ("원본 그림의 이름: CLP0001.bmp", None, "CLP0001.bmp"),
        ("광장에서 열린 개막식", "광장에서 열린 개막식", None),
    ],
)
def test_descriptions_by_the_program_are_not_alternative_text(comment: str, alt: str | None, name: str | None) -> None:
    assert describe(comment) == (alt, name)
