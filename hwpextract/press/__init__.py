"""Press-release fields out of a `Document`: what each value is, and where it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hwpextract.document import Block, Document, Paragraph, Table, paragraphs_of
from hwpextract.press.body import annex_head, body_paragraphs, find_annexes, first_annex
from hwpextract.press.contact_lines import read_contact_lines
from hwpextract.press.contacts import Group, is_contact_table, read_contact_table, read_header_contacts
from hwpextract.press.filename import parse_filename
from hwpextract.press.header import Masthead, Timing, find_masthead, find_timing, years_in
from hwpextract.press.issuer import Issuer, find_issuer
from hwpextract.press.model import Department, Evidence, PressRelease, SourceInfo
from hwpextract.press.tables import opened
from hwpextract.press.title import Headline, find_headline

_YEAR_REACH = 30
"""Paragraphs from the top in which a year printed in the text may serve dates without one."""


@dataclass(slots=True)
class _Contacts:
    """Groups of the contact block, and where the block begins and ends among the items of the body."""

    groups: list[Group] = field(default_factory=list)
    first: int | None = None
    end: int = 0
    rule: str = ""


def extract_fields(document: Document, source: SourceInfo) -> PressRelease:
    """Read the fields of a press release; never raises, an absent field is None or ()."""
    items = list(opened(document.blocks))
    masthead = find_masthead(items, document)
    timing = find_timing(items, document, list(_years(document, source)))
    headline = find_headline(
        items, masthead.index if masthead else -1, timing.index if timing.index is not None else -1
    )
    start = 1 + max(
        masthead.index if masthead else -1,
        timing.index if timing.index is not None else -1,
        headline.last if headline else -1,
    )
    contacts = _find_contacts(items, start)
    story = _story(items, start, contacts)
    issuer = find_issuer(story, contacts.groups, items, start, _day_of(timing))
    departments = tuple(dict.fromkeys(group.department for group in contacts.groups if group.department))
    people = tuple(contact for group in contacts.groups for contact in group.contacts)
    return PressRelease.model_construct(
        masthead=masthead.text if masthead else None,
        kind=masthead.kind if masthead else None,
        title=headline.title if headline else None,
        subtitles=headline.subtitles if headline else (),
        agency=issuer.name if issuer else None,
        agencies=_agencies(issuer, departments),
        department=departments[0].name if departments else None,
        departments=departments,
        contact=people[0] if people else None,
        contacts=people,
        release_times=tuple(timing.release),
        distributed=timing.distributed,
        paragraphs=story,
        annexes=tuple(find_annexes(items, max(start, contacts.end))),
        evidence=dict(_evidence(masthead, timing, headline, contacts, issuer)),
        source=source,
        warnings=document.warnings,
        coverage=document.coverage,
        document=document,
    )


def _find_contacts(items: Sequence[Block], start: int) -> _Contacts:
    """Contact tables of the standard form up to the first annex, else labelled cells of the header, else lines."""
    found = _Contacts(rule="contacts.table")
    for index, item in enumerate(items):
        if isinstance(item, Table) and is_contact_table(item):
            found.groups += read_contact_table(item)
            found.first = index if found.first is None else found.first
            found.end = index + 1
        elif found.first is not None and index >= start and annex_head(item):
            break
    if found.groups:
        return found
    for item in items[:start]:
        if isinstance(item, Table):
            found.groups += read_header_contacts(item)
    if found.groups:
        found.rule = "contacts.header"
        return found
    return _Contacts(read_contact_lines(items), rule="contacts.line")


def _story(items: Sequence[Block], start: int, contacts: _Contacts) -> tuple[Paragraph, ...]:
    """The body: up to the contact block, or behind it where it stands above the story, up to the first annex."""
    above = body_paragraphs(items[start : contacts.first]) if contacts.first is not None else ()
    behind = max(start, contacts.end)
    return above or body_paragraphs(items[behind : first_annex(items, behind)])


def _years(document: Document, source: SourceInfo) -> Iterator[int]:
    """Years the release may be of, best evidence first: file name, the text near the top, the day the file was saved."""
    filed = parse_filename(source.filename).date if source.filename else None
    if filed:
        yield filed.year
    near_top = (
        paragraph.text for paragraph, _ in zip(paragraphs_of(document.blocks), range(_YEAR_REACH), strict=False)
    )
    yield from years_in(" ".join(near_top))
    if document.metadata.modified:
        yield document.metadata.modified.year


def _day_of(timing: Timing) -> str:
    """ISO date of the release, '' when no day is stated."""
    times = [*timing.release, *([timing.distributed] if timing.distributed else [])]
    days = [time.at for time in times if time.at]
    return days[0].strftime("%Y-%m-%d") if days else ""


def _agencies(issuer: Issuer | None, departments: Sequence[Department]) -> tuple[str, ...]:
    names = [issuer.name] if issuer else []
    names += [department.agency for department in departments if department.agency]
    return tuple(dict.fromkeys(names))


def _evidence(
    masthead: Masthead | None, timing: Timing, headline: Headline | None, contacts: _Contacts, issuer: Issuer | None
) -> Iterator[tuple[str, Evidence]]:
    if masthead:
        yield "masthead", _read(masthead.locator, masthead.text, "masthead.line", 0.95)
    if headline:
        confidence = 0.9 if headline.rule == "title.frame" else 0.6
        yield "title", _read(headline.locator, headline.raw, headline.rule, confidence)
        if headline.subtitles:
            yield "subtitles", _read(headline.locator, headline.raw, headline.rule, confidence)
    if issuer:
        yield "agency", _read(issuer.locator, issuer.raw, issuer.rule, issuer.confidence)
    if contacts.groups:
        lead = contacts.groups[0]
        confidence = 0.95 if contacts.rule == "contacts.table" else 0.85
        for name in ("department", "departments", "contact", "contacts"):
            yield name, _read(lead.locator, lead.raw, contacts.rule, confidence)
    confidence = 0.95 if timing.rule == "timing.table" else 0.85
    if timing.release:
        yield (
            "release_times",
            _read(timing.locator, " / ".join(time.raw for time in timing.release), timing.rule, confidence),
        )
    if timing.distributed:
        yield "distributed", _read(timing.locator, timing.distributed.raw, timing.rule, confidence)


def _read(locator: str | None, raw: str, rule: str, confidence: float) -> Evidence:
    return Evidence.model_construct(locator=locator, raw=raw, rule=rule, confidence=confidence)
