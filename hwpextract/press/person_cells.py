"""Officers out of the cells of one row: rank, name, telephone."""

from __future__ import annotations

from collections.abc import Sequence

from hwpextract.patterns import pattern
from hwpextract.press.people import Person, dealt_out, is_name, is_position, name_of, officers, position_of
from hwpextract.press.reach import is_reach_cell, plain, reaches
from hwpextract.press.units import is_leaf

_COMMAS = frozenset(",/·․")
_COMMA = pattern(r"\s*[,/]\s*|(?<=[가-힣]{2})\s*[·․]\s*(?=[가-힣]{2})")


def persons_of_cells(cells: Sequence[list[str]], above: Person | None) -> list[Person]:
    """People of one row from the lines of its cells: rank, name, telephone; parallel lines are several people."""
    like = above.phones[-1] if above and above.phones else None
    texts = [" ".join(lines) for lines in cells]
    at = next((place for place, text in enumerate(texts) if is_reach_cell(text)), len(texts))
    if at < 2:
        people = officers([line for lines in cells for line in lines], like)
        if at == 0 or any(person.position for person in people):
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
    names = _several(names, len(ranks))
    ranks = _several(ranks, len(names))
    if len(ranks) != len(names):
        ranks = [" ".join(ranks)] * (len(names) or 1)
    return names or [""], ranks or [""]


def _several(lines: list[str], beside: int) -> list[str]:
    """The entries of a cell, one a line or behind commas; lines that are no entries of their own are one broken over them."""
    if len(lines) < 2 and _COMMAS.isdisjoint("".join(lines)):
        return lines
    parts = [part.strip() for line in lines for part in ([line] if _COMMAS.isdisjoint(line) else _COMMA.split(line))]
    if len(parts) > 1 and (all(map(is_name, parts)) or all(map(is_position, parts)) or len(parts) == beside):
        return parts
    return [" ".join(lines)]
