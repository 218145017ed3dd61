"""Contacts of forms without a contact table: labelled cells of the header, as all ministries had them before 2022."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hwpextract.document import Cell, Locator, Table
from hwpextract.press.contacts import Group, groups_of, persons_of_cells
from hwpextract.press.labels import CONTACT_LABELS, LEADER_LABELS, PERSON_LABELS, POSITIONS, UNIT_LABELS
from hwpextract.press.people import Person, dealt_out, entries, officers
from hwpextract.press.reach import Reach, plain, reaches
from hwpextract.press.tables import fields_of, labelled_parts, lines_of
from hwpextract.press.units import departments_of

Lines = list[str]
_POSTS = frozenset(POSITIONS) - CONTACT_LABELS


def read_header_contacts(table: Table) -> list[Group]:
    """Read the contacts of a header table.

    The unit is the one printed last before an officer, or the one that stands in the officer's own row ('예산실 예산총괄과장'). A rank
    may be the label of its officer ('과장 | 홍길동 | 전화 | …').
    """
    form = ContactForm([f"{table.locator}/r{row}" for row in range(table.rows)])
    for entry in fields_of(table, CONTACT_LABELS, loose=_POSTS):
        form.read(entry.label, entry.cell.row, _by_row(entry.values))
    for cell in table.cells:
        for label, text in labelled_parts("\n".join(lines_of(cell.blocks)), CONTACT_LABELS):
            form.read(label, cell.row, [(cell.row, [text.split("\n")])])
    return form.groups() or _unlabelled(table)


def _by_row(cells: Sequence[Cell]) -> list[tuple[int, list[Lines]]]:
    """The lines of filled cells, row by row."""
    rows: dict[int, list[Lines]] = {}
    for cell in cells:
        if lines := lines_of(cell.blocks):
            rows.setdefault(cell.row, []).append(lines)
    return sorted(rows.items())


def _unlabelled(table: Table) -> list[Group]:
    """An officer with his rank beside his number, in cells that no label announces."""
    for row, cells in _by_row(table.cells):
        people = [
            person
            for at, lines in enumerate(cells)
            for person in officers([*lines, *(line for after in cells[at + 1 : at + 2] for line in after)])
            if person.position and (person.phones or person.email)
        ]
        if people:
            return groups_of([], [(None, person) for person in people[:1]], f"{table.locator}/r{row}", "")
    return []


@dataclass(slots=True)
class _Entry:
    row: int
    unit: Lines
    role: str | None
    person: Person


class ContactForm:
    """Units, officers and numbers collected label by label; each row has its locator."""

    def __init__(self, rows: Sequence[Locator]) -> None:
        self._rows = rows
        self._unit: Lines = []
        self._unit_row = 0
        self._unit_of_row: dict[int, Lines] = {}
        self._people: list[_Entry] = []
        self._numbers: list[tuple[int, list[Reach]]] = []

    def read(self, label: str, row: int, values: Sequence[tuple[int, list[Lines]]]) -> None:
        """Take in one label: its row, and for each row of its value the lines of each cell."""
        if "·" in label:
            for value_row, cells in values:
                for lines in cells:
                    self._read_block(lines, value_row)
        elif label in UNIT_LABELS:
            self._read_unit(row, values)
        elif label in PERSON_LABELS or label in _POSTS:
            self._read_people(values, label)
        else:
            lines = [line for _, cells in values for cell in cells for line in cell]
            self._numbers.append((row, [reach for line in lines for reach in reaches(plain(line))]))

    def groups(self) -> list[Group]:
        """Officers by unit, in the order of the rows."""
        for row, found in self._numbers:
            self._deal(row, found)
        self._people.sort(key=lambda entry: entry.row)
        groups: list[Group] = []
        while self._people:
            unit = self._people[0].unit
            until = next((i for i, entry in enumerate(self._people) if entry.unit != unit), len(self._people))
            people = [(entry.role, entry.person) for entry in self._people[:until]]
            groups += groups_of(departments_of(unit), people, self._rows[self._people[0].row], " ".join(unit))
            self._people = self._people[until:]
        if not groups and self._unit:
            groups = groups_of(departments_of(self._unit), [], self._rows[self._unit_row], " ".join(self._unit))
        return groups

    def _read_block(self, lines: Lines, row: int) -> None:
        """One cell with the unit on its first lines and the officers below."""
        first = next((i for i, line in enumerate(lines) if any(map(_is_sure, officers([line])))), len(lines))
        people = [person for person in officers(lines[first:]) if _is_sure(person) or first]
        if not people:
            people = [person for line in lines for person in entries(line) if person.unit]
        self._unit = lines[:first] if first or not people else self._unit
        for person in people:
            self._unit = [person.unit] if person.unit else self._unit
            self._people.append(_Entry(row, self._unit, None, person))

    def _read_unit(self, row: int, values: Sequence[tuple[int, list[Lines]]]) -> None:
        if not values:
            return
        (first_row, (unit, *beside)), *below = values
        self._unit_row = row
        self._read_block(unit, row)
        self._read_people([(first_row, beside), *below] if beside else below, None)

    def _read_people(self, values: Sequence[tuple[int, list[Lines]]], label: str | None) -> None:
        for row, cells in values:
            for person in officers(cells[0]) if len(cells) == 1 else persons_of_cells(cells, None):
                if person.unit:
                    self._unit_of_row[row] = [person.unit]
                unit = self._unit_of_row.get(row, self._unit)
                role = label if label in PERSON_LABELS else None
                self._people.append(_Entry(row, unit, role, _with_post(person, label)))

    def _deal(self, row: int, found: list[Reach]) -> None:
        """Numbers in a cell of their own belong to the officers above or beside it who have none; without any, to the unit."""
        waiting = [entry for entry in self._people if not entry.person.phones]
        waiting = (
            [entry for entry in waiting if entry.row == row]
            or [entry for entry in waiting if entry.row < row]
            or waiting
        )
        if not self._people and self._unit and found:
            waiting = [_Entry(row, self._unit, None, Person())]
            self._people += waiting
        for entry, person in zip(waiting, dealt_out([entry.person for entry in waiting], found), strict=True):
            entry.person = person


def _is_sure(person: Person) -> bool:
    """A name alone may be that of a unit; one with a rank or a number is an officer's."""
    return bool(person.position or person.phones or person.email)


def _with_post(person: Person, label: str | None) -> Person:
    """The label 담당과장 says what post its officer holds."""
    if person.position or not label or not (label in LEADER_LABELS or label in _POSTS) or label == "책임자":
        return person
    return replace(person, position=label.removeprefix("담당"))
