"""Open elements that hold paragraphs, or hold an element that does: what each becomes when it closes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from hwpextract.document import Block, Box, Cell, Image, Locator, SideKind, SideText, Table, cell
from hwpextract.readers.hwpx.objects import Place, metatag, note_label, number
from hwpextract.readers.links import target_of
from hwpextract.readers.pictures import describe

if TYPE_CHECKING:
    from hwpextract.readers.hwpx.body import Body


class Frame:
    """An element on the stack of `Body`."""

    __slots__ = ("attrs", "body")

    def __init__(self, body: Body, attrs: dict[str, str]) -> None:
        self.body = body
        self.attrs = attrs
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
            self._locator = self.body.flow.next_object(self.letter)
        return self._locator


class TableFrame(ObjectFrame):
    """`tbl`: rows of cells."""

    __slots__ = ("cells", "col", "places", "row")
    letter = "t"

    def open(self) -> None:
        """Number the table before the tables in its cells."""
        super().open()
        self.locator()
        self.cells: list[Cell] = []
        self.places: list[Place] = []
        self.row = -1
        self.col = 0

    def next_row(self) -> None:
        """Begin a row, for cells that do not state their place."""
        self.row += 1
        self.col = 0

    def settle(self, place: Place | None) -> Place:
        """Place of the next cell: the stated one, else by counting."""
        if place is None or place[0] < 0 or place[1] < 0:
            row_span, col_span = place[2:] if place else (1, 1)
            place = (max(self.row, 0), self.col, row_span, col_span)
        self.col = place[1] + place[3]
        return place

    def add(self, place: Place, blocks: tuple[Block, ...], attrs: dict[str, str]) -> None:
        """Add a cell; `attrs` are those of its tag and of its list."""
        tag = metatag(attrs["metatag"]) if "metatag" in attrs else None
        self.places.append(place)
        self.cells.append(cell(*place, blocks, attrs.get("header") == "1", attrs.get("name") or None, tag))

    def close(self) -> None:
        """Anchor the table."""
        if any(first > second for first, second in pairwise(self.places)):
            self.cells.sort(key=lambda each: (each.row, each.col))
        rows = _extent(number(self.attrs, "rowCnt"), [(row, span) for row, _, span, _ in self.places])
        cols = _extent(number(self.attrs, "colCnt"), [(col, span) for _, col, _, span in self.places])
        self.body.reading.budget.spend("max_cells", rows * cols)
        cells = tuple([_fitted(each, rows, cols) for each in self.cells])
        self.body.place_object(
            Table.model_construct(locator=self.locator(), rows=rows, cols=cols, cells=cells, caption=self.caption)
        )


class CellFrame(Frame):
    """`tc`: its paragraphs, and its place from `cellAddr` and `cellSpan`."""

    __slots__ = ("place", "table")

    def open(self) -> None:
        """Begin the paragraphs of the cell."""
        self.table = self.body.owner(TableFrame)
        place = self.body.next_place()
        if self.table is None:
            self.body.begin_list(self.body.flow.next_object("b"))
            return
        self.place = self.table.settle(place)
        row, col, _, _ = self.place
        self.body.begin_list(f"{self.table.locator()}/r{row}c{col}")

    def close(self) -> None:
        """Put the cell into its table; a cell without a table leaves its blocks where it stands."""
        blocks = self.body.end_list()
        if self.table:
            self.table.add(self.place, blocks, self.attrs)
        else:
            self.body.flow.blocks.extend(blocks)


class ListFrame(Frame):
    """`drawText`, or a list of paragraphs under an element of unknown name: a text box."""

    __slots__ = ("shape",)

    def open(self) -> None:
        """Begin the paragraphs of the box."""
        self.shape = self.body.owner(ShapeFrame)
        self.body.begin_list(self.shape.locator() if self.shape else self.body.flow.next_object("b"))

    def close(self) -> None:
        """Give the blocks to the shape around them, or make a box of them."""
        locator = self.body.flow.locator
        blocks = self.body.end_list()
        if self.shape:
            self.shape.blocks += blocks
        elif blocks:
            self.body.place_object(Box.model_construct(locator=locator, blocks=blocks))


class CaptionFrame(Frame):
    """`caption` of an object."""

    __slots__ = ("owner",)

    def open(self) -> None:
        """Begin the paragraphs of the caption."""
        self.owner = self.body.owner(ObjectFrame)
        place = self.owner.locator() if self.owner else self.body.flow.locator
        self.body.begin_list(f"{place}/caption")

    def close(self) -> None:
        """Give the caption to its object."""
        blocks = self.body.end_list()
        if self.owner:
            self.owner.caption += blocks
        else:
            self.body.flow.blocks.extend(blocks)


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
            box = Box.model_construct(locator=self.locator(), blocks=self.blocks, caption=self.caption)
            self.body.place_object(box)


class TextArtFrame(ShapeFrame):
    """`textart`, whose text is an attribute; the picture of a line end stands for a line end."""

    __slots__ = ()

    def open(self) -> None:
        """Make a paragraph of the text."""
        super().open()
        text = self.attrs.get("text", "").replace("\u240d\u240a", "\n").replace("\u240a", "\n").replace("\u240d", "\n")
        self.body.begin_list(self.locator())
        self.body.write(text)
        self.blocks = self.body.end_list()


class GroupFrame(ObjectFrame):
    """`container`: its shapes and pictures come out one by one; the last of them has the caption."""

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
            self.members.append(Box.model_construct(locator=self.locator(), blocks=(), caption=self.caption))
        for member in self.members:
            self.body.place_object(member)


class EquationFrame(ShapeFrame):
    """`equation`, whose script stands in the text."""

    __slots__ = ()


class PictureFrame(ObjectFrame):
    """`pic`."""

    __slots__ = ("item",)
    letter = "i"

    def open(self) -> None:
        """Number the picture where it begins."""
        super().open()
        self.locator()
        self.item = ""

    def close(self) -> None:
        """Anchor the picture."""
        self.body.images += 1
        locator = self.locator()
        name, kind = self.body.reading.picture(self.item, locator)
        alt, original = describe(self.comment) if self.comment else (None, None)
        self.body.place_object(
            Image.model_construct(
                locator=locator, name=name, media_type=kind, alt=alt, original_name=original, caption=self.caption
            )
        )


class SideFrame(Frame):
    """Text beside the body: a note, a page header, a hidden comment."""

    __slots__ = ("anchor", "characters", "images", "label", "locator")
    kind: ClassVar[SideKind]

    def open(self) -> None:
        """Begin the paragraphs of the side text."""
        body = self.body
        self.anchor = body.paragraph.locator if body.paragraph else None
        self.locator = body.root.next_object(self.kind.value)
        self.label: str | None = None
        self.characters, self.images = body.characters, body.images
        body.begin_list(self.locator)

    def close(self) -> None:
        """Hand the side text over."""
        body = self.body
        blocks = body.end_list()
        characters, images = body.characters - self.characters, body.images - self.images
        body.characters, body.images = self.characters, self.images
        author, created = self.signature()
        if blocks:
            side = SideText.model_construct(
                kind=self.kind,
                locator=self.locator,
                blocks=blocks,
                anchor=self.anchor,
                label=self.printed_label(),
                author=author,
                created=created,
            )
            body.reading.put_apart(side, characters, images)

    def printed_label(self) -> str | None:
        """Mark of the side text in the body."""
        return None

    def signature(self) -> tuple[str | None, str | None]:
        """Author and time, where they are known."""
        return None, None


class HeaderFrame(SideFrame):
    """`header`."""

    __slots__ = ()
    kind = SideKind.HEADER


class FooterFrame(SideFrame):
    """`footer`."""

    __slots__ = ()
    kind = SideKind.FOOTER


class HiddenCommentFrame(SideFrame):
    """`hiddenComment`."""

    __slots__ = ()
    kind = SideKind.HIDDEN_COMMENT


class NoteFrame(SideFrame):
    """`footNote`; its label is the automatic number at the start of its text."""

    __slots__ = ()
    kind = SideKind.FOOTNOTE

    def printed_label(self) -> str | None:
        """The number that was taken out of the text, else one made from the note's own attributes."""
        return self.label or note_label(self.attrs)


class EndNoteFrame(NoteFrame):
    """`endNote`."""

    __slots__ = ()
    kind = SideKind.ENDNOTE


class FieldFrame(Frame):
    """`fieldBegin`: its parameters; the text it covers stands behind it, up to `fieldEnd`."""

    __slots__ = ("params",)

    def open(self) -> None:
        """Begin without parameters."""
        self.params: dict[str, str] = {}

    def close(self) -> None:
        """Begin a link."""
        target = target_of(self.params.get("Command", "")) if self.attrs.get("type") == "HYPERLINK" else None
        self.body.begin_field(self.attrs.get("id", ""), target)


class MemoFrame(SideFrame):
    """`fieldBegin` of a memo, which holds the memo itself."""

    __slots__ = ("params",)
    kind = SideKind.MEMO

    def open(self) -> None:
        """Begin without parameters."""
        super().open()
        self.params: dict[str, str] = {}

    def signature(self) -> tuple[str | None, str | None]:
        """Author and time from the parameters."""
        return self.params.get("Author") or None, self.params.get("CreateDateTime") or None

    def close(self) -> None:
        """Hand the memo over; the words it is about are a field without a target."""
        super().close()
        self.body.begin_field(self.attrs.get("id", ""), None)


class ComboFrame(Frame):
    """`comboBox`: the item that is chosen."""

    __slots__ = ("shown",)

    def open(self) -> None:
        """Begin with the value itself, for lists that do not hold it."""
        self.shown = self.attrs.get("selectedValue", "")

    def close(self) -> None:
        """Print the choice."""
        self.body.write(self.shown)


SHAPES: Final = (
    b"rect", b"ellipse", b"polygon", b"curve", b"arc", b"line", b"connectLine", b"ole", b"chart", b"video", b"unknownObject",
)  # fmt: skip

FRAMES: Final[dict[bytes, type[Frame]]] = {
    b"tbl": TableFrame,
    b"tc": CellFrame,
    b"drawText": ListFrame,
    b"caption": CaptionFrame,
    b"textart": TextArtFrame,
    b"container": GroupFrame,
    b"equation": EquationFrame,
    b"pic": PictureFrame,
    b"header": HeaderFrame,
    b"footer": FooterFrame,
    b"footNote": NoteFrame,
    b"endNote": EndNoteFrame,
    b"hiddenComment": HiddenCommentFrame,
    b"comboBox": ComboFrame,
} | dict.fromkeys(SHAPES, ShapeFrame)


def _extent(declared: int, spans: list[tuple[int, int]]) -> int:
    """Size of a grid: as far as its cells reach, but spans no further than declared."""
    starts = max([start + 1 for start, _ in spans], default=0)
    ends = max([start + span for start, span in spans], default=0)
    return max(starts, min(declared, ends))


def _fitted(each: Cell, rows: int, cols: int) -> Cell:
    """The cell with its spans inside the grid."""
    if each.row + each.row_span <= rows and each.col + each.col_span <= cols:
        return each
    return each.model_copy(
        update={"row_span": min(each.row_span, rows - each.row), "col_span": min(each.col_span, cols - each.col)}
    )
