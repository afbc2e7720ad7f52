"""
What a roster tells while people fill it: missing values, doubled ids.

A help while typing, in words beside each row and in colour. perfeval itself
checks every row again, and more.
"""

from collections.abc import Mapping, Sequence

from perfeval.excel.list_checks import COMPLETE, LACKS, Case, all_of, letter, whole_row
from perfeval.excel.live import first_of, words
from perfeval.forms.list_schema import ListForm


def row_check(listed: ListForm, places: Mapping[str, str], row: int, first: int) -> str:
    """The formula that says what a row lacks; nothing for an empty row."""
    at = {one.key: f"${letter(listed, one.key)}{row}" for one in listed.columns}
    known = all_of(listed, "employee_id", first)
    cases: Sequence[Case] = (
        (f"COUNTA({whole_row(listed, row)})=0", words("")),
        *(
            (f'{at[column.key]}=""', words(LACKS + column.label))
            for column in listed.columns
            if column.required
        ),
        (f"COUNTIF({known},{at['employee_id']})>1", words("รหัสพนักงานซ้ำ")),
        (
            f"COUNTIF({places['divisions']},{at['division']})=0",
            words("ไม่มีสำนัก/กองนี้ในตัวเลือก"),
        ),
        (f'{at["evaluator_id"]}=""', words("ยังไม่กรอกผู้ประเมิน")),
        (f"{at['evaluator_id']}={at['employee_id']}", words("ผู้ประเมินเป็นคนเดียวกัน")),
        (
            f"COUNTIF({known},{at['evaluator_id']})"
            f"+COUNTIF({places['evaluators']},{at['evaluator_id']})=0",
            words("ไม่พบรหัสผู้ประเมิน"),
        ),
        (
            f'({at["movement"]}="")<>({at["movement_on"]}="")',
            words("โอน/ย้าย: เลือกและลงวันที่ให้ครบ"),
        ),
    )
    return "=" + first_of(cases, words(COMPLETE))
