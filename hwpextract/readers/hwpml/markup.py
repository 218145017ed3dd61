"""The XML of an HWPML file: its encoding, the pictures in it, and its elements as events.

Nothing but the root element is given to the parser: no document type, so there are no entities that could grow or lead outside.
Pictures are cut out before, because they are most of a file and nobody may ask for them.
"""

from __future__ import annotations

import binascii
import codecs
import re
import zlib
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, cast

from hwpextract.errors import CorruptDocumentError
from hwpextract.patterns import pattern
from hwpextract.readers.pictures import media_type

if TYPE_CHECKING:
    from hwpextract.limits import Budget

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED: Final = pattern(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
# Encodings that are the lower part of another, whose characters turn up in files all the same.
_WIDER: Final = {"euc_kr": "cp949", "ascii": "utf-8", "iso8859-1": "cp1252"}
_SAMPLE: Final = 1 << 16
_NEAR: Final = 200
"""An encoding with fewer errors than one in so many bytes is right, and the bytes are damaged."""
_REPLACEMENT: Final = "\ufffd"

_ROOT: Final = pattern(r"<(?:[\w.-]+:)?HWPML(?=[\s/>])", re.IGNORECASE)
_INVALID: Final = pattern("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A marked section without an end takes all that is left: were it tried at each beginning, many of them would cost too much.
_REFERENCE: Final = pattern(
    r"<!\[CDATA\[(?:.*?\]\]>|.*)|&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)", re.DOTALL
)
_PICTURE: Final = pattern(r"<BINDATA\b([^<>]*)>([^<]*)</BINDATA\s*>")
_ATTRIBUTE: Final = pattern(r"([\w.:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_HEAD: Final = 1024


class Target(Protocol):
    """What wants to hear of the elements."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""

    def end(self, tag: str) -> None:
        """End an element."""

    def data(self, text: str) -> None:
        """Take character data; it may come in pieces."""

    def close(self) -> None:
        """Take note of the end of the file."""


class Picture(NamedTuple):
    """A BINDATA element: base64 of a picture or object, deflated or not.

    By the specification it is deflated unless it says otherwise, but Hangul writes bare pictures and says nothing.
    """

    content: str
    compressed: bool

    def head(self) -> bytes:
        """First bytes of the picture."""
        raw = _unbase64(self.content[:_HEAD])
        if not self.compressed or media_type(raw):
            return raw
        try:
            return zlib.decompressobj(-15).decompress(raw, _HEAD)
        except zlib.error:
            return raw

    def read(self, budget: Budget) -> bytes:
        """Bytes of the picture.

        Raises:
            LimitExceededError: it is larger than a budget allows.
        """
        raw = _unbase64(self.content)
        if not self.compressed or media_type(raw):
            return raw
        try:
            return budget.inflate(raw)
        except zlib.error:
            return raw


class Markup(NamedTuple):
    """The text of a file from its root element on, its pictures by id, and whether bytes or characters of it were invalid."""

    text: str
    pictures: dict[str, Picture]
    damaged: bool


def markup(data: bytes) -> Markup:
    """Decode a file and cut the pictures out of it.

    Raises:
        CorruptDocumentError: there is no HWPML element in it.
    """
    decoded, errors = _decoded(data)
    root = _ROOT.search(decoded)
    if root is None:
        raise CorruptDocumentError("the file has no HWPML element", hint="Download the file again.")
    text, invalid = _INVALID.subn("", decoded[root.start() :])
    pictures: dict[str, Picture] = {}
    cut = _PICTURE.sub(lambda found: _keep(found, pictures), text)
    return Markup(cut, pictures, bool(errors or invalid))


def parse(text: str, target: Target, budget: Budget) -> bool:
    """Tell `target` of every element; returns whether the XML was well-formed.

    Raises:
        LimitExceededError: there are more elements than max_records allows.
    """
    from lxml import etree

    budget.spend("max_records", text.count("<"))
    escaped, repairs = _REFERENCE.subn(lambda found: "&amp;" if found[0] == "&" else found[0], text)
    well_formed = not repairs or escaped == text
    parser = etree.XMLParser(
        target=cast(Any, target),
        recover=True,
        # Without a document type there are but the five predefined entities; left unresolved, `&amp;` in attributes comes as `&#38;`.
        resolve_entities=True,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    etree.fromstring(escaped.encode(), parser)
    return well_formed and not len(parser.error_log)


def _decoded(data: bytes) -> tuple[str, int]:
    """Text of a file, and how many places of it could not be decoded.

    A byte order mark decides; else the encoding that fits, tried in the order of what is declared, UTF-8, and the Korean one; else the
    one with the fewest errors. What chardet thinks counts only where nothing is declared and none of these comes near: encodings of
    single bytes never fail.
    """
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if marked:
        return _attempt(data, marked)
    found = _DECLARED.match(data)
    declared = _name(found[1].decode("ascii")) if found else None
    attempts: list[tuple[str, int]] = []
    for encoding in dict.fromkeys(filter(None, (declared, "utf-8", "cp949"))):
        attempts.append(_attempt(data, encoding))
        if not attempts[-1][1]:
            return attempts[-1]
    best = min(attempts, key=lambda attempt: attempt[1])
    if declared or best[1] * _NEAR < len(data):
        return best
    import chardet

    guess = _name(chardet.detect(data[:_SAMPLE])["encoding"] or "")
    return _attempt(data, guess) if guess else best


def _attempt(data: bytes, encoding: str) -> tuple[str, int]:
    text = data.decode(encoding, "replace")
    return text, text.count(_REPLACEMENT)


def _name(encoding: str) -> str | None:
    """Name of the encoding to decode by; None when there is no such text encoding."""
    try:
        known = codecs.lookup(encoding).name
        "".encode(known)
    except LookupError:
        return None
    return _WIDER.get(known, known)


def _keep(found: re.Match[str], pictures: dict[str, Picture]) -> str:
    attributes = {name: double or single for name, double, single in _ATTRIBUTE.findall(found[1])}
    compressed = attributes.get("Compress", "").lower() != "false"
    pictures.setdefault(attributes.get("Id", ""), Picture(found[2], compressed))
    return ""


def _unbase64(content: str) -> bytes:
    """Bytes of base64 text; what follows a mistake in it is lost."""
    solid = "".join(content.split())
    try:
        return binascii.a2b_base64(solid[: len(solid) // 4 * 4])
    except (binascii.Error, ValueError):
        return b""
