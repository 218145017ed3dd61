"""Headlines that stand in plain lines behind the head, where a form frames none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TypeAlias

from hwpextract.characters import is_syllable, squeeze
from hwpextract.document import Block, Paragraph, Table
from hwpextract.patterns import pattern
from hwpextract.press.contacts.contact_tables import belongs_to_header
from hwpextract.press.head.time_lines import belongs_to_head
from hwpextract.press.labels import ANNEX_LABELS, CONTACT_LABELS, SUBTITLE_LABELS, TITLE_LABELS
from hwpextract.press.phrases.head_lines import is_of_sender, says_when_or_how_many
from hwpextract.press.phrases.headline import (
    LONGEST_SUBTITLE,
    MOST_SUBTITLES,
    TITLE_LABEL,
    Headline,
    ends_sentence,
    is_agenda,
    is_marked,
    is_subtitle,
    opens_with_dash,
    sub_headlines,
    without_label,
)
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.phrases.slogans import is_slogan
from hwpextract.press.story.annexes import ANNEX_WORD
from hwpextract.press.story.body import end_of_story, is_numbered
from hwpextract.press.story.paragraph_breaks import is_cut
from hwpextract.press.story.sender_lines import is_contact_line, is_letterhead
from hwpextract.press.tables import label_key, lines_of

REACH = 8
"""Blocks behind the head of a release within which its title stands."""
SHORT = 80
"""Characters of a line that may be a headline, or a part of one, without a label that says so."""
_LONGEST_LABELLED = 200
"""Characters of a line in which such a label is looked for."""
_LONGEST_LABEL = 20
_LABELS_OF_TITLES = TITLE_LABELS | SUBTITLE_LABELS
_MOST_UNMARKED = 2
_LEAST_WORDS = 3
"""Of a sub-headline that no dash marks; fewer are a heading of the story, or a name."""
_WORD = pattern(r"\w")
_NO_TITLE = pattern(rf"^\s*(?:※|◈|◇|☞|□|\*|<|〈|【|\[\s*참\s*고|(?:{ANNEX_WORD})(?![가-힣])(?!.*[가-힣]다$))")
"""What opens notes, lead boxes, items, captions and annexes, and so no headline without further signs; '별첨 서류 사라진다' is one."""
_MAY_OPEN_NO_TITLE = frozenset("※◈◇☞□*<〈【[").union(label[0] for label in ANNEX_LABELS)
_LABELLED = pattern(
    r"^\s*(?P<mark>[□■◆▣◈*]\s*)?(?:보도\s*)?(?:제\s*목\s*[:：]|[\[(〔【<]\s*제\s*목\s*[\])〕】>]|제\s*목(?:\s{2,}|\t)|제\s+목\s)\s*(?=[^\s:：])"
)
_MARK = pattern(r"^(?:\d{1,2}\.\s+(?!\d)|[■◆▣●◈◇□☞]\s*)(?=\S)")
"""Marks and numbers that open a headline in a line of its own."""
_QUOTES = frozenset("‘’“”'\"`「『｢")
_QUOTE = pattern(r"[“\"‘'][^“”\"]*[”\"’']")
_ITEM = pattern(r"^\s*(?:[□■○ㅇ◦●▷▹▶▸▪◆◈※*·ㆍ‧<〈【\[(-]|\d{1,2}[.)](?!\s*\d{1,2}\.))")
_ITEM_MARKS = "○ㅇ◦❍▷▹▪•✓★☆■∎◎"
_LISTED = pattern(rf"^[{_ITEM_MARKS}]\s*(?=\S)")
_LISTED_BELOW_FRAME = pattern(rf"^[{_ITEM_MARKS}◈◇◆▶▸☞·∙]\s*(?=\S)")
_OPEN_END = pattern(r"(?:[,，…]|\.\.\.|를|(?<![마가노])을|에서|\s및|위한|위해|하는|되는)$")
"""What a line of a headline ends in that goes on on the next one."""
_CLIPPED = pattern(r"(?:[함됨]|[였했었았있없]음)$")
"""What sentences of official style end in."""
_ENTITLED = pattern(r"\W*[가-힣]{2,6}\s*[:：]|(?:[Ⅰ-Ⅻ]|[IVX]{1,4}|[가-하])\s*\.\s")
"""Lines that are no part of a headline: '사진 : …', 'Ⅰ. …', '가. …'."""
_SAID = pattern(r"[.!?]\s*[”\"’']$")
_SPOKEN = pattern(r"(?:(?:[“\"][^“”\"]*[.!?요]\s*[”\"]|‘[^‘’]*[.!?요]\s*’)\s*)++")
"""A sentence that somebody says, and nothing else, with which stories open ('“숲이 가까워 좋아요.”'); headlines have no full stop."""
_SCHEDULED = pattern(r"(?:20\d\d|[‘’'`]?\d\d)?[\s.년/-]*\d{1,2}\s*[.월/-]\s*\d{1,2}\s*[.일]?\s*\([월화수목금토일]\)\s")
"""What opens a line that says when and where: '4. 13.(월) 시청 대강당', but not '4. 13.(월)부터 접수'."""
_PLACE = pattern(r"(?P<of>.*/p)(?P<number>\d+)$")
_SALUTATION = pattern(r"여러분|안녕하(?:십|세)|귀\s?[하중]\W*$")
"""What opens a speech or a letter below its title."""
_MOST_HEAD_CELLS = 16
_LONGEST_HEAD_TABLE = 300
_PARENTHESISED = pattern(r"^\((?P<inside>[^():：=]{8,100})\)$")
_REFERS = pattern(rf"^\W*(?:{ANNEX_WORD}|사진|문의|담당|자료|출처|※)")
_IN_BRACKETS = pattern(r"^[<〈《【](?P<inside>[^<>〈〉《》【】]*)[>〉》】]\s*(?P<behind>.*)$")
_CAPTION_END = pattern(rf"(?:요\s*약|개\s*요|내\s*용|요\s*지|현\s*황|목\s*차|순\s*서|\))$|^(?:{ANNEX_WORD})")
_Lines: TypeAlias = list[tuple[int, Paragraph]]
"""Paragraphs with the index of each among the blocks of the body."""


def labelled_line(items: Sequence[Block], first: int, start: int) -> Headline | None:
    """A headline in a line that says so ('제목 : …'), from `first` to the blocks behind the head, which ends at `start`.

    A list of the releases in the file may stand above it, but no frame and no sentence.
    """
    for index in range(first, min(start + REACH, len(items))):
        item = items[index]
        if not isinstance(item, Paragraph):
            if isinstance(item, Table) and item.cols > 1:
                continue
            return None
        label = _label_of(item.text)
        if label and not (label["mark"] and _follows_title(items[first:index])):
            lines = _paragraphs(items, index, index + REACH)
            last, subtitles = _below(lines, items)
            title = squeeze(item.text[label.end() :])
            return Headline(title, subtitles, item.text, item.locator, "title.line", last)
        if ends_sentence(item.text) and not stands_in_head(squeeze(item.text)):
            return None
    return None


def _label_of(text: str) -> re.Match[str] | None:
    """The label that opens a line of a headline."""
    return _LABELLED.match(text[:_LONGEST_LABELLED]) if "제" in text[:SHORT] else None


def is_labelled_line(item: Paragraph) -> bool:
    """Whether a line says that it is a headline ('제목 : …')."""
    label = _label_of(item.text)
    return bool(label and not label["mark"])


def _follows_title(above: Sequence[Block]) -> bool:
    """Whether a line stands above that may be a title itself, so that a marked '□ 제목 : …' is an item of the body."""
    return any(isinstance(item, Paragraph) and not stands_in_head(squeeze(item.text)) for item in above)


def stands_in_head(text: str) -> bool:
    """Whether a line above the headline is of the head: when, by whom, to whom, with what, for which agenda it is released."""
    return bool(
        belongs_to_head(text)
        or TITLE_LABEL.fullmatch(text)
        or is_title_label(text)
        or is_agenda(text)
        or is_of_sender(text)
        or is_letterhead(text)
        or is_contact_line(text)
    )


def is_title_label(text: str) -> bool:
    """Whether a line is the label of a headline or of a sub-headline and nothing else ('제 목')."""
    return len(text) <= _LONGEST_LABEL and label_key(text) in _LABELS_OF_TITLES


def _is_subtitle_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and label_key(text) in SUBTITLE_LABELS


def opens_no_title(text: str) -> bool:
    """Whether a text opens like a note, an item, a caption or an annex."""
    return text.lstrip()[:1] in _MAY_OPEN_NO_TITLE and bool(_NO_TITLE.match(text)) and not is_agenda(text)


def plain_headline(items: Sequence[Block], start: int) -> Headline | None:
    """The first line behind the head that is not of it, with the lines below it that are sub-headlines."""
    lines = _candidates(items, start)
    if not lines or opens_no_title(lines[0][1].text):
        return None
    if lines[0][1].text.rstrip().endswith(".") and not (lines[1:] and _may_be_title(lines[0][1], lines[1][1])):
        return None
    parts = _parts(lines)
    title = _MARK.sub("", without_label(squeeze(" ".join(part.text for _, part in parts))))
    last, subtitles = _below(lines[len(parts) - 1 :], items)
    return Headline(title, subtitles, parts[0][1].text, parts[0][1].locator, "title.paragraph", last)


def _candidates(items: Sequence[Block], start: int) -> _Lines:
    """Lines from the first on that may be the headline, up to a table."""
    first = start
    while first < len(items) and _is_above(items[first]):
        first += 1
    lines = _paragraphs(items, first, max(first, start + REACH))
    while lines and stands_in_head(squeeze(lines[0][1].text)):
        lines = lines[1:]
    while len(lines) > 1 and is_slogan(lines[0][1].text, lines[1][1].text):
        lines = lines[1:]
    return lines


def _is_above(item: Block) -> bool:
    """Whether a block is of the head: a line of it, or a table that says whom to ask and when."""
    if isinstance(item, Paragraph):
        return not item.text.strip() or stands_in_head(squeeze(item.text))
    if not isinstance(item, Table) or len(item.cells) > _MOST_HEAD_CELLS or item.cols < 2 or belongs_to_header(item):
        return False
    texts = list(map(squeeze, item.texts))
    asks = any(is_reachable(text) or label_key(text) in CONTACT_LABELS for text in texts)
    is_small = sum(map(len, texts)) <= _LONGEST_HEAD_TABLE
    return asks and is_small and any(map(says_when_or_how_many, texts)) and not any(map(ends_sentence, texts))


def _paragraphs(items: Sequence[Block], start: int, stop: int) -> _Lines:
    found: _Lines = []
    for index in range(start, min(stop, len(items))):
        item = items[index]
        if isinstance(item, Paragraph):
            if item.text.strip() and not _is_subtitle_label(item.text):
                found.append((index, item))
        elif isinstance(item, Table) and not belongs_to_header(item):
            break
    return found


def _parts(lines: _Lines) -> _Lines:
    """The lines of a headline: one, and those it goes on with behind a comma, a particle, or a line that is a quote alone."""
    count = 1
    while count < len(lines) and _is_part(lines[count - 1][1], lines[count][1]):
        count += 1
    return lines[:count]


def _is_part(above: Paragraph, below: Paragraph) -> bool:
    """Whether a headline goes on with the line right below it, which is none of the head."""
    text = below.text.strip()
    if not goes_on(above.text.strip(), text) or _ENTITLED.match(text) or _SAID.search(text):
        return False
    return not _is_apart(above.locator, below.locator) and not stands_in_head(squeeze(text))


def _is_apart(above: str, below: str) -> bool:
    """Whether an empty paragraph stands between two: they are not kept, but counted ('s0/p12', 's0/p14')."""
    first, second = _PLACE.match(above), _PLACE.match(below)
    if first is None or second is None or first["of"] != second["of"]:
        return False
    return int(second["number"]) - int(first["number"]) > 1


def is_entry(text: str) -> bool:
    """Whether a line is an entry of a numbered list ('1. …'), and no sentence."""
    return is_numbered(text) and not _tells(text)


def opens_item(text: str) -> bool:
    """Whether a line opens with a mark or a number as items of the story do."""
    return bool(_ITEM.match(text))


def goes_on(above: str, below: str) -> bool:
    """Whether a line of a headline that is not whole goes on with the one below: behind a comma, a particle or a quote alone."""
    is_open = bool(_OPEN_END.search(above) or _QUOTE.fullmatch(above))
    return is_open and len(below) <= SHORT and not opens_item(below) and not is_subtitle(below) and not _tells(below)


def _tells(text: str) -> bool:
    """Whether a line is a sentence of the story, or several."""
    return text.rstrip().endswith((".", "?")) or len(text) > LONGEST_SUBTITLE


def _below(lines: _Lines, items: Sequence[Block]) -> tuple[int, tuple[str, ...]]:
    """The sub-headlines below the first of these lines, which ends the title, and the index of the last of both."""
    texts = [squeeze(paragraph.text) for _, paragraph in lines[1:]]
    count = len(list(takewhile(_is_dashed, texts)))
    if count and not any(map(opens_with_dash, texts[:count])):
        is_story = count > MOST_SUBTITLES or lines[count][0] == len(items) - 1 or all(map(_is_heading, texts[:count]))
        count = 0 if is_story else count
    else:
        count += _listed(lines[count + 1 :], items, _LISTED)
    subtitles = (subtitle for text in texts[:count] for subtitle in sub_headlines([_bare(text)]))
    return lines[count][0], tuple(subtitles)


def listed_below(items: Sequence[Block], frame: int) -> tuple[int, tuple[str, ...]]:
    """Sub-headlines with marks of items or none right below the frame of a title, and the index of the last, or of the frame."""
    first = items[frame + 1] if frame + 1 < len(items) else None
    if not isinstance(first, Paragraph) or not _is_short(squeeze(first.text)):
        return frame, ()
    lines = _paragraphs(items, frame + 1, frame + 1 + REACH)
    count = _listed(lines, items, _LISTED_BELOW_FRAME)
    below = [squeeze(paragraph.text) for _, paragraph in lines[:count]]
    subtitles = (subtitle for text in below for subtitle in sub_headlines([_bare(text)]))
    return (lines[count - 1][0], tuple(subtitles)) if count else (frame, ())


def _stops(items: Sequence[Block], lines: _Lines) -> bool:
    """Whether a frame or a table stands right behind these lines."""
    behind = lines[-1][0] + 1
    return behind < len(items) and not isinstance(items[behind], Paragraph)


def _is_dashed(text: str) -> bool:
    return len(text) <= LONGEST_SUBTITLE and is_subtitle(text) and not ends_sentence(text)


def _bare(text: str) -> str:
    inside = _PARENTHESISED.match(text)
    return inside["inside"] if inside else text


def _listed(lines: _Lines, items: Sequence[Block], marks: re.Pattern[str]) -> int:
    """How many lines right below a title are sub-headlines though they open with marks of items, or with none, or stand in brackets.

    They are where the story begins behind them in another shape: with a whole sentence, or in a frame.
    """
    texts = [squeeze(paragraph.text) for _, paragraph in lines]
    if len(texts) > 1 and ends_sentence(texts[1]) and _is_parenthesised(texts[0]):
        return 1
    plain = len(list(takewhile(lambda line: _is_unmarked(squeeze(line[1].text)) and not is_cut(line[1].text), lines)))
    mark = texts[plain][:1] if texts[plain:] and marks.match(texts[plain]) else ""
    if not (plain or mark) or plain > _MOST_UNMARKED:
        return 0
    run = list(takewhile(lambda text: (text[:1] == mark or opens_with_dash(text)) and _is_short(text), texts[plain:]))
    count = plain + len(run)
    below = texts[count] if texts[count:] else ""
    opens = ends_sentence(below) or _SPOKEN.fullmatch(below) if below else mark and _stops(items, lines)
    if not opens or _is_list(run, mark, texts[count:]) or (plain and _has_headings(lines, count + 1, items)):
        return 0
    return count


def _is_list(run: Sequence[str], mark: str, behind: Sequence[str]) -> bool:
    """Whether marked lines are points or headings of the story: many, of a word or two, or like others further down."""
    is_again = any(mark and text.startswith(mark) and not ends_sentence(text) for text in behind)
    return is_again or len(run) > MOST_SUBTITLES or bool(run and all(map(_is_heading, run)))


def _has_headings(lines: _Lines, first: int, items: Sequence[Block]) -> bool:
    """Whether lines without a mark that are no sentences, and none that close the story, stand further down."""
    story = [paragraph for _, paragraph in lines]
    texts = (squeeze(paragraph.text) for paragraph in story[first : end_of_story(story, first, items)])
    return any(is_syllable(text[:1]) and not _tells(text) and not stands_in_head(text) for text in texts)


def _is_heading(text: str) -> bool:
    """Whether a marked line heads a part of the story, with a word or two ('◆ 추진 배경')."""
    return len(text[1:].split()) < _LEAST_WORDS


def _is_short(text: str) -> bool:
    """Whether a line is no sentence, and no entry of a form ('○ 일시 : …')."""
    return len(text) <= LONGEST_SUBTITLE and not _tells(text) and ":" not in text and "：" not in text


def _is_parenthesised(text: str) -> bool:
    inside = _PARENTHESISED.match(text)
    return bool(
        inside
        and len(inside["inside"].split()) >= _LEAST_WORDS
        and not (_REFERS.match(text) or stands_in_head(text) or _tells(inside["inside"]))
    )


def _is_unmarked(text: str) -> bool:
    """Whether a plain line is neither a sentence nor an item nor of the head."""
    if len(text) > SHORT or len(text.split()) < _LEAST_WORDS or not _is_short(text) or not _opens_plainly(text):
        return False
    is_said = _SALUTATION.search(text) or _CLIPPED.search(text) or _OPEN_END.search(text)
    return not is_said and not _SPOKEN.fullmatch(text) and not stands_in_head(text)


def _opens_plainly(text: str) -> bool:
    """Whether a line opens with a word or words that are quoted, and not with a mark, a number or a day of the week."""
    opens = text[0].isalnum() or text[0] in _QUOTES
    return opens and not (is_marked(text) or opens_item(text) or _ENTITLED.match(text) or _SCHEDULED.match(text))


def _may_be_title(line: Paragraph, below: Paragraph) -> bool:
    """A short sentence above a sub-headline or the first item is a title, although it ends in a full stop."""
    return len(line.text) <= SHORT and bool(is_subtitle(squeeze(below.text)) or below.text.lstrip().startswith("□"))


def odd_headline(items: Sequence[Block], start: int) -> Headline | None:
    """A headline behind the head in brackets, or behind a mark of items; only for where nothing else is one."""
    return _bracketed(items, start) or _marked(items, start)


def _bracketed(items: Sequence[Block], start: int) -> Headline | None:
    """A headline in brackets, or that opens with some ('< 회의 개최 >', '【긴급】 대피하세요'); captions of boxes are none."""
    start += sum(1 for _ in takewhile(_is_of_head, items[start : start + REACH]))
    lines = lines_of(items[start : start + 1])
    found = _IN_BRACKETS.match(lines[0]) if lines and len(lines[0]) <= SHORT else None
    if found is None or not all(map(is_subtitle, lines[1:])):
        return None
    title = squeeze(lines[0] if found["behind"] else found["inside"])
    if not _WORD.search(title) or _CAPTION_END.search(squeeze(found["inside"])) or is_agenda(lines[0]):
        return None
    subtitles = tuple(sub_headlines(lines[1:]))
    return Headline(title, subtitles, " ".join(lines), items[start].locator, "title.bracketed", start)


def _is_of_head(item: Block) -> bool:
    return isinstance(item, Paragraph) and stands_in_head(squeeze(item.text))


def marked_title(line: str) -> str:
    """A line of a headline without the mark before it; empty for any other line."""
    mark = _MARK.match(line)
    return line[mark.end() :] if mark and _is_unmarked(line[mark.end() :]) else ""


def _marked(items: Sequence[Block], start: int) -> Headline | None:
    """A headline behind a mark ('◈ 시내버스 배차간격 줄인다') of which no other line follows, with the story in another shape."""
    lines = _candidates(items, start)
    texts = [squeeze(paragraph.text) for _, paragraph in lines]
    mark = _MARK.match(texts[0]) if texts else None
    if mark is None or not _is_unmarked(texts[0][mark.end() :]):
        return None
    below = [text for text in texts[1:] if not _is_dashed(text)]
    if not below or opens_item(below[0]) or any(text.startswith(texts[0][0]) for text in below):
        return None
    first = lines[0][1]
    last, subtitles = _below(lines, items)
    return Headline(texts[0][mark.end() :], subtitles, first.text, first.locator, "title.bracketed", last)
