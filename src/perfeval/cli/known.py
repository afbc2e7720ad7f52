"""The regulations that a command line names, by id or by file."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from perfeval.cli.exits import Exit, StopError, unusable

if TYPE_CHECKING:
    from perfeval.batch import Known
    from perfeval.regulations.load import Loaded
    from perfeval.rounds.covered import Covered
    from perfeval.rounds.load import RoundRead


def shipped_only(regulation_id: str) -> str:
    """The id of a shipped regulation; stops when it is none."""
    from perfeval.regulations.load import shipped

    if regulation_id not in shipped():
        listed = ", ".join(shipped())
        raise StopError(
            Exit.USAGE,
            f"ไม่พบหลักเกณฑ์ {regulation_id} หลักเกณฑ์ที่มีให้ใช้: {listed}",
            f"No regulation {regulation_id}; there are: {listed}",
        )
    return regulation_id


def known_regulation(id_or_path: str) -> "Loaded":
    """A regulation by id or path; stops with the right code when there is none."""
    from perfeval.datafile import DataFileError
    from perfeval.regulations.load import load

    if not os.path.isfile(id_or_path):  # noqa: PTH113  never raises
        shipped_only(id_or_path)
    try:
        loaded = load(id_or_path)
    except DataFileError as faults:
        raise unusable(faults.findings) from faults
    replaces_none(loaded)
    return loaded


def chosen_of(found: "RoundRead", named: Sequence[str]) -> "tuple[Covered, ...]":
    """
    The regulations of a round; only those that are named, by id or as round.toml does.

    Raises:
        StopError: usage (2) where the round has no such regulation.
    """
    from perfeval.rounds.covered import covered

    there = covered(found.regulations, found.round.regulations)
    names = {one.named: one for one in there}
    names |= {one.loaded.regulation.id: one for one in there}
    for name in named:
        if name not in names:
            listed = ", ".join(one.named for one in there)
            raise StopError(
                Exit.USAGE,
                f"รอบนี้ไม่ได้ใช้หลักเกณฑ์ {name} หลักเกณฑ์ของรอบ: {listed}",
                f"This round has no regulation {name}; it has: {listed}",
            )
    wanted = [names[name] for name in named]
    return tuple(one for one in there if not named or one in wanted)


def replaces_none(loaded: "Loaded") -> None:
    """Stop when an own file carries the id of a shipped regulation but differs."""
    from perfeval.regulations.load import load, shipped

    own_id = loaded.regulation.id
    if own_id in shipped() and load(own_id).sha256 != loaded.sha256:
        raise StopError(
            Exit.UNUSABLE,
            f"{loaded.file}: รหัส {own_id} เป็นของหลักเกณฑ์ที่มากับ perfeval "
            "แต่เนื้อหาในไฟล์ต่างออกไป กรุณาเปลี่ยน id ในไฟล์นี้เป็นรหัสอื่น",
            f"{loaded.file}: the id {own_id} is that of a regulation that comes with "
            "perfeval, but the file differs from it. Give the file another id.",
        )


def known(own: Iterable[Path]) -> "Known":
    """The regulations of a run; no two files may share an id and differ."""
    from perfeval.batch import Known

    by_id: dict[str, Loaded] = {}
    for path in own:
        loaded = known_regulation(str(path))
        first = by_id.setdefault(loaded.regulation.id, loaded)
        if first.sha256 != loaded.sha256:
            told = f"{first.file}, {loaded.file}"
            raise StopError(
                Exit.UNUSABLE,
                f"{told}: สองไฟล์นี้ใช้รหัส {loaded.regulation.id} เหมือนกันแต่เนื้อหาต่างกัน "
                "กรุณาระบุเพียงไฟล์เดียว หรือเปลี่ยน id ให้ต่างกัน",
                f"{told}: both have the id {loaded.regulation.id} but differ. "
                "Name one of them, or give them different ids.",
            )
    return Known(by_id.values())
