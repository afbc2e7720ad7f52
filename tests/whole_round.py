"""A whole round in a folder: three people; two forms came back, one is missing."""

from decimal import Decimal
from pathlib import Path

from filled import sound, write
from round_folder import CLERK, HEAD, ROUND, round_folder

COMMITTEE = """
[[committee]]
name = "นางกลาง ตัวอย่าง"
position = "ผู้อำนวยการกองช่าง"
role = "member"

[[committee]]
name = "นายจด ตัวอย่าง"
position = "นักทรัพยากรบุคคล"
role = "secretary"
"""
NAMES = {"CHIEF": "นายสมมุติ นำทาง", "1001": "นายปลัด ตัวอย่าง"}
OFFICE = "องค์การบริหารส่วนตำบลตัวอย่าง"


def whole_round(folder: Path) -> Path:
    """A round in which 1001 has 80 points, 1002 has 60 and 1003 sent nothing."""
    round_folder(folder, text=ROUND + COMMITTEE)
    send(folder, CLERK, 4)
    send(folder, HEAD, 3)
    return folder


def send(folder: Path, whom: dict, level: int) -> Path:
    """The form of somebody in the inbox, every level alike."""
    values = sound() | {
        ("organisation",): OFFICE,
        ("employee_id",): whom["employee_id"],
        ("name",): whom["prefix"] + whom["name"],
        ("position",): whom["position"],
        ("position_type",): whom["position_type"],
        ("position_level",): whom["position_level"],
        ("division",): whom["division"],
        ("evaluator_id",): whom["evaluator_id"],
        ("evaluator_name",): NAMES[whom["evaluator_id"]],
    }
    levels = {at: Decimal(level) for at in values if at[-1] == "level"}
    return write(folder / "inbox" / f"{whom['employee_id']}.xlsx", values | levels)
