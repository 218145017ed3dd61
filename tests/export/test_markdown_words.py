"""Rendering the Markdown with a CommonMark parser gives back the words of the document, in order, and none of its text as markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from builders.blocks import document
from builders.documents import note, para, spanning, stating, table_of
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from hwpextract.document import Block, Box, Document, Image, Link, Paragraph, SideText, text_of
from hwpextract.export.markdown import to_markdown
from hwpextract.export.text import to_text
from hwpextract.press.model import Annex

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)

# Pieces that mean something to Markdown or HTML, next to words, blanks and any other character.
_MARKUP = st.sampled_from(
    """\\ ` `` ``` * ** *** _ __ ~ ~~ ~~~ # ## ###### > - + -- --- = === | || [ ] ( ) [^1] [^1]: [a]: ![ ]( < > </ <a
    <script> </td> </table> <!-- --> <? <![CDATA[ & &amp; &lt; &#35; &#x23; &nbsp; ! : :- :-: -: 1. 1) 12. 2024. $ ^ " '
    http://example.com/a_b https://example.com/?a=1&b=2 www.example.com a@example.com <a@example.com> <https://example.com>
    □ ○ ㅇ ※ · ▸ ① 「 」 ‘ ’ R&D 가_나 _ a_b 가*나""".split()
)
_BLANK = st.sampled_from([" ", " ", "  ", "\t", "\n", "    ", "\u3000", "\u00a0"])
_LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=4)
_WORD = st.sampled_from(["보도자료", "행정안전부", "a", "b1", "7", "X"])
TEXTS = st.lists(st.one_of(_MARKUP, _BLANK, _LETTERS, _WORD), min_size=1, max_size=9).map("".join)

_PARAGRAPHS = st.builds(
    lambda text, level, words, target: para(
        text, level=level, links=(Link(text=words, target=target),) if words else ()
    ),
    TEXTS,
    st.sampled_from([None, None, None, 1, 3, 9]),
    st.sampled_from(["", "보도자료", "a", "]", "!"]),
    st.sampled_from(["https://example.com/가 나)?a=1&amp;b=|", "javascript:alert(1)", "mailto:hong@example.com"]),
)


def _tables(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    held = st.lists(blocks, max_size=2)
    plain = st.lists(st.lists(_PARAGRAPHS, max_size=1), min_size=4, max_size=4).map(
        lambda cells: table_of(*(spanning(place // 2, place % 2, *held) for place, held in enumerate(cells)))
    )
    merged = st.tuples(held, held, held).map(
        lambda cells: table_of(
            spanning(0, 0, *cells[0], rows=2), spanning(0, 1, *cells[1], cols=3), spanning(1, 2, *cells[2])
        )
    )
    frames = held.map(lambda inner: table_of(spanning(0, 0, *inner)))
    boxes = st.tuples(held, held).map(lambda pair: Box(locator="s0/b0", blocks=tuple(pair[0]), caption=tuple(pair[1])))
    images = st.tuples(TEXTS, held).map(
        lambda pair: Image(locator="s0/i0", name=pair[0], alt=pair[0], caption=tuple(pair[1]))
    )
    return st.one_of(plain, merged, frames, boxes, images)


BLOCKS: st.SearchStrategy[Block] = st.recursive(_PARAGRAPHS, _tables, max_leaves=8)


class _Shown(HTMLParser):
    """The words of a page, and every tag in it."""

    _INLINE = frozenset({"a", "sup", "strong"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]
        assert {name for name, _ in attrs} <= {"href", "src", "alt", "rowspan", "colspan", "class", "id"}
        if tag not in self._INLINE:
            self.text += " "

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._INLINE:
            self.text += " "

    def handle_data(self, data: str) -> None:
        self.text += data

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


_TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 br a img strong ul li blockquote table thead tbody tr th td sup section ol hr".split()
)


def _words(text: str) -> list[str]:
    # A parser writes the characters that HTML cannot hold in its own way.
    return re.sub("[\ufffd\ufffe\uffff]", "", text).split()


def _shown(markdown: str) -> _Shown:
    shown = _Shown(_PARSER.render(markdown))
    assert shown.tags <= _TAGS
    return shown


@given(st.lists(BLOCKS, max_size=3))
@settings(max_examples=300, deadline=None)
def test_a_parser_reads_back_every_word_in_order(blocks: list[Block]) -> None:
    shown = _shown(to_markdown(document(*blocks)))
    assert _words(shown.text) == _words(text_of(blocks))


@given(st.lists(BLOCKS, max_size=3))
@settings(max_examples=100, deadline=None)
def test_addresses_are_safe(blocks: list[Block]) -> None:
    for address in _shown(to_markdown(document(*blocks))).addresses:
        scheme, colon, _ = address.partition(":")
        assert not colon or scheme in {"http", "https", "mailto"}
        assert not address.startswith("//")


@given(_PARAGRAPHS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_notes_come_back_with_their_words(paragraph: Paragraph, text: str) -> None:
    side: tuple[SideText, ...] = (note(text, on=paragraph, label="7)"),)
    shown = _words(_shown(to_markdown(document(paragraph, side=side))).text)
    said, noted = text_of([paragraph]).rstrip(), _words(text)
    assert shown == (_words(f"{said}[1]") + noted + ["↩︎"] if noted else _words(said))


@given(TEXTS)
def test_a_note_without_a_paragraph_stands_at_the_end(text: str) -> None:
    shown = _words(_shown(to_markdown(document("본문", side=(note(text, label="7)"),)))).text)
    assert shown == (["본문", "7)", *_words(text)] if _words(text) else ["본문"])


@given(TEXTS, TEXTS, _PARAGRAPHS, TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_release_comes_back_in_newsroom_order(title: str, subtitle: str, paragraph: Block, label: str) -> None:
    whole: Document = document(paragraph)
    made = stating(
        whole,
        title=title,
        subtitles=(subtitle,),
        body=whole.blocks,
        annexes=(Annex(label=label, blocks=whole.blocks),),
    )
    body = text_of([paragraph])
    assert _words(_shown(to_markdown(made)).text) == _words("\n".join([title, subtitle, body, label, body]))


@given(st.lists(BLOCKS, max_size=3))
@settings(max_examples=100, deadline=None)
def test_plain_text_holds_every_word_in_order(blocks: list[Block]) -> None:
    words = iter(to_text(document(*blocks)).split())
    assert all(word in words for word in text_of(blocks).split())
