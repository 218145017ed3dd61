"""Press-release fields out of a `Document`: what each value is, and where it was read."""

from __future__ import annotations

from collections.abc import Sequence

from hwpextract.account import warning
from hwpextract.document import Document
from hwpextract.node import build
from hwpextract.press.details import read_details
from hwpextract.press.evidence import gather
from hwpextract.press.findings import LIKELY, find
from hwpextract.press.issuer.places import Issuer
from hwpextract.press.model import SCHEMA_VERSION, Department, PressRelease, SourceInfo
from hwpextract.press.story.items import read_items, read_quotes


def extract_fields(document: Document, source: SourceInfo) -> PressRelease:
    """Read the fields of a press release; never raises, an absent field is None or ().

    A document that does not look like a press release (a speech, a photo sheet, a plain report) gets no fields and the warning
    `not_a_press_release`.
    """
    found = find(document, source)
    if found.likelihood < LIKELY:
        return _not_a_release(document, source, found.likelihood)
    kind = found.masthead.kind if found.masthead else None
    title = found.headline.title if found.headline else None
    departments = found.contacts.departments
    people = tuple(contact for group in found.contacts.groups for contact in group.contacts)
    items = read_items(found.story.telling)
    quotes = read_quotes(items)
    details = read_details(kind, title, found.items[: found.start], found.story.blocks, found.closing)
    evidence, warnings = gather(found, items, quotes, details)
    return build(
        PressRelease,
        schema_version=SCHEMA_VERSION,
        masthead=found.masthead.text if found.masthead else None,
        kind=kind,
        title=title,
        subtitles=found.headline.subtitles if found.headline else (),
        agency=found.issuer.name if found.issuer else None,
        agencies=_agencies(found.issuer, departments),
        department=departments[0].name if departments else None,
        departments=departments,
        contact=people[0] if people else None,
        contacts=people,
        release_times=tuple(found.timing.release),
        distributed=found.timing.distributed,
        paragraphs=found.story.paragraphs,
        body=found.story.blocks,
        items=items,
        quotes=quotes,
        annexes=tuple(found.annexes),
        national_agenda=details.national_agenda,
        responds_to=details.responds_to,
        hashtags=details.hashtags,
        licence=details.licence,
        likelihood=found.likelihood,
        evidence=evidence,
        source=source,
        warnings=(*document.warnings, *warnings),
        coverage=document.coverage,
        document=document,
    )


def _not_a_release(document: Document, source: SourceInfo, likelihood: float) -> PressRelease:
    return build(
        PressRelease,
        likelihood=likelihood,
        evidence={},
        source=source,
        warnings=(*document.warnings, warning("not_a_press_release", score=likelihood)),
        coverage=document.coverage,
        document=document,
    )


def _agencies(issuer: Issuer | None, departments: Sequence[Department]) -> tuple[str, ...]:
    names = [issuer.name] if issuer else []
    names += [department.agency for department in departments if department.agency]
    return tuple(dict.fromkeys(names))
