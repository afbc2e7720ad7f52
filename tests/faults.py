"""
A sound form with some cells typed over: how a row of a table of faults is tried.

A change is typed straight into the file of a sound form, so that a row costs
milliseconds and may hold what no writer writes: saved values, errors, formats.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as with_default
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from filled import TAMBON, At, layout, sound
from perfeval.appraise.outcome import Appraisal
from perfeval.batch import Known, Outcome, run
from perfeval.excel.blank import Sheet, build
from perfeval.findings import Finding
from perfeval.grid import address
from perfeval.regulations.load import Loaded

FORM = "xl/worksheets/sheet2.xml"  # behind the instructions
OWN_TOTAL = ("own_total",)  # the form's own figures, no inputs of it
OWN_BAND = ("own_band",)
# Behind the styles of the form.
FORMATS = {"percent": 0, "date": 1, "zeros": 2, "nothing": 3, "five": 4, "whole": 5}


@dataclass(frozen=True)
class Typed:
    """What stands in a cell, where a plain value cannot say it."""

    raw: str = ""
    kind: str = "n"  # n number, e error, str text of a formula
    formula: str | None = None
    format: str | None = None  # a key of FORMATS


def percent(raw: str) -> Typed:
    """A number that the cell shows as percent: 0.15 is shown as 15%."""
    return Typed(raw, format="percent")


def dated(serial: int) -> Typed:
    """A number that the cell shows as a date."""
    return Typed(str(serial), format="date")


def zeros(raw: str) -> Typed:
    """A number that the cell shows with five digits: 900 is shown as 00900."""
    return Typed(raw, format="zeros")


def shown_as(format: str, raw: str) -> Typed:
    """A number that the cell shows as `nothing`, as `five`, or as a `whole` one."""
    return Typed(raw, format=format)


def formula(text: str, saved: str = "", kind: str = "n") -> Typed:
    """A formula, with the value that was saved for it."""
    return Typed(saved, kind, text)


N_A = Typed("#N/A", "e")
Value = str | int | bool | Decimal | Typed | None


@dataclass(frozen=True)
class Row:
    """
    One change of a sound form.

    told: code and places of each finding, in order; none is a lawful form.
    total: points that a lawful form comes to, worked out by hand.
    """

    rule: str
    changes: Mapping[At, Value]
    told: tuple[tuple[object, ...], ...] = ()
    regulation: str = TAMBON
    total: str | None = None
    own: Loaded | None = None
    raw: Mapping[str, str] = with_default(default_factory=dict)  # in the XML

    def __str__(self) -> str:
        return self.rule

    @property
    def expected(self) -> list[tuple[str, tuple[str, ...]]]:
        """The findings as code and cells."""
        return [
            (str(code), tuple(place_of(at, self.regulation) for at in places))
            for code, *places in self.told
        ]


@cache
def _layout(regulation: str):
    return layout(regulation)


@cache
def place_of(at: At, regulation: str = TAMBON) -> str:
    """The A1 address of a path in the sound form."""
    places = _layout(regulation)
    if at in (OWN_TOTAL, OWN_BAND):
        return named(f"pe_{at[0]}", regulation)
    if len(at) == 1:
        place = places.fields[str(at[0])]
        return address(place.row, place.input.first)
    table, row, key = at
    found = places.tables[str(table)]
    return address(found.first + int(row), found.span(str(key)).first)


@cache
def label_of(at: At, regulation: str = TAMBON) -> str:
    """The A1 address of the label of a field, or of a heading: (table, column)."""
    places = _layout(regulation)
    if len(at) == 1:
        field_place = places.fields[str(at[0])]
        return address(field_place.row, field_place.label.first)
    table = places.tables[str(at[0])]
    return address(table.heading, table.span(str(at[1])).first)


def named(name: str, regulation: str = TAMBON) -> str:
    """The A1 address of the cell that a defined name of the form means."""
    book = sound_parts(regulation)["xl/workbook.xml"].decode()
    found = re.search(rf'name="{name}"[^>]*>[^<$]*[$]([A-Z]+)[$]([0-9]+)<', book)
    assert found, name
    return found[1] + found[2]


def moved(cell: str, *, rows: int = 0, columns: int = 0) -> str:
    """An address so many rows down and columns to the right; A to Z."""
    return f"{chr(ord(cell[0]) + columns)}{int(cell[1:]) + rows}"


@cache
def sound_parts(regulation: str) -> Mapping[str, bytes]:
    places = _layout(regulation)
    content = build((Sheet(places, places.form.sheet, sound(regulation)),))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    styles = parts["xl/styles.xml"].decode()
    formats = (9, 14, 200, 201, 202, 1)
    added = "".join(f'<xf numFmtId="{n}" applyNumberFormat="1"/>' for n in formats)
    styles = styles.replace("</cellXfs>", f"{added}</cellXfs>")
    codes = {200: "00000", 201: ";;;", 202: "&quot;5&quot;"}
    own = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{code}"/>'
        for number, code in codes.items()
    )
    parts["xl/styles.xml"] = styles.replace("</numFmts>", f"{own}</numFmts>").encode()
    return parts


def content_of(
    changes: Mapping[At, Value],
    regulation: str = TAMBON,
    raw: Mapping[str, str] | None = None,
) -> bytes:
    """The file of a sound form with some cells typed over."""
    parts = dict(sound_parts(regulation))
    sheet = parts[FORM].decode()
    for at, value in changes.items():
        sheet = typed_over(sheet, place_of(at, regulation), value)
    for old, new in (raw or {}).items():
        assert old in sheet, old
        sheet = sheet.replace(old, new)
    return packed({**parts, FORM: sheet.encode()})


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return stream.getvalue()


@cache
def _own_styles() -> int:
    """How many cell formats the form has; those of FORMATS stand behind them."""
    styles = sound_parts(TAMBON)["xl/styles.xml"].decode()
    found = re.search('<cellXfs count="([0-9]+)">', styles)
    assert found
    return int(found[1])


def typed_over(sheet: str, cell: str, value: Value) -> str:
    """The XML of a sheet with another value in one cell."""
    pattern = rf'<c r="{cell}"( s="[0-9]+")?[^>]*?(?:/>|>.*?</c>)'
    found = re.search(pattern, sheet)
    assert found, cell
    style = found[1] or ""
    if isinstance(value, Typed) and value.format:
        style = f' s="{_own_styles() + FORMATS[value.format]}"'
    written = f'<c r="{cell}"{style}{_inside(value)}'
    return sheet[: found.start()] + written + sheet[found.end() :]


def _inside(value: Value) -> str:
    if value is None:
        return "/>"
    if isinstance(value, str):
        words = f'<t xml:space="preserve">{escape(value)}</t>'
        return f' t="inlineStr"><is>{words}</is></c>'
    if isinstance(value, bool):
        return f' t="b"><v>{int(value)}</v></c>'
    if not isinstance(value, Typed):
        return f"><v>{value}</v></c>"
    inside = f"<f>{escape(value.formula)}</f>" if value.formula is not None else ""
    inside += f"<v>{escape(value.raw)}</v>" if value.raw else ""
    return f' t="{value.kind}">{inside}</c>'


_outcomes: dict[str, Outcome] = {}  # by the rule of a row, each worked out once


def outcome_of(row: Row) -> Outcome:
    """What the form of a row comes to."""
    if row.rule not in _outcomes:
        with TemporaryDirectory() as folder:
            path = Path(folder, "form.xlsx")
            path.write_bytes(content_of(row.changes, row.regulation, row.raw))
            _outcomes[row.rule] = run([path], Known([row.own] if row.own else []))
    return _outcomes[row.rule]


def appraisal_of(row: Row) -> Appraisal:
    """What became of the form of a row."""
    (appraisal,) = outcome_of(row).appraisals
    return appraisal


def findings_of(row: Row) -> tuple[Finding, ...]:
    """What was told of the form of a row."""
    return outcome_of(row).findings


def _at(table: str, row: int, key: str) -> At:
    return (table, row, key)


def i(row: int, key: str) -> At:
    """A cell of the indicators."""
    return _at("indicators", row, key)


def c(row: int, key: str) -> At:
    """A cell of the competencies."""
    return _at("competencies", row, key)


def field(key: str) -> At:
    """A single field."""
    return (key,)


LEVEL = i(0, "level")
WEIGHT = i(0, "weight")
WEIGHTS = tuple(i(row, "weight") for row in range(3))
ACTUAL = i(0, "actual")
TARGETS = tuple(i(0, f"target_{number}") for number in range(1, 6))
RATED = 8  # competencies of the local form
