"""Where a round stands in its calendar on a given day, and how long it is kept."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perfeval import thai
from perfeval.regulations.schema import Regulation
from perfeval.regulations.steps import Step, StepDay, StepTime
from perfeval.rounds.span import Turn, day_in


class When(StrEnum):
    """How a step lies to a day."""

    OVER = "over"
    NOW = "now"
    AHEAD = "ahead"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Dated:
    """A step of this round; an end that is None is open, both: no date is given."""

    step: Step
    time: StepTime | None
    starts: date | None
    ends: date | None

    def lies(self, today: date) -> When:
        """How the step lies to a day; one with a deadline alone is on until then."""
        if self.starts is None and self.ends is None:
            return When.UNDATED
        if self.ends is not None and self.ends < today:
            return When.OVER
        if self.starts is not None and self.starts > today:
            return When.AHEAD
        return When.NOW


def course(
    regulation: Regulation, appraised: Turn, *, series: str | None = None
) -> tuple[Dated, ...]:
    """
    The steps of a calendar as dates of this round.

    Args:
        series: which of several calendars; the one in use when None, and where the
            regulation has no such series.
    """
    used = series if series in series_of(regulation) else regulation.step_series
    return tuple(
        _dated(step, appraised)
        for step in regulation.steps
        if step.series in (None, used)
    )


def series_of(regulation: Regulation) -> tuple[str, ...]:
    """The calendars of a regulation, the one in use first; none where there is one."""
    found = {step.series: None for step in regulation.steps if step.series}
    used = regulation.step_series
    return tuple(sorted(found, key=lambda one: (one != used, one)))


def kept_until(regulation: Regulation, appraised: Turn) -> date | None:
    """
    The last day on which the papers of a round must still be kept; None without a rule.

    So many rounds as the regulation demands have then passed after this one.
    """
    if regulation.keeping is None:
        return None
    order = sorted(regulation.rounds, key=lambda one: one.number)
    numbers = [one.number for one in order]
    if appraised.round not in numbers:
        return None
    years, place = divmod(
        numbers.index(appraised.round) + regulation.keeping.rounds, len(order)
    )
    return day_in(order[place].ends, appraised.year + years)


def _dated(step: Step, appraised: Turn) -> Dated:
    time = next((one for one in step.times if one.round == appraised.round), None)
    if time is None:
        return Dated(step, None, None, None)
    year = appraised.year - thai.BUDDHIST_ERA
    return Dated(step, time, _first(time.starts, year), _last(time.ends, year))


def _first(day: StepDay | None, year: int) -> date | None:
    return date(year + day.year, day.month, day.day or 1) if day else None


def _last(day: StepDay | None, year: int) -> date | None:
    """The last day; of a month without a day its last one, also in a leap year."""
    if day is None:
        return None
    _, length = monthrange(year + day.year, day.month)
    return date(year + day.year, day.month, day.day or length)
