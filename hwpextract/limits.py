"""Every budget in one frozen model, and the guarded inflate and unzip that keep to it."""

import time
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from pydantic import BaseModel, ConfigDict, Field, PositiveFloat, PositiveInt

from hwpextract.errors import LimitExceededError

if TYPE_CHECKING:
    import zipfile

_MIB = 1024 * 1024
_PIECE = 64
_HIGHEST_RATIO = 1032
"""Deflate cannot pack more (zlib's technical details)."""
_RATIO_FLOOR = 10 * _MIB
"""Below this size a high compression ratio is normal (a white bitmap reaches 737x) and harmless."""


class Limits(BaseModel):
    """Budgets for reading one file; sizes in bytes, times in seconds.

    The defaults leave every real file of the survey behind docs/formats.md far inside: largest inflated section 15 MB,
    52,770 cells in a table, 212,442 records in a section, record depth 12.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    max_bytes: PositiveInt = 256 * _MIB
    """Size of the file itself."""
    max_inflated: PositiveInt = 512 * _MIB
    """Sum of everything decompressed while reading one file."""
    max_stream: PositiveInt = 128 * _MIB
    """Size of one decompressed stream or archive entry."""
    max_ratio: PositiveInt = 1000
    """Compression ratio of one stream; looked at only above 10 MiB."""
    max_entries: PositiveInt = 5000
    """Streams of a compound file or members of an archive."""
    max_records: PositiveInt = 10_000_000
    """Records, elements or objects of one document."""
    max_depth: PositiveInt = Field(default=40, le=40)
    """Nesting of tables, boxes and lists; at most 40, for deeper JSON can be written but not be read again."""
    max_cells: PositiveInt = 1_000_000
    """Cells of one document."""
    max_pages: PositiveInt = 20_000
    """Pages of one PDF."""
    max_operators: PositiveInt = 6_000_000
    """Content-stream operators of one PDF."""
    max_iterations: PositiveInt = 5_000_000
    """Rounds of the key derivation of one HWPX document with a password; a million take about half a second."""
    max_seconds: PositiveFloat = 60.0
    """Processor time for one file, checked inside the readers' loops: how busy the machine is does not count. What runs in a child
    process (`isolate`, the second readers) is given as much wall time."""
    max_memory: PositiveInt = 1024 * _MIB
    """Address space of the process that reads with `isolate=True`; not looked at without."""

    @classmethod
    def trusted(cls) -> "Limits":
        """Room for the largest files of your own: bounds that only an endless loop or a bomb can reach."""
        return cls(
            max_bytes=2048 * _MIB,
            max_inflated=8192 * _MIB,
            max_stream=2048 * _MIB,
            max_ratio=1_000_000,
            max_entries=65_535,
            max_records=200_000_000,
            max_cells=20_000_000,
            max_pages=200_000,
            max_operators=1_000_000_000,
            max_iterations=50_000_000,
            max_seconds=3600.0,
            max_memory=16_384 * _MIB,
        )

    @classmethod
    def untrusted(cls) -> "Limits":
        """Tight bounds for files from anybody, as a server takes them: several times what a large press release needs."""
        return cls(
            max_bytes=64 * _MIB,
            max_inflated=192 * _MIB,
            max_stream=64 * _MIB,
            max_entries=2000,
            max_records=2_000_000,
            max_cells=200_000,
            max_pages=2000,
            max_operators=5_000_000,
            max_iterations=1_000_000,
            max_seconds=10.0,
            max_memory=512 * _MIB,
        )


DEFAULTS: Final = Limits.model_construct()
"""The default limits, made without the schema that validation would build."""


class Budget:
    """What is left of `Limits` while one file is read.

    One object per read; readers call `inflate`, `unzip`, `spend` and `tick` before they take memory or time.
    """

    __slots__ = ("_deadline", "_inflated", "_spent", "limits")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._inflated = 0
        self._spent: dict[str, int] = {}
        self._deadline = time.thread_time() + limits.max_seconds

    @property
    def inflated(self) -> int:
        """Bytes decompressed so far."""
        return self._inflated

    @property
    def seconds_left(self) -> float:
        """Time that is left for this file; 0 when it is over."""
        return max(0.0, self._deadline - time.thread_time())

    def tick(self) -> None:
        """Raise `LimitExceededError` once the time for this file is over."""
        if time.thread_time() > self._deadline:
            raise exceeded("max_seconds", self.limits.max_seconds)

    def spend(self, name: str, amount: int = 1) -> None:
        """Count `amount` against the field `name` of `Limits`; raises `LimitExceededError` when it is used up."""
        total = self._spent.get(name, 0) + amount
        self._spent[name] = total
        if total > getattr(self.limits, name):
            raise self._exceeded(name)

    def descend(self, depth: int) -> None:
        """Raise `LimitExceededError` when nesting as deep as `depth` passes max_depth."""
        if depth > self.limits.max_depth:
            raise exceeded("max_depth", self.limits.max_depth)

    def inflate(self, data: bytes, *, wbits: int = -15, size: int = 0) -> bytes:
        """Inflate one deflate stream, ignoring what follows its end; `size` is how much it is said to hold.

        Hancom writes eight bytes (CRC-32 and size) behind most streams. A stream cut short gives what is there.

        Raises:
            LimitExceededError: one of max_stream, max_inflated, max_ratio would be passed.
            zlib.error: the bytes are not deflate data.
        """
        room, bound = self._room()
        out = _inflated(data, wbits, size, room)
        if len(out) > room:
            raise self._exceeded(bound)
        self._account(len(out), len(data))
        return out

    def salvage(self, data: bytes, *, wbits: int = -15) -> bytes:
        """Inflate a damaged deflate stream up to the damage, give or take a few bytes.

        Raises:
            LimitExceededError: as for `inflate`.
        """
        with suppress(zlib.error):
            return self.inflate(data, wbits=wbits)
        room, bound = self._room()
        inflater = zlib.decompressobj(wbits)
        out = bytearray()
        with suppress(zlib.error):
            for start in range(0, len(data), _PIECE):
                out += inflater.decompress(data[start : start + _PIECE], room - len(out) + 1)
                if len(out) > room:
                    raise self._exceeded(bound)
        self._account(len(out), len(data))
        return bytes(out)

    def unzip(self, archive: "zipfile.ZipFile", name: str) -> bytes:
        """Read one archive member within the budget.

        Raises:
            LimitExceededError: the declared or real size passes a limit.
            KeyError: there is no such member.
        """
        info = archive.getinfo(name)
        room, bound = self._room()
        if info.file_size > room:
            raise self._exceeded(bound)
        with archive.open(info) as member:
            out = member.read(room + 1)
        if len(out) > room:
            raise self._exceeded(bound)
        self._account(len(out), info.compress_size)
        return out

    def _room(self) -> tuple[int, str]:
        """How large the next stream may be, and the limit that says so."""
        left = self.limits.max_inflated - self._inflated
        return (left, "max_inflated") if left < self.limits.max_stream else (self.limits.max_stream, "max_stream")

    def _exceeded(self, name: str) -> LimitExceededError:
        return exceeded(name, getattr(self.limits, name))

    def _account(self, size: int, compressed: int) -> None:
        self._inflated += size
        if size > _RATIO_FLOOR and size > self.limits.max_ratio * max(compressed, 1):
            raise exceeded("max_ratio", self.limits.max_ratio)


def _inflated(data: bytes, wbits: int, size: int, room: int) -> bytes:
    """Content of a stream, up to one byte more than there is room for."""
    most = _HIGHEST_RATIO * len(data)
    if most < room:
        # It cannot be too much, so it may go into one piece of memory, which takes half the time of a growing one.
        with suppress(zlib.error):
            return zlib.decompress(data, wbits, min(size, most) or zlib.DEF_BUF_SIZE)
    return zlib.decompressobj(wbits).decompress(data, room + 1)


def higher(name: str) -> str:
    """What to do about a file that passes a limit."""
    option = f"--limits {name.removeprefix('max_')}=..."
    return f"If you trust this file, raise the limit: Limits({name}=...), or {option} on the command line."


def exceeded(name: str, allowed: float) -> LimitExceededError:
    """Build the error for a limit that a file would pass."""
    return LimitExceededError(
        f"the file needs more than {name}={allowed:.15g}",
        code="limit_" + name.removeprefix("max_"),
        hint=higher(name),
    )
