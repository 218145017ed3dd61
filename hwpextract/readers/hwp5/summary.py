"""Summary information: the OLE property set in which the document speaks of itself.

Hancom's own set keeps strings as VT_LPWSTR (the specification says VT_LPSTR) and leaves the page count 0 in most files.
"""

from __future__ import annotations

import struct
from codecs import utf_16_le_decode
from datetime import datetime
from struct import unpack_from
from typing import Any, Final

from hwpextract.document import Metadata
from hwpextract.node import build
from hwpextract.readers.signatures import filetime

# Property ids of the set (spec 5.0, 3.2.4) and what they hold, by the field of Metadata they fill.
_FIELDS: Final[dict[str, tuple[int, type]]] = {
    "title": (2, str),
    "subject": (3, str),
    "author": (4, str),
    "keywords": (5, str),
    "comments": (6, str),
    "last_saved_by": (8, str),
    "producer": (9, str),
    "created": (12, datetime),
    "modified": (13, datetime),
    "pages": (14, int),
}

_WANTED: Final = frozenset(pid for pid, _ in _FIELDS.values())

_VT_I4: Final = 3
_VT_LPWSTR: Final = 31
_VT_FILETIME: Final = 64
_MOST_PROPERTIES: Final = 256


def metadata(raw: bytes, **known: object) -> Metadata:
    """Metadata from the summary stream (empty when there is none) and what the caller knows already.

    Each property says of what type it is; one of another type than its field's is left out.
    """
    found = _properties(raw)
    values = ((name, found.get(pid), kind) for name, (pid, kind) in _FIELDS.items())
    fields: dict[str, Any] = {name: value or None for name, value, kind in values if isinstance(value, kind)}
    return build(Metadata, **(fields | known))


def _properties(raw: bytes) -> dict[int, object]:
    found: dict[int, object] = {}
    try:
        (base,) = unpack_from("<I", raw, 44)
        (count,) = unpack_from("<I", raw, base + 4)
        for index in range(min(count, _MOST_PROPERTIES)):
            pid, offset = unpack_from("<II", raw, base + 8 + 8 * index)
            if pid in _WANTED:
                found[pid] = _value(raw, base + offset)
    except struct.error:
        pass  # what was read before the damage stands
    return found


def _value(raw: bytes, offset: int) -> object:
    (kind,) = unpack_from("<I", raw, offset)
    if kind == _VT_LPWSTR:
        (length,) = unpack_from("<I", raw, offset + 4)
        text = raw[offset + 8 : offset + 8 + 2 * length]
        return utf_16_le_decode(text, "replace", True)[0].split("\0", 1)[0].strip()
    if kind == _VT_FILETIME:
        return filetime(*unpack_from("<Q", raw, offset + 4))
    if kind == _VT_I4:
        return max(unpack_from("<i", raw, offset + 4)[0], 0)
    return None
