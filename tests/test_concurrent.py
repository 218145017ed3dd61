"""Reading in threads and beside an event loop."""

from __future__ import annotations

import asyncio
import inspect
import threading
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

import hwpextract

FILES = sorted((Path(__file__).parent.parent / "samples").glob("*/release.*"))
RELEASES = [path for path in FILES if path.suffix in (".hwp", ".hwpx", ".pdf")]


def read(path: Path) -> str:
    return hwpextract.extract(path).model_dump_json()


def test_threads_read_what_one_reads() -> None:
    expected = {path: read(path) for path in RELEASES}
    with ThreadPoolExecutor(8) as pool:
        for _ in range(2):
            assert dict(zip(RELEASES, pool.map(read, RELEASES), strict=True)) == expected


class HeldBack(BytesIO):
    """A file that gives nothing before somebody else says so."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.given = threading.Event()

    def read(self, size: int | None = -1, /) -> bytes:
        assert self.given.wait(30), "nobody could run beside the reading"
        return super().read(size)


def test_the_event_loop_goes_on() -> None:
    files = [HeldBack(path.read_bytes()) for path in RELEASES[:6]]

    async def reading() -> list[hwpextract.PressRelease]:
        async def give() -> None:
            for file in files:
                file.given.set()

        giving = asyncio.create_task(give())
        found = await asyncio.gather(*map(hwpextract.aextract, files))
        await giving
        return found

    found = asyncio.run(reading())
    assert [one.title for one in found] == [hwpextract.extract(path).title for path in RELEASES[:6]]


def test_errors_come_through() -> None:
    with pytest.raises(hwpextract.UnsupportedFormatError):
        asyncio.run(hwpextract.aextract(b"nothing " * 50, filename="a.hwp"))


def test_the_arguments_are_those_of_extract() -> None:
    assert inspect.signature(hwpextract.aextract) == inspect.signature(hwpextract.extract)
