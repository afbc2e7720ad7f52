"""
Publish papers: out/ is one complete set at any moment, the old one or the new one.

Papers rest on results. A paper of other results than the ones that are published
now is removed in the same switch, so that no two papers of out/ contradict.
"""

import contextlib
import errno
import os
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from perfeval.record.places import keep, on_disk, record_folder, sweep
from perfeval.record.shelf import (
    PAPERS,
    Paper,
    digest,
    is_inside,
    known,
    papers_text,
    paths_in,
)
from perfeval.record.switch import (
    NEW,
    OLD,
    Step,
    new_set,
    settle,
    switch,
    unwatched,
)
from perfeval.rounds.folder import RoundFolder

SET_ASIDE = "set-aside"
TO_SPARE = 1 << 20  # bytes of the disk beyond the papers: names, journal, lists


@dataclass(frozen=True, slots=True)
class Published:
    """
    What became of a set; paths under out/.

    papers: the digest of every paper that was to be published.
    written: those of them that were not there already.
    removed: papers that rest on other results.
    withdrawn: papers that the command itself took away.
    set_aside: what somebody had changed by hand in a paper that went, and where
        it is kept now, a path from the round folder.
    """

    papers: Mapping[str, str]
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    set_aside: Mapping[str, str] = field(default_factory=dict)


def publish(
    folder: RoundFolder,
    papers: Mapping[str, bytes],
    *,
    basis: str | None,
    withdrawn: Collection[str] = (),
    step: Step = unwatched,
) -> Published:
    """
    Put papers into out/, all of them or none. The lock must be held.

    Where every paper stands there already, nothing is touched.

    Args:
        papers: the content of each, by its path under out/.
        basis: the digest of the results that they rest on; None for none.
        withdrawn: paths under out/ that must go in the same switch.
        step: called after each step with its name; the tests kill a run there.

    Raises:
        OSError: no room, no right, or a file of out/ is open elsewhere; the old
            set is untouched.
    """
    _check_names(papers)
    record_folder(folder.record)
    settle(folder, step)
    there = _there(folder.out)
    digests = {path: sha256(content).hexdigest() for path, content in papers.items()}
    known_papers = known(folder)
    others = [path for path in there if path not in papers]
    removed = [p for p in others if _contradicts(known_papers.get(p), basis)]
    taken = [p for p in others if p in withdrawn and p not in removed]
    gone = {*removed, *taken}
    new = {path: papers[path] for path in papers if there.get(path) != digests[path]}
    told = {p: k for p, k in known_papers.items() if p in there and p not in gone}
    told |= {path: Paper(digests[path], basis) for path in papers}
    if not new and not gone:
        keep(papers_text(told), folder.record / PAPERS)
        return Published(digests)
    aside = _set_aside(folder, known_papers, {p: there.get(p) for p in [*new, *gone]})
    kept = [path for path in there if path not in new and path not in gone]
    _build(folder, new, kept, step=step)
    written = {path: digests[path] for path in new}
    switch(folder, told, written=written, step=step)
    return Published(
        papers=digests,
        written=tuple(sorted(new)),
        removed=tuple(sorted(removed)),
        withdrawn=tuple(sorted(taken)),
        set_aside=aside,
    )


def _check_names(papers: Mapping[str, bytes]) -> None:
    for path in papers:
        if not is_inside(path):
            raise ValueError(f"not a path under out/: {path}")


def _there(out: Path) -> dict[str, str | None]:
    """What stands in out/: the digest of each file, None for links and the like."""
    if out.is_symlink():
        # A switch would put a folder in the place of the link.
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(out))
    if not out.is_dir():
        return {}
    return {path: digest(out / path) for path in paths_in(out)}


def _contradicts(paper: Paper | None, basis: str | None) -> bool:
    return bool(paper and basis and paper.basis and paper.basis != basis)


def _set_aside(
    folder: RoundFolder,
    known_papers: Mapping[str, Paper],
    going: Mapping[str, str | None],
) -> dict[str, str]:
    """Keep what people typed into papers that go: nobody's work is lost."""
    kept = {}
    for path, present in sorted(going.items()):
        paper = known_papers.get(path)
        if present is None or (paper and paper.sha256 == present):
            continue
        place = record_folder(folder.record / SET_ASIDE)
        place /= f"{present[:12]}-{PurePosixPath(path).name}"
        keep((folder.out / path).read_bytes(), place)
        kept[path] = folder.shown(place)
    return kept


def _build(
    folder: RoundFolder,
    new: Mapping[str, bytes],
    kept: Collection[str],
    *,
    step: Step,
) -> None:
    """The whole next set beside out/, on the disk and read again."""
    place = new_set(folder)
    for name in (NEW, OLD):  # what could not be swept says why
        sweep(folder.path / name)
        if os.path.lexists(folder.path / name):
            shutil.rmtree(folder.path / name)
    _room(folder.path, sum(map(len, new.values())))
    try:
        place.mkdir()
        step("folder made")
        for path in kept:
            _same(folder.out / path, _made(place / path))
            step(f"kept {path}")
        for path, content in new.items():
            _write(content, _made(place / path))
            step(f"written {path}")
        for path, content in new.items():
            if (place / path).read_bytes() != content:
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(place / path))
        step("read again")
        _as_before(folder.out, place)
        for inside in [place, *place.rglob("*")]:
            if inside.is_dir() and not inside.is_symlink():
                on_disk(inside)
        step("on disk")
    except BaseException:
        sweep(place)
        raise


def _room(place: Path, size: int) -> None:
    if shutil.disk_usage(place).free < size + TO_SPARE:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(place))


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _same(old: Path, new: Path) -> None:
    """The very file under another name, or a copy where there are no links."""
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        if old.is_symlink():
            new.symlink_to(old.readlink())
            return
        if not old.is_file():
            raise
        with old.open("rb") as source, new.open("xb") as stream:
            shutil.copyfileobj(source, stream)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copystat(old, new)


def _write(content: bytes, path: Path) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _as_before(out: Path, new: Path) -> None:
    """Folders and files keep the rights that they had; new ones follow the system."""
    for path in [out, *out.rglob("*")] if out.is_dir() else ():
        twin = new / path.relative_to(out)
        if path.is_symlink() or not twin.exists() or twin.samefile(path):
            continue
        _give(twin, path.stat().st_gid)
        shutil.copymode(path, twin)  # last: a new group takes away some rights


def _give(path: Path, group: int) -> None:
    if not hasattr(os, "chown") or path.stat().st_gid == group:
        return
    with contextlib.suppress(PermissionError):  # not a member: the system chooses
        os.chown(path, -1, group)
