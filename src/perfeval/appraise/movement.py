"""
What a movement, a probation or an exclusion of the roster does to a person's result.

Only a regulation that rules transfers knows a transfer day; it counts in the round
that contains it, and "after" is strictly after.
"""

from datetime import date

from perfeval.appraise import reasons
from perfeval.appraise.standing import Reason
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person
from perfeval.rounds.schema import RoundFile
from perfeval.rounds.span import day_in, span_of


def transfer_day(regulation: Regulation, appraised: RoundFile) -> date | None:
    """The day of this round after which a transfer counts; None without a rule."""
    span = span_of(regulation, appraised)
    if regulation.transfer is None or span is None:
        return None
    days = (day_in(day, appraised.year) for day in regulation.transfer.after)
    return next((day for day in days if span.starts <= day <= span.ends), None)


def counts_from(
    person: Person, regulation: Regulation, appraised: RoundFile
) -> date | None:
    """The transfer day, where the person's movement lies strictly after it."""
    day = transfer_day(regulation, appraised)
    if day is None or person.movement_on is None or person.movement is None:
        return None
    return day if person.movement_on > day else None


def not_ranked(
    person: Person, regulation: Regulation, appraised: RoundFile
) -> Reason | None:
    """Why a person is not to be ranked; None for everybody who is."""
    if person.excluded_reason:
        return reasons.excluded(person.excluded_reason)
    if other := regulation.other_form(person.position_level):
        return reasons.excluded(other.reason)
    day = counts_from(person, regulation, appraised)
    if day is None or person.movement_on is None:
        return None
    if person.movement == "transferred_out":
        return reasons.transferred_out(person.movement_on, day)
    if person.movement == "transferred_in":
        return reasons.transferred_in(person.movement_on, day)
    return None


def is_to_be_sent(person: Person, regulation: Regulation, appraised: RoundFile) -> bool:
    """True where the result goes to another office instead of being ranked."""
    day = counts_from(person, regulation, appraised)
    return day is not None and person.movement == "transferred_out"


def is_due_from_elsewhere(
    person: Person, regulation: Regulation, appraised: RoundFile
) -> bool:
    """True where the former office evaluates, so that no form is asked for here."""
    day = counts_from(person, regulation, appraised)
    return day is not None and person.movement == "transferred_in"


def has_former_supervisor(
    person: Person, regulation: Regulation, appraised: RoundFile
) -> bool:
    """True where the supervisor before a move or transfer evaluates."""
    day = counts_from(person, regulation, appraised)
    return day is not None and person.movement in ("moved", "transferred_out")


def on_probation(person: Person, regulation: Regulation, appraised: RoundFile) -> bool:
    """True where any day of the probation lies in the round: then the whole round."""
    if person.probation_from is None and person.probation_to is None:
        return False
    span = span_of(regulation, appraised)
    return span is None or span.overlaps(person.probation_from, person.probation_to)
