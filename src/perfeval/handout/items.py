"""Agreed full marks on a form of marked items: in which row each agreed item stands."""

from collections import Counter
from collections.abc import Iterator

from perfeval.appraise.agreed import AgreedRow, Agreement, meaning
from perfeval.excel.formsheet import Path
from perfeval.forms.layout import Layout, TablePlace
from perfeval.forms.schema import ITEMS
from perfeval.regulations.schema import Regulation

AGREED = ("title", "part", "full_marks")
MARKS = ("marks_1", "marks_2")


def rows(agreed: Agreement, regulation: Regulation) -> int:
    """How many rows the items need: those of the regulation, and more of the own."""
    named = _titles(regulation)
    own = [row for row in agreed.items if meaning(row.title) not in named]
    room = Counter({c.key: 0 for c in regulation.components})
    for item in regulation.items:
        room[item.part] += item.own
    wanted = Counter(row.values.get("part", "") for row in own)
    return sum(max(1, item.own) for item in regulation.items) + sum(
        max(0, count - room[part]) for part, count in wanted.items()
    )


def _titles(regulation: Regulation) -> dict[str | None, str]:
    """Number of each item that has its name, by its title in either spelling."""
    return {
        meaning(title): item.number
        for item in regulation.items
        if not item.own
        for title in (item.title, item.shown)
    }


def placed_items(agreed: Agreement, layout: Layout) -> Iterator[tuple[int, AgreedRow]]:
    """
    Each agreed item with its row, counted from 0.

    By its title where the form comes with it, else in a free row of its part, else
    below them all.
    """
    if ITEMS not in layout.tables:
        return
    place = layout.tables[ITEMS]
    free = set(range(place.count))
    rows = {place.number(number): number for number in range(len(place.prefilled))}
    titles = {key: rows[number] for key, number in _titles(layout.regulation).items()}
    free -= set(titles.values())
    for row in agreed.items:
        number = titles.get(meaning(row.title))
        if number is None:
            number = _free(row, sorted(free), place)
            free.discard(number)
        yield number, row


def _free(row: AgreedRow, free: list[int], place: TablePlace) -> int:
    """A row for an item of the office's own."""
    label = _label(row, place)
    given = dict(enumerate(place.prefilled))
    own = [n for n in free if n in given and given[n].get("part") == label]
    return (own or [n for n in free if n not in given])[0]


def _label(row: AgreedRow, place: TablePlace) -> str | None:
    """What the form calls the part of an agreed item."""
    spec = next(one for one in place.table.columns if one.key == "part")
    labels = {choice.key: choice.label for choice in spec.choices}
    return labels.get(row.values.get("part", ""))


def closed_items(agreed: Agreement, layout: Layout) -> Iterator[Path]:
    """What is agreed on every row; rows without full marks are closed altogether."""
    placed = {number for number, _ in placed_items(agreed, layout)}
    for number in range(layout.tables[ITEMS].count):
        yield from ((ITEMS, number, key) for key in AGREED)
        if number not in placed:
            yield from ((ITEMS, number, key) for key in MARKS)
