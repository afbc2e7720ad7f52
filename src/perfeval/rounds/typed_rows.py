"""
Types the rows of a list: each value by its grammar, each refusal at its cell.

A value that cannot be read is told, taken away and remembered as refused, so that
nobody is told that it is blank as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from perfeval.entries import Entry, Reading, shown
from perfeval.findings import Finding, Location, finding
from perfeval.grid import Addresses
from perfeval.model import Filled, Record

NOT_A_DATE = "PE107"
Row = TypeVar("Row", bound=Record)


class Told(NamedTuple):
    """
    How the faults of one list are told.

    codes: what is told in other words than on a form, by the code of a form.
    example: a number as the list has them.
    """

    codes: Mapping[str, str]
    example: str

    def at(
        self,
        where: Location,
        code: str,
        entry: Entry,
        *,
        clause: str | None = None,
        **facts: object,
    ) -> Finding:
        """A finding at one cell, with what stood there."""
        told = {
            "label": entry.asked.label,
            "example": self.example,
            "choices": ", ".join(entry.asked.offered),
            **facts,
        }
        return finding(
            self.codes.get(code, code),
            where,
            cells=(entry.cell.address,),
            found=shown(entry) or None,
            clause=clause,
            **told,
        )


@dataclass(frozen=True, slots=True)
class TypedRow(Generic[Row]):
    """A row in use: its values, its cells, and what was found while reading it."""

    row: Row
    entries: Mapping[str, Entry]
    findings: tuple[Finding, ...]
    where: Location
    told: Told

    def lacks(self, key: str) -> bool:
        """True when its column is there and nothing was typed into it."""
        return key in self.entries and self.row.is_blank(key)

    def finding(
        self, code: str, key: str, *, clause: str | None = None, **facts: object
    ) -> Finding:
        """A finding at one value of the row, with what stood there."""
        entry = self.entries[key]
        return self.told.at(self.where, code, entry, clause=clause, **facts)


def typed_rows(
    filled: Filled, table: str, model: type[Row], *, told: Told
) -> Iterator[TypedRow[Row]]:
    """Every row of a list in which anybody typed anything."""
    columns: Mapping[str, int] | None = None
    for entries in filled.tables[table]:
        if any(entry.is_filled for entry in entries.values()):
            if columns is None:  # they are those of every row
                columns = {key: entry.cell.column for key, entry in entries.items()}
            row = next(iter(entries.values())).cell.row
            at = Addresses(columns, row)
            yield typed_row(entries, filled, model, told=told, at=at)


def typed_row(
    entries: Mapping[str, Entry],
    filled: Filled,
    model: type[Row],
    *,
    told: Told,
    at: Mapping[str, str] | None = None,
) -> TypedRow[Row]:
    """
    The values of one row, or of the cells above a list.

    Args:
        at: the address of every value, where it is known already.
    """
    cells = dict(entries)  # those of a long list are made anew each time
    if at is None:
        at = {key: entry.cell.address for key, entry in cells.items()}
    values: dict[str, Any] = {"at": at, **cells}
    reading = Reading(epoch_1904=filled.epoch_1904)
    refused: list[tuple[str, Entry]] = []
    try:
        row = model.model_validate(values, context=reading)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_context=False):
            refused.append((one["type"], one["input"]))
            values[str(one["loc"][0])] = None
        lost = frozenset(str(one["loc"][0]) for one in error.errors(include_url=False))
        values["refused"] = lost
        once_more = Reading(epoch_1904=filled.epoch_1904)  # its remarks were made
        row = model.model_validate(values, context=once_more)
    unread = [key for key, e in cells.items() if _is_unread(e, reading)]
    row = row.but(refused=row.refused | set(unread))
    employee_id = getattr(row, "employee_id", None)
    where = Location(filled.file, filled.sheet, employee_id=employee_id)
    found = [told.at(where, code, entry) for code, entry in refused]
    found += [
        told.at(where, remark.code, remark.entry, taken=remark.taken)
        for remark in reading.remarks
    ]
    return TypedRow(row, entries, tuple(found), where, told)


def _is_unread(entry: Entry, reading: Reading) -> bool:
    """True for a date that was typed and could not be read."""
    return any(
        remark.code == NOT_A_DATE and remark.entry is entry
        for remark in reading.remarks
    )
