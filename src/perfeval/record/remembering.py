"""What record/ holds of forms issued, agreements and choices, for an inbox."""

from perfeval.appraise.remembered import Remembered
from perfeval.record import agreements, choices, issued
from perfeval.rounds.folder import RoundFolder


def remembered(folder: RoundFolder) -> Remembered:
    """
    Everything that a returned form is held against, beside the roster.

    Raises:
        DamagedError: a file was changed by hand.
    """
    people = issued.load(folder).people
    return Remembered(people, agreements.load(folder), choices.load(folder))
