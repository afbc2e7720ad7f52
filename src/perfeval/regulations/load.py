"""
Regulations by id (shipped, reviewed) or by path (an office's own, checked in full).
"""

import re
import tomllib
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from perfeval.blocks import trusted
from perfeval.regulations.schema import Regulation

FOLDER = Path(__file__).parent
ID = re.compile(r"[a-z][a-z0-9-]*")
ID_LINE = re.compile(r'^id = "[^"]*"$', re.MULTILINE)


class Loaded(NamedTuple):
    """
    A regulation and the very file that it was read from.

    file: the file as it is shown to the user.
    sha256: the digest of its bytes, which travels with every result.
    """

    regulation: Regulation
    file: str
    sha256: str


class UnknownRegulationError(LookupError):
    """No shipped regulation has this id; `near` are the ids that may be meant."""

    def __init__(self, regulation_id: str) -> None:
        self.regulation_id = regulation_id
        from difflib import get_close_matches  # noqa: PLC0415  seldom needed

        near = get_close_matches(regulation_id, shipped(), n=1)
        self.near = tuple(near) or shipped()
        super().__init__(f"{regulation_id}: {' / '.join(self.near)}")


def shipped() -> tuple[str, ...]:
    """The ids of the regulations that come with perfeval."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def load(id_or_path: str | Path, *, shown: str | None = None) -> Loaded:
    """
    A regulation, by the id of a shipped one or by the path of a file.

    Args:
        shown: the path as messages show it; the path itself when None.

    Raises:
        UnknownRegulationError: no shipped regulation has this id.
        DataFileError: the file cannot be used; every fault of it is told.
    """
    path = Path(id_or_path)
    if isinstance(id_or_path, str):
        if id_or_path in shipped():
            return _shipped(id_or_path)
        if ID.fullmatch(id_or_path) and not path.is_file():
            raise UnknownRegulationError(id_or_path)
    from perfeval.regulations.own import read_own  # noqa: PLC0415  seldom needed

    shown = shown or path.as_posix()
    regulation, digest = read_own(path, shown)
    return Loaded(regulation, shown, digest)


def copy(regulation_id: str, destination: Path) -> str:
    """
    The text of a shipped regulation as an office's own file, comments and all.

    Args:
        destination: where the text is going to stand; its stem becomes the id
            where it can be one, else the id gets `-copy`.

    Raises:
        UnknownRegulationError: no shipped regulation has this id.
    """
    if regulation_id not in shipped():
        raise UnknownRegulationError(regulation_id)
    stem = destination.stem
    is_id = ID.fullmatch(stem) is not None and stem not in shipped()
    own_id = stem if is_id else f"{regulation_id}-copy"
    text = (FOLDER / f"{regulation_id}.toml").read_text(encoding="utf-8")
    return ID_LINE.sub(f'id = "{own_id}"', text, count=1)


def _shipped(regulation_id: str) -> Loaded:
    """A reviewed file of our own: the tests have checked it in full."""
    raw = (FOLDER / f"{regulation_id}.toml").read_bytes()
    values = tomllib.loads(raw.decode("utf-8"), parse_float=Decimal)
    regulation = trusted(Regulation, values)
    return Loaded(regulation, f"{regulation_id}.toml", sha256(raw).hexdigest())
