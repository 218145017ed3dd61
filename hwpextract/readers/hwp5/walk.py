"""The records of a section one by one, and those that are about a paragraph taken at once.

Streams are padded (records.PADDING), so positions never leave them and every list ends.
"""

from __future__ import annotations

import struct
from typing import Final

from hwpextract.limits import Budget
from hwpextract.readers.hwp5.records import LONG, OVERRUN, PADDING, TAG, Tag, record_at, u32, word_at

_PARA_HEADER: Final = int(Tag.PARA_HEADER)
_PARA_TEXT: Final = int(Tag.PARA_TEXT)
_PARA_CHAR_SHAPE: Final = int(Tag.PARA_CHAR_SHAPE)
_CTRL_HEADER: Final = int(Tag.CTRL_HEADER)
# PARA_CHAR_SHAPE: pairs of a place and a shape, both u32, here one such pair; PARA_LINE_SEG of one line; the head of the next record.
_shape_and_line: Final = struct.Struct("<I4xII36xI").unpack_from
_SHAPE_AND_LINE: Final = 4 + 8 + 4 + 36
_NO_LEVEL: Final = 0xFFF003FF
_ONE_SHAPE: Final = _PARA_CHAR_SHAPE | 8 << 20
_ONE_LINE: Final = int(Tag.PARA_LINE_SEG) | 36 << 20
_CHECK_EVERY: Final = 1 << 12


class RecordWalk:
    """The records of one stream; `truncated` says afterwards whether one of them ran over its end."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self.data = data + PADDING
        self.budget = budget
        self.truncated = False
        self.last = len(data) + OVERRUN
        self.white: frozenset[int] = frozenset()
        """Low bytes of the numbers of shapes that white letters have."""
        self.size = len(data)
        self._records = 0

    def at(self, pos: int) -> tuple[int, int, int, int]:
        """Tag, level, start and end of the record at `pos`, which counts as read."""
        self.count_records(1)
        (head,) = u32(self.data, pos)
        if head >= LONG:
            return record_at(self.data, pos)
        start = pos + 4
        end = start + (head >> 20)
        return head & TAG, head >> 10 & TAG, start, end if end < self.last else self.last

    def text_at(self, pos: int, head: int) -> tuple[bytes, bytes, int, int]:
        """Text of the paragraph whose header stands at `pos`, with the place and the head of the next record that is not about it.

        The shapes of its letters are told only if there may be white ones among them. All of a document goes through here: text, one
        shape for all its letters and one line are what nearly all paragraphs have.
        """
        data = self.data
        raw = b""
        pos += 4 + (head >> 20)
        try:
            (head,) = u32(data, pos)
            if head & TAG == _PARA_TEXT and head < LONG:
                start = pos + 4
                pos = start + (head >> 20)
                raw = data[start:pos]
            shapes, shape, lines, head = _shape_and_line(data, pos)
            is_usual = shapes & _NO_LEVEL == _ONE_SHAPE and lines & _NO_LEVEL == _ONE_LINE
            if not is_usual or _PARA_HEADER < head & TAG < _CTRL_HEADER:
                return self._unusual(raw, pos)
        except struct.error:
            return self._unusual(raw, pos)
        shown = data[pos + 4 : pos + 12] if raw and shape & 0xFF in self.white else b""
        return raw, shown, pos + _SHAPE_AND_LINE, head

    def _unusual(self, raw: bytes, pos: int) -> tuple[bytes, bytes, int, int]:
        """The same from `pos` on for a paragraph of which `raw` has been read, whatever records are about it."""
        data = self.data
        texts = [raw]
        letters = b""
        try:
            (head,) = word_at(data, pos)
            while _PARA_HEADER < (tag := head & TAG) < _CTRL_HEADER:
                start = pos + 4
                pos = start + (head >> 20)
                if head >= LONG:
                    pos = start + 4 + u32(data, start)[0]
                    start += 4
                if tag == _PARA_TEXT:
                    texts.append(data[start:pos])
                elif tag == _PARA_CHAR_SHAPE and not self.white.isdisjoint(data[start + 4 : pos : 8]):
                    letters = data[start:pos]
                (head,) = word_at(data, pos)
        except struct.error:
            pos = self._cut()
            (head,) = word_at(data, pos)
        raw = b"".join(texts)
        return raw, letters if raw else b"", pos, head

    def count_records(self, count: int) -> None:
        """Count records that have been read, and look at the budget from time to time."""
        self._records += count
        if self._records >= _CHECK_EVERY:
            self.spend_records()
            self.budget.tick()

    def spend_records(self) -> None:
        """Take what has been counted from the budget."""
        self.budget.spend("max_records", self._records)
        self._records = 0

    def _cut(self) -> int:
        """Position behind the last record, for a record that is longer than what is left."""
        self.truncated = True
        return self.size
