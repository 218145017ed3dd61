"""Cells of a header that are labels although no list says so: posts before holders, labels with values, words before units."""

from __future__ import annotations

from hwpextract.document import Cell, Table
from hwpextract.press.contacts.bare_labels import bare_parts
from hwpextract.press.contacts.entry_words import ends_like_unit, is_full_name
from hwpextract.press.contacts.people import officers
from hwpextract.press.contacts.person_rows import labels_in_lines
from hwpextract.press.labelled_text import Parts, key_in
from hwpextract.press.labels import (
    CONTACT_LABELS,
    HEADER_LABELS,
    NAME_HEADS,
    PERSON_LABELS,
    PHONE_LABELS,
    RANK_HEADS,
    UNIT_ENDINGS,
    UNIT_LABELS,
)
from hwpextract.press.phrases.head_lines import says_when_or_how_many
from hwpextract.press.phrases.names import POSTS, RANKS, is_name, is_position
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.phrases.units import part_of
from hwpextract.press.tables import Labels, cells_with, key_of, label_left_of, lines_of, printed

_OF_OFFICERS = PERSON_LABELS | PHONE_LABELS
_NAMES = NAME_HEADS - PERSON_LABELS
_HOLDERS = POSTS | _NAMES
"""Words that may announce an officer."""
_BRACKETS = (")", "]", ">", "〉", "〕", "】")
_NO_CONTACTS = HEADER_LABELS - CONTACT_LABELS
_MOST_COLUMNS = 12
_OFFICE = "담당관"
"""The end of a post that is the name of its office too."""


def more_labels(table: Table, held: Labels) -> Labels:
    """Posts that announce their holder ('과장 | 홍길동'), heads of names, words before another unit, cells with label and value."""
    more: Labels = {}
    known = dict(held)
    for cell, text in zip(table.cells, table.texts, strict=True):
        if not text:
            continue
        label = held.get(id(cell))
        if (label is None or label[-1][0] in _NO_CONTACTS) and (unit := _label_of_unit(table, cell, known)):
            more[id(cell)] = known[id(cell)] = [(unit, "")]
        elif label:
            if label[-1][0] in UNIT_LABELS and not label[-1][1] and text.rstrip().endswith(_BRACKETS):
                more[id(cell)] = bare_parts(text) or label
        elif keys := _labels_of_several(table, cell, text):
            more[id(cell)] = [("·".join(keys), "")]
        elif (key := key_in(text)) in _HOLDERS:
            if _heads_names(table, cell) if key in _NAMES else _announces(table, cell, known):
                more[id(cell)] = known[id(cell)] = [(key, "")]
        elif parts := _parts_of(table, cell, text, held):
            more[id(cell)] = parts
    return more


def _label_of_unit(table: Table, cell: Cell, held: Labels) -> str:
    """The label of units that a word stands for, with a unit in the column of the one above before its officer; '' if it is none.

    So does whoever hands it out or helps stand below those in charge ('배포 | 홍보실 | 팀장 홍길동 (02-…)').
    """
    above = table.grid.get((cell.row - 1, cell.col))
    col = cell.col + cell.col_span
    unit, upper = table.grid.get((cell.row, col)), table.grid.get((cell.row - 1, col))
    if above is None or unit is None or upper is None or {unit.col, upper.col} != {col}:
        return ""
    if id(above) not in held or held[id(above)][-1][0] not in UNIT_LABELS or id(upper) in held or not upper.blocks:
        return ""
    key, name = key_of(cell), unit.text.rstrip()
    if not name.endswith(UNIT_ENDINGS) or id(unit) in held or is_reachable(name) or is_position(name):
        return ""
    if says_when_or_how_many(name):  # '배포 즉시'
        return ""
    beside = (table.grid.get((cell.row, at)) for at in range(col + unit.col_span, min(table.cols, col + _MOST_COLUMNS)))
    behind = list({id(other): other.text for other in beside if other}.values())
    names_officer = any(person.position for person in officers([" ".join(behind)]))
    return f"{part_of(key) or '담당'}부서" if names_officer and any(map(is_reachable, behind)) else ""


def _heads_names(table: Table, head: Cell) -> bool:
    """Whether 성명 stands before or above a full name whose rank has no head of its own ('성명 | 홍길동 | 전화 | …')."""
    places = ((head.row, head.col + head.col_span), (head.row + head.row_span, head.col))
    is_before_name = any((cell := table.grid.get(place)) and is_full_name(cell.text) for place in places)
    return is_before_name and not cells_with(RANK_HEADS, table)


def _labels_of_several(table: Table, cell: Cell, text: str) -> list[str]:
    """The labels in the lines of a cell beside officers, who need not have a line each; a role and a rank are one label of one."""
    keys = labels_in_lines(text)
    beside = table.grid.get((cell.row, cell.col + cell.col_span)) if keys else None
    people = len(officers(lines_of(beside.blocks))) if beside else 0
    return keys if people > 1 or (people and RANKS.isdisjoint(keys)) else []


def _parts_of(table: Table, cell: Cell, text: str, held: Labels) -> Parts:
    """Labels and values without a colon in a cell that is no value, or in one that names an officer beside another value."""
    parts = bare_parts(printed(text))
    owner = label_left_of(table, cell, held) if parts else None
    if owner is None:
        return parts
    if not _OF_OFFICERS.isdisjoint(held[id(owner)][-1][0].split("·")):
        return []
    return parts if all(label in _OF_OFFICERS for label, _ in parts) else []


def _announces(table: Table, post: Cell, held: Labels) -> bool:
    """Whether a post is the label of its holder, and not the rank of one who stands before it, or a value of another label.

    It is one where no label stands before it. Behind one of a unit, a time, pages or another post it is one where a name follows: in
    the cell to its right, or below it in a table whose first row is labels alone.
    """
    if _is_office(table, post, held):
        return False
    if _heads_columns(table, post.row, held):
        below = post.row + post.row_span
        if any(_names_holder(table, below, col, held) for col in range(table.cols)):
            return True
    owner = label_left_of(table, post, held)
    label = held[id(owner)][-1][0] if owner else ""
    before = table.grid.get((post.row, post.col - 1))
    if before and before is not owner and label not in POSTS and is_name(before.text):
        return False
    right = table.grid.get((post.row, post.col + post.col_span))
    if owner is None and (right is None or key_of(right) not in POSTS):
        return True
    if not PERSON_LABELS.isdisjoint(label.split("·")) and not (before and is_reachable(before.text)):
        return False
    return _names_holder(table, post.row, post.col + post.col_span, held)


def _is_office(table: Table, post: Cell, held: Labels) -> bool:
    """Whether the name of a post is that of an office: beside or below a label that asks for one ('담당부서 | 공보담당관')."""
    if not post.text.rstrip().endswith(_OFFICE):
        return False
    places = ((post.row, post.col - 1), (post.row - 1, post.col))
    labels = (held[id(cell)][-1][0] for place in places if (cell := table.grid.get(place)) and id(cell) in held)
    return any(label.endswith("부서") for label in labels)


def _names_holder(table: Table, row: int, col: int, held: Labels) -> bool:
    """Whether a cell begins with the name of an officer."""
    cell = table.grid.get((row, col))
    if cell is None or not cell.blocks or id(cell) in held:
        return False
    first = next(iter(officers(lines_of(cell.blocks))), None)
    return first is not None and first.unit is None and not ends_like_unit(first.name or "")


def _heads_columns(table: Table, row: int, held: Labels) -> bool:
    """Whether a row holds nothing but labels and posts."""
    if table.cols > _MOST_COLUMNS:
        return False
    cells = [cell for col in range(table.cols) if (cell := table.grid.get((row, col))) and cell.blocks]
    return all(id(cell) in held or key_of(cell) in POSTS for cell in cells)
