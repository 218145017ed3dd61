"""The front door: bytes in; `Format`, `Document` or `PressRelease` out.

The one place where the exceptions of the libraries below become `HwpExtractError`s.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Coroutine, Iterable
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeAlias, TypeVar

from hwpextract.account import Severity, Verification
from hwpextract.document import Document
from hwpextract.errors import CorruptDocumentError, HwpExtractError, LimitExceededError
from hwpextract.limits import DEFAULTS, Limits, exceeded, higher
from hwpextract.node import build
from hwpextract.press import extract_fields
from hwpextract.press.model import ContactDetail, PressRelease, SourceInfo
from hwpextract.readers import reader_for
from hwpextract.readers.options import Options, Revisions, check_choice
from hwpextract.sniff import Format
from hwpextract.sniff import sniff as sniff_bytes

if TYPE_CHECKING:
    from hwpextract.press.reconcile import Reconciled
    from hwpextract.readers.pdf.ocr import Recogniser


class Readable(Protocol):
    """A binary file, whatever its class: one on the disk, a member of a zip archive, an answer of a server."""

    def read(self, size: int, /) -> bytes:
        """Up to so many bytes; none at the end."""


Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | Readable

_PIECE = 1 << 20  # bytes that are asked of a file at once
_ANSWER = f"{__name__}:_answer"

P = ParamSpec("P")
T = TypeVar("T")


def sniff(source: Source) -> Format:
    """Name the format of a file by its content.

    Args:
        source: path, bytes, or binary file object (read from where it stands).

    Raises:
        OSError: the path cannot be read. The content never raises.
    """
    return sniff_bytes(_bytes_of(source, None)[0])


def read(
    source: Source,
    *,
    password: str | None = None,
    limits: Limits = DEFAULTS,
    filename: str | None = None,
    strict: bool = False,
    revisions: Revisions = "final",
    ocr: Recogniser | None = None,
    isolate: bool = False,
) -> Document:
    """Read everything that is in a file.

    Args:
        source: path, bytes, or binary file object (read from where it stands).
        password: for documents locked with one.
        limits: budgets of size, depth and time.
        filename: name to report for bytes and file objects; never used to decide the format.
        strict: raise on the first warning of severity error instead of returning it.
        revisions: which side of tracked changes is the text: "final" has insertions and no deletions, "original" deletions and no
            insertions, "both" has all. What is not in the text is in `Document.side`, what is stands in `Document.revisions`, too.
        ocr: reads PDF pages without text: takes a `PageImage`, gives `Word`s; `hwpextract.tesseract` is one. What it raises is passed
            on, but an `HwpExtractError` becomes a warning about the page.
        isolate: read in a child process whose memory and time the system bounds (`Limits.max_memory`, `Limits.max_seconds`), for
            files that are not trusted; costs about half a second a file. `ocr` has to be a function of a module then.

    Raises:
        UnsupportedFormatError: the content is of a kind that cannot be read; names it and says what to do.
        EncryptedDocumentError: a password is needed or wrong, or a DRM product locked the file.
        CorruptDocumentError: nothing readable is left, or `strict` and something is missing.
        LimitExceededError: one of `limits` would be passed.
        OSError: the path cannot be read.
        ValueError: there are no such `revisions`.
        TypeError: the source is none, or open as text.
    """
    options = _options(limits, password, revisions, ocr)
    data, name = _bytes_of(source, limits)
    name = filename or name
    if isolate:
        from hwpextract.isolated_reading import Request, read_isolated

        return read_isolated(Request(_ANSWER, data, name, options, strict))
    return _read(data, name, options, strict)


def extract(
    source: Source,
    *,
    password: str | None = None,
    limits: Limits = DEFAULTS,
    filename: str | None = None,
    strict: bool = False,
    revisions: Revisions = "final",
    ocr: Recogniser | None = None,
    contacts: ContactDetail = "full",
    verify: bool = False,
    isolate: bool = False,
) -> PressRelease:
    """Read a press release: title, department, contacts, times, paragraphs and annexes, with the evidence for each.

    Further arguments and errors are those of `read`. Finding fields never raises: what the document does not state is None or ().

    `contacts="department"` leaves the officers' names, numbers and addresses out of the result, its document included; with "none"
    `department` and `departments` are empty too, while the document goes on naming the units.

    With `verify` the result has a `verification`, as the function `verify` gives it; without the officers, the passages in which
    they may be named are left out of it.
    """
    check_choice("contacts", contacts, ContactDetail)
    options = _options(limits, password, revisions, ocr)
    data, name = _bytes_of(source, limits)
    name = filename or name
    if isolate:
        from hwpextract.isolated_reading import Request, extract_isolated

        return extract_isolated(Request(_ANSWER, data, name, options, strict), contacts=contacts, verify=verify)
    document = _read(data, name, options, strict)
    info = build(
        SourceInfo,
        format=document.format,
        filename=name,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        producer=document.metadata.producer,
        pages=document.metadata.pages,
    )
    release = extract_fields(document, info)
    if verify:
        release = release.model_copy(update={"verification": _verified(document, data, options)})
    if contacts == "full":
        return release
    from hwpextract.press.privacy import without_people

    return without_people(release, contacts)


def _in_a_thread(function: Callable[P, T]) -> Callable[P, Coroutine[Any, Any, T]]:
    async def waiting(*args: P.args, **kwargs: P.kwargs) -> T:
        from asyncio import to_thread

        return await to_thread(function, *args, **kwargs)

    return update_wrapper(waiting, function)


aextract = _in_a_thread(extract)
aextract.__name__ = aextract.__qualname__ = "aextract"
aextract.__doc__ = """Read a press release in a thread, as `extract` does, while the event loop goes on.

Reading is work for the processor, which the loop then shares with the thread; many files are better read by processes (docs/batch.md).
Cancelling stops the waiting; the thread ends when the file is read, at the latest after `limits.max_seconds`.
"""


def verify(
    source: Source,
    *,
    password: str | None = None,
    limits: Limits = DEFAULTS,
    filename: str | None = None,
    strict: bool = False,
) -> Verification:
    """Read a file, let a second, independent reader read it again, and say how far both agree.

    HWP 5 is read again by pyhwp, PDF by PDFium (the extra `pdfium`), HWPX by a plain walk over its XML; HWP 3 and HWPML have no second
    reader. Where there is none, or it cannot read the file, `status` and `message` of the result say so.

    Arguments and errors are those of `read`.
    """
    options = _options(limits, password)
    data, name = _bytes_of(source, limits)
    return _verified(_read(data, filename or name, options, strict), data, options)


def reconcile(
    sources: Iterable[Source | PressRelease],
    *,
    password: str | None = None,
    limits: Limits = DEFAULTS,
    strict: bool = False,
) -> Reconciled:
    """Make one press release out of its forms (HWP, HWPX, PDF), given as sources or as releases read before.

    The result says for each field which forms agree and lists where they differ; `same` is False when the forms are of different
    releases.

    Raises:
        ValueError: `sources` is empty.
        TypeError: `sources` is one path; of a string each letter would be a source.
        HwpExtractError: one of the sources cannot be read, as in `extract`.
    """
    if isinstance(sources, str | bytes | os.PathLike):
        raise TypeError("sources are several: give a list of paths")
    from hwpextract.press.reconcile import reconcile_releases

    return reconcile_releases(
        [
            source
            if isinstance(source, PressRelease)
            else extract(source, password=password, limits=limits, strict=strict)
            for source in sources
        ]
    )


def _options(
    limits: Limits, password: str | None, revisions: Revisions = "final", ocr: Recogniser | None = None
) -> Options:
    """What a reader is told, refused where no reader could go by it."""
    check_choice("revisions", revisions, Revisions)
    if not isinstance(limits, Limits):
        raise TypeError(f"limits= takes a Limits, not {type(limits).__name__}")
    return Options(limits, password, revisions, ocr)


def _bytes_of(source: Source, limits: Limits | None) -> tuple[bytes, str | None]:
    """Content and name of a source, refusing what is larger than the limit before reading it."""
    most = limits.max_bytes if limits else None
    if isinstance(source, bytes | bytearray | memoryview):
        return _checked(bytes(source), most), None
    if isinstance(source, str | os.PathLike):
        with open(source, "rb") as file:
            return _checked(_content(file, most), most), Path(source).name
    if not callable(getattr(source, "read", None)):
        raise TypeError(f"a source is a path, bytes or a binary file, not {type(source).__name__}")
    name = getattr(source, "name", None)
    data = _content(source, most)
    if not isinstance(name, str) or name.startswith("<"):  # Python calls standard input '<stdin>'
        return _checked(data, most), None
    return _checked(data, most), Path(name).name


def _content(file: Readable, most: int | None) -> bytes:
    """What a file holds, or one byte more than allowed; in pieces, since a read reserves all it may give, and pipes give less."""
    pieces = []
    left = sys.maxsize if most is None else most + 1
    while left and (piece := file.read(min(left, _PIECE))):
        if isinstance(piece, str):
            raise TypeError("the file is open as text: open it in binary mode, 'rb'")
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _checked(data: bytes, most: int | None) -> bytes:
    if most is not None and len(data) > most:
        raise LimitExceededError(
            f"the file is larger than max_bytes={most}",
            code="limit_bytes",
            hint=higher("max_bytes"),
        )
    return data


def _read(data: bytes, name: str | None, options: Options, strict: bool) -> Document:
    try:
        kind = sniff_bytes(data)
        reader = reader_for(kind)
        if reader is None:
            from hwpextract.refusals import refusal

            raise refusal(kind, data)
        document = reader(data, options)
        if strict:
            _raise_first_error(document)
    except HwpExtractError as error:
        error.source = error.source or name
        raise
    except RecursionError as error:  # the caller was deep in his own calls already
        raise exceeded("max_depth", options.limits.max_depth) from error
    except _damage() as error:
        raise CorruptDocumentError(
            f"the {kind.value} file is damaged: {error}",
            source=name,
            hint="Download the file again; if it stays broken, ask the publisher for another copy.",
        ) from error
    return document


def _damage() -> tuple[type[Exception], ...]:
    """What damaged containers make zipfile, olefile, zlib and struct raise.

    Kept narrow: a KeyError or an IndexError is a bug of ours. Asked for only when something was raised.
    """
    import struct
    import zipfile
    import zlib

    return (OSError, EOFError, struct.error, zlib.error, zipfile.BadZipFile, NotImplementedError)


def _verified(document: Document, data: bytes, options: Options) -> Verification:
    from hwpextract.verify.check import check

    return check(document, data, password=options.password, limits=options.limits)


def _raise_first_error(document: Document) -> None:
    for warning in document.warnings:
        if warning.severity is Severity.ERROR:
            raise CorruptDocumentError(warning.message, code=warning.code)


def _answer(request: bytes) -> bytes:
    """The child's part of reading with `isolate=True`."""
    from hwpextract.isolated_reading import answer

    return answer(request, read, extract)
