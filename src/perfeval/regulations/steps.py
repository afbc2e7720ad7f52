"""The calendar of a round as a regulation gives it, and how long papers are kept."""

from typing import Annotated, Literal

from pydantic import Field

from perfeval.blocks import Block, Many, Text
from perfeval.regulations.ruling import Key, Ruling


class StepDay(Block):
    """
    A day of a step, or a whole month where the source names no day.

    year: counts from the fiscal year (-1: the one before).
    """

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    year: Literal[-1, 0] = 0


class StepTime(Block):
    """
    When a step falls in one round; a start or an end that is left out is open.

    Without both the source gives no date.
    clause, basis: where the time comes from elsewhere than the other times.
    """

    round: Literal[1, 2]
    starts: StepDay | None = None
    ends: StepDay | None = None
    clause: Text | None = None
    basis: Literal["source", "house"] = "source"


class Step(Ruling):
    """
    A step of the calendar and what is done in it.

    series: of which of several calendars of the source; None where there is one.
    times_clause, times_basis: where its times come from elsewhere than itself.
    """

    key: Key
    title: Text
    activities: Many[Text] = ()
    series: Key | None = None
    times: Many[StepTime] = ()
    times_clause: Text | None = None
    times_basis: Literal["source", "house"] = "source"

    def ruling_of(self, time: StepTime) -> tuple[str, str]:
        """Clause and basis of one of its times."""
        if time.clause is not None:
            return time.clause, time.basis
        if self.times_clause is not None:
            return self.times_clause, self.times_basis
        return self.clause, self.basis


class Keeping(Ruling):
    """For how many rounds the papers of one are kept at the least, and where."""

    rounds: Annotated[int, Field(ge=1)]
    place: Text
