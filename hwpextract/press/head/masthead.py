"""The banner word of a release (보도자료, 해명자료): on a line or in a cell of its own, beside its office, or before the title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hwpextract.characters import fold
from hwpextract.document import Block, Document, Paragraph, SideKind, Table, text_of
from hwpextract.node import Locator
from hwpextract.patterns import pattern
from hwpextract.press.labels import LONE_MASTHEADS, MASTHEADS, UPPER_UNIT_ENDINGS
from hwpextract.press.model import ReleaseKind
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.dates import states_day
from hwpextract.press.phrases.offices import office_named
from hwpextract.press.phrases.slogans import banner_and_slogan, is_national_slogan
from hwpextract.press.tables import MOST_HEADER_CELLS, lines_of, short_texts

_MASTHEAD_REACH = 15
_MOST_BANNER_CELLS = 30
_LONE_REACH = 3
_LONGEST_BANNER = 40
_BANNERS = sorted(MASTHEADS, key=len, reverse=True)
_BESIDE_BANNER = pattern(
    r"\(.*\)|(?<=\w)\[.*\]|20\d\d년\d{1,2}월\d{1,2}일(?:[월화수목금토일]요일)?|제?[\d-]+호|[A-Za-z]+|[^\w·(]+|\(|\d+"
)
_BODIES = (*UPPER_UNIT_ENDINGS, "의회")
"""Endings of organisations that stand before the banner word."""
_TAG = pattern(r"^\s*[\[(〔【]\s*(?P<word>[가-힣\s]{2,12})\s*[\])〕】]\s*\S")
PIECES = pattern(r"\s*[|/]\s+|\s+[|/]\s*")
"""What stands between the banner word, the office and the times on one line."""


class Masthead(NamedTuple):
    """The banner word; `place` is the index of its block in the body, -1 when it stands in the page header."""

    text: str
    kind: ReleaseKind
    locator: Locator
    place: int


def find_masthead(items: Sequence[Block], document: Document) -> Masthead | None:
    """The first line near the top that is a banner word and nothing else."""
    for index, item in enumerate(items[:_MASTHEAD_REACH]):
        found = _masthead_in(item, index) or _tag_in(item, index)
        if found:
            return found
    for side in document.side_texts(SideKind.HEADER):
        for block in side.blocks:
            found = _masthead_in(block, -1)
            if found:
                return found
    lone = next(filter(None, map(_lone_masthead, items[:_LONE_REACH], range(_LONE_REACH))), None)
    return lone or next(filter(None, (_beside_slogan(items, index) for index in range(_LONE_REACH))), None)


def _beside_slogan(items: Sequence[Block], index: int) -> Masthead | None:
    """A banner word with a slogan beside it, right above a table with a day."""
    block = items[index] if index < len(items) else None
    found = banner_and_slogan(block.text) if isinstance(block, Paragraph) else None
    if block is None or found is None:
        return None
    word, slogan = found
    tables = (item for item in items[index + 1 : index + 4] if isinstance(item, Table))
    above_times = any(states_day(cell.text) for table in tables for cell in table.cells)
    return Masthead(word, MASTHEADS[word], block.locator, index) if above_times or is_national_slogan(slogan) else None


def _masthead_in(block: Block, index: int) -> Masthead | None:
    if isinstance(block, Table) and len(block.cells) > MOST_HEADER_CELLS:
        return None
    word = next(filter(None, map(_banner_word, lines_of((block,)))), None)
    return Masthead(word, MASTHEADS[word], block.locator, index) if word else None


def banner_in(block: Block) -> str | None:
    """The banner word of a paragraph, of a cell of a small table, or of a frame, that is this word and nothing else."""
    if isinstance(block, Paragraph):
        return _material(block.text)
    is_large = isinstance(block, Table) and len(block.cells) > _MOST_BANNER_CELLS
    if is_large or "료" not in text_of((block,)):  # nearly all tables end here
        return None
    return next(filter(None, map(_material, short_texts(block))), None)


def _material(text: str) -> str | None:
    """The banner word of a text that is one and has 자료 in it."""
    return _banner_word(text) if "료" in text else None


def _lone_masthead(block: Block, index: int) -> Masthead | None:
    """A word that is the banner only where nothing stands beside it ('성 명')."""
    if isinstance(block, Table) and len(block.cells) > MOST_HEADER_CELLS:
        return None
    lines = lines_of((block,))
    for line in lines:
        word = fold(line).upper() if len(line) <= _LONGEST_BANNER else ""
        if word in LONE_MASTHEADS and (word.isascii() or len(lines) == 1):
            text = line.upper() if word.isascii() else word
            return Masthead(text, LONE_MASTHEADS[word], block.locator, index)
    return None


def _banner_word(line: str) -> str | None:
    """The banner word of a line that is one, with number, English, office or time beside it at most."""
    if len(line) > _LONGEST_BANNER:
        return None
    key = fold(line)
    if key in MASTHEADS:
        return key
    if "|" in line or "/" in line:
        for piece in map(fold, PIECES.split(line)):
            if piece in MASTHEADS and "보도" in piece:
                return piece
    key = _BESIDE_BANNER.sub("", key)
    if key in MASTHEADS:
        return key
    word = next(filter(key.endswith, _BANNERS), None)
    if word is None:
        before, _, issuer = line.strip().rpartition(" ")  # '보도자료 가나군'
        is_banner = (word := fold(before)) in MASTHEADS and "보도" in word
        return word if is_banner and len(issuer) > 2 and is_body(issuer) else None
    return word if (issuer := key.removesuffix(word)) and is_body(issuer) else None


def names_sender_or_kind(line: str) -> bool:
    """Whether a line is a banner word, also one of those that are none beside another, or the name of an organisation."""
    key = fold(line) if len(line) <= _LONGEST_BANNER else ""
    return bool(key) and (key in MASTHEADS or key.upper() in LONE_MASTHEADS or bool(named(key) or office_named(line)))


def is_body(name: str) -> bool:
    """Whether the words beside a banner are the name of an organisation."""
    return name.endswith(_BODIES) or bool(named(name) or office_named(name))


def _tag_in(block: Block, index: int) -> Masthead | None:
    """'[보도자료] 제목' on the first line of a release without a banner; the title stands in the same block."""
    match = _TAG.match(block.text) if isinstance(block, Paragraph) else None
    kind = MASTHEADS.get(fold(match["word"])) if match else None
    if match is None or kind is None:
        return None
    return Masthead("".join(match["word"].split()), kind, block.locator, index - 1)
