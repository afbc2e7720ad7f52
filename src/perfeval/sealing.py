"""
Seals a decided round, and holds a sealed one against what was sealed.

An archive is a whole round folder again: its results are worked out from it by the
same way through as from the living one, with the regulations and the forms that it
carries: a later program, whose own are newer, comes to the same.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from perfeval.appraise.accounts import AccountingError
from perfeval.appraise.ledger import canonical, ledger
from perfeval.datafile import DataFileError
from perfeval.forms.load import sources as form_sources
from perfeval.inbox import receive
from perfeval.opening import open_round
from perfeval.record import decisions
from perfeval.record.audit import AUDIT, check_chain
from perfeval.record.bag import DATA, build, settle
from perfeval.record.damage import DamagedError
from perfeval.record.differences import Difference, differences
from perfeval.record.lock import LOCK
from perfeval.record.places import PRIVATE_FOLDER, record_folder
from perfeval.record.seal_digits import digits
from perfeval.record.shelf import paths_in
from perfeval.record.state import SEALED, Revision, revisions
from perfeval.record.switch import JOURNAL
from perfeval.regulations.load import FOLDER as SHIPPED
from perfeval.regulations.load import shipped
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.load import load_round
from perfeval.rounds.opened import Opened

OURS = "perfeval"  # under data/: what came with the program, and not from the office
LAWS, FORMS = f"{OURS}/regulations", f"{OURS}/forms"
RESULTS = f"{DATA}/record/{decisions.RESULTS}"
LOG = f"{DATA}/record/{AUDIT}"
UNFINISHED = ".new"
NOT_KEPT = (LOCK, JOURNAL)  # under record/


class UnsealableError(Exception):
    """What was archived is not what was decided: something changed meanwhile."""

    def __init__(self, found: list[Difference]) -> None:
        super().__init__(", ".join(one.path for one in found))
        self.found = tuple(found)


def seal(opened: Opened, printed: str, *, day: str, agent: str) -> tuple[Revision, str]:
    """
    The archive of a decided round, and the digest of its tag manifest.

    The lock must be held.

    Args:
        printed: the digits that the papers of the round carry.
        day: of the sealing, in ISO form. agent: the program and its version.

    Raises:
        UnsealableError: a file changed while it was archived.
        OSError: it cannot be written.
    """
    folder = opened.folder
    before = revisions(folder)
    number = before[-1].number + 1 if before else 1
    name = f"{opened.round.code}-r{number}"
    sealed = record_folder(record_folder(folder.record) / SEALED)
    place = sealed / UNFINISHED
    cleared(place)
    info = {
        "Source-Organization": " ".join(opened.round.organisation.split()),
        "External-Identifier": name,
        "Bagging-Date": day,
        "Bag-Software-Agent": agent,
        "Perfeval-Seal": printed,
    }
    try:
        build(place, sorted(_payload(opened).items()), info)
        if found := check(place):
            raise UnsealableError(found)
    except BaseException:
        cleared(place)
        raise
    digest = settle(place, sealed / name)
    return Revision(number, sealed / name), digest


def check(bag: Path) -> list[Difference]:
    """Everything in which an archive is not what was sealed."""
    found = differences(bag)
    log = bag / LOG
    if log.is_file() and check_chain(log.read_bytes()):
        found.append(Difference(LOG, "changed"))
    if (bag / RESULTS).is_file() and _again(bag) != (bag / RESULTS).read_bytes():
        found.append(Difference(RESULTS, "recomputed"))
    return sorted(set(found), key=lambda one: (one.path, one.problem))


def seal_of(bag: Path) -> str | None:
    """The digits that belong to the archived results; None where they are lost."""
    folder = RoundFolder(bag / DATA)
    try:
        read = load_round(folder, laws=folder.path / LAWS)
        return digits((bag / RESULTS).read_bytes(), read.round.seal_before)
    except (DataFileError, OSError):
        return None


def cleared(place: Path) -> None:
    """Take away an unfinished archive; its files are read-only."""
    if place.is_dir():
        for path in place.rglob("*"):
            path.chmod(PRIVATE_FOLDER)
        shutil.rmtree(place)


def _again(bag: Path) -> bytes | None:
    """The results, from the archived workbooks, regulations, forms and decisions."""
    folder = RoundFolder(bag / DATA)
    kept = folder.path
    try:
        opened = open_round(folder, laws=kept / LAWS, forms=kept / FORMS)
        taken = decisions.load(folder)
        return canonical(ledger(opened, receive(opened), taken))
    except (
        DataFileError,
        DamagedError,
        AccountingError,
        LookupError,
        ValueError,
        OSError,
    ):
        return None


def _payload(opened: Opened) -> Mapping[str, Path]:
    """Path under data/ -> the file that is archived there."""
    folder = opened.folder
    said = opened.round
    named = [said.garuda_image, *said.regulations.values()]
    named += [said.pay.base_table, said.pay.rates] if said.pay else []
    single = ["round.toml", "roster.xlsx", "attendance.xlsx", *filter(None, named)]
    return {
        **{f"{LAWS}/{group}.toml": path for group, path in _laws(opened)},
        **{f"{FORMS}/{name}": path for name, path in form_sources().items()},
        **dict(_inside(folder, single)),
        **dict(_under(folder, folder.inbox)),
        **dict(_under(folder, folder.out)),
        **dict(_under(folder, folder.record)),
    }


def _laws(opened: Opened) -> Iterator[tuple[str, Path]]:
    for group, name in opened.round.regulations.items():
        own = opened.folder.path / name
        yield group, SHIPPED / f"{name}.toml" if name in shipped() else own


def _inside(folder: RoundFolder, names: list[str]) -> Iterator[tuple[str, Path]]:
    """Single files of the folder; one that is named elsewhere has no place here."""
    for name in names:
        path = PurePosixPath(os.path.normpath(name))
        is_inside = not path.is_absolute() and ".." not in path.parts
        if is_inside and (folder.path / path).is_file():
            yield path.as_posix(), folder.path / path


def _under(folder: RoundFolder, place: Path) -> Iterator[tuple[str, Path]]:
    """Every plain file under a folder; links lead elsewhere and stay out."""
    for name in paths_in(place) if place.is_dir() else ():
        path = place / name
        if path.is_symlink() or not path.is_file():
            continue
        if place != folder.record or not _is_left_out(name):
            yield f"{place.name}/{name}", path


def _is_left_out(name: str) -> bool:
    is_half = PurePosixPath(name).name.startswith(".perfeval-")
    return is_half or name in NOT_KEPT or name.startswith(f"{SEALED}/")
