"""Lists of paragraphs told event by event: for readers that meet text and objects in document order.

A story knows the innermost list, the paragraph open in it, and the fields whose end has not come yet. What a list held is handed over
when it ends; the reader makes a cell, a box or a caption of it. The rules of `Flow` hold for paragraphs and objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hwpextract.document import Block, Link, SideKind, SideText
from hwpextract.limits import Budget
from hwpextract.node import Locator, build
from hwpextract.readers.flow import Flow
from hwpextract.readers.gathering import Gathering, cleaned
from hwpextract.readers.guides import is_guide
from hwpextract.readers.signatures import UNSIGNED, Signature

if TYPE_CHECKING:
    from hwpextract.readers.heads import Heading, Heads


class OpenParagraph:
    """A paragraph that has not ended; `heading` is one that does not count yet, `head` what is printed in front of the text."""

    __slots__ = (
        "_blank", "after", "before", "head", "heading", "joined", "level", "links", "locator", "style", "texts",
    )  # fmt: skip

    def __init__(self, locator: Locator, heading: Heading | None, style: str | None) -> None:
        self.locator = locator
        self.heading = heading
        self.level = heading.outline_level if heading else None
        self.style = style
        self.head: str | None = None
        self.texts: list[str] = []
        self.before: list[Block] = []
        self.after: list[Block] = []
        self.links: list[Link] = []
        self.joined = False
        """Its end is deleted (tracked changes), so the next paragraph goes on in it."""
        self._blank = 0

    def is_visible(self) -> bool:
        """Tell whether a visible character has come; texts known to be blank are not looked at again."""
        texts = self.texts
        while self._blank < len(texts):
            if texts[self._blank] and not texts[self._blank].isspace():
                return True
            self._blank += 1
        return False

    def cut(self, start: int) -> None:
        """Take out all texts from this one on."""
        del self.texts[start:]
        self._blank = min(self._blank, start)


class Side:
    """A side text that has not ended; its label is the first number of its own kind that is printed in it."""

    __slots__ = ("anchor", "kind", "label", "locator")

    def __init__(self, kind: SideKind, locator: Locator, anchor: Locator | None) -> None:
        self.kind = kind
        self.locator = locator
        self.anchor = anchor
        self.label: str | None = None


class _Field:
    """A field whose end has not come; its text begins behind so many texts of the paragraph."""

    __slots__ = ("guide", "key", "start", "target")

    def __init__(self, key: object, target: str | None, guide: str | None, start: int) -> None:
        self.key = key
        self.target = target
        self.guide = guide
        self.start = start


class Story:
    """The lists of one section, innermost last; `characters`, `cells` and `images` count what went into blocks."""

    def __init__(self, flow: Flow, gathering: Gathering, budget: Budget, heads: Heads | None = None) -> None:
        self.gathering = gathering
        self.budget = budget
        self.heads = heads
        self.root = self.flow = flow
        self.paragraph: OpenParagraph | None = None
        self.side: Side | None = None
        """The side text whose own list is the innermost one."""
        self.characters = 0
        self.cells = 0
        self.images = 0
        self.records = 0
        self.blank = 0
        """How many paragraphs have come in lists that have ended, and how many of them left no block."""
        self.changing = False
        """Whether a tracked change is open."""
        self._fields: list[_Field] = []
        self._outer: list[tuple[Flow, OpenParagraph | None, list[_Field], Side | None]] = []

    def finish(self) -> list[Block]:
        """Blocks of the section; what it counted goes to the gathering."""
        self.end_paragraph()
        self._count(self.root)
        self.gathering.met.update(
            characters=self.characters, records=self.records, cells=self.cells, images=self.images
        )
        self.gathering.dropped["records"]["blank"] += self.blank
        return self.root.blocks

    @property
    def here(self) -> Locator | None:
        """Locator of the open paragraph."""
        return self.paragraph.locator if self.paragraph else None

    # --- Lists -----------------------------------------------------------------------------------------------------------------

    def begin_list(self, locator: Locator) -> None:
        """Begin a list of paragraphs inside the open one.

        Raises:
            LimitExceededError: lists are nested deeper than max_depth.
        """
        self.settle_head()
        self._outer.append((self.flow, self.paragraph, self._fields, self.side))
        self.budget.descend(len(self._outer))
        self.flow = Flow(locator)
        self.paragraph = None
        self._fields = []
        self.side = None

    def end_list(self) -> tuple[Block, ...]:
        """End the innermost list, give its blocks, and go on in the paragraph around it."""
        self.end_paragraph()
        blocks = tuple(self.flow.blocks)
        self._count(self.flow)
        self.flow, self.paragraph, self._fields, self.side = self._outer.pop()
        return blocks

    def _count(self, flow: Flow) -> None:
        self.records += flow.paragraphs
        self.blank += flow.blank

    def begin_side(self, kind: SideKind) -> Side:
        """Begin a text beside the body."""
        side = Side(kind, self.root.next_object(kind.value), self.here)
        self.begin_list(side.locator)
        self.side = side
        return side

    def end_side(self, side: Side, signature: Signature = UNSIGNED) -> None:
        """End a side text and put it apart, unless there is nothing in it."""
        blocks = self.end_list()
        if blocks:
            text = build(
                SideText,
                kind=side.kind,
                locator=side.locator,
                blocks=blocks,
                anchor=side.anchor,
                label=side.label,
                author=signature.author,
                created=signature.created,
            )
            self.gathering.put_apart(text)

    def put_lines(self, kind: SideKind, text: str) -> None:
        """Put lines of text apart, which belong to the open paragraph."""
        locator = self.root.next_object(kind.value)
        self.gathering.put_lines(kind, locator, self.gathering.clean(text), self.here)

    # --- Paragraphs ------------------------------------------------------------------------------------------------------------

    def begin_paragraph(self, heading: Heading | None = None, style: str | None = None) -> OpenParagraph:
        """Begin a paragraph of the innermost list, ending the one that is open."""
        if self.paragraph:
            self.end_paragraph()
        self.paragraph = OpenParagraph(self.flow.next_paragraph(), heading, style)
        return self.paragraph

    def end_paragraph(self) -> None:
        """Put the open paragraph, if there is one, into its list."""
        done = self.paragraph
        if done is None:
            return
        if done.heading:
            self.settle_head()
        if self.changing:
            self._leave(done)
        self.paragraph = None
        for field in self._fields:
            _link(done, field)
            field.start = 0
        text = self.gathering.clean("".join(done.texts)) if done.texts else ""
        self.characters += self.flow.add(
            text,
            done.locator,
            done.before,
            done.after,
            head=done.head,
            level=done.level,
            style=done.style,
            links=tuple(done.links),
        )

    def _leave(self, paragraph: OpenParagraph) -> None:
        """Hear of a paragraph that ends while a change is open."""

    def settle_head(self) -> None:
        """Count the open paragraph, before anything inside it does; what its section says of the outline comes ahead of that."""
        paragraph = self.paragraph
        if paragraph and paragraph.heading and self.heads:
            paragraph.head = self.gathering.clean_head(self.heads.next(paragraph.heading))
            paragraph.heading = None

    def write(self, text: str) -> None:
        """Add text to the open paragraph; text outside of paragraphs gets one of its own."""
        if text:
            paragraph = self.paragraph or self.begin_paragraph()
            paragraph.texts.append(text)

    def write_equation(self, script: str) -> None:
        """Add the script of an equation to the open paragraph."""
        self.budget.tick()
        paragraph = self.paragraph or self.begin_paragraph()
        self.write(self.gathering.add_equation(script, paragraph.locator))

    def anchor(self, block: Block) -> None:
        """Put an object before the open paragraph when that has no visible text yet, else behind it."""
        if self.paragraph is None:
            self.flow.blocks.append(block)
        elif self.paragraph.is_visible():
            self.paragraph.after.append(block)
        else:
            self.paragraph.before.append(block)

    def number(self, printed: str, *, of_note: bool = False) -> None:
        """Print an automatic number; the one that begins a note is its label, not its text."""
        if of_note and self.side and self.side.label is None:
            self.side.label = printed
        else:
            self.write(printed)

    # --- Fields ----------------------------------------------------------------------------------------------------------------

    def begin_field(self, key: object, target: str | None = None, guide: str | None = None) -> None:
        """Begin the text of a field; one with a target is a link, one with a guide has not been filled."""
        start = len(self.paragraph.texts) if self.paragraph else 0
        self._fields.append(_Field(key, target, guide, start))
        # Ends can be missing in damaged files, and every open field is looked at with every paragraph.
        del self._fields[: -self.budget.limits.max_depth]

    def end_field(self, key: object) -> None:
        """End the text of the last field with this key."""
        for index in range(len(self._fields) - 1, -1, -1):
            if self._fields[index].key == key:
                field = self._fields.pop(index)
                if self.paragraph:
                    _link(self.paragraph, field)
                    self._hide(self.paragraph, field)
                return

    def _hide(self, paragraph: OpenParagraph, field: _Field) -> None:
        """Put the text of a field apart when it only asks to be replaced."""
        text = "".join(paragraph.texts[field.start :]) if field.guide else ""
        if field.guide and is_guide(cleaned(text), field.guide):
            paragraph.cut(field.start)
            self.put_lines(SideKind.HIDDEN, text)


def _link(paragraph: OpenParagraph, field: _Field) -> None:
    text = cleaned("".join(paragraph.texts[field.start :])).strip() if field.target else ""
    if text:
        paragraph.links.append(build(Link, text=text, target=field.target))
