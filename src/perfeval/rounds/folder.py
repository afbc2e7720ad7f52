"""Where everything of a round stands, and how a command finds its round."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROUND_FILE = "round.toml"


@dataclass(frozen=True, slots=True)
class RoundFolder:
    """The folder of one round; nothing here is sure to exist but round.toml."""

    path: Path

    @property
    def round_file(self) -> Path:
        """What the officer wrote about the round."""
        return self.path / ROUND_FILE

    @property
    def roster(self) -> Path:
        """Who must be evaluated."""
        return self.path / "roster.xlsx"

    @property
    def attendance(self) -> Path:
        """Leave and lateness of each person, where a regulation asks for them."""
        return self.path / "attendance.xlsx"

    @property
    def forms(self) -> Path:
        """Forms to hand out."""
        return self.path / "forms"

    @property
    def inbox(self) -> Path:
        """Workbooks as they came back."""
        return self.path / "inbox"

    @property
    def out(self) -> Path:
        """Papers for people: one complete set, the old one or the new one."""
        return self.path / "out"

    @property
    def record(self) -> Path:
        """What perfeval remembers; never edited by hand."""
        return self.path / "record"

    def shown(self, path: Path) -> str:
        """A path as messages and JSON show it: from the round folder, with `/`."""
        place, own = (Path(os.path.abspath(one)) for one in (path, self.path))  # noqa: PTH100  links not followed
        inside = place.is_relative_to(own)
        return (place.relative_to(own) if inside else path).as_posix()


def found(candidates: Iterable[Path]) -> RoundFolder | None:
    """The first of some folders that holds a round.toml; None when none does."""
    for folder in candidates:
        if (folder / ROUND_FILE).is_file():
            return RoundFolder(folder)
    return None


def upwards(folder: Path) -> Iterator[Path]:
    """A folder and every folder above it, nearest first."""
    yield folder
    yield from folder.parents
