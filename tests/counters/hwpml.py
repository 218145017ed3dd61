"""HWPML: every element of the body with lxml, in document order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from hwpextract.characters import normalise

UNITS = {"P": "records", "CELL": "cells", "PICTURE": "images"}
OWN_TEXT = ("CHAR", "MAINTEXT", "SCRIPT", "EDITTEXT", "KEYFIRST", "KEYSECOND")
NOTES = ("Footnote", "Endnote")


def count(data: bytes) -> Counter[str]:
    """Characters, records, cells and images of a well-formed file."""
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    found: Counter[str] = Counter()
    for section in etree.fromstring(data, parser).iter("SECTION"):
        for element in section.iter(etree.Element):
            if element.tag in UNITS:
                found[UNITS[element.tag]] += 1
            found["characters"] += len("".join(normalise("".join(texts_of(element))).split()))
    return found


def texts_of(element: Any) -> Iterator[str]:
    """What an element puts into the text."""
    if element.tag in OWN_TEXT:
        yield element.text or ""
        for child in element:
            yield "-" if child.tag in ("HYPEN", "HYPHEN") else ""
            yield child.tail or ""
    elif element.tag == "AUTONUM" and element.get("NumberType") not in NOTES:
        form: Any = next(iter(element), {})
        yield f"{form.get('PrefixChar', '')}{element.get('Number', '')}{form.get('SuffixChar', '')}"
    elif element.tag == "SUBTEXT" and (element.text or "").strip():
        yield f"({element.text})"
    elif element.tag == "TEXTART":
        yield element.get("Text", "")
    elif element.tag == "COMPOSE":
        yield element.get("ComposeText") or element.text or ""
