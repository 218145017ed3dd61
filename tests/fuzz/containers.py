"""Containers opened and closed again, so that a mutation reaches the records and the XML inside and not the compression alone."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

import olefile
from builders.cfb import compound_file

from hwpextract.sniff import Format, sniff

_MOST = 8 << 20
_HWP3_INFORMATION = 30
_HWP3_COMPRESSED = _HWP3_INFORMATION + 124
_HWP3_LENGTH = _HWP3_INFORMATION + 126
_HWP3_FIXED = 1166
_PDF_STREAM = re.compile(rb">>\s*+stream\r?\n")


class Opened(NamedTuple):
    """Parts of a container, inflated, and how to make a file of changed ones."""

    parts: dict[str, bytes]
    closed: Callable[[dict[str, bytes]], bytes]


def opened(data: bytes) -> Opened | None:
    """Open a container; None for a format without parts, or for one that cannot be opened."""
    opener = _OPENERS.get(sniff(data))
    try:
        found = opener(data) if opener else None
    except (OSError, ValueError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return None
    return found if found and found.parts else None


def deflate(data: bytes) -> bytes:
    """Deflate without a header, as Hangul writes it."""
    engine = zlib.compressobj(6, zlib.DEFLATED, -15)
    return engine.compress(data) + engine.flush()


def _inflate(data: bytes, wbits: int) -> bytes | None:
    try:
        return zlib.decompressobj(wbits).decompress(data, _MOST)
    except zlib.error:
        return None


def _open_hwp5(data: bytes) -> Opened:
    parts: dict[str, bytes] = {}
    packed: set[str] = set()
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        for names in ole.listdir():
            path = "/".join(names[:2])
            raw = ole.openstream(names).read()
            found = _inflate(raw, -15)
            if found and path not in ("FileHeader", "PrvImage"):
                packed.add(path)
                raw = found
            parts[path] = raw
    return Opened(
        parts,
        lambda changed: compound_file({p: deflate(part) if p in packed else part for p, part in changed.items()}),
    )


def _open_hwpx(data: bytes) -> Opened:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if archive.getinfo(name).file_size < _MOST}
    return Opened(parts, _zipped)


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _open_hwp3(data: bytes) -> Opened | None:
    length = int.from_bytes(data[_HWP3_LENGTH : _HWP3_LENGTH + 2], "little")
    start = _HWP3_FIXED + length
    body = _inflate(data[start:], -15) if data[_HWP3_COMPRESSED] else None
    if body is None:
        return None
    return Opened({"head": data[:start], "body": body}, lambda changed: changed["head"] + deflate(changed["body"]))


def _open_pdf(data: bytes) -> Opened:
    """Deflated streams; a changed one takes the room of the old one where it fits, so that offsets stay right."""
    places = {f"{start}": (start, end) for start, end in _streams(data)}
    parts = {key: found for key, (start, end) in places.items() if (found := _inflate(data[start:end], 15))}

    def closed(changed: dict[str, bytes]) -> bytes:
        out = data
        for key, (start, end) in reversed(places.items()):
            if key in changed and changed[key] != parts[key]:
                out = out[:start] + zlib.compress(changed[key], 9).ljust(end - start, b"\0") + out[end:]
        return out

    return Opened(parts, closed)


def _streams(data: bytes) -> Iterator[tuple[int, int]]:
    for found in _PDF_STREAM.finditer(data):
        end = data.find(b"endstream", found.end())
        if end >= 0:
            yield found.end(), end


_OPENERS: dict[Format, Callable[[bytes], Opened | None]] = {
    Format.HWP5: _open_hwp5,
    Format.HWPX: _open_hwpx,
    Format.HWP3: _open_hwp3,
    Format.PDF: _open_pdf,
}
