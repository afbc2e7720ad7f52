"""
What a regulation says of the raise that follows from a result.

Baht a month throughout; percents are those of the base for calculation. A regulation
without such a section says nothing of pay.
"""

from typing import Annotated, Literal

from pydantic import Field

from perfeval.blocks import Block, Figure, Many, Some, Text
from perfeval.regulations.ruling import Key, Percent, Ruling

Baht = Annotated[Figure, Field(ge=0)]
Tens = Annotated[Figure, Field(gt=0)]


class PayDay(Block):
    """
    A day of a year, as `month` and `day`; `year` counts from the fiscal year.
    """

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)]
    year: Literal[-1, 0] = 0


class RaiseDays(Ruling):
    """
    The days of one round.

    counted_on: whose salaries of that day make the pool. raised_on: the day of the
    raise, which chooses the table of bases.
    """

    round: Literal[1, 2]
    counted_on: PayDay
    raised_on: PayDay


class Pool(Ruling):
    """
    The money for raises: a percent of the salaries counted.

    shared_clause: that a group's money is used inside the group first.
    divisions_clause: that it is allotted to divisions as well.
    """

    percent: Percent
    shared_clause: Text
    divisions_clause: Text


class Rounding(Ruling):
    """A raise is rounded up to whole multiples of so many baht."""

    up_to: Tens


class SpecialPay(Ruling):
    """
    What the unrounded raise exceeds the ceiling by, paid once a month apart.

    counts_in_pool: whether it is money of the pool.
    """

    counts_in_pool: bool


class MoneyGroup(Ruling):
    """Position types whose raises are paid from one part of the pool."""

    key: Key
    label: Text
    position_types: Some[Text]


class PercentRange(Ruling):
    """The percents that a band is raised by; both ends alike name one percent."""

    band: Key
    at_least: Percent
    at_most: Percent

    @property
    def only(self) -> Figure | None:
        """The one percent that the regulation names; None where it leaves a choice."""
        return self.at_least if self.at_least == self.at_most else None


class SomePositions(Block):
    """Levels of one position type."""

    type: Text
    levels: Some[Text]


class OtherPool(Ruling):
    """
    A pool of somebody else's: whose raises are not this office's to propose.

    positions: of the divisions that round.toml names as `regional`.
    """

    label: Text
    positions: Some[SomePositions]


class PercentPay(Ruling):
    """
    Raises by percent of a base (clause: what the base is).

    lowest, highest: the percents that anybody may be raised by at all.
    """

    lowest: Percent
    highest: Percent
    limits_clause: Text
    pool: Pool
    rounding: Rounding
    special_pay: SpecialPay
    days: Some[RaiseDays]
    money_groups: Some[MoneyGroup]
    ranges: Some[PercentRange]
    other_pool: OtherPool | None = None

    def range_of(self, band: str) -> PercentRange | None:
        """The percents of a band; None where the regulation names none."""
        return next((one for one in self.ranges if one.band == band), None)

    def group_of(self, position_type: str | None) -> MoneyGroup | None:
        """The money group of a position type; None for an unknown one."""
        return next(
            (one for one in self.money_groups if position_type in one.position_types),
            None,
        )

    def days_of(self, number: int) -> RaiseDays | None:
        """The days of a round; None where the regulation knows no such round."""
        return next((one for one in self.days if one.round == number), None)


class RatePay(Ruling):
    """
    Raises for which the regulation names nobody's amount: an office's table does.

    not_raised: bands that get no raise at all; none where the source says nothing.
    """

    not_raised: Many[Key] = ()


class Pay(Block):
    """How results lead to pay: one of the ways, and no other."""

    percent: PercentPay | None = None
    rates: RatePay | None = None


class SomePosts(Block):
    """Other figures for posts of a level that the source does not name; baht."""

    boundary: Baht | None = None
    ceiling: Baht | None = None
    lower_base: Baht | None = None
    upper_base: Baht | None = None


class BaseRow(Block):
    """
    The bases of one level, in baht.

    posts: titles of the positions for which the row is; all of the level if none.
    boundary: a salary below it has the lower base, one above it the upper base.
    temporary_ceiling, some_posts: told by the source, never reckoned with.
    """

    type: Text
    level: Text
    posts: Many[Text] = ()
    lowest: Baht
    temporary_lowest: Baht | None = None
    boundary: Baht
    ceiling: Baht
    temporary_ceiling: Baht | None = None
    lower_base: Baht
    upper_base: Baht
    some_posts: SomePosts | None = None

    @property
    def floor(self) -> Figure:
        """The lowest salary of the level, a temporary one included."""
        lowest = self.temporary_lowest
        return self.lowest if lowest is None else min(lowest, self.lowest)
