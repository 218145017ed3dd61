"""The standard form of contact tables, read: which unit issued the release, and whom to ask.

It has the columns label, unit, role, rank, name, telephone; two rows a unit, its upper unit beside the 책임자 and its
lower unit beside the 담당자. Both cells are one path, so a group begins at each 책임자 and not at each label.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from hwpextract.characters import fold, squeeze
from hwpextract.node import altered
from hwpextract.patterns import pattern
from hwpextract.press.contacts.bare_labels import without_unit_label
from hwpextract.press.contacts.groups import Group, groups_of, with_post
from hwpextract.press.contacts.people import Person
from hwpextract.press.contacts.person_cells import persons_of_cells, with_names_apart
from hwpextract.press.labelled_text import key_in, label_key
from hwpextract.press.labels import (
    CONTACT_LABELS,
    GROUP_MARKS,
    LEADER_LABELS,
    OFFICER_LABELS,
    SHORT_LEADER,
    SHORT_OFFICER,
    UNIT_LABELS,
)
from hwpextract.press.model import Department
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.names import LABELS_ALONE, RANKS
from hwpextract.press.phrases.reach import is_reach_cell
from hwpextract.press.phrases.units import cell_lines, departments_of, is_leaf, part_of
from hwpextract.press.tables import Form, Slot

_LEADING = frozenset({"총괄", "주관"})
"""Parts that one unit of a joint release has; the others go on below their mark."""
_LEADERS = LEADER_LABELS | {SHORT_LEADER}
_OFFICERS = OFFICER_LABELS | {SHORT_OFFICER}
_LABELS = CONTACT_LABELS | GROUP_MARKS
_PLAIN_LABELS = frozenset(label for label in UNIT_LABELS if part_of(label) is None)
"""Labels of units that say nothing else."""
_BRACKETS = frozenset("<〈([")
_BRACKETED = pattern(r"[<(\[]([^<>()\[\]]+)[>)\]]")


class _Stretch(NamedTuple):
    """The rows of a contact table that belong to one 책임자, with the cells left of the roles."""

    first: int
    after: int
    units: list[Slot]
    is_labelled: bool
    """Whether anything stands in the label column, if only '담당부서'."""
    lines: list[str]
    """Other lines there, without brackets: '협조부서', an agency, a short name of the unit."""
    marks: list[str]
    """Words in brackets there, which may run over lines: '총괄', a topic."""
    agency: str | None = None


def read_standard_form(form: Form) -> list[Group]:
    """Read a contact table of the standard form, or several that stand beside each other as one."""
    return [group for part in _side_by_side(form) for group in _read(part)]


def _side_by_side(form: Form) -> list[Form]:
    """Parts of a table in which units stand beside each other, each with columns and officers of its own; mostly the whole."""
    leaders = [slot for slot in form.labelled if slot.label in _LEADERS]
    second = [right for left, right in pairwise(leaders) if left.row == right.row]
    if not second:
        return [form]
    cuts = [0, *sorted({_unit_start(form, leader) for leader in second} - {0}), form.width]
    parts = [form.columns(left, right) for left, right in pairwise(cuts)]
    return parts if all(part.labelled for part in parts) else [form]


def _unit_start(form: Form, leader: Slot) -> int:
    """Column of the first cell between an officer's number and another 책임자 in his row; 0 where there is none."""
    left = [slot for slot in form.row(leader.row) if slot.col < leader.col]
    before = takewhile(lambda slot: not is_reach_cell(slot.text), reversed(left))
    return min((slot.col for slot in before), default=0)


def _read(form: Form) -> list[Group]:
    role_col = min([slot.col for slot in form.labelled])
    groups: list[Group] = []
    for stretch in _with_agencies(_stretches(form, role_col)):
        groups += _groups(form, stretch, role_col, groups[-1].department if groups else None)
    return groups


def _stretches(form: Form, role_col: int) -> list[_Stretch]:
    roles = form.labelled
    starts = sorted({slot.row for slot in roles if slot.col == role_col and slot.label in _LEADERS})
    if not starts or any(slot.row < starts[0] for slot in roles):
        starts.insert(0, 0)
    left = [slot for slot in form.slots if slot.col < role_col and slot.right - slot.col < form.width]
    labels = _label_column(left)
    starts = sorted({*starts, *_later_units(left, labels, roles, starts)})
    found = []
    for first, after, slots in zip(starts, [*starts[1:], form.height], _covering(left, starts), strict=True):
        texts = [text for slot in slots if slot in labels and (text := "\n".join(slot.lines))]
        units = [slot for slot in slots if slot not in labels]
        found.append(_Stretch(first, after, units, bool(texts), *_lines_and_marks(texts)))
    return found


def _later_units(
    left: Sequence[Slot], labels: set[Slot], roles: Sequence[Slot], starts: Sequence[int]
) -> Iterator[int]:
    """Rows in which a unit with a label of its own begins beside a 담당자 who has no 책임자 above him ('홍보 | 홍보실 | 담당자')."""
    begun = {slot.row for slot in labels if slot.lines}.difference(starts)
    begun &= {slot.row for slot in left if slot not in labels and slot.lines} if begun else begun
    officers = sorted(slot.row for slot in roles if slot.label in _OFFICERS) if begun else ()
    for above, row in pairwise(officers):
        if row in begun and bisect(starts, above) == bisect(starts, row):
            yield row


def _lines_and_marks(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """What cells of the label column say besides '담당부서': in plain print, and in brackets."""
    told = [text for text in texts if fold(text) not in _PLAIN_LABELS]
    if not told:
        return [], []
    lines = [line for text in told for line in _label_lines(_without_brackets(text))]
    return lines, [squeeze(word) for word in _bracketed("\n".join(told))]


def _label_column(left: Sequence[Slot]) -> set[Slot]:
    """Which cells left of the roles are labels and no units: the first of several columns, and what stands for one in the only one."""
    first_col = min([slot.col for slot in left], default=0)
    if any(slot.col > first_col for slot in left):
        return {slot for slot in left if slot.col == first_col}
    for slot in left:
        slot.lines = without_unit_label(slot.lines)
    return {slot for slot in left if _is_label(slot)} if any(map(_is_unit_label, left)) else set()


def _covering(slots: Sequence[Slot], starts: Sequence[int]) -> list[list[Slot]]:
    """Cells by the stretches of rows that they reach into, of which each goes on up to the next."""
    stretches: list[list[Slot]] = [[] for _ in starts]
    for slot in slots:
        at = max(bisect(starts, slot.row) - 1, 0)
        while at < len(starts) and starts[at] < slot.below:
            stretches[at].append(slot)
            at += 1
    return stretches


def _bracketed(text: str) -> list[str]:
    return [] if _BRACKETS.isdisjoint(text) else _BRACKETED.findall(_plain(text))


def _without_brackets(text: str) -> str:
    return text if _BRACKETS.isdisjoint(text) else _BRACKETED.sub("", _plain(text))


def _plain(text: str) -> str:
    return text.replace("〈", "<").replace("〉", ">")


def _label_lines(text: str) -> list[str]:
    """Lines of a cell of the label column; a label broken over lines is one."""
    return [text] if fold(text) in UNIT_LABELS else [line for line in text.split("\n") if line.strip()]


def _is_label(slot: Slot) -> bool:
    """Whether a cell of the only column before the roles is a label or a mark in brackets, and no unit."""
    return _is_unit_label(slot) or not _without_brackets("".join(slot.lines))


def _is_unit_label(slot: Slot) -> bool:
    return label_key("".join(slot.lines)) in UNIT_LABELS


def _with_agencies(stretches: Sequence[_Stretch]) -> Sequence[_Stretch]:
    """Stretches with agencies named in the label column, also where a name is cut over two of them ('한국' / '고용정보원')."""
    if not any(each.lines or each.marks for each in stretches):
        return stretches
    names = [next((name for word in each.lines + each.marks if (name := named(word))), None) for each in stretches]
    for index, (upper, lower) in enumerate(pairwise(stretches)):
        if upper.lines and lower.lines and (name := named(upper.lines[-1] + lower.lines[0])):
            names[index] = names[index + 1] = name
    return [stretch._replace(agency=name) for stretch, name in zip(stretches, names, strict=True)]


def _groups(form: Form, stretch: _Stretch, role_col: int, previous: Department | None) -> list[Group]:
    """The groups of one stretch, cut where a second lowest unit begins among its rows."""
    part = next((mark for word in stretch.lines + stretch.marks if (mark := part_of(word))), None)
    topic = _topic(stretch)
    groups: list[Group] = []
    for first, after, slots in _by_unit(stretch):
        people, inferred = _people(form, range(first, after), role_col)
        if not people:
            continue
        lines = _lines(slots)
        beside = list(dict.fromkeys([person.unit for _, person in people if person.unit]))
        named_units = cell_lines(slot.lines for slot in slots) or beside
        departments = departments_of(named_units, stretch.agency) or ([previous] if previous else [])
        if previous and not stretch.is_labelled:
            departments = [_under(previous, department) for department in departments]
            topic = previous.topic
            part = previous.part if previous.part not in _LEADING else None
        if part or topic:
            departments = [altered(d, part=part or d.part, topic=topic) for d in departments]
        groups += groups_of(departments, people, f"{form.locator}/r{first}", " ".join(lines), inferred)
        previous = departments[-1] if departments else previous
    return groups


def _topic(stretch: _Stretch) -> str | None:
    """What the unit is responsible for, where the label column says so; a short name of the unit in plain print is none."""
    if stretch.agency:
        return None
    topics = [mark for mark in stretch.marks if _may_be_topic(mark)]
    if lines := [line for line in stretch.lines if _may_be_topic(line)]:
        printed = fold("".join(_lines(stretch.units)))
        topics = [line for line in lines if fold(line) not in printed] + topics
    return " ".join(topics) or None


def _may_be_topic(word: str) -> bool:
    return label_key(word) not in _LABELS and not named(word)


def _by_unit(stretch: _Stretch) -> Iterator[tuple[int, int, list[Slot]]]:
    """The rows of a stretch and the cells of its units, cut where another lowest unit begins although no 책임자 does.

    A lower unit normally stands one row below its upper unit; one that stands further down behind a unit that has none below it
    ('운영지원과' after '가나지방사무소') is a unit of its own.
    """
    filled = [slot for slot in stretch.units if slot.lines]
    second = {low.row for up, low in pairwise(filled) if low.row >= stretch.first + 2 and is_leaf(up.lines[-1])}
    starts = [stretch.first, *sorted(second)]
    slots: list[list[Slot]] = [[] for _ in starts]
    for slot in filled:
        slots[max(bisect(starts, slot.row) - 1, 0)].append(slot)
    return zip(starts, [*starts[1:], stretch.after], slots, strict=True)


def _under(previous: Department, department: Department) -> Department:
    """A lowest unit alone, without a label of its own, stands below the upper unit printed above it."""
    alone = department.parent is None and department.agency is None
    if alone and previous.parent and is_leaf(department.name):
        return altered(department, parent=previous.parent, agency=previous.agency)
    return department


def _people(form: Form, rows: range, role_col: int) -> tuple[list[tuple[str | None, Person]], bool]:
    """Officers of some rows with their roles, and whether one has no word, or cell that spans his row, for his."""
    people: list[tuple[str | None, Person]] = []
    seen: Sequence[Slot] = ()
    role: str | None = None
    inferred = False
    for row in rows:
        for label, beside in _by_role(form.row(row), role_col):
            role = _role(label, role)
            if beside != seen:
                seen = beside
                above = people[-1][1] if people else None
                found = persons_of_cells(with_names_apart([slot.lines for slot in beside if slot.lines]), above)
                found = [person for person in found if person.position not in LABELS_ALONE]
                post = (label.label or key_in(label.text)) if label else None
                people += [(role, with_post(person, post)) for person in found]
            inferred = inferred or (label is None and any(slot.row == row for slot in beside))
    return people, inferred


def _by_role(row: Sequence[Slot], role_col: int) -> list[tuple[Slot | None, Sequence[Slot]]]:
    """The cells of a row behind each role in it; merging may have shifted one from the column of the others."""
    places = [place for place, slot in enumerate(row) if slot.label]
    if not places:
        label = next((slot for slot in row if slot.col <= role_col < slot.right), None)
        return [(label, [slot for slot in row if slot.col > role_col])]
    if len(places) > 1:  # 담당관 is a rank behind 책임자
        places = [place for place in places if place == places[0] or row[place].label not in RANKS]
    return [(row[place], row[place + 1 : end]) for place, end in pairwise([*places, len(row)])]


def _role(label: Slot | None, above: str | None) -> str | None:
    """The role word beside a row; an empty cell goes on with 담당자, of whom there may be several."""
    if label and (label.label or key_in(label.text) == SHORT_OFFICER):
        return label.label or SHORT_OFFICER
    return above if above in _OFFICERS else None


def _lines(slots: Sequence[Slot]) -> list[str]:
    return [line for slot in slots for line in slot.lines]
