"""
Write the files of an example whose form marks items, from its people.toml.

    python examples/marked.py examples/municipal-2545-2568-1

Everything in the example is invented. The workbooks are written as an evaluator
would leave them: values typed; a program that opens one works the figures out.
"""

import shutil
import sys
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from described import full_name
from lists import roster, round_file

from perfeval.excel.blank import Sheet, build
from perfeval.excel.pen import Value
from perfeval.forms.layout import For, Layout, items_given, lay_out
from perfeval.forms.load import load as load_form
from perfeval.regulations.load import load as load_regulation

At = tuple[str | int, ...]
INBOX = "inbox"
YES, NO = "ใช่", "ไม่ใช่"


def read(folder: Path) -> dict[str, Any]:
    """What people.toml says."""
    text = (folder / "people.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The path in the example's folder and the bytes of each of its files."""
    example = read(folder)
    yield "round.toml", round_file(example).encode()
    yield "roster.xlsx", roster(example)
    for one in example["workbooks"]:
        yield f"{INBOX}/{one['file']}", workbook(example, one)


def workbook(example: Mapping[str, Any], one: Mapping[str, Any]) -> bytes:
    """The bytes of one form."""
    regulation = load_regulation(example["office"]["regulation"]).regulation
    layout = lay_out(load_form(regulation.form), regulation, For())
    values = {
        at: value for at, value in _values(example, one, layout) if value is not None
    }
    sheet = Sheet(layout, layout.form.sheet, values, locked=items_given(layout))
    return build((sheet,))


def _values(
    example: Mapping[str, Any], one: Mapping[str, Any], layout: Layout
) -> Iterator[tuple[At, Value]]:
    office = example["office"]
    for key in ("organisation", "fiscal_year", "round_number"):
        yield (key,), str(office[key])
    yield from _identity(example, one)
    rows = {item["number"]: n for n, item in _rows(layout)}
    column = f"marks_{office['round_number']}"
    for number, full in example["full"][one["marks_of"]].items():
        yield ("items", rows[number], "full_marks"), Decimal(full)
        if number in one["marks"]:
            yield ("items", rows[number], column), Decimal(one["marks"][number])
    yield ("proposed_step",), one["step"]
    yield ("proposed_step_reason",), one.get("reason")
    yield ("next_supervisor_opinion",), one["opinion"]
    if "next_total" in one:
        yield ("next_supervisor_total",), Decimal(one["next_total"])
        yield ("next_supervisor_reason",), one["next_reason"]


def _rows(layout: Layout) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows that an item of the form has; the first one of the office's own."""
    seen: set[str] = set()
    for number, given in enumerate(layout.tables["items"].prefilled):
        if given["number"] not in seen:
            yield number, given
        seen.add(given["number"])


def _identity(
    example: Mapping[str, Any], one: Mapping[str, Any]
) -> Iterator[tuple[At, Value]]:
    """What a form that was handed out says of its person."""
    people = {person["employee_id"]: person for person in example["people"]}
    person, chief = people[one["person"]], example["office"]["chief"]
    for key in ("employee_id", "position", "position_type", "position_level"):
        yield (key,), person[key]
    yield ("name",), full_name(person)
    yield ("division",), person["division"]
    yield ("staff_group",), person["staff_group"]
    yield ("is_head",), YES if "is_head" in person else NO
    evaluator = people[person["evaluator_id"]]
    yield ("evaluator_id",), person["evaluator_id"]
    yield ("evaluator_name",), full_name(evaluator)
    yield ("evaluator_position",), evaluator["position"]
    above = person["next_supervisor_id"]
    named = chief["name"] if above == chief["id"] else full_name(people[above])
    yield ("next_supervisor_name",), named


def main(folder: Path) -> None:
    """Write every file of the example, and none that people.toml no longer names."""
    made = dict(files(folder))
    shutil.rmtree(folder / INBOX, ignore_errors=True)
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
