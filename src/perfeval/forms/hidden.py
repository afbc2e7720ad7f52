"""Values that count and that nobody sees, or sees as something else."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from perfeval.entries import is_date_format
from perfeval.findings import Finding, Location, finding, grouped
from perfeval.grid import Cell, Rectangle, Sheet, State, exact, is_plain
from perfeval.model import Filled
from perfeval.numberformats import GENERAL, hides_number, hides_text


def hidden_values(sheet: Sheet, filled: Filled) -> list[Finding]:
    """
    One finding for all filled inputs that nobody sees, one for those whose letters
    have the colour of the cell, one for the disguised.

    The first stand in a hidden row, column or sheet, or under merged cells,
    which show only their first one; the last show another figure than they
    hold, because of their number format.
    """
    typed = list(_typed(filled))
    merges = _by_row(sheet.merges, {cell.row for cell in typed})
    is_hidden = sheet.visibility != "visible"
    hidden = [
        cell.address
        for cell in typed
        if is_hidden
        or cell.row in sheet.hidden_rows
        or cell.column in sheet.hidden_columns
        or (cell.row in merges and _is_under(cell, merges[cell.row]))
    ]
    disguised = [cell for cell in typed if _is_disguised(cell)]
    where = Location(filled.file, filled.sheet)
    white = [cell.address for cell in typed if cell.style in sheet.unseen]
    told = [finding("PE018", where, cells=hidden)] if hidden else []
    told += [finding("PE022", where, cells=white)] if white else []
    return told + grouped(_disguise(cell, where) for cell in disguised)


def _is_disguised(cell: Cell) -> bool:
    code = cell.number_format
    if code == GENERAL or is_date_format(code):
        return False
    if cell.state is State.TEXT:
        return hides_text(code)
    value = exact(cell.raw) if cell.state is State.NUMBER else None
    return value is not None and is_plain(value) and hides_number(code, value)


def _disguise(cell: Cell, where: Location) -> Finding:
    place = Location(where.file, where.sheet, cell.address)
    return finding("PE021", place, found=cell.raw, format=cell.number_format)


def _typed(filled: Filled) -> Iterator[Cell]:
    """The cells that people filled."""
    rows = [filled.fields, *(row for table in filled.tables.values() for row in table)]
    for row in rows:
        for entry in row.values():
            if entry.is_filled and entry.is_input:
                yield entry.cell


def _by_row(
    merges: Sequence[Rectangle], rows: set[int]
) -> Mapping[int, Sequence[Rectangle]]:
    """The merged ranges that touch each of some rows."""
    touching: defaultdict[int, list[Rectangle]] = defaultdict(list)
    for merged in merges:
        first, _, last, _ = merged
        if first == last:
            touching[first].append(merged)
            continue
        for row in rows:
            if first <= row <= last:
                touching[row].append(merged)
    return touching


def _is_under(cell: Cell, merges: Sequence[Rectangle]) -> bool:
    """True for a cell of a merged range that is not the one it shows."""
    for top, left, _, right in merges:
        if left <= cell.column <= right and (cell.row, cell.column) != (top, left):
            return True
    return False
