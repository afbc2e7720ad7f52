"""What a regulation says of leave and lateness, where raises depend on them."""

from typing import Literal

from perfeval.blocks import Block, Some, Text
from perfeval.regulations.ruling import Count, Key, Ruling


class LeaveKind(Ruling):
    """
    A kind of leave, as the list of attendance.xlsx offers it.

    counts: whether its times and days count towards the limits; sick leave may
        count only where no medical certificate is there.
    """

    key: Key
    label: Text
    counts: Literal["always", "never", "without_certificate"]


class LeaveLimit(Ruling):
    """How many times somebody may be on leave in one round."""

    at_most_times: Count
    period: Literal["round"]


class LeaveException(Ruling):
    """
    What the committee may still allow above the limit of times.

    at_most_days: of leave in the round. band: the result that is needed, with
        the ruling that reads the source so.
    """

    at_most_days: Count
    band: Key
    band_clause: Text
    band_basis: Literal["source", "house"] = "source"


class LateLimit(Ruling):
    """How many times somebody may be late in one period before it is a habit."""

    at_most_times: Count
    period: Literal["round"]
    period_clause: Text
    period_basis: Literal["source", "house"] = "source"


class Counting(Ruling):
    """
    How days and times are counted.

    days: every day of the calendar from the first to the last that lies in the
        round, unless the office typed how many days of leave they were.
    times: a leave counts once, in the round in which its first day lies.
    """

    days: Literal["calendar"]
    times: Literal["first_day"]


class AttendanceRules(Block):
    """The limits of one regulation; one that is left out is not limited."""

    leave: LeaveLimit | None = None
    exception: LeaveException | None = None
    late: LateLimit | None = None
    counting: Counting
    kinds: Some[LeaveKind]

    def kind(self, key: str) -> LeaveKind:
        """The kind of leave of that key; KeyError when there is none."""
        for one in self.kinds:
            if one.key == key:
                return one
        raise KeyError(key)
