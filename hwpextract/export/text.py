"""Plain text: one line a paragraph, one line a table row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from hwpextract.document import Block, Box, Cell, Document, Image, Paragraph, Table, paragraphs_of
from hwpextract.export.controls import printable
from hwpextract.export.grid import rows_of
from hwpextract.export.notes import Note, by_anchor, notes_of
from hwpextract.export.release import contact_rows, facts, told
from hwpextract.patterns import pattern

if TYPE_CHECKING:
    from hwpextract.press.model import PressRelease

_Lines: TypeAlias = list[str]
_BLANK_LINES = pattern(r"\n\s*\n")


def to_text(source: PressRelease | Document) -> str:
    """Plain text of a press release or a document, in reading order; of a document that is no press release, all of it.

    A table row is one line, its cells joined by ` | `; a row with a single cell is printed as if it stood outside the table. Foot- and
    endnotes come at the end under their marks, which are also put behind the paragraphs the notes belong to. Page headers, memos
    and what else a document keeps beside its text are left out, pictures too.
    """
    source = told(source)
    document = source if isinstance(source, Document) else source.document
    notes = notes_of(document)
    writer = _Writer(notes)
    parts = [writer.lines(source.blocks)] if isinstance(source, Document) else list(_release(source, writer))
    parts.append([f"{note.mark} {' '.join(note.side.text.split())}" for note in notes])
    text = "\n\n".join("\n".join(lines) for lines in parts)
    return _BLANK_LINES.sub("\n\n", printable(text)).strip("\n") + "\n"


def _release(release: PressRelease, writer: _Writer) -> Iterator[_Lines]:
    yield [release.masthead or ""]
    yield [release.title or "", *(f"- {subtitle}" for subtitle in release.subtitles)]
    yield [f"{label}: {value}" for label, value in facts(release)]
    yield writer.lines(release.body)
    yield [_row(row) for row in contact_rows(release)]
    for annex in release.annexes:
        yield [f"{annex.label} {annex.title or ''}".rstrip()]
        yield writer.lines(annex.blocks)


class _Writer:
    """Lines of blocks, with the marks of notes behind the paragraphs they belong to."""

    def __init__(self, notes: list[Note]) -> None:
        self._notes = by_anchor(notes)

    def lines(self, blocks: Iterable[Block]) -> _Lines:
        """Lines of blocks; an empty one stands above and below a table."""
        lines: _Lines = []
        stack: list[Iterator[Block | str]] = [iter(blocks)]
        while stack:
            match next(stack[-1], None):
                case None:
                    stack.pop()
                case str(line):
                    lines.append(line)
                case Paragraph() as paragraph:
                    lines.append(self._said(paragraph))
                case Table() as table:
                    stack += [iter(table.caption), self._rows(table)]
                case Box() as box:
                    stack += [iter(box.caption), iter(box.blocks)]
                case Image() as image:
                    stack.append(iter(image.caption))
        return lines

    def _rows(self, table: Table) -> Iterator[Block | str]:
        rows = rows_of(table)
        gap = [""] if any(len(row) > 1 for row in rows) else []
        yield from gap
        for row in rows:
            if len(row) == 1:
                yield from row[0].cell.blocks if row[0].begins else ()
            else:
                yield _row(self._cell(slot.cell) if slot.begins else "" for slot in row)
        yield from gap

    def _cell(self, cell: Cell) -> str:
        said = " ".join(map(self._said, paragraphs_of(cell.blocks)))
        return " ".join(said.split())

    def _said(self, paragraph: Paragraph) -> str:
        marks = self._notes.get(paragraph.locator)
        return paragraph.text + "".join(note.mark for note in marks) if marks else paragraph.text


def _row(cells: Iterable[str]) -> str:
    return " | ".join(cells).rstrip()
