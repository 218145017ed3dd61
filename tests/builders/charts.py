"""Charts: DrawingML, and the data grid of older files; objects around them."""

import struct

from builders.cfb import compound_file

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def cache(kind: str, *values: str) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>' for index, value in enumerate(values) if value)
    return f'<c:{kind}Ref><c:f>Sheet1!A1</c:f><c:{kind}Cache><c:ptCount val="{len(values)}"/>{points}</c:{kind}Cache></c:{kind}Ref>'


def series(name: str, keys: list[str], values: list[str], parts: tuple[str, str] = ("cat", "val")) -> str:
    key, value = parts
    kind = "str" if key == "cat" else "num"
    return (
        f"<c:ser><c:tx>{cache('str', name)}</c:tx><c:{key}>{cache(kind, *keys)}</c:{key}>"
        f"<c:{value}>{cache('num', *values)}</c:{value}></c:ser>"
    )


def title(*lines: str) -> str:
    return (
        "<c:title><c:tx><c:rich>"
        + "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
        + "</c:rich></c:tx></c:title>"
    )


def chart_space(*series: str, kind: str = "barChart", top: str = "", axes: str = "") -> bytes:
    plot = f"<c:plotArea><c:layout/><c:{kind}>{''.join(series)}</c:{kind}>{axes}</c:plotArea>"
    return f'<?xml version="1.0"?><c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}"><c:chart>{top}{plot}</c:chart></c:chartSpace>'.encode()


def data_grid(columns: list[list[str | float | None]]) -> bytes:
    """Stream `Contents` with a grid of texts, numbers and empty cells, column by column."""
    known: dict[str, int] = {}

    def of_class(name: str) -> bytes:
        if name in known:
            return struct.pack("<I", known[name])
        known[name] = len(known) + 1
        raw = name.encode() + b"\0"
        return struct.pack("<IH", known[name], len(raw)) + raw + struct.pack("<H", 1)

    def cell(number: int, value: str | float | None) -> bytes:
        if value is None:
            return struct.pack("<I", 0xFFFFFFFF)
        head = struct.pack("<I", number)
        if isinstance(value, str):
            raw = value.encode("cp949") + b"\0\0" + value.encode("utf-16-le") + b"\0\0"
            own = of_class("VtString") + struct.pack("<H", len(raw)) + raw + b"A"
        else:
            own = of_class("VtDouble") + struct.pack("<d", value) + b"\xff\xff"
        return head + own + of_class("VtValue") + of_class("VtObject")

    values = [value for column in columns for value in column]
    out = struct.pack("<28xII", 0, 0) + b"\x08\0VtChart\0" + struct.pack("<HI", 6, 1) + of_class("VtDataGrid")
    out += of_class("VtMatrix") + of_class("VtCollection") + struct.pack("<H", len(values)) + of_class("VtObject")
    out += struct.pack("<HH", len(columns), len(columns[0]))
    return out + b"".join(cell(number, value) for number, value in enumerate(values, start=2)) + bytes(40)


def ole(streams: dict[str, bytes]) -> bytes:
    """An object as Hangul stores it: its size, then a compound file."""
    content = compound_file(streams)
    return struct.pack("<I", len(content)) + content
