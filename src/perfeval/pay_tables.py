"""
The tables that raises rest on: shipped bases by the day, and what an office supplies.

Where no table is known to be in force, nobody has an amount, and it is said.
"""

from datetime import date

from perfeval import thai
from perfeval.datafile import DataFileError
from perfeval.findings import Finding, Location, finding
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

OWN_ENDING = ".toml"  # of the path of an office's own table


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
