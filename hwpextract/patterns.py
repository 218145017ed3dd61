"""Regular expressions compiled when first used: compiling all of them would take longer than reading a press release."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, AnyStr, Final, cast

_ASKED: Final = ("match", "fullmatch", "search", "sub", "finditer")
_METHODS: Final = (*_ASKED, "findall", "split", "subn", "pattern")


class _Pattern:
    """Stands for a compiled pattern, and from its first use on has that one's methods, which then cost nothing extra."""

    __slots__ = ("_needs", "_source", *_METHODS)

    def __init__(self, source: tuple[object, ...], needs: Sequence[object]) -> None:
        self._source = source
        self._needs = needs

    def __getattr__(self, name: str) -> object:
        if self._needs and name in _ASKED:
            asked = partial(self._ask, name)
            setattr(self, name, asked)
            return asked
        return getattr(self._compiled(), name)

    def _ask(self, method: str, *arguments: Any) -> object:
        """What a method gives for a text; nothing is compiled for one that has none of the words."""
        text = arguments[1 if method == "sub" else 0]
        for word in self._needs:
            if word in text:
                answer: Callable[..., object] = getattr(self._compiled(), method)
                return answer(*arguments)
        if method == "finditer":
            return iter(())
        return text if method == "sub" else None

    def _compiled(self) -> re.Pattern[Any]:
        compiled: re.Pattern[Any] = re.compile(*self._source)  # type: ignore[call-overload]
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return compiled


def spaced(source: str) -> str:
    """An expression without the white space that it is written with for its reader, and that `re.VERBOSE` takes long to skip."""
    return "".join(source.split())


def pattern(source: AnyStr, flags: int = 0, needs: Sequence[AnyStr] = ()) -> re.Pattern[AnyStr]:
    """A regular expression like that of `re.compile`; an error in it comes out when it is first used.

    Where few texts have one of the words in `needs`, and without one nothing can be found, it is compiled for the first that has.
    """
    return cast("re.Pattern[AnyStr]", _Pattern((source, flags), needs))
