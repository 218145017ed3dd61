"""How an officer is reached: telephone numbers, lists and ranges of them, extensions and e-mail addresses out of printed text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from hwpextract.patterns import pattern, spaced

LONGEST_LINE = 400
"""Characters of a line or cell that are looked at: no officer's entry is longer, and hostile text must not cost more."""
_LONGEST_RANGE = 10
"""'7001~7009' is a list of extensions; a longer stretch is rather a slip of the pen and stays one number."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−－", "-"),
        **dict.fromkeys("∼～〜˜", "~"),
        **dict.fromkeys("☏📞📱", "☎"),
        **{chr(ord("０") + digit): str(digit) for digit in range(10)},
        "（": "(",
        "）": ")",
        "＠": "@",
        "，": ",",
    }
)
_SHAPES = frozenset(map(chr, _PLAIN))
# An extension right behind a whole number is reached through that number, and is no number of its own.
_PHONE = pattern(
    spaced(r"""
    (?= [+(\d] ) (?<! [\d*-] )
    (?: (?: \+ \s* 82 [\s-]* | \(? 0 \s? ) (?P<area> 2 | 50\d | [1-8]\d ) (?: [)\s.·-]+ | (?= \d{7,8} (?! \d ) ) )
      | (?<! \d [.·] ) (?! (?:19|20)\d\d \s* [.·-] \s* (?:19|20)\d\d | 0[1-9] ) )
    (?P<exchange> \d{3,4} )
    (?(area) (?: \s* [)\s.·-] \s* | (?= \d{4} (?! \d ) ) ) | \s* [.·-] \s* )
    (?P<line> \d{4} ) (?! \d | 호 | [-.·] \s? [*xX] )
    (?P<more> (?: (?: \s* [,~/] \s* | · ) \d{1,4} (?! \d | \s* [-.)] \s* [\d*xX] | 월 | 일 | 년 ) )* )
    (?: \s* \( \s* (?: 내선 \s* [:.]? \s* \d{1,4} 번? | \d{3} ) \s* \) | [\s,]* 내선 \s* [:.]? \s* \d{1,4} (?! \d ) 번? )?
    """)
)
_MORE = pattern(r"([,~/·])\s*(\d{1,4})")
_EXTENSION = pattern(
    r"\(\s*(?:내선\s*)?(\d{3,4})\s*\)|(?<!\d)내선\s*:?\s*(\d{4})(?!\d)|(?:^|(?<=[^\W\d_]\s)|☎)\s*(\d{4})\s*$"
)
_OPENS_WITH_EXTENSION = pattern(r"\s*(?:\(\s*(?:내선\s*)?\d{3,4}\s*\)|내선\s*:?\s*\d{4}(?!\d)|☎?\s*\d{4}\s*$)")
_DIGIT_OR_AT = pattern(r"[\d@＠]")
"""What every number and every address has, while nearly all texts that are asked about have none."""
_EMAIL = pattern(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*\s?@\s*[A-Za-z0-9][\w-]*(?:\.[A-Za-z]\w+)+", re.ASCII)
_MASKS = frozenset("*○xX")
_MASKED = pattern(r"(?<!\d)(?:0\d{1,2}[-.)·]\s?)?\d{2,4}[-.)·]?[\d*○xX]{0,8}[*○xX]{2}(?:[-.)·]?\d{1,4})?")
_EMPTY_BRACKETS = pattern(r"\(\s*[☎:,]?\s*\)")
_LONGEST_FAX = 20
"""Characters before a number in which a fax is announced: looking back over a whole text for each number would be quadratic."""
_FAX = pattern(r"(?:팩\s*스|전송|(?<![A-Za-z])(?:FAX|Fax|fax|F))\s*[.:)]?\s*\(?$")

_FAX_BEHIND = pattern(r"\s*\(\s*(?:팩\s*스|FAX|Fax|fax|F)\s*\)\s*(?:$|[,;/\n])")
"""A fax announced behind a number; before another number the word is that one's."""


class Reach(NamedTuple):
    """One stretch of a text that says how somebody is reached.

    `phones` are written like '044-000-2471', ranges and lists of last digits one by one; an extension is its last digits alone.
    """

    start: int
    end: int
    phones: tuple[str, ...] = ()
    email: str | None = None
    extension: str | None = None


def plain(text: str) -> str:
    """Text with one shape of each dash, tilde, bracket, telephone sign and digit, as long as before."""
    return text if text.isascii() or _SHAPES.isdisjoint(text) else text.translate(_PLAIN)


def reaches(text: str) -> list[Reach]:
    """Numbers, addresses and extensions of a plain text in order; fax numbers are nobody's telephone."""
    if not _DIGIT_OR_AT.search(text):
        return []
    found = [Reach(*match.span(), _phones(match)) for match in _PHONE.finditer(_dotted(text))]
    if "@" in text:
        found += [Reach(match.start(), match.end(), email="".join(match[0].split())) for match in _EMAIL.finditer(text)]
    if len(found) == 1 and _stands_alone(found[0], text):
        return found
    for match in _EXTENSION.finditer(text):
        if not _is_taken(match, found):
            found.append(Reach(match.start(), match.end(), extension=match[1] or match[2] or match[3]))
    found.sort(key=attrgetter("start"))
    return found


def _stands_alone(reach: Reach, text: str) -> bool:
    """Whether no digit stands before or behind what has been found, and so no extension either."""
    before = reach.start and _DIGIT_OR_AT.search(text, 0, reach.start)
    return not (before or _DIGIT_OR_AT.search(text, reach.end))


def is_reachable(text: str) -> bool:
    """Whether a cell holds a telephone number (masked ones too) or an e-mail address."""
    return bool(_DIGIT_OR_AT.search(text)) and _reaches_somebody(plain(text[:LONGEST_LINE]))


def _reaches_somebody(text: str) -> bool:
    return bool(
        _PHONE.search(_dotted(text))
        or ("@" in text and _EMAIL.search(text))
        or (not _MASKS.isdisjoint(text) and _MASKED.search(text))
    )


def _dotted(text: str) -> str:
    """Text with one shape of dot and of covered digits: a class of Latin characters alone is compiled in a tenth of the time."""
    return text.replace("∙", "·").replace("○", "x")


def is_reach_cell(text: str) -> bool:
    """Whether a cell in an officer's row is where he is reached: a number, an address, or an extension alone ('(2594) 소득')."""
    if not _DIGIT_OR_AT.search(text):
        return False
    text = plain(text[:LONGEST_LINE])
    return _reaches_somebody(text) or bool(_OPENS_WITH_EXTENSION.match(text))


def without_reach(text: str) -> str:
    """A text without its numbers, extensions and addresses, and without the brackets that held only them."""
    spans = [(reach.start, reach.end) for reach in reaches(plain(text))]
    spans += [match.span() for match in _MASKED.finditer(plain(text))]
    for start, end in reversed(_merged(spans)):
        closing = text[start] == "(" and text[end : end + 1] == ")"
        text = text[:start] + text[end + closing :]
    return _EMPTY_BRACKETS.sub("", text)


def masked(text: str) -> list[str]:
    """Telephone numbers of a text that are printed with digits covered ('010-****-0000')."""
    if _MASKS.isdisjoint(text):
        return []
    text = plain(text[:LONGEST_LINE])
    taken = reaches(text)
    return [match[0] for match in _MASKED.finditer(text) if not _is_taken(match, taken)]


def _is_taken(match: re.Match[str], found: Iterable[Reach]) -> bool:
    """Whether what has been found already covers a part of a match."""
    return any(reach.start < match.end() and match.start() < reach.end for reach in found)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one ('kim20xx@korea.kr' is an address and looks masked)."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def extended(extension: str | None, like: str | None) -> str | None:
    """The full number of an extension beside a colleague's number; None where there is nothing to go by."""
    return like[: -len(extension)] + extension if extension and like else None


def _phones(match: re.Match[str]) -> tuple[str, ...]:
    """The numbers of a match, none where a fax is announced before or behind it."""
    start = match.start()
    if start and _FAX.search(match.string, max(start - _LONGEST_FAX, 0), start):
        return ()
    end = match.end()
    if "(" in match.string[end : end + 2] and _FAX_BEHIND.match(match.string, end):
        return ()
    area, exchange, line, more = match.groups()
    head = f"0{area}-{exchange}-" if area else f"{exchange}-"
    return tuple([head + number for number in _expanded(line, more)]) if more else (head + line,)


def _expanded(line: str, more: str) -> list[str]:
    """Last digits of a number, and of those that follow it by their own last digits alone."""
    lines = [line]
    for mark, digits in _MORE.findall(more):
        end = lines[-1][: 4 - len(digits)] + digits
        if mark == "~" and 0 < int(end) - int(lines[-1]) < _LONGEST_RANGE:
            lines += [f"{number:04d}" for number in range(int(lines[-1]) + 1, int(end) + 1)]
        else:
            lines.append(end)
    return lines
