"""The days of a round, and days that a regulation names, as dates of the Common Era."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from perfeval import thai
from perfeval.regulations.pay import PayDay
from perfeval.regulations.schema import DayOfYear, Regulation


class Turn(Protocol):
    """Which round of which fiscal year (B.E.): a round.toml, or a `Half`."""

    @property
    def year(self) -> int:
        """The fiscal year, B.E."""

    @property
    def round(self) -> int:
        """The number of the round in that year."""


@dataclass(frozen=True, slots=True)
class Half:
    """A round that no folder stands for. year: fiscal year, B.E."""

    year: int
    round: int


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day of something, both of them part of it."""

    starts: date
    ends: date

    @property
    def days(self) -> int:
        """How many days of the calendar it has."""
        return (self.ends - self.starts).days + 1

    def overlaps(self, starts: date | None, ends: date | None) -> bool:
        """True where another span touches this one; an end left out is open."""
        return (starts or self.starts) <= self.ends and (
            ends or self.ends
        ) >= self.starts


def day_in(day: DayOfYear | PayDay, year: int) -> date:
    """A day of a regulation in one fiscal year (B.E.)."""
    return date(year - thai.BUDDHIST_ERA + day.year, day.month, day.day)


def span_of(regulation: Regulation, appraised: Turn) -> Span | None:
    """The days of a round; None where the regulation does not know the round."""
    for one in regulation.rounds:
        if one.number == appraised.round:
            return Span(
                day_in(one.starts, appraised.year), day_in(one.ends, appraised.year)
            )
    return None
