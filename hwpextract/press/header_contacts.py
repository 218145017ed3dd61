"""Contacts of forms without a contact table: labelled cells of the header, as all ministries had them before 2022."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from hwpextract.document import Cell, Table
from hwpextract.node import Locator, altered, build
from hwpextract.press.contacts import Group, contact_form, groups_of, read_contact_form
from hwpextract.press.labels import (
    COLUMN_HEADS,
    CONTACT_LABELS,
    HEADER_LABELS,
    LEADER_LABELS,
    PERSON_LABELS,
    POSITIONS,
    UNIT_LABELS,
)
from hwpextract.press.model import Department
from hwpextract.press.people import Person, dealt_out, ends_like_unit, entries, officers
from hwpextract.press.person_cells import persons_of_cells
from hwpextract.press.reach import Reach, plain, reaches
from hwpextract.press.tables import Form, cells_with, fields_of, key_of, lines_of
from hwpextract.press.units import departments_of, is_leaf, part_of

Lines = list[str]
_POSTS = frozenset(POSITIONS) - CONTACT_LABELS
_LONGEST_UNIT = 40
_OTHER_LABELS = HEADER_LABELS - CONTACT_LABELS
"""Labels of times, pages and pictures, whose values name nobody."""


class Value(NamedTuple):
    """The lines of one cell of a value, and its place in the table."""

    row: int
    col: int
    lines: Lines


def read_header_contacts(table: Table) -> list[Group]:
    """Read the contacts of a header table.

    The unit is the one printed last before an officer, or the one that stands in the officer's own row ('예산실 예산총괄과장'). A rank
    may be the label of its officer ('과장 | 홍길동 | 전화 | …').
    """
    if standard := _standard_rows(table):
        return read_contact_form(standard)
    form = ContactForm([f"{table.locator}/r{row}" for row in range(table.rows)])
    taken = set()
    for entry in fields_of(table, HEADER_LABELS, loose=_POSTS):
        if _OTHER_LABELS.issuperset(entry.label.split("·")):
            continue
        cell = entry.cell
        unit = table.grid.get((cell.row, cell.col - 1)) if _is_of_person(entry.label) else None
        if unit and id(unit) not in taken and _is_unit(unit):
            form.read_unit(unit.row, lines_of(unit.blocks))
            taken.add(id(unit))
        filled = [value for value in entry.values if value.blocks and key_of(value) not in COLUMN_HEADS]
        values = [Value(value.row, value.col, lines) for value in filled if (lines := lines_of(value.blocks))]
        if entry.text:
            values.insert(0, Value(cell.row, cell.col, entry.text.split("\n")))
        form.read(entry.label, cell.row, values)
        taken |= {id(cell), *map(id, entry.values)}
    if not form.has_people:
        for cell in table.cells:
            if id(cell) not in taken and cell.blocks:
                form.read_loose(cell.row, lines_of(cell.blocks))
    return form.groups()


def _standard_rows(table: Table) -> Form | None:
    """The rows below the times of a header table in which two units or more are listed as in the standard contact table."""
    leaders = cells_with(LEADER_LABELS, table)
    last = max((cell.row for cell in cells_with(_OTHER_LABELS, table)), default=-1)
    if len(leaders) < 2 or last < 0 or any(cell.row <= last for cell in leaders):
        return None
    cells = tuple(cell for cell in table.cells if cell.row > last)
    return contact_form(build(Table, locator=table.locator, rows=table.rows, cols=table.cols, cells=cells))


class _Entry:
    """One officer, in the row and with the unit and role he was read with."""

    def __init__(self, row: int, unit: Lines, role: str | None, person: Person) -> None:
        self.row = row
        self.unit = unit
        self.role = role
        self.person = person


class ContactForm:
    """Units, officers and numbers collected label by label; each row has its locator."""

    def __init__(self, rows: Sequence[Locator]) -> None:
        self._rows = rows
        self._unit: Lines = []
        self._unit_row = 0
        self._unit_of_row: dict[int, Lines] = {}
        self._parts: dict[tuple[str, ...], str] = {}
        self._people: list[_Entry] = []
        self._like: str | None = None
        """The number printed last, which an extension goes by."""
        self._numbers: dict[int, list[Reach]] = {}

    @property
    def has_people(self) -> bool:
        """Whether any officer was found."""
        return bool(self._people)

    def read(self, label: str, row: int, values: Sequence[Value]) -> None:
        """Take in one label of a row with its values."""
        if "·" in label:
            for value in values:
                self._read_block(value.lines, value.row)
        elif label in UNIT_LABELS:
            self._read_units(row, values)
            if part := part_of(label):
                self._parts[tuple(self._unit)] = part
        elif _is_of_person(label):
            self._read_people(values, label)
        else:
            for value in values:
                self._read_numbers(value.row, value.lines)

    def read_unit(self, row: int, lines: Lines) -> None:
        """Take in a unit that no label announces, left of its officers."""
        self._unit, self._unit_row = lines, row

    def read_loose(self, row: int, lines: Lines) -> None:
        """Take in a cell that no label announces: officers with their ranks, or numbers for those before it."""
        people = [person for person in officers(lines, self._like) if person.position]
        for person in people:
            if not _ends_like_unit(person):
                self._add(row, self._unit, None, person)
        if not people and self._people and not self._people[-1].person.phones:
            self._read_numbers(row, lines)

    def groups(self) -> list[Group]:
        """Officers by unit, in the order of the rows."""
        rows: dict[int, list[_Entry]] = {}
        for entry in self._people:
            rows.setdefault(entry.row, []).append(entry)
        for row, found in self._numbers.items():
            self._deal(row, found, rows.get(row, ()))
        self._people.sort(key=lambda entry: entry.row)
        groups: list[Group] = []
        for unit, run in groupby(self._people, key=lambda entry: entry.unit):
            beside = list(run)
            people = [(entry.role, entry.person) for entry in beside]
            groups += groups_of(self._departments(unit), people, self._rows[beside[0].row], " ".join(unit))
        if not groups and self._unit:
            groups = groups_of(self._departments(self._unit), [], self._rows[self._unit_row], " ".join(self._unit))
        return groups

    def _departments(self, unit: Lines) -> list[Department]:
        part = self._parts.get(tuple(unit))
        found = departments_of(unit)
        return [altered(department, part=part) for department in found] if part else found

    def _add(self, row: int, unit: Lines, role: str | None, person: Person) -> None:
        self._people.append(_Entry(row, unit, role, person))
        self._like = person.phones[-1] if person.phones else self._like

    def _read_block(self, lines: Lines, row: int) -> None:
        """One cell with the unit on its first lines and the officers below."""
        first = next((i for i, line in enumerate(lines) if any(map(_is_sure, officers([line])))), len(lines))
        people = [person for person in officers(lines[first:]) if _is_sure(person) or first]
        if not people:
            people = [person for line in lines for person in entries(line) if person.unit]
        self._unit = lines[:first] if first or not people else self._unit
        for person in people:
            self._unit = [person.unit] if person.unit else self._unit
            self._add(row, self._unit, None, person)

    def _read_units(self, row: int, values: Sequence[Value]) -> None:
        """A unit, in one cell or in one a row below each other, with its officers beside it."""
        if not values:
            return
        units = [value for value in values if value.col == values[0].col]
        beside = [value for value in values if value.col != values[0].col]
        self._unit_row = row
        self._read_block([line for value in units for line in value.lines], row)
        lowest = [is_leaf(unit.lines[-1]) for unit in units]
        is_path = lowest == [False] * (len(units) - 1) + [True]
        if (
            len(units) > 1
            and not is_path
            and len({value.row for value in beside if officers(value.lines)}) >= len(units)
        ):
            for unit in units:  # each row is a unit of its own
                self._unit = unit.lines
                self._read_people([value for value in beside if value.row == unit.row], None)
        else:
            self._read_people(beside, None)

    def _read_people(self, values: Sequence[Value], label: str | None) -> None:
        rows: dict[int, list[Lines]] = {}
        for value in values:
            rows.setdefault(value.row, []).append(value.lines)
        for row, cells in rows.items():
            people = officers(cells[0], self._like) if len(cells) == 1 else persons_of_cells(cells, None)
            for person in people:
                if person.unit:
                    self._unit_of_row[row] = _path_to(self._unit, person.unit)
                unit = self._unit_of_row.get(row, self._unit)
                role = label if label in PERSON_LABELS else None
                self._add(row, unit, role, _with_post(person, label))
            if not people:
                self._read_numbers(row, [line for lines in cells for line in lines])

    def _read_numbers(self, row: int, lines: Lines) -> None:
        self._numbers.setdefault(row, []).extend(reach for line in lines for reach in reaches(plain(line)))

    def _deal(self, row: int, found: list[Reach], beside: Sequence[_Entry]) -> None:
        """Numbers in cells of their own belong to the officers beside or above them who have none; without any, to the unit."""
        lacks = _lacks_email if all(reach.email for reach in found) else _lacks_phone
        waiting = list(filter(lacks, beside))
        if not waiting:
            waiting = list(filter(lacks, self._people))
            waiting = [entry for entry in waiting if entry.row < row] or waiting
        if not self._people and self._unit and found:
            waiting = [_Entry(row, self._unit, None, Person())]
            self._people += waiting
        for entry, person in zip(waiting, dealt_out([entry.person for entry in waiting], found), strict=True):
            entry.person = person


def _lacks_email(entry: _Entry) -> bool:
    return not entry.person.email


def _lacks_phone(entry: _Entry) -> bool:
    return not entry.person.phones


def _is_of_person(label: str) -> bool:
    return label in PERSON_LABELS or label in _POSTS


def _is_unit(cell: Cell) -> bool:
    lines = lines_of(cell.blocks)
    short = bool(lines) and len("".join(lines)) <= _LONGEST_UNIT
    return short and is_leaf(lines[-1]) and key_of(cell) not in HEADER_LABELS


def _path_to(above: Lines, unit: str) -> Lines:
    """The unit printed with an officer; a team stands below the labelled unit, if that is no team itself."""
    is_below = bool(above) and unit.endswith("팀") and not above[-1].endswith("팀")
    return [*above, unit] if is_below else [unit]


def _is_sure(person: Person) -> bool:
    """A name alone may be that of a unit; one with a rank or a number is an officer's."""
    return bool(person.phones or person.email or (person.position and not _ends_like_unit(person)))


def _ends_like_unit(person: Person) -> bool:
    return bool(person.name) and ends_like_unit(person.name or "")


def _with_post(person: Person, label: str | None) -> Person:
    """The label 담당과장 says what post its officer holds."""
    post = (label or "").removeprefix("담당")
    return person if person.position or post not in _POSTS else person._replace(position=post)
