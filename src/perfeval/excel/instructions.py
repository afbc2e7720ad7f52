"""The first sheet of a form: what to do, in order, one worked row, the words."""

from xlsxwriter import Workbook

from perfeval.excel.heights import height
from perfeval.excel.legends import level_names
from perfeval.excel.pen import GrowingSheet, Pen
from perfeval.excel.styles_of_form import AMBER, BLUE, CREAM, GREY, Styles
from perfeval.forms.layout import Layout
from perfeval.forms.spans import Span

TITLE = "คำแนะนำ"
WIDTHS = (5, 36, 9, 9, 9, 9, 9, 9, 11, 10, 9)
WHOLE, TEXT = Span(1, len(WIDTHS)), Span(2, len(WIDTHS))
HALVES = (Span(2, 5), Span(6, len(WIDTHS)))
SAMPLES = ((Span(1, 1), Span(2, 5)), (Span(6, 6), Span(7, len(WIDTHS))))
MARGIN = 0.59  # inches, 1.5 cm
A4 = 9
ROW = 23  # points, a row of one line
GAP = 10  # points, between two blocks
LEVEL = "ระดับ"
ITEMS = "คำอธิบายรายการประเมิน"


def title_of(number: int) -> str:
    """What the sheet of the first, second … kind of form in a workbook is called."""
    return TITLE if number == 1 else f"{TITLE} {number}"


def write_instructions(
    book: Workbook, styles: Styles, layout: Layout, number: int = 1
) -> None:
    """
    Numbered steps, a worked row, the names of the levels, the colours.

    number: which kind of form of the workbook they are for.
    """
    out = book.add_worksheet(title_of(number), GrowingSheet)
    _page(out, styles, layout)
    pen, words = Pen(book, styles, out), layout.form.instructions
    pen.label(1, WHOLE, words.title, styles.title)
    row = _gap(pen, 2)
    for place, step in enumerate(words.steps, 1):
        pen.label(row, Span(1, 1), f"{place}.", styles.step_number)
        pen.label(row, TEXT, step, styles.step)
        out.set_row(row - 1, height(step, sum(WIDTHS[1:])))
        row += 1
    row = _example(pen, _gap(pen, row), layout)
    row = _items(pen, row, layout)
    row = _levels(pen, _gap(pen, row), layout)
    row = _legend(pen, _gap(pen, row), layout)
    out.print_area(0, 0, row - 1, len(WIDTHS) - 1)


def _page(out: GrowingSheet, styles: Styles, layout: Layout) -> None:
    for column, width in enumerate(WIDTHS):
        out.set_column(column, column, width, styles.plain)
    out.set_default_row(ROW)
    out.set_landscape()
    out.set_paper(A4)
    out.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    # with items to explain there is too much for one page in legible letters
    out.fit_to_pages(1, 0 if layout.regulation.items else 1)
    out.hide_gridlines(2)
    out.protect("", {"format_rows": True})


def _gap(pen: Pen, row: int) -> int:
    """A low empty row; the row after it."""
    pen.out.set_row(row - 1, GAP)
    return row + 1


def _example(pen: Pen, row: int, layout: Layout) -> int:
    """The worked row under its title; the first row after it."""
    words = layout.form.instructions
    pen.label(row, WHOLE, words.example_title, pen.styles.part)
    styles = (pen.styles.heading, *[pen.styles.example] * len(words.example))
    for line, style in zip(words.example, styles, strict=False):
        row += 1
        cells = list(zip(line, WIDTHS[1:], strict=False))
        for column, (word, _) in enumerate(cells, 2):
            pen.label(row, Span(column, column), word, style)
        tallest = max(height(word, width, bold=True) for word, width in cells)
        pen.out.set_row(row - 1, max(ROW, tallest))
    return row + 1


def _items(pen: Pen, row: int, layout: Layout) -> int:
    """What is looked at in each item, where items are marked; the first row after."""
    explained = [one for one in layout.regulation.items if one.explained]
    if not explained:
        return row
    row = _gap(pen, row)
    pen.label(row, WHOLE, ITEMS, pen.styles.part)
    for at, one in enumerate(explained, row + 1):
        pen.label(at, Span(1, 1), one.number, pen.styles.step_number)
        pen.label(at, TEXT, one.shown, pen.styles.step)
        pen.out.set_row(at - 1, height(one.shown, sum(WIDTHS[1:])))
    return row + len(explained) + 1


def _levels(pen: Pen, row: int, layout: Layout) -> int:
    """What each level is called, a column a component; the first row after it."""
    names = level_names(layout.regulation)
    labels = {c.key: c.label for c in layout.regulation.components}
    if not names:
        return row
    pen.label(row, Span(1, 1), LEVEL, pen.styles.heading)
    for component, at in zip(names, HALVES, strict=False):
        pen.label(row, at, labels[component], pen.styles.heading)
    levels = list(next(iter(names.values())))
    for offset, level in enumerate(levels, 1):
        pen.label(row + offset, Span(1, 1), level, pen.styles.number)
        for named, at in zip(names.values(), HALVES, strict=False):
            pen.label(row + offset, at, named.get(level, ""), pen.styles.cell)
    return row + len(levels) + 1


def _legend(pen: Pen, row: int, layout: Layout) -> int:
    """What the colours and the star mean, two on a row; the last row."""
    swatches = ((CREAM, ""), (AMBER, ""), (GREY, ""), (BLUE, "*"))
    words = layout.form.instructions.legend
    at = row
    for number, (word, (colour, sign)) in enumerate(zip(words, swatches, strict=True)):
        sample, text = SAMPLES[number % len(SAMPLES)]
        at = row + number // len(SAMPLES)
        pen.label(at, sample, sign, pen.styles.swatch(colour))
        pen.label(at, text, word, pen.styles.note)
    return at
