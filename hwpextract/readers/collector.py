"""The collector of cyclic garbage, which rests while a document is built."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_resting = Lock()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Switch the collector off for the time of one bounded task, unless the program has done so itself.

    A document is tens of thousands of objects and not one cycle, and the collector would go through all of them again and again
    while they become more. One thread at a time lets it rest: where many read without end, it has its turn between two of them.
    """
    if not gc.isenabled() or not _resting.acquire(blocking=False):
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        _wake()


def _wake() -> None:
    gc.enable()
    _resting.release()


def _wake_in_child() -> None:
    """In a process forked off meanwhile, the thread that would switch it on again does not exist."""
    if _resting.locked():
        _wake()


if hasattr(os, "register_at_fork"):  # not on Windows, where nothing forks
    os.register_at_fork(after_in_child=_wake_in_child)
