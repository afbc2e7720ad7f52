"""
Write the files of an example from its people.toml.

    python examples/build.py examples/tambon-2568-1

Everything in the example is invented. The workbooks are written as an evaluator
would leave them: values typed, live figures saved by the program.
"""

import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from described import TABLES, Described, agreement, corrected, described
from lists import attendance, roster, round_file

from perfeval.appraise.score import Result
from perfeval.batch import Known, run
from perfeval.excel import untouched
from perfeval.excel.blank import Sheet, build
from perfeval.excel.pen import Value
from perfeval.forms.layout import For, Layout, lay_out
from perfeval.forms.load import load as load_form
from perfeval.regulations.load import load as load_regulation
from perfeval.regulations.schema import Regulation

FOLDERS = ("inbox", "corrected", "agreements")
OWNER = b"\x0aPerfEval  " + b" " * 154  # what Excel writes into a ~$ file: 165 bytes
At = tuple[str | int, ...]
PERSON, ROUND = ("person",), ("round",)


def read(folder: Path) -> dict[str, Any]:
    """What people.toml says."""
    text = (folder / "people.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The path in the example's folder and the bytes of each of its files."""
    example = read(folder)
    yield "round.toml", round_file(example).encode()
    yield "roster.xlsx", roster(example)
    if "attendance" in example:
        yield "attendance.xlsx", attendance(example)
    for one in example.get("left_over", ()):
        yield f"inbox/{one['file']}", OWNER
    yield from workbooks(example)


def workbooks(example: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Every workbook: what comes first, what is agreed, what is corrected."""
    for one in example["workbooks"]:
        form = described(example, one)
        name = one["file"]
        if one.get("arrives") == "corrected":
            yield f"corrected/{name}", workbook(example, form)
            continue
        content = workbook(example, form)
        for path in (name, *one.get("copies", ())):
            yield f"inbox/{path}", content
        if "agreed" in one:
            agreed = agreement(form, one["agreed"])
            yield f"agreements/{name}", workbook(example, agreed)
        if "cells" in one.get("corrected", ()):
            again = corrected(form, one["corrected"]["cells"])
            yield f"corrected/{name}", workbook(example, again)


def workbook(example: Mapping[str, Any], form: Described) -> bytes:
    """The bytes of one form, with the figures that its formulas would have saved."""
    layout = layout_of(example, form)
    known = dict(_values(example["office"], form))
    blank = untouched.figures(layout, known)
    if form.is_agreement:
        return build((Sheet(layout, layout.form.sheet, known, blank),))
    unsaved = Sheet(layout, layout.form.sheet, known)
    with tempfile.TemporaryDirectory() as name:
        trial = Path(name, "trial.xlsx")
        trial.write_bytes(build((unsaved,)))
        results = [one.result for one in run([trial], Known()).appraisals]
    saved: dict[At, Value] = dict.fromkeys(blank, "")
    saved |= {path: blank[path] for path in (PERSON, ROUND)}
    if results and results[0]:
        saved |= dict(_saved(results[0], layout))
    return build((Sheet(layout, layout.form.sheet, known, saved),))


def layout_of(example: Mapping[str, Any], form: Described) -> Layout:
    """Where the cells of a form stand."""
    regulation = regulation_of(example, form)
    fields = form.fields
    groups = {group.label: group.key for group in regulation.staff_groups}
    whom = For(
        staff_group=groups[fields["staff_group"]],
        position_type=fields.get("position_type"),
        position_level=fields.get("position_level"),
        rows={table: len(form.tables.get(table, ())) for table in TABLES},
    )
    return lay_out(load_form(regulation.form), regulation, whom)


def regulation_of(example: Mapping[str, Any], form: Described) -> Regulation:
    """The regulation of the staff group that stands on a form."""
    office = example["office"]
    keys = ("regulation", "contract_regulation")
    laws = [load_regulation(office[key]).regulation for key in keys if key in office]
    label = form.fields["staff_group"]
    return next(
        law for law in laws if label in [group.label for group in law.staff_groups]
    )


def _values(office: Mapping[str, Any], form: Described) -> Iterator[tuple[At, Value]]:
    for key in ("organisation", "fiscal_year", "round_number"):
        yield (key,), str(office[key])
    for key, value in form.fields.items():
        yield (key,), _typed(value)
    for table in TABLES:
        for row, values in enumerate(form.tables.get(table, ())):
            for key, value in values.items():
                yield (table, row, key), _typed(value)


def _typed(value: Any) -> Value:
    return Decimal(value) if isinstance(value, int) else value


def _saved(result: Result, layout: Layout) -> Iterator[tuple[At, Value]]:
    """What the form's own formulas would have saved."""
    yield ("missing",), Decimal(0)
    yield ("total",), _decimal(result.total)
    yield ("band",), result.band.label
    yield ("status",), f"{result.band.label} {_shown(_decimal(result.total))}"
    for part in result.parts:
        key = part.component.key
        yield (key, "share"), _decimal(part.weight)
        yield (key, "weighted"), _decimal(part.weighted)
        table = next(
            t.table.key for t in layout.tables.values() if t.table.component == key
        )
        yield (table, "points"), _decimal(part.points)
        if part.lines and part.lines[0].weight_cell:
            yield (table, "weight"), Decimal(100)
            yield (table, "verdict"), "น้ำหนักครบ 100"
        for row, line in enumerate(part.lines):
            yield (table, row, "points"), _decimal(line.points)


def _shown(total: Decimal) -> str:
    """Two places, and as many more as the form's own format shows."""
    whole, _, places = f"{total:.8f}".partition(".")
    return f"{whole}.{places.rstrip('0').ljust(2, '0')}"


def _decimal(figure: Any) -> Decimal:
    return Decimal(figure.numerator) / Decimal(figure.denominator)


def main(folder: Path) -> None:
    """Write every file of an example, and none that people.toml no longer names."""
    made = dict(files(folder))
    for name in FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
