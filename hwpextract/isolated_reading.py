"""Reading with `isolate=True`: what a child process is asked, and what it answers.

A request is a line of JSON and the file; an answer is a line that says of which kind it is, and the result. That is JSON, which is
validated, or the bytes of a picture; nothing of it is executed, as unpickling would.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, NamedTuple

from hwpextract.document import Document, Image
from hwpextract.errors import (
    CorruptDocumentError,
    EncryptedDocumentError,
    HwpExtractError,
    LimitExceededError,
    UnsupportedFormatError,
)
from hwpextract.isolation import run_apart
from hwpextract.limits import Limits
from hwpextract.press.model import PressRelease

if TYPE_CHECKING:
    from hwpextract.readers.options import Revisions
    from hwpextract.readers.pdf.ocr import Recogniser

_ERRORS = {
    error.__name__: error
    for error in (
        HwpExtractError,
        UnsupportedFormatError,
        EncryptedDocumentError,
        CorruptDocumentError,
        LimitExceededError,
    )
}


class Request(NamedTuple):
    """A file to read apart; `server` is the function ('module:name') by which the child answers, the others are those of `read`."""

    server: str
    data: bytes
    limits: Limits
    filename: str | None
    password: str | None
    strict: bool
    revisions: Revisions
    ocr: Recogniser | None


def read_isolated(request: Request) -> Document:
    """What `read` gives, read by a child process."""
    document = Document.model_validate_json(_ask(request, "read"))
    document._load = partial(_picture, request)
    return document


def extract_isolated(request: Request, **keywords: Any) -> PressRelease:
    """What `extract` gives, read by a child process; `keywords` are those that `read` does not have."""
    release = PressRelease.model_validate_json(_ask(request, "extract", **keywords))
    release.document._load = partial(_picture, request)
    return release


def _picture(request: Request, name: str) -> bytes:
    # The file has been read already: neither text nor warnings are wanted of it again.
    return _ask(request._replace(strict=False, ocr=None), "picture", picture=name)


def _ask(request: Request, task: str, **keywords: Any) -> bytes:
    """What a child process answers to a task; its errors come back as themselves."""
    server, data, limits, filename, password, strict, revisions, ocr = request
    keywords |= {"filename": filename, "password": password, "strict": strict, "revisions": revisions}
    keywords["ocr"] = _reference(ocr) if ocr else None
    head = json.dumps({"task": task, "limits": limits.model_dump(), "keywords": keywords})
    sent = head.encode("ascii") + b"\n" + data
    try:
        answer = run_apart(server, sent, memory=limits.max_memory, seconds=limits.max_seconds)
    except HwpExtractError as error:
        error.source = filename
        raise
    kind, _, body = answer.partition(b"\n")
    if kind == b"lookup":
        raise LookupError(body.decode())
    if kind == b"error":
        name, told = json.loads(body)
        raise _ERRORS[name](**told)
    return body


def _reference(ocr: Recogniser) -> str:
    """Where a child process finds the function."""
    reference = f"{ocr.__module__}:{ocr.__qualname__}"
    try:
        known = resolve_name(reference) is ocr
    except (ImportError, AttributeError, ValueError):
        known = False
    if not known:
        raise ValueError("with isolate=True, ocr= has to be a function that can be imported from its module")
    return reference


# --- In the child --------------------------------------------------------------------------------------------------------------


def answer(request: bytes, read: Callable[..., Document], extract: Callable[..., PressRelease]) -> bytes:
    """Answer a request by the functions that read in this process."""
    head, _, data = request.partition(b"\n")
    told = json.loads(head)
    keywords = told["keywords"] | {"limits": Limits(**told["limits"])}
    keywords["ocr"] = resolve_name(keywords["ocr"]) if keywords["ocr"] else None
    try:
        if told["task"] == "extract":
            return b"result\n" + extract(data, **keywords).model_dump_json().encode()
        name = keywords.pop("picture", None)
        document = read(data, **keywords)
        return b"result\n" + document.model_dump_json().encode() if name is None else _picture_in(document, name)
    except HwpExtractError as error:
        fields = {"message": error.message, "code": error.code, "source": error.source, "hint": error.hint}
        return b"error\n" + json.dumps([type(error).__name__, fields]).encode()


def _picture_in(document: Document, name: str) -> bytes:
    try:
        return b"result\n" + document.image_bytes(Image.model_construct(name=name, locator=name))
    except LookupError as error:
        return b"lookup\n" + str(error.args[0]).encode()
