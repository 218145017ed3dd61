"""What a run is to read: folders, patterns and names, as files in an order that stays the same."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Found(NamedTuple):
    """A file as it was found: its name in the manifest, its path, and whether somebody named this very file."""

    source: str
    path: str
    named: bool


def is_there(source: str) -> bool:
    """Whether a source gives any file: it exists, or it is a pattern that something matches."""
    return os.path.lexists(source) or (glob.has_magic(source) and any(glob.iglob(source, recursive=True)))


def find(sources: Iterable[str]) -> Iterator[Found]:
    """The files of folders (with all below them), patterns (`**` for any folders) and names, each once."""
    seen: set[str] = set()
    for source in sources:
        for path, named in _expanded(source):
            if path not in seen:
                seen.add(path)
                yield Found(_name(path), path, named)


def _expanded(source: str) -> Iterator[tuple[str, bool]]:
    if os.path.isdir(source):
        yield from ((path, False) for path in _walk(source))
    elif glob.has_magic(source) and not os.path.lexists(source) and (matches := glob.glob(source, recursive=True)):
        for match in sorted(matches):
            yield from ((path, False) for path in (_walk(match) if os.path.isdir(match) else (match,)))
    else:
        yield source, True


def _walk(folder: str) -> Iterator[str]:
    """Files of a folder and of those below it, hidden ones left out; links to folders are not followed."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(parent, name) for name in sorted(files) if not name.startswith("."))


def _name(path: str) -> str:
    """A path as text, bytes that are not UTF-8 spelled out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
