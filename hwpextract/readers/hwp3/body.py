"""The text of an HWP 3 document as blocks: the walk over its lists, told to a story."""

from __future__ import annotations

from collections.abc import Callable
from struct import unpack_from
from typing import Final

from hwpextract.account import warning
from hwpextract.characters import compose
from hwpextract.document import Block, Box, Image, SideKind, cell, text_of
from hwpextract.limits import Budget
from hwpextract.node import Locator, build
from hwpextract.readers.active import links, postscript, scripts
from hwpextract.readers.flow import Flow
from hwpextract.readers.gathering import Gathering
from hwpextract.readers.hwp3.blocks import Blocks
from hwpextract.readers.hwp3.container import Container
from hwpextract.readers.hwp3.grid import places
from hwpextract.readers.hwp3.hchar import decode, decode_kchar, decode_string
from hwpextract.readers.hwp3.layout import Code, Walker
from hwpextract.readers.hwp3.marks import date, outline
from hwpextract.readers.pictures import media_type
from hwpextract.readers.story import Story
from hwpextract.readers.tables import assemble

_PRINTED: Final = {Code.TAB: "\t", Code.HYPHEN: "-", Code.FIXED_BLANK: "\u00a0", Code.WIDE_BLANK: " "}

# Box: options, kind.
_OPTIONS: Final = 14
_LINKED: Final = 1 << 4
_KIND: Final = 78
_TABLE: Final = 0
_EQUATION: Final = 2
# Picture: kind, name.
_PICTURE_KIND: Final = 74
_OUTSIDE: Final = 0
_OLE: Final = 1
_DRAWING: Final = 3
_NAME: Final = slice(83, 339)
_HEAD: Final = 512
# Notes and their numbers.
_SIDE_KIND: Final = 8
_NOTE_NUMBER: Final = 8
_NOTE_KIND: Final = 10
_NOTE_NUMBERS: Final = (1, 2)
# Field: kind, place, lengths of three strings and of binary data, then these.
_FIELD: Final = 46
_BEGINS: Final = 1
_CLICK_HERE: Final = b"\x04\x00"
_UNFILLED: Final = 1
# Index mark: two keywords of this size.
_KEYWORD: Final = 120
# Cross reference: kind, then at 46 what it prints.
_USE: Final = 1
_REFERENCE: Final = 46


class Section(Walker):
    """The one section of a document."""

    def __init__(self, container: Container, blocks: Blocks, gathering: Gathering, budget: Budget) -> None:
        super().__init__(container.content, container.start, budget)
        self.story = Story(Flow("s0"), gathering, budget)
        self._gathering = gathering
        self._styles = container.styles
        self._note_sign = container.note_sign
        self._blocks = blocks
        self._links = iter(blocks.links)
        self._bases: dict[int | SideKind, int] = {}
        self._sign_follows = False
        self._outside: list[str] = []

    def read(self) -> list[Block]:
        """Blocks of the body; side texts go to the gathering."""
        self.paragraphs()
        if self.truncated:
            self._gathering.warnings.append(warning("record_truncated", section=0))
        if self.damaged_drawings:
            self._gathering.warnings.append(warning("drawing_damaged", count=self.damaged_drawings))
        names = [*self._blocks.names, *self._outside]
        self._gathering.warnings += scripts(self._blocks.macros) + postscript(names) + links(self._outside)
        return self.story.finish()

    # --- Paragraphs and text ---------------------------------------------------------------------------------------------------

    def begin_paragraph(self, style: int) -> None:
        """Begin a paragraph, in a style that the document has."""
        self.story.begin_paragraph(style=self._styles[style] if style < len(self._styles) else None)

    def end_paragraph(self) -> None:
        """End a paragraph."""
        self._sign_follows = False
        self.story.end_paragraph()

    def text(self, raw: bytes) -> None:
        """Write a run of characters; the sign behind the number of a note has become part of its label."""
        text = decode(raw)
        if self._sign_follows:
            self._sign_follows = False
            text = text.removeprefix(self._note_sign)
        self.story.write(text)

    def mark(self, code: int, content: bytes) -> None:
        """Write what a control prints."""
        self._sign_follows = False
        if code in _PRINTED:
            self.story.write(_PRINTED[Code(code)])
        elif code in _MARKS:
            _MARKS[code](self, content)

    def counted(self, code: int, content: bytes) -> None:
        """Take fields and cross references; bookmarks and the rest print nothing."""
        if code == Code.FIELD and len(content) >= _FIELD:
            self._field(content)
        elif code == Code.REFERENCE and content[:1] == bytes((_USE,)):
            self.story.write(decode_string(content[_REFERENCE:]))

    # --- Controls that print ---------------------------------------------------------------------------------------------------

    def _number(self, content: bytes) -> None:
        kind, number = unpack_from("<HH", content)
        of_note = kind in _NOTE_NUMBERS
        printed = self._shown(kind, number)
        if of_note and self.story.side and self.story.side.label is None:
            printed += self._note_sign
            self._sign_follows = bool(self._note_sign)
        self.story.number(printed, of_note=of_note)

    def _shown(self, kind: int | SideKind, number: int) -> str:
        """Number as printed: by the specification the first one is 0, in files it is 1 as well; the first one met tells."""
        return str(number + self._bases.setdefault(kind, 0 if number else 1))

    def _outline(self, content: bytes) -> None:
        found, paragraph = outline(content), self.story.paragraph
        if found is None or paragraph is None:
            return
        paragraph.level = found.level
        if paragraph.is_visible():
            self.story.write(found.head)
        else:
            paragraph.head = found.head or None

    def _date(self, content: bytes) -> None:
        self.story.write(date(content))

    def _merge(self, content: bytes) -> None:
        """Write the name of a mail merge field as Hangul shows it."""
        if name := decode_kchar(content[:20]):
            self.story.write(f"{{{{{name}}}}}")

    def _composed(self, content: bytes) -> None:
        self.story.write(compose(decode(content[:6]).replace("\0", "")))

    def _index_mark(self, content: bytes) -> None:
        """Put apart the keywords under which the index of the document names this place."""
        keys = (decode_string(content[at : at + _KEYWORD]) for at in (0, _KEYWORD))
        self.story.put_lines(SideKind.INDEX_MARK, "\n".join(keys))

    def _field(self, content: bytes) -> None:
        """Begin or end a field; one that nobody has filled holds its guide, the second of its strings."""
        key = content[:2]
        if int.from_bytes(content[6:8], "little") != _BEGINS:
            self.story.end_field(key)
            return
        name, guide, hint, _ = unpack_from("<4I", content, 30)
        start = _FIELD + name
        options = content[start + guide + hint :][:1]
        unfilled = key == _CLICK_HERE and options and options[0] & _UNFILLED
        self.story.begin_field(key, guide=decode_string(content[start : start + guide]) if unfilled else None)

    # --- Boxes and pictures ----------------------------------------------------------------------------------------------------

    def box(self, head: bytes, cells: list[bytes]) -> None:
        """Read a table, a text box, an equation or a button."""
        (kind,) = unpack_from("<H", head, _KIND)
        if kind == _TABLE:
            self._table(cells)
        elif kind == _EQUATION:
            self._equation(cells)
        else:
            self._text_box(head, cells)

    def _table(self, cells: list[bytes]) -> None:
        locator = self.story.flow.next_object("t")
        found = [cell(*place, self._list(f"{locator}/r{place.row}c{place.col}")) for place in places(cells)]
        caption = self._list(f"{locator}/caption")
        if found or caption:
            self.story.cells += len(found)
            self.story.anchor(assemble(locator, found, caption, self.budget))

    def _text_box(self, head: bytes, cells: list[bytes]) -> None:
        """Read a text box or a button, all of whose words may be a link."""
        locator = self.story.flow.next_object("b")
        (options,) = unpack_from("<H", head, _OPTIONS)
        target = next(self._links, None) if options & _LINKED else None
        blocks = tuple(block for _ in cells for block in self._list(locator, target))
        self._anchor([build(Box, locator=locator, blocks=blocks)] if blocks else [])

    def _equation(self, cells: list[bytes]) -> None:
        """Read an equation, whose script stands in the text."""
        characters = self.story.characters
        scripts = [text_of(self._list(self.story.flow.locator)) for _ in cells]
        self.story.characters = characters
        self.story.write_equation("\n".join(scripts))
        self._anchor([])

    def picture(self, head: bytes, boxes: list[range]) -> None:
        """Read a picture or a drawing; an embedded object leaves its caption alone."""
        kind = head[_PICTURE_KIND]
        if kind == _DRAWING:
            self._anchor([box for box in map(self._drawn_box, boxes) if box.blocks])
        elif kind == _OLE:
            from hwpextract.readers.embedded import Embedded

            paragraph = self.story.paragraph.locator if self.story.paragraph else self.story.flow.locator
            self._gathering.add_embedded(Embedded(), None, self.story.flow, paragraph)
            self._anchor([])
        else:
            self._anchor([self._image(kind, decode_kchar(head[_NAME]))])

    def _drawn_box(self, place: range) -> Box:
        locator = self.story.flow.next_object("b")
        self.story.begin_list(locator)
        self.list_at(place)
        return build(Box, locator=locator, blocks=self.story.end_list())

    def _image(self, kind: int, name: str) -> Image:
        self.story.images += 1
        locator = self.story.flow.next_object("i")
        content = None if kind == _OUTSIDE else self._blocks.picture(name)
        if kind == _OUTSIDE and name:
            self._outside.append(name)
        if content is None and name:
            self._gathering.warnings.append(warning("image_missing", locator, name=name))
        if content is None:
            return build(Image, locator=locator)
        return build(Image, locator=locator, name=name, media_type=media_type(content[:_HEAD]))

    def _anchor(self, objects: list[Block]) -> None:
        """Read the caption that comes now, give it to the last of the objects, and anchor them."""
        owner = objects[-1] if objects else None
        locator = owner.locator if owner else self.story.flow.next_object("b")
        caption = self._list(f"{locator}/caption")
        if caption:
            objects[-1:] = [
                owner.model_copy(update={"caption": caption})
                if owner
                else build(Box, locator=locator, blocks=(), caption=caption)
            ]
        for block in objects:
            self.story.anchor(block)

    def _list(self, locator: Locator, target: str | None = None) -> tuple[Block, ...]:
        """Read the list that comes now."""
        self.story.begin_list(locator)
        if target:
            self.story.begin_field("link", target)
        self.paragraphs()
        return self.story.end_list()

    # --- Text beside the body --------------------------------------------------------------------------------------------------

    def apart(self, code: int, head: bytes) -> None:
        """Read a page header or footer, a note, a hidden comment."""
        side = self.story.begin_side(_side_kind(code, head))
        self.paragraphs()
        if code == Code.NOTE and side.label is None:
            (number,) = unpack_from("<H", head, _NOTE_NUMBER)
            side.label = self._shown(side.kind, number) + self._note_sign
        self.story.end_side(side)


def _side_kind(code: int, head: bytes) -> SideKind:
    if code == Code.NOTE:
        return SideKind.ENDNOTE if head[_NOTE_KIND] else SideKind.FOOTNOTE
    if code == Code.PAGE_HEADER:
        return SideKind.FOOTER if head[_SIDE_KIND] else SideKind.HEADER
    return SideKind.HIDDEN_COMMENT


_MARKS: Final[dict[int, Callable[[Section, bytes], None]]] = {
    Code.NUMBER: Section._number,
    Code.OUTLINE: Section._outline,
    Code.DATE: Section._date,
    Code.MERGE: Section._merge,
    Code.COMPOSED: Section._composed,
    Code.INDEX_MARK: Section._index_mark,
}
