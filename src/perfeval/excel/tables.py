"""The fields and tables of a form sheet: labels, cells to fill, names, rules."""

from collections.abc import Mapping
from decimal import Decimal

from perfeval.excel import live
from perfeval.excel.heights import height
from perfeval.excel.pen import Pen, Value
from perfeval.excel.validation import validate
from perfeval.forms.layout import FieldPlace, Layout, TablePlace
from perfeval.forms.locate import PREFIX
from perfeval.forms.schema import Column
from perfeval.forms.spans import Span
from perfeval.regulations.schema import Regulation

HEADING_ROW = 52  # points, two lines
LONG_ROW = 68  # points, three lines
CLOSING_ROW = 16  # points, of a table without figures
NUMBER = "ที่"
Known = Mapping[tuple[str | int, ...], Value]


def write_field(
    pen: Pen, place: FieldPlace, known: Value, *, regulation: Regulation
) -> None:
    """A field: label to the left, cell to fill, its name and its rule."""
    spec = place.field
    label = f"{spec.label} *" if spec.required else spec.label
    pen.label(place.row, place.label, label, pen.styles.label)
    pen.input(place.row, place.input, spec.kind, known)
    pen.name(PREFIX + spec.key, place.input.first, place.row)
    validate(pen.out, place.row, place.input.first, spec, regulation)
    if spec.kind == "long_text":
        pen.out.set_row(place.row - 1, LONG_ROW)


def write_table(
    pen: Pen, place: TablePlace, layout: Layout, *, values: Known, saved: Known
) -> None:
    """A table: heading, rows to fill, closing row; a name for every column."""
    pen.out.set_row(place.heading - 1, HEADING_ROW)
    pen.label(place.heading, Span(1, 1), NUMBER, pen.styles.heading)
    for column in place.table.columns:
        at = place.span(column.key)
        pen.label(place.heading, at, column.label, pen.styles.heading)
        name = f"{PREFIX}{place.table.key}_{column.key}"
        pen.name(name, at.first, place.heading, place.total)
    for number in range(place.last - place.first + 1):
        _row(pen, place, number, layout=layout, values=values, saved=saved)
    if place.table.component is None:
        whole = Span(1, len(layout.form.grid.widths))
        pen.label(place.total, whole, place.table.total, pen.styles.closing)
        pen.out.set_row(place.total - 1, CLOSING_ROW)
    else:
        _closing(pen, place, layout, saved)


def _row(
    pen: Pen,
    place: TablePlace,
    number: int,
    *,
    layout: Layout,
    values: Known,
    saved: Known,
) -> None:
    """One row to fill; as tall as its longest text."""
    row = place.first + number
    given = place.prefilled[number] if number < len(place.prefilled) else {}
    widths = layout.form.grid.widths
    tallest = float(place.table.height)
    pen.label(row, Span(1, 1), str(number + 1), pen.styles.number)
    for column in place.table.columns:
        at, path = place.span(column.key), (place.table.key, number, column.key)
        if column.kind == "computed":
            rule = live.points(place, row, layout.regulation)
            shown = saved.get(path, "")
            pen.formula(row, at, rule, saved=shown, style=pen.styles.computed)
            continue
        value = values.get(path, _given(column, given))
        pen.input(row, at, column.kind, value)
        validate(pen.out, row, at.first, column, layout.regulation)
        if isinstance(value, str):
            room = float(sum(widths[at.first - 1 : at.last]))
            tallest = max(tallest, height(value, room))
    pen.out.set_row(row - 1, tallest)


def _given(column: Column, given: Mapping[str, str]) -> Value:
    words = given.get(column.key)
    return Decimal(words) if words is not None and column.kind == "number" else words


def _closing(pen: Pen, place: TablePlace, layout: Layout, saved: Known) -> None:
    """The last row of a scored table: weights, a word on them, points."""
    row, key, style = place.total, place.table.key, pen.styles.computed
    weight, points = place.span("weight"), place.span("points")
    pen.label(row, Span(1, weight.first - 1), place.table.total, pen.styles.label)
    shown = saved.get((key, "weight"), "")
    pen.formula(row, weight, live.weight_total(place), saved=shown, style=style)
    blank = live.weight_words(place)
    shown = saved.get((key, "verdict"), blank)
    verdict = Span(weight.last + 1, points.first - 1)
    pen.formula(row, verdict, live.weight_verdict(place), saved=shown, style=style)
    shown = saved.get((key, "points"), Decimal(0))
    pen.formula(row, points, live.table_points(place), saved=shown, style=style)
    rest = Span(points.last + 1, len(layout.form.grid.widths))
    pen.label(row, rest, "", style)
    pen.out.set_row(row - 1, HEADING_ROW)
