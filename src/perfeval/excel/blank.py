"""
Build a form to fill in: blank, or with what is already known.

XlsxWriter writes it from the layout. Every place that is read later gets a
defined name of its sheet, so that inserted rows and copied sheets do no harm.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from itertools import accumulate

from xlsxwriter import Workbook

from perfeval.excel.instructions import write_instructions
from perfeval.excel.pen import Pen, Value
from perfeval.excel.result import write_result
from perfeval.excel.styles_of_form import Styles
from perfeval.excel.tables import write_field, write_table
from perfeval.forms.layout import (
    For,
    Layout,
    PartPlace,
    lay_out,
)
from perfeval.forms.load import load
from perfeval.forms.locate import CARRIER, STAMP, Stamp
from perfeval.forms.spans import Span
from perfeval.regulations.schema import Regulation

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed time: same in, same bytes
MARGIN = 0.59  # inches, 1.5 cm
A4 = 9
ROW = 26  # points, a row of one line
STAMP_ROW, STAMP_HEIGHT = 3, 14
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One form of a workbook.

    values: what is already known, by path: `("name",)`, `("indicators", 0,
        "title")`.
    saved: figures to store with the live formulas, by the same kind of path;
        without one a program shows nothing until it recalculates.
    nonce: drawn once for an issued form; empty for a blank one.
    """

    layout: Layout
    title: str
    values: Mapping[Path, Value] = field(default_factory=dict)
    saved: Mapping[Path, Value] = field(default_factory=dict)
    nonce: str = ""


def build(sheets: tuple[Sheet, ...]) -> bytes:
    """The bytes of a workbook with one form a sheet; the same for the same input."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": CREATED, "title": sheets[0].layout.form.title})
    styles = Styles(book)
    write_instructions(book, styles, sheets[0].layout)
    for sheet in sheets:
        _form(Pen(book, styles, book.add_worksheet(sheet.title)), sheet)
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
    return Sheet(layout, form.sheet, known)


def stamp_of(layout: Layout) -> Stamp:
    """What a form says it is."""
    return Stamp(layout.form.id, layout.form.version, layout.regulation.id)


def _carry(book: Workbook, sheets: tuple[Sheet, ...]) -> None:
    """A second copy of what each sheet is, out of the way of people."""
    carrier = book.add_worksheet(CARRIER)
    for row, sheet in enumerate(sheets):
        stamp = str(stamp_of(sheet.layout))
        known = [sheet.values.get((key,)) for key in ("employee_id", "fiscal_year")]
        words = [sheet.title, stamp, *(str(k or "") for k in known), sheet.nonce]
        for column, word in enumerate(words):
            carrier.write_string(row, column, word)
        book.set_custom_property(CARRIER, stamp)
    carrier.very_hidden()


def _form(pen: Pen, sheet: Sheet) -> None:
    """One form sheet, from the page to the result."""
    layout = sheet.layout
    _page(pen, layout)
    _heading(pen, layout)
    for part in layout.parts:
        _part(pen, part, layout)
    for place in layout.fields.values():
        known = sheet.values.get((place.field.key,))
        write_field(pen, place, known, regulation=layout.regulation)
    for table in layout.tables.values():
        write_table(pen, table, layout, values=sheet.values, saved=sheet.saved)
    write_result(pen, layout, sheet.saved)


def _page(pen: Pen, layout: Layout) -> None:
    """Widths, paper, page breaks, protection, where the cursor starts."""
    out, widths = pen.out, layout.form.grid.widths
    for column, width in enumerate(widths):
        out.set_column(column, column, float(width), pen.styles.plain)
    out.set_default_row(ROW)
    out.set_landscape()
    out.set_paper(A4)
    out.set_margins(MARGIN, MARGIN, MARGIN, MARGIN)
    out.fit_to_pages(1, 0)
    out.repeat_rows(0, STAMP_ROW - 1)
    out.print_area(0, 0, layout.last - 1, len(widths) - 1)
    out.set_h_pagebreaks([p.title - 1 for p in layout.parts if p.part.new_page])
    out.set_footer(f"&L&10{stamp_of(layout)}&R&12หน้า &P จาก &N")
    out.freeze_panes(STAMP_ROW, 0)
    out.hide_gridlines(2)
    out.protect("", {"format_rows": True, "format_columns": True})
    first = next(iter(layout.fields.values()))
    out.set_selection(*(first.row - 1, first.input.first - 1) * 2)


def _heading(pen: Pen, layout: Layout) -> None:
    """Whose form it is, under which regulation, and the stamp that is read back."""
    whole = Span(1, len(layout.form.grid.widths))
    groups = " / ".join(group.label for group in layout.regulation.staff_groups)
    pen.label(1, whole, f"{layout.form.title}ของ{groups}", pen.styles.title)
    pen.label(2, whole, layout.regulation.title, pen.styles.subtitle)
    pen.label(STAMP_ROW, whole, str(stamp_of(layout)), pen.styles.stamp)
    pen.name(STAMP, 1, STAMP_ROW)
    pen.out.set_row(STAMP_ROW - 1, STAMP_HEIGHT)


def _part(pen: Pen, place: PartPlace, layout: Layout) -> None:
    """The title of a part, its guide, and the lines where people sign."""
    widths = [float(width) for width in layout.form.grid.widths]
    whole = Span(1, len(widths))
    pen.label(place.title, whole, place.part.title, pen.styles.part)
    if place.guide and place.part.guide:
        pen.label(place.guide, whole, place.part.guide, pen.styles.guide)
    signers = place.part.signatures
    for role, at in zip(signers, _side_by_side(len(signers), widths), strict=True):
        lines = ("ลงชื่อ " + "." * 32, f"({'.' * 32})", role, "วันที่ ......../......../........")
        for offset, words in enumerate(lines):
            pen.label(place.first + offset, at, words, pen.styles.signature)


def _side_by_side(count: int, widths: list[float]) -> Iterator[Span]:
    """So many spans of about the same width."""
    ends = list(accumulate(widths))
    first = 1
    for number in range(1, count + 1):
        wanted = ends[-1] * number / count
        last = min(range(len(ends)), key=lambda at: abs(ends[at] - wanted)) + 1
        yield Span(first, last)
        first = last + 1
