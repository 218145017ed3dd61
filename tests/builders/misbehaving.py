"""What hostile files make the processes that read them do; a module of its own, for worker processes to import."""

from __future__ import annotations

import os
import re
import signal
import time

_hoard: list[bytearray] = []


def misbehave(how: str) -> str:
    """What hostile files make readers do."""
    match how:
        case "sleep":
            time.sleep(600)
        case "spin in C":
            re.match(r"(a+)+b", "a" * 60)
        case "ignore":
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(600)
        case "exit":
            os._exit(7)
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "grow":
            return "x" * (3 << 30)
        case "hoard":
            _hoard.append(bytearray(600 << 20))
        case "take":
            bytearray(600 << 20)
        case "raise":
            raise LookupError("no such thing")
    return how
