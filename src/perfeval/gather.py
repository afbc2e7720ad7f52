"""
The files of a run or of an inbox: what is read, what is passed over and why.

Links are never followed, and the order of the system never matters.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from perfeval.excel.earlier import is_table_of_scores
from perfeval.excel.fault import unreadable
from perfeval.excel.sniff import is_a_workbook
from perfeval.findings import Finding, Location, finding

WORKBOOKS = {".xlsx", ".xlsm", ".xltx", ".xltm", ""}
OTHERS = {".xls", ".xlsb", ".ods", ".numbers", ".et"}  # a form may be saved as these
LOCKS = ("~$", ".~lock.")
Shown = Callable[[Path], str]  # a path as the user knows it, with `/`


class Found(NamedTuple):
    """
    A file of the run.

    shown: the path as the user knows it, with `/`.
    is_named: True where the user named the file itself, and no folder.
    """

    path: Path
    shown: str
    is_named: bool = False


def gather(
    paths: Sequence[Path], *, shown: Shown = Path.as_posix
) -> tuple[list[Found], list[Finding]]:
    """
    The workbooks under some paths, sorted; a note for each file passed over.

    A file named by the user is always read; in a folder, locks and files of other
    kinds are passed over, unless there is a workbook in them after all. A folder
    that cannot be opened is an error.
    """
    files: dict[str, Found] = {}  # by absolute path: each is read once
    notes: dict[str, Finding] = {}
    closed: list[OSError] = []
    for path in paths:
        is_folder = os.path.isdir(path)  # noqa: PTH112  never raises
        for one in _walk(path, closed) if is_folder else (path,):
            place, found = _place(one), Found(one, shown(one), not is_folder)
            passed = _passed_over(found, path) if is_folder else None
            if passed:
                notes.setdefault(place, passed)
            else:
                files.setdefault(place, found)
    for refused in closed:
        notes.setdefault(_place(refused.filename), _closed(refused, shown))
    if paths and not files and not closed:
        notes[""] = finding("PE304", Location(shown(paths[0])))
    told = [note for place, note in notes.items() if place not in files]
    return sorted(files.values(), key=lambda one: one.shown), told


def _place(path: Path | str) -> str:
    return os.path.abspath(path)  # noqa: PTH100  links not followed


def _walk(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """
    Every file under a folder, in a fixed order; links are never followed.

    closed: takes the error of each folder that the system does not open.
    """
    for root, folders, names in os.walk(folder, onerror=closed.append):
        folders.sort()
        linked = [
            name
            for name in folders
            if os.path.islink(Path(root, name))  # noqa: PTH114  never raises
        ]
        for name in sorted([*names, *linked]):
            yield Path(root, name)


def _closed(refused: OSError, shown: Shown) -> Finding:
    """PE001 for a folder that the system does not open."""
    reason = "forbidden" if isinstance(refused, PermissionError) else "device"
    return unreadable(reason).finding(shown(Path(refused.filename)))


def _passed_over(found: Found, folder: Path) -> Finding | None:
    """Why a file of a folder is not read; None when it is."""
    where = Location(found.shown)
    if found.path.name.startswith(LOCKS):
        return finding("PE011", where)
    suffix = found.path.suffix.casefold()
    inside = found.path.relative_to(folder).parts
    if any(part.startswith(".") for part in inside):  # a trash folder is hidden too
        reason = ("ไฟล์ซ่อน", "a hidden file")
    elif suffix == ".csv" and is_table_of_scores(found.path):
        return finding("PE306", where)
    elif suffix not in WORKBOOKS | OTHERS and not is_a_workbook(found.path):
        reason = (f"ชนิด {suffix}", f"{suffix} file")
    else:
        return None
    return finding("PE305", where, reason_th=reason[0], reason_en=reason[1])
