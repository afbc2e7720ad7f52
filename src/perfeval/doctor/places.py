"""
The folder of a round: whether papers can be published in it.

Everything is tried out in a folder that is gone afterwards, by the very ways that
publishing takes.
"""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from perfeval.datafile import DataFileError
from perfeval.doctor.check import Check, alike
from perfeval.doctor.machine import WINDOWS
from perfeval.findings import Finding, Location, finding
from perfeval.patience import patiently
from perfeval.record.lock import Holder, LockedError, locked
from perfeval.record.places import sweep
from perfeval.rounds.check import unfit_garuda
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.load import load_round

MB = 1 << 20
ROOM = 500 * MB  # papers, receipts and the archive of a round of some hundred people
LONGEST = 218  # letters of a path that Excel opens; Windows keeps 259, enough to seal
PROBE = ".perfeval-"  # a folder that a dead run leaves is known by it
WORKS, FAILS = ("ใช้ได้", "works"), ("ใช้ไม่ได้", "does not work")
# Folders that a program copies elsewhere while we write, by what their names hold.
CLOUDS = {
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "ไดรฟ์ของฉัน": "Google Drive",
    "dropbox": "Dropbox",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
}


def round_checks(folder: RoundFolder, holder: Holder) -> Iterator[Check]:
    """Everything about the folder of a round; nothing of it stays."""
    yield round_file(folder)
    yield from writing(folder, holder)
    yield room(folder)
    yield cloud(folder)
    if sys.platform == WINDOWS:
        yield lengths(folder)


def no_round() -> Check:
    """Outside of a round there is no folder to look at."""
    title, where = ("รอบ", "Round"), ("สั่งในโฟลเดอร์ของรอบ", "run it in a round's folder")
    return Check("round", title, ("ไม่ได้อยู่ในรอบ", "not in a round"), where)


def round_file(folder: RoundFolder) -> Check:
    """Whether round.toml can be used, and the picture that it names."""
    told: list[Finding] = []
    found = ("อ่านได้", "readable")
    try:
        told += unfit_garuda(load_round(folder), folder.path)
    except DataFileError as faults:
        told, found = faults.findings, FAILS
    return Check("round", alike("round.toml"), found, ("อ่านได้", "readable"), told)


def writing(folder: RoundFolder, holder: Holder) -> Iterator[Check]:
    """Whether files can be written, folders renamed and a lock taken."""
    for place in _written(folder):
        for left in place.glob(f"{PROBE}*/"):  # of a run that was killed
            sweep(left)
    wrong = next(filter(None, map(_unwritable, _written(folder))), None)
    place, refused = wrong or (folder.path, None)
    where = Location(folder.shown(place))
    told = [finding("PE675", where, found=_reason(refused))] if refused else []
    title = ("เขียนไฟล์", "Writing")
    yield Check("writing", title, FAILS if told else WORKS, WORKS, told)
    if refused:
        return
    with TemporaryDirectory(
        dir=folder.path, prefix=PROBE, ignore_cleanup_errors=True
    ) as probe:
        yield renaming(Path(probe))
        yield locking(Path(probe), holder)


def _written(folder: RoundFolder) -> list[Path]:
    """The folders that perfeval writes in; out/ is renamed as a whole."""
    return [one for one in (folder.path, folder.record) if one.is_dir()]


def _unwritable(place: Path) -> tuple[Path, OSError] | None:
    try:
        with TemporaryDirectory(dir=place, prefix=PROBE) as probe:
            (Path(probe) / "ทดลอง.txt").write_bytes(b"-")
    except OSError as refused:
        return place, refused
    return None


def renaming(probe: Path) -> Check:
    """Whether a folder with a file in it can be renamed in an empty one."""
    told = []
    try:
        (probe / "out-new").mkdir()
        (probe / "out-new" / "paper.xlsx").write_bytes(b"-")
        patiently(partial((probe / "out-new").rename, probe / "out"))
    except OSError as refused:
        told = [finding("PE676", Location("."), found=_reason(refused))]
    title = ("เปลี่ยนชื่อ", "Renaming")
    return Check("renaming", title, FAILS if told else WORKS, WORKS, told)


def locking(probe: Path, holder: Holder) -> Check:
    """Whether a lock that is taken in a folder keeps a second one out."""
    told = []
    try:
        with locked(probe, holder), locked(probe, holder):
            told = [finding("PE677", Location("."), found="-")]
    except LockedError:
        pass
    except OSError as refused:
        told = [finding("PE677", Location("."), found=_reason(refused))]
    title = ("ล็อกรอบ", "Lock")
    return Check("lock", title, FAILS if told else WORKS, WORKS, told)


def room(folder: RoundFolder, wanted: int = ROOM) -> Check:
    """Whether there is room for the papers, in bytes; doubtful below `wanted`."""
    free = shutil.disk_usage(folder.path).free
    told = []
    if free < wanted:
        told = [finding("PE678", Location("."), found=_in_mb(free))]
    title, least = ("ที่ว่าง", "Free space"), _in_mb(wanted)
    needed = (f"{least} ขึ้นไป", f"{least} or more")
    return Check("free_space", title, alike(_in_mb(free)), needed, told)


def _in_mb(size: int) -> str:
    return f"{size // MB:,} MB"


def lengths(folder: RoundFolder) -> Check:
    """Whether Excel on Windows opens every file of the round by its whole path."""
    own = [folder.forms, folder.inbox, folder.out]
    paths = [folder.shown(one) for place in own for one in _files(place)]
    inside = max([folder.shown(folder.roster), *paths], key=len)
    long = len(os.path.abspath(folder.path / inside))  # noqa: PTH100  links not followed
    told = []
    if long > LONGEST:
        spare = long - LONGEST
        where = Location(inside)
        told = [finding("PE680", where, found=str(long), longest=LONGEST, spare=spare)]
    title = ("ความยาวที่อยู่ไฟล์", "Path length")
    least = (f"ไม่เกิน {LONGEST}", f"at most {LONGEST}")
    return Check("path_length", title, alike(str(long)), least, told)


def _files(place: Path) -> Iterable[Path]:
    return (one for one in place.rglob("*") if one.is_file())


def cloud(folder: RoundFolder) -> Check:
    """Whether a program copies the folder elsewhere while we write in it."""
    name = cloud_of(folder.path.absolute().parts)
    told = [finding("PE679", Location("."), found=name)] if name else []
    title = ("โฟลเดอร์คลาวด์", "Cloud folder")
    found = alike(name) if name else ("ไม่ใช่", "no")
    return Check("cloud_folder", title, found, ("ไม่ใช่", "no"), told)


def cloud_of(parts: tuple[str, ...]) -> str | None:
    """The service whose folder a path leads through; None for an ordinary path."""
    names = [part.casefold() for part in parts]
    found = (CLOUDS[word] for word in CLOUDS if any(word in name for name in names))
    return next(found, None)


def _reason(refused: OSError) -> str:
    return refused.strerror or type(refused).__name__
