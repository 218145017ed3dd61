"""Blocks as HTML: for the page, and for the tables that Markdown cannot say (cells with spans, or with more in them than one line).

No line break is written inside a block and every text is escaped, so that a Markdown parser passes the whole through as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import TypeAlias

from hwpextract.document import Block, Box, Image, Paragraph, Table, paragraphs_of
from hwpextract.export.controls import lines_of
from hwpextract.export.grid import Slot, is_frame, rows_of
from hwpextract.export.links import image_address, pieces
from hwpextract.node import Locator

MAX_DEPTH = 64
"""Nesting of frames and tables; what lies deeper is written as plain paragraphs."""

MarkOf: TypeAlias = Callable[[Paragraph], str]
"""The printed marks of the notes that hang on a paragraph."""
PlaceOf: TypeAlias = Callable[[Locator], str]
"""Attributes, with a blank before them, of the element at a place; empty for most."""
PictureOf: TypeAlias = Callable[[Image], str]
"""The element that shows a picture."""


def picture_by_name(image: Image) -> str:
    """A picture as a reference to its entry in the file."""
    return f'<img src="{escape(image_address(image.name))}" alt="{attribute(image.alt)}">'


def attribute(text: str | None) -> str:
    """Text as the value of an attribute."""
    return escape(" ".join(lines_of(text or "")))


def no_place(_: Locator) -> str:
    """No attributes, wherever it is."""
    return ""


class HtmlWriter:
    """HTML of blocks; what is nested deeper than `depth` becomes plain paragraphs.

    Outline levels are headings below level `top`; without it they are paragraphs.
    """

    def __init__(
        self,
        mark_of: MarkOf,
        place_of: PlaceOf = no_place,
        picture_of: PictureOf = picture_by_name,
        top: int | None = None,
    ) -> None:
        self._mark_of = mark_of
        self._place_of = place_of
        self._picture_of = picture_of
        self._top = top

    def blocks(self, blocks: Iterable[Block], depth: int = MAX_DEPTH) -> str:
        """Blocks one behind the other."""
        if depth <= 0:
            return "".join(map(self._paragraph, paragraphs_of(blocks)))
        return "".join(self._block(block, depth - 1) for block in blocks)

    def table(self, table: Table, depth: int = MAX_DEPTH) -> str:
        """A table, one line a row."""
        rows = "\n".join(self._row(table, row, depth) for row in rows_of(table))
        return f"<table{self._place_of(table.locator)}>\n{rows}\n</table>"

    def _row(self, table: Table, slots: list[Slot], depth: int) -> str:
        begun = [slot for slot in slots if slot.begins]
        place = self._place_of(f"{table.locator}/r{begun[0].cell.row}") if begun else ""
        return f"<tr{place}>{''.join(self._cell(table, slot, depth) for slot in begun)}</tr>"

    def _cell(self, table: Table, slot: Slot, depth: int) -> str:
        spans = "".join(
            f' {name}="{span}"' for name, span in (("rowspan", slot.row_span), ("colspan", slot.col_span)) if span > 1
        )
        tag = "th" if slot.cell.header else "td"
        place = self._place_of(table.cell_locator(slot.cell))
        match slot.cell.blocks:
            case (Paragraph() as only,):
                place = place or self._place_of(only.locator)
                content = self._text(only)
            case blocks:
                content = self.blocks(blocks, depth)
        return f"<{tag}{spans}{place}>{content}</{tag}>"

    def _block(self, block: Block, depth: int) -> str:
        place = self._place_of(block.locator)
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Image():
                shown = f"<span{place}>{self._picture_of(block)}</span>" if place else self._picture_of(block)
            case Box():
                shown = f"<blockquote{place}>{self.blocks(block.blocks, depth)}</blockquote>"
            case Table() if is_frame(block):
                shown = f"<blockquote{place}>{self.blocks(block.cells[0].blocks, depth)}</blockquote>"
            case Table():
                shown = self.table(block, depth).replace("\n", "")
        return shown + self.blocks(block.caption, depth)

    def _paragraph(self, paragraph: Paragraph) -> str:
        tag = "p"
        if paragraph.level and self._top is not None:
            tag = f"h{min(self._top + paragraph.level, 6)}"
        return f"<{tag}{self._place_of(paragraph.locator)}>{self._text(paragraph)}</{tag}>"

    def _text(self, paragraph: Paragraph) -> str:
        plain = "\n".join(lines_of(paragraph.text))
        marked = "".join(
            f'<a href="{escape(target)}">{escape(words)}</a>' if target else escape(words)
            for words, target in pieces(plain, paragraph.links)
        )
        mark = self._mark_of(paragraph)
        return marked.replace("\n", "<br>") + (f"<sup>{escape(mark)}</sup>" if mark else "")
