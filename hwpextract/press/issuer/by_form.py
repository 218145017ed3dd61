"""The agency as the form of a release names it: contact block, letterhead, headline, foot, logo, the name of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hwpextract.characters import is_syllable, squeeze
from hwpextract.document import Block, Paragraph, Table, text_of, walk
from hwpextract.node import Locator
from hwpextract.patterns import pattern
from hwpextract.press.issuer.lead_sentence import lead_of, unmarked
from hwpextract.press.issuer.places import Issuer, Places
from hwpextract.press.phrases.agencies import at_address, mentions, named, town_in
from hwpextract.press.phrases.agency_titles import SIGNED, agency_in_title, opening, opens_title, signing
from hwpextract.press.phrases.head_lines import is_bare_day
from hwpextract.press.phrases.offices import office_named
from hwpextract.press.tables import lines_of

_LONGEST_NAME = 30
_OFFICE = ("대변인", "홍보", "공보", "연락", "문의", "☎", "@")
"""What lines of the foot hold that name the press office or say where to call."""
_SITE = (".kr", ".KR", ".Kr", ".kR")
"""What web addresses of Korean agencies end in."""
_SUBJECT_ENDS = pattern(r"\s?[(（]|(?:은|는|이|가)\s")


def letterhead(where: Places) -> Iterator[Issuer]:
    """An organisation that stands in the banner or above the unit and is the subject of the first sentence, known or not."""
    for paragraph in where.story[:1]:
        lead = unmarked(lead_of(paragraph.text))
        for name in where.names():
            if lead.startswith(name) and _SUBJECT_ENDS.match(lead, len(name)):
                yield Issuer(name, name, paragraph.locator, "agency.letterhead", 0.9)


def unit(where: Places) -> Iterator[Issuer]:
    """The agency of the first unit of the contact block."""
    for group in where.groups[:1]:
        if group.department and group.department.agency:
            name = town_in(group.raw, group.department.agency) or group.department.agency
            yield Issuer(name, group.raw, group.locator, "agency.unit", 0.9)


def logo(where: Places) -> Iterator[Issuer]:
    """The agency that the name of a picture in the head names."""
    for block in walk(where.head):
        if block.kind == "image" and block.original_name:
            for mention in mentions(block.original_name, where.on):
                yield Issuer(mention.agency.name, block.original_name, block.locator, "agency.logo_name", 0.8)


def foot(where: Places) -> Iterator[Issuer]:
    """'기획재정부 대변인' above an address, or the office to call, at the end."""
    for locator, line in _lines_with(_OFFICE, where.foot):
        found = opening(line, where.on)
        if found and line[found.end : found.end + 1] in {"", " "}:
            yield Issuer(found.agency.name, line, locator, "agency.foot", 0.8)


def signature(where: Places) -> Iterator[Issuer]:
    """The agency whose head, or below a day an official, alone signs at the end ('가나위원회 위원장 홍길동'); several are a list."""
    lines = [(block.locator, squeeze(block.text)) for block in where.foot if isinstance(block, Paragraph)]
    short = [at for at, (_, line) in enumerate(lines) if len(line) <= 2 * _LONGEST_NAME and is_syllable(line[-1:])]
    signed = [at for at in short if SIGNED.search(lines[at][1])]
    if len(signed) == 1:
        at = signed[0]
        locator, line = lines[at]
        found = signing(line, where.on, is_dated=at > 0 and is_bare_day(lines[at - 1][1]))
        if found:
            yield Issuer(found.agency.name, line, locator, "agency.signature", 0.8)


def title(where: Places) -> Iterator[Issuer]:
    """A headline that opens with its agency ('가나군, 딸기 축제 개최'), or is the speech of its head."""
    headline = where.headline
    if headline is None:
        return
    for line in (headline.title, *headline.subtitles):
        name = agency_in_title(line, where.on)
        if name:
            yield Issuer(name, line, headline.locator, "agency.title", 0.7)


def address(where: Places) -> Iterator[Issuer]:
    """The web address in the banner ('www.ftc.go.kr')."""
    for locator, line in _lines_with(_SITE, where.banner):
        if name := at_address(line, where.on):
            yield Issuer(name, line, locator, "agency.address", 0.7)


def mailbox(where: Places) -> Iterator[Issuer]:
    """The one agency whose mailboxes stand at the foot ('aaaa0000@bok.or.kr')."""
    lines = _lines_with("@", where.foot)
    found = {name: (locator, line) for locator, line in lines if (name := at_address(line, where.on))}
    if len(found) == 1:
        ((name, (locator, line)),) = found.items()
        yield Issuer(name, line, locator, "agency.mailbox", 0.6)


def file_name(where: Places) -> Iterator[Issuer]:
    """The agency with which the unit or the title in the name of the file opens."""
    for part in filter(None, (where.filed.unit, where.filed.title)):
        found = opening(part, where.on)
        if found and (part is where.filed.unit or opens_title(found, part)):
            yield Issuer(found.agency.name, part, None, "agency.file_name", 0.5)


def banner_line(where: Places) -> Iterator[Issuer]:
    """A line of the head that is a name and nothing else: '감 사 원'."""
    for block in where.head:
        if isinstance(block, Paragraph) and (name := _whole_name(squeeze(block.text), where.on)):
            yield Issuer(name, squeeze(block.text), block.locator, "agency.banner", 0.6)


def logo_text(where: Places) -> Iterator[Issuer]:
    """Text under a logo is often a left-over of another ministry's file: the weakest evidence."""
    tables = [block for block in where.head if isinstance(block, Table)]
    printed = [(block.locator, line) for block in tables for line in lines_of((block,))]
    for locator, line in printed:
        for mention in mentions(line, where.on) if locator != where.titled else ():
            yield Issuer(mention.agency.name, line, locator, "agency.logo_text", 0.2)
    for locator, line in printed:
        if name := _whole_name(line, where.on):
            yield Issuer(name, line, locator, "agency.logo_text", 0.2)


def _whole_name(line: str, on: str) -> str | None:
    """The agency that a line names and says nothing else, letter-spaced or not, listed or known by its ending."""
    return (named(line, on) or office_named(line)) if 2 < len(line) <= _LONGEST_NAME else None


def _lines_with(words: Sequence[str], blocks: Iterable[Block]) -> Iterator[tuple[Locator, str]]:
    """Lines that hold one of these words, each with the place of its block; most blocks hold none."""
    for block in blocks:
        text = text_of((block,))
        if any(map(text.__contains__, words)):
            for line in text.split("\n"):
                if any(map(line.__contains__, words)):
                    yield block.locator, squeeze(line)
