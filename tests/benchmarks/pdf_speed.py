"""CPU time a page of the PDF reader, beside PDFium's text and path objects on the same files in the same run.

    python tests/benchmarks/pdf_speed.py ../shared/corpus/press [--repeat 3] [--fields] [--pdfminer] [--content]

The PDFium route asks what a reader has to know: the text of the page, of every text object its text, box, size and render mode, of
every path object its points. Figures are CPU milliseconds a page, the best of the repeats; the ratio is a geometric mean over
files.
"""

from __future__ import annotations

import argparse
import ctypes
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def pdfium_route(data: bytes) -> int:
    """Text and path objects by PDFium; returns the number of pages."""
    import pypdfium2 as pdfium

    raw: Any = pdfium.raw
    document = pdfium.PdfDocument(data)
    size = ctypes.c_float()
    buffer = ctypes.create_string_buffer(4096)
    characters = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    edges = [ctypes.c_float() for _ in range(4)]
    x, y = ctypes.c_float(), ctypes.c_float()
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        for index in range(raw.FPDFPage_CountObjects(page)):
            item = raw.FPDFPage_GetObject(page, index)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                length = raw.FPDFTextObj_GetText(item, text, characters, 4096)
                buffer.raw[: max(0, min(length, 4096) - 2)].decode("utf-16-le", "replace")
                raw.FPDFPageObj_GetBounds(item, *edges)
                raw.FPDFTextObj_GetFontSize(item, size)
                raw.FPDFTextObj_GetTextRenderMode(item)
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                for part in range(raw.FPDFPath_CountSegments(item)):
                    segment = raw.FPDFPath_GetPathSegment(item, part)
                    raw.FPDFPathSegment_GetPoint(segment, x, y)
        text.close()
        page.close()
    pages = len(document)
    document.close()
    return pages


def our_route(data: bytes) -> int:
    """The whole reader: content, lines, paragraphs, tables."""
    from hwpextract.limits import Limits
    from hwpextract.readers.options import Options
    from hwpextract.readers.pdf import read_pdf

    return read_pdf(data, Options(Limits())).metadata.pages or 0


def fields_route(data: bytes) -> int:
    """The reader and the fields of the release."""
    import hwpextract

    return hwpextract.extract(data).document.metadata.pages or 0


def content_route(data: bytes) -> int:
    """The content interpreter alone: runs, rules, pictures."""
    from hwpextract.limits import Budget, Limits
    from hwpextract.readers.pdf.file.objects import Objects
    from hwpextract.readers.pdf.layout.pages import page_dictionaries, read_page

    budget = Budget(Limits())
    objects = Objects(data, budget)
    fonts: dict[Any, Any] = {}
    number = 0
    for number, page in enumerate(page_dictionaries(objects, budget), 1):
        read_page(objects, budget, page, number, fonts, frozenset())
    return number


def pdfminer_route(data: bytes) -> int:
    """pdfminer.six's own page layout."""
    import io

    from pdfminer.high_level import extract_pages

    return sum(1 for _ in extract_pages(io.BytesIO(data)))


def measure(route: Callable[[bytes], int], data: bytes, repeat: int) -> tuple[float, int]:
    """Best CPU seconds of some runs, and the number of pages."""
    best, pages = math.inf, 0
    for _ in range(repeat):
        start = time.process_time()
        pages = route(data)
        best = min(best, time.process_time() - start)
    return best, pages


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--pdfminer", action="store_true", help="measure pdfminer.six too (slow)")
    parser.add_argument("--content", action="store_true", help="measure the content interpreter alone too")
    parser.add_argument("--fields", action="store_true", help="measure reading with the fields too")
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    routes: dict[str, Callable[[bytes], int]] = {"pdfium": pdfium_route, "reader": our_route}
    if arguments.fields:
        routes["fields"] = fields_route
    if arguments.content:
        routes["content"] = content_route
    if arguments.pdfminer:
        routes["pdfminer"] = pdfminer_route
    logs: dict[str, list[float]] = {name: [] for name in routes}
    print(f"{'ms/page':48}" + "".join(f"{name:>10}" for name in routes))
    for path in sorted(arguments.corpus.rglob("*.pdf")):
        if arguments.only not in str(path):
            continue
        data = path.read_bytes()
        spent = {name: measure(route, data, arguments.repeat) for name, route in routes.items()}
        pages = max(1, spent["pdfium"][1])
        for name, (seconds, _) in spent.items():
            logs[name].append(math.log(seconds / spent["pdfium"][0]))
        label = f"{path.parent.name}/{path.name}"
        print(f"{label[-47:]:48}" + "".join(f"{1000 * seconds / pages:10.2f}" for seconds, _ in spent.values()))
    print(
        f"{'geometric mean, PDFium = 1':48}"
        + "".join(f"{math.exp(sum(log) / len(log)):10.2f}" for log in logs.values())
    )


if __name__ == "__main__":
    main()
