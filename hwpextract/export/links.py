"""Which words of a paragraph are links, and which targets are safe to print as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hwpextract.document import Link
from hwpextract.export.controls import lines_of
from hwpextract.patterns import pattern

_SAFE = pattern(r"(?:https?|ftp)://\S|mailto:\S", re.IGNORECASE)
_RESERVED = pattern(r"[^\w\-.~:/?#@!$&'+,;=%]", re.ASCII)


def pieces(text: str, links: tuple[Link, ...]) -> Iterator[tuple[str, str | None]]:
    """The text cut at its safe links: words and, for a link, the target.

    A link covers the first place of its words behind the link before it; one whose words are not there is left out.
    """
    start = 0
    for link in links:
        words = "\n".join(lines_of(link.text))
        found = text.find(words, start) if words and _SAFE.match(link.target) else -1
        if found < 0:
            continue
        yield text[start:found], None
        yield words, percent_encoded(link.target)
        start = found + len(words)
    yield text[start:], None


def percent_encoded(address: str) -> str:
    """An address without the characters that could end it early: quotes, brackets, blanks, bars, controls."""
    return _RESERVED.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace")), address)


def image_address(name: str | None) -> str:
    """Relative address of a picture by its entry in the file; never one with a scheme or a host."""
    return percent_encoded((name or "").replace("\\", "/").lstrip("/")).replace(":", "%3A")
