"""Which organisation issues a release: every place that names one, in the order of trust, and whether they agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from hwpextract.characters import is_syllable, squeeze
from hwpextract.document import Block, Image, Paragraph, Table, text_of, walk
from hwpextract.node import Locator
from hwpextract.patterns import pattern
from hwpextract.press.confidence import confirmed, disputed
from hwpextract.press.contacts.groups import Group
from hwpextract.press.filename import FileName
from hwpextract.press.labels import HEADS, PROVINCES
from hwpextract.press.lead_sentence import (
    another_is_meant,
    behind_day_or_quote,
    entries,
    first_of_several,
    headed,
    is_passing,
    lead_of,
    speaking,
    subject_of,
    subordinate,
    unmarked,
)
from hwpextract.press.phrases.agencies import at_address, mentions, named, town_in
from hwpextract.press.phrases.agency_titles import agency_in_title, opening, opens_title, signing
from hwpextract.press.phrases.head_lines import NAME
from hwpextract.press.phrases.headline import Headline
from hwpextract.press.phrases.names import HEAD, HEAD_BEHIND
from hwpextract.press.phrases.offices import (
    council_of_member,
    house_or_head_as_subject,
    office_as_subject,
    office_named,
    own_name,
    stands_above,
    town_of_ward,
)
from hwpextract.press.tables import lines_of

_LEAD_PARAGRAPHS = 3
_LONGEST_HEADING = 60
"""Characters from which a line without a full stop is a sentence too."""
_FOOT = 4
"""Blocks at the end in which the publisher's address may stand."""
_ANY_HEAD = r"(?:\w{0,8}장|총재|군수|도?지사|교육감|대표이사)"
"""Any head of an organisation, where a name follows."""
_INTRODUCED = pattern(
    r"^[\W_]*(?:\S{2,12}\s(?:소속|직속|산하)\s)?(?P<name>[\w·]{2,24}(?: [\w·]{2,24})?)(?<![읍면동])\s*[(（]"
    rf"(?:이하[^()（）,]{{1,20}},\s*)?{_ANY_HEAD}\s+[\w○*]{{1,4}}(?=[)）,，\s])",
    needs="(（",
)
_PROVINCE = pattern(rf"^(?:{'|'.join(PROVINCES)}|[가-힣]{{2,7}}(?:도|특별시|광역시)) (?=[가-힣]{{1,4}}[시군구]$)")
"""The province or city before the name of a town or district of it."""
_NAME = pattern(r"[\w·]{3,24}(?: [\w·]{2,24})?")
_SUBJECT_ENDS = pattern(r"\s?[(（]|(?:은|는|이|가)\s")
_SUBJECTS = (
    (headed, _LEAD_PARAGRAPHS, 0.95),
    (speaking, _LEAD_PARAGRAPHS, 0.95),
    (first_of_several, _LEAD_PARAGRAPHS, 0.95),
    (behind_day_or_quote, 1, 0.85),
)
"""How an agency is the subject of a lead sentence, in how many paragraphs it is looked for, and how sure that is."""
_SIGNED = pattern(rf"{HEAD}\s{NAME}$", needs=HEADS)
"""Who signs a statement: '위원장 홍길동', '장관 홍 길 동'."""
_LONGEST_NAME = 30
_TOPIC = pattern(rf"(?:{HEAD_BEHIND})?(?:은|는)(?=[\s,])")
_OFFICE = ("대변인", "홍보", "공보", "연락", "문의", "☎", "@")
_SITE = (".kr", ".KR", ".Kr", ".kR")


class Issuer(NamedTuple):
    """The issuing agency and the place that names it; `others` are agencies that other places name instead."""

    name: str
    raw: str
    locator: Locator | None
    rule: str
    confidence: float
    others: tuple[str, ...] = ()


class Places(NamedTuple):
    """Where in a release its agency may be named; `on` is the ISO date that tells namesakes apart."""

    story: Sequence[Paragraph]
    groups: Sequence[Group]
    head: Sequence[Block]
    foot: Sequence[Block]
    headline: Headline | None
    filed: FileName
    on: str


def places(
    story: Sequence[Paragraph],
    groups: Sequence[Group],
    items: Sequence[Block],
    start: int,
    headline: Headline | None,
    filed: FileName,
    on: str,
) -> Places:
    """The places of a release whose body begins at block `start` of `items`."""
    foot = items[max(start, len(items) - _FOOT) :]
    return Places(story, groups, items[:start], foot, headline, filed, on)


def find_issuer(where: Places) -> Issuer | None:
    """The agency named by the best evidence, surer where a second place names it too, less sure where one names another."""
    found: list[Issuer] = []
    for source, weight in _SOURCES:
        if (not found or weight == _FULL) and (issuer := next(source(where), None)):
            found.append(issuer)
    if not found:
        return None
    # Asked only where nothing better has spoken.
    weaker = (issuer for source, weight in _SOURCES if weight == _CONFIRMS and (issuer := next(source(where), None)))
    return _weighed(found[0], found[1:], weaker, where.groups)


def _weighed(best: Issuer, rest: Sequence[Issuer], weaker: Iterable[Issuer], groups: Sequence[Group]) -> Issuer:
    """The best finding in the light of the others. Agencies of the contact block are partners, no contradiction."""
    partners = {group.department.agency for group in groups if group.department}

    def agrees(other: Issuer) -> bool:
        # A field office bears the name or the logo of the agency it is of ('가나경찰청'), a district that of its namesakes.
        is_of_it = best.name.endswith(other.name) and not named(best.name)
        return other.name == best.name or is_of_it or stands_above(other.name, best.name)

    others = tuple(dict.fromkeys(other.name for other in rest if not agrees(other) and other.name not in partners))
    if others:
        return best._replace(confidence=disputed(best.confidence), others=others)
    if any(agrees(other) and other.rule != best.rule for other in chain(rest, weaker)):
        return best._replace(confidence=confirmed(best.confidence))
    return best


def _lead_sentence(where: Places) -> Iterator[Issuer]:
    texts = [paragraph.text for paragraph in where.story[: 2 * _LEAD_PARAGRAPHS]]
    behind = entries(texts[:_LEAD_PARAGRAPHS])
    for subject_in, reach, confidence in _SUBJECTS:
        for at, text in enumerate(texts[: reach + behind]):
            found = subject_in(lead_of(text), where.on)
            if not found or (subject_in is headed and is_passing(texts[: at + 1])):
                continue
            if another_is_meant(texts[: at + 1], where.on, _printed(where) if at else ""):
                return
            yield Issuer(found.name, found.raw, where.story[at].locator, "agency.lead_sentence", confidence)


def _subordinate(where: Places) -> Iterator[Issuer]:
    """A corporation behind the ministry that oversees it, which often issues the release: '가나부 산하 다라공사는'."""
    for paragraph in where.story[:1]:
        found = subordinate(lead_of(paragraph.text), where.on)
        if found:
            yield Issuer(found.name, found.raw, paragraph.locator, "agency.subordinate", 0.85)


def _units(where: Places) -> Iterator[Issuer]:
    for group in where.groups[:1]:
        if group.department and group.department.agency:
            name = town_in(group.raw, group.department.agency) or group.department.agency
            yield Issuer(name, group.raw, group.locator, "agency.unit", 0.9)


def _logo(where: Places) -> Iterator[Issuer]:
    for block in walk(where.head):
        if not isinstance(block, Paragraph) and isinstance(block, Image) and block.original_name:
            for mention in mentions(block.original_name, where.on):
                yield Issuer(mention.agency.name, block.original_name, block.locator, "agency.logo_name", 0.8)


def _foot(where: Places) -> Iterator[Issuer]:
    """'기획재정부 대변인' above an address, or the office to call, at the end."""
    for block in where.foot:
        for line in _lines_with(_OFFICE, block):
            found = opening(line, where.on)
            if found and line[found.end : found.end + 1] in {"", " "}:
                yield Issuer(found.agency.name, line, block.locator, "agency.foot", 0.8)


def _lines_with(words: Sequence[str], block: Block) -> list[str]:
    """Lines of a block that hold one of these words; most blocks hold none."""
    text = text_of((block,))
    if not any(word in text for word in words):
        return []
    return [squeeze(line) for line in text.split("\n") if any(word in line for word in words)]


def _introduced(where: Places) -> Iterator[Issuer]:
    """An organisation no table knows, introduced in the first sentence with its head: '가나지방통계청(청장 홍길동)은'."""
    for paragraph in where.story[:1]:
        match = _INTRODUCED.match(lead_of(paragraph.text))
        if match and not named(match["name"]) and not _TOPIC.search(match["name"] + " "):
            name = _PROVINCE.sub("", match["name"])
            yield Issuer(name, match["name"], paragraph.locator, "agency.introduced", 0.6)


def _letterhead(where: Places) -> Iterator[Issuer]:
    """An organisation that stands in the banner or above the unit and is the subject of the first sentence, known or not."""
    for paragraph in where.story[:1]:
        lead = unmarked(lead_of(paragraph.text))
        for name in _printed_names(where):
            if lead.startswith(name) and _SUBJECT_ENDS.match(lead, len(name)):
                yield Issuer(name, name, paragraph.locator, "agency.letterhead", 0.9)


def _printed_names(where: Places) -> Iterator[str]:
    for line in lines_of(_banner(where)):
        if _NAME.fullmatch(line):
            yield line
    for group in where.groups[:1]:
        if group.department and group.department.parent:
            yield group.department.parent


def _office(where: Places) -> Iterator[Issuer]:
    """A field office or local body that no table knows and that is the subject of the first sentence: '가나경찰서는'."""
    return _known_by_ending(where, office_as_subject, 0.85)


def _ward(where: Places) -> Iterator[Issuer]:
    """The town whose 읍, 면 or 동, the lowest tier of its offices, is the subject: of '가나시 다라면(면장 홍길동)은' it is 가나시."""

    def town(lead: str) -> str | None:
        name = town_of_ward(lead)
        return name and (subject_of(name, where.on, is_headed=True) or _PROVINCE.sub("", name))

    return _known_by_ending(where, town, 0.85)


def _councillor(where: Places) -> Iterator[Issuer]:
    """A council one of whose members is the subject: '가나시의회 홍길동 의원은'."""
    return _known_by_ending(where, council_of_member, 0.7)


def _house_or_head(where: Places) -> Iterator[Issuer]:
    """A house of the state, whose ministry often issues the release, or an office whose head is the subject: '가나경찰서장은'."""
    return _known_by_ending(where, house_or_head_as_subject, 0.7)


def _known_by_ending(where: Places, subject: Callable[[str], str | None], confidence: float) -> Iterator[Issuer]:
    for paragraph in where.story[:_LEAD_PARAGRAPHS]:
        name = subject(unmarked(lead_of(paragraph.text)))
        if name and _is_answered_for_by_another(name, where):
            return
        if name:
            is_printed = name in _printed_names(where)
            rule, sure = ("agency.letterhead", 0.9) if is_printed else ("agency.office", confidence)
            yield Issuer(name, name, paragraph.locator, rule, sure)
        if len(paragraph.text) > _LONGEST_HEADING or paragraph.text.rstrip().endswith("."):
            return


def _is_answered_for_by_another(office: str, where: Places) -> bool:
    """Whether the contact block is that of an agency of the table, and the office is neither part of it nor printed above or there."""
    unit = next(_units(where), None)
    return unit is not None and unit.name not in office and own_name(office) not in _printed(where)


def _printed(where: Places) -> str:
    """What the letterhead and the contact block say."""
    return "\n".join([*lines_of(_banner(where)), *(group.raw for group in where.groups)])


def _signature(where: Places) -> Iterator[Issuer]:
    """The agency whose head alone signs at the end ('가나위원회 위원장 홍길동'); two heads or more are a list of people."""
    lines = [(block, squeeze(block.text)) for block in where.foot if isinstance(block, Paragraph)]
    short = [(block, line) for block, line in lines if len(line) <= 2 * _LONGEST_NAME and is_syllable(line[-1:])]
    signed = [(block, line) for block, line in short if _SIGNED.search(line)]
    if len(signed) == 1:
        ((block, line),) = signed
        found = signing(line, where.on)
        if found:
            yield Issuer(found.agency.name, line, block.locator, "agency.signature", 0.8)


def _titled(where: Places) -> Iterator[Issuer]:
    """A headline that opens with its agency ('가나군, 딸기 축제 개최'), or is the speech of its head."""
    headline = where.headline
    if headline is None:
        return
    for line in (headline.title, *headline.subtitles):
        name = agency_in_title(line, where.on)
        if name:
            yield Issuer(name, line, headline.locator, "agency.title", 0.7)


def _address(where: Places) -> Iterator[Issuer]:
    """The web address in the banner ('www.ftc.go.kr')."""
    for block in _banner(where):
        for line in _lines_with(_SITE, block):
            name = at_address(line, where.on)
            if name:
                yield Issuer(name, line, block.locator, "agency.address", 0.7)


def _mailbox(where: Places) -> Iterator[Issuer]:
    """The one agency whose mailboxes stand at the foot ('aaaa0000@bok.or.kr')."""
    lines = [(block, line) for block in where.foot for line in _lines_with("@", block)]
    found = {name: (block, line) for block, line in lines if (name := at_address(line, where.on))}
    if len(found) == 1:
        ((name, (block, line)),) = found.items()
        yield Issuer(name, line, block.locator, "agency.mailbox", 0.6)


def _topic(where: Places) -> Iterator[Issuer]:
    """The one agency that sentences of the story have for their subject, at least twice ('외교부는 … 예정이다')."""
    found: dict[str, list[Issuer]] = {}
    for paragraph in where.story:
        for mention in mentions(paragraph.text, where.on):
            if _TOPIC.match(paragraph.text, mention.end) and not mention.agency.is_local:
                name = mention.agency.name
                issuer = Issuer(name, squeeze(paragraph.text), paragraph.locator, "agency.topic", 0.5)
                found.setdefault(name, []).append(issuer)
    if len(found) == 1:
        (named_once, *again) = next(iter(found.values()))
        yield from (named_once,) if again else ()


def _file_name(where: Places) -> Iterator[Issuer]:
    for part in filter(None, (where.filed.unit, where.filed.title)):
        found = opening(part, where.on)
        if found and (part is where.filed.unit or opens_title(found, part)):
            yield Issuer(found.agency.name, part, None, "agency.file_name", 0.5)


def _banner_line(where: Places) -> Iterator[Issuer]:
    """A line of the head that is a name and nothing else: '감 사 원'."""
    for block in where.head:
        if isinstance(block, Paragraph) and (name := _whole_name(squeeze(block.text), where.on)):
            yield Issuer(name, squeeze(block.text), block.locator, "agency.banner", 0.6)


def _whole_name(line: str, on: str) -> str | None:
    """The agency that a line names and says nothing else, letter-spaced or not, listed or known by its ending."""
    return (named(line, on) or office_named(line)) if 2 < len(line) <= _LONGEST_NAME else None


def _logo_text(where: Places) -> Iterator[Issuer]:
    """Text under a logo is often a left-over of another ministry's file: the weakest evidence."""
    printed = [(block, line) for block in where.head if isinstance(block, Table) for line in lines_of((block,))]
    titled = _titled_block(where)
    for block, line in printed:
        for mention in mentions(line, where.on) if block.locator != titled else ():
            yield Issuer(mention.agency.name, line, block.locator, "agency.logo_text", 0.2)
    for block, line in printed:
        if name := _whole_name(line, where.on):
            yield Issuer(name, line, block.locator, "agency.logo_text", 0.2)


def _banner(where: Places) -> list[Block]:
    """The blocks above the body but the headline, whose words are no letterhead."""
    titled = _titled_block(where)
    return [block for block in where.head if block.locator != titled]


def _titled_block(where: Places) -> Locator | None:
    return where.headline.locator.partition("/r")[0] if where.headline else None


_ALONE, _CONFIRMS, _FULL = range(3)
"""What a place says of an agency that a better one names.

Nothing, since it reads the same sentences or knows no agencies, and so counts alone or not at all; that it is right, being too weak to
dispute it; or that it is right or wrong.
"""
_SOURCES: tuple[tuple[Callable[[Places], Iterator[Issuer]], int], ...] = (
    (_lead_sentence, _ALONE),
    (_office, _ALONE),
    (_ward, _ALONE),
    (_units, _FULL),
    (_logo, _FULL),
    (_foot, _FULL),
    (_subordinate, _CONFIRMS),
    (_letterhead, _ALONE),
    (_councillor, _ALONE),
    (_house_or_head, _ALONE),
    (_signature, _CONFIRMS),
    (_titled, _CONFIRMS),
    (_introduced, _ALONE),
    (_address, _FULL),
    (_banner_line, _CONFIRMS),
    (_mailbox, _ALONE),
    (_topic, _ALONE),
    (_file_name, _CONFIRMS),
    (_logo_text, _CONFIRMS),
)
"""Places in the order of trust."""
