"""
What attendance.xlsx tells while people fill it, row by row.

A help while typing; perfeval itself checks every row again, and more.
"""

from collections.abc import Mapping, Sequence

from perfeval.excel.list_checks import COMPLETE, LACKS, Case, all_of, letter, whole_row
from perfeval.excel.live import first_of, words
from perfeval.forms.list_schema import ListForm

HALF = "0.5"  # days, the smallest part that is counted


def leave_check(
    listed: ListForm,
    people: ListForm,
    places: Mapping[str, str],
    row: int,
    first: int,
) -> str:
    """The formula that says what a leave lacks; nothing for an empty row."""
    at = _cells(listed, row)
    begins, ends, days = at["leave_from"], at["leave_to"], at["leave_days"]
    dated = f"ISNUMBER({begins})*ISNUMBER({ends})"
    ids = all_of(listed, "employee_id", first)
    starts = all_of(listed, "leave_from", first)
    stops = all_of(listed, "leave_to", first)
    own = all_of(people, "employee_id", first, sheet=people.sheet)
    counted = all_of(people, "leave_times", first, sheet=people.sheet)
    kind = at["leave_kind"]
    cases: Sequence[Case] = (
        (f"COUNTA({whole_row(listed, row)})=0", words("")),
        *_missing(listed, at),
        (f"COUNTIF({places['leave_kinds']},{kind})=0", words("ไม่มีประเภทการลานี้")),
        (f"{dated}=0", words("วันที่ไม่ถูกต้อง")),
        (f"{ends}<{begins}", words("วันสุดท้ายอยู่ก่อนวันแรก")),
        (
            f'(COUNTIF({places["certified"]},{kind})>0)*({at["certificate"]}="")>0',
            words("ยังไม่เลือกใบรับรองแพทย์"),
        ),
        (f"N({days})>{ends}-{begins}+1", words("วันลามากกว่าช่วงวันที่ลา")),
        (
            f'COUNTIFS({ids},{at["employee_id"]},{starts},"<="&{ends},'
            f'{stops},">="&{begins})*(({days}="")+({days}>{HALF})>0)>1',
            words("ซ้อนวันกับแถวอื่น"),
        ),
        (
            f'COUNTIFS({own},{at["employee_id"]},{counted},">=0")>0',
            words("มีจำนวนในแผ่นรายคนแล้ว"),
        ),
    )
    return "=" + first_of(cases, words(COMPLETE))


def person_check(
    listed: ListForm,
    leaves: ListForm,
    places: Mapping[str, str],
    row: int,
    first: int,
) -> str:
    """The formula that says what is not known of a person."""
    at = _cells(listed, row)
    times, days = at["leave_times"], at["leave_days"]
    ids = all_of(listed, "employee_id", first)
    own = all_of(leaves, "employee_id", first, sheet=leaves.sheet)
    is_listed = f"COUNTIF({own},{at['employee_id']})"
    is_open = f"({places['is_complete']}<>{words('ใช่')})"
    cases: Sequence[Case] = (
        (f"COUNTA({whole_row(listed, row)})=0", words("")),
        *_missing(listed, at),
        (f"COUNTIF({ids},{at['employee_id']})>1", words("รหัสพนักงานซ้ำ")),
        (f'({times}="")<>({days}="")', words("กรอกทั้งครั้งและวันลา")),
        (f'({is_listed}>0)*({times}<>"")>0', words("มีรายการในแผ่นการลาแล้ว")),
        (f"N({days})<N({times})*{HALF}", words("วันลาน้อยกว่าจำนวนครั้ง")),
        (
            f'{is_open}*({times}="")*({is_listed}=0)>0',
            words("ยังไม่กรอกการลา"),
        ),
        (
            f'{is_open}*({at["late_times"]}="")>0',
            words("ยังไม่กรอกการมาสาย"),
        ),
    )
    return "=" + first_of(cases, words(COMPLETE))


def _cells(listed: ListForm, row: int) -> Mapping[str, str]:
    return {one.key: f"${letter(listed, one.key)}{row}" for one in listed.columns}


def _missing(listed: ListForm, at: Mapping[str, str]) -> list[Case]:
    return [
        (f'{at[column.key]}=""', words(LACKS + column.label))
        for column in listed.columns
        if column.required
    ]
