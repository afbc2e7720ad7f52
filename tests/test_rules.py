"""No rule is forgotten: list of ids, table, regulation files and commands agree."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from perfeval.cli.app import COMMANDS
from perfeval.regulations.load import shipped

ROOT = Path(__file__).parent.parent
IDS = (ROOT / "tests/rules.txt").read_text("ascii").split()
GROUPS = {"regulations check", "regulations copy"}
OPTION = "--"
NAMES_OF_AN_ITEM = ("key", "number", "kind")


class Row(NamedTuple):
    """A line of the table."""

    id: str
    regulation: str
    keys: tuple[str, ...]
    by: str


def rows() -> list[Row]:
    """Every line of docs/rules.md, with the regulation of its section."""
    found, regulation = [], ""
    for line in (ROOT / "docs/rules.md").read_text("utf-8").splitlines():
        if line.startswith("## "):
            regulation = re.findall(r"`([^`]+)`", line)[0]
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"R\d-\d\d", cells[0]):
            rule, _, data, by = cells
            found.append(Row(rule, regulation, tuple(_quoted(data)), by))
    return found


def without_id(regulation: str) -> list[str]:
    """The keys that a section names before its table."""
    text = (ROOT / "docs/rules.md").read_text("utf-8")
    section = text.split(f"`{regulation}`\n", 1)[1].split("| id |", 1)[0]
    return _quoted(section.partition("Without an id")[2])


def _quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def _file(regulation: str) -> dict[str, Any]:
    text = (ROOT / f"src/perfeval/regulations/{regulation}.toml").read_text("utf-8")
    return tomllib.loads(text)


def _name(item: dict[str, Any], place: int) -> str:
    return next((str(item[k]) for k in NAMES_OF_AN_ITEM if k in item), str(place))


def _inner(value: Any) -> Iterator[tuple[str, Any]]:
    """The parts of a table or a list of tables, each with its name."""
    if isinstance(value, dict):
        yield from value.items()
    if isinstance(value, list):
        for place, item in enumerate(value):
            if isinstance(item, dict):
                yield _name(item, place), item


def _paths(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    for name, inner in _inner(value):
        here = f"{path}.{name}" if path else name
        yield here, inner
        yield from _paths(inner, here)


def _sourced(regulation: str) -> set[str]:
    """The rulings of a file that come from its source."""
    return {
        path
        for path, value in _paths(_file(regulation))
        if isinstance(value, dict)
        and "clause" in value
        and value.get("basis", "source") == "source"
    }


def _covers(key: str, ruling: str) -> bool:
    return f"{ruling}.".startswith(f"{key}.") or f"{key}.".startswith(f"{ruling}.")


def test_the_table_holds_every_rule_once_in_order():
    assert len(IDS) == 103
    assert [row.id for row in rows()] == IDS


def test_every_shipped_regulation_has_its_section():
    assert {row.regulation for row in rows()} == set(shipped())


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_every_key_of_a_row_stands_in_its_regulation(row):
    there = {path for path, _ in _paths(_file(row.regulation))}

    assert row.keys
    assert [key for key in row.keys if key not in there] == []


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_every_command_of_a_row_is_there(row):
    named = [word for word in _quoted(row.by) if not word.startswith(OPTION)]

    assert row.by
    assert [word for word in named if word not in {*COMMANDS, *GROUPS}] == []


@pytest.mark.parametrize("regulation", shipped())
def test_every_ruling_of_a_source_belongs_to_a_rule(regulation):
    keys = [key for row in rows() if row.regulation == regulation for key in row.keys]
    keys += without_id(regulation)
    forgotten = {
        ruling
        for ruling in _sourced(regulation)
        if not any(_covers(key, ruling) for key in keys)
    }

    assert forgotten == set()
