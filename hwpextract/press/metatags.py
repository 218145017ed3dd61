"""Labels that HWPX forms carry beside the text ('#제목명'): a second source, checked against what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from hwpextract.characters import fold, squeeze
from hwpextract.document import Block, Cell, Table
from hwpextract.node import Locator
from hwpextract.patterns import pattern
from hwpextract.press.tables import tables_of

_NO_WORD = pattern(r"\W+")

# Names of the tags and the fields they stand for. #기관명 marks the logo, whose text is often another ministry's left-over.
_FIELDS = {
    "#제목명": "title",
    "#부제목명": "subtitles",
    "#보도일시": "release_times",
    "#배포일시": "distributed",
    "#담당부서": "department",
}
_NAMES = ("#책임자명", "#담당자명")
"""Tags of officers' names; a second unit's have a number behind them. Rows added by the author have no tag or that of another."""

Tag: TypeAlias = tuple[str, Cell, Table]
"""A tag with the cell that bears it, and its table."""


class Tagged(NamedTuple):
    """The text of one tagged cell and the field its tag names."""

    field: str
    text: str
    locator: Locator


def tags_of(items: Sequence[Block]) -> list[Tag]:
    """Tags with their cells and tables, in document order."""
    return [(cell.tag, cell, table) for table in tables_of(items) for cell in table.cells if cell.tag]


def tagged_cells(tags: Iterable[Tag]) -> Iterator[Tagged]:
    """Tagged cells with text, in document order, the first of each field."""
    seen = set()
    for tag, cell, table in tags:
        field = _FIELDS.get(tag)
        if field and field not in seen and (text := squeeze(cell.text)):
            seen.add(field)
            yield Tagged(field, text, table.cell_locator(cell))


def tagged_names(tags: Iterable[Tag]) -> Iterator[Tagged]:
    """Tagged cells that hold the name of one officer."""
    for tag, cell, table in tags:
        if tag.startswith(_NAMES) and len(cell.blocks) == 1 and (text := squeeze(cell.text)):
            yield Tagged("contacts", text, table.cell_locator(cell))


def agrees(tagged: Tagged, printed: str) -> bool:
    """Whether a tagged text and the printed value read for its field have the same words, or one holds those of the other."""
    if tagged.text in printed:
        return True
    left, right = _words(tagged.text), _words(printed)
    return left in right or right in left


def _words(text: str) -> str:
    """Letters and digits of a text alone: brackets and dashes are no part of a value."""
    return _NO_WORD.sub("", fold(text))
