"""Names under record/ and how its files are written: whole, and for the owner only."""

import contextlib
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from perfeval.patience import patiently

PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600


def record_folder(record: Path) -> Path:
    """The folder record/, made if it is not there, closed to others."""
    record.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    if record.stat().st_mode & 0o077:
        with contextlib.suppress(OSError):  # a file system without rights
            record.chmod(PRIVATE_FOLDER)
    return record


def keep(content: bytes, path: Path) -> bool:
    """
    Put bytes in a private file, whole or not at all; False where they stood there.

    Raises:
        OSError: it cannot be written; whatever stood at `path` is untouched.
    """
    with contextlib.suppress(FileNotFoundError):
        if path.read_bytes() == content:
            return False
    handle, name = tempfile.mkstemp(prefix=".perfeval-", dir=path.parent)  # 0600
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        patiently(partial(Path(name).replace, path))
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    on_disk(path.parent)
    return True


def sweep(place: Path, remove: Callable[..., object] = shutil.rmtree) -> None:
    """
    Take away a folder of ours; what cannot be taken is left.

    Args:
        remove: takes a folder and, as `onerror`, what to do with each refusal.
    """
    remove(place, onerror=_take_again)


def _take_again(act: Callable[[str], object], path: str, _refused: object) -> None:
    """Windows deletes no file that somebody marked as read-only."""
    if act not in (os.unlink, os.rmdir) or Path(path).is_symlink():
        return
    with contextlib.suppress(OSError):
        mode = Path(path).stat().st_mode
        if not mode & stat.S_IWRITE:
            Path(path).chmod(mode | stat.S_IWRITE)
            act(path)


def on_disk(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can."""
    if os.name == "nt":  # no handle of a folder can be had
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:  # shares that know no such thing
        pass
    finally:
        os.close(descriptor)


def as_text(kept: Mapping[str, Any]) -> bytes:
    """Something remembered as JSON: the same content, the same bytes."""
    text = json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode("utf-8", "surrogateescape")
