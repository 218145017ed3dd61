"""Officers out of the cells of one row: rank, name, telephone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from hwpextract.characters import fold
from hwpextract.patterns import pattern
from hwpextract.press.labels import PHONE_LABELS
from hwpextract.press.names import is_name, is_position, name_of, position_of
from hwpextract.press.people import Person, dealt_out, officers
from hwpextract.press.reach import is_reach_cell, plain, reaches
from hwpextract.press.units import is_leaf

_COMMAS = frozenset(",/·․")
_SIGNS = PHONE_LABELS | {"☎", "☏"}
"""Cells that stand before a number and are neither name nor rank."""
_LONGEST_SIGN = max(map(len, _SIGNS)) + 2
_COMMA = pattern(r"\s*[,/]\s*|(?<=[가-힣]{2})\s*[·․]\s*(?=[가-힣]{2})")


def persons_of_cells(cells: Sequence[list[str]], above: Person | None) -> list[Person]:
    """People of one row from the lines of its cells: rank, name, telephone; parallel lines are several people.

    Where other cells and a number follow a number, they are the next officer's.
    """
    like = above.phones[-1] if above and above.phones else None
    texts = [" ".join(lines) for lines in cells]
    if any(len(text) <= _LONGEST_SIGN and fold(text).rstrip(":") in _SIGNS for text in texts):
        cells = [lines for lines, text in zip(cells, texts, strict=True) if fold(text).rstrip(":") not in _SIGNS]
        texts = [" ".join(lines) for lines in cells]
    numbers = [place for place, text in enumerate(texts) if is_reach_cell(text)]
    if len(numbers) < 2:
        return _persons(cells, texts, numbers[0] if numbers else len(texts), like)
    starts = [number + 1 for number, other in pairwise(numbers) if other > number + 1]
    people: list[Person] = []
    for start, end in pairwise([0, *starts, len(cells)]):
        at = numbers[bisect_left(numbers, start)] - start
        people += _persons(cells[start:end], texts[start:end], at, like)
        like = people[-1].phones[-1] if people and people[-1].phones else like
    return people


def _persons(cells: Sequence[list[str]], texts: Sequence[str], at: int, like: str | None) -> list[Person]:
    """People of the cells before a number, which stands `at` a place behind them, each cell as lines and as one text."""
    if at < 2:
        people = officers([line for lines in cells for line in lines], like)
        is_named = at == 1 and len(people) == 1 and len(texts[0]) > len(people[0].name or "")
        if at == 0 or any(person.position for person in people) or is_named:
            return people
    unit = next((texts[place] for place in range(at - 2) if is_leaf(cells[place][-1])), None) if at > 2 else None
    names, ranks = _names_and_ranks(cells[:at])
    if len(names) == 1:
        person = Person(name_of(names[0]), position_of(ranks[0]), unit=unit)
        return dealt_out([person], reaches(plain(" ".join(texts[at:]))), like)
    people = [Person(name_of(name), position_of(rank), unit=unit) for name, rank in zip(names, ranks, strict=True)]
    found = [reaches(plain(line)) for lines in cells[at:] for line in lines]
    if len(found) == len(people):
        return [dealt_out([person], line, like)[0] for person, line in zip(people, found, strict=True)]
    return dealt_out(people, [reach for line in found for reach in line], like)


def _names_and_ranks(cells: Sequence[list[str]]) -> tuple[list[str], list[str]]:
    """As many names as ranks out of the last two cells before a number, whichever stands first; one alone may be either."""
    names, ranks = cells[-1], cells[-2] if len(cells) > 1 else []
    if is_position("".join(names)) and not is_position("".join(ranks)):
        names, ranks = ranks, names
    if len(names) < 2 and len(ranks) < 2 and _COMMAS.isdisjoint("".join(names + ranks)):
        return names or [""], ranks or [""]
    names = _several(names, len(ranks))
    ranks = _several(ranks, len(names))
    if len(ranks) != len(names):
        ranks = [" ".join(ranks)] * (len(names) or 1)
    return names or [""], ranks or [""]


def _several(lines: list[str], beside: int) -> list[str]:
    """The entries of a cell, one a line or behind commas; lines that are no entries of their own are one broken over them."""
    parts = [part.strip() for line in lines for part in ([line] if _COMMAS.isdisjoint(line) else _COMMA.split(line))]
    if len(parts) > 1 and (all(map(is_name, parts)) or all(map(is_position, parts)) or len(parts) == beside):
        return parts
    return [" ".join(lines)] if lines else []
