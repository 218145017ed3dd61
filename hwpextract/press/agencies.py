"""The organisations that issue press releases, by name, alias and date (data/agencies.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hwpextract.characters import fold

_LONGEST_TEXT = 300
"""Characters of a text in which agencies are looked for."""
_POST = "(?:장관|차관|청장|처장|위원장|원장|사장|이사장|총장|실장|장)?"
_PARTICLE = "(?:은|는|이|가|의|와|과|에|에서|에서는|로|으로|도|를|을|및|로고)?"


@dataclass(frozen=True, slots=True)
class Agency:
    """One name of an organisation with its period of validity (ISO dates, '' = open)."""

    name: str
    english: str
    kind: str
    valid_from: str
    valid_to: str
    aliases: tuple[str, ...]
    domain: str


def named(text: str, on: str = "") -> str | None:
    """The full name of the agency a text names, alias or not; of namesakes the one in force `on` that ISO date, else the latest."""
    found = _index().get(fold(text))
    return _in_force(found, on).name if found else None


def leading(text: str, on: str = "") -> tuple[str, str] | None:
    """Agency at the beginning of a text and the rest behind it ('외교부 영사안전국'); only where a space or the end follows."""
    head, _, rest = text.strip().partition(" ")
    name = named(head, on)
    return (name, rest.strip()) if name else None


def mentioned(text: str, on: str = "") -> Iterator[str]:
    """Full names of the agencies a text mentions, longest match first at each place.

    A name counts as a word of its own: 경기도 is not mentioned in 경기도의회, nor 과학원 in 국립원예특작과학원. Particles and the post
    of its head may follow ('행정안전부장관은').
    """
    for match in _pattern().finditer(text[:_LONGEST_TEXT]):
        name = named(match[0], on)
        if name:
            yield name


def _in_force(found: list[Agency], on: str) -> Agency:
    for agency in found:
        if on and agency.valid_from <= on <= (agency.valid_to or "9999"):
            return agency
    return max(found, key=lambda agency: agency.valid_to or "9999")


@cache
def _agencies() -> list[Agency]:
    rows = Path(__file__).parents[1].joinpath("data", "agencies.tsv").read_text("utf-8").splitlines()
    found = []
    for row in rows:
        if not row.startswith("#"):
            name, english, kind, valid_from, valid_to, aliases, domain = row.split("\t")
            found.append(
                Agency(name, english, kind, valid_from, valid_to, tuple(filter(None, aliases.split(";"))), domain)
            )
    return found


@cache
def _index() -> dict[str, list[Agency]]:
    """Agencies by folded name and alias, those that bear it as their name first."""
    index: dict[str, list[Agency]] = {}
    for agency in _agencies():
        index.setdefault(fold(agency.name), []).append(agency)
    for agency in _agencies():
        for alias in agency.aliases:
            index.setdefault(fold(alias), []).append(agency)
    return index


@cache
def _pattern() -> re.Pattern[str]:
    words = {word for agency in _agencies() for word in (agency.name, *agency.aliases)}
    names = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?:(?<![가-힣])|(?<=국립))(?:{names})(?={_POST}{_PARTICLE}(?:[^가-힣]|$))")
