"""Text operators of a content stream: where each show-string stands (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

from typing import Any

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget
from hwpextract.readers.pdf.content.font_dictionaries import load_font
from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.geometry import IDENTITY, Matrix, multiply
from hwpextract.readers.pdf.content.graphics import Graphics
from hwpextract.readers.pdf.content.runs import Run, tilt_of
from hwpextract.readers.pdf.content.syntax import NUMBERS, matrix_of, real, reals
from hwpextract.readers.pdf.file.lexer import Ref
from hwpextract.readers.pdf.file.objects import Objects

MAX_STATES = 10_000
MAX_RUNS = 400_000


class TextPainter(Graphics):
    """The part of an interpreter that sets text: text state, graphics-state stack, fonts."""

    def __init__(self, objects: Objects, budget: Budget, matrix: Matrix, fonts: dict[Any, Font]) -> None:
        super().__init__(budget, matrix)
        self._objects = objects
        self._fonts = fonts
        self._resources: dict[str, Any] = {}
        self._page_fonts: dict[bytes, Font] = {}
        self._font: Font | None = None
        self._size = self._leading = self._rise = self._char_space = self._word_space = 0.0
        self._scale = 1.0
        self._mode = 0
        self._tm = self._line = IDENTITY
        self._states: list[tuple[Any, ...]] = []
        self._text_depth = 0
        self._mcid: int | None = None
        self._off = 0

    def _push(self, operands: bytes) -> None:
        if len(self._states) >= MAX_STATES:
            raise LimitExceededError("too many nested graphics states", code="limit_depth")
        self._states.append(
            (
                self._ctm, self._clip, self._fill, self._font, self._size, self._leading, self._rise,
                self._char_space, self._word_space, self._scale, self._mode,
            )
        )  # fmt: skip

    def _pop(self, operands: bytes) -> None:
        if self._states:
            (
                self._ctm, self._clip, self._fill, self._font, self._size, self._leading, self._rise,
                self._char_space, self._word_space, self._scale, self._mode,
            ) = self._states.pop()  # fmt: skip

    def _begin_text(self, operands: bytes) -> None:
        self._tm = self._line = IDENTITY
        self._text_depth = len(self._states)

    def _end_text(self, operands: bytes) -> None:
        self._text_depth = 0

    def _set_font(self, operands: bytes) -> None:
        name, _, size = operands.strip().rpartition(b" ")
        self._font = self._find_font(name.strip()[1:])
        self._size = real(size)

    def _find_font(self, name: bytes) -> Font:
        font = self._page_fonts.get(name)
        if font is None:
            entry = self._objects.dictionary(self._resources.get("Font")).get(name.decode("latin-1"))
            key: Any = int(entry) if isinstance(entry, Ref) else (id(self._resources), name)
            font = self._fonts.get(key)
            if font is None:
                font = self._fonts[key] = load_font(self._objects, entry)
            self._page_fonts[name] = font
        return font

    def _set_char_space(self, operands: bytes) -> None:
        self._char_space = real(operands)

    def _set_word_space(self, operands: bytes) -> None:
        self._word_space = real(operands)

    def _set_scale(self, operands: bytes) -> None:
        self._scale = real(operands) / 100

    def _set_leading(self, operands: bytes) -> None:
        self._leading = real(operands)

    def _set_rise(self, operands: bytes) -> None:
        self._rise = real(operands)

    def _set_mode(self, operands: bytes) -> None:
        self._mode = int(real(operands)) & 7

    def _offset(self, operands: bytes) -> None:
        x, y = reals(operands, 2)
        self._tm = self._line = multiply((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def _offset_leading(self, operands: bytes) -> None:
        self._leading = -reals(operands, 2)[1]
        self._offset(operands)

    def _set_text_matrix(self, operands: bytes) -> None:
        self._tm = self._line = matrix_of(operands)

    def _next_line(self, operands: bytes = b"") -> None:
        self._tm = self._line = multiply((1.0, 0.0, 0.0, 1.0, 0.0, -self._leading), self._line)

    def _show_strings(self, operands: bytes) -> None:
        if self._font is None:
            return
        matrix = multiply((1.0, 0.0, 0.0, 1.0, 0.0, self._rise), self._tm) if self._rise else self._tm
        advance = self._show(
            self._font, self._size, operands.strip(), multiply(matrix, self._ctm), self._scale, self._mode, self._fill
        )
        dx, dy = (0.0, advance) if self._font.vertical else (advance, 0.0)
        a, b, c, d, e, f = self._tm
        self._tm = (a, b, c, d, e + dx * a + dy * c, f + dx * b + dy * d)

    def _show_next_line(self, operands: bytes) -> None:
        self._next_line()
        self._show_strings(operands)

    def _show_spaced(self, operands: bytes) -> None:
        found = NUMBERS.findall(operands.partition(b"(")[0].partition(b"<")[0])
        if len(found) >= 2:
            self._word_space, self._char_space = real(found[0]), real(found[1])
        start = min((at for at in (operands.find(b"("), operands.find(b"<")) if at >= 0), default=0)
        self._show_next_line(operands[start:])

    def _show(
        self, font: Font, size: float, strings: bytes, matrix: Matrix, scale: float, mode: int, fill: bytes
    ) -> float:
        """Add the runs of one show operator; returns the advance in text space."""
        a, b, c, d, e, f = matrix
        sign = 1.0
        if size < 0:  # the same as a positive one in a space turned by half a circle
            a, b, c, d, size, sign = -a, -b, -c, -d, -size, -1.0
        if scale < 0:
            a, b, scale, sign = -a, -b, -scale, -sign
        tilt = 0 if b == 0.0 and a > 0.0 and d <= 0.0 else tilt_of(a, b)
        height = size * (abs(d) if not tilt else (c * c + d * d) ** 0.5)
        runs = self.page.runs
        if len(runs) > MAX_RUNS:
            raise LimitExceededError("too many words on a page", code="limit_records")
        mcid, clip, off = self._mcid, self._clip, self._off > 0
        spaced = self._char_space or self._word_space
        unit = size * scale / 1000
        across, down, turned = (c, d, 3) if font.vertical else (a, b, tilt)
        x = 0.0
        for gap, text, width, glyphs in font.segments(strings):
            self.page.glyphs += glyphs
            x -= gap * unit
            if font.vertical:
                end = x - glyphs * size
            else:
                end = x + width * unit
                if spaced:
                    end += (self._char_space * glyphs + self._word_space * text.count(" ")) * scale
            x0, y0, x1, y1 = e + across * x, f + down * x, e + across * end, f + down * end
            runs.append(Run(text, x0, y0, x1, y1, height, font, mode, fill, mcid, clip, turned, off))
            x = end
        return sign * x
