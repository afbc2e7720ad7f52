"""
The sheet of what the dropdowns of a list offer, where people may add to it.

Kept on a sheet, since Excel holds a list inside a cell only up to 255 characters.
"""

from collections.abc import Iterable, Mapping

from xlsxwriter import Workbook

from perfeval.excel.instructions import MARGIN, ROW
from perfeval.excel.pen import GrowingSheet, Pen
from perfeval.excel.styles_of_form import Styles
from perfeval.forms.list_schema import ListForm
from perfeval.forms.spans import Span
from perfeval.grid import column_letters

ROOM = 40  # rows of a list of choices, with room to add some
HEADING = 3  # row of the headings; the choices begin below it
WIDTH = 30  # characters
A4 = 9
Choices = Mapping[str, tuple[str, Iterable[str]]]  # list -> heading, words


def write_choices(
    book: Workbook, styles: Styles, listed: ListForm, choices: Choices
) -> Mapping[str, str]:
    """
    A column a list.

    Returns:
        The range of each list, as far as it is filled, as formulas name it.
    """
    out = book.add_worksheet(listed.choices_sheet, GrowingSheet)
    pen = Pen(book, styles, out)
    out.set_default_row(ROW)
    out.set_column(0, len(choices) - 1, WIDTH, styles.plain)
    pen.label(1, Span(1, len(choices)), listed.choices_guide, styles.guide)
    places = {}
    for column, (key, (heading, words)) in enumerate(choices.items(), 1):
        at = Span(column, column)
        pen.label(HEADING, at, heading, styles.heading)
        given = [*words]
        for row in range(ROOM):
            word = given[row] if row < len(given) else None
            pen.input(HEADING + 1 + row, at, "text", value=word)
        places[key] = _filled(listed.choices_sheet, column)
    out.freeze_panes(HEADING, 0)
    out.set_paper(A4)
    out.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    out.fit_to_pages(1, 0)
    out.hide_gridlines(2)
    return places


def _filled(sheet: str, column: int) -> str:
    """The filled part of a column, so that a dropdown shows no empty lines."""
    letter, first = column_letters(column), HEADING + 1
    whole = f"'{sheet}'!${letter}${first}:${letter}${HEADING + ROOM}"
    return f"OFFSET('{sheet}'!${letter}${first},0,0,MAX(1,COUNTA({whole})),1)"
