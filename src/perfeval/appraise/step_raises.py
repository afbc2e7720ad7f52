"""The steps of one staff group, counted against the figures that the office set."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from perfeval.appraise.order import by_total
from perfeval.appraise.pay_steps import (
    StepProposal,
    StepState,
    needs_the_round_before,
    propose_step,
)
from perfeval.appraise.raises import PAPER, label_of, members
from perfeval.appraise.standing import PersonStatus
from perfeval.findings import Finding, Location, finding
from perfeval.regulations.schema import Regulation
from perfeval.rounds.opened import Opened


@dataclass(frozen=True, slots=True)
class Counted:
    """How many get a step. quota: as the office set it; None where it set none."""

    key: str
    label: str
    people: int
    quota: int | None

    @property
    def over(self) -> int:
        """How many are too many; 0 within the quota or without one."""
        return 0 if self.quota is None else max(self.people - self.quota, 0)


@dataclass(frozen=True, slots=True)
class StepRaises:
    """
    The steps of one staff group.

    before: the band of each in the sealed round before; None without its record.
    ranks: by `Person.key`. proposals: the highest total first, then who has none.
    of_people, of_quota: what was found about the one and the other.
    """

    opened: Opened
    staff_group: str
    label: str
    regulation: Regulation
    before: Mapping[str, str] | None
    ranks: Mapping[str, int]
    proposals: tuple[StepProposal, ...]
    counts: tuple[Counted, ...]
    of_people: tuple[Finding, ...]
    of_quota: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, about the quota and about people."""
        return (*self.of_quota, *self.of_people)

    @property
    def path(self) -> str:
        """The path of its paper under out/."""
        return PAPER.format(group=self.staff_group)


def quotas(opened: Opened) -> Mapping[str, int]:
    """How many people may get each step, as round.toml says."""
    return (opened.round.pay.quota if opened.round.pay else None) or {}


def wants_the_round_before(opened: Opened, people: Iterable[PersonStatus]) -> bool:
    """True where somebody proposes a step that the round before must bear out."""
    return any(
        needs_the_round_before(said.proposal, opened.round.round)
        for one in people
        for said in propose_step(
            one, opened.regulation_of(one.person), opened.round.round, None
        ).said
    )


def step_raises(
    opened: Opened,
    people: Iterable[PersonStatus],
    staff_group: str,
    *,
    before: Mapping[str, str] | None,
) -> StepRaises:
    """
    The steps of one staff group whose regulation knows steps.

    Args:
        people: everybody of the round, every layer of their results applied.
        before: the band of each in the sealed round before, by `Person.key`.
    """
    regulation = opened.regulations[staff_group].regulation
    own = members(people, staff_group)
    number = opened.round.round
    found = {
        one.person.key: propose_step(one, regulation, number, before) for one in own
    }
    ranks = {one.status.person.key: one.rank for one in by_total(own)}
    ordered = [*ranks, *(key for key in found if key not in ranks)]
    proposals = tuple(found[key] for key in ordered)
    counts = tuple(_counts(opened, regulation, proposals))
    return StepRaises(
        opened=opened,
        staff_group=staff_group,
        label=label_of(opened, staff_group),
        regulation=regulation,
        before=before,
        ranks=ranks,
        proposals=proposals,
        counts=counts,
        of_people=tuple(_of_people(regulation, proposals)),
        of_quota=tuple(_of_quota(opened, regulation, counts)),
    )


def _counts(
    opened: Opened, regulation: Regulation, proposals: tuple[StepProposal, ...]
) -> Iterator[Counted]:
    quota = quotas(opened)
    people = Counter(one.chosen.key for one in proposals if one.chosen)
    for one in regulation.proposals:
        if opened.round.round in one.rounds:
            yield Counted(one.key, one.label, people[one.key], quota.get(one.key))


def _of_quota(
    opened: Opened, regulation: Regulation, counts: tuple[Counted, ...]
) -> Iterator[Finding]:
    """Steps that are too many, and quotas of steps that there are not."""
    where = Location(opened.folder.shown(opened.folder.round_file))
    known = [one.key for one in regulation.proposals]
    for key in quotas(opened):
        if key not in known:
            yield finding("PE564", where, found=key, known=" / ".join(known))
    for one in counts:
        if one.over:
            yield finding(
                "PE565",
                where,
                found=str(one.people),
                label=one.label,
                quota=one.quota,
                over=one.over,
            )


def _of_people(
    regulation: Regulation, proposals: tuple[StepProposal, ...]
) -> Iterator[Finding]:
    """Steps that cannot stand, and that fit no more."""
    labels = {band.key: band.label for band in regulation.bands}
    for one in proposals:
        yield from _of_person(one, labels)


def _of_person(one: StepProposal, labels: Mapping[str, str]) -> Iterator[Finding]:
    if not one.said or one.status.result is None:
        return
    last, evaluation = one.said[-1], one.status.result.evaluation
    where = evaluation.where("proposed_step")
    if one.state is StepState.UNSUPPORTED:
        yield finding(
            "PE568",
            where,
            found=last.proposal.label,
            clause=last.proposal.reason_clause or last.proposal.clause,
            before_th=labels.get(one.before or "", "ไม่มีในบันทึก"),
            before_en=one.before or "not in the record",
        )
    elif not one.fits:
        final = one.status.final
        yield finding(
            "PE567",
            where,
            found=last.proposal.label,
            clause=last.proposal.clause,
            band_th=final.band.label if final else "",
            band_en=final.band.key if final else "",
        )
