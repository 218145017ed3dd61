"""Scripts, actions and attachments of a PDF, found and named (ISO 32000-1, 7.11.4, 12.6.4 and 12.7.8)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hwpextract.account import Warning, warning
from hwpextract.readers.active import links, scripts, shown
from hwpextract.readers.pdf.file.objects import Objects

_RUN = frozenset({"JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute"})
"""Kinds of actions that run, fetch or send something."""
_ELSEWHERE = frozenset({"GoToR", "GoToE"})
"""Kinds of actions that open another file; all that are not named here only turn pages, or are links of the web."""
_MOST = 1000


def active_content(objects: Objects, pages: Iterable[dict[str, Any]]) -> list[Warning]:
    """Warnings of what the document would have a viewer run or offer to open: as a whole, on its pages and in its forms."""
    catalogue = objects.catalogue
    names = objects.dictionary(catalogue.get("Names"))
    form = objects.dictionary(catalogue.get("AcroForm"))
    found = _Actions(objects)
    found.take(catalogue.get("OpenAction"))
    found.take_all([catalogue], "Kids")
    found.names += [name or "JavaScript" for name in _leaves(objects, names.get("JavaScript"))]
    if "XFA" in form:
        found.names.append("XFA")
    for page in pages:
        if "AA" in page or "Annots" in page:
            found.take_all([page], "Annots")
    found.take_all(objects.array(form.get("Fields")), "Kids")
    attached = _leaves(objects, names.get("EmbeddedFiles"))
    more = [warning("attachment_found", count=len(attached), names=shown(attached))] if attached else []
    return scripts(found.names) + links(found.targets) + more


class _Actions:
    """Names of actions that run something, and of files that others open; each action is looked at once."""

    def __init__(self, objects: Objects) -> None:
        self.names: list[str] = []
        self.targets: list[str] = []
        self._objects = objects
        self._seen: set[tuple[int, str]] = set()

    def take_all(self, holders: list[Any], below: str) -> None:
        """Take the actions of pages, annotations or fields, and of what hangs `below` them."""
        waiting = list(reversed(holders))
        while waiting:
            holder = self._new(waiting.pop(), below)
            self.take(holder.get("A"))
            for event in self._objects.dictionary(holder.get("AA")).values():
                self.take(event)
            if below in holder:
                waiting += reversed(self._objects.array(holder[below]))

    def take(self, action: Any) -> None:
        """Take an action and those that follow it (12.6.2)."""
        waiting = [action]
        while waiting:
            entries = self._new(waiting.pop())
            kind = self._objects.get(entries.get("S"))
            if kind in _RUN:
                self.names.append(str(kind))
            elif kind in _ELSEWHERE and "F" in entries:
                self.targets.append(self._file(entries["F"]))
            if "Next" in entries:
                waiting += reversed(self._objects.array(entries["Next"]))

    def _new(self, value: Any, role: str = "S") -> dict[str, Any]:
        """A dictionary that was not looked at before in this role; empty for all others."""
        found = self._objects.dictionary(value)
        if not found or (id(found), role) in self._seen:
            return {}
        self._objects.budget.spend("max_records")
        self._seen.add((id(found), role))
        return found

    def _file(self, value: Any) -> str:
        """Name in a file specification (7.11.2): a string, or a dictionary with several."""
        entries = self._objects.dictionary(value)
        names = (self._objects.text(each) for each in (entries.get("UF"), entries.get("F"), value))
        return next((name for name in names if name), "?")


def _leaves(objects: Objects, tree: Any) -> list[str]:
    """Names in a name tree (7.9.6), however it is knotted."""
    found: list[str] = []
    waiting, seen = [tree], set[int]()
    while waiting and len(seen) < _MOST:
        branch = objects.dictionary(waiting.pop(0))
        if id(branch) not in seen:
            seen.add(id(branch))
            found += [objects.text(name) or "" for name in objects.array(branch.get("Names"))[: 2 * _MOST : 2]]
            waiting += objects.array(branch.get("Kids"))[:_MOST]
    return found
