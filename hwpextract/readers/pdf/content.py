"""Content streams: text runs, rules, fills, pictures and clips of a page in one pass (ISO 32000-1, 7.8, 8 and 9).

Two shapes that Hancom's writer repeats thousands of times, the block around every word and the group around every dash of a
dotted line, are taken whole by one regular expression; everything else goes operator by operator. Both give the same result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget
from hwpextract.readers.pdf.filters import FilterError
from hwpextract.readers.pdf.fonts import Font, load_font
from hwpextract.readers.pdf.geometry import IDENTITY, BoxTuple, Matrix, box_of, multiply
from hwpextract.readers.pdf.lexer import HEX, NAME, NUMBER, SPACE, STRING, LexError, Ref, number, parse
from hwpextract.readers.pdf.objects import Objects, Stream, decode_text
from hwpextract.readers.pdf.runs import PageContent, Run, tilt_of

MAX_FORM_DEPTH = 8
MAX_FORMS = 5_000
MAX_STATES = 10_000
MAX_RUNS = 400_000
MAX_RULES = 200_000
_CHUNK = 1 << 20
_THIN = 2.5
"""A filled box no thicker than this many points is a drawn line."""
_TILE = 6.0
"""A stencil smaller than this many points is one tile of a hatched area, no picture."""
_DASH_GAP = 3.0
"""Dashes of one line stand no further apart than this many points."""

_N = rb"-?[\d.]++"
_N6 = _N + (rb" " + _N) * 5
_WORD_BLOCK = (
    rb"q\n(" + _N6 + rb") cm\n(?:[\d. ]++(?:G|RG)\n)?+(?:([\d. ]++)(?:g|rg)\n)?+BT\n"
    rb"/(\S++) (" + _N + rb") Tf\n(?:(\d) Tr [\d.]++ w\n)?+(?:(" + _N + rb") Tz\n)?+"
    rb"(" + _N6 + rb") Tm\n(\[[^\]()]*+\])TJ\nET\nQ\n"
)
_DASH = _N + rb" " + _N + rb" m " + _N + rb" " + _N + rb" l\nS\n"
_DASH_GROUPS = (
    rb"((?:(?:[\d. ]++(?:G|RG)\n)?+[\d.]++ w\n\[[^\]]*+\] [\d.]++ d\n\d J\n\d j\n[\d.]++ M\n" + _DASH + rb")++)"
)
_CLIP_BLOCK = rb"(Q\n)?+q\n((?:" + _N + rb" " + _N + rb" [ml] ){4})h\nW\*?+ n\n"
_HANCOM = re.compile(_WORD_BLOCK + rb"|" + _DASH_GROUPS + rb"|" + _CLIP_BLOCK)
_STRIDE = _HANCOM.groups + 1
_DASH_ENDS = re.compile(rb"(\S++) (\S++) m (\S++) (\S++) l\n")

_DICT = rb"<<(?:[^<>()]++|" + HEX + rb"|" + STRING + rb"|<<(?:[^<>()]++|" + HEX + rb"|" + STRING + rb")*+>>)*+>>"
_ARRAY = rb"\[(?:[^\[\]()<>%]++|" + HEX + rb"|" + STRING + rb")*+\]"
_OPERAND = rb"(?:" + NUMBER + rb"|" + NAME + rb"|" + _ARRAY + rb"|" + HEX + rb"|" + STRING + rb"|" + _DICT + rb")"
_OPERATION = re.compile(
    rb"((?:" + _OPERAND + SPACE + rb"*+|" + SPACE + rb"++|%[^\r\n]*+)*+)([A-Za-z'\"][A-Za-z0-9*]*+)|([^\0\t\n\f\r ])",
    re.DOTALL,
)
_NUMBERS = re.compile(NUMBER)
_INLINE_END = re.compile(SPACE + rb"EI(?=" + SPACE + rb"|$)")
_BLANKS = re.compile(SPACE + rb"{64,}+")
_NAME = re.compile(NAME)


class Interpreter:
    """Reads the content of one page into a `PageContent`.

    `hidden_layers` are the optional content groups that are off; `fonts` is shared by the pages of a document.
    """

    def __init__(
        self, objects: Objects, budget: Budget, matrix: Matrix, fonts: dict[Any, Font], hidden_layers: frozenset[int]
    ) -> None:
        self.page = PageContent()
        self._objects = objects
        self._budget = budget
        self._fonts = fonts
        self._hidden_layers = hidden_layers
        self._forms = self._depth = 0
        self._ctm = matrix
        self._clip = -1
        self._clips: dict[BoxTuple, int] = {}
        self._clip_blocks: dict[tuple[Matrix, bytes], int] = {}
        self._fill: bytes = b"0"
        self._font: Font | None = None
        self._size = self._leading = self._rise = self._char_space = self._word_space = 0.0
        self._scale = 1.0
        self._mode = 0
        self._tm = self._line = IDENTITY
        self._states: list[tuple[Any, ...]] = []
        self._marks: list[tuple[str, int | None, Any, int]] = []
        self._mcid: int | None = None
        self._off = 0
        self._path: list[tuple[float, float]] = []
        self._parts: list[list[tuple[float, float]]] = []
        self._curved = self._clipping = False
        self._resources: dict[str, Any] = {}
        self._page_fonts: dict[bytes, Font] = {}
        self._handlers: dict[bytes, Callable[[bytes], None]] = {
            operator: getattr(self, method) for operator, method in _OPERATORS.items()
        }

    def run(self, data: bytes, resources: dict[str, Any]) -> None:
        """Interpret one content stream with its resources."""
        self._resources, self._page_fonts = resources, {}
        if b"\0" * 64 in data or b" " * 64 in data or b"\n" * 64 in data:
            data = _BLANKS.sub(b" ", data)
        parts = _HANCOM.split(data) if b"ET\nQ\n" in data or b" l\nS\n" in data else [data]
        matrices: dict[tuple[Matrix, bytes], Matrix] = {}
        for at in range(0, len(parts), _STRIDE):
            if parts[at]:
                self._operations(parts[at])
            if at + 1 == len(parts):
                break
            if parts[at + 1]:
                self._word(parts, at, matrices)
            elif parts[at + 9]:
                self._dashes(parts[at + 9])
            else:
                self._clip_block(parts[at + 10], parts[at + 11])
            if not at % 4096:
                self._budget.tick()
        self._budget.spend("max_operators", len(parts) // _STRIDE)

    def _word(self, parts: list[Any], at: int, matrices: dict[tuple[Matrix, bytes], Matrix]) -> None:
        """Hancom's block around one word; the graphics state is as before behind it."""
        cm, fill, font, size, mode, scale, tm, strings = parts[at + 1 : at + 9]
        key = (self._ctm, cm)
        matrix = matrices.get(key)
        if matrix is None:
            matrix = matrices[key] = multiply(_matrix(cm), self._ctm)
        a, b, c, d, e, f = map(float, tm.split())
        p, q, r, s, t, u = matrix
        if b or c or q or r:
            place = multiply((a, b, c, d, e, f), matrix)
        else:
            place = (a * p, 0.0, 0.0, d * s, e * p + t, f * s + u)
        self._show(
            self._page_fonts.get(font) or self._find_font(font),
            float(size),
            strings,
            place,
            float(scale) / 100 if scale else 1.0,
            int(mode) if mode else self._mode,
            self._fill if fill is None else fill,
        )

    def _dashes(self, groups: bytes) -> None:
        """Strokes of one segment each; those that carry on the one before are one rule."""
        ends = _DASH_ENDS.findall(groups)
        *start, right, bottom = ends[0]
        for x0, y0, x1, y1 in ends[1:]:
            # Dashes of a line share a coordinate to the last digit, so most need no arithmetic.
            if y0 == bottom and y1 == bottom == start[1]:
                if -0.1 <= float(x0) - float(right) <= _DASH_GAP:
                    right = x1
                    continue
            elif x0 == right and x1 == right == start[0]:
                if abs(float(y0) - float(bottom)) <= _DASH_GAP:
                    bottom = y1
                    continue
            self._rule(float(start[0]), float(start[1]), float(right), float(bottom))
            start, right, bottom = [x0, y0], x1, y1
        self._rule(float(start[0]), float(start[1]), float(right), float(bottom))
        self._budget.spend("max_operators", len(ends))

    def _clip_block(self, restore: bytes | None, path: bytes) -> None:
        """Hancom's `Q q` and a rectangle to clip to: once around every cell and every picture."""
        if restore:
            self._pop(b"")
        self._push(b"")
        key = (self._ctm, path)
        clip = self._clip_blocks.get(key)
        if clip is None:
            values = list(map(float, path.translate(None, b"ml").split()))
            xs, ys = values[::2], values[1::2]
            self._set_clip(box_of(self._ctm, min(xs), min(ys), max(xs), max(ys)))
            self._clip_blocks[key] = self._clip
        else:
            self._clip = clip

    def _operations(self, data: bytes) -> None:
        handlers = self._handlers
        count = 0
        pos = 0
        while pos < len(data):
            end = pos
            for match in _OPERATION.finditer(data, pos):
                operands, operator, junk = match.groups()
                count += 1
                if not count % 4096:
                    self._budget.tick()
                if junk:
                    self.page.junk += 1
                    continue
                if operator == b"BI":
                    end = self._inline_image(data, match.end())
                    break
                handler = handlers.get(operator)
                if handler:
                    handler(operands)
            else:
                break
            pos = end
        self._budget.spend("max_operators", count)

    # --- graphics state ---------------------------------------------------------------------------------------------------

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

    def _concat(self, operands: bytes) -> None:
        self._ctm = multiply(_matrix(operands), self._ctm)

    def _set_fill(self, operands: bytes) -> None:
        self._fill = operands.strip()

    # --- paths ------------------------------------------------------------------------------------------------------------

    def _move(self, operands: bytes) -> None:
        if len(self._path) > 1:
            self._parts.append(self._path)
        x, y = _floats(operands, 2)
        self._path = [(x, y)]

    def _line_to(self, operands: bytes) -> None:
        x, y = _floats(operands, 2)
        self._path.append((x, y))

    def _curve(self, operands: bytes) -> None:
        self._curved = True
        self.page.curves += 1
        values = _floats(operands, 4)
        self._path.append((values[-2], values[-1]))

    def _close(self, operands: bytes) -> None:
        if self._path:
            self._path.append(self._path[0])

    def _rectangle(self, operands: bytes) -> None:
        x, y, width, height = _floats(operands, 4)
        if len(self._path) > 1:
            self._parts.append(self._path)
        self._path = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]

    def _end_path(self, operands: bytes = b"") -> None:
        if self._clipping and not self._curved:
            points = [point for part in (*self._parts, self._path) for point in part]
            if points:
                self._set_clip(self._box(points))
        self._path, self._parts = [], []
        self._curved = self._clipping = False

    def _box(self, points: Iterable[tuple[float, float]]) -> BoxTuple:
        xs, ys = zip(*points, strict=True)
        return box_of(self._ctm, min(xs), min(ys), max(xs), max(ys))

    def _set_clip(self, box: BoxTuple) -> None:
        x0, y0, x1, y1 = box
        box = (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))
        index = self._clips.get(box)
        if index is None:
            index = self._clips[box] = len(self.page.clips)
            self.page.clips.append(box)
        self._clip = index

    def _clip_path(self, operands: bytes) -> None:
        self._clipping = True

    def _stroke(self, operands: bytes) -> None:
        if not self._curved:
            for part in (*self._parts, self._path):
                for (x0, y0), (x1, y1) in zip(part, part[1:], strict=False):
                    self._rule(x0, y0, x1, y1)
        self._end_path()

    def _close_stroke(self, operands: bytes) -> None:
        self._close(operands)
        self._stroke(operands)

    def _paint(self, operands: bytes) -> None:
        if not self._curved:
            for part in (*self._parts, self._path):
                if len(part) > 3:
                    self._filled(self._box(part))
        self._end_path()

    def _paint_stroke(self, operands: bytes) -> None:
        parts, path, curved = self._parts, self._path, self._curved
        self._paint(operands)
        self._parts, self._path, self._curved = parts, path, curved
        self._stroke(operands)

    def _filled(self, box: BoxTuple) -> None:
        x0, y0, x1, y1 = box
        if y1 - y0 <= _THIN and x1 - x0 > _THIN:
            self._add_rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
        elif x1 - x0 <= _THIN:
            self._add_rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
        else:
            self.page.fills.append((*box, self._fill, len(self.page.runs)))

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A stroked segment; only upright ones are rules."""
        a, b, c, d, e, f = self._ctm
        x0, y0, x1, y1 = a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * x1 + c * y1 + e, b * x1 + d * y1 + f
        if abs(y1 - y0) <= 0.5 or abs(x1 - x0) <= 0.5:
            self._add_rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _add_rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Add a rule, or lengthen the last one: dashes of one line are painted one after the other."""
        rules = self.page.rules
        if rules:
            last = rules[-1]
            if (
                abs(last[1] - y0) < 0.1
                and abs(last[3] - y1) < 0.1
                and y1 - y0 <= 0.5
                and -0.1 <= x0 - last[2] <= _DASH_GAP
            ):
                rules[-1] = (last[0], last[1], max(x1, last[2]), last[3])
                return
            if abs(last[0] - x0) < 0.1 and abs(last[2] - x1) < 0.1 and x1 - x0 <= 0.5 and y1 - y0 > x1 - x0:
                if -0.1 <= y0 - last[3] <= _DASH_GAP:
                    rules[-1] = (last[0], last[1], last[2], max(y1, last[3]))
                    return
                if -0.1 <= last[1] - y1 <= _DASH_GAP:
                    rules[-1] = (last[0], min(y0, last[1]), last[2], last[3])
                    return
        if len(rules) < MAX_RULES:
            rules.append((x0, y0, x1, y1))

    # --- text -------------------------------------------------------------------------------------------------------------

    def _begin_text(self, operands: bytes) -> None:
        self._tm = self._line = IDENTITY

    def _set_font(self, operands: bytes) -> None:
        name, _, size = operands.strip().rpartition(b" ")
        self._font = self._find_font(name.strip()[1:])
        self._size = _float(size)

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
        self._char_space = _float(operands)

    def _set_word_space(self, operands: bytes) -> None:
        self._word_space = _float(operands)

    def _set_scale(self, operands: bytes) -> None:
        self._scale = _float(operands) / 100

    def _set_leading(self, operands: bytes) -> None:
        self._leading = _float(operands)

    def _set_rise(self, operands: bytes) -> None:
        self._rise = _float(operands)

    def _set_mode(self, operands: bytes) -> None:
        self._mode = int(_float(operands)) & 7

    def _offset(self, operands: bytes) -> None:
        x, y = _floats(operands, 2)
        self._tm = self._line = multiply((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def _offset_leading(self, operands: bytes) -> None:
        self._leading = -_floats(operands, 2)[1]
        self._offset(operands)

    def _set_text_matrix(self, operands: bytes) -> None:
        self._tm = self._line = _matrix(operands)

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
        found = _NUMBERS.findall(operands.partition(b"(")[0].partition(b"<")[0])
        if len(found) >= 2:
            self._word_space, self._char_space = _float(found[0]), _float(found[1])
        start = min((at for at in (operands.find(b"("), operands.find(b"<")) if at >= 0), default=0)
        self._show_next_line(operands[start:])

    def _show(
        self, font: Font, size: float, strings: bytes, matrix: Matrix, scale: float, mode: int, fill: bytes
    ) -> float:
        """Add the runs of one show operator; returns the advance in text space."""
        a, b, c, d, e, f = matrix
        tilt = 0 if b == 0.0 and a > 0.0 and d <= 0.0 else tilt_of(a, b)
        height = size * (abs(d) if not tilt else (c * c + d * d) ** 0.5)
        runs = self.page.runs
        if len(runs) > MAX_RUNS:
            raise LimitExceededError("too many words on a page", code="limit_records")
        mcid, clip, off = self._mcid, self._clip, self._off > 0
        spaced = self._char_space or self._word_space
        unit = size * scale / 1000
        x = 0.0
        for gap, text, width, glyphs in font.segments(strings):
            x -= gap * unit
            if font.vertical:
                end = x - glyphs * size
                runs.append(
                    Run(
                        text,
                        e + c * x,
                        f + d * x,
                        e + c * end,
                        f + d * end,
                        height,
                        font,
                        mode,
                        fill,
                        mcid,
                        clip,
                        3,
                        off,
                    )
                )
                x = end
                continue
            end = x + width * unit
            if spaced:
                end += (self._char_space * glyphs + self._word_space * text.count(" ")) * scale
            runs.append(
                Run(
                    text,
                    e + a * x,
                    f + b * x,
                    e + a * end,
                    f + b * end,
                    height,
                    font,
                    mode,
                    fill,
                    mcid,
                    clip,
                    tilt,
                    off,
                )
            )
            x = end
        return x

    # --- marked content, pictures, forms ----------------------------------------------------------------------------------

    def _begin_mark(self, operands: bytes) -> None:
        names = _NAME.findall(operands)
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
            self.page.replaced += len(runs) - start
            first, last = runs[start], runs[-1]
            runs[start:] = [first._replace(text=decode_text(actual), x1=max(first.x1, last.x1))]

    def _do(self, operands: bytes) -> None:
        names = _NAME.findall(operands)
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
        small = box[2] - box[0] < _TILE and box[3] - box[1] < _TILE
        if small and stream is not None and stream.attributes.get("ImageMask") is True:
            return
        self.page.images.append((*box, stream, self._clip, len(self.page.runs)))

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
        self._push(b"")
        self._depth += 1
        matrix = [self._objects.number(value) for value in self._objects.array(stream.attributes.get("Matrix"))]
        if len(matrix) == 6:
            self._ctm = multiply((matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]), self._ctm)
        self.run(data, self._objects.dictionary(stream.attributes.get("Resources")) or self._resources)
        self._depth -= 1
        self._resources, self._page_fonts, depth, self._tm, self._line, marks = saved
        while len(self._marks) > marks:
            self._end_mark(b"")
        del self._states[depth + 1 :]
        self._pop(b"")

    def _inline_image(self, data: bytes, pos: int) -> int:
        """Pass over an inline picture; returns the place behind it."""
        self._image(None)
        start = data.find(b"ID", pos)
        end = _INLINE_END.search(data, start + 2) if start >= 0 else None
        return end.end() if end else len(data)


def _float(operand: bytes) -> float:
    try:
        return float(operand)
    except ValueError:
        found = _NUMBERS.findall(operand)
        return float(number(found[-1])) if found else 0.0


def _floats(operands: bytes, count: int) -> list[float]:
    """The last `count` numbers of the operands, missing ones as 0."""
    try:
        values = list(map(float, operands.split()))
    except ValueError:
        values = [float(number(token)) for token in _NUMBERS.findall(operands)]
    return values if len(values) == count else ([0.0] * count + values)[-count:]


def _matrix(operands: bytes) -> Matrix:
    a, b, c, d, e, f = _floats(operands, 6)
    return (a, b, c, d, e, f)


_OPERATORS = {
    b"q": "_push",
    b"Q": "_pop",
    b"cm": "_concat",
    b"g": "_set_fill",
    b"rg": "_set_fill",
    b"k": "_set_fill",
    b"sc": "_set_fill",
    b"scn": "_set_fill",
    b"m": "_move",
    b"l": "_line_to",
    b"c": "_curve",
    b"v": "_curve",
    b"y": "_curve",
    b"h": "_close",
    b"re": "_rectangle",
    b"n": "_end_path",
    b"W": "_clip_path",
    b"W*": "_clip_path",
    b"S": "_stroke",
    b"s": "_close_stroke",
    b"f": "_paint",
    b"F": "_paint",
    b"f*": "_paint",
    b"B": "_paint_stroke",
    b"B*": "_paint_stroke",
    b"b": "_paint_stroke",
    b"b*": "_paint_stroke",
    b"BT": "_begin_text",
    b"Tf": "_set_font",
    b"Tc": "_set_char_space",
    b"Tw": "_set_word_space",
    b"Tz": "_set_scale",
    b"TL": "_set_leading",
    b"Ts": "_set_rise",
    b"Tr": "_set_mode",
    b"Td": "_offset",
    b"TD": "_offset_leading",
    b"Tm": "_set_text_matrix",
    b"T*": "_next_line",
    b"Tj": "_show_strings",
    b"TJ": "_show_strings",
    b"'": "_show_next_line",
    b'"': "_show_spaced",
    b"BMC": "_begin_mark",
    b"BDC": "_begin_mark",
    b"EMC": "_end_mark",
    b"Do": "_do",
}
