"""What somebody changed in a form that was sent once more, cell by cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from perfeval.entries import Entry, shown
from perfeval.model import Filled
from perfeval.thai import id_key, tidy


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


def of_person(forms: Iterator[Filled] | tuple[Filled, ...], key: str) -> Filled | None:
    """The first form of somebody; key: of the id, for comparison."""
    for one in forms:
        typed = one.fields.get("employee_id")
        if typed is not None and id_key(shown(typed)) == key:
            return one
    return None


def changes(old: Filled, new: Filled) -> Iterator[Change]:
    """Every input that says something else than before, in the order of the form."""
    yield from _changed(old.fields, new.fields, None)
    for key, rows in new.tables.items():
        before = old.tables.get(key, ())
        for number, row in enumerate(rows):
            other = before[number] if number < len(before) else {}
            yield from _changed(other, row, number + 1)
        last = next(iter(rows[-1].values())).cell.address if rows else ""
        for number, gone in enumerate(before[len(rows) :], len(rows) + 1):
            for entry in gone.values():
                if entry.is_input and _said(entry):
                    yield Change(last, entry.asked.label, number, _said(entry), "")


def _changed(
    old: Mapping[str, Entry], new: Mapping[str, Entry], row: int | None
) -> Iterator[Change]:
    for key, entry in new.items():
        before = _said(old[key]) if key in old else ""
        if entry.is_input and before != _said(entry):
            yield Change(
                entry.cell.address, entry.asked.label, row, before, _said(entry)
            )


def _said(entry: Entry) -> str:
    """A cell as people read it: 4 and 4.0 are the same number."""
    return tidy(shown(entry))
