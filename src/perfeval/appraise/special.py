"""
Who needs more than a score before the committee: the special cases of a round.

Each case names the rule it rests on in the person's own regulation; which paper it
asks for is said where the papers are written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from perfeval import thai
from perfeval.appraise import movement
from perfeval.appraise.attendance import LateStatus, LeaveStatus, attended
from perfeval.appraise.layers import Layer, before_committee
from perfeval.appraise.standing import Intake, PersonState, PersonStatus, Standing
from perfeval.model import Evaluation
from perfeval.regulations.schema import Regulation
from perfeval.rounds.opened import Opened

Ties = Mapping[str, Sequence[Standing]]


class Kind(StrEnum):
    """What is special, in the order in which papers list it."""

    HELD = "held"
    MISSING = "missing"
    TRANSFERRED_OUT = "transferred_out"
    TRANSFERRED_IN = "transferred_in"
    EXCLUDED = "excluded"
    PROBATION = "probation"
    MOVED = "moved"
    SECONDED = "seconded"
    REFUSED = "refused"
    DIFFERS = "differs"
    WITHOUT_CONSENT = "without_consent"
    TIED = "tied"
    BY_THE_CHIEF = "by_the_chief"
    ON_THE_COMMITTEE = "on_the_committee"
    LEAVE_MAY_BE_ALLOWED = "leave_may_be_allowed"
    LEAVE_NOT_ELIGIBLE = "leave_not_eligible"
    HABITUALLY_LATE = "habitually_late"


NAMED = 10  # of those who share a rank; of the others only how many they are

LEAVE = {
    LeaveStatus.COMMITTEE_MAY_ALLOW: Kind.LEAVE_MAY_BE_ALLOWED,
    LeaveStatus.NOT_ELIGIBLE: Kind.LEAVE_NOT_ELIGIBLE,
}


@dataclass(frozen=True, slots=True)
class Case:
    """
    One special case of one person.

    clause: of the regulation; None where it has no rule on it.
    facts: dates, names and figures that its words need.
    """

    kind: Kind
    status: PersonStatus
    clause: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


def special_cases(
    intake: Intake, opened: Opened, standings: Iterable[Standing] = ()
) -> tuple[Case, ...]:
    """
    Every special case, by kind and then in roster order.

    Args:
        standings: of everybody inside the divisions; whoever is tied is a case.
    """
    ties = _ties(standings)
    found = [case for one in intake.people for case in _cases(one, opened, ties)]
    order = list(Kind)
    return tuple(sorted(found, key=lambda case: order.index(case.kind)))


def _cases(status: PersonStatus, opened: Opened, ties: Ties) -> Iterator[Case]:
    yield from _of_state(status, opened)
    yield from _of_person(status, opened)
    if status.state is PersonState.RANKED and status.result is not None:
        yield from _of_form(status, status.result.evaluation, opened)
    yield from _tied(status, ties)
    yield from _attendance(status, opened)


def _of_state(status: PersonStatus, opened: Opened) -> Iterator[Case]:
    """Whoever has no rank, and why."""
    person, regulation = status.person, opened.regulation_of(status.person)
    if status.state is PersonState.MISSING:
        yield Case(Kind.MISSING, status)
    elif status.state is PersonState.HELD:
        yield Case(Kind.HELD, status)
    elif status.state is PersonState.EXCLUDED and person.movement_on is not None:
        sent = movement.is_to_be_sent(person, regulation, opened.round)
        due = movement.is_due_from_elsewhere(person, regulation, opened.round)
        kind = Kind.TRANSFERRED_OUT if sent else Kind.TRANSFERRED_IN
        if (sent or due) and not person.excluded_reason:
            yield Case(kind, status, _transfer(regulation), _moved_on(status))
            return
        yield Case(Kind.EXCLUDED, status)
    elif status.state is PersonState.EXCLUDED:
        yield Case(Kind.EXCLUDED, status)


def _of_person(status: PersonStatus, opened: Opened) -> Iterator[Case]:
    """What the roster and round.toml say of a person."""
    person, regulation = status.person, opened.regulation_of(status.person)
    if movement.on_probation(person, regulation, opened.round):
        yield Case(Kind.PROBATION, status, _probation(regulation), _span(status))
    after = movement.counts_from(person, regulation, opened.round)
    if person.movement == "moved" and after is not None:
        yield Case(Kind.MOVED, status, _transfer(regulation), _moved_on(status))
    if person.movement == "seconded":
        typed = status.appraisal.evaluation if status.appraisal else None
        host = (typed and (typed.host_opinion or typed.host_information)) or ""
        clause = _provision(regulation, "host_opinion")
        yield Case(Kind.SECONDED, status, clause, {"host": host} | _moved_on(status))
    chief = opened.round.chief
    if person.evaluator_id and thai.id_key(person.evaluator_id) == thai.id_key(
        chief.id
    ):
        yield Case(Kind.BY_THE_CHIEF, status, _chief(regulation), {"chief": chief.name})
    roles = [
        member.role
        for member in opened.round.committee
        if thai.name_key(member.name) == thai.name_key(person.full_name)
    ]
    if roles:
        yield Case(Kind.ON_THE_COMMITTEE, status, None, {"role": roles[0]})


def _of_form(status: PersonStatus, typed: Evaluation, opened: Opened) -> Iterator[Case]:
    """What the form says of its own signatures and opinions."""
    regulation = opened.regulation_of(status.person)
    supervisor = regulation.next_supervisor
    consent = supervisor.clause if supervisor else None
    if typed.acknowledgement == "refused":
        witnesses = ", ".join(filter(None, (typed.witness_1, typed.witness_2)))
        rule = regulation.witnesses
        facts = {"witnesses": witnesses, "wanted": str(rule.at_least if rule else 0)}
        yield Case(Kind.REFUSED, status, rule.clause if rule else None, facts)
    if status.result and before_committee(status.result).layer is not Layer.EVALUATOR:
        yield Case(Kind.DIFFERS, status, consent)
    elif status.person.next_supervisor_id and typed.next_supervisor_opinion != "agree":
        name = opened.name_of(status.person.next_supervisor_id)
        facts = {"next_supervisor": name} if name else {}
        yield Case(Kind.WITHOUT_CONSENT, status, consent, facts)


def _tied(status: PersonStatus, ties: Ties) -> Iterator[Case]:
    """Somebody else of the division has the same exact total and the same rank."""
    own = ties.get(status.person.key, ())
    others = [one for one in own if one.status.person.key != status.person.key]
    if others:
        names = ", ".join(one.status.person.full_name for one in others[:NAMED])
        facts = {"rank": str(own[0].rank), "others": names}
        if others[NAMED:]:
            facts["more"] = str(len(others[NAMED:]))
        yield Case(Kind.TIED, status, None, facts)


def _attendance(status: PersonStatus, opened: Opened) -> Iterator[Case]:
    """Leave above the limit, and a habit of lateness."""
    found = attended(status, opened)
    if found is None:
        return
    kind = LEAVE.get(found.leave_status) if found.leave_status else None
    if kind is not None and found.leave is not None:
        facts = {"times": str(found.leave.times), "days": found.days_text or ""}
        yield Case(kind, status, found.leave_clause, facts)
    if found.late_status is LateStatus.HABITUALLY_LATE:
        facts = {"times": str(found.late_times)}
        yield Case(Kind.HABITUALLY_LATE, status, found.late_clause, facts)


def _ties(standings: Iterable[Standing]) -> Ties:
    """By person: all who share the rank, in one division, under one regulation."""
    found: dict[tuple[object, ...], list[Standing]] = {}
    for one in standings:
        if one.tied:
            place = one.status.person.division, _law(one), one.rank
            found.setdefault(place, []).append(one)
    return {one.status.person.key: tie for tie in found.values() for one in tie}


def _law(standing: Standing) -> str | None:
    result = standing.status.result
    return result.regulation.id if result else None


def _moved_on(status: PersonStatus) -> dict[str, str]:
    moved_on = status.person.movement_on
    return {"moved_on": thai.long_date(moved_on)} if moved_on else {}


def _span(status: PersonStatus) -> dict[str, str]:
    ends = status.person.probation_from, status.person.probation_to
    starts, stops = (thai.long_date(day) if day else "" for day in ends)
    return {"starts": starts, "ends": stops}


def _transfer(regulation: Regulation) -> str | None:
    return regulation.transfer.clause if regulation.transfer else None


def _probation(regulation: Regulation) -> str | None:
    return next(
        (one.probation_clause or one.clause
         for one in regulation.components
         if one.probation_weight is not None),
        None,
    )  # fmt: skip


def _provision(regulation: Regulation, key: str) -> str | None:
    return next((one.clause for one in regulation.provisions if one.key == key), None)


def _chief(regulation: Regulation) -> str | None:
    """Where the regulation makes the chief an evaluator himself."""
    return next(
        (
            one.clause
            for one in regulation.evaluators
            if one.evaluator == regulation.chief
        ),
        None,
    )
