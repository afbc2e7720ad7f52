"""A form as people.toml describes it, written out: fields and rows of every table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

TABLES = ("indicators", "competencies", "changes", "follow_ups", "development")
CELL = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")  # indicators[2].level
AGREED = {  # columns of the tables that are filled in at the start of a round
    "indicators": ("title", "weight", *(f"target_{level}" for level in range(1, 6))),
    "competencies": ("title", "kind", "expected", "weight"),
}
AT_THE_END = (
    "evaluated_on", "acknowledgement", "acknowledged_on", "witness_1", "witness_2",
    "next_supervisor_opinion", "next_supervisor_total", "next_supervisor_reason",
    "host_office", "host_information", "host_opinion",
)  # fmt: skip
CORE, FUNCTIONAL = "สมรรถนะหลัก", "สมรรถนะประจำสายงาน"
YES, NO = "ใช่", "ไม่ใช่"
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Described:
    """One form: values by field, rows by table; no key for what is left blank."""

    fields: Row
    tables: Mapping[str, Sequence[Row]]
    is_agreement: bool = False


def described(example: Row, one: Row) -> Described:
    """The form of one entry of `workbooks`, whether written out or short."""
    tables = {table: [dict(_row(row)) for row in one.get(table, ())]
              for table in TABLES}  # fmt: skip
    if "core" not in one:
        return Described(one["fields"], tables)
    tables["competencies"] = list(_competencies(example["core"], one))
    fields = dict(_identity(example, one)) | example["usual"] | one.get("fields", {})
    form = Described({k: v for k, v in fields.items() if v != ""}, tables)
    return agreement(form, {}) if one.get("only_agreed") else form


def agreement(form: Described, otherwise: Row) -> Described:
    """The form at the start of the round; some cells were agreed otherwise."""
    fields = {k: v for k, v in form.fields.items() if k not in AT_THE_END}
    tables = {
        table: [{k: row[k] for k in keys if k in row} for row in form.tables[table]]
        for table, keys in AGREED.items()
    }
    return corrected(Described(fields, tables, is_agreement=True), otherwise)


def corrected(form: Described, cells: Row) -> Described:
    """The form with other values in some cells."""
    tables = {table: [dict(row) for row in rows] for table, rows in form.tables.items()}
    for cell, value in cells.items():
        table, row, key = place(cell)
        tables[table][row][key] = value
    return replace(form, tables=tables)


def place(cell: str) -> tuple[str, int, str]:
    """Table, row and column of a cell such as `indicators[2].level`."""
    found = CELL.fullmatch(cell)
    if found is None:
        raise ValueError(cell)
    return found[1], int(found[2]), found[3]


def _row(row: Row) -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        if key == "targets":
            yield from ((f"target_{n}", target) for n, target in enumerate(value, 1))
        else:
            yield key, value


def _competencies(titles: Sequence[str], one: Row) -> Iterator[Row]:
    """The core rows in their order, then the functional ones."""
    levels = one["core"] or [None] * len(titles)
    for title, level in zip(titles, levels, strict=True):
        yield _competency(title, CORE, one, level)
    for title, level in one.get("functional", {}).items():
        yield _competency(title, FUNCTIONAL, one, level)


def _competency(title: str, kind: str, one: Row, level: object) -> Row:
    row = {"title": title, "kind": kind, "expected": one["expected_level"]}
    return row if level is None else {**row, "level": level}


def _identity(example: Row, one: Row) -> Iterator[tuple[str, Any]]:
    """What a form that was handed out says of its person."""
    known = {person["employee_id"]: person for person in example["people"]}
    person = one["stranger"] if "stranger" in one else known[one["person"]]
    for key in ("employee_id", "position", "position_type", "position_level"):
        yield key, person.get(key, "")
    yield "name", full_name(person)
    yield "division", person["division"]
    yield "staff_group", person["staff_group"]
    yield "probation", YES if "probation_from" in person else NO
    evaluator = _above(example, person["evaluator_id"])
    yield "evaluator_id", person["evaluator_id"]
    yield "evaluator_name", evaluator["name"]
    yield "evaluator_position", evaluator["position"]
    if "next_supervisor_id" in person:
        supervisor = _above(example, person["next_supervisor_id"])
        yield "next_supervisor_name", supervisor["name"]


def _above(example: Row, employee_id: str) -> Row:
    """Full name and position of the chief, or of somebody on the roster."""
    chief: Row = example["office"]["chief"]
    if employee_id == chief["id"]:
        return chief
    known = {person["employee_id"]: person for person in example["people"]}
    return known[employee_id] | {"name": full_name(known[employee_id])}


def full_name(person: Row) -> str:
    """Prefix and name together, as papers print them."""
    return f"{person['prefix']}{person['name']}"
