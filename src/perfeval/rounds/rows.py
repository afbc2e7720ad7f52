"""
Types the rows of the roster: each value by its grammar, each refusal at its cell.

A value that cannot be read is told, taken away and remembered as refused, so that
nobody is told that it is blank as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from perfeval.entries import Entry, Reading, shown
from perfeval.findings import Finding, Location, finding
from perfeval.model import Choice, Day, Filled, Identifier, Number, Record, Text

TABLE = "roster"
NOT_A_DATE, NOT_A_NUMBER = "PE107", "PE102"
# What a form only remarks on decides a result here, or is told in other words.
OWN_CODES = {NOT_A_DATE: "PE324", NOT_A_NUMBER: "PE325"}


class RosterRow(Record):
    """One row of the roster, typed but not yet held against the round."""

    employee_id: Identifier = None
    prefix: Text = None
    name: Text = None
    position: Text = None
    position_type: Text = None
    position_level: Text = None
    is_head: Choice = None
    division: Text = None
    staff_group: Text = None
    evaluator_id: Identifier = None
    next_supervisor_id: Identifier = None
    started_on: Day = None
    probation_from: Day = None
    probation_to: Day = None
    movement: Choice = None
    movement_on: Day = None
    excluded_reason: Text = None
    salary: Number = None


@dataclass(frozen=True, slots=True)
class Typed:
    """A row in use: its values, its cells, and what was found while reading it."""

    row: RosterRow
    entries: Mapping[str, Entry]
    findings: tuple[Finding, ...]
    where: Location

    def lacks(self, key: str) -> bool:
        """True when its column is there and nothing was typed into it."""
        return key in self.entries and self.row.is_blank(key)

    def finding(
        self, code: str, key: str, *, clause: str | None = None, **facts: object
    ) -> Finding:
        """A finding at one value of the row, with what stood there."""
        return _at(self.where, code, self.entries[key], clause=clause, **facts)


def typed(filled: Filled) -> Iterator[Typed]:
    """Every row of the roster in which anybody typed anything."""
    for entries in filled.tables[TABLE]:
        if any(entry.is_filled for entry in entries.values()):
            yield _typed(entries, filled)


def _typed(entries: Mapping[str, Entry], filled: Filled) -> Typed:
    values: dict[str, Any] = {
        "at": {key: entry.cell.address for key, entry in entries.items()},
        **entries,
    }
    reading = Reading(epoch_1904=filled.epoch_1904)
    refused: list[tuple[str, Entry]] = []
    try:
        row = RosterRow.model_validate(values, context=reading)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_context=False):
            refused.append((one["type"], one["input"]))
            values[str(one["loc"][0])] = None
        lost = frozenset(str(one["loc"][0]) for one in error.errors(include_url=False))
        values["refused"] = lost
        once_more = Reading(epoch_1904=filled.epoch_1904)  # its remarks were made
        row = RosterRow.model_validate(values, context=once_more)
    unread = [key for key, e in entries.items() if _is_unread(e, reading)]
    row = row.model_copy(update={"refused": row.refused | set(unread)})
    where = Location(filled.file, filled.sheet, employee_id=row.employee_id)
    told = [_at(where, code, entry) for code, entry in refused]
    told += [
        _at(where, remark.code, remark.entry, taken=remark.taken)
        for remark in reading.remarks
    ]
    return Typed(row, entries, tuple(told), where)


def _is_unread(entry: Entry, reading: Reading) -> bool:
    """True for a date that was typed and could not be read."""
    return any(
        remark.code == NOT_A_DATE and remark.entry is entry
        for remark in reading.remarks
    )


def _at(
    where: Location,
    code: str,
    entry: Entry,
    *,
    clause: str | None = None,
    **facts: object,
) -> Finding:
    told = {
        "label": entry.asked.label,
        "example": "15000",
        "choices": ", ".join(entry.asked.offered),
        **facts,
    }
    return finding(
        OWN_CODES.get(code, code),
        where,
        cells=(entry.cell.address,),
        found=shown(entry) or None,
        clause=clause,
        **told,
    )
