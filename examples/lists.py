"""The round.toml and the roster of an example."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from described import full_name

from perfeval.attending import filled
from perfeval.excel.attendance import Known
from perfeval.excel.roster import build
from perfeval.forms.load_list import load_list
from perfeval.regulations.load import load

HEAD = """\
# รอบการประเมินตัวอย่าง หน่วยงาน บุคคล และสถานที่เป็นเรื่องสมมติทั้งหมด
# ไฟล์ของหน่วยงานจริงสร้างด้วย  perfeval init

organisation = "{organisation}"
year = {fiscal_year}                        # ปีงบประมาณ พ.ศ.
round = {round_number}                           # {span}
announce_on = {announce_on}           # วันที่ประกาศ เป็นปี ค.ศ.-เดือน-วัน

[regulations]                       # กลุ่มพนักงาน = รหัสหลักเกณฑ์
"""
HEADING = (
    "{organisation}   รอบการประเมินครั้งที่ {round_number} ประจำปีงบประมาณ พ.ศ. {fiscal_year}"
)


def round_file(example: Mapping[str, Any]) -> str:
    """The text of round.toml."""
    office = example["office"]
    people = {one["employee_id"]: one for one in example["people"]}
    heads = {one["division"]: one["employee_id"] for one in example["people"]
             if "is_head" in one}  # fmt: skip
    text = HEAD.format(**office, span=_span(office))
    for law in _laws(office):
        for group in law.staff_groups:
            text += f'{group.key} = "{law.id}"\n'
    for name in office["divisions"]:
        said = {"name": name} | ({"head": heads[name]} if name in heads else {})
        text += "\n[[divisions]]\n" + _lines(said)
    text += "\n[chief]\n" + _lines(office["chief"])
    for member in office["committee"]:
        name = full_name(people[member["id"]])
        said = {"name": name, "position": member["position"], "role": member["role"]}
        text += "\n[[committee]]\n" + _lines(said)
    return text


def _span(office: Mapping[str, Any]) -> str:
    """The half-year of the round in words."""
    year = office["fiscal_year"]
    if office["round_number"] == 1:
        return f"รอบที่ 1: 1 ตุลาคม {year - 1} - 31 มีนาคม {year}"
    return f"รอบที่ 2: 1 เมษายน {year} - 30 กันยายน {year}"


def roster(example: Mapping[str, Any]) -> bytes:
    """The bytes of roster.xlsx."""
    office = example["office"]
    laws = _laws(office)
    positions = [position for law in laws for position in law.positions]
    levels = [level for position in positions for level in position.levels]
    groups = [group.label for law in laws for group in law.staff_groups]
    choices = {
        "divisions": ("สำนัก/กอง", office["divisions"]),
        "staff_groups": ("กลุ่มพนักงาน", groups),
        "position_types": ("ประเภทตำแหน่ง", dict.fromkeys(p.type for p in positions)),
        "position_levels": ("ระดับตำแหน่ง", dict.fromkeys(levels)),
        "evaluators": ("รหัสผู้ประเมินที่ไม่อยู่ในบัญชี", [office["chief"]["id"]]),
    }
    people = [
        {key: Decimal(value) if isinstance(value, int) else value
         for key, value in one.items()}
        for one in example["people"]
    ]  # fmt: skip
    return build(load_list("roster"), choices, HEADING.format(**office), people)


def attendance(example: Mapping[str, Any]) -> bytes:
    """The bytes of attendance.xlsx: counted sums, leaves, and that it is complete."""
    office, said = example["office"], example["attendance"]
    names = {one["employee_id"]: full_name(one) for one in example["people"]}
    people, leaves = (
        [
            {"name": names[one["employee_id"]]}
            | {key: _typed(value) for key, value in one.items()}
            for one in said[table]
        ]
        for table in ("people", "leaves")
    )
    known = Known(people, leaves, said["is_complete"])
    return filled(_laws(office), HEADING.format(**office), known)


def _typed(value: Any) -> Any:
    return Decimal(value) if isinstance(value, int) else value


def _laws(office: Mapping[str, Any]) -> list[Any]:
    keys = ("regulation", "contract_regulation")
    return [load(office[key]).regulation for key in keys if key in office]


def _lines(said: Mapping[str, str]) -> str:
    return "".join(f'{key} = "{value}"\n' for key, value in said.items())
