"""Elements that hold paragraphs, or an element that does, while they are open: what each becomes when it ends, in either XML format.

What the elements are called, and what their attributes say, is known beside each format's own frames.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from hwpextract.document import Block, Box, Image, SideKind
from hwpextract.node import Locator, build
from hwpextract.readers.pictures import describe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from hwpextract.document import Table
    from hwpextract.readers.embedded import Embedded
    from hwpextract.readers.flow import Flow
    from hwpextract.readers.story import Story

    class Reading(Protocol):
        """What frames ask of the reading of their document."""

        def picture(self, item: str, locator: Locator) -> tuple[str | None, str | None]:
            """Entry and media type of a picture."""

        def add_embedded(
            self, found: Embedded, name: str | None, flow: Flow, paragraph: Locator
        ) -> tuple[Table | None, int]:
            """Take an embedded object; a chart is a table, given with the number of its characters."""


F = TypeVar("F", bound="Frame")


class Elements:
    """The elements that are open in a part, innermost last, and the story that they tell."""

    reading: Reading
    story: Story
    opened: Sequence[tuple[Any, Frame | None]]
    """Name and frame of each; None for an element that only has an end."""

    def owner(self, kind: type[F]) -> F | None:
        """The innermost open element, if it is of this kind."""
        top = self.opened[-1][1] if self.opened else None
        return top if isinstance(top, kind) else None

    def place(self, block: Block) -> None:
        """Put an object into the group that is open, else into the paragraph."""
        if group := self.owner(GroupFrame):
            group.members.append(block)
        else:
            self.story.anchor(block)


class Frame:
    """An open element; `attributes` are those of its tag, as its format has them."""

    __slots__ = ("attributes", "body", "story")

    def __init__(self, body: Elements, attributes: Any) -> None:
        self.body = body
        self.story = body.story
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
            self._locator = self.story.flow.next_object(self.letter)
        return self._locator


class CaptionFrame(Frame):
    """The caption of an object."""

    __slots__ = ("owner",)

    def open(self) -> None:
        """Begin the paragraphs of the caption."""
        self.owner = self.body.owner(ObjectFrame)
        place = self.owner.locator() if self.owner else self.story.flow.locator
        self.story.begin_list(f"{place}/caption")

    def close(self) -> None:
        """Give the caption to its object; without one, its paragraphs stand where it stood."""
        blocks = self.story.end_list()
        if self.owner:
            self.owner.caption += blocks
        else:
            self.story.flow.blocks.extend(blocks)


class ShapeFrame(ObjectFrame):
    """A drawn shape, an embedded object: a box when it holds text or has a caption."""

    __slots__ = ("blocks",)

    def open(self) -> None:
        """Begin without text."""
        super().open()
        self.blocks: tuple[Block, ...] = ()

    def close(self) -> None:
        """Place the box, unless there is nothing in it."""
        if self.blocks or self.caption:
            self.body.place(build(Box, locator=self.locator(), blocks=self.blocks, caption=self.caption))


class BoxFrame(Frame):
    """The paragraphs of a shape, or a list of paragraphs under an element of unknown name: a text box."""

    __slots__ = ("shape",)

    def open(self) -> None:
        """Begin the paragraphs of the box."""
        self.shape = self.body.owner(ShapeFrame)
        self.story.begin_list(self.shape.locator() if self.shape else self.story.flow.next_object("b"))

    def close(self) -> None:
        """Give the blocks to the shape around them, or make a box of them."""
        locator = self.story.flow.locator
        blocks = self.story.end_list()
        if self.shape:
            self.shape.blocks += blocks
        elif blocks:
            self.body.place(build(Box, locator=locator, blocks=blocks))


class TextArtFrame(ShapeFrame):
    """Text that is drawn, and stands in an attribute."""

    __slots__ = ()

    def open(self) -> None:
        """Make a paragraph of the text."""
        super().open()
        self.story.begin_list(self.locator())
        self.story.write(self.text())
        self.blocks = self.story.end_list()

    def text(self) -> str:
        """What is drawn."""
        raise NotImplementedError


class EmbeddedFrame(ShapeFrame):
    """An object of another program; a chart is the table that it draws."""

    __slots__ = ()

    def close(self) -> None:
        """List the object; place the chart, or the box around text and caption."""
        story = self.story
        found, name = self.found()
        paragraph = story.here or story.flow.locator
        chart, characters = self.body.reading.add_embedded(found, name, story.flow, paragraph)
        story.characters += characters
        if chart and self.caption:
            chart = chart.model_copy(update={"caption": (*chart.caption, *self.caption)})
            self.caption = ()
        if chart:
            self.body.place(chart)
        super().close()

    def found(self) -> tuple[Embedded, str | None]:
        """What it is, and its entry."""
        raise NotImplementedError


class GroupFrame(ObjectFrame):
    """A group: its shapes and pictures come out one by one; the last of them has the caption."""

    __slots__ = ("members",)

    def open(self) -> None:
        """Begin without members."""
        super().open()
        self.members: list[Block] = []

    def close(self) -> None:
        """Place the members."""
        if self.caption and self.members:
            self.members[-1] = self.members[-1].model_copy(update={"caption": self.caption})
        elif self.caption:
            self.members.append(build(Box, locator=self.locator(), blocks=(), caption=self.caption))
        for member in self.members:
            self.body.place(member)


class PictureFrame(ObjectFrame):
    """A picture; `item` is what an element inside says of its file."""

    __slots__ = ("item",)
    letter = "i"

    def open(self) -> None:
        """Number the picture where it begins."""
        super().open()
        self.locator()
        self.item = ""

    def close(self) -> None:
        """Place the picture."""
        self.story.images += 1
        locator = self.locator()
        name, kind = self.body.reading.picture(self.item, locator)
        alt, original_name = describe(self.comment) if self.comment else (None, None)
        self.body.place(
            build(
                Image,
                locator=locator,
                name=name,
                media_type=kind,
                alt=alt,
                original_name=original_name,
                caption=self.caption,
            )
        )


class SideFrame(Frame):
    """Text beside the body."""

    __slots__ = ("kind", "side")

    def __init__(self, body: Elements, attributes: Any, kind: SideKind) -> None:
        self.kind = kind
        super().__init__(body, attributes)

    def open(self) -> None:
        """Begin the paragraphs of the side text."""
        self.side = self.story.begin_side(self.kind)

    def close(self) -> None:
        """Hand the side text over."""
        self.story.end_side(self.side)
