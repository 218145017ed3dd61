"""The outer parts of an HWP 3 file: document information, summary, and the one stream with everything else (spec 3.0, 3.1 to 3.6)."""

from __future__ import annotations

import zlib
from struct import unpack_from
from typing import Final

from hwpextract.document import Metadata
from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import Budget
from hwpextract.node import build
from hwpextract.readers.dates import written_time
from hwpextract.readers.hwp3.hchar import decode_kchar, decode_string
from hwpextract.readers.passwords import decrypt_des, password_required, password_wrong

_VERSION: Final = slice(19, 23)
_INFORMATION: Final = 30
_SUMMARY: Final = 158
_BLOCKS: Final = 1166
# Document information, from its start: number of the first footnote, sign behind note numbers, password, compression, length of the
# information blocks behind the summary.
_PASSWORD: Final = 96
_NOTE_SIGN: Final = 110
_COMPRESSED: Final = 124
_BLOCKS_LENGTH: Final = 126
# Summary: nine strings of 56 hchars, of which keywords have two and comments three.
_STRING: Final = 112
_FIELDS: Final = {"title": (0, 1), "subject": (1, 1), "author": (2, 1), "keywords": (4, 2), "comments": (6, 3)}
_DATE: Final = 3
# Ahead of the text: fonts of seven languages and the styles.
_LANGUAGES: Final = 7
_FONT: Final = 40
_STYLE: Final = 238
_STYLE_NAME: Final = 20
_CHECK_BLOCK: Final = 256
"""Bytes that a password puts ahead of the content."""


class Container:
    """Content of one file, decrypted and inflated; the text begins at `start`.

    Raises:
        EncryptedDocumentError: a password is missing or wrong.
        CorruptDocumentError: there is no content, or it cannot be inflated.
        LimitExceededError: the content is larger than a budget allows.
    """

    def __init__(self, data: bytes, budget: Budget, password: str | None) -> None:
        self._data = data
        if len(data) <= _BLOCKS:
            raise _damaged("it ends before its text begins")
        self.locked = bool(self._word(_PASSWORD))
        self.content = self._opened(budget, password) if self.locked else self._unpacked(budget)
        self.styles: list[str] = []
        self.start = self._read_styles()

    @property
    def note_sign(self) -> str:
        """Sign behind the numbers of notes, `)` or nothing."""
        return self._data[_INFORMATION + _NOTE_SIGN : _INFORMATION + _NOTE_SIGN + 1].decode("latin-1").strip("\0")

    def metadata(self) -> Metadata:
        """What the summary says."""
        fields = {name: self._summary(first, count) for name, (first, count) in _FIELDS.items()}
        version = self._data[_VERSION].decode("latin-1")
        created = written_time(self._summary(_DATE, 1) or "")
        return build(Metadata, format_version=version, created=created, **fields)

    def _summary(self, first: int, count: int) -> str | None:
        starts = (_SUMMARY + _STRING * index for index in range(first, first + count))
        strings = (decode_string(self._data[start : start + _STRING]).strip() for start in starts)
        return "\n".join(filter(None, strings)) or None

    def _word(self, offset: int) -> int:
        word: int = unpack_from("<H", self._data, _INFORMATION + offset)[0]
        return word

    def _stored(self) -> bytes:
        return self._data[_BLOCKS + self._word(_BLOCKS_LENGTH) :]

    def _unpacked(self, budget: Budget) -> bytes:
        if not self._data[_INFORMATION + _COMPRESSED]:
            return self._stored()
        try:
            return budget.inflate(self._stored())
        except zlib.error as error:
            raise _damaged(str(error)) from error

    def _opened(self, budget: Budget, password: str | None) -> bytes:
        """Content of a locked file; a password is right when fonts come out."""
        if not password:
            raise password_required()
        content = decrypt_des(self._stored(), password)
        try:
            content = budget.inflate(content) if self._data[_INFORMATION + _COMPRESSED] else content
        except zlib.error:
            raise password_wrong() from None
        if _fonts_end(content, _CHECK_BLOCK) is None:
            raise password_wrong()
        return content[_CHECK_BLOCK:]

    def _read_styles(self) -> int:
        """Read the names of the styles; returns where the text begins."""
        content = self.content
        offset = _fonts_end(content, 0)
        if offset is None:
            raise _damaged("its font tables are not whole")
        start = offset + 2
        end = start + int.from_bytes(content[offset:start], "little") * _STYLE
        if end >= len(content):
            raise _damaged("its styles are not whole")
        self.styles = [decode_kchar(content[at : at + _STYLE_NAME]) for at in range(start, end, _STYLE)]
        return end


def _fonts_end(content: bytes, offset: int) -> int | None:
    """Place behind the font names; None when they do not fit into the content."""
    for _ in range(_LANGUAGES):
        offset += 2 + int.from_bytes(content[offset : offset + 2], "little") * _FONT
    return offset if offset + 2 <= len(content) else None


def _damaged(reason: str) -> CorruptDocumentError:
    return CorruptDocumentError(
        f"the document cannot be read: {reason}",
        hint="Download the file again; if it stays broken, ask the publisher for another copy.",
    )
