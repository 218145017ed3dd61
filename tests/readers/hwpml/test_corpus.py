"""Real files beside the repository: all their text comes out, counted once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from builders.stored import stored
from lxml import etree

from hwpextract.characters import normalise
from hwpextract.limits import Limits
from hwpextract.readers.flow import visible
from hwpextract.readers.hwpml import read_hwpml
from hwpextract.readers.options import Options

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
FILES = sorted(CORPUS.rglob("*.hml"))
pytestmark = pytest.mark.skipif(not FILES, reason="the corpus of real files is not here")


def letters(text: str) -> Counter[str]:
    return Counter("".join(normalise(text).split()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_lost(path: Path) -> None:
    document = read_hwpml(path.read_bytes(), Options(Limits()))
    assert not document.warnings

    root = etree.parse(path).getroot()
    expected = "".join("".join(map(str, each.itertext())) for name in ("CHAR", "SCRIPT") for each in root.iter(name))
    body = stored(document.blocks)
    apart = "".join(stored(side.blocks) for side in document.side)
    assert not letters(expected) - letters(body + apart)

    characters = document.coverage.characters
    assert (characters.emitted, characters.apart) == (visible(body), visible(apart))
    assert characters.met == characters.emitted + characters.apart

    for image in document.images():
        assert document.image_bytes(image)
