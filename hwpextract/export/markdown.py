"""CommonMark with GitHub's tables and footnotes; a table that these cannot say is written as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from hwpextract.document import Block, Box, Cell, Document, Image, Paragraph, Table, paragraphs_of, walk
from hwpextract.export.formulas import Formulas, put_back
from hwpextract.export.grid import Slot, is_frame, rows_of
from hwpextract.export.html import MAX_DEPTH, HtmlWriter
from hwpextract.export.inline import heading, inline
from hwpextract.export.links import image_address
from hwpextract.export.notes import Note, by_anchor, notes_of
from hwpextract.export.release import contact_rows, facts, told

if TYPE_CHECKING:
    from hwpextract.press.model import PressRelease


def to_markdown(source: PressRelease | Document) -> str:
    """Markdown of a press release or a document, in reading order; of a document that is no press release, all of it.

    Tables are GitHub tables when each cell is a line of text and none spans others, else HTML; frames (boxes, tables of one cell)
    are block quotes. Outline levels are headings, below the headline in a press release. Footnotes are `[^1]`, put behind the
    paragraph they belong to. Page headers, memos and what else a document keeps beside its text are left out.

    Equations are LaTeX between dollar signs. Other text never becomes markup: a CommonMark parser shows the words of the document
    again, and no HTML comes from them.
    """
    source = told(source)
    document = source if isinstance(source, Document) else source.document
    notes = notes_of(document)
    writer = _Writer(notes, Formulas(document.equations))
    parts = writer.blocks(source.blocks) if isinstance(source, Document) else list(_release(source, writer))
    parts += [_definition(note) for note in notes if note.number in writer.referenced]
    parts += [inline(f"{note.mark} {note.side.text}") for note in notes if note.number not in writer.referenced]
    return "\n\n".join(part for part in parts if part) + "\n"


def _release(release: PressRelease, writer: _Writer) -> Iterator[str]:
    yield inline(release.masthead or "")
    if release.title:
        yield heading(release.title, 1)
    for subtitle in release.subtitles:
        yield f"**{inline(subtitle, line_break=' ')}**"
    yield "\n".join(f"- {inline(f'{label}: {value}', line_break=' ')}" for label, value in facts(release))
    writer.top = 1
    yield from writer.blocks(release.body)
    yield _pipe_table([[inline(value, line_break="<br>") for value in row] for row in contact_rows(release)])
    writer.top = 2
    for annex in release.annexes:
        yield heading(f"{annex.label} {annex.title or ''}", 2)
        yield from writer.blocks(annex.blocks)


class _Writer:
    """Markdown of blocks, with references to the notes of their paragraphs.

    `top` is the level of the heading above the blocks; `referenced` the numbers of the notes that got a reference.
    """

    def __init__(self, notes: list[Note], formulas: Formulas) -> None:
        self.top = 0
        self.referenced: set[int] = set()
        self._formulas = formulas
        self._notes = by_anchor(notes)

    def blocks(self, blocks: Iterable[Block], depth: int = 0) -> list[str]:
        """Markdown blocks, to be separated by blank lines."""
        if depth > MAX_DEPTH:
            return [self._paragraph(paragraph) for paragraph in paragraphs_of(blocks)]
        return [part for block in blocks for part in self._block(block, depth) if part]

    def _block(self, block: Block, depth: int) -> list[str]:
        match block:
            case Paragraph():
                return [self._paragraph(block)]
            case Image():
                shown = _image(block)
            case Box():
                shown = self._quote(block.blocks, depth)
            case Table() if is_frame(block):
                shown = self._quote(block.cells[0].blocks, depth)
            case Table():
                shown = self._table(block, depth)
        return [shown, *self.blocks(block.caption, depth + 1)]

    def _paragraph(self, paragraph: Paragraph) -> str:
        if paragraph.level is None:
            return self._inline(paragraph, "\\\n")
        level = self.top + max(paragraph.level, 1)
        text, formulas = self._formulas.taken_out(paragraph)
        return put_back(heading(text, level, paragraph.links, self._references(paragraph)), formulas)

    def _inline(self, paragraph: Paragraph, line_break: str) -> str:
        text, formulas = self._formulas.taken_out(paragraph)
        return put_back(inline(text, paragraph.links, line_break, self._references(paragraph)), formulas)

    def _references(self, paragraph: Paragraph) -> str:
        numbers = [note.number for note in self._notes.get(paragraph.locator, ())]
        self.referenced.update(numbers)
        return "".join(f"[^{number}]" for number in numbers)

    def _quote(self, blocks: Iterable[Block], depth: int) -> str:
        parts = self.blocks(blocks, depth + 1)
        return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(parts).split("\n")) if parts else ""

    def _table(self, table: Table, depth: int) -> str:
        held = (block for cell in table.cells for block in walk(cell.blocks))
        if all(isinstance(block, Table | Box) for block in held):
            return ""
        rows = rows_of(table)
        if all(map(_is_plain, chain.from_iterable(rows))):
            return _pipe_table([[self._cell(slot.cell) for slot in row] for row in rows])
        return HtmlWriter(self._marks).table(table, MAX_DEPTH - depth)

    def _cell(self, cell: Cell) -> str:
        match cell.blocks:
            case (Paragraph() as paragraph,):
                return self._inline(paragraph, "<br>")
            case (Image() as image,):
                return _image(image)
            case _:
                return ""

    def _marks(self, paragraph: Paragraph) -> str:
        return "".join(note.mark for note in self._notes.get(paragraph.locator, ()))


def _is_plain(slot: Slot) -> bool:
    """Whether a slot fits a table of Markdown: no spans, and one line of text, a picture or nothing in it."""
    if slot.row_span > 1 or slot.col_span > 1:
        return False
    match slot.cell.blocks:
        case () | (Paragraph(),):
            return True
        case (Image() as image,):
            return not image.caption
        case _:
            return False


def _pipe_table(rows: list[list[str]]) -> str:
    if not rows:
        return ""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, "| --- " * len(rows[0]) + "|")
    return "\n".join(lines)


def _image(image: Image) -> str:
    return f"![{inline(image.alt or '', line_break=' ')}]({image_address(image.name)})"


def _definition(note: Note) -> str:
    paragraphs = [inline(paragraph.text, paragraph.links) for paragraph in paragraphs_of(note.side.blocks)]
    text = "\n\n".join(filter(None, paragraphs))
    return f"[^{note.number}]: " + text.replace("\n", "\n    ").replace("\n    \n", "\n\n")
