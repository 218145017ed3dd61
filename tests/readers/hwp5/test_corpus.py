"""Real files beside the repository: everything their records hold comes out, counted once."""

from __future__ import annotations

import json
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import olefile
import pytest
from builders.stored import stored

from hwpextract.characters import normalise
from hwpextract.errors import EncryptedDocumentError
from hwpextract.limits import Limits
from hwpextract.readers.flow import visible
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.options import Options

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
LISTED = CORPUS / "hard" / "manifest.json"
MANIFEST = json.loads(LISTED.read_text(encoding="utf-8")) if LISTED.exists() else []
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FILES = sorted(
    path
    for folder in ("press", "hard")
    for path in (CORPUS / folder).rglob("*.hwp*")
    if path.is_file() and path.read_bytes()[:8] == MAGIC
)
OPEN = [path for path in FILES if path.parent.name != "password"]
LOCKED = [path for path in FILES if path.parent.name == "password"]
PASSWORDS = {entry["file"]: entry["password"] for entry in MANIFEST if "password" in entry}
pytestmark = pytest.mark.skipif(not FILES, reason="the corpus of real files is not here")

WIDE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}
UNCLEAR = 1 << 1 | 1 << 2


def streams(data: bytes) -> Iterator[bytes]:
    """Record streams of the body in the clear; none for a document that is locked or for distribution."""
    with olefile.OleFileIO(data) as file:
        (flags,) = struct.unpack_from("<I", file.openstream("FileHeader").read(), 36)
        if flags & UNCLEAR:
            return
        for entry in file.listdir():
            if entry[0] == "BodyText":
                raw = file.openstream(entry).read()
                yield zlib.decompress(raw, -15) if flags & 1 else raw


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    offset = 0
    while offset < len(data):
        (head,) = struct.unpack_from("<I", data, offset)
        size, offset = head >> 20, offset + 4
        if size == 0xFFF:
            (size,) = struct.unpack_from("<I", data, offset)
            offset += 4
        yield head & 0x3FF, data[offset : offset + size]
        offset += size


def printed(payload: bytes) -> str:
    """Text of a PARA_TEXT record, character by character."""
    units = struct.unpack(f"<{len(payload) // 2}H", payload)
    kept, index = [], 0
    while index < len(units):
        unit = units[index]
        index += 8 if unit in WIDE else 1
        if unit > 31 or unit == 24:
            kept.append(ord("-") if unit == 24 else unit)
    return struct.pack(f"<{len(kept)}H", *kept).decode("utf-16-le", "replace")


def script(payload: bytes) -> str:
    (length,) = struct.unpack_from("<H", payload, 4)
    return payload[6 : 6 + 2 * length].decode("utf-16-le")


def letters(text: str) -> Counter[str]:
    return Counter("".join(normalise(text).split()))


@pytest.mark.parametrize("path", LOCKED, ids=lambda path: path.name)
def test_locked_files_are_read_with_their_password_alone(path: Path) -> None:
    data, password = path.read_bytes(), PASSWORDS[f"password/{path.name}"]
    document = read_hwp5(data, Options(Limits(), password))
    assert not document.warnings
    for given, code in ((None, "password_required"), (password + "0", "password_wrong")):
        with pytest.raises(EncryptedDocumentError) as caught:
            read_hwp5(data, Options(Limits(), given))
        assert caught.value.code == code


@pytest.mark.parametrize("path", OPEN, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_is_lost(path: Path) -> None:
    data = path.read_bytes()
    document = read_hwp5(data, Options(Limits()))
    assert not [warning for warning in document.warnings if warning.severity == "error"]

    expected: Counter[str] = Counter()
    for stream in streams(data):
        for tag, payload in records(stream):
            expected += letters(printed(payload) if tag == 67 else script(payload) if tag == 88 else "")
    body = stored(document.blocks)
    apart = "".join(stored(side.blocks) for side in document.side)
    missing = expected - letters(body + apart)
    assert missing.total() <= document.coverage.characters.dropped.get("repeated", 0)

    characters = document.coverage.characters
    assert (characters.emitted, characters.apart) == (visible(body), visible(apart))
    assert characters.met == characters.emitted + characters.apart + sum(characters.dropped.values())


def test_a_distribution_document_reads_as_its_plain_twin() -> None:
    folder = CORPUS / "hard" / "distribution"
    protected, plain = folder / "20250130-hongbo-no.hwp", folder / "hongbo-plain-twin.hwp"
    if not plain.exists():
        pytest.skip("the pair of files is not here")
    one, two = (read_hwp5(path.read_bytes(), Options(Limits())) for path in (protected, plain))
    assert one.text == two.text
    assert len(one.text) > 1000
