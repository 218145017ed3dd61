from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from hwpextract.batch.sources import Found, find


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("crawl/b.hwp", "crawl/a.hwp", "crawl/2025/c.pdf", "crawl/.hidden/d.hwp", "crawl/.e.hwp", "f.hwpx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*sources: str) -> list[str]:
    return [found.source for found in find(sources)]


@pytest.mark.usefixtures("crawl")
def test_a_folder_gives_what_is_below_it_in_order() -> None:
    assert names("crawl") == ["crawl/a.hwp", "crawl/b.hwp", "crawl/2025/c.pdf"]


@pytest.mark.usefixtures("crawl")
def test_patterns() -> None:
    assert names("crawl/*.hwp") == ["crawl/a.hwp", "crawl/b.hwp"]
    assert names("**/*.pdf") == ["crawl/2025/c.pdf"]
    assert names("cr*l") == ["crawl/a.hwp", "crawl/b.hwp", "crawl/2025/c.pdf"]


@pytest.mark.usefixtures("crawl")
def test_a_file_that_is_named_like_a_pattern() -> None:
    Path("[1] 가.hwp").touch()
    assert list(find(["[1] 가.hwp"])) == [Found("[1] 가.hwp", "[1] 가.hwp", named=True)]


@pytest.mark.usefixtures("crawl")
def test_each_file_comes_once() -> None:
    assert names("crawl/b.hwp", "crawl", "crawl/*.hwp") == ["crawl/b.hwp", "crawl/a.hwp", "crawl/2025/c.pdf"]


@pytest.mark.usefixtures("crawl")
def test_what_is_not_there_is_not_left_out() -> None:
    assert names("none.hwp", "none/*.hwp") == ["none.hwp", "none/*.hwp"]


@pytest.mark.usefixtures("crawl")
def test_only_files_that_were_named_are() -> None:
    assert [found.named for found in find(["f.hwpx", "crawl"])] == [True, False, False, False]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such names")
def test_names_that_are_not_utf8(crawl: Path) -> None:
    (crawl / "odd").mkdir()
    Path(os.fsdecode(os.fsencode(crawl / "odd") + b"/\xb0\xa1.hwp")).touch()
    (found,) = find(["odd"])
    assert found.source == "odd/\\xb0\\xa1.hwp"
    assert os.path.exists(found.path)
