"""`perfeval check --annotate DIR`: a marked copy of each faulty workbook."""

import json
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from filled import sound, write
from perfeval.cli.exits import Exit
from perfeval.excel.annotate import LIST
from round_folder import round_folder
from shell import Shell
from test_letter import PNG

FAULT = {("indicators", 0, "level"): Decimal(6)}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A good form, a faulty one in each of two folders, and no workbook at all."""
    folder = tmp_path / "inbox"
    for name, employee_id in (("a/form.xlsx", "TT-1"), ("b/form.xlsx", "TT-2")):
        path = folder / name
        path.parent.mkdir(parents=True)
        write(path, sound() | {("employee_id",): employee_id} | FAULT)
    write(folder / "good.xlsx", sound())
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    return folder


def test_each_faulty_workbook_has_a_copy_and_a_good_one_has_none(
    run: Shell, inbox: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in inbox.rglob("*.xlsx")}
    ran = run("check", inbox, "--annotate", tmp_path / "marked", "--json")

    assert ran.code == Exit.FINDINGS
    told = json.loads(ran.out)
    names = sorted(path.name for path in (tmp_path / "marked").iterdir())
    assert names == ["form (2).xlsx", "form.xlsx"]
    assert [one["kind"] for one in told["files"]] == ["annotated", "annotated"]
    for name in names:
        book = openpyxl.load_workbook(tmp_path / "marked" / name)
        assert book.sheetnames[0] == LIST
    assert {path: path.read_bytes() for path in before} == before


def test_a_workbook_with_warnings_alone_has_no_copy(run: Shell, tmp_path: Path) -> None:
    """It counts as it is, so there is nothing to send back."""
    refused = {("acknowledgement",): "ไม่ลงลายมือชื่อ"}  # and nobody has witnessed it
    write(tmp_path / "doubtful.xlsx", sound() | refused)
    words = ("check", tmp_path / "doubtful.xlsx", "--annotate", tmp_path / "marked")
    told = json.loads(run(*words, "--json").out)

    assert told["ok"]
    assert told["summary"]["warnings"] > 0
    assert told["files"] == []


def test_a_file_that_is_no_workbook_has_no_copy_and_that_is_said(
    run: Shell, inbox: Path, tmp_path: Path
) -> None:
    ran = run("check", inbox, "--annotate", tmp_path / "marked", "--json")
    told = json.loads(ran.out)["findings"]

    assert [one["file"] for one in told if one["code"] == "PE664"] == [
        (inbox / "broken.xlsx").as_posix()
    ]


def test_a_copy_never_overwrites_unless_it_is_asked_to(
    run: Shell, inbox: Path, tmp_path: Path
) -> None:
    words = ("check", inbox, "--annotate", tmp_path / "marked")
    run(*words)

    assert run(*words).code == Exit.REFUSED
    assert run(*words, "--force").code == Exit.FINDINGS


@pytest.mark.parametrize("name", ["inbox", "inbox/marked", "inbox/a"])
def test_copies_never_lie_among_the_workbooks(
    run: Shell, inbox: Path, tmp_path: Path, name: str
) -> None:
    before = sorted(inbox.rglob("*"))

    assert run("check", inbox, "--annotate", tmp_path / name).code == Exit.USAGE
    assert sorted(inbox.rglob("*")) == before


def test_a_folder_that_cannot_be_made_is_said(
    run: Shell, inbox: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")

    ran = run("check", inbox, "--annotate", tmp_path / "file" / "marked")

    assert ran.code == Exit.UNUSABLE


def test_a_copy_without_the_pictures_of_its_workbook_says_so(
    run: Shell, tmp_path: Path
) -> None:
    path = write(tmp_path / "inbox.xlsx", sound() | FAULT)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/media/image1.png", PNG)
    ran = run("check", path, "--annotate", tmp_path / "marked", "--json")

    codes = [one["code"] for one in json.loads(ran.out)["findings"]]
    assert codes == ["PE665", "PE204"]  # what is said of the whole file comes first


def test_in_a_round_copies_never_lie_in_its_inbox(run: Shell, tmp_path: Path) -> None:
    folder = round_folder(tmp_path / "round")
    (folder / "inbox" / "a").mkdir()
    write(folder / "inbox" / "a" / "form.xlsx", sound() | FAULT)
    words = ("check", "--round", folder, "--annotate")

    assert run(*words, folder / "inbox").code == Exit.USAGE
    assert run(*words, folder / "marked").code == Exit.FINDINGS
    assert [path.name for path in (folder / "marked").iterdir()] == ["form.xlsx"]
