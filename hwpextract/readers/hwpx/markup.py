"""XML of HWPX parts as a flat list of tokens, found in one pass of one regular expression.

Text needs few of the elements of a section; the rest (line segments, geometry, margins) is passed over without becoming objects,
and the usual paragraph (runs of bare text, line segments) and the cell around it are one token; so are the tags that open or close
a cell together with its first or last paragraph. That is sound for regular XML:
UTF-8, prefixed names, double quotes, and inside no comment, CDATA section, processing instruction or document type.
Anything else goes through lxml first, which writes it out again in a regular form. Names are local names: the namespaces
differ by year, the elements do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from hwpextract.patterns import pattern
from hwpextract.readers.xml import lenient_parser

if TYPE_CHECKING:
    from hwpextract.limits import Budget

Token: TypeAlias = tuple[bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes]
"""One of four, told by the part that is not empty:

- 2: the attributes of a paragraph behind its id, and `>`; 1: the tags of a cell and its list, if they open right before it; 0: the
  name of a row, if it opens right before those. If the paragraph is plain, 3: its text, or 4: its runs, if it is not in one piece;
  5: the name in its closing tag; 6: the tags that place the cell, its column, row and spans between the quotes, if it closes
  right behind;
- 7: the content of a `t` element, inline elements included;
- 8: the name of an opening tag; 9: its attributes, which end in `/` when the element is empty, and in `>` and its text when it
  begins with text;
- 10: the name of a closing tag; 11: as 6, if a cell closes right behind.
"""

# Grouped by first letter: the engine then rejects the many tags that do not matter after one look.
_OPENING: Final = (
    "p|subList|t(?:c|r|bl|ext|extart)|c(?:ellAddr|ellSpan|aption|ase|heckBtn|ompose|omboBox|ontainer|urve|onnectLine|hart)"
    "|d(?:rawText|efault|eleteBegin|eleteEnd)|pic|i(?:mg|ndexmark|nsertBegin|nsertEnd)|h(?:eader|iddenComment)|f(?:ooter|ootNote|ieldBegin|ieldEnd|irstKey)"
    "|e(?:ndNote|llipse|quation)|s(?:hapeComment|tringParam|cript|ubText|witch|ecPr|econdKey)|a(?:utoNum|utoNumFormat|rc)"
    "|ma(?:inText|sterPage)|r(?:ect|adioBtn)|btn|li(?:stItem|ne)|polygon|ole|video|unknownObject"
)
_CLOSING: Final = (
    "p|subList|t(?:c|bl|extart)|c(?:aption|ase|omboBox|ontainer|urve|onnectLine|hart)|d(?:rawText|efault)|pic"
    "|h(?:eader|iddenComment)|f(?:ooter|ootNote|ieldBegin)|indexmark|e(?:ndNote|llipse|quation)|a(?:utoNum|rc)|rect|line|polygon|ole|video"
    "|unknownObject"
)
# `P:` stands for the prefix of the elements. Everything stands behind one `<`, for which the engine can look with speed. To keep it
# linear, quantifiers are possessive, text is not looked for behind the next paragraph, and a tag that never ends is consumed by the
# alternative of opening tags, except that of `t`, which ends at the next `<`.
_PIECE: Final = r"<P:run[^>]*+><P:t>([^<]*+)</P:t></P:run>(?=<(?:P:linesegarray|/P:p)>)"
_RUNS: Final = r"(?:<P:run[^>]*+>(?:<P:t(?:>[^<]*+</P:t>|/>))*+(?:</P:run>)?+)*+"
_LINES: Final = r"(?:<P:linesegarray>(?:<P:lineseg\s[^>]*+>)*+</P:linesegarray>)?+"
_CELL_BEGINS: Final = r"(?:(?:(tr)><P:)?+(tc(?=[\s>])[^>]*+><P:subList[^>]*+)(?<!/)><P:)?+"
_NUMBER: Final = '"[0-9]{1,9}"'
_PLACE: Final = f"cellAddr colAddr={_NUMBER} rowAddr={_NUMBER}/><P:cellSpan colSpan={_NUMBER} rowSpan={_NUMBER}"
_CELL_ENDS: Final = rf"(?:</P:subList><P:({_PLACE})/>(?:<P:cell(?:Sz|Margin)[^>]*+>)*+</P:tc>)?+"
_TOKEN: Final = (
    "<(?:P:(?:"
    rf'{_CELL_BEGINS}p(?=[\s>])(?:\sid="[^"<>]*+")?+([^>]*+(?<!/)>)(?=\s*+<)(?:(?:{_PIECE}|({_RUNS})){_LINES}</P:(p)>{_CELL_ENDS})?+'
    r"|t(?:\s[^<>]*+(?<!/))?>([^<]*+(?:<(?!/?P:(?:t|run|p)[\s/>])[^<]*+)*+)</P:t>"
    rf"|({_OPENING})(?=[\s/>])([^>]*+(?:(?<!/)>[^<]++)?+)"
    rf")|/P:({_CLOSING})\s*+>{_CELL_ENDS})"
)
# Written out, since `\w` is no set of bytes to the engine.
_PREFIX: Final = r"[0-9A-Za-z_.-]++:"

_TEXT_END: Final = pattern(rb"</(?:[\w.-]+:)?t\s*>")
_RUN_TEXT: Final = pattern(rb"t>([^<]++)")
_ATTRIBUTE: Final = pattern(rf'\s(?:{_PREFIX})?+([0-9A-Za-z_.-]++)\s*+=\s*+"([^"]*+)"', re.ASCII)
_BEHIND: Final = pattern(rb'(?:[^">]*+"[^"]*+")*+[^">]*+>(.*)', re.DOTALL)
_REFERENCE: Final = pattern("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);")
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_REPLACEMENT: Final = "\ufffd"
_PROLOG: Final = pattern(rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml([^>]*)\?>\s*+)?(<[^<>\s]++[^<>]*+)")
_DECLARATION: Final = pattern(r"\A\ufeff?\s*<\?xml[^>]*\?>")
_ENCODING: Final = pattern(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)")
# Comments, CDATA and document types; processing instructions; single quotes around values.
_IRREGULAR: Final = ((ord("<"), b"!"), (ord("<"), b"?"), (ord("="), b"'"))
_WHITE_SPACE: Final = b" \t\r\n"
_SMALLEST_ELEMENT: Final = len("<a/>")
_CONTROLS: Final = bytes(set(range(32)) - {9, 10, 13})
_TAG: Final = pattern(rb"<(/?)(?:[\w.-]++:)?+([\w.-]++)([^<>]*+)>")


def tokens(data: bytes, budget: Budget) -> tuple[list[Token], str | None]:
    """Tokens of one XML part, and the code of the warning when something was wrong with it.

    Raises:
        ValueError: the part holds no element that matters, and even an empty page holds a paragraph.
        LimitExceededError: the part has more elements than max_records allows.
    """
    # Counting takes time, and what is too small to hold so many elements need not be counted.
    if max(len(data), budget.inflated) // _SMALLEST_ELEMENT > budget.limits.max_records:
        budget.spend("max_records", data.count(b"<"))
    quick = _pattern(_PREFIX)
    if _is_regular(data) and (found := quick.findall(data)):
        return found, None
    tidied, sound = tidy(data)
    found, wrong = _pattern("").findall(tidied), None
    if not sound and len(_TEXT_END.findall(tidied)) >= len(_TEXT_END.findall(data)):
        wrong = "xml_repaired"
    elif not sound:
        # The parser recovers from much, but not from elements nested too deep or a root that is broken; the scan does not mind.
        found, wrong = max(found, quick.findall(data), key=len), "xml_truncated"
    if not found:
        raise ValueError("no paragraphs")
    return found, wrong


@lru_cache(maxsize=2)
def _pattern(prefix: str) -> re.Pattern[bytes]:
    return re.compile(_TOKEN.replace("P:", prefix).encode())


def _is_regular(data: bytes) -> bool:
    """Tell whether the one-pass scan sees the same as an XML parser would."""
    start = _PROLOG.match(data)
    if start is None:
        return False
    declaration, root = start.groups()
    if declaration and b"encoding" in declaration and b"utf-8" not in declaration.lower():
        return False
    return b" xmlns=" not in root and not any(_stands_behind(data, *pair, start.start(2)) for pair in _IRREGULAR)


def _stands_behind(data: bytes, first: int, then: bytes, start: int) -> bool:
    """Tell whether one byte stands behind another, white space aside; single bytes are quick to look for, pairs are not."""
    at = data.find(then, start)
    while at >= 0:
        before = at - 1
        while data[before] in _WHITE_SPACE:
            before -= 1
        if data[before] == first:
            return True
        at = data.find(then, at + 1)
    return False


def tidy(data: bytes) -> tuple[bytes, bool]:
    """XML of any kind in the regular form without prefixes, and whether it was well-formed.

    Entities other than the predefined ones stay as they are written; nothing is loaded from outside. Nothing comes of bytes in
    which no element can be found.
    """
    from lxml import etree

    parser = lenient_parser()
    clean = _decoded(data).encode("utf-8", "replace")
    valid = clean.translate(None, _CONTROLS)
    try:
        root = etree.fromstring(valid, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return b"", False
    for element in root.iter(etree.Element):
        element.tag = _local_name(element.tag)
    return etree.tostring(root, encoding="utf-8"), not len(parser.error_log) and len(valid) == len(clean)


def _local_name(tag: str) -> str:
    """Name without namespace and prefix; one that cannot stand alone ("", "01") gets an underscore in front."""
    name = tag.rpartition("}")[2].rpartition(":")[2]
    return name if name[:1].isascii() and name[:1].isalpha() else "_" + name


def _decoded(data: bytes) -> str:
    """Text of an XML part without byte order mark and XML declaration."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        declared = _ENCODING.match(data)
        try:
            text = data.decode(declared[1].decode("ascii") if declared else "utf-8", "replace")
        except LookupError:
            text = data.decode("utf-8", "replace")
    return _DECLARATION.sub("", text)


def attributes(raw: bytes) -> dict[str, str]:
    """Attributes of a tag by local name."""
    return values(raw.decode("utf-8", "replace"))


def values(text: str) -> dict[str, str]:
    """Attributes of a tag in a text that has been decoded."""
    found = dict(_ATTRIBUTE.findall(text))
    return {name: resolved(value) for name, value in found.items()} if "&" in text else found


def attribute(raw: bytes, name: str) -> str:
    """One attribute of a tag, empty when absent: for tags with many, of which few matter."""
    bare, usual, any_way = _finder(name)
    value, quote, _ = raw.partition(usual)[2].partition(b'"')
    if quote:
        return plain(value)
    found = any_way.search(raw) if bare in raw else None
    return plain(found[1]) if found else ""


@lru_cache(maxsize=64)
def _finder(name: str) -> tuple[bytes, bytes, re.Pattern[bytes]]:
    """The name of an attribute, how it usually begins, and an expression that finds it in any way to write it."""
    return name.encode(), f' {name}="'.encode(), pattern(rf'[\s:]{name}\s*=\s*"([^"]*)"'.encode())


def text_behind(raw: bytes) -> str:
    """Text that stands behind the attributes of an opening tag."""
    found = _BEHIND.match(raw)
    return plain(found[1]) if found else ""


def plain_texts(tokens: Iterable[Token]) -> list[str]:
    """Texts of the plain paragraphs among tokens, in order."""
    found = [token[3] or b"".join(_RUN_TEXT.findall(token[4])) for token in tokens if token[5]]
    # They hold no `<`, and decoding them as one takes a third of the time.
    texts = b"<".join(found).decode("utf-8", "surrogateescape").split("<")
    return [resolved(text) if "&" in text else text for text in texts]


def plain(raw: bytes, errors: str = "replace") -> str:
    """Character data as text: UTF-8 decoded, references resolved."""
    text = raw.decode("utf-8", errors)
    return resolved(text) if "&" in text else text


def resolved(text: str) -> str:
    """Text with its references resolved."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(reference: re.Match[str]) -> str:
    name = reference[1]
    if name[0] != "#":
        return _NAMED[name]
    code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else _REPLACEMENT


def split_inline(content: bytes) -> list[bytes]:
    """Content of a `t` element as text, slash, name, attributes, text, slash, ... in turn."""
    return _TAG.split(content)
