"""Figures of leave and lateness that are worth a look before a raise hangs on them."""

from collections.abc import Iterator
from fractions import Fraction

from perfeval.appraise.attendance import Tally, figures, lack
from perfeval.appraise.figures import exact_text
from perfeval.attendance import Attendance
from perfeval.findings import Finding, finding
from perfeval.regulations.attendance import AttendanceRules
from perfeval.roster import Person
from perfeval.rounds.opened import Opened

MOST_NAMED = 5  # people whom a finding names


def attendance_findings(opened: Opened) -> Iterator[Finding]:
    """Everything to be said of attendance.xlsx: its faults, and its doubts."""
    if opened.attendance is not None:
        yield from opened.attendance.findings
        yield from doubts(opened)


def doubts(opened: Opened) -> Iterator[Finding]:
    """Figures that the rules do not settle, or settle only by a way of counting."""
    told = opened.attendance
    if told is None or told.is_untouched:
        return
    silent: list[Person] = []
    for person in opened.roster.people:
        rules = opened.regulation_of(person).attendance
        if rules is None or lack(person, opened):
            continue
        leave, late = figures(person, rules, opened)
        if leave is not None:
            yield from _doubt(person, leave, rules, told)
        if leave is None or late is None:
            silent.append(person)
    if silent:
        yield _unknown(silent, told)


def _doubt(
    person: Person, leave: Tally, rules: AttendanceRules, told: Attendance
) -> Iterator[Finding]:
    allowed, limit = rules.exception, rules.leave
    if allowed is None or limit is None or leave.days <= allowed.at_most_days:
        return
    is_above = leave.times > limit.at_most_times
    times, most = leave.times, allowed.at_most_days
    days = exact_text(Fraction(leave.days))
    if not is_above:
        yield finding(
            "PE517",
            told.where(person.key),
            found=days,
            clause=limit.clause,
            times=times,
            most=most,
            limit=limit.at_most_times,
        )
    elif leave.weekdays <= allowed.at_most_days:
        yield finding(
            "PE518",
            told.where(person.key),
            found=days,
            clause=rules.counting.clause,
            weekdays=exact_text(Fraction(leave.weekdays)),
            times=times,
            most=most,
        )


def _unknown(people: list[Person], told: Attendance) -> Finding:
    """Everybody of whom the file does not say all, as one finding."""
    ids = ", ".join(one.employee_id for one in people[:MOST_NAMED])
    more = " …" if len(people) > MOST_NAMED else ""
    where = told.where(people[0].key if len(people) == 1 else "")
    return finding("PE519", where, count=len(people), who=ids + more)
