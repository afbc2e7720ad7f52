"""The example round, held to what its people.toml expects of it."""

import importlib.util
import json
import re
import shutil
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from perfeval.cli.exits import Exit
from perfeval.forms.layout import For, Layout, lay_out
from perfeval.forms.load import load as load_form
from perfeval.grid import address
from perfeval.regulations.load import load as load_regulation
from shell import EXAMPLE, ROOT, Shell

PEOPLE = tomllib.loads((EXAMPLE / "people.toml").read_text(encoding="utf-8"))
WORKBOOKS = {one["file"]: one for one in PEOPLE["workbooks"]}
TABLES = ("indicators", "competencies", "changes", "follow_ups", "development")
CELL = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")  # indicators[2].level
Answer = dict[str, Any]


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    """examples/build.py."""
    spec = importlib.util.spec_from_file_location("b", ROOT / "examples" / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def answer(sh: Shell, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """What `perfeval score` says of the committed inbox."""
    monkeypatch.chdir(EXAMPLE)
    told: Answer = json.loads(sh("score", "inbox", "--json").out)
    return told


def layout(workbook: Mapping[str, Any]) -> Layout:
    """Where the cells of one workbook of the example stand."""
    regulation = load_regulation(PEOPLE["office"]["regulation"]).regulation
    whom = For(
        position_type=workbook["fields"]["position_type"],
        position_level=workbook["fields"]["position_level"],
        rows={table: len(workbook.get(table, ())) for table in TABLES},
    )
    return lay_out(load_form(regulation.form), regulation, whom)


def cells_of(at: str, workbook: Mapping[str, Any]) -> set[str]:
    """The cell of a path such as `indicators[2].level`; of a table, all its cells."""
    tables = layout(workbook).tables
    if found := CELL.fullmatch(at):
        table, row, key = tables[found[1]], int(found[2]), found[3]
        return {address(table.first + row, table.span(key).first)}
    table = tables[at]
    rows = range(table.first, table.first + len(workbook[at]))
    columns = {table.span(column.key).first for column in table.table.columns}
    return {address(row, column) for row in rows for column in columns}


def test_the_inbox_holds_the_workbooks_of_people_toml_and_no_other() -> None:
    there = (EXAMPLE / "inbox").rglob("*.xlsx")

    assert set(WORKBOOKS) == {
        one.relative_to(EXAMPLE / "inbox").as_posix() for one in there
    }


def test_every_total_and_band_is_the_one_reckoned_by_hand(answer: Answer) -> None:
    keys = ("total", "total_display", "band", "at_edge")
    expected = {
        f"inbox/{file}": {key: one["expected"][key] for key in keys}
        for file, one in WORKBOOKS.items()
        if "total" in one["expected"]
    }

    assert expected == {
        one["source"]["file"]: {key: one[key] for key in keys}
        for one in answer["results"]
    }


def test_every_fault_is_found_at_its_cell_and_nothing_else(answer: Answer) -> None:
    expected = {
        (f"inbox/{file}", fault["code"]): cells_of(fault["at"], one)
        for file, one in WORKBOOKS.items()
        for fault in one["expected"]["findings"]
    }
    found = {(one["file"], one["code"]): one["cell"] for one in answer["findings"]}

    assert len(found) == len(answer["findings"])
    assert set(expected) == set(found)
    for place, cell in found.items():
        assert cell in expected[place], place


def test_the_committed_workbooks_are_a_fresh_build(
    builder: ModuleType, tmp_path: Path
) -> None:
    shutil.copy(EXAMPLE / "people.toml", tmp_path)
    for name, content in builder.workbooks(tmp_path):
        fresh = tmp_path / "fresh.xlsx"
        fresh.write_bytes(content)

        assert _parts(fresh) == _parts(EXAMPLE / "inbox" / name), (
            f"{name} differs: run make examples"
        )


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_demo_writes_and_scores_the_example(sh: Shell, tmp_path: Path) -> None:
    trial = tmp_path / "new" / "trial"

    ran = sh("demo", trial, "--json")
    answer = json.loads(ran.out)

    assert ran.code == 0
    assert answer["summary"]["files"] == len(WORKBOOKS)
    assert sorted(one.name for one in trial.iterdir()) == [
        "form.xlsx", "inbox", "scores.xlsx"
    ]  # fmt: skip
    written = {Path(one["path"]).name for one in answer["files"]}
    assert written == {"form.xlsx", "scores.xlsx"}


def test_the_demo_names_a_next_command_that_works(sh: Shell, tmp_path: Path) -> None:
    *_, last = sh("demo", tmp_path / "trial").out.splitlines()
    words = last.partition("perfeval ")[2].split()

    ran = sh(*words)

    assert ran.code == 0
    assert "TT-0102" in ran.out


def test_the_demo_leaves_a_folder_with_files_alone(sh: Shell, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()

    ran = sh("demo", tmp_path)

    assert ran.code == Exit.REFUSED
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]
