"""Parts of a text of officers, an entry each: cut at commas and the like, without what stands in brackets but ranks and officers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from hwpextract.patterns import pattern
from hwpextract.press.contacts.entry_words import CLOSE, OPEN, ends_like_unit, is_full_name, read_word, words_of
from hwpextract.press.labels import UNIT_ENDINGS
from hwpextract.press.phrases.names import ACTING, RANKS, SURE_UNIT_ENDINGS, is_name

_OPENING = frozenset("([<")
_ASIDE = pattern(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
CALL_WORDS = pattern(
    r"☎|(?<![A-Za-z])(?:[Tt][Ee][Ll]|T|[Ee]-?[Mm]ail|FAX|Fax)(?![A-Za-z])[.:)]?|전화번호|전화|직통|내선|이메일|팩스"
)
_SEPARATORS = frozenset(",;/|·∙•※○◦-*․")
_SEPARATOR = pattern(r"[,;/|]|\s[·∙•※○◦-]\s?|^\s*[·∙•※○◦*-]+\s*|(?<=[가-힣]{3})[·․](?=[가-힣]{3}\b)")


def pieces_of(text: str) -> list[str]:
    """Parts of a text between commas and the like, without call words and what stands in brackets."""
    text = _without_asides(CALL_WORDS.sub(" ", text))
    if _SEPARATORS.isdisjoint(text):
        return [text]
    pieces: list[str] = []
    for piece in _SEPARATOR.split(text):
        if pieces and _is_unit_before(pieces[-1], piece):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    return pieces


def _is_unit_before(piece: str, officer: str) -> bool:
    """Whether a part of a text is a unit alone whose officer stands in the next one ('홍보실 | 부장 홍길동')."""
    if not piece.rstrip().endswith(UNIT_ENDINGS):
        return False
    words, behind = list(words_of(piece)), list(words_of(officer))
    if not words or not behind:
        return False
    (first, value), *post = read_word(behind[0], behind[1:])
    after = behind if first == "position" else []  # '변화실, 이영희' may be two people
    read = islice(_read_all([*words, *after]), len(words))
    is_officer = first in ("position", "name") or (bool(post) and is_full_name(value[:-1]))
    return is_officer and all(len(found) == 1 and found[0][0] == "unit" for found in read)


def _without_asides(text: str) -> str:
    """Text without what stands in brackets, ranks and acting posts excepted; behind a unit a bracket may hold its officer."""
    if _OPENING.isdisjoint(text):
        return text
    text = ACTING.sub(lambda match: "".join(match[0].split()).replace("(", OPEN).replace(")", CLOSE), text)
    text = _ASIDE.sub(_kept_of_aside, text)
    before, bracket, inside = text.rpartition("(")
    if not bracket or not before.strip(" \t-*※."):
        return text
    is_unit = not _names_anybody(before) or ends_like_unit(before.split()[-1])
    if is_unit and any(len(word) > 2 and is_name(word) for word in words_of(inside)):
        return f"{before} {inside}"
    return f"{before} {_ranks_in(words_of(inside))}"


def _kept_of_aside(match: re.Match[str]) -> str:
    """What is read of words in brackets: the officers of the unit they stand behind ('지도과(과장 홍길동)'), else ranks."""
    inside = match[0][1:-1]
    words = list(words_of(inside))
    ranks, names = words[::2], words[1::2]
    are_officers = 0 < len(ranks) == len(names) and RANKS.issuperset(ranks) and all(map(is_name, names))
    if are_officers and _ends_in_unit(match.string[: match.start()]):
        return f" {inside} "
    return _ranks_in(words)


def _ranks_in(words: Iterable[str]) -> str:
    """The words of a bracket that are ranks, if there are any."""
    return f" {' '.join(filter(RANKS.__contains__, words))} "


def _ends_in_unit(text: str) -> bool:
    return text.rstrip().endswith((*SURE_UNIT_ENDINGS, "실", "국"))


def _names_anybody(text: str) -> bool:
    return any(kind == "name" for found in _read_all(list(words_of(text))) for kind, _ in found)


def is_of_people(text: str) -> bool:
    """Whether all words of a text without numbers are names, ranks or units."""
    read = (found for piece in pieces_of(text) for found in _read_all(list(words_of(piece))))
    return all(kind != "other" for found in read for kind, _ in found)


def _read_all(words: Sequence[str]) -> Iterator[Sequence[tuple[str, str]]]:
    """What each word is, as far as it tells itself or those behind it do."""
    return (read_word(word, words[i + 1 :]) for i, word in enumerate(words))
