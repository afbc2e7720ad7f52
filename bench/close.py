"""
What a night costs: `perfeval close` on rounds of a hundred people and of many.

    python bench/close.py [people]

Each line is the whole process, first on a new round, then again on the same one.
"""

import os
import re
import resource
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import openpyxl

from perfeval.cli.main import main as perfeval
from perfeval.excel.blank import Sheet, build
from perfeval.forms.layout import For, Layout, lay_out
from perfeval.forms.load import load as load_form
from perfeval.forms.load_list import load_list
from perfeval.forms.locate_list import name_of
from perfeval.regulations.load import load

REGULATION, OFFICE = "tambon-official-2559", "องค์การบริหารส่วนตำบลตัวอย่าง"
TYPE, LEVEL, DIVISION = "วิชาการ", "ชำนาญการ", "สำนักปลัด"
CHIEF = "นายนำทาง ตัวอย่าง"
FEW, MANY = 100, 1000
LEVELS = 200  # that an indicator may have
KILO = 1024
# What the system tells of a child counts what its parent held; so it tells its own.
TOLD = """
import sys
from pathlib import Path
from perfeval.cli.main import main
code = main(sys.argv[2:])
status = dict(
    line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines()
)
Path(sys.argv[1]).write_text(status["VmHWM"].split()[0])
sys.exit(code)
"""


class Cost(NamedTuple):
    """Of one process and its workers."""

    wall: float  # seconds
    cpu: float  # seconds
    peak: float  # MB, of the process that writes the papers


def a_round(place: Path, people: int) -> Path:
    """A round in which everybody returned a sound form; few have the same total."""
    words = ["init", str(place), "--regulation", REGULATION, "--year", "2568"]
    perfeval([*words, "--round", "1", "--organisation", OFFICE, "-q"])
    said = place / "round.toml"
    text = said.read_text("utf-8")
    before, chief, after = text.partition("[chief]")
    named = re.sub(r'^name = "[^"]*"', f'name = "{CHIEF}"', after, count=1, flags=re.M)
    told = before + chief + named
    said.write_text(told, encoding="utf-8")
    _roster(place / "roster.xlsx", people)
    regulation = load(REGULATION).regulation
    whom = For(position_type=TYPE, position_level=LEVEL)
    layout = lay_out(load_form(regulation.form), regulation, whom)
    for number in range(people):
        form = Sheet(layout, layout.form.sheet, _form(layout, number))
        (place / "inbox" / f"{number}.xlsx").write_bytes(build((form,)))
    return place


def _roster(path: Path, people: int) -> None:
    listed = load_list("roster")
    book = openpyxl.load_workbook(path)
    sheet = book[listed.sheet]
    columns = {}
    for column in listed.columns:
        name = name_of(listed, column)
        where = (book.defined_names.get(name) or sheet.defined_names[name]).attr_text
        top = where.rpartition("!")[2].partition(":")[0].replace("$", "")
        columns[column.key] = sheet[top]
    for number in range(people):
        person = {
            "employee_id": f"P-{number:05}",
            "name": f"คนที่ {number} ตัวอย่าง",
            "position_type": TYPE,
            "position_level": LEVEL,
            "division": DIVISION,
            "staff_group": "official",
            "evaluator_id": "CHIEF",
        }
        for key, top in columns.items():
            row = top.row + 1 + number
            sheet.cell(row, top.column).value = person.get(key)
    book.save(path)


def _form(layout: Layout, number: int) -> dict[tuple[str | int, ...], object]:
    values: dict[tuple[str | int, ...], object] = {
        ("organisation",): OFFICE,
        ("employee_id",): f"P-{number:05}",
        ("name",): f"คนที่ {number} ตัวอย่าง",
        ("evaluator_name",): CHIEF,
        ("position_type",): TYPE,
        ("position_level",): LEVEL,
        ("division",): DIVISION,
        ("fiscal_year",): "2568",
        ("round_number",): "1",
    }
    for row, weight in enumerate((40, 35, 25)):
        values["indicators", row, "title"] = f"ตัวชี้วัดที่ {row + 1}"
        values["indicators", row, "weight"] = Decimal(weight)
        values["indicators", row, "level"] = _level(number // LEVELS**row)
    for row, given in enumerate(layout.tables["competencies"].prefilled):
        if "title" not in given:
            values["competencies", row, "title"] = f"สมรรถนะ {row}"
        values["competencies", row, "level"] = Decimal(3 + number % 3)
    return values


def _level(number: int) -> Decimal:
    """From 3.00 up to 4.99."""
    return 3 + Decimal(number % LEVELS) / 100


def close(place: Path, processors: int) -> Cost:
    """One run in a process of its own, on so many processors."""
    begun, told = time.perf_counter(), place.with_suffix(".peak")
    child = os.fork()
    if not child:
        usable = sorted(os.sched_getaffinity(0))[:processors]
        os.sched_setaffinity(0, usable)
        words = ["-c", TOLD, str(told), "close", "-q", "--round", str(place)]
        os.execv(sys.executable, [sys.executable, *words])
    _, status, used = os.wait4(child, 0)
    if status:
        raise RuntimeError("a form of the benchmark is not sound")
    wall = time.perf_counter() - begun
    return Cost(wall, used.ru_utime + used.ru_stime, int(told.read_text()) / KILO)


def main(people: int) -> None:
    """A small round, a large one, and the large one on one processor."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(f"{'':<38}{'wall s':>9}{'cpu s':>9}{'ms each':>9}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as name:
        for count in (FEW, people):
            place = a_round(Path(name, str(count)), count)
            for what, processors in (
                ("first run", 2),
                ("again, nothing changed", 2),
                ("again, one processor", 1),
            ):
                cost = close(place, processors)
                each = 1000 * cost.cpu / count
                print(
                    f"{count:>6} people, {what:<24}{cost.wall:9.2f}{cost.cpu:9.2f}"
                    f"{each:9.2f}{cost.peak:9.1f}"
                )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
