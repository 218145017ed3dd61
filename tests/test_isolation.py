"""Reading in a child process: the same result, the same errors, and an end to what would not end."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time

import pytest
from builders import hwpx

from hwpextract import api
from hwpextract.errors import (
    CorruptDocumentError,
    EncryptedDocumentError,
    HwpExtractError,
    LimitExceededError,
    UnsupportedFormatError,
)
from hwpextract.isolation import run_apart
from hwpextract.limits import Limits

HERE = __name__
RELEASE = hwpx.package(
    hwpx.section(hwpx.text("보도자료"), hwpx.p(hwpx.run(hwpx.pic("image1"))), hwpx.text("동네 지도를 연다")),
    parts={"BinData/image1.png": b"\x89PNG bytes"},
)


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


# --- Through the front door ----------------------------------------------------------------------------------------------------


def test_documents_and_releases_are_the_same_as_without() -> None:
    assert api.read(RELEASE, isolate=True, filename="가.hwpx") == api.read(RELEASE, filename="가.hwpx")
    apart, here = api.extract(RELEASE, isolate=True, filename="가.hwpx"), api.extract(RELEASE, filename="가.hwpx")
    assert apart == here
    assert apart.model_dump_json() == here.model_dump_json()


def test_pictures_are_read_apart_too() -> None:
    document = api.extract(RELEASE, isolate=True).document
    (picture,) = document.images()
    assert document.image_bytes(picture) == b"\x89PNG bytes"
    with pytest.raises(LookupError):
        document.image_bytes(picture.model_copy(update={"name": "BinData/none.png"}))


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (b"<html><title>404</title></html>", UnsupportedFormatError, "unsupported_html"),
        (
            b"\x9b DRMONE  This Document is encrypted and protected by Fasoo DRM" * 3,
            EncryptedDocumentError,
            "drm_fasoo",
        ),
        (RELEASE[:200], HwpExtractError, None),
    ],
)
def test_errors_come_back_as_themselves(data: bytes, kind: type[HwpExtractError], code: str | None) -> None:
    with pytest.raises(kind) as here:
        api.extract(data, filename="가.hwp")
    with pytest.raises(kind) as apart:
        api.extract(data, filename="가.hwp", isolate=True)
    assert type(apart.value) is type(here.value)
    assert (apart.value.code, apart.value.hint, str(apart.value)) == (here.value.code, here.value.hint, str(here.value))
    assert code in (None, apart.value.code)


def test_limits_hold_in_the_child() -> None:
    with pytest.raises(LimitExceededError) as caught:
        api.read(RELEASE, limits=Limits(max_records=1), isolate=True)
    assert caught.value.code == "limit_records"


def test_threads_may_read_apart() -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(api.read(RELEASE, isolate=True).text)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [api.read(RELEASE).text] * 3


def test_a_caller_deep_in_his_own_calls_gets_a_typed_error() -> None:
    deep = hwpx.text("끝")
    for _ in range(30):
        deep = hwpx.p(hwpx.run(hwpx.tbl(1, 1, hwpx.tc(0, 0, deep))))
    data = hwpx.package(hwpx.section(deep))

    def dive(depth: int) -> str:
        return dive(depth - 1) if depth else api.read(data).text

    api.read(data)
    outcomes = set()
    for depth in range(sys.getrecursionlimit() - 250, sys.getrecursionlimit() - 50, 10):
        try:
            outcomes.add(dive(depth))
        except LimitExceededError as error:
            outcomes.add(error.code)
        except RecursionError:
            outcomes.add("before it began")
    assert outcomes <= {"끝", "limit_depth", "before it began"}
