"""What somebody changed in a form that was sent once more, cell by cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from perfeval.entries import Entry, day_in, is_date_format, shown
from perfeval.model import Filled
from perfeval.thai import long_date, tidy


@dataclass(frozen=True, slots=True)
class Change:
    """
    One cell that people fill. cell: of the new form; label: of what stands there;
    row: of its table, from 1, None outside of tables; old, new: as the cells show it.
    """

    cell: str
    label: str
    row: int | None
    old: str
    new: str


def changes(old: Filled, new: Filled) -> Iterator[Change]:
    """Every input that says something else than before, in the order of the form."""
    yield from _changed(_said(old.fields, old), _said(new.fields, new), new.fields)
    for key, rows in new.tables.items():
        before = [_said(row, old) for row in old.tables.get(key, ())]
        for number, row in enumerate(rows):
            other = before[number] if number < len(before) else {}
            yield from _changed(other, _said(row, new), row, number + 1)
        last = next(iter(rows[-1].values())).cell.address if rows else ""
        gone = old.tables.get(key, ())[len(rows) :]
        for number, row in enumerate(gone, len(rows) + 1):
            for name, said in _said(row, old).items():
                if said:
                    yield Change(last, row[name].asked.label, number, said, "")


def _changed(
    old: Mapping[str, str],
    new: Mapping[str, str],
    entries: Mapping[str, Entry],
    row: int | None = None,
) -> Iterator[Change]:
    for key, said in new.items():
        before, entry = old.get(key, ""), entries[key]
        if before != said:
            yield Change(entry.cell.address, entry.asked.label, row, before, said)


def _said(entries: Mapping[str, Entry], form: Filled) -> dict[str, str]:
    """
    The inputs as people read them: 4 and 4.0 are the same number, and a day is the
    same whether Excel took it for a date or not.
    """
    told = {}
    for key, entry in entries.items():
        if entry.is_input:
            day = None
            if entry.asked.kind == "date" or is_date_format(entry.cell.number_format):
                day = day_in(entry.cell, epoch_1904=form.epoch_1904)
            told[key] = long_date(day) if day else tidy(shown(entry))
    return told
