"""Check boxes of forms: Hangul paints them as a stack of window parts in the font Marlett, all at one place."""

from __future__ import annotations

from collections.abc import Sequence

from hwpextract.readers.pdf.runs import Run

_INSIDE, _TICK = "\uf067", "\uf062"
_PARTS = frozenset("\uf063\uf064\uf065\uf066")
"""Edges of the box: two dark, two light."""
_SAME_PLACE = 1.0
_DROP = 0.17
"""The baseline of a box lies lower than that of its caption by this share of its size."""


def draw_check_boxes(runs: Sequence[Run]) -> list[Run]:
    """The runs with \u2610 or \u2611 in the place of the first part of each box; the other parts hold no text any more."""
    drawn: list[Run] = []
    box: int | None = None
    for at, run in enumerate(runs):
        if run.font.name != "Marlett":
            drawn.append(run)
            continue
        inside = box is not None and abs(run.x0 - runs[box].x0) + abs(run.y - runs[box].y) < _SAME_PLACE
        if run.text == _INSIDE and not inside:
            box = at
            y = run.y - _DROP * run.size
            drawn.append(run._replace(text="\u2610 ", y=y, y1=y, fill=b"0"))
        elif box is not None and inside and (run.text == _TICK or run.text in _PARTS):
            if run.text == _TICK:
                drawn[box] = drawn[box]._replace(text="\u2611 ")
            drawn.append(run._replace(text=""))
        else:
            drawn.append(run)
    return drawn
