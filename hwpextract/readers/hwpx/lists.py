"""Lists of paragraphs while they are read: the innermost one, the paragraph open in it, and where its text goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hwpextract.document import Block, Link, SideKind
from hwpextract.node import Locator, build
from hwpextract.readers.flow import Flow
from hwpextract.readers.guides import is_guide
from hwpextract.readers.hwpx.markup import attribute, plain, split_inline
from hwpextract.readers.hwpx.unseen import BEGIN, END
from hwpextract.readers.signatures import UNSIGNED, Signature

if TYPE_CHECKING:
    from hwpextract.readers.heads import Heading
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
# Fields that may wait for their end in one list; of those that never get one the oldest are forgotten.
_OPEN_FIELDS: Final = 64


class _Paragraph:
    """A paragraph that is still open."""

    __slots__ = (
        "_blank",
        "after",
        "before",
        "counted",
        "head",
        "heading",
        "joined",
        "links",
        "locator",
        "style",
        "texts",
    )

    def __init__(self, locator: Locator, heading: Heading | None, style: str | None) -> None:
        self.locator = locator
        self.heading = heading
        self.style = style
        self.counted = False
        self.head: str | None = None
        self.texts: list[str] = []
        self.before: list[Block] = []
        self.after: list[Block] = []
        self.links: list[Link] = []
        self._blank = 0
        self.joined = False
        """Its end is deleted (tracked changes), so the next paragraph goes on in it."""

    def is_visible(self) -> bool:
        """Tell whether a visible character has come; texts known to be blank are not looked at again."""
        texts = self.texts
        while self._blank < len(texts):
            if texts[self._blank] and not texts[self._blank].isspace():
                return True
            self._blank += 1
        return False


class _Field:
    """A field whose end has not come yet; its text begins behind so many texts of the paragraph."""

    __slots__ = ("guide", "number", "start", "target")

    def __init__(self, number: str, target: str | None, guide: str | None, start: int) -> None:
        self.number = number
        self.target = target
        self.guide = guide
        self.start = start


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
    paragraph: _Paragraph | None
    start: int
    texts: list[str]

    def start_in(self, paragraph: _Paragraph) -> int:
        """From which text of a paragraph on the change covers it."""
        return self.start if paragraph is self.paragraph else 0


class Lists:
    """Paragraph lists of one part, innermost last; `characters` and `images` count what went into blocks."""

    def __init__(self, locator: Locator, reading: Reading) -> None:
        self.reading = reading
        self.root = self.flow = Flow(locator)
        self.paragraph: _Paragraph | None = None
        self.characters = 0
        self.records = 0
        self.blank = 0
        self.plain_texts: list[str] = []
        """Texts that were added as they stand, whose characters are counted at the end."""
        self.cells = 0
        self.images = 0
        self.taken: _Taken | None = None
        self.changing = False
        """Whether a tracked change is open."""
        self._kept: list[_Kept] = []
        self._texts: list[str] = []
        self._unseen: tuple[list[str], int] | None = None
        self._fields: list[_Field] = []
        self._outer: list[tuple[Flow, _Paragraph | None, list[_Field]]] = []

    def begin_list(self, locator: Locator) -> None:
        """Begin a list of paragraphs inside the open one."""
        self.settle_head()
        self._outer.append((self.flow, self.paragraph, self._fields))
        self.reading.budget.descend(len(self._outer))
        self.flow = Flow(locator)
        self.paragraph = None
        self._fields = []

    def end_list(self) -> tuple[Block, ...]:
        """End the innermost list and go on in the paragraph around it."""
        self.finish_paragraph()
        blocks = tuple(self.flow.blocks)
        self.count_flow()
        self.flow, self.paragraph, self._fields = self._outer.pop()
        self._aim()
        return blocks

    def count_flow(self) -> None:
        """Count the paragraphs of the innermost list, which has ended."""
        self.records += self.flow.paragraphs
        self.blank += self.flow.blank

    # --- Paragraphs ------------------------------------------------------------------------------------------------------------

    def plain_paragraph(self, attrs: bytes, text: str) -> None:
        """Add a paragraph that is nothing but text to the innermost list."""
        heading, style = self.reading.forms.get(attrs) or self.reading.read_form(attrs)
        if self.paragraph or self._fields or self.changing or heading:
            self.open_paragraph(attrs)
            self.write(text)
            self.end_paragraph()
        else:
            shown = text if text.isprintable() else self.reading.clean(text)
            if self.flow.add_plain(shown, style):
                self.plain_texts.append(shown)

    def open_paragraph(self, attrs: bytes) -> None:
        """Begin a paragraph, or go on in the one before when the break between them is deleted."""
        locator = self.flow.next_paragraph()
        if self.paragraph and self.paragraph.joined:
            self.paragraph.joined = False
            self.reading.dropped["records"]["joined"] += 1
        else:
            if self.paragraph:
                self.finish_paragraph()
            self.paragraph = _Paragraph(locator, *(self.reading.forms.get(attrs) or self.reading.read_form(attrs)))
        self._aim()

    def end_paragraph(self, _name: bytes = b"p") -> None:
        """End the open paragraph, unless its end is deleted."""
        if self.paragraph and self.taken:
            self.taken.texts.append("\n")
            self.paragraph.joined = True
        elif self.paragraph and not self.paragraph.joined:
            self.finish_paragraph()

    def finish_paragraph(self) -> None:
        """Put the open paragraph, if there is one, into its list."""
        done = self.paragraph
        if done is None:
            return
        if done.heading:
            self.settle_head()
        self.paragraph = None
        for field in self._fields:
            self._link(done, field)
            field.start = 0
        for kept in self._kept:
            kept.texts.append("".join(done.texts[kept.start_in(done) :]))
        text = self.reading.clean("".join(done.texts)) if done.texts else ""
        self.characters += self.flow.add(
            text,
            done.locator,
            done.before,
            done.after,
            head=done.head,
            level=done.heading.outline_level if done.heading else None,
            style=done.style,
            links=tuple(done.links),
        )

    def settle_head(self) -> None:
        """Count the open paragraph, before anything inside it does; what its section says of the outline comes ahead of that."""
        paragraph = self.paragraph
        if paragraph and paragraph.heading and not paragraph.counted:
            paragraph.counted = True
            paragraph.head = self.reading.clean_head(self.reading.heads.next(paragraph.heading))

    def anchor(self, block: Block) -> None:
        """Put an object before the open paragraph when that has no visible text yet, else behind it.

        The text of an object inside a change that is taken out has become part of that, so nothing is left to put.
        """
        if self.taken:
            self._drop(block)
        elif self.paragraph is None:
            self.flow.blocks.append(block)
        elif self.paragraph.is_visible():
            self.paragraph.after.append(block)
        else:
            self.paragraph.before.append(block)

    def _drop(self, block: Block) -> None:
        self.reading.leave_out((block,), str(self.reading.taken_out))

    # --- Text ------------------------------------------------------------------------------------------------------------------

    def write(self, text: str) -> None:
        """Add text where it belongs; text outside of paragraphs gets one of its own."""
        if self.paragraph is None:
            self.open_paragraph(b"")
        self._texts.append(text)

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
            self._texts.append(plain(text, "surrogateescape"))

    def _inline(self, name: bytes, raw: bytes) -> None:
        if name in _INLINE:
            self._texts.append(_INLINE[name])
        elif name in CHANGES:
            self.change(name, raw)
        elif name == BEGIN:
            self._unseen = self._texts, len(self._texts)
        elif name == END:
            self._hide_unseen()

    def _hide_unseen(self) -> None:
        """Put text apart that nobody sees; what goes in part with a change that is taken out stays where it is."""
        (texts, start), self._unseen = self._unseen or ([], 0), None
        if self.paragraph and texts is self.paragraph.texts is self._texts:
            text = self.reading.clean("".join(texts[start:]))
            del texts[start:]
            self.put_lines(SideKind.HIDDEN, text, self.paragraph.locator)

    def _aim(self) -> None:
        """Let text go into the paragraph that is open, or where it is taken out."""
        if self.taken:
            self._texts = self.taken.texts
        elif self.paragraph:
            self._texts = self.paragraph.texts

    def put_lines(self, kind: SideKind, text: str, anchor: Locator | None, signature: Signature = UNSIGNED) -> None:
        """Put lines of text apart."""
        self.reading.put_lines(kind, self.root.next_object(kind.value), text, anchor, signature)

    # --- Fields ----------------------------------------------------------------------------------------------------------------

    def begin_field(self, number: str, target: str | None, guide: str | None = None) -> None:
        """Begin the text of a field; one with a target is a link, one with a guide has not been filled."""
        start = len(self.paragraph.texts) if self.paragraph else 0
        self._fields.append(_Field(number, target, guide, start))
        del self._fields[:-_OPEN_FIELDS]

    def end_field(self, number: str) -> None:
        """End the text of a field."""
        for index in range(len(self._fields) - 1, -1, -1):
            if self._fields[index].number == number:
                field = self._fields.pop(index)
                if self.paragraph:
                    self._link(self.paragraph, field)
                    self._hide(self.paragraph, field)
                return

    def _link(self, paragraph: _Paragraph, field: _Field) -> None:
        text = self.reading.clean("".join(paragraph.texts[field.start :])).strip() if field.target else ""
        if text:
            paragraph.links.append(build(Link, text=text, target=field.target))

    def _hide(self, paragraph: _Paragraph, field: _Field) -> None:
        """Put the text of a field apart when it only asks to be replaced."""
        text = self.reading.clean("".join(paragraph.texts[field.start :])) if field.guide else ""
        if not field.guide or not is_guide(text, field.guide):
            return
        del paragraph.texts[field.start :]
        self.put_lines(SideKind.HIDDEN, text, paragraph.locator)

    # --- Tracked changes -------------------------------------------------------------------------------------------------------

    def change(self, name: bytes, raw: bytes) -> None:
        """Begin or end the text of a tracked change: it is taken out, or stays and is listed."""
        self.reading.tracked = True
        kind, begins = CHANGES[name]
        if kind == self.reading.taken_out:
            self._begin_taken(raw) if begins else self._end_taken(raw)
        elif not begins:
            self._end_kept(attribute(raw, "Id"), kind)
        elif len(self._kept) < _OPEN_FIELDS:
            start = len(self.paragraph.texts) if self.paragraph else 0
            self._kept.append(_Kept(attribute(raw, "Id"), kind, attribute(raw, "TcId"), self.paragraph, start, []))
        self.changing = bool(self.taken or self._kept)

    def end_changes(self) -> None:
        """End the changes that the part has left open."""
        self._end_taken(b"")
        while self._kept:
            self._end_kept(self._kept[-1].number, self._kept[-1].kind)

    def _begin_taken(self, raw: bytes) -> None:
        if self.taken is None:
            anchor = self.paragraph.locator if self.paragraph else None
            self.taken = _Taken(attribute(raw, "TcId"), anchor, [])
            self._aim()

    def _end_taken(self, raw: bytes) -> None:
        """End text that is taken out; with it the end of the paragraph may be."""
        if self.taken is None or self.reading.taken_out is None:
            return
        taken, self.taken = self.taken, None
        self._aim()
        if self.paragraph and attribute(raw, "paraend") == "1":
            self.paragraph.joined = True
        text = self.reading.clean("".join(taken.texts))
        self.put_lines(self.reading.taken_out, text, taken.anchor, self.reading.header.change(taken.change))

    def _end_kept(self, number: str, kind: SideKind) -> None:
        """List the change that ends: what it covers in the paragraphs that have ended since, and in the open one."""
        for index in range(len(self._kept) - 1, -1, -1):
            kept = self._kept[index]
            if kept.number == number and kept.kind == kind:
                del self._kept[index]
                if self.paragraph:
                    kept.texts.append("".join(self.paragraph.texts[kept.start_in(self.paragraph) :]))
                text = self.reading.clean("\n".join(filter(None, kept.texts)))
                place = kept.paragraph.locator if kept.paragraph else self.flow.locator
                self.reading.add_revision(kind, text, place, self.reading.header.change(kept.change))
                return
