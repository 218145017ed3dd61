"""Where everything is: a walk over the paragraph lists of an HWP 3 stream (spec 3.0, 4 and 10).

Nothing in the stream says how long the text is, and pictures and links stand behind it: a first walk finds the end, a second one
reads. A stream that ends too soon reads on as zeros, which end every list.
"""

from __future__ import annotations

from enum import IntEnum
from struct import Struct, unpack_from
from typing import Final

from hwpextract.limits import Budget
from hwpextract.patterns import pattern
from hwpextract.readers.hwp3.drawing import text_boxes

# Shape of the paragraph before u8, characters u16, lines u16, shapes of characters u8, flags u8, control codes u32, style u8.
_paragraph_head: Final = Struct("<BHHBBIB").unpack_from
_PARAGRAPH: Final = 43
_PARAGRAPH_SHAPE: Final = 187
_LINE: Final = 14
_SAME_SHAPE: Final = pattern(rb"\x01*+")
_CHARACTER_SHAPE: Final = 31
# hchars up to the next control code, which is one below 32.
_RUN: Final = pattern(rb"(?:[\x20-\xff]\x00|[\x00-\xff][\x01-\xff])*+")


class Code(IntEnum):
    """Control codes (spec 3.0, table 31) that have a meaning for the text."""

    FIELD = 5
    DATE = 8
    TAB = 9
    BOX = 10
    PICTURE = 11
    RULE = 14
    HIDDEN_COMMENT = 15
    PAGE_HEADER = 16
    NOTE = 17
    NUMBER = 18
    MERGE = 22
    COMPOSED = 23
    HYPHEN = 24
    INDEX_MARK = 26
    OUTLINE = 28
    REFERENCE = 29
    FIXED_BLANK = 30
    WIDE_BLANK = 31


# Length of a control in hchars, its two codes included; the others have four.
_LENGTHS: Final = {0: 1, 7: 42, 8: 48, 13: 1, 22: 12, 23: 5, 24: 3, 25: 3, 26: 123, 28: 32, 30: 2, 31: 2}
_USUAL_LENGTH: Final = 4
# Controls whose own length says how much follows: fields, bookmarks, cross references, and the reserved ones.
_COUNTED: Final = frozenset((1, 2, 3, 4, 5, 6, 12, 27, 29))
# Lengths of what follows controls with lists, ahead of these; a rule has none.
_HEADS: Final[dict[int, int]] = {
    Code.BOX: 84,
    Code.PICTURE: 348,
    Code.RULE: 84,
    Code.HIDDEN_COMMENT: 8,
    Code.PAGE_HEADER: 10,
    Code.NOTE: 14,
}
_CELLS: Final = 80
_CELL: Final = 27
_PICTURE_KIND: Final = 74
_DRAWING: Final = 3

_CHECK_EVERY: Final = 1 << 10


class Walker:
    """Position in a stream; the methods that a reader overrides do nothing but move it."""

    def __init__(self, data: bytes, start: int, budget: Budget) -> None:
        self.data = data
        self.budget = budget
        self.pos = start
        self.truncated = False
        self.damaged_drawings = 0
        self._end = len(data)
        self._depth = 0
        self._steps = 0

    # --- What a reader does with it --------------------------------------------------------------------------------------------

    def begin_paragraph(self, style: int) -> None:
        """Begin a paragraph."""

    def end_paragraph(self) -> None:
        """End a paragraph."""

    def text(self, raw: bytes) -> None:
        """Take a run of characters."""

    def mark(self, code: int, content: bytes) -> None:
        """Take a control that stands in the text with all it has; `content` is what follows its first code."""

    def counted(self, code: int, content: bytes) -> None:
        """Take a control with the content behind it."""

    def box(self, head: bytes, cells: list[bytes]) -> None:
        """Take a table, text box, equation or button: one list for each cell, then the caption."""
        for _ in cells:
            self.paragraphs()
        self.paragraphs()

    def picture(self, head: bytes, boxes: list[range]) -> None:
        """Take a picture or drawing: one list for each text box in it, then the caption."""
        for place in boxes:
            self.list_at(place)
        self.paragraphs()

    def apart(self, code: int, head: bytes) -> None:
        """Take a text beside the body: one list."""
        self.paragraphs()

    # --- The walk --------------------------------------------------------------------------------------------------------------

    def paragraphs(self) -> None:
        """Walk over a list of paragraphs, which ends with one that has no characters.

        Raises:
            LimitExceededError: lists are nested deeper than max_depth, or one of the other budgets is used up.
        """
        self._depth += 1
        self.budget.descend(self._depth)
        while not self.truncated and self._paragraph():
            pass
        self._depth -= 1

    def list_at(self, place: range) -> None:
        """Walk over a list that stands elsewhere, and no further than that place."""
        back, self.pos, self._end = (self.pos, self._end), place.start, place.stop
        self.paragraphs()
        self.damaged_drawings += self.truncated
        self.truncated = False
        self.pos, self._end = back

    def take(self, size: int) -> bytes:
        """The next bytes; zeros where the stream has ended."""
        start = self.pos
        self.skip(size)
        taken = self.data[start : min(start + size, self._end)]
        return taken if len(taken) == size else taken.ljust(size, b"\0")

    def skip(self, size: int) -> None:
        """Pass over bytes."""
        self.pos += size
        if self.pos > self._end:
            self.pos = self._end
            self.truncated = True

    def _step(self) -> None:
        self._steps += 1
        if not self._steps % _CHECK_EVERY:
            self.budget.spend("max_records", _CHECK_EVERY)
            self.budget.tick()

    def _paragraph(self) -> bool:
        """Walk over a paragraph; false for the one that ends the list."""
        self._step()
        follows, characters, lines, shapes, _, _, style = _paragraph_head(self.take(_PARAGRAPH))
        if not characters:
            return False
        self.skip((0 if follows else _PARAGRAPH_SHAPE) + lines * _LINE)
        if shapes:
            self._skip_shapes(characters)
        self.begin_paragraph(style)
        self._characters(characters)
        self.end_paragraph()
        return True

    def _skip_shapes(self, characters: int) -> None:
        """Pass over the shapes of characters: a byte for each, and a shape behind it where that is not the one before."""
        while characters > 0 and not self.truncated:
            same = _SAME_SHAPE.match(self.data, self.pos, min(self.pos + characters, self._end))
            passed = same.end() - self.pos if same else 0
            characters -= passed
            self.skip(passed)
            if characters > 0:
                characters -= 1
                self.skip(1 + _CHARACTER_SHAPE)

    def _characters(self, count: int) -> None:
        """Walk over so many hchars and what their controls have besides."""
        while count > 0 and not self.truncated:
            run = _RUN.match(self.data, self.pos, min(self.pos + 2 * count, self._end))
            if run and run.end() > self.pos:
                count -= (run.end() - self.pos) // 2
                self.pos = run.end()
                self.text(run[0])
                continue
            self._step()
            code = self.take(2)[0]
            length = _LENGTHS.get(code, _USUAL_LENGTH)
            count -= length
            self._control(code, self.take(2 * length - 2))

    def _control(self, code: int, content: bytes) -> None:
        if code in _COUNTED:
            start = self.pos
            self.skip(int.from_bytes(content[:4], "little"))
            self.counted(code, self.data[start : self.pos])
        elif code in _HEADS:
            head = self.take(_HEADS[code])
            if code == Code.BOX:
                self.box(head, self._cells(head))
            elif code == Code.PICTURE:
                self.picture(head, self._boxes(head))
            elif code != Code.RULE:
                self.apart(code, head)
        else:
            self.mark(code, content)

    def _cells(self, head: bytes) -> list[bytes]:
        (count,) = unpack_from("<H", head, _CELLS)
        cells = self.take(count * _CELL)
        return [] if self.truncated else [cells[at : at + _CELL] for at in range(0, len(cells), _CELL)]

    def _boxes(self, head: bytes) -> list[range]:
        """Text boxes in the drawing that follows a picture; other pictures may have a link there."""
        start = self.pos
        self.skip(int.from_bytes(head[:4], "little"))
        if head[_PICTURE_KIND] != _DRAWING:
            return []
        boxes, whole = text_boxes(self.data, range(start, self.pos))
        self.damaged_drawings += not whole
        return boxes
