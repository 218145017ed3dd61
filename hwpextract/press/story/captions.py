"""Lines that say what a picture shows: marked ones below it, those that close a release, and their list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

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
_SENTENCE_ENDS = frozenset('.?!:”"다음임함됨')
"""What sentences, the clipped ones of official style among them, and words that lead in others end in."""
_HEAD = pattern(r"^\W*(?:관련\s*)?사진\s*(?:설명|자료|목록|캡션)?\W*$")
_NUMBERED = pattern(r"^\s*(?:그림|사진)\s?\d{1,2}\s*(?:[.:)\]>]|\s)")
_LONGEST_HEAD = 16
_ENTRY = pattern(r"\s*\d{1,2}\s*[.)]\s*\D")


def is_below_picture(text: str, before: Block | None) -> bool:
    """Whether a line opens with an arrow, a triangle or its number ('그림 1.') right below a picture."""
    is_caption = text.lstrip()[:1] in _MARKS or (text.lstrip()[:1] in "그사" and _NUMBERED.match(text))
    return bool(is_caption) and len(text) <= _LONGEST and _holds_picture(before)


def is_photo_head(text: str) -> bool:
    """Whether a line announces the captions of the pictures and says nothing else ('<사진 설명>')."""
    return len(text) <= _LONGEST_HEAD and "사진" in text and bool(_HEAD.match(text))


class ClosingCaptions:
    """The captions that close a story, told one by one from the last line upwards.

    Args:
        story: the lines of the story, of which the first is none.
        whole: all blocks the story stands among.
    """

    def __init__(self, story: Sequence[Paragraph], whole: Sequence[Block]) -> None:
        self._story = story
        self._whole = whole

    def holds(self, at: int) -> bool:
        """Whether a line is a caption, where all lines behind it are none of the story.

        It opens with a mark that no item has, and ends as captions do ('▲ … 모습'); or it is a few words right below a picture, or
        stands behind a line that announces captions.
        """
        text = self._story[at].text
        mark = text.lstrip()[:1]
        if not at or len(text) > _LONGEST:
            return False
        if at in self._announced:
            return True
        if mark in _SURE_MARKS:
            return bool(_SHOWS.search(text)) and mark not in self._marks_of_items
        is_phrase = len(text) <= _LONGEST_UNMARKED and is_syllable(mark) and text.rstrip()[-1:] not in _SENTENCE_ENDS
        return is_phrase and _holds_picture(self._before(at))

    @cached_property
    def _announced(self) -> set[int]:
        """Lines that are the one caption below '사진 설명', or of several with numbers below a line that announces them."""
        found = set()
        is_list = False
        for at, (above, line) in enumerate(pairwise(self._story), 1):
            is_head = is_photo_head(above.text)
            is_list = (is_list or (is_head and at > 1)) and bool(_ENTRY.match(line.text))
            if is_list or (is_head and "설명" in above.text):
                found.add(at)
        return found

    @cached_property
    def _marks_of_items(self) -> frozenset[str]:
        """Marks with which a line opens that does not end as captions do."""
        texts = (paragraph.text for paragraph in self._story)
        return frozenset(text.lstrip()[:1] for text in texts if not _SHOWS.search(text[-_LONGEST:]))

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(block): place for place, block in enumerate(self._whole)}

    def _before(self, at: int) -> Block | None:
        place = self._places[id(self._story[at])]
        return self._whole[place - 1] if place else None


def _holds_picture(block: Block | None) -> bool:
    """Whether a block is a picture, or a frame or a table that holds nothing else."""
    if isinstance(block, Table):
        held = [inner for cell in block.cells for inner in cell.blocks]
        return bool(held) and all(isinstance(inner, Image) for inner in held)
    if isinstance(block, Box):
        return bool(block.blocks) and all(isinstance(inner, Image) for inner in block.blocks)
    return isinstance(block, Image)
