"""Values in rows and columns that nobody sees."""

from collections.abc import Iterator

from perfeval.entries import Entry
from perfeval.findings import Finding, Location, finding
from perfeval.grid import Sheet
from perfeval.model import Filled


def hidden_values(sheet: Sheet, filled: Filled) -> list[Finding]:
    """One finding for all filled inputs that stand in hidden rows or columns."""
    if sheet.visibility == "visible" and not (sheet.hidden_rows | sheet.hidden_columns):
        return []
    cells = [
        entry.cell.address
        for entry in _inputs(filled)
        if entry.is_filled
        and (
            sheet.visibility != "visible"
            or entry.cell.row in sheet.hidden_rows
            or entry.cell.column in sheet.hidden_columns
        )
    ]
    if not cells:
        return []
    return [finding("PE018", Location(filled.file, filled.sheet), cells=cells)]


def _inputs(filled: Filled) -> Iterator[Entry]:
    yield from filled.fields.values()
    for rows in filled.tables.values():
        for row in rows:
            yield from (entry for entry in row.values() if entry.is_input)
