"""Headline and sub-headlines: the framed table under the timing row, or the first lines of forms that have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from hwpextract.characters import squeeze
from hwpextract.document import Block, Box, Paragraph, Table
from hwpextract.patterns import pattern
from hwpextract.press.contacts.contact_tables import is_contact_table
from hwpextract.press.head.plain_title import (
    REACH,
    SHORT,
    goes_on,
    is_entry,
    is_title_label,
    labelled_line,
    listed_below,
    marked_title,
    odd_headline,
    opens_item,
    opens_no_title,
    plain_headline,
    stands_in_head,
)
from hwpextract.press.head.time_lines import belongs_to_head
from hwpextract.press.labels import (
    BODY_LABELS,
    CONTACT_LABELS,
    FORM_LABELS,
    HEADER_LABELS,
    SUBTITLE_LABELS,
    TIME_LABELS,
    TITLE_LABELS,
)
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.headline import (
    LONGEST_SUBTITLE,
    MOST_SUBTITLES,
    TITLE_LABEL,
    Headline,
    ends_sentence,
    is_aside,
    is_between_dashes,
    is_closed,
    is_marked,
    is_subtitle,
    opens_with_dash,
    sub_headlines,
    without_label,
)
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.phrases.slogans import is_greeting
from hwpextract.press.tables import MOST_HEADER_CELLS, cells_with, fields_of, key_in, key_of, lines_in, lines_of

_LONGEST = 500
_COVER_ROWS = 2
_COVER_LABELS = TIME_LABELS | CONTACT_LABELS
_TOP_LABELS = _COVER_LABELS | TITLE_LABELS | SUBTITLE_LABELS
_LEAST_ITEM = 20
_MOST_ROWS = 8
_BODY = pattern(
    r"[가-힣](?:[시군구도]청|경찰청|교육청|공사|공단|재단|위원회|대학교|상의|商議|은행|협회|연구원|진흥원|병원|법원|경찰서|소방서|의회|보건소)$"
)


def find_headline(items: Sequence[Block], masthead: int, timing: int) -> Headline | None:
    """The headline: between banner and timing row, or behind both; as a frame, else as plain lines.

    Args:
        items: blocks of the body, frames around tables opened.
        masthead: index of the banner's block, -1 if there is none in the body.
        timing: index of the block with the timing row, -1 if there is none.
    """
    start = max(masthead, timing) + 1
    for index, item in enumerate(items[: start + 1]):
        if isinstance(item, Table) and (labelled := labelled_in(item, index)):
            return labelled
    for index in sorted({masthead, timing} - {-1}):
        within = _within(items[index], index)
        if within:
            return within
    below = _labelled_below(items, start)
    if below and _framed(items, start, start + 1) and not _is_form(items[below.last]):
        below = None
    if labelled := below or labelled_line(items, masthead + 1, start):
        return labelled
    between = range(masthead + 1, timing if masthead >= 0 or _is_tagged(items[:1]) else 0)
    framed = _framed(items, between.start, between.stop) or _framed(items, start, start + REACH)
    above = items[between.start : framed.last] if framed else ()
    if framed and not any(isinstance(item, Paragraph) for item in above):
        return framed
    plain = _surer(plain_headline(items[: between.stop], between.start), plain_headline(items, start))
    if framed and plain and plain.last < framed.last and (plain.subtitles or _is_box(framed, items[plain.last + 1 :])):
        return plain
    return framed or plain or _marked_frame(items, start) or odd_headline(items, start)


def _is_box(framed: Headline, below: Sequence[Block]) -> bool:
    """Whether a frame below a line that may be the headline is a box of the story: told in sentences, or behind one."""
    above = takewhile(lambda item: item.locator != framed.locator, below)
    return ends_sentence(framed.title) or any(isinstance(item, Paragraph) and _tells(item.text) for item in above)


def _tells(text: str) -> bool:
    """Whether a line is a sentence of the story, or one of its items of the first level ('□ 가나시, 4월부터 실시')."""
    is_item = text.lstrip().startswith("□") and len(text) > _LEAST_ITEM and ":" not in text
    return (is_item or ends_sentence(text)) and not stands_in_head(squeeze(text))


def _surer(between: Headline | None, behind: Headline | None) -> Headline | None:
    """The headline between banner and times, or behind both: a few words above the times are of the banner if one follows."""
    is_few = between and not between.subtitles and len(between.title) <= SHORT // 4
    if is_few and behind and len(behind.title.split()) > 2 and not opens_item(behind.raw):
        return behind
    return between or behind


def _is_tagged(first: Sequence[Block]) -> bool:
    """Whether a release begins with its banner word and its title on one line ('[보도자료] 제목')."""
    return any(isinstance(item, Paragraph) and TITLE_LABEL.match(item.text.lstrip()) for item in first)


def labelled_in(table: Table, index: int) -> Headline | None:
    """The headline in a row of its own that says so: '제목 | …', '부제 | …', or '1 | …' in a file of several releases."""
    if len(table.cells) < 2:
        return None
    if not cells_with(TITLE_LABELS, table):
        return _numbered(table, index) if table.cols == 2 else None
    entries = [entry for entry in fields_of(table, FORM_LABELS) if entry.values]
    titles = [entry for entry in entries if entry.label in TITLE_LABELS]
    found = _split([lines_of(titles[0].values[0].blocks)]) if titles else None
    if found is None:
        return None
    title, subtitles = found
    for entry in entries:
        lines = lines_of(entry.values[0].blocks)
        if entry.label in SUBTITLE_LABELS or (entry.label in BODY_LABELS and _are_points(lines)):
            subtitles += tuple(sub_headlines(lines))
    cell = titles[0].values[0]
    return Headline(title, subtitles, squeeze(cell.text), table.cell_locator(cell), "title.labelled", index)


def _numbered(table: Table, index: int) -> Headline | None:
    """The headline beside the number of its release, above rows of labels ('1 | …', '담당 | …')."""
    number, cell = table.cells[:2]
    if cell.row or not squeeze(number.text).rstrip(".").isdecimal():
        return None
    firsts = [first for first in table.cells[2:] if first.col == 0]
    is_form = bool(firsts) and all(key_of(first) in HEADER_LABELS for first in firsts)
    found = _split([lines_of(cell.blocks)]) if is_form else None
    if found is None:
        return None
    return Headline(*found, squeeze(cell.text), table.cell_locator(cell), "title.labelled", index)


def _labelled_below(items: Sequence[Block], start: int) -> Headline | None:
    """A labelled headline behind further tables and lines of the head, or behind a list of the releases in the file."""
    for index in range(start + 1, min(start + REACH, len(items))):
        item = items[index]
        if not isinstance(item, Table) or item.cols < 2 or len(item.cells) > MOST_HEADER_CELLS:
            continue
        if labelled := labelled_in(item, index):
            return labelled if all(map(_is_above_label, items[start + 1 : index])) else None
    return None


def _is_above_label(item: Block) -> bool:
    """Whether a block may stand between the head of a release and the table that labels its headline."""
    if isinstance(item, Paragraph):
        return is_entry(item.text) or stands_in_head(squeeze(item.text))
    return isinstance(item, Table) and item.cols > 1


def _is_form(item: Block) -> bool:
    """Whether a table has labels of a head below each other; one that only lists titles is none."""
    return isinstance(item, Table) and sum(cell.col == 0 and key_of(cell) in _TOP_LABELS for cell in item.cells) > 1


def _are_points(lines: Sequence[str]) -> bool:
    """Whether what stands beside 주요내용 are sub-headlines, marked lines that are no sentences, and not the story."""
    return len(lines) <= MOST_SUBTITLES and all(is_marked(line) and not ends_sentence(line) for line in lines)


def _above_story(lines: list[str]) -> list[str]:
    """The lines of a cell up to the story, where title and story share it: up to the first of several sentences."""
    sentences = [at for at, line in enumerate(lines) if at and ends_sentence(line)]
    return lines[: sentences[0]] if len(sentences) > 1 else lines


def _within(item: Block, index: int) -> Headline | None:
    """The headline inside a header table: rows of one cell below the rows of labels, the first the title."""
    if not isinstance(item, Table) or item.rows < _COVER_ROWS:
        return None
    keys = map(key_in, item.texts)
    labelled = [cell.row for cell, key in zip(item.cells, keys, strict=True) if key in _COVER_LABELS]
    last = max(labelled, default=item.rows)
    filled = [cell for cell in item.cells if cell.row > last and cell.blocks]
    if not filled:
        return None
    rows = Counter(cell.row for cell in filled)
    alone = [cell for cell in filled if rows[cell.row] == 1 and not _is_of_head(squeeze(cell.text))]
    lines = [_above_story(lines_of(cell.blocks)) for cell in alone]
    if not alone or sum(map(len, lines[0])) > _LONGEST or opens_no_title(alone[0].text):
        return None
    below = takewhile(lambda row: all(map(is_subtitle, row[:1])) and not any(map(ends_sentence, row)), lines[1:])
    found = _split([lines[0], *below])
    if found is None:
        return None
    title, subtitles = found
    return Headline(title, subtitles, " ".join(lines[0]), item.cell_locator(alone[0]), "title.cover", index)


def _is_of_head(text: str) -> bool:
    """Whether a row of a header says who, when or how, an officer with his number beside a unit over several rows among them."""
    return belongs_to_head(text) or is_reachable(text) or is_title_label(text)


def _framed(items: Sequence[Block], start: int, stop: int) -> Headline | None:
    for index in range(start, min(stop, len(items))):
        item = items[index]
        rows = _rows(item)
        if rows is None:
            if isinstance(item, Paragraph) and _is_story(item.text):
                return None
            continue
        found = _split(rows)
        if found:
            title, subtitles = found
            raw = _joined(rows)
            last, below = _below(items, index, bool(subtitles))
            if not subtitles:
                last, listed = listed_below(items, last)
                below += listed
            return Headline(title, subtitles + below, raw, item.locator, "title.frame", last)
    return None


def _marked_frame(items: Sequence[Block], start: int) -> Headline | None:
    """A headline that is the one line of a frame behind the head, with the mark of an item; only for where nothing else is one."""
    item = items[start] if start < len(items) else None
    if item is None or isinstance(item, Paragraph) or (isinstance(item, Table) and len(item.cells) > 1):
        return None
    lines = lines_of((item,))
    title = marked_title(lines[0]) if len(lines) == 1 else ""
    return Headline(title, (), lines[0], item.locator, "title.bracketed", start) if title else None


def _below(items: Sequence[Block], frame: int, has_subtitles: bool) -> tuple[int, tuple[str, ...]]:
    """Sub-headlines below the frame of a title, with the index of the last: a frame or plain lines, each between dashes.

    Where the frame holds none, the dash that opens them is enough.
    """
    lines: list[str] = []
    last = frame
    for index in range(frame + 1, min(frame + 1 + REACH, len(items))):
        item = items[index]
        printed = (
            lines_in(item.text) if isinstance(item, Paragraph) else [line for row in _rows(item) or () for line in row]
        )
        if not printed or not all(_is_dashed(line, has_subtitles) for line in printed):
            break
        lines += printed
        last = index
    return (last, tuple(sub_headlines(lines))) if len(lines) <= MOST_SUBTITLES else (frame, ())


def _is_dashed(line: str, on_both_sides: bool) -> bool:
    if len(line) > LONGEST_SUBTITLE or not opens_with_dash(line):
        return False
    return is_closed(line) or not (on_both_sides or line.endswith((".", ")")))


def _is_story(text: str) -> bool:
    """Whether a paragraph is the beginning of the body, behind which no title stands: a long one, or whole sentences."""
    return len(text) > _LONGEST // 2 or (len(text) > SHORT and ends_sentence(text))


def _rows(item: Block) -> list[list[str]] | None:
    """Lines of each row of a title frame; None for a block that cannot be one."""
    if isinstance(item, Box):
        rows = [lines_of(item.blocks)]
    elif isinstance(item, Table) and item.rows <= _MOST_ROWS:
        if len({cell.col for cell in item.cells if cell.blocks}) != 1 or is_contact_table(item):
            return None
        rows = list(map(lines_in, item.texts))
    else:
        return None
    rows = [row for row in rows if row]
    text = _joined(rows)
    if not rows or len(text) > _LONGEST or opens_no_title(text) or belongs_to_head(text):
        return None
    return rows


def _joined(rows: Sequence[Sequence[str]]) -> str:
    return " ".join([line for row in rows for line in row])


def _opens_subtitle(above: str, line: str) -> bool:
    """Whether a line of a title frame is a sub-headline by the mark of an item, or as one that opens with an agency.

    '가나청, …' begins a headline, and so does not go on with a line that is whole.
    """
    if is_marked(line):
        return True
    name, comma, _ = line.partition(",")
    return bool(comma) and not goes_on(above, line) and " " not in name and bool(named(name) or _BODY.search(name))


def _is_apart(line: str) -> bool:
    """Whether a line of a title frame is the label of the headline alone, or greets."""
    return is_title_label(line) or is_greeting(line)


def _split(rows: list[list[str]]) -> tuple[str, tuple[str, ...]] | None:
    """Title and subtitles: the first row is the title up to a line that opens or closes with a dash; the rest are subtitles.

    A line between dashes above the title is one of them too. Rows above it that are no headline (the government's agenda) are passed,
    and so are labels alone and greetings.
    """
    rows = [[line for line in row if not _is_apart(line)] for row in rows]
    rows = list(dropwhile(lambda row: all(map(is_aside, row)), rows))
    first = rows[0] if rows else []
    marked = [is_subtitle(line) for line in first]
    above = [] if all(marked) else list(takewhile(is_between_dashes, first))
    start = len(above)
    cut = next(
        (i for i in range(start + 1, len(first)) if marked[i] or _opens_subtitle(first[i - 1], first[i])), len(first)
    )
    own = zip(first[start:cut], marked[start:cut], strict=True)
    title = without_label(" ".join([line for line, mark in own if not (mark and is_aside(line))]))
    subtitles = [line for row in (above, first[cut:], *rows[1:]) if row for line in sub_headlines(row)]
    return (title, tuple(subtitles)) if title else None
