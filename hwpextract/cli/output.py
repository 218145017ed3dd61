"""Where results go: standard output, one file, or a file each in a folder."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, nullcontext, suppress
from itertools import chain, count
from typing import BinaryIO, TypeAlias

import click

import hwpextract
from hwpextract.cli.names import name_of, on_one_line

Write: TypeAlias = Callable[[str, str | bytes], None]
"""Takes one result: the file it comes from, as given, and the text to print, or JSON in UTF-8 without its line end."""

EXTENSIONS = {"json": ".json", "markdown": ".md", "text": ".txt", "document": ".json"}
"""What can be printed, with the extension of a file of it."""
_TEXTS = frozenset(map(hwpextract.Format, "text html xml mht truncated empty unknown".split()))
"""What an earlier result may look like, which a new one replaces."""


def is_json(to: str) -> bool:
    """Whether a result of this kind is a JSON object, which has the name of its file inside."""
    return EXTENSIONS[to] == ".json"


def as_json(content: object, indent: int | None) -> str:
    """The content as a JSON text with a line end; on one line without `indent`."""
    import json

    separators = None if indent else (",", ":")
    return json.dumps(content, ensure_ascii=False, indent=indent, separators=separators) + "\n"


def folder_of(output: str | None, files: Collection[str], to: str) -> str | None:
    """The folder that gets a file for each result, if the output is one."""
    if output is None:
        return None
    is_called_one = output.endswith(("/", os.sep))
    if not (is_called_one or os.path.isdir(output) or (len(files) > 1 and not is_json(to))):
        return None
    if os.path.exists(output) and not os.path.isdir(output):
        raise click.BadParameter(f"{name_of(output)} is a file; several results need a folder.", param_hint="--output")
    return output


@contextmanager
def stream_writer(output: str | None, banner: str) -> Iterator[Write]:
    """Write all results, a banner above each, to one file or to standard output."""
    with nullcontext() if output in (None, "-") else replacing(output) as stream:

        def write(file: str, text: str | bytes) -> None:
            if banner:
                # No `>` in a name may end the comment that a banner is in Markdown.
                show(banner.format(on_one_line(name_of(file)).replace(">", "&gt;")), stream)
            show(text, stream)

        yield write


@contextmanager
def folder_writer(folder: str, extension: str) -> Iterator[Write]:
    """Write each result to a file of its own, named after its source; a number tells equal names apart."""
    os.makedirs(folder, exist_ok=True)
    taken: set[str] = set()

    def write(file: str, text: str | bytes) -> None:
        stem = "stdin" if file == "-" else os.path.splitext(os.path.basename(file))[0]
        names = chain([stem], (f"{stem}-{number}" for number in count(2)))
        name = next(name for name in names if name.casefold() not in taken)
        taken.add(name.casefold())
        with replacing(os.path.join(folder, name + extension)) as stream:
            show(text, stream)

    yield write


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """A file to write that appears under its name when it is complete, and not at all when nothing is written.

    What is no text is never replaced: in `hwpextract -o *.hwp` the first document stands where the output should.
    """
    if os.path.isfile(path) and (kind := hwpextract.sniff(path)) not in _TEXTS:
        raise FileExistsError(errno.EEXIST, f"a file that is no result ({kind}) is not replaced", path)
    whole = os.path.exists(path) and not os.path.isfile(path)  # a device or a pipe: nothing to replace
    real = os.path.realpath(path)  # of a symbolic link, what it points to is replaced
    unfinished = path if whole else os.path.join(os.path.dirname(real), f".hwpextract-{os.getpid()}.partial")
    try:
        with open(unfinished, "wb") as stream:
            yield stream
        if not whole and os.path.getsize(unfinished):
            os.replace(unfinished, real)
    except OSError as error:
        error.filename = path
        raise
    finally:
        if not whole:
            with suppress(OSError):  # it is there no more, or never was
                os.unlink(unfinished)


def show(text: str | bytes, stream: BinaryIO | None = None) -> None:
    """Print at once, in UTF-8, on standard output when no stream is given; bytes are JSON, which gets its line end here."""
    if stream is None and sys.stdout is None:  # the caller closed it
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    # Of a large result, a line end put behind it would be a second copy.
    data, end = (text.encode(errors="backslashreplace"), b"") if isinstance(text, str) else (text, b"\n")
    stream = stream or getattr(sys.stdout, "buffer", None)
    if stream is None:  # standard output has been replaced by a `StringIO`
        sys.stdout.write((data + end).decode())
    else:
        stream.write(data)
        stream.write(end)
        stream.flush()
