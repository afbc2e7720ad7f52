"""Every way in which a second process may be started: each system has its own."""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

# `fork` on Linux, `spawn` on Windows and macOS, `forkserver` from Python 3.14 on.
HOWEVER = pytest.mark.parametrize("how", multiprocessing.get_all_start_methods())


@contextmanager
def started(how: str) -> Iterator[None]:
    """Start second processes in one of these ways."""
    multiprocessing.set_start_method(how, force=True)
    try:
        yield
    finally:
        multiprocessing.set_start_method(None, force=True)
