"""What one document shows of a press release, before it is put into the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hwpextract.document import Block, Document, Paragraph, Table, paragraphs_of
from hwpextract.node import Locator
from hwpextract.press.contact_block import ContactBlock, find_contacts
from hwpextract.press.filename import FileName, parse_filename
from hwpextract.press.head.masthead import Masthead, find_masthead
from hwpextract.press.head.timing import Timing, find_timing
from hwpextract.press.head.title import find_headline
from hwpextract.press.issuer.places import Issuer, Places
from hwpextract.press.issuer.weighing import find_issuer
from hwpextract.press.model import Annex, ReleaseKind, ReleaseTime, SourceInfo
from hwpextract.press.phrases.head_lines import is_of_sender
from hwpextract.press.phrases.headline import Headline
from hwpextract.press.phrases.years import Years, put_right, years_in
from hwpextract.press.several import second_release
from hwpextract.press.story.annexes import (
    Head,
    annex_heads,
    first_annex,
    framed_annex,
    heads_in,
    is_entry_of_list,
    read_annexes,
)
from hwpextract.press.story.body import Story, read_framed_story, read_story
from hwpextract.press.story.closing_lines import is_closing
from hwpextract.press.story.form_story import read_form_story
from hwpextract.press.story.sender_lines import is_contact_line
from hwpextract.press.tables import opened

_YEAR_REACH = 30
"""Paragraphs from the top in which a year printed in the text may serve dates without one."""
_MOST_CLOSING = 4
"""Lines behind a list of annexes; more of them, as of offices with their numbers, are an annex."""
_FOOT = 4
"""Blocks at the end in which a notice of the licence may stand."""
LIKELY = 0.4
"""From here on a document counts as a press release: times with a headline, or more."""
# What each part of a release's form says for its being one. Banner words without 보도 (참고자료), and people named in
# other forms than the contact table of releases, stand in documents of other kinds too.
_BANNER, _WEAK_BANNER = 0.3, 0.15
_TIMES = 0.3
_CONTACTS, _WEAK_CONTACTS = 0.25, 0.1
_HEADLINE = 0.15


class Findings(NamedTuple):
    """Everything found in one document.

    `start` is the index of the first block behind header and headline, `more` where another release begins, behind the `items`,
    `likelihood` how much the document looks like a press release. One that does not has no story, annexes and agency.
    """

    items: list[Block]
    more: Locator | None
    filed: FileName
    masthead: Masthead | None
    timing: Timing
    corrected: list[ReleaseTime]
    headline: Headline | None
    start: int
    contacts: ContactBlock
    likelihood: float
    story: Story
    annexes: list[Annex]
    annexes_from: int
    issuer: Issuer | None

    @property
    def closing(self) -> list[Paragraph]:
        """Paragraphs between contact block and annexes, and at the very end: hash tags, licence."""
        end = self.contacts.end
        stop = self.annexes_from if end else 0
        behind = [*self.items[end:stop], *self.items[max(stop, end, len(self.items) - _FOOT) :]]
        return [block for block in behind if isinstance(block, Paragraph)]


def find(document: Document, source: SourceInfo) -> Findings:
    """Find the parts of a press release in a document, in the order in which each helps to find the next."""
    items = opened(document.blocks)
    filed = parse_filename(source.filename) if source.filename else FileName()
    masthead = find_masthead(items, document)
    timing = find_timing(items, document, Years(_years(document, filed)))
    corrected = _correct_years(timing, filed)
    banner = masthead.place if masthead else -1
    headline = find_headline(items, banner, timing.place)
    start = 1 + max(banner, timing.place, headline.last if headline else -1)
    marked = heads_in(items, start)
    another = second_release(items, start, banner >= 0, headline, marked)
    more = items[another].locator if another is not None else None
    items = items[:another]
    marked = _without_list(marked, items)
    contacts = find_contacts(items, start, marked)
    likelihood = _likelihood(masthead, timing, contacts, headline)
    story, behind, issuer = Story((), (), ()), len(items), None
    if likelihood >= LIKELY:
        story, behind = _find_story(items, start, contacts, headline, marked)
        issuer = find_issuer(Places(story.paragraphs, contacts.groups, items, start, headline, filed, timing.day))
    heads = annex_heads(marked, behind, len(items))
    return Findings(
        items=items,
        more=more,
        filed=filed,
        masthead=masthead,
        timing=timing,
        corrected=corrected,
        headline=headline,
        start=start,
        contacts=contacts,
        likelihood=likelihood,
        story=story,
        annexes=read_annexes(items, heads, range(contacts.first or 0, contacts.end)),
        annexes_from=heads[0].place if heads else len(items),
        issuer=issuer,
    )


def _without_list(heads: Sequence[Head], items: Sequence[Block]) -> list[Head]:
    """Heads without the lines at the end that only list the annexes, where whom to ask or an end mark stands behind these."""
    kept = [head for head in heads if head.place < len(items) and not _only_lists(head, items)]
    end, least = len(items), max(0, len(items) - _MOST_CLOSING)
    while kept and end > max(least, kept[-1].place + 1) and _closes_document(items[end - 1]):
        end -= 1
    if end < len(items):
        while kept and not kept[-1].is_framed and kept[-1].place == end - 1:
            end = kept.pop().place
    return kept


def _only_lists(head: Head, items: Sequence[Block]) -> bool:
    """Whether a plain head stands right above a frame that only says whom to ask ('이 보도자료와 관련하여 … 연락주시기 바랍니다')."""
    below = items[head.place + 1] if head.place + 1 < len(items) else None
    if head.is_framed or not isinstance(below, Table):
        return False
    lines = [text for text in below.texts if text.strip()]
    return len(lines) == 1 and is_contact_line(lines[0])


def _closes_document(block: Block) -> bool:
    """Whether a line says whom to ask, closes a story (an end mark, a licence), or is an entry of a list ('2. 사진 3매. 끝.')."""
    if not isinstance(block, Paragraph):
        return False
    return (
        is_contact_line(block.text)
        or is_of_sender(block.text)
        or is_closing(block.text)
        or is_entry_of_list(block.text)
    )


def _likelihood(masthead: Masthead | None, timing: Timing, contacts: ContactBlock, headline: Headline | None) -> float:
    """How much a document looks like a press release, by the parts of the form it has."""
    score = 0.0
    if masthead and masthead.kind is not ReleaseKind.SPEECH:
        score += _BANNER if "보도" in masthead.text else _WEAK_BANNER
    if timing.times:
        score += _TIMES
    if contacts.groups:
        score += _CONTACTS if contacts.rule == "contacts.table" else _WEAK_CONTACTS
    if headline:
        score += _HEADLINE
    return round(score, 2)


def _find_story(
    items: list[Block], start: int, contacts: ContactBlock, headline: Headline | None, marked: Sequence[Head]
) -> tuple[Story, int]:
    """The body, and the index from which annexes may follow.

    It reaches up to the contact block, or lies behind it where that stands above the story, up to the first annex. A story that
    stands in a frame is one only where no plain paragraphs do, or fewer on the other side of the contact block; one in the cells of
    the headline's form only where there is no other.
    """
    behind = max(start, contacts.end)
    before = items[start : contacts.first] if contacts.first is not None else []
    if before:
        border = framed_annex(marked, start, start + len(before))
        story = read_story(items[start:border])
        if story.paragraphs:
            return story, border if border < start + len(before) else behind
    rest = items[behind : first_annex(marked, behind, len(items))]
    below, framed = read_story(rest), read_framed_story(before or rest)
    least = framed.length if before else 1
    told = below if below.length >= least else framed
    if headline and not told.paragraphs:
        told = read_form_story(items, headline)._replace(blocks=told.blocks)
    return told, behind


def _years(document: Document, filed: FileName) -> Callable[[], Iterator[int]]:
    """Years the release may be of, best evidence first: file name, the text near the top, the day the file was saved."""

    @cache
    def near_top() -> list[int]:
        paragraphs = zip(paragraphs_of(document.blocks), range(_YEAR_REACH), strict=False)
        return years_in(" ".join(paragraph.text for paragraph, _ in paragraphs))

    def years() -> Iterator[int]:
        if filed.date:
            yield filed.date.year
        yield from near_top()
        if document.metadata.modified:
            yield document.metadata.modified.year

    return years


def _correct_years(timing: Timing, filed: FileName) -> list[ReleaseTime]:
    """Put right years that the weekdays show to be wrong; gives the times whose weekday does not fit as printed."""
    pairs = put_right(timing.times, {filed.date.year} if filed.date else set())
    for wrong, better in pairs:
        timing.release = [better if other is wrong else other for other in timing.release]
        timing.distributed = better if timing.distributed is wrong else timing.distributed
    return [wrong for wrong, _ in pairs]
