"""
Builds the roster to fill in: empty, or with the people who are already known.

Every column gets a defined name, by which it is found again. The sheet is not
protected: people insert, paste and sort rows in it.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from io import BytesIO

from xlsxwriter import Workbook

from perfeval.excel.list_choices import Choices, write_choices
from perfeval.excel.list_guide import write_guide
from perfeval.excel.list_sheet import Checks, ListSheet, Row
from perfeval.excel.pen import GrowingSheet, Pen
from perfeval.excel.roster_checks import row_check
from perfeval.excel.styles_of_form import NORMAL, Styles
from perfeval.forms.list_schema import ListForm

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed time: same in, same bytes
OTHERS = "evaluators"  # the list of those who evaluate without a row
Person = Row


def build(
    listed: ListForm,
    choices: Choices,
    heading: str,
    people: Sequence[Person] = (),
) -> bytes:
    """
    The bytes of a roster; the same for the same input.

    Args:
        choices: the lists of the dropdowns by `choices_from`, and `evaluators`:
            ids that may evaluate without a row of their own.
        heading: the line under the title: the office and the round.
        people: values by column key; choices as the dropdown shows them.
    """
    stream = BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(NORMAL)}
    book = Workbook(stream, options)
    book.set_properties({"created": CREATED, "title": listed.title})
    styles = Styles(book)
    write_guide(book, styles, listed)
    out = book.add_worksheet(listed.sheet, GrowingSheet)
    places = write_choices(book, styles, listed, choices)
    told = Checks(partial(row_check, listed), ("รายชื่อ", "คน"))
    ListSheet(Pen(book, styles, out), listed, places, told).write(heading, people)
    out.activate()
    book.close()
    return stream.getvalue()
