"""The rows of the roster, each value typed by its grammar."""

from collections.abc import Iterator

from perfeval.model import Choice, Day, Filled, Identifier, Number, Record, Text
from perfeval.rounds.typed_rows import Told, TypedRow, typed_rows

TABLE = "roster"
# What a form only remarks on decides a result here, or is told in other words.
TOLD = Told({"PE107": "PE324", "PE102": "PE325"}, example="15000")


class RosterRow(Record):
    """One row of the roster, typed but not yet held against the round."""

    employee_id: Identifier = None
    prefix: Text = None
    name: Text = None
    position: Text = None
    position_type: Text = None
    position_level: Text = None
    is_head: Choice = None
    division: Text = None
    staff_group: Text = None
    evaluator_id: Identifier = None
    next_supervisor_id: Identifier = None
    started_on: Day = None
    probation_from: Day = None
    probation_to: Day = None
    movement: Choice = None
    movement_on: Day = None
    excluded_reason: Text = None
    salary: Number = None


Typed = TypedRow[RosterRow]


def typed(filled: Filled) -> Iterator[Typed]:
    """Every row of the roster in which anybody typed anything."""
    return typed_rows(filled, TABLE, RosterRow, told=TOLD)
