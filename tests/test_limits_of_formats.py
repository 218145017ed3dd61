"""Every limit in every format that knows it: a file past the limit is refused with its code, and read when there is room."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from builders import hwp3, hwp5, hwpml, hwpx
from builders.pdf import Face, cells, pages, show

from hwpextract.api import read
from hwpextract.errors import LimitExceededError
from hwpextract.limits import Limits

Case = tuple[Callable[[], bytes], str, float, float]
"""A file, the limit, a value that it passes, one that it does not."""

DEEP = 12
MANY = 1500


# --- Files ---------------------------------------------------------------------------------------------------------------------


def hwp5_deep(depth: int = DEEP) -> bytes:
    inside = hwp5.paragraph("끝", level=2 * depth)
    for level in range(2 * depth - 2, -1, -2):
        table = hwp5.table(level + 1, 1, 1, hwp5.cell(level + 2, 0, 0, inside))
        inside = hwp5.paragraph(hwp5.mark(11, "tbl "), table, level=level)
    return hwp5.document(inside)


def hwp5_cells() -> bytes:
    grid = hwp5.table(1, 20, 20, *[hwp5.cell(2, at // 20, at % 20, hwp5.paragraph("칸", level=2)) for at in range(400)])
    return hwp5.document(hwp5.paragraph(hwp5.mark(11, "tbl "), grid))


def hwpx_deep(depth: int = DEEP) -> bytes:
    inside = hwpx.text("끝")
    for _ in range(depth):
        inside = hwpx.p(hwpx.run(hwpx.tbl(1, 1, hwpx.tc(0, 0, inside))))
    return hwpx.package(hwpx.section(inside))


def hwpx_cells() -> bytes:
    return hwpx.package(hwpx.section(hwpx.p(hwpx.run(hwpx.table([["칸"] * 20] * 20)))))


def hwp3_deep() -> bytes:
    inside = hwp3.paragraph("끝")
    for _ in range(DEEP):
        inside = hwp3.paragraph(hwp3.text_box(inside))
    return hwp3.document(inside)


def hwp3_cells() -> bytes:
    return hwp3.document(hwp3.paragraph(hwp3.table([["칸"] * 20] * 20)))


def hwpml_deep() -> bytes:
    inside = hwpml.p("끝")
    for _ in range(DEEP):
        inside = hwpml.p(hwpml.box(inside))
    return hwpml.document(hwpml.section(inside)).encode()


def hwpml_cells() -> bytes:
    return hwpml.document(hwpml.section(hwpml.p(hwpml.table([["칸"] * 20] * 20)))).encode()


def pdf_of(count: int) -> bytes:
    face = Face()
    return pages([show(face, 50, 100, "끝")] * count, face)


def pdf_cells() -> bytes:
    face = Face()
    return pages([cells(face, [((5 * at, 5 * at, 5 * at + 5, 5 * at + 5), "") for at in range(1, 100)])], face)


def long(kind: str) -> bytes:
    """A document with a text that packs well."""
    words = "가나다라 " * 100_000
    match kind:
        case "hwp5":
            return hwp5.document(hwp5.paragraph(words))
        case "hwpx":
            return hwpx.package(hwpx.section(hwpx.text(words)))
        case "hwp3":
            return hwp3.document(*[hwp3.paragraph("가나다라 " * 100) for _ in range(1000)])
    face = Face()
    return pages([show(face, 50, 100, "끝") * 10_000], face)


def many(kind: str) -> bytes:
    """A document of many paragraphs."""
    match kind:
        case "hwp5":
            return hwp5.document(hwp5.paragraph("가") * 20_000)
        case "hwpx":
            return hwpx.package(hwpx.section(*[hwpx.text("가")] * MANY))
        case "hwp3":
            return hwp3.document(*[hwp3.paragraph("가")] * 3 * MANY)
    return hwpml.document(hwpml.section(*[hwpml.p("가")] * MANY)).encode()


def crowded(kind: str) -> bytes:
    """A container of many entries."""
    if kind == "hwp5":
        return hwp5.document(hwp5.paragraph("가"), others={f"BinData/BIN{at:04X}.png": b"x" for at in range(100)})
    return hwpx.package(hwpx.section(hwpx.text("가")), parts={f"BinData/image{at}.png": b"x" for at in range(100)})


def zeros(kind: str) -> bytes:
    """A part of 11 MB out of nothing but zeros."""
    if kind == "hwp5":
        return hwp5.document(hwp5.paragraph("가") + hwp5.record(500, 1, bytes(11 << 20)))
    if kind == "hwp3":
        return hwp3.document(hwp3.paragraph("가"), blocks=hwp3.embedded("A.PNG", bytes(11 << 20)))
    return hwpx.package(hwpx.section(hwpx.text("가" + " " * (11 << 20))))


# --- Cases ---------------------------------------------------------------------------------------------------------------------

CASES: dict[str, Case] = {
    **{f"{kind} bytes": (partial(long, kind), "max_bytes", 100, 1 << 24) for kind in ("hwp5", "hwpx", "hwp3", "pdf")},
    "hwpml bytes": (hwpml_deep, "max_bytes", 100, 1 << 24),
    **{f"{kind} stream": (partial(long, kind), "max_stream", 50_000, 1 << 24) for kind in ("hwp5", "hwpx", "hwp3")},
    **{
        f"{kind} inflated": (partial(long, kind), "max_inflated", 50_000, 1 << 24)
        for kind in ("hwp5", "hwpx", "hwp3", "pdf")
    },
    **{f"{kind} ratio": (partial(zeros, kind), "max_ratio", 100, 1032) for kind in ("hwp5", "hwpx", "hwp3")},
    **{f"{kind} entries": (partial(crowded, kind), "max_entries", 50, 500) for kind in ("hwp5", "hwpx")},
    **{
        f"{kind} records": (partial(many, kind), "max_records", 1000, 1_000_000)
        for kind in ("hwp5", "hwpx", "hwp3", "hwpml")
    },
    "pdf records": (partial(pdf_of, 1), "max_records", 1, 100),
    "hwp5 depth": (hwp5_deep, "max_depth", DEEP - 4, 40),
    "hwpx depth": (hwpx_deep, "max_depth", DEEP - 4, 40),
    "hwp3 depth": (hwp3_deep, "max_depth", DEEP - 4, 40),
    "hwpml depth": (hwpml_deep, "max_depth", DEEP - 4, 40),
    "hwp5 cells": (hwp5_cells, "max_cells", 300, 500),
    "hwpx cells": (hwpx_cells, "max_cells", 300, 500),
    "hwpml cells": (hwpml_cells, "max_cells", 300, 500),
    "hwp3 cells": (hwp3_cells, "max_cells", 300, 500),
    "pdf cells": (pdf_cells, "max_cells", 5000, 20_000),
    "pdf pages": (partial(pdf_of, 5), "max_pages", 4, 5),
    "pdf operators": (partial(long, "pdf"), "max_operators", 5000, 1_000_000),
    **{f"{kind} seconds": (partial(many, kind), "max_seconds", 1e-9, 60) for kind in ("hwp5", "hwpx", "hwp3", "hwpml")},
    "pdf seconds": (partial(pdf_of, 5), "max_seconds", 1e-9, 60),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_past_a_limit_is_refused_and_read_with_room(name: str) -> None:
    make, limit, little, enough = CASES[name]
    data = make()
    with pytest.raises(LimitExceededError) as caught:
        read(data, limits=limits(limit, little))
    assert caught.value.code == "limit_" + limit.removeprefix("max_")
    assert limit in (caught.value.hint or "")
    read(data, limits=limits(limit, enough), strict=True)


def limits(name: str, value: float) -> Limits:
    chosen: dict[str, Any] = {name: value}
    return Limits(**chosen)


def test_the_deepest_nesting_that_is_read_can_be_written_and_read_again() -> None:
    for make in (hwp5_deep, hwpx_deep):
        document = read(make(Limits().max_depth - 2))
        assert type(document).model_validate_json(document.model_dump_json()) == document
