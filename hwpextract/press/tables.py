"""Tables as forms: which cell is a label, and which cells hold its value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from hwpextract.characters import fold, squeeze
from hwpextract.document import Block, Box, Cell, Paragraph, Table, paragraphs_of

_LONGEST_LABEL = 24
"""Characters of a cell that may still be a label, its letter-spacing included."""


@dataclass(frozen=True, slots=True)
class Field:
    """A label cell and the cells that hold its value, in reading order."""

    label: str
    cell: Cell
    values: tuple[Cell, ...]


def lines_of(blocks: Iterable[Block]) -> list[str]:
    """Printed lines of blocks, forced line breaks included, white space squeezed, empty lines left out."""
    lines: list[str] = []
    for block in blocks:
        # A paragraph, by far the commonest block, needs no walk.
        for paragraph in (block,) if isinstance(block, Paragraph) else paragraphs_of((block,)):
            text = paragraph.text
            lines += map(squeeze, text.split("\n")) if "\n" in text else (squeeze(text),)
    return [line for line in lines if line]


def key_of(cell: Cell) -> str:
    """Folded text of a short cell without a final colon; '' for a cell too long to be a label."""
    if not cell.blocks:
        return ""
    text = cell.text
    return _key(text) if len(text) <= _LONGEST_LABEL else ""


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    return fold(text).rstrip(":")


def fields_of(table: Table, labels: Collection[str]) -> Iterator[Field]:
    """Every label cell of a form with its value: the cells to its right, up to the next label, in all rows it covers."""
    grid = table.grid
    names = {id(cell): key for cell in table.cells if _is_label(key := key_of(cell), labels)}
    for cell in table.cells:
        if id(cell) in names:
            values = dict.fromkeys(_right_of(table, grid, cell, names))
            yield Field(names[id(cell)], cell, tuple(values))


def _is_label(key: str, labels: Collection[str]) -> bool:
    """Whether a folded text is a label, or several at once ('작성과·담당자·연락처')."""
    return key in labels or ("·" in key and all(word in labels for word in key.split("·")))


def _right_of(table: Table, grid: dict[tuple[int, int], Cell], label: Cell, names: Collection[int]) -> Iterator[Cell]:
    for row in range(label.row, min(label.row + label.row_span, table.rows)):
        for col in range(label.col + label.col_span, table.cols):
            cell = grid.get((row, col))
            if cell is None:
                continue
            if id(cell) in names:
                break
            yield cell


def opened(blocks: Iterable[Block]) -> Iterator[Block]:
    """Top-level blocks with layout frames opened: a text box or one-cell table around tables gives way to what it holds."""
    stack = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        if block is None:
            stack.pop()
        elif inner := _framed(block):
            stack.append(iter(inner))
        else:
            yield block


def frame_blocks(block: Block) -> tuple[Block, ...] | None:
    """What a frame holds: the blocks of a text box or of a table with one cell; None for anything else."""
    if isinstance(block, Box):
        return block.blocks
    if isinstance(block, Table) and len(block.cells) == 1:
        return block.cells[0].blocks
    return None


def _framed(block: Block) -> tuple[Block, ...] | None:
    inner = frame_blocks(block)
    if inner and any(not isinstance(part, Paragraph) for part in inner):
        return inner
    return None
