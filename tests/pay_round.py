"""A round of invented civil servants in a folder, raised on 1 October 2560."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from filled import CIVIL, sound, write
from perfeval.appraise.decided import Decided
from perfeval.appraise.layers import Decision
from perfeval.appraise.ledger import canonical, ledger
from perfeval.cli.exits import Exit
from perfeval.inbox import receive
from perfeval.opening import open_round
from perfeval.record import decisions
from perfeval.rounds.folder import RoundFolder
from round_folder import round_folder
from shell import Shell

OFFICE = "กรมตัวอย่าง"
CHIEF = "นายอธิบดี ตัวอย่างนำ"
CENTRE, PROVINCE = "สำนักบริหาร", "สำนักงานจังหวัดตัวอย่าง"
ROUND = f"""\
organisation = "{OFFICE}"
year = 2560
round = 2

[regulations]
civil_servant = "{CIVIL}"

[[divisions]]
name = "{CENTRE}"

[[divisions]]
name = "{PROVINCE}"

[chief]
id = "CHIEF"
name = "{CHIEF}"
position = "อธิบดีกรมตัวอย่าง"
"""
PAPER = "out/pay-civil_servant.xlsx"


def somebody(
    employee_id: str, kind: str, level: str, *, salary: object, **more: Any
) -> dict[str, Any]:
    """A row of the roster."""
    return {
        "employee_id": employee_id,
        "prefix": "นาง",
        "name": f"สมมุติ{'กขคงจฉชซญฐ'[int(employee_id) % 10]} ตัวอย่าง",
        "position": f"ตำแหน่งที่ {employee_id}",
        "position_type": kind,
        "position_level": level,
        "division": CENTRE,
        "staff_group": "ข้าราชการพลเรือนสามัญ",
        "evaluator_id": "CHIEF",
        "salary": salary,
        **more,
    }


# Level everywhere -> points: 4.5 is 90, 4 is 80, 3.5 is 70, 3 is 60, 2 is 40.
LEVELS = {"01": "4.5", "02": "4", "03": "3.5", "04": "4.5", "05": "4", "06": "2"}
PEOPLE = (
    somebody("01", "วิชาการ", "ชำนาญการ", salary=29330),
    somebody("02", "วิชาการ", "ชำนาญการ", salary=29340),
    somebody("03", "ทั่วไป", "ชำนาญงาน", salary=24470, division=PROVINCE),
    somebody("04", "อำนวยการ", "ต้น", salary=59000),
    somebody("05", "บริหาร", "ต้น", salary=70000),
    somebody("06", "วิชาการ", "ปฏิบัติการ", salary=15000, division=PROVINCE),
    somebody("07", "ทั่วไป", "ปฏิบัติงาน", salary=12000, division=PROVINCE),
)


def civil_round(
    folder: Path,
    people: Iterable[Mapping[str, Any]] = PEOPLE,
    *,
    pay: str = "",
    levels: Mapping[str, str] | None = None,
    text: str = ROUND,
) -> Path:
    """A round with a form of everybody who has a level; pay: more of round.toml."""
    listed = list(people)
    round_folder(folder, listed, text=text + pay)
    given = LEVELS if levels is None else levels
    for row in listed:
        if row["employee_id"] in given:
            send(folder, row, given[row["employee_id"]])
    return folder


def send(folder: Path, row: Mapping[str, Any], level: str, year: int = 2560) -> Path:
    """A form in which every level is the same."""
    values = sound(CIVIL) | {
        ("organisation",): OFFICE,
        ("fiscal_year",): str(year),
        ("round_number",): "2",
        ("employee_id",): row["employee_id"],
        ("name",): f"{row['prefix']}{row['name']}",
        ("position",): row["position"],
        ("position_type",): row["position_type"] or "วิชาการ",
        ("position_level",): row["position_level"] or "ชำนาญการ",
        ("division",): row["division"],
        ("evaluator_name",): CHIEF,
    }
    values |= {at: Decimal(level) for at in values if at[-1] == "level"}
    return write(folder / "inbox" / f"{row['employee_id']}.xlsx", values, CIVIL)


def decide(folder: Path) -> None:
    """Decide the round as it is."""
    opened = open_round(RoundFolder(folder))
    intake = receive(opened)
    said = tuple(
        Decision(one.person.employee_id, one.result.total)
        for one in intake.people
        if one.result is not None
    )
    taken = Decided(1, date(2017, 9, 29), CHIEF, said)
    decisions.remember(opened.folder, 1, decisions.text_of(taken, summary={}))
    kept = decisions.load(opened.folder)
    decisions.remember_results(opened.folder, canonical(ledger(opened, intake, kept)))


def decided_round(folder: Path, **more: Any) -> Path:
    """The same, decided."""
    civil_round(folder, **more)
    decide(folder)
    return folder


def sealed(folder: Path, run: Shell) -> Path:
    """A decided round, sealed by the command."""
    decided_round(folder)
    assert run("seal", "--round", folder).code == Exit.DONE
    return folder


def cells_of(path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Employee id and column -> sheet and address in a pay workbook."""
    book = openpyxl.load_workbook(path)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for sheet in book:
        names = {
            name.removeprefix("pe_pay_"): area.attr_text.split("!")[1].split("$")[1]
            for name, area in sheet.defined_names.items()
            if name.startswith("pe_pay_")
        }
        for row in range(1, sheet.max_row + 1) if names else ():
            who = sheet[f"{names['employee_id']}{row}"].value
            if isinstance(who, str) and who.isdecimal():
                found |= {
                    (who, key): (sheet.title, f"{column}{row}")
                    for key, column in names.items()
                }
    return found


def type_in(
    path: Path, typed: Mapping[str, object], to: Path, key: str = "percent"
) -> Path:
    """A copy with something typed into a column of some people."""
    places = cells_of(path)
    book = openpyxl.load_workbook(path)
    for who, value in typed.items():
        sheet, cell = places[who, key]
        book[sheet][cell] = value
    book.save(to)
    return to
