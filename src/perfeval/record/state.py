"""Whether a round is sealed: its revisions, and which of them were opened again."""

import re
from dataclasses import dataclass
from pathlib import Path

from perfeval.rounds.folder import RoundFolder

SEALED, REOPENED = "sealed", "reopened"
_REVISION = re.compile(r"(?P<code>[0-9]{4}-[0-9])-r(?P<number>[1-9][0-9]{0,3})")
_REOPENED = re.compile(r"r(?P<number>[1-9][0-9]{0,3})\.json")


@dataclass(frozen=True, slots=True)
class Revision:
    """One sealed archive of a round: the first is number 1, a correction the next."""

    number: int
    path: Path


def revisions(folder: RoundFolder) -> tuple[Revision, ...]:
    """Every sealed archive of a round, oldest first."""
    sealed = folder.record / SEALED
    if not sealed.is_dir():
        return ()
    found = [
        Revision(int(name["number"]), path)
        for path in sealed.iterdir()
        if path.is_dir() and (name := _REVISION.fullmatch(path.name))
    ]
    return tuple(sorted(found, key=lambda one: one.number))


def reopened(folder: RoundFolder) -> tuple[Path, ...]:
    """Why seals were lifted, one file each, in the order of their revisions."""
    lifted = folder.record / REOPENED
    if not lifted.is_dir():
        return ()
    found = [
        (int(name["number"]), path)
        for path in lifted.iterdir()
        if (name := _REOPENED.fullmatch(path.name))
    ]
    return tuple(path for _, path in sorted(found))


def is_sealed(folder: RoundFolder) -> bool:
    """True where the last archive of a round has not been opened again."""
    sealed = revisions(folder)
    if not sealed:
        return False
    return reopening_of(folder, sealed[-1].number) not in reopened(folder)


def reopening_of(folder: RoundFolder, number: int) -> Path:
    """Where the reason for lifting the seal of a revision is kept."""
    return folder.record / REOPENED / f"r{number}.json"
