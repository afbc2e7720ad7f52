"""Where an archive is no longer what was sealed: changed, missing and extra files."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from perfeval.record.bag import (
    BAGIT,
    DATA,
    DECLARATION,
    INFO,
    MANIFEST,
    TAG_MANIFEST,
    beside_of,
    digest_of,
    listed,
)

Problem = Literal["changed", "missing", "extra", "recomputed"]
TAGS = (BAGIT, INFO, MANIFEST)


@dataclass(frozen=True, slots=True)
class Difference:
    """One file of an archive that is not as it was. path: from the archive."""

    path: str
    problem: Problem


def differences(bag: Path) -> list[Difference]:
    """
    Every file held against the manifests: none more, none less, no links.

    Whoever changes a file and both manifests is not found here, but by the results
    that are worked out again and by the printed digits.
    """
    there = set(_everything(bag))
    found = dict(_tags(bag, there))
    payload = _manifest(bag / MANIFEST) or {}
    for path, digest in sorted(payload.items()):
        if not path.startswith(f"{DATA}/"):
            found.setdefault(MANIFEST, "changed")
        elif path not in there:
            found[path] = "missing"
        elif digest_of(bag / path) != digest:
            found[path] = "changed"
    for path in there - set(payload) - {*TAGS, TAG_MANIFEST}:
        found[path] = "extra"
    return [Difference(path, found[path]) for path in sorted(found)]


def _everything(bag: Path) -> Iterator[str]:
    """Every entry that is no folder, and every link to one."""
    for root, folders, names in os.walk(bag):
        linked = [name for name in folders if Path(root, name).is_symlink()]
        for name in [*names, *linked]:
            yield Path(root, name).relative_to(bag).as_posix()


def _tags(bag: Path, there: set[str]) -> Iterator[tuple[str, Problem]]:
    """The four files about the payload, of which the last lists the others."""
    for name in (*TAGS, TAG_MANIFEST):
        if name not in there:
            yield name, "missing"
    if BAGIT in there and digest_of(bag / BAGIT) != sha256(DECLARATION).hexdigest():
        yield BAGIT, "changed"
    if MANIFEST in there and _manifest(bag / MANIFEST) is None:
        yield MANIFEST, "changed"
    if TAG_MANIFEST not in there:
        return
    tags = _manifest(bag / TAG_MANIFEST)
    if tags is None or set(tags) != set(TAGS) or _was_sealed(bag) is False:
        yield TAG_MANIFEST, "changed"
        return
    for name in TAGS:
        if name in there and digest_of(bag / name) != tags[name]:
            yield name, "changed"


def _manifest(path: Path) -> Mapping[str, str] | None:
    """What a manifest lists; None where it is missing, a link or not one of ours."""
    if not path.is_file() or path.is_symlink():
        return None
    return listed(path.read_bytes())


def _was_sealed(bag: Path) -> bool | None:
    """Whether the tag manifest is that of the file beside; None where none is."""
    beside = beside_of(bag)
    if not beside.is_file():
        return None
    digest, _, _ = beside.read_text(encoding="utf-8", errors="replace").partition(" ")
    return digest == digest_of(bag / TAG_MANIFEST)
