"""Pictures of a PDF as files of their own: JPEG and JPEG 2000 as they stand, samples as PNG (ISO 32000-1, 8.9)."""

from __future__ import annotations

import re
import struct
import zlib
from typing import Any, NamedTuple

from hwpextract.limits import Budget
from hwpextract.readers.options import Options
from hwpextract.readers.pdf.file import filters
from hwpextract.readers.pdf.file.lexer import Ref
from hwpextract.readers.pdf.file.objects import Objects, Stream, trimmed

_AS_THEY_STAND = {"DCTDecode": "image/jpeg", "DCT": "image/jpeg", "JPXDecode": "image/jp2"}
"""Last filters whose data is a file of its own."""
_PNG = "image/png"
_CHANNELS = {"DeviceGray": 1, "CalGray": 1, "G": 1, "DeviceRGB": 3, "CalRGB": 3, "RGB": 3}
_GREY, _RGB, _INDEXED = 0, 2, 3
"""Colour types of PNG (RFC 2083, 3.2)."""
_MOST_SIDE = 65_535
_ENDINGS = {"image/jpeg": ".jpg", "image/jp2": ".jp2", _PNG: ".png"}
_NAME = re.compile(r"image([0-9]{1,10})(?:\.[a-z0-9]+)?")


class Samples(NamedTuple):
    """How the samples of a picture lie: size, bits of one, colour type of PNG, palette, whether black and white change places."""

    width: int
    height: int
    bits: int
    colours: int
    palette: bytes
    inverted: bool

    @property
    def row(self) -> int:
        """Bytes of one row."""
        return (self.width * self.bits * (3 if self.colours == _RGB else 1) + 7) // 8


def name_of(number: int, kind: str | None) -> str:
    """Name of the picture that is the object of this number, as a file of its media type."""
    return f"image{number}{_ENDINGS.get(kind or '', '')}"


def load_picture(data: bytes, options: Options, name: str) -> bytes:
    """Bytes of the picture of this name.

    Raises:
        LookupError: there is no such picture, or it is encoded in a way that is not unpacked here (fax, JBIG2, CMYK samples).
    """
    objects = Objects(trimmed(data), Budget(options.limits), options.password)
    found_name = _NAME.fullmatch(name)
    stream = objects.get(Ref(found_name[1])) if found_name else None
    if not isinstance(stream, Stream) or objects.get(stream.attributes.get("Subtype")) != "Image":
        raise LookupError(f"the file holds no picture {name}")
    found = file_of(stream, objects)
    if found is None:
        filter_names = " ".join(map(str, objects.array(stream.attributes.get("Filter")))) or "samples"
        raise LookupError(f"picture {name} is encoded in a way that is not unpacked here: {filter_names}")
    return found[0]


def media_type(stream: Stream, objects: Objects) -> str | None:
    """Media type of what `file_of` gives, without unpacking anything; None when it gives nothing."""
    names = objects.array(stream.attributes.get("Filter"))
    last = objects.get(names[-1]) if names else None
    if last in _AS_THEY_STAND:
        return _AS_THEY_STAND[last]
    known = all(filters.is_known(str(objects.get(name))) for name in names)
    return _PNG if known and _samples(stream, objects) else None


def file_of(stream: Stream, objects: Objects) -> tuple[bytes, str] | None:
    """A picture as a file of its own and its media type; None when it is of another kind or damaged."""
    names = [str(objects.get(name)) for name in objects.array(stream.attributes.get("Filter"))]
    try:
        if names and names[-1] in _AS_THEY_STAND:
            return objects.stream_data(stream, leave=1), _AS_THEY_STAND[names[-1]]
        samples = _samples(stream, objects)
        body = objects.stream_data(stream, objects.budget.limits.max_stream) if samples else b""
    except filters.FilterError:
        return None
    if samples is None or len(body) < samples.row * samples.height:
        return None
    if samples.inverted:
        body = body.translate(bytes(range(255, -1, -1)))
    rows = [body[at * samples.row : (at + 1) * samples.row] for at in range(samples.height)]
    return png(samples, rows), _PNG


def _samples(stream: Stream, objects: Objects) -> Samples | None:
    """The shape of the samples of a picture; None when PNG has no such shape."""
    attributes = stream.attributes
    width, height = (int(objects.number(attributes.get(key))) for key in ("Width", "Height"))
    mask = objects.get(attributes.get("ImageMask")) is True
    bits = 1 if mask else int(objects.number(attributes.get("BitsPerComponent"), 8))
    colours, palette = (_GREY, b"") if mask else _colours(objects.get(attributes.get("ColorSpace")), objects)
    fits = bits in (8, 16) if colours == _RGB else bits in (1, 2, 4, 8, 16)
    if colours is None or not fits or not 0 < width <= _MOST_SIDE or not 0 < height <= _MOST_SIDE:
        return None
    decode = [objects.number(value) for value in objects.array(attributes.get("Decode"))]
    return Samples(width, height, bits, colours, palette, colours == _GREY and decode == [1, 0])


def _colours(space: Any, objects: Objects) -> tuple[int | None, bytes]:
    """Colour type of PNG and palette of a colour space."""
    if isinstance(space, list) and space:
        kind = objects.get(space[0])
        if kind == "ICCBased" and len(space) > 1:
            channels = objects.number(objects.dictionary(space[1]).get("N"))
        elif kind in ("Indexed", "I") and len(space) > 3:
            table = objects.get(space[3])
            table = objects.stream_data(table) if isinstance(table, Stream) else table
            base = _colours(objects.get(space[1]), objects)[0]
            return (_INDEXED, table[:768]) if base == _RGB and isinstance(table, bytes) else (None, b"")
        else:
            channels = _CHANNELS.get(str(kind), 0)
    else:
        channels = _CHANNELS.get(str(space), 0)
    return {1: _GREY, 3: _RGB}.get(int(channels)), b""


def png(samples: Samples, rows: list[bytes]) -> bytes:
    """A PNG file (RFC 2083)."""
    header = struct.pack(">IIBBBBB", samples.width, samples.height, samples.bits, samples.colours, 0, 0, 0)
    palette = _chunk(b"PLTE", samples.palette[: len(samples.palette) // 3 * 3]) if samples.colours == _INDEXED else b""
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 1)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + palette + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def grey_png(width: int, height: int, rows: list[bytes]) -> bytes:
    """A PNG file of 8 bits of grey a pixel."""
    return png(Samples(width, height, 8, _GREY, b"", False), rows)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
