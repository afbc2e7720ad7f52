"""What record/ holds of forms issued and agreements made, for reading an inbox."""

from perfeval.appraise.remembered import Remembered
from perfeval.record import agreements, issued
from perfeval.rounds.folder import RoundFolder


def remembered(folder: RoundFolder) -> Remembered:
    """
    Everything that a returned form is held against, beside the roster.

    Raises:
        DamagedError: a file was changed by hand.
    """
    return Remembered(issued.load(folder).people, agreements.load(folder))
