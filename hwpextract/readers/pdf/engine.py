"""PDFium as a second engine, in a child process with bounded memory and time: it is native code and may abort.

Used for pages our own reading cannot give, to draw pages for a recogniser, and by whoever wants to compare. Needs the extra
`pdfium`; without it nothing here is called.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from typing import Any

from hwpextract.errors import HwpExtractError
from hwpextract.isolation import run_apart
from hwpextract.readers.pdf.pictures import grey_png

_MEMORY = 2 << 30
SECONDS = 60.0
_DOTS_PER_POINT = 300 / 72
_MOST_DOTS = 40_000_000


def available() -> bool:
    """Whether pypdfium2 is installed."""
    return find_spec("pypdfium2") is not None


def page_texts(data: bytes, password: str | None = None, *, seconds: float = SECONDS) -> list[str]:
    """Text of every page by PDFium, within so many seconds.

    Raises:
        HwpExtractError: pypdfium2 is missing, or PDFium cannot read the file in bounds.
    """
    texts: list[str] = json.loads(_call("texts", data, password, seconds=seconds))
    return texts


def page_picture(data: bytes, number: int, password: str | None = None, *, seconds: float = SECONDS) -> bytes:
    """A page (from 1) drawn at 300 dpi, as a PNG file in grey.

    Raises:
        HwpExtractError: pypdfium2 is missing, or PDFium cannot draw the page in bounds.
    """
    return _call("picture", data, password, number, seconds=seconds)


def _call(task: str, data: bytes, password: str | None, number: int = 0, *, seconds: float) -> bytes:
    if not available():
        raise HwpExtractError(
            "pypdfium2 is not installed", code="engine_missing", hint="pip install 'hwpextract[pdfium]'"
        )
    request = json.dumps({"task": task, "password": password, "page": number}).encode() + b"\n" + data
    try:
        return run_apart(f"{__name__}:answer", request, memory=_MEMORY, seconds=min(seconds, SECONDS))
    except HwpExtractError as error:
        raise HwpExtractError("PDFium could not read the file", code="engine_failed") from error


def answer(told: bytes) -> bytes:
    """The child's part: one task."""
    head, _, data = told.partition(b"\n")
    request = json.loads(head)
    import pypdfium2

    document = pypdfium2.PdfDocument(data, password=request["password"])
    if request["task"] == "texts":
        return json.dumps([page.get_textpage().get_text_range() for page in document]).encode()
    return _drawn(document[request["page"] - 1])


def _drawn(page: Any) -> bytes:
    width, height = page.get_size()
    scale = min(_DOTS_PER_POINT, (_MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    lines = [rows[at * bitmap.stride : at * bitmap.stride + bitmap.width] for at in range(bitmap.height)]
    return grey_png(bitmap.width, bitmap.height, lines)
