"""Lines that say how officers are reached and nothing else: '지도과장 홍길동 ☎ 044-000-0501'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hwpextract.patterns import pattern
from hwpextract.press.contacts.entry_pieces import CALL_WORDS, is_of_people
from hwpextract.press.contacts.entry_words import ends_like_unit
from hwpextract.press.contacts.people import entries
from hwpextract.press.contacts.person import Person
from hwpextract.press.phrases.names import POSTS, rank_behind
from hwpextract.press.phrases.reach import is_reachable, plain, without_reach

_LONGEST = 200
_WORD = pattern(r"\w")


def officers_alone(line: str) -> list[Person]:
    """Officers, or a unit, of a line that says how they are reached and nothing else ('지도과장 홍길동 ☎ 044-000-0501')."""
    if len(line) > _LONGEST or line.rstrip().endswith(".") or not is_reachable(line):
        return []
    if not is_of_people(without_reach(line)):
        return []
    people = entries(line)
    phones = [phone for person in people for phone in person.phones]
    if not (all(phone.startswith("0") for phone in phones) or CALL_WORDS.search(plain(line))):
        return []  # four digits, a dash and four more may be the number of a notice
    if any(_may_be_unit(person, line) for person in people) or _names_place(people):
        return []
    return people if any(person.unit or person.position for person in people) else []


def _may_be_unit(person: Person, line: str) -> bool:
    """Whether what reads like a name is rather a unit; behind a rank or post it is a name whatever it ends in."""
    name, post = person.name or "", person.position or ""
    if not name or not ends_like_unit(name):
        return False
    is_post = rank_behind(post) in POSTS  # '담당' may stand before a unit
    return not (is_post and any(a.endswith(post) and b.startswith(name) for a, b in pairwise(line.split())))


def _names_place(people: Sequence[Person]) -> bool:
    """Whether what reads like a name is rather the place of the office behind it ('서초 보건소')."""
    bare = [bool(person.name) and not (person.unit or person.position) for person in people]
    return any(is_bare and not after.name for is_bare, after in zip(bare, people[1:], strict=False))


def is_number_line(line: str) -> bool:
    """Whether a line is a number or an address and nothing else."""
    return is_reachable(line) and not _WORD.search(CALL_WORDS.sub("", without_reach(line)))
