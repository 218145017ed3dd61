"""Names and ranks by themselves: what a word or a short text is, without what stands beside it."""

from __future__ import annotations

from hwpextract.characters import is_syllable, squeeze
from hwpextract.patterns import pattern
from hwpextract.press.labels import CONTACT_LABELS, HEADS, NO_NAMES, POSITIONS, SURNAMES, TASKS

RANKS = frozenset(POSITIONS)
"""Ranks and posts as printed beside names."""
POSTS = RANKS - CONTACT_LABELS
"""Ranks and posts that are no label of another kind."""
LABELS_ALONE = CONTACT_LABELS - RANKS
"""Labels of contacts that are no rank or post too."""
HEAD = f"(?:{'|'.join(HEADS)})"
"""The post of the head of an organisation, as a part of a pattern."""
HEAD_BEHIND = rf"\s?(?:{HEAD}|[장수])"
"""The same right behind the name of an agency, of which the post may take the last syllable ('가나청장', '가나군수')."""
_LONGEST_POSITION = max(map(len, POSITIONS))
_STARTS_OF_RANKS = frozenset(rank[0] for rank in POSITIONS)
_ENDS_OF_RANKS = frozenset(rank[-1] for rank in POSITIONS)
_SURNAMES = frozenset(SURNAMES)
ACTING = pattern(r"\(\s*(?:代|직무\s*대리|직무\s*대행|직대|대행|겸임)\s*\)")
_OWN_BRACKET = pattern(r"[^()]+\([^()]+\)")
HANJA = r"\s*\([一-龥\s]+\)"
"""A name in Chinese characters behind the Korean one."""
_HANJA_BEHIND = pattern(rf"{HANJA}$")
SURE_UNIT_ENDINGS = tuple(
    "과 팀 담당관 담당관실 정책관 센터 사무소 본부 위원회 추진단 지원단 TF 공사 공단 대학교".split()
)
_ENDS_OF_UNITS = frozenset("실국부처단계반소")
"""Ends of units that say behind a task what it is the task of ('홍보실')."""


def name_of(text: str) -> str | None:
    """A person's name: letter-spaced names are closed up, other spaces stay."""
    text = squeeze(text)
    text = _unwrapped(_HANJA_BEHIND.sub("", text) if text.endswith(")") else text)
    if " " in text and 1 < len(syllables := text.split(" ")) < 5:
        is_spaced = all(len(syllable) == 1 and is_syllable(syllable) for syllable in syllables)
        text = "".join(syllables) if is_spaced else text
    return text or None


def is_name(text: str) -> bool:
    """Whether a text reads like the name of a Korean: a surname and one or two syllables more; masked names count."""
    word = "".join(text.split())
    if not 1 < len(word) < 5 or word in RANKS or word in CONTACT_LABELS or word.endswith(SURE_UNIT_ENDINGS):
        return False
    if _is_unit(word):
        return False
    has_surname = (len(word) < 4 and word[0] in _SURNAMES) or (len(word) > 2 and word[:2] in _SURNAMES)
    return (has_surname and all(map(is_syllable, word))) or _is_masked_name(word)


def _is_unit(word: str) -> bool:
    """Whether a word is a unit, or another that is nobody's name, which begins like a family name ('홍보실')."""
    return (word[-1] in _ENDS_OF_UNITS and word[:-1] in TASKS) or word in TASKS or word in NO_NAMES


def _is_masked_name(word: str) -> bool:
    """'홍○○', '홍*', '○○○'."""
    return (is_syllable(word[0]) and len(word) < 4 and not word[1:].strip("○*")) or not word.strip("○△□")


def position_of(text: str) -> str | None:
    """A rank or post without the spaces that stretch it ('과  장'); '(代)' stays with it."""
    return _unwrapped("".join(text.split()).strip(":")) or None


def _unwrapped(text: str) -> str:
    """A text without brackets around it and without half of a pair; '과장(代)' keeps its own."""
    return text if ")" in text and _OWN_BRACKET.fullmatch(text) else text.strip("():")


def is_position(text: str) -> bool:
    """Whether a text is a rank or ends in one ('과장', '총괄과장')."""
    rank = ACTING.sub("", text) if "(" in text else text
    return rank_behind("".join(rank.split())) is not None


def rank_behind(word: str) -> str | None:
    """The longest rank in which a word ends."""
    if word[-1:] not in _ENDS_OF_RANKS:
        return None
    for length in range(min(len(word), _LONGEST_POSITION), 0, -1):
        if word[-length:] in RANKS:
            return word[-length:]
    return None


def rank_before(word: str) -> str | None:
    """The longest rank with which a word begins."""
    if word[:1] not in _STARTS_OF_RANKS:
        return None
    for length in range(min(len(word), _LONGEST_POSITION), 0, -1):
        if word[:length] in RANKS:
            return word[:length]
    return None
