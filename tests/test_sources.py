"""What may be given as a source: paths, bytes and binary files; anything else is named."""

from __future__ import annotations

import io
from typing import Any

import pytest

import hwpextract

FUNCTIONS = [hwpextract.sniff, hwpextract.read, hwpextract.extract, hwpextract.verify]


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize(("source", "kind"), [(None, "NoneType"), (12, "int"), (["a.hwp"], "list")])
def test_what_is_no_source_is_named(function: Any, source: object, kind: str) -> None:
    with pytest.raises(TypeError, match=f"a path, bytes or a binary file, not {kind}"):
        function(source)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_file_open_as_text_is_named(function: Any) -> None:
    with pytest.raises(TypeError, match="open it in binary mode"):
        function(io.StringIO("보도자료"))
