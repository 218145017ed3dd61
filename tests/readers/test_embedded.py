from __future__ import annotations

import struct

import pytest
from builders.charts import chart_space, data_grid, ole, series

from hwpextract.readers.embedded import describe_object

BAR = chart_space(series("올해", ["봄"], ["1"]))
GRID = data_grid([[None, "봄"], ["올해", 1.0]])
ROWS = [["", "올해"], ["봄", "1"]]


@pytest.mark.parametrize(
    "streams",
    [{"OOXMLChartContents": BAR, "Contents": GRID}, {"Contents": GRID}, {"OOXMLChartContents": b"<", "Contents": GRID}],
)
def test_charts_of_either_kind(streams: dict[str, bytes]) -> None:
    found = describe_object(ole(streams))
    assert found.kind == "chart"
    assert found.chart
    assert found.chart.rows == ROWS


def test_a_chart_that_cannot_be_read() -> None:
    found = describe_object(ole({"Contents": GRID[:120]}))
    assert (found.kind, found.chart) == ("chart", None)


def test_objects_of_other_programs() -> None:
    program = bytes(28) + struct.pack("<I", 7) + b"PBrush\0"
    picture = struct.pack("<I", 60) + b"BM" + bytes(58)
    found = describe_object(ole({"\x01Ole10Native": picture, "\x01CompObj": program}))
    assert (found.kind, found.media_type, found.program) == ("object", "image/bmp", "PBrush")
    assert describe_object(ole({"Workbook": b"x"})).media_type == "application/vnd.ms-excel"


def test_files_packed_by_windows_have_their_name() -> None:
    packed = struct.pack("<IH", 50, 2) + "붙임.hwpx".encode("cp949") + b"\0C:\\a.hwpx\0" + bytes(30)
    assert describe_object(ole({"\x01Ole10Native": packed})).original_name == "붙임.hwpx"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", None),
        (b"%PDF-1.7 " + bytes(200), "application/pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), None),
    ],
)
def test_whatever_else(data: bytes, kind: str | None) -> None:
    assert describe_object(data).media_type == kind
