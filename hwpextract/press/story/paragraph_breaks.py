"""Paragraphs as a reader sees them: apart where two were typed as one, whole where a stray return cut one in two."""

from __future__ import annotations

from collections.abc import Sequence

from hwpextract.characters import is_syllable
from hwpextract.document import Block, Paragraph
from hwpextract.node import altered
from hwpextract.patterns import pattern

_OBJECT_MARKS = frozenset("을를")
_ENUMERATED = pattern(r"\s*\((?:\d{1,2}|[가-하])\)\s")
_PLAIN = pattern(r"\s+[가-힣A-Za-z0-9‘“'\"(](?!\s|[.)]\s)")
"""The beginning of an indented sentence, which notes and items have behind their marks."""
_CONNECTIVES = ("며", "면서")
_GOING_ON = frozenset("(‘“'\"")
# A sentence is followed by one blank, and by two before the end mark. More are the indent of a paragraph typed behind another
# one, as are blanks, or the mark of an item, behind a forced line break. What goes on with a quote ('라고 밝혔다') begins none.
_ENDS = tuple(end + close for end in ".?!" for close in ("", *"”’\"')"))
_TYPED_BREAK = pattern(
    r"(?=[ \u00a0\u3000\n])(?:(?<=[가-힣][.?!])|(?<=[.?!][”’\"')]))"
    r"(?:[ \u00a0\u3000]{3,}|[ \u00a0\u3000]*\n(?:[ \u00a0\u3000]+|(?=[□ㅁㅇ○◦-])))"
    r"(?=\S)(?!\W*끝?\W*$)(?!(?:이?라(?:고|며|는|면서)|은|는)[\s,])"
)
_LONGEST_WHOLE = 10_000
"""Characters up to which a paragraph may be one that was cut: every part that goes on with it copies it once more."""


def told_apart(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs as they are seen: one begun with typed blanks behind a sentence of the same paragraph is another."""
    told: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and len(parts := _typed_parts(block.text)) > 1:
            told += [part_of(block, text) for text in parts]
        else:
            told.append(block)
    return told


def _typed_parts(text: str) -> Sequence[str]:
    """A text cut at typed breaks; nearly no text has three blanks beside each other, or white space that is not printable."""
    bare = text.strip()
    if "   " not in bare and bare.isprintable():
        return ()
    return _TYPED_BREAK.split(text) if any(word.endswith(_ENDS) for word in bare.split()[:-1]) else ()


def part_of(whole: Paragraph, text: str) -> Paragraph:
    """A part of a paragraph as one of its own: with its number if it is the first, and with the links in it."""
    head = whole.head if whole.text.startswith(text) else None
    links = tuple(link for link in whole.links if link.text in text)
    return altered(whole, text=text, head=head, links=links)


def rejoined(blocks: Sequence[Block]) -> list[Block]:
    """Put together paragraphs that a stray return cut in two.

    The first part ends in an object marker, where no sentence ends, and the second begins without a mark. Or the first is an
    indented sentence that ends in a space, which notes and items often do too, and the second has no indent of its own unless
    the first ends in a connective.
    """
    whole: list[Block] = []
    cut: Paragraph | None = None  # the last one, where it may go on
    for block in blocks:
        if cut and len(cut.text) < _LONGEST_WHOLE and isinstance(block, Paragraph) and _goes_on(cut.text, block.text):
            whole[-1] = altered(cut, text=f"{cut.text.rstrip()} {block.text.lstrip()}")
        else:
            whole.append(block)
        last = whole[-1]
        cut = last if isinstance(last, Paragraph) and is_cut(last.text) else None
    return whole


def _goes_on(cut: str, text: str) -> bool:
    """Whether a paragraph begins as the second part of one may."""
    begin = text.lstrip()[:1]
    if text[:1].isspace() and not (_ends_in_object(cut) or cut.rstrip().endswith(_CONNECTIVES)):
        return False
    return is_syllable(begin) or (begin in _GOING_ON and not _ENUMERATED.match(text))


def is_cut(text: str) -> bool:
    """Whether a text ends as the first part of one may; nearly all end in a full stop."""
    return is_syllable(text.rstrip()[-1:]) and (_ends_in_object(text) or _ends_in_space(text))


def _ends_in_object(text: str) -> bool:
    word = text.rstrip()[-2:]
    return word[1:] in _OBJECT_MARKS and is_syllable(word[:1])


def _ends_in_space(text: str) -> bool:
    """Whether an indented text without a mark ends in a space, and its last syllable is none that sentences or headings end in."""
    line = text.removesuffix("\n")
    words = line.rstrip(" \u00a0")
    last = words[-1:]
    ends_in_space = len(words) < len(line) and is_syllable(last) and last not in "다음임함됨"
    return ends_in_space and bool(_PLAIN.match(text))
