"""Tables whose columns have heads, an officer in each row: '부서 | 성명 | 연락처'; the heads may stand in the first column too.

Nobody needs a post there, so only the head of his column tells a name from other words. Lists of who attends, wins or speaks look
alike: a table in which anything but units, names and numbers stands below their heads is none of officers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from hwpextract.characters import fold
from hwpextract.document import Cell, Table
from hwpextract.document import cell as new_cell
from hwpextract.node import Locator, altered, build
from hwpextract.patterns import pattern
from hwpextract.press.contacts.asking import asks_for_officers
from hwpextract.press.contacts.entry_words import ends_like_unit, is_full_name
from hwpextract.press.contacts.groups import VACANT, Group, groups_of, with_post
from hwpextract.press.contacts.people import Person, dealt_out, is_of_people, officers
from hwpextract.press.contacts.unit_columns import UNIT_HEADS, is_unit_cell
from hwpextract.press.labels import NAME_HEADS, PERSON_LABELS, REACH_HEADS, UNIT_ENDINGS
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.names import position_of
from hwpextract.press.phrases.reach import Reach, is_reach_cell, is_reachable, plain, reaches, without_reach
from hwpextract.press.phrases.units import CELL_END, departments_of, is_leaf, part_of
from hwpextract.press.tables import key_of, lines_of

_UNIT, _MARK, _RANK, _NAME, _REACH, _OTHER = range(6)
_KINDS = {
    **dict.fromkeys(UNIT_HEADS, _UNIT),
    "구분": _MARK,
    **dict.fromkeys("직 직위 직급 직책 직위명 직급명".split(), _RANK),
    **dict.fromkeys(NAME_HEADS, _NAME),
    **dict.fromkeys(REACH_HEADS, _REACH),
    **dict.fromkeys("업무 담당업무 업무내용 연번 번호 순번 비고 팩스 팩스번호 FAX Fax".split(), _OTHER),
}
"""What stands below a head."""
_UNIT_OR_NAME = "담당"
_OF_ANYBODY = frozenset("소속 소속기관 기관 기관명".split())
"""Heads of units that lists of other people have too."""
_MOST_COLUMNS = 12
_MOST_CELLS = 400
_MOST_OFFICERS = 20
"""Of a table of contacts; a longer one lists somebody else."""
_LONGEST_RANK = 12
_HEADS_WITHIN = 2
_OF_NO_OFFICERS = tuple("학교 협회 연합회 재단 은행".split())
"""Ends of units whose people no release of the state names as whom to ask."""
_BETWEEN_HEADS = pattern(r"[·/,]")
_BETWEEN_NAMES = pattern(r"\s*[,/·․]\s*|\s{2,}")
_NOTHING = frozenset("-–―")

Lines: TypeAlias = Sequence[str]


class OfficerTable(NamedTuple):
    """The officers of a table by unit; `is_sure` where nothing in it speaks for a list of other people."""

    groups: list[Group]
    is_sure: bool


class _Heads(NamedTuple):
    """The columns of each kind, the first row below the heads, the head of the names and those of the units."""

    columns: dict[int, list[int]]
    below: int
    name: str
    units: frozenset[str]


_NO_HEADS = _Heads({_UNIT: [0], _NAME: [1], _REACH: [2]}, 0, "", frozenset())


class _Row(NamedTuple):
    """A row below the heads: where it is printed, the unit in it, the word in its column of marks, its people."""

    locator: Locator
    unit: Lines
    mark: str
    people: Sequence[Person]


def officer_table(table: Table) -> OfficerTable | None:
    """Read a table of officers; None for any other."""
    if table.cols < 2 or len(table.cells) > _MOST_CELLS or not any(map(is_reachable, table.texts)):
        return None
    if (found := _read(table, attrgetter("row"))) or not _may_head_rows(table):
        return found
    return _read(_turned(table), attrgetter("col"))


def _may_head_rows(table: Table) -> bool:
    """Whether the head of names stands in the first column, or in the one behind a cell that says whom to ask."""
    return any(held.col < _HEADS_WITHIN and _kind_of(key_of(held)) == _NAME for held in table.cells)


def _turned(table: Table) -> Table:
    """A table with its columns as rows."""
    cells = [new_cell(held.col, held.row, held.col_span, held.row_span, held.blocks) for held in table.cells]
    cells.sort(key=attrgetter("row", "col"))
    return build(Table, locator=table.locator, rows=table.cols, cols=table.rows, cells=tuple(cells))


def _read(table: Table, row_of: Callable[[Cell], int]) -> OfficerTable | None:
    """The officers of a table with heads in a row; `row_of` says in which row a cell is printed."""
    heads = _heads_of(table) or (_NO_HEADS if _needs_no_heads(table) else None)
    rows = _rows(table, heads, row_of) if heads else None
    people = [person for row in rows or () for person in row.people]
    if heads is None or rows is None or not any(person.name for person in people):
        return None
    if not any(person.phones or person.email for person in people):
        return None
    is_sure = len(people) <= _MOST_OFFICERS and (
        not _OF_ANYBODY.issuperset(heads.units) or all(map(_is_of_officers, rows))
    )
    return OfficerTable(list(_groups(rows, heads.name)), is_sure)


def _heads_of(table: Table) -> _Heads | None:
    """The heads in the first row, or below or beside a cell that says whom to ask; None where any other cell is among them."""
    row = left = 0
    corner = table.grid.get((0, 0))
    if corner and asks_for_officers(corner.text):
        row = corner.row_span if corner.col_span == table.cols else 0
        left = corner.col_span if corner.row_span == table.rows else 0
    cells = {col: table.grid.get((row, col)) for col in range(left, table.cols)}
    if len(cells) > _MOST_COLUMNS:
        return None
    keys = {col: key_of(held) for col, held in cells.items() if held and held.row == row}
    spans = {held.row_span for held in cells.values() if held}
    if len(keys) < len(cells) or len(spans) != 1:
        return None
    has_name = any(_kind_of(key) == _NAME for key in keys.values())
    columns: dict[int, list[int]] = {}
    for col, key in keys.items():
        kind = (_UNIT if has_name else _NAME) if key == _UNIT_OR_NAME else _kind_of(key)
        if kind is None:
            return None
        columns.setdefault(kind, []).append(col)
    if len(columns.get(_NAME, ())) != 1 or _REACH not in columns:
        return None
    units = frozenset(keys[col] for col in columns.get(_UNIT, ()))
    return _Heads(columns, row + spans.pop(), keys[columns[_NAME][0]], units)


def _needs_no_heads(table: Table) -> bool:
    """Whether each row is a lowest unit, a full name and a number ('지도과 | 홍길동 | 02-…'), of which no head need tell."""
    if table.cols != len(_NO_HEADS.columns):
        return False
    rows = [[table.grid.get((row, col)) for col in range(table.cols)] for row in range(table.rows)]
    return all(
        unit and who and number and is_leaf(unit.text) and is_full_name(who.text) and is_reachable(number.text)
        for unit, who, number in rows
    )


def _kind_of(key: str) -> int | None:
    """What stands below a head, which may be two words for one kind or the rank beside the name ('직·성명'); None for any other."""
    kinds = {_KINDS.get(word) for word in _BETWEEN_HEADS.split(key)} if key else {_OTHER}
    if kinds == {_NAME, _RANK}:
        return _NAME
    return kinds.pop() if len(kinds) == 1 else None


def _rows(table: Table, heads: _Heads, row_of: Callable[[Cell], int]) -> list[_Row] | None:
    """The rows below the heads; None where one holds anything else than they ask for."""
    rows: list[_Row] = []
    unit: Lines = ()
    like = None
    for at in range(heads.below, table.rows):
        cells = {kind: _cells(table, at, columns) for kind, columns in heads.columns.items()}
        if heads.name and any(key_of(held) == heads.name for held in cells[_NAME]):
            continue  # the heads once more
        people = _people(cells, at, like)
        beside = cells.get(_UNIT, ())
        mark = " ".join(line for held in cells.get(_MARK, ()) for line in lines_of(held.blocks))
        if not beside and _is_unit(mark):
            beside, mark = cells[_MARK], ""
        if people is None or not all(is_unit_cell(lines_of(held.blocks)) for held in beside):
            return None
        unit = tuple(_path(beside)) or unit
        like = next((phone for person in reversed(people) for phone in person.phones[-1:]), like)
        printed = row_of(cells[_NAME][0]) if cells[_NAME] else at
        rows.append(_Row(f"{table.locator}/r{printed}", unit, mark, people))
    return rows


def _cells(table: Table, row: int, columns: Sequence[int]) -> list[Cell]:
    """The filled cells of a row in some columns, each once."""
    cells = {id(held): held for col in columns if (held := table.grid.get((row, col))) and held.blocks}
    return list(cells.values())


def _path(cells: Sequence[Cell]) -> Iterator[str]:
    """The lines of cells with a mark behind each cell."""
    for held in cells:
        *lines, last = lines_of(held.blocks) or [""]
        yield from (*lines, last + CELL_END)


def _people(cells: dict[int, list[Cell]], row: int, like: str | None) -> list[Person] | None:
    """The people of a row with their ranks and numbers; None where a cell holds anything else."""
    people = _named([line for held in cells[_NAME] for line in lines_of(held.blocks)])
    found = [_reached(held, row) for held in cells[_REACH]]
    ranks = [line for held in cells.get(_RANK, ()) for line in lines_of(held.blocks)]
    if people is None or None in found or any(len(rank) > _LONGEST_RANK or is_reachable(rank) for rank in ranks):
        return None
    if ranks:
        ranks = ranks if len(ranks) == len(people) else [" ".join(ranks)] * len(people)
        people = [
            person._replace(position=person.position or position_of(rank))
            for person, rank in zip(people, ranks, strict=True)
        ]
    return dealt_out(people, [reach for each in found for reach in each or ()], like)


def _named(lines: Lines) -> list[Person] | None:
    """The people whom a cell names and nothing else; nobody in an empty one, or where the post is vacant."""
    text = "\n".join(lines)
    if fold(text) in VACANT or not text:
        return []
    people = officers(lines)
    entries = [entry for line in lines for entry in _BETWEEN_NAMES.split(without_reach(line)) if entry.strip(" ()")]
    if len(people) != len(entries) or not all(map(is_of_people, entries)):
        return None
    return None if any(person.unit or ends_like_unit(person.name or "") for person in people) else people


def _reached(held: Cell, row: int) -> list[Reach] | None:
    """The numbers of a cell, of one with a line for each of its rows those of that row; None where it holds anything else."""
    lines = lines_of(held.blocks)
    if held.row_span > 1 and len(lines) == held.row_span:
        lines = [lines[row - held.row]]
    text = " ".join(lines)
    if not is_reach_cell(text) and text not in _NOTHING:
        return None
    return [reach for line in lines for reach in reaches(plain(line))]


def _is_of_officers(row: _Row) -> bool:
    """Whether unit and mark of a row are those of officers, and of nobody else who might be listed with his number."""
    unit = "".join(row.unit[-1:]).removesuffix(CELL_END)
    is_mark = not row.mark or row.mark in PERSON_LABELS or part_of(row.mark) is not None
    return is_mark and (not unit or _is_unit(unit))


def _is_unit(text: str) -> bool:
    return (text.endswith(UNIT_ENDINGS) and not text.endswith(_OF_NO_OFFICERS)) or named(text) is not None


def _groups(rows: Sequence[_Row], head: str) -> Iterator[Group]:
    """Officers by unit, each with the role that the head of the names or the mark of his row says."""
    for (unit, part), run in groupby(rows, key=lambda row: (row.unit, part_of(row.mark))):
        beside = [row for row in run if row.people]
        if not beside:
            continue
        people = [
            (
                head if head in PERSON_LABELS else row.mark if row.mark in PERSON_LABELS else None,
                with_post(person, head),
            )
            for row in beside
            for person in row.people
        ]
        departments = [altered(found, part=part) if part else found for found in departments_of(unit)]
        yield from groups_of(departments, people, beside[0].locator, " ".join(unit).replace(CELL_END, ""))
