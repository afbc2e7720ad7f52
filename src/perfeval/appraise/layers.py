"""
The layers of a result: evaluator, next supervisor, committee, chief.

None is ever overwritten; the final result is the last layer that has a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from perfeval import model
from perfeval.appraise.figures import band_of, display, is_at_edge
from perfeval.appraise.score import Result
from perfeval.model import Evaluation
from perfeval.regulations.schema import Band, Regulation


class Layer(StrEnum):
    """Who has had a say, in the order in which they have it."""

    EVALUATOR = "evaluator"
    NEXT_SUPERVISOR = "next_supervisor"
    NEXT_SUPERVISOR_2 = "next_supervisor_2"  # where a regulation asks two of them
    COMMITTEE = "committee"
    CHIEF = "chief"


SUPERVISORS = tuple(map(Layer, model.SUPERVISORS))


@dataclass(frozen=True, slots=True)
class Opinion:
    """One layer's total, in points 0-100, and why it differs from the one below."""

    layer: Layer
    total: Fraction
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """
    What committee and chief decided on one person; None where they left a blank.

    basis: the total that they had before them, in points 0-100.
    """

    employee_id: str
    basis: Fraction
    committee_total: Fraction | None = None
    committee_reason: str | None = None
    chief_total: Fraction | None = None
    chief_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Final:
    """Every layer of one result, lowest first; the last one holds."""

    opinions: tuple[Opinion, ...]
    regulation: Regulation

    @property
    def total(self) -> Fraction:
        """Points 0-100, exact, of the last layer."""
        return self.opinions[-1].total

    @property
    def layer(self) -> Layer:
        """Whose total holds."""
        return self.opinions[-1].layer

    @property
    def band(self) -> Band:
        """The band of the exact total."""
        return band_of(self.total, self.regulation.bands)

    @property
    def printed(self) -> str:
        """The total as papers print it."""
        return display(self.total, self.regulation.bands)

    @property
    def at_edge(self) -> bool:
        """True where rounding to two places would change the band."""
        return is_at_edge(self.total, self.regulation.bands)


def before_committee(result: Result) -> Final:
    """
    Evaluator and next supervisors, whose last total the committee is shown.

    A next supervisor counts where the total differs and a reason is given.
    """
    return Final(tuple(_evaluation(result)), result.regulation)


def final(result: Result, decision: Decision | None) -> Final:
    """All layers of one result; a blank of the committee or chief adds none."""
    opinions = list(_evaluation(result))
    if decision is not None:
        opinions += _decided(decision)
    return Final(tuple(opinions), result.regulation)


def _evaluation(result: Result) -> Iterator[Opinion]:
    yield Opinion(Layer.EVALUATOR, result.total)
    evaluation = result.evaluation
    for layer in SUPERVISORS:
        opinion, total, reason = (
            getattr(evaluation, f"{layer.value}_{key}")
            for key in ("opinion", "total", "reason")
        )
        if opinion == "differ" and total is not None and reason:
            yield Opinion(layer, Fraction(total), reason)


def is_beside_total(
    evaluation: Evaluation, layer: Layer = Layer.NEXT_SUPERVISOR
) -> bool:
    """True where a next supervisor differs in something else than the total."""
    who = layer.value
    others = (getattr(evaluation, f"{who}_{key}") for key in ("step", "development"))
    return getattr(evaluation, f"{who}_total") is None and any(others)


def _decided(decision: Decision) -> Iterator[Opinion]:
    said = (
        (Layer.COMMITTEE, decision.committee_total, decision.committee_reason),
        (Layer.CHIEF, decision.chief_total, decision.chief_reason),
    )
    for layer, total, reason in said:
        if total is not None:
            yield Opinion(layer, total, reason)
