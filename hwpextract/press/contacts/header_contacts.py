"""Contacts of forms without a contact table: labelled cells of the header, as all ministries had them before 2022."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, zip_longest
from operator import attrgetter

from hwpextract.characters import fold, is_syllable
from hwpextract.document import Cell, Table
from hwpextract.press.contacts.column_heads import is_head_of, units_of_rows
from hwpextract.press.contacts.contact_tables import standard_rows
from hwpextract.press.contacts.entry_words import FULL_NAME, is_of_people
from hwpextract.press.contacts.form_roster import Lines, Value
from hwpextract.press.contacts.groups import Group
from hwpextract.press.contacts.header_labels import more_labels
from hwpextract.press.contacts.labelled_form import ASKS_FOR_UNIT, ContactForm, is_of_person
from hwpextract.press.contacts.people import Person, officers
from hwpextract.press.contacts.person_cells import persons_of_cells
from hwpextract.press.contacts.person_rows import rows_by_line, with_labels_first
from hwpextract.press.contacts.standard_form import read_standard_form
from hwpextract.press.labels import (
    COLUMN_HEADS,
    CONTACT_LABELS,
    HEADER_LABELS,
    PERSON_LABELS,
    PHONE_LABELS,
    UNIT_LABELS,
)
from hwpextract.press.phrases.names import is_position
from hwpextract.press.phrases.reach import is_reach_cell, is_reachable
from hwpextract.press.phrases.units import is_leaf, part_of
from hwpextract.press.tables import Field, cells_with, fields_of, key_of, lines_of

_LONGEST_UNIT = 40
_OTHER_LABELS = HEADER_LABELS - CONTACT_LABELS
"""Labels of times, pages and pictures, whose values name nobody."""


def read_header_contacts(table: Table) -> list[Group]:
    """Read the contacts of a header table.

    The unit is the one printed last before an officer, or the one that stands in the officer's own row ('예산실 예산총괄과장'). A rank
    may be the label of its officer ('과장 | 홍길동 | 전화 | …').
    """
    if standard := standard_rows(table, _OTHER_LABELS):
        return read_standard_form(standard)
    table, printed = rows_by_line(with_labels_first(table, cells_with(PERSON_LABELS, table)))
    units = units_of_rows(table)
    form = ContactForm([f"{table.locator}/r{row}" for row in printed], units)
    beside = _Beside()
    taken: set[int] = set()
    named: set[int] = set()
    for entry in fields_of(table, HEADER_LABELS, more=more_labels):
        if _OTHER_LABELS.issuperset(entry.label.split("·")):
            continue
        cell = entry.cell
        if is_head_of(units, cell):
            taken |= {id(cell), *map(id, entry.values)}
            continue
        unit = table.grid.get((cell.row, cell.col - 1)) if is_of_person(entry.label) else None
        if unit and id(unit) not in named and _is_unit(unit):
            form.read_unit(unit.row, lines_of(unit.blocks))
            taken.add(id(unit))
        values = _values_of(entry, lambda row: row in units and form.has_officer_in(row))
        if above := beside.unit_above(entry.label, cell, values):
            form.read_unit(cell.row, above)
        read = form.read if cell.blocks else form.go_on
        for row, found in _by_row(entry, values) if units else [(cell.row, values)]:
            read(entry.label, row, found)
        taken |= {id(cell), *map(id, entry.values)}
        # Behind the officer a label asks for may stand the unit of the next one.
        named |= {id(cell), *map(id, entry.values[:1] if is_of_person(entry.label) else entry.values)}
    if any(map(is_reachable, table.texts)):
        loose = [cell for cell in table.cells if id(cell) not in taken and cell.blocks]
        if form.has_people or not _read_loose(form, loose):
            _read_reached(form, loose)
    return form.groups()


def _values_of(entry: Field, is_row_of_its_own: Callable[[int], bool]) -> list[Value]:
    """The values of a label; a number beside several rows of their own is that of each."""
    filled = [value for value in entry.values if value.blocks and key_of(value) not in COLUMN_HEADS]
    values = [Value(value.row, value.col, lines) for value in filled if (lines := lines_of(value.blocks))]
    if entry.label in PHONE_LABELS:
        values += [
            Value(row, value.col, lines_of(value.blocks))
            for value in filled
            for row in range(value.row + 1, value.row + value.row_span)
            if is_row_of_its_own(row)
        ]
    if entry.text:
        values.insert(0, Value(entry.cell.row, entry.cell.col, entry.text.split("\n")))
    return values


def _by_row(entry: Field, values: list[Value]) -> Iterable[tuple[int, list[Value]]]:
    """The values of a label that may ask for units and officers, row by row; those of any other at once."""
    if entry.label not in UNIT_LABELS or not values:
        return [(entry.cell.row, values)]
    return [(row, list(found)) for row, found in groupby(values, key=attrgetter("row"))]


class _Beside:
    """Units whose labels stand beside each other in one row: below each stand its officers."""

    def __init__(self) -> None:
        self._row = -1
        self._units: dict[int, Lines] = {}

    def unit_above(self, label: str, cell: Cell, values: Sequence[Value]) -> Lines | None:
        """The unit in whose column the label of an officer stands, where there are several."""
        if label in ASKS_FOR_UNIT and values:
            self._units = self._units if cell.row == self._row else {}
            self._row = cell.row
            self._units[cell.col] = [line for value in values if value.col == values[0].col for line in value.lines]
        elif len(self._units) > 1 and cell.row > self._row:
            return self._units.get(cell.col)
        return None


def _read_loose(form: ContactForm, cells: Sequence[Cell]) -> bool:
    """Take in the cells of a table without labels: the unit of an officer stands before him, mostly in his row; whether any does."""
    unit: Lines = []
    row = -1
    before: Cell | None = None
    for cell, behind in zip_longest(cells, cells[1:]):
        lines = lines_of(cell.blocks)
        if _is_unit(cell) or _is_office_of(behind, cell):
            unit, row = lines, cell.row
        elif not _is_told_of(before, cell, behind):
            if row == cell.row:
                form.read_unit(row, unit)
            form.read_loose(Value(cell.row, cell.col, lines), unit)
        before = cell
    return form.has_people


def _is_told_of(word: Cell | None, cell: Cell, behind: Cell | None) -> bool:
    """Whether a cell without a number stands beside a word that says something else of it, as who attends ('참석 | 홍길동 과장')."""
    if word is None or word.row != cell.row or is_reachable(cell.text):
        return False
    if behind and behind.row == cell.row and is_reach_cell(behind.text):
        return False
    text = fold(word.text)
    if not all(map(is_syllable, text or " ")) or "담당" in text or part_of(text) or is_position(text):
        return False
    return len(text) < FULL_NAME or not is_of_people(word.text)


def _read_reached(form: ContactForm, cells: Sequence[Cell]) -> None:
    """Take in officers whom no label announces in a table that has others: rank, name and number in one cell, in two or in three."""
    row: list[Cell] = []
    for cell in cells:
        is_beside = row and (row[-1].row, row[-1].col + row[-1].col_span) == (cell.row, cell.col)
        row = [*row, cell] if is_beside else [cell]
        if is_reach_cell(cell.text):
            first, people = _officers_before(row[-3:])
            form.take(first, people)
            row = []


def _officers_before(row: Sequence[Cell]) -> tuple[Value, list[Person]]:
    """The officers of a cell with their numbers, or the officer of the one or two cells before a number, and where they begin."""
    values = [Value(cell.row, cell.col, lines_of(cell.blocks)) for cell in row]
    for first in reversed(range(len(values))):
        people = persons_of_cells([value.lines for value in values[first:]], None)
        if people and all(person.name and person.position and (person.phones or person.email) for person in people):
            return values[first], people
    return values[0], []


def _is_unit(cell: Cell) -> bool:
    lines = lines_of(cell.blocks)
    short = bool(lines) and len("".join(lines)) <= _LONGEST_UNIT
    return short and is_leaf(lines[-1]) and key_of(cell) not in HEADER_LABELS


def _is_office_of(officer: Cell | None, cell: Cell) -> bool:
    """Whether a cell is an office (홍보실) beside its officer, who stands there with his rank."""
    if officer is None or officer.row != cell.row or not (text := cell.text.rstrip()).endswith("실"):
        return False
    if len(text) > _LONGEST_UNIT or len(text.split()[-1]) <= 2 or is_reachable(text):
        return False
    return not is_position(text.split()[0]) and any(person.position for person in officers(lines_of(officer.blocks)))
