"""Additional blocks behind the text: pictures and the targets of hyperlinks (spec 3.0, 8.1 and 8.3)."""

from __future__ import annotations

from struct import unpack_from
from typing import Final

from hwpextract.patterns import pattern
from hwpextract.readers.hwp3.hchar import decode_kchar, decode_string
from hwpextract.readers.links import target_of

_PICTURE: Final = 1
_LINKS: Final = 3
# A picture: its name, its format, then its bytes.
_NAME: Final = 16
_PICTURE_HEAD: Final = 32
# A link: file name, then bookmark, macro, kind.
_LINK: Final = 617
_FILE: Final = 256
_BOOKMARK: Final = 288
_MACRO: Final = slice(_BOOKMARK, 613)
_SPECIAL: Final = pattern(r"[\\;|]")


class Blocks:
    """What stands behind the text: pictures by name, and links in the order of the boxes that have them."""

    def __init__(self, content: bytes, start: int) -> None:
        self._content = content
        self._pictures: dict[str, tuple[int, int]] = {}
        self.links: list[str | None] = []
        self.macros: list[str] = []
        """Macros that a click on a link runs, in Hangul for DOS."""
        self._read(start)

    @property
    def names(self) -> list[str]:
        """Names of the pictures that the file holds."""
        return list(self._pictures)

    def picture(self, name: str) -> bytes | None:
        """Bytes of a picture; None when the file does not hold it."""
        span = self._pictures.get(name)
        return self._content[slice(*span)] if span else None

    def _read(self, offset: int) -> None:
        """Read block after block up to the one with the number 0."""
        while offset + 8 <= len(self._content):
            kind, length = unpack_from("<II", self._content, offset)
            if not kind:
                return
            start, offset = offset + 8, offset + 8 + length
            end = min(offset, len(self._content))
            if kind == _PICTURE and end - start >= _PICTURE_HEAD:
                name = decode_kchar(self._content[start : start + _NAME])
                self._pictures.setdefault(name, (start + _PICTURE_HEAD, end))
            elif kind == _LINKS:
                entries = [self._content[at : at + _LINK] for at in range(start, end - _LINK + 1, _LINK)]
                self.links += map(_target, entries)
                self.macros += filter(None, (decode_kchar(entry[_MACRO]) for entry in entries))


def _target(link: bytes) -> str | None:
    """Address or file of a link, else its place in the document."""
    file, bookmark = decode_kchar(link[:_FILE]), decode_string(link[_FILE:_BOOKMARK])
    if file:
        return target_of(_SPECIAL.sub(r"\\\g<0>", file))
    return f"#{bookmark}" if bookmark else None
