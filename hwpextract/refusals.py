"""What to say of a kind of file that cannot be read: what it is, and what to do about it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from hwpextract.errors import EncryptedDocumentError, HwpExtractError, UnsupportedFormatError
from hwpextract.sniff import Format, decoded

_PAGES: Final = (
    (r"(?i)오류|에러|error|찾을 수 없|존재하지 않|not found|forbidden|접근|\b[45]\d\d\b", "an error page"),
    (r"(?i)로그인|log-?\s?in|sign-?\s?in|인증", "a login page"),
)
"""What the title of a page that came instead of a file says."""


def refusal(kind: Format, data: bytes = b"") -> HwpExtractError:
    """Build the error for a kind of file without a reader: it names the thing and says what to do.

    Args:
        kind: what `sniff` answered.
        data: the content; a web page is named by its title, plain text by its first line.
    """
    error, code, name, hint = _refusals()[kind]
    if kind is Format.HTML:
        name, hint = _page(decoded(data), name, hint)
    elif kind is Format.TEXT:
        name = f"{name} that begins {_quoted(decoded(data))}"
    return error(f"cannot read {name}", code=code, hint=hint)


@cache
def _refusals() -> dict[Format, tuple[type[HwpExtractError], str, str, str]]:
    """Read the table: kind to error, code, name of the kind, advice."""
    rows = Path(__file__).with_name("data").joinpath("refusals.tsv").read_text("utf-8").splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    errors = {"unsupported": UnsupportedFormatError, "encrypted": EncryptedDocumentError}
    return {Format(kind): (errors[error], code, name, hint) for kind, error, code, name, hint in cells}


def _page(text: str, name: str, hint: str) -> tuple[str, str]:
    """What to call a web page and what to advise, by its title."""
    found = re.search(r"(?i)<title[^<>]{0,100}>([^<]{0,300})", text)
    title = found[1] if found else ""
    for pattern, page in _PAGES:
        if re.search(pattern, title):
            hint = f"The server sent {page} instead of the file: download the attachment again."
            break
    return f"{name} titled {_quoted(title)}" if title.strip() else name, hint


def _quoted(text: str) -> str:
    """The first words in quotes, on one line and safe to print."""
    line = "".join(c for c in " ".join(text.lstrip()[:1000].split()) if c.isprintable())
    return f'"{line[:60]}"'
