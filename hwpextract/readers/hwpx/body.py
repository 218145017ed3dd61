"""Section XML to blocks: a machine over the tokens of `markup`, with an explicit stack of open elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from hwpextract.characters import compose
from hwpextract.document import Block, SideKind, SideText
from hwpextract.node import build
from hwpextract.readers.flow import Flow
from hwpextract.readers.forms import Button, printed_button
from hwpextract.readers.frames import (
    BoxFrame,
    CaptionFrame,
    Elements,
    Frame,
    GroupFrame,
    ObjectFrame,
    PictureFrame,
    ShapeFrame,
    SideFrame,
)
from hwpextract.readers.hwpx.frames import (
    ArtFrame,
    ChartFrame,
    ComboFrame,
    EquationFrame,
    FieldFrame,
    IndexFrame,
    MemoFrame,
    NoteFrame,
    OleFrame,
    VideoFrame,
)
from hwpextract.readers.hwpx.markup import Token, attribute, attributes, plain_texts, text_behind
from hwpextract.readers.hwpx.objects import auto_number, number
from hwpextract.readers.hwpx.story import CHANGES, PartStory
from hwpextract.readers.hwpx.tables import CellFrame, Place, TableFrame, cell_places

if TYPE_CHECKING:
    from hwpextract.readers.hwpx.reading import Reading

_SHAPES: Final = b"rect ellipse polygon curve arc line connectLine unknownObject".split()
_FRAMES: Final[dict[bytes, Callable[[Body, bytes], Frame]]] = {
    **dict.fromkeys(_SHAPES, ShapeFrame),
    b"tbl": TableFrame,
    b"tc": CellFrame,
    b"drawText": BoxFrame,
    b"caption": CaptionFrame,
    b"textart": ArtFrame,
    b"container": GroupFrame,
    b"equation": EquationFrame,
    b"ole": OleFrame,
    b"chart": ChartFrame,
    b"video": VideoFrame,
    b"pic": PictureFrame,
    b"header": partial(SideFrame, kind=SideKind.HEADER),
    b"footer": partial(SideFrame, kind=SideKind.FOOTER),
    b"footNote": partial(NoteFrame, kind=SideKind.FOOTNOTE),
    b"endNote": partial(NoteFrame, kind=SideKind.ENDNOTE),
    b"hiddenComment": partial(SideFrame, kind=SideKind.HIDDEN_COMMENT),
    b"comboBox": ComboFrame,
    b"indexmark": IndexFrame,
}
_BUTTONS: Final = {b"btn": Button.PUSH, b"checkBtn": Button.CHECK, b"radioBtn": Button.RADIO}
# Vocabularies whose `case` is read; the `default` beside it is for programs that do not know them.
_KNOWN: Final = ("HwpUnitChar", "/paragraph", "/metatag", "/ooxmlchart")
_NOTES: Final = ("FOOTNOTE", "ENDNOTE")
_CHECK_EVERY: Final = 4096


class Body(Elements):
    """One part (a section, a master page) while it is read; `damaged` says afterwards whether tags did not match."""

    reading: Reading
    story: PartStory

    def __init__(self, tokens: list[Token], flow: Flow, reading: Reading) -> None:
        self.reading = reading
        self.story = PartStory(flow, reading)
        self.opened: list[tuple[bytes, Frame]] = []
        self.damaged = False
        self._count = len(tokens)
        self._tokens = iter(tokens)
        self._places = iter(cell_places(tokens))
        self._texts_of_plain = iter(plain_texts(tokens))
        self.table: TableFrame | None = None
        """The innermost open element, if it is a table."""
        self._number: dict[str, str] | None = None
        self._case_read = False

    def read(self) -> list[Block]:
        """Blocks of the part; side texts go to the reading."""
        for _ in range(0, self._count, _CHECK_EVERY):
            self.reading.budget.tick()
            self._read(islice(self._tokens, _CHECK_EVERY))
        self.damaged |= bool(self.opened)
        while self.opened:
            self.opened.pop()[1].close()
        return self.story.finish()

    def _read(self, tokens: Iterable[Token]) -> None:
        story = self.story
        for row, cell, paragraph, _, _, plain, ends, content, name, raw, end, place in tokens:
            if paragraph:
                if cell and ends and self.table and not story.changing:
                    self._plain_cell(self.table, row, cell, paragraph, ends)
                elif cell or ends:
                    self._part_of_cell(row, cell, paragraph, plain, ends)
                elif plain:
                    story.plain_paragraph(paragraph, next(self._texts_of_plain))
                else:
                    story.open_paragraph(paragraph)
            elif name:
                _OPENERS[name](self, name, raw)
            elif end:
                _CLOSERS[end](self, end)
                if place:
                    self._close(b"tc")
            elif content:
                story.content(content)

    def _plain_cell(self, table: TableFrame, row: bytes, cell: bytes, attrs: bytes, ends: bytes) -> None:
        """Add a cell that holds one paragraph, and that nothing but text; a row may begin with it."""
        heading, style = self.reading.forms.get(attrs) or self.reading.read_form(attrs)
        if heading:
            self._part_of_cell(row, cell, attrs, b"p", ends)
            return
        if row:
            table.next_row()
        text = next(self._texts_of_plain)
        table.add_plain(next(self._places), text if text.isprintable() else self.reading.clean(text), style, cell)

    def _part_of_cell(self, row: bytes, cell: bytes, attrs: bytes, plain: bytes, ends: bytes) -> None:
        """Begin a cell, with which a row may begin, and its first paragraph, or end it with its last one, or both."""
        if row:
            self._row(row)
        if cell:
            self._open(b"tc", cell)
        if plain:
            self.story.plain_paragraph(attrs, next(self._texts_of_plain))
        else:
            self.story.open_paragraph(attrs)
        if ends:
            self._close(b"tc")

    # --- Frames ----------------------------------------------------------------------------------------------------------------

    def next_place(self) -> Place:
        """Place of the cell that opens now."""
        return next(self._places)

    def _open(self, name: bytes, raw: bytes, kind: Callable[[Body, bytes], Frame] | None = None) -> None:
        # An element that holds paragraphs stands in one that does not, so there are two frames for each list.
        self.reading.budget.descend(len(self.opened) // 2)
        frame = (kind or _FRAMES[name])(self, raw)
        self.opened.append((name, frame))
        self.table = frame if isinstance(frame, TableFrame) else None
        # A bare `>` inside an attribute makes the rest of the tag look like text behind it.
        if raw.endswith((b"/", b"/>")):
            self._close(name)

    def _close(self, name: bytes) -> None:
        """Close an element, and what was left open inside it; a closing tag without an opening one is passed over."""
        opened = self.opened
        if not opened or opened[-1][0] != name:
            self.damaged = True
            if all(name != other for other, _ in opened):
                return
        closed = None
        while opened and closed != name:
            closed, frame = opened.pop()
            frame.close()
        self.table = self.owner(TableFrame)

    # --- Elements --------------------------------------------------------------------------------------------------------------

    def _nothing(self, name: bytes, raw: bytes = b"") -> None:
        """Pass over an element that only `cell_places` looks at."""

    def _paragraph(self, name: bytes, raw: bytes) -> None:
        self.story.open_paragraph(raw)
        if raw.endswith(b"/"):
            self.story.close_paragraph()

    def _end_paragraph(self, name: bytes) -> None:
        self.story.close_paragraph()

    def _list(self, name: bytes, raw: bytes) -> None:
        """Begin a list that belongs to no element we know as a text box; the others have begun theirs already."""
        if self.story.paragraph:
            self._open(name, raw, BoxFrame)
        elif b"metatag" in raw and (frame := self.owner(CellFrame)) and b"metatag" not in frame.attributes:
            frame.attributes += raw

    def _end_list(self, name: bytes) -> None:
        if self.opened and self.opened[-1][0] == name:
            self._close(name)

    def _row(self, name: bytes, raw: bytes = b"") -> None:
        if self.table:
            self.table.next_row()

    def _image(self, name: bytes, raw: bytes) -> None:
        if (picture := self.owner(PictureFrame)) and not picture.item:
            picture.item = attribute(raw, "binaryItemIDRef")

    def _comment(self, name: bytes, raw: bytes) -> None:
        if thing := self.owner(ObjectFrame):
            thing.comment = text_behind(raw)

    def _script(self, name: bytes, raw: bytes) -> None:
        if self.owner(EquationFrame):
            self.story.write_equation(text_behind(raw))

    def _composed(self, name: bytes, raw: bytes) -> None:
        self.story.write(compose(attribute(raw, "composeText")))

    def _own_text(self, name: bytes, raw: bytes) -> None:
        self.story.write(text_behind(raw))

    def _ruby(self, name: bytes, raw: bytes) -> None:
        """Put the small text above a word behind it, in brackets."""
        if text := text_behind(raw).strip():
            self.story.write(f"({text})")

    def _button(self, name: bytes, raw: bytes) -> None:
        chosen = attribute(raw, "value") == "CHECKED"
        self.story.write(printed_button(_BUTTONS[name], attribute(raw, "caption"), chosen=chosen))

    def _list_item(self, name: bytes, raw: bytes) -> None:
        combo = self.owner(ComboFrame)
        attrs = attributes(raw)
        if combo and attrs.get("value") == combo.chosen:
            combo.shown = attrs.get("displayText") or combo.shown

    def _section(self, name: bytes, raw: bytes) -> None:
        """Take the numbering of the outline; the paragraph that the section properties stand in itself may count."""
        self.reading.heads.outline = number(attribute(raw, "outlineShapeIDRef"))

    def _master_page(self, name: bytes, raw: bytes) -> None:
        """Read the master page that a section refers to."""
        self.story.settle_head()
        item = attribute(raw, "idRef")
        tokens = self.reading.master_page(item) if item else None
        if tokens is None:
            return
        locator = self.story.root.next_object(SideKind.MASTER_PAGE.value)
        blocks = tuple(Body(tokens, Flow(locator), self.reading).read())
        if blocks:
            anchor = self.story.here
            self.reading.put_apart(
                build(SideText, kind=SideKind.MASTER_PAGE, locator=locator, blocks=blocks, anchor=anchor)
            )

    # --- Fields, numbers -------------------------------------------------------------------------------------------------------

    def _field(self, name: bytes, raw: bytes) -> None:
        self._open(name, raw, MemoFrame if attribute(raw, "type") == "MEMO" else FieldFrame)

    def _parameter(self, name: bytes, raw: bytes) -> None:
        field = self.owner(FieldFrame) or self.owner(MemoFrame)
        if field:
            field.params[attribute(raw, "name")] = text_behind(raw)

    def _end_field(self, name: bytes, raw: bytes) -> None:
        self.story.end_field(attribute(raw, "beginIDRef"))

    def _index_key(self, name: bytes, raw: bytes) -> None:
        if mark := self.owner(IndexFrame):
            mark.keys.append(text_behind(raw))

    def _auto_number(self, name: bytes, raw: bytes) -> None:
        self._number = attributes(raw)
        if raw.endswith(b"/"):
            self._end_number(name)

    def _number_format(self, name: bytes, raw: bytes) -> None:
        # The format also describes notes as such, inside secPr; there is no number to print then.
        if self._number is not None:
            self._print_number(self._number, attributes(raw))

    def _end_number(self, name: bytes) -> None:
        if self._number is not None:
            self._print_number(self._number, {})

    def _print_number(self, attrs: dict[str, str], form: dict[str, str]) -> None:
        """Print an automatic number; the one that begins a note is its label, not its text."""
        self._number = None
        self.story.number(auto_number(attrs, form), of_note=attrs.get("numType") in _NOTES)

    # --- Alternatives, tracked changes -----------------------------------------------------------------------------------------

    def _switch(self, name: bytes, raw: bytes) -> None:
        self._case_read = False

    def _case(self, name: bytes, raw: bytes) -> None:
        self._case_read = attribute(raw, "required-namespace").endswith(_KNOWN)
        if not self._case_read:
            self._skip(name)

    def _default(self, name: bytes, raw: bytes) -> None:
        if self._case_read and not raw.endswith(b"/"):
            self._skip(name)
        self._case_read = False

    def _skip(self, name: bytes) -> None:
        """Pass over the rest of an element."""
        depth = 1
        for _, cell, _, _, _, plain, _, _, opened, raw, end, _ in self._tokens:
            if cell or opened == b"tc":
                self.next_place()
            if plain:
                next(self._texts_of_plain)
            depth += (opened == name and not raw.endswith(b"/")) - (end == name)
            if not depth:
                return
        self.damaged = True

    def _change(self, name: bytes, raw: bytes) -> None:
        self.story.change(name, raw)


_OPENERS: Final[dict[bytes, Callable[[Body, bytes, bytes], None]]] = {
    **dict.fromkeys(_FRAMES, Body._open),
    b"p": Body._paragraph,
    b"subList": Body._list,
    b"tr": Body._row,
    b"cellAddr": Body._nothing,
    b"cellSpan": Body._nothing,
    b"img": Body._image,
    b"shapeComment": Body._comment,
    b"script": Body._script,
    b"compose": Body._composed,
    b"mainText": Body._own_text,
    b"subText": Body._ruby,
    b"text": Body._own_text,
    **dict.fromkeys(_BUTTONS, Body._button),
    b"listItem": Body._list_item,
    b"secPr": Body._section,
    b"masterPage": Body._master_page,
    b"fieldBegin": Body._field,
    b"fieldEnd": Body._end_field,
    b"stringParam": Body._parameter,
    b"firstKey": Body._index_key,
    b"secondKey": Body._index_key,
    b"autoNum": Body._auto_number,
    b"autoNumFormat": Body._number_format,
    b"switch": Body._switch,
    b"case": Body._case,
    b"default": Body._default,
    **dict.fromkeys(CHANGES, Body._change),
}
_CLOSERS: Final[dict[bytes, Callable[[Body, bytes], None]]] = {
    **dict.fromkeys((*_FRAMES, b"fieldBegin"), Body._close),
    b"p": Body._end_paragraph,
    b"subList": Body._end_list,
    b"autoNum": Body._end_number,
    b"case": Body._nothing,
    b"default": Body._nothing,
}
