"""Units with their officers, and how officers become contacts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hwpextract.characters import fold
from hwpextract.node import Locator, build
from hwpextract.press.contacts.people import Person
from hwpextract.press.labels import PERSON_LABELS
from hwpextract.press.model import Contact, Department
from hwpextract.press.phrases.names import POSTS, is_position

VACANT = frozenset({"공석", "결원", "미정", "충원중", "충원예정", "-", "―", "–"})
"""What stands for the name of an officer where the post is vacant."""
_ROLES_OF_PEOPLE = tuple(label for label in sorted(PERSON_LABELS, key=len, reverse=True) if label.endswith("자"))
_HEAD_OF_OFFICE = "담당관"
"""A post that labels an officer too."""


class Group:
    """One unit of a contact table and its people; `inferred` when a role was taken from the row above an empty cell."""

    def __init__(
        self,
        department: Department | None,
        people: Sequence[tuple[str | None, Person]],
        locator: Locator,
        raw: str,
        inferred: bool,
    ) -> None:
        name = department.name if department else None
        self.department = department
        self.contacts = [contact_of(person, role, name) for role, person in people]
        self.locator = locator
        self.raw = raw
        self.inferred = inferred


def groups_of(
    departments: Sequence[Department],
    people: Sequence[tuple[str | None, Person]],
    locator: Locator,
    raw: str,
    inferred: bool = False,
) -> list[Group]:
    """People, each with his role, in the groups of their units, in the order printed.

    Several units share the people out: of as many with one role as there are units each unit has one, else the first has them all.
    Vacant posts are left out.
    """
    people = [(role, person) for role, person in people if fold(person.name or "") not in VACANT]
    if len(departments) < 2:
        return [Group(departments[0] if departments else None, people, locator, raw, inferred)]
    counts = Counter(role for role, _ in people)
    seen: Counter[str | None] = Counter()
    shares: list[tuple[Department, list[tuple[str | None, Person]]]] = []
    for role, person in people:
        unit = departments[seen[role] if counts[role] == len(departments) else 0]
        seen[role] += 1
        if not shares or shares[-1][0] is not unit:
            shares.append((unit, []))
        shares[-1][1].append((role, person))
    served = [unit for unit, _ in shares]
    shares += [(unit, []) for unit in departments if unit not in served]
    return [Group(unit, share, locator, raw, inferred) for unit, share in shares]


def with_post(person: Person, label: str | None) -> Person:
    """A person with the post that his label says he holds: 과장, 담당과장, 담당관."""
    post = label if label == _HEAD_OF_OFFICE else (label or "").removeprefix("담당")
    is_post = post in POSTS or post == _HEAD_OF_OFFICE
    return person._replace(position=post) if is_post and not person.position else person


def contact_of(person: Person, role: str | None, department: str | None) -> Contact:
    """The contact of one officer in a role of a unit; a role printed in the cell of his rank ('책임자 과장') is told from it."""
    position = person.position
    if role is None and position:
        printed = next((label for label in _ROLES_OF_PEOPLE if position.startswith(label)), "")
        if is_position(rank := position.removeprefix(printed)):
            role, position = printed or None, rank
    return build(
        Contact,
        department=department,
        role=role,
        position=position,
        name=person.name,
        phones=person.phones,
        email=person.email,
    )
