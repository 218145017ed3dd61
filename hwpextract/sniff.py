"""What kind of file some bytes are, decided by content alone."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """Kinds of files that arrive as press-release attachments."""

    HWP5 = "hwp5"
    HWPX = "hwpx"
    HWP3 = "hwp3"
    HWP2 = "hwp2"
    HWPML = "hwpml"
    PDF = "pdf"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    OLE = "ole"
    """A compound file of another program."""
    ENCRYPTED_OOXML = "encrypted_ooxml"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODF = "odf"
    HTML = "html"
    MHT = "mht"
    RTF = "rtf"
    XML = "xml"
    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    BMP = "bmp"
    TIFF = "tiff"
    ZIP = "zip"
    GZIP = "gzip"
    SEVEN_ZIP = "7z"
    RAR = "rar"
    ALZ = "alz"
    EGG = "egg"
    FASOO = "fasoo"
    SOFTCAMP = "softcamp"
    MARKANY = "markany"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    """Fewer than 100 bytes, or the beginning of a known container and nothing behind it."""
    TEXT = "text"
    UNKNOWN = "unknown"


def sniff(data: bytes) -> Format:
    """Name the format of `data`; total: never raises, whatever the bytes."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Format.HWP5
    if data.startswith(b"PK\x03\x04"):
        return Format.HWPX
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    return Format.UNKNOWN
