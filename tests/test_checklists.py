"""`perfeval check roster.xlsx`: the faults of a list, and a marked copy of it."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from a_round import BOON, DARA, on_disk, send
from perfeval.cli.exits import Exit
from perfeval.excel.annotate import LIST
from perfeval.rounds.opened import Opened
from round_folder import FIRST, cell_of
from shell import Shell

NOWHERE = replace(BOON, division="กองที่ไม่มี")
AT = cell_of("division", FIRST + 1)


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A round on disk; the second person of the roster is of an unknown division."""
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    monkeypatch.delenv("PERFEVAL_ROUND", raising=False)
    round_ = on_disk(tmp_path / "round", DARA, NOWHERE)
    send(round_, "a.xlsx", DARA)
    monkeypatch.chdir(tmp_path / "round")
    return round_


def found(ran) -> list[tuple[str, str, str | None]]:
    """Code, file and cell of every finding of an answer."""
    told = json.loads(ran.out)["findings"]
    return [(one["code"], one["file"], one["cell"]) for one in told]


def test_the_roster_of_the_round_tells_its_faults_once(sh, office):
    ran = sh("check", "roster.xlsx", "--json")
    (one,) = found(ran)

    assert ran.code == Exit.FINDINGS
    assert one[1:] == ("roster.xlsx", AT)
    assert one[0] != "PE012"
    assert found(sh("check", "--json")) == [one]  # with its inbox as well


def test_a_sound_roster_has_nothing_to_tell(sh, tmp_path, monkeypatch):
    on_disk(tmp_path / "round", DARA, BOON)
    monkeypatch.chdir(tmp_path / "round")
    ran = sh("check", "roster.xlsx", "--json")

    assert (ran.code, found(ran)) == (Exit.DONE, [])


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("th", "roster.xlsx: อ่านบัญชีรายชื่อแล้ว 2 คน · ไม่พบข้อผิดพลาด"),
        ("en", "roster.xlsx: roster read, people 2 · nothing is wrong"),
    ],
)
def test_a_sound_roster_is_said_to_be_read(sh, tmp_path, monkeypatch, lang, said):
    on_disk(tmp_path / "round", DARA, BOON)
    monkeypatch.chdir(tmp_path / "round")

    for stage in ("evaluation", "agreement"):
        ran = sh("check", "roster.xlsx", "--stage", stage, "--lang", lang)
        assert ran.out.splitlines() == [said]


def test_a_faulty_roster_says_how_many_faults_are_its_own(sh, office):
    ran = sh("check", "roster.xlsx", "--lang", "en")

    assert ran.out.splitlines()[-1] == (
        "roster.xlsx: roster read, people 2 · errors 1, warnings 0, notes 0"
    )


def test_a_draft_without_fault_is_told_apart_from_the_rounds_own_roster(
    sh, office, tmp_path
):
    on_disk(tmp_path / "other", DARA)
    shutil.copy(tmp_path / "other" / "roster.xlsx", "draft.xlsx")
    ran = sh("check", "draft.xlsx", "--lang", "en")

    assert ran.out.splitlines()[1:] == [
        "draft.xlsx: roster read, people 1 · nothing is wrong",
        "Other files of the round · errors 1, warnings 0, notes 0",
    ]


def test_forms_beside_a_list_are_summed_up_too(sh, tmp_path, monkeypatch):
    send(on_disk(tmp_path / "round", DARA, BOON), "a.xlsx", DARA)
    monkeypatch.chdir(tmp_path / "round")
    told = sh("check", "roster.xlsx", "inbox", "--lang", "en").out.splitlines()

    assert told[-2] == "roster.xlsx: roster read, people 2 · nothing is wrong"
    assert told[-1].startswith("Files 2, forms 1: scored 1")


def test_another_roster_is_held_against_the_round_too(sh, office):
    shutil.copy("roster.xlsx", "ร่างบัญชี.xlsx")
    told = found(sh("check", "ร่างบัญชี.xlsx", "--json"))

    assert [one[1:] for one in told] == [("roster.xlsx", AT), ("ร่างบัญชี.xlsx", AT)]


@pytest.mark.parametrize(("lang", "word"), [("th", "ของรอบ"), ("en", "--round DIR")])
def test_a_roster_without_a_round_asks_for_it(sh, office, monkeypatch, lang, word):
    monkeypatch.chdir(office.folder.path.parent)
    ran = sh("check", "round/roster.xlsx", "--lang", lang)

    assert ran.code == Exit.FINDINGS
    assert "PE307" in ran.out
    assert word in ran.out


def test_it_is_found_by_the_option_too(sh, office, monkeypatch):
    monkeypatch.chdir(office.folder.path.parent)
    ran = sh("check", "round/roster.xlsx", "--round", "round", "--json")

    assert [one[1:] for one in found(ran)] == [("roster.xlsx", AT)]


def test_a_workbook_that_is_neither_form_nor_list_is_still_unknown(sh, office):
    openpyxl.Workbook().save("อื่น.xlsx")
    told = found(sh("check", "อื่น.xlsx", "--json"))

    assert ("PE012", "อื่น.xlsx", None) in told


@pytest.mark.parametrize("words", [(), ("roster.xlsx",), ("--stage", "agreement")])
def test_a_marked_copy_of_the_roster_is_made(sh, office, tmp_path, words):
    before = (office.folder.roster).read_bytes()
    sh("check", *words, "--annotate", tmp_path / "marked")

    book = openpyxl.load_workbook(tmp_path / "marked" / "roster.xlsx")
    assert book.sheetnames[0] == LIST
    sheet = book[office.roster.sheet]
    assert sheet[AT].comment is not None
    assert office.folder.roster.read_bytes() == before


def test_a_sound_roster_has_no_marked_copy(sh, tmp_path, monkeypatch):
    on_disk(tmp_path / "round", DARA, BOON)
    monkeypatch.chdir(tmp_path / "round")
    sh("check", "--annotate", tmp_path / "marked")

    assert not list((tmp_path / "marked").glob("roster*"))
