"""Where whom to ask stands in a release: contact tables, tables of officers at either end, labelled cells, lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hwpextract.characters import squeeze
from hwpextract.document import Block, Paragraph, Table, text_of
from hwpextract.patterns import pattern
from hwpextract.press.contacts.asking import asks_for_officers, names_others, requests_call
from hwpextract.press.contacts.contact_tables import contact_form, is_labelled_as_header
from hwpextract.press.contacts.groups import Group
from hwpextract.press.contacts.officer_columns import OfficerTable, officer_table
from hwpextract.press.contacts.standard_form import read_standard_form
from hwpextract.press.labels import ITEM_LEVELS
from hwpextract.press.model import Department
from hwpextract.press.phrases.headline import ends_sentence
from hwpextract.press.story.annexes import Head, first_annex, is_listed
from hwpextract.press.story.body import is_contact_line
from hwpextract.press.story.closing_lines import is_closing, signs
from hwpextract.press.tables import Form, frame_blocks

_LONGEST_HEADING = 60
_MOST_WORDS = 4
"""Of a heading, its mark among them."""
_ITEM_MARKS = tuple("".join(ITEM_LEVELS))
_LISTS = pattern(r"(?:다음과|아래와)\s*같|명단")
"""What a sentence says above a list."""
_NOTES = tuple("※ * ▲ △ # †".split())
_ENDS_OF_SENTENCES = tuple(". ? ! ” \" ’ '".split())


class ContactBlock:
    """Groups of the contact block, and where the block begins and ends among the items of the body."""

    def __init__(self, groups: Iterable[Group] = (), rule: str = "") -> None:
        self.groups = list(groups)
        self.rule = rule
        self.first: int | None = None
        self.end = 0

    @property
    def departments(self) -> tuple[Department, ...]:
        """Units in order, each once; one that is printed again by its name alone is the same."""
        units = tuple(dict.fromkeys(group.department for group in self.groups if group.department))
        known = {unit.name for unit in units if unit.parent or unit.agency}
        return tuple(
            unit for unit in units if unit.name not in known or unit.parent or unit.agency or unit.part or unit.topic
        )

    def take(self, index: int, groups: Sequence[Group]) -> None:
        """Take in the groups of a table among the items."""
        self.groups += groups
        self.first = index if self.first is None else self.first
        self.end = index + 1


def find_contacts(items: Sequence[Block], start: int, marked: Sequence[Head]) -> ContactBlock:
    """Contact tables of the standard form up to the first annex, else what forms that few releases have say of whom to ask.

    Header and headline end before `start`; `marked` are the heads of annexes.
    """
    found = ContactBlock(rule="contacts.table")
    annexes = {head.place for head in marked}
    for index, item in enumerate(items):
        if isinstance(item, Table) and (form := contact_form(item)):
            found.take(index, read_contact_table(item, form))
        elif found.first is not None and index in annexes:
            break
    return found if found.groups else _others(items, start, marked)


def read_contact_table(table: Table, form: Form | None) -> list[Group]:
    """The officers of a table whose columns have heads, in the standard `form`, or with labels as headers have them."""
    if officers := officer_table(table):
        return officers.groups
    if form and not is_labelled_as_header(form):
        return read_standard_form(form)
    from hwpextract.press.contacts.header_contacts import read_header_contacts

    return read_header_contacts(table)


def _others(items: Sequence[Block], start: int, marked: Sequence[Head]) -> ContactBlock:
    """Contacts of the header, of tables of officers at either end, of lines; last of tables whose heading asks for them."""
    from hwpextract.press.contacts.contact_lines import read_contact_lines

    header = ContactBlock(_of_header(items[:start]), rule="contacts.header")
    if any(group.contacts for group in header.groups):
        return header
    tables = list(_officer_tables(items, start))
    if tables:
        ends = _Ends(items, start, first_annex(marked, start, len(items)))
        if (at_ends := _of_columns(each for each in tables if ends.have(each[0]))).groups:
            return at_ends
    lines = ContactBlock(read_contact_lines(items), rule="contacts.line")
    if lines.groups:
        # Lines at the end end the story; those at the beginning of a form stand above it.
        printed = {group.locator for group in lines.groups}
        tail = range(max(start + 1, len(items) // 2), len(items))
        lines.first = next((index for index in tail if items[index].locator in printed), None)
        return lines
    asked = _of_columns(each for each in tables if _is_asked(items, each[0]))
    asked.first, asked.end = None, 0
    return asked if asked.groups else header


def _of_header(items: Sequence[Block]) -> Iterator[Group]:
    from hwpextract.press.contacts.header_contacts import read_header_contacts

    for item in items:
        if isinstance(item, Table):
            officers = officer_table(item)
            yield from officers.groups if officers and officers.is_sure else read_header_contacts(item)


def _officer_tables(items: Sequence[Block], start: int) -> Iterator[tuple[int, OfficerTable]]:
    """Tables of officers behind the headline, with their places."""
    for index in range(start, len(items)):
        item = items[index]
        if isinstance(item, Table) and (found := officer_table(item)) and found.is_sure:
            yield index, found


def _of_columns(tables: Iterator[tuple[int, OfficerTable]]) -> ContactBlock:
    found = ContactBlock(rule="contacts.columns")
    for index, table in tables:
        found.take(index, table.groups)
    return found


class _Ends:
    """What stands above the story and below it, up to the first annex at `end`."""

    def __init__(self, items: Sequence[Block], start: int, end: int) -> None:
        telling = [index for index in range(start, end) if _tells(items[index])]
        self._items = items
        self._start = start
        self._end = end
        self._first, self._last = (telling[0], telling[-1]) if telling else (end, start)

    def have(self, index: int) -> bool:
        """Whether a table stands there, behind no heading of anything else; at the very end of the annexes where one asks for it."""
        if index > self._end:
            return index == len(self._items) - 1 and _is_asked(self._items, index)
        if self._first < index < self._last:
            return False
        return index == self._start or not _is_heading(self._items[index - 1])


def _tells(item: Block) -> bool:
    """Whether a block is a sentence of the story, or an item of one in official style, and no line that closes a release."""
    if not isinstance(item, Paragraph):
        return False
    text = squeeze(item.text)
    is_item = text.startswith(_ITEM_MARKS) and len(text.split()) > _MOST_WORDS and ":" not in text
    return (is_item or ends_sentence(text)) and not (text.startswith(_NOTES) or _closes(text))


def _closes(text: str) -> bool:
    """Whether a line says whom to ask, lists the annexes, signs or ends a release."""
    return (
        asks_for_officers(text)
        or requests_call(text)
        or is_contact_line(text)
        or is_closing(text)
        or signs(text)
        or is_listed(text)
    )


def _is_asked(items: Sequence[Block], index: int) -> bool:
    return index > 0 and asks_for_officers(_words(items[index - 1]))


def _is_heading(item: Block) -> bool:
    """Whether a block is a line that says who else is listed below it, or what."""
    text = _words(item)
    if not text or len(text) > _LONGEST_HEADING or text.startswith(_NOTES) or _closes(text):
        return False
    if text.endswith(_ENDS_OF_SENTENCES):
        return bool(_LISTS.search(text))
    return names_others(text) or (":" not in text and len(text.split()) <= _MOST_WORDS)


def _words(item: Block) -> str:
    """The words of a line, or of a frame."""
    inner = (item,) if isinstance(item, Paragraph) else frame_blocks(item)
    return squeeze(text_of(inner)) if inner else ""
