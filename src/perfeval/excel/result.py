"""The live result of a form: components, what is missing, total and band."""

from collections.abc import Mapping

from perfeval.excel import live, live_items, verdict
from perfeval.excel.marks import mark_waiting
from perfeval.excel.pen import Pen, Value
from perfeval.forms.layout import Layout, TablePlace
from perfeval.forms.spans import Span
from perfeval.forms.stamp import PREFIX

LABEL, POINTS, SHARE, WEIGHTED = Span(1, 4), Span(5, 6), Span(7, 9), Span(10, 12)
Known = Mapping[tuple[str | int, ...], Value]


def write_result(pen: Pen, layout: Layout, saved: Known) -> None:
    """The block that shows where the form stands."""
    place, words = layout.summary, layout.form.summary
    columns = (LABEL, POINTS, SHARE, WEIGHTED)
    for at, heading in zip(columns, words.heading, strict=True):
        pen.label(place.heading, at, heading, pen.styles.heading)
    for component in layout.regulation.components:
        _component(pen, layout, component.key, saved)
    _figures(pen, layout, saved)


def _component(pen: Pen, layout: Layout, key: str, saved: Known) -> None:
    """One component: points, share, weighted points."""
    component = next(c for c in layout.regulation.components if c.key == key)
    row, style = layout.summary.components[key], pen.styles.computed
    pen.label(row, LABEL, component.label, pen.styles.label)
    if layout.form.is_marked:
        points, product = live_items.percent(row), live_items.marks_of(layout, key)
        shown = saved.get((key, "points"))
    else:
        table = _feeding(layout, key)
        points = f"={live.cell(table.total, table.span('points').first)}"
        earned, share = (live.cell(row, at.first) for at in (POINTS, SHARE))
        product = f"={earned}*{share}/{live.WHOLE}"
        shown = saved.get((table.table.key, "points"))
    pen.formula(row, POINTS, points, saved=shown, style=style)
    shown = saved.get((key, "share"))
    pen.formula(row, SHARE, verdict.share(layout, key), saved=shown, style=style)
    shown = saved.get((key, "weighted"))
    pen.formula(row, WEIGHTED, product, saved=shown, style=style)


def _feeding(layout: Layout, component: str) -> TablePlace:
    tables = layout.tables.values()
    return next(t for t in tables if t.table.component == component)


def _figures(pen: Pen, layout: Layout, saved: Known) -> None:
    """Cells to fill, total, band; words in place of a band while any are missing."""
    place, words = layout.summary, layout.form.summary
    rows = (
        (place.missing, "missing", words.missing, verdict.missing),
        (place.total, "total", words.total, verdict.total),
        (place.band, "band", words.band, verdict.band),
    )
    total = live.cell(place.total, WEIGHTED.first)
    for row, key, label, rule in rows:
        pen.label(row, Span(LABEL.first, SHARE.last), label, pen.styles.label)
        style = pen.styles.count if key == "missing" else pen.styles.result
        pen.formula(row, WEIGHTED, rule(layout), saved=saved.get((key,)), style=style)
        pen.name(f"{PREFIX}own_{key}", WEIGHTED.first, row)
    mark_waiting(pen, place.band, WEIGHTED, total)
