"""Contact tables: which unit issued the release, and whom to ask.

The standard form has the columns label, unit, role, rank, name, telephone; two rows a unit, its upper unit beside the 책임자 and its
lower unit beside the 담당자. Both cells are one path, so a group begins at each 책임자 and not at each label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from hwpextract.characters import fold, squeeze
from hwpextract.document import Cell, Table
from hwpextract.node import Locator, altered, build
from hwpextract.patterns import pattern
from hwpextract.press.agencies import named
from hwpextract.press.labels import (
    CONTACT_LABELS,
    DISTRIBUTED_LABELS,
    GROUP_MARKS,
    LEADER_LABELS,
    MASTHEADS,
    OFFICER_LABELS,
    PERSON_LABELS,
    RELEASE_LABELS,
    UNIT_LABELS,
)
from hwpextract.press.model import Contact, Department
from hwpextract.press.people import Person, dealt_out, is_name, is_position, name_of, officers, position_of
from hwpextract.press.reach import is_reach_cell, is_reachable, plain, reaches
from hwpextract.press.tables import cells_with, key_of, label_key, lines_of
from hwpextract.press.units import departments_of, is_leaf, part_of

_MOST_COLUMNS = 12
_LEADING = frozenset({"총괄", "주관"})
"""Parts that one unit of a joint release has; the others go on below their mark."""
_ROLES_OF_PEOPLE = tuple(label for label in sorted(PERSON_LABELS, key=len, reverse=True) if label.endswith("자"))
_HEADER_WORDS = RELEASE_LABELS | DISTRIBUTED_LABELS | frozenset(MASTHEADS)
_COMMAS = frozenset(",/·․")
_COMMA = pattern(r"\s*[,/]\s*|(?<=[가-힣]{2})\s*[·․]\s*(?=[가-힣]{2})")
_BRACKETS = frozenset("<〈([")
_BRACKETED = pattern(r"[<〈(\[]([^<>〈〉()\[\]]+)[>〉)\]]")


class Group:
    """One unit of a contact table and its people; `inferred` when a role was taken from the row above an empty cell."""

    def __init__(self, department: Department | None, contacts: list[Contact], locator: Locator, raw: str) -> None:
        self.department = department
        self.contacts = contacts
        self.locator = locator
        self.raw = raw
        self.inferred = False


class _Stretch(NamedTuple):
    """The rows of a contact table that belong to one 책임자, with the cells left of the roles."""

    first: int
    last: int
    units: list[Cell]
    lines: list[str]
    """Lines of the label column without brackets: '담당부서', an agency, a short name of the unit."""
    marks: list[str]
    """Words in brackets there, which may run over lines: '총괄', a topic."""
    agency: str | None = None


def is_contact_table(table: Table) -> bool:
    """Whether a table lists whom to ask: beside a cell that is exactly 책임자 or 담당자 stand a name and, in its own cell, a number.

    Where one column holds 책임자 and 담당자 alone, rank, name and number may share a cell. Forms of before 2022, which have name and
    number in one cell too, have no such column; tables with a column headed 담당자현황, and lists of offices for applicants, have
    no such cell at all. A table with banner or times in it is the header of a release.
    """
    if not 3 <= table.cols <= _MOST_COLUMNS:
        return False
    roles = cells_with(PERSON_LABELS, table)
    if not roles or cells_with(_HEADER_WORDS, table):
        return False
    if any(_lists_people(table, cell) for cell in roles):
        return True
    one_column = len({cell.col for cell in roles}) == 1
    return one_column and any(key_of(cell) == "책임자" for cell in roles) and any(map(_is_reached, table.cells))


def _is_reached(cell: Cell) -> bool:
    return is_reachable(cell.text)


def _lists_people(table: Table, role: Cell) -> bool:
    cells = _beside(table, role.row, role.col + role.col_span)
    cells = list(takewhile(lambda cell: key_of(cell) not in CONTACT_LABELS, cells))
    return len(cells) > 1 and any(is_reachable(cell.text) for cell in cells[1:])


def _beside(table: Table, row: int, col: int) -> list[Cell]:
    """Cells with text in a row from a column on, each once."""
    grid = table.grid
    cells = (cell for at in range(col, table.cols) if (cell := grid.get((row, at))) and cell.blocks)
    return list({id(cell): cell for cell in cells}.values())


def read_contact_table(table: Table) -> list[Group]:
    """Read a contact table of the standard form, or several that stand beside each other as one."""
    return [group for part in _side_by_side(table) for group in _read(part)]


def _side_by_side(table: Table) -> list[Table]:
    """Parts of a table in which units stand beside each other, each with columns and officers of its own; mostly the whole."""
    leaders = cells_with(LEADER_LABELS, table)
    starts = {_unit_start(table, cell) for cell in leaders if any(_is_left(other, cell) for other in leaders)}
    cuts = [0, *sorted(starts - {0}), table.cols]
    if len(cuts) == 2:
        return [table]
    parts = [_columns(table, first, after) for first, after in pairwise(cuts)]
    return parts if all(cells_with(PERSON_LABELS, part) for part in parts) else [table]


def _is_left(cell: Cell, of: Cell) -> bool:
    return cell.row == of.row and cell.col < of.col


def _unit_start(table: Table, leader: Cell) -> int:
    """Column of the first cell between an officer's number and another 책임자 in his row; 0 where there is none."""
    before = takewhile(lambda cell: not is_reach_cell(cell.text), reversed(_until(table, leader)))
    return min((cell.col for cell in before), default=0)


def _until(table: Table, cell: Cell) -> list[Cell]:
    """Cells with text in the row of a cell, left of it."""
    return [other for other in _beside(table, cell.row, 0) if other.col < cell.col]


def _columns(table: Table, first: int, after: int) -> Table:
    cells = tuple(altered(cell, col=cell.col - first) for cell in table.cells if first <= cell.col < after)
    return build(Table, locator=table.locator, rows=table.rows, cols=after - first, cells=cells)


def _read(table: Table) -> list[Group]:
    roles = cells_with(PERSON_LABELS, table)
    role_col = min(cell.col for cell in roles)
    stretches = _with_agencies(list(_stretches(table, roles, role_col)))
    groups: list[Group] = []
    for stretch in stretches:
        groups += _groups(table, stretch, role_col, groups[-1].department if groups else None)
    return groups


def _stretches(table: Table, roles: Sequence[Cell], role_col: int) -> Iterator[_Stretch]:
    starts = sorted({cell.row for cell in roles if cell.col == role_col and key_of(cell) in LEADER_LABELS})
    if not starts or any(cell.row < starts[0] for cell in roles):
        starts.insert(0, 0)
    left = [cell for cell in table.cells if cell.col < role_col and cell.col_span < table.cols]
    filled = [cell.col for cell in left if cell.blocks] or [0]
    first_col, last_col = min(filled), max(filled)
    labelled = first_col < last_col or any(key_of(cell) in UNIT_LABELS for cell in left)
    labels = [cell for cell in left if labelled and cell.col == first_col and (first_col < last_col or _is_label(cell))]
    units = [cell for cell in left if not any(cell is label for label in labels)]
    for first, after in zip(starts, [*starts[1:], table.rows], strict=True):
        texts = ["\n".join(lines_of(cell.blocks)) for cell in _covering(labels, first, after)]
        lines = [line for text in texts for line in _label_lines(_without_brackets(text))]
        marks = [squeeze(word) for word in _bracketed("\n".join(texts))]
        yield _Stretch(first, after - 1, _covering(units, first, after), lines, marks)


def _bracketed(text: str) -> list[str]:
    return [] if _BRACKETS.isdisjoint(text) else _BRACKETED.findall(text)


def _without_brackets(text: str) -> str:
    return text if _BRACKETS.isdisjoint(text) else _BRACKETED.sub("", text)


def _label_lines(text: str) -> list[str]:
    """Lines of a cell of the label column; a label broken over lines is one."""
    return [text] if fold(text) in UNIT_LABELS else [line for line in text.split("\n") if line.strip()]


def _is_label(cell: Cell) -> bool:
    """Whether a cell of the only column before the roles is a label or a mark in brackets, and no unit."""
    return key_of(cell) in UNIT_LABELS or not _without_brackets(cell.text).strip()


def _covering(cells: Sequence[Cell], first: int, after: int) -> list[Cell]:
    return [cell for cell in cells if cell.row < after and cell.row + cell.row_span > first]


def _with_agencies(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """Stretches with agencies named in the label column, also where a name is cut over two of them ('한국' / '고용정보원')."""
    names = [next((name for word in each.lines + each.marks if (name := named(word))), None) for each in stretches]
    for index, (upper, lower) in enumerate(pairwise(stretches)):
        if upper.lines and lower.lines and (name := named(upper.lines[-1] + lower.lines[0])):
            names[index] = names[index + 1] = name
    return [stretch._replace(agency=name) for stretch, name in zip(stretches, names, strict=True)]


def _groups(table: Table, stretch: _Stretch, role_col: int, previous: Department | None) -> Iterator[Group]:
    """The groups of one stretch, cut where a second lowest unit begins among its rows."""
    cuts = [stretch.first, *_second_units(stretch), stretch.last + 1]
    part = next((mark for word in stretch.lines + stretch.marks if (mark := part_of(word))), None)
    topic = _topic(stretch)
    blank = not stretch.lines and not stretch.marks
    for first, after in pairwise(cuts):
        cells = [cell for cell in stretch.units if first <= cell.row < after or cell.row < first == stretch.first]
        people = [(role, person) for person, role in _people(table, range(first, after), role_col)]
        beside = list(dict.fromkeys(person.unit for _, person in people if person.unit))
        departments = departments_of(_lines(cells) or beside, stretch.agency) or ([previous] if previous else [])
        if previous and blank:
            departments = [_under(previous, department) for department in departments]
            topic = previous.topic
            part = previous.part if previous.part not in _LEADING else None
        if part or topic:
            departments = [altered(d, part=part, topic=topic) for d in departments]
        if people:
            inferred = any(_lacks_role(table, row, role_col) for row in range(first, after))
            for group in groups_of(departments, people, f"{table.locator}/r{first}", " ".join(_lines(cells))):
                group.inferred = inferred
                yield group
            previous = departments[-1] if departments else previous


def groups_of(
    departments: Sequence[Department], people: Sequence[tuple[str | None, Person]], locator: Locator, raw: str
) -> list[Group]:
    """People, each with his role, in the groups of their units, in the order printed.

    Several units share the people out: of as many with one role as there are units each unit has one, else the first has them all.
    """
    if len(departments) < 2:
        return [_group(departments[0] if departments else None, people, locator, raw)]
    counts = Counter(role for role, _ in people)
    seen: Counter[str | None] = Counter()
    groups: list[Group] = []
    for role, person in people:
        unit = departments[seen[role] if counts[role] == len(departments) else 0]
        seen[role] += 1
        if groups and groups[-1].department is unit:
            groups[-1].contacts.append(contact_of(person, role, unit.name))
        else:
            groups.append(_group(unit, [(role, person)], locator, raw))
    named_already = [group.department for group in groups]
    groups += [_group(unit, [], locator, raw) for unit in departments if unit not in named_already]
    return groups


def _group(
    department: Department | None, people: Sequence[tuple[str | None, Person]], locator: Locator, raw: str
) -> Group:
    name = department.name if department else None
    return Group(department, [contact_of(person, role, name) for role, person in people], locator, raw)


def _topic(stretch: _Stretch) -> str | None:
    """What the unit is responsible for, where the label column says so; a short name of the unit in plain print is none."""
    printed = fold("".join(_lines(stretch.units)))
    words = [line for line in stretch.lines if fold(line) not in printed] + stretch.marks
    topics = [word for word in words if label_key(word) not in CONTACT_LABELS | GROUP_MARKS and not named(word)]
    return " ".join(topics) if topics and not stretch.agency else None


def _second_units(stretch: _Stretch) -> list[int]:
    """Rows at which another lowest unit begins although no 책임자 does.

    A lower unit normally stands one row below its upper unit; one that stands further down behind a unit that has none below it
    ('운영지원과' after '가나지방사무소') is a unit of its own.
    """
    filled = [(cell, lines) for cell in stretch.units if (lines := lines_of(cell.blocks))]
    return [
        cell.row for (_, above), (cell, _) in pairwise(filled) if cell.row >= stretch.first + 2 and is_leaf(above[-1])
    ]


def _under(previous: Department, department: Department) -> Department:
    """A lowest unit alone, without a label of its own, stands below the upper unit printed above it."""
    alone = department.parent is None and department.agency is None
    if alone and previous.parent and is_leaf(department.name):
        return altered(department, parent=previous.parent, agency=previous.agency)
    return department


def _people(table: Table, rows: range, role_col: int) -> Iterator[tuple[Person, str | None]]:
    seen: tuple[int, ...] = ()
    role: str | None = None
    last: Person | None = None
    for row in rows:
        for role_cell, cells in _by_role(table, row, role_col):
            role = _role(role_cell, role)
            key = tuple(map(id, cells))
            if key == seen:
                continue
            seen = key
            for person in persons_of_cells([lines for cell in cells if (lines := lines_of(cell.blocks))], last):
                yield person, role
                last = person


def _by_role(table: Table, row: int, role_col: int) -> Iterator[tuple[Cell | None, list[Cell]]]:
    """The cells of a row behind each role cell in it; merging may have shifted one from the column of the others."""
    cells = _beside(table, row, 0)
    roles = [cell for cell in cells if key_of(cell) in PERSON_LABELS]
    roles = [cell for cell in roles if cell is roles[0] or not is_position(cell.text)]  # 담당관 is a rank behind 책임자
    if not roles:
        empty = table.grid.get((row, role_col))
        start = empty.col + empty.col_span if empty else role_col + 1
        yield empty, _beside(table, row, start)
    ends = [*(role.col for role in roles[1:]), table.cols]
    for role, end in zip(roles, ends, strict=False):
        yield role, [cell for cell in cells if role.col < cell.col < end]


def _lacks_role(table: Table, row: int, role_col: int) -> bool:
    """Whether a row has an officer but no word, or cell that spans it, for his role."""
    role = table.grid.get((row, role_col))
    beside = [cell for cell in _beside(table, row, role_col + 1) if cell.row == row]
    return bool(beside) and not (role and role.blocks)


def _role(cell: Cell | None, above: str | None) -> str | None:
    """The role word beside a row; an empty cell goes on with 담당자, of whom there may be several."""
    key = key_of(cell) if cell else ""
    if key in PERSON_LABELS or key == "담당":
        return key
    return above if above in OFFICER_LABELS or above == "담당" else None


def persons_of_cells(cells: Sequence[list[str]], above: Person | None) -> list[Person]:
    """People of one row from the lines of its cells: rank, name, telephone; parallel lines are several people."""
    like = above.phones[-1] if above and above.phones else None
    at = next((i for i, lines in enumerate(cells) if is_reach_cell(" ".join(lines))), len(cells))
    before, behind = cells[:at], [line for lines in cells[at:] for line in lines]
    if len(before) < 2:
        people = officers([line for lines in cells for line in lines], like)
        if not before or any(person.position for person in people):
            return people
    people = [Person(name_of(name), position_of(rank)) for name, rank in _names_and_ranks(before)]
    units = [" ".join(lines) for lines in before[:-2] if is_leaf(lines[-1])]
    people = [person._replace(unit=units[0]) for person in people] if units else people
    if len(people) == 1:
        behind = [" ".join(behind)]
    found = [list(reaches(plain(line))) for line in behind]
    if len(found) == len(people):
        return [dealt_out([person], line, like)[0] for person, line in zip(people, found, strict=True)]
    return dealt_out(people, [reach for line in found for reach in line], like)


def _names_and_ranks(cells: Sequence[list[str]]) -> list[tuple[str, str]]:
    """Names and ranks out of the last two cells before a number, whichever stands first; one alone may be either."""
    names, ranks = cells[-1], cells[-2] if len(cells) > 1 else []
    if is_position("".join(names)) and not is_position("".join(ranks)):
        names, ranks = ranks, names
    names = _several(names, len(ranks))
    ranks = _several(ranks, len(names))
    if len(ranks) != len(names):
        ranks = [" ".join(ranks)] * len(names)
    return list(zip(names, ranks, strict=True)) if names else [("", " ".join(ranks))]


def _several(lines: list[str], beside: int) -> list[str]:
    """The entries of a cell, one a line or behind commas; lines that are no entries of their own are one broken over them."""
    parts = [part.strip() for line in lines for part in ([line] if _COMMAS.isdisjoint(line) else _COMMA.split(line))]
    if len(parts) > 1 and (all(map(is_name, parts)) or all(map(is_position, parts)) or len(parts) == beside):
        return parts
    return [" ".join(lines)] if lines else []


def contact_of(person: Person, role: str | None, department: str | None) -> Contact:
    """The contact of one officer in a role of a unit; a role printed in the cell of his rank ('책임자 과장') is told from it."""
    position = person.position
    printed = next((label for label in _ROLES_OF_PEOPLE if position and position.startswith(label)), "")
    if role is None and position and is_position(position.removeprefix(printed)):
        role, position = printed or None, position.removeprefix(printed)
    return build(
        Contact,
        department=department,
        role=role,
        position=position,
        name=person.name,
        phones=person.phones,
        email=person.email,
    )


def _lines(cells: Sequence[Cell]) -> list[str]:
    return [line for cell in cells for line in lines_of(cell.blocks)]
