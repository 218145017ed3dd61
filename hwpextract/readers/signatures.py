"""Who wrote a memo and when, as the commands of HWP 5 and HWPX fields spell it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

_EPOCH: Final = datetime(1601, 1, 1, tzinfo=UTC)
_WORD: Final = 0xFFFFFFFF


class Signature(NamedTuple):
    """Author of a memo, and its time in UTC (`2024-09-27T02:20:21Z`)."""

    author: str | None
    created: str | None


UNSIGNED: Final = Signature(None, None)


def signature(command: str) -> Signature:
    """Read `MEMO/65535/<number>/<low>/<high>/<author>/...`, where low and high are the halves of a FILETIME.

    HWPX repeats the time as CreateDateTime, but writes local time there under the mark of UTC.
    """
    parts = command.split("/")
    if len(parts) < 6:
        return Signature(None, None)
    low, high = (int(part) if part.isdecimal() and len(part) < 11 else 0 for part in parts[3:5])
    created = filetime((high & _WORD) << 32 | low & _WORD)
    return Signature(parts[5] or None, created.strftime("%Y-%m-%dT%H:%M:%SZ") if created else None)


def filetime(ticks: int) -> datetime | None:
    """Time of a FILETIME (100 ns since 1601, UTC), cut to seconds; 0 means not set."""
    try:
        return _EPOCH + timedelta(seconds=ticks // 10_000_000) if ticks > 0 else None
    except OverflowError:
        return None
