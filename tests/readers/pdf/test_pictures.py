"""Pictures of a PDF as files: as they stand, as PNG, or an error that says why not."""

from __future__ import annotations

import struct
import zlib

import pytest
from builders.pdf import HEIGHT, Face, pages, stream

from hwpextract.document import Document, Image
from hwpextract.limits import Limits
from hwpextract.readers.options import Options
from hwpextract.readers.pdf import read_pdf

JPEG = b"\xff\xd8\xff picture"


def document(picture: bytes, **more: bytes) -> Document:
    content = f"q 100 0 0 100 50 {HEIGHT - 200} cm /Im1 Do Q".encode()
    extra = {100: picture, **{int(key[1:]): value for key, value in more.items()}}
    return read_pdf(pages([content], Face(), extra=extra, resources="/XObject << /Im1 100 0 R >>"), Options(Limits()))


def image_of(found: Document) -> Image:
    (image,) = found.images()
    return image


def unpacked(png: bytes) -> tuple[tuple[int, ...], bytes, bytes]:
    """Header, palette and unfiltered rows of a PNG file, its checksums verified."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, at = {}, 8
    while at < len(png):
        size, kind = struct.unpack_from(">I4s", png, at)
        body = png[at + 8 : at + 8 + size]
        assert struct.unpack_from(">I", png, at + 8 + size) == (zlib.crc32(kind + body),)
        chunks[kind] = body
        at += 12 + size
    return struct.unpack(">IIBBBBB", chunks[b"IHDR"])[:4], chunks.get(b"PLTE", b""), zlib.decompress(chunks[b"IDAT"])


@pytest.mark.parametrize("packed", [False, True])
def test_a_jpeg_comes_as_it_stands(packed: bool) -> None:
    body, filters = (zlib.compress(JPEG), "[/FlateDecode /DCTDecode]") if packed else (JPEG, "/DCTDecode")
    found = document(stream(body, f" /Subtype /Image /Width 9 /Height 9 /Filter {filters}"))
    image = image_of(found)
    assert (image.name, image.media_type) == ("image100.jpg", "image/jpeg")
    assert found.image_bytes(image) == JPEG


@pytest.mark.parametrize(
    ("entries", "body", "header", "rows"),
    [
        ("/ColorSpace /DeviceRGB /BitsPerComponent 8", bytes(range(6)), (2, 1, 8, 2), b"\0\0\1\2\3\4\5"),
        ("/ColorSpace /DeviceGray /BitsPerComponent 8", b"\x10\x20", (2, 1, 8, 0), b"\0\x10\x20"),
        ("/ImageMask true", b"\x80", (2, 1, 1, 0), b"\0\x80"),
        ("/ImageMask true /Decode [1 0]", b"\x80", (2, 1, 1, 0), b"\0\x7f"),
        ("/ColorSpace [/ICCBased 101 0 R] /BitsPerComponent 8", b"\x10\x20", (2, 1, 8, 0), b"\0\x10\x20"),
        ("/ColorSpace [/CalRGB << >>] /BitsPerComponent 8", bytes(range(6)), (2, 1, 8, 2), b"\0\0\1\2\3\4\5"),
        ("/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>] /BitsPerComponent 1", b"\x40", (2, 1, 1, 3), b"\0\x40"),
        ("/ColorSpace [/Indexed /DeviceRGB 1 102 0 R] /BitsPerComponent 8", b"\1\0", (2, 1, 8, 3), b"\0\1\0"),
    ],
)
def test_samples_come_as_png(entries: str, body: bytes, header: tuple[int, ...], rows: bytes) -> None:
    picture = stream(body, f" /Subtype /Image /Width 2 /Height 1 {entries}", deflate=True)
    found = document(picture, o101=stream(b"", " /N 1"), o102=stream(b"\0\0\0\xff\xff\xff"))
    image = image_of(found)
    assert image.media_type == "image/png"
    assert unpacked(found.image_bytes(image))[::2] == (header, rows)


def test_a_palette_goes_along() -> None:
    entries = "/ColorSpace [/Indexed /DeviceRGB 1 <102030405060>] /BitsPerComponent 8"
    found = document(stream(b"\0\1", f" /Subtype /Image /Width 2 /Height 1 {entries}"))
    assert unpacked(found.image_bytes(image_of(found)))[1] == bytes.fromhex("102030405060")


@pytest.mark.parametrize(
    "entries",
    [
        "/Filter /CCITTFaxDecode /BitsPerComponent 1 /ColorSpace /DeviceGray",
        "/Filter /JBIG2Decode /BitsPerComponent 1 /ColorSpace /DeviceGray",
        "/ColorSpace /DeviceCMYK /BitsPerComponent 8",
        "/ColorSpace /DeviceRGB /BitsPerComponent 4",
        "/ColorSpace [/Indexed /DeviceCMYK 1 <00>] /BitsPerComponent 8",
        "/ColorSpace []",
    ],
)
def test_what_is_not_unpacked_is_an_error_that_says_so(entries: str) -> None:
    found = document(stream(bytes(60), f" /Subtype /Image /Width 2 /Height 1 {entries}"))
    image = image_of(found)
    assert image.media_type is None
    with pytest.raises(LookupError, match="not unpacked"):
        found.image_bytes(image)


def test_damaged_samples_are_an_error() -> None:
    found = document(stream(b"\0\1", " /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8"))
    with pytest.raises(LookupError):
        found.image_bytes(image_of(found))
    found = document(
        stream(b"no deflate data", " /Subtype /Image /Width 9 /Height 9 /Filter /FlateDecode /ColorSpace /DeviceGray")
    )
    with pytest.raises(LookupError):
        found.image_bytes(image_of(found))


def test_other_names_are_no_pictures() -> None:
    found = document(stream(JPEG, " /Subtype /Image /Width 9 /Height 9 /Filter /DCTDecode"))
    for name in ("image1", "image9999.jpg", "100", "x", ""):
        with pytest.raises(LookupError):
            found.image_bytes(image_of(found).model_copy(update={"name": name}))
