"""Readers: one function a format, `(bytes, Options) -> Document`, imported when first needed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from hwpextract.document import Document
from hwpextract.readers.options import Options
from hwpextract.sniff import Format

Reader = Callable[[bytes, Options], Document]

_READERS = {
    Format.HWP5: ("hwpextract.readers.hwp5", "read_hwp5"),
    Format.HWPX: ("hwpextract.readers.hwpx", "read_hwpx"),
    Format.PDF: ("hwpextract.readers.pdf", "read_pdf"),
    Format.HWP3: ("hwpextract.readers.hwp3", "read_hwp3"),
    Format.HWPML: ("hwpextract.readers.hwpml", "read_hwpml"),
}


def reader_for(kind: Format) -> Reader | None:
    """The reader of a format, or None when this version reads no such files."""
    if kind not in _READERS:
        return None
    module, name = _READERS[kind]
    reader: Reader = getattr(import_module(module), name)
    return reader
