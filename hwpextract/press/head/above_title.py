"""What stands above a headline, and how lines open that are none."""

from __future__ import annotations

from collections.abc import Sequence

from hwpextract.characters import squeeze
from hwpextract.patterns import pattern
from hwpextract.press.head.masthead import names_sender_or_kind
from hwpextract.press.head.time_lines import belongs_to_head
from hwpextract.press.labelled_text import label_key
from hwpextract.press.labels import ANNEX_LABELS, SUBTITLE_LABELS, TITLE_LABELS
from hwpextract.press.phrases.head_lines import is_of_sender
from hwpextract.press.phrases.headline import TITLE_LABEL, is_agenda
from hwpextract.press.story.annexes import ANNEX_WORD
from hwpextract.press.story.sender_lines import is_letterhead

REACH = 8
"""Blocks behind the head of a release within which its title stands."""
SHORT = 80
"""Characters of a line that may be a headline, or a part of one, without a label that says so."""
CAPTION_END = pattern(rf"(?:요\s*약|개\s*요|내\s*용|요\s*지|현\s*황|목\s*차|순\s*서|\))$|^(?:{ANNEX_WORD})")
"""Ends of captions of boxes, or what opens the list of annexes, in brackets."""
_LONGEST_LABEL = 20
_LABELS_OF_TITLES = TITLE_LABELS | SUBTITLE_LABELS
_NO_TITLE = pattern(rf"^\s*(?:※|◈|◇|☞|□|\*|<|〈|【|\[\s*참\s*고|(?:{ANNEX_WORD})(?![가-힣])(?!.*[가-힣]다$))")
"""What opens notes, lead boxes, items, captions and annexes, and so no headline without further signs; '별첨 서류 사라진다' is one."""
_MAY_OPEN_NO_TITLE = frozenset("※◈◇☞□*<〈【[").union(label[0] for label in ANNEX_LABELS)
_PARTS = frozenset("목차 차례 순서 일러두기 요약 개요 주요내용".split())
_ITEM = pattern(r"^\s*(?:[□■○ㅇ◦●▷▹▶▸▪◆◈※*·ㆍ‧<〈【\[(-]|\d{1,2}[.)](?!\s*\d{1,2}\.))")


def stands_in_head(text: str) -> bool:
    """Whether a line above the headline is of the head: when, by whom, to whom, with what, for which agenda it is released."""
    text = squeeze(text)
    return bool(
        belongs_to_head(text)
        or TITLE_LABEL.fullmatch(text)
        or is_title_label(text)
        or is_agenda(text)
        or is_of_sender(text)
        or is_letterhead(text)
    )


def are_of_head(lines: Sequence[str]) -> bool:
    """Whether the lines of a frame are all of the head, the banner word or the name of the agency alone among them."""
    return bool(lines) and all(stands_in_head(line) or names_sender_or_kind(line) for line in lines)


def is_title_label(text: str, labels: frozenset[str] = _LABELS_OF_TITLES) -> bool:
    """Whether a line is the label of a headline or of a sub-headline and nothing else ('제 목')."""
    return len(text) <= _LONGEST_LABEL and label_key(text) in labels


def opens_no_title(text: str) -> bool:
    """Whether a text opens like a note, an item, a caption or an annex."""
    return text.lstrip()[:1] in _MAY_OPEN_NO_TITLE and bool(_NO_TITLE.match(text)) and not is_agenda(text)


def heads_part(line: str) -> bool:
    """Whether a line heads a part that stands before the story ('목 차', '< 일러두기 >')."""
    return len(line) <= _LONGEST_LABEL and "".join(filter(str.isalnum, line)) in _PARTS


def opens_item(text: str) -> bool:
    """Whether a line opens with a mark or a number as items of the story do."""
    return bool(_ITEM.match(text))
