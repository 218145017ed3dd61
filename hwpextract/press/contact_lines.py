"""Contacts written as a sentence or a line: '* 담당 : 공공데이터정책과 홍길동(02-0000-0000)'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hwpextract.document import Block
from hwpextract.patterns import pattern
from hwpextract.press.contacts import Group, contact_of, department_of
from hwpextract.press.people import entries, is_reachable
from hwpextract.press.tables import lines_of

_REACH = 6
"""Blocks at either end of a release in which such a line stands."""
_LABEL = pattern(
    r"^[\W_]*(?:(?:업무)?담당(?:자|부서|과)?|(?:내용\s*|취재\s*)?문의(?:처)?|(?:보도)?자료\s*제공|보도자료\s*제공|관련\s*부서)\s*[:：]\s*"
)
_REQUEST = pattern(r"(?:자세한|궁금한|취재).{0,30}(?:원하시|문의|연락)|연락\s*주시기\s*바랍니다")
_REQUEST_HEAD = pattern(r"^.*?(?:원하시면|있으시면|경우(?:에는)?|사항은)\s*")


def read_contact_lines(items: Sequence[Block]) -> list[Group]:
    """Contacts from labelled lines and requests to call, near the beginning or the end of a release."""
    near = items if len(items) <= 2 * _REACH else [*items[:_REACH], *items[-_REACH:]]
    groups: list[Group] = []
    for block in near:
        for line in lines_of((block,)):
            groups += _groups(line, block.locator)
    return groups


def _groups(line: str, locator: str) -> Iterator[Group]:
    label = _LABEL.match(line)
    if not is_reachable(line) or not (label or _REQUEST.search(line)):
        return
    text = line[label.end() :] if label else _REQUEST_HEAD.sub("", line)
    for person in entries(text):
        department = department_of([person.unit]) if person.unit else None
        contact = contact_of(person, None, department.name if department else None)
        yield Group(department, [contact], locator, line)
