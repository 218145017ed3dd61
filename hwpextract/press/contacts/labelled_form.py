"""Units, officers and numbers of a form, collected label by label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from hwpextract.node import Locator, altered
from hwpextract.press.contacts.entry_words import FULL_NAME, ends_like_unit, is_full_name, is_of_people
from hwpextract.press.contacts.form_roster import Lines, Roster, Value, is_number, path_to
from hwpextract.press.contacts.groups import Group, groups_of, with_post
from hwpextract.press.contacts.people import Person, entries, office_or_officer, officers
from hwpextract.press.contacts.person_cells import persons_beside, with_names_apart
from hwpextract.press.labels import (
    NAME_HEADS,
    NAMED_UNIT_LABELS,
    PERSON_LABELS,
    SHORT_OFFICER,
    UNIT_ENDINGS,
    UNIT_LABELS,
)
from hwpextract.press.model import Department
from hwpextract.press.phrases.names import POSTS, is_name, is_position
from hwpextract.press.phrases.reach import without_reach
from hwpextract.press.phrases.units import departments_of, is_leaf, part_of

ASKS_FOR_UNIT = NAMED_UNIT_LABELS | {label for label in UNIT_LABELS if label.endswith("처")}
"""Labels that ask for a unit, or for the place that hands out or answers."""
_SENDER = "배포처"
_SMALLEST_UNITS = ("계", "반", "대", "조")
"""Ends of units below a 과 that read like names ('지도과 여청계')."""


class ContactForm:
    """Units, officers and numbers collected label by label; each row has its locator.

    `units` are those that a column of the table names row by row; whoever stands in such a row is of its unit.
    """

    def __init__(self, rows: Sequence[Locator], units: Mapping[int, Lines]) -> None:
        self._rows = rows
        self._units = units
        self._unit: Lines = []
        self._unit_row = 0
        self._unit_col = -1
        self._row_of_sender = -1
        self._unit_of_row: dict[int, Lines] = {}
        self._parts: dict[tuple[str, ...], str] = {}
        self._roster = Roster(units)

    @property
    def has_people(self) -> bool:
        """Whether any officer was found."""
        return bool(self._roster.entries)

    def has_officer_in(self, row: int) -> bool:
        """Whether any officer was found in a row."""
        return any(entry.row == row for entry in self._roster.entries)

    def go_on(self, label: str, row: int, values: Sequence[Value]) -> None:
        """Take in a row below a label, of officers alone where none of its cells stands in the column of the unit above."""
        if label in UNIT_LABELS and self._is_behind_unit(values):
            self._read_people(values, None)
        else:
            self.read(label, row, values)

    def read(self, label: str, row: int, values: Sequence[Value]) -> None:
        """Take in one label of a row with its values."""
        if self._is_of_sender(label, row):
            return
        labels = label.split("·")
        if len(labels) > 1 and not UNIT_LABELS.isdisjoint(labels):
            for value in values:
                self._read_block(value)
        elif label in UNIT_LABELS and values and is_number(" ".join(values[0].lines)):
            for value in values:  # '담당' behind a name, before his number
                self._roster.add_numbers(value)
        elif label in UNIT_LABELS and not self._names_officer(label, values):
            self._read_units(row, values)
            if part := part_of(label):
                self._parts[tuple(self._unit)] = part
        elif label in UNIT_LABELS or any(map(is_of_person, labels)):
            self._read_people(values, label)
        else:
            for value in values:
                self._read_phones(value)

    def _is_of_sender(self, label: str, row: int) -> bool:
        """Whether a label stands in the row of whoever hands the release out, beside those in charge."""
        if label == _SENDER and self.has_people:
            self._row_of_sender = row
        return row == self._row_of_sender and (label == _SENDER or label not in UNIT_LABELS)

    def read_unit(self, row: int, lines: Lines) -> None:
        """Take in a unit that no label announces, left of its officers."""
        self._unit, self._unit_row = lines, row

    def read_loose(self, value: Value, unit: Lines) -> None:
        """Take in a cell that no label announces: officers with their ranks, or numbers for those before it.

        Where no label names the unit of these officers, it is the line above them, or else `unit`, the cell before them.
        """
        row, col, lines = value
        people = [person for person in officers(lines, self._roster.like) if person.position]
        if people and not self._unit:
            first = next((at for at, line in enumerate(lines) if any(map(_is_sure, officers([line])))), 0)
            self._unit = lines[first - 1 : first] if first and is_leaf(lines[first - 1]) else unit
        for person in people:
            if not _ends_like_unit(person):
                self._roster.add(row, col, None, person, self._unit_of(person))
        if not people and self._roster.entries and not self._roster.entries[-1].person.phones:
            self._roster.add_numbers(value)

    def take(self, at: Value, people: Sequence[Person]) -> None:
        """Take in officers who have been read already, with the unit printed last."""
        for person in people:
            if is_name(person.name or "") and is_position(person.position or "") and not _ends_like_unit(person):
                self._roster.add(at.row, at.col, None, person, self._unit_of(person))

    def _unit_of(self, person: Person) -> Lines:
        """The unit printed with an officer, or else the one printed last."""
        return path_to(self._unit, person.unit) if person.unit else self._unit

    def groups(self) -> list[Group]:
        """Officers by unit, in the order of the rows."""
        self._roster.deal_numbers(self._unit)
        people = self._roster.entries
        units = [unit for unit in (*(entry.unit for entry in people), self._unit) if unit]
        if units and all(unit == units[0] for unit in units):
            # The unit of a form may be named behind its officers; one that only an officer brings is that of those behind him.
            first = 0 if self._unit else next(at for at, entry in enumerate(people) if entry.unit)
            for entry in people[first:]:
                entry.unit = units[0]
        groups: list[Group] = []
        for unit, run in groupby(people, key=lambda entry: entry.unit):
            beside = list(run)
            groups += self._groups(unit, beside[0].row, [(entry.role, entry.person) for entry in beside])
        return groups or list(self._without_officers())

    def _without_officers(self) -> Iterator[Group]:
        """The units of a form that names nobody, each once."""
        rows_of: dict[tuple[str, ...], int] = {}
        for row, unit in (self._units or {self._unit_row: self._unit}).items():
            rows_of.setdefault(tuple(unit), row)
        for path, row in rows_of.items():
            if path:
                yield from self._groups(path, row, [])

    def _groups(self, unit: Sequence[str], row: int, people: Sequence[tuple[str | None, Person]]) -> list[Group]:
        return groups_of(self._departments(unit), people, self._rows[row], " ".join(unit))

    def _departments(self, unit: Sequence[str]) -> list[Department]:
        part = self._parts.get(tuple(unit))
        found = departments_of(unit)
        return [altered(department, part=part) for department in found] if part else found

    def _is_behind_unit(self, values: Sequence[Value]) -> bool:
        """Whether the first filled cell of a row stands behind the column of the unit above, and is none itself."""
        return bool(values) and values[0].col > self._unit_col >= 0 and not is_leaf(values[0].lines[-1])

    def _names_officer(self, label: str, values: Sequence[Value]) -> bool:
        """Whether an officer with his rank stands behind a label of units, or a name alone behind one that asks for no unit."""
        if len(values) > 1 and any(person.position and not person.unit for person in officers(values[0].lines)):
            return True
        name = without_reach(values[0].lines[0]).strip() if values else ""
        if label in ASKS_FOR_UNIT or not is_name(name) or ends_like_unit(name):
            return False
        return bool(self._unit) or not name.endswith(UNIT_ENDINGS)

    def _read_block(self, value: Value) -> None:
        """One cell with the unit on its first lines and the officers below, or with numbers alone."""
        if is_number(" ".join(value.lines)):
            self._roster.add_numbers(value)
            return
        row, col, lines = value
        first = _first_officer(lines)
        people = [person for person in officers(lines[first:]) if _is_sure(person) or first]
        if not first and not self._unit:
            people = list(map(office_or_officer, people))
        if not people:
            people = [person for line in lines for person in entries(line) if person.unit]
        if first and not people:  # a unit, which may have its number on a line of its own
            self._roster.add_numbers(Value(row, col, list(filter(is_number, lines))))
            lines = [line for line in lines if not is_number(line)]
        self._unit = lines[:first] if first or not people else self._unit
        for person in people:
            self._unit = [person.unit] if person.unit else self._unit
            self._roster.add(row, col, None, person, self._unit)

    def _read_units(self, row: int, values: Sequence[Value]) -> None:
        """A unit, in one cell or in one a row below each other, with its officers beside it."""
        if not values:
            return
        units = [value for value in values if value.col == values[0].col]
        beside = [value for value in values if value.col != values[0].col]
        self._unit_row, self._unit_col = row, values[0].col
        self._read_block(Value(row, values[0].col, [line for value in units for line in value.lines]))
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
        rows: dict[int, list[Value]] = {}
        for value in values:
            rows.setdefault(value.row, []).append(value)
        for row, beside in rows.items():
            cells: Sequence[Lines] = [value.lines for value in beside]
            cells = with_names_apart(cells) if label in PERSON_LABELS else cells
            people = (
                officers(cells[0], self._roster.like) if len(cells) == 1 else persons_beside(cells, label is not None)
            )
            for person in people:
                if person.unit:
                    self._unit_of_row[row] = path_to(self._unit, person.unit)
                unit = self._unit_of_row.get(row, self._unit)
                role = label if label in PERSON_LABELS or _says_role(label, person) else None
                self._roster.add(row, beside[0].col, role, with_post(person, label), unit)
            if not people:
                for value in beside:
                    self._read_reached(value)

    def _read_reached(self, value: Value) -> None:
        """A unit with its number in place of an officer, where none has been named yet, or numbers alone."""
        units = [] if self._unit else [person for line in value.lines for person in entries(line) if person.unit]
        for person in units:
            self._unit = [person.unit or ""]
            self._roster.add(value.row, value.col, None, person, self._unit)
        if not units:
            self._roster.add_numbers(value)

    def _read_phones(self, value: Value) -> None:
        """Numbers, before which the officers may stand with their ranks, who have not been named yet."""
        people = (
            []
            if self._roster.entries
            else [person for person in officers(value.lines) if person.position and _is_sure(person)]
        )
        for person in people:
            self._roster.add(value.row, value.col, None, person, self._unit)
        if not people:
            self._roster.add_numbers(value)


def is_of_person(label: str) -> bool:
    """Whether a label asks for an officer, or is the post of one."""
    return label in NAME_HEADS or label in POSTS


def _says_role(label: str | None, person: Person) -> bool:
    """Whether 담당 is the role of who stands behind it with neither post nor unit, as 과장 is the post of another."""
    return label == SHORT_OFFICER and not (person.position or person.unit)


def _is_sure(person: Person) -> bool:
    """A name alone may be that of a unit; one with a rank or a number is an officer's, and a full one behind a lowest unit."""
    if person.phones or person.email:
        return True
    if person.position:
        return not _ends_like_unit(person)
    return is_leaf(person.unit or "") and _has_full_name(person)


def _has_full_name(person: Person) -> bool:
    name = person.name or ""
    return is_full_name(name) and not name.endswith(_SMALLEST_UNITS)


def _first_officer(lines: Lines) -> int:
    """Which line of a unit with its officers names the first: one that surely does, or full names alone below a lowest unit."""
    found = [[] if _is_cut(*both) else officers([both[0]]) for both in pairwise([*lines, ""])]
    sure = next((at for at, people in enumerate(found) if any(map(_is_sure, people))), None)
    if sure is not None:
        return sure
    alone = (at for at in range(1, len(lines)) if is_leaf(lines[at - 1]) and found[at] and is_of_people(lines[at]))
    return next((at for at in alone if all(map(_has_full_name, found[at]))), len(lines))


def _is_cut(line: str, below: str) -> bool:
    """Whether a line of units ends within the name of one, whose rest below is too short for a unit ('지도국 측량정⏎책과')."""
    if not below or len(below) >= FULL_NAME or not is_leaf(below):
        return False
    above, _, last = line.rpartition(" ")
    return bool(above) and is_full_name(last) and all(word.endswith(UNIT_ENDINGS) for word in above.split())


def _ends_like_unit(person: Person) -> bool:
    return ends_like_unit(person.name or "")
