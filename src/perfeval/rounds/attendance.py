"""
From attendance.xlsx to leave and lateness: both of its tables, read in one pass.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from perfeval import thai
from perfeval.attendance import Attendance
from perfeval.findings import Finding, Location, finding, has_error
from perfeval.forms.fields import Offers
from perfeval.forms.hidden import hidden_values
from perfeval.forms.load_list import load_list
from perfeval.forms.locate_list import locate_list, sheet_of
from perfeval.grid import Workbook
from perfeval.model import Filled
from perfeval.rounds.attendance_checks import counted_of, leave_of
from perfeval.rounds.attendance_relations import relations
from perfeval.rounds.attendance_rows import (
    LEAVES,
    PEOPLE,
    TOLD,
    Declaration,
    counts,
    leaves,
)
from perfeval.rounds.opened import Opened
from perfeval.rounds.together import together
from perfeval.rounds.typed_rows import TypedRow, typed_row

YES = "yes"
Located = tuple[Filled, list[Finding]]
Typed = TypeVar("Typed")


def asks(opened: Opened) -> bool:
    """True where any regulation of a round limits leave and lateness."""
    return any(one.regulation.attendance for one in opened.regulations.values())


def kinds_of(opened: Opened) -> Mapping[str, str]:
    """Every kind of leave that a round knows: label -> key."""
    return {
        kind.label: kind.key
        for loaded in opened.regulations.values()
        if loaded.regulation.attendance
        for kind in loaded.regulation.attendance.kinds
    }


def read_attendance(
    workbook: Workbook, opened: Opened, told: Sequence[Finding] = ()
) -> Attendance:
    """
    Leave and lateness of a round, and every fault of the file in one pass.

    Args:
        told: what was found when the file was read.

    Raises:
        DataFileError: a list that a sealed round keeps cannot be used.
    """
    found = _located(workbook, opened)
    if not found:
        nothing = finding("PE501", Location(workbook.file))
        return unknown(workbook.file, opened, [*told, nothing], workbook.sha256)
    taken = [leave_of(one, opened) for one in _rows(found.get(LEAVES), leaves)]
    counted = [counted_of(one, opened) for one in _rows(found.get(PEOPLE), counts)]
    said = _declared(found.get(PEOPLE))
    findings = [
        *(fault for one in taken for fault in one.findings),
        *(fault for one in counted for fault in one.findings),
        *relations([one.row for one in taken], [one.row for one in counted]),
    ]
    faulty = {thai.id_key(f.employee_id or "") for f in findings if has_error([f])}
    lost = [one for _, lost in found.values() for one in lost]
    if has_error([*lost, *(said.findings if said else ())]):
        # a value may stand under another heading, or everybody hangs on a word
        faulty = {one.key for one in opened.roster.people}
    return Attendance(
        file=workbook.file,
        sha256=workbook.sha256,
        leaves_sheet=found[LEAVES][0].sheet if LEAVES in found else "",
        people_sheet=found[PEOPLE][0].sheet if PEOPLE in found else "",
        leaves=tuple(one.taken for one in taken if one.taken),
        counted=tuple(one.taken for one in counted if one.taken),
        is_complete=said is not None and said.row.is_complete == YES,
        faulty=frozenset(faulty - {""}),
        findings=(
            *told,
            *lost,
            *(said.findings if said else ()),
            *_by_sheet(findings, found),
        ),
    )


def unknown(
    shown: str, opened: Opened, told: Sequence[Finding], sha256: str = ""
) -> Attendance:
    """A file that cannot be used: nothing is known of anybody."""
    everybody = frozenset(one.key for one in opened.roster.people)
    return Attendance(shown, sha256, faulty=everybody, findings=tuple(told))


def _located(workbook: Workbook, opened: Opened) -> Mapping[str, Located]:
    """The cells of each table that the workbook has."""
    offers = Offers({"leave_kinds": kinds_of(opened)})
    found: dict[str, Located] = {}
    for list_id in (LEAVES, PEOPLE):
        listed = load_list(list_id, opened.forms)
        sheet = sheet_of(workbook, listed)
        if sheet is not None:
            filled, lost = locate_list(workbook, sheet, listed, offers)
            found[list_id] = filled, [*lost, *hidden_values(sheet, filled)]
    return found


def _rows(
    found: Located | None, typed: Callable[[Filled], Iterator[Typed]]
) -> Iterator[Typed]:
    yield from typed(found[0]) if found else ()


def _declared(found: Located | None) -> TypedRow[Declaration] | None:
    """What is said above the list of people; None where nothing can be."""
    if found is None or not found[0].fields:
        return None
    return typed_row(found[0].fields, found[0], Declaration, told=TOLD)


def _by_sheet(
    findings: Sequence[Finding], found: Mapping[str, Located]
) -> Iterator[Finding]:
    """The same fault of several people told once, sheet by sheet."""
    for filled, _ in found.values():
        own = [one for one in findings if one.sheet == filled.sheet]
        yield from together(own, filled)
