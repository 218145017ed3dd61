"""The headline: of all places where one may stand, the surest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, takewhile

from hwpextract.document import Block, Paragraph
from hwpextract.press.head.above_title import REACH, SHORT, opens_item, stands_in_head
from hwpextract.press.head.framed_title import covered_headline, framed_headline
from hwpextract.press.head.labelled_title import labelled_below, labelled_in, labelled_line
from hwpextract.press.head.plain_title import odd_headline, plain_headline
from hwpextract.press.phrases.headline import TITLE_LABEL, Headline, ends_sentence, is_marked
from hwpextract.press.phrases.slogans import LONGEST_SLOGAN

_LEAST_ITEM = 20


def find_headline(items: Sequence[Block], masthead: int, timing: int) -> Headline | None:
    """The headline: between banner and timing row, or behind both; by its label, else as a frame, else as plain lines.

    Args:
        items: blocks of the body, frames around tables opened.
        masthead: index of the banner's block, -1 if there is none in the body.
        timing: index of the block with the timing row, -1 if there is none.
    """
    start = max(masthead, timing) + 1
    tables = map(labelled_in, items[: start + 1], count())
    covers = (covered_headline(items[at], at) for at in sorted({masthead, timing} - {-1}))
    return (
        next(filter(None, tables), None)
        or next(filter(None, covers), None)
        or labelled_below(items, start)
        or labelled_line(items, masthead + 1, start)
        or _unlabelled(items, masthead, timing)
    )


def _unlabelled(items: Sequence[Block], masthead: int, timing: int) -> Headline | None:
    """The headline in a frame or in plain lines, between banner and timing row or behind both."""
    start = max(masthead, timing) + 1
    between = range(masthead + 1, timing if masthead >= 0 or _is_tagged(items[:1]) else 0)
    framed = _surer(framed_headline(items, between.start, between.stop), framed_headline(items, start, start + REACH))
    above = items[between.start : framed.last] if framed else ()
    if framed and not any(isinstance(item, Paragraph) for item in above):
        behind = plain_headline(items, start) if framed.last < start else None
        return _surer(framed, behind if behind and behind.subtitles else None)
    plain = _surer(plain_headline(items[: between.stop], between.start), plain_headline(items, start))
    if framed and plain and plain.last < framed.last and (plain.subtitles or _is_box(framed, items[plain.last + 1 :])):
        return plain
    return framed or plain or odd_headline(items, start)


def _is_box(framed: Headline, below: Sequence[Block]) -> bool:
    """Whether a frame below a line that may be the headline is a box of the story: told in sentences or items, or behind some."""
    above = takewhile(lambda item: item.locator != framed.locator, below)
    return (
        ends_sentence(framed.title)
        or is_marked(framed.raw)
        or any(isinstance(item, Paragraph) and _tells(item.text) for item in above)
    )


def _tells(text: str) -> bool:
    """Whether a line is a sentence of the story, or one of its items of the first level ('□ 가나시, 4월부터 실시')."""
    is_item = text.lstrip().startswith("□") and len(text) > _LEAST_ITEM and ":" not in text
    return (is_item or ends_sentence(text)) and not stands_in_head(text)


def _surer(between: Headline | None, behind: Headline | None) -> Headline | None:
    """The headline between banner and times, or behind both: a few words above the times are of the banner if one follows.

    So is a slogan, where one with sub-headlines in the same frame follows.
    """
    if between is None or behind is None or between.subtitles:
        return between or behind
    most = LONGEST_SLOGAN if behind.subtitles and behind.rule == between.rule == "title.frame" else SHORT // 4
    is_few = len(between.title) <= most
    return behind if is_few and len(behind.title.split()) > 2 and not opens_item(behind.raw) else between


def _is_tagged(first: Sequence[Block]) -> bool:
    """Whether a release begins with its banner word and its title on one line ('[보도자료] 제목')."""
    return any(isinstance(item, Paragraph) and TITLE_LABEL.match(item.text.lstrip()) for item in first)
