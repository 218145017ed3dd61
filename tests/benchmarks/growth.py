"""Growth: a document repeated many times over, and many documents in one process."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

from builders import hwp5, hwpx

import hwpextract

COPIES = (1, 10, 100)
_PARAGRAPHS = 100
_ROWS = 20
_COLUMNS = 5
_WORDS = "가나다라 마바사 아자차카 타파하 " * 8
_RELEASES = 10_000


def documents(copies: int) -> dict[str, bytes]:
    """A document of paragraphs and a table, so many times over, in each format."""
    cells = [hwp5.cell(2, row, col, hwp5.paragraph("가나", level=2)) for row in range(_ROWS) for col in range(_COLUMNS)]
    holder = hwp5.paragraph(hwp5.mark(11, "tbl "), hwp5.table(1, _ROWS, _COLUMNS, *cells))
    table = hwpx.p(hwpx.run(hwpx.table([["가나"] * _COLUMNS] * _ROWS)))
    return {
        "hwp5": hwp5.document((hwp5.paragraph(_WORDS) * _PARAGRAPHS + holder) * copies),
        "hwpx": hwpx.package(hwpx.section(*([hwpx.text(_WORDS)] * _PARAGRAPHS + [table]) * copies)),
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
    """Resident megabytes after so many releases in this process."""
    contents = [path.read_bytes() for path in paths]
    found = []
    for number in range(1, max(marks) + 1):
        hwpextract.extract(contents[number % len(contents)])
        if number in marks:
            status = Path("/proc/self/status").read_text("ascii")
            found.append(int(status.partition("VmRSS:")[2].split()[0]) / 1024)
    return found
