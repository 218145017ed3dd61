"""Contact tables: which unit issued the release, and whom to ask.

The standard form has the columns label, unit, role, rank, name, telephone; two rows a unit, its upper unit beside the 책임자 and its
lower unit beside the 담당자. Both cells are one path, so a group begins at each 책임자 and not at each label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from hwpextract.characters import fold, squeeze
from hwpextract.document import Cell, Locator, Table, build
from hwpextract.patterns import pattern
from hwpextract.press.agencies import named
from hwpextract.press.labels import (
    CONTACT_LABELS,
    GROUP_MARKS,
    LEADER_LABELS,
    LEAF_UNIT_ENDINGS,
    OFFICER_LABELS,
    PERSON_LABELS,
    UNIT_LABELS,
    UPPER_UNIT_ENDINGS,
)
from hwpextract.press.model import Contact, Department
from hwpextract.press.people import (
    Person,
    email_of,
    entries,
    is_position,
    is_reach_cell,
    is_reachable,
    name_of,
    officers,
    phones_of,
    position_of,
)
from hwpextract.press.tables import Field, fields_of, key_of, lines_of

_MOST_COLUMNS = 12
_BRACKETED = pattern(r"[<〈(\[]([^<>〈〉()\[\]]+)[>〉)\]]")


@dataclass(slots=True)
class Group:
    """One unit of a contact table and its people."""

    department: Department | None
    contacts: list[Contact]
    locator: Locator
    raw: str


@dataclass(slots=True)
class _Stretch:
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
    no such cell at all.
    """
    if not 3 <= table.cols <= _MOST_COLUMNS:
        return False
    roles = [cell for cell in table.cells if key_of(cell) in PERSON_LABELS]
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
    """Read a contact table of the standard form."""
    roles = [cell for cell in table.cells if key_of(cell) in PERSON_LABELS]
    role_col = min(cell.col for cell in roles)
    stretches = list(_stretches(table, roles, role_col))
    _name_agencies(stretches)
    groups: list[Group] = []
    for stretch in stretches:
        groups += _groups(table, stretch, role_col, groups[-1].department if groups else None)
    return groups


def _stretches(table: Table, roles: Sequence[Cell], role_col: int) -> Iterator[_Stretch]:
    starts = sorted({cell.row for cell in roles if cell.col == role_col and key_of(cell) in LEADER_LABELS})
    if not starts or any(cell.row < starts[0] for cell in roles):
        starts.insert(0, 0)
    left = [cell for cell in table.cells if cell.col < role_col]
    labelled = any(cell.col or key_of(cell) in UNIT_LABELS for cell in left)
    labels = [cell for cell in left if labelled and cell.col == 0]
    units = [cell for cell in left if not labelled or cell.col]
    for first, after in zip(starts, [*starts[1:], table.rows], strict=True):
        text = "\n".join(_lines(_covering(labels, first, after)))
        lines = [line for line in _BRACKETED.sub("", text).split("\n") if line.strip()]
        marks = [squeeze(word) for word in _BRACKETED.findall(text)]
        yield _Stretch(first, after - 1, _covering(units, first, after), lines, marks)


def _covering(cells: Sequence[Cell], first: int, after: int) -> list[Cell]:
    return [cell for cell in cells if cell.row < after and cell.row + cell.row_span > first]


def _name_agencies(stretches: Sequence[_Stretch]) -> None:
    """Agencies named in the label column, also where the name is cut over two groups ('한국' / '고용정보원')."""
    for stretch in stretches:
        stretch.agency = next((name for word in stretch.lines + stretch.marks if (name := named(word))), None)
    for upper, lower in pairwise(stretches):
        if upper.lines and lower.lines and (name := named(upper.lines[-1] + lower.lines[0])):
            upper.agency = lower.agency = name


def _groups(table: Table, stretch: _Stretch, role_col: int, previous: Department | None) -> Iterator[Group]:
    """The group of one stretch, cut where a second lowest unit begins among its rows."""
    cuts = [stretch.first, *_second_units(stretch), stretch.last + 1]
    part = next((mark for word in stretch.lines + stretch.marks if (mark := fold(word)) in GROUP_MARKS), None)
    topic = _topic(stretch)
    for first, after in pairwise(cuts):
        cells = [cell for cell in stretch.units if first <= cell.row < after or cell.row < first == stretch.first]
        department = department_of(_lines(cells), stretch.agency) or previous
        if department and previous and not stretch.lines and not stretch.marks:
            department = _under(previous, department)
        if department and (part or topic):
            department = department.model_copy(update={"part": part, "topic": topic})
        name = department.name if department else None
        contacts = [contact_of(person, role, name) for person, role in _people(table, range(first, after), role_col)]
        if contacts:
            yield Group(department, contacts, f"{table.locator}/r{first}", " ".join(_lines(cells)))
            previous = department


def _topic(stretch: _Stretch) -> str | None:
    """What the unit is responsible for, where the label column says so; a short name of the unit in plain print is none."""
    printed = fold("".join(_lines(stretch.units)))
    words = [line for line in stretch.lines if fold(line) not in printed] + stretch.marks
    topics = [word for word in words if fold(word) not in CONTACT_LABELS | GROUP_MARKS and not named(word)]
    return " ".join(topics) if topics and not stretch.agency else None


def _second_units(stretch: _Stretch) -> list[int]:
    """Rows at which another lowest unit begins although no 책임자 does.

    A lower unit normally stands one row below its upper unit; one that stands further down behind a unit that has none below it
    ('운영지원과' after '대구지방공정거래사무소') is a unit of its own.
    """
    filled = [(cell, lines) for cell in stretch.units if (lines := lines_of(cell.blocks))]
    return [
        cell.row
        for (_, above), (cell, _) in pairwise(filled)
        if cell.row >= stretch.first + 2 and above[-1].endswith(LEAF_UNIT_ENDINGS)
    ]


def _under(previous: Department, department: Department) -> Department:
    """A lowest unit alone, without a label of its own, stands below the upper unit printed above it."""
    alone = department.parent is None and department.agency is None
    if alone and previous.parent and department.name.endswith(LEAF_UNIT_ENDINGS):
        return department.model_copy(update={"parent": previous.parent, "agency": previous.agency})
    return department


def department_of(lines: Sequence[str], agency: str | None = None) -> Department | None:
    """The unit that printed lines name: its agency split off, the lowest unit as `name`, the one above it as `parent`."""
    path = unit_path(lines)
    if path and (lead := named(path[0])):
        agency, path = lead, path[1:]
    if not path and agency is None:
        return None
    return build(
        Department, name=path[-1] if path else agency, parent=path[-2] if len(path) > 1 else None, agency=agency
    )


def unit_path(lines: Sequence[str]) -> list[str]:
    """Units from upper to lower out of printed lines; a name broken over two lines is joined again."""
    path: list[str] = []
    for word in (word for line in lines for word in line.split()):
        if path and not _is_unit(path[-1]):
            path[-1] += word
        else:
            path.append(word)
    return path


def _is_unit(word: str) -> bool:
    return word.endswith(UPPER_UNIT_ENDINGS + LEAF_UNIT_ENDINGS) or bool(named(word))


def _people(table: Table, rows: range, role_col: int) -> Iterator[tuple[Person, str | None]]:
    grid = table.grid
    seen: tuple[int, ...] = ()
    role: str | None = None
    last: Person | None = None
    for row in rows:
        role_cell = _role_cell(table, row) or grid.get((row, role_col))
        role = _role(role_cell, role)
        start = role_cell.col + role_cell.col_span if role_cell else role_col + 1
        cells = _beside(table, row, start)
        key = tuple(map(id, cells))
        if key == seen:
            continue
        seen = key
        for person in _persons([lines for cell in cells if (lines := lines_of(cell.blocks))], last):
            yield person, role
            last = person


def _role_cell(table: Table, row: int) -> Cell | None:
    """The cell with a role word in a row; merging may have shifted it from the column of the others."""
    return next((cell for cell in _beside(table, row, 0) if key_of(cell) in PERSON_LABELS), None)


def _role(cell: Cell | None, above: str | None) -> str | None:
    """The role word beside a row; an empty cell goes on with 담당자, of whom there may be several."""
    key = key_of(cell) if cell else ""
    if key in PERSON_LABELS:
        return key
    return above if above in OFFICER_LABELS else None


def _persons(cells: list[list[str]], above: Person | None) -> Iterator[Person]:
    """People of one row from the lines of its cells: rank, name, telephone; parallel lines are several people."""
    reach_at = next((i for i in reversed(range(len(cells))) if is_reach_cell(" ".join(cells[i]))), len(cells))
    before, reach = cells[:reach_at], cells[reach_at] if reach_at < len(cells) else []
    if len(before) < 2:
        yield from officers([*before[0], *reach] if before else reach)
        return
    ranks, names = before[-2], before[-1]
    if is_position("".join(names)) and not is_position("".join(ranks)):
        ranks, names = names, ranks
    if len(names) > 1 and len(names) == len(reach):
        ranks = ranks if len(ranks) == len(names) else [" ".join(ranks)] * len(names)
        for rank, name, line in zip(ranks, names, reach, strict=True):
            yield _person(rank, name, line, above)
    else:
        yield _person(" ".join(ranks), " ".join(names), " ".join(reach), above)


def _person(rank: str, name: str, reach: str, above: Person | None) -> Person:
    like = above.phones[-1] if above and above.phones else None
    return Person(name_of(name), position_of(rank), phones_of(reach, like), email_of(reach))


def read_header_contacts(table: Table) -> list[Group]:
    """Read the contacts of a form of before 2022, whose header table has labelled cells for unit, officers and telephone.

    The unit is the one printed last before an officer, or the one that stands in the officer's own row ('예산실 예산총괄과장').
    """
    form = _HeaderForm(table)
    for entry in fields_of(table, CONTACT_LABELS):
        form.read(entry)
    return form.groups()


class _HeaderForm:
    """Units and officers of a header table, collected label by label."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._unit: list[str] = []
        self._unit_of_row: dict[int, list[str]] = {}
        self._people: list[tuple[int, list[str], str | None, Person]] = []

    def read(self, entry: Field) -> None:
        """Take in one label with its value cells."""
        if "·" in entry.label:
            for cell in entry.values:
                self._read_block(lines_of(cell.blocks), cell.row)
        elif entry.label in UNIT_LABELS:
            self._read_unit(entry)
        elif entry.label in PERSON_LABELS:
            self._read_people(entry.values, entry.label)
        else:
            self._read_phones(_lines(entry.values))

    def groups(self) -> list[Group]:
        """Officers by unit, in the order of the rows."""
        groups: list[Group] = []
        unit: list[str] | None = None
        for row, lines, role, person in sorted(self._people, key=lambda entry: entry[0]):
            if not groups or lines != unit:
                unit = lines
                groups.append(Group(department_of(lines), [], f"{self._table.locator}/r{row}", " ".join(lines)))
            department = groups[-1].department
            groups[-1].contacts.append(contact_of(person, role, department.name if department else None))
        if not groups and self._unit:
            groups.append(Group(department_of(self._unit), [], self._table.locator, " ".join(self._unit)))
        return groups

    def _read_block(self, lines: list[str], row: int) -> None:
        """One cell with the unit on its first line and the officers below."""
        self._unit = lines[:1]
        self._people += [(row, self._unit, None, person) for person in officers(lines[1:])]

    def _read_unit(self, entry: Field) -> None:
        if not entry.values:
            return
        lines = lines_of(entry.values[0].blocks)
        people = [person for line in lines for person in entries(line) if person.unit]
        if people:  # '홍보담당관 홍길동 031-000-0000' in one cell
            self._people += [(entry.cell.row, [str(person.unit)], None, person) for person in people]
        else:
            self._unit = lines
            self._read_people(entry.values[1:], None)

    def _read_people(self, cells: Sequence[Cell], label: str | None) -> None:
        for row in sorted({cell.row for cell in cells}):
            filled = [lines for cell in cells if cell.row == row and (lines := lines_of(cell.blocks))]
            people = officers(filled[0]) if len(filled) == 1 else _persons(filled, None)
            for person in people:
                if person.unit:
                    self._unit_of_row[row] = [person.unit]
                unit = self._unit_of_row.get(row, self._unit)
                self._people.append((row, unit, label, _with_post(person, label)))

    def _read_phones(self, lines: list[str]) -> None:
        """Telephone numbers in a cell of their own belong to the officers without one, in order."""
        waiting = [i for i, entry in enumerate(self._people) if not entry[3].phones]
        for i, line in zip(waiting, lines, strict=False):
            row, unit, role, person = self._people[i]
            self._people[i] = (row, unit, role, replace(person, phones=phones_of(line), email=email_of(line)))


def _with_post(person: Person, label: str | None) -> Person:
    """The label 담당과장 says what post its officer holds."""
    if person.position or label not in LEADER_LABELS or not label:
        return person
    return replace(person, position=label.removeprefix("담당"))


def contact_of(person: Person, role: str | None, department: str | None) -> Contact:
    """The contact of one officer in a role of a unit."""
    return build(
        Contact,
        department=department,
        role=role,
        position=person.position,
        name=person.name,
        phones=person.phones,
        email=person.email,
    )


def _lines(cells: Sequence[Cell]) -> list[str]:
    return [line for cell in cells for line in lines_of(cell.blocks)]
