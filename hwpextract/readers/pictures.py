"""Pictures of the HWP family: their real media type, and what their description says."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from hwpextract.patterns import pattern

_MAGIC: Final = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\xd7\xcd\xc6\x9a", "image/wmf"),
    (b"\x01\0\x09\0\0\x03", "image/wmf"),
    (b"\x02\0\x09\0\0\x03", "image/wmf"),
    (b"\x01\0\0\0", "image/emf"),
    (b"\x0a\x05\x01", "image/vnd.zbrush.pcx"),
    (b"%!PS", "application/postscript"),
    (b"\xc5\xd0\xd3\xc6", "application/postscript"),
    (b"%PDF", "application/pdf"),
)
_SVG: Final = pattern(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!(?:--.*?--|DOCTYPE[^>]*)>\s*)*<svg\b", re.DOTALL)

# What Hangul writes into the description by itself: the kind of the object, then facts about the picture file.
_KINDS: Final = frozenset(
    "그림,사각형,타원,선,직선,호,다각형,곡선,표,수식,묶음 개체,묶음,연결선,글상자,글맵시,OLE 개체,개체,차트,동영상,양식 개체".split(
        ","
    )
)
_ORIGINAL_NAME: Final = pattern(r"원본 그림의 이름\s*:\s*([^\r\n]+)")


class Description(NamedTuple):
    """What the description of an object tells: `alt` was written by a person."""

    alt: str | None
    original_name: str | None


def media_type(head: bytes) -> str | None:
    """Media type of a picture from its first bytes; None when they are of no known kind.

    WebP and EMF keep their mark further in, so at least 44 bytes are needed for all kinds.
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind if kind != "image/emf" or head[40:44] == b" EMF" else None
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return "image/svg+xml" if _SVG.match(head) else None


def describe(comment: str) -> Description:
    """Read the description (개체 설명문) of an object, leaving out what the program fills in."""
    name = _ORIGINAL_NAME.search(comment)
    kind, is_said, _ = comment.partition("입니다.")
    is_automatic = (is_said and kind in _KINDS) or comment.startswith("원본 그림의 ")
    alt = None if is_automatic else comment.strip() or None
    return Description(alt, name[1].strip() if name else None)
