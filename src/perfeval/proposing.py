"""
Makes the pay paper of every staff group of a round, each under its own regulation.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from perfeval.appraise.raises import Raises, label_of, members
from perfeval.appraise.rate_raises import raised_on, rate_raises, rate_rules
from perfeval.appraise.standing import PersonStatus
from perfeval.appraise.step_raises import step_raises, wants_the_round_before
from perfeval.earlier import Earlier, earlier
from perfeval.excel.write import xlsx
from perfeval.findings import Finding, Location, finding
from perfeval.pay_tables import rates_of
from perfeval.paying import mark_of, raise_of, raises_of
from perfeval.record import pay as percents
from perfeval.regulations.pay import RatePay
from perfeval.reports import pay as report
from perfeval.reports import pay_json, pay_rates, pay_steps
from perfeval.reports import step_raises as report_of_steps
from perfeval.reports.explanation import Step
from perfeval.rounds.opened import Opened


@dataclass(frozen=True, slots=True)
class Proposed:
    """
    What a staff group comes to.

    path: of its paper under out/; content: its bytes. results: a record a person.
    pools: a record an account. quotas: a record a proposal by steps.
    raises: where they are by percent of a base.
    """

    staff_group: str
    label: str
    findings: tuple[Finding, ...]
    path: str = ""
    content: bytes = b""
    results: tuple[Mapping[str, object], ...] = ()
    pools: tuple[Mapping[str, object], ...] = ()
    quotas: tuple[Mapping[str, object], ...] = ()
    raises: Raises | None = None


def proposals(
    opened: Opened, people: Sequence[PersonStatus], *, seal: str | None
) -> Iterator[Proposed]:
    """
    The proposals of a round, in the order of round.toml.

    Args:
        people: in roster order, every layer of their results applied.
        seal: the printed digits of the decided results; None makes drafts.

    Raises:
        DataFileError: the office's own table cannot be used.
        DamagedError: percents in record/ cannot be read.
    """
    for group in opened.regulations:
        if members(people, group):
            yield _proposed(opened, people, group, seal=seal)


def _proposed(
    opened: Opened, people: Sequence[PersonStatus], group: str, *, seal: str | None
) -> Proposed:
    if (rules := rate_rules(opened, group)) is not None:
        return _by_rates(opened, people, group, rules=rules, seal=seal)
    if opened.regulations[group].regulation.proposals:
        return _by_steps(opened, people, group, seal=seal)
    raises = raises_of(opened, people, group, percents.load(opened.folder, group))
    if raises is None:
        return Proposed(group, label_of(opened, group), (without_pay(opened, group),))
    book = report.build(raises, seal=seal, code=mark_of(opened, group))
    return Proposed(
        staff_group=group,
        label=raises.label,
        findings=raises.findings,
        path=raises.path,
        content=xlsx(book),
        results=tuple(pay_json.people(raises)),
        pools=tuple(pay_json.pools(raises)),
        raises=raises,
    )


def _by_rates(
    opened: Opened,
    people: Sequence[PersonStatus],
    group: str,
    *,
    rules: RatePay,
    seal: str | None,
) -> Proposed:
    """Contract staff: who may be raised, and by how much if the office says so."""
    loaded, told = rates_of(opened, raised_on(opened, group))
    raises = rate_raises(opened, people, group, rules=rules, loaded=loaded)
    book = pay_rates.build(raises, seal=seal, code=mark_of(opened, group))
    return Proposed(
        staff_group=group,
        label=raises.label,
        findings=(*told, *raises.findings),
        path=raises.path,
        content=xlsx(book),
        results=tuple(pay_rates.as_json(raises)),
    )


def _by_steps(
    opened: Opened, people: Sequence[PersonStatus], group: str, *, seal: str | None
) -> Proposed:
    """Steps of the pay scale, against the quota and the sealed round before."""
    own = members(people, group)
    looks_back = wants_the_round_before(opened, own)
    before = earlier(opened) if looks_back else Earlier(None)
    raises = step_raises(opened, people, group, before=before.bands)
    book = report_of_steps.build(raises, seal=seal, code=mark_of(opened, group))
    return Proposed(
        staff_group=group,
        label=raises.label,
        findings=(*before.findings, *raises.findings),
        path=raises.path,
        content=xlsx(book),
        results=tuple(report_of_steps.as_json(raises)),
        quotas=tuple(report_of_steps.quotas(raises)),
    )


@dataclass(frozen=True, slots=True)
class OfPerson:
    """
    The raise of one person alone.

    record: as `perfeval pay --json` tells it, but for the rank. steps: the working,
        in `th` or `en`. findings: what is lacking for it.
    """

    record: Mapping[str, object]
    steps: Callable[[str], Iterator[Step]]
    findings: tuple[Finding, ...]


def of_person(opened: Opened, status: PersonStatus) -> OfPerson | None:
    """
    The raise of somebody under the own regulation; None where it has none.

    Args:
        status: every layer of the result applied.

    Raises:
        DataFileError: the office's own table cannot be used.
        DamagedError: percents or results in record/ cannot be read.
    """
    group = status.person.staff_group
    if (rules := rate_rules(opened, group)) is not None:
        loaded, told = rates_of(opened, raised_on(opened, group))
        rated = rate_raises(opened, [status], group, rules=rules, loaded=loaded)
        (record,) = pay_rates.as_json(rated)
        steps = partial(pay_rates.steps, rated)
        return OfPerson(_unranked(record), steps, (*told, *rated.findings))
    if opened.regulations[group].regulation.proposals:
        looks_back = wants_the_round_before(opened, [status])
        before = earlier(opened) if looks_back else Earlier(None)
        stepped = step_raises(opened, [status], group, before=before.bands)
        (record,) = report_of_steps.as_json(stepped)
        steps = partial(report_of_steps.steps, stepped)
        found = (*before.findings, *stepped.of_people)
        return OfPerson(_unranked(record), steps, found)
    raised = raise_of(opened, status, percents.load(opened.folder, group))
    if raised is None:
        return None
    (record,) = pay_json.people(raised)
    return OfPerson(record, partial(pay_steps.steps, raised), raised.of_people)


def _unranked(record: Mapping[str, object]) -> Mapping[str, object]:
    """Without the rank, which somebody alone has not."""
    return {key: value for key, value in record.items() if key != "rank"}


def without_pay(opened: Opened, group: str) -> Finding:
    """That a staff group has no rules on pay."""
    where = Location(opened.folder.shown(opened.folder.round_file))
    return finding("PE553", where, found=opened.regulations[group].regulation.id)
