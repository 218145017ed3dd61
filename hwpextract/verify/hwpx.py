"""HWPX by a plain walk over the XML of its sections with lxml: no tokens, no layout, one text for each paragraph."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from hwpextract.limits import Budget, Limits
from hwpextract.patterns import pattern
from hwpextract.verify.reading import SecondReading, UnavailableError

_PART = pattern(r"(?:.*/)?(?:section|masterpage)(\d+)\.xml", re.IGNORECASE)
_MANIFEST = "META-INF/manifest.xml"
_LOCKED = b"encryption-data"
_BUTTONS = ("btn", "checkBtn", "radioBtn")
_HISTORY = "DocHistory/"
_INLINE = {"tab": "\t", "lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-", "hypen": "-"}
_REPEATING = ("header", "footer")
_LINE_ENDS = {0x240D: "", 0x240A: "\n"}
_OWN_TEXT = ("t", "mainText")


def second_hwpx(data: bytes, limits: Limits) -> SecondReading:
    """Read the paragraphs of an HWPX file again.

    Raises:
        UnavailableError: the archive or its XML is locked or damaged.
        LimitExceededError: one of `limits` would be passed.
    """
    from lxml import etree

    reader = f"lxml {etree.__version__}"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    passages: list[str] = []
    walk = _Walk()
    try:
        for part in _parts(data, Budget(limits)):
            passages += walk.paragraphs(etree.iterwalk(etree.fromstring(part, parser), events=("start", "end")))
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, etree.XMLSyntaxError) as error:
        raise UnavailableError("reader_failed", f"a plain walk cannot read the file: {error}", reader=reader) from error
    return SecondReading(reader, passages)


def _parts(data: bytes, budget: Budget) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if _MANIFEST in archive.namelist() and _LOCKED in budget.unzip(archive, _MANIFEST):
            raise UnavailableError("reader_failed", "a plain walk does not decrypt files with a password")
        for name in archive.namelist():
            if _PART.fullmatch(name) and not name.startswith(_HISTORY):
                yield budget.unzip(archive, name)


class _Walk:
    """A walk over the parts of one file."""

    def __init__(self) -> None:
        self._open: list[list[str]] = []
        self._seen: set[str] = set()
        self._repeating = 0
        self._skipped: Any = None

    def paragraphs(self, events: Any) -> Iterator[str]:
        """Texts of the paragraphs, inner ones first."""
        for event, element in events:
            name = _local(element)
            if event == "start":
                self._start(name, element)
                continue
            if name == "p" and self._open:
                yield from self._ended("".join(self._open.pop()))
            self._repeating -= name in _REPEATING
            if element is self._skipped:
                self._skipped = None
            if (parent := element.getparent()) is not None and _local(parent) == "t":
                self._write(element.tail)

    def _start(self, name: str, element: Any) -> None:
        if name == "p":
            self._open.append([])
        self._repeating += name in _REPEATING
        if name == "default" and self._skipped is None and element.getprevious() is not None:
            self._skipped = element  # the alternative to a `case` that was read
        if name in _OWN_TEXT or (name == "text" and _local(element.getparent()) == "edit"):
            self._write(element.text)
        elif name == "subText" and (element.text or "").strip():
            self._write(f"({element.text.strip()})")
        elif name == "script":
            self._write(element.text)
        elif name == "autoNum":
            self._write(_number(element))
        elif name == "compose":
            self._write(element.get("composeText"))
        elif name == "textart":
            self._write(element.get("text", "").translate(_LINE_ENDS))
        elif name in _BUTTONS:
            self._write(element.get("caption", "").replace("&", ""))
        else:
            self._write(_INLINE.get(name))

    def _write(self, text: str | None) -> None:
        if text and self._open and self._skipped is None:
            self._open[-1].append(text)

    def _ended(self, text: str) -> Iterator[str]:
        """The text of a paragraph, unless it is blank or stood in a page header before."""
        if text.isspace() or (self._repeating and text in self._seen):
            return
        if self._repeating:
            self._seen.add(text)
        if text:
            yield text


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _number(element: Any) -> str:
    """An automatic number in digits with what stands around it."""
    form: Any = next((child for child in element if _local(child) == "autoNumFormat"), {})
    kind = form.get("type", "DIGIT")
    printed = element.get("num", "") if kind == "DIGIT" else ""
    return f"{form.get('prefixChar', '')}{printed}{form.get('suffixChar', '')}"
