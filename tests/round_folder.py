"""Rounds made by the tests: a folder with round.toml and roster.xlsx."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from perfeval.forms.load_list import load_list
from perfeval.forms.locate_list import name_of

HEADING = 3  # the row of the headings; people stand below it
FIRST = HEADING + 1
PREPARED = 10  # rows that the defined names span

ROUND = """\
organisation = "องค์การบริหารส่วนตำบลตัวอย่าง"
year = 2568
round = 1

[regulations]
official = "tambon-official-2559"

[[divisions]]
name = "สำนักปลัด"

[[divisions]]
name = "กองคลัง"

[chief]
id = "CHIEF"
name = "นายสมมุติ นำทาง"
position = "นายกองค์การบริหารส่วนตำบลตัวอย่าง"

[[committee]]
name = "นายประธาน ตัวอย่าง"
position = "ปลัดองค์การบริหารส่วนตำบล"
role = "chair"
"""
CLERK: Mapping[str, Any] = {
    "employee_id": "1001",
    "prefix": "นาย",
    "name": "ปลัด ตัวอย่าง",
    "position": "ปลัดองค์การบริหารส่วนตำบล",
    "position_type": "บริหารท้องถิ่น",
    "position_level": "กลาง",
    "is_head": "ไม่ใช่",
    "division": "สำนักปลัด",
    "staff_group": "พนักงานส่วนตำบล",
    "evaluator_id": "CHIEF",
}
HEAD: Mapping[str, Any] = {
    "employee_id": "1002",
    "prefix": "นาง",
    "name": "หัวหน้า คลังดี",
    "position": "ผู้อำนวยการกองคลัง",
    "position_type": "อำนวยการท้องถิ่น",
    "position_level": "ต้น",
    "is_head": "ใช่",
    "division": "กองคลัง",
    "staff_group": "พนักงานส่วนตำบล",
    "evaluator_id": "1001",
    "next_supervisor_id": "CHIEF",
}
OFFICER: Mapping[str, Any] = {
    "employee_id": "1003",
    "prefix": "นางสาว",
    "name": "บัญชี ขยันดี",
    "position": "นักวิชาการเงินและบัญชี",
    "position_type": "วิชาการ",
    "position_level": "ปฏิบัติการ",
    "division": "กองคลัง",
    "staff_group": "พนักงานส่วนตำบล",
    "evaluator_id": "1002",
    "next_supervisor_id": "1001",
    "salary": 16190,
}
PEOPLE = (CLERK, HEAD, OFFICER)  # rows 4, 5 and 6


def roster_workbook(
    people: Iterable[Mapping[str, Any]] = PEOPLE, *, names: bool = True
) -> Workbook:
    """A plain roster with the headings and defined names of ours."""
    listed = load_list("roster")
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = listed.sheet
    sheet["A1"] = listed.title
    for place, column in enumerate(listed.columns, start=1):
        cell = sheet.cell(HEADING, place, column.label)
        letter = cell.column_letter
        span = f"${letter}${HEADING}:${letter}${HEADING + PREPARED}"
        where = f"'{listed.sheet}'!{span}"
        if names:
            name = name_of(listed, column)
            workbook.defined_names[name] = DefinedName(name, attr_text=where)
        for row, person in enumerate(people, start=FIRST):
            if person.get(column.key) is not None:
                sheet.cell(row, place, person[column.key])
    return workbook


def cell_of(key: str, row: int = FIRST) -> str:
    """The address of a value in such a roster."""
    keys = [column.key for column in load_list("roster").columns]
    return f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[keys.index(key)]}{row}"


def round_folder(
    folder: Path,
    people: Iterable[Mapping[str, Any]] = PEOPLE,
    *,
    text: str = ROUND,
) -> Path:
    """A round folder with these people."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "round.toml").write_text(text, encoding="utf-8")
    (folder / "inbox").mkdir(exist_ok=True)
    roster_workbook(people).save(folder / "roster.xlsx")
    return folder
