"""Compound files ([MS-CFB]): what the library that reads them raises on damaged ones."""

from __future__ import annotations

import io
import struct
from typing import Final

import olefile

# What olefile and the structures below raise on damaged directories and sector chains. Its walk over the directory is recursive.
DAMAGE: Final = (
    OSError, struct.error, IndexError, TypeError, ValueError, AttributeError, RecursionError, OverflowError, MemoryError,
)  # fmt: skip


def streams_of(data: bytes) -> dict[str, bytes]:
    """Streams in the root of a small compound file by name; those that are damaged are left out."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return {kid.name: found for kid in ole.root.kids if (found := _stream(ole, kid.name)) is not None}
    except DAMAGE:
        return {}


def _stream(ole: olefile.OleFileIO, name: str) -> bytes | None:
    try:
        with ole.openstream(name) as stream:
            return bytes(stream.read())
    except DAMAGE:
        return None
