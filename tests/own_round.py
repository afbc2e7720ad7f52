"""Rounds under a regulation that the office wrote itself, by each optional method."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filled import At
from five_round import run
from handed import fill_in
from own_regulation import RATING, uncommented
from perfeval.regulations.load import copy, load
from round_folder import ROUND, round_folder
from whole_round import COMMITTEE

BASE = "tambon-official-2559"  # shares of 70 and 30 percent
CORE, RATED = 5, 8  # core competencies, and all with those of the line
WEIGHTS = (60, 40)  # of the two indicators, percent
DIMENSIONS = ("quantity", "quality", "benefit")
TITLE = "หลักเกณฑ์ของ อบต. สมมุติ พ.ศ. ๒๕๖๘"
METHOD = "ข้อ ๘ ของประกาศ อบต. สมมุติ"  # the clause that chooses the method
OURS = "ข้อ ๙ ของประกาศ อบต. สมมุติ"  # the clause of its figures
FLOOR = "ข้อ ๑๒ (๑) ของประกาศ อบต. สมมุติ"  # the clause of the highest band
COUNTED = (  # what the copy says of its own methods
    "แนวปฏิบัติของ perfeval: ข้อ ๔ ให้ใช้แบบที่ ก.อบต. กำหนดโดยไม่ได้แสดงวิธีคำนวณ "
    "จึงใช้ผลรวมของ{}คูณน้ำหนัก เทียบกับคะแนนเต็ม ๑๐๐"
)
THREE = "    { expected = 3, points = [2, 3, 4, 5, 5] },\n"
FOUR = "    { expected = 4, points = [1, 2, 3, 4, 5] },\n"  # the copy advises a 4
SCORED = ("table", "bar", "hybrid")  # how competencies are scored


def _person(number: int, kind: str, level: str, name: str) -> Mapping[str, Any]:
    return {
        "employee_id": str(number),
        "prefix": "นาง",
        "name": name,
        "position": f"ตำแหน่งที่ {number}",
        "position_type": kind,
        "position_level": level,
        "division": "สำนักปลัด",
        "staff_group": "พนักงานส่วนตำบล",
        "evaluator_id": "CHIEF",
    }


# The regulation advises the expected levels 3, 2 and 1; of a head it advises none, so
# the evaluator types 3 for the core competencies and 4 for those of the line.
PEOPLE = (
    _person(1001, "วิชาการ", "ชำนาญการพิเศษ", "สมมุติก ตัวอย่างหนึ่ง"),
    _person(1002, "วิชาการ", "ชำนาญการ", "สมมุติข ตัวอย่างสอง"),
    _person(1003, "ทั่วไป", "ปฏิบัติงาน", "สมมุติค ตัวอย่างสาม"),
    _person(1004, "อำนวยการท้องถิ่น", "ต้น", "สมมุติง ตัวอย่างสี่"),
)
EXPECTED = {"1004": (3,) * CORE + (4,) * (RATED - CORE)}


@dataclass(frozen=True)
class Case:
    """
    One method in one office.

    file: of the regulation, from the folder of the round.
    results: of each person the two indicators: levels, or points of dimensions.
    shown: of each person the levels of the eight competencies.
    totals: exact, by hand. working: a line of the working of 1001.
    blank: what 1004 leaves blank at first, and the code of it.
    """

    method: str
    file: str
    results: Mapping[str, tuple[Any, Any]]
    shown: Mapping[str, tuple[int, ...]]
    totals: Mapping[str, str]
    bands: Mapping[str, str]
    working: str
    blank: tuple[str, str, str] = ("competencies", "expected", "PE280")


def regulation(method: str, file: Path) -> str:
    """What an officer makes of the copy: the method, its clause, and two others."""
    if method in SCORED:
        changes = [(RATING, f'method = "{method}"'), (COUNTED.format("คะแนน"), METHOD)]
        block = f"matching.{method}"
    else:
        changes = [
            (COUNTED.format("ระดับ"), METHOD),
            ('form = "local-official"  ', 'form = "three-dimensions"'),
            ('method = "weighted_levels"', 'method = "dimensions"'),
        ]
        block = "dimensions"
    if method == "table":
        changes.append((THREE, THREE + FOUR))
    was = "หลักเกณฑ์และวิธีการประเมินผลการปฏิบัติงานของพนักงานส่วนตำบล พ.ศ. ๒๕๕๙"
    changes += [
        (f'title = "{was}"', f'title = "{TITLE}"'),
        ('\nclause = "ข้อ ๗ ของประกาศหน่วยงาน"', f'\nclause = "{OURS}"'),
        ('clause = "ข้อ ๓ (๑)"', f'clause = "{FLOOR}"'),
    ]
    text = uncommented(copy(BASE, file), block)
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


def make(folder: Path, case: Case) -> Path:
    """The round of four people, with the forms that `perfeval forms` makes."""
    text = ROUND.replace(f'"{BASE}"', f'"{case.file}"') + COMMITTEE
    text = text.replace("round = 1\n", "round = 1\nannounce_on = 2025-04-30\n", 1)
    round_folder(folder, PEOPLE, text=text)
    own = folder / case.file
    own.parent.mkdir(exist_ok=True)
    own.write_text(regulation(case.method, own), encoding="utf-8")
    code, _ = run(folder, "forms")
    assert code == 0
    return folder


def send(folder: Path, case: Case, who: str, *, faulty: bool = False) -> Path:
    """The form of somebody, filled in where it was handed out, in the inbox."""
    (form,) = (folder / "forms").rglob(f"*{who}*.xlsx")
    cells: dict[At, object] = {}
    for row, (weight, said) in enumerate(zip(WEIGHTS, case.results[who], strict=True)):
        cells["indicators", row, "title"] = f"ตัวชี้วัดที่ {row + 1}"
        cells["indicators", row, "weight"] = weight
        if isinstance(said, tuple):
            cells["indicators", row, "target_1"] = "ครบทุกเรื่อง"
            for key, points in zip(DIMENSIONS, said, strict=True):
                cells["indicators", row, key] = points
        else:
            cells["indicators", row, "level"] = said
    for row, level in enumerate(case.shown[who]):
        cells["competencies", row, "level"] = level
        if row >= CORE:
            cells["competencies", row, "title"] = f"สมรรถนะประจำสายงาน {row}"
        if who in EXPECTED:
            cells["competencies", row, "expected"] = EXPECTED[who][row]
    if faulty:
        table, key, _ = case.blank
        cells[table, 1, key] = None
    own = (load(folder / case.file),)
    return fill_in(form, cells, folder / "inbox" / f"{who}.xlsx", own=own)
