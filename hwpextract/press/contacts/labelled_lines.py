"""Lines with labels, which follow each other as the rows of a form do: '담당부서 : 지도과', '담당자 : 홍길동'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hwpextract.characters import fold
from hwpextract.node import Locator
from hwpextract.patterns import pattern
from hwpextract.press.contacts.bare_labels import bare_parts
from hwpextract.press.contacts.form_roster import Value
from hwpextract.press.contacts.groups import Group
from hwpextract.press.contacts.labelled_form import ContactForm
from hwpextract.press.contacts.officer_lines import is_number_line, officers_alone
from hwpextract.press.labels import CONTACT_LABELS, UNIT_ENDINGS, UNIT_LABELS
from hwpextract.press.phrases.agencies import named as agency_named
from hwpextract.press.phrases.headline import without_label
from hwpextract.press.phrases.names import SURE_UNIT_ENDINGS
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.tables import Parts, label_key, labelled_parts

_UNIT = "담당부서"
_UNNAMED = "담당"
"""What officers without a label are read as: a unit, its officers, or both."""
_NUMBER = "전화"
"""What a number alone on its line is read as."""
_MOST_UNITS = 3
_SHORTEST_UNIT = 3
_BARE_LABEL = pattern(
    r"^\W*(?:[\[【〔(<]\s*(?P<bracketed>[가-힣\s]{2,10})[\]】〕)>]|(?P<unit>(?:담당|관련|제공|작성)\s?부서)\s)\s*(?P<value>\S.*)$"
)


class Part(NamedTuple):
    """A labelled value: in which of the lines, and where, it stands, the label, the text."""

    line: int
    locator: Locator
    label: str
    text: str


def runs_of(lines: Sequence[tuple[Locator, str]]) -> Iterator[list[Part]]:
    """Labelled values on lines that follow each other; a label may stand on the line above its value."""
    run: list[Part] = []
    label = None
    unit: list[Part] = []  # the line above, where it is a unit
    for at, (locator, line) in enumerate(lines):
        values = labelled_values(line)
        if label and not values:
            values = [(label, line)]
        elif not values and any(person.name for person in officers_alone(line)):
            values = [(_UNNAMED, line)]
        elif run and not values and is_number_line(line):
            values = [(_NUMBER, line)]
        parts = [Part(at, locator, key, text) for key, text in values]
        label = key if (key := label_key(line)) in CONTACT_LABELS else None
        if unit and parts and UNIT_LABELS.isdisjoint(part.label for part in parts):
            parts = [*unit, *parts]
        named = without_label(line)  # '[보도자료] 가나시 지도과'
        unit = [Part(at, locator, _UNIT, named)] if not run and not parts and is_unit_line(named) else []
        run += parts
        if run and not parts and label is None:
            yield run
            run = []
    if run:
        yield run


def labelled_values(line: str) -> Parts:
    """Labels of a line with their values, with a colon between them or without."""
    return labelled_parts(line, CONTACT_LABELS) or _bare(line) or _without_colon(line)


def _bare(line: str) -> Parts:
    """'담당부서 지도과 / 담당자 홍길동 / 전화 044-…', each label with a value of its kind; sentences are none."""
    parts = [] if line.rstrip().endswith(".") else bare_parts(line)
    return [(label, value) for label, value in parts if label in CONTACT_LABELS]


def _without_colon(line: str) -> Parts:
    """'【문의】 지도과 …(044-…)', '담당부서 지도과 (…)': a label in brackets, or that of a unit, before how it is reached."""
    match = _BARE_LABEL.match(line) if is_reachable(line) and not line.rstrip().endswith(".") else None
    if match is None:
        return []
    label = fold(match["bracketed"] or match["unit"])
    return [(label, match["value"])] if label in CONTACT_LABELS else []


def form_of(run: Sequence[Part]) -> list[Group]:
    """The units and officers of labelled lines, read as a form with a row for each value."""
    form = ContactForm([part.locator for part in run], {})
    for row, part in enumerate(run):
        form.read(part.label, row, [Value(row, 0, [part.text])])
    groups = form.groups()
    for group in groups[:1]:
        group.locator = run[0].locator  # the block begins where its first label stands
    return groups


def is_unit_line(line: str) -> bool:
    """Whether a line is a unit, with those above it at most, and nothing else ('가나소방서 예방과')."""
    words = line.split()
    if not 0 < len(words) <= _MOST_UNITS or len(words[-1]) < _SHORTEST_UNIT:
        return False
    return words[-1].endswith(SURE_UNIT_ENDINGS) and all(
        word.endswith(UNIT_ENDINGS) or agency_named(word) for word in words
    )
