"""
What a roster tells while people fill it: missing values, doubled ids.

A help while typing, in words beside each row and in colour. perfeval itself
checks every row again, and more.
"""

from collections.abc import Mapping, Sequence

from perfeval.excel.live import first_of, words
from perfeval.excel.pen import Pen
from perfeval.forms.list_schema import ListForm
from perfeval.forms.spans import Span
from perfeval.grid import column_letters

BELOW = 2_000  # rows in which an id may stand, rows added later among them
COMPLETE = "ครบ"
LACKS = "ยังไม่กรอก "
Case = tuple[str, str]  # a condition and what it is told as


def _letter(listed: ListForm, key: str) -> str:
    keys = [column.key for column in listed.columns]
    return column_letters(keys.index(key) + 1)


def _ids(listed: ListForm, first: int) -> str:
    letter = _letter(listed, "employee_id")
    return f"${letter}${first}:${letter}${first + BELOW}"


def _row(listed: ListForm, row: int) -> str:
    return f"$A{row}:${column_letters(len(listed.columns))}{row}"


def row_check(
    listed: ListForm, places: Mapping[str, str], *, row: int, first: int
) -> str:
    """The formula that says what a row lacks; nothing for an empty row."""
    at = {one.key: f"${_letter(listed, one.key)}{row}" for one in listed.columns}
    ids = _ids(listed, first)
    cases: Sequence[Case] = (
        (f"COUNTA({_row(listed, row)})=0", words("")),
        *(
            (f'{at[column.key]}=""', words(LACKS + column.label))
            for column in listed.columns
            if column.required
        ),
        (f"COUNTIF({ids},{at['employee_id']})>1", words("รหัสพนักงานซ้ำ")),
        (
            f"COUNTIF({places['divisions']},{at['division']})=0",
            words("ไม่มีสำนัก/กองนี้ในตัวเลือก"),
        ),
        (f'{at["evaluator_id"]}=""', words("ยังไม่กรอกผู้ประเมิน")),
        (f"{at['evaluator_id']}={at['employee_id']}", words("ผู้ประเมินเป็นคนเดียวกัน")),
        (
            f"COUNTIF({ids},{at['evaluator_id']})"
            f"+COUNTIF({places['evaluators']},{at['evaluator_id']})=0",
            words("ไม่พบรหัสผู้ประเมิน"),
        ),
        (
            f'({at["movement"]}="")<>({at["movement_on"]}="")',
            words("โอน/ย้าย: เลือกและลงวันที่ให้ครบ"),
        ),
    )
    return "=" + first_of(cases, words(COMPLETE))


def count_words(listed: ListForm, first: int, last: int) -> str:
    """The formula that counts people, and rows that still lack something."""
    check = column_letters(len(listed.columns) + 1)
    told = f"${check}${first}:${check}${last}"
    people = f'SUMPRODUCT(--({told}<>""))'
    faulty = f'({people}-COUNTIF({told},"{COMPLETE}"))'
    return (
        f"={words('รายชื่อ ')}&{people}&{words(' คน')}"
        f"&IF({faulty}=0,{words('')},{words(' · ต้องแก้ไข ')}&{faulty}&{words(' แถว')})"
    )


def mark_faults(pen: Pen, listed: ListForm, first: int, last: int) -> None:
    """A deeper colour where a row in use lacks a value or shares its id."""
    used = f"COUNTA({_row(listed, first)})>0"
    for place, column in enumerate(listed.columns, 1):
        if column.required:
            cell = f"${column_letters(place)}{first}"
            lacks = f'AND({cell}="",{used})'
            pen.mark(first, last, Span(place, place), lacks, pen.styles.lacking)
    own = f"${_letter(listed, 'employee_id')}{first}"
    doubled = f'AND({own}<>"",COUNTIF({_ids(listed, first)},{own})>1)'
    pen.mark(first, last, Span(1, 1), doubled, pen.styles.lacking)
    check = len(listed.columns) + 1
    letter = f"${column_letters(check)}{first}"
    pen.mark(
        first,
        last,
        Span(check, check),
        f'AND({letter}<>"",{letter}<>{words(COMPLETE)})',
        pen.styles.lacking,
    )
