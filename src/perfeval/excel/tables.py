"""The fields and tables of a form sheet: labels, cells to fill, names, rules."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeGuard

from perfeval.excel import live, live_competencies, live_dimensions, live_items
from perfeval.excel.closing_of_items import close_items
from perfeval.excel.formsheet import FormSheet, Known
from perfeval.excel.heights import height, lines
from perfeval.excel.pen import Pen, Value
from perfeval.excel.validation import validate
from perfeval.forms.layout import FieldPlace, Layout, TablePlace
from perfeval.forms.schema import ITEMS, Column, Input
from perfeval.forms.spans import Span
from perfeval.forms.stamp import PREFIX

ROW = 23  # points, a row of one line
LONG_ROW = 50  # points, two lines and room to write
CLOSING_ROW = 23  # points
CENTRED = 1  # character of width that a cell without indent has more
NUMBER = "ที่"


def write_field(pen: Pen, place: FieldPlace, sheet: FormSheet) -> None:
    """A field: label to the left, cell to fill, its name and its rule."""
    spec, row, path = place.field, place.row, (place.field.key,)
    pen.label(row, place.label, _titled(spec), pen.styles.label)
    known, locked = sheet.values.get(path), path in sheet.locked
    pen.input(row, place.input, spec.kind, value=known, locked=locked)
    pen.name(PREFIX + spec.key, place.input.first, row)
    validate(pen.out, (row, row), place.input.first, spec, sheet.layout.regulation)


def field_row(places: list[FieldPlace], sheet: FormSheet) -> float:
    """How tall a row of fields must be for its labels and values."""
    layout, values = sheet.layout, sheet.values
    tallest: float = ROW
    for place in places:
        if place.field.kind == "long_text":
            tallest = max(tallest, LONG_ROW)
        label = height(_titled(place.field), _room(layout, place.label), bold=True)
        value = values.get((place.field.key,))
        shown = height(value, _room(layout, place.input)) if _is_text(value) else 0
        tallest = max(tallest, label, shown)
    return tallest


def _titled(spec: Input) -> str:
    return f"{spec.label} *" if spec.required else spec.label


def _room(layout: Layout, at: Span) -> float:
    return float(sum(layout.form.grid.widths[at.first - 1 : at.last]))


def write_table(pen: Pen, place: TablePlace, sheet: FormSheet) -> None:
    """A table: heading, rows to fill, closing row; a name for every column."""
    layout, saved = sheet.layout, sheet.saved
    _heading(pen, place, layout)
    for number in range(place.last - place.first + 1):
        _row(pen, place, number, sheet)
    for column in place.table.columns:
        if column.kind != "computed":
            rows = (place.first, place.last)
            at = place.span(column.key).first
            validate(pen.out, rows, at, column, layout.regulation)
    if not place.table.is_scored:
        whole = Span(1, len(layout.form.grid.widths))
        pen.label(place.total, whole, place.table.total, pen.styles.closing)
    else:
        _points(pen, place, layout, saved)
        close = close_items if place.table.key == ITEMS else _closing
        close(pen, place, layout, saved)
    pen.out.set_row(place.total - 1, CLOSING_ROW)


def _heading(pen: Pen, place: TablePlace, layout: Layout) -> None:
    """The heading row, as tall as its tallest cell, and the names of the columns."""
    style, tallest = pen.styles.heading, 0.0
    pen.label(place.heading, Span(1, 1), NUMBER, style)
    for column in place.table.columns:
        at = place.span(column.key)
        room = _room(layout, at) + CENTRED
        label = _broken(_titled(column), room)
        pen.label(place.heading, at, label, style)
        name = f"{PREFIX}{place.table.key}_{column.key}"
        pen.name(name, at.first, place.heading, place.total)
        tallest = max(tallest, height(label, room, bold=True))
    pen.out.set_row(place.heading - 1, tallest)


def _broken(label: str, room: float) -> str:
    """A heading on two lines where one is too narrow, broken at its first space."""
    if lines(label, room, bold=True) == 1:
        return label
    return label.replace(" ", "\n", 1)


def _row(pen: Pen, place: TablePlace, number: int, sheet: FormSheet) -> None:
    """One row to fill; as tall as its longest text."""
    row = place.first + number
    given = place.prefilled[number] if number < len(place.prefilled) else {}
    tallest = float(place.table.height)
    pen.label(row, Span(1, 1), place.number(number), pen.styles.number)
    for column in place.table.columns:
        if column.kind == "computed":
            continue
        at, path = place.span(column.key), (place.table.key, number, column.key)
        value = sheet.values.get(path, _given(column, given))
        # Only a field of several lines starts at the top of its box.
        kind = "text" if column.kind == "long_text" else column.kind
        pen.input(row, at, kind, value=value, locked=path in sheet.locked)
        if _is_text(value):
            tallest = max(tallest, height(value, _room(sheet.layout, at)))
    pen.out.set_row(row - 1, tallest)


def _points(pen: Pen, place: TablePlace, layout: Layout, saved: Known) -> None:
    """The live points of every row."""
    at, style = place.span("points"), pen.styles.computed
    for number, row in enumerate(range(place.first, place.last + 1)):
        rule = _points_of(place, row, layout)
        shown = saved.get((place.table.key, number, "points"))
        pen.formula(row, at, rule, saved=shown, style=style)


def _points_of(place: TablePlace, row: int, layout: Layout) -> str:
    if place.table.key == ITEMS:
        return live_items.points(layout, row)
    if place.table.key == "competencies":
        return live_competencies.points(place, row, layout.regulation)
    if live_dimensions.is_dimensional(place):
        return live_dimensions.points(place, row, layout.regulation)
    return live.indicator_points(place, row, layout.regulation)


def _is_text(value: Value) -> TypeGuard[str]:
    return isinstance(value, str)


def _given(column: Column, given: Mapping[str, str]) -> Value:
    words = given.get(column.key)
    is_figure = column.kind in ("number", "level")
    return Decimal(words) if words is not None and is_figure else words


def _closing(pen: Pen, place: TablePlace, layout: Layout, saved: Known) -> None:
    """The last row of a scored table: weights, a word on them, points."""
    row, key, style = place.total, place.table.key, pen.styles.computed
    weight, points = place.span("weight"), place.span("points")
    pen.label(row, Span(1, weight.first - 1), place.table.total, pen.styles.label)
    between = Span(weight.last + 1, points.first - 1)
    rest = Span(points.last + 1, len(layout.form.grid.widths))
    # The word on the weights goes where there is room for it.
    free, told = sorted((between, rest), key=lambda at: _room(layout, at))
    figures = (
        (weight, live.weight_total(place), "weight"),
        (told, live.weight_verdict(place), "verdict"),
        (points, live.table_points(place, _most(layout, place)), "points"),
    )
    for at, rule, name in figures:
        pen.formula(row, at, rule, saved=saved.get((key, name)), style=style)
    pen.label(row, free, "", style)


def _most(layout: Layout, place: TablePlace) -> Decimal | None:
    """What the component of a table comes to at most, where a method says so."""
    said = layout.regulation.matching
    if said is None or said.hybrid is None or place.table.key != "competencies":
        return None
    return said.hybrid.at_most
