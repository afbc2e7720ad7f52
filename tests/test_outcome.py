"""Several files together: what counts, what is held, what is passed over."""

from decimal import Decimal
from itertools import permutations
from pathlib import Path

import openpyxl
import pytest
from openpyxl.packaging.custom import StringProperty

from faults import (
    FORM,
    LEVEL,
    TARGETS,
    WEIGHT,
    Value,
    content_of,
    formula,
    i,
    label_of,
    packed,
    place_of,
    sound_parts,
    typed_over,
    zeros,
)
from filled import TAMBON, At, outcome, sound
from perfeval.appraise.outcome import State
from perfeval.batch import Known, Outcome, run
from perfeval.excel.write import csv_text, xlsx
from perfeval.grid import MARK, SCORES
from perfeval.reports import scores

ID = ("employee_id",)
SCORED, HELD = State.SCORED, State.HELD
DUPLICATE, AGREEMENT = State.DUPLICATE, State.AGREEMENT
UNEVALUATED: dict[At, Value] = {at: None for at in sound() if at[-1] == "level"}


def put(folder: Path, name: str, changes: dict[At, Value] | None = None) -> Path:
    """A sound form with some cells typed over, as a file of a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content_of(changes or {}))
    return path


def states(found: Outcome) -> dict[str, State]:
    """What became of each file, by its name."""
    return {Path(one.evaluation.file).name: one.state for one in found.appraisals}


def codes(found: Outcome) -> list[tuple[str, str]]:
    """Each finding as file name and code."""
    return [(Path(one.file).name, one.code) for one in found.findings]


def test_forms_of_different_people_all_count(tmp_path):
    put(tmp_path, "a.xlsx")
    put(tmp_path, "b.xlsx", {ID: "TT-0901"})

    found = outcome(tmp_path)
    assert states(found) == {"a.xlsx": SCORED, "b.xlsx": SCORED}
    assert found.findings == ()


def test_the_same_content_counts_once_for_the_first_path(tmp_path):
    for name in ("b/แบบ (1).xlsx", "a/แบบ.xlsx", "c/สำเนาของ แบบ.xlsx"):
        put(tmp_path, name)

    found = outcome(tmp_path)
    assert [one.state for one in found.appraisals] == [SCORED, DUPLICATE, DUPLICATE]
    assert codes(found) == [("แบบ (1).xlsx", "PE302"), ("สำเนาของ แบบ.xlsx", "PE302")]
    first = (tmp_path / "a/แบบ.xlsx").as_posix()
    assert all(first in told.message("th") for told in found.findings)
    assert found.summary()["scored"] == 1
    assert found.is_ok


@pytest.mark.parametrize(
    "changes",
    [
        {LEVEL: "4"},  # as text
        {LEVEL: "๔"},
        {LEVEL: Decimal("4.00")},
        {LEVEL: formula("2+2", "4")},
        {("name",): " นางสาวทดสอบ  ตัวอย่างดี"},
        {("fiscal_year",): 2568},
    ],
    ids=str,
)
def test_the_same_value_written_otherwise_is_the_same_content(tmp_path, changes):
    put(tmp_path, "a.xlsx")
    put(tmp_path, "b.xlsx", changes)

    assert states(outcome(tmp_path)) == {"a.xlsx": SCORED, "b.xlsx": DUPLICATE}


@pytest.mark.parametrize(
    "changes",
    [
        {LEVEL: Decimal("4.01")},
        {("probation",): "ใช่"},
        {("evaluated_on",): "31/3/2568"},
        {("competencies", 0, "evidence"): "บันทึกเพิ่ม"},
        {("evaluator_name",): "นายอื่น ตัวอย่าง"},
    ],
    ids=str,
)
def test_different_forms_of_one_person_are_both_held_and_both_named(tmp_path, changes):
    put(tmp_path, "a.xlsx")
    put(tmp_path, "b.xlsx", changes)

    found = outcome(tmp_path)
    assert states(found) == {"a.xlsx": HELD, "b.xlsx": HELD}
    assert codes(found) == [("a.xlsx", "PE301"), ("b.xlsx", "PE301")]
    assert [one.cell for one in found.findings] == [place_of(ID)] * 2
    assert "b.xlsx" in found.findings[0].message("th")
    assert "a.xlsx" in found.findings[1].message("en")
    assert all(one.result is None for one in found.appraisals)


@pytest.mark.parametrize("other", ["tt-0900", "TT 0900", "TT–๐๙๐๐", "TT0900"])
def test_an_id_written_otherwise_is_the_same_person(tmp_path, other):
    put(tmp_path, "a.xlsx")
    put(tmp_path, "b.xlsx", {ID: other, LEVEL: 5})

    assert states(outcome(tmp_path)) == {"a.xlsx": HELD, "b.xlsx": HELD}


def test_leading_zeros_make_another_person(tmp_path):
    put(tmp_path, "a.xlsx", {ID: "0900"})
    put(tmp_path, "b.xlsx", {ID: "900", LEVEL: 5})

    assert states(outcome(tmp_path)) == {"a.xlsx": SCORED, "b.xlsx": SCORED}


def test_leading_zeros_that_a_cell_shows_are_part_of_the_id(tmp_path):
    put(tmp_path, "a.xlsx", {ID: "00900"})
    put(tmp_path, "b.xlsx", {ID: zeros("900"), LEVEL: 5})

    assert states(outcome(tmp_path)) == {"a.xlsx": HELD, "b.xlsx": HELD}


def test_two_copies_and_a_different_one_are_all_held(tmp_path):
    put(tmp_path, "a.xlsx")
    put(tmp_path, "b.xlsx")
    put(tmp_path, "c.xlsx", {LEVEL: 5})

    found = outcome(tmp_path)
    assert set(states(found).values()) == {HELD}
    assert {code for _, code in codes(found)} == {"PE301"}


def test_a_form_with_an_error_holds_a_different_sound_one(tmp_path):
    put(tmp_path, "a.xlsx")
    put(tmp_path, "b.xlsx", {LEVEL: 6})

    found = outcome(tmp_path)
    assert states(found) == {"a.xlsx": HELD, "b.xlsx": HELD}
    assert codes(found) == [
        ("a.xlsx", "PE301"),
        ("b.xlsx", "PE301"),
        ("b.xlsx", "PE204"),
    ]


def test_what_cannot_be_read_is_content_too(tmp_path):
    put(tmp_path, "a.xlsx", {LEVEL: "ดี"})
    put(tmp_path, "b.xlsx", {LEVEL: "ดีมาก"})

    found = outcome(tmp_path)
    assert states(found) == {"a.xlsx": HELD, "b.xlsx": HELD}
    assert [code for _, code in codes(found)] == ["PE301", "PE102"] * 2


def test_copies_with_the_same_error_are_told_once(tmp_path):
    put(tmp_path, "a.xlsx", {LEVEL: "ดี", WEIGHT: "มาก"})
    put(tmp_path, "b.xlsx", {LEVEL: "ดี", WEIGHT: "มาก"})

    found = outcome(tmp_path)
    assert states(found) == {"a.xlsx": HELD, "b.xlsx": DUPLICATE}
    assert codes(found) == [
        ("a.xlsx", "PE102"),
        ("a.xlsx", "PE102"),
        ("b.xlsx", "PE302"),
    ]


def test_a_sound_form_counts_before_its_copy_with_a_changed_label(tmp_path):
    path = tmp_path / "a.xlsx"
    parts = dict(sound_parts(TAMBON))
    parts[FORM] = typed_over(
        parts[FORM].decode(), label_of(("indicators", "level")), "คะแนนพิเศษ"
    ).encode()
    path.write_bytes(packed(parts))
    put(tmp_path, "b.xlsx")

    found = outcome(tmp_path)
    assert states(found) == {"a.xlsx": DUPLICATE, "b.xlsx": SCORED}


def test_an_agreement_is_ignored_and_told(tmp_path):
    path = put(tmp_path, "a.xlsx", UNEVALUATED)

    found = outcome(path)
    assert states(found) == {"a.xlsx": AGREEMENT}
    assert codes(found) == [("a.xlsx", "PE303")]
    assert found.is_ok
    assert found.summary()["held"] == found.summary()["scored"] == 0


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {("name",): None},
        {WEIGHT: "สี่สิบ"},  # a fault of the agreement is none of the evaluation
        {TARGETS[0]: 80},
        {("evaluator_name",): "นายอื่น ตัวอย่าง"},
    ],
    ids=str,
)
def test_an_agreement_is_never_a_second_form_of_its_person(tmp_path, changes):
    put(tmp_path, "ข้อตกลง.xlsx", {**UNEVALUATED, **changes})
    put(tmp_path, "ผล.xlsx")

    found = outcome(tmp_path)
    assert states(found) == {"ข้อตกลง.xlsx": AGREEMENT, "ผล.xlsx": SCORED}
    assert codes(found) == [("ข้อตกลง.xlsx", "PE303")]


@pytest.mark.parametrize(
    "changes",
    [
        {LEVEL: 4},
        {LEVEL: "ดี"},  # typed, if not readable
        {i(0, "actual"): 90},
        {("competencies", 0, "level"): 4},
    ],
    ids=str,
)
def test_a_single_level_or_actual_makes_it_an_evaluation(tmp_path, changes):
    path = put(tmp_path, "a.xlsx", {**UNEVALUATED, **changes})

    assert states(outcome(path)) == {"a.xlsx": HELD}


def test_a_form_whose_labels_are_gone_is_no_agreement(tmp_path):
    parts = dict(sound_parts(TAMBON))
    sheet = parts[FORM].decode()
    for at in UNEVALUATED:
        sheet = typed_over(sheet, place_of(at), None)
    parts[FORM] = typed_over(
        sheet, label_of(("indicators", "level")), "คะแนนพิเศษ"
    ).encode()
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts))

    assert states(outcome(path)) == {"a.xlsx": HELD}


def mixed(folder: Path) -> list[Path]:
    """One of everything, with its file."""
    return [
        put(folder, "ก.xlsx"),
        put(folder, "ก-สำเนา.xlsx"),
        put(folder, "ข.xlsx", {ID: "TT-0902", LEVEL: 5}),
        put(folder, "ค1.xlsx", {ID: "TT-0903"}),
        put(folder, "ค2.xlsx", {ID: "TT-0903", LEVEL: 3}),
        put(folder, "ง.xlsx", {ID: "TT-0904", LEVEL: 6}),
        put(folder, "จ.xlsx", {ID: "TT-0905", **UNEVALUATED}),
    ]


def test_a_mixed_folder_comes_out_form_by_form(tmp_path):
    mixed(tmp_path)

    found = outcome(tmp_path)
    assert states(found) == {
        "ก-สำเนา.xlsx": SCORED,
        "ก.xlsx": DUPLICATE,
        "ข.xlsx": SCORED,
        "ค1.xlsx": HELD,
        "ค2.xlsx": HELD,
        "ง.xlsx": HELD,
        "จ.xlsx": AGREEMENT,
    }
    assert found.summary() == {
        "files": 7,
        "forms": 7,
        "scored": 2,
        "held": 3,
        "errors": 3,
        "warnings": 0,
        "notes": 2,
    }


def test_the_order_of_the_files_changes_nothing(tmp_path):
    files = mixed(tmp_path)
    expected = run([tmp_path], Known())

    assert len(expected.findings) == 5
    for order in (files, files[::-1], [*files[3:], *files[:3]]):
        assert run(order, Known()) == expected


def test_a_file_named_twice_is_read_once(tmp_path):
    path = put(tmp_path, "a.xlsx")

    found = run([path, tmp_path, path], Known())
    assert found.files == 1
    assert found.findings == ()


BAD = {
    "empty.xlsx": b"",
    "noise.xlsx": b"\x00\xff" * 400,
    "cut.xlsx": content_of({})[:-200],
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "page.xlsx": b"<html><body>login</body></html>",
}


def test_one_bad_file_never_changes_the_result_of_another(tmp_path):
    inbox = tmp_path / "inbox"
    put(inbox, "a.xlsx")
    put(inbox, "z.xlsx", {ID: "TT-0901", LEVEL: 5})
    alone = outcome(inbox)
    for name, content in BAD.items():
        (inbox / name).write_bytes(content)

    together = outcome(inbox)
    assert together.appraisals == alone.appraisals
    assert {Path(one.file).name for one in together.findings} == set(BAD)
    assert all(one.severity == "error" for one in together.findings)


PASSED_OVER = {
    "~$ก.xlsx": "PE011",
    ".~lock.ก.xlsx#": "PE011",
    ".hidden.xlsx": "PE305",
    "อ่านก่อน.docx": "PE305",
    "รูป.jpg": "PE305",
    "สแกน.pdf": "PE305",
    "รายชื่อ.csv": "PE305",
    "แบบทุกคน.zip": "PE305",
}


def test_what_is_no_workbook_of_a_folder_is_passed_over_with_a_note(tmp_path):
    put(tmp_path, "ก.xlsx")
    for name in PASSED_OVER:
        (tmp_path / name).write_bytes(b"x")

    found = outcome(tmp_path)
    assert dict(codes(found)) == PASSED_OVER
    assert states(found) == {"ก.xlsx": SCORED}
    assert found.files == 1
    assert found.is_ok


def test_another_kind_of_file_says_what_to_do(tmp_path):
    (tmp_path / "สแกน.pdf").write_bytes(b"x")
    told = outcome(tmp_path).findings[-1]

    assert "ขอไฟล์ .xlsx จากผู้ประเมิน" in told.remedy("th")
    assert "ask the evaluator for the .xlsx" in told.remedy("en")


@pytest.mark.parametrize("name", ["น.ส.ดารา ตัวอย่างดี", "แบบ.xlsx.download", "แบบ.pdf"])
def test_a_workbook_in_a_folder_is_read_whatever_its_name_ends_in(tmp_path, name):
    (tmp_path / name).write_bytes(content_of({}))

    assert states(outcome(tmp_path)) == {name: SCORED}


@pytest.mark.parametrize("ending", [".xls", ".xlsb", ".ods", ".numbers", ".et"])
def test_a_form_that_was_saved_by_another_program_is_refused(tmp_path, ending):
    put(tmp_path, "ก.xlsx")
    (tmp_path / f"ข{ending}").write_bytes(b"\xd0\xcf\x11\xe0")

    found = outcome(tmp_path)
    assert [one.severity for one in found.findings] == ["error"]
    assert found.files == 2


def test_what_lies_in_a_hidden_folder_is_hidden(tmp_path):
    put(tmp_path, "ก.xlsx")
    put(tmp_path / ".Trash-1000", "ข.xlsx")

    found = outcome(tmp_path)
    assert codes(found) == [("ข.xlsx", "PE305")]
    assert found.files == 1


def test_a_file_that_the_user_names_is_always_read(tmp_path):
    path = tmp_path / "อ่านก่อน.docx"
    path.write_bytes(content_of({}))

    assert [one.state for one in outcome(path).appraisals] == [SCORED]


@pytest.mark.parametrize("inside", [(), ("~$ก.xlsx",), ("รูป.jpg",)])
def test_a_folder_without_a_workbook_is_an_error(tmp_path, inside):
    for name in inside:
        (tmp_path / name).write_bytes(b"x")

    found = outcome(tmp_path)
    assert [code for _, code in codes(found)][:1] == ["PE304"]
    assert not found.is_ok
    assert found.summary()["files"] == 0


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside = put(tmp_path / "outside", "a.xlsx")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "link.xlsx").symlink_to(outside)
    (inbox / "folder").symlink_to(outside.parent)

    found = outcome(inbox)
    assert found.appraisals == ()
    assert {name for name, _ in codes(found)} == {"link.xlsx", "folder"}


def test_findings_stand_in_the_order_of_the_files(tmp_path):
    for order in permutations(("ข.xlsx", "ก.xlsx", "ค.xlsx")):
        for number, name in enumerate(order):
            put(tmp_path, name, {ID: f"TT-{number}", LEVEL: 6, ("name",): None})
        found = outcome(tmp_path)
        assert codes(found) == [
            (name, code)
            for name in ("ก.xlsx", "ข.xlsx", "ค.xlsx")
            for code in ("PE101", "PE204")
        ]


# ---------------------------------------------------- scores of ours from before


def scores_in(folder, name, found):
    """A list of scores as `perfeval score -o` writes it."""
    book = scores.build([one.result for one in found.appraisals], [], "th")
    content = csv_text(book) if name.endswith(".csv") else xlsx(book)
    (folder / name).write_bytes(content)


@pytest.mark.parametrize("name", ["คะแนน.xlsx", "คะแนน.csv", "ข.XLSX"])
def test_a_list_of_scores_of_ours_is_passed_over_with_a_note(tmp_path, name):
    put(tmp_path, "ก.xlsx")
    scores_in(tmp_path, name, outcome(tmp_path))

    found = outcome(tmp_path)
    assert codes(found) == [(name, "PE306")]
    assert (found.files, states(found)) == (1, {"ก.xlsx": SCORED})


@pytest.mark.parametrize("name", ["คะแนน.xlsx", "คะแนน.csv"])
def test_a_folder_of_scores_of_ours_alone_holds_no_workbook(tmp_path, name):
    put(tmp_path / "inbox", "ก.xlsx")
    (tmp_path / "other").mkdir()
    scores_in(tmp_path / "other", name, outcome(tmp_path / "inbox"))

    found = outcome(tmp_path / "other")
    assert [one.code for one in found.findings] == ["PE304", "PE306"]
    assert found.files == 0


def test_a_list_of_scores_that_the_user_names_is_read_and_holds_no_form(tmp_path):
    scores_in(tmp_path, "a.xlsx", outcome(put(tmp_path, "ก.xlsx")))

    assert codes(outcome(tmp_path / "a.xlsx")) == [("a.xlsx", "PE012")]


def test_a_form_is_read_though_its_file_says_that_it_is_a_list_of_scores(tmp_path):
    path = put(tmp_path, "ก.xlsx")
    book = openpyxl.load_workbook(path)
    book.custom_doc_props.append(StringProperty(name=MARK, value=SCORES))
    book.save(path)

    assert states(outcome(tmp_path)) == {"ก.xlsx": SCORED}


def test_another_table_with_our_name_is_another_kind_of_file(tmp_path):
    put(tmp_path, "ก.xlsx")
    (tmp_path / "scores.csv").write_text("employee_id,name\n1,ก\n", encoding="utf-8")

    assert codes(outcome(tmp_path)) == [("scores.csv", "PE305")]
