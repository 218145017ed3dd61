"""One function of this package in a process of its own: bytes in, bytes out, its memory and time bounded by the system.

For files that are not trusted: what a reader cannot stop in time (a library's own loop, memory taken in native code, a crash) ends
there and not here. The child is a fresh interpreter, so it works from threads and needs no `if __name__ == "__main__"`; what comes
back is data alone, so nothing that a file may have done to the child is executed here.
"""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

from hwpextract.errors import CorruptDocumentError
from hwpextract.limits import exceeded

_STARTING = 10.0
"""Seconds that the child has besides, to start and to hand over the result."""
_OUT_OF_MEMORY = 71
_PROGRAM = "import sys; sys.path[:] = {path!r}; from hwpextract.isolation import _serve; _serve({function!r}, {memory})"


def run_apart(function: str, request: bytes, *, memory: int, seconds: float) -> bytes:
    """Call `function` ('module:name', from bytes to bytes) in a child process, and kill that when it takes too much.

    Args:
        function: where to find it, as the caller knows and never as a file says.
        request: its argument.
        memory: bytes of address space; not bounded where the system cannot (Windows, macOS).
        seconds: wall time, besides what an interpreter takes to start.

    Raises:
        LimitExceededError: `limit_seconds` or `limit_memory`.
        CorruptDocumentError: `reader_died`: the child ended without an answer.
    """
    program = _PROGRAM.format(path=sys.path, function=function, memory=memory)
    try:
        # -P: what lies in the current folder is not imported.
        done = subprocess.run(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-P", "-c", program],
            input=request,
            capture_output=True,
            timeout=seconds + _STARTING,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise exceeded("max_seconds", seconds) from None
    if done.returncode == _OUT_OF_MEMORY or (done.returncode and b"MemoryError" in done.stderr[-2000:]):
        raise exceeded("max_memory", memory)
    if done.returncode:
        error = CorruptDocumentError(
            f"the process that read the file ended with status {done.returncode}",
            code="reader_died",
            hint="Files that do this are rare: please report it, with the file if it may be shared.",
        )
        error.add_note(done.stderr[-2000:].decode("utf-8", "replace"))
        raise error
    return done.stdout


def bound_memory(memory: int) -> None:
    """Bound the address space of this process, never beyond what it is allowed already; does nothing but on Linux."""
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory if hard == resource.RLIM_INFINITY else min(memory, hard), hard))


def _serve(function: str, memory: int) -> None:
    """The child: bounds itself, answers one request, and ends."""
    bound_memory(memory)
    module, _, name = function.partition(":")
    out, sys.stdout = sys.stdout, sys.stderr  # what a library prints is no answer
    try:
        answer: bytes = getattr(import_module(module), name)(sys.stdin.buffer.read())
        out.buffer.write(answer)
        out.buffer.flush()
    except MemoryError:
        sys.exit(_OUT_OF_MEMORY)
