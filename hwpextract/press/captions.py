"""Lines that say what a picture shows: marked ones below it, those that close a release, and their list."""

from __future__ import annotations

from collections.abc import Sequence

from hwpextract.characters import is_syllable
from hwpextract.document import Block, Box, Image, Paragraph, Table
from hwpextract.patterns import pattern

_LONGEST = 150
_LONGEST_UNMARKED = 60
_MARKS = frozenset("▲△▼▽◀◁▶▷↑↓←→")
_SURE_MARKS = frozenset("▲△▼▽")
"""Marks that captions have, and items seldom."""
_SHOWS = pattern(
    r"(?:모습|장면|전경|광경|풍경|포스터|조감도|촬영|고\s?있다)\W*(?:\(?사진\s*[=:/]?\s*\S{1,20}(?:\s제공)?)?\W*$"
)
"""What captions end in."""
_HEAD = pattern(r"^\W*(?:관련\s*)?사진\s*(?:설명|자료|목록|캡션)?\W*$")
_NUMBERED = pattern(r"^\s*(?:그림|사진)\s?\d{1,2}\s*(?:[.:)\]>]|\s)")
_LONGEST_HEAD = 16


def is_below_picture(text: str, before: Block | None) -> bool:
    """Whether a line opens with an arrow, a triangle or its number ('그림 1.') right below a picture."""
    is_caption = text.lstrip()[:1] in _MARKS or (text.lstrip()[:1] in "그사" and _NUMBERED.match(text))
    return bool(is_caption) and len(text) <= _LONGEST and _holds_picture(before)


def is_photo_head(text: str) -> bool:
    """Whether a line announces the captions of the pictures and says nothing else ('<사진 설명>')."""
    return "사진" in text[:_LONGEST_HEAD] and len(text) <= _LONGEST_HEAD and bool(_HEAD.match(text))


def closes_as_caption(text: str, above: Sequence[Paragraph], before: Block | None) -> bool:
    """Whether the last line of a story is a caption.

    It opens with a mark that no item above has, and ends as captions do ('▲ … 모습'); or it is a few words right below a picture.
    """
    mark = text.lstrip()[:1]
    if len(text) > _LONGEST or not above:
        return False
    if mark in _SURE_MARKS:
        return bool(_SHOWS.search(text)) and all(
            _SHOWS.search(other.text) for other in above if other.text.lstrip()[:1] == mark
        )
    is_phrase = len(text) <= _LONGEST_UNMARKED and is_syllable(mark) and text.rstrip()[-1:] not in '.?!:”"다'
    return is_phrase and _holds_picture(before)


def _holds_picture(block: Block | None) -> bool:
    """Whether a block is a picture, or a frame or a table that holds nothing else."""
    if isinstance(block, Table):
        held = [inner for cell in block.cells for inner in cell.blocks]
        return bool(held) and all(isinstance(inner, Image) for inner in held)
    if isinstance(block, Box):
        return bool(block.blocks) and all(isinstance(inner, Image) for inner in block.blocks)
    return isinstance(block, Image)
