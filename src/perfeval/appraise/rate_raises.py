"""The raises of one group of contract staff, in the order of their totals."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from perfeval.appraise.attendance import attended
from perfeval.appraise.order import by_total
from perfeval.appraise.pay_rates import Eligibility, RateProposal, propose_rate
from perfeval.appraise.raises import PAPER, label_of, members
from perfeval.appraise.standing import PersonStatus
from perfeval.findings import Finding, Location, finding, grouped
from perfeval.regulations.pay import RatePay
from perfeval.regulations.rate_tables import LoadedRates
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person
from perfeval.rounds.opened import Opened
from perfeval.rounds.span import span_of

MOST_NAMED = 5  # people whom a finding names


@dataclass(frozen=True, slots=True)
class RateRaises:
    """
    The raises of one staff group under the office's own rates.

    loaded: the office's rates; None where it supplies none for the day.
    ranks: by `Person.key`, over the staff group. proposals: the highest total first,
        then everybody without a result in roster order.
    """

    opened: Opened
    staff_group: str
    label: str
    regulation: Regulation
    rules: RatePay
    loaded: LoadedRates | None
    ranks: Mapping[str, int]
    proposals: tuple[RateProposal, ...]
    findings: tuple[Finding, ...]

    @property
    def path(self) -> str:
        """The path of its paper under out/."""
        return PAPER.format(group=self.staff_group)

    def count(self, eligibility: Eligibility) -> int:
        """How many people are so eligible."""
        return sum(one.eligibility is eligibility for one in self.proposals)


def rate_rules(opened: Opened, staff_group: str) -> RatePay | None:
    """The rules of a staff group whose rates the office supplies; None for others."""
    pay = opened.regulations[staff_group].regulation.pay
    return pay.rates if pay else None


def raised_on(opened: Opened, staff_group: str) -> date | None:
    """The first day after the round, on which rates are looked up."""
    regulation = opened.regulations[staff_group].regulation
    found = span_of(regulation, opened.round)
    return found.ends + timedelta(days=1) if found else None


def rate_raises(
    opened: Opened,
    people: Iterable[PersonStatus],
    staff_group: str,
    *,
    rules: RatePay,
    loaded: LoadedRates | None,
) -> RateRaises:
    """
    The raises of one group of contract staff.

    Args:
        people: everybody of the round, every layer of their results applied.
    """
    own = members(people, staff_group)
    table = loaded.table if loaded else None
    found = {
        one.person.key: propose_rate(one, rules, attended(one, opened), table)
        for one in own
    }
    ranked = by_total(own)
    ranks = {one.status.person.key: one.rank for one in ranked}
    ordered = [*ranks, *(key for key in found if key not in ranks)]
    proposals = tuple(found[key] for key in ordered)
    return RateRaises(
        opened=opened,
        staff_group=staff_group,
        label=label_of(opened, staff_group),
        regulation=opened.regulations[staff_group].regulation,
        rules=rules,
        loaded=loaded,
        ranks=ranks,
        proposals=proposals,
        findings=(
            *_doubts(opened, proposals, loaded),
            *_unknown_names(opened, staff_group, loaded),
        ),
    )


def _doubts(
    opened: Opened, proposals: tuple[RateProposal, ...], loaded: LoadedRates | None
) -> Iterator[Finding]:
    """What is not known of whom, so that an amount or an eligibility is open."""
    roster = opened.roster
    for one in proposals:
        if one.lacks_pay:
            yield finding("PE560", roster.where(one.person, "salary"))
    unknown = [p.person for p in proposals if p.eligibility is Eligibility.UNKNOWN]
    if unknown:
        file = opened.attendance.file if opened.attendance else "attendance.xlsx"
        yield finding("PE561", Location(file), who=_named(unknown))
    if loaded is None:
        where = Location(opened.folder.shown(opened.folder.round_file))
        yield finding("PE562", where)
        return
    missing = [
        _without_rate(one, loaded)
        for one in proposals
        if one.rate is None and one.eligibility is not Eligibility.NO_RESULT
    ]
    yield from grouped(missing)


def _unknown_names(
    opened: Opened, staff_group: str, loaded: LoadedRates | None
) -> Iterator[Finding]:
    """Names in the rates that mean nobody: said once, with the first group of rates."""
    raised = [key for key in opened.regulations if rate_rules(opened, key)]
    if loaded is None or raised[0] != staff_group:
        return
    laws = [opened.regulations[key].regulation for key in raised]
    bands = {one.key for law in laws for one in law.bands}
    groups = {*raised, *(one.key for law in laws for one in law.staff_groups)}
    for rate in loaded.table.rates:
        said = (
            ("ระดับ", "band", (rate.band,), bands),
            ("กลุ่มพนักงาน", "staff group", rate.staff_groups, groups),
        )
        for thai, english, names, known in said:
            for name in (one for one in names if one not in known):
                yield finding(
                    "PE570",
                    Location(loaded.file),
                    found=name,
                    what_th=thai,
                    what_en=english,
                    known=" / ".join(sorted(known)),
                )


def _without_rate(one: RateProposal, loaded: LoadedRates) -> Finding:
    band = one.status.final.band if one.status.final else None
    return finding(
        "PE563",
        Location(loaded.file),
        found=loaded.table.id,
        band_th=band.label if band else "",
        band_en=band.key if band else "",
    )


def _named(people: list[Person]) -> str:
    more = " …" if len(people) > MOST_NAMED else ""
    return ", ".join(one.employee_id for one in people[:MOST_NAMED]) + more
