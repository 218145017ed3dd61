"""Section XML to blocks: a machine over the tokens of `markup`, with an explicit stack of open elements."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from hwpextract.characters import compose
from hwpextract.document import Block, Link, Locator, SideKind, SideText
from hwpextract.readers.flow import Flow
from hwpextract.readers.hwpx.frames import (
    FRAMES,
    CellFrame,
    ComboFrame,
    EquationFrame,
    FieldFrame,
    Frame,
    ListFrame,
    MemoFrame,
    NoteFrame,
    ObjectFrame,
    PictureFrame,
    TableFrame,
)
from hwpextract.readers.hwpx.markup import Token, attributes, plain, split_inline, text_of
from hwpextract.readers.hwpx.objects import Place, auto_number, cell_places, metatag

if TYPE_CHECKING:
    from hwpextract.readers.hwpx.reading import Reading

F = TypeVar("F", bound=Frame)

_INLINE: Final = {
    b"tab": "\t",
    b"lineBreak": "\n",
    b"nbSpace": "\u00a0",
    b"fwSpace": " ",
    b"hypen": "-",
    b"hyphen": "-",
}
# Vocabularies whose `case` is read; the `default` beside it is for programs that do not know them.
_KNOWN: Final = ("HwpUnitChar", "/paragraph", "/metatag", "/ooxmlchart")
_NOTES: Final = ("FOOTNOTE", "ENDNOTE")
_CHECK_EVERY: Final = 8192


class _Paragraph:
    """A paragraph that is still open."""

    __slots__ = ("after", "before", "joined", "links", "locator", "parts", "raw")

    def __init__(self, locator: Locator, raw: bytes) -> None:
        self.locator = locator
        self.raw = raw
        self.parts: list[str] = []
        self.before: list[Block] = []
        self.after: list[Block] = []
        self.links: list[Link] = []
        self.joined = False
        """Its end is deleted (tracked changes), so the next paragraph goes on in it."""


class _Field:
    """A field whose end has not come yet; `start` is the part of the paragraph where its text begins."""

    __slots__ = ("number", "start", "target")

    def __init__(self, number: str, target: str | None, start: int) -> None:
        self.number = number
        self.target = target
        self.start = start


class Body:
    """One part (a section, a master page) while it is read; `damaged` says afterwards whether tags did not match."""

    def __init__(self, tokens: list[Token], locator: Locator, reading: Reading, side: SideKind | None = None) -> None:
        self.reading = reading
        self.side = side
        self.root = self.flow = Flow(locator)
        self.paragraph: _Paragraph | None = None
        self.damaged = False
        self._parts: list[str] = []
        self._tokens = iter(tokens)
        self._places = iter(cell_places(tokens))
        self._frames: list[tuple[bytes, Frame]] = []
        self._lists: list[tuple[Flow, _Paragraph | None, list[_Field]]] = []
        self._fields: list[_Field] = []
        self._deletion: tuple[str, Locator | None, list[str]] | None = None
        self._number: dict[str, str] | None = None
        self._case_read = False
        self._openers = self._opening()
        self._closers = self._closing()

    def read(self) -> list[Block]:
        """Blocks of the body; side texts go to the reading."""
        openers, closers = self._openers, self._closers
        budget = self.reading.budget
        for count, (content, name, raw, end) in enumerate(self._tokens):
            if name:
                openers[name](raw)
            elif end:
                closers[end]()
            elif content:
                self._text(content)
            if not count % _CHECK_EVERY:
                budget.tick()
        self.damaged |= bool(self._frames)
        while self._frames:
            self._frames.pop()[1].close()
        self._end_deletion(b"")
        self._finish_paragraph()
        return self.flow.blocks

    # --- What frames ask for ---------------------------------------------------------------------------------------------------

    def owner(self, kind: type[F]) -> F | None:
        """The innermost open element, if it is of this kind."""
        top = self._frames[-1][1] if self._frames else None
        return top if isinstance(top, kind) else None

    def next_place(self) -> Place | None:
        """Place of the cell that opens now."""
        return next(self._places, None)

    def begin_list(self, locator: Locator) -> None:
        """Begin a list of paragraphs inside the open one."""
        self._lists.append((self.flow, self.paragraph, self._fields))
        self.reading.budget.descend(len(self._lists))
        self.flow = Flow(locator)
        self.paragraph = None
        self._fields = []

    def end_list(self) -> tuple[Block, ...]:
        """End the innermost list and go on in the paragraph around it."""
        self._finish_paragraph()
        blocks = tuple(self.flow.blocks)
        self.flow, self.paragraph, self._fields = self._lists.pop()
        self._aim()
        return blocks

    def anchor(self, block: Block) -> None:
        """Put an object before the open paragraph when that has no visible text yet, else behind it."""
        if self._deletion:
            return
        if self.paragraph is None:
            self.flow.blocks.append(block)
        elif any(part and not part.isspace() for part in self.paragraph.parts):
            self.paragraph.after.append(block)
        else:
            self.paragraph.before.append(block)

    def write(self, text: str) -> None:
        """Add text to the open paragraph."""
        if self.paragraph is None:
            self._open_paragraph(b"")
        self._parts.append(text)

    def begin_field(self, number: str, target: str | None) -> None:
        """Begin the text of a field."""
        start = len(self.paragraph.parts) if self.paragraph else 0
        self._fields.append(_Field(number, target, start))

    # --- Paragraphs ------------------------------------------------------------------------------------------------------------

    def _open_paragraph(self, raw: bytes) -> None:
        locator = self.flow.next_paragraph()
        if self.paragraph is None or not self.paragraph.joined:
            self._finish_paragraph()
            self.paragraph = _Paragraph(locator, raw)
        else:
            self.paragraph.joined = False
        self._aim()
        if raw.endswith(b"/"):
            self._end_paragraph()

    def _aim(self) -> None:
        """Let text go where it belongs: into a deletion, or the open paragraph."""
        if self._deletion:
            self._parts = self._deletion[2]
        elif self.paragraph:
            self._parts = self.paragraph.parts

    def _end_paragraph(self) -> None:
        if self._deletion and self.paragraph:
            self._deletion[2].append("\n")
            self.paragraph.joined = True
        elif self.paragraph and not self.paragraph.joined:
            self._finish_paragraph()

    def _finish_paragraph(self) -> None:
        open_one = self.paragraph
        if open_one is None:
            return
        self.paragraph = None
        for field in self._fields:
            self._link(open_one, field)
            field.start = 0
        text = "".join(open_one.parts)
        if not text.isprintable():
            text = self.reading.clean(text)
        style, level = self.reading.form_of(open_one.raw) if text else (None, None)
        links = tuple(open_one.links)
        if self.flow.add(
            text, open_one.locator, open_one.before, open_one.after, level=level, style=style, links=links
        ):
            self.reading.count_characters(len(text), self.side)

    def _text(self, content: bytes) -> None:
        if self.paragraph is None:
            self._open_paragraph(b"")
        if b"<" not in content:
            self._parts.append(plain(content))
            return
        pieces = split_inline(content)
        self._parts.append(plain(pieces[0]))
        for slash, name, raw, text in zip(pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True):
            if not slash:
                self._inline(name, raw)
            self._parts.append(plain(text))

    def _inline(self, name: bytes, raw: bytes) -> None:
        if name in _INLINE:
            self._parts.append(_INLINE[name])
        elif name == b"deleteBegin":
            self._begin_deletion(raw)
        elif name == b"deleteEnd":
            self._end_deletion(raw)

    # --- Elements --------------------------------------------------------------------------------------------------------------

    def _opening(self) -> dict[bytes, Callable[[bytes], None]]:
        """What each opening tag does."""
        nothing: Callable[[bytes], None] = lambda raw: None  # noqa: E731
        return {
            **{name: partial(self._open, name, kind) for name, kind in FRAMES.items()},
            b"p": self._open_paragraph,
            b"t": nothing,
            b"cellAddr": nothing,
            b"cellSpan": nothing,
            b"subList": self._list,
            b"tr": self._row,
            b"img": self._image,
            b"shapeComment": self._comment,
            b"fieldBegin": self._field,
            b"fieldEnd": self._end_field,
            b"stringParam": self._parameter,
            b"autoNum": self._auto_number,
            b"autoNumFormat": self._number_format,
            b"script": self._script,
            b"compose": lambda raw: self.write(compose(attributes(raw).get("composeText", ""))),
            b"dutmal": nothing,
            b"mainText": lambda raw: self.write(text_of(raw)),
            b"subText": self._ruby,
            b"checkBtn": self._caption,
            b"radioBtn": self._caption,
            b"btn": self._caption,
            b"listItem": self._list_item,
            b"edit": nothing,
            b"text": lambda raw: self.write(text_of(raw)),
            b"switch": self._switch,
            b"case": self._case,
            b"default": self._default,
            b"deleteBegin": self._begin_deletion,
            b"deleteEnd": self._end_deletion,
            b"masterPage": self._master_page,
        }

    def _closing(self) -> dict[bytes, Callable[[], None]]:
        """What each closing tag does."""
        nothing: Callable[[], None] = lambda: None  # noqa: E731
        return {
            **{name: partial(self._close, name) for name in FRAMES},
            b"p": self._end_paragraph,
            b"subList": self._end_anonymous,
            b"fieldBegin": partial(self._close, b"fieldBegin"),
            b"autoNum": self._end_number,
            b"case": nothing,
            b"default": nothing,
        }

    def _open(self, name: bytes, kind: type[Frame], raw: bytes) -> None:
        self._frames.append((name, kind(self, attributes(raw))))
        if raw.endswith(b"/"):
            self._close(name)

    def _close(self, name: bytes) -> None:
        """Close an element, and what was left open inside it; a closing tag without an opening one is passed over."""
        frames = self._frames
        if not frames or frames[-1][0] != name:
            self.damaged = True
            if all(name != other for other, _ in frames):
                return
        while frames:
            closed, frame = frames.pop()
            frame.close()
            if closed == name:
                return

    def _list(self, raw: bytes) -> None:
        """Begin a list that belongs to no element we know as a text box; the others have begun theirs already."""
        if self.paragraph:
            self._open(b"subList", ListFrame, raw)
        elif b"metatag" in raw and (frame := self.owner(CellFrame)):
            frame.tag = metatag(attributes(raw).get("metatag", ""))

    def _end_anonymous(self) -> None:
        if self._frames and self._frames[-1][0] == b"subList":
            self._close(b"subList")

    def _row(self, raw: bytes) -> None:
        if table := self.owner(TableFrame):
            table.next_row()

    def _image(self, raw: bytes) -> None:
        if (picture := self.owner(PictureFrame)) and not picture.item:
            picture.item = attributes(raw).get("binaryItemIDRef", "")

    def _comment(self, raw: bytes) -> None:
        if thing := self.owner(ObjectFrame):
            thing.comment = text_of(raw)

    def _script(self, raw: bytes) -> None:
        if self.owner(EquationFrame):
            self.write(text_of(raw).strip())

    def _ruby(self, raw: bytes) -> None:
        self.write(f"({text})" if (text := text_of(raw)) else "")

    def _caption(self, raw: bytes) -> None:
        self.write(attributes(raw).get("caption", ""))

    def _list_item(self, raw: bytes) -> None:
        combo = self.owner(ComboFrame)
        attrs = attributes(raw)
        if combo and attrs.get("value") == combo.attrs.get("selectedValue"):
            combo.shown = attrs.get("displayText") or combo.shown

    # --- Fields, numbers -------------------------------------------------------------------------------------------------------

    def _field(self, raw: bytes) -> None:
        self._open(b"fieldBegin", MemoFrame if attributes(raw).get("type") == "MEMO" else FieldFrame, raw)

    def _parameter(self, raw: bytes) -> None:
        tag, _, value = raw.partition(b">")
        field = self.owner(FieldFrame) or self.owner(MemoFrame)
        if field:
            field.params[attributes(tag).get("name", "")] = plain(value)

    def _end_field(self, raw: bytes) -> None:
        number = attributes(raw).get("beginIDRef")
        for index in range(len(self._fields) - 1, -1, -1):
            if self._fields[index].number == number:
                field = self._fields.pop(index)
                if self.paragraph:
                    self._link(self.paragraph, field)
                return

    def _link(self, open_one: _Paragraph, field: _Field) -> None:
        text = self.reading.clean("".join(open_one.parts[field.start :])).strip() if field.target else ""
        if text:
            open_one.links.append(Link.model_construct(text=text, target=field.target))

    def _auto_number(self, raw: bytes) -> None:
        self._number = attributes(raw)
        if raw.endswith(b"/"):
            self._end_number()

    def _number_format(self, raw: bytes) -> None:
        # The format also describes notes as such, inside secPr; there is no number to print then.
        if self._number is not None:
            self._print_number(self._number, attributes(raw))

    def _end_number(self) -> None:
        if self._number is not None:
            self._print_number(self._number, {})

    def _print_number(self, attrs: dict[str, str], form: dict[str, str]) -> None:
        """Print an automatic number; the one that begins a note is its label, not its text."""
        self._number = None
        printed = auto_number(attrs, form)
        note = self.owner(NoteFrame)
        if note and note.label is None and attrs.get("numType") in _NOTES:
            note.label = printed
        else:
            self.write(printed)

    # --- Alternatives and tracked changes --------------------------------------------------------------------------------------

    def _switch(self, raw: bytes) -> None:
        self._case_read = False

    def _case(self, raw: bytes) -> None:
        self._case_read = attributes(raw).get("required-namespace", "").endswith(_KNOWN)
        if not self._case_read:
            self._skip(b"case")

    def _default(self, raw: bytes) -> None:
        if self._case_read and not raw.endswith(b"/"):
            self._skip(b"default")
        self._case_read = False

    def _skip(self, name: bytes) -> None:
        """Pass over the rest of an element."""
        depth = 1
        for _, opened, raw, end in self._tokens:
            if opened == b"tc":
                self.next_place()
            depth += (opened == name and not raw.endswith(b"/")) - (end == name)
            if not depth:
                return
        self.damaged = True

    def _begin_deletion(self, raw: bytes) -> None:
        if self._deletion is None:
            anchor = self.paragraph.locator if self.paragraph else None
            self._deletion = (attributes(raw).get("TcId", ""), anchor, [])
            self._aim()

    def _end_deletion(self, raw: bytes) -> None:
        if self._deletion is None:
            return
        number, anchor, parts = self._deletion
        self._deletion = None
        self._aim()
        if self.paragraph and attributes(raw).get("paraend") == "1":
            self.paragraph.joined = True
        self._put_deleted(number, anchor, "".join(parts))

    def _put_deleted(self, number: str, anchor: Locator | None, text: str) -> None:
        locator = self.root.next_object(SideKind.DELETED.value)
        flow = Flow(locator)
        for line in self.reading.clean(text).split("\n"):
            if flow.add(line, flow.next_paragraph()):
                self.reading.count_characters(len(line), SideKind.DELETED)
        author, created = self.reading.header.change(number)
        side = SideText.model_construct(
            kind=SideKind.DELETED,
            locator=locator,
            blocks=tuple(flow.blocks),
            anchor=anchor,
            author=author,
            created=created,
        )
        if flow.blocks:
            self.reading.put_apart(side, self.side)

    def _master_page(self, raw: bytes) -> None:
        item = attributes(raw).get("idRef")
        tokens = self.reading.master_page(item) if item and self.side is None else None
        if tokens is None:
            return
        locator = self.root.next_object(SideKind.MASTER_PAGE.value)
        blocks = Body(tokens, locator, self.reading, SideKind.MASTER_PAGE).read()
        if blocks:
            side = SideText.model_construct(kind=SideKind.MASTER_PAGE, locator=locator, blocks=tuple(blocks))
            self.reading.put_apart(side, None)
