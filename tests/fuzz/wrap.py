"""Files around the bytes that a fuzzer makes, one way for each target."""

from __future__ import annotations

import zipfile
from collections.abc import Callable

from builders import hwp3, hwp5, hwpx
from builders.pdf import Face, pages, pdf, stream

_FACE = Face()
_FACE.hex("".join(map(chr, range(0x20, 0x7F))) + "가나다라마바사아자차카타파하")


def _hwp5_section(data: bytes) -> bytes:
    return hwp5.document(data, flags=0)


def _hwp5_docinfo(data: bytes) -> bytes:
    shapes = b"".join(hwp5.paragraph("가", shape=number) for number in range(8))
    return hwp5.document(shapes, docinfo=data, flags=0)


def _hwpx_section(data: bytes) -> bytes:
    return _stored({"Contents/section0.xml": data})


def _hwpx_header(data: bytes) -> bytes:
    shapes = "".join(hwpx.p(hwpx.run(hwpx.t("가")), shape=number) for number in range(8))
    return _stored({"Contents/header.xml": data, "Contents/section0.xml": hwpx.section(shapes).encode()})


def _hwpx_manifest(data: bytes) -> bytes:
    return _stored({"Contents/content.hpf": data, "Contents/section0.xml": hwpx.section(hwpx.text("가")).encode()})


def _stored(parts: dict[str, bytes]) -> bytes:
    usual = {"mimetype": b"application/hwp+zip", "version.xml": hwpx.VERSION.encode()}
    return hwpx.zipped(usual | parts, zipfile.ZIP_STORED)


def _hwp3_content(data: bytes) -> bytes:
    empty = hwp3.document(compressed=False)
    return empty[: len(empty) - len(hwp3.content())] + data


def _pdf_content(data: bytes) -> bytes:
    form = {
        100: stream(data[: len(data) // 2], " /Type /XObject /Subtype /Form /BBox [0 0 595 842]"),
        101: stream(b"0", " /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"),
    }
    return pages([data], _FACE, resources="/XObject << /X0 100 0 R /X1 101 0 R >>", extra=form)


def _pdf_font(data: bytes) -> bytes:
    """The bytes as ToUnicode map, as embedded font program, and as encoding of the fonts of one page."""
    show = b"BT /F1 9 Tf 50 700 Td <0041004200430001> Tj /F2 9 Tf 0 -20 Td (ABC) Tj /F3 9 Tf 0 -20 Td <00410042> Tj ET"
    fonts = "/Font << /F1 4 0 R /F2 5 0 R /F3 6 0 R >>"
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: f"<< /Type /Page /Parent 2 0 R /Contents 9 0 R /Resources << {fonts} >> >>".encode(),
            4: b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 10 0 R >>",
            5: b"<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 65 /Widths [500 500 500] /FontDescriptor 8 0 R >>",
            6: b"<< /Type /Font /Subtype /Type0 /Encoding 10 0 R /DescendantFonts [7 0 R] >>",
            7: b"<< /Type /Font /Subtype /CIDFontType2 /DW 1000 /FontDescriptor 8 0 R >>",
            8: b"<< /Type /FontDescriptor /FontFile2 10 0 R /Flags 4 >>",
            9: stream(show),
            10: stream(data),
        }
    )


WRAPPERS: dict[str, Callable[[bytes], bytes]] = {
    "file": bytes,
    "hwp5": _hwp5_section,
    "hwp5-docinfo": _hwp5_docinfo,
    "hwpx": _hwpx_section,
    "hwpx-header": _hwpx_header,
    "hwpx-manifest": _hwpx_manifest,
    "hwp3": _hwp3_content,
    "hwpml": bytes,
    "pdf": bytes,
    "pdf-content": _pdf_content,
    "pdf-font": _pdf_font,
}
"""Targets by name: the file around the bytes."""
