"""
Raises by steps of the pay scale: what was proposed, and whether it can stand.

The evaluator proposes; a next supervisor who differs with a reason proposes anew.
More than a whole step is for whoever was as good in the round before, as its sealed
record has it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from perfeval.appraise.decided import is_open
from perfeval.appraise.layers import SUPERVISORS, Layer
from perfeval.appraise.pay_people import UNSAID, why_no_result
from perfeval.appraise.standing import PersonStatus, Reason
from perfeval.model import Evaluation
from perfeval.regulations.marking import Proposal
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person

WHOLE_STEP, FIRST_ROUND = 1, 1


class StepState(StrEnum):
    """Where one person's step stands."""

    PROPOSED = "proposed"
    OPEN = "open"  # nobody proposes anything
    UNSUPPORTED = "unsupported"  # the round before does not bear it out
    NO_RESULT = "no_result"


@dataclass(frozen=True, slots=True)
class Said:
    """What one layer proposed, and its reason."""

    layer: Layer
    proposal: Proposal
    reason: str | None


@dataclass(frozen=True, slots=True)
class StepProposal:
    """
    One person's step.

    said: every layer that proposed, the evaluator first; the last one holds.
    before: key of the band in the round before, None where it is not known.
    """

    status: PersonStatus
    state: StepState
    said: tuple[Said, ...] = ()
    before: str | None = None
    reason: Reason = UNSAID

    @property
    def person(self) -> Person:
        """Whose step it is."""
        return self.status.person

    @property
    def chosen(self) -> Proposal | None:
        """What is proposed; None where it cannot stand."""
        is_proposed = self.state is StepState.PROPOSED
        return self.said[-1].proposal if is_proposed else None

    @property
    def fits(self) -> bool:
        """True unless the step is that of another band than the decided one."""
        final = self.status.final
        if not self.said or final is None:
            return True
        return final.band.key in self.said[-1].proposal.bands


def propose_step(
    status: PersonStatus,
    regulation: Regulation,
    number: int,
    before: Mapping[str, str] | None,
) -> StepProposal:
    """
    The step of one person.

    Args:
        number: of the round.
        before: the band of each in the sealed round before, by `Person.key`; None
            where there is no such record.
    """
    then = (before or {}).get(status.person.key)
    if not is_open(status) or status.result is None:
        why = why_no_result(status)
        return StepProposal(status, StepState.NO_RESULT, before=then, reason=why)
    said = tuple(_said(status.result.evaluation, regulation))
    if not said:
        return StepProposal(status, StepState.OPEN, before=then)
    last = said[-1].proposal
    if needs_the_round_before(last, number) and then not in last.bands:
        return StepProposal(status, StepState.UNSUPPORTED, said, then)
    return StepProposal(status, StepState.PROPOSED, said, then)


def needs_the_round_before(proposal: Proposal, number: int) -> bool:
    """True for more than a whole step, which no first round knows."""
    is_later = number > FIRST_ROUND and FIRST_ROUND not in proposal.rounds
    return is_later and proposal.step > WHOLE_STEP


def _said(evaluation: Evaluation, regulation: Regulation) -> list[Said]:
    said = []
    first = regulation.proposal(evaluation.proposed_step)
    if first is not None:
        said.append(Said(Layer.EVALUATOR, first, evaluation.proposed_step_reason))
    for layer in SUPERVISORS:
        who = layer.value
        chosen = regulation.proposal(getattr(evaluation, f"{who}_step"))
        reason = getattr(evaluation, f"{who}_reason")
        differs = getattr(evaluation, f"{who}_opinion") == "differ"
        if differs and chosen is not None and reason:
            said.append(Said(layer, chosen, reason))
    return said
