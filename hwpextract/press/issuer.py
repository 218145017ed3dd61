"""Which organisation issues a release: lead sentence, contact block, logo, in this order of trust."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hwpextract.characters import squeeze
from hwpextract.document import Block, Image, Locator, Paragraph, Table, walk
from hwpextract.patterns import pattern
from hwpextract.press.agencies import leading, mentioned
from hwpextract.press.contacts import Group
from hwpextract.press.tables import lines_of

_LEAD_PARAGRAPHS = 3
_LEAD_REACH = 200
"""Characters in which the lead sentence names the agency."""
_FOOT = 4
"""Blocks at the end in which the publisher's address may stand."""
_HEAD_OF = (
    "(?:장관|차관|청장|처장|위원장|원장|사장|이사장|총장|실장|본부장|국장|총재|회장|시장|도지사|지사|군수|구청장"
    "|소장|센터장|관장|교장|총리|이하)"
)
_SUBJECT = pattern(rf"^[\W_]*(?P<name>[가-힣A-Za-z·\s]{{2,30}}?)\s*[(（]\s*[^()（）]{{0,20}}?{_HEAD_OF}")
_INTRODUCED = pattern(
    rf"^[\W_]*(?P<name>[가-힣A-Za-z·]{{2,20}}(?:청|원|공사|공단|위원회|대학교|센터|재단|협회|은행|공제회|시|도|군|구|검찰청|교육청))"
    rf"\s*[(（]\s*[^()（）]{{0,12}}?{_HEAD_OF}\s"
)
_SPEAKS = pattern(r"^[\W_]*(?P<name>[^(（,.]{2,40}?(?:은|는|이|가|에서는))[\s,]")
_OFFICE = pattern(r"대변인|홍보|공보|연락|문의|☎|@")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The issuing agency and the place that names it."""

    name: str
    raw: str
    locator: Locator
    rule: str
    confidence: float


def find_issuer(
    story: Sequence[Paragraph], groups: Sequence[Group], items: Sequence[Block], start: int, on: str
) -> Issuer | None:
    """The agency named by the best evidence.

    Args:
        story: paragraphs of the body.
        groups: units of the contact block.
        items: all blocks of the body, the head being those before `start`.
        start: index behind headline and timing row.
        on: ISO date of the release, which tells namesakes apart.
    """
    head, foot = items[:start], items[max(start, len(items) - _FOOT) :]
    for candidates in (
        _lead_sentence(story, on),
        _units(groups),
        _logo(head, on),
        _foot(foot, on),
        _logo_text(head, on),
    ):
        found = next(candidates, None)
        if found:
            return found
    return None


def _lead_sentence(story: Sequence[Paragraph], on: str) -> Iterator[Issuer]:
    for form in (_SUBJECT, _SPEAKS):
        for paragraph in story[:_LEAD_PARAGRAPHS]:
            match = form.match(squeeze(paragraph.text[:_LEAD_REACH]))
            name = next(mentioned(match["name"], on), None) if match else None
            if match and name:
                yield Issuer(name, squeeze(match["name"]), paragraph.locator, "agency.lead_sentence", 0.95)


def _lead_unknown(story: Sequence[Paragraph]) -> Iterator[Issuer]:
    """An organisation no table knows, introduced in the first sentence with its head: '경인지방통계청(지청장 홍길동)은'."""
    for paragraph in story[:1]:
        match = _INTRODUCED.match(squeeze(paragraph.text[:_LEAD_REACH]))
        if match:
            yield Issuer(match["name"], match["name"], paragraph.locator, "agency.introduced", 0.6)


def _units(groups: Sequence[Group]) -> Iterator[Issuer]:
    for group in groups[:1]:
        if group.department and group.department.agency:
            yield Issuer(group.department.agency, group.raw, group.locator, "agency.unit", 0.9)


def _logo(head: Sequence[Block], on: str) -> Iterator[Issuer]:
    for block in walk(head):
        if isinstance(block, Image) and block.original_name:
            for name in mentioned(block.original_name, on):
                yield Issuer(name, block.original_name, block.locator, "agency.logo_name", 0.8)


def _foot(blocks: Sequence[Block], on: str) -> Iterator[Issuer]:
    """'기획재정부 대변인' above an address, or the office to call, at the end."""
    for block in blocks:
        for line in lines_of((block,)):
            found = leading(line, on)
            if found and _OFFICE.search(line):
                yield Issuer(found[0], line, block.locator, "agency.foot", 0.8)


def _logo_text(head: Sequence[Block], on: str) -> Iterator[Issuer]:
    """Text under a logo is often a left-over of another ministry's file: the weakest evidence."""
    for block in head:
        if isinstance(block, Table):
            for line in lines_of((block,)):
                for name in mentioned(line, on):
                    yield Issuer(name, line, block.locator, "agency.logo_text", 0.2)
