"""The first sheet of a list: what to do, and every column with an example."""

from xlsxwriter import Workbook

from perfeval.excel.heights import height
from perfeval.excel.instructions import MARGIN, ROW, TITLE
from perfeval.excel.pen import GrowingSheet, Pen
from perfeval.excel.styles_of_form import AMBER, CREAM, Styles
from perfeval.forms.list_schema import ListColumn, ListForm
from perfeval.forms.spans import Span

WIDTHS = (5, 30, 56, 24, 24)
WHOLE, TEXT = Span(1, len(WIDTHS)), Span(2, len(WIDTHS))
HEADINGS = ("", "คอลัมน์", "วิธีกรอก", "ตัวอย่าง 1", "ตัวอย่าง 2")
A4 = 9


def write_guide(
    book: Workbook, styles: Styles, listed: ListForm, *more: ListForm
) -> None:
    """
    Numbered steps, the columns one by one, what the colours mean.

    Args:
        more: further lists of the same workbook, for their columns.
    """
    out = book.add_worksheet(TITLE, GrowingSheet)
    pen = Pen(book, styles, out)
    for column, width in enumerate(WIDTHS):
        out.set_column(column, column, width, styles.plain)
    out.set_default_row(ROW)
    pen.label(1, WHOLE, listed.title, styles.title)
    row = 2
    for number, step in enumerate(listed.steps, 1):
        row += 1
        pen.label(row, Span(1, 1), f"{number}.", styles.step_number)
        pen.label(row, TEXT, step, styles.step)
        out.set_row(row - 1, height(step, sum(WIDTHS[1:])))
    for one in (listed, *more):
        row = _columns(pen, row + 2, one)
    for word, colour in zip(listed.legend, (CREAM, AMBER), strict=True):
        row += 1
        pen.label(row, Span(1, 1), "", styles.swatch(colour))
        pen.label(row, TEXT, word, styles.note)
    _page(out, row, high=1 if more else 0)


def _columns(pen: Pen, row: int, listed: ListForm) -> int:
    """One line a column, with its example; the row after the last one."""
    pen.label(row, WHOLE, listed.example_title, pen.styles.part)
    row += 1
    for place, heading in enumerate(HEADINGS, 1):
        pen.label(row, Span(place, place), heading, pen.styles.heading)
    for number, column in enumerate(listed.columns, 1):
        row += 1
        words = (str(number), heading_of(column), column.prompt or "", *column.example)
        for place, word in enumerate(words, 1):
            style = pen.styles.number if place == 1 else pen.styles.described
            pen.label(row, Span(place, place), word, style)
        tallest = max(
            height(word, width) for word, width in zip(words, WIDTHS, strict=True)
        )
        pen.out.set_row(row - 1, max(ROW, tallest))
    return row + 1


def heading_of(column: ListColumn) -> str:
    """The heading of a column; a star where everybody needs a value."""
    return f"{column.label} *" if column.required else column.label


def _page(out: GrowingSheet, last: int, *, high: int) -> None:
    """One page wide, and so many high; 0 for as many as it takes."""
    out.set_landscape()
    out.set_paper(A4)
    out.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    out.fit_to_pages(1, high)
    out.hide_gridlines(2)
    out.print_area(0, 0, last - 1, len(WIDTHS) - 1)
    out.protect("", {"format_rows": True})
