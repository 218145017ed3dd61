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

CHANGED = Failure("changed", "the file changed while it was read", "Run the same command again.")


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: its name in the manifest, its size in bytes, and the path or, out of an archive, the bytes."""

    source: str
    size: int
    path: str | None = None
    data: bytes | None = None


def row_of(job: Job, settings: Settings) -> Row:
    """Read the file of a job; never raises for what is in it."""
    digest = None
    try:
        limits = Limits(max_seconds=settings.timeout)
        data, digest = _content(job, limits)
        if len(data) != min(job.size, limits.max_bytes + 1):
            return failed(job, CHANGED, digest)
        release = extract(
            data,
            password=settings.password,
            limits=limits,
            filename=name_of(job.source),
            strict=settings.strict,
            revisions=settings.revisions,
            contacts=settings.contacts,
        )
        return Row(job.source, digest, job.size, flat(release, settings), None)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # one bad file must not end the run; native code that panics raises no Exception
        return failed(job, failure_of(error, settings), digest)


def failed(job: Job, failure: Failure, sha256: str | None = None) -> Row:
    """The row of a file that could not be read."""
    return Row(job.source, sha256, job.size, None, failure)


def sha256_of(job: Job) -> str:
    """The hash of the content of a job.

    Raises:
        OSError: the file cannot be read.
    """
    if job.data is not None:
        return hashlib.sha256(job.data).hexdigest()
    with open(job.path or job.source, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def name_of(source: str) -> str:
    """The file name in a source."""
    return os.path.basename(source.rpartition("!/")[2])


def _content(job: Job, limits: Limits) -> tuple[bytes, str]:
    """The bytes of a file, or the beginning of one that is too large, for `extract` to refuse; and the hash of all of it."""
    if job.data is not None:
        return job.data, sha256_of(job)
    with open(job.path or job.source, "rb") as file:
        data = file.read(limits.max_bytes + 1)
        if len(data) <= limits.max_bytes:
            return data, hashlib.sha256(data).hexdigest()
        file.seek(0)
        return data, hashlib.file_digest(file, "sha256").hexdigest()
