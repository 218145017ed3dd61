"""E-mail addresses, web addresses and telephone numbers that a line ends inside of, as in the narrow cells of a contact table.

No blank belongs where they are broken, and no paragraph ends there, however much room the line leaves.
"""

from __future__ import annotations

import re

_TAIL = re.compile(r"[A-Za-z0-9@._+/:~-]+\Z")
_HEAD = re.compile(r"[A-Za-z0-9@._+/~?=&%-]+")
_NUMBER = re.compile(r"0\d{1,2}-\d{3,4}-\d{4}(?!\d)")
_MAIL = re.compile(r"[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_NAME = re.compile(r"(?!e?-?mail\Z|tel\Z|fax\Z)[a-z][a-z0-9._-]*")
"""What an e-mail address may begin with; other words are labels, and names of people are capitalised."""
_WEB = re.compile(r"(?:https?://|www\.)")
_DOMAIN_END = re.compile(r"\.(?:kr|com|net|org|edu|gov|int|asia|info|biz|me|io)\Z")
_CUTS = "./?=&_-"
"""Beside these a web address is broken, whatever stood before."""


def runs_on(before: str, after: str) -> bool:
    """Whether an address or number in which one line ends goes on in the next."""
    if not before or before[-1].isspace() or not (before[-1].isascii() and after[:1].isascii()):
        return False
    tail, head = _TAIL.search(before.rsplit(maxsplit=1)[-1]), _HEAD.match(after)
    if tail is None or head is None:
        return False
    left, right = tail[0], head[0]
    is_mail = "@" in left or "@" in right
    return _is_number(left, right) or (_is_mail(before, left, right) if is_mail else _is_web(left, right))


def _is_number(left: str, right: str) -> bool:
    found = _NUMBER.match(left + right)
    return found is not None and found.end() > len(left) and _NUMBER.match(left) is None


def _is_mail(before: str, left: str, right: str) -> bool:
    if not _MAIL.match(left + right) or _DOMAIN_END.search(left):
        return False
    if "@" in left or right[0] == "@":
        return True
    return before.rfind("(") > before.rfind(")") and _NAME.fullmatch(left) is not None


def _is_web(left: str, right: str) -> bool:
    if not _WEB.match(left):
        return False
    host = _WEB.sub("", left)
    return left[-1] in _CUTS or right[0] in _CUTS or ("/" not in host and not _DOMAIN_END.search(host))
