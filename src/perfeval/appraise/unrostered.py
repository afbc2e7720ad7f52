"""People of a run without a round: whoever the forms say they are."""

from collections.abc import Iterable

from perfeval.appraise import reasons
from perfeval.appraise.layers import before_committee
from perfeval.appraise.outcome import Appraisal, State
from perfeval.appraise.standing import PersonState, PersonStatus
from perfeval.model import Evaluation
from perfeval.roster import Person

NOWHERE = "-"  # the division of a form that gives none


def people_of(appraisals: Iterable[Appraisal]) -> tuple[PersonStatus, ...]:
    """Everybody of whom a form was scored or held, in the order of the forms."""
    people: dict[str, PersonStatus] = {}
    for number, one in enumerate(appraisals):
        if one.state in (State.SCORED, State.HELD):
            status = _status(one)
            people.setdefault(status.person.key or str(number), status)
    return tuple(people.values())


def _status(one: Appraisal) -> PersonStatus:
    person, files = _person(one), (one.evaluation.file,)
    if one.result is None:
        why = reasons.first_of(one.findings)
        return PersonStatus(person, PersonState.HELD, why, one, files=files)
    final = before_committee(one.result)
    return PersonStatus(
        person, PersonState.RANKED, appraisal=one, final=final, files=files
    )


def _person(one: Appraisal) -> Person:
    typed: Evaluation = one.evaluation
    group = typed.staff_group
    if group is None and one.result is not None:
        group = one.result.regulation.staff_groups[0].key
    return Person(
        employee_id=typed.employee_id or "",
        name=typed.name or "",
        division=typed.division or NOWHERE,
        staff_group=group or "",
        position=typed.position or "",
        position_type=typed.position_type,
        position_level=typed.position_level,
    )
