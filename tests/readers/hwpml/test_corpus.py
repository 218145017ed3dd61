"""Real files beside the repository: all their text comes out, counted once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from hwpextract.characters import normalise
from hwpextract.document import paragraphs_of
from hwpextract.limits import Limits
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
    body = list(paragraphs_of(document.blocks))
    apart = [paragraph for side in document.side for paragraph in paragraphs_of(side.blocks)]
    assert not letters(expected) - letters("".join(each.text for each in body + apart))

    heads = sum(len(each.head) + 1 for each in body if each.head)
    characters = document.coverage.characters
    assert characters.emitted == sum(len(each.text) for each in body) - heads
    assert characters.met == characters.emitted + characters.apart

    for image in document.images():
        assert document.image_bytes(image)
