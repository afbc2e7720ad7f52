"""Opens a round: round.toml, its regulations and its roster, read and held together."""

import os
from dataclasses import replace
from pathlib import Path

from perfeval.attendance import Attendance
from perfeval.datafile import DataFileError
from perfeval.excel.lookups import OF_LIST
from perfeval.excel.read import read
from perfeval.rounds.attendance import asks, read_attendance, unknown
from perfeval.rounds.check import check_round
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.load import load_round
from perfeval.rounds.opened import Opened
from perfeval.rounds.people import read_roster


def open_round(
    folder: RoundFolder, *, laws: Path | None = None, forms: Path | None = None
) -> Opened:
    """
    A round with everybody in it; a faulty row of the roster does not stop it.

    Args:
        laws: where a sealed round keeps its regulations; None for any other.
        forms: where it keeps its forms and lists.

    Raises:
        DataFileError: round.toml, a regulation or the roster cannot be used at
            all; every fault of them is told.
    """
    faults = []
    try:
        said = load_round(folder, laws=laws)
    except DataFileError as unusable:
        faults = unusable.findings
    workbook, told = read(
        folder.roster, shown=folder.shown(folder.roster), size=OF_LIST
    )
    if workbook is None or faults:
        raise DataFileError([*faults, *([] if workbook else told)])
    roster = read_roster(workbook, said, told, forms=forms)
    if not roster.sheet:
        raise DataFileError(list(roster.findings))
    opened = Opened(
        folder=folder,
        round=said.round,
        sha256=said.sha256,
        regulations=said.regulations,
        roster=roster,
        findings=tuple(check_round(said, roster, folder.path)),
        forms=forms,
    )
    return replace(opened, attendance=_attendance(opened))


def _attendance(opened: Opened) -> Attendance | None:
    """Leave and lateness; None where nobody asks for them or no file is there."""
    path = opened.folder.attendance
    if not asks(opened) or not os.path.lexists(path):
        return None
    shown = opened.folder.shown(path)
    workbook, told = read(path, shown=shown, size=OF_LIST)
    if workbook is None:
        return unknown(shown, opened, told)
    return read_attendance(workbook, opened, told)
