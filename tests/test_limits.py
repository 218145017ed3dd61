from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from pydantic import ValidationError

from hwpextract.errors import LimitExceededError
from hwpextract.limits import Budget, Limits, exceeded


def deflate(data: bytes) -> bytes:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return squeezer.compress(data) + squeezer.flush()


def archive(data: bytes) -> zipfile.ZipFile:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as writer:
        writer.writestr("part", data)
    return zipfile.ZipFile(stream)


def code_of(budget_use: object) -> str:
    assert callable(budget_use)
    with pytest.raises(LimitExceededError) as caught:
        budget_use()
    assert caught.value.hint
    return caught.value.code


def test_limits_are_frozen_and_positive() -> None:
    with pytest.raises(ValidationError):
        Limits(max_bytes=0)
    with pytest.raises(ValidationError):
        Limits().max_bytes = 1


def test_inflate_ignores_what_follows_the_stream() -> None:
    assert Budget(Limits()).inflate(deflate(b"text") + b"\0" * 8) == b"text"


def test_inflate_gives_what_is_there_of_a_stream_cut_short() -> None:
    whole = bytes(range(256)) * 40
    part = Budget(Limits()).inflate(deflate(whole)[:-20])
    assert part
    assert whole.startswith(part)


@pytest.mark.parametrize("size", [0, 1, 10_240, 1 << 40])
def test_what_a_stream_is_said_to_hold_changes_nothing(size: int) -> None:
    whole = bytes(range(256)) * 40
    budget = Budget(Limits())
    assert budget.inflate(deflate(whole), size=size) == whole
    assert budget.inflated == len(whole)
    assert whole.startswith(budget.inflate(deflate(whole)[:-20], size=size))


def test_one_stream_may_not_pass_its_limit() -> None:
    budget = Budget(Limits(max_stream=100))
    assert code_of(lambda: budget.inflate(deflate(b"a" * 101))) == "limit_stream"


def test_all_streams_together_may_not_pass_theirs() -> None:
    budget = Budget(Limits(max_inflated=150))
    budget.inflate(deflate(b"a" * 100))
    assert code_of(lambda: budget.inflate(deflate(b"a" * 100))) == "limit_inflated"


def test_limits_are_told_as_they_are_set() -> None:
    assert str(exceeded("max_stream", Limits.untrusted().max_stream)).endswith("max_stream=67108864")
    assert str(exceeded("max_seconds", 2.5)).endswith("max_seconds=2.5")
    assert str(exceeded("max_seconds", 60.0)).endswith("max_seconds=60")


def test_a_bomb_is_told_by_its_ratio() -> None:
    budget = Budget(Limits(max_ratio=100))
    assert code_of(lambda: budget.inflate(deflate(b"\0" * (11 << 20)))) == "limit_ratio"


def test_unzip_reads_a_member() -> None:
    assert Budget(Limits()).unzip(archive(b"text"), "part") == b"text"


def test_unzip_keeps_to_the_limits() -> None:
    budget = Budget(Limits(max_stream=100))
    assert code_of(lambda: budget.unzip(archive(b"a" * 101), "part")) == "limit_stream"


def test_the_limit_named_is_the_one_that_would_be_passed() -> None:
    budget = Budget(Limits(max_inflated=150))
    budget.inflate(deflate(b"a" * 100))
    assert code_of(lambda: budget.unzip(archive(b"a" * 100), "part")) == "limit_inflated"
    assert code_of(lambda: budget.salvage(deflate(b"a" * 100))) == "limit_inflated"
    assert code_of(lambda: Budget(Limits(max_stream=50)).salvage(deflate(b"a" * 100))) == "limit_stream"


def test_counted_things_run_out() -> None:
    budget = Budget(Limits(max_cells=2))
    budget.spend("max_cells", 2)
    assert code_of(lambda: budget.spend("max_cells")) == "limit_cells"


def test_time_runs_out() -> None:
    budget = Budget(Limits(max_seconds=1e-9))
    assert code_of(budget.tick) == "limit_seconds"


def test_the_hint_tells_how_to_raise_a_limit() -> None:
    hint = exceeded("max_pages", 1).hint or ""
    assert "Limits(max_pages=...)" in hint
    assert "--limits pages=..." in hint
