"""What a page's content gives: runs of text with their places, rules, fills, pictures, clips."""

from __future__ import annotations

from math import atan2, degrees
from typing import Any, NamedTuple, TypeAlias

from hwpextract.readers.pdf.content.fonts import Font
from hwpextract.readers.pdf.content.geometry import BoxTuple, Matrix

OBLIQUE = 4
"""Tilt of text that is neither upright nor turned by a right angle: a watermark."""

PaintedImage: TypeAlias = tuple[float, float, float, float, Any, int, int, int | None]
"""A picture: its box, its stream (None for an inline one), its clip, how many runs were painted before it, and its mark."""


class Run(NamedTuple):
    """One show-string: `x0`, `y` where its baseline begins, `x1`, `y1` where it ends by the true advance, all in points.

    `mode` is the text render mode, `fill` the operands of its fill colour, `mark` the marked content it belongs to (-1 for an
    artifact) or, once the structure tree is read, its paragraph there, `clip` the index of the clip it is painted in, `tilt`
    quarter turns clockwise, `off` that its layer is not shown.
    """

    text: str
    x0: float
    y: float
    x1: float
    y1: float
    size: float
    font: Font
    mode: int
    fill: bytes
    mark: int | None
    clip: int
    tilt: int
    off: bool


class PageContent:
    """Everything one pass over a page found; counters say what could not be used."""

    __slots__ = (
        "_text",
        "_told",
        "clips",
        "curves",
        "fills",
        "glyphs",
        "images",
        "junk",
        "limited",
        "outlines",
        "repeated",
        "rules",
        "runs",
        "skipped_forms",
        "strokes",
    )

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._told: list[Run] | None = None
        self._text = ""
        self.rules: list[BoxTuple] = []
        self.fills: list[tuple[float, float, float, float, bytes, int]] = []
        self.images: list[PaintedImage] = []
        self.clips: list[BoxTuple] = []
        self.strokes: list[tuple[Matrix, bytes]] = []
        self.curves = 0
        self.outlines = 0
        self.glyphs = 0
        self.junk = 0
        self.limited = False
        self.repeated = 0
        self.skipped_forms = 0

    @property
    def text(self) -> str:
        """All text of the runs, without anything between them; made once for each list of runs, to which nothing is added then."""
        if self._told is not self.runs:
            self._text, self._told = "".join([run.text for run in self.runs]), self.runs
        return self._text


def tilt_of(a: float, b: float) -> int:
    """Quarter turns of a baseline with direction (a, b), y downwards; OBLIQUE for angles more than 3 degrees beside them."""
    turns, rest = divmod(degrees(atan2(b, a)) % 360 + 3, 90)
    return int(turns) % 4 if rest <= 6 else OBLIQUE


def box_of_runs(runs: list[Run]) -> BoxTuple:
    """The box around runs of any tilt."""
    xs = [x for run in runs for x in (run.x0, run.x1)]
    ys = [y for run in runs for y in (run.y, run.y1)]
    return (min(xs), min(ys), max(xs), max(ys))
