"""An officer as printed, and the numbers behind several dealt out among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hwpextract.press.phrases.reach import Reach, extended


class Person(NamedTuple):
    """One officer as printed; `unit` only where the string itself names it."""

    name: str | None = None
    position: str | None = None
    phones: tuple[str, ...] = ()
    email: str | None = None
    unit: str | None = None


def dealt_out(people: Sequence[Person], found: Sequence[Reach], like: str | None = None) -> list[Person]:
    """People with the numbers printed behind them: one each where there are as many, one for all where there is only one.

    A list or range of more numbers than people is that of all, too.
    """
    phones: list[str] = []
    emails: list[str] = []
    for reach in found:
        phones += reach.phones
        if reach.email:
            emails.append(reach.email)
        elif reach.extension and (number := extended(reach.extension, phones[-1] if phones else like)):
            phones.append(number)
    of = len(people)
    if len(phones) > of and any(len(reach.phones) == len(phones) for reach in found):
        people = [person._replace(phones=person.phones or tuple(dict.fromkeys(phones))) for person in people]
    return [
        Person(
            person.name,
            person.position,
            person.phones or _share(phones, i, of),
            person.email or (_share(emails, i, of)[0] if emails else None),
            person.unit,
        )
        for i, person in enumerate(people)
    ]


def _share(values: Sequence[str], place: int, of: int) -> tuple[str, ...]:
    """What one of several people gets: with more values than people the last takes the rest, with fewer they share the last."""
    if not values:
        return ()
    if of == 1:
        return tuple(dict.fromkeys(values))
    if place == of - 1 and len(values) > of:
        return tuple(dict.fromkeys(values[place:]))
    return (values[min(place, len(values) - 1)],)
