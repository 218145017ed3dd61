"""One file of many: read it, whatever it is, and give its row."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass

from hwpextract.api import extract
from hwpextract.batch.failures import Failure, failure_of
from hwpextract.batch.rows import Row, flat
from hwpextract.batch.settings import Settings
from hwpextract.limits import Limits


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: its name in the manifest, the hash of its content, and the path or, out of an archive, the bytes."""

    source: str
    sha256: str
    size: int
    path: str | None = None
    data: bytes | None = None


def row_of(job: Job, settings: Settings) -> Row:
    """Read the file of a job; never raises for what is in it."""
    try:
        limits = Limits(max_seconds=settings.timeout)
        data = job.data if job.data is not None else _content(job.path or job.source, limits)
        if len(data) <= limits.max_bytes and hashlib.sha256(data).hexdigest() != job.sha256:
            return failed(job, Failure("changed", "the file changed while it was read", "Run the same command again."))
        release = extract(
            data,
            password=settings.password,
            limits=limits,
            filename=name_of(job.source),
            strict=settings.strict,
            revisions=settings.revisions,
            contacts=settings.contacts,
        )
        return Row(job.source, job.sha256, job.size, flat(release, settings), None)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # one bad file must not end the run; native code that panics raises no Exception
        return failed(job, failure_of(error, settings))


def failed(job: Job, failure: Failure) -> Row:
    """The row of a file that could not be read."""
    return Row(job.source, job.sha256, job.size, None, failure)


def name_of(source: str) -> str:
    """The file name in a source."""
    return os.path.basename(source.rpartition("!/")[2])


def _content(path: str, limits: Limits) -> bytes:
    """The bytes of a file, or the beginning of one that is too large, for `extract` to refuse."""
    with open(path, "rb") as file:
        return file.read(limits.max_bytes + 1)
