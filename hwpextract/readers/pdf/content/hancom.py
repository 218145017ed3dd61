"""The blocks Hancom's writer repeats thousands of times on a page, each taken whole.

A block around every word, a clip around every cell, a group around every dash of a dotted line, a stencil for every tile of a
hatched area. What a block says besides its coordinates comes again and again with the same bytes: it is looked at once and found
in a table from then on. What has not exactly the shape of a block goes to the operators; both give the same result.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget
from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.geometry import Matrix, box_of, multiply
from hwpextract.readers.pdf.content.runs import Run
from hwpextract.readers.pdf.content.shown import ShownStrings
from hwpextract.readers.pdf.content.syntax import (
    CLIP,
    CLIP_END,
    SHOWN,
    STROKE_BYTES,
    STROKE_END,
    TILES,
    WORD_END,
    WORD_HEAD,
    matrix_of,
    reals,
)
from hwpextract.readers.pdf.content.text import MAX_RUNS, TextPainter
from hwpextract.readers.pdf.file.objects import Objects

_FAR = 1e7
"""No coordinate is larger than this, or no number at all."""
_TICK = 1024
_NO_HEAD = WORD_END
"""What no block begins with, for it ends the block before."""

Style: TypeAlias = tuple[Font, ShownStrings, float, float, float, float, float, float, int, bytes]
"""What the head of a word block means: font, its strings, scale and origin of x and of y, unit, height, mode, fill."""
_new = tuple.__new__


class BlockReader(TextPainter):
    """The part of an interpreter that takes whole blocks; `_operations` reads everything else."""

    def __init__(self, objects: Objects, budget: Budget, matrix: Matrix, fonts: dict[object, Font]) -> None:
        super().__init__(objects, budget, matrix, fonts)
        self._all_clips: dict[Matrix, dict[bytes, int]] = {}
        # With the fonts by whose identity they are found, so that no others get it.
        self._all_styles: dict[tuple[object, ...], tuple[dict[bytes, Font], dict[bytes, Style]]] = {}
        self._clips_seen: dict[bytes, int] = {}
        self._styles: dict[bytes, Style] = {}
        self._restored = False

    def _blocks(self, data: bytes) -> None:
        """Interpret a content stream that holds blocks."""
        *blocks, rest = data.split(WORD_END)
        self._renew()
        append = self.page.runs.append
        unread = b""
        last = _NO_HEAD
        painted = 0
        least, most = -_FAR, _FAR
        for count, piece in enumerate(blocks):
            block = piece
            if not count % _TICK:
                self._check()
            try:
                head, x, y, shown = block.rsplit(b" ", 3)
            except ValueError:
                head = block  # which is too short for a word
            if head != last:
                start = max(head.rfind(b"q\n"), 0)
                if start or unread:
                    self._between(unread + block[:start])
                    self._end_broken_word()
                    head, block, unread = head[start:], block[start:], b""
                style = self._styles.get(head) or self._style(head)
                if style is None:
                    last, unread = _NO_HEAD, block + WORD_END
                    continue
                font, known, x_scale, left, y_scale, top, unit, height, mode, fill = self._styles[head] = style
                last, clip, mcid, off = head, self._clip, self._mcid, self._off > 0
            try:
                text, width, glyphs = known[shown]
                x0, base = float(x) * x_scale + left, float(y) * y_scale + top
            except ValueError:
                if not self._word(self._styles[last], b" ".join((x, y, shown))):
                    last, unread = _NO_HEAD, block + WORD_END
                continue
            painted += glyphs
            if least < x0 < most and least < base < most:
                append(
                    _new(Run, (text, x0, base, x0 + width * unit, base, height, font, mode, fill, mcid, clip, 0, off))
                )
        self._between(unread + rest)
        self.page.glyphs += painted
        self._count(len(blocks))

    def _check(self) -> None:
        self._budget.tick()
        if len(self.page.runs) > MAX_RUNS:
            raise LimitExceededError("too many words on a page", code="limit_records")

    def _end_broken_word(self) -> None:
        """Leave a word block that lost its end, where the next one begins: no `q` stands inside of a text object (8.2)."""
        if 0 < self._text_depth <= len(self._states):
            while len(self._states) >= self._text_depth:
                self._pop(b"")
            self._renew()
        self._text_depth = 0

    # --- words ------------------------------------------------------------------------------------------------------------

    def _renew(self) -> None:
        """Take the tables that hold under the present graphics state, which any operator may have changed."""
        fonts = self._page_fonts
        state = (self._ctm, self._fill, self._mode, self._scale, self._char_space, self._word_space, self._rise)
        _, self._styles = self._all_styles.setdefault((id(fonts), *state), (fonts, {}))
        self._clips_seen = self._all_clips.setdefault(self._ctm, {})
        self._restored = False

    def _word(self, style: Style, shown: bytes) -> bool:
        """A word with wide gaps in it, or written in an unusual way; False when this is no word block."""
        match = SHOWN.fullmatch(shown)
        if match is None:
            return False
        font, _, x_scale, left, y_scale, top, unit, height, mode, fill = style
        x0, base = float(match[1]) * x_scale + left, float(match[2]) * y_scale + top
        if not (-_FAR < x0 < _FAR and -_FAR < base < _FAR):
            return True
        for gap, text, width, glyphs in font.segments(match[3]):
            self.page.glyphs += glyphs
            x0 -= gap * unit
            x1 = x0 + width * unit
            self.page.runs.append(
                Run(text, x0, base, x1, base, height, font, mode, fill, self._mcid, self._clip, 0, self._off > 0)
            )
            x0 = x1
        return True

    def _style(self, head: bytes) -> Style | None:
        """What the head of a block says; None for one that has another shape, or is not upright."""
        match = WORD_HEAD.fullmatch(head)
        if match is None or self._char_space or self._word_space or self._rise:
            return None
        cm, fill, name, size, scale, mode, axes = match.groups()
        p, q, r, s, left, top = multiply(matrix_of(cm), self._ctm)
        a, b, c, d = reals(axes, 4)
        a, d = a * p, d * s
        font = self._page_fonts.get(name) or self._find_font(name)
        if b or c or q or r or a <= 0 or d > 0 or font.vertical or float(size) <= 0:
            return None
        wide = (float(scale) / 100 if scale else self._scale) * float(size) / 1000
        return (
            font, font.shown, p, left, s, top, a * wide, float(size) * -d,
            int(mode) if mode else self._mode, self._fill if fill is None else fill,
        )  # fmt: skip

    # --- what stands between words ----------------------------------------------------------------------------------------

    def _between(self, data: bytes) -> None:
        """Clips one after the other, strokes, and whatever else."""
        *pieces, rest = data.split(CLIP_END)
        for piece in pieces:
            index = self._clips_seen.get(piece)
            if index is not None and self._restored and piece.startswith(b"Q"):
                self._clip = index
                continue
            block = CLIP.fullmatch(piece)
            if block is None:
                start = piece.rfind(b"q\n")
                start -= 2 * piece.endswith(b"Q\n", 0, max(start, 0))
                block = CLIP.fullmatch(piece, max(start, 0))
                if block is None:
                    self._loose(piece + CLIP_END)
                    continue
                self._loose(piece[:start])
            self._clip_to(block)
        if rest:
            self._loose(rest)

    def _clip_to(self, block: re.Match[bytes]) -> None:
        """`Q q` and a rectangle to clip to, around every cell and every picture."""
        if not block[1] or not self._states:
            self._push(b"")
        elif not self._restored:
            self._pop(b"")
            self._push(b"")
            self._renew()
        self._restored = True
        index = self._clips_seen.get(block[0])
        if index is None:
            self._set_clip(box_of(self._ctm, *map(float, block.group(2, 3, 4, 5))))
            self._clips_seen[block[0]] = self._clip
        else:
            self._clip = index

    def _loose(self, data: bytes) -> None:
        """Strokes, tiles and operators; strokes are only kept, for few pages need them."""
        end = data.rfind(STROKE_END) + len(STROKE_END)
        if end >= len(STROKE_END) and not data[:end].translate(None, STROKE_BYTES):
            self.page.strokes.append((self._ctm, data[:end]))
            data = data[end:]
        if not data.strip(b"qQ\n"):
            self._nest(data)
            return
        at = 0
        for match in TILES.finditer(data) if b" Do\nQ\nq\n" in data else ():
            if self._is_tile(match[1], match[2]):
                self._operations(data[at : match.start()])
                at = match.end()
        if at < len(data):
            self._operations(data[at:])
            self._renew()

    def _nest(self, data: bytes) -> None:
        """Nothing but `q` and `Q`."""
        for operator in data.split():
            if operator == b"q":
                self._push(b"")
            elif operator == b"Q":
                self._pop(b"")
        self._renew()

    def _is_tile(self, scale: bytes, name: bytes) -> bool:
        raise NotImplementedError
