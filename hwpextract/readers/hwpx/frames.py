"""Open elements that hold paragraphs, or hold an element that does: what each becomes when it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from hwpextract.document import Block, Box, Image
from hwpextract.node import Locator, build
from hwpextract.readers.hwpx.markup import attribute
from hwpextract.readers.pictures import describe

if TYPE_CHECKING:
    from hwpextract.readers.embedded import Embedded
    from hwpextract.readers.hwpx.body import Body


class Frame:
    """An element on the stack of `Body`; `raw` are the attributes of its tag."""

    __slots__ = ("body", "raw")

    def __init__(self, body: Body, raw: bytes) -> None:
        self.body = body
        self.raw = raw
        self.open()

    def attribute(self, name: str) -> str:
        """An attribute of the element, empty when absent."""
        return attribute(self.raw, name)

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
        self.caption: list[Block] = []
        self.comment = ""

    def locator(self) -> Locator:
        """Locator of the object, given out when first needed: a line without text needs none."""
        if self._locator is None:
            self._locator = self.body.flow.next_object(self.letter)
        return self._locator


class CaptionFrame(Frame):
    """`caption` of an object."""

    __slots__ = ("owner",)

    def open(self) -> None:
        """Begin the paragraphs of the caption."""
        self.owner = self.body.owner(ObjectFrame)
        place = self.owner.locator() if self.owner else self.body.flow.locator
        self.body.begin_list(f"{place}/caption")

    def close(self) -> None:
        """Give the caption to its object; without one, its paragraphs stand where it stood."""
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
        self.blocks: list[Block] = []

    def close(self) -> None:
        """Place the box, unless there is nothing in it."""
        if self.blocks or self.caption:
            box = build(Box, locator=self.locator(), blocks=tuple(self.blocks), caption=tuple(self.caption))
            self.body.place_object(box)


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
            self.body.place_object(build(Box, locator=locator, blocks=blocks))


class TextArtFrame(ShapeFrame):
    """`textart`, whose text is an attribute; the pictures of carriage return and line feed stand for a line end."""

    __slots__ = ()

    def open(self) -> None:
        """Make a paragraph of the text."""
        super().open()
        self.body.begin_list(self.locator())
        self.body.write(self.attribute("text").replace("\u240d", "").replace("\u240a", "\n"))
        self.blocks += self.body.end_list()


class EmbeddedFrame(ShapeFrame):
    """`ole`, `chart`, `video`: an object of another program; a chart is the table that it draws."""

    __slots__ = ()

    def close(self) -> None:
        """List the object; place the chart, or the box around text and caption."""
        body = self.body
        paragraph = body.paragraph.locator if body.paragraph else body.flow.locator
        found, name = self.found()
        chart, characters = body.reading.add_embedded(found, name, body.flow, paragraph)
        body.characters += characters
        if chart and self.caption:
            chart = chart.model_copy(update={"caption": (*chart.caption, *self.caption)})
            self.caption = []
        if chart:
            body.place_object(chart)
        super().close()

    def found(self) -> tuple[Embedded, str | None]:
        """What it is, and its entry."""
        return self.body.reading.embedded_object(self.attribute("binaryItemIDRef"))


class ChartFrame(EmbeddedFrame):
    """`chart`, a part of its own."""

    __slots__ = ()

    def found(self) -> tuple[Embedded, str | None]:
        """What it is, and its entry."""
        return self.body.reading.chart(self.attribute("chartIDRef"))


class VideoFrame(EmbeddedFrame):
    """`video`, in the file or on a web site."""

    __slots__ = ()

    def found(self) -> tuple[Embedded, str | None]:
        """What it is, and its entry."""
        from hwpextract.readers.embedded import Embedded

        return Embedded("video"), self.body.reading.package.item_entry(self.attribute("fileIDRef"))


class EquationFrame(ShapeFrame):
    """`equation`, whose script stands in the text."""

    __slots__ = ()


class GroupFrame(ObjectFrame):
    """`container`: its shapes and pictures come out one by one; the last of them has the caption."""

    __slots__ = ("members",)

    def open(self) -> None:
        """Begin without members."""
        super().open()
        self.members: list[Block] = []

    def close(self) -> None:
        """Place the members."""
        if self.caption and self.members:
            self.members[-1] = self.members[-1].model_copy(update={"caption": tuple(self.caption)})
        elif self.caption:
            self.members.append(build(Box, locator=self.locator(), blocks=(), caption=tuple(self.caption)))
        for member in self.members:
            self.body.place_object(member)


class PictureFrame(ObjectFrame):
    """`pic`; `item` is what `img` says of its file."""

    __slots__ = ("item",)
    letter = "i"

    def open(self) -> None:
        """Number the picture where it begins."""
        super().open()
        self.locator()
        self.item = ""

    def close(self) -> None:
        """Place the picture."""
        self.body.images += 1
        locator = self.locator()
        name, kind = self.body.reading.picture(self.item, locator)
        alt, original = describe(self.comment) if self.comment else (None, None)
        self.body.place_object(
            build(
                Image,
                locator=locator,
                name=name,
                media_type=kind,
                alt=alt,
                original_name=original,
                caption=tuple(self.caption),
            )
        )


class ComboFrame(Frame):
    """`comboBox`: prints the item that is chosen."""

    __slots__ = ("chosen", "shown")

    def open(self) -> None:
        """Begin with the value itself, for lists that do not hold it."""
        self.chosen = self.shown = self.attribute("selectedValue")

    def close(self) -> None:
        """Print the choice."""
        self.body.write(self.shown)
