"""Labels in a text: whether it is one, begins with one, or holds some with their values behind colons."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TypeAlias

from hwpextract.characters import fold, is_syllable
from hwpextract.patterns import pattern

Parts: TypeAlias = list[tuple[str, str]]
"""Labels, each with what stands behind it."""
LONGEST_LABEL = 24
"""Characters of a cell that may still be a label, its letter-spacing included."""
_LONGEST_ASIDE = 8
_BULLETS = "□■○●◦◇◆▶▸►▪*·•※- \t\n\u00a0"
_TAIL = pattern(r"(?<=.)[(<\[][^()<>\[\]]*[)>\]]$")
_BEHIND_LABEL = pattern(r"\s+|[(<\[〈〔【]")
"""What ends a label that no colon ends."""
_COLON = pattern(r"[:：]\s*")


def key_in(text: str) -> str:
    """The key of a text as that of a cell."""
    return label_key(text) if len(text) <= LONGEST_LABEL else ""


@lru_cache(maxsize=2048)
def label_key(text: str) -> str:
    """A text as the key of a label: '□ 담당 부서(과) :' is 담당부서."""
    key = fold(text).rstrip(":")
    label = without_bullet(key) or key[-1:]
    if label.endswith((")", ">", "]")):
        label = _TAIL.sub("", label)
    return label.rstrip(":") or key


def without_bullet(text: str) -> str:
    """A text without the marks and white space it begins with."""
    return text.lstrip(_BULLETS)


def labelled_parts(text: str, labels: frozenset[str]) -> Parts:
    """Labels with a colon inside a text, each with what follows up to the next one ('담당부서 : A  담당자 : B')."""
    if ":" not in text and "：" not in text:
        return []
    found: list[tuple[int, int, int]] = []
    after = 0
    for colon in _COLON.finditer(text):
        start = _label_before(text, after, colon.start(), labels)
        if start is not None:
            found.append((start, colon.start(), colon.end()))
        after = colon.end()
    if not found:
        return []
    ends = [*[start for start, _, _ in found[1:]], len(text)]
    return [
        (label_key(text[start:stop]), value)
        for (start, stop, behind), end in zip(found, ends, strict=True)
        if (value := text[behind:end].strip(" \t\n/|,"))
    ]


def _label_before(text: str, after: int, colon: int, labels: frozenset[str]) -> int | None:
    """Where the longest label begins that stands before a colon; its letters may be spaced, and a word in brackets may follow."""
    line = text[after:colon].rstrip()
    line = _without_aside(line).rstrip() if line.endswith(")") else line
    if line[-1:] not in ends_of(labels):  # as before nearly all colons, those of times of day among them
        return None
    at = after + len(line)
    word, found = "", None
    longest = _longest_of(labels)
    while at > after and len(word) < longest:
        at -= 1
        word = text[at].strip() + word
        if word in labels and not (at and _is_letter(text[at - 1])):
            found = at
    return found


def _without_aside(line: str) -> str:
    """A line without a word in brackets at its end ('(과)')."""
    before, bracket, word = line[:-1].rpartition("(")
    is_aside = bracket and 0 < len(word) <= _LONGEST_ASIDE and all(is_syllable(c) or c.isspace() for c in word)
    return before if is_aside else line


def _is_letter(character: str) -> bool:
    return is_syllable(character) or (character.isascii() and character.isalpha())


def opening_label(text: str, labels: frozenset[str]) -> tuple[str, str] | None:
    """The longest label a text begins with that white space or a bracket ends, and what stands behind it, if anything does."""
    opened = without_bullet(text)
    longest = _longest_of(labels)
    found, value = "", ""
    for end in _BEHIND_LABEL.finditer(opened):
        word = "".join(opened[: end.start()].split())
        if len(word) > longest:
            break
        if word in labels and word.isalpha():
            found, value = word, opened[end.start() :].strip()
    return (found, value) if value else None


@cache
def ends_of(labels: frozenset[str]) -> frozenset[str]:
    """Last letters of labels, and the consonants that syllables begin with where they are not composed."""
    return frozenset(label[-1] for label in labels).union(map(chr, range(0x1100, 0x1113)))


@cache
def _longest_of(labels: frozenset[str]) -> int:
    return max(map(len, labels))
