"""Words of a file as its raw bytes hold them, and those of them that its document lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from builders.stored import stored

from hwpextract.characters import normalise
from hwpextract.document import Document, SideKind, paragraphs_of

MARK = "\ufffc"
"""Stands in a text where a control prints what the text does not hold: a number, composed characters, an equation."""


def words(texts: Iterable[str]) -> Counter[str]:
    """How often each word is there, but for words in which a control prints something."""
    return Counter(word for text in texts for word in normalise(text).split() if MARK not in word)


def missing(expected: Counter[str], document: Document) -> Counter[str]:
    """Words that the document has less often than expected.

    Of page headers that are repeated, one is enough. A word of which nobody sees a part comes in two: the part is kept apart.
    """
    sides = (side.blocks for side in document.side)
    found = words(stored([each]) for blocks in (document.blocks, *sides) for each in paragraphs_of(blocks))
    lost = expected - found
    if "repeated" in document.coverage.characters.dropped:
        lost = Counter({word: count for word, count in lost.items() if word not in found})
    unseen = {side.text.strip() for side in document.side_texts(SideKind.HIDDEN)}
    return Counter({word: count for word, count in lost.items() if not any(part in word for part in unseen)})
