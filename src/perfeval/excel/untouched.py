"""
What the live figures of a form show before anybody evaluates.

Programs that do not recalculate (previews, phones) show these saved figures, so
a form is handed out with them.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from perfeval.excel import legends, untouched_items
from perfeval.excel.formsheet import Known, Path
from perfeval.excel.live import BLANK, WHOLE, weight_words
from perfeval.excel.live_dimensions import is_dimensional
from perfeval.excel.pen import Value
from perfeval.excel.verdict import gaps_words
from perfeval.forms.layout import Layout
from perfeval.forms.schema import ITEMS
from perfeval.regulations.competencies import Competencies
from perfeval.regulations.dimensions import DIMENSIONS

FULL = f"น้ำหนักครบ {WHOLE}"
PER_COMPETENCY = 2  # cells that one still to be named lacks: name and level


def figures(layout: Layout, values: Known) -> dict[Path, Value]:
    """
    Every figure of a form in which nothing is evaluated, by path.

    Args:
        values: the fields that are known, and the agreement where it is known: it
            must be sound. Other competencies are as laid out.
    """
    gaps = missing(layout, values)
    regulation, words = layout.regulation, gaps_words(gaps)
    year, number = values.get(("fiscal_year",)), values.get(("round_number",))
    return {
        ("missing",): Decimal(gaps),
        ("band",): words,
        ("status",): words,
        ("person",): _person(values),
        ("round",): legends.round_shown(regulation, year, number),
        **dict(_of_tables(layout, values)),
    }


def _of_tables(layout: Layout, values: Known) -> Iterator[tuple[Path, Value]]:
    """Shares of the components, and the figures of every scored table."""
    if layout.form.is_marked:
        yield from untouched_items.figures(layout, rows_of(layout, ITEMS, values))
        return
    yield from _shares(layout, values)
    keys = ("indicators", "competencies")
    rows = {key: rows_of(layout, key, values) for key in keys}
    for key in keys:
        yield from _table(layout, key, rows)


def missing(layout: Layout, values: Known) -> int:
    """How many cells such a form still lacks."""
    required = [p.field.key for p in layout.fields.values() if p.field.required]
    fields = sum(values.get((key,)) is None for key in required)
    if layout.form.is_marked:
        rows = rows_of(layout, ITEMS, values)
        return fields + untouched_items.missing(layout, rows, values)
    agreed = sum(_is_used(row) for row in rows_of(layout, "indicators", values))
    rows = rows_of(layout, "competencies", values)
    used = [row.get("kind") for row in rows if _is_used(row)]
    few = 0
    for wanted in layout.regulation.competencies:
        if _is_for(wanted, layout, values):
            have = used.count(_kind_label(layout, wanted.kind))
            few += PER_COMPETENCY * max(0, wanted.at_least - have)
    lacks = len(DIMENSIONS) if is_dimensional(layout.tables["indicators"]) else 1
    return fields + max(1, agreed * lacks) + len(used) + few


def rows_of(layout: Layout, key: str, values: Known) -> Sequence[Mapping[str, Value]]:
    """The rows of a table, what is known over what it comes with."""
    place = layout.tables[key]
    rows: list[dict[str, Value]] = [dict(given) for given in place.prefilled]
    rows += [{} for _ in range(place.last - place.first + 1 - len(rows))]
    for path, value in values.items():
        if path[0] == key:
            rows[int(path[1])][str(path[2])] = value
    return rows


def _is_used(row: Mapping[str, Value]) -> bool:
    """A row that waits for its level; a kind alone, or an expected level, is none."""
    return any(row.get(key) is not None for key in ("title", "weight"))


def _is_for(wanted: Competencies, layout: Layout, values: Known) -> bool:
    groups = {g.label: g.key for g in layout.regulation.staff_groups}
    label = values.get(("staff_group",)) or next(iter(groups))
    group = groups.get(str(label), str(label))
    kind = values.get(("position_type",))
    return (not wanted.staff_groups or group in wanted.staff_groups) and (
        not wanted.position_types or kind in wanted.position_types
    )


def _kind_label(layout: Layout, kind: str) -> str:
    columns = layout.tables["competencies"].table.columns
    spec = next(column for column in columns if column.key == "kind")
    return next(choice.label for choice in spec.choices if choice.key == kind)


def _person(values: Known) -> str:
    if values.get(("name",)) is None:
        return legends.NOBODY
    keys = ("name", "employee_id", "position")
    return legends.SPACE.join(str(values.get((key,)) or "") for key in keys)


def _shares(layout: Layout, values: Known) -> Iterator[tuple[Path, Value]]:
    yes: list[Value] = []
    if place := layout.fields.get("probation"):
        yes = [c.label for c in place.field.choices if c.key == "yes"]
    is_probation = values.get(("probation",)) in yes
    for component in layout.regulation.components:
        share = component.weight
        if is_probation and component.probation_weight is not None:
            share = component.probation_weight
        yield (component.key, "share"), share
        yield (component.key, "weighted"), Decimal(0)


def _table(
    layout: Layout, key: str, rows: Mapping[str, Sequence[Mapping[str, Value]]]
) -> Iterator[tuple[Path, Value]]:
    """Points of nothing, the weights that are known, a word on each row in use."""
    weights = [row.get("weight") for row in rows[key]]
    known = [weight for weight in weights if isinstance(weight, Decimal)]
    yield (key, "points"), Decimal(0)
    yield (key, "verdict"), FULL if known else weight_words(layout.tables[key])
    if known:
        yield (key, "weight"), sum(known, Decimal(0))
    for number, row in enumerate(rows[key]):
        if _is_used(row):
            yield (key, number, "points"), BLANK
