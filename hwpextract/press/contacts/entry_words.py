"""The words of an officer's entry: what each of them is, as far as it tells itself or those behind it do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from hwpextract.characters import fold, is_syllable
from hwpextract.patterns import pattern
from hwpextract.press.labels import UNIT_ENDINGS
from hwpextract.press.phrases.agencies import named
from hwpextract.press.phrases.names import (
    ACTING,
    LABELS_ALONE,
    RANKS,
    SURE_UNIT_ENDINGS,
    is_name,
    is_position,
    rank_before,
    rank_behind,
)

_OPENING = frozenset("([<")
_ASIDE = pattern(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
CALL_WORDS = pattern(
    r"☎|(?<![A-Za-z])(?:[Tt][Ee][Ll]|T|[Ee]-?[Mm]ail|FAX|Fax)(?![A-Za-z])[.:)]?|전화번호|전화|직통|내선|이메일|팩스"
)
_SEPARATORS = frozenset(",;/|·∙•※○◦-*․")
_SEPARATOR = pattern(r"[,;/|]|\s[·∙•※○◦-]\s?|^\s*[·∙•※○◦*-]+\s*|(?<=[가-힣]{3})[·․](?=[가-힣]{3}\b)")
_OPEN, _CLOSE = "\ue000", "\ue001"
"""What stands for the brackets of an acting post ('과장(代)')."""
_SPACE = "\ue002"
FULL_NAME = 3
"""Syllables of nearly all names; a word of two may be anything."""
_LONGEST_NAME = 3
"""Letters up to which a word is not rank and name in one."""
_LATIN = pattern(r"[A-Z][a-z]+ [A-Z]")
_LATIN_NAME = pattern(r"(?<![\w.-])[A-Z][a-z]+(?: [A-Z]\.?)?(?: [A-Z][a-z]+){1,2}(?![\w.-])")
WORD = pattern(r"[\w·․.&*○△\ue000-\ue002代-]+")
"""A word of an entry; letters that stand alone are joined later."""
_UNIT_WITH_POST = pattern(r"(?P<unit>[\w·․.-]+?(?P<kind>과|팀|실|국|단|센터|본부|사무소|지청|지소|분원|지원))장")
_POSTS_OF_UNITS = ("담당관", "기획관", "정책관", "심의관")
"""Ends of posts before which a unit stands in the same word ('정보화담당관')."""
_CLAUSE = pattern(r"(?:시|으|하|이라|다)면$|면서$|에서$|에도$|라도$|부터$|까지$")
"""Ends of clauses that look like ends of units ('원하시면' is no 면)."""
_DISTRICT = "구"
"""The end of a district, and of names."""
_NO_NAME_ENDINGS = tuple("실 국 부 과 팀 처 청 시 군 면 읍 본부 센터 위원회 공사 공단".split())


def words_of(text: str) -> Iterator[str]:
    """Words of a text, letter-spacing closed up, labels and bare punctuation left out."""
    held = ""
    text = _LATIN_NAME.sub(_joined, text) if _LATIN.search(text) else text
    for word in [*WORD.findall(text), ""]:
        if len(word) == 1 and is_syllable(word):
            held += word
            continue
        if held + word in RANKS:  # '사  무관'
            yield held + word
            held = ""
            continue
        if held:
            yield from _unglued(held)
            held = ""
        if word and fold(word) not in LABELS_ALONE:
            yield from _unglued(word) if len(word) > _LONGEST_NAME else (word,)


def _joined(match: re.Match[str]) -> str:
    """A name in Latin letters as one word."""
    return match[0].replace(" ", _SPACE)


def _unglued(word: str) -> Iterator[str]:
    """Rank and name as two words where they are printed as one ('과장홍길동', '홍길동사무관')."""
    if len(word) > 5 and is_name(word[-3:]) and _UNIT_WITH_POST.fullmatch(word[:-3]):
        yield from (word[:-3], word[-3:])
        return
    if len(word) > 3 and word not in RANKS:
        rank = rank_before(word)
        if rank and is_name(word[len(rank) :]):
            yield from (rank, word[len(rank) :])
            return
        rank = rank_behind(word)
        is_of_unit = word.endswith(_POSTS_OF_UNITS) or (word.endswith("장") and _UNIT_WITH_POST.fullmatch(word))
        if rank and not is_of_unit and len(word) - len(rank) == 3 and is_name(word[:3]):
            yield from (word[:3], rank)
            return
    yield word


def read_word(word: str, behind: Sequence[str], waits: bool = False) -> Sequence[tuple[str, str]]:
    """What a word is: ('position' | 'unit' | 'name' | 'other', value); a unit with its post is two.

    `waits` says that a rank stands before it whose holder has not been named yet.
    """
    if _SPACE in word:
        return (("name", word.replace(_SPACE, " ")),)
    word = word.replace(_OPEN, "(").replace(_CLOSE, ")")
    if (ACTING.sub("", word) if "(" in word else word) in RANKS:
        return (("position", word),)
    if word.endswith("장") and (post := _UNIT_WITH_POST.fullmatch(word)):
        return (("unit", post["unit"]), ("position", post["kind"] + "장"))
    if _is_sure_unit(word):
        return (("unit", word),)
    like_unit = word.endswith(UNIT_ENDINGS) and not _CLAUSE.search(word)
    if is_name(word) and not (like_unit and _goes_on(behind) and not _is_person(word, behind, waits)):
        return (("name", word),)
    if is_position(word):
        return (("position", word),)
    return (("unit" if like_unit else "other", word),)


def _is_sure_unit(word: str) -> bool:
    return word.endswith(SURE_UNIT_ENDINGS) or named(word) is not None


def _goes_on(behind: Sequence[str]) -> bool:
    """Whether a unit below or a name follows: then 홍보실 and 고흥군 are units, although 홍 and 고 are family names."""
    below = behind[:1] and (_is_unit(behind[0]) or _UNIT_WITH_POST.fullmatch(behind[0]))
    return bool(below) or any(_SPACE in word or is_name(word) for word in behind)


def _is_unit(word: str) -> bool:
    return _is_sure_unit(word) or (word.endswith(UNIT_ENDINGS) and not is_name(word) and not is_position(word))


def _is_person(word: str, behind: Sequence[str], waits: bool) -> bool:
    """Whether a word that may be a unit by its ending (원, 관, 구) is a name: behind a rank, or before one and another officer."""
    if ends_like_unit(word) or (
        word.endswith(_DISTRICT) and _is_unit(behind[0]) and not RANKS.intersection(behind[1:2])
    ):
        return False
    if waits or not any(_SPACE in other or is_name(other) for other in behind):
        return True
    return len(behind) > 2 and is_position(behind[0]) and is_name(behind[1]) and is_position(behind[2])


def ends_like_unit(word: str) -> bool:
    """Whether a word that reads like a name is rather a unit ('홍보실', '고흥군'); names end in 원, 관 or 국 too."""
    return word.endswith(_NO_NAME_ENDINGS) or named(word) is not None


def is_full_name(text: str) -> bool:
    """Whether a text is a name of three syllables or more that does not end like a unit."""
    return len("".join(text.split())) >= FULL_NAME and is_name(text) and not ends_like_unit(text)


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
    read = islice(_read([*words, *after]), len(words))
    is_officer = first in ("position", "name") or (bool(post) and is_full_name(value[:-1]))
    return is_officer and all(len(found) == 1 and found[0][0] == "unit" for found in read)


def _without_asides(text: str) -> str:
    """Text without what stands in brackets, ranks and acting posts excepted; behind a unit a bracket may hold its officer."""
    if _OPENING.isdisjoint(text):
        return text
    text = ACTING.sub(lambda match: "".join(match[0].split()).replace("(", _OPEN).replace(")", _CLOSE), text)
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
    return any(kind == "name" for kind, _ in _kinds(text))


def is_of_people(text: str) -> bool:
    """Whether all words of a text without numbers are names, ranks or units."""
    return all(kind != "other" for piece in pieces_of(text) for kind, _ in _kinds(piece))


def _kinds(text: str) -> Iterator[tuple[str, str]]:
    return chain.from_iterable(_read(list(words_of(text))))


def _read(words: Sequence[str]) -> Iterator[Sequence[tuple[str, str]]]:
    """What each word is, as far as it tells itself or those behind it do."""
    return (read_word(word, words[i + 1 :]) for i, word in enumerate(words))
