"""
The top of a form sheet: whose form it is, where it stands, under which rules.

The first row stays in sight while one scrolls and stands on every page. The stamp
is what the form is known by when it comes back.
"""

from perfeval.excel import legends, live, verdict
from perfeval.excel.marks import mark_waiting
from perfeval.excel.pen import Pen
from perfeval.excel.result import WEIGHTED, Known
from perfeval.forms.layout import Layout
from perfeval.forms.spans import Span
from perfeval.forms.stamp import STAMP, Stamp

TOP, TITLE, REGULATION, ROUND = 1, 2, 3, 4  # rows
PERSON, STATUS = Span(1, 6), Span(7, 12)
STAMPED, MIDDLE = Span(1, 2), Span(3, 10)
TITLE_ROW = 28  # points


def stamp_of(layout: Layout) -> Stamp:
    """What a form says it is."""
    return Stamp(layout.form.id, layout.form.version, layout.regulation.id)


def write_heading(pen: Pen, layout: Layout, saved: Known) -> None:
    """Person, result and stamp; then title, regulation and round."""
    styles = pen.styles
    total = live.cell(layout.summary.total, WEIGHTED.first)
    person, status = legends.person_line(layout), verdict.status(layout)
    shown = saved.get(("person",))
    pen.formula(TOP, PERSON, person, saved=shown, style=styles.top)
    shown = saved.get(("status",))
    pen.formula(TOP, STATUS, status, saved=shown, style=styles.status)
    mark_waiting(pen, TOP, STATUS, total)
    pen.label(REGULATION, STAMPED, str(stamp_of(layout)), styles.stamp)
    pen.name(STAMP, STAMPED.first, REGULATION)
    groups = " / ".join(group.label for group in layout.regulation.staff_groups)
    pen.label(TITLE, MIDDLE, f"{layout.form.title}ของ{groups}", styles.title)
    pen.label(REGULATION, MIDDLE, layout.regulation.title, styles.subtitle)
    rule, shown = legends.round_line(layout), saved.get(("round",))
    pen.formula(ROUND, MIDDLE, rule, saved=shown, style=styles.subtitle)
    pen.out.set_row(TITLE - 1, TITLE_ROW)
