"""From a file that was found to a file to read: what it is by its content, whether it is known, what is packed in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import IO, Literal, NamedTuple, TypeAlias

from hwpextract.batch.archives import Archive, UnreadableArchiveError
from hwpextract.batch.failures import Failure, system_failure
from hwpextract.batch.reading import Job
from hwpextract.batch.sources import Found
from hwpextract.limits import Limits
from hwpextract.refusals import refusal
from hwpextract.sniff import Format, sniff

Status: TypeAlias = Literal["known", "read", "archive", "skipped", "failed"]

_READABLE = frozenset({Format.HWP5, Format.HWPX, Format.HWP3, Format.HWPML, Format.PDF})
_PROMISING = (".hwp", ".hwpx", ".hwt", ".hwtx", ".hml", ".hwpml", ".pdf", ".zip")
"""Extensions by which a file says that it is a document; others are left alone unless their content is one."""
_NESTING = 3
"""Archives in archives that are opened."""
_HEAD = 128
"""Bytes by which an archive is told from everything that goes to a worker as it is, which looks at the rest."""


class Stamp(NamedTuple):
    """What tells cheaply that a file is the one read before: size in bytes, and time of change in ns or, packed, its CRC-32."""

    size: int
    changed: int


class Opened(NamedTuple):
    """A file and what is to be done with it: `known` nothing, `read` its job; an archive's members follow it."""

    source: str
    stamp: Stamp | None
    status: Status
    job: Job | None = None
    failure: Failure | None = None


Known: TypeAlias = Callable[[str, Stamp], bool]
"""Whether the manifest has the result of this very file."""


def open_found(found: Found, known: Known, limits: Limits) -> Iterator[Opened]:
    """What is to be done with a file, and with the members if it is an archive."""
    try:
        state = os.stat(found.path)
        stamp = Stamp(state.st_size, state.st_mtime_ns)
        if not stat.S_ISREG(state.st_mode):
            yield Opened(found.source, None, "failed", failure=Failure("not_a_file", "this is no file"))
        elif known(found.source, stamp):
            yield Opened(found.source, stamp, "known")
        else:
            with open(found.path, "rb") as file:
                yield from _opened(found, stamp, file, known, limits)
    except OSError as error:
        yield Opened(found.source, None, "failed", failure=system_failure(error))


def _opened(
    found: Found, stamp: Stamp, file: IO[bytes], known: Known, limits: Limits, depth: int = 0
) -> Iterator[Opened]:
    """What is to be done with an open file, `depth` archives deep."""
    content = file.read(_HEAD)
    kind = sniff(content)
    promising = found.named or found.path.lower().endswith(_PROMISING)
    if not promising or (content.startswith(b"PK") and kind is not Format.HWPX):
        content += file.read(limits.max_bytes)
        kind = sniff(content)
    huge_archive = stamp.size > limits.max_bytes and found.path.lower().endswith(".zip")
    if depth < _NESTING and (kind is Format.ZIP or huge_archive):
        yield from _archive(found.source, stamp, file, known, limits, depth)
    elif not promising and kind not in _READABLE:
        yield Opened(found.source, stamp, "skipped", failure=_refused(kind, content))
    else:
        yield Opened(found.source, stamp, "read", _job(found, stamp, content + file.read() if depth else None))


def _job(found: Found, stamp: Stamp, data: bytes | None) -> Job:
    return Job(found.source, stamp.size, found.path) if data is None else Job(found.source, len(data), data=data)


def _archive(source: str, stamp: Stamp, file: IO[bytes], known: Known, limits: Limits, depth: int) -> Iterator[Opened]:
    try:
        with Archive(file, stamp.size, limits) as archive:
            yield Opened(source, stamp, "archive")
            for member in archive.members():
                name = f"{source}!/{member.name}"
                its = Stamp(member.size, member.crc)
                if known(name, its):
                    yield Opened(name, its, "known")
                elif isinstance(content := archive.read(member), Failure):
                    yield Opened(name, its, "failed", failure=content)
                else:
                    inner = Found(name, name, named=False)
                    yield from _opened(inner, its, BytesIO(content), known, limits, depth + 1)
    except UnreadableArchiveError as error:
        yield Opened(source, stamp, "failed", failure=error.failure)


def _refused(kind: Format, content: bytes) -> Failure:
    error = refusal(kind, content)
    return Failure(error.code, error.message, error.hint)
