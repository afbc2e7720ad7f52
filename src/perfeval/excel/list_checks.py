"""What every list tells while people fill it: how many rows, which lack something."""

from perfeval.excel.live import words
from perfeval.excel.pen import Pen
from perfeval.forms.list_schema import ListForm
from perfeval.forms.spans import Span
from perfeval.grid import column_letters

BELOW = 2_000  # rows in which an id may stand, rows added later among them
COMPLETE = "ครบ"
LACKS = "ยังไม่กรอก "
Case = tuple[str, str]  # a condition and what it is told as


def letter(listed: ListForm, key: str) -> str:
    """The letters of a column of the list."""
    keys = [column.key for column in listed.columns]
    return column_letters(keys.index(key) + 1)


def all_of(listed: ListForm, key: str, first: int, *, sheet: str = "") -> str:
    """Every row of a column, those that are added later among them."""
    at = letter(listed, key)
    place = f"${at}${first}:${at}${first + BELOW}"
    return f"'{sheet}'!{place}" if sheet else place


def whole_row(listed: ListForm, row: int) -> str:
    """All cells of one row that people fill."""
    return f"$A{row}:${column_letters(len(listed.columns))}{row}"


def count_words(
    listed: ListForm, first: int, last: int, *, what: tuple[str, str]
) -> str:
    """
    The formula that counts rows in use, and those that still lack something.

    Args:
        what: what a row is, and its unit.
    """
    name, unit = what
    check = column_letters(len(listed.columns) + 1)
    told = f"${check}${first}:${check}${last}"
    used = f'SUMPRODUCT(--({told}<>""))'
    faulty = f'({used}-COUNTIF({told},"{COMPLETE}"))'
    return (
        f"={words(f'{name} ')}&{used}&{words(f' {unit}')}"
        f"&IF({faulty}=0,{words('')},{words(' · ต้องแก้ไข ')}&{faulty}&{words(' แถว')})"
    )


def mark_faults(
    pen: Pen, listed: ListForm, first: int, last: int, *, unique: bool
) -> None:
    """
    A deeper colour where a row in use lacks a value or shares its id.

    Args:
        unique: an id stands in one row only.
    """
    used = f"COUNTA({whole_row(listed, first)})>0"
    for place, column in enumerate(listed.columns, 1):
        if column.required:
            cell = f"${column_letters(place)}{first}"
            lacks = f'AND({cell}="",{used})'
            pen.mark(first, last, Span(place, place), lacks, pen.styles.lacking)
    if unique:
        own = f"${letter(listed, 'employee_id')}{first}"
        known = all_of(listed, "employee_id", first)
        doubled = f'AND({own}<>"",COUNTIF({known},{own})>1)'
        pen.mark(first, last, Span(1, 1), doubled, pen.styles.lacking)
    check = len(listed.columns) + 1
    told = f"${column_letters(check)}{first}"
    is_faulty = f'AND({told}<>"",{told}<>{words(COMPLETE)})'
    pen.mark(first, last, Span(check, check), is_faulty, pen.styles.lacking)
