"""Header and contact blocks of every era and house style, each with the fields a careful reader finds there.

A file of `examples/` has three parts between lines of dashes: what the example shows, the document in the notation of
`builders.blocks`, and every field of the release, one line a value (None is written '-').
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from builders.blocks import release

from hwpextract.press.model import Contact, Department, PressRelease, ReleaseTime

EXAMPLES = sorted(Path(__file__).with_name("examples").glob("*.txt"))
FIELDS = "masthead title subtitle agency release distributed department contact paragraph annex agenda answers licence".split()
NOT_YET = {
    "C01-contact": "officers side by side on one line are not told apart",
    "C02-contact": "officers side by side on one line are not told apart",
    "C04-agency": "an agency's name inside a longer unknown name counts",
    "C05-agency": "an agency's name inside a longer unknown name counts",
    "C05-release": "a request that goes on for another clause is not read",
    "C05-contact": "header cells without a label are not read",
    "E30-department": "a topic in brackets that opens the unit's name is taken for its short name",
    "E43b-department": "two units in one cell without a mark between them are not told apart",
    "E43b-contact": "two units in one cell without a mark between them are not told apart",
    "E44a-distributed": "a day beside the running number of a bulletin is not read",
    "E44b-department": "two units in one cell are not paired with their officers",
    "E44b-contact": "two units in one cell are not paired with their officers",
}
"""What is not read yet, by example and field, and why."""


def cases() -> Iterator[object]:
    """Every field of every example."""
    for path in EXAMPLES:
        for field in FIELDS:
            name = f"{path.stem}-{field}"
            reason = NOT_YET.get(name)
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            yield pytest.param(path, field, marks=marks, id=name)


@pytest.mark.parametrize(("path", "field"), list(cases()))
def test_example(path: Path, field: str) -> None:
    expected, found = read_example(path)
    assert values(found, field) == values(expected, field)


def test_what_is_not_read_names_examples() -> None:
    assert set(NOT_YET) <= {f"{path.stem}-{field}" for path in EXAMPLES for field in FIELDS}


@cache
def read_example(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Expected lines and lines found."""
    about, text, expected = path.read_text("utf-8").split("\n---\n")
    filename = about.partition("\nfile: ")[2] or None
    lines = tuple(expected.strip().split("\n"))
    assert {line.partition(": ")[0] for line in lines} <= set(FIELDS)
    return lines, tuple(shown(release(text, filename=filename)))


def values(lines: tuple[str, ...], field: str) -> list[str]:
    return [line for line in lines if line.startswith(f"{field}: ")]


def shown(found: PressRelease) -> Iterator[str]:
    """The fields of a release as lines."""
    if found.masthead or found.kind:
        yield f"masthead: {found.masthead} {found.kind}"
    if found.title is not None:
        yield f"title: {found.title}"
    yield from (f"subtitle: {subtitle}" for subtitle in found.subtitles)
    if found.agencies:
        assert found.agency in (found.agencies[0], None)
        yield f"agency: {', '.join(found.agencies)}"
    yield from (f"release: {row(moment(time), time.edition, time.channel, time.raw)}" for time in found.release_times)
    if found.distributed:
        yield f"distributed: {row(moment(found.distributed), found.distributed.raw)}"
    assert found.department == (found.departments[0].name if found.departments else None)
    yield from (f"department: {unit(department)}" for department in found.departments)
    assert found.contact == (found.contacts[0] if found.contacts else None)
    yield from (f"contact: {person(contact)}" for contact in found.contacts)
    yield from (f"paragraph: {paragraph.text}" for paragraph in found.paragraphs)
    yield from (f"annex: {row(annex.label, annex.title)}" for annex in found.annexes)
    yield from (f"agenda: {agenda}" for agenda in found.national_agenda)
    yield from (
        f"answers: {row(report.outlet, report.day, report.page, report.headline)}" for report in found.responds_to
    )
    if found.licence:
        yield f"licence: {found.licence}"


def unit(department: Department) -> str:
    """Name, parent, agency, and behind them part and topic where there is one."""
    text = row(department.name, department.parent, department.agency)
    return f"{text} | {row(department.part, department.topic)}" if department.part or department.topic else text


def person(contact: Contact) -> str:
    reach = ", ".join(filter(None, [*contact.phones, contact.email]))
    return row(contact.department, contact.role, contact.position, contact.name, reach)


def moment(time: ReleaseTime) -> str | None:
    if isinstance(time.at, datetime):
        assert time.at.utcoffset() == timedelta(hours=9)
        return time.at.strftime("%Y-%m-%dT%H:%M")
    return time.at.isoformat() if isinstance(time.at, date) else None


def row(*parts: str | None) -> str:
    return " | ".join(part or "-" for part in parts)
