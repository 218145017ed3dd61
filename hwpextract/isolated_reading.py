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
    from hwpextract.readers.options import Options
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
    """A file to read apart; `server` is the function ('module:name') that answers in the child, the rest is what `read` was told."""

    server: str
    data: bytes
    filename: str | None
    options: Options
    strict: bool


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
    # The file has been read already: neither the text of its pages nor its warnings are wanted again.
    again = request._replace(strict=False, options=request.options._replace(ocr=None))
    return _ask(again, "picture", picture=name)


def _ask(request: Request, task: str, **keywords: Any) -> bytes:
    """What a child process answers to a task; its errors come back as themselves."""
    limits, password, revisions, ocr = request.options
    keywords |= {"filename": request.filename, "password": password, "strict": request.strict, "revisions": revisions}
    keywords["ocr"] = _reference(ocr) if ocr else None
    head = json.dumps({"task": task, "limits": limits.model_dump(), "keywords": keywords}).encode("ascii")
    sent = head + b"\n" + request.data
    try:
        answer = run_apart(request.server, sent, memory=limits.max_memory, seconds=limits.max_seconds)
    except HwpExtractError as error:
        error.source = request.filename
        raise
    kind, _, body = answer.partition(b"\n")
    if kind == b"lookup":
        raise LookupError(body.decode())
    if kind == b"error":
        name, told = json.loads(body)
        raise _ERRORS[name](**told)
    return body


def _reference(ocr: Recogniser) -> str:
    """Where a child process finds the function; it does not know the program that was started, nor what was made while that ran."""
    try:
        reference = f"{ocr.__module__}:{ocr.__qualname__}"
        known = ocr.__module__ != "__main__" and resolve_name(reference) is ocr
    except (ImportError, AttributeError, ValueError):
        known = False
    if not known:
        raise ValueError(
            "with isolate=True, ocr= has to be a function that can be imported from its module, other than the program itself"
        )
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
