"""A function in a child process: its answer, and an end to what would not end."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from hwpextract.errors import CorruptDocumentError, LimitExceededError
from hwpextract.isolation import run_apart

HERE = __name__

# --- What children are told to do ----------------------------------------------------------------------------------------------


def turn_round(request: bytes) -> bytes:
    print("this is no answer")
    return request[::-1]


def take_memory(request: bytes) -> bytes:
    return bytes(4 << 30)


def never_end(request: bytes) -> bytes:
    while True:
        time.sleep(0.1)


def die(request: bytes) -> bytes:
    os.abort()


def fail(request: bytes) -> bytes:
    raise KeyError("a mistake of ours")


def call(function: str, **bounds: float) -> bytes:
    return run_apart(
        f"{HERE}:{function}", b"abc", memory=int(bounds.get("memory", 1 << 30)), seconds=bounds.get("seconds", 60)
    )


@pytest.fixture(autouse=True)
def children_find_this_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [os.path.dirname(__file__), *sys.path])
    monkeypatch.setattr(f"{HERE}.HERE", os.path.basename(__file__).removesuffix(".py"))


# --- The process ---------------------------------------------------------------------------------------------------------------


def test_the_answer_is_what_the_function_returns() -> None:
    assert call("turn_round") == b"cba"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound address space")
def test_memory_is_bounded() -> None:
    with pytest.raises(LimitExceededError) as caught:
        call("take_memory")
    assert caught.value.code == "limit_memory"


@pytest.mark.skipif(sys.platform != "linux", reason="address space is bounded on Linux alone")
def test_a_bound_above_the_one_there_is_changes_nothing() -> None:
    program = (
        "import resource; from hwpextract.isolation import bound_memory\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)); bound_memory(2 << 30)\n"
        "print(resource.getrlimit(resource.RLIMIT_AS) == (1 << 30, 1 << 30))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_a_child_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hwpextract.isolation._STARTING", 1.0)
    with pytest.raises(LimitExceededError) as caught:
        call("never_end", seconds=0.1)
    assert caught.value.code == "limit_seconds"


@pytest.mark.parametrize("function", ["die", "fail"])
def test_a_child_that_dies_is_a_typed_error(function: str) -> None:
    with pytest.raises(CorruptDocumentError) as caught:
        call(function)
    assert caught.value.code == "reader_died"
