"""
Build a form to fill in: blank, or with what is already known.

XlsxWriter writes it from the layout. Every place that is read later gets a
defined name of its sheet, so that inserted rows and copied sheets do no harm.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import accumulate

from xlsxwriter import Workbook

from perfeval.excel import legends, untouched
from perfeval.excel.formsheet import FormSheet as Sheet
from perfeval.excel.formsheet import Path
from perfeval.excel.heading import TOP, stamp_of, write_heading
from perfeval.excel.heights import height
from perfeval.excel.instructions import write_instructions
from perfeval.excel.marks import mark_missing
from perfeval.excel.pen import GrowingSheet, Pen, Value
from perfeval.excel.result import write_result
from perfeval.excel.styles_of_form import FONT, NORMAL, Styles
from perfeval.excel.tables import ROW, field_row, write_field, write_table
from perfeval.forms.layout import (
    FieldPlace,
    For,
    Layout,
    PartPlace,
    items_given,
    lay_out,
)
from perfeval.forms.load import load
from perfeval.forms.spans import Span
from perfeval.forms.stamp import CARRIER
from perfeval.regulations.schema import Regulation

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed time: same in, same bytes
MARGIN = 0.59  # inches, 1.5 cm
FOOT = 0.63  # inches, with room for the page number
A4 = 9
SIGNING = 34  # points, room for a hand
GAP = 9  # points, between two parts
LINES = ("ลงชื่อ " + "." * 32, f"({'.' * 32})")  # above the role of who signs
DATED = "วันที่ ......../......../........"
CARRIED = ("employee_id", "fiscal_year", "round_number")


def build(sheets: tuple[Sheet, ...]) -> bytes:
    """
    The bytes of a workbook with one form a sheet; the same for the same input.

    Forms of several kinds may stand in it: each kind behind its own instructions.
    """
    stream = BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(NORMAL)}
    book = Workbook(stream, options)
    book.set_properties({"created": CREATED, "title": sheets[0].layout.form.title})
    styles = Styles(book)
    kinds: list[str] = []
    for sheet in sheets:
        if (kind := str(stamp_of(sheet.layout))) not in kinds:
            kinds.append(kind)
            write_instructions(book, styles, sheet.layout, len(kinds))
        _form(Pen(book, styles, book.add_worksheet(sheet.title, GrowingSheet)), sheet)
    _carry(book, sheets)
    book.worksheets()[1].activate()
    book.close()
    return stream.getvalue()


def blank_sheet(regulation: Regulation, whom: For, *, probation: bool) -> Sheet:
    """A form with nothing but what its kind of staff has in common."""
    form = load(regulation.form)
    layout = lay_out(form, regulation, whom)
    values: dict[Path, Value] = {}
    groups = {group.key: group for group in regulation.staff_groups}
    group = groups.get(whom.staff_group or "")
    if group or len(regulation.staff_groups) == 1:
        values[("staff_group",)] = (group or regulation.staff_groups[0]).label
    values[("position_type",)] = whom.position_type
    values[("position_level",)] = whom.position_level
    if probation and "probation" in layout.fields:
        choices = layout.fields["probation"].field.choices
        values[("probation",)] = next(c.label for c in choices if c.key == "yes")
    known = {path: value for path, value in values.items() if value is not None}
    saved = untouched.figures(layout, known)
    return Sheet(layout, form.sheet, known, saved, locked=items_given(layout))


def _carry(book: Workbook, sheets: tuple[Sheet, ...]) -> None:
    """A second copy of what each sheet is, out of the way of people."""
    carrier = book.add_worksheet(CARRIER)
    book.set_custom_property(CARRIER, str(stamp_of(sheets[0].layout)))
    for row, sheet in enumerate(sheets):
        stamp = str(stamp_of(sheet.layout))
        known = [sheet.values.get((key,)) for key in CARRIED]
        words = [sheet.title, stamp, *(str(k or "") for k in known), sheet.nonce]
        for column, word in enumerate(words):
            carrier.write_string(row, column, word)
    carrier.very_hidden()


def _form(pen: Pen, sheet: Sheet) -> None:
    """One form sheet, from the page to the result."""
    layout = sheet.layout
    _page(pen, layout)
    pen.out.set_selection(*_first_open(sheet) * 2)
    group = sheet.values.get(("staff_group",))
    write_heading(pen, layout, sheet.saved, str(group) if group else None)
    for part in layout.parts:
        _part(pen, part, layout)
    _fields(pen, sheet)
    for table in layout.tables.values():
        write_table(pen, table, sheet)
    write_result(pen, layout, sheet.saved)
    mark_missing(pen, layout)


def _page(pen: Pen, layout: Layout) -> None:
    """Widths, paper, page breaks, protection, where the cursor starts."""
    out, widths = pen.out, layout.form.grid.widths
    for column, width in enumerate(widths):
        out.set_column(column, column, float(width), pen.styles.plain)
    out.set_default_row(ROW)
    out.set_landscape()
    out.set_paper(A4)
    out.set_margins(MARGIN, MARGIN, MARGIN, FOOT)
    out.fit_to_pages(1, 0)
    out.repeat_rows(TOP - 1)
    out.print_area(0, 0, layout.last - 1, len(widths) - 1)
    out.set_h_pagebreaks([p.title - 1 for p in layout.parts if p.part.new_page])
    page = f'&"{FONT},Regular"&14หน้า &P จาก &N'
    out.set_footer(f"&R{page}", {"margin": MARGIN / 2})
    out.freeze_panes(TOP, 0)
    out.hide_gridlines(2)
    out.protect("", {"format_rows": True, "format_columns": True})


def _first_open(sheet: Sheet) -> tuple[int, int]:
    """Row and column, from 0, of the first cell that a person is to fill."""
    open_cells = [
        (place.row, place.input.first)
        for key, place in sheet.layout.fields.items()
        if (key,) not in sheet.locked
    ]
    for key, table in sheet.layout.tables.items():
        open_cells += [
            (table.first, table.span(column.key).first)
            for column in table.table.columns
            if column.kind != "computed" and (key, 0, column.key) not in sheet.locked
        ]
    row, column = min(open_cells)
    return row - 1, column - 1


def _fields(pen: Pen, sheet: Sheet) -> None:
    """The single cells, and the height of each of their rows."""
    rows: dict[int, list[FieldPlace]] = {}
    for place in sheet.layout.fields.values():
        write_field(pen, place, sheet)
        rows.setdefault(place.row, []).append(place)
    for row, places in rows.items():
        pen.out.set_row(row - 1, field_row(places, sheet))


def _part(pen: Pen, place: PartPlace, layout: Layout) -> None:
    """The title of a part, its guide and legend, the lines where people sign."""
    widths = [float(width) for width in layout.form.grid.widths]
    whole, part = Span(1, len(widths)), place.part
    pen.label(place.title, whole, part.title, pen.styles.part)
    if place.guide and part.guide:
        pen.label(place.guide, whole, part.guide, pen.styles.guide)
        pen.out.set_row(place.guide - 1, max(ROW, height(part.guide, sum(widths))))
    if place.legend:
        pen.label(place.legend, whole, _legend(place, layout), pen.styles.guide)
    elif place.last < layout.last:
        pen.out.set_row(place.last, GAP)
    if place.signers:
        _sign(pen, place, widths)


def _legend(place: PartPlace, layout: Layout) -> str:
    if place.part.table is None:
        return legends.bands(layout.regulation)
    component = layout.tables[place.part.table].table.component
    return legends.levels(layout.regulation, component or "")


def _sign(pen: Pen, place: PartPlace, widths: list[float]) -> None:
    """The lines of all who sign, side by side."""
    spans = _side_by_side(len(place.signers), widths)
    for role, at in zip(place.signers, spans, strict=True):
        for offset, words in enumerate((*LINES, role, DATED)):
            pen.label(place.first + offset, at, words, pen.styles.signature)
    pen.out.set_row(place.first - 1, SIGNING)


def _side_by_side(count: int, widths: list[float]) -> Iterator[Span]:
    """So many spans of about the same width."""
    ends = list(accumulate(widths))
    first = 1
    for number in range(1, count + 1):
        wanted = ends[-1] * number / count
        last = min(range(len(ends)), key=lambda at: abs(ends[at] - wanted)) + 1
        yield Span(first, last)
        first = last + 1
