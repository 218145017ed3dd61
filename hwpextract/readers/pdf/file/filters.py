"""Stream filters, each bounded before it takes memory (ISO 32000-1, 7.4). Pictures are never decoded."""

from __future__ import annotations

import base64
import io
import re
import zlib
from collections.abc import Callable
from typing import Any

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget
from hwpextract.readers.pdf.file.lexer import unhex

MAX_FILTERS = 4
_STEP = 1 << 20


class FilterError(ValueError):
    """A stream cannot be decoded: an unknown filter, or damage at its very beginning."""


def decode(data: bytes, filters: list[tuple[str, dict[str, Any]]], budget: Budget, most: int) -> bytes:
    """Run a chain of filters; no step gives more than `most` bytes.

    Raises:
        FilterError: unknown filter, too many filters, or no readable data.
        LimitExceededError: the result is larger than `most` or than the budget.
    """
    if len(filters) > MAX_FILTERS:
        raise FilterError(f"{len(filters)} filters in a chain")
    for name, parameters in filters:
        step = _FILTERS.get(name)
        if step is None:
            raise FilterError(f"filter {name}")
        data = step(data, budget, most)
        predictor = parameters.get("Predictor", 1)
        if isinstance(predictor, int) and predictor >= 10:
            data = _png_predictor(data, parameters)
    return data


def is_known(name: str) -> bool:
    """Whether data behind a filter of this name can be decoded."""
    return name in _FILTERS


def _flate(data: bytes, budget: Budget, most: int) -> bytes:
    """Inflate in steps; damage in the middle gives what stands before it."""
    engine = zlib.decompressobj()
    pieces: list[bytes] = []
    size = 0
    while data and not engine.eof:
        try:
            piece = engine.decompress(data, _STEP)
        except zlib.error as error:
            if not pieces:
                piece = _salvage(data)
            if not piece:
                raise FilterError(str(error)) from error
            pieces.append(piece)
            break
        if not piece:
            break
        pieces.append(piece)
        size += len(piece)
        _check(size, most)
        budget.spend("max_inflated", len(piece))
        budget.tick()
        data = engine.unconsumed_tail
    return b"".join(pieces)


def _salvage(data: bytes) -> bytes:
    """What stands before the damage of a short stream, read in small steps."""
    engine = zlib.decompressobj()
    out = bytearray()
    try:
        for start in range(0, min(len(data), _STEP), 64):
            out += engine.decompress(data[start : start + 64], _STEP)
    except zlib.error:
        pass
    return bytes(out)


def _check(size: int, most: int) -> None:
    if size > most:
        raise LimitExceededError(f"a stream inflates to more than {most} bytes", code="limit_stream")


def _lzw(data: bytes, budget: Budget, most: int) -> bytes:
    from pdfminer.lzw import LZWDecoder

    out = bytearray()
    for piece in LZWDecoder(io.BytesIO(data)).run():
        out += piece
        _check(len(out), most)
    budget.spend("max_inflated", len(out))
    return bytes(out)


def _ascii85(data: bytes, budget: Budget, most: int) -> bytes:
    body = re.sub(rb"\s", b"", data.partition(b"~>")[0]).removeprefix(b"<~")
    try:
        return base64.a85decode(body)
    except ValueError as error:
        raise FilterError(str(error)) from error


def _ascii_hex(data: bytes, budget: Budget, most: int) -> bytes:
    try:
        return unhex(data.partition(b">")[0])
    except ValueError as error:
        raise FilterError(str(error)) from error


def _run_length(data: bytes, budget: Budget, most: int) -> bytes:
    out = bytearray()
    pos = 0
    while pos < len(data) and data[pos] != 128:
        length = data[pos]
        if length < 128:
            out += data[pos + 1 : pos + 2 + length]
            pos += 2 + length
        else:
            out += data[pos + 1 : pos + 2] * (257 - length)
            pos += 2
        _check(len(out), most)
    budget.spend("max_inflated", len(out))
    return bytes(out)


def _png_predictor(data: bytes, parameters: dict[str, Any]) -> bytes:
    """Undo the PNG row filters (RFC 2083, 6), as cross-reference streams use them."""
    bits = int(parameters.get("Colors", 1)) * int(parameters.get("BitsPerComponent", 8))
    width = (int(parameters.get("Columns", 1)) * bits + 7) // 8
    pixel = max(1, bits // 8)
    if not 0 < width <= 1 << 20:
        raise FilterError("predictor columns")
    out = bytearray()
    above = bytearray(width)
    for start in range(0, len(data), width + 1):
        row = bytearray(data[start + 1 : start + 1 + width].ljust(width, b"\0"))
        _UNFILTER.get(data[start], _keep)(row, above, pixel)
        out += row
        above = row
    return bytes(out)


def _keep(row: bytearray, above: bytearray, pixel: int) -> None:
    pass


def _sub(row: bytearray, above: bytearray, pixel: int) -> None:
    for i in range(pixel, len(row)):
        row[i] = (row[i] + row[i - pixel]) & 0xFF


def _up(row: bytearray, above: bytearray, pixel: int) -> None:
    row[:] = bytes([(a + b) & 0xFF for a, b in zip(row, above, strict=True)])


def _average(row: bytearray, above: bytearray, pixel: int) -> None:
    for i in range(len(row)):
        left = row[i - pixel] if i >= pixel else 0
        row[i] = (row[i] + (left + above[i]) // 2) & 0xFF


def _paeth(row: bytearray, above: bytearray, pixel: int) -> None:
    for i in range(len(row)):
        left = row[i - pixel] if i >= pixel else 0
        corner = above[i - pixel] if i >= pixel else 0
        up = above[i]
        guess = left + up - corner
        row[i] = (row[i] + min((left, up, corner), key=lambda value: abs(guess - value))) & 0xFF


_UNFILTER = {1: _sub, 2: _up, 3: _average, 4: _paeth}

_FILTERS: dict[str, Callable[[bytes, Budget, int], bytes]] = {
    "FlateDecode": _flate,
    "Fl": _flate,
    "LZWDecode": _lzw,
    "LZW": _lzw,
    "ASCII85Decode": _ascii85,
    "A85": _ascii85,
    "ASCIIHexDecode": _ascii_hex,
    "AHx": _ascii_hex,
    "RunLengthDecode": _run_length,
    "RL": _run_length,
    "Crypt": lambda data, budget, most: data,
}
