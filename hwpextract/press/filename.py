"""What agencies write into the names of the files: date, edition, unit, kind, status. Evidence, never truth."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple
from urllib.parse import unquote

from hwpextract.characters import fold, squeeze
from hwpextract.patterns import pattern
from hwpextract.press.labels import LEAF_UNIT_ENDINGS, MASTHEADS, UNIT_ENDINGS
from hwpextract.press.phrases.agencies import named

_LONGEST = 300
_EXTENSION = pattern(r"\.(?:hwpx?|hml|pdf|odt|docx?|hwt|zip)$", re.IGNORECASE)
_ORDER = pattern(r"^(?:\d{1,2}\.\s+|\[\d\d-\d{1,4}\]\s*|\[\d{4}\]\s*)")
"""Numbers of a series in front: '1. ', '[26-283]', and month with day alone ('[0414]'), which says nothing without a year."""
_DATE = pattern(r"(?<!\d)(?:20)?(?P<year>[0-3]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_BRACKET = pattern(r"[(\[（【](?P<inside>[^()\[\]（）【】]{1,40})[)\]）】]")
_EMPTY_BRACKET = pattern(r"[(\[]\s*[)\]]")
_TIMING = pattern(r"조간|석간|즉시|\d{1,2}시(?:\d{1,2}분)?|종료\s*시|시작\s*시|배포\s*시|의결")
_BARE_DAY = pattern(r"^\s*(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|9{6})(?=[\s(])")
"""Month and day without a year, and the placeholder for a day not yet known."""
_BARE_TIMING = pattern(r"^\s*(?P<timing>조간|석간|즉시|배포\s*시|(?:[01]\d|2[0-3])[0-5]0)(?=\s)")
_BARE_UNIT = pattern(r"^\s*(?P<unit>[가-힣A-Za-z0-9·]{2,20}),\s*(?=\S)", needs=(",",))
_BARE_STATUS = pattern(r"[\s)]+(?P<status>[Ff]{1,2}N?(?:\(\d+\))?|게시|최종|수정\d?)$")
_DAY_BEHIND = pattern(r"\s+\d{1,2}\.\s*\d{1,2}\.?$")
_STATUS = pattern(r"최종|외부|내부|수정\d?|게시|국문|영문|확정|배포용|(?:관계)?부처\s*합동")
_KINDS = r"보도자료|보도\s?참고(?:자료)?|보도설명(?:자료)?|참고(?:자료)?|설명(?:자료)?|해명(?:자료)?|동정(?:자료)?|모두발언|보도"
_KIND = pattern(_KINDS)
_KIND_BEFORE = pattern(
    rf"^(?P<kind>{_KINDS}|[가-힣]*보도자료)[\s\-_]+(?P<title>.+)$",
    needs=("보도", "참고", "설명", "해명", "동정", "모두발언"),
)
_KIND_BEHIND = pattern(r"^(?P<title>.+?)[\s\-_]+(?P<kind>보도자료|동정자료)$", needs=("보도자료", "동정자료"))
_PART = pattern(r"(?:보도자료\s*)?(?:붙임[\d,]*|별첨\d*)|본문|안건\d*")
_EDGES = " _-,.★+"


class FileName(NamedTuple):
    """A file name taken apart; everything in it may be wrong or of another day than the document."""

    date: date | None = None
    timing: str | None = None
    kind: str | None = None
    unit: str | None = None
    tags: tuple[str, ...] = ()
    title: str | None = None

    @property
    def is_telling(self) -> bool:
        """Whether the name is one an agency gave (with a day, unit or kind), and not one of a download."""
        return bool(self.date or self.unit or self.kind)


def parse_filename(name: str) -> FileName:
    """Take a file name apart: '260413 (조간) 제목(담당과)(최종).hwpx'.

    Brackets are told by what is in them: a time, a kind of release, a status, a part, a unit. Any other bracket belongs to the title.
    """
    rest = _EXTENSION.sub("", _readable(name[-_LONGEST:]))
    if rest.isalpha():  # one word, such as a download is given, has no parts
        return FileName(title=rest)
    rest = _ORDER.sub("", rest)
    found = _DATE.search(rest[:24])
    if found:
        rest = rest[: found.start()] + " " + rest[found.end() :]
    brackets: dict[str, list[str]] = {}
    for match in list(_BRACKET.finditer(rest)):
        what = _what(match["inside"].strip())
        if what:
            brackets.setdefault(what, []).append(squeeze(match["inside"]))
            rest = rest.replace(match[0], " ", 1)
    title, loose = _without_loose(squeeze(_EMPTY_BRACKET.sub(" ", rest)).strip(_EDGES))
    title, kind = _without_kind(title)
    return FileName(
        date=_day(found) if found else None,
        timing=_first(brackets.get("timing")) or loose.get("timing"),
        kind=_first(brackets.get("kind")) or kind,
        unit=_last(brackets.get("unit")) or loose.get("unit"),
        tags=(*brackets.get("status", ()), *brackets.get("part", ()), *filter(None, [loose.get("status")])),
        title=title or None,
    )


def _readable(name: str) -> str:
    """The name as a person typed it: composed syllables, percent signs decoded, '+' and '_' for spaces where there are none."""
    name = unicodedata.normalize("NFC", unquote(name))
    if " " not in name:
        name = name.replace("+", " ")
    return name.replace("_", " ").replace("★", "")


def _what(inside: str) -> str | None:
    """What the content of a bracket is, by the first kind of words that fits."""
    if _TIMING.search(inside):
        return "timing"
    if fold(inside) in MASTHEADS or _KIND.fullmatch(inside):
        return "kind"
    if _PART.fullmatch(inside):
        return "part"
    if _STATUS.fullmatch(inside):
        return "status"
    last = _DAY_BEHIND.sub("", inside).replace("-", " ").split()[-1:]
    if last and (named(last[0]) or (last[0].endswith(UNIT_ENDINGS) and re.fullmatch(r"[가-힣A-Za-z0-9·]+", last[0]))):
        return "unit"
    return None


def _without_loose(title: str) -> tuple[str, dict[str, str]]:
    """Title without the day, time, unit and status that some write without brackets: '0410 조간 지도정책과, 제목 FF'."""
    found: dict[str, str] = {}
    title = _BARE_DAY.sub("", title).strip(_EDGES)
    if timing := _BARE_TIMING.match(title):
        found["timing"], title = timing["timing"], title[timing.end() :].strip(_EDGES)
    unit = _BARE_UNIT.match(title)
    if unit and unit["unit"].endswith(LEAF_UNIT_ENDINGS):
        found["unit"], title = unit["unit"], title[unit.end() :]
    if status := _BARE_STATUS.search(title):
        found["status"], title = status["status"], title[: status.start()].strip(_EDGES)
    return title, found


def _without_kind(title: str) -> tuple[str, str | None]:
    """Title without a kind of release in front of it or behind it ('제목 보도자료')."""
    match = _KIND_BEFORE.match(title) or _KIND_BEHIND.match(title)
    return (match["title"].strip(_EDGES), match["kind"]) if match else (title, None)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(2000 + int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _last(values: list[str] | None) -> str | None:
    return values[-1] if values else None


def _first(values: list[str] | None) -> str | None:
    return values[0] if values else None
