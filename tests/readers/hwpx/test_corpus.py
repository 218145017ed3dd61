"""Real files beside the repository: nothing of them is lost, whichever way their XML is read."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders.stored import stored
from lxml import etree

from hwpextract.characters import normalise
from hwpextract.document import Document, paragraphs_of, walk
from hwpextract.errors import EncryptedDocumentError
from hwpextract.limits import Limits
from hwpextract.readers.flow import visible
from hwpextract.readers.hwp5 import read_hwp5
from hwpextract.readers.hwpx import markup, read_hwpx
from hwpextract.readers.options import Options

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
LISTED = CORPUS / "hard" / "manifest.json"
MANIFEST = json.loads(LISTED.read_text(encoding="utf-8")) if LISTED.exists() else []
FILES = sorted(path for path in CORPUS.rglob("*.hwpx") if zipfile.is_zipfile(path))
OPEN = [path for path in FILES if path.parent.name not in ("password", "damaged")]
LOCKED = [path for path in FILES if path.parent.name == "password"]
PASSWORDS = {entry["file"]: entry["password"] for entry in MANIFEST if "password" in entry}
TWINS = [(path, path.with_suffix(".hwp")) for path in OPEN if "twins" in path.parts]
PART = re.compile(r"Contents[/\\](section|masterpage)\d+\.xml")
pytestmark = pytest.mark.skipif(not FILES, reason="the corpus of real files is not here")


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def read(path: Path) -> Document:
    return read_hwpx(path.read_bytes(), Options(Limits()))


def local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def text_nodes(data: bytes) -> Iterator[str]:
    """What all text elements of all parts hold, by a plain walk."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in filter(PART.fullmatch, archive.namelist()):
            for element in etree.fromstring(archive.read(name)).iter(etree.Element):
                if local(element) == "t":
                    yield "".join(map(str, element.itertext()))


def letters(text: str) -> Counter[str]:
    return Counter("".join(normalise(text).split()))


@pytest.mark.parametrize("path", OPEN, ids=named)
def test_nothing_is_lost(path: Path) -> None:
    document = read(path)
    assert not [warning for warning in document.warnings if warning.severity == "error"]
    body = stored(document.blocks)
    apart = "".join(stored(side.blocks) for side in document.side)
    missing = letters("".join(text_nodes(path.read_bytes()))) - letters(body + apart)
    characters = document.coverage.characters
    assert missing.total() <= characters.dropped.get("repeated", 0)
    assert (characters.emitted, characters.apart) == (visible(body), visible(apart))
    assert characters.met == characters.emitted + characters.apart + sum(characters.dropped.values())


@pytest.mark.parametrize("path", OPEN, ids=named)
def test_both_routes_through_the_xml_agree(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = read(path)
    monkeypatch.setattr(markup, "_is_regular", lambda data: False)
    slow = read(path)
    assert (slow.blocks, slow.side, slow.coverage) == (quick.blocks, quick.side, quick.coverage)
    assert slow.warnings == quick.warnings


@pytest.mark.parametrize(("hwpx", "hwp"), TWINS, ids=[named(path) for path, _ in TWINS])
def test_twins_are_the_same(hwpx: Path, hwp: Path) -> None:
    one, two = read(hwpx), read_hwp5(hwp.read_bytes(), Options(Limits()))
    assert [(p.text, p.locator, p.level, p.style) for p in paragraphs_of(one.blocks)] == [
        (p.text, p.locator, p.level, p.style) for p in paragraphs_of(two.blocks)
    ]
    assert [(block.kind, block.locator) for block in walk(one.blocks)] == [
        (b.kind, b.locator) for b in walk(two.blocks)
    ]
    assert [(side.kind, side.label, side.text) for side in one.side] == [(s.kind, s.label, s.text) for s in two.side]


@pytest.mark.parametrize("path", LOCKED, ids=lambda path: path.name)
def test_locked_files_are_read_with_their_password_alone(path: Path) -> None:
    data, password = path.read_bytes(), PASSWORDS[f"password/{path.name}"]
    document = read_hwpx(data, Options(Limits(), password))
    assert not document.warnings
    for given, code in ((None, "password_required"), (password + "0", "password_wrong")):
        with pytest.raises(EncryptedDocumentError) as caught:
            read_hwpx(data, Options(Limits(), given))
        assert caught.value.code == code


def test_a_locked_file_reads_as_its_twin() -> None:
    hwpx, hwp = (CORPUS / "hard" / "password" / f"password-12345.{name}" for name in ("hwpx", "hwp"))
    if not hwpx.exists():
        pytest.skip("the pair of files is not here")
    options = Options(Limits(), PASSWORDS["password/password-12345.hwp"])
    one, two = read_hwpx(hwpx.read_bytes(), options), read_hwp5(hwp.read_bytes(), options)
    assert one.text == two.text != ""
