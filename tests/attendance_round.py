"""A round of contract staff by hand, and workbooks of leave and lateness."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from evaluations import TAMBON
from perfeval.attendance import Attendance
from perfeval.forms.load_list import load_list
from perfeval.forms.locate_list import declared, name_of
from perfeval.regulations.attendance import AttendanceRules
from perfeval.regulations.load import Loaded, load
from perfeval.roster import Person, Roster
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.opened import Opened
from perfeval.rounds.span import span_of
from round_folder import CLERK, HEAD, ROUND, round_folder
from round_people import ROUND as ROUND_FILE

CONTRACT = "tambon-contract-2560"
LAW = load(CONTRACT)
RULES = LAW.regulation.attendance
assert RULES is not None
SPAN = span_of(LAW.regulation, ROUND_FILE)
assert SPAN is not None
HEADING, PREPARED = 5, 30  # rows of a table of attendance.xlsx
FIRST = HEADING + 1


def opened_with(
    told: Attendance | None, *people: Person, rules: AttendanceRules | None = RULES
) -> Opened:
    """A round of these people whose attendance was read already."""
    law = LAW.regulation.model_copy(update={"attendance": rules})
    contract = Loaded(law, LAW.file, LAW.sha256)
    groups = [group.key for group in law.staff_groups]
    return Opened(
        folder=RoundFolder(Path("nowhere")),
        round=ROUND_FILE,
        sha256="0" * 64,
        regulations={"official": load(TAMBON), **dict.fromkeys(groups, contract)},
        roster=Roster("roster.xlsx", "บัญชีรายชื่อ", "0" * 64, people),
        attendance=told,
    )


TEXT = ROUND.replace(
    'official = "tambon-official-2559"',
    'official = "tambon-official-2559"\ncontract_general = "tambon-contract-2560"',
)
WORKER: Mapping[str, Any] = {
    "employee_id": "2001",
    "prefix": "นางสาว",
    "name": "จ้างหนึ่ง ขยันดี",
    "position": "คนงาน",
    "division": "กองคลัง",
    "staff_group": "พนักงานจ้างทั่วไป",
    "evaluator_id": "1002",
}
DRIVER = {**WORKER, "employee_id": "2002", "prefix": "นาย", "name": "จ้างสอง ขับดี"}


def round_with(folder: Path, workbook: Workbook | None) -> RoundFolder:
    """A round folder of two officials and two workers, with such a file."""
    round_folder(folder, [CLERK, HEAD, WORKER, DRIVER], text=TEXT)
    if workbook is not None:
        workbook.save(folder / "attendance.xlsx")
    return RoundFolder(folder)


def attendance_workbook(
    *,
    leaves: Iterable[Mapping[str, Any]] = (),
    people: Iterable[Mapping[str, Any]] = (),
    is_complete: str | None = None,
    names: bool = True,
) -> Workbook:
    """Both tables, with the headings and defined names of ours."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for list_id, rows in (("attendance", people), ("leaves", leaves)):
        listed = load_list(list_id)
        sheet = workbook.create_sheet(listed.sheet)
        for place, column in enumerate(listed.columns, start=1):
            cell = sheet.cell(HEADING, place, column.label)
            letter = cell.column_letter
            span = f"${letter}${HEADING}:${letter}${HEADING + PREPARED}"
            if names:
                name = name_of(listed, column)
                where = f"'{listed.sheet}'!{span}"
                workbook.defined_names[name] = DefinedName(name, attr_text=where)
            for row, told in enumerate(rows, start=FIRST):
                if told.get(column.key) is not None:
                    sheet.cell(row, place, told[column.key])
        if listed.declaration:
            sheet["A4"] = listed.declaration.label
            sheet["E4"] = is_complete
            if names:
                name = declared(listed)
                where = f"'{listed.sheet}'!$E$4"
                workbook.defined_names[name] = DefinedName(name, attr_text=where)
    return workbook


def cell_of(list_id: str, key: str, row: int = FIRST) -> str:
    """The address of a value in such a table."""
    keys = [column.key for column in load_list(list_id).columns]
    return f"{'ABCDEFGH'[keys.index(key)]}{row}"
