"""
Percents that were set, held against the people as they are now.

A percent was set for somebody with a band, a salary and a level. Where one of them is
another now, that percent no longer holds, and it is said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from perfeval import thai
from perfeval.appraise.figures import exactly
from perfeval.appraise.standing import PersonStatus


@dataclass(frozen=True, slots=True)
class SetPercent:
    """
    The percent of one person, and what it was set for.

    salary: in baht, None where it was not known. level: type and level of the post.
    """

    employee_id: str
    percent: Fraction
    band: str
    salary: Fraction | None
    level: str


@dataclass(frozen=True, slots=True)
class SetPercents:
    """What was taken in for one staff group. number: 1 for the first one."""

    number: int
    staff_group: str
    set_by: str | None
    people: tuple[SetPercent, ...]


def level_of(status: PersonStatus) -> str:
    """Type and level of a post in one spelling."""
    person = status.person
    return " ".join(filter(None, (person.position_type, person.position_level)))


def band_of_status(status: PersonStatus) -> str:
    """The key of somebody's band; empty without a result."""
    return status.final.band.key if status.final else ""


def salary_of(status: PersonStatus) -> Fraction | None:
    """The salary of the roster in baht, exact; None where it is blank."""
    salary = status.person.salary
    return None if salary is None else exactly(salary)


def holding(
    taken: SetPercents | None, people: Iterable[PersonStatus]
) -> tuple[Mapping[str, Fraction], tuple[str, ...]]:
    """
    The percents that still hold, by `Person.key`, and the ids of the others.

    Args:
        people: everybody of the staff group, as they are now.
    """
    if taken is None:
        return {}, ()
    present = {one.person.key: one for one in people}
    held: dict[str, Fraction] = {}
    lapsed: list[str] = []
    for one in taken.people:
        key = thai.id_key(one.employee_id)
        if key in present and _holds(one, present[key]):
            held[key] = one.percent
        else:
            lapsed.append(one.employee_id)
    return held, tuple(lapsed)


def left_out(before: SetPercents | None, taken: SetPercents) -> tuple[str, ...]:
    """The ids whose percent was set before, and is blank in what was taken in now."""
    now = {thai.id_key(one.employee_id) for one in taken.people}
    set_before = before.people if before else ()
    return tuple(
        one.employee_id for one in set_before if thai.id_key(one.employee_id) not in now
    )


def _holds(one: SetPercent, status: PersonStatus) -> bool:
    present = band_of_status(status), salary_of(status), level_of(status)
    return present == (one.band, one.salary, one.level)
