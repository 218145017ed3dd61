"""Check boxes of forms: Hangul paints them as a stack of window parts in the font Marlett, all at one place."""

from __future__ import annotations

from collections.abc import Sequence

from hwpextract.readers.pdf.content.runs import Run

_INSIDE, _TICK = "\uf067", "\uf062"
_PARTS = frozenset("\uf063\uf064\uf065\uf066")
"""Edges of the box: two dark, two light."""
_SAME_PLACE = 1.0
_CAPTION_GAP = 0.5
"""The caption follows its box, and its words each other, within this share of the size."""
_DROP = 0.17
"""The baseline of a box lies lower than that of its caption by this share of its size."""


def draw_check_boxes(runs: Sequence[Run]) -> list[Run]:
    """The runs with \u2610 or \u2611 in the place of the first part of each box; the other parts hold no text any more.

    Hangul clips the caption to a frame of its own; here it stands in the clip of its box, so that both are one line.
    """
    drawn: list[Run] = []
    box: int | None = None
    last: Run | None = None
    for at, run in enumerate(runs):
        if run.font.name != "Marlett":
            last = run._replace(clip=last.clip) if last is not None and _goes_on(last, run) else None
            drawn.append(last or run)
            continue
        inside = box is not None and abs(run.x0 - runs[box].x0) + abs(run.y - runs[box].y) < _SAME_PLACE
        if run.text == _INSIDE and not inside:
            box = at
            y = run.y - _DROP * run.size
            last = run._replace(text="\u2610 ", y=y, y1=y, fill=b"0")
            drawn.append(last)
        elif box is not None and inside and (run.text == _TICK or run.text in _PARTS):
            if run.text == _TICK:
                drawn[box] = drawn[box]._replace(text="\u2611 ")
            drawn.append(run._replace(text=""))
        else:
            drawn.append(run)
    return drawn


def _goes_on(last: Run, run: Run) -> bool:
    """Whether a run stands beside a box or the caption so far."""
    gap = run.x0 - last.x1
    return abs(run.y - last.y) < 0.3 * run.size and -_CAPTION_GAP * run.size < gap < _CAPTION_GAP * run.size
