"""The parts behind a release (붙임, 참고, 별첨): their heads in every form, and the lines that merely list them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hwpextract.characters import fold, squeeze
from hwpextract.document import Block, Box, Paragraph, Table
from hwpextract.node import build
from hwpextract.patterns import pattern
from hwpextract.press.labels import ANNEX_LABELS
from hwpextract.press.model import Annex
from hwpextract.press.tables import first_line, lines_of

_SPACED = {word: r"\s*".join(word) for word in ANNEX_LABELS}
ANNEX_WORD = "|".join(_SPACED.values())
"""Any word that opens the head of an annex, as a part of a pattern."""
_PROPER = "|".join(spaced for word, spaced in _SPACED.items() if not word.startswith("참고"))
"""Words of annexes alone; with 참고 a note or a box within the story may open too."""
_OPEN, _SHUT = r"<〈《\[【〔(「『❙", r">〉》\]】〕)」』❙"
_FIRST = frozenset(word[0] for word in ANNEX_LABELS)
_BEFORE = f"{_OPEN}※*■□◆▣◎○●◇#•▪ \t\n\u00a0"
_COUNTED = (
    r"[년월일]|가지|분기|단계|학년|부처|개(?:국|년|월|소|사|교|부|시|도|군|구|과|품|업|분|기|지)(?!요)"
    r"|[개명건곳종인회차대위배조억만천호세주초쪽점권편장매호](?!\w)"
)
"""What makes the number before it one of things, years or days ('붙임 3개 기관 현황', '붙임 2026년'); 개요 is a word of its own."""
# A number, but none of things and no day ('참고 4. 13. 회의').
_NUMBER = rf"(?:\s*(?:(?<!\d)\d{{1,2}}(?!\d|{_COUNTED}|\.\s*\d{{1,2}}\s*[.(])(?:\s*[-–]\s*\d{{1,2}}(?!\d))?|[Ⅰ-Ⅹ①-⑳]))?"
_HEAD = pattern(
    rf"^※?\s*(?P<label>[{_OPEN}]*\s*(?:{ANNEX_WORD}){_NUMBER}(?:\s*[{_SHUT}])*)\s*(?:[.:：]|[-–](?=\s))?"
    rf"(?:\s+|(?<=[\dⅠ-Ⅹ①-⑳{_SHUT}.:：])|$)(?P<title>.*)$"
)
_OPENS = pattern(rf"[■□◆▣◎\s]*+※?\s*+[{_OPEN}]*+\s*+(?:{ANNEX_WORD})")
"""How a head begins, to be told from nearly all paragraphs before anything else is done."""
_GOES_ON = pattern(r"(?:과|와|의|을|를|에|은|는|이|가|로|에서)\s|(?:참조|참고)(?:하|$)")
"""What follows a label in a sentence: '붙임 1을 참조', '참고 2의 기준'."""
_NOTE = pattern(r"\s*※\s*참\s*고(?!\s*자\s*료)")
"""'※ 참고 : 지난해 3천 명' explains the story."""
_NOTE_BEHIND = pattern(r"\s\*+\s.*$")
_LISTED = pattern(rf"^[\s{_OPEN}※*]*(?:{ANNEX_WORD})\s*\d*\s*[{_SHUT}.:：]*(?:\s|$|\d|(?<=[{_SHUT}])(?!로))")
_MARKED_LIST = pattern(rf"^\s*[□■○●◇◆#•▪]\s*[{_OPEN}]?\s*(?:{_PROPER})\s*\d*\s*[{_SHUT}:：]")
_ENTRY = pattern(r"\s*\d{1,2}\s*[.)]\s*\S.*?\d{1,3}\s?[부매장쪽]\s*(?:[.]\s*)?(?:끝\s*[.]?)?\s*$")
_LONGEST_LIST = 150
_BULLETS = "■□◆▣◎ \t\u00a0"
_BEHIND_BULLET = pattern(r"[■□◆▣◎]\s*(?:붙|별|첨|(?:참\s*고)(?:\s*자\s*료|\s*\d|\s*$))[^:：]*$")
"""A head with a mark before it; '□ 참고 사항' heads a part of the story, '□ 붙임 : 현황' lists."""
_HAS_NUMBER = pattern(r"\d")
_FIRST_OF_LIST = pattern(r"1\s*[.)]\s*\D")
_WORDS = pattern(r"\s*[\w‘“「｢]")
_MOST_HEAD_CELLS = 8
_LONGEST_HEAD = 120
_OF_ITS_OWN = pattern(rf"[\s{_OPEN}]*(?:{_PROPER})")


class Head(NamedTuple):
    """The head of an annex: the place of its block, label and title as printed, and whether a frame or a table holds them."""

    place: int
    label: str
    title: str | None
    is_framed: bool

    @property
    def words(self) -> str:
        """Label and title, folded."""
        return fold(self.label + (self.title or ""))


def is_listed(text: str) -> bool:
    """Whether a line begins like an entry of the list of annexes that closes a story."""
    return _may_open(text) and bool(_LISTED.match(text))


def is_marked_list(text: str) -> bool:
    """Whether a line lists the annexes behind a mark of items ('□ 붙임 : 사업 개요 1부')."""
    if len(text) > _LONGEST_LIST or not _may_open(text):
        return False
    return bool(_MARKED_LIST.match(text)) and not text.rstrip().endswith("다.")


def is_entry_of_list(text: str) -> bool:
    """Whether a line is a further entry of such a list, with a number and how many there are ('2. 사진 3매.  끝.')."""
    return len(text) <= _LONGEST_LIST and bool(_ENTRY.match(text))


def _may_open(text: str) -> bool:
    """Whether a word of annexes can open a text behind what stands before it, as it does in few."""
    first = text.lstrip(_BEFORE)[:1]
    return first in _FIRST or first.isspace()


def read_annexes(items: Sequence[Block], heads: Sequence[Head], apart: range) -> list[Annex]:
    """The annexes with these heads, each with all blocks up to the next head but those `apart` (the contact block)."""
    return [
        _annex(head, items[head.place], [items[i] for i in range(head.place + 1, end) if i not in apart])
        for head, end in zip(heads, _ends(heads, len(items)), strict=True)
    ]


def heads_in(items: Sequence[Block], start: int) -> list[Head]:
    """Every block behind `start` that has the form of a head, in order."""
    return [
        Head(index, *found, is_framed=not isinstance(items[index], Paragraph))
        for index in range(start, len(items))
        if (found := annex_head(items[index]))
    ]


def annex_heads(heads: Sequence[Head], start: int, end: int) -> list[Head]:
    """Of all that have the form, heads of the annexes that follow in the document between two blocks.

    Agencies frame the heads of annexes. Where one is framed, a plain line that begins with the word is none, but the list of them;
    only a bracketed label on a line of its own still is. Of plain lines with the same words the last one counts, and one with
    nothing behind it is a mere entry of a list, as is one whose label comes again alone ('붙임 1. 사진', '붙임 1'), and one that
    numbers what it lists ('붙임 : 1. 사진') in front of other heads.
    """
    heads = [head for head in heads if start <= head.place < end]
    if any(head.is_framed for head in heads):
        return [head for head in heads if head.is_framed or _is_bare(head)]
    last = {head.words: head for head in heads}
    alone = {fold(head.label): head.place for head in heads if head.title is None and _HAS_NUMBER.search(head.label)}
    heads = [head for head in heads if last[head.words] is head and alone.get(fold(head.label), 0) <= head.place]
    heads = [head for head in heads if head is heads[-1] or not _FIRST_OF_LIST.match(head.title or "")]
    return [head for head, after in zip(heads, _ends(heads, end), strict=True) if after > head.place + 1]


def _ends(heads: Sequence[Head], end: int) -> list[int]:
    return [*(head.place for head in heads), end][1:]


def _is_bare(head: Head) -> bool:
    return head.title is None and head.label[0] in _OPEN


def first_annex(heads: Sequence[Head], start: int, end: int) -> int:
    """Index of the first head of an annex between two blocks, `end` when there is none."""
    return next((head.place for head in annex_heads(heads, start, end)), end)


def framed_annex(heads: Sequence[Head], start: int, end: int) -> int:
    """Index of the first framed head of a 붙임 or 별첨 between two blocks, `end` when there is none."""
    framed = (head for head in heads if head.is_framed and start <= head.place < end)
    return next((head.place for head in framed if _OF_ITS_OWN.match(head.label)), end)


def _annex(head: Head, printed: Block, blocks: Sequence[Block]) -> Annex:
    """The annex of a head; a label alone takes what stands right below it for its title, a line or a frame before more."""
    title = head.title
    if title is None and blocks and (isinstance(blocks[0], Paragraph) or len(blocks) > 1):
        below = " ".join(_words_of(blocks[0]))
        if _may_be_title(below):
            title, blocks = below, blocks[1:]
    return build(Annex, label=head.label, title=title, blocks=tuple(blocks), locator=printed.locator)


def _words_of(item: Block) -> list[str]:
    """Lines of a paragraph, of a frame, or of the only cell of a small table that holds any; none of one with a picture."""
    if isinstance(item, Table) and sum(map(bool, map(str.strip, item.texts))) != 1:
        return []
    blocks = [item] if isinstance(item, Paragraph) else _small_frame(item)
    return lines_of(blocks) if all(isinstance(block, Paragraph) for block in blocks) else []


def _may_be_title(text: str) -> bool:
    return len(text) <= _LONGEST_HEAD // 2 and bool(_WORDS.match(text)) and not text.rstrip().endswith(".")


def annex_head(item: Block) -> tuple[str, str | None] | None:
    """Label and title if a block is the head of an annex: a one-row table, a frame, or a line that begins with the word."""
    if isinstance(item, Paragraph):
        is_short = len(item.text) <= 2 * _LONGEST_HEAD
        if not is_short or not _may_open(item.text) or not _OPENS.match(item.text) or _NOTE.match(item.text):
            return None
        return _head(squeeze(item.text), is_line=True)
    blocks = _small_frame(item)
    if not blocks or first_line(blocks).lstrip(_BEFORE)[:1] not in _FIRST:  # nearly all frames end here
        return None
    return _head(" ".join(line for line in lines_of(blocks) if not line.startswith("*")), is_line=False)


def _small_frame(item: Block) -> Sequence[Block]:
    """What stands in a frame, or in a table that is small enough for a head; nothing of any other block."""
    if isinstance(item, Table):
        is_small = item.rows <= 2 and len(item.cells) <= _MOST_HEAD_CELLS
        return [inner for cell in item.cells for inner in cell.blocks] if is_small else ()
    return item.blocks if isinstance(item, Box) else ()


def _head(text: str, is_line: bool) -> tuple[str, str | None] | None:
    if text[:1] in _BULLETS and _BEHIND_BULLET.match(text):
        text = text.lstrip(_BULLETS)
    if not text or len(text) > _LONGEST_HEAD or (is_line and text.endswith(("끝.", "부.", "매.", "참조", "다."))):
        return None
    match = _HEAD.match(text)
    if match is None or _GOES_ON.match(match["title"]):
        return None
    return match["label"].rstrip(), _NOTE_BEHIND.sub("", match["title"]).strip() or None
