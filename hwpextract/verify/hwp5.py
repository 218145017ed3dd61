"""HWP 5 by pyhwp, in a child process with bounded time and memory.

pyhwp (AGPL-3.0-or-later) is imported by this module alone, and only in the child. It does not declare `six`, which it needs, writes
its complaints to the standard streams, and does not decrypt files with a password; the child keeps all of that to itself.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from importlib.util import find_spec
from itertools import chain
from typing import Any

from hwpextract.errors import HwpExtractError
from hwpextract.isolation import run_apart
from hwpextract.verify.reading import SecondReading, UnavailableError

_MEMORY = 2 << 30
_NEEDS = {"hwp5": "pyhwp", "six": "six"}

# Control characters that print something, and the tags of the records that matter.
_PRINTED = {9: "\t", 10: "\n", 24: "-", 30: " ", 31: " "}
_PARAGRAPH = "HWPTAG_PARA_HEADER"
_TEXT = "HWPTAG_PARA_TEXT"
_CONTROL = "HWPTAG_CTRL_HEADER"
_REPEATING = ("head", "foot")
_PLAIN_NUMBER = 0xFF0


def second_hwp5(data: bytes, seconds: float) -> SecondReading:
    """Read the paragraphs of an HWP 5 file again: body, tables, boxes, notes, headers.

    Raises:
        UnavailableError: pyhwp or six is not installed, or it cannot read the file in bounds.
    """
    missing = [package for module, package in _NEEDS.items() if find_spec(module) is None]
    if missing:
        raise UnavailableError(
            "reader_missing",
            f"{' and '.join(missing)} is not installed, so HWP 5 files have no second reader",
            "pip install pyhwp six",
        )
    reader = f"pyhwp {version('pyhwp')}"
    try:
        answer = json.loads(run_apart(f"{__name__}:_answer", data, memory=_MEMORY, seconds=seconds))
    except HwpExtractError as error:
        raise UnavailableError(
            "reader_failed", f"pyhwp cannot read the file: {error.message}", reader=reader
        ) from error
    if isinstance(answer, str):
        raise UnavailableError("reader_failed", f"pyhwp cannot read the file: {answer}", reader=reader)
    return SecondReading(reader, answer)


def _answer(data: bytes) -> bytes:
    """The child's part: the paragraphs as JSON; or a text, which says why there are none."""
    try:
        return json.dumps(_read(data)).encode()
    except MemoryError:
        raise
    except Exception as error:  # whatever pyhwp stumbles over
        return json.dumps(f"{type(error).__name__}: {error}").encode()


def _read(data: bytes) -> list[str] | str:
    from hwp5.storage.ole import OleStorage
    from hwp5.xmlmodel import Hwp5File

    file = Hwp5File(OleStorage(io.BytesIO(data)))
    if file.header.flags.password:
        return "it does not decrypt files with a password"
    sections = (file.text.section(index).models() for index in file.text.section_indexes())
    return [text for text in paragraphs(chain.from_iterable(sections)) if text and not text.isspace()]


def paragraphs(models: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Texts of the paragraphs among pyhwp's records; a page header or footer that was there before is left out."""
    opened: list[_Paragraph] = []
    seen: set[tuple[str, str]] = set()
    for model in models:
        level, tag, content = model["level"], model["tagname"], model.get("content") or {}
        if tag == _PARAGRAPH:
            yield from _closed(opened, level, seen)
            above = next((each.place for each in reversed(opened) if each.place), "")
            opened.append(_Paragraph(level, above))
        elif not opened:
            continue
        elif tag == _TEXT:
            opened[-1].add(content["chunks"])
        elif tag == _CONTROL:
            yield from _closed(opened, level, seen)
            if opened:
                opened[-1].fill(content)
    yield from _closed(opened, 0, seen)


def _closed(opened: list[_Paragraph], level: int, seen: set[tuple[str, str]]) -> Iterator[str]:
    """Texts of the paragraphs that a record at this level ends."""
    while opened and opened[-1].level >= level:
        done = opened.pop()
        text = "".join(done.texts)
        if done.above in _REPEATING:
            if (done.above, text) in seen:
                continue
            seen.add((done.above, text))
        yield text


class _Paragraph:
    """A paragraph whose controls may still come; `place` is the control that is read now, `above` the one it stands in."""

    def __init__(self, level: int, above: str) -> None:
        self.level = level
        self.above = above
        self.place = above
        self.texts: list[str] = []
        self._slots: list[int] = []

    def add(self, chunks: Iterable[tuple[object, Any]]) -> None:
        """Take a text record, cut by pyhwp at its control characters; those with a record of their own get a slot."""
        for _, chunk in chunks:
            if isinstance(chunk, str):
                self.texts.append(chunk)
            else:
                if "chid" in chunk:
                    self._slots.append(len(self.texts))
                self.texts.append(_PRINTED.get(chunk["code"], ""))

    def fill(self, control: dict[str, Any]) -> None:
        """Put what a control prints into the next slot."""
        self.place = control.get("chid", "") if control.get("chid") in _REPEATING else self.above
        if self._slots:
            self.texts[self._slots.pop(0)] += _printed(control)


def _printed(control: dict[str, Any]) -> str:
    """What an automatic number in digits, or characters on top of each other, put into the text."""
    if control.get("chid") == "atno" and not control["flags"] & _PLAIN_NUMBER:
        signs = [chr(control[sign]) if control[sign] else "" for sign in ("prefix", "suffix")]
        return f"{signs[0]}{control['number']}{signs[1]}"
    return str(control.get("textlength", "")) if control.get("chid") == "tcps" else ""
