"""HWPX: every element of the parts with lxml, in document order, with no idea of lists, notes or where anything stands.

Distribution documents are decrypted by their manifest and the password that Hancom has published for them.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from lxml import etree

from counters.words import MARK
from hwpextract.characters import normalise
from hwpextract.readers.numbers import NumberFormat, print_number

PARTS = re.compile(r"(?:Contents/)?(?:section|masterpage)\d+\.xml", re.IGNORECASE)
UNITS = {"p": "records", "tc": "cells", "pic": "images"}
OWN_TEXT = ("t", "mainText", "script", "firstKey", "secondKey")
SIGNS = {"checkBtn": "☐", "radioBtn": "○", "btn": ""}
NOTES = ("FOOTNOTE", "ENDNOTE")
BLANKS = ("tab", "lineBreak", "nbSpace", "fwSpace")
PRINTING = ("equation", "autoNum", "compose", "dutmal", "checkBtn", "radioBtn", "btn", "comboBox", "edit")
PUBLISHED = bytes.fromhex("2259616E672057616E6753756E76212122")
KNOWN = ("HwpUnitChar", "/paragraph", "/metatag", "/ooxmlchart")


def count(data: bytes) -> Counter[str]:
    """Characters, records, cells and images of a file that no password of its owner locks."""
    found: Counter[str] = Counter()
    for element in (each for root in roots(data) for each in elements(root)):
        kind = local(element)
        if kind in UNITS:
            found[UNITS[kind]] += 1
        found["records"] += kind == "textart"
        found["characters"] += len("".join(normalise(text_of(kind, element)).split()))
    return found


def texts(data: bytes) -> Iterator[str]:
    """Text of each paragraph, whatever it stands in."""
    return (text(each) for root in roots(data) for each in elements(root) if local(each) == "p")


def roots(data: bytes) -> Iterator[Any]:
    """Roots of the parts with text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        locks = encrypted(archive)
        for name in archive.namelist():
            if PARTS.fullmatch(name):
                content = archive.read(name)
                content = decrypted(content, locks[name]) if name in locks else content
                yield etree.fromstring(content, etree.XMLParser(huge_tree=True, resolve_entities=False))


def encrypted(archive: zipfile.ZipFile) -> dict[str, dict[str, str]]:
    """What the manifest says of each encrypted entry: attributes of all elements in one."""
    if "META-INF/manifest.xml" not in archive.namelist():
        return {}
    entries = [each for each in etree.fromstring(archive.read("META-INF/manifest.xml")) if len(each)]
    found: dict[str, dict[str, str]] = {}
    for entry in entries:
        inside = {local(each): {local_name(key): str(value) for key, value in each.items()} for each in entry.iter()}
        start = {"start-size": inside["start-key-generation"].pop("key-size")}
        found[inside["file-entry"]["full-path"]] = start | {key: one[key] for one in inside.values() for key in one}
    return found


def decrypted(content: bytes, lock: dict[str, str]) -> bytes:
    """An entry of a distribution document in the clear."""
    start = hashlib.new(lock["start-key-generation-name"].rpartition("#")[2], PUBLISHED).digest()
    salt, rounds, size = b64decode(lock["salt"]), int(lock["iteration-count"]), int(lock["key-size"])
    key = hashlib.pbkdf2_hmac("sha1", start[: int(lock["start-size"])], salt, rounds, size)
    decryptor = Cipher(algorithms.AES(key), modes.CBC(b64decode(lock["initialisation-vector"]))).decryptor()
    return zlib.decompressobj(-15).decompress(decryptor.update(content))


def elements(element: Any, *, without: str = "") -> Iterator[Any]:
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
        if local(child) != without:
            yield from elements(child, without=without)


def text(paragraph: Any) -> str:
    """Text of a paragraph with its white space, without the paragraphs in it, and with marks for what controls print."""
    return "".join(map(written, elements(paragraph, without="p")))


def written(element: Any) -> str:
    kind = local(element)
    if kind != "t":
        return MARK if kind in PRINTING else ""
    inside = ((" " if local(child) in BLANKS else inline(child)) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(inside)


def required(element: Any) -> str:
    return next((name for name in element.attrib if name.endswith("required-namespace")), "")


def local(element: Any) -> str:
    return local_name(element.tag) if isinstance(element.tag, str) else ""


def local_name(name: str | bytes) -> str:
    return str(name).rpartition("}")[2]


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
    return "-" if local(element) in ("hyphen", "hypen") else ""


def number(element: Any) -> str:
    """An automatic number; those of notes are their labels."""
    if element.get("numType") in NOTES:
        return ""
    form: Any = next((child for child in element if local(child) == "autoNumFormat"), {})
    kind = NumberFormat.__members__.get(form.get("type", ""), NumberFormat.DIGIT)
    shown = print_number(int(element.get("num", "0")), kind, form.get("userChar", ""))
    return f"{form.get('prefixChar', '')}{shown}{form.get('suffixChar', '')}"
