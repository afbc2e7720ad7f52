"""A round of invented people, made in memory: what handing out forms is measured on."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from perfeval.choices import Per, Stage
from perfeval.handout.make import Made, Maker, Wanted
from perfeval.handout.plan import plan
from perfeval.regulations.load import load
from perfeval.roster import Person, Roster
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.opened import Opened
from perfeval.rounds.schema import RoundFile

DIVISIONS = ("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา")
LEVELS = ("ปฏิบัติการ", "ชำนาญการ", "ชำนาญการพิเศษ")
FILLED = {
    "pe_organisation": "องค์การบริหารส่วนตำบลตัวอย่าง",
    "pe_fiscal_year": "2568",
    "pe_round_number": "1",
    "pe_employee_id": "1001",
    "pe_name": "นายสมมุติ ตัวอย่าง",
    "pe_position": "นักทรัพยากรบุคคล",
    "pe_position_type": "วิชาการ",
    "pe_position_level": "ชำนาญการ",
    "pe_division": "สำนักปลัด",
    "pe_staff_group": "พนักงานส่วนตำบล",
    "pe_probation": "ไม่ใช่",
    "pe_evaluator_id": "CHIEF",
    "pe_evaluator_name": "นายนำทาง ตัวอย่าง",
    "pe_evaluator_position": "นายกองค์การบริหารส่วนตำบล",
}


def office(folder: Path, count: int) -> Opened:
    """A round of so many people."""
    said = {
        "organisation": FILLED["pe_organisation"],
        "year": 2568,
        "round": 1,
        "regulations": {"official": "tambon-official-2559"},
        "divisions": [{"name": name} for name in DIVISIONS],
        "chief": {"name": "นายนำทาง ตัวอย่าง", "position": "นายกองค์การบริหารส่วนตำบล"},
    }
    people = tuple(
        Person(
            employee_id=f"{1000 + number}",
            prefix="นาย",
            name=f"สมมุติ ตัวอย่างที่{number}",
            division=DIVISIONS[number % len(DIVISIONS)],
            staff_group="official",
            position="นักทรัพยากรบุคคล",
            position_type="วิชาการ",
            position_level=LEVELS[number % len(LEVELS)],
            evaluator_id="CHIEF",
        )
        for number in range(count)
    )
    return Opened(
        RoundFolder(folder),
        RoundFile.model_validate(said),
        "0" * 64,
        {"official": load("tambon-official-2559")},
        Roster("roster.xlsx", "roster", "0" * 64, people),
    )


def handed_out(folder: Path, count: int, per: Per = Per.PERSON) -> Iterator[Made]:
    """The forms of so many people, written under a folder one by one."""
    folder.mkdir(exist_ok=True)
    opened, wanted = office(folder, count), Wanted(per, Stage.AGREEMENT, again=True)
    numbers = itertools.count()
    maker = Maker(opened, wanted, {}, draw=lambda: f"{next(numbers):016x}")
    return maker.make(plan(opened, opened.roster.people, per, wanted.stage))


def filled_plainly(blank: Path, target: Path) -> None:
    """One form as most programs would prefill it: load, type, save."""
    book = openpyxl.load_workbook(blank)
    sheet = book.worksheets[1]
    for name, value in FILLED.items():
        cell = sheet.defined_names[name].attr_text.rpartition("!")[2].replace("$", "")
        sheet[cell] = value
    book.save(target)
