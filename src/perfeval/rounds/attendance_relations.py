"""Rows of attendance.xlsx held against each other: doubled people, leaves too."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from perfeval import thai
from perfeval.findings import Finding
from perfeval.rounds.attendance_rows import TypedCount, TypedLeave

SUMS = ("leave_times", "leave_days")
A_DAY = Decimal(1)


def relations(
    leaves: Sequence[TypedLeave], counted: Sequence[TypedCount]
) -> Iterator[Finding]:
    """Everything that only shows when all rows are seen together."""
    leaves_of: defaultdict[str, list[TypedLeave]] = defaultdict(list)
    for leave in leaves:
        if leave.row.employee_id:
            leaves_of[thai.id_key(leave.row.employee_id)].append(leave)
    rows_of: defaultdict[str, list[TypedCount]] = defaultdict(list)
    for row in counted:
        if row.row.employee_id:
            rows_of[thai.id_key(row.row.employee_id)].append(row)
    for own in leaves_of.values():
        yield from _overlapping(own)
    yield from _doubled(rows_of)
    for key, rows in rows_of.items():
        if key in leaves_of:
            yield from _both_ways(rows, leaves_of[key])


def _doubled(rows_of: Mapping[str, Sequence[TypedCount]]) -> Iterator[Finding]:
    """A person stands in one row; all of them are told."""
    for rows in rows_of.values():
        if len(rows) > 1:
            places = ", ".join(one.row.at["employee_id"] for one in rows)
            for one in rows:
                yield one.finding("PE511", "employee_id", places=places)


def _both_ways(
    rows: Sequence[TypedCount], leaves: Sequence[TypedLeave]
) -> Iterator[Finding]:
    """Counted sums of somebody whose leaves are listed as well."""
    first = leaves[0]
    places = f"{first.where.sheet}!" + ", ".join(
        one.row.at["employee_id"] for one in leaves
    )
    for one in rows:
        for key in SUMS:
            if key in one.entries and not one.row.is_blank(key):
                who = one.row.employee_id
                yield one.finding("PE510", key, employee=who, places=places)
                break


def _overlapping(leaves: Sequence[TypedLeave]) -> Iterator[Finding]:
    """Leaves of one person on the same days, but for parts of one day."""
    dated = sorted(
        (
            (one.row.leave_from, one.row.leave_to, place)
            for place, one in enumerate(leaves)
            if one.row.leave_from
            and one.row.leave_to
            and one.row.leave_from <= one.row.leave_to
        )
    )
    group: list[TypedLeave] = []
    until = date.min
    for begins, ends, place in dated:
        if begins > until:
            yield from _told(group)
            group = []
        group.append(leaves[place])
        until = max(until, ends)
    yield from _told(group)


def _told(group: Sequence[TypedLeave]) -> Iterator[Finding]:
    if len(group) <= 1 or _shares_a_day(group):
        return
    places = ", ".join(one.row.at["leave_from"] for one in group)
    for one in group:
        facts = {"employee": one.row.employee_id, "places": places}
        yield one.finding("PE507", "leave_from", **facts)


def _shares_a_day(group: Sequence[TypedLeave]) -> bool:
    """True for parts of one single day that come to no more than it."""
    days = {(one.row.leave_from, one.row.leave_to) for one in group}
    parts = [one.row.leave_days for one in group]
    typed = [part for part in parts if part is not None]
    is_one_day = len(days) == 1 and all(begin == end for begin, end in days)
    return is_one_day and len(typed) == len(parts) and sum(typed) <= A_DAY
