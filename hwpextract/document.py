"""The one intermediate form: whatever was read, as a closed tree of blocks.

Readers build it, `press` and `export` consume it, and neither side knows the other. Text order is reading order. Text boxes,
tables and pictures stand where their anchor stands: before the anchoring paragraph when no text precedes the anchor, behind it
otherwise. Paragraphs without text are not kept (they are spacing), but they count in locators, so a locator never moves.

Locators: `s0/p12` paragraph 12 of section 0; `s0/t1/r0c2/p0` paragraph 0 of row 0, column 2 of table 1; `s0/b0/p3` in a text box;
`s0/i4` an image; `s0/footnote2/p0`, `s0/header0/p0` side text; PDF: `page 2 (x0,y0,x1,y1)` in points from the top left.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, NamedTuple, TypeAlias

from pydantic import Field, PrivateAttr

from hwpextract.account import Coverage, Warning
from hwpextract.node import Locator, Node, new, set_extra, set_fields_set, set_private
from hwpextract.sniff import Format


class Link(Node):
    """A hyperlink of a paragraph: the words it covers and where it leads."""

    text: str
    target: str


class Paragraph(Node):
    """One paragraph with its visible text, line breaks and tabs inside it kept.

    `text` is what a reader sees, so it includes `head`, the number or bullet that the program generated ('1.', '•'), if any,
    and one space behind it. `level` is the outline level from 1 where the document declares one.
    """

    kind: Literal["paragraph"] = "paragraph"
    text: str
    locator: Locator
    head: str | None = None
    level: int | None = None
    style: str | None = None
    links: tuple[Link, ...] = ()


class Image(Node):
    """A picture: `name` is its entry in the file, `alt` a description written by a person.

    `original_name` is the file name the picture had when it was inserted; agencies' logos are recognised by it. `media_type`
    comes from the first bytes of the picture, not from its name; None when it is missing or of an unknown kind.
    """

    kind: Literal["image"] = "image"
    locator: Locator
    name: str | None = None
    media_type: str | None = None
    alt: str | None = None
    original_name: str | None = None
    caption: tuple["Block", ...] = ()


class Cell(Node):
    """A cell of a table: its place in the grid (from 0), its extent, and the blocks in it.

    `name` is the field name given by the form's author; `tag` the machine-readable label ('#제목명') of an HWPX metatag.
    """

    row: int
    col: int
    row_span: int = 1
    col_span: int = 1
    blocks: tuple["Block", ...] = ()
    header: bool = False
    name: str | None = None
    tag: str | None = None

    @property
    def text(self) -> str:
        """Text of the cell, one line per paragraph."""
        return text_of(self.blocks)


class Table(Node):
    """A table with its grid kept: cells in row-major order, none for a place that a span covers.

    `chart` is None for tables of the text; a chart is given as the table that it draws, and `chart` names its kind ('bar', 'pie',
    'line'; empty when the file does not tell).
    """

    kind: Literal["table"] = "table"
    locator: Locator
    rows: int
    cols: int
    cells: tuple[Cell, ...]
    caption: tuple["Block", ...] = ()
    chart: str | None = None

    @cached_property
    def grid(self) -> dict[tuple[int, int], Cell]:
        """Which cell owns each place (row, col) of the grid, spans expanded."""
        return {
            (row, col): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for col in range(cell.col, cell.col + cell.col_span)
        }

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Text of each of the cells, in their order."""
        return tuple([text_of(blocks) if (blocks := cell.blocks) else "" for cell in self.cells])

    @property
    def header_rows(self) -> int:
        """How many rows at the top hold header cells alone; 0 where the author has marked none."""
        plain = (cell.row for cell in self.cells if not cell.header)
        return min(plain, default=self.rows) if self.cells else 0

    def cell_locator(self, cell: Cell) -> Locator:
        """Locator of one of this table's cells."""
        return f"{self.locator}/r{cell.row}c{cell.col}"


class Box(Node):
    """A frame around blocks that is not a table: a text box, or the text inside a drawn shape."""

    kind: Literal["box"] = "box"
    locator: Locator
    blocks: tuple["Block", ...]
    caption: tuple["Block", ...] = ()


Block: TypeAlias = Annotated[Paragraph | Table | Image | Box, Field(discriminator="kind")]


class SideKind(StrEnum):
    """Kinds of text that stand beside the body."""

    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    MEMO = "memo"
    HIDDEN_COMMENT = "hidden_comment"
    MASTER_PAGE = "master_page"
    DELETED = "deleted"
    INSERTED = "inserted"
    PAGE_NUMBER = "page_number"
    HIDDEN = "hidden"
    INDEX_MARK = "index_mark"


class SideText(Node):
    """Text kept apart from the body, in document order: a note, a page header, a memo, a tracked deletion, keywords of the index.

    `anchor` is the locator of the paragraph it hangs on, `label` the mark printed there ('1)'), `author` and `created` are known
    for memos and tracked changes.
    """

    kind: SideKind
    locator: Locator
    blocks: tuple[Block, ...]
    anchor: Locator | None = None
    label: str | None = None
    author: str | None = None
    created: str | None = None

    @property
    def text(self) -> str:
        """Text of the note, one line per paragraph."""
        return text_of(self.blocks)


class Equation(Node):
    """An equation of a paragraph: its script, which stands in the text, and the same in LaTeX.

    `latex` stands without signs around it, and is None for a script that is no equation.
    """

    locator: Locator
    """The paragraph's."""
    script: str
    latex: str | None = None


class Revision(Node):
    """A tracked change whose text stands in the text of the document; what a change takes out of it is a side text."""

    kind: Literal["inserted", "deleted"]
    locator: Locator
    """The paragraph's in which it begins."""
    text: str
    author: str | None = None
    created: str | None = None


class EmbeddedFile(Node):
    """An object of another program, a chart, or a film, that a document holds or points to.

    `name` is its entry in the file, None where it holds none; `media_type` is told by the content, `program` and `original_name` by
    the object itself. What is in it is neither opened nor run, but the numbers of a chart are a table of the text, at its locator.
    """

    kind: Literal["object", "chart", "video"]
    locator: Locator
    """The chart's table, or the paragraph it hangs on."""
    name: str | None = None
    media_type: str | None = None
    program: str | None = None
    original_name: str | None = None


class Metadata(Node):
    """What the file says of itself. Often a template's left-overs: never a source for press fields on its own.

    `licence` is the mark that the author has set: 'KOGL' (공공누리) or 'CCL' (Creative Commons).
    """

    title: str | None = None
    subject: str | None = None
    author: str | None = None
    keywords: str | None = None
    comments: str | None = None
    last_saved_by: str | None = None
    created: datetime | None = None
    modified: datetime | None = None
    producer: str | None = None
    format_version: str | None = None
    pages: int | None = None
    restrictions: tuple[str, ...] = ()
    licence: str | None = None


class EstimatedPages(NamedTuple):
    """Pages as far as the stored lines tell: how many, and on which each paragraph and object of the body begins, from 1.

    Of 93 files with the PDF that Hangul printed of them, the number of pages was right for 77; long tables are what goes wrong.
    """

    total: int
    by_locator: Mapping[Locator, int]

    def of(self, locator: Locator) -> int | None:
        """Page of a block by its locator, or by that of the table or box that it stands in; None for what is not in the body."""
        return self.by_locator.get("/".join(locator.split("/")[:2]))


class Document(Node):
    """Everything that is in one file."""

    format: Format
    metadata: Metadata
    blocks: tuple[Block, ...]
    side: tuple[SideText, ...] = ()
    equations: tuple[Equation, ...] = ()
    embedded: tuple[EmbeddedFile, ...] = ()
    revisions: tuple[Revision, ...] = ()
    warnings: tuple[Warning, ...] = ()
    coverage: Coverage

    _load: Callable[[str], bytes] | None = PrivateAttr(default=None)
    _paginate: Callable[[], EstimatedPages | None] | None = PrivateAttr(default=None)

    __hash__ = None  # type: ignore[assignment] # its counters are dictionaries

    def __eq__(self, other: object) -> bool:
        # What is in the document counts, not the file that stands behind its pictures.
        return isinstance(other, Document) and self.__dict__ == other.__dict__

    @property
    def text(self) -> str:
        """Text of the body, one line per paragraph, tables cell by cell."""
        return text_of(self.blocks)

    def side_texts(self, *kinds: SideKind) -> tuple[SideText, ...]:
        """Side texts of the given kinds, in document order."""
        return tuple(side for side in self.side if side.kind in kinds)

    def images(self) -> Iterator[Image]:
        """All pictures of the body, also those inside tables and boxes."""
        return (block for block in walk(self.blocks) if isinstance(block, Image))

    def estimated_pages(self) -> EstimatedPages | None:
        """Estimate the pages of an HWP 5 or HWPX document, reading its file once more.

        None for other formats (in PDF files, locators name pages), for files that hold no layout because another program than Hangul
        wrote them, and for a document that came from JSON.
        """
        return self._paginate() if self._paginate else None

    def image_bytes(self, image: Image | EmbeddedFile) -> bytes:
        """Bytes of a picture or an embedded object, read from the file when asked for.

        Raises:
            LookupError: the file does not hold it, or this document came from JSON and has no file behind it.
        """
        if self._load is None or image.name is None:
            raise LookupError(f"no bytes for the picture at {image.locator}")
        return self._load(image.name)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in reading order, containers before what they hold; captions come behind their object."""
    stack = [iter(blocks)]
    while stack:
        for block in stack[-1]:
            yield block
            if not isinstance(block, Paragraph):
                stack.append(iter(_held(block)))
                break
        else:
            stack.pop()


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph in reading order, also those inside tables, boxes and captions."""
    stack = [iter(blocks)]
    while stack:
        for block in stack[-1]:
            if isinstance(block, Paragraph):
                yield block
            else:
                stack.append(iter(_held(block)))
                break
        else:
            stack.pop()


def _held(block: Table | Image | Box) -> Sequence[Block]:
    """What stands in a block, and its caption behind it."""
    if isinstance(block, Table):
        held: list[Block] = []
        for cell in block.cells:
            held += cell.blocks
        held += block.caption
        return held
    return block.caption if isinstance(block, Image) else (*block.blocks, *block.caption)


def text_of(blocks: Sequence[Block]) -> str:
    """Plain text of blocks, one line per paragraph."""
    if len(blocks) == 1 and isinstance(only := blocks[0], Paragraph):  # a plain cell, by far the commonest case
        return only.text
    return "\n".join([paragraph.text for paragraph in paragraphs_of(blocks)])


# --- The commonest models, made without validation -----------------------------------------------------------------------------

# Shared by all models of a kind, which are frozen.
_PARAGRAPH_FIELDS = set(Paragraph.model_fields)
_CELL_FIELDS = set(Cell.model_fields)


def paragraph(
    text: str,
    locator: Locator,
    head: str | None = None,
    level: int | None = None,
    style: str | None = None,
    links: tuple[Link, ...] = (),
) -> Paragraph:
    """Make a `Paragraph` from trusted values."""
    node = new(Paragraph)
    fields = node.__dict__
    fields["kind"] = "paragraph"
    fields["text"] = text
    fields["locator"] = locator
    fields["head"] = head
    fields["level"] = level
    fields["style"] = style
    fields["links"] = links
    set_fields_set(node, _PARAGRAPH_FIELDS)
    set_extra(node, None)
    set_private(node, None)
    return node


def cell(
    row: int,
    col: int,
    row_span: int,
    col_span: int,
    blocks: tuple[Block, ...],
    header: bool = False,
    name: str | None = None,
    tag: str | None = None,
) -> Cell:
    """Make a `Cell` from trusted values."""
    node = new(Cell)
    fields = node.__dict__
    fields["row"] = row
    fields["col"] = col
    fields["row_span"] = row_span
    fields["col_span"] = col_span
    fields["blocks"] = blocks
    fields["header"] = header
    fields["name"] = name
    fields["tag"] = tag
    set_fields_set(node, _CELL_FIELDS)
    set_extra(node, None)
    set_private(node, None)
    return node
