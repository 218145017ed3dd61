"""Controls: what stands behind an extended control character, by control id.

A handler gets the section, the control and the position behind its CTRL_HEADER; it reads the control's records, leaves text or blocks
in the control, and returns the position behind them. Records of a control are those at a higher level than its own.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from struct import unpack_from
from typing import TYPE_CHECKING, Final, TypeAlias

from hwpextract.characters import compose
from hwpextract.document import SideKind
from hwpextract.readers.hwp5.control import Control
from hwpextract.readers.hwp5.fields import read_field
from hwpextract.readers.hwp5.objects import read_inline, read_shape
from hwpextract.readers.hwp5.records import FIELD_MARK, CtrlId, Tag
from hwpextract.readers.hwp5.tables import read_table
from hwpextract.readers.hwp5.text import counted, decode
from hwpextract.readers.numbers import print_number

if TYPE_CHECKING:
    from hwpextract.readers.hwp5.body import Section

Handler: TypeAlias = "Callable[[Section, Control, int], int]"

_NOTES: Final = (SideKind.FOOTNOTE, SideKind.ENDNOTE)
# Kinds of automatic numbers (spec 5.0, table 144).
_NOTE_NUMBERS: Final = frozenset((1, 2))


def handler_for(ctrl_id: int) -> Handler | None:
    """The function that reads a control; None for those that leave nothing, whose records are passed over with the paragraph's."""
    return read_field if ctrl_id >> 24 == FIELD_MARK else _HANDLERS.get(ctrl_id, read_shape)


def _side(kind: SideKind) -> Handler:
    """Handler of a control whose paragraphs stand beside the body."""

    def read(section: Section, control: Control, pos: int) -> int:
        label = _note_label(control.payload) if kind in _NOTES else None
        while True:
            tag, level, start, end = section.at(pos)
            if level <= control.level:
                return pos
            if tag == Tag.LIST_HEADER:
                pos = section.side_text(kind, end, control.paragraph, label)
            else:
                section.pass_over(tag, start, end)
                pos = end

    return read


def _note_label(payload: bytes) -> str:
    """Number with the characters around it, from the header of a note control."""
    try:
        number, prefix, suffix = unpack_from("<I2s2s", payload, 4)
    except struct.error:
        return ""
    return _sign(prefix) + str(number) + _sign(suffix)


def _auto_number(section: Section, control: Control, pos: int) -> int:
    """A number that counts notes, pictures, tables; the stored one is the printed one."""
    try:
        attributes, number, user, prefix, suffix = unpack_from("<IH2s2s2s", control.payload, 4)
    except struct.error:
        return pos
    printed = _sign(prefix) + print_number(number, attributes >> 4 & 0xFF, _sign(user)) + _sign(suffix)
    if section.note_label == "" and attributes & 0xF in _NOTE_NUMBERS:
        section.note_label = printed
    else:
        control.text = printed
    return pos


def _composed(section: Section, control: Control, pos: int) -> int:
    """Characters on top of each other; where they stand in a frame, the first of them is its picture."""
    chars, after = counted(control.payload, 4)
    framed = any(control.payload[after : after + 1])
    control.text = compose(chars[1:] if framed else chars)
    return pos


def _ruby(section: Section, control: Control, pos: int) -> int:
    """Text with small text above or below it, which comes behind it in brackets."""
    main, after = counted(control.payload, 4)
    small, _ = counted(control.payload, after)
    control.text = f"{main}({small})" if small.strip() else main
    return pos


def _index_mark(section: Section, control: Control, pos: int) -> int:
    """Keywords under which the index of the document names this place."""
    first, after = counted(control.payload, 4)
    second, _ = counted(control.payload, after)
    section.put_lines(SideKind.INDEX_MARK, f"{first}\n{second}", control.paragraph)
    return pos


def _sign(raw: bytes) -> str:
    return decode(raw).strip("\0")


_HANDLERS: Final[dict[int, Handler | None]] = {
    CtrlId.COLUMNS: None,
    CtrlId.PAGE_NUMBER_PLACE: None,
    CtrlId.PAGE_HIDING: None,
    CtrlId.PAGE_ODD_EVEN: None,
    CtrlId.NEW_NUMBER: None,
    CtrlId.BOOKMARK: None,
    CtrlId.INDEX_MARK: _index_mark,
    CtrlId.TABLE: read_table,
    CtrlId.SHAPE: read_shape,
    CtrlId.EQUATION: read_inline,
    CtrlId.FORM: read_inline,
    CtrlId.SECTION: _side(SideKind.MASTER_PAGE),
    CtrlId.HEADER: _side(SideKind.HEADER),
    CtrlId.FOOTER: _side(SideKind.FOOTER),
    CtrlId.HIDDEN_COMMENT: _side(SideKind.HIDDEN_COMMENT),
    CtrlId.FOOTNOTE: _side(SideKind.FOOTNOTE),
    CtrlId.ENDNOTE: _side(SideKind.ENDNOTE),
    CtrlId.AUTO_NUMBER: _auto_number,
    CtrlId.COMPOSED: _composed,
    CtrlId.RUBY: _ruby,
}
