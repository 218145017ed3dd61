"""Scripts, actions and attachments of a PDF, found and named (ISO 32000-1, 7.11.4, 12.6.4 and 12.7.8)."""

from __future__ import annotations

from typing import Any

from hwpextract.account import Warning, warning
from hwpextract.readers.active import scripts, shown
from hwpextract.readers.pdf.objects import Objects

_RUN = frozenset({"JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "RichMediaExecute"})
"""Kinds of actions that run, fetch or send something; the others only turn pages."""
_MOST = 1000


def active_content(objects: Objects) -> list[Warning]:
    """Warnings of what the document would have a viewer run or offer to open."""
    catalogue = objects.dictionary(objects.trailer.get("Root"))
    names = objects.dictionary(catalogue.get("Names"))
    events = objects.dictionary(catalogue.get("AA")).values()
    actions = (objects.get(objects.dictionary(action).get("S")) for action in (catalogue.get("OpenAction"), *events))
    found = [str(kind) for kind in actions if kind in _RUN]
    found += [name or "JavaScript" for name in _leaves(objects, names.get("JavaScript"))]
    if "XFA" in objects.dictionary(catalogue.get("AcroForm")):
        found.append("XFA")
    attached = _leaves(objects, names.get("EmbeddedFiles"))
    more = [warning("attachment_found", count=len(attached), names=shown(attached))] if attached else []
    return scripts(found) + more


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
