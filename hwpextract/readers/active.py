"""What a program that opens a document might run or fetch: found and named, never run, opened or followed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from hwpextract.account import Warning, warning
from hwpextract.patterns import pattern

_POSTSCRIPT: Final = (".eps", ".ps")
_MOST_SCRIPT: Final = 1 << 16
# What Hangul writes into every document: two variables, and handlers with a reminder in them.
_TEMPLATE: Final = pattern(
    r"var Documents = XHwpDocuments;|var Document = Documents\.Active_XHwpDocument;"
    r"|function \w{1,99}\(\)\s{0,9}\{\s{0,9}//todo :\s{0,9}\}"
)
_CODE: Final = pattern(r"[A-Za-z]{3}")
_SHOWN: Final = 3


def is_script(stored: bytes) -> bool:
    """Whether a script part (UTF-16) holds more than the template that Hangul puts into every document."""
    return is_code(stored[:_MOST_SCRIPT].decode("utf-16-le", "ignore"))


def is_code(text: str) -> bool:
    """Whether the text of a script is more than the template that Hangul puts into every document."""
    return bool(_CODE.search(_TEMPLATE.sub("", text[:_MOST_SCRIPT])))


def postscript(names: Iterable[str]) -> list[Warning]:
    """The warning of pictures that are PostScript programs; none when there are none."""
    found = [name for name in names if name.lower().endswith(_POSTSCRIPT)]
    return [warning("postscript_found", count=len(found), names=shown(found))] if found else []


def scripts(names: list[str]) -> list[Warning]:
    """The warning of scripts; none when there are none."""
    return [warning("script_found", count=len(names), names=shown(names))] if names else []


def links(targets: list[str]) -> list[Warning]:
    """The warning of content that stands in files outside; none when there is none."""
    return [warning("link_external", count=len(targets), names=shown(targets))] if targets else []


def shown(names: list[str]) -> str:
    """The first names, shortened and safe to print."""
    clean = ("".join(char for char in name[:80] if char.isprintable()) for name in names[:_SHOWN])
    return ", ".join(clean) + (", ..." if len(names) > _SHOWN else "")
