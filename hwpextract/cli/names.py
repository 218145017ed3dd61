"""File names and messages as one line of text."""

from __future__ import annotations

import os


def base_name(file: str) -> str | None:
    """The name to report for a file; standard input has none."""
    return None if file == "-" else name_of(os.path.basename(file))


def name_of(file: str) -> str:
    """A file name as text: UTF-8 whatever the locale, U+FFFD for bytes that are not."""
    return os.fsencode(file).decode("utf-8", "replace")


def on_one_line(text: str) -> str:
    """The text without line ends and characters that steer a terminal."""
    from hwpextract.export.controls import printable

    return printable(text).replace("\n", " ")
