"""The story of one part: paragraphs that are nothing but text, what stands inside `t`, text nobody sees, and tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hwpextract.document import Block, SideKind
from hwpextract.node import Locator
from hwpextract.readers.flow import Flow, visible
from hwpextract.readers.hwpx.markup import attribute, plain, split_inline
from hwpextract.readers.hwpx.unseen import BEGIN, END
from hwpextract.readers.story import OpenParagraph, Story

if TYPE_CHECKING:
    from hwpextract.readers.hwpx.reading import Reading

_INLINE: Final = {
    b"tab": "\t",
    b"lineBreak": "\n",
    b"nbSpace": "\u00a0",
    b"fwSpace": " ",
    b"hypen": "-",
    b"hyphen": "-",
}
CHANGES: Final = {
    b"deleteBegin": (SideKind.DELETED, True),
    b"deleteEnd": (SideKind.DELETED, False),
    b"insertBegin": (SideKind.INSERTED, True),
    b"insertEnd": (SideKind.INSERTED, False),
}
"""Marks of tracked changes: kind of the change, and whether it begins there."""
# Changes that stay may be open at once; more are no author's.
_MOST_KEPT: Final = 64


class _Taken(NamedTuple):
    """Text that a tracked change takes out, up to the mark that ends it."""

    change: str
    anchor: Locator | None
    texts: list[str]


class _Kept(NamedTuple):
    """A tracked change whose text stays: where it begins, and its text in the paragraphs that have ended since."""

    number: str
    kind: SideKind
    change: str
    paragraph: OpenParagraph | None
    start: int
    texts: list[str]

    def take(self, paragraph: OpenParagraph) -> None:
        """Take what the change covers of a paragraph."""
        start = self.start if paragraph is self.paragraph else 0
        self.texts.append("".join(paragraph.texts[start:]))


class PartStory(Story):
    """The lists of one part (a section, a master page)."""

    def __init__(self, flow: Flow, reading: Reading) -> None:
        super().__init__(flow, reading, reading.budget, reading.heads)
        self.reading = reading
        self.plain_texts: list[str] = []
        """Texts that were added as they stand, whose characters are counted at the end."""
        self._taken: _Taken | None = None
        self._kept: list[_Kept] = []
        self._unseen: tuple[list[str], int] | None = None

    def finish(self) -> list[Block]:
        """Blocks of the part; changes end that it has left open."""
        self._end_taken(b"")
        while self._kept:
            self._end_kept(self._kept[-1].number, self._kept[-1].kind)
        self.characters += visible("".join(self.plain_texts))
        return super().finish()

    # --- Paragraphs ------------------------------------------------------------------------------------------------------------

    def plain_paragraph(self, attrs: bytes, text: str) -> None:
        """Add a paragraph that is nothing but text to the innermost list."""
        heading, style = self.reading.forms.get(attrs) or self.reading.read_form(attrs)
        if self.paragraph or self._fields or self.changing or heading:
            self.open_paragraph(attrs)
            self.write(text)
            self.close_paragraph()
        else:
            shown = text if text.isprintable() else self.reading.clean(text)
            if self.flow.add_plain(shown, style):
                self.plain_texts.append(shown)

    def open_paragraph(self, attrs: bytes) -> None:
        """Begin a paragraph, or go on in the one before when the break between them is deleted."""
        if self.paragraph and self.paragraph.joined:
            self.paragraph.joined = False
            self.flow.next_paragraph()
            self.reading.dropped["records"]["joined"] += 1
        else:
            self.begin_paragraph(*(self.reading.forms.get(attrs) or self.reading.read_form(attrs)))

    def close_paragraph(self) -> None:
        """End the open paragraph, unless its end is deleted."""
        if self.paragraph and self._taken:
            self._taken.texts.append("\n")
            self.paragraph.joined = True
        elif self.paragraph and not self.paragraph.joined:
            self.end_paragraph()

    def _leave(self, paragraph: OpenParagraph) -> None:
        """Let the changes that stay take what they cover of a paragraph that ends."""
        for kept in self._kept:
            kept.take(paragraph)

    def anchor(self, block: Block) -> None:
        """Put an object before or behind the open paragraph.

        The text of an object inside a change that is taken out has become part of that, so nothing is left to put.
        """
        if self._taken:
            self.reading.leave_out((block,), str(self.reading.taken_out))
        else:
            super().anchor(block)

    # --- Text ------------------------------------------------------------------------------------------------------------------

    def write(self, text: str) -> None:
        """Add text where it belongs."""
        self._texts().append(text)

    def _texts(self) -> list[str]:
        """Where text goes: into the open paragraph, or where it is taken out; text outside of paragraphs gets one of its own."""
        paragraph = self.paragraph or self.begin_paragraph(*self.reading.read_form(b""))
        return self._taken.texts if self._taken else paragraph.texts

    def write_equation(self, script: str) -> None:
        """Add the script of an equation; one that is taken out is text like any other."""
        if self._taken:
            self.write(script.strip())
        else:
            super().write_equation(script)

    def content(self, content: bytes) -> None:
        """Add the content of a `t` element."""
        if b"<" not in content:
            self.write(plain(content, "surrogateescape"))
            return
        first, *pieces = split_inline(content)
        self.write(plain(first, "surrogateescape"))
        for slash, name, raw, text in zip(*[iter(pieces)] * 4, strict=True):
            if not slash:
                self._inline(name, raw)
            self.write(plain(text, "surrogateescape"))

    def _inline(self, name: bytes, raw: bytes) -> None:
        if name in _INLINE:
            self.write(_INLINE[name])
        elif name in CHANGES:
            self.change(name, raw)
        elif name == BEGIN:
            texts = self._texts()
            self._unseen = texts, len(texts)
        elif name == END:
            self._hide_unseen()

    def _hide_unseen(self) -> None:
        """Put text apart that nobody sees; what goes in part with a change that is taken out stays where it is."""
        (texts, start), self._unseen = self._unseen or ([], 0), None
        if self.paragraph and texts is self.paragraph.texts and not self._taken:
            text = "".join(texts[start:])
            self.paragraph.cut(start)
            self.put_lines(SideKind.HIDDEN, text)

    # --- Tracked changes -------------------------------------------------------------------------------------------------------

    def change(self, name: bytes, raw: bytes) -> None:
        """Begin or end the text of a tracked change: it is taken out, or stays and is listed."""
        self.reading.tracked = True
        kind, begins = CHANGES[name]
        if kind == self.reading.taken_out:
            self._begin_taken(raw) if begins else self._end_taken(raw)
        elif not begins:
            self._end_kept(attribute(raw, "Id"), kind)
        elif len(self._kept) < _MOST_KEPT:
            start = len(self.paragraph.texts) if self.paragraph else 0
            self._kept.append(_Kept(attribute(raw, "Id"), kind, attribute(raw, "TcId"), self.paragraph, start, []))
        self.changing = bool(self._taken or self._kept)

    def _begin_taken(self, raw: bytes) -> None:
        if self._taken is None:
            self._taken = _Taken(attribute(raw, "TcId"), self.here, [])

    def _end_taken(self, raw: bytes) -> None:
        """End text that is taken out; with it the end of the paragraph may be."""
        kind, taken = self.reading.taken_out, self._taken
        if taken is None or kind is None:
            return
        self._taken = None
        if self.paragraph and attribute(raw, "paraend") == "1":
            self.paragraph.joined = True
        text = self.reading.clean("".join(taken.texts))
        locator = self.root.next_object(kind.value)
        self.reading.put_lines(kind, locator, text, taken.anchor, self.reading.header.change(taken.change))

    def _end_kept(self, number: str, kind: SideKind) -> None:
        """List the change that ends: what it covers in the paragraphs that have ended since, and in the open one."""
        for index in range(len(self._kept) - 1, -1, -1):
            kept = self._kept[index]
            if kept.number == number and kept.kind == kind:
                del self._kept[index]
                if self.paragraph:
                    kept.take(self.paragraph)
                text = self.reading.clean("\n".join(filter(None, kept.texts)))
                place = kept.paragraph.locator if kept.paragraph else self.flow.locator
                self.reading.add_revision(kind, text, place, self.reading.header.change(kept.change))
                return
