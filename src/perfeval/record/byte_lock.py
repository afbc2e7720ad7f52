"""
A lock as Windows has them: on one byte of an open file, by `msvcrt.locking`.

Nobody else can read a locked byte, so it lies far behind the text of the file; it
need not be there. The function is handed in, since it is on Windows alone.
"""

import contextlib
import os
from collections.abc import Callable

BEHIND = 1 << 30
Locking = Callable[[int, int, int], object]  # descriptor, mode, bytes from here on


def take(descriptor: int, locking: Locking, mode: int) -> bool:
    """
    Take the lock at once; False where another open file has it.

    Raises:
        OSError: the file system has no locks, or failed.
    """
    os.lseek(descriptor, BEHIND, os.SEEK_SET)
    try:
        locking(descriptor, mode, 1)
    except PermissionError:  # EACCES: what it says of a byte that is locked
        return False
    return True


def let_go(descriptor: int, locking: Locking, mode: int) -> None:
    """Give the lock back; closing the file does so at the latest."""
    os.lseek(descriptor, BEHIND, os.SEEK_SET)
    with contextlib.suppress(OSError):
        locking(descriptor, mode, 1)
