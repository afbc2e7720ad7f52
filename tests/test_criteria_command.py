"""`perfeval criteria` on a round folder."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import libreoffice
from pay_round import sealed
from perfeval.cli.exits import Exit
from perfeval.excel.public import OF_AN_EMBLEM, allowed, parts, texts
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.load import load_round
from round_folder import ROUND, round_folder
from shell import Ran, Shell
from test_letter import PNG

CONTRACT, TAMBON = "tambon-contract-2560", "tambon-official-2559"
FINAL = f"out/criteria-{TAMBON}.xlsx"
DRAFT = f"out/criteria-draft-{TAMBON}.xlsx"
A4, INCH = 9, 25.4  # size of paper; mm
PAPERS = ["announcement", "calendar", "memorandum", "order", "proof"]
SHEETS = [
    *("ประกาศหลักเกณฑ์", "ปฏิทิน พนักงานส่วนตำบล", "บันทึกข้อความ"),
    *("คำสั่งแต่งตั้ง", "เทียบหลักเกณฑ์"),
]
SECRETARY = """
[[committee]]
name = "นางสาวเลขา ตัวอย่าง"
position = "นักทรัพยากรบุคคล"
role = "member_secretary"
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    for name in ("PERFEVAL_LANG", "PERFEVAL_ROUND"):
        monkeypatch.delenv(name, raising=False)
    return Shell(capsys)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A round of officials with a sound committee."""
    return round_folder(tmp_path / "round", text=ROUND + SECRETARY)


def two(folder: Path) -> Path:
    """The round with contract staff as well."""
    text = ROUND.replace(
        "[[divisions]]", f'contract_general = "{CONTRACT}"\n\n[[divisions]]', 1
    )
    (folder / "round.toml").write_text(text + SECRETARY, encoding="utf-8")
    return folder


def answer(ran: Ran) -> dict[str, Any]:
    """The one object on stdout."""
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_each_regulation_has_a_workbook_with_a_sheet_a_paper(
    run: Shell, office: Path
) -> None:
    told = answer(run("criteria", "--round", two(office), "--json"))

    with_leave = [PAPERS[0], "attendance", *PAPERS[1:]]
    assert [one["papers"] for one in told["results"]] == [PAPERS, with_leave]
    assert [one["staff_groups"] for one in told["results"]] == [
        ["พนักงานส่วนตำบล"],
        ["พนักงานจ้างทั่วไป"],
    ]
    assert {one["kind"] for one in told["files"]} == {"criteria"}
    assert told["results"][0]["file"] == FINAL
    assert openpyxl.load_workbook(office / FINAL).sheetnames == SHEETS


def test_a_sound_round_has_no_finding(run: Shell, office: Path) -> None:
    ran = run("criteria", "--round", office, "--json")

    assert (ran.code, answer(ran)["findings"]) == (Exit.DONE, [])


def test_the_committee_is_checked(run: Shell, office: Path) -> None:
    (office / "round.toml").write_text(ROUND, encoding="utf-8")
    told = answer(run("criteria", "--round", office, "--json"))

    assert [one["code"] for one in told["findings"]] == ["PE603", "PE604"]


def test_dots_of_a_new_round_are_told_once(run: Shell, tmp_path: Path) -> None:
    new = tmp_path / "new"
    words = ("--regulation", TAMBON, "--year", "2568", "--round", "1")
    run("init", new, *words, "--organisation", "อบต.ตัวอย่าง")
    told = answer(run("criteria", "--round", new, "--json"))

    assert [one["code"] for one in told["findings"]] == ["PE444"]


def test_a_late_announcement_is_doubted(run: Shell, office: Path) -> None:
    """seeds/000: the criteria are announced in October; 31 October is the last day."""
    file = office / "round.toml"
    sound = file.read_text(encoding="utf-8")
    for day, codes in (("2024-10-31", []), ("2024-11-01", ["PE450"])):
        dated = sound.replace("round = 1\n", f"round = 1\ncriteria_on = {day}\n")
        file.write_text(dated, encoding="utf-8")
        told = answer(run("criteria", "--round", office, "--json"))
        assert [one["code"] for one in told["findings"]] == codes


def test_a_draft_gives_way_to_the_paper(run: Shell, office: Path) -> None:
    assert run("criteria", "--draft", "--round", office).code == Exit.DONE
    assert (office / DRAFT).exists()
    assert not (office / FINAL).exists()
    told = answer(run("criteria", "--round", office, "--json"))

    assert [one["code"] for one in told["findings"]] == ["PE624"]
    assert not (office / DRAFT).exists()


def test_every_sheet_of_a_draft_is_marked(run: Shell, office: Path) -> None:
    run("criteria", "--draft", "--round", office)
    marked = [
        "ร่าง" in (sheet.oddHeader.right.text or "")
        for sheet in openpyxl.load_workbook(office / DRAFT)
    ]

    assert marked == [True, True, True, True, False]  # the last one is not a paper


def test_one_paper_alone_can_be_written_elsewhere(
    run: Shell, office: Path, tmp_path: Path
) -> None:
    output = tmp_path / "ประกาศ.xlsx"
    line = ("criteria", "--round", office, "--paper", "announcement", "-o", output)

    assert run(*line).code == Exit.DONE
    assert openpyxl.load_workbook(output).sheetnames == SHEETS[:1]
    assert not (office / "out").exists()
    assert run(*line).code == Exit.REFUSED
    assert run(*line, "--force").code == Exit.DONE


def test_one_file_takes_one_regulation(run: Shell, office: Path) -> None:
    line = ("criteria", "--round", two(office), "-o", office / "one.xlsx")

    assert run(*line).code == Exit.USAGE
    assert run(*line, "--regulation", CONTRACT).code == Exit.DONE


@pytest.mark.parametrize(
    "words",
    [
        ("--paper", "poster"),
        ("--paper", "attendance"),
        ("--regulation", CONTRACT),
        ("-o", "a.pdf"),
    ],
)
def test_wrong_usage_is_said(run: Shell, office: Path, words: tuple[str, ...]) -> None:
    assert run("criteria", "--round", office, *words).code == Exit.USAGE


def test_a_round_is_needed(
    run: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("criteria").code == Exit.USAGE


def test_the_roster_may_still_be_missing(run: Shell, office: Path) -> None:
    (office / "roster.xlsx").unlink()

    assert run("criteria", "--round", office).code == Exit.DONE


def test_nobody_of_the_roster_stands_in_a_paper(run: Shell, office: Path) -> None:
    run("criteria", "--round", office)
    told = "\n".join(texts((office / FINAL).read_bytes()))

    assert "ขยันดี" not in told
    assert "1003" not in told


def test_a_second_run_changes_no_byte(run: Shell, office: Path) -> None:
    run("criteria", "--round", office)
    first = (office / FINAL).read_bytes()
    run("criteria", "--round", office)

    assert (office / FINAL).read_bytes() == first


def test_the_garuda_stands_on_each_paper_that_has_room_for_it(
    run: Shell, office: Path
) -> None:
    (office / "garuda.png").write_bytes(PNG)
    file = office / "round.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text('garuda_image = "garuda.png"\n' + text, encoding="utf-8")
    run("criteria", "--round", office)
    found = parts((office / FINAL).read_bytes())

    assert found <= allowed(5, emblem=True)
    assert OF_AN_EMBLEM & found
    assert sum("drawings/drawing" in part for part in found) == 3


def test_without_a_picture_no_part_is_more_than_a_sheet(
    run: Shell, office: Path
) -> None:
    run("criteria", "--round", office)

    assert parts((office / FINAL).read_bytes()) == allowed(5, emblem=False)


def test_a_paper_that_somebody_changed_is_kept(run: Shell, office: Path) -> None:
    run("criteria", "--round", office)
    book = openpyxl.load_workbook(office / FINAL)
    book.worksheets[0]["A1"] = "แก้ด้วยมือ"
    book.save(office / FINAL)
    told = answer(run("criteria", "--round", office, "--json"))

    assert [one["code"] for one in told["findings"]] == ["PE621"]
    assert list((office / "record" / "set-aside").iterdir())


def test_the_papers_change_no_seal(office: Path) -> None:
    """What only stands on these papers is no part of what was decided."""
    before = load_round(RoundFolder(office))
    file = office / "round.toml"
    text = file.read_text(encoding="utf-8")
    more = "criteria_on = 2024-09-04\n" + text + '\n[memorandum]\noffice = "งาน"\n'
    file.write_text(more, encoding="utf-8")
    after = load_round(RoundFolder(office))

    assert before.sha256 == after.sha256
    assert before.round.substance == after.round.substance


def test_a_sealed_round_keeps_its_papers(run: Shell, tmp_path: Path) -> None:
    office = sealed(tmp_path / "round", run)
    told = answer(run("criteria", "--round", office, "--json"))

    assert "PE625" in [one["code"] for one in told["findings"]]
    assert [one["file"] for one in told["results"]] == [None]
    output = tmp_path / "criteria.xlsx"
    assert run("criteria", "--round", office, "-o", output).code == Exit.DONE


@libreoffice.needed
def test_no_paper_is_wider_than_its_page(run: Shell, office: Path) -> None:
    """Each sheet takes the pages that its own breaks make, and none beside them."""
    run("criteria", "--round", office)
    book = openpyxl.load_workbook(office / FINAL)
    pages = sum(len(sheet.row_breaks.brk) + 1 for sheet in book)

    assert libreoffice.printed(office / FINAL) == pages


def test_a_day_in_the_buddhist_era_is_offered_less_543(
    run: Shell, office: Path
) -> None:
    file = office / "round.toml"
    text = file.read_text(encoding="utf-8")
    dated = text.replace("round = 1\n", "round = 1\ncriteria_on = 2567-09-30\n")
    file.write_text(dated, encoding="utf-8")
    ran = run("criteria", "--round", office)

    assert ran.code == Exit.UNUSABLE
    assert "2024" in ran.err


def test_each_sheet_is_a4_upright_at_its_full_size(run: Shell, office: Path) -> None:
    run("criteria", "--round", two(office))
    for paper in (office / "out").glob("*.xlsx"):
        for sheet in openpyxl.load_workbook(paper):
            margins = sheet.page_margins
            assert sheet.page_setup.paperSize == A4
            assert sheet.page_setup.orientation in (None, "portrait")
            assert sheet.page_setup.scale in (None, 100)
            assert not sheet.sheet_properties.pageSetUpPr.fitToPage
            assert [
                round(side * INCH)  # mm: 3, 2, 1.5 and 2 cm
                for side in (margins.left, margins.right, margins.top, margins.bottom)
            ] == [30, 20, 15, 20]


def test_a_paper_holds_no_formula_no_name_and_no_author(
    run: Shell, office: Path
) -> None:
    file = office / "round.toml"
    text = file.read_text(encoding="utf-8")
    loud = text + '\n[memorandum]\noffice = "=1+1"\nnumber = "@A1"\n'
    file.write_text(loud, encoding="utf-8")
    run("criteria", "--round", office)
    book = openpyxl.load_workbook(office / FINAL)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert "=๑+๑" in [cell.value for cell in cells]
    assert not book.defined_names
    assert not book.properties.creator
    assert {sheet.sheet_state for sheet in book} == {"visible"}
