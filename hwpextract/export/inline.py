"""Text of paragraphs as inline Markdown that a CommonMark parser reads back word for word.

Only what the parser would take for markup is escaped. `<` and `&` become entities, which every Markdown dialect understands;
a backslash before them is CommonMark's alone, and in other dialects would let a tag through.
"""

from __future__ import annotations

import re

from hwpextract.document import Link
from hwpextract.export.controls import lines_of
from hwpextract.export.links import pieces
from hwpextract.patterns import pattern

_ENTITY = pattern(r"&(?=#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]*;)")
# An underscore inside a word is no emphasis; `~` is strikethrough, `|` a table, `^` a note in dialects such as GitHub's.
_MARKUP = pattern(r"[\\`*\[\]|~^]|(?<![^\W_])_|_(?![^\W_])")
# No tag and no autolink begins with `<` before a blank or a letter that is not ASCII: <붙임> stays readable.
_TAG = pattern(r"<(?=[!-~]|\Z)")
_BLOCK_START = pattern(r"^(?=[#>+\-=:])", re.MULTILINE)
_LIST_NUMBER = pattern(r"^([0-9]{1,9})(?=[.)](?:\s|\Z))", re.MULTILINE)
_CLOSING_HASH = pattern(r"(?<!\\)#\Z")


def inline(text: str, links: tuple[Link, ...] = (), line_break: str = "\\\n", tail: str = "") -> str:
    """Inline Markdown of a text, its links included; `line_break` stands for each line end, `tail` is Markdown to end with."""
    plain = "\n".join(lines_of(text))
    marked = "".join(
        f"[{escape(words)}]({_ENTITY.sub('&amp;', target)})" if target else escape(words)
        for words, target in pieces(plain, links)
    )
    # An exclamation mark before a link would make it an image.
    return (marked + tail).replace("![", "\\![").replace("\n", line_break)


def heading(text: str, level: int, links: tuple[Link, ...] = (), tail: str = "") -> str:
    """A heading of one line; Markdown has six levels."""
    shown = _CLOSING_HASH.sub(r"\\#", inline(text, links, " ", tail))
    return f"{'#' * min(level, 6)} {shown}" if shown else ""


def escape(text: str) -> str:
    """Text as Markdown that shows exactly it, also at the beginning of a line."""
    text = _MARKUP.sub(r"\\\g<0>", _ENTITY.sub("&amp;", text))
    text = _BLOCK_START.sub(r"\\", _TAG.sub("&lt;", text))
    return _LIST_NUMBER.sub(r"\1\\", text)
