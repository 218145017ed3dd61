"""Embedded objects: what kind of thing they are, and the chart that they may be. Nothing in them is run or followed."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from hwpextract.patterns import pattern
from hwpextract.readers.charts import Chart, from_drawingml
from hwpextract.readers.pictures import media_type
from hwpextract.readers.vtchart import from_data_grid
from hwpextract.sniff import Format, sniff

_MAGIC: Final = b"\xd0\xcf\x11\xe0"
_DRAWING: Final = "OOXMLChartContents"
_GRID: Final = "Contents"
_NATIVE: Final = "\x01Ole10Native"
_PACKAGE: Final = "Package"
_PROGRAM: Final = "\x01CompObj"
# Streams of the programs whose files objects are.
_BY_STREAM: Final = {
    "Workbook": "application/vnd.ms-excel",
    "Book": "application/vnd.ms-excel",
    "WordDocument": "application/msword",
    "PowerPoint Document": "application/vnd.ms-powerpoint",
    "HwpSummaryInformation": "application/x-hwp",
    "FileHeader": "application/x-hwp",
}
_BY_FORMAT: Final = {
    Format.HWP5: "application/x-hwp",
    Format.HWPX: "application/hwp+zip",
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    Format.DOC: "application/msword",
    Format.XLS: "application/vnd.ms-excel",
    Format.PPT: "application/vnd.ms-powerpoint",
    Format.ZIP: "application/zip",
}
# A file packed by Windows: size u32, kind u16, its label and path, each up to a zero.
_PACKED: Final = pattern(rb"(?s)....\x02\0([^\0]{1,260})\0")
# Fixed part of \1CompObj; the name of the program stands behind it.
_PROGRAM_AT: Final = 28


class Embedded(NamedTuple):
    """What an embedded object is; `chart` is None also for a chart that cannot be read."""

    kind: Literal["object", "chart", "video"] = "object"
    chart: Chart | None = None
    media_type: str | None = None
    program: str | None = None
    original_name: str | None = None


def describe_chart(xml: bytes) -> Embedded:
    """Describe a chart that is a part of its own."""
    return Embedded("chart", from_drawingml(xml))


def describe_object(data: bytes) -> Embedded:
    """Describe the content of an embedded object: a compound file, which Hangul puts its size in front of, or any other file."""
    if data[4:8] == _MAGIC:
        data = data[4:]
    if not data.startswith(_MAGIC):
        return Embedded(media_type=_media_type(data))
    from hwpextract.readers.compound import streams_of

    streams = streams_of(data)
    if _DRAWING in streams or (_GRID in streams and b"VtChart" in streams[_GRID]):
        chart = from_drawingml(streams[_DRAWING]) if _DRAWING in streams else None
        return Embedded("chart", chart or from_data_grid(streams.get(_GRID, b"")))
    native = streams.get(_NATIVE, b"")
    packed = _PACKED.match(native)
    kind = next((kind for name, kind in _BY_STREAM.items() if name in streams), None)
    return Embedded(
        media_type=kind or _media_type(streams.get(_PACKAGE) or native[4:]),
        program=_program(streams.get(_PROGRAM, b"")),
        original_name=packed[1].decode("cp949", "replace") if packed else None,
    )


def _media_type(content: bytes) -> str | None:
    return _BY_FORMAT.get(sniff(content)) or media_type(content[:512]) if content else None


def _program(header: bytes) -> str | None:
    """Name of the program that made the object: a string with its length as u32 in front."""
    size = int.from_bytes(header[_PROGRAM_AT : _PROGRAM_AT + 4], "little")
    name = header[_PROGRAM_AT + 4 : _PROGRAM_AT + 4 + min(size, 256)]
    return name.rstrip(b"\0").decode("cp949", "replace") or None
