"""The example round, held to what its people.toml expects of it."""

import importlib.util
import json
import shutil
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from example_round import (
    PEOPLE,
    WORKBOOKS,
    after_corrections,
    before_corrections,
    by_regulation,
)
from perfeval.appraise.standing import Intake
from perfeval.forms.layout import Layout
from perfeval.grid import address
from perfeval.inbox import receive
from perfeval.opening import open_round
from perfeval.rounds.folder import RoundFolder
from shell import EXAMPLE, ROOT, Shell, inbox

Answer = dict[str, Any]
SCORE = ("total", "total_display", "band", "at_edge")


def _module(name: str) -> ModuleType:
    """A module of examples/, which is no package."""
    place = ROOT / "examples" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, place)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


described = _module("described")
builder = _module("build")


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def answer(sh: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """What `perfeval score` says of the committed inbox without its round."""
    monkeypatch.chdir(inbox(tmp_path).parent)
    told: Answer = json.loads(sh("score", "inbox", "--json").out)
    return told


def layout(workbook: Mapping[str, Any]) -> Layout:
    """Where the cells of one workbook of the example stand."""
    found: Layout = builder.layout_of(PEOPLE, described.described(PEOPLE, workbook))
    return found


def cells_of(at: str | None, workbook: Mapping[str, Any]) -> set[str | None]:
    """
    The cells that a finding may stand at.

    Of a path such as `indicators[2].level` and of a field one, of a table all its
    cells; no cell where no path is given.
    """
    if at is None:
        return {None}
    places = layout(workbook)
    if described.CELL.fullmatch(at):
        name, row, key = described.place(at)
        table = places.tables[name]
        return {address(table.first + row, table.span(key).first)}
    if at in places.fields:
        place = places.fields[at]
        return {address(place.row, place.input.first)}
    table = places.tables[at]
    rows = range(table.first, table.first + len(workbook[at]))
    columns = {table.span(column.key).first for column in table.table.columns}
    return {address(row, column) for row in rows for column in columns}


def expected_findings(*more: str) -> dict[tuple[str, str], set[str | None]]:
    """The cells at which each file of the first inbox may have each finding."""
    expected: dict[tuple[str, str], set[str | None]] = {}
    for file, one in WORKBOOKS.items():
        said = one.get("expected", {})
        for key in ("findings", *more):
            for fault in said.get(key, ()):
                place = cells_of(fault.get("at"), one)
                expected[f"inbox/{file}", fault["code"]] = place
        for copy in one.get("copies", ()):
            expected[f"inbox/{copy}", "PE302"] = cells_of("employee_id", one)
    for one in PEOPLE["left_over"]:
        expected[f"inbox/{one['file']}", one["code"]] = {None}
    return expected


def assert_found(
    told: Answer, expected: Mapping[tuple[str, str], set[str | None]]
) -> None:
    """Every fault is found at its cell, and nothing else."""
    found = {(one["file"], one["code"]): one["cell"] for one in told["findings"]}
    assert len(found) == len(told["findings"])
    assert set(expected) == set(found)
    for place, cell in found.items():
        assert cell in expected[place], place


# ----------------------------------------------------------------------- files


def test_the_folders_hold_the_files_of_people_toml_and_no_other() -> None:
    late = {f for f, one in WORKBOOKS.items() if one.get("arrives") == "corrected"}
    sent_again = {
        file for file, one in WORKBOOKS.items() if "cells" in one.get("corrected", ())
    }
    expected = {
        "inbox": WORKBOOKS.keys() - late
        | {copy for one in WORKBOOKS.values() for copy in one.get("copies", ())}
        | {one["file"] for one in PEOPLE["left_over"]},
        "agreements": {file for file, one in WORKBOOKS.items() if "agreed" in one},
        "corrected": late | sent_again,
    }

    for folder, files in expected.items():
        there = (one for one in (EXAMPLE / folder).rglob("*") if one.is_file())
        names = {one.relative_to(EXAMPLE / folder).as_posix() for one in there}
        assert names == files, folder


def test_the_committed_files_are_a_fresh_build(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE / "people.toml", tmp_path)
    for name, content in builder.files(tmp_path):
        fresh = tmp_path / "fresh.xlsx"
        fresh.write_bytes(content)

        same = _parts(fresh) == _parts(EXAMPLE / name)
        assert same, f"{name} differs: run make examples"


def _parts(path: Path) -> dict[str, bytes]:
    if not zipfile.is_zipfile(path):
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_example_stays_small() -> None:
    sizes = [one.stat().st_size for one in EXAMPLE.rglob("*") if one.is_file()]

    assert sum(sizes) < 2_000_000


# ------------------------------------------------------ workbooks without a round


def test_every_total_and_band_is_the_one_reckoned_by_hand(answer: Answer) -> None:
    expected = {
        f"inbox/{file}": {key: one["expected"][key] for key in SCORE}
        for file, one in WORKBOOKS.items()
        if "total" in one.get("expected", ())
    }

    assert expected == {
        one["source"]["file"]: {key: one[key] for key in SCORE}
        for one in answer["results"]
    }


def test_every_fault_is_found_at_its_cell_and_nothing_else(answer: Answer) -> None:
    assert_found(answer, expected_findings())


# ------------------------------------------------------------------- the round


def test_the_round_is_sound_and_has_forty_people_under_two_regulations(
    tmp_path: Path,
) -> None:
    opened = open_round(RoundFolder(before_corrections(tmp_path)))

    assert opened.told == ()
    assert len(opened.roster.people) == len(PEOPLE["people"]) == 42
    assert {loaded.regulation.id for loaded in opened.regulations.values()} == {
        one["regulation"] for one in PEOPLE["standings"]
    }


def test_in_the_round_a_form_is_held_against_the_roster_as_well(
    sh: Shell, tmp_path: Path
) -> None:
    folder = before_corrections(tmp_path)

    told = json.loads(sh("check", "--round", folder, "--json").out)

    assert_found(told, expected_findings("in_the_round"))


def test_before_the_corrections_everybody_and_every_file_is_accounted_for(
    tmp_path: Path,
) -> None:
    intake = receive(open_round(RoundFolder(before_corrections(tmp_path))))
    expected = PEOPLE["states"]["first"]
    agreed = {"TC-0107"}  # held only where the agreement is recorded

    assert _of(intake, "held") == [one for one in expected["held"] if one not in agreed]
    assert _of(intake, "missing") == expected["missing"]
    assert _of(intake, "excluded") == expected["excluded"]
    counts = intake.counts()
    assert counts["people"] == expected["people"] | {"ranked": 29, "held": 7}
    assert counts["files"] == expected["files"] | {"accepted": 30, "held": 8}


def test_after_the_corrections_only_one_form_is_missing(tmp_path: Path) -> None:
    intake = receive(open_round(RoundFolder(after_corrections(tmp_path))))
    expected = PEOPLE["states"]["last"]

    assert intake.counts() == {"people": expected["people"], "files": expected["files"]}
    for state in ("held", "missing", "excluded"):
        assert _of(intake, state) == expected[state]
    reasons = {one.person.employee_id: one.reason.th for one in intake.people}
    for who, words in PEOPLE["reasons"].items():
        assert words in reasons[who]


def _of(intake: Intake, state: str) -> list[str]:
    return [one.person.employee_id for one in intake.people if one.state == state]


def test_every_correction_gives_the_total_reckoned_by_hand(
    sh: Shell, tmp_path: Path
) -> None:
    folder = after_corrections(tmp_path)
    expected = {
        f"inbox/{file}": {key: one["corrected"][key] for key in SCORE}
        for file, one in WORKBOOKS.items()
        if "corrected" in one
    }

    told = json.loads(sh("score", "--round", folder, "--json").out)
    results = {one["source"]["file"]: one for one in told["results"]}

    assert told["ok"]
    assert expected == {
        file: {key: results[file][key] for key in SCORE} for file in expected
    }


def test_ranks_are_those_sorted_by_hand(sh: Shell, tmp_path: Path) -> None:
    folder = after_corrections(tmp_path)

    told = json.loads(sh("rank", "--round", folder, "--json").out)

    assert by_regulation(told["results"]) == {
        one["regulation"]: [tuple(row) for row in one["order"]]
        for one in PEOPLE["standings"]
    }
    tied = {one["employee_id"] for one in told["results"] if one["tied"]}
    assert tied == {"TT-0502", "TT-0503"}


def test_a_tie_stands_at_the_top_of_its_division(sh: Shell, tmp_path: Path) -> None:
    folder = after_corrections(tmp_path)
    words = ("--division", "--only", "กองสาธารณสุขและสิ่งแวดล้อม", "--json")

    told = json.loads(sh("rank", "--round", folder, *words).out)

    assert by_regulation(told["results"])["tambon-official-2559"] == [
        (1, "TT-0503", "91.5"), (1, "TT-0502", "91.5"), (3, "TT-0501", "82.29")
    ]  # fmt: skip
