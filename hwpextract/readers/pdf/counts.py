"""What the pages of a PDF hold, against what came out of them."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from hwpextract.document import Block, Image, Paragraph, Table, walk
from hwpextract.readers.flow import visible
from hwpextract.readers.gathering import Gathering
from hwpextract.readers.pdf.content.fonts import UNKNOWN
from hwpextract.readers.pdf.layout.pages import Page
from hwpextract.readers.pdf.quality import lack_of_text

_REASONS = {"page_scanned": "scanned", "page_outlined": "outlined"}


def count_glyphs(pages: Iterable[Page], gathering: Gathering) -> None:
    """Count what the pages paint, before anything else is tried on them."""
    for page in pages:
        gathering.met["glyphs"] += page.content.glyphs
        gathering.dropped["glyphs"]["unreadable"] += page.content.text.count(UNKNOWN)


def count_pages(pages: Iterable[Page], gathering: Gathering) -> None:
    """Count pages, their text and their pictures, before anything is taken out of them."""
    scratch = Gathering()
    for page in pages:
        text = page.content.text
        gathering.met["characters"] += visible(normalize("NFC", scratch.clean(text)))
        gathering.met["images"] += len(page.content.images)
        gathering.met["pages"] += 1
        if reason := _lack(page, text):
            gathering.dropped["pages"][reason] += 1


def _lack(page: Page, text: str) -> str | None:
    """Why a page gives nothing, or hardly anything."""
    if page.recovered:
        return None
    if lack := lack_of_text(page):
        return _REASONS[lack]
    if text and not text.isspace():
        return None
    return "unreadable" if page.broken else "blank"


def count_blocks(blocks: Iterable[Block], gathering: Gathering) -> None:
    """Count what is in the blocks; should they hold less than the pages, the rest is `lost`."""
    emitted = dict.fromkeys(("characters", "cells", "images"), 0)
    for block in walk(blocks):
        match block:
            case Paragraph():
                emitted["characters"] += visible(block.text)
            case Table():
                emitted["cells"] += len(block.cells)
            case Image():
                emitted["images"] += 1
    # The cells are those that we make of lines and places: none is met that is not given.
    gathering.met["cells"] = emitted["cells"] + gathering.dropped["cells"].total()
    for unit, count in emitted.items():
        gathering.dropped[unit]["lost"] += gathering.left(unit) - count
