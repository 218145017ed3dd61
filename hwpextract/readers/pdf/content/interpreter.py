"""Content streams: text runs, rules, fills, pictures and clips of a page in one pass (ISO 32000-1, 7.8, 8 and 9).

Two shapes that Hancom's writer repeats thousands of times, the block around every word and the group around every dash of a
dotted line, are taken whole by one regular expression; everything else goes operator by operator. Both give the same result.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any, Final

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget
from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.geometry import BoxTuple, Matrix, bounded, box_of, multiply
from hwpextract.readers.pdf.content.hancom import BlockReader
from hwpextract.readers.pdf.content.syntax import (
    BLANKS,
    CLIP_END,
    INLINE_END,
    NAME_TOKEN,
    OPERATION,
    TEXT_BEGIN,
    WORD_END,
    matrix_of,
)
from hwpextract.readers.pdf.file.filters import FilterError
from hwpextract.readers.pdf.file.lexer import LexError, Ref, parse
from hwpextract.readers.pdf.file.objects import Objects, Stream, decode_text

MAX_FORM_DEPTH = 8
MAX_FORMS = 5_000
MAX_IMAGES = 20_000
_TICK = 4096
_INLINE_HEAD = 4096
"""What is said of an inline picture ahead of its samples, a palette at most, has no more bytes."""
_TILE = 6.0
"""A stencil smaller than this many points is one tile of a hatched area, no picture."""


class Interpreter(BlockReader):
    """Reads the content of one page into a `PageContent`.

    `hidden_layers` are the optional content groups that are off; `fonts` is shared by the pages of a document.
    """

    def __init__(
        self, objects: Objects, budget: Budget, matrix: Matrix, fonts: dict[Any, Font], hidden_layers: frozenset[int]
    ) -> None:
        super().__init__(objects, budget, matrix, fonts)
        self._hidden_layers = hidden_layers
        self._forms = self._depth = 0
        self._inline_ends = b"", -1
        self._marks: list[tuple[str, int | None, Any, int]] = []

    def run(self, data: bytes, resources: dict[str, Any]) -> None:
        """Interpret one content stream with its resources."""
        self._resources, self._page_fonts = resources, {}
        if b"\0" * 64 in data or b" " * 64 in data or b"\n" * 64 in data:
            data = BLANKS.sub(b" ", data)
        if WORD_END in data or CLIP_END in data:
            self._blocks(data)
        else:
            self._operations(data)

    def _operations(self, data: bytes) -> None:
        count = 0
        pos = 0
        while pos < len(data):
            end = pos
            for match in OPERATION.finditer(data, pos):
                operands, operator, junk = match.groups()
                count += 1
                if not count % _TICK:
                    self._budget.tick()
                    self._count(_TICK)
                handler = _HANDLERS.get(operator)
                if handler:
                    handler(self, operands)
                elif junk:
                    self.page.junk += 1
                    self._budget.tick()  # what begins a string and is none has been read to its end
                elif operator == b"BI":
                    end = self._inline_image(data, match.end())
                    break
            else:
                break
            pos = end
        self._count(count % _TICK)

    # --- marked content, pictures, forms ----------------------------------------------------------------------------------

    def _begin_mark(self, operands: bytes) -> None:
        names = NAME_TOKEN.findall(operands)
        tag = names[0].decode("latin-1") if names else ""
        properties = self._properties(operands[operands.find(names[0]) + len(names[0]) :] if names else b"")
        off = tag == "/OC" and self._is_off(properties)
        self._off += off
        self._marks.append((tag, self._mcid, (properties.get("ActualText"), off), len(self.page.runs)))
        if isinstance(properties.get("MCID"), int):
            self._mcid = properties["MCID"]
        if tag == "/Artifact":
            self._mcid = -1

    def _properties(self, operand: bytes) -> dict[str, Any]:
        try:
            value, _ = parse(operand)
        except LexError:
            return {}
        if isinstance(value, str):
            entry = self._objects.dictionary(self._resources.get("Properties")).get(value)
            found = self._objects.dictionary(entry)
            return {**found, "__ref__": int(entry)} if isinstance(entry, Ref) else found
        return value if isinstance(value, dict) else {}

    def _is_off(self, properties: dict[str, Any]) -> bool:
        """Whether an optional content group is off, or all groups of a membership dictionary are (8.11.2)."""
        if properties.get("__ref__") in self._hidden_layers:
            return True
        groups = properties.get("OCGs")
        members = groups if isinstance(groups, list) else [groups] if groups is not None else []
        return bool(members) and all(isinstance(item, Ref) and int(item) in self._hidden_layers for item in members)

    def _end_mark(self, operands: bytes) -> None:
        if not self._marks:
            return
        _, self._mcid, (actual, off), start = self._marks.pop()
        self._off -= off
        runs = self.page.runs
        if isinstance(actual, bytes) and start < len(runs):
            first, last = runs[start], runs[-1]
            runs[start:] = [first._replace(text=decode_text(actual), x1=max(first.x1, last.x1))]

    def _do(self, operands: bytes) -> None:
        names = NAME_TOKEN.findall(operands)
        if not names or self._off:
            return
        name = names[0][1:].decode("latin-1")
        stream = self._objects.get(self._objects.dictionary(self._resources.get("XObject")).get(name))
        if not isinstance(stream, Stream):
            return
        kind = self._objects.get(stream.attributes.get("Subtype"))
        if kind == "Image":
            self._image(stream)
        elif kind == "Form" and not self._layer_off(stream):
            self._form(stream)

    def _image(self, stream: Stream | None) -> None:
        box = box_of(self._ctm, 0, 0, 1, 1)
        if len(self.page.images) >= MAX_IMAGES:
            raise LimitExceededError("too many pictures on a page", code="limit_records")
        if stream is None or not _is_tile(box, stream):
            self.page.images.append((*bounded(*box), stream, self._clip, len(self.page.runs), self._mcid))

    def _is_tile(self, scale: bytes, name: bytes) -> bool:
        """Whether a picture drawn at this scale is a tile of a hatched area."""
        stream = self._objects.get(self._objects.dictionary(self._resources.get("XObject")).get(name.decode("latin-1")))
        box = box_of(multiply(matrix_of(scale + b" 0 0"), self._ctm), 0, 0, 1, 1)
        return isinstance(stream, Stream) and _is_tile(box, stream)

    def _layer_off(self, stream: Stream) -> bool:
        entry = stream.attributes.get("OC")
        properties = dict(self._objects.dictionary(entry))
        if isinstance(entry, Ref):
            properties["__ref__"] = int(entry)
        return self._is_off(properties)

    def _form(self, stream: Stream) -> None:
        self._forms += 1
        if self._depth >= MAX_FORM_DEPTH or self._forms > MAX_FORMS:
            self.page.skipped_forms += 1
            return
        try:
            data = self._objects.stream_data(stream)
        except FilterError:
            self.page.junk += 1
            return
        saved = self._resources, self._page_fonts, len(self._states), self._tm, self._line, len(self._marks)
        text_depth, self._text_depth = self._text_depth, 0
        self._push(b"")
        self._depth += 1
        matrix = [self._objects.number(value) for value in self._objects.array(stream.attributes.get("Matrix"))]
        if len(matrix) == 6:
            self._ctm = multiply((matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]), self._ctm)
        self.run(data, self._objects.dictionary(stream.attributes.get("Resources")) or self._resources)
        self._depth -= 1
        self._resources, self._page_fonts, depth, self._tm, self._line, marks = saved
        self._text_depth = text_depth
        while len(self._marks) > marks:
            self._end_mark(b"")
        del self._states[depth + 1 :]
        self._pop(b"")

    def _inline_image(self, data: bytes, pos: int) -> int:
        """Pass over an inline picture; returns the place behind it, which is `pos` where damage only looks like one."""
        if self._inline_ends[0] is not data:
            last = deque(INLINE_END.finditer(data), maxlen=1)
            self._inline_ends = data, last[0].start() if last else -1
        start = data.find(b"ID", pos, pos + _INLINE_HEAD)
        end = INLINE_END.search(data, start + 2) if 0 <= start < self._inline_ends[1] - 1 else None
        if end is None or TEXT_BEGIN.search(data, pos, start):
            self.page.junk += 1
            return pos
        self._image(None)
        return end.end()


def _is_tile(box: BoxTuple, stream: Stream) -> bool:
    """Whether a picture is a stencil too small for a picture: one tile of a hatched area."""
    small = box[2] - box[0] < _TILE and box[3] - box[1] < _TILE
    return small and stream.attributes.get("ImageMask") is True


_HANDLERS: Final[dict[bytes, Callable[[Interpreter, bytes], None]]] = {
    b"q": Interpreter._push,
    b"Q": Interpreter._pop,
    b"cm": Interpreter._concat,
    b"g": Interpreter._set_fill,
    b"rg": Interpreter._set_fill,
    b"k": Interpreter._set_fill,
    b"sc": Interpreter._set_fill,
    b"scn": Interpreter._set_fill,
    b"m": Interpreter._move,
    b"l": Interpreter._line_to,
    b"c": Interpreter._curve,
    b"v": Interpreter._curve,
    b"y": Interpreter._curve,
    b"h": Interpreter._close,
    b"re": Interpreter._rectangle,
    b"n": Interpreter._end_path,
    b"W": Interpreter._clip_path,
    b"W*": Interpreter._clip_path,
    b"S": Interpreter._stroke,
    b"s": Interpreter._close_stroke,
    b"f": Interpreter._paint,
    b"F": Interpreter._paint,
    b"f*": Interpreter._paint,
    b"B": Interpreter._paint_stroke,
    b"B*": Interpreter._paint_stroke,
    b"b": Interpreter._paint_stroke,
    b"b*": Interpreter._paint_stroke,
    b"BT": Interpreter._begin_text,
    b"ET": Interpreter._end_text,
    b"Tf": Interpreter._set_font,
    b"Tc": Interpreter._set_char_space,
    b"Tw": Interpreter._set_word_space,
    b"Tz": Interpreter._set_scale,
    b"TL": Interpreter._set_leading,
    b"Ts": Interpreter._set_rise,
    b"Tr": Interpreter._set_mode,
    b"Td": Interpreter._offset,
    b"TD": Interpreter._offset_leading,
    b"Tm": Interpreter._set_text_matrix,
    b"T*": Interpreter._next_line,
    b"Tj": Interpreter._show_strings,
    b"TJ": Interpreter._show_strings,
    b"'": Interpreter._show_next_line,
    b'"': Interpreter._show_spaced,
    b"BMC": Interpreter._begin_mark,
    b"BDC": Interpreter._begin_mark,
    b"EMC": Interpreter._end_mark,
    b"Do": Interpreter._do,
}
