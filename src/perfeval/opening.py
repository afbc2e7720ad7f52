"""Opens a round: round.toml, its regulations and its roster, read and held together."""

import os
from pathlib import Path

from perfeval.attendance import Attendance
from perfeval.datafile import DataFileError
from perfeval.excel.read import read
from perfeval.roster import Roster
from perfeval.rounds.attendance import asks, read_attendance, unknown
from perfeval.rounds.check import check_round
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.load import RoundRead, load_round
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
    workbook, told = read(folder.roster, shown=folder.shown(folder.roster))
    if workbook is None or faults:
        raise DataFileError([*faults, *([] if workbook else told)])
    roster = read_roster(workbook, said, told, forms=forms)
    if not roster.sheet:
        raise DataFileError(list(roster.findings))
    attendance = _attendance(folder, said, roster, forms)
    return Opened(
        folder=folder,
        round=said.round,
        sha256=said.sha256,
        regulations=said.regulations,
        roster=roster,
        findings=tuple(check_round(said, roster, folder.path)),
        forms=forms,
        attendance=attendance,
    )


def _attendance(
    folder: RoundFolder, said: RoundRead, roster: Roster, forms: Path | None
) -> Attendance | None:
    """Leave and lateness; None where nobody asks for them or no file is there."""
    if not asks(said) or not os.path.lexists(folder.attendance):
        return None
    shown = folder.shown(folder.attendance)
    workbook, told = read(folder.attendance, shown=shown)
    if workbook is None:
        return unknown(shown, roster, told)
    return read_attendance(workbook, said, roster, told, forms=forms)
