"""
The one switch from the old set of papers to the new one, safe to kill at any moment.

The new set is complete and on the disk before the journal record/switch.json is
written; from then on the switch is carried through, by this run or the next one:

    out -> .out-old, .out-new -> out, papers.json, journal away, .out-old away

Two plain renames: links and exchanges of folders do not exist on the shares and
synchronised folders where officers work.
"""

import contextlib
import json
import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from perfeval.patience import patiently
from perfeval.record.lock import Holder, LockedError, locked
from perfeval.record.places import as_text, keep, on_disk, sweep
from perfeval.record.shelf import (
    PAPERS,
    Paper,
    as_kept,
    digest,
    papers_text,
)
from perfeval.rounds.folder import RoundFolder

JOURNAL = "switch.json"
NEW, OLD = ".out-new", ".out-old"

Step = Callable[[str], None]


def unwatched(_: str) -> None:
    """The step hook of a run that nobody watches."""


def new_set(folder: RoundFolder) -> Path:
    """Where the next set is built, beside out/ on the same file system."""
    return folder.path / NEW


def switch(
    folder: RoundFolder,
    papers: Mapping[str, Paper],
    *,
    written: Mapping[str, str],
    step: Step = unwatched,
) -> None:
    """
    Put the set that was built in the place of out/.

    Args:
        papers: what papers.json says from then on.
        written: the digest of each new file of the set.

    Raises:
        OSError: a file of out/ is open elsewhere; the old set is untouched.
    """
    journal = folder.record / JOURNAL
    kept = {"papers": as_kept(papers), "written": dict(written)}
    keep(as_text(kept), journal)
    step("journal")
    try:
        _to_old(folder)
        step("old set moved")
        _to_out(folder)
    except OSError:
        _undo(folder)
        raise
    step("new set moved")
    _end(folder, papers, step)


def settle(folder: RoundFolder, step: Step = unwatched) -> str | None:
    """
    Finish or undo the switch of a run that died. The lock must be held.

    Returns:
        `finished`, `undone`, or None where no switch was under way.
    """
    try:
        kept = json.loads((folder.record / JOURNAL).read_bytes())
        papers = {path: Paper(**paper) for path, paper in kept["papers"].items()}
        written = dict(kept["written"])
    except FileNotFoundError:
        _put_back(folder)
        _sweep(folder)
        return None
    except (ValueError, TypeError, KeyError, AttributeError):  # a broken disk
        _undo(folder)
        return "undone"
    if _is_whole(folder.path / NEW, written):
        _to_old(folder)
        step("old set moved")
        _to_out(folder)
        step("new set moved")
    elif not _is_whole(folder.out, written):
        _undo(folder)
        return "undone"
    _end(folder, papers, step)
    return "finished"


def recover(folder: RoundFolder, holder: Holder) -> str | None:
    """
    What `settle` does, for a command that only reads: nothing while a run is alive.

    A reader who may not write here is not stopped either.
    """
    if not is_interrupted(folder):
        return None
    with contextlib.suppress(LockedError, OSError), locked(folder.record, holder):
        return settle(folder)
    return None


def is_interrupted(folder: RoundFolder) -> bool:
    """True where a run is at its switch, or died at it or before it."""
    left = (folder.record / JOURNAL, folder.path / NEW, folder.path / OLD)
    return any(map(os.path.lexists, left))


def _is_whole(place: Path, written: Mapping[str, str]) -> bool:
    return place.is_dir() and all(
        digest(place / path) == sha256 for path, sha256 in written.items()
    )


def _to_old(folder: RoundFolder) -> None:
    old = folder.path / OLD
    if not os.path.lexists(folder.out):
        return
    if os.path.lexists(old):  # somebody made an out/ between the two renames
        old = next(
            place
            for number in range(1, 1000)
            if not os.path.lexists(place := folder.path / f"out-{number}")
        )
    _rename(folder.out, old)


def _to_out(folder: RoundFolder) -> None:
    _rename(folder.path / NEW, folder.out)
    on_disk(folder.path)


def _rename(one: Path, other: Path) -> None:
    patiently(partial(one.rename, other))


def _undo(folder: RoundFolder) -> None:
    """Back to the old set; where even that is refused, the journal stays."""
    with contextlib.suppress(OSError):
        _put_back(folder)
        (folder.record / JOURNAL).unlink(missing_ok=True)
        on_disk(folder.record)
        _sweep(folder)


def _put_back(folder: RoundFolder) -> None:
    old = folder.path / OLD
    if os.path.lexists(old) and not os.path.lexists(folder.out):
        _rename(old, folder.out)
        on_disk(folder.path)


def _end(folder: RoundFolder, papers: Mapping[str, Paper], step: Step) -> None:
    keep(papers_text(papers), folder.record / PAPERS)
    step("papers known")
    (folder.record / JOURNAL).unlink(missing_ok=True)
    on_disk(folder.record)
    step("journal away")
    _sweep(folder)
    step("swept")


def _sweep(folder: RoundFolder) -> None:
    """Take away what dead runs left; what cannot be is tried again next time."""
    for name in (NEW, OLD):
        sweep(folder.path / name)
    for halves in (".perfeval-*", "*/.perfeval-*"):  # of files of a dead run
        for left in folder.record.glob(halves):
            with contextlib.suppress(OSError):
                left.unlink()
