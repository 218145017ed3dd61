"""What lies between headline and contact block: the story, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from hwpextract.characters import squeeze
from hwpextract.document import Block, Paragraph, Table, paragraphs_of
from hwpextract.patterns import pattern
from hwpextract.press.labels import ITEM_LEVELS
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.head_lines import names_unit, says_when_or_how_many
from hwpextract.press.phrases.headline import ends_sentence, is_agenda
from hwpextract.press.phrases.slogans import is_greeting
from hwpextract.press.story.annexes import is_listed, is_marked_list
from hwpextract.press.story.captions import (
    ClosingCaptions,
    above_tables,
    is_below_picture,
    is_below_table,
    is_bracketed,
    is_photo_head,
)
from hwpextract.press.story.closing_lines import is_closing, is_of_contents, is_signature, signs
from hwpextract.press.story.paragraph_breaks import part_of, rejoined, told_apart
from hwpextract.press.story.sender_lines import is_contact_line, is_letterhead, without_letterhead
from hwpextract.press.tables import frame_blocks, lines_of

_NOTE = pattern(r"^\s*(?:※|\*+|†)")
_WORD = pattern(r"\w")
_HEADING = frozenset("<〈《≪[【〔")
_NUMBERED = pattern(r"^\s*\d{1,2}\s*[.)]\s*\S")
_SUBTITLE = pattern(r"^\s*[-–—]\s*\S.{0,100}?\s*[-–—]\s*$")
_NOTICE = pattern(
    r"(?:문의|연락|내려받|다운로드|누리집|홈페이지).{0,40}(?:바랍니다|주십시오|주세요|수 있습니다)[.]\s*$"
)
_PAGE = pattern(r"^\W*\d{1,3}\W*(?:/\W*\d{1,3}\W*)?$")
_PAGE_BETWEEN = pattern(r"^\s*(?:[-–—]\s*\d{1,3}\s*[-–—]|\d{1,3}\s*/\s*\d{1,3})\s*$")
_LONGEST_PAGE = 12
_STORY_LABEL = pattern(r"^\s*(?:내\s*용|본\s*문)\s*[:：]\s*", needs=":：")
_SUMMARY = pattern(r"^\W*(?:주요\s*)?(?:요\s*약|핵\s*심\s*내\s*용|주\s*요\s*내\s*용|요\s*지)\W*$")
_LEAD_MARK = pattern(r"[◈◆◇▣☞✓✔□■▸▶❖✦➊-➓❶-❿①-⑳ㅇㅁ○◦]\s*\S|[-–]\s+\S")
_LONGEST_CLOSING = 300
_SHORT = 80
_FIRST_MARKS = tuple(mark for mark, level in ITEM_LEVELS.items() if level == 1)


class Story(NamedTuple):
    """The story of a release.

    `paragraphs` are its sentences, `blocks` all that stands between headline and contact block, `telling` the blocks its items
    are read from: the lead box above the first paragraph, the paragraphs, and the notes that close them.
    """

    paragraphs: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]
    telling: tuple[Block, ...]

    @property
    def length(self) -> int:
        """Characters of the paragraphs."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)


def read_story(blocks: Sequence[Block]) -> Story:
    """The story in the plain paragraphs of blocks; empty where they hold none."""
    whole = rejoined(told_apart(without_letterhead(blocks)))
    captions = _captions(whole)
    paragraphs = [
        block
        for block in whole
        if isinstance(block, Paragraph)
        and (len(block.text) > _LONGEST_PAGE or not _PAGE_BETWEEN.match(block.text))
        and id(block) not in captions
    ]
    first, last, noted = _bounds(paragraphs, whole)
    if first == last:
        return Story((), tuple(whole), ())
    leads = [block for block in takewhile(lambda block: block is not paragraphs[first], whole) if lead_lines(block)]
    if label := _STORY_LABEL.match(paragraphs[first].text):
        paragraphs[first] = part_of(paragraphs[first], paragraphs[first].text[label.end() :])
    return Story(tuple(paragraphs[first:last]), tuple(whole), (*leads, *paragraphs[first:noted]))


def read_framed_story(blocks: Sequence[Block]) -> Story:
    """The story of a release that stands in frames as a whole; a lead box is part of it only where there is nothing else."""
    blocks = without_letterhead(blocks)
    framed = [block for block in blocks if frame_blocks(block)]
    longest = max(framed, key=lambda block: sum(map(len, lines_of((block,)))), default=None)
    leads = [block for block in framed if block is not longest and lead_lines(block)]
    bodies = [block for block in framed if all(block is not lead for lead in leads)]
    told = read_story([paragraph for block in bodies for paragraph in paragraphs_of(frame_blocks(block) or ())])
    return Story(told.paragraphs, tuple(blocks), (*leads, *told.telling))


def _captions(blocks: Sequence[Block]) -> set[int]:
    """Ids of captions: '< 이용 순서 >' above a table, a picture or a frame; '▲ 현장 모습' below a picture, a source below a table."""
    below = (pair for pair in pairwise(blocks) if not isinstance(pair[0], Paragraph))
    shown = (
        line
        for block, line in below
        if isinstance(line, Paragraph) and (is_below_picture(line.text, block) or is_below_table(line.text, block))
    )
    return {id(line) for line in (*above_tables(blocks), *shown)}


def lead_lines(block: Block) -> list[str]:
    """Lines of a lead box, none for any other block.

    A lead box is a frame of marked lines (◈, ☞, □), or a caption such as '< 요 약 >' with such a frame below it. A note, a caption
    alone and the report that is answered are none.
    """
    lines = lines_of(frame_blocks(block) or ())
    if not lines and isinstance(block, Table):
        filled = [cell for cell in block.cells if cell.blocks]
        if len(filled) == 2 and _SUMMARY.match(squeeze(filled[0].text)):
            return lines_of(filled[1].blocks)
    return lines if lines and _LEAD_MARK.match(lines[0]) else []


def _bounds(story: Sequence[Paragraph], whole: Sequence[Block]) -> tuple[int, int, int]:
    """Index of the first paragraph of the story, that behind its last one, and that behind the notes to it.

    The story is looked for among the paragraphs of `whole` that are no captions within it.
    """
    first, last = 0, len(story)
    while first < last and _stands_above(story[first].text) and not _heads_section(story, first):
        first += 1
    last = end_of_story(story, first, whole)
    noted = last
    while noted < len(story) and _NOTE.match(story[noted].text) and not is_listed(story[noted].text):
        noted += 1
    return first, last, noted


def end_of_story(story: Sequence[Paragraph], first: int, whole: Sequence[Block]) -> int:
    """Index behind the last line of a story that begins at `first`; lines that close it stand from there on."""
    last = _list_of_annexes(story, first)
    captions = ClosingCaptions(story[first:last], whole)
    while last > first and (
        _closes(story[last - 1].text) or captions.holds(last - 1 - first) or is_signature(story, last - 1)
    ):
        last -= 1
    return last


def _list_of_annexes(story: Sequence[Paragraph], first: int) -> int:
    """Index of the line from which on a list of annexes or captions ends a story; that behind all lines where none does."""
    texts = [paragraph.text for paragraph in story]
    opening = [at for at, text in enumerate(texts) if at >= first and (is_listed(text) or is_photo_head(text))]
    opening = [at for at in opening if not ends_sentence(texts[at])]  # '참고 문헌도 전시한다.'
    if not opening:
        return len(story)
    behind = len(story)  # from here on all may belong to a list
    while behind > opening[0] + 1 and _may_be_listed(texts[behind - 1]):
        behind -= 1
    return next((index for index in opening if index + 1 >= behind), len(story))


def _heads_section(story: Sequence[Paragraph], at: int) -> bool:
    """Whether a line is a heading in brackets like others that follow between the paragraphs."""
    text = story[at].text.lstrip()
    if text[:1] not in _HEADING or not is_bracketed(text) or is_contact_line(text) or names_unit(text):
        return False
    alike = (story[index].text for index in range(at + 2, len(story) - 1))
    return any(other.lstrip()[:1] == text[:1] and is_bracketed(other) for other in alike)


def _stands_above(text: str) -> bool:
    """Whether a line stands above the story: notes, captions, a sub-headline between dashes, whom to ask."""
    return (
        _opens_nothing(text)
        or (len(text) <= _LONGEST_PAGE and bool(_STORY_LABEL.fullmatch(text)))
        or is_contact_line(text)
        or is_letterhead(text)
        or is_greeting(text)
        or is_agenda(text)
        or says_when_or_how_many(text)
        or names_unit(text)
        or named(squeeze(text)) is not None
        or is_of_contents(text)
        or (len(text) <= _LONGEST_CLOSING and bool(_SUBTITLE.match(text)))
    )


def _opens_nothing(text: str) -> bool:
    return bool(_NOTE.match(text)) or is_bracketed(text) or not _WORD.search(text)


def _may_be_listed(text: str) -> bool:
    """Whether a line behind the first line of a list of annexes may belong to it too: no sentence and no item of the story."""
    if _tells(text) or text.lstrip().startswith(_FIRST_MARKS):
        return _closes(text)
    return len(text) < _SHORT or is_listed(text) or is_numbered(text) or _closes(text)


def is_numbered(text: str) -> bool:
    """Whether a line opens with a number as entries of lists do ('1. …', '2) …')."""
    return bool(_NUMBERED.match(text))


def _tells(text: str) -> bool:
    """Whether a line is a sentence of the story, which a line that opens with 붙임 or 참고 may be too ('참고 자료는 … 있다.')."""
    return ends_sentence(text) and not _NOTICE.search(text)


def _closes(text: str) -> bool:
    """Whether a line stands behind the story: notes, captions, end marks, hash tags, licence, whom to ask."""
    if _opens_nothing(text):
        return True
    if len(text) > _LONGEST_CLOSING:
        return False
    if len(text.strip()) <= _LONGEST_PAGE and _PAGE.match(text):
        return True
    return (
        is_closing(text)
        or is_of_contents(text)
        or is_contact_line(text)
        or is_letterhead(text)
        or is_marked_list(text)
        or signs(text)
    )
