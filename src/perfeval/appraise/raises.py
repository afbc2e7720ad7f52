"""
The raises of one staff group of a round, by percent of a base, and their pool.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from perfeval.appraise.check_pay import check_people, check_pool
from perfeval.appraise.pay_people import Grounds, PayState, Proposal, propose
from perfeval.appraise.pay_pool import Accounts, accounts
from perfeval.appraise.standing import PersonStatus
from perfeval.findings import Finding, Location
from perfeval.regulations.base_tables import LoadedTable
from perfeval.regulations.pay import PercentPay
from perfeval.regulations.schema import Regulation
from perfeval.rounds.opened import Opened
from perfeval.rounds.span import day_in

PAPER = "pay-{group}.xlsx"  # under out/


@dataclass(frozen=True, slots=True)
class Raises:
    """
    The raises of one staff group by percent of a base.

    loaded: the table of bases with its digest; None where none is known.
    proposals: everybody of the group, in roster order.
    of_people, of_pool: what was found about the one and the other.
    """

    opened: Opened
    staff_group: str
    label: str
    regulation: Regulation
    rules: PercentPay
    grounds: Grounds
    loaded: LoadedTable | None
    proposals: tuple[Proposal, ...]
    accounts: Accounts
    of_people: tuple[Finding, ...]
    of_pool: tuple[Finding, ...]
    set_by: str | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, about people and about the pool."""
        return (*self.of_people, *self.of_pool)

    @property
    def path(self) -> str:
        """The path of its paper under out/."""
        return PAPER.format(group=self.staff_group)

    @property
    def divisions(self) -> tuple[str, ...]:
        """Every division with people of the group, in the official order."""
        return divisions_of(
            self.opened, [one.person.division for one in self.proposals]
        )

    def count(self, state: PayState) -> int:
        """How many people are in a state."""
        return sum(one.state is state for one in self.proposals)


@dataclass(frozen=True, slots=True)
class Days:
    """When salaries are counted and when they are raised, C.E."""

    counted_on: date
    raised_on: date


def days_of(opened: Opened, staff_group: str) -> Days | None:
    """The days of a staff group's raise; None where it has none by percent."""
    pay = opened.regulations[staff_group].regulation.pay
    days = pay.percent.days_of(opened.round.round) if pay and pay.percent else None
    if days is None:
        return None
    year = opened.round.year
    return Days(day_in(days.counted_on, year), day_in(days.raised_on, year))


def label_of(opened: Opened, staff_group: str) -> str:
    """What the regulation calls a staff group."""
    groups = opened.regulations[staff_group].regulation.staff_groups
    return {one.key: one.label for one in groups}[staff_group]


def divisions_of(opened: Opened, names: Iterable[str]) -> tuple[str, ...]:
    """Some divisions once each, in the official order."""
    there = set(names)
    official = [one.name for one in opened.round.divisions]
    listed = [*official, *sorted(there)]
    return tuple(dict.fromkeys(name for name in listed if name in there))


def members(
    people: Iterable[PersonStatus], staff_group: str
) -> tuple[PersonStatus, ...]:
    """Everybody of a staff group, in roster order."""
    return tuple(one for one in people if one.person.staff_group == staff_group)


@dataclass(frozen=True, slots=True)
class Known:
    """
    What raises rest on beside the results.

    loaded: the table of bases of the day of the raise; None where none is known.
    typed: the percents that were set, by `Person.key`. set_by: who set them.
    told: what was found while all this was looked for.
    """

    loaded: LoadedTable | None
    typed: Mapping[str, Fraction] = field(default_factory=dict)
    set_by: str | None = None
    told: tuple[Finding, ...] = ()


def raises(
    opened: Opened, people: Iterable[PersonStatus], staff_group: str, *, known: Known
) -> Raises | None:
    """
    The raises of one staff group; None where its regulation has none by percent.

    Args:
        people: everybody of the round, every layer of their results applied.
    """
    regulation = opened.regulations[staff_group].regulation
    rules = regulation.pay.percent if regulation.pay else None
    days = days_of(opened, staff_group)
    if rules is None or days is None:
        return None
    grounds = Grounds(
        rules=rules,
        counted_on=days.counted_on,
        raised_on=days.raised_on,
        table=known.loaded.table if known.loaded else None,
        regional=frozenset(opened.round.pay.regional if opened.round.pay else ()),
    )
    own = members(people, staff_group)
    proposals = tuple(propose(one, grounds, known.typed) for one in own)
    names = divisions_of(opened, [one.person.division for one in proposals])
    found = accounts(proposals, rules, names)
    path = opened.folder.out / PAPER.format(group=staff_group)
    where = Location(opened.folder.shown(path))
    return Raises(
        opened=opened,
        staff_group=staff_group,
        label=label_of(opened, staff_group),
        regulation=regulation,
        rules=rules,
        grounds=grounds,
        loaded=known.loaded,
        proposals=proposals,
        accounts=found,
        of_people=(*known.told, *check_people(proposals, grounds, opened.roster)),
        of_pool=tuple(check_pool(found, rules, where)),
        set_by=known.set_by,
    )
