"""Sub-headlines in plain lines below a headline, told from the story that begins there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from hwpextract.characters import is_syllable, squeeze
from hwpextract.document import Block, Paragraph, Table
from hwpextract.patterns import pattern
from hwpextract.press.contacts.contact_tables import belongs_to_header
from hwpextract.press.head.above_title import REACH, SHORT, is_title_label, opens_item, stands_in_head
from hwpextract.press.labels import SUBTITLE_LABELS
from hwpextract.press.phrases.headline import (
    LONGEST_SUBTITLE,
    MOST_SUBTITLES,
    ends_sentence,
    is_between_dashes,
    is_marked,
    is_subtitle,
    opens_with_dash,
    sub_headlines,
)
from hwpextract.press.story.annexes import ANNEX_WORD
from hwpextract.press.story.body import end_of_story, is_numbered
from hwpextract.press.story.paragraph_breaks import is_cut

_MOST_UNMARKED = 2
_LEAST_WORDS = 3
"""Of a sub-headline that no dash marks; fewer are a heading of the story, or a name."""
_QUOTES = frozenset("‘’“”'\"`「『｢")
_QUOTE = pattern(r"[“\"‘'][^“”\"]*[”\"’']")
_ITEM_MARKS = "○ㅇ◦❍▷▹▪•✓★☆■∎◎"
_LISTED = pattern(rf"^[{_ITEM_MARKS}]\s*(?=\S)")
_LISTED_BELOW_FRAME = pattern(rf"^[{_ITEM_MARKS}◈◇◆▶▸☞·∙ㆍ‧]\s*(?=\S)")
_ENDS = r"[,，…]|\.\.\.|를|(?<![마가노])을|에서|\s및|위한|위해|하는|되는"
_OPEN_END = pattern(rf"(?:{_ENDS})$")
"""What a line of a headline ends in that goes on on the next one."""
OPEN_END_OF_PLAIN = pattern(
    rf"(?:{_ENDS}|에게|(?<![도진경활통선항철종구미피해수육대책방입행산각광차])로|(?<=[원단관민업인청행장들회])[과와])$"
)
"""The same of one without a frame, where a sub-headline has dashes; '산책로', '결과' and '통과' are words."""
_CLIPPED = pattern(r"(?:[함됨]|[였했었았있없]음)$")
"""What sentences of official style end in."""
ENTITLED = pattern(r"\W*[가-힣]{2,6}\s*[:：]|(?:[Ⅰ-Ⅻ]|[IVX]{1,4}|[가-하])\s*\.\s")
"""Lines that are no part of a headline: '사진 : …', 'Ⅰ. …', '가. …'."""
_SPOKEN = pattern(r"(?:(?:[“\"][^“”\"]*[.!?요]\s*[”\"]|‘[^‘’]*[.!?요]\s*’)\s*)++")
"""A sentence that somebody says, and nothing else, with which stories open ('“숲이 가까워 좋아요.”'); headlines have no full stop."""
_SCHEDULED = pattern(r"(?:20\d\d|[‘’'`]?\d\d)?[\s.년/-]*\d{1,2}\s*[.월/-]\s*\d{1,2}\s*[.일]?\s*\([월화수목금토일]\)\s")
"""What opens a line that says when and where: '4. 13.(월) 시청 대강당', but not '4. 13.(월)부터 접수'."""
_SALUTATION = pattern(r"여러분|안녕하(?:십|세)|귀\s?[하중]\W*$")
"""What opens a speech or a letter below its title."""
_PARENTHESISED = pattern(r"^\((?P<inside>[^():：=]{8,100})\)$")
_REFERS = pattern(rf"^\W*(?:{ANNEX_WORD}|사진|문의|담당|자료|출처|※)")


class Line(NamedTuple):
    """A paragraph with its place among the blocks of the body, and its text with white space squeezed."""

    place: int
    paragraph: Paragraph
    text: str


def plain_lines(items: Sequence[Block], start: int, stop: int) -> list[Line]:
    """The lines between two blocks up to a table that is none of the head; labels of sub-headlines alone are left out."""
    found: list[Line] = []
    for index in range(start, min(stop, len(items))):
        item = items[index]
        if isinstance(item, Paragraph):
            if not is_title_label(item.text, SUBTITLE_LABELS):
                found += [Line(index, item, text) for text in _printed(item.text) if text]
        elif isinstance(item, Table) and not belongs_to_header(item):
            break
    return found


def _printed(text: str) -> list[str]:
    """A paragraph as one line, or as several where one behind a forced break is a sub-headline between dashes."""
    lines = list(map(squeeze, text.split("\n"))) if "\n" in text else []
    return lines if any(map(is_between_dashes, lines[1:])) else [squeeze(text)]


def subtitles_below(lines: Sequence[Line], items: Sequence[Block]) -> tuple[int, tuple[str, ...]]:
    """The sub-headlines below the first of these lines, which ends the title, and the index of the last of both."""
    texts = [line.text for line in lines[1:]]
    count = len(list(takewhile(is_dashed, texts)))
    if count and not any(map(opens_with_dash, texts[:count])):
        is_last = lines[count].place == len(items) - 1
        is_story = is_last or count > MOST_SUBTITLES or all(map(_is_heading, texts[:count]))
        count = 0 if is_story else count
    else:
        count += _listed(lines[count + 1 :], items, _LISTED)
    return lines[count].place, _subtitles(texts[:count])


def listed_below(items: Sequence[Block], frame: int) -> tuple[int, tuple[str, ...]]:
    """Sub-headlines with marks of items or none right below the frame of a title, and the index of the last, or of the frame."""
    first = items[frame + 1] if frame + 1 < len(items) else None
    if not isinstance(first, Paragraph) or not is_short(squeeze(first.text)):
        return frame, ()
    lines = plain_lines(items, frame + 1, frame + 1 + REACH)
    count = _listed(lines, items, _LISTED_BELOW_FRAME)
    return (lines[count - 1].place, _subtitles(line.text for line in lines[:count])) if count else (frame, ())


def _subtitles(texts: Iterable[str]) -> tuple[str, ...]:
    """The sub-headlines of lines, each of its own, without brackets around one."""
    bare = (inside["inside"] if (inside := _PARENTHESISED.match(text)) else text for text in texts)
    return tuple([subtitle for text in bare for subtitle in sub_headlines([text])])


def is_dashed(text: str) -> bool:
    """Whether a line opens or closes as sub-headlines do, and is no sentence."""
    return len(text) <= LONGEST_SUBTITLE and is_subtitle(text) and not ends_sentence(text)


def _listed(lines: Sequence[Line], items: Sequence[Block], marks: re.Pattern[str]) -> int:
    """How many lines right below a title are sub-headlines though they open with marks of items, or with none, or stand in brackets.

    They are where the story begins behind them in another shape: with a whole sentence, or in a frame.
    """
    texts = [line.text for line in lines]
    if len(texts) > 1 and ends_sentence(texts[1]) and _is_parenthesised(texts[0]):
        return 1
    plain = len(list(takewhile(lambda line: is_unmarked(line.text) and not is_cut(line.paragraph.text), lines)))
    mark = texts[plain][:1] if texts[plain:] and marks.match(texts[plain]) else ""
    if not (plain or mark) or plain > _MOST_UNMARKED:
        return 0
    run = list(takewhile(lambda text: (text[:1] == mark or opens_with_dash(text)) and is_short(text), texts[plain:]))
    count = plain + len(run)
    below = texts[count] if texts[count:] else ""
    opens = ends_sentence(below) or _SPOKEN.fullmatch(below) if below else mark and _stops(items, lines)
    if not opens or _is_list(run, mark, texts[count:]) or (plain and _has_headings(lines, count + 1, items)):
        return 0
    return count


def _stops(items: Sequence[Block], lines: Sequence[Line]) -> bool:
    """Whether a frame or a table stands right behind these lines."""
    behind = lines[-1].place + 1
    return behind < len(items) and not isinstance(items[behind], Paragraph)


def _is_list(run: Sequence[str], mark: str, behind: Sequence[str]) -> bool:
    """Whether marked lines are points or headings of the story: many, of a word or two, or like others further down."""
    is_again = any(mark and text.startswith(mark) and not ends_sentence(text) for text in behind)
    return is_again or len(run) > MOST_SUBTITLES or bool(run and all(map(_is_heading, run)))


def _has_headings(lines: Sequence[Line], first: int, items: Sequence[Block]) -> bool:
    """Whether lines without a mark that are no sentences, and none that close the story, stand further down."""
    end = end_of_story([line.paragraph for line in lines], first, items)
    texts = [line.text for line in lines[first:end]]
    return any(is_syllable(text[:1]) and not _tells(text) and not stands_in_head(text) for text in texts)


def _is_heading(text: str) -> bool:
    """Whether a marked line heads a part of the story, with a word or two ('◆ 추진 배경')."""
    return len(text[1:].split()) < _LEAST_WORDS


def is_short(text: str) -> bool:
    """Whether a line is no sentence, and no entry of a form ('○ 일시 : …')."""
    return len(text) <= LONGEST_SUBTITLE and not _tells(text) and ":" not in text and "：" not in text


def _is_parenthesised(text: str) -> bool:
    inside = _PARENTHESISED.match(text)
    return bool(
        inside
        and len(inside["inside"].split()) >= _LEAST_WORDS
        and not (_REFERS.match(text) or stands_in_head(text) or _tells(inside["inside"]))
    )


def is_unmarked(text: str) -> bool:
    """Whether a plain line is neither a sentence nor an item nor of the head."""
    if len(text) > SHORT or len(text.split()) < _LEAST_WORDS or not is_short(text) or not opens_plainly(text):
        return False
    is_said = _SALUTATION.search(text) or _CLIPPED.search(text) or _OPEN_END.search(text)
    return not is_said and not _SPOKEN.fullmatch(text) and not stands_in_head(text)


def opens_plainly(text: str) -> bool:
    """Whether a line opens with a word or words that are quoted, and not with a mark, a number or a day of the week."""
    opens = text[0].isalnum() or text[0] in _QUOTES
    return opens and not (is_marked(text) or opens_item(text) or ENTITLED.match(text) or _SCHEDULED.match(text))


def goes_on(above: str, below: str, ends: re.Pattern[str] = _OPEN_END) -> bool:
    """Whether a line of a headline that is not whole goes on with the one below: behind a comma, a particle or a quote alone."""
    is_open = bool(ends.search(above) or _QUOTE.fullmatch(above))
    return is_open and len(below) <= SHORT and not opens_item(below) and not is_subtitle(below) and not _tells(below)


def is_entry(text: str) -> bool:
    """Whether a line is an entry of a numbered list ('1. …'), and no sentence."""
    return is_numbered(text) and not _tells(text)


def _tells(text: str) -> bool:
    """Whether a line is a sentence of the story, or several."""
    return text.rstrip().endswith((".", "?")) or len(text) > LONGEST_SUBTITLE
