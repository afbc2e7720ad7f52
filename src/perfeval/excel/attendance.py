"""
Builds attendance.xlsx to fill in: people with what was counted, and leave by leave.

The people come first, since lateness is told of everybody; whoever has leaves on
the second sheet needs no sums on the first one.
"""

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from typing import NamedTuple

from xlsxwriter import Workbook

from perfeval.excel.attendance_checks import leave_check, person_check
from perfeval.excel.list_choices import Choices, write_choices
from perfeval.excel.list_guide import write_guide
from perfeval.excel.list_sheet import DECLARED, LABEL, Checks, ListSheet, Row
from perfeval.excel.pen import GrowingSheet, Pen
from perfeval.excel.roster import CREATED
from perfeval.excel.styles_of_form import NORMAL, Styles
from perfeval.forms.load_list import load_list
from perfeval.grid import column_letters


class Known(NamedTuple):
    """
    What is known when the workbook is made.

    people, leaves: rows by column key, choices as the dropdown shows them.
    is_complete: the word of the list that says so; None leaves it open.
    """

    people: Sequence[Row] = ()
    leaves: Sequence[Row] = ()
    is_complete: str | None = None


def build(choices: Choices, heading: str, known: Known = Known()) -> bytes:  # noqa: B008  frozen
    """
    The bytes of the workbook; the same for the same input.

    Args:
        choices: `leave_kinds`, and `certified`: those of them for which somebody
            must say whether there is a medical certificate.
        heading: the line under the titles: the office and the round.
    """
    people, leaves = load_list("attendance"), load_list("leaves")
    stream = BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(NORMAL)}
    book = Workbook(stream, options)
    book.set_properties({"created": CREATED, "title": people.title})
    styles = Styles(book)
    write_guide(book, styles, people, leaves)
    first = book.add_worksheet(people.sheet, GrowingSheet)
    second = book.add_worksheet(leaves.sheet, GrowingSheet)
    places = {
        **write_choices(book, styles, leaves, choices),
        "is_complete": f"${column_letters(LABEL + 1)}${DECLARED}",
    }
    told = Checks(partial(person_check, people, leaves), ("รายชื่อ", "คน"))
    ListSheet(Pen(book, styles, first), people, places, told).write(
        heading, known.people, declared_as=known.is_complete
    )
    told = Checks(partial(leave_check, leaves, people), ("การลา", "ครั้ง"), unique=False)
    ListSheet(Pen(book, styles, second), leaves, places, told).write(
        heading, known.leaves
    )
    first.activate()
    book.close()
    return stream.getvalue()
