"""What holds for every test."""

from __future__ import annotations

import signal
from collections.abc import Generator

import pytest
from hypothesis import settings

# A machine that is busy is not a failure: how long an example takes is measured by the benchmarks.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """End a test that is to end at once when it has had its processor time; how busy the machine is does not count."""
    mark = item.get_closest_marker("processor_time")
    if mark is None or not hasattr(signal, "setitimer"):  # Windows: the time limit of all tests is left
        yield
        return
    (seconds,) = mark.args

    def end(*_: object) -> None:
        pytest.fail(f"it took more than {seconds} s of processor time")

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
