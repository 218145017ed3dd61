"""Guide text of fields that ask to be filled (누름틀): shown on screen until somebody writes over it, never printed."""

from __future__ import annotations

from typing import Final

from hwpextract.patterns import pattern

_DIRECTION: Final = pattern(r"\bDirection:wstring:(\d{1,9}):")


def guide_of(command: str) -> str | None:
    """Guide text in the command of a click-here field (`Clickhere:set:41:Direction:wstring:5:내용 입력HelpState:...`)."""
    found = _DIRECTION.search(command)
    return command[found.end() : found.end() + int(found[1])] if found else None


def is_guide(text: str, guide: str) -> bool:
    """Tell whether the text of an untouched field is its guide, white space aside."""
    words = text.split()
    return bool(words) and "".join(words) == "".join(guide.split())
