"""
A raise by percent of a base: exact until the one rounding that the rule itself makes.

Baht a month; percents of the base. Nothing is known of files and people here.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from perfeval.appraise.figures import exactly
from perfeval.regulations.pay import BaseRow, PercentPay

HUNDRED = 100  # percent: the whole of a base

Half = Literal["lower", "upper"]


@dataclass(frozen=True, slots=True)
class Base:
    """The base of a salary, in baht, and whether it is the lower or the upper one."""

    half: Half
    baht: Fraction


@dataclass(frozen=True, slots=True)
class Raise:
    """
    What one percent comes to, in baht a month.

    exact: base x percent, not rounded. rounded: up to the step of the regulation.
    paid: what the salary rises by, at most to the ceiling.
    special: what is paid apart, from the exact amount; 0 below the ceiling.
    """

    base: Base
    percent: Fraction
    exact: Fraction
    rounded: Fraction
    paid: Fraction
    special: Fraction
    salary: Fraction

    @property
    def new_salary(self) -> Fraction:
        """The salary after the raise, in baht."""
        return self.salary + self.paid

    @property
    def is_at_ceiling(self) -> bool:
        """True where the ceiling cut the raise."""
        return self.paid != self.rounded


def base_of(salary: Fraction, row: BaseRow) -> Base | None:
    """
    The base of a salary; None where the salary is off the row.

    A boundary lies between two salaries, so one that equals it is on neither half.

    Source: the example of a level in the slides (R4-06).
    """
    boundary = exactly(row.boundary)
    if not exactly(row.floor) <= salary <= exactly(row.ceiling) or salary == boundary:
        return None
    if salary < boundary:
        return Base("lower", exactly(row.lower_base))
    return Base("upper", exactly(row.upper_base))


def raised(
    salary: Fraction, percent: Fraction, row: BaseRow, *, base: Base, rules: PercentPay
) -> Raise:
    """
    The raise of one salary by a percent of its base.

    Args:
        base: of that salary in that row, as `base_of` gives it.

    Source: `pay.percent`, its rounding and its special pay.
    """
    exact = base.baht * percent / HUNDRED
    rounded = rounded_up(exact, exactly(rules.rounding.up_to))
    room = exactly(row.ceiling) - salary
    paid = min(rounded, room)
    special = exact - paid if paid < rounded else Fraction(0)
    return Raise(
        base=base,
        percent=percent,
        exact=exact,
        rounded=rounded,
        paid=paid,
        special=special,
        salary=salary,
    )


def rounded_up(amount: Fraction, step: Fraction) -> Fraction:
    """The next whole multiple of a step; an amount that is one stays."""
    return -(-amount // step) * step
