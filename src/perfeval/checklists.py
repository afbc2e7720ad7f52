"""A roster or a list of attendance that is checked like a form: held to its round."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from perfeval.appraise.attendance_doubts import attendance_findings
from perfeval.attendance import Attendance
from perfeval.batch import NO_FORM, Outcome
from perfeval.excel.lookups import OF_LIST
from perfeval.excel.read import read
from perfeval.findings import Finding, Location, finding
from perfeval.forms.load_list import load_list
from perfeval.forms.locate_list import sheet_of
from perfeval.grid import Workbook
from perfeval.roster import Roster
from perfeval.rounds.attendance import read_attendance
from perfeval.rounds.load import load_round
from perfeval.rounds.opened import Opened
from perfeval.rounds.people import read_roster

ROSTER, OF_ATTENDANCE = "roster", ("leaves", "attendance")
ALONE = "PE307"


class ListRead(NamedTuple):
    """
    A list that was read in a round.

    people: rows that name somebody. leaves: None for a roster.
    is_untouched: True of attendance in which nobody has typed anything yet.
    """

    file: str
    people: int
    leaves: int | None = None
    is_untouched: bool = False


class Told(NamedTuple):
    """What a workbook that holds a list comes to; nothing read without a round."""

    findings: tuple[Finding, ...] = ()
    read: ListRead | None = None


def with_lists(
    outcome: Outcome, opened: Opened | None
) -> tuple[Outcome, tuple[ListRead, ...]]:
    """
    The same run, where a workbook that holds a list and no form tells its faults.

    Args:
        opened: the round whose lists they are, its own roster told already; None
            where the workbooks stand alone.

    Returns:
        The run, and every list that was read.

    Raises:
        DataFileError: round.toml cannot be used.
    """
    findings: list[Finding] = []
    lists: list[ListRead] = []
    for one in outcome.findings:
        path = _path(one, outcome.paths, opened) if one.code == NO_FORM else None
        told = None if path is None else _of_list(path, one.file, opened)
        findings += (one,) if told is None else told.findings
        lists += [told.read] if told and told.read else []
    return replace(outcome, findings=tuple(findings)), tuple(lists)


def _path(told: Finding, paths: Sequence[Path], opened: Opened | None) -> Path | None:
    """The file that a finding names."""
    shown = opened.folder.shown if opened else Path.as_posix
    return next((path for path in paths if shown(path) == told.file), None)


def _of_list(path: Path, shown: str, opened: Opened | None) -> Told | None:
    """What stands in a list and what is wrong in it; None for no list at all."""
    workbook, told = read(path, shown=shown, size=OF_LIST)
    if workbook is None:
        return None
    is_roster = _holds(workbook, ROSTER)
    if not is_roster and not any(_holds(workbook, key) for key in OF_ATTENDANCE):
        return None
    if opened is None:
        return Told((finding(ALONE, Location(shown)),))
    if not is_roster:
        return _of_attendance(workbook, path, opened, told)
    said = load_round(opened.folder)
    if path.samefile(opened.folder.roster):
        return Told(read=_people(opened.roster))  # every command tells its faults
    roster = read_roster(workbook, said, told)
    return Told(roster.findings, _people(roster))


def _of_attendance(
    workbook: Workbook, path: Path, opened: Opened, told: Sequence[Finding]
) -> Told:
    own, known = opened.folder.attendance, opened.attendance
    if known is not None and path.samefile(own):
        return Told(read=_counted(known))  # `check` tells its faults anyway
    found = read_attendance(workbook, opened, told)
    findings = attendance_findings(replace(opened, attendance=found))
    return Told(tuple(findings), _counted(found))


def _people(roster: Roster) -> ListRead:
    return ListRead(roster.file, len(roster.people))


def _counted(found: Attendance) -> ListRead:
    counts = len(found.counted), len(found.leaves)
    return ListRead(found.file, *counts, is_untouched=found.is_untouched)


def _holds(workbook: Workbook, key: str) -> bool:
    return sheet_of(workbook, load_list(key)) is not None
