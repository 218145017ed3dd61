"""Lines that say what a picture shows: marked ones below it, those that close a release, and their list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from hwpextract.characters import is_syllable
from hwpextract.document import Block, Box, Image, Paragraph, Table
from hwpextract.patterns import pattern
from hwpextract.press.story.closing_lines import is_of_contents

_LONGEST = 150
_LONGEST_UNMARKED = 60
_OPENING = frozenset("<〈《≪[【〔(")
_MARKS = frozenset("▲△▼▽◀◁▶▷↑↓←→")
_SURE_MARKS = frozenset("▲△▼▽")
"""Marks that captions have, and items seldom."""
_SHOWS = pattern(
    r"(?:모습|장면|현장|전경|광경|풍경|포스터|조감도|촬영|고\s?있다)\W*(?:\(?사진\s*[=:/]?\s*\S{1,20}(?:\s제공)?)?\W*$"
)
"""What captions end in."""
_SENTENCE_ENDS = frozenset('.?!:,，”"다음임함됨면')
"""What sentences, the clipped ones of official style among them, and words that lead in others end in."""
_HEAD = pattern(r"^\W*(?:관련\s*)?사진\s*(?:설명|자료|목록|캡션)?\W*$")
_NUMBERED = pattern(r"^\s*(?:그림|사진)\s?\d{1,2}\s*(?:[.:)\]>]|\s)")
_LONGEST_HEAD = 16
_BRACKETED = pattern(r"\s*[<〈《≪\[【〔(].{0,60}[>〉》≫\]】〕)]\s*")
_TITLED = pattern(
    r"\s*[<〈《\[【(]?\s*(?:표|그림|도표)\s?\d{1,2}(?:-\d{1,2})?\s*(?:[>〉》\]】).:]\s*\D|\s\D)|.{2,60}\(\s*단위\s*[:：][^()]*\)\s*$"
)
"""How the caption of a table opens with its number, or ends in the unit of its figures."""
_OF_FIGURES = pattern(r"\W*단위\s*[:：].{1,30}")
"""A line between caption and table that says what its figures count."""
_SAYS_OF = pattern(r"\w(?:[은는을를가고며]|(?<!추)이|[,，])\s|(?:까|[려해어아에예세]요)\s*$")
"""Particles and commas within sentences and ends of polite ones ('개요' is a word), which captions have none of."""
_LEAST_CELLS = 4
_HEADING = pattern(
    r"\s*(?:(?:\d{1,2}|[가-하])\s*[.)]|[□■ㅁㅇ○◦])\s*[^\s:：]+(?:\s[^\s:：]+){0,3}(?<![.?!:”\"다음임함됨])\s*"
)
"""What heads a table with a mark or a number and up to four words."""
_SOURCE = pattern(
    r"\s*(?:[*※]\s*)?(?:(?:자\s?료|출\s?처)\s*[:：].{1,50}|주\s?\d{0,2}\)\s.{1,100})(?<!다\.)\s*",
    needs=("자", "출처", "출 처", "주"),
)
"""A line below a table that says where its figures are from, or what is to be known of them."""
_OF_TOPIC = pattern(r"^\W*\w+[은는]\s|\d\S*로\s")
"""What short items have that tell something: '○ 가나율은 58.9%로 상승'."""
_ENTRY = pattern(r"\s*\d{1,2}\s*[.)]\s*\D")


def is_below_picture(text: str, before: Block | None) -> bool:
    """Whether a line right below a picture opens with an arrow, a triangle or its number ('그림 1.'), or ends as captions do."""
    is_caption = text.lstrip()[:1] in _MARKS or (text.lstrip()[:1] in "그사" and _NUMBERED.match(text))
    is_caption = is_caption or (_is_phrase(text) and _SHOWS.search(text))
    return bool(is_caption) and len(text) <= _LONGEST and _holds_picture(before)


def is_below_table(text: str, before: Block | None) -> bool:
    """Whether a line right below a table is a source, or a note that opens with '주)'."""
    return isinstance(before, Table) and bool(_SOURCE.fullmatch(text))


def is_bracketed(text: str) -> bool:
    """Whether a line stands in brackets as a whole, as captions and headings do."""
    return text.lstrip()[:1] in _OPENING and bool(_BRACKETED.fullmatch(text))


def above_tables(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Captions right above a table, a picture or a frame, and lines between them that say what its figures count."""
    below: Block | None = None
    for block in reversed(blocks):
        if isinstance(block, Paragraph) and below is not None and not isinstance(below, Paragraph):
            of_figures = _OF_FIGURES.fullmatch(block.text)
            if of_figures or _is_above(block.text, below):
                yield block
            if of_figures or (block.text.lstrip().startswith("(") and is_bracketed(block.text)):
                continue
        below = block


def _is_above(text: str, below: Block) -> bool:
    """Whether a line is the caption of what stands below it: in brackets, with a number, or above figures a few words."""
    if is_bracketed(text):
        return True
    if not isinstance(below, Table) or len(text) > _LONGEST or text.rstrip().endswith("."):
        return False
    has_columns = below.cols > 1 and below.rows > 1 and len(below.cells) >= _LEAST_CELLS
    return bool(_TITLED.match(text)) or (has_columns and _is_phrase(text) and not _SAYS_OF.search(text))


def _is_phrase(text: str) -> bool:
    """Whether a line is a few words without a mark that are no sentence."""
    is_short = len(text) <= _LONGEST_UNMARKED and ":" not in text
    first, second = text.lstrip()[:1], text.lstrip()[1:2]
    return is_short and is_syllable(first) and second not in {".", ")"} and text.rstrip()[-1:] not in _SENTENCE_ENDS


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
        if at in self._announced or self._heads_table(at):
            return True
        if mark in _SURE_MARKS:
            return bool(_SHOWS.search(text)) and mark not in self._marks_of_items
        return _is_phrase(text) and _holds_picture(self._before(at))

    def _heads_table(self, at: int) -> bool:
        """Whether a line heads a table or a picture, with a mark or a number and a few words, and is no entry of a list."""
        text = self._story[at].text
        if not _HEADING.fullmatch(text) or _OF_TOPIC.search(text):
            return False
        above, below = self._before(at), self._behind(at)
        is_listed = isinstance(above, Paragraph) and _HEADING.fullmatch(above.text) and not is_of_contents(above.text)
        return below is not None and not isinstance(below, Paragraph) and not is_listed

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

    def _behind(self, at: int) -> Block | None:
        place = self._places[id(self._story[at])] + 1
        return self._whole[place] if place < len(self._whole) else None


def _holds_picture(block: Block | None) -> bool:
    """Whether a block is a picture, or a frame or a table that holds nothing else."""
    if isinstance(block, Table):
        held = [inner for cell in block.cells for inner in cell.blocks]
        return bool(held) and all(isinstance(inner, Image) for inner in held)
    if isinstance(block, Box):
        return bool(block.blocks) and all(isinstance(inner, Image) for inner in block.blocks)
    return isinstance(block, Image)
