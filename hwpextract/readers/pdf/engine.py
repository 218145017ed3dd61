"""PDFium as a second engine, in a child process with bounded memory and time: it is native code and may abort.

Used for pages our own reading cannot give, to draw pages for a recogniser, and by whoever wants to compare. Needs the extra
`pdfium`; without it nothing here is called.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

from hwpextract.errors import HwpExtractError
from hwpextract.readers.pdf.pictures import grey_png

_MEMORY = 2 << 30
_SECONDS = 60
_DOTS_PER_POINT = 300 / 72
_MOST_DOTS = 40_000_000


def available() -> bool:
    """Whether pypdfium2 is installed."""
    return find_spec("pypdfium2") is not None


def page_texts(data: bytes, password: str | None = None) -> list[str]:
    """Text of every page by PDFium.

    Raises:
        HwpExtractError: pypdfium2 is missing, or PDFium cannot read the file in bounds.
    """
    texts: list[str] = json.loads(_call("texts", data, password))
    return texts


def page_picture(data: bytes, number: int, password: str | None = None) -> bytes:
    """A page (from 1) drawn at 300 dpi, as a PNG file in grey.

    Raises:
        HwpExtractError: pypdfium2 is missing, or PDFium cannot draw the page in bounds.
    """
    return _call("picture", data, password, number)


def _call(task: str, data: bytes, password: str | None, number: int = 0) -> bytes:
    if not available():
        raise HwpExtractError(
            "pypdfium2 is not installed", code="engine_missing", hint="pip install 'hwpextract[pdfium]'"
        )
    request = json.dumps({"task": task, "password": password, "page": number}).encode() + b"\n" + data
    # -P: what lies in the current folder must not be taken for a module.
    command = [sys.executable, "-P", "-m", "hwpextract.readers.pdf.engine"]
    try:
        done = subprocess.run(command, input=request, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - our own module
    except (subprocess.SubprocessError, OSError) as error:
        raise HwpExtractError("PDFium could not read the file", code="engine_failed") from error
    return done.stdout


def main() -> None:
    """The child: bounds itself, does one task, writes the result to standard output."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    request = json.loads(head)
    import pypdfium2

    document = pypdfium2.PdfDocument(data, password=request["password"])
    if request["task"] == "texts":
        result = json.dumps([page.get_textpage().get_text_range() for page in document]).encode()
    else:
        result = _drawn(document[request["page"] - 1])
    sys.stdout.buffer.write(result)


def _drawn(page: Any) -> bytes:
    width, height = page.get_size()
    scale = min(_DOTS_PER_POINT, (_MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    lines = [rows[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height)]
    return grey_png(bitmap.width, bitmap.height, lines)


if __name__ == "__main__":
    main()
