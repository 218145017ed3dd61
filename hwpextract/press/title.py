"""Headline and sub-headlines: the framed table under the timing row, or the first lines of forms that have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from hwpextract.characters import is_syllable, squeeze
from hwpextract.document import Block, Box, Paragraph, Table
from hwpextract.node import Locator
from hwpextract.patterns import pattern
from hwpextract.press.contacts import is_contact_table
from hwpextract.press.header import belongs_to_head
from hwpextract.press.labels import (
    CONTACT_LABELS,
    DISTRIBUTED_LABELS,
    HEADER_LABELS,
    RELEASE_LABELS,
    SUBTITLE_LABELS,
    TITLE_LABELS,
)
from hwpextract.press.tables import cells_with, fields_of, key_of, lines_of

_REACH = 8
"""Blocks behind the head of a release within which its title stands."""
_LONGEST = 500
_COVER_ROWS = 2
_SHORT = 80
_LONGEST_SUBTITLE = 150
_MOST_SUBTITLES = 4
"""Dashed lines below a title; more are a list of the body."""
_COVER_LABELS = RELEASE_LABELS | DISTRIBUTED_LABELS | CONTACT_LABELS
_MOST_ROWS = 8
_DASHES = "-‐‑‒–—―−"
# A dash directly before a digit is a minus sign.
_DASH = rf"[{_DASHES}](?:\s+(?=\S)|(?=[^\d\s]))"
_SUBTITLE_LABEL = r"[(\[]\s*부\s*제\s*목?\s*[)\]]\s*|부\s*제\s*목?\s*[:：]\s*"
_DASHED = pattern(_DASH)
_SUBTITLE_MARKS = "▴▲△▵▸▶☞➊-➓❶-❿①-⑳◈◇◆・·∙"
_OPENS_SUBTITLE = pattern(rf"^(?:{_SUBTITLE_LABEL}|{_DASH}|[{_SUBTITLE_MARKS}]\s*(?=\S))")
# In a row of their own sub-headlines also open with marks that open items in the body.
_MARK = pattern(rf"^(?:{_SUBTITLE_LABEL}|{_DASH}|[{_SUBTITLE_MARKS}□■○ㅇ◦:]\s*(?=\S))")
_CLOSES_SUBTITLE = pattern(rf"\S\s*[{_DASHES}]$")
_WORD = pattern(r"\w")
_SENTENCE_END = pattern(r"다\s*[.]\s*$")
_NO_TITLE = pattern(r"^\s*(?:※|◈|◇|☞|□|\*|<|〈|【|\[?참고|붙임|별첨)")
_TITLE_LABEL = pattern(r"^(?:제\s*목\s*[:：]|[\[(〔【]\s*[가-힣\s]{2,8}자\s*료\s*[\])〕】])\s*")
_JOINT = pattern(r"^\W*(?:관계\s*)?부처\s*합동\W*$")
_AGENDA = pattern(r"^\s*[【\[<(]?\s*(?:관련\s*)?국정과제")
_IN_BRACKETS = pattern(r"^[<〈《【](?P<inside>[^<>〈〉《》【】]*)[>〉》】]\s*(?P<behind>.*)$")
_CAPTION_END = pattern(r"(?:요\s*약|개\s*요|내\s*용|요\s*지|현\s*황|목\s*차|순\s*서|\))$|^(?:참고|붙임|별첨|첨부)")
_WRAPPED = pattern(r"^[<〈《【〔](?P<inside>[^<>〈〉《》【】〔〕]*)[>〉》】〕]$")


class Headline(NamedTuple):
    """Title and subtitles with the block they stand in; `last` is the index of the last block that belongs to them."""

    title: str
    subtitles: tuple[str, ...]
    raw: str
    locator: Locator
    rule: str
    last: int


def find_headline(items: Sequence[Block], masthead: int, timing: int) -> Headline | None:
    """The headline: between banner and timing row, or behind both; as a frame, else as plain lines.

    Args:
        items: blocks of the body, frames around tables opened.
        masthead: index of the banner's block, -1 if there is none in the body.
        timing: index of the block with the timing row, -1 if there is none.
    """
    start = max(masthead, timing) + 1
    for index, item in enumerate(items[: start + 1]):
        if isinstance(item, Table) and (labelled := _labelled(item, index)):
            return labelled
    for index in sorted({masthead, timing} - {-1}):
        within = _within(items[index], index)
        if within:
            return within
    between = range(masthead + 1, timing if masthead >= 0 or _is_tagged(items[:1]) else 0)
    framed = _framed(items, between.start, between.stop) or _framed(items, start, start + _REACH)
    above = items[between.start : framed.last] if framed else ()
    if framed and sum(isinstance(item, Paragraph) for item in above) < 2:
        return framed  # no headline with a sub-headline of its own stands above the frame
    plain = _plain(items[: between.stop], between.start) or _plain(items, start)
    if framed and plain and plain.subtitles and plain.last < framed.last:
        return plain  # a frame below a headline with its sub-headlines is a box of the body
    return framed or plain or _bracketed(items, start)


def _is_tagged(first: Sequence[Block]) -> bool:
    """Whether a release begins with its banner word and its title on one line ('[보도자료] 제목')."""
    return any(isinstance(item, Paragraph) and _TITLE_LABEL.match(item.text.lstrip()) for item in first)


def _bracketed(items: Sequence[Block], start: int) -> Headline | None:
    """A headline in brackets, or that opens with some, right behind the head ('< 회의 개최 >', '【긴급】 대피하세요').

    It is one only where nothing else is; captions of boxes are none.
    """
    lines = lines_of(items[start : start + 1])
    found = _IN_BRACKETS.match(lines[0]) if lines and len(lines[0]) <= _SHORT else None
    if found is None or not all(map(_is_subtitle, lines[1:])) or belongs_to_head(lines[0]):
        return None
    title = squeeze(lines[0] if found["behind"] else found["inside"])
    if not _WORD.search(title) or _CAPTION_END.search(squeeze(found["inside"])) or _AGENDA.match(lines[0]):
        return None
    subtitles = tuple(_subtitles(lines[1:]))
    return Headline(title, subtitles, " ".join(lines), items[start].locator, "title.bracketed", start)


def _labelled(table: Table, index: int) -> Headline | None:
    """The headline in a row of its own that says so: '제목 | …', '부제 | …'."""
    if len(table.cells) < 2 or not cells_with(TITLE_LABELS, table):
        return None
    entries = [entry for entry in fields_of(table, HEADER_LABELS) if entry.values]
    titles = [entry for entry in entries if entry.label in TITLE_LABELS]
    found = _split([lines_of(titles[0].values[0].blocks)]) if titles else None
    if found is None:
        return None
    title, subtitles = found
    for entry in entries:
        if entry.label in SUBTITLE_LABELS:
            subtitles += tuple(_subtitles(lines_of(entry.values[0].blocks)))
    cell = titles[0].values[0]
    return Headline(title, subtitles, squeeze(cell.text), table.cell_locator(cell), "title.labelled", index)


def _within(item: Block, index: int) -> Headline | None:
    """The headline inside a header table: rows of one cell below the rows of labels, the first the title."""
    if not isinstance(item, Table) or item.rows < _COVER_ROWS:
        return None
    labelled = max((cell.row for cell in item.cells if key_of(cell) in _COVER_LABELS), default=item.rows)
    filled = [cell for cell in item.cells if cell.blocks and cell.row > labelled]
    rows = Counter(cell.row for cell in filled)
    alone = [cell for cell in filled if rows[cell.row] == 1 and not belongs_to_head(squeeze(cell.text))]
    if not alone or len(alone[0].text) > _LONGEST or _NO_TITLE.match(alone[0].text):
        return None
    lines = [lines_of(cell.blocks) for cell in alone]
    below = takewhile(lambda row: all(map(_is_subtitle, row[:1])), lines[1:])
    found = _split([lines[0], *below])
    if found is None:
        return None
    title, subtitles = found
    return Headline(title, subtitles, squeeze(alone[0].text), item.cell_locator(alone[0]), "title.cover", index)


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
            raw = " ".join(line for row in rows for line in row)
            last, below = _below(items, index, bool(subtitles))
            return Headline(title, subtitles + below, raw, item.locator, "title.frame", last)
    return None


def _below(items: Sequence[Block], frame: int, has_subtitles: bool) -> tuple[int, tuple[str, ...]]:
    """Sub-headlines below the frame of a title, with the index of the last: a frame or plain lines, each between dashes.

    Where the frame holds none, the dash that opens them is enough.
    """
    lines: list[str] = []
    last = frame
    for index in range(frame + 1, min(frame + 1 + _REACH, len(items))):
        item = items[index]
        printed = (
            lines_of((item,)) if isinstance(item, Paragraph) else [line for row in _rows(item) or () for line in row]
        )
        if not printed or not all(_is_dashed(line, has_subtitles) for line in printed):
            break
        lines += printed
        last = index
    return (last, tuple(_subtitles(lines))) if len(lines) <= _MOST_SUBTITLES else (frame, ())


def _is_dashed(line: str, on_both_sides: bool) -> bool:
    if len(line) > _LONGEST_SUBTITLE or line[:1] not in _DASHES or not _DASHED.match(line):
        return False
    return bool(_CLOSES_SUBTITLE.search(line)) or not (on_both_sides or line.endswith((".", ")")))


def _is_story(text: str) -> bool:
    """Whether a paragraph is the beginning of the body, behind which no title stands: a long one, or whole sentences."""
    return len(text) > _LONGEST // 2 or (len(text) > _SHORT and bool(_SENTENCE_END.search(text)))


def _rows(item: Block) -> list[list[str]] | None:
    """Lines of each row of a title frame; None for a block that cannot be one."""
    if isinstance(item, Box):
        rows = [lines_of(item.blocks)]
    elif isinstance(item, Table) and item.rows <= _MOST_ROWS:
        filled = [cell for cell in item.cells if cell.blocks]
        if len({cell.col for cell in filled}) != 1 or is_contact_table(item):
            return None
        rows = [lines_of(cell.blocks) for cell in filled]
    else:
        return None
    rows = [row for row in rows if row]
    text = " ".join(line for row in rows for line in row)
    if not rows or len(text) > _LONGEST or _NO_TITLE.match(text) or belongs_to_head(text):
        return None
    return rows


def _split(rows: list[list[str]]) -> tuple[str, tuple[str, ...]] | None:
    """Title and subtitles: the first row is the title up to a line that opens or closes with a dash; the rest are subtitles.

    A line between dashes above the title is one of them too.
    """
    first = rows[0] if rows else []
    marked = [_is_subtitle(line) for line in first]
    above = [] if all(marked) else list(takewhile(_is_between_dashes, first))
    start = len(above)
    cut = next((i for i in range(start + 1, len(first)) if marked[i]), len(first))
    title = _without_label(" ".join([line for line in first[start:cut] if not _is_aside(line)]))
    subtitles = [*_subtitles(above), *_subtitles(first[cut:])]
    for row in rows[1:]:
        subtitles += _subtitles(row)
    return (title, tuple(subtitles)) if title else None


def _is_between_dashes(line: str) -> bool:
    return _is_closed(line) and bool(_DASHED.match(line))


def _without_label(title: str) -> str:
    return _TITLE_LABEL.sub("", title) if title.startswith(("제", "[", "(", "〔", "【")) else title


def _is_subtitle(line: str) -> bool:
    opens = _may_be_marked(line) and _OPENS_SUBTITLE.match(line)
    return bool(opens or _is_closed(line) or _is_aside(line))


def _is_closed(line: str) -> bool:
    return line[-1:] in _DASHES and bool(_CLOSES_SUBTITLE.search(line))


def _is_aside(line: str) -> bool:
    """Lines of a title frame that are no headline: the government's agenda number, who issues it, notes, stray marks."""
    if line.startswith(("*", "※")) or not _WORD.search(line):
        return True
    return bool(("국정과제" in line and _AGENDA.match(line)) or ("합동" in line and _JOINT.match(line)))


def _subtitles(lines: Sequence[str]) -> Iterator[str]:
    """Sub-headlines out of printed lines; a line that neither opens nor follows a closed one goes on with the line above."""
    marked = any(map(_is_marked, lines))
    current = ""
    for line in lines:
        if line.startswith(("*", "※")):
            break
        if _is_aside(line):
            continue
        if current and (_is_marked(line) or _is_closed(current) or not marked):
            yield _trimmed(current)
            current = ""
        current = f"{current} {line}".strip()
    if current:
        yield _trimmed(current)


def _is_marked(line: str) -> bool:
    return _may_be_marked(line) and bool(_MARK.match(line))


def _may_be_marked(line: str) -> bool:
    """Nearly all lines begin with a syllable, and no mark but the label 부제 does."""
    return not is_syllable(line[:1]) or line.startswith("부")


def _trimmed(line: str) -> str:
    """A sub-headline without the marks that open and close it."""
    line = line.strip()
    line = (_MARK.sub("", line) if _is_marked(line) else line).rstrip(f" \t{_DASHES}")
    wrapped = _WRAPPED.match(line) if line[:1] in "<〈《【〔" else None
    return squeeze(wrapped["inside"] if wrapped else line)


def _plain(items: Sequence[Block], start: int) -> Headline | None:
    """Title as a plain paragraph behind the head, with the dashed lines below it as subtitles."""
    lines: list[tuple[int, Paragraph]] = []
    for index in range(start, min(start + _REACH, len(items))):
        item = items[index]
        if isinstance(item, Paragraph):
            text = squeeze(item.text)
            if lines or not (belongs_to_head(text) or _TITLE_LABEL.fullmatch(text)):
                lines.append((index, item))
        elif isinstance(item, Table) and not is_contact_table(item):
            break
    if not lines or _NO_TITLE.match(lines[0][1].text):
        return None
    if lines[0][1].text.rstrip().endswith(".") and not (lines[1:] and _may_be_title(lines[0][1], lines[1][1])):
        return None
    last, title = lines[0]
    subtitles: list[str] = []
    for index, item in lines[1:]:
        text = squeeze(item.text)
        if not _is_subtitle(text) or len(text) > _LONGEST_SUBTITLE:
            break
        last = index
        subtitles += _subtitles([text])
    return Headline(
        _without_label(squeeze(title.text)),
        tuple(subtitles),
        title.text,
        title.locator,
        "title.paragraph",
        last,
    )


def _may_be_title(line: Paragraph, below: Paragraph) -> bool:
    """A short sentence above a sub-headline or the first item is a title, although it ends in a full stop."""
    return len(line.text) <= _SHORT and bool(_is_subtitle(squeeze(below.text)) or below.text.lstrip().startswith("□"))
