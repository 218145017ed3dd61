"""Officers out of the cells of one row: rank, name, telephone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import filterfalse, pairwise

from hwpextract.characters import fold
from hwpextract.patterns import pattern
from hwpextract.press.label_lines import are_labels
from hwpextract.press.labels import PHONE_LABELS
from hwpextract.press.names import is_name, is_position, name_of, position_of
from hwpextract.press.people import Person, dealt_out, ends_like_unit, officers
from hwpextract.press.reach import is_reach_cell, is_reachable, plain, reaches
from hwpextract.press.units import is_leaf

_FULL_NAME = 3
"""Syllables of nearly all names; a word of two may be anything."""
_COMMAS = frozenset(",/·․")
_SIGNS = PHONE_LABELS | {"☎", "☏"}
"""Cells that stand before a number and are neither name nor rank."""
_SIGNS_END = frozenset(sign[-1] for sign in _SIGNS) | {":"}
_LONGEST_SIGN = max(map(len, _SIGNS)) + 2
_COMMA = pattern(r"\s*[,/]\s*|(?<=[가-힣]{2})\s*[·․]\s*(?=[가-힣]{2})")


def persons_of_cells(cells: Sequence[list[str]], above: Person | None) -> list[Person]:
    """People of one row from the lines of its cells: rank, name, telephone; parallel lines are several people.

    Where other cells and a number follow a number, they are the next officer's.
    """
    like = above.phones[-1] if above and above.phones else None
    texts = [" ".join(lines) for lines in cells]
    if any(map(_is_sign, texts)):
        cells = [lines for lines, text in zip(cells, texts, strict=True) if not _is_sign(text)]
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


def persons_beside(cells: Sequence[list[str]], is_labelled: bool) -> list[Person]:
    """Officers of the cells beside a label, of which some may hold another label, which no list has, and its value.

    Behind a name only a rank, a number or another officer with his rank is of the officers. A short word may be a rank that no list
    has; where no label says that an officer stands here, it is nobody's name.
    """
    kept: list[list[str]] = []
    name = ""
    for lines in filterfalse(are_labels, cells):
        if not name or _goes_on_with_officer(lines) or (_is_short(name) and is_full_name("".join(lines))):
            kept.append(lines)
        name = name or next((person.name or "" for person in officers(lines)), "")
    found = [officers(lines) for lines in kept]
    is_one_each = len(kept) == 1 or all(people and people[0].position for people in found)
    people = [person for each in found for person in each] if is_one_each else persons_of_cells(kept, None)
    if not is_labelled:
        people = [person for person in people if person.position or person.phones or not _is_short(person.name or "")]
    return [person for person in people if _is_plausible(person)]


def _is_short(name: str) -> bool:
    return len(name) < _FULL_NAME


def is_full_name(text: str) -> bool:
    """Whether a text is a name of three syllables or more that does not end like a unit."""
    return not _is_short(text) and is_name(text) and not ends_like_unit(text)


def _goes_on_with_officer(lines: list[str]) -> bool:
    text = " ".join(lines)
    if is_position(text) or is_reachable(text) or is_reach_cell(text) or _is_sign(text):
        return True
    return any(person.position for person in officers(lines))


def _is_plausible(person: Person) -> bool:
    """Whether what stands in the place of a name may be one: without a rank or a number beside it, it may be anything."""
    name = person.name or ""
    if any(map(str.isdigit, name)):
        return False
    if person.position is None or is_position(person.position) or person.phones:
        return True
    return is_full_name(name)


def _is_sign(text: str) -> bool:
    """Whether a text is a word for a telephone and nothing else."""
    return text[-1:] in _SIGNS_END and len(text) <= _LONGEST_SIGN and fold(text).rstrip(":") in _SIGNS


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
