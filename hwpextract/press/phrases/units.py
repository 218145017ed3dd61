"""Units of an organisation as they are printed: which words are one unit, which stand below each other, which side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from hwpextract.characters import fold
from hwpextract.node import build
from hwpextract.patterns import pattern
from hwpextract.press.labels import GROUP_MARKS, LEAF_UNIT_ENDINGS, UNIT_ENDINGS
from hwpextract.press.model import Department
from hwpextract.press.phrases.agencies import named

CELL_END = "\ue003"
"""Behind the last line of a cell, where the lines of several are one path."""
_MARKS = frozenset(",;/·‧․ㆍ")
_BETWEEN = pattern(r"\s*[,;/]\s*|\s+[·‧․ㆍ]\s+")
_COMPANY = pattern(r"(?<=.)(?:\(주\)|㈜)$|^(?:\(주\)|㈜)(?=.)")
_BRACKETED = pattern(rf"^[(\[]([^()\[\]]+(?:{'|'.join(LEAF_UNIT_ENDINGS)}))[)\]]$")
_ASIDE = pattern(r"\s*\((?=\D{0,40}\d)(?P<words>[^()]*)\)")
_PART = pattern(rf"([^\s()]+)\s?\(({'|'.join(sorted(GROUP_MARKS))})\)")
"""A unit with its part in a joint release behind it."""
_OF_ALL = frozenset({"범정부", "범부처"})
"""Words that look like units, and open the name of one in which several agencies work together."""
_MOST_WORDS = 40
"""Words of a cell that are looked at: no list of units is longer."""
_SIDE_BY_SIDE = ("과", "팀")
"""Units of these kinds have none of their own kind below them: two in a row stand side by side."""


def departments_of(lines: Sequence[str], agency: str | None = None) -> list[Department]:
    """Every unit that the lines of a cell name, in order, each with the part in brackets behind it; mostly one."""
    found: list[Department] = []
    text = "\n".join(lines)
    parts = dict(_PART.findall(text)) if "(" in text else {}
    for path in unit_paths(_PART.sub(r"\1", text).split("\n") if parts else lines):
        lead, below = agency, path
        if path and (name := named(path[0])):
            lead, below = name, path[1:]
        if below or lead:
            found.append(_department(below, lead, parts.get(path[-1].rpartition(" ")[2]) if path else None))
    return found or ([_department([], agency)] if agency else [])


def _department(path: Sequence[str], agency: str | None, part: str | None = None) -> Department:
    name = path[-1] if path else agency
    return build(Department, name=name, parent=path[-2] if len(path) > 1 else None, agency=agency, part=part)


def cell_lines(cells: Iterable[Sequence[str]]) -> list[str]:
    """The lines of cells that are one path, with a mark behind each cell."""
    return [line for lines in cells if lines for line in (*lines[:-1], lines[-1] + CELL_END)]


def unit_paths(lines: Sequence[str]) -> list[list[str]]:
    """Units from upper to lower, one list for each unit the lines name.

    A second unit begins behind a comma or slash, where an upper unit is repeated ('감독국 총괄팀 감독국 회계팀'), where another agency
    follows a lowest unit, and where two 과 or two 팀 follow each other; what stands above the first is above the second too.
    """
    paths: list[list[str]] = []
    text = "\n".join(lines)
    text = _ASIDE.sub(_kept_of_aside, text) if "(" in text else text
    for part in [text] if _MARKS.isdisjoint(text) else _BETWEEN.split(text):
        path = unit_path(part.split("\n"))
        if paths and not is_leaf(paths[-1][-1]):  # '교육부 / 정책과' is one path
            path = [*paths.pop(), *path]
        elif paths and len(path) == 1:
            path = [*paths[-1][:-1], *path]
        paths += _cut(path)
    return paths


def _kept_of_aside(match: re.Match[str]) -> str:
    """Words in brackets with a figure in them, which are the floor, the number of pages or of people, unless a unit is named."""
    return match[0] if is_leaf(match["words"]) else ""


def unit_path(lines: Sequence[str]) -> list[str]:
    """Units out of printed lines; a name broken over two lines is joined again, over two cells only that of an agency.

    A word with the mark of a company is the whole of its name. Blanks within a name stay, but not those that stretch it ('하 천 과').
    """
    path: list[str] = []
    is_whole = False
    for word, is_behind_blank in _words(lines):
        if word == CELL_END:
            is_whole = True
        elif path and not _is_unit(path[-1]) and not (is_whole and _stands_below(word, path[-1])):
            path[-1] = _joined(path[-1], _bare(word), is_behind_blank)
        else:
            path.append(_bare(word))
            is_whole = _is_company(word)
    return path


def _words(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Words of lines, and whether each stands behind another on its line."""
    printed = "\n".join(lines).replace(CELL_END, f" {CELL_END} ").split("\n")
    words = ((word, at > 0) for line in printed for at, word in enumerate(line.split()))
    return islice(words, _MOST_WORDS)


def _joined(name: str, word: str, is_behind_blank: bool) -> str:
    """The parts of a name as one, with the blank between them unless it stretches the name or that of an agency."""
    is_apart = is_behind_blank and min(len(word), len(name.rpartition(" ")[2])) > 1
    return f"{name} {word}" if is_apart and named(name + word) is None else name + word


def _stands_below(word: str, above: str) -> bool:
    """Whether a word that begins a cell is a unit below the organisation in the cell above ('네이버' / '정책실')."""
    return _is_unit(word) and named(above + word) is None


def _bare(word: str) -> str:
    """A word without the mark of a company, and a lowest unit without the brackets around it."""
    if _is_company(word):
        word = _COMPANY.sub("", word)
    return _BRACKETED.sub(r"\1", word) if word.startswith(("(", "[")) else word


def _is_company(word: str) -> bool:
    return "㈜" in word or "(주)" in word


def _cut(path: Sequence[str]) -> Iterator[list[str]]:
    """A path in as many pieces as there are units in it."""
    current: list[str] = []
    for word in path:
        above = current[-1] if current else ""
        if word in current:
            yield current
            current = current[: current.index(word)]
        elif above.endswith(_SIDE_BY_SIDE) and word.endswith(above[-1]):
            yield current
            current = current[:-1]
        elif above.endswith(_SIDE_BY_SIDE) and named(word):
            yield current
            current = []
        current.append(word)
    if current:
        yield current


def part_of(word: str) -> str | None:
    """The part in a joint release that a mark or a label names: '<협조>' and '협조부서' are 협조."""
    key = fold(word)
    key = key if key in GROUP_MARKS else key.removesuffix("부서").removesuffix("기관")
    return key if key in GROUP_MARKS else None


def is_leaf(word: str) -> bool:
    """Whether a unit by its name has none below it."""
    return word.endswith(LEAF_UNIT_ENDINGS)


def _is_unit(word: str) -> bool:
    return (word.endswith(UNIT_ENDINGS) and word not in _OF_ALL) or named(word) is not None
