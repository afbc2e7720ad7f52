"""The example round of the criteria of 2545 is what its people.toml says."""

import importlib.util
import json
import shutil
import sys
import tomllib
import zipfile
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest

from filled import place_of_item
from handed import cell_of, form_in
from perfeval.appraise.figures import exact_text
from perfeval.batch import Known, run
from perfeval.cli.exits import Exit
from shell import ROOT, Shell

FOLDER = ROOT / "examples" / "municipal-2545-2568-1"
SAID = tomllib.loads((FOLDER / "people.toml").read_text(encoding="utf-8"))


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the round, to work in."""
    place = tmp_path / "รอบ"
    shutil.copytree(FOLDER, place)
    (place / "people.toml").unlink()
    return place


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    """The module that writes the example, which is no package."""
    sys.path.insert(0, str(ROOT / "examples"))
    place = ROOT / "examples" / "marked.py"
    spec = importlib.util.spec_from_file_location("marked_example", place)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def parts(content: bytes) -> dict[str, bytes]:
    """What a workbook holds."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_files_are_those_of_a_fresh_build(builder):
    made = dict(builder.files(FOLDER))
    kept = {
        path.relative_to(FOLDER).as_posix(): path.read_bytes()
        for path in FOLDER.rglob("*")
        if path.is_file() and path.name != "people.toml"
    }

    assert set(made) == set(kept)
    for name, fresh in made.items():
        same = fresh == kept[name] if name.endswith(".toml") else None
        assert same or parts(fresh) == parts(kept[name]), f"{name}: run make examples"


@pytest.mark.parametrize("one", SAID["workbooks"], ids=lambda one: one["person"])
def test_a_workbook_comes_to_what_was_reckoned_by_hand(one):
    path = FOLDER / "inbox" / one["file"]
    (appraisal,) = run([path], Known()).appraisals
    told = [(found.code, found.cell) for found in appraisal.findings]
    form = form_in(path)
    assert told == [
        (code, cell_of(form, ("items", place_of_item(number), "marks_1")))
        for code, number in one.get("told", ())
    ]
    if "total" in one:
        assert appraisal.result is not None
        assert exact_text(appraisal.result.total) == one["total"]
        assert appraisal.result.band.key == one["band"]


def test_the_round_comes_to_its_standings_and_states(sh, folder):
    ranks = json.loads(sh("rank", "--round", folder, "--json").out)["results"]
    assert [
        {key: one[key] for key in ("rank", "total", "band")}
        | {"person": one["employee_id"]}
        for one in ranks
    ] == SAID["standings"]
    states: dict[str, list[str]] = {}
    for one in json.loads(sh("status", "--round", folder, "--json").out)["results"]:
        states.setdefault(one["state"], []).append(one["employee_id"])
    assert states == SAID["states"]


def test_the_batch_runs_on_the_round_and_again_without_a_change(sh, folder):
    assert sh("close", "--round", folder).code == Exit.FINDINGS  # M-103 is held
    first = {path: path.read_bytes() for path in (folder / "out").rglob("*.xlsx")}
    assert sh("close", "--round", folder).code == Exit.FINDINGS

    assert len(first) >= 5
    assert first == {p: p.read_bytes() for p in (folder / "out").rglob("*.xlsx")}
