"""The pay workbook as it came back: a row a person, each value by its grammar."""

from collections.abc import Iterable
from dataclasses import dataclass

from perfeval.findings import Finding, Location
from perfeval.model import Filled, Identifier, Number, Percent, Record, Text
from perfeval.rounds.opinions import typed_as

TABLE = "pay"
EXAMPLE = "2.5"


class PercentRow(Record):
    """
    One person's row: what was shown, and the percent of the base that was typed.

    salary: in baht. file, sheet: where the row stands.
    """

    file: str
    sheet: str
    employee_id: Identifier = None
    band: Text = None
    salary: Number = None
    percent: Percent = None

    def where(self, key: str) -> Location:
        """The cell of one value."""
        return Location(self.file, self.sheet, self.at.get(key), self.employee_id)

    @property
    def is_in_use(self) -> bool:
        """True where the row is about anybody, or anything was typed in it."""
        return any(not self.is_blank(key) for key in self.at)


class SetBy(Record):
    """Who set the percents; may be blank."""

    file: str
    sheet: str
    set_by: Text = None


@dataclass(frozen=True, slots=True)
class Percents:
    """A pay workbook as it came back. findings: what could not be read."""

    rows: tuple[PercentRow, ...]
    set_by: str | None
    findings: tuple[Finding, ...]


def percents(filled: Iterable[Filled]) -> Percents:
    """Everything that was filled in, on all sheets."""
    rows: list[PercentRow] = []
    set_by: str | None = None
    told: list[Finding] = []
    for sheet in filled:
        for entries in sheet.tables.get(TABLE, ()):
            row, found = typed_as(PercentRow, entries, sheet, example=EXAMPLE)
            if row.is_in_use:
                rows.append(row)
                told += found
        if sheet.fields and set_by is None:
            closing, found = typed_as(SetBy, sheet.fields, sheet)
            set_by = closing.set_by
            told += found
    return Percents(tuple(rows), set_by, tuple(told))
