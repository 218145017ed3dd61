"""What lies between headline and contact block, and the annexes behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from hwpextract.characters import fold, squeeze
from hwpextract.document import Block, Paragraph, Table, build, paragraphs_of
from hwpextract.patterns import pattern
from hwpextract.press.labels import ANNEX_LABELS, END_MARKS
from hwpextract.press.model import Annex
from hwpextract.press.tables import frame_blocks, lines_of

_WORD = "|".join(r"\s*".join(word) for word in ANNEX_LABELS)
_HEAD = pattern(
    rf"^※?\s*(?P<label>[<〈《\[【(]*\s*(?:{_WORD})\s*\d*(?:\s*[-–]\s*\d+)?\s*[>〉》\]】)]*)\s*[.:：]?(?:\s+|(?<=[\d>〉》\]】).:：])|$)(?P<title>.*)$"
)
_NOTE_BEHIND = pattern(r"\s\*+\s.*$")
_LIST = pattern(rf"^[\s<〈\[【(※*]*(?:{_WORD})\s*\d*\s*[>〉\]】).:：]*(?:\s|$|\d)")
_NOTE = pattern(r"^\s*(?:※|\*+|†)")
_CAPTION = pattern(r"^\s*[<〈\[【(].{0,60}[>〉\]】)]\s*$")
_NUMBERED = pattern(r"^\s*\d{1,2}\s*[.)]\s*\S")
_CUT = pattern(r"^\s.*[가-힣](?<![다음임함됨])[ \u00a0]+$|[가-힣][을를]\s*$", re.DOTALL)
_GOES_ON = pattern(r"\s*[가-힣(‘“'\"]")
_MOST_HEAD_CELLS = 8
_LONGEST_HEAD = 120


def body_paragraphs(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Paragraphs of the story: not those in frames and tables, nor the lines that close it (notes, list of annexes).

    A release whose whole story stands in one frame gives the paragraphs of that frame.
    """
    story = [
        block
        for block, after in zip_longest(blocks, blocks[1:])
        if isinstance(block, Paragraph) and not _is_caption(block, after)
    ]
    trimmed = _trimmed(story)
    if trimmed:
        return tuple(trimmed)
    framed = [paragraph for block in blocks if (inner := frame_blocks(block)) for paragraph in paragraphs_of(inner)]
    return tuple(_trimmed(framed))


def _is_caption(item: Paragraph, after: Block | None) -> bool:
    """'< 이용 순서 >' right above a table, a picture or a frame."""
    return bool(_CAPTION.match(item.text)) and not isinstance(after, Paragraph | None)


def rejoined(blocks: Sequence[Block]) -> list[Block]:
    """Put together paragraphs that a stray return cut in two.

    The first part ends in an object marker, or is indented and ends in a space, where no sentence ends; the second begins without
    a mark.
    """
    whole: list[Block] = []
    for block in blocks:
        above = whole[-1] if whole else None
        if isinstance(above, Paragraph) and isinstance(block, Paragraph) and _goes_on(above.text, block.text):
            whole[-1] = above.model_copy(update={"text": f"{above.text.rstrip()} {block.text.lstrip()}"})
        else:
            whole.append(block)
    return whole


def _goes_on(above: str, below: str) -> bool:
    return bool(_CUT.search(above) and _GOES_ON.match(below))


def _trimmed(story: list[Paragraph]) -> list[Paragraph]:
    first, last = 0, len(story)
    while first < last and _opens_nothing(story[first].text):
        first += 1
    last = _end(story, first, last)
    return story[first:last]


def _opens_nothing(text: str) -> bool:
    return bool(_NOTE.match(text) or _CAPTION.match(text)) or not re.search(r"\w", text)


def _end(story: Sequence[Paragraph], first: int, last: int) -> int:
    """Index behind the last paragraph of the story; what follows are notes, captions, the list of annexes."""
    for index in range(first, last):
        if _LIST.match(story[index].text) and _only_list(story[index + 1 : last]):
            last = index
            break
    while last > first and _closes(story[last - 1].text):
        last -= 1
    return last


def _only_list(rest: Sequence[Paragraph]) -> bool:
    """Whether the lines behind the first line of a list of annexes belong to it too."""
    return all(
        _LIST.match(paragraph.text)
        or _NUMBERED.match(paragraph.text)
        or _closes(paragraph.text)
        or len(paragraph.text) < 80
        for paragraph in rest
    )


def _closes(text: str) -> bool:
    return _opens_nothing(text) or fold(text) in END_MARKS


def find_annexes(items: Sequence[Block], start: int) -> list[Annex]:
    """Annexes behind `start`, each with all blocks up to the next head.

    Agencies frame the heads of annexes. Where one is framed, a plain line that begins with the word is none, but the list of them.
    """
    heads = list(_heads(items, start))
    framed = [(index, head) for index, head in heads if not isinstance(items[index], Paragraph)]
    heads = framed or heads
    ends = [*(index for index, _ in heads), len(items)][1:]
    return [
        _annex(label, title, items[index + 1 : end]) for (index, (label, title)), end in zip(heads, ends, strict=True)
    ]


def first_annex(items: Sequence[Block], start: int) -> int:
    """Index of the first head or line that opens the annexes; that behind the last block when there is none."""
    return next((index for index, _ in _heads(items, start)), len(items))


def _heads(items: Sequence[Block], start: int) -> Iterator[tuple[int, tuple[str, str | None]]]:
    for index in range(start, len(items)):
        head = annex_head(items[index])
        if head:
            yield index, head


def _annex(label: str, title: str | None, blocks: Sequence[Block]) -> Annex:
    """The annex of a head; a label alone takes the line below it for its title."""
    if title is None and blocks and isinstance(blocks[0], Paragraph) and _may_be_title(blocks[0].text):
        title, blocks = squeeze(blocks[0].text), blocks[1:]
    return build(Annex, label=label, title=title, blocks=tuple(blocks))


def _may_be_title(text: str) -> bool:
    return len(text) <= _LONGEST_HEAD // 2 and bool(re.match(r"\s*[\w‘“「｢]", text)) and not text.rstrip().endswith(".")


def annex_head(item: Block) -> tuple[str, str | None] | None:
    """Label and title if a block is the head of an annex: a one-row table, a frame, or a line that begins with the word."""
    if isinstance(item, Table):
        if len(item.cells) > _MOST_HEAD_CELLS or item.rows > 2:
            return None
        lines = [line for cell in item.cells for line in lines_of(cell.blocks)]
    elif inner := frame_blocks(item):
        lines = lines_of(inner)
    elif isinstance(item, Paragraph):
        lines = [squeeze(item.text)]
    else:
        return None
    return _head([line for line in lines if not line.startswith("*")], isinstance(item, Paragraph))


def _head(lines: list[str], is_line: bool) -> tuple[str, str | None] | None:
    text = " ".join(lines)
    if not lines or len(text) > _LONGEST_HEAD or (is_line and text.endswith(("끝.", "부.", "참조", "다."))):
        return None
    match = _HEAD.match(text)
    return (match["label"], _NOTE_BEHIND.sub("", match["title"]).strip() or None) if match else None
