"""Headlines that a label announces: '제목 | …' in a table, '제목 : …' in a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hwpextract.characters import squeeze
from hwpextract.document import Block, Cell, Paragraph, Table
from hwpextract.patterns import pattern
from hwpextract.press.head.above_title import REACH, SHORT, stands_in_head
from hwpextract.press.head.below_title import is_entry, plain_lines, subtitles_below
from hwpextract.press.head.framed_title import COVER_LABELS, framed_headline, split_title
from hwpextract.press.head.labelled_times import lists_releases
from hwpextract.press.labels import BODY_LABELS, FORM_LABELS, HEADER_LABELS, SUBTITLE_LABELS, TITLE_LABELS
from hwpextract.press.phrases.headline import MOST_SUBTITLES, Headline, ends_sentence, is_marked, sub_headlines
from hwpextract.press.tables import MOST_HEADER_CELLS, cells_with, fields_of, key_of, lines_of

_TOP_LABELS = COVER_LABELS | TITLE_LABELS | SUBTITLE_LABELS
_LONGEST_LABELLED = 200
"""Characters of a line in which such a label is looked for."""
_LABELLED = pattern(
    r"^\s*(?P<mark>[□■◆▣◈*○ㅇ◦●▪▶]\s*)?(?:보도\s*)?(?:제\s*목\s*[:：]|[\[(〔【<]\s*제\s*목\s*[\])〕】>]|제\s*목(?:\s{2,}|\t)|제\s+목\s)\s*(?=[^\s:：])"
)


def labelled_in(item: Block, index: int) -> Headline | None:
    """The headline in a row of its own that says so: '제목 | …', '부제 | …', or '1 | …' in a file of several releases."""
    if not isinstance(item, Table) or len(item.cells) < 2:
        return None
    if not cells_with(TITLE_LABELS, item):
        return _numbered(item, index) if item.cols == 2 else None
    entries = [entry for entry in fields_of(item, FORM_LABELS) if entry.values]
    cell = next((entry.values[0] for entry in entries if entry.label in TITLE_LABELS), None)
    if cell is None or lists_releases(entries):
        return None
    title, subtitles = split_title([lines_of(cell.blocks)])
    for entry in entries:
        lines = lines_of(entry.values[0].blocks)
        if entry.label in SUBTITLE_LABELS or (entry.label in BODY_LABELS and _are_points(lines)):
            subtitles += tuple(sub_headlines(lines))
    return _labelled(title, subtitles, item, cell, index)


def _are_points(lines: Sequence[str]) -> bool:
    """Whether what stands beside 주요내용 are sub-headlines, marked lines that are no sentences, and not the story."""
    return len(lines) <= MOST_SUBTITLES and all(is_marked(line) and not ends_sentence(line) for line in lines)


def _numbered(table: Table, index: int) -> Headline | None:
    """The headline beside the number of its release, above rows of labels ('1 | …', '담당 | …')."""
    number, cell = table.cells[:2]
    if cell.row or not squeeze(number.text).rstrip(".").isdecimal():
        return None
    firsts = [first for first in table.cells[2:] if first.col == 0]
    is_form = bool(firsts) and all(key_of(first) in HEADER_LABELS for first in firsts)
    title, subtitles = split_title([lines_of(cell.blocks)]) if is_form else ("", ())
    return _labelled(title, subtitles, table, cell, index)


def _labelled(title: str, subtitles: tuple[str, ...], table: Table, cell: Cell, index: int) -> Headline | None:
    """The headline in a cell, if it is one."""
    locator = table.cell_locator(cell)
    return Headline(title, subtitles, squeeze(cell.text), locator, "title.labelled", index) if title else None


def labelled_below(items: Sequence[Block], start: int) -> Headline | None:
    """A labelled headline in the first table behind further lines of the head, or behind a list of the releases in the file.

    Right behind a frame that is the headline a table only lists titles, unless it is a form.
    """
    for index in range(start + 1, min(start + REACH, len(items))):
        item = items[index]
        if not isinstance(item, Table) or item.cols < 2 or len(item.cells) > MOST_HEADER_CELLS:
            continue
        if labelled := labelled_in(item, index):
            is_headed = all(map(_is_above_label, items[start + 1 : index]))
            is_sure = is_headed and (_is_form(item) or not framed_headline(items, start, start + 1))
            return labelled if is_sure else None
    return None


def _is_above_label(item: Block) -> bool:
    """Whether a line may stand between the head of a release and the table that labels its headline."""
    return isinstance(item, Paragraph) and (is_entry(item.text) or stands_in_head(item.text))


def _is_form(table: Table) -> bool:
    """Whether a table has labels of a head below each other; one that only lists titles has not."""
    return sum(cell.col == 0 and key_of(cell) in _TOP_LABELS for cell in table.cells) > 1


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
            lines = plain_lines(items, index, index + REACH)
            last, subtitles = subtitles_below(lines, items)
            title = squeeze(item.text[label.end() :])
            return Headline(title, subtitles, item.text, item.locator, "title.line", last)
        if ends_sentence(item.text) and not stands_in_head(item.text):
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
    return any(isinstance(item, Paragraph) and not stands_in_head(item.text) for item in above)
