"""Growth: a document repeated many times over, and many documents in one process."""

from __future__ import annotations

import gc
import resource
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

from builders.hwp5 import document, paragraph
from builders.hwpx import package, section
from builders.hwpx import text as hwpx_paragraph

import hwpextract

COPIES = (1, 10, 100)
_BASE = 200
"""Paragraphs of one copy."""
_WORDS = "가나다라 마바사 아자차카 타파하 " * 8
_RELEASES = 10_000


def repeated() -> dict[str, Callable[[int], bytes]]:
    """Documents of so many copies of the same text, by format."""
    return {
        "hwp5": lambda copies: document(paragraph(_WORDS) * (_BASE * copies)),
        "hwpx": lambda copies: package({"Contents/section0.xml": section(*[hwpx_paragraph(_WORDS)] * (_BASE * copies))}),
    }


def cost(data: bytes) -> tuple[float, float]:
    """CPU seconds and peak megabytes of one `extract`."""
    hwpextract.extract(data)
    gc.collect()
    start = time.process_time()
    hwpextract.extract(data)
    spent = time.process_time() - start
    tracemalloc.start()
    hwpextract.extract(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return spent, peak / 1e6


def resident_after(paths: Sequence[Path], marks: Sequence[int] = (1_000, _RELEASES)) -> list[float]:
    """Highest resident megabytes after so many releases in this process."""
    contents = [path.read_bytes() for path in paths]
    found = []
    for number in range(1, max(marks) + 1):
        hwpextract.extract(contents[number % len(contents)])
        if number in marks:
            found.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return found
