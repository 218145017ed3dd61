"""Tables whose columns have heads, an officer in each row: '부서 | 성명 | 연락처'; the heads may stand in the first column too.

Nobody needs a post there, so only the head of his column tells a name from other words. Lists of who attends, wins or speaks look
alike: a table in which anything but units, names and numbers stands below their heads is none of officers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from hwpextract.characters import fold
from hwpextract.document import Cell, Table
from hwpextract.node import Locator, altered
from hwpextract.patterns import pattern
from hwpextract.press.contacts.column_heads import (
    Heads,
    Kind,
    filled_cells,
    heads_of,
    is_unit_cell,
    kind_of,
    may_head_rows,
)
from hwpextract.press.contacts.entry_words import ends_like_unit, is_of_people, read_word
from hwpextract.press.contacts.groups import VACANT, Group, groups_of, with_post
from hwpextract.press.contacts.people import Person, dealt_out, officers
from hwpextract.press.contacts.person_cells import with_ranks
from hwpextract.press.contacts.person_rows import turned
from hwpextract.press.labels import HEADER_LABELS, PERSON_LABELS, UNIT_ENDINGS
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.asking import asks_for_officers
from hwpextract.press.phrases.names import POSTS, SURE_UNIT_ENDINGS, is_position
from hwpextract.press.phrases.reach import Reach, is_reach_cell, is_reachable, plain, reaches, without_reach
from hwpextract.press.phrases.units import CELL_END, cell_lines, departments_of, part_of
from hwpextract.press.tables import key_of, lines_of

_OF_ANYBODY = frozenset("소속 소속기관 기관 기관명".split())
"""Heads of units that lists of other people have too."""
_MOST_CELLS = 400
"""And rows, which a cell may span, and lines of such a cell."""
_MOST_OFFICERS = 20
"""Of a table of contacts; a longer one lists somebody else."""
_LONGEST_RANK = 12
_MOST_LISTED = 10_000
"""Cells of a table that may list people of any kind."""
_LONGEST_NAME = 30
_OF_NO_OFFICERS = tuple("학교 협회 연합회 재단 은행".split())
"""Ends of units whose people no release of the state names as whom to ask."""
_BETWEEN_NAMES = pattern(r"\s*[,/·․]\s*|\s{2,}")
_NOTHING = frozenset("-–―")

Lines: TypeAlias = Sequence[str]


class OfficerTable(NamedTuple):
    """The officers of a table by unit; `is_sure` where nothing in it speaks for a list of other people."""

    groups: list[Group]
    is_sure: bool


class _Row(NamedTuple):
    """A row below the heads: where it is printed, the unit in it, the word in its column of marks, its people."""

    locator: Locator
    unit: Lines
    mark: str
    people: Sequence[Person]


def officer_table(table: Table) -> OfficerTable | None:
    """Read a table of officers; None for any other."""
    if table.cols < 2 or max(table.rows, len(table.cells)) > _MOST_CELLS or not any(map(is_reachable, table.texts)):
        return None
    if (found := _read(table, attrgetter("row"))) or not may_head_rows(table):
        return found
    return _read(turned(table), attrgetter("col"))


def _read(table: Table, row_of: Callable[[Cell], int]) -> OfficerTable | None:
    """The officers of a table with heads in a row; `row_of` says in which row a cell is printed."""
    parts = [(heads, _rows(table, heads, row_of)) for heads in heads_of(table)]
    rows = [row for _, found in parts for row in found]
    people = [person for row in rows for person in row.people]
    if not all(found for _, found in parts) or not any(person.name for person in people):
        return None
    reached = [bool(person.phones or person.email) for person in people]
    if not (any if all(Kind.REACH in heads.columns for heads, _ in parts) else all)(reached):
        return None
    is_sure = len(people) <= _MOST_OFFICERS and all(_is_of_officers(heads, found) for heads, found in parts)
    return OfficerTable([group for heads, found in parts for group in _groups(found, heads)], is_sure)


def _rows(table: Table, heads: Heads, row_of: Callable[[Cell], int]) -> list[_Row]:
    """The rows below the heads but notes; none at all where one holds anything else than they ask for."""
    rows: list[_Row] = []
    path: dict[int, Lines] = {}
    like = None
    for at in range(heads.below, table.rows):
        name = table.grid.get((at, heads.columns[Kind.NAME][0]))
        if name and (name.row < at or _is_note(table, name)):
            continue
        span = range(at, at + (name.row_span if name else 1))
        cells = {kind: filled_cells(table, span, columns) for kind, columns in heads.columns.items()}
        if name and heads.name and key_of(name) == heads.name:
            if heads.units.issuperset(map(key_of, cells.get(Kind.UNIT, ()))):
                continue  # the heads again
            return []
        people = _people(cells, span, like)
        beside = cells.get(Kind.UNIT, ())
        mark = " ".join(line for held in cells.get(Kind.MARK, ()) for line in lines_of(held.blocks))
        post = mark if mark not in HEADER_LABELS and is_position(mark) else None
        if not beside and (post or _is_office(mark)):
            beside, mark = cells[Kind.MARK], mark if post else ""
        if people is None or not all(map(_may_be_unit, beside)) or len({held.col for held in beside}) < len(beside):
            return []  # nobody is of two units in one column
        for held in beside:
            lines, held_post = _without_post(lines_of(held.blocks))
            post = held_post or post
            if lines and held.row >= at:  # another unit, and none of those below the one before
                path = {col: above for col, above in path.items() if col < held.col}
                path[held.col] = lines
        unit = tuple(cell_lines(path.values()))
        people = [person._replace(position=person.position or post) for person in people]
        like = next((phone for person in reversed(people) for phone in person.phones[-1:]), like)
        rows.append(_Row(f"{table.locator}/r{row_of(name) if name else at}", unit, mark, people))
    return rows


def _without_post(lines: list[str]) -> tuple[list[str], str | None]:
    """The lines of a unit, and the post in which they end where each row is one ('지도과장', '주무관' below it)."""
    *first, last = " ".join(lines).split() or [""]
    if last in POSTS and not last.endswith(SURE_UNIT_ENDINGS):  # 공보담당관 is an office too
        return [" ".join(first)] if first else [], last
    kinds = dict(read_word(last, ())) if last.endswith("장") else {}
    if "position" not in kinds or "unit" not in kinds:
        return lines, None
    return [" ".join([*first, kinds["unit"]])], kinds["position"]


def _may_be_unit(held: Cell) -> bool:
    return is_unit_cell(lines_of(held.blocks)) and key_of(held) not in HEADER_LABELS


def _people(cells: Mapping[Kind, list[Cell]], rows: range, like: str | None) -> list[Person] | None:
    """The people of an officer's rows with their ranks and numbers; None where a cell holds anything else."""
    people = _named([line for held in cells[Kind.NAME] for line in lines_of(held.blocks)])
    found = [_reached(held, rows) for held in cells.get(Kind.REACH, ())]
    ranks = [line for held in cells.get(Kind.RANK, ()) for line in lines_of(held.blocks) if line not in _NOTHING]
    if people is None or None in found or any(len(rank) > _LONGEST_RANK or is_reachable(rank) for rank in ranks):
        return None
    people = with_ranks(people, ranks) if ranks else people
    numbers = [reach for each in found for reach in each or ()]
    if _has_a_line_each(people, cells.get(Kind.REACH, ()), numbers):
        return [one for each in zip(people, numbers, strict=True) for one in dealt_out(each[:1], each[1:])]
    return dealt_out(people, numbers, like)


def _has_a_line_each(people: Sequence[Person], held: Sequence[Cell], numbers: Sequence[Reach]) -> bool:
    """Whether one cell holds as many lines as people, each a whole number or an address."""
    is_one_each = len(held) == 1 and len(people) == len(numbers) == len(lines_of(held[0].blocks))
    return is_one_each and not any(reach.extension for reach in numbers)


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


def _reached(held: Cell, rows: range) -> list[Reach] | None:
    """The numbers of a cell, of one with a line for each of its rows those of these; None where it holds anything else."""
    lines = lines_of(held.blocks)
    if len(lines) > _MOST_CELLS:
        return None
    if held.row_span > 1 and len(lines) == held.row_span:
        lines = lines[max(rows.start - held.row, 0) : rows.stop - held.row]
    text = " ".join(lines)
    if not is_reach_cell(text) and text not in _NOTHING:
        return None
    return [reach for line in lines for reach in reaches(plain(line))]


def _is_note(table: Table, held: Cell) -> bool:
    return held.col_span == table.cols and held.text.lstrip().startswith(("※", "*"))


def _is_of_officers(heads: Heads, rows: Sequence[_Row]) -> bool:
    """Whether the heads ask for officers, or units and marks are those of nobody else who might be listed with his number."""
    if heads.role or not _OF_ANYBODY.issuperset(heads.units):
        return True
    units = ("".join(row.unit[-1:]).removesuffix(CELL_END) for row in rows)
    return all(not unit or _is_office(unit) for unit in units) and all(map(_marks_officer, rows))


def _marks_officer(row: _Row) -> bool:
    """Whether a row is marked as that of officers: by their role or part, or by a post in a unit."""
    mark = row.mark
    is_role = mark in PERSON_LABELS or part_of(mark) is not None or asks_for_officers(mark)
    return not mark or is_role or (bool(row.unit) and is_position(mark))


def _is_office(text: str) -> bool:
    """Whether a text is a unit that may answer for a release."""
    return (text.endswith(UNIT_ENDINGS) and not text.endswith(_OF_NO_OFFICERS)) or named(text) is not None


def _groups(rows: Sequence[_Row], heads: Heads) -> Iterator[Group]:
    """Officers by unit, each with the role that the head of the names or the mark of his row says."""
    for (unit, part), run in groupby(rows, key=lambda row: (row.unit, part_of(row.mark))):
        beside = [row for row in run if row.people]
        if not beside:
            continue
        people = [
            (heads.role or (row.mark if row.mark in PERSON_LABELS else None), with_post(person, heads.name))
            for row in beside
            for person in row.people
        ]
        departments = [altered(found, part=part) if part else found for found in departments_of(unit)]
        yield from groups_of(departments, people, beside[0].locator, " ".join(unit).replace(CELL_END, ""))


def listed_people(table: Table) -> Iterator[Person]:
    """Whoever stands below a head of names with his number, in tables of officers and in lists of other people alike."""
    if len(table.cells) <= _MOST_LISTED and any(map(is_reachable, table.texts)):
        yield from _below_heads(table)
        if may_head_rows(table):
            yield from _below_heads(turned(table))


def _below_heads(table: Table) -> Iterator[Person]:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, col), held in table.grid.items():
        if held.blocks:
            rows.setdefault(row, {})[col] = held
    names: list[int] = []
    numbers: list[int] = []
    for _, cells in sorted(rows.items()):
        kinds = {col: kind_of(key_of(held)) for col, held in cells.items()}
        if not {Kind.NAME, Kind.REACH}.isdisjoint(kinds.values()):
            names = [col for col, kind in kinds.items() if kind is Kind.NAME]
            numbers = [col for col, kind in kinds.items() if kind is Kind.REACH]
        elif lines := _lines(cells, names):
            people = officers(lines) or [Person(line) for line in lines if _may_be_name(line)]
            yield from dealt_out(people, [reach for line in _lines(cells, numbers) for reach in reaches(plain(line))])


def _lines(cells: Mapping[int, Cell], columns: Sequence[int]) -> list[str]:
    return [line for col in columns if col in cells for line in lines_of(cells[col].blocks)]


def _may_be_name(text: str) -> bool:
    """Whether what stands below a head of names may be one that is none of a Korean ('응우옌티')."""
    return (
        text.replace(" ", "").isalpha() and len(text) <= _LONGEST_NAME and not (_is_office(text) or is_position(text))
    )
