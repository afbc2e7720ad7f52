"""Values that count and that nobody sees."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from perfeval.entries import Entry
from perfeval.findings import Finding, Location, finding
from perfeval.grid import Area, Cell, Sheet
from perfeval.model import Filled


def hidden_values(sheet: Sheet, filled: Filled) -> list[Finding]:
    """
    One finding for all filled inputs that nobody sees.

    They stand in a hidden row, column or sheet, or under merged cells, which
    show only their first one.
    """
    typed = [entry.cell for entry in _inputs(filled) if entry.is_filled]
    merges = _by_row(sheet.merges, {cell.row for cell in typed})
    cells = [
        cell.address
        for cell in typed
        if sheet.visibility != "visible"
        or cell.row in sheet.hidden_rows
        or cell.column in sheet.hidden_columns
        or (cell.row in merges and _is_under(cell, merges[cell.row]))
    ]
    if not cells:
        return []
    return [finding("PE018", Location(filled.file, filled.sheet), cells=cells)]


def _inputs(filled: Filled) -> Iterator[Entry]:
    yield from filled.fields.values()
    for rows in filled.tables.values():
        for row in rows:
            yield from (entry for entry in row.values() if entry.is_input)


def _by_row(merges: Sequence[Area], rows: set[int]) -> Mapping[int, Sequence[Area]]:
    """The merged ranges that touch each of some rows."""
    touching: defaultdict[int, list[Area]] = defaultdict(list)
    for area in merges:
        if area.first_row == area.last_row:
            touching[area.first_row].append(area)
            continue
        for row in rows:
            if area.first_row <= row <= area.last_row:
                touching[row].append(area)
    return touching


def _is_under(cell: Cell, merges: Sequence[Area]) -> bool:
    """True for a cell of a merged range that is not the one it shows."""
    return any(
        area.first_column <= cell.column <= area.last_column
        and (cell.row, cell.column) != (area.first_row, area.first_column)
        for area in merges
    )
