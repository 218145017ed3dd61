"""Headlines in plain lines behind the head, where a form frames none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from hwpextract.characters import squeeze
from hwpextract.document import Block, Paragraph, Table
from hwpextract.patterns import pattern
from hwpextract.press.contacts.contact_tables import belongs_to_header
from hwpextract.press.head.above_title import (
    CAPTION_END,
    REACH,
    SHORT,
    are_of_head,
    heads_part,
    opens_item,
    opens_no_title,
    stands_in_head,
)
from hwpextract.press.head.below_title import (
    ENTITLED,
    OPEN_END_OF_PLAIN,
    Line,
    goes_on,
    is_dashed,
    is_short,
    is_unmarked,
    opens_plainly,
    plain_lines,
    subtitles_below,
)
from hwpextract.press.labelled_text import label_key
from hwpextract.press.labels import CONTACT_LABELS
from hwpextract.press.phrases.head_lines import says_when_or_how_many
from hwpextract.press.phrases.headline import (
    Headline,
    ends_sentence,
    is_agenda,
    is_aside,
    is_between_dashes,
    is_closed,
    is_subtitle,
    opens_with_dash,
    sub_headlines,
    without_label,
)
from hwpextract.press.phrases.names import is_position
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.phrases.slogans import is_slogan
from hwpextract.press.tables import lines_of

_WORD = pattern(r"\w")
_MARKS = r"\d{1,2}\.\s+(?!\d)|[■◆▣●◈◇□☞]\s*"
_MARK = pattern(rf"^(?:{_MARKS})(?=\S)")
"""Marks and numbers that open a headline in a line of its own."""
_NOTE_OR_MARK = pattern(rf"^(?:※\s*(?!.*(?:보도|엠바고|배포|자료|사진))|{_MARKS})(?=\S)")
"""The same alone in a frame; elsewhere notes open with ※, as those to the press do here."""
_SAID = pattern(r"[.!?]\s*[”\"’']$")
_MOST_PARTS = 3
_MOST_NOTES = 3
_MOST_HEAD_CELLS = 16
_LONGEST_HEAD_TABLE = 300
_IN_BRACKETS = pattern(r"^[<〈《【](?P<inside>[^<>〈〉《》【】]*)[>〉》】]\s*(?P<behind>.*)$")


def plain_headline(items: Sequence[Block], start: int) -> Headline | None:
    """The first line behind the head that is not of it, with the lines below it that are sub-headlines."""
    lines = _candidates(items, start)
    if not lines or opens_no_title(lines[0].paragraph.text) or heads_part(lines[0].text):
        return None
    if lines[0].text.endswith(".") and not (lines[1:] and _may_be_title(lines[0], lines[1])):
        return None
    parts = _parts(lines)
    title = _MARK.sub("", without_label(" ".join([part.text for part in parts])))
    last, subtitles = subtitles_below(lines[len(parts) - 1 :], items)
    first = parts[0].paragraph
    return Headline(title, subtitles, first.text, first.locator, "title.paragraph", last)


def _candidates(items: Sequence[Block], start: int) -> list[Line]:
    """Lines from the first on that may be the headline, up to a table."""
    first = start
    while first < len(items) and _is_above(items[first]):
        first += 1
    lines = plain_lines(items, first, max(first, start + REACH))
    while lines and stands_in_head(lines[0].text):
        lines = lines[1:]
    while len(lines) > 1 and is_slogan(lines[0].paragraph.text, lines[1].paragraph.text):
        lines = lines[1:]
    return lines


def _is_above(item: Block) -> bool:
    """Whether a block is of the head: a line of it, a small table that says whom to ask, or a frame that holds a note."""
    if isinstance(item, Paragraph):
        return not item.text.strip() or stands_in_head(item.text)
    if (lines := lines_of((item,))) and len(lines) <= _MOST_NOTES and (all(map(is_aside, lines)) or are_of_head(lines)):
        return True
    if not isinstance(item, Table) or len(item.cells) > _MOST_HEAD_CELLS or item.cols < 2 or belongs_to_header(item):
        return False
    texts = list(map(squeeze, item.texts))
    has_officer = any(map(is_reachable, texts)) and any(
        says_when_or_how_many(text) or is_position(text) for text in texts
    )
    asks = has_officer or any(label_key(text) in CONTACT_LABELS for text in texts)
    return asks and sum(map(len, texts)) <= _LONGEST_HEAD_TABLE and not any(map(ends_sentence, texts))


def _parts(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a headline: one, and those it goes on with behind a comma, a particle, or a line that is a quote alone.

    Up to three right above a sub-headline between dashes are the headline too.
    """
    count = len(list(takewhile(lambda pair: _is_beside(*pair), pairwise(lines[:_MOST_PARTS])))) + 1
    below = [line.text for line in lines[count : count + 2]]
    if not (any(map(opens_with_dash, below[:1])) and any(map(is_closed, below))):
        count = 1
    while count < len(lines) and _is_part(lines[count - 1], lines[count]):
        count += 1
    return lines[:count]


def _is_part(above: Line, below: Line) -> bool:
    """Whether a headline goes on with the line right below it, which is none of the head."""
    if not goes_on(above.text, below.text, OPEN_END_OF_PLAIN) or ENTITLED.match(below.text) or _SAID.search(below.text):
        return False
    return not _is_apart(above.paragraph.locator, below.paragraph.locator) and not stands_in_head(below.text)


def _is_beside(above: Line, below: Line) -> bool:
    """Whether a line is right below another without a mark, and both may be of a headline."""
    may_be = all(opens_plainly(at.text) and is_short(at.text) and not is_subtitle(at.text) for at in (above, below))
    return may_be and not (_is_apart(above.paragraph.locator, below.paragraph.locator) or stands_in_head(below.text))


def _is_apart(above: str, below: str) -> bool:
    """Whether an empty paragraph stands between two: they are not kept, but counted ('s0/p12', 's0/p14')."""
    (part, _, first), (other, _, second) = above.rpartition("/p"), below.rpartition("/p")
    return part == other and first.isdecimal() and second.isdecimal() and int(second) - int(first) > 1


def _may_be_title(line: Line, below: Line) -> bool:
    """A short sentence above a sub-headline or the first item is a title, although it ends in a full stop."""
    return len(line.paragraph.text) <= SHORT and (is_subtitle(below.text) or below.text.startswith("□"))


def odd_headline(items: Sequence[Block], start: int) -> Headline | None:
    """A headline right behind the head in brackets, or behind a mark of items; only for where nothing else is one."""
    return _framed_line(items, start) or _bracketed(items, start) or _marked(items, start)


def _framed_line(items: Sequence[Block], start: int) -> Headline | None:
    """A headline that is the one line of a frame, with the mark of an item, above sub-headlines between dashes at most."""
    item = items[start] if start < len(items) else None
    if item is None or isinstance(item, Paragraph) or (isinstance(item, Table) and item.cols > 1):
        return None
    lines = lines_of((item,))
    title = _behind_mark(lines[0], _NOTE_OR_MARK) if lines and all(map(is_between_dashes, lines[1:])) else ""
    subtitles = tuple(sub_headlines(lines[1:]))
    return Headline(title, subtitles, lines[0], item.locator, "title.bracketed", start) if title else None


def _bracketed(items: Sequence[Block], start: int) -> Headline | None:
    """A headline in brackets, or that opens with some ('< 회의 개최 >', '【긴급】 대피하세요'); captions of boxes are none."""
    near = items[start : start + REACH]
    start += sum(1 for _ in takewhile(lambda item: isinstance(item, Paragraph) and stands_in_head(item.text), near))
    lines = lines_of(items[start : start + 1])
    found = _IN_BRACKETS.match(lines[0]) if lines and len(lines[0]) <= SHORT else None
    if found is None or not all(map(is_subtitle, lines[1:])):
        return None
    title = squeeze(without_label(lines[0]) if found["behind"] else found["inside"])
    if not _WORD.search(title) or CAPTION_END.search(squeeze(found["inside"])) or is_agenda(lines[0]):
        return None
    subtitles = tuple(sub_headlines(lines[1:]))
    below = plain_lines(items, start, start + REACH) if len(lines) == 1 else []
    last, dashed = subtitles_below(below, items) if below and below[0].place == start else (start, ())
    return Headline(title, subtitles + dashed, " ".join(lines), items[start].locator, "title.bracketed", last)


def _marked(items: Sequence[Block], start: int) -> Headline | None:
    """A headline behind a mark ('◈ 시내버스 배차간격 줄인다') of which no other line follows, with the story in another shape."""
    lines = _candidates(items, start)
    title = _behind_mark(lines[0].text) if lines else ""
    below = [line.text for line in lines[1:] if not is_dashed(line.text)]
    if not title or not below or opens_item(below[0]) or any(text[0] == lines[0].text[0] for text in below):
        return None
    last, subtitles = subtitles_below(lines, items)
    first = lines[0].paragraph
    return Headline(title, subtitles, first.text, first.locator, "title.bracketed", last)


def _behind_mark(line: str, marks: re.Pattern[str] = _MARK) -> str:
    """A line of a headline without the mark before it; empty for any other line."""
    mark = marks.match(line)
    return line[mark.end() :] if mark and is_unmarked(line[mark.end() :]) else ""
