"""Officers as they are written: names, ranks, telephone numbers and addresses out of short Korean strings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hwpextract.characters import squeeze
from hwpextract.patterns import pattern
from hwpextract.press.labels import LEAF_UNIT_ENDINGS, POSITIONS

_LONGEST_LINE = 400
"""Characters of a line or cell that are looked at: no officer's entry is longer, and hostile text must not cost more."""
_LONGEST_RANGE = 10
"""'7001~7009' is a list of extensions; a longer stretch is rather a slip of the pen and stays one number."""

_NUMBER = r"""
    (?: (?<! [\d*-] ) \(? (?P<{0}area> 0\d{{1,2}} ) [)\s.·∙-]* | (?<! [\d*-] ) (?<! \d [.·∙] ) )
    (?P<{0}exchange> \d{{3,4}} ) \s* [.·∙-] \s* (?P<{0}line> \d{{4}} ) (?! \d )
    (?P<{0}more> (?: \s* [,~∼～/] \s* \d{{1,4}} (?! \d | \s* [-.)] \s* \d ) )* )
"""
_PHONE = pattern(_NUMBER.format(""), re.VERBOSE)
_MORE = pattern(r"([,~∼～/])\s*(\d{1,4})")
_EXTENSION = pattern(r"\(\s*(\d{3,4})\s*\)")
_EMAIL = pattern(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@\s*[A-Za-z0-9][\w-]*(?:\.[A-Za-z]\w+)+", re.ASCII)
_MASKED = pattern(r"(?<!\d)\d{2,4}-?[\d*○]{0,8}[*○]{2}")
_SPACED_NAME = pattern(r"[가-힣](?:\s+[가-힣]){1,3}")

RANK = "(?:" + "|".join(r"\s*".join(word) for word in POSITIONS) + ")"
NAME = r"(?:[가-힣]\s{1,2}[가-힣](?:\s[가-힣])?|[가-힣]{2,4})"
_TOPIC = r"(?:(?P<topic>[가-힣][가-힣\s․·・‧]*?)\s+)?"
_REACH = rf"\(?\s*{_TOPIC}(?:T\.|☎|전화|Tel\.?)?\s*(?P<reach>\(?[0-9][^가-힣]*|[\w.+-]+@[\w.-]+)?"
_LEAD = r"^[\s∙·•◦○ㅇ*-]*"
_OFFICERS = (
    # 과장 홍길동(044-000-0000); 사 무 관: 홍길동(출생 통계 042-000-0000)
    pattern(rf"{_LEAD}(?P<rank>{RANK})\s*:?\s+(?P<name>{NAME})\s*(?:{_REACH})?\)?\s*$"),
    # 홍길동 사무관(02-0000-0000)
    pattern(rf"{_LEAD}(?P<name>{NAME})\s+(?P<rank>{RANK})\s*(?:{_REACH})?\)?\s*$"),
    # 이영희(사망 통계 042-000-0000): the rank is that of the line above
    pattern(rf"{_LEAD}(?P<name>{NAME})\s*(?P<rank>)\(\s*(?:{_REACH})\)\s*$"),
)
_ENTRY = pattern(
    r"(?:(?P<unit>(?:[가-힣A-Za-z0-9·․.]+\s+){0,3}?[가-힣A-Za-z0-9·․.]*?"
    r"(?:과|팀|관|실|국|부|처|청|원|소|단|센터|관실|면|TF))\s*)?"
    rf"(?:(?<=\s)|(?<=^)|(?<=과)|(?<=팀)|(?<=실))(?:(?P<before>{RANK})\s+)?(?P<name>{NAME})?(?:\s+(?P<after>{RANK}))?"
    r"\s*[(（]?\s*(?:[가-힣]+\s)?\s*(?:☎|T\.|전화|Tel\.?)?\s*(?P<reach>0?[0-9][0-9)·.\s,~∼-]{6,})"
)
_POST_AND_NAME = pattern(rf"^(?P<post>\S.*?\s\S*?(?:과|팀|실|국|단)장)\s*(?P<name>{NAME}\s*\(.*)$")
_UNIT_AND_POST = pattern(r"^(?P<unit>\S.*?\s)?(?P<leaf>\S+?(?:과|팀|담당관|실|국|단))(?P<post>장)?$")


@dataclass(frozen=True, slots=True)
class Person:
    """One officer as printed; `unit` only where the string itself names it."""

    name: str | None = None
    position: str | None = None
    phones: tuple[str, ...] = ()
    email: str | None = None
    unit: str | None = None


def is_reachable(text: str) -> bool:
    """Whether a cell holds a telephone number (masked ones too) or an e-mail address."""
    text = text[:_LONGEST_LINE]
    return bool(_PHONE.search(text) or _EMAIL.search(text) or _MASKED.search(text))


def is_reach_cell(text: str) -> bool:
    """Whether a cell in an officer's row is where he is reached: a number, an address, or an extension alone ('(2594) 소득')."""
    return is_reachable(text) or bool(_EXTENSION.match(text))


def phones_of(text: str, like: str | None = None) -> tuple[str, ...]:
    """Telephone numbers as '044-205-2471', ranges and lists of last digits written out.

    `like` is the number of a colleague: an extension alone ('(2594)') takes its first digits from there.
    """
    phones = [number for match in _PHONE.finditer(text) for number in _expanded(match)]
    if not phones and like and (extension := _EXTENSION.search(text)):
        phones = [like[: -len(extension[1])] + extension[1]]
    return tuple(dict.fromkeys(phones))


def email_of(text: str) -> str | None:
    """The first e-mail address of a text."""
    match = _EMAIL.search(text)
    return "".join(match[0].split()) if match else None


def name_of(text: str) -> str | None:
    """A person's name: letter-spaced names are closed up, other spaces stay."""
    text = squeeze(text).strip("()")
    return (text.replace(" ", "") if _SPACED_NAME.fullmatch(text) else text) or None


def position_of(text: str) -> str | None:
    """A rank or post without the spaces that stretch it ('과  장')."""
    return "".join(text.split()).strip("():") or None


def is_position(text: str) -> bool:
    """Whether a text is a rank or ends in one ('무안공항장', '총괄과장')."""
    return bool(re.search(rf"{RANK}(?:\(代\))?$", text.strip()))


def officers(lines: list[str]) -> Iterator[Person]:
    """Read officers written one a line, as the ministries' own forms before 2022 have them.

    A line without a rank takes that of the line above; a line that is a unit with a post ('예산총괄과장') belongs to the name behind
    it; a line that is only a number belongs to the officer above.
    """
    last: Person | None = None
    heading: Person | None = None
    for line in [part for printed in lines for part in _parted(printed)]:
        person = _officer(line, last)
        if person is None:
            heading = _unit_and_post(line) or heading
            last = _with_reach(last, line)
            continue
        if last:
            yield last
        last, heading = _headed(person, heading), None
    if last:
        yield last


def entries(text: str) -> Iterator[Person]:
    """Officers in running text, each as far as it is printed ('수사과 경정 홍길동(02-000-0000)')."""
    for match in _ENTRY.finditer(text[:_LONGEST_LINE]):
        unit, name, rank = match["unit"], match["name"], match["before"] or match["after"]
        if name and not rank and name.endswith(LEAF_UNIT_ENDINGS):
            unit, name = f"{unit or ''} {name}", None
        yield Person(
            name_of(name) if name else None,
            position_of(rank) if rank else None,
            phones_of(match["reach"]),
            unit=squeeze(unit) if unit else None,
        )


def _officer(line: str, above: Person | None) -> Person | None:
    for form in _OFFICERS:
        match = form.match(line[:_LONGEST_LINE])
        if match and (match["rank"] or above or match["reach"]):
            reach = match["reach"] or ""
            return Person(
                name=name_of(match["name"]),
                position=position_of(match["rank"]) if match["rank"] else above.position if above else None,
                phones=phones_of(reach),
                email=email_of(reach),
            )
    return None


def _parted(line: str) -> list[str]:
    """Unit with post and the name behind it as two lines, where they stand on one ('예산실 예산총괄과장 홍길동 (044-…)')."""
    match = _POST_AND_NAME.match(line[:_LONGEST_LINE])
    return [match["post"], match["name"]] if match else [line]


def _unit_and_post(line: str) -> Person | None:
    """'예산실 예산총괄과장' is the head of 예산총괄과."""
    match = _UNIT_AND_POST.match(line.strip())
    if not match:
        return None
    leaf = match["leaf"]
    return Person(position=leaf[-1] + "장" if match["post"] else None, unit=(match["unit"] or "") + leaf)


def _headed(person: Person, heading: Person | None) -> Person:
    if heading is None:
        return person
    return replace(person, unit=heading.unit, position=heading.position or person.position)


def _with_reach(person: Person | None, line: str) -> Person | None:
    if person is None or not is_reachable(line):
        return person
    return replace(person, phones=person.phones + phones_of(line), email=person.email or email_of(line))


def _expanded(match: re.Match[str]) -> list[str]:
    area, exchange, line = match["area"], match["exchange"], match["line"]
    head = f"{area}-{exchange}-" if area else f"{exchange}-"
    lines = [line]
    for mark, digits in _MORE.findall(match["more"]):
        end = lines[-1][: 4 - len(digits)] + digits
        if mark in "~∼～" and 0 < int(end) - int(lines[-1]) < _LONGEST_RANGE:
            lines += [f"{number:04d}" for number in range(int(lines[-1]) + 1, int(end) + 1)]
        else:
            lines.append(end)
    return [head + number for number in lines]
