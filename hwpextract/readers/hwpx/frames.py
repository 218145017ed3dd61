"""Open elements as HWPX has them: what only its attributes and parts tell, notes, memos, fields, and choices in forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hwpextract.document import SideKind
from hwpextract.readers.frames import EmbeddedFrame, Frame, ShapeFrame, SideFrame, TextArtFrame
from hwpextract.readers.guides import guide_of
from hwpextract.readers.hwpx.markup import attribute, attributes
from hwpextract.readers.hwpx.objects import note_label
from hwpextract.readers.links import target_of
from hwpextract.readers.signatures import Signature, signature

if TYPE_CHECKING:
    from hwpextract.readers.embedded import Embedded
    from hwpextract.readers.hwpx.body import Body


class ArtFrame(TextArtFrame):
    """`textart`."""

    __slots__ = ()

    def text(self) -> str:
        """What is drawn; the pictures of carriage return and line feed stand for a line end."""
        return attribute(self.attributes, "text").replace("\u240d", "").replace("\u240a", "\n")


class OleFrame(EmbeddedFrame):
    """`ole`."""

    __slots__ = ()
    body: Body

    def found(self) -> tuple[Embedded, str | None]:
        """What it is, and its entry."""
        return self.body.reading.embedded_object(attribute(self.attributes, "binaryItemIDRef"))


class ChartFrame(EmbeddedFrame):
    """`chart`, a part of its own."""

    __slots__ = ()
    body: Body

    def found(self) -> tuple[Embedded, str | None]:
        """What it is, and its entry."""
        return self.body.reading.chart(attribute(self.attributes, "chartIDRef"))


class VideoFrame(EmbeddedFrame):
    """`video`, in the file or on a web site."""

    __slots__ = ()
    body: Body

    def found(self) -> tuple[Embedded, str | None]:
        """What it is, and its entry."""
        from hwpextract.readers.embedded import Embedded

        entry = self.body.reading.package.item_entry(attribute(self.attributes, "fileIDRef"))
        return Embedded("video"), entry


class EquationFrame(ShapeFrame):
    """`equation`, whose script stands in the text."""

    __slots__ = ()


class ComboFrame(Frame):
    """`comboBox`: prints the item that is chosen."""

    __slots__ = ("chosen", "shown")

    def open(self) -> None:
        """Begin with the value itself, for lists that do not hold it."""
        self.chosen = self.shown = attribute(self.attributes, "selectedValue")

    def close(self) -> None:
        """Print the choice."""
        self.story.write(self.shown)


class NoteFrame(SideFrame):
    """`footNote`, `endNote`."""

    __slots__ = ()

    def close(self) -> None:
        """Hand the note over; where its text does not begin with its number, its attributes tell it."""
        self.side.label = self.side.label or note_label(attributes(self.attributes))
        super().close()


class IndexFrame(Frame):
    """`indexmark`: keywords under which the index of the document names this place."""

    __slots__ = ("keys",)

    def open(self) -> None:
        """Begin without keywords."""
        self.keys: list[str] = []

    def close(self) -> None:
        """Put the keywords apart."""
        self.story.put_lines(SideKind.INDEX_MARK, "\n".join(self.keys))


class FieldFrame(Frame):
    """`fieldBegin` and its parameters; the text it covers stands behind it, up to `fieldEnd`."""

    __slots__ = ("params",)

    def open(self) -> None:
        """Begin without parameters."""
        self.params: dict[str, str] = {}

    def close(self) -> None:
        """Begin the text of the field, which is a link if it leads somewhere, or a guide if nobody has written there."""
        kind, command = attribute(self.attributes, "type"), self.params.get("Command", "")
        target = target_of(command) if kind == "HYPERLINK" else None
        unfilled = kind == "CLICK_HERE" and attribute(self.attributes, "dirty") != "1"
        key = attribute(self.attributes, "id")
        self.story.begin_field(key, target, guide_of(command) if unfilled else None)


class MemoFrame(SideFrame):
    """`fieldBegin` of a memo, which holds the memo itself."""

    __slots__ = ("params",)

    def __init__(self, body: Body, raw: bytes) -> None:
        super().__init__(body, raw, SideKind.MEMO)
        self.params: dict[str, str] = {}

    def close(self) -> None:
        """Hand the memo over, with author and time from the command, or from the other parameters where it does not tell.

        CreateDateTime is local time under the mark of UTC.
        """
        author, created = signature(self.params.get("Command", ""))
        local = self.params.get("CreateDateTime", "").removesuffix("Z")
        told = Signature(author or self.params.get("Author") or None, created or local or None)
        self.story.end_side(self.side, told)
