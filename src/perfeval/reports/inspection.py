"""Every field of a returned form, its cell and its value, unjudged."""

from perfeval.entries import Entry, day_of_serial, plain
from perfeval.grid import State, exact
from perfeval.model import Filled

TITLES = {
    "th": ("ช่อง", "ตำแหน่ง", "ค่า"),
    "en": ("Field", "Cell", "Value"),
}


def rows(filled: Filled) -> list[tuple[str, str, str]]:
    """Key, cell and value of everything that is filled, for people."""
    listed = [
        (key, entry.cell.address, value(entry, filled) or "")
        for key, entry in filled.fields.items()
    ]
    for table, lines in filled.tables.items():
        for number, line in enumerate(lines):
            listed += [
                (f"{table}[{number}].{key}", entry.cell.address, shown)
                for key, entry in line.items()
                if (shown := value(entry, filled))
            ]
    return listed


def as_json(filled: Filled) -> dict[str, object]:
    """The whole form as programs read it, empty rows too."""
    return {
        "sheet": filled.sheet,
        "form": filled.form,
        "regulation": filled.regulation,
        "fields": {
            key: _entry(entry, filled)
            for key, entry in [*filled.fields.items(), *filled.totals.items()]
        },
        "tables": {
            table: [
                {key: _entry(entry, filled) for key, entry in line.items()}
                for line in lines
            ]
            for table, lines in filled.tables.items()
        },
    }


def _entry(entry: Entry, filled: Filled) -> dict[str, object]:
    return {
        "cell": entry.cell.address,
        "value": value(entry, filled),
        "input": entry.is_input,
    }


def value(entry: Entry, filled: Filled) -> str | None:
    """What stands in a cell: numbers exact, dates ISO, None when it is empty."""
    cell = entry.cell
    if cell.state is State.BLANK:
        return None
    if cell.state is State.BOOLEAN:
        return "TRUE" if cell.raw == "1" else "FALSE"
    number = exact(cell.raw) if cell.state is State.NUMBER else None
    if number is None:
        return cell.raw or None
    moment = day_of_serial(cell, epoch_1904=filled.epoch_1904)
    return moment.isoformat() if moment else plain(number)
