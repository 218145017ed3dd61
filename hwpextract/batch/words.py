"""Korean words for a full-text index that knows no Korean.

Korean glues particles to words (데이터는, 데이터를), so a word ends where no blank says so, and SQLite's own trigrams find none of two
syllables. Here every run of Hangul, Hanja or Kana is indexed as its pairs of neighbours and its last character alone: 데이터는 as
데이 이터 터는 는. A word of two syllables is then one entry of the index, a longer one a phrase of neighbouring entries, a single
syllable the beginning of an entry. Runs of other letters and digits are words as they stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

_PAIRED = (
    r"\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u3130-\u318f\uac00-\ud7a3"  # Hangul: letters, compatibility letters, syllables
    r"\u3040-\u30ff"  # Kana
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Hanja
)
_RUN = re.compile(rf"(?P<paired>[{_PAIRED}]+)|[^\W_{_PAIRED}]+")
_TERM = re.compile(r'"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)')


def entries(text: str) -> str:
    """Entries of the index for a text, in order, blanks between them."""
    found: list[str] = []
    for run in _RUN.finditer(_folded(text)):
        found += _pairs(run[0]) if run["paired"] else (run[0],)
    return " ".join(found)


def terms(query: str) -> list[str]:
    """What a query asks for: its words, and what stands between quotation marks; without those that hold no letter or digit."""
    found = (match["phrase"] or match["word"] for match in _TERM.finditer(query))
    return [term for term in found if term and _RUN.search(_folded(term))]


def match_expression(query: str) -> str:
    """The query in the language of SQLite's FTS5: all of its terms, each anywhere in a word.

    Raises:
        ValueError: the query holds no letter or digit.
    """
    wanted = terms(query)
    if not wanted:
        raise ValueError("the query holds no letter or digit")
    return " AND ".join(map(_phrase, wanted))


def pattern(query: str) -> re.Pattern[str]:
    """What the query finds, for marking it in a text that is `composed`."""
    alternatives = (r"\s*".join(map(re.escape, composed(term).split())) for term in terms(query))
    return re.compile("|".join(alternatives), re.IGNORECASE)


def composed(text: str) -> str:
    """Full-width and half-width forms, composed and decomposed syllables made one (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", text)


def _phrase(term: str) -> str:
    runs = list(_RUN.finditer(_folded(term)))
    found = [entry for run in runs[:-1] for entry in (_pairs(run[0]) if run["paired"] else (run[0],))]
    last = runs[-1]
    if not last["paired"]:
        return _quoted([*found, last[0]])
    if len(last[0]) == 1:
        return _quoted([*found, last[0]]) + " *"
    return _quoted([*found, *list(_pairs(last[0]))[:-1]])  # the word may go on


def _quoted(found: list[str]) -> str:
    return '"' + " ".join(found) + '"'


def _pairs(run: str) -> Iterator[str]:
    yield from map("".join, pairwise(run))
    yield run[-1]


def _folded(text: str) -> str:
    return composed(text).casefold()
