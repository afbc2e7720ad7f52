"""One invented office with five groups of staff under the five shipped regulations."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from decimal import Decimal
from pathlib import Path
from typing import Any

from attendance_round import attendance_workbook
from filled import place_of_item
from handed import CORE, TITLES, WEIGHTS, opened
from perfeval.cli.main import main
from perfeval.excel.blank import Sheet, build
from perfeval.handout.fill import filling
from perfeval.record import agreements, issued
from perfeval.rounds.opened import Opened
from round_folder import roster_workbook

CLERKS, TREASURY = "สำนักปลัด", "กองคลัง"
CHIEF = "นายสมมุติ นำทาง"
LAWS = {  # staff group of the round -> its regulation
    "official": "tambon-official-2559",
    "municipal": "municipal-official-2558",
    "workers": "tambon-contract-2560",
    "civil_servant": "civil-service-2552",
    "older": "municipal-2545",
}
LABELS = {
    "official": "พนักงานส่วนตำบล",
    "municipal": "พนักงานเทศบาล",
    "workers": "พนักงานจ้างทั่วไป",
    "civil_servant": "ข้าราชการพลเรือนสามัญ",
    "older": "พนักงานเทศบาล (เกณฑ์ปี 2545)",
}
ROUND = f"""\
organisation = "องค์การปกครองส่วนท้องถิ่นตัวอย่าง"
year = 2568
round = 1
announce_on = 2025-04-30
criteria_on = 2024-09-30

[regulations]
{"".join(f'{key} = "{law}"{chr(10)}' for key, law in LAWS.items())}
[staff_groups.municipal]
group = "official"

[staff_groups.workers]
group = "contract_general"

[staff_groups.older]
group = "official"
label = "{LABELS["older"]}"

[[divisions]]
name = "{CLERKS}"

[[divisions]]
name = "{TREASURY}"

[chief]
name = "{CHIEF}"
position = "นายกองค์การปกครองส่วนท้องถิ่นตัวอย่าง"

[[committee]]
name = "นายประธาน ตัวอย่าง"
position = "ปลัด"
role = "chair"

[[committee]]
name = "นางกลาง ตัวอย่าง"
position = "ผู้อำนวยการกองคลัง"
role = "member"

[[committee]]
name = "นายจด ตัวอย่าง"
position = "นักทรัพยากรบุคคล"
role = "secretary"

[pay]
base_table = "base-2560-10"
rates = "rates.toml"
quota = {{ one = 1 }}
"""
RATES = """\
schema = 1
id = "rates-2568"
title = "อัตราเลื่อนค่าตอบแทนพนักงานจ้าง"
in_force = 2025-04-01
source = "ประกาศของหน่วยงานสมมติ"
round_up_to = 10

[[rates]]
band = "outstanding"
percent = 6

[[rates]]
band = "good"
staff_groups = ["workers"]
baht = 300
"""
PROFESSIONAL = {"position_type": "วิชาการ", "position_level": "ชำนาญการ"}
OF_LEVELS = {"position_type": "ตำแหน่งตามระดับ"}


THAI = "กขคงจฉชซญฐ"


def _person(number: int, group: str, division: str, **more: Any) -> dict[str, Any]:
    return {
        "employee_id": str(number),
        "prefix": "นาง",
        "name": f"สมมุติ{THAI[number // 1000]}{THAI[number % 1000]} ตัวอย่าง",
        "position": f"ตำแหน่งที่ {number}",
        "division": division,
        "staff_group": LABELS[group],
        "evaluator_id": "CHIEF",
        **more,
    }


PEOPLE = (
    _person(1001, "official", CLERKS, **PROFESSIONAL),
    _person(1002, "official", CLERKS, **PROFESSIONAL),
    _person(1003, "official", TREASURY, **PROFESSIONAL),  # sends nothing
    _person(2001, "municipal", CLERKS, **PROFESSIONAL),
    _person(2002, "municipal", TREASURY, **PROFESSIONAL),
    _person(3001, "workers", TREASURY, salary=9000),
    _person(3002, "workers", TREASURY, salary=9000),
    _person(4001, "civil_servant", CLERKS, **PROFESSIONAL, salary=29330),
    _person(4002, "civil_servant", CLERKS, salary=24470,
            position_type="ทั่วไป", position_level="ชำนาญงาน"),
    _person(5001, "older", CLERKS, **OF_LEVELS, position_level=8),
    _person(5002, "older", CLERKS, **OF_LEVELS, position_level=5),
    _person(5009, "older", TREASURY, **OF_LEVELS, position_level=9),  # another form
)  # fmt: skip
# Level of every indicator, and of every competency.
LEVELS = {
    "1001": (5, 4), "1002": (4, 4), "2001": (4, 5), "2002": (3, 4),
    "3001": (5, 4), "3002": (4, 5), "4001": (5, 5), "4002": (3, 3),
}  # fmt: skip
# By hand: a level is 20 points, in shares of 70 and 30, contract staff 80 and 20.
#   1001  70 x 5/5 + 30 x 4/5 = 70 + 24     3001  80 x 5/5 + 20 x 4/5 = 80 + 16
#   2001  70 x 4/5 + 30 x 5/5 = 56 + 30     3002  80 x 4/5 + 20 x 5/5 = 64 + 20
#   2002  70 x 3/5 + 30 x 4/5 = 42 + 24     5001  nine tenths of 100, 5002  eight
TOTALS = {
    "1001": "94", "1002": "80", "2001": "86", "2002": "66", "3001": "96",
    "3002": "84", "4001": "100", "4002": "60", "5001": "90", "5002": "80",
}  # fmt: skip
BANDS = {  # 84 is ดีมาก for officials and ดี for contract staff; 80 is two bands, too
    "1001": "outstanding", "1002": "very_good", "2001": "very_good", "2002": "fair",
    "3001": "outstanding", "3002": "good", "4001": "outstanding", "4002": "fair",
    "5001": "outstanding", "5002": "acceptable",
}  # fmt: skip
MARKS = {"1.1": 20, "1.2": 20, "1.3": 10, "1.4": 10, "1.5": 10}
MARKS |= {f"2.{number}": 6 for number in range(4, 9)}
TENTHS = {"5001": 9, "5002": 8}
STEPS = {
    "5001": ("ควรเลื่อนขั้นเงินเดือน 1 ขั้น", "ผลงานสูงกว่าเป้าหมายทุกข้อ"),
    "5002": ("ควรเลื่อนขั้นเงินเดือน 0.5 ขั้น", None),
}


def make(folder: Path) -> Path:
    """The round as it is opened."""
    folder.mkdir(parents=True)
    (folder / "inbox").mkdir()
    (folder / "round.toml").write_text(ROUND, encoding="utf-8")
    (folder / "rates.toml").write_text(RATES, encoding="utf-8")
    roster_workbook(PEOPLE).save(folder / "roster.xlsx")
    counted = [
        {"employee_id": "3001", "leave_times": 10, "leave_days": 30, "late_times": 15},
        {"employee_id": "3002", "leave_times": 0, "leave_days": 0, "late_times": 16},
    ]
    attendance_workbook(people=counted, is_complete="ใช่").save(
        folder / "attendance.xlsx"
    )
    return folder


def run(folder: Path, *words: object) -> tuple[int, dict[str, Any]]:
    """The code of a command on the round, and what it says as JSON."""
    out = io.StringIO()
    said = [str(word) for word in words]
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        code = main([*said, "--round", str(folder), "--json"])
    return code, json.loads(out.getvalue())


def agree(folder: Path) -> Path:
    """The forms that were handed out, with what is agreed; where they lie."""
    place, there = folder / "agreements", opened(folder)
    for who in TOTALS:
        _write(there, who, _agreed(who), place / f"{who}.xlsx")
    return place


def evaluate(folder: Path) -> None:
    """The forms of everybody but 1003, agreement and results, in the inbox."""
    there = opened(folder)
    for who in TOTALS:
        _write(there, who, _results(who), folder / "inbox" / f"{who}.xlsx")


def _write(there: Opened, who: str, cells: dict[Any, Any], path: Path) -> None:
    """The form of a person as it was handed out, with more in it."""
    person = there.roster.find(who)
    assert person is not None
    recorded = agreements.load(there.folder).get(who, ())
    form = filling(there, person, recorded[-1] if recorded else None)
    sheet = Sheet(
        form.layout,
        form.layout.form.sheet,
        {**form.values, **cells},
        nonce=issued.load(there.folder).people[who].nonce,
        locked=form.locked,
    )
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(build((sheet,)))


def _agreed(who: str) -> dict[Any, Any]:
    if who in TENTHS:
        return {
            ("items", place_of_item(number), "full_marks"): Decimal(full)
            for number, full in MARKS.items()
        }
    cells: dict[Any, Any] = {}
    for row, (title, weight) in enumerate(zip(TITLES, WEIGHTS, strict=True)):
        cells["indicators", row, "title"] = title
        cells["indicators", row, "weight"] = Decimal(weight)
    for row in range(CORE, _rated(who)):
        cells["competencies", row, "title"] = f"สมรรถนะประจำสายงาน {row}"
    return cells


def _rated(who: str) -> int:
    """How many competencies: five core ones, and of officials three of their line."""
    return CORE + (3 if who[0] in "12" else 0)


def _results(who: str) -> dict[Any, Any]:
    if who in TENTHS:
        step, reason = STEPS[who]
        cells: dict[Any, Any] = {
            ("items", place_of_item(number), "marks_1"): Decimal(full * tenths) / 10
            for tenths in (TENTHS[who],)
            for number, full in MARKS.items()
        }
        cells["proposed_step",] = step
        return cells | ({("proposed_step_reason",): reason} if reason else {})
    results, behaviour = LEVELS[who]
    return {
        **{("indicators", row, "level"): Decimal(results) for row in range(3)},
        **{
            ("competencies", n, "level"): Decimal(behaviour) for n in range(_rated(who))
        },
    }
