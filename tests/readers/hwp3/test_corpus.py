"""Real files beside the repository: what Hangul shows in its own preview text is there, and tables are whole."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from pathlib import Path

import pytest

from hwpextract.characters import normalise
from hwpextract.document import Table, paragraphs_of, walk
from hwpextract.limits import Limits
from hwpextract.readers.flow import visible
from hwpextract.readers.hwp3 import read_hwp3
from hwpextract.readers.hwp3.hchar import decode_string
from hwpextract.readers.options import Options

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
FILES = sorted((CORPUS / "hard" / "hwp3").glob("*.hwp"))
pytestmark = pytest.mark.skipif(not FILES, reason="the corpus of real files is not here")
PREVIEW = 0x80000002
END = 0x80000000


def preview(data: bytes) -> str:
    """Preview text, which stands uncompressed behind the stream."""
    (length,) = struct.unpack_from("<H", data, 156)
    inflate = zlib.decompressobj(-15)
    inflate.decompress(data[1166 + length :])
    tail, offset = inflate.unused_data, 8
    while offset + 8 <= len(tail):
        kind, size = struct.unpack_from("<II", tail, offset)
        if kind == PREVIEW:
            return decode_string(tail[offset + 8 : offset + 8 + size])
        offset += 8 + size
        if kind == END:
            break
    return ""


def letters(text: str) -> Counter[str]:
    return Counter("".join(normalise(text).split()).replace("<", "").replace(">", ""))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_lost(path: Path) -> None:
    data = path.read_bytes()
    document = read_hwp3(data, Options(Limits()))
    assert not document.warnings
    assert not letters(preview(data)) - letters(document.text)

    body = sum(visible(one.text) for one in paragraphs_of(document.blocks))
    characters = document.coverage.characters
    assert (characters.met, characters.emitted) == (body + characters.apart, body)

    for block in walk(document.blocks):
        if isinstance(block, Table):
            assert sum(one.row_span * one.col_span for one in block.cells) == len(block.grid) == block.rows * block.cols
    for image in document.images():
        assert document.image_bytes(image)
