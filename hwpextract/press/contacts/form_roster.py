"""Officers of a form in the order in which they are read, and its numbers, dealt out among them in the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from hwpextract.press.contacts.entry_words import CALL_WORDS
from hwpextract.press.contacts.people import Person, dealt_out
from hwpextract.press.phrases.reach import Reach, plain, reaches, without_reach

Lines = list[str]
_MOST_APART = 200
"""Rows of numbers that no officer beside them lacks; more are no form of a release, and each asks for all officers."""


class Value(NamedTuple):
    """The lines of one cell of a value, and its place in the table."""

    row: int
    col: int
    lines: Lines


class Entry:
    """One officer, at the row and column and with the unit and role he was read with."""

    def __init__(self, row: int, col: int, unit: Lines, role: str | None, person: Person) -> None:
        self.row = row
        self.col = col
        self.unit = unit
        self.role = role
        self.person = person


class Roster:
    """Officers and numbers of a form.

    `units` are those that a column of the table names row by row; whoever stands in such a row is of its unit.
    """

    def __init__(self, units: Mapping[int, Lines]) -> None:
        self.entries: list[Entry] = []
        self.like: str | None = None
        """The number printed last, which an extension goes by."""
        self._units = units
        self._numbers: dict[int, list[tuple[int, Reach]]] = {}
        self._asked = 0

    def add(self, row: int, col: int, role: str | None, person: Person, unit: Lines) -> None:
        """Take in an officer with the unit printed before him."""
        if row in self._units:
            unit = path_to(self._units[row], person.unit) if person.unit else self._units[row]
        self.entries.append(Entry(row, col, unit, role, person))
        self.like = person.phones[-1] if person.phones else self.like

    def add_numbers(self, value: Value) -> None:
        """Take in the numbers of a cell."""
        found = self._numbers.setdefault(value.row, [])
        found += [(value.col, reach) for line in value.lines for reach in reaches(plain(line))]

    def deal_numbers(self, unit: Lines) -> None:
        """Give each number to whom it belongs, or to the unit; `unit` is the one printed last."""
        rows: dict[int, list[Entry]] = {}
        for entry in self.entries:
            rows.setdefault(entry.row, []).append(entry)
        for row, found in self._numbers.items():
            self._deal(row, found, rows.get(row, ()), unit)
        self.entries.sort(key=lambda entry: entry.row)

    def _lacking(self, lacks: Callable[[Entry], bool], row: int) -> list[Entry]:
        """Officers of its unit above a row, or else below it, who lack a number; nobody once too many rows have asked."""
        self._asked += 1
        if self._asked > _MOST_APART:
            return []
        waiting = list(filter(lacks, self.entries))
        if row in self._units:
            waiting = [entry for entry in waiting if entry.unit == self._units[row]]
        return [entry for entry in waiting if entry.row < row] or waiting

    def _deal(self, row: int, found: Sequence[tuple[int, Reach]], beside: Sequence[Entry], unit: Lines) -> None:
        """Numbers in cells of their own belong to the officers beside or above them who have none; without any, to the unit.

        Numbers in several columns are each of the officer in whose column they stand, where there is one for all of them; fewer
        numbers than officers are those of a cell with as many, if there is one.
        """
        lacks = _lacks_email if all(reach.email for _, reach in found) else _lacks_phone
        has_unit, unit = row in self._units, self._units.get(row, unit)
        waiting = list(filter(lacks, beside)) or self._lacking(lacks, row)
        is_of_unit = not (waiting or beside) if has_unit else not self.entries
        if is_of_unit and unit and found:
            waiting = [Entry(row, 0, unit, None, Person())]
            self.entries += waiting
        numbers: dict[int, list[Reach]] = {}
        holders: dict[int, list[Entry]] = {}
        for col, reach in found:
            numbers.setdefault(col, []).append(reach)
        for entry in waiting:
            holders.setdefault(entry.col, []).append(entry)
        if len(numbers) > 1 and numbers.keys() <= holders.keys():
            for col, reached in numbers.items():
                _give(holders[col], reached)
            return
        if 1 < len(found) < len(waiting):
            waiting = next((held for held in reversed(holders.values()) if len(held) == len(found)), [])
        _give(waiting, [reach for _, reach in found])


def _give(waiting: Sequence[Entry], found: Sequence[Reach]) -> None:
    for entry, person in zip(waiting, dealt_out([entry.person for entry in waiting], found), strict=True):
        entry.person = person


def _lacks_email(entry: Entry) -> bool:
    return not entry.person.email


def _lacks_phone(entry: Entry) -> bool:
    return not entry.person.phones


def is_number(text: str) -> bool:
    """Whether a text is nothing but numbers and addresses, with words for them or without."""
    return not CALL_WORDS.sub("", without_reach(text)).strip(" :()")


def path_to(above: Lines, unit: str) -> Lines:
    """The unit printed with an officer; a team stands below the labelled unit, if that is no team itself."""
    if " ".join(above).split()[-1:] == [unit]:
        return above
    is_below = bool(above) and unit.endswith("팀") and not above[-1].endswith("팀")
    return [*above, unit] if is_below else [unit]
