"""A deeper colour on the cells that a result still waits for."""

from perfeval.excel import live_dimensions, live_items
from perfeval.excel.live import COMPETENCY, LADDER, column, typed_in
from perfeval.excel.pen import Pen
from perfeval.forms.layout import Layout, TablePlace
from perfeval.forms.schema import ITEMS
from perfeval.forms.spans import Span
from perfeval.grid import column_letters
from perfeval.regulations.dimensions import DIMENSIONS


def mark_missing(pen: Pen, layout: Layout) -> None:
    """
    Mark required fields, and what a row in use lacks, while they are blank.

    The number of such cells stands in words beside the result; the points of a
    row say what it lacks.
    """
    for place in layout.fields.values():
        if place.field.required:
            blank = f'{typed_in(place)}=""'
            pen.mark(place.row, place.row, place.input, blank)
    if layout.form.is_marked:
        _items(pen, layout)
        return
    _indicators(pen, layout.tables["indicators"])
    _competencies(pen, layout.tables["competencies"])


def _items(pen: Pen, layout: Layout) -> None:
    """Full marks and marks of the round, in rows in use and in compulsory ones."""
    place = layout.tables[ITEMS]
    for row in range(place.first, place.last + 1):
        for key, blank in live_items.waiting(layout, row):
            pen.mark(row, row, place.span(key), blank)


def mark_waiting(pen: Pen, row: int, at: Span, total: str) -> None:
    """The result in the same colour while there is no total."""
    pen.mark(row, row, at, f'{total}=""')


def _at(place: TablePlace, key: str, row: int) -> str:
    """A cell that moves down with its row but not sideways."""
    return f"${column_letters(place.span(key).first)}{row}"


def _used(place: TablePlace, keys: tuple[str, ...], row: int) -> str:
    return f"COUNTA({','.join(_at(place, key, row) for key in keys)})>0"


def _indicators(pen: Pen, place: TablePlace) -> None:
    first, last = place.first, place.last
    used = _used(place, live_dimensions.inputs(place), first)
    by_dimension = live_dimensions.is_dimensional(place)
    for key in ("title", "weight", *(DIMENSIONS if by_dimension else ())):
        blank = f'AND({_at(place, key, first)}="",{used})'
        pen.mark(first, last, place.span(key), blank)
    if by_dimension:
        return
    level, actual = (_at(place, key, first) for key in ("level", "actual"))
    ladder = ",".join(_at(place, key, first) for key in LADDER)
    in_words = f'OR({actual}="",COUNT({ladder})<{len(LADDER)})'
    pen.mark(first, last, place.span("level"), f'AND({level}="",{used},{in_words})')
    for key in LADDER:
        blank = f'AND({_at(place, key, first)}="",COUNTA({ladder})>0)'
        pen.mark(first, last, place.span(key), blank)


def _competencies(pen: Pen, place: TablePlace) -> None:
    """Rows that come with a kind are to be filled; others once they are in use."""
    given = place.first + len(place.prefilled)
    for first, last in ((place.first, given - 1), (given, place.last)):
        if first > last:
            continue
        used = "" if first < given else f",{_used(place, COMPETENCY, first)}"
        for key in ("title", "level"):
            blank = f'AND({_at(place, key, first)}=""{used})'
            pen.mark(first, last, place.span(key), blank)
    weights = f"COUNTA({column(place, 'weight')})>0"
    used = _used(place, COMPETENCY, place.first)
    blank = f'AND({_at(place, "weight", place.first)}="",{weights},{used})'
    pen.mark(place.first, place.last, place.span("weight"), blank)
