"""HWPX: every element of the parts with lxml, in document order, with no idea of lists, notes or where anything stands."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from hwpextract.characters import normalise
from hwpextract.readers.numbers import NumberFormat, print_number

PARTS = re.compile(r"(?:Contents/)?(?:section|masterpage)\d+\.xml", re.IGNORECASE)
UNITS = {"p": "records", "tc": "cells", "pic": "images"}
OWN_TEXT = ("t", "mainText", "script", "firstKey", "secondKey")
SIGNS = {"checkBtn": "☐", "radioBtn": "○", "btn": ""}
NOTES = ("FOOTNOTE", "ENDNOTE")
KNOWN = ("HwpUnitChar", "/paragraph", "/metatag", "/ooxmlchart")


def count(data: bytes) -> Counter[str]:
    """Characters, records, cells and images of a file that no password locks."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if PARTS.fullmatch(name):
                root = etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True, resolve_entities=False))
                for element in elements(root):
                    kind = local(element)
                    if kind in UNITS:
                        found[UNITS[kind]] += 1
                    found["records"] += kind == "textart"
                    found["characters"] += len("".join(normalise(text_of(kind, element)).split()))
    return found


def elements(element: Any) -> Iterator[Any]:
    """All elements but comments, and of alternatives those that a program that knows the vocabulary reads."""
    if not isinstance(element.tag, str):
        return
    yield element
    read = False
    for child in element:
        if local(child) == "case":
            read = child.get(required(child), "").endswith(KNOWN)
            if not read:
                continue
        elif local(child) == "default" and read:
            continue
        yield from elements(child)


def required(element: Any) -> str:
    return next((name for name in element.attrib if name.endswith("required-namespace")), "")


def local(element: Any) -> str:
    return str(etree.QName(element).localname)


def text_of(kind: str, element: Any) -> str:
    """What an element puts into the text."""
    if kind in OWN_TEXT:
        inside = (text for child in element for text in (inline(child), child.tail or ""))
        return (element.text or "") + "".join(inside) if kind == "t" else element.text or ""
    if kind == "text" and local(element.getparent()) == "edit":
        return element.text or ""
    if kind == "subText":
        return f"({element.text})" if (element.text or "").strip() else ""
    if kind == "textart":
        return str(element.get("text", "")).translate({0x240D: None, 0x240A: "\n"})
    if kind in SIGNS:
        return SIGNS[kind] + re.sub("&(.?)", r"\1", element.get("caption", ""))
    if kind == "compose":
        return str(element.get("composeText", ""))
    if kind == "comboBox":
        return str(element.get("selectedValue", ""))
    return number(element) if kind == "autoNum" else ""


def inline(element: Any) -> str:
    return "-" if isinstance(element.tag, str) and local(element) in ("hyphen", "hypen") else ""


def number(element: Any) -> str:
    """An automatic number; those of notes are their labels."""
    if element.get("numType") in NOTES:
        return ""
    form: Any = next((child for child in element if local(child) == "autoNumFormat"), {})
    kind = NumberFormat.__members__.get(form.get("type", ""), NumberFormat.DIGIT)
    shown = print_number(int(element.get("num", "0")), kind, form.get("userChar", ""))
    return f"{form.get('prefixChar', '')}{shown}{form.get('suffixChar', '')}"
