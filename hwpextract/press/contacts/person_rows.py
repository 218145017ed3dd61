"""Rows of a table in the order label, officer, number, where they are printed otherwise.

Labels may stand in lines of one cell ('담당과장⏎담당자 | 홍길동⏎김철수'), or behind the names ('홍길동 | 책임자 | 02-…').
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from operator import attrgetter

from hwpextract.characters import fold
from hwpextract.document import Cell, Table, cell, paragraph
from hwpextract.node import build
from hwpextract.press.contacts.entry_words import is_full_name
from hwpextract.press.contacts.people import officers
from hwpextract.press.labelled_text import label_key
from hwpextract.press.labels import CONTACT_LABELS, PERSON_LABELS, PHONE_LABELS, UNIT_LABELS
from hwpextract.press.phrases.names import LABELS_ALONE, RANKS, is_position
from hwpextract.press.phrases.reach import is_reach_cell, is_reachable
from hwpextract.press.tables import cells_with, key_of, lines_in, lines_of

_WORDS = CONTACT_LABELS | RANKS
_LONGEST = 48
"""Characters of a cell that may still be nothing but labels."""


def with_labels_first(table: Table, roles: Sequence[Cell]) -> Table:
    """A table in which a role that stands behind a name, and before his rank and number, stands before it."""
    moved: dict[int, Cell] = {}
    for role in roles:
        name = table.grid.get((role.row, role.col - 1))
        if name is None or id(name) in moved or key_of(role) in RANKS or not _has_role_behind(table, name, role):
            continue
        moved[id(role)] = cell(role.row, name.col, role.row_span, role.col_span, role.blocks)
        moved[id(name)] = cell(name.row, name.col + role.col_span, name.row_span, name.col_span, name.blocks)
    if not moved:
        return table
    return with_cells(table, [moved.get(id(held), held) for held in table.cells], table.rows, table.cols)


def with_cells(table: Table, cells: Iterable[Cell], rows: int, cols: int) -> Table:
    """A table with other cells in its place, in whatever order they are given."""
    ordered = tuple(sorted(cells, key=attrgetter("row", "col")))
    return build(Table, locator=table.locator, rows=rows, cols=cols, cells=ordered)


def turned(table: Table) -> Table:
    """A table with its columns as rows."""
    cells = [cell(held.col, held.row, held.col_span, held.row_span, held.blocks) for held in table.cells]
    return with_cells(table, cells, table.cols, table.rows)


def _has_role_behind(table: Table, name: Cell, role: Cell) -> bool:
    """Whether a role is that of the name before it, which no label announces, and not the label of what follows."""
    if (name.row, name.row_span) != (role.row, role.row_span) or not is_full_name(name.text):
        return False
    before = table.grid.get((name.row, name.col - 1))
    if before and (key := key_of(before)) in _WORDS and key not in UNIT_LABELS:
        return False
    behind = table.grid.get((role.row, role.col + role.col_span))
    if behind and is_position(behind.text):
        behind = table.grid.get((behind.row, behind.col + behind.col_span))
    return behind is not None and is_reach_cell(behind.text)


def rows_by_line(table: Table) -> tuple[Table, list[int]]:
    """A table with a row for each label and the lines beside it, and for each of its rows the one where it was printed."""
    lines = _lines_by_row(table)
    if not lines:
        return table, list(range(table.rows))
    starts = [0, *accumulate(lines[row][0] if row in lines else 1 for row in range(table.rows))]
    printed = [row for row, (start, end) in enumerate(pairwise(starts)) for _ in range(start, end)]
    cells: list[Cell] = []
    for held in table.cells:
        row = starts[held.row]
        if held.row in lines and id(held) in lines[held.row][1]:
            parts = enumerate(lines_of(held.blocks))
            cells += [
                cell(row + at, held.col, 1, held.col_span, (paragraph(line, table.locator),)) for at, line in parts
            ]
        else:
            rows = starts[min(held.row + held.row_span, table.rows)] - row
            cells.append(cell(row, held.col, rows, held.col_span, held.blocks))
    return with_cells(table, cells, len(printed), table.cols), printed


def labels_in_lines(text: str) -> list[str]:
    """The labels that the lines of a cell are, two or more; none where the lines are one label ('담당⏎부서') or anything else."""
    if "\n" not in text or len(text) > _LONGEST:
        return []
    keys = list(map(label_key, lines_in(text)))
    if len(keys) < 2 or not _WORDS.issuperset(keys) or LABELS_ALONE.isdisjoint(keys):
        return []
    is_one = fold(text) in _WORDS and keys[-1] not in PHONE_LABELS  # '담당자⏎연락처' may be two
    return [] if is_one else keys


def lists_officers(table: Table) -> bool:
    """Whether a cell of a table is the label of officers, or has one in a line of its own."""
    return bool(cells_with(PERSON_LABELS, table)) or any(
        not PERSON_LABELS.isdisjoint(labels_in_lines(text)) for text in table.texts
    )


def _lines_by_row(table: Table) -> dict[int, tuple[int, set[int]]]:
    """Rows with labels in lines, how many, and the ids of the cells that have a line for each of them."""
    found: dict[int, tuple[int, set[int]]] = {}
    for label, text in zip(table.cells, table.texts, strict=True):
        keys = labels_in_lines(text) if label.row_span == 1 else []
        if not keys:
            continue
        count, held = found.get(label.row, (len(keys), set()))
        values = _beside(table, label, count) if len(keys) == count else []
        if values and all(map(_fits, keys, lines_of(values[0].blocks))):
            found[label.row] = (count, held | set(map(id, values)) | {id(label)})
    return found


def _fits(label: str, line: str) -> bool:
    """Whether a line is what its label asks for: '책임자⏎과장' is no two labels beside a name with its number below."""
    people = officers([line])
    if label in PHONE_LABELS:
        return is_reachable(line) and not people
    if label in UNIT_LABELS:
        return not any(person.position for person in people)
    return bool(people)


def _beside(table: Table, label: Cell, count: int) -> list[Cell]:
    """Cells that follow a label with as many lines as it has, up to the next such label."""
    found: list[Cell] = []
    col = label.col + label.col_span
    while value := table.grid.get((label.row, col)):
        if value.row_span > 1 or len(lines_of(value.blocks)) != count or labels_in_lines(value.text):
            break
        found.append(value)
        col = value.col + value.col_span
    return found
