"""
Holds the percents of a pay workbook against the present results and the rules.

Every row must be about the present band and salary of its person, and everybody of
the group has one row; else nothing is taken. A blank percent is still to be set.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from perfeval import thai
from perfeval.appraise.baht import baht
from perfeval.appraise.check_pay import within_its_range
from perfeval.appraise.pay_people import PayState, Proposal, is_within
from perfeval.appraise.pay_set import (
    SetPercent,
    band_of_status,
    level_of,
    salary_of,
)
from perfeval.entries import plain
from perfeval.findings import Finding, Location, finding
from perfeval.regulations.pay import PercentPay
from perfeval.rounds.percents import PercentRow, Percents

MISMATCHES = ("PE554", "PE555", "PE556", "PE557")  # nothing at all is taken


@dataclass(frozen=True, slots=True)
class Judged:
    """The percents of a workbook, as far as nothing is wrong."""

    people: tuple[SetPercent, ...]
    findings: tuple[Finding, ...]

    @property
    def is_stale(self) -> bool:
        """True where the workbook is not about the present people and results."""
        return any(one.code in MISMATCHES for one in self.findings)


def judge(
    typed: Percents, proposals: Sequence[Proposal], rules: PercentPay, where: Location
) -> Judged:
    """
    The percents that were set, and everything that is wrong with them.

    Args:
        proposals: of everybody in the staff group, no percent set.
        where: the workbook, for what stands in none of its cells.
    """
    people = {one.person.key: one for one in proposals}
    rows: dict[str, PercentRow] = {}
    found: list[Finding] = []
    taken: list[SetPercent] = []
    for row in typed.rows:
        one = people.get(thai.id_key(row.employee_id or ""))
        told = list(_identity(row, one, rows))
        found += told
        if one is None or told:
            continue
        rows[one.person.key] = row
        told = [*_present(row, one)] or [*_percent(row, one, rules)]
        found += told
        if row.percent is not None:
            taken.append(_set(one, row.percent))
    found += _absent(proposals, rows, where)
    return Judged(tuple(taken), tuple(found))


def _identity(
    row: PercentRow, one: Proposal | None, rows: Mapping[str, PercentRow]
) -> Iterator[Finding]:
    """Whom a row is about: somebody of the staff group, and nobody twice."""
    where = row.where("employee_id")
    if one is None:
        yield finding("PE555", where, found=row.employee_id or "")
    elif one.person.key in rows:
        yield finding("PE556", where, found=row.employee_id)


def _present(row: PercentRow, one: Proposal) -> Iterator[Finding]:
    """Band and salary are those of now; what cannot be read is told already."""
    final = one.status.final
    label = final.band.label if final else None
    if thai.label_key(row.band or "") != thai.label_key(label or ""):
        yield finding(
            "PE554",
            row.where("band"),
            found=row.band or "–",
            present=label or "–",
            label_th="ระดับ",
            label_en="band",
        )
    salary = salary_of(one.status)
    typed = None if row.salary is None else Fraction(row.salary)
    if "salary" not in row.refused and typed != salary:
        yield finding(
            "PE554",
            row.where("salary"),
            found="–" if row.salary is None else plain(row.salary),
            present="–" if salary is None else baht(salary),
            label_th="เงินเดือน",
            label_en="salary",
        )


def _percent(row: PercentRow, one: Proposal, rules: PercentPay) -> Iterator[Finding]:
    """The percent itself: who may have one, its limits, the range of the band."""
    if row.percent is None:
        return
    where, percent, shown = row.where("percent"), row.percent, plain(row.percent)
    if one.state in (PayState.NOT_OURS, PayState.NO_RESULT):
        yield finding(
            "PE559",
            where,
            found=shown,
            name=one.person.full_name,
            why_th=one.reason.th,
            why_en=one.reason.en,
        )
    elif not is_within(Fraction(percent), rules):
        yield finding(
            "PE547",
            where,
            found=shown,
            lowest=plain(rules.lowest),
            highest=plain(rules.highest),
            clause=rules.limits_clause,
        )
    elif (named := rules.range_of(one.band or "")) and not within_its_range(
        Fraction(percent), one.band, rules
    ):
        final = one.status.final
        yield finding(
            "PE548",
            where,
            found=shown,
            band_th=final.band.label if final else "",
            band_en=named.band,
            least=plain(named.at_least),
            most=plain(named.at_most),
            clause=named.clause,
        )


def _set(one: Proposal, percent: Decimal) -> SetPercent:
    return SetPercent(
        employee_id=one.person.employee_id,
        percent=Fraction(percent),
        band=band_of_status(one.status),
        salary=salary_of(one.status),
        level=level_of(one.status),
    )


def _absent(
    proposals: Sequence[Proposal], rows: Mapping[str, PercentRow], where: Location
) -> Iterator[Finding]:
    """Everybody of the group has a row."""
    for one in proposals:
        person = one.person
        if person.key not in rows:
            place = Location(where.file, where.sheet, None, person.employee_id)
            yield finding(
                "PE557", place, found=person.employee_id, name=person.full_name
            )
