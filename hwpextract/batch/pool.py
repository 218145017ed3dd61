"""Worker processes on this machine: each task within its time and memory, whatever it does to the process that runs it."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.context import BaseContext
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from hwpextract.batch.failures import Failure, failure_of, out_of_time, worker_died
from hwpextract.batch.reading import Job, failed, row_of
from hwpextract.batch.rows import Row
from hwpextract.batch.settings import Settings
from hwpextract.isolation import bound_memory

_TASKS_A_WORKER = 500
"""After so many tasks a worker gives way to a fresh one, and whatever it had gathered in memory goes with it."""
_AHEAD = 3
"""Tasks a worker that are handed out at once: enough to keep it busy, few enough to keep memory flat."""
_GRACE = 2.0
"""Seconds a reader gets beyond its time to end by itself before its process is killed."""
_TRIES = 2
"""How often a task is tried whose pool broke: that may have been the fault of another."""

T = TypeVar("T")
R = TypeVar("R")


class Workers:
    """A pool of worker processes; a context manager that ends them.

    Starting one anew is cheap where the system can fork a prepared server process, which never holds the threads of this one.
    """

    def __init__(self, settings: Settings, count: int) -> None:
        self._settings = settings
        self._count = count
        self._pool: ProcessPool | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()

    def rows(self, jobs: Iterable[Job]) -> Iterator[Row]:
        """The rows of the jobs, in the order they are done; jobs are taken as workers get free."""
        for job, result in self.run(partial(row_of, settings=self._settings), jobs):
            yield failed(job, result) if isinstance(result, Failure) else result

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[T, R | Failure]]:
        """What a function makes of each task, or why it could not, in the order they are done."""
        coming = ((task, 1) for task in tasks)
        again: deque[tuple[T, int]] = deque()
        running: dict[Future[R], tuple[T, int]] = {}
        while True:
            while len(running) < self._count * _AHEAD and (tried := again.popleft() if again else next(coming, None)):
                running[self._submit(function, tried[0])] = tried
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                task, time = running.pop(future)
                if time < _TRIES and isinstance(future.exception(), BrokenProcessPool):
                    again.append((task, time + 1))
                else:
                    yield task, self._result(future.result)

    def _submit(self, function: Callable[[T], R], task: T) -> Future[R]:
        if self._pool is None or not self._pool.active:
            self._pool = ProcessPool(
                max_workers=self._count,
                max_tasks=_TASKS_A_WORKER,
                initializer=_prepare,
                initargs=(self._settings.memory,),
                context=_context(),
            )
        return self._pool.schedule(function, args=(task,), timeout=self._settings.timeout + _GRACE)

    def _result(self, get: Callable[[], R]) -> R | Failure:
        try:
            return get()
        except TimeoutError:
            return out_of_time(self._settings)
        except ProcessExpired as error:
            return worker_died(f"status {error.exitcode}")
        except BrokenProcessPool as error:
            return worker_died(str(error))
        except Exception as error:  # one bad file must not end the run, not even by a defect of ours
            return failure_of(error, self._settings)


def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([row_of.__module__])
    return context


def _prepare(memory: int) -> None:
    """Bound the memory of a worker, and keep what native code says when it crashes off the screen: the manifest tells of it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    bound_memory(memory)
