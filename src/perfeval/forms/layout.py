"""
Where everything of a blank form stands: the parts laid out from top to bottom.

The layout serves the builder alone. A filled form is never read by these
places but by its defined names and labels (`locate`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from perfeval.forms.schema import ITEMS, Column, Field, Form, Part, Slot, Table
from perfeval.forms.spans import Span, span
from perfeval.regulations.schema import Regulation

NUMBER = "number"  # among what comes prefilled: printed, in no column of the table
FIRST_PART_ROW = 5  # below person, title, regulation with the stamp, and round
WITNESS = "พยาน"  # stands once in a form file, for as many as the regulation wants
SIGNATURE_LINES = 4  # signature, name in brackets, role, date


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field with its label on one row."""

    field: Field
    row: int
    label: Span
    input: Span


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A table: heading, rows to fill, closing row; prefilled values by row."""

    table: Table
    heading: int
    first: int
    last: int
    total: int
    prefilled: tuple[Mapping[str, str], ...]

    @property
    def count(self) -> int:
        """How many rows can be filled."""
        return self.last - self.first + 1

    def number(self, row: int) -> str:
        """What stands before a row, counted from 0: that of its item, or its place."""
        given = self.prefilled[row] if row < len(self.prefilled) else {}
        return given.get(NUMBER, "" if self.table.key == ITEMS else str(row + 1))

    def span(self, key: str) -> Span:
        """The grid columns of one column of the table."""
        return next(span(c.at) for c in self.table.columns if c.key == key)


@dataclass(frozen=True, slots=True)
class SummaryPlace:
    """The live result: heading, one row a component, cells to fill, total, band."""

    heading: int
    components: Mapping[str, int]
    missing: int
    total: int
    band: int


@dataclass(frozen=True, slots=True)
class PartPlace:
    """
    Where a part begins and what kind of rows follow.

    legend: the row that names the levels of a scored table, or the bands; it
        takes the place of the gap before the next part.
    signers: the roles of those who sign, from left to right.
    """

    part: Part
    title: int
    guide: int | None
    first: int
    last: int
    legend: int | None = None
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A form of one regulation with all its places."""

    form: Form
    regulation: Regulation
    parts: tuple[PartPlace, ...]
    fields: Mapping[str, FieldPlace]
    tables: Mapping[str, TablePlace]
    summary: SummaryPlace
    last: int


@dataclass(frozen=True, slots=True)
class For:
    """
    Whom a form is made for; None where the blank form leaves it open.

    rows: how many rows a table needs beyond the usual number.
    """

    staff_group: str | None = None  # key of the regulation
    position_type: str | None = None
    position_level: str | None = None
    rows: Mapping[str, int] = field(default_factory=dict)


def lay_out(form: Form, regulation: Regulation, whom: For) -> Layout:
    """All places of a blank form, its competencies as the regulation sets them."""
    fields: dict[str, FieldPlace] = {}
    tables: dict[str, TablePlace] = {}
    summary = SummaryPlace(0, {}, 0, 0, 0)
    named = {names.component for names in regulation.level_names}
    parts = []
    row = FIRST_PART_ROW
    for part in form.parts:
        guide = row + 1 if part.guide else None
        first = row + (2 if part.guide else 1)
        legend = None
        if part.table:
            place = _table(form.table(part.table), first, regulation, whom)
            tables[part.table] = place
            last = place.total
            if place.table.component in named:
                legend = last + 1
        elif part.summary:
            summary = _summary(regulation, first)
            last = summary.band
            legend = last + 1
        elif part.signatures:
            last = first + SIGNATURE_LINES - 1
        else:
            fields |= {one.field.key: one for one in _fields(form, part, first)}
            last = first + len(part.fields) - 1
        signers = tuple(_signers(part, regulation))
        parts.append(PartPlace(part, row, guide, first, last, legend, signers))
        row = last + 2
    return Layout(form, regulation, tuple(parts), fields, tables, summary, row - 2)


def _signers(part: Part, regulation: Regulation) -> Iterator[str]:
    """Who signs, with as many witnesses as the regulation wants."""
    witnesses = regulation.witnesses.at_least if regulation.witnesses else 0
    for role in part.signatures:
        if role == WITNESS:
            yield from (f"{WITNESS}คนที่ {n}" for n in range(1, witnesses + 1))
        else:
            yield role


def _fields(form: Form, part: Part, first: int) -> Iterator[FieldPlace]:
    for offset, keys in enumerate(part.fields):
        slots: tuple[Slot, ...] = (form.grid.left, form.grid.right)
        if len(keys) == 1:
            slots = (form.grid.whole,)
        for key, slot in zip(keys, slots, strict=True):
            yield FieldPlace(
                form.field(key), first + offset, span(slot.label), span(slot.input)
            )


def _table(table: Table, heading: int, regulation: Regulation, whom: For) -> TablePlace:
    prefilled = _prefilled(table, regulation, whom)
    rows = max(table.rows, len(prefilled), whom.rows.get(table.key, 0))
    first = heading + 1
    return TablePlace(table, heading, first, first + rows - 1, first + rows, prefilled)


def _summary(regulation: Regulation, heading: int) -> SummaryPlace:
    rows = {
        component.key: heading + number
        for number, component in enumerate(regulation.components, 1)
    }
    missing = heading + len(rows) + 1
    return SummaryPlace(heading, rows, missing, missing + 1, missing + 2)


def _prefilled(
    table: Table, regulation: Regulation, whom: For
) -> tuple[Mapping[str, str], ...]:
    """The items or competencies that a form starts with; nothing for other tables."""
    if table.key == ITEMS:
        return tuple(_items(table, regulation))
    kinds = next((c for c in table.columns if c.key == "kind"), None)
    if kinds is None:
        return ()
    return tuple(_competencies(kinds, regulation, whom))


def _items(table: Table, regulation: Regulation) -> Iterator[Mapping[str, str]]:
    """The items of the regulation, with rows for those that the office names."""
    parts = next(column for column in table.columns if column.key == "part")
    labels = {choice.key: choice.label for choice in parts.choices}
    for item in regulation.items:
        row = {NUMBER: item.number, "part": labels[item.part]}
        if item.own:
            yield from [row] * item.own
        else:
            yield {**row, "title": item.title}


def items_given(layout: Layout) -> frozenset[tuple[str | int, ...]]:
    """The paths of titles and parts that items come with, which stay as they are."""
    place = layout.tables.get(ITEMS)
    return frozenset(
        (ITEMS, row, key)
        for row, given in enumerate(place.prefilled if place else ())
        for key in given
        if key != NUMBER
    )


def _competencies(
    kinds: Column, regulation: Regulation, whom: For
) -> Iterator[Mapping[str, str]]:
    labels = {choice.key: choice.label for choice in kinds.choices}
    group = whom.staff_group or regulation.staff_groups[0].key
    for wanted in regulation.competencies_for(group, whom.position_type):
        expected = regulation.expected_level(
            whom.position_type, whom.position_level, wanted.kind, staff_group=group
        )
        for number in range(max(wanted.at_least, len(wanted.titles))):
            row = {"kind": labels[wanted.kind]}
            if number < len(wanted.titles):
                row["title"] = wanted.titles[number]
            if expected is not None:
                row["expected"] = f"{expected.level:f}"
            yield row
