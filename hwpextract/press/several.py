"""Where a second release begins in a file that holds several: the head or the label of a headline comes once more."""

from __future__ import annotations

from collections.abc import Sequence

from hwpextract.characters import fold
from hwpextract.document import Block, Paragraph, Table
from hwpextract.press.contacts.bare_labels import opens_with_time
from hwpextract.press.head.labelled_title import is_labelled_line, labelled_in
from hwpextract.press.head.masthead import banner_in
from hwpextract.press.head.time_lines import belongs_to_head
from hwpextract.press.head.title import find_headline
from hwpextract.press.labels import FORM_LABELS, TIME_LABELS
from hwpextract.press.phrases.headline import Headline, ends_sentence
from hwpextract.press.story.annexes import Head
from hwpextract.press.tables import cells_with, key_of, lines_of

_HEAD = 4
"""Blocks from a banner within which its release says when it may be published or was handed out."""
_REACH = 20
"""Blocks of a second release that are looked at for its headline."""


def second_release(
    items: Sequence[Block], start: int, has_banner: bool, first: Headline | None, heads: Sequence[Head]
) -> int | None:
    """Index of the block with which another release begins behind `start`, up to the first framed head of an annex; None mostly.

    Sure signs are alone those: a banner that has its own times and its own headline, and, where a label announces the first headline,
    the same label in the same form with other words; each with a story above it and one of its own. A second headline without them
    may as well be a heading.
    """
    if first is None:
        return None
    repeats = _REPEATS.get(first.rule)
    annexes = next((head.place for head in heads if head.is_framed), len(items))
    for at, item in enumerate(items[start : annexes + 1], start):
        banner = banner_in(item) if has_banner else None
        is_another = banner is not None and "보도" in banner and _has_head(items, at, first)
        if is_another or (repeats and repeats(item, first) and _is_in_head(items, start, at)):
            return at if _tells(items[start:at]) and _tells(items[at : at + _REACH]) else None
    return None


def _tells(blocks: Sequence[Block]) -> bool:
    """Whether a sentence of a story stands in blocks."""
    return any(map(ends_sentence, lines_of(blocks)))


def _has_head(items: Sequence[Block], at: int, first: Headline) -> bool:
    """Whether the banner in a block is that of a release with times and a headline of its own."""
    near = items[at : at + _REACH]
    timing = next((index for index, block in enumerate(near[:_HEAD]) if _states_times(block)), None)
    headline = find_headline(near, 0, timing) if timing is not None else None
    return headline is not None and _differs(headline, first)


def _states_times(block: Block) -> bool:
    if isinstance(block, Table):
        return bool(cells_with(TIME_LABELS, block))
    return isinstance(block, Paragraph) and belongs_to_head(block.text)


def _is_in_head(items: Sequence[Block], start: int, at: int) -> bool:
    """Whether a labelled line heads a release, and is no title of a poem in the story; the rows of a form are a head themselves.

    Other lines of a head stand by it, or the paragraph behind it opens with whom the headline names ('다라군, …', '다라군은 …').
    """
    item = items[at]
    if not isinstance(item, Paragraph):
        return True
    above, below = items[max(start, at - _HEAD) : at], items[at + 1 : at + _HEAD]
    name, comma, _ = item.text.rpartition(":")[2].partition(",")
    if comma and any(
        isinstance(block, Paragraph) and block.text.lstrip().startswith(name.strip()) for block in below[:2]
    ):
        return True
    if any(banner_in(block) or _states_times(block) for block in above):
        return True
    return any(isinstance(block, Paragraph) and opens_with_time(block.text) for block in below)


def _repeats_line(item: Block, first: Headline) -> bool:
    """Whether a line has the label of the first headline, with other words."""
    return isinstance(item, Paragraph) and is_labelled_line(item) and fold(first.title) not in fold(item.text)


def _repeats_cell(item: Block, first: Headline) -> bool:
    """Whether a table has the label of the first headline beside other words, and none but labels below it.

    A label above other words than labels is the head of a column.
    """
    if not isinstance(item, Table):
        return False
    headline = labelled_in(item, 0)
    if headline is None or not _differs(headline, first):
        return False
    firsts = [cell for cell in item.cells if cell.col == 0 and cell.blocks]
    return all((key := key_of(cell)) in FORM_LABELS or key.rstrip(".").isdecimal() for cell in firsts)


_REPEATS = {"title.line": _repeats_line, "title.labelled": _repeats_cell}
"""By the rule that read the first headline whether a block has its label once more, in the same form with other words."""


def _differs(headline: Headline, first: Headline) -> bool:
    return fold(headline.title) != fold(first.title)
