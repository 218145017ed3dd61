"""Text of a document as its file holds it."""

from __future__ import annotations

from collections.abc import Iterable

from hwpextract.document import Block, Paragraph, paragraphs_of


def stored(blocks: Iterable[Block]) -> str:
    """Text of all paragraphs without the heads that the program generated."""
    return "".join(map(_without_head, paragraphs_of(blocks)))


def _without_head(paragraph: Paragraph) -> str:
    if paragraph.head is None:
        return paragraph.text
    return paragraph.text[len(paragraph.head) + 1 :]
