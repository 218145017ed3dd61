"""Contact tables: which tables say whom to ask, in the standard form or labelled as headers are."""

from __future__ import annotations

from hwpextract.characters import is_syllable
from hwpextract.document import Cell, Table
from hwpextract.press.contacts.bare_labels import bare_parts
from hwpextract.press.contacts.entry_words import is_of_people
from hwpextract.press.contacts.person_rows import with_cells, with_labels_first
from hwpextract.press.labelled_text import key_in, label_key
from hwpextract.press.labels import (
    CONTACT_LABELS,
    LEADER_LABELS,
    MASTHEADS,
    NAMED_UNIT_LABELS,
    OTHER_LABELS,
    PERSON_LABELS,
    SHORT_LEADER,
    SHORT_OFFICER,
    TIME_LABELS,
    UNIT_LABELS,
)
from hwpextract.press.phrases.names import is_position
from hwpextract.press.phrases.reach import is_reachable, without_reach
from hwpextract.press.tables import Form, Slot, cells_with, key_of

_OF_PAGES = OTHER_LABELS - frozenset({"구분", "비고", "자료", "참고자료", "첨부", "/"})
"""Labels of pages and pictures."""
_MOST_COLUMNS = 12
_MOST_CELLS = 16
"""Of a table of contacts in no standard form; a list of offices for the public has more."""
_CONTACT_WORDS = frozenset(label for label in CONTACT_LABELS if is_syllable(label[0]))
_SHORT_ROLES = frozenset({SHORT_LEADER, SHORT_OFFICER})
_HEADER_WORDS = TIME_LABELS | frozenset(MASTHEADS)


def contact_form(table: Table) -> Form | None:
    """A table that lists whom to ask, None for any other: beside a cell that is exactly 책임자 or 담당자 stand a name and a number.

    So do 책임 and 담당 below it where each has a rank beside it.
    Where one column holds 책임자 and 담당자 alone, rank, name and number may share a cell. Forms of before 2022, which have name and
    number in one cell too, have no such column; tables with a column headed 담당자현황, and lists of offices for applicants, have
    no such cell at all. A table with banner or times in it is the header of a release.
    """
    if not 3 <= table.cols <= _MOST_COLUMNS:
        return None
    labels = cells_with(PERSON_LABELS, table) or _short_roles(table)
    if not labels or cells_with(_HEADER_WORDS, table):
        return None
    if (moved := with_labels_first(table, labels)) is not table:
        table, labels = moved, cells_with(PERSON_LABELS, moved)
    form = Form.of(table, labels)
    if any(_lists_people(form, slot) for slot in form.labelled):
        return form
    in_one_column = len({slot.col for slot in form.labelled}) == 1 and any(
        slot.label == "책임자" for slot in form.labelled
    )
    return form if in_one_column and any(is_reachable(slot.text) for slot in form.slots) else None


def _short_roles(table: Table) -> list[Cell]:
    """책임 and 담당 below each other, each with a rank beside it."""
    roles = cells_with(_SHORT_ROLES, table)
    if {key_of(role) for role in roles} != _SHORT_ROLES or len({role.col for role in roles}) > 1:
        return []
    ranks = [table.grid.get((role.row, role.col + role.col_span)) for role in roles]
    return roles if key_of(roles[0]) == SHORT_LEADER and all(rank and is_position(rank.text) for rank in ranks) else []


def standard_rows(table: Table, others: frozenset[str]) -> Form | None:
    """The rows below the `others`, labels of times and pages, of a header table that lists two units or more in the standard form."""
    leaders = cells_with(LEADER_LABELS, table)
    last = max((cell.row for cell in cells_with(others, table)), default=-1)
    if len(leaders) < 2 or last < 0 or any(cell.row <= last for cell in leaders):
        return None
    below = [cell for cell in table.cells if cell.row > last]
    return contact_form(with_cells(table, below, table.rows, table.cols))


def is_labelled_as_header(form: Form) -> bool:
    """Whether a contact table is labelled as headers are.

    There the unit's label stands above those of the officers, or all stand in one row, or labels of pages and pictures among them,
    or before the unit's label in a row without officers.
    """
    first = min([slot.col for slot in form.labelled])
    for slot in form.slots:
        if slot.label:
            continue
        text = "".join(slot.lines)
        if slot.col > first:
            if label_key(text) in NAMED_UNIT_LABELS and not any(other.label for other in form.row(slot.row)):
                return True
            continue
        if label_key(text) in (NAMED_UNIT_LABELS if slot.col == first else _OF_PAGES):
            return True
        if slot.col < first and is_reachable(text):
            return True
    return False


def is_contact_table(table: Table) -> bool:
    """Whether a table lists whom to ask."""
    return contact_form(table) is not None


def belongs_to_header(table: Table) -> bool:
    """Whether a small table lists whom to ask in the standard form, or in labelled cells as headers have them."""
    if len(table.cells) > _MOST_CELLS or table.cols < 2:
        return is_contact_table(table)
    if not any(map(is_reachable, table.texts)):
        return False
    labelled = cells_with(_CONTACT_WORDS, table)
    labels = len(labelled) + sum(bool(bare_parts(text)) for text in table.texts)
    return labels > 1 or (len(labelled) == 1 and _names_office(table, labelled[0])) or is_contact_table(table)


def _names_office(table: Table, label: Cell) -> bool:
    """Whether beside the only label of a row stands a unit with its number and nothing else ('제공처 | 홍보팀 (02-…)')."""
    others = [cell for cell in table.cells if cell is not label and cell.blocks]
    if table.rows > 1 or len(others) != 1 or key_of(label) not in UNIT_LABELS:
        return False
    text = others[0].text
    return is_reachable(text) and is_of_people(without_reach(text))


def _lists_people(form: Form, role: Slot) -> bool:
    """Whether a number stands in the second cell behind a role or further on, before any other label."""
    beside = [slot for slot in form.row(role.row) if slot.col >= role.right]
    for place, slot in enumerate(beside):
        if place and is_reachable(slot.text):
            return True
        if key_in(slot.text) in CONTACT_LABELS:
            return False
    return False
