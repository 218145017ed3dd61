"""Open elements that hold lists of paragraphs, or an element that does: what each becomes when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from hwpextract.document import Block, Box, Cell, Image, SideKind, cell
from hwpextract.node import Locator, build
from hwpextract.readers.guides import guide_of
from hwpextract.readers.hwpml.head import whole
from hwpextract.readers.links import target_of
from hwpextract.readers.pictures import describe
from hwpextract.readers.signatures import signature
from hwpextract.readers.tables import assemble

if TYPE_CHECKING:
    from hwpextract.readers.hwpml.body import Body


class Frame:
    """An element on the stack of `Body`."""

    __slots__ = ("attributes", "body")

    def __init__(self, body: Body, attributes: dict[str, str]) -> None:
        self.body = body
        self.attributes = attributes
        self.open()

    def open(self) -> None:
        """Take what is known when the element begins."""

    def close(self) -> None:
        """Hand over what the element became."""


class ObjectFrame(Frame):
    """An object anchored in a paragraph."""

    __slots__ = ("_locator", "caption", "comment")
    letter: ClassVar[str] = "b"

    def open(self) -> None:
        """Begin without caption and description."""
        self._locator: Locator | None = None
        self.caption: tuple[Block, ...] = ()
        self.comment = ""

    def locator(self) -> Locator:
        """Locator of the object, given out when first needed: a line without text needs none."""
        if self._locator is None:
            self._locator = self.body.story.flow.next_object(self.letter)
        return self._locator


class TableFrame(ObjectFrame):
    """TABLE: rows of cells."""

    __slots__ = ("cells", "col", "row")
    letter = "t"

    def open(self) -> None:
        """Number the table before the tables in its cells."""
        super().open()
        self.locator()
        self.cells: list[Cell] = []
        self.row = -1
        self.col = 0

    def next_row(self) -> None:
        """Begin a row, for cells that do not state their place."""
        self.row += 1
        self.col = 0

    def close(self) -> None:
        """Anchor the table."""
        many = 1 << 31
        declared = whole(self.attributes, "RowCount") or many, whole(self.attributes, "ColCount") or many
        self.body.reading.met["cells"] += len(self.cells)
        table = assemble(self.locator(), self.cells, self.caption, self.body.story.budget, declared)
        self.body.place(table)


class CellFrame(Frame):
    """CELL: its paragraphs and its place."""

    __slots__ = ("col", "row", "table")

    def open(self) -> None:
        """Begin the paragraphs of the cell, at the place that it states or else behind the cell before."""
        story = self.body.story
        self.table = self.body.owner(TableFrame)
        if self.table is None:
            story.begin_list(story.flow.next_object("b"))
            return
        self.row = whole(self.attributes, "RowAddr", max(self.table.row, 0))
        self.col = whole(self.attributes, "ColAddr", self.table.col)
        self.table.col = self.col + self._span("ColSpan")
        story.begin_list(f"{self.table.locator()}/r{self.row}c{self.col}")

    def close(self) -> None:
        """Put the cell into its table; a cell without a table leaves its blocks where it stands."""
        blocks = self.body.story.end_list()
        if self.table is None:
            self.body.story.flow.blocks.extend(blocks)
            return
        header = self.attributes.get("Header", "").lower() == "true"
        name = self.attributes.get("Name") or None
        spans = self._span("RowSpan"), self._span("ColSpan")
        self.table.cells.append(cell(self.row, self.col, *spans, blocks, header, name))

    def _span(self, name: str) -> int:
        return whole(self.attributes, name, 1) or 1


class BoxFrame(Frame):
    """DRAWTEXT, or a list of paragraphs under an element that we do not know: a text box."""

    __slots__ = ("shape",)

    def open(self) -> None:
        """Begin the paragraphs of the box."""
        story = self.body.story
        self.shape = self.body.owner(ShapeFrame)
        story.begin_list(self.shape.locator() if self.shape else story.flow.next_object("b"))

    def close(self) -> None:
        """Give the blocks to the shape around them, or make a box of them."""
        locator = self.body.story.flow.locator
        blocks = self.body.story.end_list()
        if self.shape:
            self.shape.blocks += blocks
        elif blocks:
            self.body.place(build(Box, locator=locator, blocks=blocks))


class CaptionFrame(Frame):
    """CAPTION of an object."""

    __slots__ = ("owner",)

    def open(self) -> None:
        """Begin the paragraphs of the caption."""
        story = self.body.story
        self.owner = self.body.owner(ObjectFrame)
        place = self.owner.locator() if self.owner else story.flow.locator
        story.begin_list(f"{place}/caption")

    def close(self) -> None:
        """Give the caption to its object."""
        blocks = self.body.story.end_list()
        if self.owner:
            self.owner.caption += blocks
        else:
            self.body.story.flow.blocks.extend(blocks)


class ShapeFrame(ObjectFrame):
    """A drawn shape, an embedded object: a box when it holds text or has a caption."""

    __slots__ = ("blocks",)

    def open(self) -> None:
        """Begin without text."""
        super().open()
        self.blocks: tuple[Block, ...] = ()

    def close(self) -> None:
        """Anchor the box, unless there is nothing in it."""
        if self.blocks or self.caption:
            self.body.place(build(Box, locator=self.locator(), blocks=self.blocks, caption=self.caption))


class EmbeddedFrame(ShapeFrame):
    """OLE: an object of another program; a chart is the table that it draws."""

    __slots__ = ()

    def close(self) -> None:
        """List the object; anchor the chart, or the box around text and caption."""
        story = self.body.story
        paragraph = story.paragraph.locator if story.paragraph else story.flow.locator
        found, name = self.body.reading.embedded_object(self.attributes.get("BinItem", ""))
        chart, characters = self.body.reading.add_embedded(found, name, story.flow, paragraph)
        story.characters += characters
        if chart:
            self.body.place(chart.model_copy(update={"caption": (*chart.caption, *self.caption)}))
            self.caption = ()
        super().close()


class TextArtFrame(ShapeFrame):
    """TEXTART, whose text is an attribute."""

    __slots__ = ()

    def open(self) -> None:
        """Make a paragraph of the text."""
        super().open()
        story = self.body.story
        story.begin_list(self.locator())
        story.write(self.attributes.get("Text", "").replace("\r\n", "\n").replace("\r", "\n"))
        self.blocks = story.end_list()


class GroupFrame(ObjectFrame):
    """CONTAINER: its shapes and pictures come out one by one; the last of them has the caption."""

    __slots__ = ("members",)

    def open(self) -> None:
        """Begin without members."""
        super().open()
        self.members: list[Block] = []

    def close(self) -> None:
        """Anchor the members."""
        if self.caption and self.members:
            self.members[-1] = self.members[-1].model_copy(update={"caption": self.caption})
        elif self.caption:
            self.members.append(build(Box, locator=self.locator(), blocks=(), caption=self.caption))
        for member in self.members:
            self.body.place(member)


class PictureFrame(ObjectFrame):
    """PICTURE."""

    __slots__ = ("item",)
    letter = "i"

    def open(self) -> None:
        """Number the picture where it begins."""
        super().open()
        self.locator()
        self.item = ""

    def close(self) -> None:
        """Anchor the picture."""
        self.body.story.images += 1
        locator = self.locator()
        name, media_type = self.body.reading.picture(self.item, locator)
        alt, original_name = describe(self.comment)
        self.body.place(
            build(
                Image,
                locator=locator,
                name=name,
                media_type=media_type,
                alt=alt,
                original_name=original_name,
                caption=self.caption,
            )
        )


class SideFrame(Frame):
    """Text beside the body."""

    __slots__ = ("side",)
    kind: ClassVar[SideKind]

    def open(self) -> None:
        """Begin the paragraphs of the side text."""
        self.side = self.body.story.begin_side(self.kind)

    def close(self) -> None:
        """Hand the side text over."""
        self.body.story.end_side(self.side)


class HeaderFrame(SideFrame):
    """HEADER."""

    __slots__ = ()
    kind = SideKind.HEADER


class FooterFrame(SideFrame):
    """FOOTER."""

    __slots__ = ()
    kind = SideKind.FOOTER


class FootnoteFrame(SideFrame):
    """FOOTNOTE."""

    __slots__ = ()
    kind = SideKind.FOOTNOTE


class EndnoteFrame(SideFrame):
    """ENDNOTE."""

    __slots__ = ()
    kind = SideKind.ENDNOTE


class HiddenCommentFrame(SideFrame):
    """HIDDENCOMMENT."""

    __slots__ = ()
    kind = SideKind.HIDDEN_COMMENT


class MasterPageFrame(SideFrame):
    """MASTERPAGE, EXT_MASTERPAGE."""

    __slots__ = ()
    kind = SideKind.MASTER_PAGE


class FieldFrame(Frame):
    """FIELDBEGIN: the text it covers stands behind it, up to FIELDEND; a list inside it is a memo."""

    __slots__ = ()

    def close(self) -> None:
        """Begin the text of the field, which is a link if it leads somewhere, or a guide if nobody has written there."""
        kind, command = self.attributes.get("Type", "").lower(), self.attributes.get("Command", "")
        target = target_of(command) if kind == "hyperlink" else None
        unfilled = kind == "clickhere" and self.attributes.get("Dirty", "").lower() != "true"
        self.body.story.begin_field(kind, target, guide_of(command) if unfilled else None)


class MemoFrame(SideFrame):
    """A list inside FIELDBEGIN."""

    __slots__ = ("field",)
    kind = SideKind.MEMO

    def open(self) -> None:
        """Keep the field, whose command says who wrote the memo."""
        self.field = self.body.owner(FieldFrame)
        super().open()

    def close(self) -> None:
        """Hand the memo over."""
        command = self.field.attributes.get("Command", "") if self.field else ""
        self.body.story.end_side(self.side, signature(command))


SHAPES: Final = (
    "LINE", "RECTANGLE", "ELLIPSE", "ARC", "POLYGON", "CURVE", "CONNECTLINE", "UNKNOWNOBJECT", "EQUATION",
    "BUTTON", "RADIOBUTTON", "CHECKBUTTON", "COMBOBOX", "EDIT", "LISTBOX", "SCROLLBAR",
)  # fmt: skip

FRAMES: Final[dict[str, type[Frame]]] = {
    "TABLE": TableFrame,
    "CELL": CellFrame,
    "DRAWTEXT": BoxFrame,
    "CAPTION": CaptionFrame,
    "OLE": EmbeddedFrame,
    "TEXTART": TextArtFrame,
    "CONTAINER": GroupFrame,
    "PICTURE": PictureFrame,
    "HEADER": HeaderFrame,
    "FOOTER": FooterFrame,
    "FOOTNOTE": FootnoteFrame,
    "ENDNOTE": EndnoteFrame,
    "HIDDENCOMMENT": HiddenCommentFrame,
    "MASTERPAGE": MasterPageFrame,
    "EXT_MASTERPAGE": MasterPageFrame,
    "FIELDBEGIN": FieldFrame,
} | dict.fromkeys(SHAPES, ShapeFrame)
