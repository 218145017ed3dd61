"""Which organisation issues a release: every place that names one, in the order of trust, and whether they agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from hwpextract.press.confidence import confirmed, disputed
from hwpextract.press.contacts.groups import Group
from hwpextract.press.issuer import by_form, by_story
from hwpextract.press.issuer.places import Issuer, Places
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.offices import stands_above

_ALONE, _CONFIRMS, _FULL = range(3)
"""What a place says of an agency that a better one names.

Nothing, since it reads the same sentences or knows no agencies, and so counts alone or not at all; that it is right, being too weak to
dispute it; or that it is right or wrong.
"""
_SOURCES: tuple[tuple[Callable[[Places], Iterator[Issuer]], int], ...] = (
    (by_story.lead_sentence, _ALONE),
    (by_story.office, _ALONE),
    (by_story.ward, _ALONE),
    (by_form.unit, _FULL),
    (by_form.logo, _FULL),
    (by_form.foot, _FULL),
    (by_story.overseen, _CONFIRMS),
    (by_form.letterhead, _ALONE),
    (by_story.councillor, _ALONE),
    (by_story.house_or_head, _ALONE),
    (by_form.signature, _CONFIRMS),
    (by_form.title, _CONFIRMS),
    (by_story.introduced, _ALONE),
    (by_story.lead_box, _ALONE),
    (by_story.answering, _ALONE),
    (by_form.address, _FULL),
    (by_form.banner_line, _CONFIRMS),
    (by_form.mailbox, _ALONE),
    (by_story.introduced_later, _ALONE),
    (by_form.file_name, _CONFIRMS),
    (by_story.quoted, _ALONE),
    (by_story.meeting, _ALONE),
    (by_story.topic, _ALONE),
    (by_form.logo_text, _CONFIRMS),
)
"""Places in the order of trust."""


def find_issuer(where: Places) -> Issuer | None:
    """The agency named by the best evidence, surer where a second place names it too, less sure where one names another."""
    found: list[Issuer] = []
    for source, weight in _SOURCES:
        if (not found or weight == _FULL) and (issuer := next(source(where), None)):
            found.append(issuer)
    if not found:
        return None
    # Asked only where nothing better has spoken.
    weaker = (issuer for source, weight in _SOURCES if weight == _CONFIRMS and (issuer := next(source(where), None)))
    return _weighed(found[0], found[1:], weaker, where.groups)


def _weighed(best: Issuer, rest: Sequence[Issuer], weaker: Iterable[Issuer], groups: Sequence[Group]) -> Issuer:
    """The best finding in the light of the others. Agencies of the contact block are partners, no contradiction."""
    partners = {group.department.agency for group in groups if group.department}

    def agrees(other: Issuer) -> bool:
        # A field office bears the name or the logo of the agency it is of ('가나경찰청'), a district that of its namesakes.
        is_of_it = best.name.endswith(other.name) and not named(best.name)
        return other.name == best.name or is_of_it or stands_above(other.name, best.name)

    others = tuple(dict.fromkeys(other.name for other in rest if not agrees(other) and other.name not in partners))
    if others:
        return best._replace(confidence=disputed(best.confidence), others=others)
    if any(agrees(other) and other.rule != best.rule for other in chain(rest, weaker)):
        return best._replace(confidence=confirmed(best.confidence))
    return best
