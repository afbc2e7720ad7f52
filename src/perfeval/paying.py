"""
The raises of a round, a staff group at a time: from results to a paper, and back.

Nothing is written here. Which table of bases is used is said by the day of the raise,
or by the office in round.toml; where none is known, nobody has an amount.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from perfeval import thai
from perfeval.appraise.pay_judge import judge
from perfeval.appraise.pay_set import SetPercents, holding
from perfeval.appraise.raises import Known, Raises, days_of, members, raises
from perfeval.appraise.standing import PersonStatus
from perfeval.datafile import DataFileError
from perfeval.excel.lookups import OF_LIST
from perfeval.excel.read import read_once
from perfeval.findings import Finding, Location, finding, has_error
from perfeval.forms.locate_paper import locate_paper
from perfeval.forms.paper import load_paper
from perfeval.grid import MARK
from perfeval.regulations.base_tables import (
    BaseTable,
    LoadedTable,
    load_table,
    read_table,
    shipped_tables,
    table_on,
)
from perfeval.regulations.rate_tables import LoadedRates, RateTable, read_rates
from perfeval.rounds.opened import Opened
from perfeval.rounds.percents import Percents, percents

PAPER = "pay"
OWN_ENDING = ".toml"
MOST_NAMED = 5  # people whom a finding names
LOST = ("PE016", "PE618")  # a table could not be read


def raises_of(
    opened: Opened,
    people: Iterable[PersonStatus],
    staff_group: str,
    taken: SetPercents | None = None,
) -> Raises | None:
    """
    The raises of one staff group; None where its regulation has none by percent.

    Args:
        people: everybody of the round, every layer of their results applied.
        taken: the percents that were set before.

    Raises:
        DataFileError: the office's own table of bases cannot be used.
    """
    days = days_of(opened, staff_group)
    if days is None:
        return None
    loaded, told = table_of(opened, days.raised_on)
    people = tuple(people)
    typed, gone = holding(taken, members(people, staff_group))
    where = Location(opened.folder.shown(opened.folder.record / PAPER / staff_group))
    known = Known(
        loaded=loaded,
        typed=typed,
        set_by=taken.set_by if taken else None,
        told=(*told, *_lapsed(gone, where)),
    )
    return raises(opened, people, staff_group, known=known)


def raise_of(
    opened: Opened, status: PersonStatus, taken: SetPercents | None
) -> Raises | None:
    """
    The raise of one person alone; its accounts are those of nobody else.

    Args:
        status: every layer of the result applied. taken: as for `raises_of`.
    """
    group, key = status.person.staff_group, status.person.key
    if taken is not None:
        own = tuple(one for one in taken.people if thai.id_key(one.employee_id) == key)
        taken = replace(taken, people=own)
    return raises_of(opened, [status], group, taken)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """
    What came of a pay workbook.

    staff_group: None where it is not known. taken: None where anything is wrong.
    content, sha256: its very bytes. is_stale: not about the present people.
    """

    staff_group: str | None
    taken: SetPercents | None
    findings: tuple[Finding, ...]
    content: bytes = b""
    sha256: str = ""
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class _Typed:
    """A pay workbook that was read. told: everything that was found on the way."""

    said: Percents
    told: list[Finding]
    content: bytes
    sha256: str


def group_of(path: Path, opened: Opened) -> tuple[str | None, Finding | None]:
    """
    The staff group that a pay workbook is about, and why where it is none of ours.

    It says so itself; where that is lost, the first person of it does.
    """
    shown = opened.folder.shown(path)
    read = read_once(path, shown=shown, size=OF_LIST)
    if read.workbook is None:
        return None, read.findings[0]
    said = read.workbook.properties.get(MARK, "")
    for group in opened.regulations:
        if said == mark_of(opened, group):
            return group, None
    if said:
        return None, _not_ours(shown, f"ไฟล์นี้เป็นของ “{said}”", f"the file is “{said}”")
    rows = _located(path, shown).said.rows
    found = (opened.roster.find(row.employee_id) for row in rows)
    person = next((one for one in found if one), None)
    if person is None:
        why = ("ไม่พบตารางเลื่อนเงินเดือน", "it has no table of raises")
        return None, _not_ours(shown, *why)
    return person.staff_group, None


def mark_of(opened: Opened, staff_group: str) -> str:
    """By which a pay workbook says what it is."""
    return f"{PAPER} {staff_group} {opened.round.code}"


def take_in(path: Path, present: Raises, *, number: int) -> TakenIn:
    """
    The percents in a pay workbook, or everything that is wrong with it.

    Args:
        present: the raises of its staff group, no percent set.
        number: that the percents are going to bear.
    """
    opened = present.opened
    shown = opened.folder.shown(path)
    read = _located(path, shown)
    if not read.content:
        return TakenIn(present.staff_group, None, tuple(read.told))
    judged = judge(read.said, present.proposals, present.rules, Location(shown))
    told = [*read.told, *judged.findings]
    taken = None
    if not has_error(told):
        taken = SetPercents(
            number, present.staff_group, read.said.set_by, judged.people
        )
    return TakenIn(
        staff_group=present.staff_group,
        taken=taken,
        findings=tuple(told),
        content=read.content,
        sha256=read.sha256,
        is_stale=judged.is_stale and not any(one.code in LOST for one in told),
    )


def _located(path: Path, shown: str) -> _Typed:
    """What stands in the cells of a pay workbook."""
    kept: list[bytes] = []
    read = read_once(
        path, shown=shown, keep=lambda content, _: kept.append(content), size=OF_LIST
    )
    if read.workbook is None:
        return _Typed(Percents((), None, ()), list(read.findings), b"", "")
    located = locate_paper(read.workbook, load_paper(PAPER))
    said = percents(filled for filled, _ in located)
    told = [*read.findings, *(one for _, found in located for one in found)]
    told += said.findings
    return _Typed(said, told, kept[0], read.sha256 or "")


def _not_ours(shown: str, th: str, en: str) -> Finding:
    return finding("PE558", Location(shown), why_th=th, why_en=en)


def table_of(
    opened: Opened, day: date
) -> tuple[LoadedTable | None, tuple[Finding, ...]]:
    """
    The table of bases for a raise on a day, and what is to be said of it.

    A shipped table that was replaced is never used after its last day; the newest one
    is where the office names it, since nobody here knows whether it still holds.

    Raises:
        DataFileError: the office's own table cannot be used.
    """
    where = Location(opened.folder.shown(opened.folder.round_file))
    named = opened.round.pay.base_table if opened.round.pay else None
    if named is None:
        found = table_on(day)
        return found, () if found else (_unknown(day, where),)
    loaded = _named(opened, named, where)
    table = loaded.table
    if table.is_used_on(day):
        return loaded, ()
    if named == shipped_tables()[-1] and table.in_force <= day:
        return loaded, (_beyond(loaded, day, where),)
    return None, (_wrong(table, day, where),)


def rates_of(
    opened: Opened, day: date | None
) -> tuple[LoadedRates | None, tuple[Finding, ...]]:
    """
    The office's rates for a raise on a day, and what is to be said of them.

    Raises:
        DataFileError: the file of the rates cannot be used.
    """
    named = opened.round.pay.rates if opened.round.pay else None
    if named is None or day is None:
        return None, ()
    loaded = read_rates(opened.folder.path / named, shown=named)
    if loaded.table.is_used_on(day):
        return loaded, ()
    where = Location(opened.folder.shown(opened.folder.round_file))
    return None, (_wrong(loaded.table, day, where),)


def _named(opened: Opened, named: str, where: Location) -> LoadedTable:
    """A shipped table by its id, or an office's own file from the folder."""
    own = opened.folder.path / named
    if named in shipped_tables():
        return load_table(named)
    if named.endswith(OWN_ENDING) or own.is_file():
        return read_table(own, shown=named)
    known = " / ".join(shipped_tables())
    raise DataFileError([finding("PE449", where, found=named, known=known)])


def _unknown(day: date, where: Location) -> Finding:
    newest = load_table(shipped_tables()[-1]).table
    until = newest.until or newest.in_force
    return finding(
        "PE541",
        where,
        day_th=thai.long_date(day),
        day_en=day,
        known_th=thai.long_date(until),
        known_en=until,
        ids=newest.id,
    )


def _beyond(loaded: LoadedTable, day: date, where: Location) -> Finding:
    table = loaded.table
    until = table.until or day
    return finding(
        "PE546",
        where,
        found=table.id,
        day_th=thai.long_date(day),
        day_en=day,
        known_th=thai.long_date(until),
        known_en=until,
    )


def _wrong(table: BaseTable | RateTable, day: date, where: Location) -> Finding:
    return finding(
        "PE542",
        where,
        found=table.id,
        day_th=thai.long_date(day),
        day_en=day,
        begins_th=thai.long_date(table.in_force),
        begins_en=table.in_force,
        ends_th=thai.long_date(table.until) if table.until else "–",
        ends_en=table.until or "–",
    )


def _lapsed(ids: tuple[str, ...], where: Location) -> Iterable[Finding]:
    """PE552 for percents that were set and no longer hold."""
    if ids:
        more = " …" if len(ids) > MOST_NAMED else ""
        yield finding("PE552", where, who=", ".join(ids[:MOST_NAMED]) + more)
