"""The fields of a release with the evidence for each, for a person to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hwpextract.characters import squeeze
from hwpextract.export.controls import printable

if TYPE_CHECKING:
    from hwpextract.press.model import Annex, Contact, Department, Evidence, NewsReport, PressRelease, ReleaseTime

_WIDTH = 17
_INDENT = " " * _WIDTH
_LONGEST = 160


def to_explanation(release: PressRelease) -> str:
    """Each stated field with its values, then where it was read, how sure that is, and the printed text; warnings at the end."""
    lines = [f"{'source':<{_WIDTH}}{_source(release)}", f"{'likelihood':<{_WIDTH}}{release.likelihood:.2f}"]
    for name, values in fields_of(release):
        if not values:
            continue
        lines.append("")
        lines += [f"{name if first else '':<{_WIDTH}}{value}" for first, value in _with_first(values)]
        if entry := release.evidence.get(name):
            lines += [_INDENT + line for line in _evidence(entry)]
    lines += [
        f"\n{warning.severity.value + ':':<{_WIDTH}}{warning.message} [{warning.code}]" for warning in release.warnings
    ]
    return printable("\n".join(lines)) + "\n"


def _source(release: PressRelease) -> str:
    source = release.source
    return f"{source.filename or '-'} ({source.format.value}, {source.size:,} bytes)"


def fields_of(release: PressRelease) -> Iterator[tuple[str, list[str]]]:
    """Each field by name with its values as lines to read, none where nothing is stated."""
    yield "masthead", _one(" · ".join(filter(None, [release.masthead, release.kind])))
    yield "title", _one(release.title)
    yield "subtitles", list(release.subtitles)
    yield "agency", _one(", ".join(release.agencies) or release.agency)
    yield "departments", [_department(department) for department in release.departments]
    yield "contacts", [_contact(contact) for contact in release.contacts]
    yield "release_times", [_time(time) for time in release.release_times]
    yield "distributed", [_time(release.distributed)] if release.distributed else []
    yield "paragraphs", [_short(paragraph.text) for paragraph in release.paragraphs[:1]] + _more(release)
    yield "quotes", [_short(f"{quote.speaker}: {quote.text}") for quote in release.quotes]
    yield "annexes", [_annex(annex) for annex in release.annexes]
    yield "national_agenda", list(release.national_agenda)
    yield "responds_to", [_report(report) for report in release.responds_to]
    yield "hashtags", _one(" ".join(f"#{tag}" for tag in release.hashtags))
    yield "licence", _one(release.licence)


def _one(value: str | None) -> list[str]:
    return [value] if value else []


def _more(release: PressRelease) -> list[str]:
    count = len(release.paragraphs) - 1
    return [f"… and {count} more"] if count > 0 else []


def _department(department: Department) -> str:
    path = [department.agency, department.parent, department.name]
    marks = [mark for mark in (department.part, department.topic) if mark]
    return " > ".join(filter(None, path)) + (f" <{', '.join(marks)}>" if marks else "")


def _contact(contact: Contact) -> str:
    parts = [contact.department, contact.role, contact.position, contact.name, *contact.phones, contact.email]
    return " ".join(part for part in parts if part)


def _time(time: ReleaseTime) -> str:
    parts = [time.at.isoformat() if time.at else None, time.edition, time.channel]
    return " ".join(part for part in parts if part) or time.raw


def _annex(annex: Annex) -> str:
    return f"{annex.label} {annex.title or ''}".rstrip()


def _report(report: NewsReport) -> str:
    return ", ".join(filter(None, [report.outlet, report.day, report.page, report.headline]))


def _evidence(entry: Evidence) -> Iterator[str]:
    yield f"{entry.confidence:.2f} {entry.rule} at {entry.locator or '-'}: {_short(entry.raw)}"
    for other in entry.alternatives:
        yield f"     elsewhere: {_short(other)}"


def _short(text: str) -> str:
    text = squeeze(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _with_first(values: Iterable[str]) -> Iterator[tuple[bool, str]]:
    return ((number == 0, value) for number, value in enumerate(values))
