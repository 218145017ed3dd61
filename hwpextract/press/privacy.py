"""Releases without people's names and numbers, for those who must not store them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from operator import is_
from typing import Literal, TypeVar, cast

from hwpextract.document import Cell, Document, Paragraph, Table, walk
from hwpextract.node import Locator, Node
from hwpextract.patterns import pattern
from hwpextract.press.contact_block import read_contact_table
from hwpextract.press.contacts.bare_labels import bare_parts
from hwpextract.press.contacts.contact_lines import officers_in_lines, read_contact_lines
from hwpextract.press.contacts.contact_tables import contact_form
from hwpextract.press.contacts.groups import Group, contact_of
from hwpextract.press.contacts.header_contacts import read_header_contacts
from hwpextract.press.contacts.officer_columns import listed_people, officer_table
from hwpextract.press.contacts.person_rows import lists_officers
from hwpextract.press.labelled_text import labelled_parts
from hwpextract.press.labels import CONTACT_LABELS, TIME_LABELS, UNIT_LABELS
from hwpextract.press.model import Contact, Evidence, PressRelease
from hwpextract.press.phrases.names import HANJA
from hwpextract.press.phrases.reach import is_reach_cell, is_reachable, plain, reaches, without_reach
from hwpextract.press.tables import MOST_HEADER_CELLS, cells_with

_HIDDEN = "○○○"
_LEFT_OUT = {
    "department": ("contact", "contacts"),
    "none": ("contact", "contacts", "department", "departments"),
}
_OF_UNITS = frozenset({"agency", "department", "departments"})
"""Fields whose printed words may hold the officer beside his unit."""
_HEADS = UNIT_LABELS | TIME_LABELS
"""Labels of a head, whose cells may name an officer without a label of his own ('팀장 | 홍길동')."""
_WRITERS = frozenset({"author", "last_saved_by"})
"""Who wrote or saved a file: mostly the officer, by name or mailbox."""
T = TypeVar("T")


def without_people(release: PressRelease, detail: Literal["department", "none"]) -> PressRelease:
    """The release without its officers, also in the document it was read from.

    In tables and lines of contacts, and wherever a number or address of theirs is printed, these are left out and so are their names;
    so is who wrote or saved the file. People whom a release speaks of or quotes stay: they are its content.
    """
    people = _People(release)
    changes: dict[str, object] = {
        "contact": None,
        "contacts": (),
        # A tracked change may be a name and nothing else, which nothing around it tells.
        "document": release.document.model_copy(update={"revisions": ()}),
        "evidence": dict(_evidence(release.evidence, detail, people)),
    }
    if release.verification:
        changes["verification"] = release.verification.model_copy(update={"only_here": (), "only_there": ()})
    if detail == "none":
        changes |= {"department": None, "departments": ()}
    return people.out_of(release.model_copy(update=changes))


def _evidence(evidence: dict[str, Evidence], detail: str, people: _People) -> Iterator[tuple[str, Evidence]]:
    for name, entry in evidence.items():
        if name not in _LEFT_OUT[detail]:
            raw, *others = (
                people.out_of_text(said, listed=name in _OF_UNITS) for said in (entry.raw, *entry.alternatives)
            )
            yield name, entry.model_copy(update={"raw": raw, "alternatives": tuple(others)})


def _contacts_in(document: Document) -> Iterator[Contact]:
    """Officers of every table and line of the kind, those of forms that the fields were not read from among them."""
    groups: list[Group] = read_contact_lines(document.blocks)
    for block in walk(document.blocks):
        for person in listed_people(block) if isinstance(block, Table) else ():
            yield contact_of(person, None, None)
        if isinstance(block, Table) and (officer_table(block) or lists_officers(block)):
            groups += read_contact_table(block, contact_form(block))
        elif isinstance(block, Table) and len(block.cells) <= MOST_HEADER_CELLS and _is_head_or_reaches(block):
            # Its labels share cells with their values, or there are none: only who is named there is an officer.
            yield from (who for group in read_header_contacts(block) for who in group.contacts if who.name)
    for group in groups:
        yield from group.contacts
    for person in officers_in_lines(document.blocks):
        yield contact_of(person, None, person.unit)


def _table_of(contacts: Evidence | None) -> Locator | None:
    """The table in whose rows the officers were read, where it is one."""
    table, _, row = (contacts.locator or "" if contacts else "").rpartition("/r")
    return table if row.isdecimal() else None


def _is_head_or_reaches(table: Table) -> bool:
    return bool(cells_with(_HEADS, table)) or any(map(is_reachable, table.texts))


def _each(change: Callable[[T], T], values: tuple[T, ...]) -> tuple[T, ...]:
    """Values changed one by one; the same tuple where none of them is another object than before."""
    changed = tuple(map(change, values))
    return values if all(map(is_, changed, values)) else changed


def _any_of(words: Iterable[str], between: str, letters: int = 4) -> str:
    """A pattern for the longest of some words, with this between their letters.

    Words that begin alike share their first letters, up to so many: for each place of a text one after the other would be tried.
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        size = 1 if letters else len(word)
        tails.setdefault(word[:size], []).append(word[size:])
    each = []
    for head, rest in tails.items():
        more = [tail for tail in rest if tail]
        behind = f"(?:{between}(?:{_any_of(more, between, letters - 1)}))" if more else ""
        each.append(between.join(map(re.escape, head)) + behind + ("?" if more and len(more) < len(rest) else ""))
    first = "".join(sorted({re.escape(head[0]) for head in tails}))
    return f"(?=[{first}])(?:{'|'.join(each)})"


class _People:
    """The officers of one release, to be taken out of whatever was read."""

    def __init__(self, release: PressRelease) -> None:
        contacts = [*release.contacts, *_contacts_in(release.document)]
        names = {contact.name for contact in contacts if contact.name}
        self._source = _table_of(release.evidence.get("contacts"))
        self._reach = {reach for contact in contacts for reach in (*contact.phones, contact.email) if reach}
        # A name begins a word, or follows the rank it is printed in one word with ('사무관홍길동').
        ranks = {contact.position for contact in contacts if contact.position}
        begins = f"(?<![가-힣])|(?P<rank>{_any_of(ranks, '')})" if ranks else "(?P<rank>(?<![가-힣]))"
        spaced = _any_of(names, r"\s*")
        self._names = pattern(f"(?:{begins})(?:{spaced})(?:{HANJA})?") if names else None

    def out_of(self, value: T) -> T:
        """Any value of the model without the officers; what holds none is the same object as before."""
        if isinstance(value, str):
            return cast(T, self.out_of_text(value))
        if isinstance(value, Table):
            return cast(T, self._out_of_table(value))
        if isinstance(value, tuple):
            return cast(T, _each(self.out_of, value))
        if isinstance(value, Node):
            fields = {name: getattr(value, name) for name in type(value).model_fields}
            changes = {name: None if name in _WRITERS else self.out_of(held) for name, held in fields.items()}
            changes = {name: new for name, new in changes.items() if new is not fields[name]}
            return value.model_copy(update=changes) if changes else value
        return value

    def out_of_text(self, text: str, listed: bool = False) -> str:
        """A text without its numbers and the officers' names, where one of their numbers or the label of a contact stands in it."""
        reached = self._reached_in(text)
        if not (reached or listed or any(labelled_parts(text, CONTACT_LABELS)) or bare_parts(text)):
            return text
        named = self._names.sub(rf"\g<rank>{_HIDDEN}", text) if self._names else text
        return without_reach(named) if reached or listed else named

    def _out_of_table(self, table: Table) -> Table:
        """A table, emptied of people where it lists them."""
        lists_them = table.locator == self._source or lists_officers(table) or any(map(self._reached_in, table.texts))
        out_of = self._out_of_cell if lists_them else self._out_of_value if cells_with(_HEADS, table) else self.out_of
        cells, caption = _each(out_of, table.cells), self.out_of(table.caption)
        if cells is table.cells and caption is table.caption:
            return table
        return table.model_copy(update={"cells": cells, "caption": caption})

    def _out_of_cell(self, cell: Cell) -> Cell:
        """A cell of a table that lists officers: its numbers, addresses and their names are left out."""
        if is_reach_cell(cell.text) and not self._names_in(cell.text):
            return cell.model_copy(update={"blocks": ()})
        blocks = tuple(
            block.model_copy(update={"text": self.out_of_text(block.text, listed=True), "links": ()})
            if isinstance(block, Paragraph)
            else self.out_of(block)
            for block in cell.blocks
        )
        return cell.model_copy(update={"blocks": blocks})

    def _out_of_value(self, cell: Cell) -> Cell:
        """A cell of a table that says when or which unit, left without the officers whom it names."""
        if not self._names_in(cell.text):
            return self.out_of(cell)
        return self._out_of_cell(cell)

    def _names_in(self, text: str) -> bool:
        return bool(self._names and self._names.search(text))

    def _reached_in(self, text: str) -> bool:
        """Whether one of the officers' numbers stands in a text, or any number, an extension too, beside one of their names."""
        found = list(reaches(plain(text))) if self._reach else []
        return any(reach.email in self._reach or not self._reach.isdisjoint(reach.phones) for reach in found) or (
            bool(found) and self._names_in(text)
        )
