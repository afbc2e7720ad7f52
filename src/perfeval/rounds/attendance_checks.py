"""One row of attendance.xlsx held against the roster and the days of the round."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar

from perfeval import thai
from perfeval.attendance import Counted, Leave
from perfeval.findings import Finding, has_error
from perfeval.regulations.attendance import AttendanceRules, LeaveKind
from perfeval.roster import Person, Roster
from perfeval.rounds.attendance_rows import TypedCount, TypedLeave
from perfeval.rounds.load import nearest
from perfeval.rounds.opened import Opened
from perfeval.rounds.span import Span, span_of

YES = "yes"
HALF = Decimal("0.5")  # days: the smallest part that is counted
ASKED = ("employee_id", "leave_kind", "leave_from", "leave_to")
Row = TypeVar("Row", TypedLeave, TypedCount)
What = TypeVar("What", Leave, Counted)


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody of the roster whose leave and lateness are limited."""

    person: Person
    rules: AttendanceRules
    span: Span


@dataclass(frozen=True, slots=True)
class Checked(Generic[Row, What]):
    """
    A row with its faults.

    taken: what it tells; None where that cannot be used or is not asked for.
    """

    row: Row
    taken: What | None
    findings: list[Finding] = field(default_factory=list)


def leave_of(one: TypedLeave, opened: Opened) -> Checked[TypedLeave, Leave]:
    """One leave, and every fault that its row shows on its own."""
    found = [*one.findings, *(one.finding("PE101", k) for k in ASKED if one.lacks(k))]
    whom, told = _whom(one, one.row.employee_id, one.row.name, opened)
    found += told
    if whom is None:
        return Checked(one, None, found)
    kind, no_kind = _kind(one, whom.rules)
    found += [*no_kind, *_dates(one, whom.span), *_days(one, whom.span)]
    found += _certificate(one, kind)
    row = one.row
    if kind is None or row.leave_from is None or row.leave_to is None:
        return Checked(one, None, found)
    if has_error(found):
        return Checked(one, None, found)
    leave = Leave(
        employee_id=whom.person.employee_id,
        kind=kind.key,
        starts=row.leave_from,
        ends=row.leave_to,
        days=row.leave_days,
        has_certificate=None if row.certificate is None else row.certificate == YES,
        at=row.at,
    )
    return Checked(one, leave, found)


def counted_of(one: TypedCount, opened: Opened) -> Checked[TypedCount, Counted]:
    """What was counted of one person, and every fault of its row."""
    found = list(one.findings)
    if one.lacks("employee_id"):
        found.append(one.finding("PE101", "employee_id"))
    whom, told = _whom(one, one.row.employee_id, one.row.name, opened)
    found += told
    if whom is None:
        return Checked(one, None, found)
    found += _sums(one, whom.span)
    row = one.row
    if has_error(found):
        return Checked(one, None, found)
    counted = Counted(
        employee_id=whom.person.employee_id,
        leave_times=None if row.leave_times is None else int(row.leave_times),
        leave_days=row.leave_days,
        late_times=None if row.late_times is None else int(row.late_times),
        at=row.at,
    )
    return Checked(one, counted, found)


def _whom(
    one: Row, employee_id: str | None, name: str | None, opened: Opened
) -> tuple[Whom | None, list[Finding]]:
    """Whom a row is about; the name is the second witness of the id."""
    if not employee_id:
        return None, []
    person = opened.roster.find(employee_id)
    if person is None:
        return None, [_stranger(one, employee_id, name, opened.roster)]
    found: list[Finding] = []
    own = thai.name_key(person.full_name), thai.name_key(person.name)
    if name and thai.name_key(name) not in own and not _is_near(name, person):
        facts = {"employee": person.employee_id, "roster": person.full_name}
        found.append(one.finding("PE515", "name", **facts))
    regulation = opened.regulation_of(person)
    span = span_of(regulation, opened.round)
    if regulation.attendance is None or span is None:
        groups = {group.key: group.label for group in regulation.staff_groups}
        who = groups[person.staff_group]
        return None, [*found, one.finding("PE516", "employee_id", who=who)]
    return Whom(person, regulation.attendance, span), found


def _is_near(name: str, person: Person) -> bool:
    return thai.is_near_name(name, person.full_name)


def _stranger(one: Row, employee_id: str, name: str | None, roster: Roster) -> Finding:
    near = roster.near(employee_id, name)
    listed = ", ".join(f"{who.employee_id} {who.full_name}" for who in near)
    return one.finding(
        "PE502",
        "employee_id",
        near_th=f" เช่น {listed}" if listed else "",
        near_en=f", such as {listed}" if listed else "",
    )


def _kind(
    one: TypedLeave, rules: AttendanceRules
) -> tuple[LeaveKind | None, list[Finding]]:
    """The kind of leave by its label or its key."""
    word = one.row.leave_kind
    if not word:
        return None, []
    known = {thai.label_key(name): kind for kind in rules.kinds
             for name in (kind.label, kind.key)}  # fmt: skip
    if kind := known.get(thai.label_key(word)):
        return kind, []
    labels = [kind.label for kind in rules.kinds]
    facts = {"near": nearest(word, labels), "choices": ", ".join(labels)}
    return None, [one.finding("PE503", "leave_kind", **facts)]


def _dates(one: TypedLeave, span: Span) -> Iterator[Finding]:
    begins, ends = one.row.leave_from, one.row.leave_to
    if begins is None or ends is None:
        return
    if ends < begins:
        yield one.finding("PE506", "leave_to", begins=thai.long_date(begins))
    elif not span.overlaps(begins, ends):
        yield one.finding(
            "PE505",
            "leave_from",
            begins=thai.long_date(begins),
            ends=thai.long_date(ends),
            starts=thai.long_date(span.starts),
            stops=thai.long_date(span.ends),
        )


def _days(one: TypedLeave, span: Span) -> Iterator[Finding]:
    """Days in halves, as many as the leave has inside the round; none only across."""
    row, days = one.row, one.row.leave_days
    if days is None:
        return
    begins, ends = row.leave_from, row.leave_to
    if begins is None or ends is None or not span.overlaps(begins, ends):
        yield from _half_days(one, days)
        return
    inside = Span(max(begins, span.starts), min(ends, span.ends))
    is_earlier = begins < span.starts  # its days here may all have been holidays
    if days == 0 and not is_earlier:
        yield one.finding("PE508", "leave_days")
    yield from _half_days(one, days)
    if begins <= ends and days > inside.days:
        yield one.finding("PE509", "leave_days", most=inside.days)


def _half_days(one: Row, days: Decimal) -> Iterator[Finding]:
    if days < 0 or days % HALF:
        yield one.finding("PE508", "leave_days")


def _certificate(one: TypedLeave, kind: LeaveKind | None) -> Iterator[Finding]:
    """Where it decides whether a leave counts, somebody must have said it."""
    is_asked = kind is not None and kind.counts == "without_certificate"
    if is_asked and one.lacks("certificate"):
        yield one.finding("PE512", "certificate")


def _sums(one: TypedCount, span: Span) -> Iterator[Finding]:
    """Whole times, days in halves, no more than the round has, both or neither."""
    row = one.row
    for key in ("leave_times", "late_times"):
        times = getattr(row, key)
        if times is None:
            continue
        if times < 0 or times % 1:
            yield one.finding("PE508", key)
        elif times > span.days:
            yield one.finding("PE509", key, most=span.days)
    if row.leave_days is not None:
        yield from _half_days(one, row.leave_days)
        if row.leave_days > span.days:
            yield one.finding("PE509", "leave_days", most=span.days)
    given = {key for key in ("leave_times", "leave_days") if not one.lacks(key)}
    for key in {"leave_times", "leave_days"} - given if given else ():
        if key in one.entries:
            yield one.finding("PE513", key)
    times, days = row.leave_times, row.leave_days
    if times is not None and days is not None and 0 <= days < times * HALF:
        yield one.finding("PE514", "leave_days", times=times)
