"""
An archive in the layout of BagIt (RFC 8493): built once, and never changed again.

    bagit.txt  bag-info.txt  manifest-sha256.txt  tagmanifest-sha256.txt  data/

Beside the folder stands `<folder>.sha256`, the digest of its tag manifest, so that a
change of the tag manifest can be told from a change of what it lists.
"""

import os
import re
import shutil
import stat
from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import file_digest, sha256
from pathlib import Path

from perfeval.patience import patiently
from perfeval.record.places import PRIVATE_FOLDER, keep, on_disk

DATA = "data"
BAGIT, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
READ_ONLY = 0o400
SEALED_FILE = ".sha256"  # ending of the file beside the folder
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def build(
    place: Path, payload: Iterable[tuple[str, Path | bytes]], info: Mapping[str, str]
) -> None:
    """
    Write a whole archive into a new folder, every file read-only and on the disk.

    Args:
        payload: path under data/ -> the file to copy, or the very bytes.
        info: what bag-info.txt says beside the size of the payload.

    Raises:
        OSError: no room, or a file cannot be read.
    """
    place.mkdir(mode=PRIVATE_FOLDER)
    digests, size = {}, 0
    for path, source in payload:
        target = place / DATA / path
        target.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        digests[f"{DATA}/{path}"] = _put(source, target)
        size += target.stat().st_size
    oxum = {"Payload-Oxum": f"{size}.{len(digests)}"}
    said = "".join(f"{key}: {value}\n" for key, value in {**oxum, **info}.items())
    tags = {
        BAGIT: DECLARATION,
        INFO: said.encode(),
        MANIFEST: manifest(digests),
    }
    written = {name: _put(content, place / name) for name, content in tags.items()}
    _put(manifest(written), place / TAG_MANIFEST)
    for folder in [place, *(one for one in place.rglob("*") if one.is_dir())]:
        on_disk(folder)


def settle(place: Path, final: Path) -> str:
    """Give a built archive its name for good; the digest of its tag manifest."""
    digest = sha256((place / TAG_MANIFEST).read_bytes()).hexdigest()
    beside = f"{digest}  {final.name}/{TAG_MANIFEST}\n"
    keep(beside.encode(), beside_of(final))
    patiently(partial(place.rename, final))
    on_disk(final.parent)
    return digest


def beside_of(bag: Path) -> Path:
    """The file beside an archive that holds the digest of its tag manifest."""
    return bag.with_name(bag.name + SEALED_FILE)


def manifest(digests: Mapping[str, str]) -> bytes:
    """A manifest: a digest and a path a line, in the order of the paths."""
    lines = (f"{digests[path]}  {_spelled(path)}\n" for path in sorted(digests))
    return "".join(lines).encode("utf-8", "surrogateescape")


def listed(content: bytes) -> dict[str, str] | None:
    """Path -> digest of a manifest; None where it is not as `manifest` writes it."""
    text = content.decode("utf-8", "surrogateescape")
    found = [_LINE.fullmatch(line) for line in text.split("\n")[:-1]]
    digests = {_plain(line[2]): line[1] for line in found if line}
    return digests if manifest(digests) == content else None


def digest_of(path: Path) -> str | None:
    """SHA-256 of a regular file; None for whatever else stands there."""
    if not stat.S_ISREG(path.lstat().st_mode):
        return None
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _put(source: Path | bytes, target: Path) -> str:
    """Write one file, read-only and on the disk; its digest, read back."""
    with target.open("xb") as stream:
        if isinstance(source, bytes):
            stream.write(source)
        else:
            with source.open("rb") as original:
                shutil.copyfileobj(original, stream)
        stream.flush()
        os.fsync(stream.fileno())
    target.chmod(READ_ONLY)
    with target.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _spelled(path: str) -> str:
    """As RFC 8493 writes a path: only these three are spelt otherwise."""
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _plain(path: str) -> str:
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
