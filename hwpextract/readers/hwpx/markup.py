"""XML of HWPX parts as a flat list of tokens, found in one pass of one regular expression.

Text needs few of the elements of a section; the rest (line segments, geometry, margins) is passed over without becoming
objects. That is sound for regular XML: UTF-8, no comment, CDATA section, processing instruction or document type inside, double
quotes, prefixed names. Anything else goes through lxml first, which writes it out in the regular form. Names are local
names: the namespaces differ by year, the elements do not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from hwpextract.limits import Budget

Token: TypeAlias = tuple[bytes, bytes, bytes, bytes]
"""One of: the content of a `t` element ("text", "", "", ""); an opening tag ("", name, attributes, ""), where attributes
end in `/` when the element is empty, and in `>` and its text when it holds text; a closing tag ("", "", "", name)."""

_CONTENT: Final = rb"[^<]*(?:<(?!/%(prefix)st>)[^<]*)*"
# Grouped by first letter: the engine then rejects the many tags that do not matter after one look.
_OPENING: Final = (
    rb"p|subList|t(?:c|r|bl|ext|extart)|c(?:ellAddr|ellSpan|aption|ase|heckBtn|ompose|omboBox|ontainer|urve|onnectLine|hart)"
    rb"|d(?:rawText|efault|utmal|eleteBegin|eleteEnd)|pic|img|h(?:eader|iddenComment)|f(?:ooter|ootNote|ieldBegin|ieldEnd)"
    rb"|e(?:ndNote|dit|llipse|quation)|s(?:hapeComment|tringParam|cript|ubText|witch)|a(?:utoNum|utoNumFormat|rc)"
    rb"|ma(?:inText|sterPage)|r(?:ect|adioBtn)|btn|li(?:stItem|ne)|polygon|ole|video|unknownObject"
)
_CLOSING: Final = (
    rb"p|subList|t(?:c|bl|extart)|c(?:aption|ase|omboBox|ontainer|urve|onnectLine|hart)|d(?:rawText|efault)|pic|h(?:eader|iddenComment)"
    rb"|f(?:ooter|ootNote|ieldBegin)|e(?:ndNote|llipse|quation)|a(?:utoNum|rc)|rect|line|polygon|ole|video|unknownObject"
)
_TOKEN: Final = (
    rb"<%(prefix)s(?:t(?:\s[^>]*+(?<!/))?>("
    + _CONTENT
    + rb")</%(prefix)st>|("
    + _OPENING
    + rb")(?=[\s/>])([^>]*(?:(?<!/)>[^<]+)?))"
    rb"|</%(prefix)s(" + _CLOSING + rb")\s*>"
)
_ATTRIBUTE: Final = re.compile(rb'(?:[\w.-]+:)?([\w.-]+)\s*=\s*"([^"]*)"')
_REFERENCE: Final = re.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);")
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_PROLOG: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml([^>]*)\?>)?\s*<(?:[^<>\s]+)([^<>]*)")
_INVALID: Final = bytes(set(range(32)) - {9, 10, 13})
_TAG: Final = re.compile(rb"<(/?)(?:[\w.-]+:)?([\w.-]+)([^>]*)>")


def tokens(data: bytes, budget: Budget) -> tuple[list[Token], bool]:
    """Tokens of one XML part, and whether the part had to be repaired to get them.

    Raises:
        ValueError: the bytes are not XML at all.
        LimitExceededError: the part has more elements than max_records allows.
    """
    budget.spend("max_records", data.count(b"<"))
    if _regular(data):
        found = _pattern(rb"[\w.-]++:").findall(data)
        if found:
            return found, False
    tidied, repaired = tidy(data)
    return _pattern(b"").findall(tidied), repaired


@lru_cache(maxsize=2)
def _pattern(prefix: bytes) -> re.Pattern[bytes]:
    return re.compile(_TOKEN % {b"prefix": prefix})


def _regular(data: bytes) -> bool:
    """Tell whether the one-pass scan sees the same as an XML parser would."""
    start = _PROLOG.match(data)
    if start is None:
        return False
    declaration, root = start.groups()
    if declaration and b"encoding" in declaration and b"utf-8" not in declaration.lower():
        return False
    rest = data[start.start(2) :]
    return (
        b" xmlns=" not in root
        # The single bytes are rare and quick to look for, the pairs are not.
        and not (b"!" in rest and b"<!" in rest)
        and not (b"?" in rest and b"<?" in rest)
        and not (b"'" in rest and re.search(rb"=\s*'", rest))
    )


def tidy(data: bytes) -> tuple[bytes, bool]:
    """XML of any kind in the regular form without prefixes, and whether something was wrong with it.

    Entities other than the predefined ones stay as they are written; nothing is loaded from outside.

    Raises:
        ValueError: no element can be recovered from the bytes.
    """
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    clean = _decoded(data).encode("utf-8").translate(None, _INVALID)
    try:
        root = etree.fromstring(clean, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root is None:
        raise ValueError("no element found")
    for element in root.iter(etree.Element):
        element.tag = element.tag.rpartition("}")[2].rpartition(":")[2]
    return etree.tostring(root, encoding="utf-8"), bool(len(parser.error_log))


def _decoded(data: bytes) -> str:
    """Text of an XML part without byte order mark and XML declaration."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        declared = re.match(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)", data)
        try:
            text = data.decode(declared[1].decode("ascii") if declared else "utf-8", "replace")
        except LookupError:
            text = data.decode("utf-8", "replace")
    return re.sub(r"\A\ufeff?\s*<\?xml[^>]*\?>", "", text)


@lru_cache(maxsize=4096)
def attributes(raw: bytes) -> dict[str, str]:
    """Attributes of a tag by local name; the dictionary is shared, so it must not be changed."""
    return {name.decode(): plain(value) for name, value in _ATTRIBUTE.findall(raw)}


def text_of(raw: bytes) -> str:
    """Text that stands behind the attributes of an opening tag."""
    return plain(raw.partition(b">")[2])


def plain(raw: bytes) -> str:
    """Character data as text: UTF-8 decoded, references resolved."""
    text = raw.decode("utf-8", "replace")
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(reference: re.Match[str]) -> str:
    name = reference[1]
    if name[0] != "#":
        return _NAMED[name]
    code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(code) if code < 0x110000 else "\ufffd"


def split_inline(content: bytes) -> list[bytes]:
    """Content of a `t` element as text, slash, name, attributes, text, slash, ... in turn."""
    return _TAG.split(content)
