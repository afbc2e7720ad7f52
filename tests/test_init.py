"""`perfeval init`: a round folder that can be filled in and opened at once."""

import json
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from libreoffice import needed, printed, saved
from perfeval.datafile import checked, read_bytes, text_of
from perfeval.excel.read import read
from perfeval.excel.roster import build
from perfeval.forms.list_schema import ListForm
from perfeval.forms.load_list import load_list
from perfeval.opening import open_round
from perfeval.regulations.load import copy
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.load import load_round
from perfeval.rounds.schema import is_to_fill
from perfeval.rounds.template import chief_of
from perfeval.tomltext import parsed
from round_folder import PEOPLE
from shell import ROOT, Shell

OFFICE = "องค์การบริหารส่วนตำบลตัวอย่าง"
RULES = "tambon-official-2559"
GIVEN = ("--year", "2568", "--round", "1", "--organisation", OFFICE)
LIST = ROOT / "src" / "perfeval" / "forms" / "lists" / "roster.toml"
PROMPT, TITLE, ERROR, ERROR_TITLE = 255, 32, 224, 32  # characters that Excel allows


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def made(sh: Shell, tmp_path: Path) -> Path:
    """A new round folder."""
    folder = tmp_path / "รอบ 1"
    assert sh("init", folder, "--regulation", RULES, *GIVEN).code == 0
    return folder


def test_a_new_round_can_be_read_straight_away(made: Path) -> None:
    found = load_round(RoundFolder(made))

    assert found.round.code == "2568-1"
    assert found.round.organisation == OFFICE
    assert found.round.chief.position == f"นายก{OFFICE}"
    assert list(found.regulations) == ["official"]
    assert sorted(one.name for one in made.iterdir()) == [
        "forms",
        "inbox",
        "roster.xlsx",
        "round.toml",
    ]


@pytest.mark.parametrize(
    "named", [("tambon-contract-2560",), (RULES, "tambon-contract-2560")]
)
def test_the_committee_has_the_seats_that_the_regulation_names(
    sh: Shell, tmp_path: Path, named: tuple[str, ...]
) -> None:
    given = [word for one in named for word in ("--regulation", one)]
    assert sh("init", tmp_path / "new", *given, *GIVEN).code == 0

    # The five of the source, in its order; its secretary is no member.
    seats = load_round(RoundFolder(tmp_path / "new")).round.committee
    assert [(one.position, one.role) for one in seats] == [
        ("ปลัดองค์การบริหารส่วนตำบล", "chair"),
        ("หัวหน้าสำนักปลัด", "member"),
        ("ผู้อำนวยการกองคลัง", "member"),
        ("ผู้อำนวยการกองช่าง", "member"),
        ("นักทรัพยากรบุคคล", "secretary"),
    ]
    text = (tmp_path / "new" / "round.toml").read_text(encoding="utf-8")
    assert "มาจากหลักเกณฑ์ tambon-contract-2560" in text


def test_a_committee_that_no_regulation_names_is_left_open(made: Path) -> None:
    seats = load_round(RoundFolder(made)).round.committee
    assert [one.role for one in seats] == [
        "chair",
        "member",
        "member",
        "member_secretary",
    ]
    assert all(is_to_fill(one.position) for one in seats)


def test_what_is_still_to_be_filled_in_is_told_once_and_withholds_nothing(
    made: Path,
) -> None:
    told = open_round(RoundFolder(made)).told

    assert [one.code for one in told] == ["PE444", "PE328"]
    assert "chief.name" in (told[0].found or "")


def test_names_that_are_typed_over_the_dots_are_told_no_more(made: Path) -> None:
    path = made / "round.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"...................."', '"นายชื่อ จริง"'), "utf-8")

    assert not open_round(RoundFolder(made)).findings


def test_the_same_options_give_the_same_bytes(
    sh: Shell, made: Path, tmp_path: Path
) -> None:
    sh("init", tmp_path / "again", "--regulation", RULES, *GIVEN)

    for name in ("round.toml", "roster.xlsx"):
        assert (tmp_path / "again" / name).read_bytes() == (made / name).read_bytes()


def test_the_answer_lists_each_file(sh: Shell, tmp_path: Path) -> None:
    ran = sh("init", tmp_path / "r", "--regulation", RULES, *GIVEN, "--json")
    answer = json.loads(ran.out)

    assert (answer["command"], answer["ok"]) == ("init", True)
    assert [one["kind"] for one in answer["files"]] == ["round", "roster"]


def test_a_folder_that_is_not_empty_is_left_alone(sh: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "r"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    ran = sh("init", folder, "--regulation", RULES, *GIVEN)

    assert ran.code == 4
    assert [one.name for one in folder.iterdir()] == ["letter.txt"]


def test_an_empty_folder_is_filled(sh: Shell, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()

    assert sh("init", tmp_path / "r", "--regulation", RULES, *GIVEN).code == 0
    assert (tmp_path / "r" / "round.toml").is_file()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--regulation", "tambon"), RULES),
        (("--year", "2025"), "2568"),
        (("--year", "68"), "--year"),
        (("--round", "3"), "--round"),
        (("--organisation", " "), "--organisation"),
        (("--organisation", "ก\x07ข"), "--organisation"),
    ],
)
def test_an_option_that_cannot_be_is_wrong_usage_and_nothing_is_written(
    sh: Shell, words: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    regulation = () if "--regulation" in words else ("--regulation", RULES)
    ran = sh("init", tmp_path / "r", *regulation, *GIVEN, *words)

    assert ran.code == 2
    assert told in ran.err
    assert not list(tmp_path.iterdir())


def test_two_regulations_of_one_id_are_refused(sh: Shell, tmp_path: Path) -> None:
    two = []
    for name in ("our-rules", "their-rules"):
        own = tmp_path / f"{name}.toml"
        text = copy(RULES, tmp_path / "our-rules.toml")
        own.write_text(f"{text}# {name}\n", encoding="utf-8")
        two += ["--regulation", own]
    ran = sh("init", tmp_path / "r", *two, *GIVEN)

    assert ran.code == 2
    assert "our-rules" in ran.err
    assert not (tmp_path / "r").exists()


def test_two_that_call_a_group_alike_stand_in_one_round(
    sh: Shell, tmp_path: Path
) -> None:
    ids = (RULES, "municipal-official-2558", "municipal-2545")
    named = [word for one in ids for word in ("--regulation", one)]
    assert sh("init", tmp_path / "r", *named, *GIVEN).code == 0

    read = load_round(RoundFolder(tmp_path / "r"))
    assert {key: one.regulation.id for key, one in read.regulations.items()} == {
        "official": RULES,
        "official_municipal_official_2558": "municipal-official-2558",
        "official_municipal_2545": "municipal-2545",
    }
    assert list(read.group_labels().values()) == [
        "พนักงานส่วนตำบล",
        "พนักงานเทศบาล",
        "พนักงานเทศบาล (municipal-2545)",
    ]


def test_several_regulations_give_the_groups_of_all(sh: Shell, tmp_path: Path) -> None:
    two = ("--regulation", RULES, "--regulation", "civil-service-2552")
    assert sh("init", tmp_path / "r", *two, *GIVEN).code == 0

    assert list(load_round(RoundFolder(tmp_path / "r")).regulations) == [
        "official",
        "civil_servant",
    ]


def test_an_own_regulation_moves_in(sh: Shell, tmp_path: Path) -> None:
    own = tmp_path / "our-rules.toml"
    own.write_text(copy(RULES, own), encoding="utf-8")
    assert sh("init", tmp_path / "r", "--regulation", own, *GIVEN).code == 0

    loaded = load_round(RoundFolder(tmp_path / "r")).regulations["official"]
    assert loaded.file == "regulation-our-rules.toml"
    assert (tmp_path / "r" / loaded.file).read_bytes() == own.read_bytes()


def test_the_divisions_are_those_that_were_named(sh: Shell, tmp_path: Path) -> None:
    named = ("--division", 'กอง "ช่าง"', "--division", "กองคลัง")
    assert sh("init", tmp_path / "r", "--regulation", RULES, *GIVEN, *named).code == 0

    divisions = load_round(RoundFolder(tmp_path / "r")).round.divisions
    assert [one.name for one in divisions] == ['กอง "ช่าง"', "กองคลัง"]


def test_a_failure_leaves_nothing_behind(
    sh: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.move", full)
    ran = sh("init", tmp_path / "r", "--regulation", RULES, *GIVEN)

    assert ran.code == 3
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("office", "word", "position"),
    [
        ("เทศบาลตำบลตัวอย่าง", "นายกเทศมนตรี", "นายกเทศมนตรี"),
        (OFFICE, "นายกองค์การบริหารส่วนตำบล", f"นายก{OFFICE}"),
        ("กรมตัวอย่าง", "หัวหน้าส่วนราชการ", "หัวหน้าส่วนราชการ"),
    ],
)
def test_the_position_of_the_chief_bears_the_name_of_the_office(
    office: str, word: str, position: str
) -> None:
    assert chief_of(office, word) == position


# ------------------------------------------------------------------ the roster


def test_the_file_of_the_roster_is_sound() -> None:
    text = text_of(read_bytes(LIST, shown="roster.toml"), shown="roster.toml")
    values = parsed(text, shown="roster.toml").values or {}

    assert checked(ListForm, values, shown="roster.toml", text=text).id == "roster"


def test_the_columns_are_those_of_the_contract() -> None:
    assert " ".join(column.key for column in load_list("roster").columns) == (
        "employee_id prefix name position position_type position_level is_head "
        "division staff_group evaluator_id next_supervisor_id started_on "
        "probation_from probation_to movement movement_on excluded_reason salary"
    )


def fill(path: Path, cells: Callable[[Any], None]) -> None:
    workbook = load_workbook(path)
    cells(workbook)
    workbook.save(path)


def inspected(sh: Shell, path: Path) -> dict[str, Any]:
    ran = sh("inspect", path, "--json")
    assert ran.code == 0, ran.err
    (only,) = json.loads(ran.out)["results"]
    return dict(only)


def test_every_row_that_may_be_filled_is_inspected(sh: Shell, made: Path) -> None:
    listed = load_list("roster")
    found = inspected(sh, made / "roster.xlsx")

    assert (found["sheet"], found["form"], found["regulation"], found["fields"]) == (
        listed.sheet,
        "roster",
        None,
        {},
    )
    rows = found["tables"]["roster"]
    assert len(rows) == listed.rows
    assert list(rows[0]) == [column.key for column in listed.columns]
    assert rows[0]["employee_id"] == {"cell": "A6", "value": None, "input": True}


def test_a_program_fills_the_roster_by_what_is_inspected(sh: Shell, made: Path) -> None:
    found = inspected(sh, made / "roster.xlsx")
    rows = found["tables"]["roster"]

    def people(workbook: Any) -> None:
        for row, person in zip(rows, PEOPLE, strict=False):
            for key, value in person.items():
                workbook[found["sheet"]][row[key]["cell"]] = value

    fill(made / "roster.xlsx", people)
    opened = open_round(RoundFolder(made))

    assert [one.employee_id for one in opened.roster.people] == ["1001", "1002", "1003"]
    assert not opened.roster.findings
    values = inspected(sh, made / "roster.xlsx")["tables"]["roster"][2]
    assert values["salary"]["value"] == "16190"


def test_the_example_is_nobody(made: Path) -> None:
    assert not open_round(RoundFolder(made)).roster.people


CHOICES = {
    "divisions": ("สำนัก/กอง", ["สำนักปลัด", "กองคลัง"]),
    "staff_groups": ("กลุ่มพนักงาน", ["พนักงานส่วนตำบล"]),
    "position_types": ("ประเภทตำแหน่ง", ["วิชาการ"]),
    "position_levels": ("ระดับตำแหน่ง", ["ปฏิบัติการ"]),
    "evaluators": ("ผู้ประเมิน", ["CHIEF"]),
}


def filled_roster() -> bytes:
    known = [
        {key: Decimal(v) if isinstance(v, int) else v for key, v in one.items()}
        for one in PEOPLE
    ]
    return build(load_list("roster"), CHOICES, OFFICE, known)


def test_a_roster_is_written_with_people_in_it(made: Path) -> None:
    (made / "roster.xlsx").write_bytes(filled_roster())
    roster = open_round(RoundFolder(made)).roster

    assert not roster.findings
    assert [one.salary for one in roster.people] == [None, None, Decimal(16190)]


def test_no_prompt_is_longer_than_excel_takes(made: Path) -> None:
    workbook = load_workbook(made / "roster.xlsx")
    rules = [
        rule
        for sheet in workbook.worksheets
        for rule in sheet.data_validations.dataValidation
    ]

    assert len(rules) == len(load_list("roster").columns)
    for rule in rules:
        assert len(rule.prompt or "") <= PROMPT
        assert len(rule.promptTitle or "") <= TITLE
        assert len(rule.error or "") <= ERROR
        assert len(rule.errorTitle or "") <= ERROR_TITLE
        if rule.type == "list":
            assert len(rule.formula1) <= PROMPT


def test_the_page_repeats_its_headings_and_names(made: Path) -> None:
    sheet = load_workbook(made / "roster.xlsx")[load_list("roster").sheet]

    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$5:$5", "$A:$C")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
        "landscape",
        9,
    )
    assert sheet.freeze_panes == "D6"


def test_whole_columns_are_printed_without_the_checks(made: Path) -> None:
    sheet = load_workbook(made / "roster.xlsx")[load_list("roster").sheet]
    area = sheet.print_area.split("!")[1]

    assert area == "$A$1:$R$1048576"  # R: the salary; the checks stand in S
    assert sheet["R5"].value.startswith("เงินเดือน")


@pytest.mark.parametrize("name", ["roster", "attendance"])
def test_no_empty_row_of_the_choices_is_printed(sh, tmp_path: Path, name: str) -> None:
    sh("init", tmp_path / "a", "--regulation", "tambon-contract-2560", *GIVEN)
    book = load_workbook(tmp_path / "a" / f"{name}.xlsx")
    sheet = book[load_list(name).choices_sheet]
    area = sheet[sheet.print_area.split("!")[1]]
    below = sheet.iter_rows(min_row=len(area) + 1, values_only=True)

    assert any(cell.value for cell in area[-1])
    assert not any(value for row in below for value in row)
    assert area[0][-1].column == len([cell for cell in sheet[3] if cell.value])


def test_more_choices_than_there_is_room_prepared_are_all_offered() -> None:
    names = [f"กอง {number}" for number in range(1, 61)]
    content = build(load_list("roster"), {**CHOICES, "divisions": ("กอง", names)}, "")
    book = load_workbook(BytesIO(content))
    sheet = book[load_list("roster").choices_sheet]
    rules = book[load_list("roster").sheet].data_validations.dataValidation

    assert sheet["A63"].value == "กอง 60"
    assert any("$A$4:$A$63" in rule.formula1 for rule in rules if rule.formula1)


def test_only_a_page_of_empty_rows_has_a_look_of_its_own(made: Path) -> None:
    sheet = load_workbook(made / "roster.xlsx")[load_list("roster").sheet]

    def is_seen(row: int) -> bool:
        styles = [sheet.cell(row, column) for column in range(1, 20)]
        return any(one.fill.fill_type or one.border.top.style for one in styles)

    assert [is_seen(row) for row in (6, 29, 30, 405)] == [True, True, False, False]
    rules = [
        rule.formula[0]
        for span in sheet.conditional_formatting
        for rule in span.rules
        if str(span.sqref).startswith("A30:R")
    ]
    assert rules == ["COUNTA($A20:$R30)>0"]
    assert sheet["B405"].protection.locked is False


@needed
def test_an_empty_roster_prints_few_pages_and_a_filled_one_all_its_people(
    made: Path,
) -> None:
    path = made / "roster.xlsx"
    # Two pages of words, two across of rows to fill in by hand, and the lists; one
    # more of words where a wider font stands in for the paper's own.
    assert printed(path) <= 6

    def everybody(workbook: Any) -> None:
        sheet = workbook[load_list("roster").sheet]
        for row in (*range(6, 61), 500):  # also below the prepared rows
            sheet[f"A{row}"], sheet[f"C{row}"] = f"TT-{row}", "สมมุติ ตัวอย่าง"

    before = printed(path)
    fill(path, everybody)
    assert before < printed(path) <= before + 6


@needed
def test_a_roster_saved_by_libreoffice_reads_the_same_and_tells_its_faults(
    made: Path, tmp_path: Path
) -> None:
    path = made / "roster.xlsx"
    path.write_bytes(filled_roster())
    before = open_round(RoundFolder(made)).roster

    def faults(workbook: Any) -> None:
        sheet = workbook[load_list("roster").sheet]
        sheet["A7"], sheet["C8"] = "1001", None  # a doubled id, a missing name

    fill(path, faults)
    (again,) = saved([path], tmp_path / "saved")
    path.write_bytes(again.read_bytes())
    workbook, _ = read(path, shown="roster.xlsx")
    assert workbook is not None
    sheet = next(one for one in workbook.sheets if one.name == before.sheet)

    assert [sheet.cell(row, 19).raw for row in range(6, 10)] == [
        "รหัสพนักงานซ้ำ",
        "รหัสพนักงานซ้ำ",
        "ยังไม่กรอก ชื่อ-นามสกุล",
        "",
    ]
    assert sheet.cell(3, 1).raw == "รายชื่อ 3 คน · ต้องแก้ไข 3 แถว"
    codes = [one.code for one in open_round(RoundFolder(made)).roster.findings]
    # 1001 twice, the officer's evaluator 1002 nowhere, the officer without a name;
    # 1001 is the evaluator of the row that now bears that id
    assert codes == ["PE314", "PE316", "PE101", "PE315"]
