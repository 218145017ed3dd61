"""Tables as forms: which cell is a label, and which cells hold its value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import filterfalse
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from hwpextract.characters import fold, squeeze
from hwpextract.document import Block, Box, Cell, Paragraph, Table, text_of
from hwpextract.node import Locator
from hwpextract.press.labelled_text import (
    LONGEST_LABEL,
    Parts,
    ends_of,
    key_in,
    label_key,
    labelled_parts,
    without_bullet,
)

MOST_HEADER_CELLS = 90
"""Cells of a table that may still be the head of a release."""
_WIDEST = 24
"""Columns of a form; wider tables are none, and looking through a whole row for each cell would be quadratic."""
Labels: TypeAlias = dict[int, Parts]
"""By the id of its cell the labels in it; the value of the last may stand in other cells."""


class Field(NamedTuple):
    """A label with the cells that hold its value, in reading order; `text` is what stands behind it in its own cell."""

    label: str
    cell: Cell
    values: tuple[Cell, ...]
    text: str = ""


class Slot:
    """A filled cell of a form: its place, up to `below` and `right`, its text, its lines, and which label it is, or ''."""

    __slots__ = ("below", "col", "label", "lines", "right", "row", "text")

    def __init__(self, cell: Cell, text: str, label: str) -> None:
        self.text = text
        self.label = label
        self.lines = lines_in(text)
        self.row = row = cell.row
        self.below = row + cell.row_span
        self.col = col = cell.col
        self.right = col + cell.col_span


class Form:
    """The filled cells of a table, or of some columns of it, each taken apart once, in all, those that are labels, and by row.

    The cells of a row stand from left to right; one over several rows is in each of them.
    """

    __slots__ = ("_rows", "height", "labelled", "locator", "slots", "width")

    def __init__(self, slots: Sequence[Slot], locator: Locator, height: int, width: int) -> None:
        self.slots = slots
        self.labelled = [slot for slot in slots if slot.label]
        self.locator = locator
        self.height = height
        self.width = width
        self._rows: dict[int, list[Slot]] = defaultdict(list)
        for slot in sorted(slots, key=attrgetter("col")):
            for row in range(slot.row, slot.below):
                self._rows[row].append(slot)

    @classmethod
    def of(cls, table: Table, labels: Collection[Cell]) -> Form:
        """A table as a form in which these of its cells are the labels."""
        held = set(map(id, labels))
        slots = [
            Slot(cell, text, key_in(text) if id(cell) in held else "")
            for cell, text in zip(table.cells, table.texts, strict=True)
            if text or cell.blocks
        ]
        return cls(slots, table.locator, table.rows, table.cols)

    def row(self, at: int) -> Sequence[Slot]:
        """The cells of a row."""
        return self._rows.get(at, ())

    def columns(self, left: int, right: int) -> Form:
        """The cells that begin in some of the columns, as a form of its own."""
        slots = [slot for slot in self.slots if left <= slot.col < right]
        return Form(slots, self.locator, self.height, right - left)


def lines_of(blocks: Sequence[Block]) -> list[str]:
    """Printed lines of blocks, forced line breaks included, white space squeezed, empty lines left out."""
    return lines_in(text_of(blocks))


def lines_in(text: str) -> list[str]:
    """Lines of a text, white space squeezed, empty lines left out."""
    if text.isprintable() and "  " not in text:  # as nearly all cells
        line = text.strip()
        return [line] if line else []
    return [line for part in text.split("\n") if (line := squeeze(part))]


def printed(text: str) -> str:
    """A text with its lines squeezed and empty ones left out."""
    return "\n".join(lines_in(text))


def first_line(blocks: Sequence[Block]) -> str:
    """The first printed line of blocks, '' when there is none."""
    return squeeze(text_of(blocks).lstrip().partition("\n")[0])


def key_of(cell: Cell) -> str:
    """Folded text of a short cell without bullet, colon and what stands in brackets behind; '' for a cell too long to be a label."""
    return key_in(text_of(cell.blocks)) if cell.blocks else ""


def cells_with(labels: frozenset[str], table: Table) -> list[Cell]:
    """Cells of a table that are one of these labels, all of Hangul, and nothing else."""
    # Nearly no cell has a letter that a label ends in, and folding takes five times as long as looking for one.
    likely = filterfalse(ends_of(labels).isdisjoint, table.texts)
    found = {text for text in likely if len(text) <= LONGEST_LABEL and label_key(text) in labels}
    return [cell for cell, text in zip(table.cells, table.texts, strict=True) if text in found] if found else []


def fields_of(
    table: Table,
    labels: frozenset[str],
    more: Callable[[Table, Labels], Labels] | None = None,
    inline: frozenset[str] | None = None,
) -> list[Field]:
    """Every label of a form with its value: the cells to its right, up to the next label, in all rows it covers.

    A cell may hold label and value ('담당부서 : 정책과'), and an empty cell below a label goes on with it. Labels that
    fill a row have their values below. `more` names cells that are labels too, as seen from those found; `inline` are the labels
    that may share a cell with their value, all unless given.
    """
    held = _labels_in(table, labels, labels if inline is None else inline)
    if more:
        held |= more(table, held)
    fields: list[Field] = []
    headings: set[int] | None = None
    for cell in table.cells if held else ():
        if id(cell) not in held:
            continue
        *first, (label, text) = held[id(cell)]
        fields += [Field(name, cell, (), value) for name, value in first]
        values = _right_of(table, cell, held)
        if not values and not text:
            headings = _heading_rows(table, held) if headings is None else headings
            values = _below(table, cell, held) if cell.row in headings else values
        fields.append(Field(label, cell, tuple(values), text))
    return fields


def _labels_in(table: Table, labels: frozenset[str], inline: frozenset[str]) -> Labels:
    """The cells of a table that are labels, or begin with one that may share a cell with its value."""
    held: Labels = {}
    for cell, text in zip(table.cells, table.texts, strict=True):
        if _is_label(key := key_in(text), labels):
            held[id(cell)] = [(key, "")]
        elif parts := _opening_parts(text, inline):
            held[id(cell)] = parts
        elif not cell.blocks and (above := _label_above(table, cell)) and id(above) in held:
            held[id(cell)] = [(held[id(above)][-1][0], "")]
    return held


def label_left_of(table: Table, cell: Cell, held: Labels) -> Cell | None:
    """The label whose value a cell is: the nearest to its left, within the width of a form."""
    beside = (table.grid.get((cell.row, cell.col - away)) for away in range(1, min(cell.col, _WIDEST) + 1))
    return next((left for left in beside if left and id(left) in held), None)


def _label_above(table: Table, cell: Cell) -> Cell | None:
    """The cell an empty one goes on with, if it is as wide."""
    above = table.grid.get((cell.row - 1, cell.col))
    return above if above and (above.col, above.col_span) == (cell.col, cell.col_span) else None


def _is_label(key: str, labels: Collection[str]) -> bool:
    """Whether a folded text is a label, or several at once ('작성과·담당자·연락처')."""
    return key in labels or ("·" in key and all(word in labels for word in key.split("·")))


def _opening_parts(text: str, labels: frozenset[str]) -> Parts:
    """Labelled parts of a cell that begins with a label."""
    if ":" not in text and "：" not in text:
        return []
    text = printed(text)
    parts = labelled_parts(text, labels)
    return parts if parts and without_bullet(fold(text)).startswith(parts[0][0]) else []


def _right_of(table: Table, label: Cell, names: Collection[int]) -> Iterable[Cell]:
    """The cells to the right of a label up to the next one, each once."""
    grid = table.grid
    found: dict[int, Cell] = {}
    for row in range(label.row, min(label.row + label.row_span, table.rows)):
        for col in range(label.col + label.col_span, table.cols):
            if cell := grid.get((row, col)):
                if id(cell) in names:
                    break
                found[id(cell)] = cell
    return found.values()


def _heading_rows(table: Table, names: Collection[int]) -> set[int]:
    """Rows that hold two labels or more and nothing else but cells that stand beside the row below too, as a banner may."""
    labels: dict[int, set[int]] = {}
    others = set()
    for (row, _), cell in table.grid.items():
        if id(cell) in names:
            labels.setdefault(row, set()).add(id(cell))
        elif cell.blocks and not _goes_on_below(table, cell, row):
            others.add(row)
    return {row for row, found in labels.items() if len(found) > 1 and row not in others}


def _goes_on_below(table: Table, cell: Cell, row: int) -> bool:
    """Whether a cell spans the row below this one too, or an empty cell goes on with it there."""
    below = table.grid.get((row + 1, cell.col))
    return below is cell or (below is not None and not below.blocks)


def _below(table: Table, label: Cell, names: Collection[int]) -> list[Cell]:
    """The cells below a label in its column, up to the next label."""
    found = []
    at = label.row + label.row_span
    while (cell := table.grid.get((at, label.col))) and cell.col == label.col and id(cell) not in names:
        found.append(cell)
        at += cell.row_span
    return found


def opened(blocks: Sequence[Block]) -> list[Block]:
    """Top-level blocks with layout frames opened: a text box or one-cell table around tables gives way to what it holds."""
    items: list[Block] = []
    waiting = [*reversed(blocks)]
    while waiting:
        block = waiting.pop()
        inner = None if isinstance(block, Paragraph) else frame_blocks(block)
        if inner and not all(isinstance(part, Paragraph) for part in inner):
            waiting += reversed(inner)
        else:
            items.append(block)
    return items


def tables_of(blocks: Iterable[Block]) -> Iterator[Table]:
    """Every table in reading order, also those inside tables, boxes and captions."""
    for block in blocks:
        if isinstance(block, Paragraph):
            continue
        held: Sequence[Block] = ()
        if isinstance(block, Table):
            yield block
            held = [inner for cell in block.cells for inner in cell.blocks if not isinstance(inner, Paragraph)]
        elif isinstance(block, Box):
            held = block.blocks
        if held or block.caption:
            yield from tables_of((*held, *block.caption))


def frame_blocks(block: Block) -> tuple[Block, ...] | None:
    """What a frame holds: the blocks of a text box or of a table with one cell; None for anything else."""
    if isinstance(block, Table):
        return block.cells[0].blocks if len(block.cells) == 1 else None
    return block.blocks if isinstance(block, Box) else None


def short_texts(block: Block) -> list[str]:
    """Text of a paragraph, of each cell of a table, or of a frame; none of a table too large for a header."""
    if isinstance(block, Paragraph):
        return [block.text]
    if isinstance(block, Table) and len(block.cells) <= MOST_HEADER_CELLS:
        return list(map(printed, block.texts))
    inner = frame_blocks(block)
    return [printed(text_of(inner))] if inner else []
