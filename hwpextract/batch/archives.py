"""Zip archives of releases: their members within bounds, named as the person who packed them saw them."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import IO, NamedTuple

from hwpextract.batch.failures import Failure
from hwpextract.limits import Limits

_UTF8 = 1 << 11
_LOCKED = 1
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Member(NamedTuple):
    """A file in an archive: its name, size in bytes and CRC-32 by the directory, and the entry behind it."""

    name: str
    size: int
    crc: int
    entry: zipfile.ZipInfo


class Archive:
    """The members of a zip archive, folders and hidden files left out.

    Raises:
        UnreadableArchiveError: there is no directory, or it promises more than an archive of this size can hold.
    """

    def __init__(self, file: str | IO[bytes], size: int, limits: Limits) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(file)
        except _DAMAGE as error:
            raise UnreadableArchiveError(Failure("corrupt", f"the archive is damaged: {error}")) from error
        if sum(entry.file_size for entry in self._zip.infolist()) > limits.max_ratio * max(size, 1):
            # Entries that share their bytes: no archive grows so much by deflate alone (RFC 1951: 1032 to 1).
            raise UnreadableArchiveError(
                Failure("limit_ratio", f"the archive grows more than {limits.max_ratio} times")
            )

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def members(self) -> Iterator[Member]:
        """The files in the order of the directory; of equal names, the later ones get a number."""
        times: Counter[str] = Counter()
        for entry in self._zip.infolist():
            name = _name(entry)
            if entry.is_dir() or any(part.startswith((".", "__MACOSX")) for part in name.split("/")):
                continue
            times[name] += 1
            numbered = name if times[name] == 1 else f"{name}#{times[name]}"
            yield Member(numbered, entry.file_size, entry.CRC, entry)

    def read(self, member: Member) -> bytes | Failure:
        """The bytes of a member, or why they cannot be had."""
        if member.entry.flag_bits & _LOCKED:
            return Failure(
                "archive_locked", "the archive is locked", "Unpack it with its password and name the folder."
            )
        if member.size > self._limits.max_bytes:
            return Failure("limit_bytes", f"the file is larger than max_bytes={self._limits.max_bytes}")
        try:
            return self._zip.read(member.entry)
        except _DAMAGE as error:
            return Failure("corrupt", f"the archive is damaged: {error}")


class UnreadableArchiveError(Exception):
    """An archive that gives no members."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry. Korean programs wrote theirs in CP949 long after the mark for UTF-8 was there."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    for encoding in ("utf-8", "cp949"):
        try:
            return entry.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return entry.filename
