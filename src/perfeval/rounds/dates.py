"""When a round begins and ends, and who is on probation in it."""

from datetime import date

from perfeval import thai
from perfeval.regulations.schema import DayOfYear, Regulation
from perfeval.roster import Person

Span = tuple[date, date]  # first and last day, C.E.


def span_of(regulation: Regulation, year: int, number: int) -> Span:
    """
    The first and the last day of a round.

    Args:
        year: fiscal year, B.E.

    Source: `rounds` of the regulation.
    """
    one = next(one for one in regulation.rounds if one.number == number)
    return _day(one.starts, year), _day(one.ends, year)


def _day(day: DayOfYear, year: int) -> date:
    return date(year - thai.BUDDHIST_ERA + day.year, day.month, day.day)


def is_on_probation(person: Person, span: Span) -> bool:
    """
    True when any day of a person's probation lies in the round.

    Either end of a probation may be open; with neither there is none.
    """
    begins, ends = person.probation_from, person.probation_to
    if begins is None and ends is None:
        return False
    return (begins or span[0]) <= span[1] and (ends or span[1]) >= span[0]
