"""
What stands around the archives of a round: the digest beside each, and the log.

An archive proves itself; that one is gone can be told only from outside of it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from perfeval.record.audit import AUDIT, check_chain
from perfeval.record.bag import TAG_MANIFEST, beside_of
from perfeval.record.differences import Difference
from perfeval.record.state import revisions
from perfeval.rounds.folder import RoundFolder


def around(folder: RoundFolder) -> list[Difference]:
    """
    Archives that the log tells of and that are gone, digests that are gone, and a log
    that was changed. Paths are from the folder of the round.
    """
    there = [one.path for one in revisions(folder)]
    gone = [_from(folder, beside_of(bag)) for bag in there if not _beside(bag)]
    log = folder.record / AUDIT
    content = log.read_bytes() if log.is_file() else b""
    kept = {_from(folder, bag) for bag in there}
    gone += [path for path in sorted(set(_sealed(content))) if path not in kept]
    found = [Difference(path, "missing") for path in gone]
    if check_chain(content):
        found.append(Difference(_from(folder, log), "changed"))
    return found


def _beside(bag: Path) -> bool:
    return beside_of(bag).is_file()


def _sealed(log: bytes) -> Iterator[str]:
    """The archives that were made, as the log names them."""
    for line in log.splitlines():
        entry = _entry(line)
        if entry.get("command") == "seal":
            for path in entry.get("files", ()):
                yield str(path).removesuffix(f"/{TAG_MANIFEST}")


def _entry(line: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}


def _from(folder: RoundFolder, path: Path) -> str:
    return folder.shown(path)
