"""Where whom to ask stands in a release: contact tables, tables of officers at either end, labelled cells, lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hwpextract.characters import squeeze
from hwpextract.document import Block, Paragraph, Table, text_of
from hwpextract.node import Locator
from hwpextract.patterns import pattern
from hwpextract.press.contacts.asking import asks_for_officers, names_others, requests_call
from hwpextract.press.contacts.contact_tables import contact_form, is_labelled_as_header
from hwpextract.press.contacts.groups import Group
from hwpextract.press.contacts.standard_form import read_standard_form
from hwpextract.press.labels import ITEM_LEVELS
from hwpextract.press.model import Contact, Department
from hwpextract.press.phrases.headline import ends_sentence
from hwpextract.press.story.annexes import Head, first_annex, is_listed
from hwpextract.press.story.closing_lines import is_closing, signs
from hwpextract.press.story.sender_lines import is_contact_line
from hwpextract.press.tables import Form, frame_blocks

_HEADING_BETWEEN = 2
"""How far below a contact table another may stand, with a line above it at most."""
_LONGEST_HEADING = 60
_MOST_WORDS = 4
"""Of a heading, its mark among them."""
_ITEM_MARKS = tuple("".join(ITEM_LEVELS))
_LISTS = pattern(r"(?:다음|아래)(?:\s?표)?[과와]\s*같|(?:^\W*|[은는]\s)아래의?\s|명단|[:：]$")
"""What a sentence says above a list."""
_ENDS_OF_LISTS = tuple("현황 명단 목록 명부 내역 자 생 인 원".split())
"""What a heading of more words ends in, which an item of the story does not."""
_NOTES = tuple("※ * ▲ △ # †".split())
_ENDS_OF_SENTENCES = tuple(". ? ! ” \" ’ '".split())


class ContactBlock:
    """Groups of the contact block, and where the block begins and ends among the items of the body."""

    def __init__(self, groups: Iterable[Group], rule: str, first: int | None = None, end: int = 0) -> None:
        self.groups = list(_each_once(groups))
        self.rule = rule
        self.first = first
        self.end = end

    @property
    def departments(self) -> tuple[Department, ...]:
        """Units in order, each once; one that is printed again by its name alone is the same."""
        units = tuple(dict.fromkeys(group.department for group in self.groups if group.department))
        known = {unit.name for unit in units if unit.parent or unit.agency}
        return tuple(
            unit for unit in units if unit.name not in known or unit.parent or unit.agency or unit.part or unit.topic
        )


def _each_once(groups: Iterable[Group]) -> Iterator[Group]:
    """Groups in order; the officers of one that a table at the foot prints again, as the one in the head does, are left out there."""
    places: dict[tuple[Department | None, tuple[Contact, ...]], Locator] = {}
    for group in groups:
        place = group.locator.partition("/r")[0]
        if places.setdefault((group.department, tuple(group.contacts)), place) != place:
            group.contacts = []
        yield group


def find_contacts(items: Sequence[Block], start: int, marked: Sequence[Head]) -> ContactBlock:
    """Contact tables of the standard form up to the first annex, else what forms that few releases have say of whom to ask.

    Header and headline end before `start`; `marked` are the heads of annexes.
    """
    groups: list[Group] = []
    places: list[int] = []
    annexes = {head.place for head in marked}
    for index, item in enumerate(items):
        if isinstance(item, Table) and (form := contact_form(item)):
            groups += read_contact_table(item, form)
            places.append(index)
        elif places and index in annexes:
            break
        elif places and index <= places[-1] + _HEADING_BETWEEN and (more := _officers_below(item, items[index - 1])):
            groups += more
            places.append(index)
    if not groups:
        return _others(items, start, marked)
    return ContactBlock(groups, "contacts.table", *_bounds(items, start, places))


def _officers_below(item: Block, above: Block) -> list[Group]:
    """The officers of a table below a contact table, who deal with the single matters of a meeting ('안건 | 담당자 | 연락처').

    A line above it that speaks of other people says that it lists these.
    """
    if not isinstance(item, Table):
        return []
    from hwpextract.press.contacts.officer_columns import officer_table

    found = officer_table(item)
    return found.groups if found and found.is_sure and not _names_others(above) else []


def read_contact_table(table: Table, form: Form | None) -> list[Group]:
    """The officers of a table whose columns have heads, in the standard `form`, or with labels as headers have them."""
    if form is None or all(slot.row for slot in form.labelled):  # heads of columns may stand above the roles
        from hwpextract.press.contacts.officer_columns import officer_table

        if officers := officer_table(table):
            return officers.groups
    if form and not is_labelled_as_header(form):
        return read_standard_form(form)
    from hwpextract.press.contacts.header_contacts import read_header_contacts

    return read_header_contacts(table)


def _bounds(items: Sequence[Block], start: int, places: Sequence[int]) -> tuple[int, int]:
    """Where a block of several tables begins and ends; of tables above the story and below it those below end it."""
    first = places[0]
    if len(places) > 1 and not any(map(_tells, items[start:first])):
        telling = next((index for index in range(first, places[-1]) if _tells(items[index])), first)
        first = next(place for place in places if place >= telling)
    return first, places[-1] + 1


def _others(items: Sequence[Block], start: int, marked: Sequence[Head]) -> ContactBlock:
    """Contacts of the header, of tables of officers at either end, of lines; last of tables whose heading asks for them."""
    from hwpextract.press.contacts.contact_lines import read_contact_lines

    header = ContactBlock(_of_header(items[:start]), "contacts.header")
    if any(group.contacts for group in header.groups):
        return header
    tables = dict(_officer_tables(items, start))
    end = first_annex(marked, start, len(items)) if tables else 0
    if places := _at_ends(items, start, end, tables):
        groups = [group for place in places for group in tables[place]]
        told = [place for place in places if place < end]
        return ContactBlock(groups, "contacts.columns", *(_bounds(items, start, told) if told else ()))
    lines = ContactBlock(read_contact_lines(items), "contacts.line")
    if lines.groups:
        # Lines at the end end the story; those at the beginning of a form stand above it.
        printed = {group.locator for group in lines.groups}
        tail = range(max(start + 1, len(items) // 2), len(items))
        lines.first = next((index for index in tail if items[index].locator in printed), None)
        return lines
    asked = [group for place in tables if _is_asked(items, place) for group in tables[place]]
    return ContactBlock(asked, "contacts.columns") if asked else header


def _of_header(items: Sequence[Block]) -> Iterator[Group]:
    from hwpextract.press.contacts.header_contacts import read_header_contacts
    from hwpextract.press.contacts.officer_columns import officer_table

    for item in items:
        if isinstance(item, Table):
            officers = officer_table(item)
            yield from officers.groups if officers and officers.is_sure else read_header_contacts(item)


def _officer_tables(items: Sequence[Block], start: int) -> Iterator[tuple[int, list[Group]]]:
    """Tables of officers behind the headline, by their places."""
    from hwpextract.press.contacts.officer_columns import officer_table

    for index in range(start, len(items)):
        item = items[index]
        if isinstance(item, Table) and (found := officer_table(item)) and found.is_sure:
            yield index, found.groups


def _at_ends(items: Sequence[Block], start: int, end: int, places: Iterable[int]) -> list[int]:
    """Places above the story and below it, up to the first annex at `end`, behind no heading of anything else.

    So is the very end of the annexes, where a line asks for officers.
    """
    telling = [index for index in range(start, end) if _tells(items[index])]
    story = range(telling[0], telling[-1]) if telling else range(0)
    found = []
    last, is_headed = -1, False
    for place in places:
        if place != last + 1:  # one right below another is of the same list
            is_headed = place > start and _is_headed(items, start, place)
        last = place
        if place < end and place not in story and not is_headed:
            found.append(place)
    return [*found, last] if end < last == len(items) - 1 and _is_asked(items, last) else found


def _is_headed(items: Sequence[Block], start: int, place: int) -> bool:
    """Whether a table stands below a heading of anything but officers, one of other people above notes among them."""
    at = place - 1
    while at > start and _words(items[at]).startswith(_NOTES):
        at -= 1
    return _is_heading(items[at]) if at == place - 1 else _names_others(items[at])


def _names_others(item: Block) -> bool:
    """Whether a block is a heading, or a sentence above a list, that speaks of other people than officers."""
    text = _words(item)
    return _is_heading(item) and (names_others(text) or bool(_LISTS.search(text)))


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
    if _LISTS.search(text):
        return True
    if text.endswith(_ENDS_OF_SENTENCES):
        return False
    if len(text.split()) <= _MOST_WORDS:
        return names_others(text) or ":" not in text
    return names_others(text) and text.rstrip(" >)]】〉").endswith(_ENDS_OF_LISTS)


def _words(item: Block) -> str:
    """The words of a line, or of a frame."""
    inner = (item,) if isinstance(item, Paragraph) else frame_blocks(item)
    return squeeze(text_of(inner)) if inner else ""
