"""
The top of a form sheet: whose form it is, where it stands, under which rules.

The first row stays in sight while one scrolls and stands on every page. The stamp
is what the form is known by when it comes back.
"""

from perfeval.excel import legends, live, verdict
from perfeval.excel.heights import height
from perfeval.excel.marks import mark_waiting
from perfeval.excel.pen import Pen
from perfeval.excel.result import WEIGHTED, Known
from perfeval.forms.layout import Layout
from perfeval.forms.spans import Span
from perfeval.forms.stamp import STAMP, Stamp

TOP, TITLE, REGULATION, ROUND = 1, 2, 3, 4  # rows
PERSON, STATUS = Span(1, 6), Span(7, 12)
STAMPED, MIDDLE = Span(1, 2), Span(3, 10)
TITLE_ROW = 28  # points, of one line
TITLE_SIZE = 20  # points, of its letters


def stamp_of(layout: Layout) -> Stamp:
    """What a form says it is."""
    return Stamp(layout.form.id, layout.form.version, layout.regulation.id)


def write_heading(
    pen: Pen, layout: Layout, saved: Known, group: str | None = None
) -> None:
    """
    Person, result and stamp; then title, regulation and round.

    Args:
        group: whose form it is, in the words of its staff group; without it the form
            is for every group of the regulation.
    """
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
    title = _title(layout, group)
    pen.label(TITLE, MIDDLE, title, styles.title)
    pen.label(REGULATION, MIDDLE, layout.regulation.title, styles.subtitle)
    rule, shown = legends.round_line(layout), saved.get(("round",))
    pen.formula(ROUND, MIDDLE, rule, saved=shown, style=styles.subtitle)
    widths = layout.form.grid.widths[MIDDLE.first - 1 : MIDDLE.last]
    room = float(sum(widths))
    tall = height(title, room, bold=True, size=TITLE_SIZE)
    pen.out.set_row(TITLE - 1, max(TITLE_ROW, tall))


def _title(layout: Layout, group: str | None) -> str:
    every = (one.label for one in layout.regulation.staff_groups)
    return f"{layout.form.title}ของ{group or ' / '.join(every)}"
