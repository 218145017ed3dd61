"""For each field where it was read and how sure that is, and warnings where two sources disagree.

Confidence starts from the rule that read the value, rises where a second source agrees, and falls by 0.2 where one disagrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hwpextract.account import Warning, warning
from hwpextract.characters import fold
from hwpextract.document import text_of
from hwpextract.node import Locator, altered, build
from hwpextract.patterns import pattern
from hwpextract.press.confidence import confirmed, disputed
from hwpextract.press.contact_block import ContactBlock
from hwpextract.press.contacts.groups import Group
from hwpextract.press.details import Details
from hwpextract.press.findings import Findings
from hwpextract.press.head.timing import Timing
from hwpextract.press.metatags import Tag, agrees, tagged_cells, tagged_names, tags_of
from hwpextract.press.model import Evidence, Item, Quote
from hwpextract.press.phrases.dates import day_of, is_placeholder
from hwpextract.press.phrases.reach import masked
from hwpextract.press.tables import first_line, lines_of

_CONFIDENCE = {
    "masthead.line": 0.95,
    "title.labelled": 0.95,
    "title.frame": 0.9,
    "title.cover": 0.85,
    "title.line": 0.85,
    "title.paragraph": 0.6,
    "title.bracketed": 0.6,
    "contacts.table": 0.95,
    "contacts.columns": 0.85,
    "contacts.header": 0.85,
    "contacts.line": 0.8,
    "timing.table": 0.95,
    "timing.line": 0.85,
    "timing.flat": 0.8,
    "timing.request": 0.85,
    "timing.alone": 0.8,
    "details.national_agenda": 0.95,
    "details.responds_to": 0.85,
    "details.hashtags": 0.9,
    "details.licence": 0.85,
}
"""How sure a value is by the rule that read it; those of the agency stand with its rules."""
_CORRECTED = 0.7
_INFERRED = 0.7
_SAME_TITLE, _OTHER_TITLE = 0.9, 0.25
"""Likeness of two titles from which they are one, and below which they are two."""
_LEAST_TITLE, _LONGEST_TITLE = 12, 200
_NO_WORD = pattern(r"\W+")
_COVERED = pattern("[*○xX]{2}", needs="*○xX")
"""What every number with covered digits has."""


def gather(
    found: Findings, items: Sequence[Item], quotes: Sequence[Quote], details: Details
) -> tuple[dict[str, Evidence], list[Warning]]:
    """Evidence by field, and warnings about what does not fit together."""
    evidence = _printed(found, items, quotes, details)
    warnings = list(_weigh_days(evidence, found))
    warnings += _masked_numbers(found)
    if found.headline and not found.story.paragraphs:
        warnings.append(warning("story_missing", locator=found.headline.locator))
    if found.more:
        warnings.append(warning("more_releases", locator=found.more, place=found.more))
    tags = tags_of(found.items[: found.contacts.end or found.start])
    warnings += _weigh_tags(evidence, tags)
    warnings += _weigh_names(evidence, tags if found.contacts.end else (), found.contacts.groups)
    if found.issuer:
        warnings += [_disagreement("agency", found.issuer.locator, found.issuer.name, o) for o in found.issuer.others]
    warnings += _weigh_file_name(evidence, found)
    return evidence, warnings


def _weigh_days(evidence: dict[str, Evidence], found: Findings) -> Iterator[Warning]:
    """Days whose weekday does not fit, and days of a template that nobody has filled in."""
    for slip in found.corrected:
        yield warning("weekday_mismatch", locator=found.timing.locator, raw=slip.raw)
        for name in ("release_times", "distributed"):
            if name in evidence and slip.raw in evidence[name].raw:
                evidence[name] = altered(evidence[name], confidence=_CORRECTED)
    for time in found.timing.times:
        if time.at is None and is_placeholder(time.raw):
            yield warning("template_placeholder", locator=found.timing.locator, raw=time.raw)


def _masked_numbers(found: Findings) -> Iterator[Warning]:
    """Numbers of officers that the document covers; the digits that are left stay out of the warning, as out of the fields."""
    places = {group.locator.partition("/r")[0] for group in found.contacts.groups}
    for block in found.items:
        if block.locator in places and _COVERED.search(text_of((block,))):
            count = sum(len(masked(line)) for line in lines_of((block,)))
            if count:
                yield warning("number_masked", block.locator, count=count)


def _weigh_tags(evidence: dict[str, Evidence], tags: Sequence[Tag]) -> Iterator[Warning]:
    """The labels of the form against the printed values."""
    for tagged in tagged_cells(tags):
        entry = evidence.get(tagged.field)
        if entry is None:
            continue
        if agrees(tagged, entry.raw):
            evidence[tagged.field] = _confirmed(entry)
        else:
            evidence[tagged.field] = _disputed(entry, tagged.text)
            yield warning(
                "metatag_contradiction", tagged.locator, field=tagged.field, printed=entry.raw, tagged=tagged.text
            )


def _weigh_names(evidence: dict[str, Evidence], tags: Sequence[Tag], groups: Sequence[Group]) -> Iterator[Warning]:
    """The tagged names of officers against those read."""
    entry = evidence.get("contacts")
    tagged = list(tagged_names(tags)) if entry else []
    if not tagged:
        return
    names = {fold(person.name) for group in groups for person in group.contacts if person.name}
    missing = [one for one in tagged if fold(one.text) not in names]
    for one in missing:
        printed = ", ".join(sorted(names))
        yield warning("metatag_contradiction", one.locator, field="contacts", printed=printed, tagged=one.text)
        evidence["contacts"] = _disputed(evidence["contacts"], one.text)
    if entry and not missing:
        evidence["contacts"] = _confirmed(entry)


def _weigh_file_name(evidence: dict[str, Evidence], found: Findings) -> Iterator[Warning]:
    """The title, unit and day in the file name; only a title that shares little with the printed one contradicts it.

    Days and units of file names follow the habits of each agency and contradict nothing.
    """
    filed, headline = found.filed, found.headline
    if headline and filed.title and "title" in evidence:
        alike = _alike(fold(headline.title), fold(filed.title))
        if alike >= _SAME_TITLE:
            evidence["title"] = _confirmed(evidence["title"])
        elif filed.is_telling and alike < _OTHER_TITLE:
            evidence["title"] = _disputed(evidence["title"], filed.title)
            yield _disagreement("title", headline.locator, headline.title, filed.title)
    units = found.contacts.departments if filed.unit else ()
    if filed.unit and units and fold(filed.unit.replace("-", " ").split(" ")[-1]) == fold(units[0].name):
        evidence["department"] = _confirmed(evidence["department"])
    if filed.date is None or found.corrected:
        return
    for name, times in (("release_times", found.timing.release), ("distributed", [found.timing.distributed])):
        if any(time and time.at and day_of(time.at) == filed.date for time in times):
            evidence[name] = _confirmed(evidence[name])


def _alike(printed: str, filed: str) -> float:
    """How much of two titles is the same, 0 to 1; a title cut short by a system counts as the same."""
    if printed == filed or (len(filed) >= _LEAST_TITLE and printed.startswith(filed)):
        return 1.0
    one, other = _pairs(printed), _pairs(filed)
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _pairs(title: str) -> set[tuple[str, str]]:
    """Pairs of letters that follow each other in a title."""
    return set(pairwise(_NO_WORD.sub("", title[:_LONGEST_TITLE])))


def _disagreement(field: str, locator: Locator | None, printed: str, other: str) -> Warning:
    return warning("sources_disagree", locator, field=field, printed=printed, other=other)


def _printed(found: Findings, items: Sequence[Item], quotes: Sequence[Quote], details: Details) -> dict[str, Evidence]:
    """Evidence of every field that was found in print."""
    printed = {**_of_head(found), **_of_times(found.timing), **_of_contacts(found.contacts)}
    if any(department.agency for department in found.contacts.departments):
        printed.setdefault("agencies", printed["departments"])
    if found.story.paragraphs:
        first = found.story.paragraphs[0]
        printed["paragraphs"] = _read(first.locator, first.text, "body.paragraphs", 0.9)
    if found.story.blocks:
        block = found.story.blocks[0]
        printed["body"] = _read(block.locator, first_line((block,)), "body.blocks", 0.9)
    if items:
        printed["items"] = _read(items[0].locator, items[0].text, "body.items", 0.9)
    if quotes:
        printed["quotes"] = _read(quotes[0].locator, quotes[0].text, "body.quotes", 0.8)
    if found.annexes:
        labels = " / ".join(annex.label for annex in found.annexes)
        printed["annexes"] = _read(found.annexes[0].locator, labels, "annexes.head", 0.9)
    for name, (locator, line) in details.places.items():
        printed[name] = _read(locator, line, f"details.{name}")
    return printed


def _of_head(found: Findings) -> dict[str, Evidence]:
    printed: dict[str, Evidence] = {}
    masthead, headline, issuer = found.masthead, found.headline, found.issuer
    if masthead:
        printed["masthead"] = printed["kind"] = _read(masthead.locator, masthead.text, "masthead.line")
    if headline:
        printed["title"] = _read(headline.locator, headline.raw, headline.rule)
        if headline.subtitles:
            printed["subtitles"] = printed["title"]
    if issuer:
        read = _read(issuer.locator, issuer.raw, issuer.rule, issuer.confidence, issuer.others)
        printed["agency"] = printed["agencies"] = read
    return printed


def _of_times(timing: Timing) -> dict[str, Evidence]:
    printed: dict[str, Evidence] = {}
    if timing.release:
        printed["release_times"] = _read(timing.locator, " / ".join(time.raw for time in timing.release), timing.rule)
    if timing.distributed:
        printed["distributed"] = _read(timing.locator, timing.distributed.raw, timing.rule)
    return printed


def _of_contacts(contacts: ContactBlock) -> dict[str, Evidence]:
    """Units and officers; these are less sure where the role of one was taken from the row above."""
    if not contacts.groups:
        return {}
    lead = contacts.groups[0]
    read = _read(lead.locator, lead.raw, contacts.rule)
    inferred = altered(read, confidence=_INFERRED) if any(group.inferred for group in contacts.groups) else read
    return {
        "department": read,
        "departments": read,
        "contact": inferred if lead.inferred else read,
        "contacts": inferred,
    }


def _read(
    locator: Locator | None,
    raw: str,
    rule: str,
    confidence: float | None = None,
    alternatives: tuple[str, ...] = (),
) -> Evidence:
    return build(
        Evidence,
        locator=locator,
        raw=raw,
        rule=rule,
        confidence=_CONFIDENCE[rule] if confidence is None else confidence,
        alternatives=alternatives,
    )


def _confirmed(entry: Evidence) -> Evidence:
    return altered(entry, confidence=confirmed(entry.confidence))


def _disputed(entry: Evidence, other: str) -> Evidence:
    alternatives = (*entry.alternatives, other)
    return altered(entry, confidence=disputed(entry.confidence), alternatives=alternatives)
