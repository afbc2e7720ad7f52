"""Reads the files of an inbox, by a second process as well where that pays."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from perfeval.appraise.received import Received
from perfeval.gather import Found

PAYS_FROM = 300  # workbooks; below it, starting a process costs more than it saves
CHUNK = 64  # workbooks handed over at a time
PROCESSES = 2

ReadOne = Callable[[Found], Received]
Tick = Callable[[int], None]  # is told how many more files were read

_given: list[ReadOne] = []  # in a worker: how a file is read


def unheard(_: int) -> None:
    """The tick of a run that shows no progress."""


def read_all(
    files: Sequence[Found],
    read: ReadOne,
    *,
    tick: Tick = unheard,
    processes: int | None = None,
) -> Iterator[Received]:
    """
    Every file, in the order given, however many processes read them.

    Args:
        read: reads one. It can be pickled and changes nothing but files.
        processes: as many as pay when None.
    """
    if processes is None:
        processes = PROCESSES if _pays(len(files)) else 1
    done = 0
    if processes > 1:
        for read_in in _by_workers(files, read, processes):
            yield from read_in
            done += len(read_in)
            tick(len(read_in))
    for found in files[done:]:
        yield read(found)
        tick(1)


def _pays(count: int) -> bool:
    usable = getattr(os, "sched_getaffinity", None)  # not on every system
    processors = len(usable(0)) if usable else os.cpu_count() or 1
    return count >= PAYS_FROM and processors >= PROCESSES


def _by_workers(
    files: Sequence[Found], read: ReadOne, processes: int
) -> Iterator[list[Received]]:
    """What workers read, a chunk at a time; ends early where one was ended."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  seldom needed
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    chunks = [files[n : n + CHUNK] for n in range(0, len(files), CHUNK)]
    given = (read, os.getpid())
    with (
        suppress(BrokenProcessPool),
        ProcessPoolExecutor(processes, initializer=_begin, initargs=given) as pool,
    ):
        yield from pool.map(_chunk, chunks)


def _begin(read: ReadOne, parent: int) -> None:
    """A worker leaves Ctrl-C to its parent, and ends when that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _given[:] = [read]

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


def _chunk(files: Sequence[Found]) -> list[Received]:
    (read,) = _given
    return [read(found) for found in files]
