"""Regular expressions compiled when first used: compiling all of them would take longer than reading a press release."""

from __future__ import annotations

import re
from typing import AnyStr, Final, cast

_METHODS: Final = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "pattern")


class _Pattern:
    """Stands for a compiled pattern, and from its first use on has that one's methods, which then cost nothing extra."""

    __slots__ = ("_source", *_METHODS)

    def __init__(self, *source: object) -> None:
        self._source = source

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._source)  # type: ignore[call-overload]
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression like that of `re.compile`; an error in it comes out when it is first used."""
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))
