"""
Leave and lateness of a round, as attendance.xlsx tells them: typed, not yet counted.

An office keeps one row a leave, or one row a person with what it counted itself.
Whoever stands in neither way is unknown, unless the file says that it is complete.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from perfeval import thai
from perfeval.findings import Finding, Location


@dataclass(frozen=True, slots=True)
class Leave:
    """
    One leave of one person, from its first to its last day (C.E.), both of them.

    kind: a key of the regulation. days: of leave inside the round, as the office
        counts them, with halves; None where they were not typed.
    has_certificate: of a doctor; None where nothing was said.
    at: the A1 address of every value of the row.
    """

    employee_id: str
    kind: str
    starts: date
    ends: date
    days: Decimal | None = None
    has_certificate: bool | None = None
    at: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The id for comparison only."""
        return thai.id_key(self.employee_id)


@dataclass(frozen=True, slots=True)
class Counted:
    """
    What an office counted of one person in the round; None for what it left blank.

    leave_times, leave_days: without the kinds that the regulation does not count.
    at: the A1 address of every value of the row.
    """

    employee_id: str
    leave_times: int | None = None
    leave_days: Decimal | None = None
    late_times: int | None = None
    at: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The id for comparison only."""
        return thai.id_key(self.employee_id)


@dataclass(frozen=True)
class Attendance:
    """
    Everything that attendance.xlsx tells.

    file: the path as it is shown; sha256: of its bytes, in lower-case hex.
    leaves_sheet, people_sheet: where its two tables stand, empty for a lost one.
    is_complete: the office said that it names everybody: who is not in it was
        neither on leave nor late.
    faulty: the id, in comparable form, of everybody about whom a row holds an
        error; nothing is counted of them.
    findings: everything that was found in the file.
    """

    file: str
    sha256: str
    leaves_sheet: str = ""
    people_sheet: str = ""
    leaves: tuple[Leave, ...] = ()
    counted: tuple[Counted, ...] = ()
    is_complete: bool = False
    faulty: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()

    @cached_property
    def leaves_of(self) -> Mapping[str, tuple[Leave, ...]]:
        """The leaves of each person by `Leave.key`, in the order of the file."""
        found: dict[str, tuple[Leave, ...]] = {}
        for one in self.leaves:
            found[one.key] = (*found.get(one.key, ()), one)
        return found

    @cached_property
    def counted_of(self) -> Mapping[str, Counted]:
        """What was counted of each person by `Counted.key`."""
        return {one.key: one for one in reversed(self.counted)}

    @property
    def is_untouched(self) -> bool:
        """True while nobody has typed a figure or a leave into it."""
        return not (self.leaves or self.is_complete or self.faulty) and all(
            figure is None
            for one in self.counted
            for figure in (one.leave_times, one.leave_days, one.late_times)
        )

    def where(self, key: str) -> Location:
        """The row of one person: among the counted ones, else the first leave."""
        if one := self.counted_of.get(key):
            cell = one.at.get("employee_id")
            return Location(self.file, self.people_sheet, cell, one.employee_id)
        for leave in self.leaves_of.get(key, ()):
            cell = leave.at.get("employee_id")
            return Location(self.file, self.leaves_sheet, cell, leave.employee_id)
        return Location(self.file)
