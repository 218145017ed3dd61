"""Targets of hyperlinks, as the commands of HWP 5 and HWPX fields spell them."""

from __future__ import annotations

import re
from typing import Final

from hwpextract.patterns import pattern

# A backslash takes the next character as it is. The first bare semicolon ends the target; a bare bar before it parts the
# address from the words shown under the pointer (`http\://host/path|words;1;0;0;`).
_TARGET: Final = pattern(r"(?:[^\\;|]|\\.)*", re.DOTALL)
_ESCAPED: Final = pattern(r"\\(.)", re.DOTALL)
_SCHEME: Final = pattern(r"([A-Za-z][A-Za-z0-9+.-]*):")
# What a reader of the text can follow: neither scripts nor paths on the author's disk.
_SCHEMES: Final = frozenset(("http", "https", "mailto", "ftp", "tel"))


def target_of(command: str) -> str | None:
    """Target of a hyperlink command: an address, or `#name` for a place in the document; None when it leads nowhere."""
    found = _TARGET.match(command)
    target = _ESCAPED.sub(r"\1", found[0]).strip() if found else ""
    scheme = _SCHEME.match(target)
    return target if target and (scheme is None or scheme[1].lower() in _SCHEMES) else None
