"""How a list of paragraphs with anchored objects becomes blocks: the rules every reader of the HWP family shares."""

from __future__ import annotations

from collections.abc import Iterable

from hwpextract.document import Block, Link, paragraph
from hwpextract.node import Locator


class Flow:
    """Blocks of one paragraph list (a section, a cell, a note, a text box), with their locators.

    A reader asks for the locator of each object before it builds the object, then hands over paragraph and objects together.
    """

    __slots__ = ("_objects", "blank", "blocks", "locator", "paragraphs")

    def __init__(self, locator: Locator) -> None:
        self.locator = locator
        self.blocks: list[Block] = []
        self.paragraphs = 0
        """How many paragraphs have come, and how many of them left no block."""
        self.blank = 0
        self._objects: dict[str, int] = {}

    def next_paragraph(self) -> Locator:
        """Locator of the next paragraph of this list; call once per paragraph, with or without text."""
        number = self.paragraphs
        self.paragraphs = number + 1
        return f"{self.locator}/p{number}"

    def next_object(self, letter: str) -> Locator:
        """Locator of the next object of a kind: `t` table, `b` box, `i` image."""
        number = self._objects.get(letter, 0)
        self._objects[letter] = number + 1
        return f"{self.locator}/{letter}{number}"

    def add_plain(self, text: str, style: str | None = None) -> bool:
        """Add the next paragraph when it has neither head nor objects; tells whether it has visible text.

        The same as `next_paragraph` and `add`, at a fraction of their cost.
        """
        number = self.paragraphs
        self.paragraphs = number + 1
        if not text or text.isspace():
            self.blank += 1
            return False
        self.blocks.append(paragraph(text, f"{self.locator}/p{number}", None, None, style))
        return True

    def add(
        self,
        text: str,
        locator: Locator,
        before: Iterable[Block] = (),
        after: Iterable[Block] = (),
        *,
        head: str | None = None,
        level: int | None = None,
        style: str | None = None,
        links: tuple[Link, ...] = (),
    ) -> int:
        """Add one paragraph and its objects: `before` holds those anchored ahead of its first visible character.

        A paragraph without visible text leaves no block, unless it has a head, which Hangul prints all the same; its objects stay.
        Returns how many visible characters the text has.
        """
        self.blocks.extend(before)
        count = visible(text)
        if count or head:
            shown = f"{head} {text}" if head and count else head or text
            self.blocks.append(paragraph(shown, locator, head, level, style, links))
        else:
            self.blank += 1
        self.blocks.extend(after)
        return count


def visible(text: str) -> int:
    """How many characters of a text are not white space."""
    # The only printable white space is the space, and counting is much cheaper than splitting.
    return len(text) - text.count(" ") if text.isprintable() else len("".join(text.split()))
