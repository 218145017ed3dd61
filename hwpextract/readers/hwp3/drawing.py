"""Text boxes in drawings (spec 3.0, 11): objects one behind the other, containers ahead of what they hold."""

from __future__ import annotations

from struct import unpack_from
from typing import Final

# An object: length of its header, kind; at 88 the options, behind them what they announce: rotation, gradient, bitmap, watermark.
_OPTIONS: Final = 88
_ATTRIBUTES: Final = 92
_ANNOUNCED: Final = ((1 << 17, 32), (1 << 16, 28), (1 << 18, 278), (1 << 20, 3))
_BOXED: Final = 1 << 19
_TEXT_BOX: Final = 6
# Two counted parts: what is of no interest here, and a list of paragraphs.
_LENGTHS: Final = 8


def text_boxes(data: bytes, drawing: range) -> tuple[list[range], bool]:
    """Places of the paragraph lists in a drawing, and whether it could be read to its end.

    A shape that was made a text box has its list at the end of its header, within the length of the header; the specification has it
    behind. What fits tells.
    """
    if not drawing:
        return [], True
    if len(drawing) < _LENGTHS:
        return [], False
    start = drawing.start + 4 + _word(data, drawing.start)
    found, whole = _objects(data, start, drawing.stop, boxes_behind=False)
    if whole:
        return found, True
    others, whole = _objects(data, start, drawing.stop, boxes_behind=True)
    return (others, True) if whole else (found, False)


def _objects(data: bytes, pos: int, stop: int, *, boxes_behind: bool) -> tuple[list[range], bool]:
    found: list[range] = []
    while pos + _ATTRIBUTES + _LENGTHS <= stop:
        length, kind = unpack_from("<IH", data, pos)
        options = _word(data, pos + _OPTIONS)
        end = pos + 4 + length
        if length < _OPTIONS or end + _LENGTHS > stop:
            break
        attributes = pos + _ATTRIBUTES + sum(size for option, size in _ANNOUNCED if options & option)
        box = _parts(data, attributes, end)
        if box and box.stop == end:
            found.append(box)
        elif boxes_behind and options & _BOXED and kind != _TEXT_BOX:
            box = _parts(data, end, stop)
            if box is None:
                break
            found.append(box)
            end = box.stop
        details = _parts(data, end, stop)
        if details is None:
            break
        if kind == _TEXT_BOX:
            found.append(details)
        pos = details.stop
    return [box for box in found if box], pos == stop


def _parts(data: bytes, pos: int, stop: int) -> range | None:
    """Place of the second of two counted parts; None when they do not fit."""
    if pos + _LENGTHS > stop:
        return None
    second = pos + 4 + _word(data, pos)
    if second + 4 > stop:
        return None
    end = second + 4 + _word(data, second)
    return range(second + 4, end) if end <= stop else None


def _word(data: bytes, offset: int) -> int:
    word: int = unpack_from("<I", data, offset)[0]
    return word
