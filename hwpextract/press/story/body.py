"""What lies between headline and contact block: the story, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from hwpextract.characters import fold, is_syllable, squeeze
from hwpextract.document import Block, Paragraph, Table, paragraphs_of
from hwpextract.node import altered
from hwpextract.patterns import pattern
from hwpextract.press.contacts.people import entries
from hwpextract.press.labels import CONTACT_LABELS, ITEM_LEVELS
from hwpextract.press.phrases.head_lines import PRESS_OFFICES, names_unit, says_when_or_how_many
from hwpextract.press.phrases.headline import ends_sentence, is_agenda
from hwpextract.press.phrases.slogans import is_greeting
from hwpextract.press.story.annexes import is_listed, is_marked_list
from hwpextract.press.story.captions import ClosingCaptions, is_below_picture, is_photo_head
from hwpextract.press.story.closing_lines import is_closing, is_of_contents, is_signature, signs
from hwpextract.press.tables import frame_blocks, lines_of

_NOTE = pattern(r"^\s*(?:※|\*+|†)")
_WORD = pattern(r"\w")
_OPENING = tuple("<〈[【(")
_HEADING = frozenset("<〈[【")
_CAPTION = pattern(r"^\s*[<〈\[【(].{0,60}[>〉\]】)]\s*$")
_NUMBERED = pattern(r"^\s*\d{1,2}\s*[.)]\s*\S")
_OBJECT_MARKS = frozenset("을를")
_ENUMERATED = pattern(r"\s*\((?:\d{1,2}|[가-하])\)\s")
_GOING_ON = frozenset("(‘“'\"")
# A sentence is followed by one blank, and by two before the end mark. More are the indent of a paragraph typed behind another
# one, as are blanks, or the mark of an item, behind a forced line break. What goes on with a quote ('라고 밝혔다') begins none.
_ENDS = tuple(end + close for end in ".?!" for close in ("", *"”’\"')"))
_TYPED_BREAK = pattern(
    r"(?=[ \u00a0\u3000\n])(?:(?<=[가-힣][.?!])|(?<=[.?!][”’\"')]))"
    r"(?:[ \u00a0\u3000]{3,}|[ \u00a0\u3000]*\n(?:[ \u00a0\u3000]+|(?=[□ㅇ○◦-])))"
    r"(?=\S)(?!\W*끝?\W*$)(?!(?:이?라(?:고|며|는|면서)|은|는)[\s,])"
)
_REQUEST = pattern(
    r"^\W*(?:이|본|동)\s*(?:보도|참고|설명)?\s*자료.{0,60}(?:원하시|문의|궁금|취재).{0,160}(?:바랍니다|주십시오|됩니다)"
)
_ASK = pattern(
    r"^\W*(?:기타|보다|더|그\s?밖에)?\s*(?:자세한|궁금한|상세한).{0,100}(?:문의|연락).{0,20}(?:바랍니다|주십시오)"
)
_SUBTITLE = pattern(r"^\s*[-–—]\s*\S.{0,100}?\s*[-–—]\s*$")
_LABEL = pattern(r"^\W*(?P<label>[가-힣\s]{2,14})(?:[:：]|[\])>】〕](?!.*다\.\s*$))")
_NOTICE = pattern(
    r"(?:문의|연락|내려받|다운로드|누리집|홈페이지).{0,40}(?:바랍니다|주십시오|주세요|수 있습니다)[.]\s*$"
)
_NUMBER = pattern(r"\d{3,4}\s*[-‐–)]\s*\d{4}")
_LAST_DIGITS = pattern(r"[-‐–)]\s*\d{4}")
"""How every number ends; nearly no line has it."""
_PHONES = pattern(rf"^\W*(?:{PRESS_OFFICES}|전화|Tel|T|☎)\W*(?:[:：.(☎]|Tel)", re.IGNORECASE)
_CALL = pattern(r"^\W*[〔(\[【][^〔〕()\[\]【】]*(?:\([^()]*\))?[^〔〕()\[\]【】]*[〕)\]】]\W*$")
_PAGE = pattern(r"^\W*\d{1,3}\W*(?:/\W*\d{1,3}\W*)?$")
_PAGE_IN_DASHES = pattern(r"^\s*[-–—]\s*\d{1,3}\s*[-–—]\s*$")
_LONGEST_PAGE = 12
_LONGEST_WHOLE = 10_000
"""Characters up to which a paragraph may be one that was cut: every part that goes on with it copies it once more."""
_STREET = pattern(r"[로길]\s?\d")
_ADDRESS = pattern(
    r"^(?!\s*[□■○◦•·◇◆▶▸*-])\W*(?:우편번호|우)?\W*(?:\d{5}\W+|\d{3}-\d{3}\W+)?(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|[충전경][청라상]?[남북]|제주)"
    r"[가-힣]{0,6}\s[가-힣\d\s·.-]{0,30}(?:로|길)\s?\d+(?:번?[가-다]?길\s?\d+)?(?:-\d+)?(?:번지|호)?(?!\w|\s?㎞)(?P<behind>.*)"
)
# Behind the number of a house stand building, floor and telephone; a particle, a verb or '일대' makes it a place in a sentence.
_TOLD = pattern(
    r"(?<=[가-힣])(?:을|를|에|에서|에는|에게|으로|하고|하며|하여|하는|되며|이며|있는|위치한|열린)(?![가-힣])"
    r"|^\s(?:일대|일원|인근|부근|구간)|[다요함음임됨][.]?\s*$"
)
_SITE = pattern(r"^\W*(?:(?:홈페이지|누리집)\W+)?(?:https?://|www\.)\S+$")
_MAILBOX = pattern(r"^\W*[\w.+-]+@[\w.-]+\W*$")
_ONLINE = pattern(r"www\.|https?:|[@/][A-Za-z]|[A-Za-z]\.(?:kr|com|net|org)")
_CHANNELS = "홈페이지 누리집 인스타그램 페이스북 블로그 유튜브 트위터 카카오 밴드".split()
_PRESS_OFFICE = pattern(rf"^\W*[가-힣]{{2,20}}\s(?:{PRESS_OFFICES})\W*$")
_STORY_LABEL = pattern(r"^\s*(?:내\s*용|본\s*문)\s*[:：]\s*", needs=":：")
_SUMMARY = pattern(r"^\W*(?:주요\s*)?(?:요\s*약|핵\s*심\s*내\s*용|주\s*요\s*내\s*용|요\s*지)\W*$")
_LEAD_MARK = pattern(r"[◈◆◇▣☞✓✔□■▸▶❖✦➊-➓❶-❿①-⑳ㅇ○◦]\s*\S|[-–]\s+\S")
_ENDS_IN_NUMBER = pattern(r"\d{4}\s*\)?\s*$")
_PLAIN = pattern(r"\s*[가-힣]")
_LONGEST_CLOSING = 300
_SHORT = 80
_FIRST_MARKS = tuple(mark for mark, level in ITEM_LEVELS.items() if level == 1)
_MOST_LETTERHEAD_LINES = 6


class Story(NamedTuple):
    """The story of a release.

    `paragraphs` are its sentences, `blocks` all that stands between headline and contact block, `telling` the blocks its items
    are read from: the lead box above the first paragraph, the paragraphs, and the notes that close them.
    """

    paragraphs: tuple[Paragraph, ...]
    blocks: tuple[Block, ...]
    telling: tuple[Block, ...]

    @property
    def length(self) -> int:
        """Characters of the paragraphs."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)


def read_story(blocks: Sequence[Block]) -> Story:
    """The story in the plain paragraphs of blocks; empty where they hold none."""
    whole = rejoined(told_apart(_without_letterhead(blocks)))
    captions = _captions(whole)
    paragraphs = [
        block
        for block in whole
        if isinstance(block, Paragraph)
        and (len(block.text) > _LONGEST_PAGE or not _PAGE_IN_DASHES.match(block.text))
        and id(block) not in captions
    ]
    first, last, noted = _bounds(paragraphs, whole)
    if first == last:
        return Story((), tuple(whole), ())
    leads = [block for block in takewhile(lambda block: block is not paragraphs[first], whole) if _is_lead(block)]
    if label := _STORY_LABEL.match(paragraphs[first].text):
        paragraphs[first] = _part(paragraphs[first], paragraphs[first].text[label.end() :])
    return Story(tuple(paragraphs[first:last]), tuple(whole), (*leads, *paragraphs[first:noted]))


def read_framed_story(blocks: Sequence[Block]) -> Story:
    """The story of a release that stands in frames as a whole; a lead box is part of it only where there is nothing else."""
    blocks = _without_letterhead(blocks)
    framed = [block for block in blocks if frame_blocks(block)]
    longest = max(framed, key=lambda block: sum(map(len, lines_of((block,)))), default=None)
    leads = [block for block in framed if block is not longest and _is_lead(block)]
    bodies = [block for block in framed if all(block is not lead for lead in leads)]
    told = read_story([paragraph for block in bodies for paragraph in paragraphs_of(frame_blocks(block) or ())])
    return Story(told.paragraphs, tuple(blocks), (*leads, *told.telling))


def _captions(blocks: Sequence[Block]) -> set[int]:
    """Ids of captions: '< 이용 순서 >' right above a table, a picture or a frame; '▲ 현장 모습' right below a picture."""
    found = set()
    for above, below in pairwise(blocks):
        if isinstance(above, Paragraph):
            if not isinstance(below, Paragraph) and _is_bracketed(above.text):
                found.add(id(above))
        elif isinstance(below, Paragraph) and is_below_picture(below.text, above):
            found.add(id(below))
    return found


def _is_lead(block: Block) -> bool:
    return bool(lead_lines(block))


def lead_lines(block: Block) -> list[str]:
    """Lines of a lead box, none for any other block.

    A lead box is a frame of marked lines (◈, ☞, □), or a caption such as '< 요 약 >' with such a frame below it. A note, a caption
    alone and the report that is answered are none.
    """
    lines = lines_of(frame_blocks(block) or ())
    if not lines and isinstance(block, Table):
        filled = [cell for cell in block.cells if cell.blocks]
        if len(filled) == 2 and _SUMMARY.match(squeeze(filled[0].text)):
            return lines_of(filled[1].blocks)
    return lines if lines and _LEAD_MARK.match(lines[0]) else []


def told_apart(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs as they are seen: one begun with typed blanks behind a sentence of the same paragraph is another."""
    told: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and len(parts := _typed_parts(block.text)) > 1:
            told += [_part(block, text) for text in parts]
        else:
            told.append(block)
    return told


def _typed_parts(text: str) -> Sequence[str]:
    """A text cut at typed breaks; nearly no text has three blanks beside each other, or white space that is not printable."""
    bare = text.strip()
    if "   " not in bare and bare.isprintable():
        return ()
    return _TYPED_BREAK.split(text) if any(word.endswith(_ENDS) for word in bare.split()[:-1]) else ()


def _part(whole: Paragraph, text: str) -> Paragraph:
    head = whole.head if whole.text.startswith(text) else None
    links = tuple(link for link in whole.links if link.text in text)
    return altered(whole, text=text, head=head, links=links)


def rejoined(blocks: Sequence[Block]) -> list[Block]:
    """Put together paragraphs that a stray return cut in two.

    The first part ends in an object marker, or is indented and ends in a space, where no sentence ends; the second begins without
    a mark and, where a space is all that tells, without an indent of its own.
    """
    whole: list[Block] = []
    cut: Paragraph | None = None  # the last one, where it may go on
    for block in blocks:
        if cut and len(cut.text) < _LONGEST_WHOLE and isinstance(block, Paragraph) and _may_go_on(cut.text, block.text):
            whole[-1] = altered(cut, text=f"{cut.text.rstrip()} {block.text.lstrip()}")
        else:
            whole.append(block)
        last = whole[-1]
        cut = last if isinstance(last, Paragraph) and is_cut(last.text) else None
    return whole


def _may_go_on(cut: str, text: str) -> bool:
    """Whether a paragraph begins as the second part of one may."""
    if text[:1].isspace() and not _ends_in_object(cut):
        return False
    begin = text.lstrip()[:1]
    return is_syllable(begin) or (begin in _GOING_ON and not _ENUMERATED.match(text))


def is_cut(text: str) -> bool:
    """Whether a text ends as the first part of one may; nearly all end in a full stop."""
    return is_syllable(text.rstrip()[-1:]) and (_ends_in_object(text) or _ends_in_space(text))


def _ends_in_object(text: str) -> bool:
    word = text.rstrip()[-2:]
    return word[1:] in _OBJECT_MARKS and is_syllable(word[:1])


def _ends_in_space(text: str) -> bool:
    """Whether an indented text ends in a space, and its last syllable is none that sentences or headings end in."""
    line = text.removesuffix("\n")
    words = line.rstrip(" \u00a0")
    last = words[-1:]
    return text[:1].isspace() and len(words) < len(line) and is_syllable(last) and last not in "다음임함됨"


def _bounds(story: Sequence[Paragraph], whole: Sequence[Block]) -> tuple[int, int, int]:
    """Index of the first paragraph of the story, that behind its last one, and that behind the notes to it.

    The story is looked for among the paragraphs of `whole` that are no captions within it.
    """
    first, last = 0, len(story)
    while first < last and _stands_above(story[first].text) and not _heads_section(story, first):
        first += 1
    last = end_of_story(story, first, whole)
    noted = last
    while noted < len(story) and _NOTE.match(story[noted].text) and not is_listed(story[noted].text):
        noted += 1
    return first, last, noted


def end_of_story(story: Sequence[Paragraph], first: int, whole: Sequence[Block]) -> int:
    """Index behind the last line of a story that begins at `first`; lines that close it stand from there on."""
    last = _list_of_annexes(story, first)
    captions = ClosingCaptions(story[first:last], whole)
    while last > first and (
        _closes(story[last - 1].text) or captions.holds(last - 1 - first) or is_signature(story, last - 1)
    ):
        last -= 1
    return last


def _list_of_annexes(story: Sequence[Paragraph], first: int) -> int:
    """Index of the line from which on a list of annexes or captions ends a story; that behind all lines where none does."""
    texts = [paragraph.text for paragraph in story]
    opening = [at for at, text in enumerate(texts) if at >= first and (is_listed(text) or is_photo_head(text))]
    opening = [at for at in opening if not ends_sentence(texts[at])]  # '참고 문헌도 전시한다.'
    if not opening:
        return len(story)
    behind = len(story)  # from here on all may belong to a list
    while behind > opening[0] + 1 and _may_be_listed(texts[behind - 1]):
        behind -= 1
    return next((index for index in opening if index + 1 >= behind), len(story))


def _heads_section(story: Sequence[Paragraph], at: int) -> bool:
    """Whether a line is a heading in brackets like others that follow between the paragraphs."""
    text = story[at].text.lstrip()
    if text[:1] not in _HEADING or not _is_bracketed(text) or is_contact_line(text) or names_unit(text):
        return False
    alike = (story[index].text for index in range(at + 2, len(story) - 1))
    return any(other.lstrip()[:1] == text[:1] and _is_bracketed(other) for other in alike)


def _stands_above(text: str) -> bool:
    """Whether a line stands above the story: notes, captions, a sub-headline between dashes, whom to ask."""
    return (
        _opens_nothing(text)
        or (len(text) <= _LONGEST_PAGE and bool(_STORY_LABEL.fullmatch(text)))
        or is_contact_line(text)
        or is_letterhead(text)
        or is_greeting(text)
        or is_agenda(text)
        or says_when_or_how_many(text)
        or names_unit(text)
        or is_of_contents(text)
        or (len(text) <= _LONGEST_CLOSING and bool(_SUBTITLE.match(text)))
    )


def _opens_nothing(text: str) -> bool:
    return bool(_NOTE.match(text)) or _is_bracketed(text) or not _WORD.search(text)


def _is_bracketed(text: str) -> bool:
    return text.lstrip().startswith(_OPENING) and bool(_CAPTION.match(text))


def _may_be_listed(text: str) -> bool:
    """Whether a line behind the first line of a list of annexes may belong to it too: no sentence and no item of the story."""
    if _tells(text) or text.lstrip().startswith(_FIRST_MARKS):
        return _closes(text)
    return len(text) < _SHORT or is_listed(text) or is_numbered(text) or _closes(text)


def is_numbered(text: str) -> bool:
    """Whether a line opens with a number as entries of lists do ('1. …', '2) …')."""
    return bool(_NUMBERED.match(text))


def _tells(text: str) -> bool:
    """Whether a line is a sentence of the story, which a line that opens with 붙임 or 참고 may be too ('참고 자료는 … 있다.')."""
    return ends_sentence(text) and not _NOTICE.search(text)


def _closes(text: str) -> bool:
    """Whether a line stands behind the story: notes, captions, end marks, hash tags, licence, whom to ask."""
    if _opens_nothing(text):
        return True
    if len(text) > _LONGEST_CLOSING:
        return False
    if len(text.strip()) <= _LONGEST_PAGE and _PAGE.match(text):
        return True
    return is_closing(text) or is_contact_line(text) or is_letterhead(text) or is_marked_list(text) or signs(text)


def is_letterhead(text: str) -> bool:
    """Whether a line is of the letterhead: '기획재정부 대변인', a postal address, a web address."""
    if "\n" in text:
        return len(text) <= _LONGEST_CLOSING // 2 and all(
            is_letterhead(line) or _MAILBOX.match(line) for line in text.split("\n")
        )
    return len(text) <= _LONGEST_CLOSING // 2 and bool(
        (_STREET.search(text) and any(map(_is_address, text.split("|"))))
        or (("www." in text or "http" in text) and _SITE.match(text))
        or (
            ("@" in text or "." in text or "/" in text)
            and sum(channel in text for channel in _CHANNELS) > 1
            and _ONLINE.search(text)
            and not _TOLD.search(text)
        )
        or (("대변인" in text or "공보" in text or "홍보" in text) and _PRESS_OFFICE.match(text))
    )


def _is_address(text: str) -> bool:
    found = _ADDRESS.match(text)
    return bool(found and not _TOLD.search(found["behind"]))


def _without_letterhead(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks without the tables and frames at either end that hold a letterhead and nothing else."""
    first, after = 0, len(blocks)
    while after > first and _holds_letterhead(blocks[after - 1]):
        after -= 1
    while first < after and _holds_letterhead(blocks[first]):
        first += 1
    return blocks[first:after]


def _holds_letterhead(block: Block) -> bool:
    lines = [] if isinstance(block, Paragraph) else lines_of((block,))
    return 0 < len(lines) <= _MOST_LETTERHEAD_LINES and all(
        is_letterhead(line) or is_contact_line(line) for line in lines
    )


def _names_officer(text: str) -> bool:
    """Whether a line is an officer with rank and number and nothing else: '지도과 홍길동 사무관 044-000-0501'."""
    if len(text) > _SHORT or not _ENDS_IN_NUMBER.search(text) or not _PLAIN.match(text):
        return False
    found = entries(text)
    return bool(found) and all(person.name and person.position for person in found)


def is_contact_line(text: str) -> bool:
    """Whether a line only says whom to ask: '문의 : 지도과 홍길동(044-000-0501)', '〔지도과 ☎044-000-0501〕', a request to call."""
    if len(text) > _LONGEST_CLOSING:
        return False
    is_reachable = "@" in text or bool(_LAST_DIGITS.search(text) and _NUMBER.search(text))
    label = _LABEL.match(text) if is_reachable or ":" in text or "：" in text else None
    is_labelled = label is not None and fold(label["label"]) in CONTACT_LABELS
    return bool(
        ("자료" in text and _REQUEST.match(text))
        or (is_reachable and _ASK.match(text))
        or (is_labelled and (is_reachable or (len(text) <= _SHORT // 2 and not ends_sentence(text))))
        or (is_reachable and (_CALL.match(text) or _PHONES.match(text) or _names_officer(text)))
    )
