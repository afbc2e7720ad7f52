"""Sound forms to spoil: what every test starts from. All people are invented."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import openpyxl

from perfeval.appraise.outcome import Appraisal
from perfeval.batch import Known, Outcome, run
from perfeval.excel.blank import Sheet, build
from perfeval.excel.pen import Value
from perfeval.forms.layout import For, Layout, lay_out
from perfeval.forms.load import load as load_form
from perfeval.grid import address
from perfeval.regulations.load import load as load_regulation

TAMBON, CIVIL = "tambon-official-2559", "civil-service-2552"
MARKED = "municipal-2545"
At = tuple[str | int, ...]
TYPE, LEVEL = "วิชาการ", "ชำนาญการ"


def layout(regulation: str = TAMBON, rows: Mapping[str, int] | None = None) -> Layout:
    """The places of a form for a professional of the second level."""
    loaded = load_regulation(regulation).regulation
    whom = For(position_type=TYPE, position_level=LEVEL, rows=rows or {})
    return lay_out(load_form(loaded.form), loaded, whom)


def sound(regulation: str = TAMBON) -> dict[At, Value]:
    """
    A form in which nothing is wrong: every level 4, so 80 points by hand
    (4 x 100 / 5 in each component, 70 % and 30 % of it).
    """
    values: dict[At, Value] = {
        ("employee_id",): "TT-0900",
        ("name",): "นางสาวทดสอบ ตัวอย่างดี",
        ("evaluator_name",): "นายผู้ประเมิน ตัวอย่างเที่ยง",
        ("position_type",): TYPE,
        ("position_level",): LEVEL,
        ("fiscal_year",): "2568",
        ("round_number",): "1",
    }
    if regulation == MARKED:
        return values | sound_items()
    for row, weight in enumerate((40, 35, 25)):
        values[("indicators", row, "title")] = f"ตัวชี้วัดที่ {row + 1}"
        values[("indicators", row, "weight")] = Decimal(weight)
        values[("indicators", row, "level")] = Decimal(4)
    prefilled = layout(regulation).tables["competencies"].prefilled
    for row, given in enumerate(prefilled):
        if "title" not in given:
            values[("competencies", row, "title")] = f"สมรรถนะประจำสายงาน {row}"
        values[("competencies", row, "level")] = Decimal(4)
    return values


def sound_items() -> dict[At, Value]:
    """
    Items of an operator in round 1, 80 points by hand: four fifths of the full marks
    70 and 30 each, so 56 and 24; half a step is proposed for that band.
    """
    full = {"1.1": 20, "1.2": 20, "1.3": 10, "1.4": 10, "1.5": 10}
    full |= {number: 6 for number in ("2.4", "2.5", "2.6", "2.7", "2.8")}
    values: dict[At, Value] = {
        ("is_head",): "ไม่ใช่",
        ("proposed_step",): "ควรเลื่อนขั้นเงินเดือน 0.5 ขั้น",
    }
    for number, marks in full.items():
        row = place_of_item(number)
        values[("items", row, "full_marks")] = Decimal(marks)
        values[("items", row, "marks_1")] = Decimal(marks) * 4 / 5
    return values


def place_of_item(number: str) -> int:
    """The row of an item, counted from 0."""
    prefilled = layout(MARKED).tables["items"].prefilled
    return next(row for row, one in enumerate(prefilled) if one["number"] == number)


def cell_of(at: At, regulation: str = TAMBON) -> str:
    """The A1 address of a path in a form laid out for `sound`."""
    places = layout(regulation)
    if len(at) == 1:
        place = places.fields[str(at[0])]
        return address(place.row, place.input.first)
    table, row, key = at
    found = places.tables[str(table)]
    return address(found.first + int(row), found.span(str(key)).first)


def write(path: Path, values: Mapping[At, Value], regulation: str = TAMBON) -> Path:
    """A form with these values, as the program writes it."""
    tables = {str(at[0]): int(at[1]) + 1 for at in values if len(at) > 1}
    rows = {
        table: max(int(at[1]) + 1 for at in values if at[0] == table)
        for table in tables
    }
    places = layout(regulation, rows)
    path.write_bytes(build((Sheet(places, places.form.sheet, dict(values)),)))
    return path


def edit(path: Path, cells: Mapping[str, object]) -> Path:
    """The form with some cells typed over, saved by another program (openpyxl)."""
    book = openpyxl.load_workbook(path)
    sheet = book["แบบประเมิน"]
    for cell, value in cells.items():
        sheet[cell] = value
    book.save(path)
    return path


def outcome(*paths: Path) -> Outcome:
    """What a run over some files or folders comes to."""
    return run(list(paths), Known())


def appraised(path: Path) -> Appraisal:
    """The only form of a workbook."""
    (one,) = outcome(path).appraisals
    return one


def told(path: Path) -> list[tuple[str, str | None]]:
    """Code and first cell of everything found in a file."""
    return [(one.code, one.cell) for one in outcome(path).findings]
