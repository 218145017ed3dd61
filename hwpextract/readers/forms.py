"""Form objects: push buttons, check boxes, radio buttons."""

from __future__ import annotations

import re
from typing import Final

from hwpextract.patterns import pattern

_SHORTCUT: Final = pattern("&(.?)", re.DOTALL)


def printed_caption(caption: str) -> str:
    """Caption as printed: `&&` is one `&`, a single one marks the letter behind it as a shortcut."""
    return _SHORTCUT.sub(r"\1", caption)
