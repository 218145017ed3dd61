"""What may be given as a source: paths, bytes and binary files; anything else is named."""

from __future__ import annotations

import gzip
import io
import sys
import tempfile
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from builders.releases import release_file

import hwpextract
from hwpextract import LimitExceededError, Limits
from hwpextract.batch import Settings

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


@pytest.mark.parametrize("isolate", [False, True])
@pytest.mark.parametrize("name", ["contacts", "revisions"])
def test_a_value_that_there_is_not_is_refused_whatever_the_file(name: str, isolate: bool) -> None:
    with pytest.raises(ValueError, match=rf"{name} is one of '\w+', '\w+', '\w+', not 'None'"):
        hwpextract.extract(b"", isolate=isolate, **{name: "None"})  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=f"{name} is one of"):
        Settings(**{name: "None"})  # type: ignore[arg-type]


def test_revisions_that_there_are_not_are_refused_by_read() -> None:
    with pytest.raises(ValueError, match="not 'all'"):
        hwpextract.read(release_file("수도 검침을 새로 한다", "24일 밝혔다."), revisions="all")  # type: ignore[arg-type]


def test_a_file_of_any_class_will_do(tmp_path: Path) -> None:
    """Type checkers see to it that it may be given, too."""
    content = release_file("수도 검침을 새로 한다", "24일 밝혔다.")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("가/나.hwpx", content)
    with zipfile.ZipFile(tmp_path / "a.zip") as archive, archive.open("가/나.hwpx") as member:
        found = hwpextract.extract(member)
    assert (found.title, found.source.filename) == ("수도 검침을 새로 한다", "나.hwpx")
    with gzip.open(tmp_path / "a.gz", "wb") as packed:
        packed.write(content)
    with gzip.open(tmp_path / "a.gz") as unpacked:
        assert hwpextract.read(unpacked) == found.document
    with tempfile.SpooledTemporaryFile() as held:
        held.write(content)
        held.seek(0)
        assert hwpextract.sniff(held) == "hwpx"


@pytest.mark.parametrize("function", FUNCTIONS[1:])
@pytest.mark.parametrize("limits", [None, {"max_seconds": 5}])
def test_limits_of_another_kind_are_named(function: Any, limits: object) -> None:
    with pytest.raises(TypeError, match=f"takes a Limits, not {type(limits).__name__}"):
        function(b"", limits=limits)


@pytest.mark.parametrize("function", [hwpextract.to_text, hwpextract.to_markdown, hwpextract.to_html])
@pytest.mark.parametrize("source", ["release.hwp", b"", None])
def test_exports_take_what_was_read_alone(function: Any, source: object) -> None:
    with pytest.raises(TypeError, match=f"what `extract` or `read` gives, not {type(source).__name__}"):
        function(source)


def recogniser_here(image: hwpextract.PageImage) -> list[hwpextract.Word]:
    return []


@pytest.mark.parametrize("ocr", [partial(hwpextract.tesseract, language="eng"), lambda image: [], True])
def test_a_recogniser_that_a_child_cannot_find_is_refused(ocr: Any) -> None:
    with pytest.raises(ValueError, match="can be imported from its module"):
        hwpextract.read(b"", isolate=True, ocr=ocr)


def test_a_recogniser_of_the_program_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["__main__"], "recogniser_here", recogniser_here, raising=False)
    monkeypatch.setattr(recogniser_here, "__module__", "__main__")
    with pytest.raises(ValueError, match="other than the program itself"):
        hwpextract.read(b"", isolate=True, ocr=recogniser_here)


def test_no_name_is_no_file() -> None:
    with pytest.raises(FileNotFoundError):
        hwpextract.extract("")


class Pipe(io.BytesIO):
    """Gives at most a hundred bytes at a time, as pipes and sockets give what has come."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.asked: list[int] = []

    def read(self, size: int | None = -1, /) -> bytes:
        self.asked.append(size or 0)
        return super().read(min(size or 0, 100))


def test_what_a_pipe_gives_piece_by_piece_is_read_to_its_end() -> None:
    assert (
        hwpextract.read(Pipe(release_file("가나군 딸기 축제"))).text
        == hwpextract.read(release_file("가나군 딸기 축제")).text
    )


def test_no_more_is_asked_of_a_file_than_one_byte_beyond_the_limit() -> None:
    pipe = Pipe(bytes(10_000))
    with pytest.raises(LimitExceededError, match="max_bytes=250"):
        hwpextract.read(pipe, limits=Limits(max_bytes=250))
    assert pipe.asked == [251, 151, 51]


def test_a_read_of_a_large_allowance_reserves_little() -> None:
    pipe = Pipe(release_file("가나군 딸기 축제"))
    hwpextract.read(pipe)
    assert max(pipe.asked) <= 1 << 20
