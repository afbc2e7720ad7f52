"""One more province is one more data file: from the copy to a round, by commands."""

import json
import shlex
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from own_regulation import RATING
from perfeval.cli.exits import Exit
from perfeval.regulations.load import shipped
from round_folder import CLERK, HEAD, OFFICER, ROUND, round_folder
from shell import ROOT, Shell
from test_docs import steps
from whole_round import COMMITTEE, NAMES, OFFICE

TAMBON = "tambon-official-2559"
FILE = "province.toml"
DOCUMENT = ROOT / "docs" / "own-regulation.md"
FORM = "แบบประเมิน"
# What the invented announcement of the province says otherwise.
CHANGES = (
    ("weight = 70", "weight = 60"),
    ("weight = 30", "weight = 40"),
    ("at_least = 90\nat_most", "at_least = 92\nat_most"),
    ("below = 90", "below = 92"),
    ("at_least = 5\nat_most = 5", "at_least = 2\nat_most = 3"),
    ('    "การยึดมั่นในความถูกต้องและจริยธรรม",\n', ""),
    ('    "ความเข้าใจในองค์กรและระบบงาน",\n', ""),
    ('    "การทำงานเป็นทีม",\n', '    "การดูแลผู้สูงอายุ",\n'),
    ("at_least = 3\nat_most = 3", "at_least = 1\nat_most = 4"),
    ("[witnesses]\nat_least = 2", "[witnesses]\nat_least = 1"),
    (
        "starts = { month = 3, day = 31 }, ends = { month = 3, day = 31 }",
        "starts = { month = 3, day = 20 }, ends = { month = 3, day = 25 }",
    ),
)
CHANGED = [
    ("changed", "components.results"),
    ("changed", "components.behaviour"),
    ("changed", "competencies.core"),
    ("changed", "competencies.core.titles"),
    ("changed", "competencies.functional"),
    ("changed", "bands.outstanding"),
    ("changed", "bands.very_good"),
    ("changed", "witnesses"),
    ("changed", "steps.evaluation.times.1"),
]


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A round under the regulation of the province, which is not there yet."""
    text = ROUND.replace(TAMBON, FILE) + COMMITTEE
    made = round_folder(tmp_path / "round", (CLERK, HEAD, OFFICER), text=text)
    monkeypatch.chdir(made)
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    return made


def changed(path: Path) -> None:
    """The changes of the announcement, typed into the copy."""
    text = path.read_text("utf-8")
    for before, after in CHANGES:
        assert text.count(before) >= 1, before
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")


def fill(sh: Shell, path: Path, whom: Mapping, levels: tuple[str, str]) -> None:
    """A blank form filled through the cells that `inspect` names; openpyxl saves it."""
    answer = json.loads(sh("inspect", path, "--regulation", FILE, "--json").out)
    (one,) = answer["results"]
    fields, tables = one["fields"], one["tables"]
    results, behaviour = levels
    said = {
        "organisation": OFFICE,
        "fiscal_year": "2568",
        "round_number": "1",
        "name": whom["prefix"] + whom["name"],
        "evaluator_name": NAMES.get(whom["evaluator_id"], "นางหัวหน้า คลังดี"),
        "staff_group": "พนักงานส่วนตำบล",
    }
    said |= {
        key: whom[key]
        for key in (
            *("employee_id", "position", "position_type", "position_level"),
            *("division", "evaluator_id"),
        )
    }
    cells = {fields[key]["cell"]: value for key, value in said.items()}
    row = tables["indicators"][0]
    cells[row["title"]["cell"]] = "ตัวชี้วัดเดียว"
    cells[row["weight"]["cell"]] = 100
    cells[row["level"]["cell"]] = float(results)
    for place, row in enumerate(tables["competencies"][:4]):
        if row["title"]["value"] is None:
            cells[row["title"]["cell"]] = f"สมรรถนะประจำสายงาน {place}"
        cells[row["level"]["cell"]] = float(behaviour)
    book = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book[FORM][cell] = value
    book.save(path)


def test_the_regulation_of_one_more_province_needs_a_data_file_and_nothing_else(
    sh: Shell, folder: Path
) -> None:
    assert sh("regulations", "copy", TAMBON, FILE).code == Exit.DONE
    changed(folder / FILE)
    assert sh("regulations", "check", FILE).code == Exit.DONE
    told = json.loads(sh("regulations", "diff", TAMBON, FILE, "--json").out)
    found = [(one["change"], one["ruling"]) for one in told["results"]]
    assert found == CHANGED

    # results x 60 % and behaviour x 40 %, by hand: level n is 20 n points
    people = ((CLERK, ("4.6", "4.6")), (HEAD, ("4.5", "4.5")), (OFFICER, ("3", "4")))
    for whom, levels in people:
        path = folder / "inbox" / f"{whom['employee_id']}.xlsx"
        kind, level = whom["position_type"], whom["position_level"]
        words = ("--position-type", kind, "--position-level", level)
        assert sh("form", FILE, "-o", path, *words).code == Exit.DONE
        fill(sh, path, whom, levels)

    checked = json.loads(sh("check", "--json").out)
    assert not [one for one in checked["findings"] if one["severity"] == "error"]
    scored = json.loads(sh("score", "--json").out)["results"]
    assert [(one["total"], one["band"]) for one in scored] == [
        ("92", "outstanding"),  # 92 x 60 % + 92 x 40 %, at the floor of the province
        ("90", "very_good"),  # outstanding under the shipped one
        ("68", "fair"),  # 60 x 60 % + 80 x 40 % = 36 + 32
    ]
    assert {one["regulation"] for one in scored} == {"province"}
    said = sh("explain", "1003").told
    assert "60 × 60 ÷ 100" in said
    assert "80 × 40 ÷ 100" in said
    ranked = json.loads(sh("rank", "--json").out)["results"]
    assert [(int(one["rank"]), one["employee_id"]) for one in ranked] == [
        (1, "1001"),
        (2, "1002"),
        (3, "1003"),
    ]
    for command in ("status", "calendar", "summary", "criteria --draft", "close"):
        ran = sh(*command.split())
        assert ran.code == Exit.DONE, (command, ran.told)
    assert "25 มีนาคม" in sh("regulations", "show", FILE).out


def test_the_walk_through_of_the_document_works_as_it_is_written(
    sh: Shell, folder: Path
) -> None:
    text = DOCUMENT.read_text("utf-8")
    own = "ours-2569.toml"
    lines = [step.line for step in steps(text)]
    for line in lines:
        program, *words = shlex.split(line)
        assert program == "perfeval"
        if words[0] == "score":
            fill_own(sh, folder, own)
        if words[:2] == ["regulations", "diff"]:
            assert "ไม่ต่างกัน" in sh(*words).out
            changed(folder / own)
            assert sh("regulations", "check", own).code == Exit.DONE
            assert "พยานอย่างน้อย" not in sh("regulations", "diff", own, own).out
            named = (folder / "round.toml").read_text("utf-8").replace(FILE, own)
            (folder / "round.toml").write_text(named, encoding="utf-8")
        ran = sh(*words)
        assert ran.code == Exit.DONE, (line, ran.told)
    assert len(lines) == len(set(lines))
    assert f'official = "{own}"' in text


# What an officer may get wrong: before, after, code, what the remedy says
MISTAKES = (
    ("weight = 70\n", "weight = 60%\n", "PE402", "weight = 60"),
    ("weight = 60%\n", "weight = 60%\n", "PE406", "100"),  # with the 30 below
    ('method = "rating"', 'method = "tabel"', "PE405", '"table"'),
    ("in_force = 2016-02-15", "in_force = 2569-10-01", "PE415", "2026"),
    ("dated = 2018-10-01", "dated = 2018-02-30", "PE487", "2018-02-28"),
    ("at_least = 80\nbelow = 90", "at_least = 80\nbelow = 89", "PE408", "90"),
    ("at_least = 60\n", "at_least = ๖๐\n", "PE486", "at_least = 60"),
    ("[witnesses]\nat_least", "[witnesses]\natleast", "PE403", "at_least"),
    ('announced_by = "นายก', "announced_by = “นายก", "PE402", '= "นายก'),
    ("day = 30 }\nbasis", "day = 31 }\nbasis", "PE425", "30"),
    ('form = "local-official"', 'form = "local-oficial"', "PE427", "local-official"),
    ('clause = "ข้อ ๓ (๔)"\n', "", "PE412", "clause ="),
)


def test_a_dozen_mistakes_are_told_in_one_pass_each_with_what_to_type(
    sh: Shell, folder: Path
) -> None:
    sh("regulations", "copy", TAMBON, FILE)
    text = (folder / FILE).read_text("utf-8")
    for before, after, *_ in MISTAKES:
        assert before in text, before
        text = text.replace(before, after, 1)
    (folder / FILE).write_text(text, encoding="utf-8")
    ran = sh("regulations", "check", FILE, "--json")

    assert ran.code == Exit.FINDINGS
    found = json.loads(ran.out)["findings"]
    said = {(one["code"], one["remedy"]) for one in found}
    for *_, code, typed in MISTAKES:
        assert [1 for told, way in said if told == code and typed in way], code
    assert len(found) == len(MISTAKES)
    assert all("บรรทัด" in one["message"] for one in found)


def fill_own(sh: Shell, folder: Path, own: str) -> None:
    (folder / FILE).write_text((folder / own).read_text("utf-8"), encoding="utf-8")
    fill(sh, folder / "trial.xlsx", OFFICER, ("3", "4"))


@pytest.mark.parametrize("regulation_id", shipped())
def test_every_block_of_a_copy_is_explained_above_it(regulation_id, tmp_path, sh):
    path = tmp_path / "ours.toml"
    assert sh("regulations", "copy", regulation_id, path).code == Exit.DONE
    assert sh("regulations", "check", path).code == Exit.DONE
    lines = path.read_text("utf-8").split("\n")
    first = {}
    for number, line in enumerate(lines):
        if line.startswith("["):
            first.setdefault(line.strip("[]").partition(".")[0], number)
    bare = [
        name
        for name, number in first.items()
        if not any(line.startswith("#") for line in lines[max(0, number - 3) : number])
    ]
    assert not bare
    if RATING in path.read_text("utf-8"):
        assert "# [matching.table]" in lines
