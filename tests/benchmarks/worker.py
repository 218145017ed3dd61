"""One environment under measurement: runs routes over files as asked on standard input, and answers with their CPU times.

    python worker.py ROUTE...        # then one path a line; the answer is one JSON object a line, seconds by route

Needs nothing but what its routes need, since it also runs in the environments of other readers. Every answer includes the floor of the
file: what nobody can avoid, opening the container, reading and inflating the streams of its text.
"""

from __future__ import annotations

import io
import json
import re
import resource
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

_TEXT_PARTS = re.compile(r"(?:header|section\d+)\.xml$", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0"

Route = Callable[[bytes, str], Any]
"""Takes the content of a file, and its path for those who want that."""


def floor(data: bytes, path: str) -> None:
    """Open the container, read and inflate the streams of the text; protected ones are only read. Nothing for other files."""
    if data.startswith(_OLE):
        _floor_hwp5(data)
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if _TEXT_PARTS.search(name):
                    archive.read(name)


def _floor_hwp5(data: bytes) -> None:
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        packed = ole.openstream("FileHeader").read()[36] & 1
        for path in ole.listdir():
            if path[0] in ("DocInfo", "BodyText", "ViewText"):
                stream = ole.openstream(path).read()
                if packed and path[0] != "ViewText":
                    zlib.decompressobj(-15).decompress(stream)


def _read(data: bytes, path: str) -> Any:
    import hwpextract

    return hwpextract.read(data)


def _extract(data: bytes, path: str) -> Any:
    import hwpextract

    return hwpextract.extract(data)


def _json(data: bytes, path: str) -> Any:
    import hwpextract

    return hwpextract.extract(data).model_dump_json()


def _unhwp(data: bytes, path: str) -> Any:
    import unhwp

    return unhwp.extract_text(path)


def _mdm_core(data: bytes, path: str) -> Any:
    import mdm_core

    return mdm_core.convert_file(path)


def _syhwp(data: bytes, path: str) -> Any:
    import syhwp

    return syhwp.extract_text(path)


def _hwp_hwpx_parser(data: bytes, path: str) -> Any:
    from hwp_hwpx_parser import Reader

    with Reader(path) as reader:
        return reader.text


def _extract_hwp(data: bytes, path: str) -> Any:
    from extract_hwp import extract_text_from_hwp

    text, error = extract_text_from_hwp(path)
    if error:
        raise ValueError(error)
    return text


def _pyhwp(data: bytes, path: str) -> Any:
    from hwp5.hwp5txt import TextTransform
    from hwp5.xmlmodel import Hwp5File

    out = io.BytesIO()
    document = Hwp5File(path)
    try:
        TextTransform().transform_hwp5_to_text(document, out)
    finally:
        document.close()
    return out.getvalue()


def _pdfium_text(data: bytes, path: str) -> Any:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def _pdfium_objects(data: bytes, path: str) -> Any:
    return import_module("pdf_speed").pdfium_route(data)  # beside this file


def _pdfminer(data: bytes, path: str) -> Any:
    from pdfminer.high_level import extract_text

    return extract_text(io.BytesIO(data))


def _pdfplumber(data: bytes, path: str) -> Any:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_text() for page in document.pages]


ROUTES: dict[str, Route] = {
    "floor": floor,
    "read": _read,
    "extract": _extract,
    "extract + JSON": _json,
    "unhwp": _unhwp,
    "mdm-core": _mdm_core,
    "syhwp": _syhwp,
    "hwp-hwpx-parser": _hwp_hwpx_parser,
    "extract-hwp": _extract_hwp,
    "pyhwp": _pyhwp,
    "pypdfium2": _pdfium_text,
    "pypdfium2, text and paths": _pdfium_objects,
    "pdfminer.six": _pdfminer,
    "pdfplumber": _pdfplumber,
}


def cpu() -> float:
    """CPU seconds of this process and the children it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def measured(route: Route, data: bytes, path: str) -> float | None:
    """CPU seconds of one run; None when the reader refuses the file or gives nothing."""
    start = cpu()
    found = None
    with suppress(Exception):  # other readers raise whatever they like
        found = route(data, path)
    spent = cpu() - start
    return spent if found or route is floor else None


def main() -> None:
    """Answer until standard input ends."""
    answers = sys.stdout
    sys.path.insert(0, str(Path(__file__).parent))
    names = ("floor", *sys.argv[1:])
    for count, line in enumerate(sys.stdin):
        path = line.rstrip("\n")
        data = Path(path).read_bytes()
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            if not count:  # what is imported and compiled once is no cost of a file
                for name in names:
                    measured(ROUTES[name], data, path)
            spent = {name: measured(ROUTES[name], data, path) for name in names}
        print(json.dumps(spent), file=answers, flush=True)


if __name__ == "__main__":
    main()
