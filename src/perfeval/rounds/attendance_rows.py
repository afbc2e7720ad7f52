"""The rows of attendance.xlsx, each value typed by its grammar."""

from collections.abc import Iterator

from perfeval.model import Choice, Day, Filled, Identifier, Number, Record, Text
from perfeval.rounds.typed_rows import Told, TypedRow, typed_rows

LEAVES, PEOPLE = "leaves", "attendance"  # the ids of the two lists
# A value that decides whether somebody gets a raise is never passed over.
TOLD = Told({"PE107": "PE504", "PE102": "PE508"}, example="2")


class LeaveRow(Record):
    """One leave, typed but not yet held against the round."""

    employee_id: Identifier = None
    name: Text = None
    leave_kind: Text = None
    leave_from: Day = None
    leave_to: Day = None
    leave_days: Number = None
    certificate: Choice = None
    note: Text = None


class CountedRow(Record):
    """What was counted of one person."""

    employee_id: Identifier = None
    name: Text = None
    leave_times: Number = None
    leave_days: Number = None
    late_times: Number = None
    note: Text = None


class Declaration(Record):
    """What the office says of the whole file."""

    is_complete: Choice = None


TypedLeave = TypedRow[LeaveRow]
TypedCount = TypedRow[CountedRow]


def leaves(filled: Filled) -> Iterator[TypedLeave]:
    """Every row of the leaves in which anybody typed anything."""
    return typed_rows(filled, LEAVES, LeaveRow, told=TOLD)


def counts(filled: Filled) -> Iterator[TypedCount]:
    """Every row of the people in which anybody typed anything."""
    return typed_rows(filled, PEOPLE, CountedRow, told=TOLD)
