"""Finds the round that a command works on, and opens it."""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from perfeval.cli.exits import Exit, StopError, unusable
from perfeval.cli.locking import recovered
from perfeval.cli.output import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perfeval.findings import Finding
    from perfeval.rounds.folder import RoundFolder
    from perfeval.rounds.load import RoundRead
    from perfeval.rounds.opened import Opened

VARIABLE = "PERFEVAL_ROUND"
OFTEN = 10_000, 10, 10  # garbage is collected ten times as often as in a short run


def round_folder(round_dir: Path | None) -> "RoundFolder":
    """
    The folder of the round: --round, then PERFEVAL_ROUND, then upwards.

    Raises:
        StopError: usage (2) where there is none; it lists the folders looked in.
    """
    from perfeval.rounds.folder import found

    candidates = _candidates(round_dir)
    folder = found(candidates)
    if folder is None:
        listed = "\n".join(f"  {one}" for one in candidates)
        raise StopError(
            Exit.USAGE,
            f"ไม่พบรอบการประเมิน (round.toml) ได้หาในโฟลเดอร์:\n{listed}\n"
            "กรุณาระบุโฟลเดอร์ของรอบด้วย --round หรือสร้างรอบใหม่ด้วย perfeval init",
            f"No round (round.toml) found. Looked in:\n{listed}\n"
            "Name the folder of the round with --round, or make one: perfeval init",
        )
    return folder


def _candidates(round_dir: Path | None) -> list[Path]:
    from perfeval.rounds.folder import upwards

    if round_dir is not None:
        return [round_dir]
    if named := os.environ.get(VARIABLE):
        return [Path(named)]
    return list(upwards(Path.cwd()))


def opened(say: Voice, round_dir: Path | None) -> "Opened":
    """
    The round that a command works on.

    A roster with faulty rows is opened all the same: `roster.findings` tells them,
    and the command ends with 1.

    Raises:
        StopError: 2 where no round is found; 3 where round.toml, a regulation or
            the roster cannot be used at all, with every fault of them.
    """
    from perfeval.datafile import DataFileError
    from perfeval.opening import open_round

    # A paper over many people leaves rings of objects: they go while others come.
    gc.set_threshold(*OFTEN)
    folder = round_folder(round_dir)
    recovered(folder, say)
    if not os.path.lexists(folder.roster):
        raise _no_roster(folder)
    try:
        return open_round(folder)
    except DataFileError as faults:
        raise unusable(faults.findings) from faults


def read(say: Voice, round_dir: Path | None) -> "tuple[RoundFolder, RoundRead]":
    """
    What round.toml says, for a command that needs no roster.

    Raises:
        StopError: 2 where no round is found; 3 where round.toml or a regulation
            cannot be used, with every fault of them.
    """
    from perfeval.datafile import DataFileError
    from perfeval.rounds.load import load_round

    folder = round_folder(round_dir)
    recovered(folder, say)
    try:
        return folder, load_round(folder)
    except DataFileError as faults:
        raise unusable(faults.findings) from faults


def _no_roster(folder: "RoundFolder") -> StopError:
    """No roster: that is said, and what is wrong with round.toml as well."""
    from perfeval.datafile import DataFileError
    from perfeval.rounds.load import load_round

    th = (
        f"ไม่พบบัญชีรายชื่อ {folder.roster} กรุณาวางบัญชีรายชื่อของรอบนี้ที่นั่น "
        "หรือสร้างบัญชีเปล่าด้วย perfeval init แล้วคัดลอกมา"
    )
    en = (
        f"There is no roster {folder.roster}. Put the roster of this round there, or "
        "copy the empty one that `perfeval init` writes."
    )
    faults: Sequence[Finding] = ()
    try:
        load_round(folder)
    except DataFileError as wrong:
        faults = wrong.findings
    return unusable(faults, th, en)
