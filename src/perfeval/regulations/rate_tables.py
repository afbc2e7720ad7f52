"""
An office's own rates of raise for staff whose regulation names none.

A rate is a percent of the present pay, or an amount in baht, for a band and, where it
is not for all, for some staff groups.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from perfeval.blocks import Block, Many, Some, Text
from perfeval.findings import Finding
from perfeval.regulations.own_tables import read_block
from perfeval.regulations.pay import Baht, Tens
from perfeval.regulations.ruling import Key, Percent, RegulationId
from perfeval.tomllines import KeyPath, Places


class Rate(Block):
    """
    What a band is raised by: a percent of the pay, or baht; one of the two.

    staff_groups: for whom; everybody when empty.
    """

    band: Key
    staff_groups: Many[Key] = ()
    percent: Percent | None = None
    baht: Baht | None = None


class RateTable(Block):
    """
    One table, complete.

    in_force, until: the days on which it is used, both included; until None: open.
    source: what it was taken from. round_up_to: of a raise by percent, in baht.
    """

    schema_version: Literal[1] = Field(alias="schema")
    id: RegulationId
    title: Text
    in_force: date
    until: date | None = None
    source: Text
    round_up_to: Tens | None = None
    rates: Some[Rate]

    def is_used_on(self, day: date) -> bool:
        """True where a raise of that day takes its rate from here."""
        return self.in_force <= day and (self.until is None or day <= self.until)

    def rate_of(self, band: str, staff_group: str) -> Rate | None:
        """The rate of a band: one for the staff group alone, else one for all."""
        rates = [one for one in self.rates if one.band == band]
        own = (one for one in rates if staff_group in one.staff_groups)
        return next(own, next((one for one in rates if not one.staff_groups), None))


class LoadedRates(NamedTuple):
    """A table of rates and the very file that it was read from."""

    table: RateTable
    file: str
    sha256: str


def read_rates(path: Path, *, shown: str) -> LoadedRates:
    """
    An office's own rates.

    Raises:
        DataFileError: the file cannot be used; every fault of it is told.
    """
    table, digest = read_block(RateTable, path, shown=shown, check=check_rates)
    return LoadedRates(table, shown, digest)


def check_rates(table: RateTable, at: Places) -> Iterator[Finding]:
    """A rate is a percent or an amount, and stands once for a band and a group."""
    if table.until is not None and table.until < table.in_force:
        yield at.finding("PE477", ("until",), found=table.until, begins=table.in_force)
    first: dict[tuple[str, str], KeyPath] = {}
    for place, one in enumerate(table.rates):
        path: KeyPath = ("rates", place)
        if (one.percent is None) == (one.baht is None):
            yield at.finding("PE478", path, found=one.band)
        for group in one.staff_groups or ("",):
            key = (one.band, group)
            if key in first:
                shown = " ".join(filter(None, key))
                line = at.line(first[key])
                yield at.finding("PE413", (*path, "band"), found=shown, first=line)
            first.setdefault(key, (*path, "band"))
