"""
Everything that came back, held together with everybody of the roster.

A person and a file end in exactly one state each. Two different forms of one person
hold both; nothing is chosen in silence.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from perfeval.appraise import reasons
from perfeval.appraise.chosen import Choice
from perfeval.appraise.layers import before_committee
from perfeval.appraise.movement import (
    counts_from,
    not_ranked,
    transfer_day,
)
from perfeval.appraise.outcome import Appraisal
from perfeval.appraise.received import Form, Received
from perfeval.appraise.several import NONE, settled
from perfeval.appraise.standing import (
    FileState,
    FileStatus,
    Intake,
    PersonState,
    PersonStatus,
    Reason,
)
from perfeval.findings import Finding, finding, has_error, in_order
from perfeval.roster import Person
from perfeval.rounds.opened import Opened
from perfeval.thai import long_date

WORST_FIRST = (
    FileState.REFUSED,
    FileState.HELD,
    FileState.ACCEPTED,  # a form that counts: never to be thrown away as a copy
    FileState.DUPLICATE,
    FileState.IGNORED,
)
OF_THE_PERSON = (FileState.ACCEPTED, FileState.HELD, FileState.DUPLICATE)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The state of the round, and every form with its findings, by file and sheet."""

    intake: Intake
    appraisals: tuple[Appraisal, ...]


def reconcile(
    received: Iterable[Received], opened: Opened, choices: Mapping[str, Choice] = NONE
) -> Reconciled:
    """
    Everybody of the roster and every entry of the inbox, each in its state.

    Args:
        choices: which of several different forms of a person counts, by
            `Person.key`, because the officer says so.
    """
    came = settled(sorted(received, key=lambda one: one.file), choices)
    forms = [form for one in came for form in one.forms]
    people = _people(forms, opened)
    files = tuple(_file(one) for one in came)
    findings = in_order(
        [
            *(told for one in came for told in one.findings),
            *(told for form in forms for told in form.appraisal.findings),
            *_of_the_roster(opened),
        ]
    )
    appraisals = tuple(form.appraisal for form in forms)
    return Reconciled(Intake(people, files, tuple(findings)), appraisals)


def _people(forms: Sequence[Form], opened: Opened) -> tuple[PersonStatus, ...]:
    """Everybody of the roster, in its order."""
    by_person: dict[str, list[Form]] = {}
    for form in forms:
        if form.person is not None:
            by_person.setdefault(form.person.key, []).append(form)
    return tuple(
        _person(person, by_person.get(person.key, ()), opened)
        for person in opened.roster.people
    )


def _person(person: Person, forms: Sequence[Form], opened: Opened) -> PersonStatus:
    own = [form for form in forms if form.state in OF_THE_PERSON]
    status = _of_forms(person, own) if own else _without(person, forms)
    if person.key in opened.roster.faulty:
        state, why = PersonState.HELD, reasons.FAULTY_ROW
        return replace(status, state=state, reason=why)
    regulation = opened.regulation_of(person)
    if barred := not_ranked(person, regulation, opened.round):
        return _barred(status, barred)
    day = counts_from(person, regulation, opened.round)
    if status.state is PersonState.RANKED and day and person.movement_on:
        return replace(status, reason=reasons.moved(person.movement_on, day))
    return status


def _barred(status: PersonStatus, why: Reason) -> PersonStatus:
    """A person who is not ranked; a result that has to be sent is still asked for."""
    person = status.person
    is_asked_for = person.movement == "transferred_out" and not person.excluded_reason
    is_held = status.state is PersonState.HELD
    if status.state is not PersonState.RANKED and (is_asked_for or is_held):
        why = reasons.with_trouble(why, status.reason)
    return replace(status, state=PersonState.EXCLUDED, reason=why)


def _of_forms(person: Person, forms: Sequence[Form]) -> PersonStatus:
    """A person from whom forms came: the one that counts, or the first that is held."""
    counts = next((form for form in forms if form.state is FileState.ACCEPTED), None)
    shown = counts or forms[0]
    result = counts.appraisal.result if counts else None
    return PersonStatus(
        person,
        PersonState.RANKED if counts else PersonState.HELD,
        Reason() if counts else shown.reason,
        shown.appraisal,
        before_committee(result) if result else None,
        tuple(sorted({form.typed.file for form in forms})),
    )


def _without(person: Person, forms: Sequence[Form]) -> PersonStatus:
    """A person without a form; what came in vain is named."""
    why = reasons.MISSING
    refused = [form for form in forms if form.state is FileState.REFUSED]
    if refused:
        files = sorted({form.typed.file for form in refused})
        why = reasons.unusable(files, refused[0].reason)
    elif forms:
        why = reasons.AGREEMENT_ONLY
    return PersonStatus(person, PersonState.MISSING, why)


def _file(one: Received) -> FileStatus:
    """A file takes the worst state of its forms."""
    states: Mapping[FileState, Reason] = {
        form.state: form.reason for form in reversed(one.forms)
    }
    if has_error(one.findings):
        states = {**states, FileState.REFUSED: reasons.first_of(one.findings)}
    elif not one.forms:  # a lock that was named, or what was passed over
        states = {FileState.IGNORED: reasons.first_of(one.findings)}
    worst = next(state for state in WORST_FIRST if state in states)
    ids = (
        form.person.employee_id if form.person else form.typed.employee_id
        for form in one.forms
    )
    return FileStatus(
        one.file,
        worst,
        states[worst],
        one.sha256,
        tuple(dict.fromkeys(filter(None, ids))),
    )


def _of_the_roster(opened: Opened) -> Iterable[Finding]:
    """What only the roster and the transfer day of the round tell together."""
    for person in opened.roster.people:
        if person.key in opened.roster.faulty or person.movement_on is None:
            continue
        if person.movement != "transferred_out" or person.excluded_reason:
            continue
        regulation = opened.regulation_of(person)
        day = transfer_day(regulation, opened.round)
        where = opened.roster.where(person, "movement_on")
        left = long_date(person.movement_on)
        if regulation.transfer is None:
            yield finding("PE357", where, found=left)
        elif day is not None and person.movement_on <= day:
            yield finding(
                "PE354",
                where,
                clause=regulation.transfer.clause,
                found=left,
                day_th=long_date(day),
                day_en=day,
            )
