"""Form objects: push buttons, check boxes, radio buttons, and what they print."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from hwpextract.patterns import pattern

_SHORTCUT: Final = pattern("&(.?)", re.DOTALL)


class Button(Enum):
    """Kinds of buttons, each with the sign of one that is not chosen and of one that is."""

    PUSH = ("", "")
    CHECK = ("☐", "☑")
    RADIO = ("○", "◉")


def printed_button(button: Button, caption: str, *, chosen: bool) -> str:
    """A button as printed: the sign of its state, if its kind has one, and its caption."""
    sign = button.value[chosen]
    caption = printed_caption(caption)
    return f"{sign} {caption}" if sign and caption.strip() else sign or caption


def printed_caption(caption: str) -> str:
    """Caption as printed: `&&` is one `&`, a single one marks the letter behind it as a shortcut."""
    return _SHORTCUT.sub(r"\1", caption)
