"""`perfeval calendar` in a round and without one."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import libreoffice
from pay_round import sealed
from perfeval.cli.exits import Exit
from round_folder import ROUND, round_folder
from shell import Ran, Shell

CIVIL, TAMBON = "civil-service-2552", "tambon-official-2559"
A4 = 9
NAMED = ("calendar", "--year", "2568", "--round", "1", "--regulation", CIVIL)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    for name in ("PERFEVAL_LANG", "PERFEVAL_ROUND"):
        monkeypatch.delenv(name, raising=False)
    return Shell(capsys)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A round of two regulations."""
    two = ROUND.replace(
        "[[divisions]]", f'civil_servant = "{CIVIL}"\n\n[[divisions]]', 1
    )
    return round_folder(tmp_path / "round", text=two)


def answer(ran: Ran) -> dict[str, Any]:
    """The one object on stdout."""
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_without_a_round_the_options_say_which(run: Shell) -> None:
    told = answer(run(*NAMED, "--json"))

    assert told["summary"] == {"round": "2568-1", "regulations": 1, "steps": 12}
    assert {one["series"] for one in told["results"]} == {None, "b"}
    assert told["results"][0]["ends"] == "2024-09-30"
    assert told["files"] == []


def test_without_a_regulation_all_that_are_shipped_are_shown(run: Shell) -> None:
    told = answer(run("calendar", "--year", "2570", "--round", "2", "--json"))

    assert {CIVIL, TAMBON} <= {one["regulation"] for one in told["results"]}


def test_another_series_is_switched_on(run: Shell) -> None:
    told = answer(run(*NAMED, "--series", "a", "--json"))

    assert told["results"][1]["ends"] == "2024-11-30"


def test_a_round_has_a_sheet_a_regulation_in_out(run: Shell, office: Path) -> None:
    told = answer(run("calendar", "--round", office, "--json"))

    (file,) = told["files"]
    assert (file["kind"], file["path"]) == ("calendar", "out/calendar.xlsx")
    book = openpyxl.load_workbook(office / "out" / "calendar.xlsx")
    assert book.sheetnames == ["ปฏิทิน พนักงานส่วนตำบล", "ปฏิทิน ข้าราชการพลเรือนสามัญ"]
    assert {one["regulation"] for one in told["results"]} == {TAMBON, CIVIL}


def test_the_roster_may_still_be_missing(run: Shell, office: Path) -> None:
    (office / "roster.xlsx").unlink()

    assert run("calendar", "--round", office).code == Exit.DONE


def test_each_sheet_is_a4_upright_at_its_full_size(run: Shell, office: Path) -> None:
    run("calendar", "--round", office)
    for sheet in openpyxl.load_workbook(office / "out" / "calendar.xlsx"):
        assert sheet.page_setup.paperSize == A4
        assert sheet.page_setup.orientation in (None, "portrait")
        assert sheet.page_setup.scale in (None, 100)
        assert not sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet["A1"].value.startswith("ปฏิทินและขั้นตอน")


def test_a_second_run_changes_no_byte(run: Shell, office: Path) -> None:
    run("calendar", "--round", office)
    first = (office / "out" / "calendar.xlsx").read_bytes()
    run("calendar", "--round", office)

    assert (office / "out" / "calendar.xlsx").read_bytes() == first


def test_a_round_can_show_one_of_its_regulations(run: Shell, office: Path) -> None:
    told = answer(run("calendar", "--round", office, "--regulation", CIVIL, "--json"))

    assert {one["regulation"] for one in told["results"]} == {CIVIL}


def test_o_writes_elsewhere_and_overwrites_nothing(
    run: Shell, office: Path, tmp_path: Path
) -> None:
    output = tmp_path / "ปฏิทิน.xlsx"

    assert run("calendar", "--round", office, "-o", output).code == Exit.DONE
    assert not (office / "out").exists()
    assert run("calendar", "--round", office, "-o", output).code == Exit.REFUSED
    assert run(*NAMED, "-o", output, "--force").code == Exit.DONE


@pytest.mark.parametrize(
    "words",
    [
        ("--year", "2568"),
        ("--round", "2", "--regulation", CIVIL),
        ("--year", "2568", "--round", "3"),
        ("--year", "2025", "--round", "1"),
        ("--year", "2568", "--round", "1", "--regulation", "no-such"),
        (*NAMED[1:], "--series", "c"),
        ("--year", "2568", "--round", "1", "--regulation", TAMBON, "--series", "a"),
        (*NAMED[1:], "-o", "calendar.pdf"),
    ],
)
def test_wrong_usage_says_what_to_write(run: Shell, words: tuple[str, ...]) -> None:
    ran = run("calendar", *words)

    assert ran.code == Exit.USAGE
    assert ran.err


def test_a_regulation_that_the_round_does_not_use_is_said(
    run: Shell, office: Path
) -> None:
    ran = run("calendar", "--round", office, "--regulation", "tambon-contract-2560")

    assert ran.code == Exit.USAGE
    assert TAMBON in ran.err


def test_an_own_regulation_has_its_calendar_too(run: Shell, tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    run("regulations", "copy", TAMBON, own)
    text = own.read_text(encoding="utf-8").replace(f'id = "{TAMBON}"', 'id = "ours"')
    own.write_text(text, encoding="utf-8")
    words = ("--year", "2569", "--round", "1", "--regulation", str(own))
    told = answer(run("calendar", *words, "--json"))

    assert {one["regulation"] for one in told["results"]} == {"ours"}


def test_people_read_days_in_their_language(run: Shell) -> None:
    assert "ภายในวันที่ 30 กันยายน 2567" in run(*NAMED).out
    assert "by 2024-09-30" in run(*NAMED, "--lang", "en").out


def test_a_sealed_round_shows_its_calendar_and_keeps_its_papers(
    run: Shell, tmp_path: Path
) -> None:
    office = sealed(tmp_path / "round", run)
    told = answer(run("calendar", "--round", office, "--json"))

    assert told["results"]
    assert [one["code"] for one in told["findings"]] == ["PE625"]
    assert not (office / "out" / "calendar.xlsx").exists()
    output = tmp_path / "calendar.xlsx"
    assert run("calendar", "--round", office, "-o", output).code == Exit.DONE


@libreoffice.needed
def test_nothing_goes_to_a_second_sheet_of_paper_beside_the_first(
    run: Shell, tmp_path: Path
) -> None:
    output = tmp_path / "calendar.xlsx"
    run(*NAMED, "-o", output)

    assert libreoffice.printed(output) == 2
