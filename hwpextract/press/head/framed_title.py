"""Headlines in frames: the framed table under the timing row, a text box, or rows of the table of the head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, dropwhile, takewhile

from hwpextract.characters import squeeze
from hwpextract.document import Block, Box, Image, Paragraph, Table, walk
from hwpextract.patterns import pattern
from hwpextract.press.head.above_title import (
    CAPTION_END,
    REACH,
    SHORT,
    are_of_head,
    heads_part,
    is_title_label,
    opens_no_title,
)
from hwpextract.press.head.below_title import goes_on, is_unmarked, listed_below
from hwpextract.press.head.time_lines import belongs_to_head
from hwpextract.press.labelled_text import key_in
from hwpextract.press.labels import CONTACT_LABELS, TIME_LABELS
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.dates import states_day
from hwpextract.press.phrases.head_lines import is_bare_day, says_when_or_how_many
from hwpextract.press.phrases.headline import (
    LONGEST_SUBTITLE,
    MOST_SUBTITLES,
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
    without_tag,
)
from hwpextract.press.phrases.reach import is_reachable
from hwpextract.press.phrases.slogans import LONGEST_SLOGAN, is_greeting, is_national_slogan
from hwpextract.press.tables import lines_in, lines_of

_LONGEST = 500
_COVER_ROWS = 2
COVER_LABELS = TIME_LABELS | CONTACT_LABELS
_MOST_ROWS = 8
_BODY = pattern(
    r"[가-힣](?:[시군구도]청|경찰청|교육청|공사|공단|재단|위원회|대학교|상의|商議|은행|협회|연구원|진흥원|병원|법원|경찰서|소방서|의회|보건소)$"
)


def covered_headline(item: Block, index: int) -> Headline | None:
    """The headline inside a header table: rows of one cell below the rows of labels, the first the title.

    A cell with a day that has another at its left goes on with a time above, and one with a day beside it is its label.
    """
    if not isinstance(item, Table) or item.rows < _COVER_ROWS:
        return None
    keys = map(key_in, item.texts)
    labelled = [cell.row + cell.row_span - 1 for cell, key in zip(item.cells, keys, strict=True) if key in COVER_LABELS]
    last = max(labelled, default=item.rows)
    filled = [cell for cell in item.cells if cell.row > last and cell.blocks]
    rows = Counter(cell.row for cell in filled)
    alone = [
        cell
        for cell in filled
        if rows[cell.row] == 1 and not (cell.col and states_day(cell.text)) and not _is_of_head(squeeze(cell.text))
    ]
    lines = [_above_story(lines_of(cell.blocks)) for cell in alone]
    if not alone or sum(map(len, lines[0])) > _LONGEST or opens_no_title(without_tag(alone[0].text)):
        return None
    below = takewhile(lambda row: all(map(is_subtitle, row[:1])) and not any(map(ends_sentence, row)), lines[1:])
    title, subtitles = split_title([lines[0], *below])
    locator = item.cell_locator(alone[0])
    return Headline(title, subtitles, " ".join(lines[0]), locator, "title.cover", index) if title else None


def _above_story(lines: list[str]) -> list[str]:
    """The lines of a cell up to the story, where title and story share it: up to the first of several sentences."""
    sentences = [at for at, line in enumerate(lines) if at and ends_sentence(line)]
    return lines[: sentences[0]] if len(sentences) > 1 else lines


def _is_of_head(text: str) -> bool:
    """Whether a row of a header says who, when or how, an officer with his number beside a unit over several rows among them."""
    return belongs_to_head(text) or says_when_or_how_many(text) or is_reachable(text) or is_title_label(text)


def framed_headline(items: Sequence[Block], start: int, stop: int) -> Headline | None:
    """The headline in the first frame between two blocks, unless the story begins above it."""
    for index in range(start, min(stop, len(items))):
        item = items[index]
        rows = _rows(item, index == start)
        if rows is None:
            if isinstance(item, Paragraph) and _is_story(item.text):
                return None
            continue
        title, subtitles = split_title(rows)
        if title and not _stands_above_headline(rows, items[index + 1 : index + 2]):
            last, below = _below(items, index, bool(subtitles))
            if not subtitles:
                last, listed = listed_below(items, last)
                below += listed
            return Headline(title, subtitles + below, _joined(rows), item.locator, "title.frame", last)
    return None


def _stands_above_headline(rows: Sequence[Sequence[str]], below: Sequence[Block]) -> bool:
    """Whether a frame of one short line, a slogan or the name of a series, stands above one of a headline and its sub-headlines."""
    if [len(row) for row in rows] != [1] or len(rows[0][0]) > LONGEST_SLOGAN or not below:
        return False
    first, *others = chain.from_iterable((*(_rows(below[0]) or [[]]), [""]))
    return (
        len(first.split()) > 2
        and not (is_subtitle(first) or is_marked(first) or CAPTION_END.search(first))
        and any(map(is_between_dashes, others))
    )


def _below(items: Sequence[Block], frame: int, has_subtitles: bool) -> tuple[int, tuple[str, ...]]:
    """Sub-headlines below the frame of a title, with the index of the last: a frame or plain lines, each between dashes.

    Where the frame of the title holds none, the dash that opens them is enough, and a frame right above the story needs none.
    """
    lines: list[str] = []
    last = frame
    for index in range(frame + 1, min(frame + 1 + REACH, len(items))):
        item = items[index]
        if isinstance(item, Image):
            continue
        printed = _printed(item)
        may_lack_marks = index == frame + 1 and not has_subtitles and not isinstance(item, Paragraph)
        is_bare = may_lack_marks and _are_unmarked(item, printed) and _opens_story(items[index + 1 : index + 2])
        if not printed or not (is_bare or all(_is_dashed(line, has_subtitles) for line in printed)):
            break
        lines += printed
        last = index
    return (last, tuple(sub_headlines(lines))) if len(lines) <= MOST_SUBTITLES else (frame, ())


def _printed(item: Block) -> list[str]:
    """The lines of a paragraph, or those of a frame that are no notes."""
    if isinstance(item, Paragraph):
        return lines_in(item.text)
    return [line for line in chain.from_iterable(_rows(item) or []) if not is_aside(line)]


def _are_unmarked(frame: Block, lines: Sequence[str]) -> bool:
    """Whether lines of a frame may be sub-headlines without marks; the heading of a box and the caption of a picture are none."""
    return not any(isinstance(inner, Image) for inner in walk((frame,))) and all(
        is_unmarked(line) and not CAPTION_END.search(line) for line in lines
    )


def _opens_story(below: Sequence[Block]) -> bool:
    """Whether a line of the story stands right below: a sentence, or an item of the first level."""
    return any(
        isinstance(item, Paragraph) and (ends_sentence(item.text) or item.text.lstrip()[:1] == "□") for item in below
    )


def _is_dashed(line: str, on_both_sides: bool) -> bool:
    if len(line) > LONGEST_SUBTITLE or not opens_with_dash(line):
        return False
    return is_closed(line) or not (on_both_sides or line.endswith((".", ")")))


def _is_story(text: str) -> bool:
    """Whether a paragraph is the beginning of the body, behind which no title stands: a long one, or whole sentences."""
    return len(text) > _LONGEST // 2 or (len(text) > SHORT and ends_sentence(text))


def _rows(item: Block, is_first: bool = False) -> list[list[str]] | None:
    """Lines of each row of a title frame; None for a block that cannot be one. The first may open with '[참고]', as annexes do."""
    if isinstance(item, Box):
        rows = [lines_of(item.blocks)]
    elif isinstance(item, Table) and item.rows <= _MOST_ROWS:
        if len({cell.col for cell in item.cells if cell.blocks}) != 1:
            return None
        rows = list(map(lines_in, item.texts))
    else:
        return None
    rows = [row for row in rows if row]
    text = _joined(rows)
    if (
        not rows
        or heads_part(rows[0][0])
        or len(text) > _LONGEST
        or opens_no_title(without_tag(text) if is_first else text)
        or belongs_to_head(text)
        or (len(text) <= SHORT and are_of_head(list(chain.from_iterable(rows))))
    ):
        return None
    return rows


def _joined(rows: Sequence[Sequence[str]]) -> str:
    return " ".join(chain.from_iterable(rows))


def split_title(rows: list[list[str]]) -> tuple[str, tuple[str, ...]]:
    """Title and subtitles, '' and () for none.

    The first row is the title up to a line that opens or closes with a dash, the rest are subtitles, and a line between dashes above
    the title is one too. Rows above it that are no headline (the government's agenda), labels alone and greetings are passed.
    """
    rows = [[line for line in row if not _is_apart(line)] for row in rows]
    rows = list(dropwhile(lambda row: all(map(is_aside, row)), rows))
    if len(rows) > 1 and rows[1] and goes_on(rows[0][-1], rows[1][0]) and not is_marked(rows[1][0]):
        rows[:2] = [rows[0] + rows[1]]
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
    return title, tuple(subtitles)


def _opens_subtitle(above: str, line: str) -> bool:
    """Whether a line of a title frame is a sub-headline by the mark of an item, or as one that opens with an agency.

    '가나청, …' begins a headline, and so does not go on with a line that is whole.
    """
    if is_marked(line) or (line[:1] in "<〈" and line[-1:] in ">〉"):
        return True
    name, comma, _ = line.partition(",")
    return bool(comma) and not goes_on(above, line) and " " not in name and bool(named(name) or _BODY.search(name))


def _is_apart(line: str) -> bool:
    """Whether a line of a title frame is the label of the headline, the kind of release or a day alone, greets, or is a slogan."""
    return (
        is_title_label(line)
        or not without_tag(line)
        or (not line[:1].isalpha() and is_bare_day(line))
        or is_greeting(line)
        or is_national_slogan(line)
    )
