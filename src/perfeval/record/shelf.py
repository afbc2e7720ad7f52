"""What stands in out/, and what perfeval knows about it: digest and basis."""

import json
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from perfeval.record.places import as_text
from perfeval.rounds.folder import RoundFolder

PAPERS = "papers.json"


@dataclass(frozen=True, slots=True)
class Paper:
    """
    A file of out/ as perfeval published it.

    basis: the digest of the results that it rests on; None for a paper that
        rests on none, such as the calendar.
    """

    sha256: str
    basis: str | None


def known(folder: RoundFolder) -> dict[str, Paper]:
    """What was published, by its path under out/; empty where nothing is known."""
    try:
        kept = json.loads((folder.record / PAPERS).read_bytes())
        return {path: Paper(**paper) for path, paper in kept.items()}
    except (FileNotFoundError, ValueError, TypeError, AttributeError):
        return {}  # never trusted: what is not known is kept and set aside


def as_kept(papers: Mapping[str, Paper]) -> dict[str, object]:
    """Papers as papers.json and the journal hold them."""
    return {path: asdict(papers[path]) for path in sorted(papers)}


def papers_text(papers: Mapping[str, Paper]) -> bytes:
    """The content of papers.json."""
    return as_text(as_kept(papers))


def paths_in(folder: Path) -> Iterator[str]:
    """Every file and link under a folder, as `notices/1.xlsx`, in a fixed order."""
    for root, folders, names in os.walk(folder):
        folders.sort()
        linked = [name for name in folders if Path(root, name).is_symlink()]
        for name in sorted([*names, *linked]):
            yield Path(root, name).relative_to(folder).as_posix()


def digest(path: Path) -> str | None:
    """SHA-256 of a regular file, in lower-case hex; None for anything else."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
    except (FileNotFoundError, NotADirectoryError):
        return None
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def is_inside(path: str) -> bool:
    """True for a plain path under out/, which cannot lead out of it."""
    parts = PurePosixPath(path).parts
    return bool(parts) and path == "/".join(parts) and not {"..", "/"} & {*parts}
