"""Filters one by one and in chains, predictors, damage, bounds."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget, Limits
from hwpextract.readers.pdf.file.filters import MAX_FILTERS, FilterError, decode, is_known

TEXT = bytes(range(256)) + b"to be, or not to be: " * 8
MOST = 1 << 20


def run_length(data: bytes) -> bytes:
    """Literal stretches of at most 128 bytes, then the end mark."""
    pieces = (data[at : at + 128] for at in range(0, len(data), 128))
    return b"".join(bytes([len(piece) - 1]) + piece for piece in pieces) + b"\x80"


def lzw(data: bytes) -> bytes:
    """Codes of 9 bits, the table cleared before it grows out of them (7.4.4.2)."""
    codes = [256]
    for at, byte in enumerate(data):
        codes += [byte] if (at + 1) % 200 else [byte, 256]
    bits = "".join(f"{code:09b}" for code in [*codes, 257])
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "FlateDecode": zlib.compress,
    "LZWDecode": lzw,
    "ASCII85Decode": lambda data: base64.a85encode(data) + b"~>",
    "ASCIIHexDecode": lambda data: data.hex(" ").encode() + b">",
    "RunLengthDecode": run_length,
}
SHORT = {
    "Fl": "FlateDecode",
    "LZW": "LZWDecode",
    "A85": "ASCII85Decode",
    "AHx": "ASCIIHexDecode",
    "RL": "RunLengthDecode",
}


def run(data: bytes, *chain: str, most: int = MOST, **parameters: Any) -> bytes:
    return decode(data, [(name, parameters) for name in chain], Budget(Limits()), most)


@pytest.mark.parametrize("name", [*ENCODERS, *SHORT])
def test_each_filter_gives_what_was_put_in(name: str) -> None:
    assert run(ENCODERS[SHORT.get(name, name)](TEXT), name) == TEXT
    assert is_known(name)


@pytest.mark.parametrize("chain", list(product(ENCODERS, repeat=2)), ids="+".join)
def test_every_chain_of_two_is_undone_from_the_outside(chain: tuple[str, str]) -> None:
    outer, inner = chain
    assert run(ENCODERS[outer](ENCODERS[inner](TEXT)), outer, inner) == TEXT


def test_a_chain_has_an_end() -> None:
    with pytest.raises(FilterError):
        run(TEXT, *["Crypt"] * (MAX_FILTERS + 1))


@pytest.mark.parametrize("name", ["DCTDecode", "JBIG2Decode", "Nonsense"])
def test_unknown_filters_are_an_error(name: str) -> None:
    assert not is_known(name)
    with pytest.raises(FilterError):
        run(TEXT, name)


@pytest.mark.parametrize("name", ["FlateDecode", "LZWDecode", "RunLengthDecode"])
def test_no_filter_gives_more_than_it_may(name: str) -> None:
    with pytest.raises(LimitExceededError):
        run(ENCODERS[name](TEXT * 40), name, most=5000)


def test_flate_that_is_cut_gives_its_beginning() -> None:
    packed = zlib.compress(TEXT * 50, 1)
    found = run(packed[: len(packed) // 2], "FlateDecode")
    assert found
    assert (TEXT * 50).startswith(found)


@pytest.mark.parametrize(
    ("name", "data"), [("ASCII85Decode", b"\x7f\x7f~>"), ("ASCIIHexDecode", b"xy>"), ("FlateDecode", b"no")]
)
def test_what_is_no_such_data_is_an_error(name: str, data: bytes) -> None:
    with pytest.raises(FilterError):
        run(data, name)


def paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))


@pytest.mark.parametrize("kind", range(5), ids=["none", "sub", "up", "average", "paeth"])
@pytest.mark.parametrize("pixel", [1, 3])
def test_rows_of_every_predictor_are_undone(kind: int, pixel: int) -> None:
    width = 12
    rows = [bytes((17 * row * row + 31 * col * col) & 0xFF for col in range(width)) for row in range(4)]
    packed, above = b"", bytes(width)
    for row in rows:
        left = bytes(pixel) + row[:-pixel]
        corner = bytes(pixel) + above[:-pixel]
        guess = [
            bytes(width),
            left,
            above,
            bytes((a + b) // 2 for a, b in zip(left, above, strict=True)),
            bytes(map(paeth, left, above, corner)),
        ][kind]
        packed += bytes([kind]) + bytes((a - b) & 0xFF for a, b in zip(row, guess, strict=True))
        above = row
    found = run(zlib.compress(packed), "FlateDecode", Predictor=15, Columns=width // pixel, Colors=pixel)
    assert found == b"".join(rows)
