"""What keeps raises from being worked out, and what takes more than the pool has."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from perfeval.appraise.baht import baht
from perfeval.appraise.figures import exactly
from perfeval.appraise.pay_people import Fault, Grounds, Proposal
from perfeval.appraise.pay_pool import Account, Accounts
from perfeval.entries import plain
from perfeval.findings import Finding, Location, finding, grouped
from perfeval.regulations.pay import BaseRow, PercentPay
from perfeval.roster import Person, Roster
from perfeval.thai import long_date

LABELS = {
    "boundary": ("จุดแบ่ง", "boundary"),
    "ceiling": ("เพดาน", "ceiling"),
    "lower_base": ("ฐานตอนล่าง", "lower base"),
    "upper_base": ("ฐานตอนบน", "upper base"),
}


def check_people(
    proposals: Iterable[Proposal], grounds: Grounds, roster: Roster
) -> Iterator[Finding]:
    """
    Everybody of whom something is lacking, at the cell of the roster.

    A salary is asked of whoever is raised, and of whoever counts in the pool.
    """
    some: list[Finding] = []
    for one in proposals:
        person = one.person
        if person.salary is None and (one.is_counted or one.fault is Fault.NO_SALARY):
            where = roster.where(person, "salary")
            day_th, day_en = long_date(grounds.counted_on), grounds.counted_on
            yield finding("PE540", where, day_th=day_th, day_en=day_en)
        elif one.fault is not None and grounds.table is not None:
            yield from _faulty(one, grounds, roster)
        if one.row is not None and one.row.some_posts is not None and grounds.table:
            where = roster.where(person, "position_level")
            some.append(_some_posts(one.row, grounds.table.id, where))
    yield from grouped(some)


def _faulty(one: Proposal, grounds: Grounds, roster: Roster) -> Iterator[Finding]:
    """Somebody whose level or salary does not stand in the table."""
    person = one.person
    table = grounds.table.id if grounds.table else ""
    if one.fault in (Fault.NO_ROW, Fault.NO_GROUP):
        key = "position_level" if person.position_type else "position_type"
        where, found = roster.where(person, key), _level(person) or "–"
        yield finding("PE543", where, found=found, table=table)
    if one.fault is Fault.OFF_ROW and one.row is not None and person.salary is not None:
        yield finding(
            "PE544",
            roster.where(person, "salary"),
            found=plain(person.salary),
            level=_level(person),
            table=table,
            floor=plain(one.row.floor),
            ceiling=plain(one.row.ceiling),
            boundary=plain(one.row.boundary),
        )


def _level(person: Person) -> str:
    return " ".join(filter(None, (person.position_type, person.position_level)))


def _some_posts(row: BaseRow, table: str, where: Location) -> Finding:
    """One finding for all of a level: the id of none of them is named."""
    place = Location(where.file, where.sheet, where.cell)
    told = {
        key: value
        for key in LABELS
        if (value := getattr(row.some_posts, key)) is not None
    }
    return finding(
        "PE545",
        place,
        table=table,
        level=f"{row.type} {row.level}",
        figures_th=", ".join(f"{LABELS[k][0]} {plain(v)}" for k, v in told.items()),
        figures_en=", ".join(f"{LABELS[k][1]} {plain(v)}" for k, v in told.items()),
    )


def check_pool(
    found: Accounts, rules: PercentPay, where: Location
) -> Iterator[Finding]:
    """
    Every part of the pool of which more is used than there is.

    Only the whole can be overspent; a group or a division may get what others leave.
    """
    if found.whole.left < 0:
        yield _over("PE549", found.whole, where, clause=rules.pool.clause)
    for group in rules.money_groups:
        account = found.groups[group.key]
        if account.left < 0:
            yield _over(
                "PE550",
                account,
                where,
                clause=rules.pool.shared_clause,
                group=group.label,
                left=baht(found.left_by_others(group.key)),
                unset=str(found.unset_by_others(group.key)),
            )
    for name, account in found.divisions.items():
        if account.left < 0:
            yield _over(
                "PE551",
                account,
                where,
                clause=rules.pool.divisions_clause,
                division=name,
            )


def _over(
    code: str, account: Account, where: Location, *, clause: str, **facts: str
) -> Finding:
    return finding(
        code,
        where,
        found=baht(account.used),
        clause=clause,
        pool=baht(account.pool),
        over=baht(-account.left),
        **facts,
    )


def within_its_range(percent: Fraction, band: str | None, rules: PercentPay) -> bool:
    """True unless a percent lies outside of the range that the band has."""
    named = rules.range_of(band or "")
    if named is None:
        return True
    return exactly(named.at_least) <= percent <= exactly(named.at_most)
