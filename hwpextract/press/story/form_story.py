"""The story of a release that is one form as a whole: '제목 | …', '내용 | …', or title and story in cells that span the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hwpextract.document import Block, Cell, Paragraph, Table
from hwpextract.press.labels import BODY_LABELS, FORM_LABELS
from hwpextract.press.phrases.headline import Headline, ends_sentence
from hwpextract.press.story.body import Story, read_story
from hwpextract.press.tables import cells_with, fields_of, lines_of

_LEAST_SENTENCE = 30


def read_form_story(items: Sequence[Block], headline: Headline) -> Story:
    """The story in the table of the headline, or in one right behind it that labels it; empty where there is none."""
    for block in items[headline.last :]:
        if not isinstance(block, Table):
            break
        cells = _labelled(block)
        if not cells and block is items[headline.last]:
            cells = [cell for cell in block.cells if any(map(_is_sentence, lines_of(cell.blocks)))]
        told = read_story([part for cell in cells for part in _behind_title(cell, headline)])
        if told.paragraphs:
            return told
    return Story((), (), ())


def _labelled(table: Table) -> list[Cell]:
    """The cells to the right of a label of the story; those below one are a column of data."""
    if not cells_with(BODY_LABELS, table):
        return []
    entries = [entry for entry in fields_of(table, FORM_LABELS) if entry.label in BODY_LABELS]
    return [cell for entry in entries for cell in entry.values if cell.row < entry.cell.row + entry.cell.row_span]


def _behind_title(cell: Cell, headline: Headline) -> Iterator[Block]:
    """What a cell holds; of the headline's own cell what stands behind it, from the first sentence on."""
    lines = lines_of(cell.blocks)
    is_told = not lines or not headline.title.startswith(lines[0])
    for block in cell.blocks:
        is_told = is_told or (isinstance(block, Paragraph) and _is_sentence(block.text))
        if is_told:
            yield block


def _is_sentence(line: str) -> bool:
    return len(line) >= _LEAST_SENTENCE and ends_sentence(line)
