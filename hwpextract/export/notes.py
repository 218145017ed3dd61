"""The foot- and endnotes of a document with the marks that stand for them in the text."""

from __future__ import annotations

from typing import NamedTuple

from hwpextract.document import Document, SideKind, SideText
from hwpextract.export.controls import lines_of
from hwpextract.node import Locator


class Note(NamedTuple):
    """A note, its number in this export (from 1), and its mark as printed, or made from the number."""

    number: int
    mark: str
    side: SideText


def notes_of(document: Document) -> list[Note]:
    """Foot- and endnotes in document order, without those that say nothing."""
    sides = document.side_texts(SideKind.FOOTNOTE, SideKind.ENDNOTE)
    speaking = (side for side in sides if lines_of(side.text))
    return [Note(number, side.label or f"{number})", side) for number, side in enumerate(speaking, 1)]


def by_anchor(notes: list[Note]) -> dict[Locator, list[Note]]:
    """The notes of each paragraph."""
    anchored: dict[Locator, list[Note]] = {}
    for note in notes:
        if note.side.anchor:
            anchored.setdefault(note.side.anchor, []).append(note)
    return anchored
