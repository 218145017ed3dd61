"""Open elements as HWPML has them: tables and cells, what only attributes tell, fields and memos."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from hwpextract.document import Cell, SideKind, cell
from hwpextract.readers.frames import (
    BoxFrame,
    CaptionFrame,
    EmbeddedFrame,
    Frame,
    GroupFrame,
    ObjectFrame,
    PictureFrame,
    ShapeFrame,
    SideFrame,
    TextArtFrame,
)
from hwpextract.readers.guides import guide_of
from hwpextract.readers.hwpml.head import whole
from hwpextract.readers.links import target_of
from hwpextract.readers.signatures import signature
from hwpextract.readers.tables import assemble

if TYPE_CHECKING:
    from hwpextract.readers.embedded import Embedded
    from hwpextract.readers.hwpml.body import Body


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
        self.story.cells += len(self.cells)
        table = assemble(self.locator(), self.cells, self.caption, self.story.budget, declared)
        self.body.place(table)


class CellFrame(Frame):
    """CELL: its paragraphs and its place."""

    __slots__ = ("col", "row", "table")

    def open(self) -> None:
        """Begin the paragraphs of the cell, at the place that it states or else behind the cell before."""
        self.table = self.body.owner(TableFrame)
        if self.table is None:
            self.story.begin_list(self.story.flow.next_object("b"))
            return
        self.row = whole(self.attributes, "RowAddr", max(self.table.row, 0))
        self.col = whole(self.attributes, "ColAddr", self.table.col)
        self.table.col = self.col + self._span("ColSpan")
        self.story.begin_list(f"{self.table.locator()}/r{self.row}c{self.col}")

    def close(self) -> None:
        """Put the cell into its table; a cell without a table leaves its blocks where it stands."""
        blocks = self.story.end_list()
        if self.table is None:
            self.story.flow.blocks.extend(blocks)
            return
        header = self.attributes.get("Header", "").lower() == "true"
        name = self.attributes.get("Name") or None
        spans = self._span("RowSpan"), self._span("ColSpan")
        self.table.cells.append(cell(self.row, self.col, *spans, blocks, header, name))

    def _span(self, name: str) -> int:
        return whole(self.attributes, name, 1) or 1


class ArtFrame(TextArtFrame):
    """TEXTART."""

    __slots__ = ()

    def text(self) -> str:
        """What is drawn."""
        text: str = self.attributes.get("Text", "")
        return text.replace("\r\n", "\n").replace("\r", "\n")


class OleFrame(EmbeddedFrame):
    """OLE."""

    __slots__ = ()
    body: Body

    def found(self) -> tuple[Embedded, str | None]:
        """What it is, and its name."""
        return self.body.reading.embedded_object(self.attributes.get("BinItem", ""))


class FieldFrame(Frame):
    """FIELDBEGIN: the text it covers stands behind it, up to FIELDEND; a list inside it is a memo."""

    __slots__ = ()

    def close(self) -> None:
        """Begin the text of the field, which is a link if it leads somewhere, or a guide if nobody has written there."""
        kind, command = self.attributes.get("Type", "").lower(), self.attributes.get("Command", "")
        target = target_of(command) if kind == "hyperlink" else None
        unfilled = kind == "clickhere" and self.attributes.get("Dirty", "").lower() != "true"
        self.story.begin_field(kind, target, guide_of(command) if unfilled else None)


class MemoFrame(SideFrame):
    """A list inside FIELDBEGIN."""

    __slots__ = ("field",)

    def __init__(self, body: Body, attributes: dict[str, str]) -> None:
        self.field = body.owner(FieldFrame)
        super().__init__(body, attributes, SideKind.MEMO)

    def close(self) -> None:
        """Hand the memo over; the command of the field says who wrote it."""
        command = self.field.attributes.get("Command", "") if self.field else ""
        self.story.end_side(self.side, signature(command))


_SHAPES: Final = (
    "LINE", "RECTANGLE", "ELLIPSE", "ARC", "POLYGON", "CURVE", "CONNECTLINE", "UNKNOWNOBJECT", "EQUATION",
    "BUTTON", "RADIOBUTTON", "CHECKBUTTON", "COMBOBOX", "EDIT", "LISTBOX", "SCROLLBAR",
)  # fmt: skip

_SIDES: Final = {
    "HEADER": SideKind.HEADER,
    "FOOTER": SideKind.FOOTER,
    "FOOTNOTE": SideKind.FOOTNOTE,
    "ENDNOTE": SideKind.ENDNOTE,
    "HIDDENCOMMENT": SideKind.HIDDEN_COMMENT,
    "MASTERPAGE": SideKind.MASTER_PAGE,
    "EXT_MASTERPAGE": SideKind.MASTER_PAGE,
}
FRAMES: Final[dict[str, Callable[[Body, dict[str, str]], Frame]]] = {
    **dict.fromkeys(_SHAPES, ShapeFrame),
    **{name: partial(SideFrame, kind=kind) for name, kind in _SIDES.items()},
    "TABLE": TableFrame,
    "CELL": CellFrame,
    "DRAWTEXT": BoxFrame,
    "CAPTION": CaptionFrame,
    "OLE": OleFrame,
    "TEXTART": ArtFrame,
    "CONTAINER": GroupFrame,
    "PICTURE": PictureFrame,
    "FIELDBEGIN": FieldFrame,
}
