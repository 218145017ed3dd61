"""Times in lines of a head, behind a label, in a request to publish, or alone, and the lines that say nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import TypeAlias

from hwpextract.characters import fold
from hwpextract.document import Block, Paragraph, Table
from hwpextract.patterns import pattern
from hwpextract.press.contacts.bare_labels import FIRST_OF_TIMES
from hwpextract.press.head.masthead import PIECES, is_body
from hwpextract.press.labelled_text import label_key, labelled_parts
from hwpextract.press.labels import DISTRIBUTED_LABELS, INLINE_LABELS, RELEASE_LABELS, TIME_LABELS
from hwpextract.press.phrases.dates import is_day, states_day
from hwpextract.press.phrases.headline import ends_sentence
from hwpextract.press.phrases.slogans import is_greeting
from hwpextract.press.phrases.time_words import Alone, time_alone
from hwpextract.press.tables import cells_with, short_texts

HEAD_REACH = 6
"""Blocks from the top within which the head of nearly all releases stands."""
_LONGEST_REQUEST = 200
_LONGEST_ALONE = 60
_LEAST_SENTENCE = 30
_LONGEST_FLAT = 160
_REQUEST = pattern(
    r"(?:보도|취급|사용)\s*(?:하여|해)?\s*(?:주시기|주십시오|(?P<clause>주시고))"
    r"|이\s*(?:보도\s*)?자료는.{0,60}(?:보도|취급|사용)\s*(?:할\s*수\s*있|가능)",
    re.DOTALL,
    needs=("주시", "주십", "자료는"),
)
_PAGES = pattern(r"(?:^|\s*[/,(]|\s)\(?\s*총?\s*\d+\s*(?:매|쪽|페이지)(?:\s*\([^()]*\))?\)?\s*$")
_BULLETIN = pattern(r"^[<(]?(?P<day>[^<>()]{8,16}일)\s*공보\s*\d{4}-\d+-\d+\s*호")
"""Head of a central bank's bulletin: the day and a running number, which looks like a day."""
_BRACKETS = ("[", "【", "〔", "(", "<", "〈")
_BRACKETED = pattern(r"[\[【〔(<〈]\s*(?P<label>[가-힣][가-힣\s]{0,12}[가-힣])\s*[\]】〕)>〉]\s*[:：]?")
_WORDS = frozenset({"보도", "엠바고", "제공"})
"""Labels that in brackets say what a headline is about as well."""
_FIGURE = pattern(r"\d")

Value: TypeAlias = tuple[bool, str, str | None]
"""Whether it is a release time (else 배포), its text, and the channel its label names."""


class Place:
    """A block in which times may be printed, with its index in the body, -1 in a page header; `among` are all such blocks."""

    def __init__(self, index: int, block: Block, among: Sequence[tuple[int, Block]]) -> None:
        self.index = index
        self.block = block
        self._among = among

    @cached_property
    def texts(self) -> list[str]:
        """Text of a paragraph, of each cell of a table, or of a frame; none of a large table."""
        return short_texts(self.block)

    @property
    def is_within_story(self) -> bool:
        """Whether it is a table or frame behind the first sentence, where a time without a label is of something else."""
        return not isinstance(self.block, Paragraph) and any(
            0 <= index < self.index and _tells(block) for index, block in self._among
        )


def belongs_to_head(text: str) -> bool:
    """Whether a line says when or by whom a release is published, or greets, and so is neither its title nor its body."""
    text = _with_colons(text)
    labelled = labelled_parts(text, INLINE_LABELS)
    if (labelled and label_key(text).startswith(labelled[0][0])) or _flat_values(text):
        return True
    if len(text) >= _LONGEST_REQUEST:
        return False
    return bool(
        _REQUEST.search(text) or ("공보" in text and _BULLETIN.match(text)) or time_alone(text) or is_greeting(text)
    )


def _tells(block: Block) -> bool:
    """Whether a block is a sentence of the story; slogans are shorter, and requests to publish are of the head."""
    if not isinstance(block, Paragraph) or len(block.text) < _LEAST_SENTENCE:
        return False
    return ends_sentence(block.text) and not belongs_to_head(block.text)


def without_pages(text: str) -> str:
    """A text without the number of pages at its end ('총 5매')."""
    return _PAGES.sub("", text) if "매" in text or "쪽" in text or "페이지" in text else text


def behind_colons(place: Place) -> list[Value]:
    """'보도시점 : V / 배포 : V' in one paragraph or one cell."""
    return [
        (label in RELEASE_LABELS, time, None)
        for text in place.texts
        for label, value in labelled_parts(_with_colons(text), INLINE_LABELS)
        if label in TIME_LABELS and (time := without_pages(value))
    ]


def _with_colons(text: str) -> str:
    """A text that opens with a label of times in brackets, with a colon behind such labels instead ('[보도시점] V [배포] V')."""
    return _BRACKETED.sub(_with_colon, text) if text.lstrip().startswith(_BRACKETS) else text


def _with_colon(bracketed: re.Match[str]) -> str:
    label = bracketed["label"]
    is_label = label_key(label) in TIME_LABELS and fold(label) not in _WORDS
    return f" {label} : " if is_label else bracketed[0]


def on_one_line(place: Place) -> list[Value]:
    """'보도시점  V  배포  V' on one line, a timing row that was printed, or converted, without its table."""
    return _flat_values(place.block.text) if isinstance(place.block, Paragraph) else []


def _flat_values(text: str) -> list[Value]:
    may_open = len(text) <= _LONGEST_FLAT and text.replace("/", " ").lstrip()[:1] in FIRST_OF_TIMES
    match = _flat_pattern().match(text) if may_open else None
    if match is None:
        return []
    values = (True, match["release"], None), (False, match["distributed"], None)
    return [value for value in values if value[1]]


@cache
def _flat_pattern() -> re.Pattern[str]:
    release, distributed = (
        "|".join(r"\s*".join(word) for word in sorted(words, key=len, reverse=True))
        for words in (RELEASE_LABELS, DISTRIBUTED_LABELS)
    )
    opening = r"(?=[<(\[‘’']*\d|[<(]?(?:배\s*포|즉\s*시|조\s*간|석\s*간|온라인|인터넷|방송))"
    return re.compile(
        rf"^\s*(?:(?:{release})\s+{opening}(?P<release>.*?))??"
        rf"(?:\s*/?\s*(?<![^\s/])(?:{distributed})\s+(?P<distributed>[<(\[‘’']*\d.*))?$"
    )


def requested(place: Place) -> list[Value]:
    """'… 조간부터 보도하여 주시기 바랍니다.' without a label, behind the times that stand beside it alone."""
    found = [(text, match) for text in place.texts if len(text) < _LONGEST_REQUEST and (match := _REQUEST.search(text))]
    if not found:
        return []
    asking = {text for text, _ in found}
    requests: list[Value] = [
        (True, text[: match.end("clause")] if match["clause"] else text, None) for text, match in found
    ]
    return [*(value for value in alone(place) if value[1] not in asking), *requests]


def alone(place: Place) -> list[Value]:
    """A time that says itself what it is ('2020. 5. 6.(수) 조간용', '즉시 보도'), or the day beside the number of a bulletin."""
    values: list[Value] = []
    for text in place.texts:
        if "공보" in text and (match := _BULLETIN.match(text)):
            values.append((False, match["day"], None))
            continue
        for piece in _pieces(text):
            what = time_alone(piece)
            if what is Alone.RELEASE or (what is Alone.HANDED_OUT and place.index < HEAD_REACH):
                values.append((what is Alone.RELEASE, piece, None))
    if not values or place.is_within_story:
        return []
    return [*values, *_day_beside(values, place.texts)]


def _pieces(text: str) -> Sequence[str]:
    """What stands between bars or strokes on a line short enough for a time alone."""
    if len(text) > _LONGEST_ALONE:
        return ()
    return PIECES.split(text) if "|" in text or "/" in text else (text,)


def _day_beside(values: Sequence[Value], texts: Sequence[str]) -> list[Value]:
    """The one day that stands beside 'at once' and nothing else, which is that of distribution ('2026. 4. 13.(월) | 즉시 보도')."""
    if len(values) != 1 or not values[0][0] or states_day(values[0][1]):
        return []
    days = [piece for text in texts for piece in _pieces(text) if is_day(piece)]
    return [(False, days[0], None)] if len(days) == 1 else []


def from_when(place: Place) -> list[Value]:
    """'5. 21.(화) 오전 9시 이후', which is the time of a release where it stands beside its day of distribution.

    In a table it is one only where all cells are times or organisations, or one is the label of such a time; others are programmes.
    """
    texts = [text for text in place.texts if len(text) <= _LONGEST_ALONE]
    found: list[Value] = [(True, text, None) for text in texts if time_alone(text) is Alone.FROM]
    if not found or not isinstance(place.block, Table) or cells_with(TIME_LABELS, place.block):
        return found
    return found if all(_is_time_or_sender(text) for text in place.texts if text) else []


def _is_time_or_sender(text: str) -> bool:
    """Whether a cell is a time, or the name of an organisation, which '제1부', 일시 and 장소 are not for all their endings."""
    return bool(time_alone(text)) or is_day(text) or (len(text) > 2 and not _FIGURE.search(text) and is_body(text))
