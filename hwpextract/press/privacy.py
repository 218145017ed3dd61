"""Releases without people's names and numbers, for those who must not store them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias, TypeVar

from hwpextract.document import Block, Box, Cell, Image, Paragraph, Table
from hwpextract.patterns import pattern
from hwpextract.press.model import Contact, Evidence, PressRelease
from hwpextract.press.people import name_of
from hwpextract.press.reach import email_of, is_reach_cell, phones_of
from hwpextract.press.tables import lines_of

ContactDetail: TypeAlias = Literal["full", "department", "none"]
"""How much of the contact block a result carries: everything, units without people, nothing."""

_HIDDEN = "○○○"
_LEFT_OUT = {
    "department": ("contact", "contacts"),
    "none": ("contact", "contacts", "department", "departments"),
}
B = TypeVar("B", bound=Block)


def without_people(release: PressRelease, detail: Literal["department", "none"]) -> PressRelease:
    """The release without its officers, also in the document it was read from.

    In tables and lines that print a number or address of theirs, these are left out and so are their names. People whom a release
    speaks of or quotes stay: they are its content.
    """
    people = _People(release.contacts)
    document = release.document
    side = tuple(text.model_copy(update={"blocks": people.out_of(text.blocks)}) for text in document.side)
    changes: dict[str, object] = {
        "contact": None,
        "contacts": (),
        "document": document.model_copy(update={"blocks": people.out_of(document.blocks), "side": side}),
        "body": people.out_of(release.body),
        "paragraphs": people.out_of(release.paragraphs),
        "annexes": tuple(annex.model_copy(update={"blocks": people.out_of(annex.blocks)}) for annex in release.annexes),
        "evidence": dict(_evidence(release.evidence, detail, people)),
    }
    if release.verification:
        changes["verification"] = release.verification.model_copy(update={"only_here": (), "only_there": ()})
    if detail == "none":
        changes |= {"department": None, "departments": ()}
    return release.model_copy(update=changes)


def _evidence(evidence: dict[str, Evidence], detail: str, people: _People) -> Iterable[tuple[str, Evidence]]:
    for name, entry in evidence.items():
        if name not in _LEFT_OUT[detail]:
            yield name, entry.model_copy(update={"raw": people.out_of_text(entry.raw)})


class _People:
    """The officers of one release, to be taken out of what was read."""

    def __init__(self, contacts: Sequence[Contact]) -> None:
        self._names = {contact.name for contact in contacts if contact.name}
        self._reach = {number for contact in contacts for number in contact.phones}
        self._reach |= {contact.email for contact in contacts if contact.email}
        spaced = (r"\s*".join(map(re.escape, name)) for name in self._names)
        self._name_pattern = pattern("(?<![가-힣])(?:" + "|".join(spaced) + ")") if self._names else None

    def out_of(self, blocks: Sequence[B]) -> tuple[B, ...]:
        """The blocks without the officers."""
        return tuple(self._out_of_block(block) for block in blocks)

    def out_of_text(self, text: str) -> str:
        """A line without its numbers and the officers' names, if one of their numbers stands in it."""
        if not self._reached_in(text):
            return text
        named = self._name_pattern.sub(_HIDDEN, text) if self._name_pattern else text
        return re.sub(r"[\w.+-]+@[\w.-]+|[(]?\d[\d\s().,~∼-]{6,}\d[)]?", "", named)

    def _out_of_block(self, block: B) -> B:
        if isinstance(block, Paragraph):
            return block.model_copy(update={"text": self.out_of_text(block.text)})
        if isinstance(block, Table):
            lists_them = any(self._reached_in(cell.text) for cell in block.cells)
            cells = tuple(self._out_of_cell(cell, lists_them) for cell in block.cells)
            return block.model_copy(update={"cells": cells})
        if isinstance(block, Box):
            return block.model_copy(update={"blocks": self.out_of(block.blocks)})
        assert isinstance(block, Image)  # noqa: S101 - the closed set of blocks has no other
        return block

    def _out_of_cell(self, cell: Cell, lists_them: bool) -> Cell:
        """An emptied cell where a table that lists the officers names one or gives a number."""
        if lists_them and (
            is_reach_cell(cell.text) or any(name_of(line) in self._names for line in lines_of(cell.blocks))
        ):
            return cell.model_copy(update={"blocks": ()})
        return cell.model_copy(update={"blocks": self.out_of(cell.blocks)})

    def _reached_in(self, text: str) -> bool:
        return not self._reach.isdisjoint((*phones_of(text), email_of(text)))
