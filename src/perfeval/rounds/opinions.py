"""
Types what committee and chief filled in: each value by its grammar, at its cell.

A value that cannot be read is told, taken away and remembered as refused, so that
it counts neither as blank nor as an opinion.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from perfeval.entries import Entry, Reading, Remark, shown
from perfeval.findings import Finding, Location, finding
from perfeval.model import Day, Filled, Identifier, Number, Record, Text

TABLE = "decisions"
EXAMPLE = "88.5"  # points
OWN_CODES = {"PE107": "PE614"}  # a date that is not read withholds the decision
Typed = TypeVar("Typed", bound=Record)


class OpinionRow(Record):
    """
    One person's row: the total that was shown, and what two layers made of it.

    Points 0-100. file, sheet: where the row stands.
    """

    file: str
    sheet: str
    employee_id: Identifier = None
    total: Number = None
    committee_total: Number = None
    committee_reason: Text = None
    chief_total: Number = None
    chief_reason: Text = None

    def where(self, key: str) -> Location:
        """The cell of one value."""
        return Location(self.file, self.sheet, self.at.get(key), self.employee_id)

    @property
    def is_in_use(self) -> bool:
        """True where the row is about anybody, or anything was typed in it."""
        return any(not self.is_blank(key) for key in self.at)


class Closing(Record):
    """When and by whom it was decided."""

    file: str
    sheet: str
    decided_on: Day = None
    decided_by: Text = None

    def where(self, key: str) -> Location:
        """The cell of one value."""
        return Location(self.file, self.sheet, self.at.get(key))


@dataclass(frozen=True, slots=True)
class Opinions:
    """
    A summary workbook as it came back.

    closing: None where its cells are gone. findings: what could not be read.
    """

    rows: tuple[OpinionRow, ...]
    closing: Closing | None
    findings: tuple[Finding, ...]


def opinions(filled: Iterable[Filled]) -> Opinions:
    """Everything that committee and chief filled in, on all sheets."""
    rows: list[OpinionRow] = []
    closing: Closing | None = None
    told: list[Finding] = []
    for sheet in filled:
        for entries in sheet.tables.get(TABLE, ()):
            row, found = typed_as(OpinionRow, entries, sheet)
            if row.is_in_use:
                rows.append(row)
                told += found
        if sheet.fields and closing is None:
            closing, found = typed_as(Closing, sheet.fields, sheet)
            told += found
    return Opinions(tuple(rows), closing, tuple(told))


def typed_as(
    model: type[Typed],
    entries: Mapping[str, Entry],
    sheet: Filled,
    *,
    example: str = EXAMPLE,
) -> tuple[Typed, list[Finding]]:
    """
    A row or a block of fields by the grammar of its model, and what is refused.

    Args:
        example: what a number that cannot be read should look like.
    """
    values: dict[str, Any] = {
        "file": sheet.file,
        "sheet": sheet.sheet,
        "at": {key: entry.cell.address for key, entry in entries.items()},
        **entries,
    }
    reading = Reading(epoch_1904=sheet.epoch_1904)
    refused: list[tuple[str, Entry]] = []
    try:
        record = model.model_validate(values, context=reading)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_context=False):
            refused.append((one["type"], one["input"]))
            values[str(one["loc"][0])] = None
        once_more = Reading(epoch_1904=sheet.epoch_1904)  # its remarks were made
        record = model.model_validate(values, context=once_more)
    unread = {
        one.entry.cell.address for one in reading.remarks if one.code in OWN_CODES
    }
    unread |= {entry.cell.address for _, entry in refused}
    lost = frozenset(key for key, place in record.at.items() if place in unread)
    told = [_told(code, entry, sheet, example=example) for code, entry in refused]
    told += [_remarked(one, sheet) for one in reading.remarks]
    return record.model_copy(update={"refused": lost}), told


def _remarked(remark: Remark, sheet: Filled) -> Finding:
    code = OWN_CODES.get(remark.code, remark.code)
    return _told(code, remark.entry, sheet, taken=remark.taken)


def _told(
    code: str, entry: Entry, sheet: Filled, *, taken: str = "", example: str = EXAMPLE
) -> Finding:
    where = Location(sheet.file, sheet.sheet, entry.cell.address)
    facts = {"label": entry.asked.label, "taken": taken, "example": example}
    return finding(code, where, found=shown(entry) or None, **facts)
