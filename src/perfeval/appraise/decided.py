"""
What committee and chief have decided, laid over what came back.

A decision rests on the total that they had before them. Where that total is no
longer the present one, the decision on that person has lapsed and is not applied.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from perfeval import thai
from perfeval.appraise.layers import Decision, before_committee, final
from perfeval.appraise.standing import Intake, PersonState, PersonStatus


@dataclass(frozen=True)
class Decided:
    """
    The decision of a round as it was taken in.

    number: 1 for the first one. decided_on: C.E. decisions: one for everybody
    who had a total, also where nothing was changed.
    sha256: of the file that it is remembered in.
    """

    number: int
    decided_on: date
    decided_by: str
    decisions: tuple[Decision, ...]
    sha256: str = ""

    @cached_property
    def by_key(self) -> Mapping[str, Decision]:
        """Each decision by the id of its person in comparable form."""
        return {thai.id_key(one.employee_id): one for one in self.decisions}


def is_open(status: PersonStatus) -> bool:
    """True where committee and chief decide on a person: a ranked result."""
    return status.state is PersonState.RANKED and status.result is not None


def apply(intake: Intake, decided: Decided | None) -> Intake:
    """The same people with every layer of their results; lapsed decisions left out."""
    if decided is None:
        return intake
    people = tuple(_layered(one, decided) for one in intake.people)
    return replace(intake, people=people)


def _layered(status: PersonStatus, decided: Decided) -> PersonStatus:
    decision = decided.by_key.get(status.person.key)
    if decision is None or status.result is None or not _holds(status, decision):
        return status
    return replace(status, final=final(status.result, decision))


def _holds(status: PersonStatus, decision: Decision) -> bool:
    """True where a decision rests on the present total."""
    if not is_open(status) or status.result is None:
        return False
    return before_committee(status.result).total == decision.basis


def lapsed(intake: Intake, decided: Decided) -> tuple[PersonStatus, ...]:
    """Everybody on whom must be decided again: another total, or none before."""
    return tuple(one for one in intake.people if _has_lapsed(one, decided))


def _has_lapsed(status: PersonStatus, decided: Decided) -> bool:
    decision = decided.by_key.get(status.person.key)
    if decision is None:
        return is_open(status)
    return not _holds(status, decision)
