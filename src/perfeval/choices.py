"""What a command line may choose of a run; apart, so that it is read in no time."""

from enum import StrEnum


class Stage(StrEnum):
    """Which end of a round a form is made for, or checked as."""

    AGREEMENT = "agreement"  # of the start: no level, no actual asked for
    EVALUATION = "evaluation"


class Per(StrEnum):
    """Whose workbook it is."""

    PERSON = "person"
    EVALUATOR = "evaluator"


class Opening(StrEnum):
    """A paper that opens a round."""

    ANNOUNCEMENT = "announcement"
    ATTENDANCE = "attendance"
    CALENDAR = "calendar"
    MEMORANDUM = "memorandum"
    ORDER = "order"
    PROOF = "proof"
