"""For each field where it was read and how sure that is, and warnings where two sources disagree.

Confidence starts from the rule that read the value, rises where a second source agrees, and falls by 0.2 where one disagrees.
"""

from __future__ import annotations

from collections.abc import Iterator

from hwpextract.characters import fold
from hwpextract.document import Locator, Warning, build, warning
from hwpextract.press.findings import Findings
from hwpextract.press.header import Timing
from hwpextract.press.metatags import Tagged, agrees, tagged_cells
from hwpextract.press.model import Evidence

_CONFIDENCE = {
    "masthead.line": 0.95,
    "title.frame": 0.9,
    "title.cover": 0.85,
    "title.paragraph": 0.6,
    "contacts.table": 0.95,
    "contacts.header": 0.85,
    "contacts.line": 0.8,
    "timing.table": 0.95,
    "timing.line": 0.85,
    "timing.request": 0.85,
    "timing.alone": 0.8,
}
"""How sure a value is by the rule that read it; those of the agency stand with its rules."""
_CONFIRMED = 0.98
_DISPUTED = 0.2
_CORRECTED = 0.7


def gather(found: Findings) -> tuple[dict[str, Evidence], list[Warning]]:
    """Evidence by field, and warnings about what does not fit together."""
    evidence = dict(_printed(found))
    warnings = [warning("weekday_mismatch", locator=found.timing.locator, raw=time.raw) for time in found.corrected]
    for name in ("release_times", "distributed"):
        if name in evidence and any(time.raw in evidence[name].raw for time in found.corrected):
            evidence[name] = evidence[name].model_copy(update={"confidence": _CORRECTED})
    for tagged in tagged_cells(found.items[: found.contacts.end or found.start]):
        entry = evidence.get(tagged.field)
        if entry is None:
            continue
        confirmed = agrees(tagged, entry.raw)
        evidence[tagged.field] = _confirmed(entry) if confirmed else _disputed(entry, tagged)
        if not confirmed:
            warnings.append(
                warning(
                    "metatag_contradiction", tagged.locator, field=tagged.field, printed=entry.raw, tagged=tagged.text
                )
            )
    if found.issuer:
        warnings += [
            warning("sources_disagree", found.issuer.locator, field="agency", printed=found.issuer.name, other=other)
            for other in found.issuer.others
        ]
    title = evidence.get("title")
    if title and found.headline and found.filed.title and fold(found.filed.title) == fold(found.headline.title):
        evidence["title"] = _confirmed(title)
    return evidence, warnings


def _printed(found: Findings) -> Iterator[tuple[str, Evidence]]:
    """Evidence of every field that was found in print."""
    yield from _of_head(found)
    yield from _of_times(found.timing)
    if found.contacts.groups:
        lead = found.contacts.groups[0]
        for name in ("department", "departments", "contact", "contacts"):
            yield name, _read(lead.locator, lead.raw, found.contacts.rule)
    if found.story.paragraphs:
        first = found.story.paragraphs[0]
        yield "paragraphs", _read(first.locator, first.text, "body.paragraphs", 0.9)
    if found.annexes:
        yield "annexes", _read(None, " / ".join(annex.label for annex in found.annexes), "annexes.head", 0.9)


def _of_head(found: Findings) -> Iterator[tuple[str, Evidence]]:
    headline, issuer = found.headline, found.issuer
    if found.masthead:
        yield "masthead", _read(found.masthead.locator, found.masthead.text, "masthead.line")
    if headline:
        yield "title", _read(headline.locator, headline.raw, headline.rule)
    if headline and headline.subtitles:
        yield "subtitles", _read(headline.locator, headline.raw, headline.rule)
    if issuer:
        read = _read(issuer.locator, issuer.raw, issuer.rule, issuer.confidence)
        yield "agency", read.model_copy(update={"alternatives": issuer.others}) if issuer.others else read


def _of_times(timing: Timing) -> Iterator[tuple[str, Evidence]]:
    if timing.release:
        yield "release_times", _read(timing.locator, " / ".join(time.raw for time in timing.release), timing.rule)
    if timing.distributed:
        yield "distributed", _read(timing.locator, timing.distributed.raw, timing.rule)


def _read(locator: Locator | None, raw: str, rule: str, confidence: float | None = None) -> Evidence:
    return build(
        Evidence,
        locator=locator,
        raw=raw,
        rule=rule,
        confidence=_CONFIDENCE[rule] if confidence is None else confidence,
        alternatives=(),
    )


def _confirmed(entry: Evidence) -> Evidence:
    return entry.model_copy(update={"confidence": max(entry.confidence, _CONFIRMED)})


def _disputed(entry: Evidence, tagged: Tagged) -> Evidence:
    confidence = round(entry.confidence - _DISPUTED, 2)
    return entry.model_copy(update={"confidence": confidence, "alternatives": (*entry.alternatives, tagged.text)})
