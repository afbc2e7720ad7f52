"""The first sheet of a form: what to do, in order, and one worked row."""

from xlsxwriter import Workbook

from perfeval.excel.heights import height
from perfeval.excel.styles_of_form import CREAM, GREY, Styles
from perfeval.forms.layout import Layout

TITLE = "คำแนะนำ"
WIDTHS = (6, 42, 12, 11, 11, 11, 11, 11, 13, 13)
MARGIN = 0.59  # inches, 1.5 cm
A4 = 9
TALL = 50  # points, a row of two lines


def write_instructions(book: Workbook, styles: Styles, layout: Layout) -> None:
    """Numbered steps, a worked row, and what the colours mean."""
    words, last = layout.form.instructions, len(WIDTHS) - 1
    out = book.add_worksheet(TITLE)
    for column, width in enumerate(WIDTHS):
        out.set_column(column, column, width, styles.plain)
    out.set_landscape()
    out.set_paper(A4)
    out.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    out.fit_to_pages(1, 0)
    out.hide_gridlines(2)
    out.merge_range(0, 0, 0, last, words.title, styles.title)
    row = 2
    for number, step in enumerate(words.steps, 1):
        out.write_string(row, 0, f"{number}.", styles.step)
        out.merge_range(row, 1, row, last, step, styles.step)
        out.set_row(row, height(step, sum(WIDTHS[1:])) + 4)
        row += 1
    row += 1
    out.merge_range(row, 0, row, last, words.example_title, styles.part)
    for line in words.example:
        row += 1
        out.set_row(row, TALL)
        for column, word in enumerate(line, 1):
            out.write_string(row, column, word, styles.example)
    row += 2
    for word, colour in zip(words.legend, (CREAM, GREY), strict=True):
        out.write_blank(row, 0, None, styles.swatch(colour))
        out.merge_range(row, 1, row, last, word, styles.plain)
        row += 1
    out.print_area(0, 0, row - 1, last)
    out.protect("", {"format_rows": True})
