"""What the live figures of marked items show before anybody gives marks."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from perfeval.excel.formsheet import Known, Path
from perfeval.excel.live import BLANK
from perfeval.excel.live_items import (
    COMPLETE,
    NO_FULL,
    asked,
    open_parts,
    part_names,
)
from perfeval.excel.pen import Value
from perfeval.forms.layout import NUMBER, Layout
from perfeval.forms.schema import ITEMS

Rows = Sequence[Mapping[str, Value]]
EMPTY = 2  # cells that a compulsory row lacks: full marks and marks


def missing(layout: Layout, rows: Rows, values: Known) -> int:
    """How many cells of the items such a form still lacks."""
    wanted = asked(layout, heads=_is_head(layout, values))
    lacking = 0
    for row in rows:
        if row.get(NUMBER) in wanted:
            lacking += EMPTY - _is_agreed(row)
        elif _is_agreed(row):
            lacking += 1
    return lacking + sum(
        not any(_is_agreed(row) for row in _of_part(layout, rows, key))
        for key in open_parts(layout)
    )


def _is_agreed(row: Mapping[str, Value]) -> bool:
    return row.get("full_marks") is not None


def _is_head(layout: Layout, values: Known) -> bool:
    choices = layout.fields["is_head"].field.choices
    return values.get(("is_head",)) in [c.label for c in choices if c.key == "yes"]


def _of_part(layout: Layout, rows: Rows, key: str) -> Rows:
    named = part_names(layout, key)
    return [row for row in rows if row.get("part") in named]


def figures(layout: Layout, rows: Rows) -> Iterator[tuple[Path, Value]]:
    """Full marks as far as they are agreed, marks of nothing, a word on each row."""
    total = _full(rows)
    for component in layout.regulation.components:
        share = _full(_of_part(layout, rows, component.key))
        yield (component.key, "share"), share
        yield (component.key, "points"), Decimal(0)
        yield (component.key, "weighted"), Decimal(0)
    if total:
        yield (ITEMS, "full_marks"), total
    yield (ITEMS, "verdict"), COMPLETE if total else NO_FULL
    everybody = asked(layout, heads=True).keys() & asked(layout, heads=False).keys()
    for number, row in enumerate(rows):
        if _is_agreed(row) or row.get(NUMBER) in everybody:
            yield (ITEMS, number, "points"), BLANK


def _full(rows: Rows) -> Decimal:
    known = [row.get("full_marks") for row in rows]
    return sum((one for one in known if isinstance(one, Decimal)), Decimal(0))
