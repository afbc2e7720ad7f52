"""The bytes of a file, taken without following or waiting for anything."""

import errno
import hashlib
import os
import stat
from pathlib import Path

from perfeval.excel.fault import MB, Fault, beyond, in_mb, unreadable

FILE_SIZE = 10 * MB

# Not every system has them all: where one is missing, lstat and fstat must do.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def take(path: Path) -> tuple[bytes, str]:
    """
    The content of a regular file and its SHA-256, in lower-case hex.

    Raises:
        Fault: unreadable, not a regular file, empty, too large, or changing.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise Fault("PE002")
        content = _read(path)
    except OSError as refused:
        raise _told(refused) from refused
    return content, hashlib.sha256(content).hexdigest()


def _read(path: Path) -> bytes:
    descriptor = os.open(path, _FLAGS)
    try:
        return _content(descriptor)
    finally:
        os.close(descriptor)


def _content(descriptor: int) -> bytes:
    before = os.fstat(descriptor)
    if not stat.S_ISREG(before.st_mode):
        raise Fault("PE002")
    if not before.st_size:
        raise Fault("PE003")
    if before.st_size > FILE_SIZE:
        raise beyond("file", in_mb(FILE_SIZE), in_mb(before.st_size))
    content = _all(descriptor, before.st_size)
    after = os.fstat(descriptor)
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or len(content) != before.st_size:
        raise Fault("PE009")
    return content


def _all(descriptor: int, size: int) -> bytes:
    pieces = []
    left = size + 1  # one more than was announced: a growing file shows itself
    while left and (piece := os.read(descriptor, left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _told(refused: OSError) -> Fault:
    if refused.errno == errno.ELOOP:  # became a link after we looked
        return Fault("PE002")
    if isinstance(refused, FileNotFoundError | NotADirectoryError):
        return unreadable("missing")
    if isinstance(refused, PermissionError):
        return unreadable("forbidden")
    return unreadable("device")
