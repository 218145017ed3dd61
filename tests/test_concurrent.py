"""Reading in threads and beside an event loop."""

from __future__ import annotations

import asyncio
import inspect
from concurrent.futures import ThreadPoolExecutor
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


def test_the_event_loop_goes_on() -> None:
    async def reading() -> tuple[list[hwpextract.PressRelease], int]:
        turns = 0

        async def turn() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        turning = asyncio.create_task(turn())
        found = await asyncio.gather(*(hwpextract.aextract(path) for path in RELEASES[:6]))
        turning.cancel()
        return found, turns

    found, turns = asyncio.run(reading())
    assert [one.title for one in found] == [hwpextract.extract(path).title for path in RELEASES[:6]]
    assert turns > 10


def test_errors_come_through() -> None:
    with pytest.raises(hwpextract.UnsupportedFormatError):
        asyncio.run(hwpextract.aextract(b"nothing " * 50, filename="a.hwp"))


def test_the_arguments_are_those_of_extract() -> None:
    assert inspect.signature(hwpextract.aextract) == inspect.signature(hwpextract.extract)
