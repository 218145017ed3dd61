"""Text without the characters that must not reach a terminal or a Markdown parser."""

from __future__ import annotations

# Control characters move cursors, ring bells and end strings; those that count as white space become a blank.
_CONTROLS = {
    code: " " if chr(code).isspace() else None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"
}


def printable(text: str) -> str:
    """The text without control characters, its line ends those of Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)


def lines_of(text: str) -> list[str]:
    """The lines of the printable text that are not blank, without blanks around them."""
    return [line for line in map(str.strip, printable(text).split("\n")) if line]
