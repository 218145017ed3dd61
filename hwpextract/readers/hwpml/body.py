"""HWPML elements to blocks: a machine that hears of the elements one by one, with an explicit stack of those that hold others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from hwpextract.characters import compose
from hwpextract.document import Block, SideKind
from hwpextract.node import Locator
from hwpextract.readers.flow import Flow, visible
from hwpextract.readers.forms import Button, printed_button
from hwpextract.readers.frames import BoxFrame, Elements, Frame, ObjectFrame, PictureFrame
from hwpextract.readers.hwpml.frames import FRAMES, FieldFrame, MemoFrame, TableFrame
from hwpextract.readers.hwpml.head import FORMATS, SUMMARY, Head, whole
from hwpextract.readers.hwpml.reading import Reading
from hwpextract.readers.numbers import NumberFormat, print_number
from hwpextract.readers.story import Story

Attributes = dict[str, str]

_INLINE: Final = {
    "TAB": "\t",
    "LINEBREAK": "\n",
    "NBSPACE": "\u00a0",
    "FWSPACE": " ",
    "HYPEN": "-",
    "HYPHEN": "-",
}
_BUTTONS: Final = {"CHECKBUTTON": Button.CHECK, "RADIOBUTTON": Button.RADIO}
_NOTES: Final = ("Footnote", "Endnote")
_CHECK_EVERY: Final = 4096


class Body(Elements):
    """One document while it is read; `blocks` holds its sections afterwards."""

    reading: Reading

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.blocks: list[Block] = []
        self.sections = 0
        self.truncated = False
        """Whether the file ended inside its body."""
        self._nowhere = self.story = self._story("")
        self.opened: list[tuple[str, Frame | None]] = []
        self._names: Counter[str] = Counter()
        self._texts: list[str] | None = None
        self._number: Attributes | None = None
        self._number_form: Attributes = {}
        self._composed: Attributes = {}
        self._keys: list[str] = []
        self._elements = 0

    # --- Events ----------------------------------------------------------------------------------------------------------------

    def start(self, tag: str, attributes: Attributes) -> None:
        """Begin an element."""
        self._elements += 1
        if not self._elements % _CHECK_EVERY:
            self.reading.budget.tick()
        name = _local(tag)
        if name in _TEXTS:
            self._flush()
            self._texts = []
        if name in _OPENERS:
            _OPENERS[name](self, name, attributes)

    def end(self, tag: str) -> None:
        """End an element."""
        name = _local(tag)
        if name in _TEXTS:
            texts, self._texts = self._texts, None
            _TEXTS[name](self, name, "".join(texts or ()))
        if name in _CLOSERS:
            _CLOSERS[name](self, name)

    def data(self, text: str) -> None:
        """Take character data; that of an element whose text we do not know is counted."""
        if self._texts is not None:
            self._texts.append(text)
        elif self.story is not self._nowhere:
            left_out = visible(text)
            self.reading.met["characters"] += left_out
            self.reading.dropped["characters"]["unsupported"] += left_out

    def close(self) -> None:
        """End what the file left open."""
        self._end_story("", {})

    # --- Open elements ---------------------------------------------------------------------------------------------------------

    def _begin_frame(self, name: str, attributes: Attributes) -> None:
        if self.story is not self._nowhere:
            self._begin(name, FRAMES[name], attributes)

    def _begin(self, name: str, kind: Callable[[Body, Attributes], Frame], attributes: Attributes) -> None:
        self._flush()
        self._push(name, kind(self, attributes))

    def _push(self, name: str, frame: Frame | None) -> None:
        self.opened.append((name, frame))
        self._names[name] += 1

    def _end_element(self, name: str) -> None:
        """End an element, and what was left open in it; an end without a beginning is passed over.

        Where tags do not match, the parser goes on, and loses ends on the way.
        """
        while self._names[name]:
            if self._pop() == name:
                return

    def _pop(self) -> str:
        self._flush()
        name, frame = self.opened.pop()
        self._names[name] -= 1
        if frame:
            frame.close()
        elif name == "P":
            self.story.end_paragraph()
        return name

    # --- Sections, paragraphs --------------------------------------------------------------------------------------------------

    def _section(self, name: str, attributes: Attributes) -> None:
        self._end_story(name, attributes)
        self.story = self._story(f"s{self.sections}")
        self.sections += 1
        self.truncated = True

    def _story(self, locator: Locator) -> Story:
        return Story(Flow(locator), self.reading, self.reading.budget, self.reading.heads)

    def _end_story(self, name: str, attributes: Attributes) -> None:
        """End a section where the next one or the tail begins: its own end may have been lost, or come too soon."""
        while self.opened:
            self._pop()
        if self.story is not self._nowhere:
            self.blocks += self.story.finish()
            self.story = self._nowhere

    def _end_body(self, name: str) -> None:
        self.truncated = False

    def _section_form(self, name: str, attributes: Attributes) -> None:
        self.reading.heads.outline = whole(attributes, "OutlineShape")

    def _paragraph(self, name: str, attributes: Attributes) -> None:
        if self.story is not self._nowhere:
            form = self.reading.head.form_of(attributes.get("ParaShape", ""), attributes.get("Style", ""))
            self.story.begin_paragraph(*form)
            self._push(name, None)

    def _list(self, name: str, attributes: Attributes) -> None:
        """Begin a list that belongs to no element we know; the others have begun theirs already."""
        if self.story.paragraph:
            self._begin(name, MemoFrame if self.owner(FieldFrame) else BoxFrame, attributes)
        else:
            self._push(name, None)

    def _row(self, name: str, attributes: Attributes) -> None:
        if table := self.owner(TableFrame):
            table.next_row()

    def _image(self, name: str, attributes: Attributes) -> None:
        if picture := self.owner(PictureFrame):
            picture.item = attributes.get("BinItem", "")

    # --- Text ------------------------------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        """Write what was collected of a text whose end has not come."""
        texts, self._texts = self._texts, None
        if texts:
            self._write("", "".join(texts))

    def _write(self, name: str, text: str) -> None:
        if self.story is not self._nowhere:
            self.story.write(text)

    def _inline(self, name: str, attributes: Attributes) -> None:
        if self._texts is not None:
            self._texts.append(_INLINE[name])
        else:
            self._write(name, _INLINE[name])

    def _nothing(self, name: str, text: str) -> None:
        """Pass over text that is not shown."""

    def _index_key(self, name: str, text: str) -> None:
        self._keys.append(text)

    def _end_index_mark(self, name: str) -> None:
        """Put apart the keywords under which the index of the document names this place."""
        keys, self._keys = self._keys, []
        if self.story is not self._nowhere:
            self.story.put_lines(SideKind.INDEX_MARK, "\n".join(keys))

    def _script(self, name: str, text: str) -> None:
        if self.story is not self._nowhere:
            self.story.write_equation(text)

    def _ruby(self, name: str, text: str) -> None:
        """Put the small text above a word behind it, in brackets."""
        if small := text.strip():
            self._write(name, f"({small})")

    def _program(self, name: str, text: str) -> None:
        self.reading.head.add_script(text)

    def _comment(self, name: str, text: str) -> None:
        if thing := self.owner(ObjectFrame):
            thing.comment = text

    def _button(self, name: str, attributes: Attributes) -> None:
        kind = _BUTTONS.get(self.opened[-1][0], Button.PUSH) if self.opened else Button.PUSH
        self._write(name, printed_button(kind, attributes.get("Caption", ""), chosen=whole(attributes, "Value") == 1))

    def _choice(self, name: str, attributes: Attributes) -> None:
        self._begin_frame(name, attributes)
        self._write(name, attributes.get("Text", ""))

    def _compose(self, name: str, attributes: Attributes) -> None:
        self._composed = attributes

    def _end_compose(self, name: str, text: str) -> None:
        self._write(name, compose(self._composed.get("ComposeText") or text))

    # --- Numbers, fields -------------------------------------------------------------------------------------------------------

    def _auto_number(self, name: str, attributes: Attributes) -> None:
        self._number, self._number_form = attributes, {}

    def _format_of_number(self, name: str, attributes: Attributes) -> None:
        self._number_form = attributes

    def _end_number(self, name: str) -> None:
        if self._number is None or self.story is self._nowhere:
            return
        attributes, self._number = self._number, None
        form = self._number_form
        code = FORMATS.get(form.get("Type", "").lower(), NumberFormat.DIGIT)
        printed = print_number(whole(attributes, "Number", 1), code, form.get("UserChar", ""))
        shown = form.get("PrefixChar", "") + printed + form.get("SuffixChar", "")
        self.story.number(shown, of_note=attributes.get("NumberType") in _NOTES)

    def _end_field(self, name: str, attributes: Attributes) -> None:
        self.story.end_field(attributes.get("Type", "").lower())

    # --- HEAD ------------------------------------------------------------------------------------------------------------------

    def _look_up(self, name: str, attributes: Attributes) -> None:
        """Keep what the text refers to by number."""
        _LOOK_UPS[name](self.reading.head, attributes)

    def _summary(self, name: str, text: str) -> None:
        self.reading.head.summary.setdefault(name, text)

    def _level(self, name: str, text: str) -> None:
        self.reading.head.add_level(text)


@lru_cache(maxsize=512)
def _local(tag: str) -> str:
    """Name of an element without namespace."""
    return tag.rpartition("}")[2].rpartition(":")[2].upper()


_LOOK_UPS: Final[dict[str, Callable[[Head, Attributes], None]]] = {
    "HWPML": Head.add_root,
    "BINITEM": Head.add_item,
    "PARASHAPE": Head.add_shape,
    "STYLE": Head.add_style,
    "NUMBERING": Head.add_numbering,
    "BULLET": Head.add_bullet,
    "PARAHEAD": Head.begin_level,
}
_OPENERS: Final[dict[str, Callable[[Body, str, Attributes], None]]] = {
    **dict.fromkeys(FRAMES, Body._begin_frame),
    **dict.fromkeys(_INLINE, Body._inline),
    **dict.fromkeys(_LOOK_UPS, Body._look_up),
    "SECTION": Body._section,
    "TAIL": Body._end_story,
    "SECDEF": Body._section_form,
    "P": Body._paragraph,
    "PARALIST": Body._list,
    "ROW": Body._row,
    "IMAGE": Body._image,
    "BUTTONSET": Body._button,
    "COMBOBOX": Body._choice,
    "LISTBOX": Body._choice,
    "COMPOSE": Body._compose,
    "AUTONUM": Body._auto_number,
    "AUTONUMFORMAT": Body._format_of_number,
    "FIELDEND": Body._end_field,
}
_CLOSERS: Final[dict[str, Callable[[Body, str], None]]] = {
    **dict.fromkeys((*FRAMES, "P", "PARALIST"), Body._end_element),
    "BODY": Body._end_body,
    "AUTONUM": Body._end_number,
    "INDEXMARK": Body._end_index_mark,
}
# Elements with text, and what becomes of it.
_TEXTS: Final[dict[str, Callable[[Body, str, str], None]]] = {
    **dict.fromkeys(SUMMARY, Body._summary),
    **dict.fromkeys(("KEYFIRST", "KEYSECOND"), Body._index_key),
    "ITEM": Body._nothing,
    "CHAR": Body._write,
    "SCRIPT": Body._script,
    "MAINTEXT": Body._write,
    "SUBTEXT": Body._ruby,
    "EDITTEXT": Body._write,
    "SHAPECOMMENT": Body._comment,
    **dict.fromkeys(("SCRIPTHEADER", "SCRIPTSOURCE", "SCRIPTFUNCTION"), Body._program),
    "COMPOSE": Body._end_compose,
    "PARAHEAD": Body._level,
}
