"""The organisations that issue press releases, by name, alias and date (data/agencies.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hwpextract.characters import fold
from hwpextract.patterns import pattern

_LONGEST_TEXT = 300
"""Characters of a text in which agencies are looked for."""
_WORD = pattern(r"[가-힣A-Za-z·]+(?:-[a-z]+)?")
_LATIN = pattern(r"[A-Za-z·]+")
_TAIL = pattern(
    r"(?:장관|차관|청장|처장|위원장|원장|사장|이사장|총장|실장|의장|교육감|지사|장|수|청)?"
    r"(?:은|는|이|가|의|와|과|에|에서|에서는|로|으로|도|를|을|및|로고)?(?:[A-Za-z·-]|$)"
)
"""What may follow a name in a `_WORD`: the post of its head ('행정안전부장관', '고흥군수'), its seat ('경기도청'), a particle."""
_HOST = pattern(r"(?<![\w.-])(?:[a-z0-9-]+@)?((?:[a-z0-9-]+\.){1,4}kr)(?![a-z])")
_SHARED = frozenset("중구 동구 서구 남구 북구 강서구 고성군".split())
"""Names that several districts bear."""
_LOCAL = frozenset({"local", "local_metro", "council", "education"})
_PROVINCES = ("도", "특별시", "광역시")
_TOWNS = ("시", "군", "구")
_LONGEST_TOWN = 5


class Agency(NamedTuple):
    """One name of an organisation with its period of validity (ISO dates, '' = open)."""

    name: str
    english: str
    kind: str
    valid_from: str
    valid_to: str
    aliases: tuple[str, ...]
    domain: str

    @classmethod
    def of(cls, row: str) -> Agency:
        """A row of the table."""
        name, english, kind, valid_from, valid_to, aliases, domain = row.split("\t")
        return cls(name, english, kind, valid_from, valid_to, tuple(aliases.split(";")) if aliases else (), domain)

    @property
    def is_local(self) -> bool:
        """Whether this is a local government, its council or its office of education."""
        return self.kind in _LOCAL


class Mention(NamedTuple):
    """An agency named in a text, from `start` up to `end`."""

    agency: Agency
    start: int
    end: int


def named(text: str, on: str = "") -> str | None:
    """The full name of the agency a text names, alias or not; of namesakes the one in force `on` that ISO date, else the latest."""
    found = _index().get(fold(text))
    return _in_force(found, on).name if found else None


def mentions(text: str, on: str = "") -> Iterator[Mention]:
    """Agencies a text names, longest match first at each word.

    A name counts as a word of its own: 경기도 is not named in 경기도의회, nor 과학원 in 국립원예특작과학원. Particles and the post
    of its head may follow ('행정안전부장관은').
    """
    heads = _heads()
    for word in _WORD.finditer(text[:_LONGEST_TEXT]):
        printed = word[0]
        if (printed[:2] in heads or (printed < "가" and not printed.isascii())) and (found := _mentioned(word, on)):
            yield found


def district_of(before: str, agency: Agency, on: str = "") -> str:
    """The full name of an agency: of districts that share theirs ('중구') with the city that the last word before it names."""
    if agency.name not in _SHARED or not (words := before.split()):
        return agency.name
    word = words[-1]
    cities = [
        city
        for city in _agencies()
        if city.kind == "local_metro"
        and any(name == word or (len(word) == 2 and name.startswith(word)) for name in (city.name, *city.aliases))
    ]
    return f"{_in_force(cities, on).name} {agency.name}" if cities else agency.name


def town_in(unit: str, province: str) -> str | None:
    """The town named behind its province before a unit ('경기도 가나군 기획실'), which a table knows or only its name tells."""
    first, _, behind = unit.partition(" ")
    town = behind.partition(" ")[0]
    is_town = 1 < len(town) <= _LONGEST_TOWN and town.endswith(_TOWNS)
    if not is_town or not province.endswith(_PROVINCES) or named(first) != province:
        return None
    is_shared = town in _SHARED and province.endswith("시")
    return f"{province} {town}" if is_shared else named(town) or town


def leading(text: str, start: int, on: str = "") -> Mention | None:
    """The agency with whose name the word at `start` begins."""
    word = _WORD.match(text, start)
    found = _mentioned(word, on) if word else None
    return found if found and found.start == start else None


def _mentioned(word: re.Match[str], on: str) -> Mention | None:
    printed = word[0]
    for start in _beginnings(printed):
        name = _longest(printed[start:])
        if name:
            at = word.start() + start
            return Mention(_in_force(_names()[name], on), at, at + len(name))
    return None


def _beginnings(word: str) -> Iterable[int]:
    """Where in a word a name may begin: at its head, behind Latin letters, behind 국립."""
    if word < "가" and (latin := _LATIN.match(word)):
        return 0, latin.end()
    return (0, 2) if word.startswith("국립") else (0,)


def _longest(word: str) -> str | None:
    """The longest name with which a word begins, and nothing goes on but what may follow a name."""
    if word[:2] not in _heads():
        return None
    names = _names()
    for length in range(len(word), 1, -1):
        if word[:length] in names and _TAIL.match(word, length):
            return word[:length]
    return None


def at_address(text: str, on: str = "") -> str | None:
    """The agency whose web or mail domain a text prints ('www.ftc.go.kr'); None for the domain all ministries share."""
    for host in _HOST.findall(text.lower()) if ".kr" in text.lower() else ():
        parts = host.split(".")
        for first in range(len(parts) - 1):
            found = _domains().get(".".join(parts[first:]))
            if found:
                return _in_force(found, on).name
    return None


def _in_force(found: list[Agency], on: str) -> Agency:
    for agency in found:
        if on and agency.valid_from <= on <= (agency.valid_to or "9999"):
            return agency
    return max(found, key=lambda agency: agency.valid_to or "9999")


@cache
def _agencies() -> list[Agency]:
    rows = Path(__file__).parents[2].joinpath("data", "agencies.tsv").read_text("utf-8").splitlines()
    found = [Agency.of(row) for row in rows if not row.startswith("#")]
    return found + [_council(agency) for agency in found if agency.kind in {"local", "local_metro"}]


def _council(agency: Agency) -> Agency:
    """The council of a local government, named after it (지방자치법 제37조)."""
    aliases = tuple(f"{alias}의회" for alias in agency.aliases)
    return Agency(f"{agency.name}의회", "", "council", agency.valid_from, agency.valid_to, aliases, "")


@cache
def _index() -> dict[str, list[Agency]]:
    """Agencies by folded name and alias."""
    index = dict(_names())
    for name, agencies in _names().items():
        if not name.isalnum():  # nearly all names are letters alone, which folding leaves as they are
            word = fold(name)
            index[word] = [*index.get(word, ()), *agencies]
    return index


@cache
def _names() -> dict[str, list[Agency]]:
    """Agencies by name and alias as printed, those that bear it as their name first."""
    names: dict[str, list[Agency]] = {}
    for agency in _agencies():
        names.setdefault(agency.name, []).append(agency)
    for agency in _agencies():
        for alias in agency.aliases:
            names.setdefault(alias, []).append(agency)
    return names


@cache
def _heads() -> frozenset[str]:
    """The first two characters of all names and aliases, which tell most words of a text apart."""
    return frozenset([name[:2] for name in _names()])


@cache
def _domains() -> dict[str, list[Agency]]:
    domains: dict[str, list[Agency]] = {}
    for agency in _agencies():
        if agency.domain:
            domains.setdefault(agency.domain, []).append(agency)
    return domains
