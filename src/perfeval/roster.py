"""
Who must be evaluated, by whom, in which division and staff group: the roster.

One `Person` is one row of roster.xlsx, typed. The roster decides who a person is:
a form that says otherwise is a finding, never a change.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from perfeval import thai
from perfeval.findings import Finding, Location

Movement = Literal["transferred_out", "transferred_in", "moved", "seconded"]


@dataclass(frozen=True, slots=True)
class Person:
    """
    One row of the roster; dates C.E., salary in baht.

    name: without the prefix. at: the A1 address of every value of the row.
    probation_from, probation_to: the span of the probation, either end open
        when blank; both blank: not on probation.
    excluded_reason: why the person is not to be ranked; None for everybody else.
    """

    employee_id: str
    name: str
    division: str
    staff_group: str
    prefix: str = ""
    position: str = ""
    position_type: str | None = None
    position_level: str | None = None
    is_head: bool = False
    evaluator_id: str | None = None
    next_supervisor_id: str | None = None
    started_on: date | None = None
    probation_from: date | None = None
    probation_to: date | None = None
    movement: Movement | None = None
    movement_on: date | None = None
    excluded_reason: str | None = None
    salary: Decimal | None = None
    at: Mapping[str, str] = field(default_factory=dict)

    @property
    def full_name(self) -> str:
        """The name as papers print it, prefix and name together."""
        return f"{self.prefix}{self.name}"

    @property
    def key(self) -> str:
        """The id for comparison only."""
        return thai.id_key(self.employee_id)


@dataclass(frozen=True)
class Roster:
    """
    Everybody of a round, in the order of the file.

    file: the path as it is shown; sha256: of its bytes, in lower-case hex.
    people: one for every id, also where its row must be corrected.
    faulty: `Person.key` of everybody whose row holds an error.
    findings: everything that was found in the roster.
    """

    file: str
    sheet: str
    sha256: str
    people: tuple[Person, ...]
    faulty: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, Person]:
        """Each person by `Person.key`."""
        return {person.key: person for person in self.people}

    def find(self, employee_id: str | None) -> Person | None:
        """The person of an id, however it is spelled; None for an unknown one."""
        return self.by_key.get(thai.id_key(employee_id)) if employee_id else None

    def named(self, name: str | None) -> tuple[Person, ...]:
        """Everybody of that name in its normal form."""
        return self._by_name.get(thai.name_key(name), ()) if name else ()

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Person, ...]]:
        named: dict[str, tuple[Person, ...]] = {}
        for person in self.people:
            key = thai.name_key(person.full_name)
            named[key] = (*named.get(key, ()), person)
        return named

    def near(self, employee_id: str | None, name: str | None) -> tuple[Person, ...]:
        """Who may be meant by an unknown id: namesakes first, then ids like it."""
        from difflib import get_close_matches  # noqa: PLC0415  seldom needed

        key = thai.id_key(employee_id or "")
        ids = get_close_matches(key, list(self.by_key), n=2) if key else []
        found = [*self.named(name), *(self.by_key[one] for one in ids)]
        return tuple({person.key: person for person in found}.values())

    def where(self, person: Person, key: str = "employee_id") -> Location:
        """The cell of one value of a person's row."""
        cell = person.at.get(key)
        return Location(self.file, self.sheet, cell, person.employee_id)
