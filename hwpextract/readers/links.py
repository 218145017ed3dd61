"""Targets of hyperlinks, as the commands of HWP 5 and HWPX fields spell them."""

from __future__ import annotations

import re
from typing import Final

# A backslash takes the next character as it is; the first bare semicolon ends the target (`http\://host/path;1;0;0;`).
_TARGET: Final = re.compile(r"(?:[^\\;]|\\.)*", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([:;\\?])")


def target_of(command: str) -> str | None:
    """Target of a hyperlink command: an address, or `#name` for a place in the document; None when it is empty."""
    found = _TARGET.match(command)
    return _ESCAPED.sub(r"\1", found[0]).strip() or None if found else None
