"""The small example rounds of one regulation each, held to what people.toml expects."""

import json
import shutil
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pay_round import decide, type_in
from perfeval.cli.exits import Exit
from perfeval.grid import address
from shell import ROOT, Shell
from test_examples import _parts as parts
from test_examples import builder, described

EXAMPLES = ROOT / "examples"
MUNICIPAL, CIVIL = "municipal-official-2558-2568-1", "civil-service-2552-2560-2"
TAMBON, CONTRACT = "tambon-official-2559-2568-1", "tambon-contract-2560-2568-1"
SAID = {
    name: tomllib.loads(
        (EXAMPLES / name / "people.toml").read_text("utf-8"), parse_float=Decimal
    )
    for name in (MUNICIPAL, CIVIL, TAMBON, CONTRACT)
}


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture(params=SAID)
def name(request: pytest.FixtureRequest) -> str:
    """The folder of one example."""
    return str(request.param)


def copied(name: str, tmp_path: Path) -> Path:
    """A copy of a round, to work in."""
    place = tmp_path / "รอบ"
    shutil.copytree(EXAMPLES / name, place)
    (place / "people.toml").unlink()
    return place


def told(sh: Shell, *words: object) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(sh(*map(str, words), "--json").out)
    return answer


def test_every_shipped_regulation_has_an_example() -> None:
    used = set()
    for path in EXAMPLES.glob("*/round.toml"):
        used |= {*tomllib.loads(path.read_text("utf-8"))["regulations"].values()}

    shipped = ROOT / "src" / "perfeval" / "regulations"
    assert used == {path.stem for path in shipped.glob("*.toml")}


def test_the_files_are_those_of_a_fresh_build(name: str, tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / name / "people.toml", tmp_path)
    made = dict(builder.files(tmp_path))
    kept = {
        path.relative_to(EXAMPLES / name).as_posix()
        for path in (EXAMPLES / name).rglob("*")
        if path.is_file() and path.name != "people.toml"
    }

    assert kept == set(made)
    for file, content in made.items():
        fresh = tmp_path / "fresh"
        fresh.write_bytes(content)
        same = parts(fresh) == parts(EXAMPLES / name / file)
        assert same, f"{file} differs: run make examples"


def test_totals_and_bands_are_those_reckoned_by_hand(
    sh: Shell, name: str, tmp_path: Path
) -> None:
    answer = told(sh, "score", "--round", copied(name, tmp_path))

    assert {
        one["employee_id"]: (one["total"], one["band"]) for one in answer["results"]
    } == {
        one["person"]: (one["total"], one["band"])
        for one in SAID[name]["workbooks"]
        if "total" in one
    }


def test_the_faulty_workbook_is_told_at_its_cell_and_nothing_else(
    sh: Shell, name: str, tmp_path: Path
) -> None:
    answer = told(sh, "check", "--round", copied(name, tmp_path))
    (faulty,) = (one for one in SAID[name]["workbooks"] if "told" in one)
    form = described.described(SAID[name], faulty)
    table, row, key = described.place(faulty["told"]["at"])
    place = builder.layout_of(SAID[name], form).tables[table]
    cell = address(place.first + row, place.span(key).first)

    (found,) = answer["findings"]
    assert (found["file"], found["code"], found["cell"]) == (
        f"inbox/{faulty['file']}", faulty["told"]["code"], cell,
    )  # fmt: skip


def test_ranks_and_states_are_those_of_the_file(
    sh: Shell, name: str, tmp_path: Path
) -> None:
    folder = copied(name, tmp_path)
    ranks = told(sh, "rank", "--round", folder)["results"]
    states: dict[str, list[str]] = {}
    for one in told(sh, "status", "--round", folder)["results"]:
        states.setdefault(one["state"], []).append(one["employee_id"])

    standings = [(one["rank"], one["person"]) for one in SAID[name]["standings"]]
    assert [(one["rank"], one["employee_id"]) for one in ranks] == standings
    assert states == SAID[name]["states"]


def test_a_second_batch_changes_no_byte(sh: Shell, name: str, tmp_path: Path) -> None:
    folder = copied(name, tmp_path)
    assert sh("close", "--round", folder).code == Exit.FINDINGS  # one form is held
    first = {path: path.read_bytes() for path in (folder / "out").rglob("*.xlsx")}
    assert sh("close", "--round", folder).code == Exit.FINDINGS

    assert len(first) >= 5
    assert first == {p: p.read_bytes() for p in (folder / "out").rglob("*.xlsx")}


def test_the_raises_are_those_reckoned_by_hand(sh: Shell, tmp_path: Path) -> None:
    folder, said = copied(CIVIL, tmp_path), SAID[CIVIL]["raises"]
    (faulty,) = (one["file"] for one in SAID[CIVIL]["workbooks"] if "told" in one)
    (folder / "inbox" / faulty).unlink()  # sent back
    decide(folder)
    sh("pay", "--round", folder)
    paper = folder / "out" / "pay-civil_servant.xlsx"
    filled = type_in(paper, said["percents"], folder / "filled.xlsx")
    answer = told(sh, "pay", filled, "--round", folder)
    raised = {one["employee_id"]: one for one in answer["results"]}

    amounts = {who: raised[who]["raise"] for who in said["percents"]}
    assert amounts == said["raises"]
    special = {who: raised[who]["special_pay_display"] for who in said["special_pay"]}
    assert {who: shown.replace(",", "") for who, shown in special.items()} == (
        said["special_pay"]
    )
    assert [one["state"] for who, one in raised.items() if who not in amounts] == [
        "no_result", "no_result",
    ]  # fmt: skip
    (whole,) = (
        one
        for one in answer["summary"]["pools"]
        if (one["division"], one["money_group"]) == (None, None)
    )
    assert (whole["pool"], whole["used"]) == (said["pool"], said["used"])
