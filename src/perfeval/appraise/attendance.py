"""
What leave and lateness mean for a raise, under the regulation of each person.

For the pay proposal, the summary and whoever else asks:

    attended(status, opened)    one person: figures, both statuses, clauses
    everybody(intake, opened)   the same of everybody, by `Person.key`

`attended` gives None where the regulation does not limit leave and lateness. A
status is None where it cannot be known, and `*_lacks` says what is missing; such a
person is neither eligible nor not. "May be considered" (COMMITTEE_MAY_ALLOW) is for
the committee to decide and never a yes; a habit of lateness is named and nothing
more, since the source says only what it is called.

The band that an exception needs is the one of the present result: the decided one
where the intake was laid under the decision (`present`), else the one proposed.

Source: `attendance` of the regulation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from perfeval.appraise.figures import exact_text
from perfeval.appraise.standing import Intake, PersonStatus
from perfeval.attendance import Counted, Leave
from perfeval.regulations.attendance import AttendanceRules
from perfeval.roster import Person
from perfeval.rounds.opened import Opened
from perfeval.rounds.span import Span, span_of

FRIDAY = 4  # of the week, Monday being 0


class LeaveStatus(StrEnum):
    """What the leave of a person means for a raise."""

    OK = "ok"
    COMMITTEE_MAY_ALLOW = "committee_may_allow"  # above the times, still considered
    NOT_ELIGIBLE = "not_eligible"


class LateStatus(StrEnum):
    """What the lateness of a person is called."""

    OK = "ok"
    HABITUALLY_LATE = "habitually_late"


class Lacks(StrEnum):
    """Why a status is not known."""

    FILE = "file"  # the round has no attendance.xlsx, or nothing stands in it
    ENTRY = "entry"  # nobody says anything of this person
    MENDED_ROW = "mended_row"  # a row about the person holds an error
    BAND = "band"  # the exception needs a result, and there is none yet


@dataclass(frozen=True, slots=True)
class Tally:
    """
    Leave that counts, in one round.

    days: with halves. weekdays: the same with Monday to Friday alone where the
        days were not typed, to tell what hangs on the way of counting.
    """

    times: int = 0
    days: Decimal = Decimal(0)
    weekdays: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Attended:
    """
    Leave and lateness of one person in the round.

    leave: None where it is not known. late_times: None likewise.
    leave_clause, late_clause: of the rule that gives the status.
    """

    leave: Tally | None
    late_times: int | None
    leave_status: LeaveStatus | None
    late_status: LateStatus | None
    leave_clause: str | None
    late_clause: str | None
    leave_lacks: Lacks | None = None
    late_lacks: Lacks | None = None

    @property
    def days_text(self) -> str | None:
        """The days of leave, exact: `30.5`; None where they are not known."""
        return exact_text(Fraction(self.leave.days)) if self.leave else None

    @property
    def is_known(self) -> bool:
        """True where neither status waits for anything."""
        return self.leave_lacks is None and self.late_lacks is None


def tally(leaves: Iterable[Leave], rules: AttendanceRules, span: Span) -> Tally:
    """
    The leave of one person that counts in a round.

    A leave counts once, in the round of its first day; its days count in the
    round in which they lie.

    Source: `counting` and `kinds` of the rules.
    """
    parts = [part_of(one, rules, span) for one in leaves]
    return Tally(
        sum(part.times for part in parts),
        sum((part.days for part in parts), Decimal(0)),
        sum((part.weekdays for part in parts), Decimal(0)),
    )


def part_of(leave: Leave, rules: AttendanceRules, span: Span) -> Tally:
    """What one leave adds in a round; nothing where it does not count."""
    if not counts(leave, rules) or not span.overlaps(leave.starts, leave.ends):
        return Tally()
    times = int(span.starts <= leave.starts)
    if leave.days is not None:
        return Tally(times, leave.days, leave.days)
    inside = Span(max(leave.starts, span.starts), min(leave.ends, span.ends))
    return Tally(times, Decimal(inside.days), Decimal(_weekdays(inside)))


def counts(leave: Leave, rules: AttendanceRules) -> bool:
    """Whether a leave counts towards the limits, by its kind and its certificate."""
    ruled = rules.kind(leave.kind).counts
    if ruled == "without_certificate":
        return not leave.has_certificate
    return ruled == "always"


def _weekdays(span: Span) -> int:
    days = (span.starts + timedelta(n) for n in range(span.days))
    return sum(day.weekday() <= FRIDAY for day in days)


def leave_status(
    rules: AttendanceRules, times: int, days: Decimal, band: str | None
) -> LeaveStatus | None:
    """
    What so much leave means.

    Args:
        band: key of the person's band in the round; None while there is none.

    Returns:
        None where it hangs on a band that is not known.

    Source: `leave` and `exception` of the rules.
    """
    if rules.leave is None or times <= rules.leave.at_most_times:
        return LeaveStatus.OK
    allowed = rules.exception
    if allowed is None or days > allowed.at_most_days:
        return LeaveStatus.NOT_ELIGIBLE
    if band is None:
        return None
    if band == allowed.band:
        return LeaveStatus.COMMITTEE_MAY_ALLOW
    return LeaveStatus.NOT_ELIGIBLE


def late_status(rules: AttendanceRules, times: int) -> LateStatus:
    """
    What so much lateness is called.

    Source: `late` of the rules.
    """
    if rules.late is None or times <= rules.late.at_most_times:
        return LateStatus.OK
    return LateStatus.HABITUALLY_LATE


def attended(status: PersonStatus, opened: Opened) -> Attended | None:
    """
    Leave and lateness of one person; None where the regulation has no such rule.

    Args:
        status: laid under the decision where there is one, since the exception
            looks at the band.
    """
    person = status.person
    rules = opened.regulation_of(person).attendance
    if rules is None:
        return None
    lacks = lack(person, opened)
    leave, late = (None, None) if lacks else figures(person, rules, opened)
    on_leave, no_leave = _leave(rules, leave, status)
    is_late, no_late = _late(rules, late)
    return Attended(
        leave=leave,
        late_times=late,
        leave_status=on_leave,
        late_status=is_late,
        leave_clause=_leave_clause(rules, leave),
        late_clause=rules.late.clause if rules.late else None,
        leave_lacks=no_leave and (lacks or no_leave),
        late_lacks=no_late and (lacks or no_late),
    )


def _leave(
    rules: AttendanceRules, leave: Tally | None, status: PersonStatus
) -> tuple[LeaveStatus | None, Lacks | None]:
    """The status of so much leave, or what is missing to know it."""
    if rules.leave is None:
        return LeaveStatus.OK, None
    if leave is None:
        return None, Lacks.ENTRY
    band = status.final.band.key if status.final else None
    known = leave_status(rules, leave.times, leave.days, band)
    return known, None if known else Lacks.BAND


def _late(
    rules: AttendanceRules, times: int | None
) -> tuple[LateStatus | None, Lacks | None]:
    if rules.late is None:
        return LateStatus.OK, None
    if times is None:
        return None, Lacks.ENTRY
    return late_status(rules, times), None


def everybody(intake: Intake, opened: Opened) -> Mapping[str, Attended]:
    """Everybody whose regulation limits leave and lateness, by `Person.key`."""
    found = ((one.person.key, attended(one, opened)) for one in intake.people)
    return {key: one for key, one in found if one is not None}


def lack(person: Person, opened: Opened) -> Lacks | None:
    """Why nothing can be said of a person at all; None where something can."""
    told = opened.attendance
    if told is None or told.is_untouched:
        return Lacks.FILE
    return Lacks.MENDED_ROW if person.key in told.faulty else None


def figures(
    person: Person, rules: AttendanceRules, opened: Opened
) -> tuple[Tally | None, int | None]:
    """Leave and lateness as they were told; None for what was not."""
    told, span = opened.attendance, span_of(opened.regulation_of(person), opened.round)
    if told is None or span is None:
        return None, None
    row = told.counted_of.get(person.key) or Counted(person.employee_id)
    late = 0 if row.late_times is None and told.is_complete else row.late_times
    if row.leave_times is not None and row.leave_days is not None:
        return Tally(row.leave_times, row.leave_days, row.leave_days), late
    leaves = told.leaves_of.get(person.key, ())
    if not leaves and not told.is_complete:
        return None, late
    return tally(leaves, rules, span), late


def _leave_clause(rules: AttendanceRules, leave: Tally | None) -> str | None:
    """Of the limit, or of the exception where the limit is passed."""
    if rules.leave is None:
        return None
    is_above = leave is not None and leave.times > rules.leave.at_most_times
    return (rules.exception or rules.leave).clause if is_above else rules.leave.clause
