"""
One run at a time on a round: a lock that the system lets go when its holder dies.

The lock is on the open file record/lock, never its being there. What stands in the
file is for people: who holds it. It may be stale, and then nobody asks it.
"""

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from perfeval.record.places import PRIVATE_FILE, record_folder

LOCK = "lock"
TEXT = 4096  # bytes of it that are read; no holder needs more

# Bytes as they are: Windows takes a file for lines of text otherwise.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
_held: set[int] = set()  # descriptors of the locks of this process


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is at work on a round. since: the time in ISO form."""

    host: str
    process: int
    since: str
    command: str


class LockedError(Exception):
    """Another run is at work. holder: None where it has not yet said who it is."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(str(holder))
        self.holder = holder


@contextmanager
def locked(record: Path, holder: Holder) -> Iterator[None]:
    """
    Hold the lock of a round while the block runs.

    Raises:
        LockedError: another run holds it; this one holds none itself.
        OSError: record/ cannot be written.
    """
    path = record_folder(record) / LOCK
    descriptor = os.open(path, _FLAGS, PRIVATE_FILE)
    try:
        if not _taken(descriptor):
            raise LockedError(_said(descriptor))
        _held.add(descriptor)
        _say(descriptor, json.dumps(asdict(holder), ensure_ascii=False))
        try:
            yield
        finally:
            _say(descriptor, "")
            _let_go(descriptor)
    finally:
        _held.discard(descriptor)
        os.close(descriptor)


def is_held() -> bool:
    """True while this process holds a lock."""
    return bool(_held)


def _said(descriptor: int) -> Holder | None:
    """Who holds the lock, as its holder wrote it; None for anything else."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        return Holder(**json.loads(os.read(descriptor, TEXT)))
    except (OSError, ValueError, TypeError):
        return None


def _say(descriptor: int, text: str) -> None:
    """Write who holds the lock; a full disk must not stop a run here."""
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, text.encode())


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    from perfeval.record.byte_lock import let_go, take

    def _taken(descriptor: int) -> bool:
        return take(descriptor, msvcrt.locking, msvcrt.LK_NBLCK)

    def _let_go(descriptor: int) -> None:
        let_go(descriptor, msvcrt.locking, msvcrt.LK_UNLCK)

else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)

    def _forget() -> None:
        """A worker that outlives its parent must not go on holding the lock."""
        for descriptor in _held:
            os.close(descriptor)
        _held.clear()

    os.register_at_fork(after_in_child=_forget)
