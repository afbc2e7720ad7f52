"""Second processes: whether one pays, and how it begins and ends."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

PAYS_FROM = 300  # people or workbooks; below it, a start costs more than it saves
PROCESSES = 2


def pays(count: int) -> bool:
    """True where so many people or workbooks are worth a process more."""
    usable = getattr(os, "sched_getaffinity", None)  # not on every system
    processors = len(usable(0)) if usable else os.cpu_count() or 1
    return count >= PAYS_FROM and processors >= PROCESSES


class NoWorkerError(Exception):
    """A worker was ended, or the system has none to give."""


@contextmanager
def workers(
    count: int, given_to: Callable[..., None], *given: object
) -> Iterator["Executor"]:
    """
    So many processes to hand work to; they end with it, at once where it fails here.

    Args:
        given_to: is called with `given` in each process before its work. Both can
            be pickled, since most systems start a process with nothing else.

    Raises:
        NoWorkerError: what is not done by then can still be done alone.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  seldom needed
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    begin = partial(_begin, given_to, *given)
    try:
        with ProcessPoolExecutor(count, initializer=begin) as pool:
            try:
                yield pool
            except BaseException:
                # After Ctrl-C a pool would wait until all that was begun is done,
                # and after a second one for ever.
                _end()
                raise
    except (BrokenProcessPool, OSError, NotImplementedError) as wrong:
        raise NoWorkerError from wrong


def _end() -> None:
    from multiprocessing import active_children  # noqa: PLC0415  seldom needed

    for process in active_children():
        process.kill()


def _begin(given_to: Callable[..., None], *given: object) -> None:
    """A worker leaves Ctrl-C to its parent, and ends when that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    given_to(*given)


def _end_with_parent() -> None:
    # For the system, the parent may be a server that starts processes for others.
    from multiprocessing import parent_process  # noqa: PLC0415  seldom needed

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
