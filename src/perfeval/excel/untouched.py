"""
What the live figures of a form show before anybody evaluates.

Programs that do not recalculate (previews, phones) show these saved figures, so
a form is handed out with them.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from perfeval.excel import legends
from perfeval.excel.live import BLANK, weight_words
from perfeval.excel.pen import Value
from perfeval.excel.verdict import gaps_words
from perfeval.forms.layout import Layout, TablePlace
from perfeval.regulations.competencies import Competencies

Path = tuple[str | int, ...]
Known = Mapping[Path, Value]
PER_COMPETENCY = 2  # cells that one still to be named lacks: name and level


def figures(layout: Layout, values: Known) -> dict[Path, Value]:
    """
    Every figure of a form in which no indicator is filled, by path.

    Args:
        values: the fields that are known; the competencies are as laid out.
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
        **dict(_shares(layout, values)),
        **dict(_tables(layout)),
    }


def missing(layout: Layout, values: Known) -> int:
    """How many cells such a form still lacks."""
    required = [p.field.key for p in layout.fields.values() if p.field.required]
    fields = sum(values.get((key,)) is None for key in required)
    rows = layout.tables["competencies"].prefilled
    titled = [row["kind"] for row in rows if "title" in row]
    few = 0
    for wanted in layout.regulation.competencies:
        if _is_for(wanted, layout, values):
            have = titled.count(_kind_label(layout, wanted.kind))
            few += PER_COMPETENCY * max(0, wanted.at_least - have)
    return fields + 1 + len(titled) + few


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


def _tables(layout: Layout) -> Iterator[tuple[Path, Value]]:
    for key, place in layout.tables.items():
        if place.table.component is not None:
            yield (key, "points"), Decimal(0)
            yield (key, "verdict"), weight_words(place)
            yield from _rows(key, place)


def _rows(key: str, place: TablePlace) -> Iterator[tuple[Path, Value]]:
    """A row that comes with a title waits for its level."""
    for number, row in enumerate(place.prefilled):
        if "title" in row:
            yield (key, number, "points"), BLANK
