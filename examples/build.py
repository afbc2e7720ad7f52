"""
Fill in the example's workbooks from its people.toml.

    python examples/build.py examples/tambon-2568-1

Everything in the example is invented. The workbooks are written as an evaluator
would leave them: values typed, live figures saved by the program.
"""

import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from perfeval.appraise.score import Result
from perfeval.batch import Known, run
from perfeval.excel import untouched
from perfeval.excel.blank import Sheet, build
from perfeval.excel.pen import Value
from perfeval.forms.layout import For, Layout, lay_out
from perfeval.forms.load import load as load_form
from perfeval.regulations.load import load as load_regulation

TABLES = ("indicators", "competencies", "changes", "follow_ups", "development")
At = tuple[str | int, ...]
PERSON, ROUND = ("person",), ("round",)


def workbooks(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each workbook of an example."""
    people = tomllib.loads(
        (folder / "people.toml").read_text("utf-8"), parse_float=Decimal
    )
    for workbook in people["workbooks"]:
        yield workbook["file"], _workbook(people["office"], workbook)


def _workbook(office: Mapping[str, Any], filled: Mapping[str, Any]) -> bytes:
    regulation = load_regulation(office["regulation"]).regulation
    fields = filled["fields"]
    whom = For(
        position_type=fields.get("position_type"),
        position_level=fields.get("position_level"),
        rows={table: len(filled.get(table, ())) for table in TABLES},
    )
    layout = lay_out(load_form(regulation.form), regulation, whom)
    known = dict(_values(office, filled))
    unsaved = Sheet(layout, layout.form.sheet, known)
    with tempfile.TemporaryDirectory() as name:
        trial = Path(name, "trial.xlsx")
        trial.write_bytes(build((unsaved,)))
        results = [one.result for one in run([trial], Known()).appraisals]
    blank = untouched.figures(layout, known)
    saved: dict[At, Value] = dict.fromkeys(blank, "")
    saved |= {path: blank[path] for path in (PERSON, ROUND)}
    if results and results[0]:
        saved |= dict(_saved(results[0], layout))
    return build((Sheet(layout, layout.form.sheet, known, saved),))


def _values(
    office: Mapping[str, Any], filled: Mapping[str, Any]
) -> Iterator[tuple[At, Value]]:
    for key in ("organisation", "fiscal_year", "round_number"):
        yield (key,), str(office[key])
    for key, value in filled["fields"].items():
        yield (key,), _typed(value)
    for table in TABLES:
        for row, values in enumerate(filled.get(table, ())):
            for key, value in values.items():
                if key == "targets":
                    for level, target in enumerate(value, 1):
                        yield (table, row, f"target_{level}"), _typed(target)
                else:
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
    """Write every workbook of an example into its inbox."""
    for name, content in workbooks(folder):
        path = folder / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
