"""
A form held against the round and its roster: whose it is, and what in it differs.

The roster decides. An id names the person, the name is the second witness; where
the two contradict each other the form is held.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perfeval import thai
from perfeval.appraise import reasons
from perfeval.appraise.compare_roster import as_the_roster_says, differences
from perfeval.appraise.outcome import (
    MISPLACED,
    Appraisal,
    State,
    appraise,
    appraise_agreement,
)
from perfeval.appraise.received import Form
from perfeval.appraise.remembered import NOTHING, Remembered
from perfeval.appraise.standing import FileState
from perfeval.choices import Stage
from perfeval.findings import Finding, finding
from perfeval.model import Evaluation
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person
from perfeval.rounds.opened import Opened

OF_RESULTS = ("PE352", "PE353")  # consent and opinion, which an agreement waits for


@dataclass(frozen=True, slots=True)
class Came:
    """
    A form as it came: typed, with the regulation it was made for.

    told: what was found while its cells were read. is_unfit: True where the form
    cannot be used at all, so that it only tells whose it is.
    """

    typed: Evaluation
    regulation: Regulation
    told: Sequence[Finding]
    is_unfit: bool = False


def compare(
    came: Came,
    opened: Opened,
    remembered: Remembered = NOTHING,
    stage: Stage = Stage.EVALUATION,
) -> Form:
    """
    One form with its person, its state and its result, if it has one.

    Args:
        remembered: the forms that were issued and the agreements that are recorded.
        stage: as an agreement a form is accepted without a result.
    """
    typed = came.typed
    person = person_of(typed, opened)
    is_misplaced = any(one.code in MISPLACED for one in came.told)
    if came.is_unfit or is_misplaced:
        return _held(came, person, (*came.told, *_unknown(typed, person, opened)))
    if typed.is_agreement and stage is Stage.EVALUATION:
        note = appraise(typed, came.regulation, ())
        return Form(typed, person, FileState.IGNORED, note, reasons.AGREEMENT)
    foreign = [*_of_another_round(typed, opened), *_of_another_office(typed, opened)]
    foreign += _unknown(typed, person, opened)
    if foreign or person is None:
        told = (*came.told, *foreign)
        why = reasons.first_of(foreign)
        appraisal = Appraisal(typed, State.HELD, told)
        return Form(typed, person, FileState.REFUSED, appraisal, why)
    return _judged(came, person, opened, remembered=remembered, stage=stage)


def _judged(
    came: Came,
    person: Person,
    opened: Opened,
    *,
    remembered: Remembered,
    stage: Stage,
) -> Form:
    """A form of this round and of a person of the roster."""
    typed = came.typed
    if person.key in opened.roster.faulty:
        where, employee = typed.where("employee_id"), person.employee_id
        told = (*came.told, finding("PE356", where, employee=employee))
        return _held(came, person, told)
    ruled = opened.regulation_of(person)
    if came.regulation.id != ruled.id:
        other = finding(
            "PE346", typed.where(), found=came.regulation.id, expected=ruled.id
        )
        return _held(came, person, (*came.told, other))
    told = (
        *came.told,
        *_round_is_said(typed, opened),
        *differences(typed, person, opened),
        *remembered.of_issue(typed, person),
    )
    by_roster = as_the_roster_says(typed, person, opened)
    if stage is Stage.AGREEMENT:
        told = tuple(one for one in told if one.code not in OF_RESULTS)
        agreed = appraise_agreement(by_roster, ruled, told)
        if agreed.state is State.HELD:
            return _held(came, person, agreed.findings)
        return Form(typed, person, FileState.ACCEPTED, agreed)
    told = (*told, *remembered.of_agreement(typed, person, ruled))
    appraisal = appraise(by_roster, ruled, told)
    if appraisal.result is None:
        return _held(came, person, appraisal.findings)
    return Form(typed, person, FileState.ACCEPTED, appraisal)


def _held(came: Came, person: Person | None, told: tuple[Finding, ...]) -> Form:
    state = FileState.REFUSED if person is None else FileState.HELD
    appraisal = Appraisal(came.typed, State.HELD, tuple(told))
    return Form(came.typed, person, state, appraisal, reasons.first_of(told))


def person_of(typed: Evaluation, opened: Opened) -> Person | None:
    """Whose a form is: by its id; where it has none, by a name that is one person's."""
    if typed.employee_id:
        return opened.roster.find(typed.employee_id)
    named = opened.roster.named(typed.name)
    return named[0] if len(named) == 1 else None


def _unknown(
    typed: Evaluation, person: Person | None, opened: Opened
) -> Iterator[Finding]:
    """A person whom the roster does not know, and who may be meant."""
    if person is not None:
        return
    near = opened.roster.near(typed.employee_id, typed.name)
    yield finding(
        "PE340",
        typed.where("employee_id"),
        found=typed.employee_id or typed.name or "-",
        near_th=listed(near, " (ใกล้เคียง: {})"),
        near_en=listed(near, " (near: {})"),
    )


def listed(people: Sequence[Person], words: str) -> str:
    """Some people with their ids, put into words; nothing for nobody."""
    names = ", ".join(f"{one.employee_id} {one.full_name}" for one in people)
    return words.format(names) if names else ""


def is_foreign(typed: Evaluation, opened: Opened) -> bool:
    """True for a form that says another round or another office."""
    return any(_of_another_round(typed, opened)) or any(
        _of_another_office(typed, opened)
    )


def _of_another_round(typed: Evaluation, opened: Opened) -> Iterator[Finding]:
    """Year and number are held against the round one by one: one alone will do."""
    own = opened.round
    wrong = [
        key
        for key, said, expected in (
            ("fiscal_year", typed.year, str(own.year)),
            ("round_number", typed.turn, str(own.round)),
        )
        if said is not None and said != expected
    ]
    if wrong:
        yield finding(
            "PE341",
            typed.where(wrong[0]),
            found=f"{typed.year or '?'}-{typed.turn or '?'}",
            expected=own.code,
        )


def _round_is_said(typed: Evaluation, opened: Opened) -> Iterator[Finding]:
    if typed.is_blank("fiscal_year") and typed.is_blank("round_number"):
        yield finding("PE349", typed.where("fiscal_year"), expected=opened.round.code)


def _of_another_office(typed: Evaluation, opened: Opened) -> Iterator[Finding]:
    said, own = typed.organisation, opened.round.organisation
    if said and thai.office_key(said) != thai.office_key(own):
        yield finding("PE342", typed.where("organisation"), found=said, expected=own)
