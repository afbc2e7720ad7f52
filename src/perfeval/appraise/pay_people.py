"""
Who is raised by which percent, and who is not: one proposal for everybody of a group.

A percent that nobody has set is blank, never zero, unless the regulation names only
one for the band. Whoever has no amount has a reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from perfeval import thai
from perfeval.appraise.decided import is_open
from perfeval.appraise.figures import exactly
from perfeval.appraise.pay import Base, Raise, base_of, raised
from perfeval.appraise.standing import PersonState, PersonStatus, Reason
from perfeval.regulations.base_tables import BaseTable
from perfeval.regulations.pay import BaseRow, MoneyGroup, OtherPool, PercentPay
from perfeval.roster import Person


class PayState(StrEnum):
    """Where one person's raise stands."""

    PROPOSED = "proposed"  # a percent is set, the amounts are known
    OPEN = "open"  # the percent is still to be set
    FAULTY = "faulty"  # salary, level or table lacks something
    NOT_OURS = "not_ours"  # of somebody else's pool
    NO_RESULT = "no_result"  # missing, held, or not ranked here


class Fault(StrEnum):
    """What keeps a person from an amount."""

    NO_SALARY = "no_salary"
    NO_TABLE = "no_table"
    NO_ROW = "no_row"
    OFF_ROW = "off_row"
    NO_GROUP = "no_group"


FAULTS = {
    Fault.NO_SALARY: Reason("ยังไม่กรอกเงินเดือนในบัญชีรายชื่อ", "no salary on the roster"),
    Fault.NO_TABLE: Reason(
        "ไม่มีตารางฐานในการคำนวณของวันที่เลื่อน", "no table of bases for the day"
    ),
    Fault.NO_ROW: Reason(
        "ไม่มีประเภทและระดับตำแหน่งนี้ในตารางฐานในการคำนวณ", "level not in the table of bases"
    ),
    Fault.OFF_ROW: Reason(
        "เงินเดือนอยู่นอกช่วงของระดับในตารางฐานในการคำนวณ",
        "salary outside of the level's range in the table of bases",
    ),
    Fault.NO_GROUP: Reason(
        "ไม่มีประเภทตำแหน่ง จึงไม่ทราบกลุ่มวงเงิน", "no position type, so no money group"
    ),
}


UNSAID = Reason()


@dataclass(frozen=True, slots=True)
class Grounds:
    """
    What the raises of one staff group rest on.

    counted_on: whose salaries of that day make the pool. raised_on: of the raise.
    table: None where none is known to be in force on that day.
    regional: divisions whose posts may belong to somebody else's pool.
    """

    rules: PercentPay
    counted_on: date
    raised_on: date
    table: BaseTable | None
    regional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """
    One person's raise as far as it is known.

    is_counted: the salary counts in our pool. percent: as set or named; None open.
    """

    status: PersonStatus
    state: PayState
    is_counted: bool
    group: MoneyGroup | None = None
    row: BaseRow | None = None
    base: Base | None = None
    percent: Fraction | None = None
    amounts: Raise | None = None
    fault: Fault | None = None
    reason: Reason = UNSAID

    @property
    def person(self) -> Person:
        """Whose raise it is."""
        return self.status.person

    @property
    def band(self) -> str | None:
        """Key of the band; None without a result."""
        return self.status.final.band.key if self.status.final else None


def propose(
    status: PersonStatus, grounds: Grounds, typed: Mapping[str, Fraction]
) -> Proposal:
    """
    The proposal for one person.

    Args:
        typed: the percents that were set, by `Person.key`.
    """
    person, rules = status.person, grounds.rules
    group = rules.group_of(person.position_type)
    if (other := other_pool(person, grounds)) is not None:
        why = Reason(other.label, "another pool")
        return Proposal(status, PayState.NOT_OURS, False, group, reason=why)
    counted = is_counted(person, grounds.counted_on)
    if not is_open(status) or status.final is None:
        why = why_no_result(status)
        return Proposal(status, PayState.NO_RESULT, counted, group, reason=why)
    percent = _percent(status, rules, typed)
    priced = _priced(person, group, grounds)
    if isinstance(priced, Fault):
        return Proposal(
            status,
            PayState.FAULTY,
            counted,
            group,
            row_of(grounds.table, person) if grounds.table else None,
            percent=percent,
            fault=priced,
            reason=FAULTS[priced],
        )
    return Proposal(
        status,
        PayState.OPEN if percent is None else PayState.PROPOSED,
        counted,
        group,
        priced.row,
        base=priced.base,
        percent=percent,
        amounts=_amounts(priced, percent, rules),
    )


@dataclass(frozen=True, slots=True)
class _Priced:
    """A salary in baht that stands in the table, its row and its base."""

    salary: Fraction
    row: BaseRow
    base: Base


def _priced(
    person: Person, group: MoneyGroup | None, grounds: Grounds
) -> _Priced | Fault:
    if person.salary is None:
        return Fault.NO_SALARY
    if group is None:
        return Fault.NO_GROUP
    if grounds.table is None:
        return Fault.NO_TABLE
    row = row_of(grounds.table, person)
    if row is None:
        return Fault.NO_ROW
    salary = exactly(person.salary)
    base = base_of(salary, row)
    return _Priced(salary, row, base) if base else Fault.OFF_ROW


def _amounts(
    priced: _Priced, percent: Fraction | None, rules: PercentPay
) -> Raise | None:
    """The amounts of a percent that is set and that anybody may have at all."""
    if percent is None or not is_within(percent, rules):
        return None
    return raised(priced.salary, percent, priced.row, base=priced.base, rules=rules)


def _percent(
    status: PersonStatus, rules: PercentPay, typed: Mapping[str, Fraction]
) -> Fraction | None:
    """The percent that was set, else the only one of the band, else none."""
    key = status.person.key
    if key in typed:
        return typed[key]
    band = status.final.band.key if status.final else ""
    named = rules.range_of(band)
    only = named.only if named else None
    return None if only is None else exactly(only)


def is_within(percent: Fraction, rules: PercentPay) -> bool:
    """True for a percent that anybody may be raised by at all."""
    return exactly(rules.lowest) <= percent <= exactly(rules.highest)


def is_counted(person: Person, day: date) -> bool:
    """True where a person holds a post of ours on the day of counting."""
    on = person.movement_on
    if person.started_on is not None and person.started_on > day:
        return False
    if person.movement == "transferred_out":
        return on is None or on > day
    if person.movement == "transferred_in":
        return on is None or on <= day
    return True


def other_pool(person: Person, grounds: Grounds) -> OtherPool | None:
    """The pool of somebody else's that a post belongs to; None for ours."""
    other = grounds.rules.other_pool
    if other is None or person.division not in grounds.regional:
        return None
    is_theirs = any(
        one.type == person.position_type and person.position_level in one.levels
        for one in other.positions
    )
    return other if is_theirs else None


def row_of(table: BaseTable, person: Person) -> BaseRow | None:
    """The row of a post: one that names its title, else that of its level."""
    level = (person.position_type, person.position_level)
    rows = [one for one in table.rows if (one.type, one.level) == level]
    title = thai.label_key(person.position)
    for row in rows:
        if title in map(thai.label_key, row.posts):
            return row
    return next((row for row in rows if not row.posts), None)


def why_no_result(status: PersonStatus) -> Reason:
    if status.reason.th:
        return status.reason
    return {
        PersonState.MISSING: Reason("ยังไม่มีผลการประเมิน", "no result"),
        PersonState.HELD: Reason("แบบประเมินรอแก้ไข", "the form is held"),
    }.get(status.state, Reason("ไม่มีผลการประเมินที่นี่", "no result here"))
