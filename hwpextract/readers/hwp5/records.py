"""Records of HWP 5 streams: their tags, the ids of controls, and how to step from one record to the next.

A record is a 32-bit head (tag in bits 0-9, level in bits 10-19, size in bits 20-31; size 0xFFF: the size follows as 32 bits)
and its payload. The records form a tree, written depth first: what follows at a higher level belongs to the record before it.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum
from struct import Struct
from typing import Final

from hwpextract.limits import Budget


class Tag(IntEnum):
    """Tags of the records that are read; all others are passed over."""

    DOCUMENT_PROPERTIES = 16
    BIN_DATA = 18
    BORDER_FILL = 20
    CHAR_SHAPE = 21
    NUMBERING = 23
    BULLET = 24
    PARA_SHAPE = 25
    STYLE = 26
    DISTRIBUTE_DOC_DATA = 28
    TRACK_CHANGE = 96

    PARA_HEADER = 66
    PARA_TEXT = 67
    PARA_CHAR_SHAPE = 68
    PARA_LINE_SEG = 69
    CTRL_HEADER = 71
    LIST_HEADER = 72
    SHAPE_COMPONENT = 76
    TABLE = 77
    OLE = 84
    PICTURE = 85
    EQEDIT = 88
    TEXTART = 90
    FORM_OBJECT = 91
    MEMO_LIST = 93
    VIDEO_DATA = 98


def _id(name: str) -> int:
    """A control id as the number it is stored as: the first letter is the highest byte."""
    return int.from_bytes(name.encode("ascii"), "big")


class CtrlId(IntEnum):
    """Ids of the controls that are known; those of the last group leave nothing in the text."""

    SECTION = _id("secd")
    TABLE = _id("tbl ")
    SHAPE = _id("gso ")
    EQUATION = _id("eqed")
    FORM = _id("form")
    HEADER = _id("head")
    FOOTER = _id("foot")
    FOOTNOTE = _id("fn  ")
    ENDNOTE = _id("en  ")
    AUTO_NUMBER = _id("atno")
    COMPOSED = _id("tcps")
    RUBY = _id("tdut")
    HIDDEN_COMMENT = _id("tcmt")
    HYPERLINK = _id("%hlk")
    CLICK_HERE = _id("%clk")
    MEMO = _id("%%me")
    UNKNOWN_FIELD = _id("%unk")

    COLUMNS = _id("cold")
    PAGE_NUMBER_PLACE = _id("pgnp")
    PAGE_HIDING = _id("pghd")
    PAGE_ODD_EVEN = _id("pgct")
    NEW_NUMBER = _id("nwno")
    BOOKMARK = _id("bokm")
    INDEX_MARK = _id("idxm")


FIELD_MARK: Final = ord("%")
"""First letter of every field's id."""

TAG: Final = 0x3FF
"""Bits of a head that are the tag, and those of tag and level."""
TAG_AND_LEVEL: Final = 0xFFFFF
LONG: Final = 0xFFF << 20
"""Heads from here on have their size in the word behind them."""

PADDING: Final = bytes(128)
"""Stands behind every stream that is walked: reads as records of tag 0 and level 0, where every open list ends."""

u32: Final = Struct("<I").unpack_from

word_at: Final = Struct("<I28x").unpack_from
"""The word at a position of a padded stream, provided that the largest head we unpack at once has room there as well; `struct.error`
means that the stream is over. A position that this has accepted is safe for everything else."""

paragraph_header: Final = Struct("<I4xIHB").unpack_from
"""PARA_HEADER: its head, a bit for each kind of control character, the paragraph's shape and style."""

_STRIDE: Final = 1 << 16
"""Bytes between two looks at the budget."""

OVERRUN: Final = 32
"""How far behind the end of its stream a record that is too long is taken to end."""


def record_at(data: bytes, pos: int) -> tuple[int, int, int, int]:
    """Tag, level, start and end of the record at `pos` of a padded stream; `end` is where the next record stands.

    The end of a record that is too long lies behind the stream, inside its padding.
    """
    (head,) = u32(data, pos)
    start = pos + 4
    size = head >> 20
    if head >= LONG:
        (size,) = u32(data, start)
        start += 4
    last = len(data) - len(PADDING) + OVERRUN
    end = start + size
    return head & TAG, head >> 10 & TAG, start, end if end < last else last


CHECK_BLOCK: Final = 256
"""Bytes of a password, ahead of the document properties in their record."""
# Usual sizes of the first record of a stream.
_SIZES: Final = frozenset((*range(12, 65), *range(CHECK_BLOCK + 12, CHECK_BLOCK + 65)))


def begins_with_record(raw: bytes) -> bool:
    """Tell whether a stream begins with the first record of DocInfo or of a section, in its usual size."""
    head = int.from_bytes(raw[:4], "little")
    return head & TAG_AND_LEVEL in (Tag.DOCUMENT_PROPERTIES, Tag.PARA_HEADER) and head >> 20 in _SIZES


def ctrl_id(payload: bytes, written: int) -> int:
    """Id of a control from its CTRL_HEADER; proof marks and memos have their real id in the text alone (`written`)."""
    found = int.from_bytes(payload[:4], "little")
    return written if written and found == CtrlId.UNKNOWN_FIELD else found


def places(data: bytes, wanted: Collection[int], budget: Budget) -> dict[int, list[int]]:
    """Positions of the records in a padded stream, by tag, for the tags wanted; a record that is cut short is left out."""
    found: dict[int, list[int]] = {int(tag): [] for tag in wanted}
    places_of = found.get
    pos, size = 0, len(data) - len(PADDING)
    kept = 0
    while pos < size:
        stop = min(pos + _STRIDE, size)
        while pos < stop:
            (head,) = u32(data, pos)
            kept_places = places_of(head & TAG)
            end = pos + 4 + (head >> 20)
            if head >= LONG:
                end = pos + 8 + u32(data, pos + 4)[0]
            if kept_places is not None and end <= size:
                kept_places.append(pos)
            pos = end
        before, kept = kept, sum(map(len, found.values()))
        budget.spend("max_records", kept - before)
        budget.tick()
    return found
