"""Worker processes on this machine: each task within its time and memory, whatever it does to the process that runs it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from importlib.util import find_spec
from itertools import islice
from multiprocessing.context import BaseContext
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from hwpextract.batch.failures import Failure, failure_of, out_of_time, worker_died
from hwpextract.batch.reading import Job, failed, row_of
from hwpextract.batch.rows import Row
from hwpextract.batch.settings import Settings
from hwpextract.isolation import bound_memory

if TYPE_CHECKING:
    from pebble import ProcessPool

_TASKS_A_WORKER = 500
"""After so many tasks a worker gives way to a fresh one, and whatever it had gathered in memory goes with it."""
_AHEAD = 3
"""Tasks a worker that are handed out at once: enough to keep it busy, few enough to keep memory flat."""
_GRACE = 2.0
"""Seconds a reader gets beyond its time to end by itself before its process is killed."""
_DOUBTFUL = frozenset({"limit_memory", "worker_died"})
"""What a file may owe to those that the same process read before: a fresh process has the last word."""
_MOST_IN_DOUBT = 32
"""Files that wait for the end to be read again: members of archives are held in memory until then."""

_CANNOT_START = 'worker processes import the program: it has to call `run` below `if __name__ == "__main__":`'

T = TypeVar("T")
R = TypeVar("R")


class Workers:
    """A pool of worker processes; a context manager that ends them.

    Starting one anew is cheap where the system can fork a prepared server process, which never holds the threads of this one.

    Raises:
        ModuleNotFoundError: the extra `batch` is not installed. What only looks into a database works without it.
    """

    def __init__(self, settings: Settings, count: int) -> None:
        if not find_spec("pebble"):
            raise ModuleNotFoundError("this needs pebble: pip install 'hwpextract[batch]'", name="pebble")
        self._settings = settings
        self._many = _Pool(settings, count, _TASKS_A_WORKER)
        self._fresh = _Pool(settings, count, 1)
        self._most = count * _AHEAD

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self._many.stop()
        self._fresh.stop()

    def rows(self, jobs: Iterable[Job]) -> Iterator[Row]:
        """The rows of the jobs, in the order they are done; jobs are taken as workers get free."""
        for job, result in self.run(partial(row_of, settings=self._settings), jobs):
            yield failed(job, result) if isinstance(result, Failure) else result

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[T, R | Failure]]:
        """What a function makes of each task, or why it could not, in the order they are done; those in doubt come last."""
        doubtful: list[T] = []
        for task, result in self._run(self._many, function, tasks):
            if _failure_in(result) not in _DOUBTFUL:
                yield task, result
                continue
            doubtful.append(task)
            if len(doubtful) == _MOST_IN_DOUBT:
                yield from self._run(self._fresh, function, doubtful)
                doubtful.clear()
        yield from self._run(self._fresh, function, doubtful)

    def _run(self, pool: _Pool, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[T, R | Failure]]:
        coming = iter(tasks)
        running: dict[Future[R], T] = {}
        done: SimpleQueue[Future[R]] = SimpleQueue()
        while True:
            for task in islice(coming, self._most - len(running)):
                future = pool.submit(function, task)
                running[future] = task
                future.add_done_callback(done.put)
            if not running:
                return
            future = done.get()
            task, result = running.pop(future), self._result(future)
            yield task, result

    def _result(self, future: Future[R]) -> R | Failure:
        from pebble import ProcessExpired

        try:
            return future.result()
        except TimeoutError:
            return out_of_time(self._settings)
        except ProcessExpired as error:
            return worker_died(f"status {error.exitcode}")
        except BrokenProcessPool as error:
            return worker_died(str(error))
        except Exception as error:  # one bad file must not end the run, not even by a defect of ours
            return failure_of(error, self._settings)


class _Pool:
    """Processes that are started when there is something to do, and again should they all be gone."""

    def __init__(self, settings: Settings, count: int, tasks_a_worker: int) -> None:
        self._settings = settings
        self._count = count
        self._tasks_a_worker = tasks_a_worker
        self._pool: ProcessPool | None = None

    def submit(self, function: Callable[[T], R], task: T) -> Future[R]:
        from pebble import ProcessPool

        if self._pool is None or not self._pool.active:
            context = _context()
            if self._pool is None:
                _start_one(context)
            self._pool = ProcessPool(
                max_workers=self._count,
                max_tasks=self._tasks_a_worker,
                initializer=_prepare,
                initargs=(self._settings.memory,),
                context=context,
            )
        return self._pool.schedule(function, args=(task,), timeout=self._settings.timeout + _GRACE)

    def stop(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()


def _failure_in(result: object) -> str | None:
    """The code of a failure that a task gave, or that its row holds."""
    failure = result.failure if isinstance(result, Row) else result
    return failure.code if isinstance(failure, Failure) else None


def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([row_of.__module__])
    return context


def _start_one(context: BaseContext) -> None:
    """Start a process that does nothing: the pool would try for ever what dies at its start.

    Raises:
        RuntimeError: it has died, most likely because the program that it imports calls `run` again.
    """
    process = context.Process(target=_do_nothing)  # type: ignore[attr-defined]
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"{_CANNOT_START}; the first one ended with status {process.exitcode}")


def _do_nothing() -> None: ...


def refuse_to_begin_anew() -> None:
    """End a worker process that imports a program which starts worker processes as it is imported.

    Raises:
        RuntimeError: this is one.
    """
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        raise RuntimeError(_CANNOT_START)


def _prepare(memory: int) -> None:
    """Bound the memory of a worker, and keep what native code says when it crashes off the screen: the manifest tells of it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    bound_memory(memory)
