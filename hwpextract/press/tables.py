"""Tables as forms: which cell is a label, and which cells hold its value."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

from hwpextract.characters import fold
from hwpextract.document import Block, Box, Cell, Paragraph, Table, paragraphs_of
from hwpextract.patterns import pattern

_LONGEST_LABEL = 24
"""Characters of a cell that may still be a label, its letter-spacing included."""
_Labels: TypeAlias = dict[int, list[tuple[str, str]]]
"""By the id of its cell each label, and what stands behind it in the cell."""
_BULLET = pattern(r"^[□■○●◦◇◆▶▸►*·•※-]+(?=.)")
_TAIL = pattern(r"(?<=.)[(<\[][^()<>\[\]]*[)>\]]$")


@dataclass(frozen=True, slots=True)
class Field:
    """A label with the cells that hold its value, in reading order; `text` is what stands behind it in its own cell."""

    label: str
    cell: Cell
    values: tuple[Cell, ...]
    text: str = ""


def lines_of(blocks: Sequence[Block]) -> list[str]:
    """Printed lines of blocks, forced line breaks included, white space squeezed, empty lines left out."""
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    if len(texts) < len(blocks):  # something is nested; paragraphs alone, by far the commonest case, need no walk
        texts = [paragraph.text for paragraph in paragraphs_of(blocks)]
    return [line for text in texts for part in text.split("\n") if (line := " ".join(part.split()))]


def key_of(cell: Cell) -> str:
    """Folded text of a short cell without bullet, colon and what stands in brackets behind; '' for a cell too long to be a label."""
    blocks = cell.blocks
    if not blocks:
        return ""
    first = blocks[0]
    text = first.text if len(blocks) == 1 and isinstance(first, Paragraph) else cell.text
    return label_key(text) if len(text) <= _LONGEST_LABEL else ""


@lru_cache(maxsize=2048)
def label_key(text: str) -> str:
    """A text as the key of a label: '□ 담당 부서(과) :' is 담당부서."""
    key = fold(text).rstrip(":")
    return _TAIL.sub("", _BULLET.sub("", key)).rstrip(":") or key


def fields_of(
    table: Table, labels: Collection[str], loose: Collection[str] = (), inline: Collection[str] | None = None
) -> Iterator[Field]:
    """Every label of a form with its value: the cells to its right, up to the next label, in all rows it covers.

    A cell may hold label and value ('담당부서 : 정책과'), and an empty cell below a label goes on with it. Labels that
    fill a row have their values below. Words of `loose` are labels only where they are no other label's value; `inline` are those
    that may share a cell with their value, all unless given.
    """
    grid = table.grid
    keys = {id(cell): key_of(cell) for cell in table.cells}
    held: _Labels = {}
    for cell in table.cells:
        if _is_label(keys[id(cell)], labels):
            held[id(cell)] = [(keys[id(cell)], "")]
        elif parts := _opening_parts(cell, labels if inline is None else inline):
            held[id(cell)] = parts
        elif (above := _label_above(grid, cell)) and id(above) in held:
            held[id(cell)] = [(held[id(above)][-1][0], "")]
    if loose and held:
        taken = {id(value) for cell in table.cells if id(cell) in held for value in _right_of(table, grid, cell, held)}
        held |= {at: [(key, "")] for at, key in keys.items() if key in loose and at not in taken}
    for cell in table.cells:
        if id(cell) in held:
            *first, (label, text) = held[id(cell)]
            yield from (Field(name, cell, (), value) for name, value in first)
            found = list(_right_of(table, grid, cell, held)) or _below(grid, cell, held)
            values = {id(value): value for value in found}
            yield Field(label, cell, tuple(values.values()), text)


def _label_above(grid: dict[tuple[int, int], Cell], cell: Cell) -> Cell | None:
    """The cell an empty one goes on with, if it is as wide."""
    above = None if cell.blocks else grid.get((cell.row - 1, cell.col))
    return above if above and (above.col, above.col_span) == (cell.col, cell.col_span) else None


def _is_label(key: str, labels: Collection[str]) -> bool:
    """Whether a folded text is a label, or several at once ('작성과·담당자·연락처')."""
    return key in labels or ("·" in key and all(word in labels for word in key.split("·")))


def _opening_parts(cell: Cell, labels: Collection[str]) -> list[tuple[str, str]]:
    """Labelled parts of a cell that begins with a label."""
    if ":" not in (printed := cell.text) and "：" not in printed:
        return []
    text = "\n".join(lines_of(cell.blocks))
    parts = list(labelled_parts(text, labels))
    return parts if parts and _BULLET.sub("", fold(text)).startswith(parts[0][0]) else []


def labelled_parts(text: str, labels: Collection[str]) -> Iterator[tuple[str, str]]:
    """Labels with a colon inside a text, each with what follows up to the next one ('담당부서 : A  담당자 : B')."""
    if ":" not in text and "：" not in text:
        return
    found = list(_labels_pattern(frozenset(labels)).finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=False):
        value = text[match.end() : end].strip(" \t\n/|,")
        if value:
            yield label_key(match["label"]), value


@cache
def _labels_pattern(labels: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(r"\s*".join(map(re.escape, label)) for label in sorted(labels, key=len, reverse=True))
    return re.compile(rf"(?<![가-힣A-Za-z])(?P<label>(?:{words})(?:\s*\([가-힣\s]{{1,8}}\))?)\s*[:：]\s*")


def _right_of(table: Table, grid: dict[tuple[int, int], Cell], label: Cell, names: Collection[int]) -> Iterator[Cell]:
    for row in range(label.row, min(label.row + label.row_span, table.rows)):
        for col in range(label.col + label.col_span, table.cols):
            cell = grid.get((row, col))
            if cell is None:
                continue
            if id(cell) in names:
                break
            yield cell


def _below(grid: dict[tuple[int, int], Cell], label: Cell, names: Collection[int]) -> Iterator[Cell]:
    """The cells below a label of a row that holds two labels or more and nothing else."""
    row = {id(cell) for (at, _), cell in grid.items() if at == label.row and (cell.blocks or id(cell) in names)}
    if len(row) < 2 or not row.issubset(names):
        return
    at = label.row + label.row_span
    while (cell := grid.get((at, label.col))) and cell.col == label.col and id(cell) not in names:
        yield cell
        at += cell.row_span


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
