"""Where everybody and every file stands: rows for people, objects for programs."""

from collections import Counter
from collections.abc import Iterator

from perfeval.appraise.rank import division_order
from perfeval.appraise.standing import (
    FileState,
    Intake,
    PersonState,
    PersonStatus,
)
from perfeval.reports.status_words import FILES, STATES
from perfeval.rounds.opened import Opened

NOBODY = {"th": "ไม่ได้ระบุผู้ประเมิน", "en": "no evaluator named"}
Row = tuple[str, ...]


def as_json(status: PersonStatus, opened: Opened, lang: str) -> dict[str, object]:
    """One person of the roster as programs read it."""
    person = status.person
    return {
        "employee_id": person.employee_id,
        "name": person.full_name,
        "division": person.division,
        "staff_group": person.staff_group,
        "evaluator": person.evaluator_id,
        "state": status.state.value,
        "reason": status.reason.told(lang) or None,
        "files": list(status.files),
        "evaluator_name": opened.name_of(person.evaluator_id),
    }


def evaluator(status: PersonStatus, opened: Opened, lang: str) -> str:
    """Who evaluates a person, by name where the round knows it."""
    named = status.person.evaluator_id
    return opened.name_of(named) or named or NOBODY[lang]


def by_evaluator(intake: Intake, opened: Opened, lang: str) -> Iterator[Row]:
    """Division, evaluator, and how many people are in each state, and in all."""
    official = [one.name for one in opened.round.divisions]
    for division in division_order(intake.people, official):
        own = [one for one in intake.people if one.person.division == division]
        names = dict.fromkeys(evaluator(one, opened, lang) for one in own)
        for name in names:
            states = Counter(
                one.state for one in own if evaluator(one, opened, lang) == name
            )
            counts = [str(states[state] or "-") for state in PersonState]
            yield (division, name, *counts, str(states.total()))


def outstanding(intake: Intake, opened: Opened) -> Counter[str]:
    """How many people's forms are missing or held, by id of their regulation."""
    open_ = (PersonState.MISSING, PersonState.HELD)
    groups = Counter(
        one.person.staff_group for one in intake.people if one.state in open_
    )
    told: Counter[str] = Counter()
    for group, loaded in opened.regulations.items():
        told[loaded.regulation.id] += groups[group]
    return told


def without_result(intake: Intake, opened: Opened, lang: str) -> Iterator[Row]:
    """Everybody who is not ranked, with the reason."""
    for one in intake.people:
        if one.state is not PersonState.RANKED:
            yield (
                one.person.employee_id,
                one.person.full_name,
                one.person.division,
                evaluator(one, opened, lang),
                STATES[lang][one.state],
                one.reason.told(lang),
            )


def other_files(intake: Intake, lang: str) -> Iterator[Row]:
    """Every file that is not simply accepted, with the reason."""
    for one in intake.files:
        if one.state is not FileState.ACCEPTED:
            yield one.file, FILES[lang][one.state], one.reason.told(lang)
