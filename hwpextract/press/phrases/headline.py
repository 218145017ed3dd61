"""A headline and the lines of sub-headlines: the marks that open them, the dashes around them, what is neither."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from hwpextract.characters import fold, squeeze
from hwpextract.node import Locator
from hwpextract.patterns import pattern
from hwpextract.press.labels import MASTHEADS

LONGEST_SUBTITLE = 150
MOST_SUBTITLES = 4
"""Dashed or marked lines below a title that may be sub-headlines; more are a list of the body."""
_DASHES = "-‐‑‒–—―−─━ㅡ"
_SUBTITLE_MARKS = frozenset("▴▲△▵▸▶☞➊➋➌➍➎➏➐➑➒➓❶❷❸❹❺❻❼❽❾❿①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳◈◇◆・·∙‧ㆍ․•")
_ROW_MARKS = _SUBTITLE_MARKS.union("□■○ㅇ◦❍▷▹▪•✓★☆∎◎⁃:")
"""In a row of their own sub-headlines also open with marks that open items in the body."""
_ARROWS = "→⇒➔➜➡"
"""Arrows before a sub-headline; on a line of the title itself one may stand between what was and what will be."""
_LABEL = pattern(r"(?:[(\[]\s*부\s*제\s*목?\s*[)\]]|(?:부\s*제\s*목?|소\s*제\s*목)\s*[:：])\s*")
_CLOSES_SUBTITLE = pattern(rf"\S\s*[{_DASHES}]$")
_WORD = pattern(r"\w")
_SENTENCE_END = pattern(r"다\s*[.]\s*$")
TITLE_LABEL = pattern(r"^(?:제\s*목\s*[:：]|[\[(〔【]\s*(?:제\s*목|[가-힣\s]{2,8}자\s*료)\s*[\])〕】])\s*")
_JOINT = pattern(r"^\W*(?:관계\s*)?부처\s*합동\W*$")
_AGENDA = pattern(
    r"^\s*+(?:(?:[【\[<〔(]\s*+)?관련\s*+국정과제(?![가-힣])|[【\[<〔(]\s*+국정과제\s*+[】\]>〕):：\d]"
    r"|국정과제\s*+(?:$|[:：]|\d[\d-]*\s*+\.(?!\d)))"
)
_KINDS = frozenset(MASTHEADS).union(word.removesuffix("자료") for word in MASTHEADS)
_TAG = pattern(r"^(?:[\[【<〈(〔]\s*(?P<word>[가-힣][가-힣·\s]{1,12})[\]】>〉)〕]|참\s*고\s*\))\s*")
_WRAPPED = pattern(r"^[<〈《【〔](?P<inside>[^<>〈〉《》【】〔〕]*)[>〉》】〕]$")


class Headline(NamedTuple):
    """Title and subtitles with the block they stand in; `last` is the index of the last block that belongs to them."""

    title: str
    subtitles: tuple[str, ...]
    raw: str
    locator: Locator
    rule: str
    last: int


def without_label(title: str) -> str:
    """A title without the label or the banner word that opens its line."""
    return TITLE_LABEL.sub("", title) if title.startswith(("제", "[", "(", "〔", "【")) else title


def without_tag(title: str) -> str:
    """A title without the kind of release in brackets that opens it ('[참고] …', '<보도설명> …', '참고) …')."""
    tag = _TAG.match(title) if title.startswith(("[", "【", "<", "〈", "(", "〔", "참")) else None
    return title[tag.end() :] if tag and (not tag["word"] or fold(tag["word"]) in _KINDS) else title


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence of the story does ('…했다.')."""
    return bool(_SENTENCE_END.search(line))


def is_between_dashes(line: str) -> bool:
    """Whether a line opens and closes with a dash."""
    return is_closed(line) and opens_with_dash(line)


def opens_with_dash(line: str) -> bool:
    """Whether a line opens with a dash that is no minus sign."""
    return line[:1] in _DASHES and not line[1:2].isdecimal() and bool(line[1:].strip())


def is_subtitle(line: str) -> bool:
    """Whether a line opens or closes as sub-headlines do, or is an aside."""
    return _behind_mark(line, _SUBTITLE_MARKS) is not None or is_closed(line) or is_aside(line)


def is_closed(line: str) -> bool:
    """Whether a line closes with a dash."""
    return line[-1:] in _DASHES and bool(_CLOSES_SUBTITLE.search(line))


def is_aside(line: str) -> bool:
    """Lines of a title frame that are no headline: the government's agenda number, who issues it, notes, stray marks."""
    if line.startswith(("*", "※")) or not _WORD.search(line.strip(_DASHES)):
        return True
    return bool(("국정과제" in line and is_agenda(line)) or ("합동" in line and _JOINT.match(line)))


def is_agenda(line: str) -> bool:
    """Whether a line names the government's agenda ('【관련 국정과제】 12. …', '국정과제 : 7. …'); '국정과제 점검한다' tells of it."""
    return "국정과제" in line and bool(_AGENDA.match(line))


def sub_headlines(lines: Sequence[str]) -> list[str]:
    """Sub-headlines out of printed lines; a line that neither opens nor follows a closed one goes on with the line above."""
    found: list[str] = []
    marked = any(map(is_marked, lines))
    current = ""
    for line in lines:
        if line.startswith(("*", "※")):
            break
        if is_aside(line):
            continue
        if current and (is_marked(line) or is_closed(current) or not marked):
            found.append(_trimmed(current))
            current = ""
        current = f"{current} {line}".strip()
    return [*found, _trimmed(current)] if current else found


def is_marked(line: str) -> bool:
    """Whether a line opens with a mark of sub-headlines or of items."""
    return _behind_mark(line, _ROW_MARKS) is not None


def _behind_mark(line: str, marks: Collection[str]) -> str | None:
    """A line without the dash, the mark or the label that opens it; None where nothing does."""
    if line[:1] in marks or opens_with_dash(line):
        return line[1:].removeprefix(">").lstrip() or None
    label = _LABEL.match(line) if line.startswith(("(", "[", "부", "소")) else None
    return line[label.end() :] if label else None


def _trimmed(line: str) -> str:
    """A sub-headline without the marks that open and close it."""
    line = line.strip()
    behind = _behind_mark(line, _ROW_MARKS.union(_ARROWS))
    line = (line if behind is None else behind).rstrip(f" \t{_DASHES}")
    wrapped = _WRAPPED.match(line) if line[:1] in "<〈《【〔" else None
    return squeeze(wrapped["inside"] if wrapped else line)
