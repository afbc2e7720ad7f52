"""The closing row of marked items: full marks and marks, and a word on them."""

from perfeval.excel import live_items
from perfeval.excel.formsheet import Known
from perfeval.excel.pen import Pen
from perfeval.forms.layout import Layout, TablePlace
from perfeval.forms.schema import ITEMS
from perfeval.forms.spans import Span


def close_items(pen: Pen, place: TablePlace, layout: Layout, saved: Known) -> None:
    """The sums of every column, and what is wrong with the full marks."""
    row, style = place.total, pen.styles.computed
    title, part = place.span("title"), place.span("part")
    pen.label(row, Span(1, title.first), place.table.total, pen.styles.label)
    told = Span(title.first + 1, part.last)
    rule, shown = live_items.verdict(layout), saved.get((ITEMS, "verdict"))
    pen.formula(row, told, rule, saved=shown, style=style)
    for key in ("full_marks", "marks_1", "marks_2", "points"):
        rule, shown = live_items.sum_of(place, key), saved.get((ITEMS, key))
        pen.formula(row, place.span(key), rule, saved=shown, style=style)
