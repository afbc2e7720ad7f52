"""
Type the values of one form: `Filled` in, `Evaluation` out, each refusal at its cell.

A refused value is told, taken away and remembered as refused, and the form is
validated again without it, so that every other rule is still checked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from perfeval.entries import Entry, Reading, Remark, shown
from perfeval.findings import Finding, finding, grouped
from perfeval.grid import State, address
from perfeval.model import Evaluation, Filled, Path

REMEMBERED = 1_024  # rows of a form; they stand alike in every copy
EXAMPLES = {"level": "4", "percent": "15", "measure": "85", "number": "88.25"}


def parse(
    filled: Filled, *, as_agreement: bool = False
) -> tuple[Evaluation, list[Finding]]:
    """
    Type the values of one form; each refusal points at its cell.

    Args:
        as_agreement: an agreement is what is wanted, so that it must say whose it
            is. Otherwise one is not scored, and nothing more is asked of it.
    """
    reading = Reading(epoch_1904=filled.epoch_1904)
    values = _values(filled)
    refusals: list[tuple[str, Entry]] = []
    try:
        evaluation = Evaluation.model_validate(values, context=reading)
    except ValidationError as refused:
        for error in refused.errors(include_url=False, include_context=False):
            refusals.append((error["type"], error["input"]))
            _refuse(values, error["loc"])
        once_more = Reading(epoch_1904=filled.epoch_1904)  # its remarks were made
        evaluation = Evaluation.model_validate(values, context=once_more)
    found = [*_refused(refusals, evaluation), *_remarked(reading.remarks, evaluation)]
    is_wanted = as_agreement or not evaluation.is_agreement
    missing = _missing(filled, evaluation) if is_wanted else ()
    return evaluation, grouped([*missing, *found])


def _values(filled: Filled) -> dict[str, Any]:
    """The values of a form as its model takes them; only rows in use."""
    used: dict[str, Any] = {}
    blank: dict[str, Any] = {}
    for key, table in filled.tables.items():
        rows = [(is_in_use(row), row) for row in table]
        used[key] = tuple(_row(row) for is_used, row in rows if is_used)
        blank[key] = tuple(_addresses(row) for is_used, row in rows if not is_used)
    return {
        "file": filled.file,
        "sha256": filled.sha256,
        "sheet": filled.sheet,
        "form": filled.form,
        "regulation": filled.regulation,
        "nonce": filled.nonce,
        "at": _at((*_places(filled.fields), *_headings(filled))),
        **filled.fields,
        **used,
        "blank_rows": blank,
        "totals": {
            key: (entry.cell.raw, entry.cell.address)
            for key, entry in filled.totals.items()
            if entry.is_filled and entry.cell.state in (State.NUMBER, State.TEXT)
        },
    }


def is_in_use(row: Mapping[str, Entry]) -> bool:
    """True when a person typed anything in the row."""
    return any(
        entry.is_filled and entry.is_input and not entry.asked.prefilled
        for entry in row.values()
    )


def _row(row: Mapping[str, Entry]) -> dict[str, Any]:
    inputs = {key: entry for key, entry in row.items() if entry.is_input}
    return {"at": _addresses(row), **inputs}


Place = tuple[str, int, int]  # key, row, column


def _addresses(entries: Mapping[str, Entry]) -> Mapping[str, str]:
    return _at(tuple(_places(entries)))


def _places(entries: Mapping[str, Entry]) -> list[Place]:
    return [(key, entry[0][0], entry[0][1]) for key, entry in entries.items()]


@lru_cache(maxsize=REMEMBERED)
def _at(places: tuple[Place, ...]) -> Mapping[str, str]:
    """The A1 address of each value, held once for all forms that are laid out alike."""
    return {key: address(row, column) for key, row, column in places}


def _headings(filled: Filled) -> list[Place]:
    """Where a whole table is meant: its first cell that people fill."""
    first = {
        key: next(iter(table[0].values())).cell
        for key, table in filled.tables.items()
        if table
    }
    return [(key, cell.row, cell.column) for key, cell in first.items()]


def _refuse(values: dict[str, Any], path: Path) -> None:
    """Take a refused value away, and remember that it was there."""
    *parents, key = path
    record: Any = values
    for step in parents:
        record = record[step]
    record[key] = None
    record["refused"] = record.get("refused", frozenset()) | {key}


def _refused(
    refusals: list[tuple[str, Entry]], evaluation: Evaluation
) -> Iterator[Finding]:
    for code, entry in refusals:
        yield _told(code, entry, evaluation)


def _remarked(remarks: list[Remark], evaluation: Evaluation) -> Iterator[Finding]:
    for remark in remarks:
        yield _told(remark.code, remark.entry, evaluation, taken=remark.taken)


def _missing(filled: Filled, evaluation: Evaluation) -> Iterator[Finding]:
    """What has to be filled in and is not."""
    for key, entry in filled.fields.items():
        if entry.asked.required and evaluation.is_blank(key):
            yield _told("PE101", entry, evaluation)


def _told(code: str, entry: Entry, evaluation: Evaluation, taken: str = "") -> Finding:
    where = replace(evaluation.where(), cell=entry.cell.address)
    facts = {
        "label": entry.asked.label,
        "taken": taken,
        "example": EXAMPLES.get(entry.asked.kind, "1"),
        "choices": ", ".join(entry.asked.offered),
    }
    return finding(code, where, found=shown(entry) or None, **facts)
