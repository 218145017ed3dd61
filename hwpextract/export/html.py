"""Blocks as HTML, for the tables that Markdown cannot say: cells with spans, or with more in them than one line.

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

MarkOf: TypeAlias = Callable[[Paragraph], str]
"""The printed marks of the notes that hang on a paragraph."""


def table_html(table: Table, mark_of: MarkOf, depth: int) -> str:
    """A table, one line a row; what is nested deeper than `depth` becomes plain paragraphs."""
    rows = "\n".join(f"<tr>{_row(row, mark_of, depth)}</tr>" for row in rows_of(table))
    return f"<table>\n{rows}\n</table>"


def _row(slots: Iterable[Slot], mark_of: MarkOf, depth: int) -> str:
    return "".join(_cell(slot, mark_of, depth) for slot in slots if slot.begins)


def _cell(slot: Slot, mark_of: MarkOf, depth: int) -> str:
    spans = "".join(
        f' {name}="{span}"' for name, span in (("rowspan", slot.row_span), ("colspan", slot.col_span)) if span > 1
    )
    tag = "th" if slot.cell.header else "td"
    match slot.cell.blocks:
        case (Paragraph() as only,):
            content = _text(only, mark_of)
        case blocks:
            content = _blocks(blocks, mark_of, depth)
    return f"<{tag}{spans}>{content}</{tag}>"


def _blocks(blocks: Iterable[Block], mark_of: MarkOf, depth: int) -> str:
    if depth <= 0:
        return "".join(f"<p>{_text(paragraph, mark_of)}</p>" for paragraph in paragraphs_of(blocks))
    return "".join(_block(block, mark_of, depth - 1) for block in blocks)


def _block(block: Block, mark_of: MarkOf, depth: int) -> str:
    match block:
        case Paragraph():
            return f"<p>{_text(block, mark_of)}</p>"
        case Image():
            shown = f'<img src="{escape(image_address(block.name))}" alt="{_attribute(block.alt)}">'
        case Box():
            shown = f"<blockquote>{_blocks(block.blocks, mark_of, depth)}</blockquote>"
        case Table() if is_frame(block):
            shown = f"<blockquote>{_blocks(block.cells[0].blocks, mark_of, depth)}</blockquote>"
        case Table():
            shown = table_html(block, mark_of, depth).replace("\n", "")
    return shown + _blocks(block.caption, mark_of, depth)


def _text(paragraph: Paragraph, mark_of: MarkOf) -> str:
    plain = "\n".join(lines_of(paragraph.text))
    marked = "".join(
        f'<a href="{escape(target)}">{escape(words)}</a>' if target else escape(words)
        for words, target in pieces(plain, paragraph.links)
    )
    mark = mark_of(paragraph)
    return marked.replace("\n", "<br>") + (f"<sup>{escape(mark)}</sup>" if mark else "")


def _attribute(text: str | None) -> str:
    return escape(" ".join(lines_of(text or "")))
