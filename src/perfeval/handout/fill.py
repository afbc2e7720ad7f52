"""What is filled in on one person's form, and what of it is locked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from perfeval.appraise.agreed import TARGETS, AgreedRow, Agreement, number_of
from perfeval.appraise.issued import Issued, IssuedCompetency
from perfeval.appraise.movement import on_probation
from perfeval.excel.formsheet import Path
from perfeval.excel.pen import Value
from perfeval.forms.layout import For, Layout, TablePlace, items_given, lay_out
from perfeval.forms.load import load as load_form
from perfeval.forms.schema import ITEMS, Form, Table
from perfeval.handout.items import closed_items, placed_items
from perfeval.handout.items import rows as item_rows
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person
from perfeval.rounds.above import above
from perfeval.rounds.opened import Opened

FIGURES = ("weight", "expected", "full_marks")
GIVEN = ("kind", "part")  # comes with the row
MORE_CHANGES = 1  # rows left free below the changes that are recorded


@dataclass(frozen=True, slots=True)
class Filling:
    """One person's form before it is written."""

    person: Person
    layout: Layout
    values: Mapping[Path, Value]
    locked: frozenset[Path]


def filling(opened: Opened, person: Person, agreed: Agreement | None) -> Filling:
    """
    The form of a person: the identity of the roster, and the agreement where given.

    Everything that is filled in is locked; so are the free rows of an agreement.
    """
    regulation = opened.regulation_of(person)
    form = load_form(regulation.form)
    rows = _rows(agreed, regulation) if agreed else {}
    whom = For(person.staff_group, person.position_type, person.position_level, rows)
    layout = lay_out(form, regulation, whom)
    known = _identity(opened, person, form)
    values: dict[Path, Value] = {
        (key,): value for key, value in known.items() if key in layout.fields and value
    }
    locked = set(values) | items_given(layout)
    if agreed:
        layout = _with_competencies(layout, agreed)
        values |= dict(_agreement(agreed, layout))
        locked |= set(_closed(agreed, layout))
    return Filling(person, layout, values, frozenset(locked))


def _identity(opened: Opened, person: Person, form: Form) -> Mapping[str, str]:
    """Who it is for, in which round, and who evaluates; blank where nobody says."""
    regulation, of_round = opened.regulation_of(person), opened.round
    evaluator = above(opened, person.evaluator_id)
    supervisor = above(opened, person.next_supervisor_id)
    groups = {group.key: group.label for group in regulation.staff_groups}
    probation = "yes" if on_probation(person, regulation, of_round) else "no"
    return {
        "organisation": of_round.organisation,
        "fiscal_year": str(of_round.year),
        "round_number": str(of_round.round),
        "employee_id": person.employee_id,
        "name": person.full_name,
        "position": person.position,
        "position_type": person.position_type or "",
        "position_level": person.position_level or "",
        "division": person.division,
        "staff_group": groups.get(person.staff_group, ""),
        "is_head": _choice(form, "is_head", "yes" if person.is_head else "no"),
        "probation": _choice(form, "probation", probation),
        "evaluator_id": evaluator.id if evaluator else "",
        "evaluator_name": evaluator.name if evaluator else "",
        "evaluator_position": evaluator.position if evaluator else "",
        "next_supervisor_name": supervisor.name if supervisor else "",
    }


def _choice(form: Form, key: str, chosen: str) -> str:
    """The label of a choice; empty where the form has no such field."""
    fields = [one for one in form.fields if one.key == key]
    return next((c.label for one in fields for c in one.choices if c.key == chosen), "")


def _rows(agreed: Agreement, regulation: Regulation) -> Mapping[str, int]:
    """How many rows each table needs."""
    return {
        "items": item_rows(agreed, regulation),
        "indicators": len(agreed.indicators),
        "competencies": len(agreed.competencies),
        "changes": len(agreed.changes) + MORE_CHANGES if agreed.changes else 0,
    }


def _with_competencies(layout: Layout, agreed: Agreement) -> Layout:
    """The form with the agreed competencies in place of those it starts with."""
    place = layout.tables.get("competencies")
    if place is None:
        return layout
    labels = _kinds(place.table)
    rows = tuple(
        {
            key: labels.get(text, text) if key == "kind" else text
            for key, text in row.values.items()
            if key != "weight"
        }
        for row in agreed.competencies
    )
    own = replace(place, prefilled=rows)
    return replace(layout, tables={**layout.tables, "competencies": own})


def _kinds(table: Table) -> Mapping[str, str]:
    spec = next(column for column in table.columns if column.key == "kind")
    return {choice.key: choice.label for choice in spec.choices}


def _agreement(agreed: Agreement, layout: Layout) -> Iterator[tuple[Path, Value]]:
    """What was agreed, at its places."""
    if agreed.agreed_on and "agreed_on" in layout.fields:
        yield ("agreed_on",), agreed.agreed_on
    tables = {
        "indicators": enumerate(agreed.indicators),
        "competencies": enumerate(agreed.competencies),
        "items": placed_items(agreed, layout),
        "changes": enumerate(agreed.changes),
    }
    for table, rows in tables.items():
        for number, row in rows:
            yield from _row(table, number, row)


def _row(table: str, number: int, row: AgreedRow) -> Iterator[tuple[Path, Value]]:
    for key, text in row.values.items():
        value: Value = text
        if key in FIGURES:
            value = Decimal(text)
        elif key in TARGETS:
            figure = number_of(text)
            value = text if figure is None else figure
        elif key == "changed_on":
            value = date.fromisoformat(text)
        if key not in GIVEN:  # stands there already
            yield (table, number, key), value


def _closed(agreed: Agreement, layout: Layout) -> Iterator[Path]:
    """What was agreed, blank or not, and every row that holds no agreement."""
    if agreed.agreed_on:
        yield ("agreed_on",)
    for number, change in enumerate(agreed.changes):
        yield from (("changes", number, key) for key in change.values)
    if ITEMS in layout.tables:
        yield from closed_items(agreed, layout)
    for table in ("indicators", "competencies"):
        if table not in layout.tables:
            continue
        place, rows = layout.tables[table], agreed.rows(table)
        for number in range(place.last - place.first + 1):
            yield from (
                (table, number, key)
                for key in _inputs(place)
                if number >= len(rows) or key in rows[number].cells
            )


def _inputs(place: TablePlace) -> Iterator[str]:
    return (one.key for one in place.table.columns if one.kind != "computed")


def issued(filled: Filling, nonce: str) -> Issued:
    """What has to be remembered of a form that is handed out."""
    place = filled.layout.tables.get("competencies")
    if place is None:  # items stand in the regulation, which is sealed with the round
        return Issued(filled.person.employee_id, nonce)
    keys = {label: key for key, label in _kinds(place.table).items()}
    rows = tuple(
        IssuedCompetency(
            keys[row["kind"]],
            row.get("title"),
            Decimal(row["expected"]) if "expected" in row else None,
        )
        for row in place.prefilled
        if "kind" in row
    )
    return Issued(filled.person.employee_id, nonce, rows)
