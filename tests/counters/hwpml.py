"""HWPML: every element of the body with lxml, in document order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from counters.words import MARK
from hwpextract.characters import normalise

UNITS = {"P": "records", "CELL": "cells", "PICTURE": "images"}
OWN_TEXT = ("CHAR", "MAINTEXT", "SCRIPT", "EDITTEXT", "KEYFIRST", "KEYSECOND")
BLANKS = ("TAB", "LINEBREAK", "NBSPACE", "FWSPACE")
PRINTING = ("EQUATION", "AUTONUM", "COMPOSE", "DUTMAL", "BUTTON", "CHECKBUTTON", "RADIOBUTTON", "COMBOBOX", "EDIT")
NOTES = ("Footnote", "Endnote")


def count(data: bytes) -> Counter[str]:
    """Characters, records, cells and images of a well-formed file."""
    found: Counter[str] = Counter()
    for section in sections(data):
        for element in section.iter(etree.Element):
            if element.tag in UNITS:
                found[UNITS[element.tag]] += 1
            found["characters"] += len("".join(normalise("".join(texts_of(element))).split()))
    return found


def texts(data: bytes) -> Iterator[str]:
    """Text of each paragraph, with marks for what controls print."""
    for section in sections(data):
        for paragraph in section.iter("P"):
            yield "".join(map(written, paragraph.iterfind("TEXT/*")))


def written(element: Any) -> str:
    if element.tag != "CHAR":
        return MARK if element.tag in PRINTING else ""
    inside = ((" " if child.tag in BLANKS else hyphen(child)) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(inside)


def hyphen(element: Any) -> str:
    return "-" if element.tag in ("HYPEN", "HYPHEN") else ""


def sections(data: bytes) -> Iterator[Any]:
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    return etree.fromstring(data, parser).iter("SECTION")


def texts_of(element: Any) -> Iterator[str]:
    """What an element puts into the text."""
    if element.tag in OWN_TEXT:
        yield element.text or ""
        for child in element:
            yield hyphen(child)
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
