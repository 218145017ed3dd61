"""Footnotes: a small raised `1)` in the text, and smaller lines at the foot of the same page that begin with the same mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from hwpextract.readers.pdf.content.runs import Run
from hwpextract.readers.pdf.layout.lines import Line
from hwpextract.readers.pdf.layout.page_layout import PageLayout, regions_of

_MARK = re.compile(r"\d{1,3}\)")
_NOTE = re.compile(r"\s*(\d{1,3}\))\s*")
_RAISED, _SMALL = 0.12, 0.85
"""A mark is raised by this share of the size of its line, and smaller than this share of it; so is the type of a note."""


class Note:
    """A footnote: its mark, its text without the mark, its first line."""

    __slots__ = ("line", "mark", "text")

    def __init__(self, mark: str, text: str, line: Line) -> None:
        self.mark = mark
        self.text = text
        self.line = line


def take_notes(layout: PageLayout, *, glyphs: bool) -> list[Note]:
    """Remove the footnotes of a page and their marks from its bodies."""
    mixed = [line for region in regions_of(layout) for line in region.lines if line.mixed]
    marks = {mark: (line, runs) for line in mixed for mark, runs in _marks(line)}
    if not marks:
        return []
    notes: list[Note] = []
    for body in layout.bodies:
        start = next((at for at, line in enumerate(body.lines) if _begins_note(line, marks)), None)
        if start is None:
            continue
        for line in body.lines[start:]:
            found = _NOTE.match(line.text)
            if found and found[1] in marks:
                notes.append(Note(found[1], line.text[found.end() :].strip(), line))
            else:
                notes[-1].text += " " + line.text.strip()
        body.lines = body.lines[:start]
    for note in notes:
        line, runs = marks[note.mark]
        line.remove(runs, glyphs=glyphs)
    for region in regions_of(layout) if notes else ():
        region.lines = [line for line in region.lines if line.text.strip()]
    return notes


def _marks(line: Line) -> Iterator[tuple[str, list[Run]]]:
    """Raised marks of a line with their runs; a writer may paint each character by itself."""
    small = _SMALL * line.size
    for raised, group in groupby(line.runs, key=lambda run: run.size < small and run.y < line.y - _RAISED * line.size):
        runs = list(group)
        text = "".join(run.text for run in runs).strip()
        if raised and _MARK.fullmatch(text):
            yield text, runs


def _begins_note(line: Line, marks: dict[str, tuple[Line, list[Run]]]) -> bool:
    found = _NOTE.match(line.text)
    if found is None or found[1] not in marks:
        return False
    above, _ = marks[found[1]]
    return line.y > above.y + line.size and line.size < 0.95 * above.size
