"""
What was done on a round and when: record/audit.jsonl, one line a command.

Lines are only ever added, and each carries the digest of the one before, so that a
line that was changed, taken out or put in later shows. They hold ids, files and
codes: no names and no scores.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from perfeval.record.places import PRIVATE_FILE, on_disk

AUDIT = "audit.jsonl"
BEFORE = "before"  # key of the digest of the line before
NONE_BEFORE = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One command.

    at: the time in ISO form. ids: of the people it was about. files: digest by
    path, of what it wrote or took in. removed: paths that it took away.
    codes: how often each code was found. facts: numbers and keys, no free text.
    """

    at: str
    command: str
    ids: tuple[str, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    codes: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)


def append(record: Path, entry: Entry) -> None:
    """
    Add a line; the lock must be held. A half line of a dead run is taken away.

    Raises:
        OSError: it cannot be written.
    """
    descriptor = os.open(record / AUDIT, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    with os.fdopen(descriptor, "rb+") as stream:
        lines = stream.read().splitlines(keepends=True)
        if lines and not lines[-1].endswith(b"\n"):
            del lines[-1]
        stream.seek(sum(map(len, lines)))
        stream.truncate()
        stream.write(_line(entry, lines[-1] if lines else None))
        stream.flush()
        os.fsync(stream.fileno())
    on_disk(record)


def check_chain(content: bytes) -> tuple[int, ...]:
    """The numbers of the lines that do not follow on the one before, from 1."""
    before: bytes | None = None
    broken = []
    for number, line in enumerate(content.splitlines(keepends=True), 1):
        if not line.endswith(b"\n") or _carried(line) != _digest(before):
            broken.append(number)
        before = line
    return tuple(broken)


def _line(entry: Entry, before: bytes | None) -> bytes:
    told = {key: value for key, value in asdict(entry).items() if value}
    told[BEFORE] = _digest(before)
    return (json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _digest(line: bytes | None) -> str:
    return NONE_BEFORE if line is None else sha256(line).hexdigest()


def _carried(line: bytes) -> str | None:
    try:
        carried = json.loads(line)[BEFORE]
    except (ValueError, TypeError, KeyError):
        return None
    return carried if isinstance(carried, str) else None
