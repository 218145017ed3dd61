"""Blocks, notes and releases given value by value, where the notation of `builders.blocks` does not reach."""

from __future__ import annotations

from itertools import count
from typing import Any

from hwpextract.document import Block, Cell, Document, Link, Paragraph, SideKind, SideText, Table, cell, paragraph
from hwpextract.press.model import PressRelease, SourceInfo

_numbers = count()


def para(text: str, *, level: int | None = None, links: tuple[Link, ...] = ()) -> Paragraph:
    return paragraph(text, f"s0/p{next(_numbers)}", level=level, links=links)


def spanning(row: int, col: int, *blocks: Block | str, rows: int = 1, cols: int = 1) -> Cell:
    """A cell at a place of the grid; strings become paragraphs."""
    held = tuple(para(block) if isinstance(block, str) else block for block in blocks)
    return cell(row, col, rows, cols, held)


def table_of(*cells: Cell, caption: tuple[Block, ...] = ()) -> Table:
    rows = max((one.row + one.row_span for one in cells), default=0)
    cols = max((one.col + one.col_span for one in cells), default=0)
    return Table(locator=f"s0/t{next(_numbers)}", rows=rows, cols=cols, cells=cells, caption=caption)


def note(text: str, *, on: Paragraph | None = None, label: str | None = None, kind: SideKind | None = None) -> SideText:
    return SideText(
        kind=kind or SideKind.FOOTNOTE,
        locator=f"s0/footnote{next(_numbers)}",
        blocks=(para(text),),
        anchor=on.locator if on else None,
        label=label,
    )


def stating(whole: Document, **fields: Any) -> PressRelease:
    """A release with these fields, whatever the document says."""
    source = SourceInfo(format=whole.format, filename="보도자료.hwpx", size=1, sha256="0" * 64)
    return PressRelease(source=source, coverage=whole.coverage, document=whole, **fields)
