"""A roster or a list of attendance that is checked like a form: held to its round."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from perfeval.appraise.attendance_doubts import attendance_findings
from perfeval.batch import NO_FORM, Outcome
from perfeval.excel.lookups import OF_LIST
from perfeval.excel.read import read
from perfeval.findings import Finding, Location, finding
from perfeval.forms.load_list import load_list
from perfeval.forms.locate_list import sheet_of
from perfeval.grid import Workbook
from perfeval.rounds.attendance import read_attendance
from perfeval.rounds.load import load_round
from perfeval.rounds.opened import Opened
from perfeval.rounds.people import read_roster

ROSTER, OF_ATTENDANCE = "roster", ("leaves", "attendance")
ALONE = "PE307"


def with_lists(outcome: Outcome, opened: Opened | None) -> Outcome:
    """
    The same run, where a workbook that holds a list and no form tells its faults.

    Args:
        opened: the round whose lists they are, its own roster told already; None
            where the workbooks stand alone.

    Raises:
        DataFileError: round.toml cannot be used.
    """
    told: list[Finding] = []
    for one in outcome.findings:
        path = _path(one, outcome.paths, opened) if one.code == NO_FORM else None
        found = None if path is None else _of_list(path, one.file, opened)
        told += [one] if found is None else found
    return replace(outcome, findings=tuple(told))


def _path(told: Finding, paths: Sequence[Path], opened: Opened | None) -> Path | None:
    """The file that a finding names."""
    shown = opened.folder.shown if opened else Path.as_posix
    return next((path for path in paths if shown(path) == told.file), None)


def _of_list(path: Path, shown: str, opened: Opened | None) -> list[Finding] | None:
    """What is wrong in a list; None for a workbook that holds none."""
    workbook, told = read(path, shown=shown, size=OF_LIST)
    if workbook is None:
        return None
    is_roster = _holds(workbook, ROSTER)
    if not is_roster and not any(_holds(workbook, key) for key in OF_ATTENDANCE):
        return None
    if opened is None:
        return [finding(ALONE, Location(shown))]
    if not is_roster:
        return _of_attendance(workbook, path, opened, told)
    said = load_round(opened.folder)
    if path.samefile(opened.folder.roster):
        return []  # every command on the round tells them
    return list(read_roster(workbook, said, told).findings)


def _of_attendance(
    workbook: Workbook, path: Path, opened: Opened, told: Sequence[Finding]
) -> list[Finding]:
    own = opened.folder.attendance
    if opened.attendance is not None and path.samefile(own):
        return []  # `check` tells them whatever is named
    found = read_attendance(workbook, opened, told)
    return list(attendance_findings(replace(opened, attendance=found)))


def _holds(workbook: Workbook, key: str) -> bool:
    return sheet_of(workbook, load_list(key)) is not None
