"""The fields of a release as lines of text, one a value, so that what a test expects reads like a table; None is written '-'."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from hwpextract.press.model import Contact, Department, PressRelease, ReleaseTime

KEYS = "masthead title subtitle agency release distributed department contact paragraph annex agenda answers licence".split()
"""What each line begins with."""


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
