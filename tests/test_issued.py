"""A form that came back is the form that was issued to that person, or it is told."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from filled import At
from handed import agreed, cell_of, fill_in, form_in, levels, opened
from perfeval.appraise.issued import Issued, against_issue
from perfeval.choices import Per, Stage
from perfeval.findings import Finding
from perfeval.handout.make import Maker, Wanted
from perfeval.handout.plan import plan
from perfeval.model import Evaluation
from perfeval.parse import parse
from perfeval.record import issued
from round_folder import round_folder

OWN = "forms/02 กองคลัง/1003 นางสาวบัญชี ขยันดี.xlsx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round whose forms are handed out."""
    folder = round_folder(tmp_path / "round")
    round_ = opened(folder)
    numbers = iter(range(100))
    wanted = Wanted(Per.PERSON, Stage.AGREEMENT)
    maker = Maker(round_, wanted, {}, draw=lambda: f"{next(numbers):016x}")
    list(maker.make(plan(round_, round_.roster.people, wanted.per, wanted.stage)))
    return folder


def returned(folder: Path, **changed: object) -> tuple[Evaluation, Path]:
    """The form of 1003, filled in, with some fields typed over."""
    cells: dict[At, object] = {**agreed(), **levels()}
    cells |= {(key,): value for key, value in changed.items()}
    path = fill_in(folder / OWN, cells, folder / "inbox" / "back.xlsx")
    return parse(form_in(path))[0], path


def found(folder: Path, cells: dict[At, object], **how: bool) -> list[Finding]:
    """What is told of the form of 1003 with these cells typed over."""
    path = fill_in(
        folder / OWN, {**agreed(), **levels(), **cells}, folder / "inbox" / "back.xlsx"
    )
    record = issued.load(opened(folder).folder)
    return against_issue(parse(form_in(path))[0], record.people, **how)


def told(folder: Path, cells: dict[At, object]) -> list[tuple[str, str | None]]:
    """Codes and cells of that."""
    return [(one.code, one.cell) for one in found(folder, cells)]


def cell(folder: Path, *at: str | int) -> str:
    return cell_of(form_in(folder / OWN), at)


def test_a_form_that_came_back_as_it_was_issued_is_clean(folder):
    assert found(folder, {}) == []


def test_a_form_typed_over_for_somebody_else_is_told_at_its_id(folder):
    (one,) = found(folder, {("employee_id",): "1002"})

    assert (one.code, one.cell) == ("PE330", cell(folder, "employee_id"))
    assert "1003" in one.message("en")
    assert "1003" in one.message("th")


def test_an_id_in_thai_digits_is_the_same_person(folder):
    assert found(folder, {("employee_id",): "๑๐๐๓"}) == []


def test_a_form_of_another_round_carries_another_nonce(folder):
    evaluation, _ = returned(folder)
    people = {"1003": Issued("1003", "f" * 16)}
    (one,) = against_issue(evaluation, people)

    assert one.code == "PE331"


def test_a_blank_form_carries_no_nonce_and_nothing_is_said(folder):
    evaluation, _ = returned(folder)
    blank = evaluation.model_copy(update={"nonce": ""})
    record = issued.load(opened(folder).folder)

    assert against_issue(blank, record.people) == []


def test_a_round_that_issued_nothing_says_nothing(folder):
    evaluation, _ = returned(folder)

    assert against_issue(evaluation, {}) == []


CHANGES = [
    ("another core title", 0, "title", "ความรักสามัคคี", "PE332"),
    ("a core title with another blank", 0, "title", "การมุ่ง ผลสัมฤทธิ์", None),
    ("another expected level", 2, "expected", 3, "PE333"),
    ("the same level as text", 2, "expected", "๑", None),
    ("a deleted expected level", 2, "expected", None, "PE333"),
    ("another functional title", 6, "title", "การคิดวิเคราะห์", None),
    ("an expected level of a functional one", 6, "expected", 2, "PE333"),
]


@pytest.mark.parametrize(
    ("row", "key", "value", "code"),
    [c[1:] for c in CHANGES],
    ids=[c[0] for c in CHANGES],
)
def test_what_the_form_came_with_is_compared_at_its_cell(row, key, value, code, folder):
    at = ("competencies", row, key)

    assert told(folder, {at: value}) == ([(code, cell(folder, *at))] if code else [])


def test_rows_that_changed_places_are_the_same_rows(folder):
    first, second = "การมุ่งผลสัมฤทธิ์", "การทำงานเป็นทีม"
    cells = {("competencies", 0, "title"): second, ("competencies", 4, "title"): first}

    assert found(folder, cells) == []


def test_a_recorded_agreement_rules_the_competencies_instead(folder):
    cells = {("competencies", 2, "expected"): 3}

    assert found(folder, cells, is_agreed=True) == []


def test_a_level_that_cannot_be_read_is_told_once(folder):
    assert told(folder, {("competencies", 2, "expected"): "สาม"}) == []


def test_a_copied_sheet_carries_no_nonce(folder):
    path = folder / "inbox" / "copied.xlsx"
    book = openpyxl.load_workbook(folder / OWN)
    book.copy_worksheet(book["แบบประเมิน"])
    book.save(path)

    assert form_in(path, "แบบประเมิน Copy").nonce == ""
    assert form_in(path, "แบบประเมิน").nonce != ""


def test_the_record_says_what_was_issued(folder):
    own = issued.load(opened(folder).folder).people["1003"]

    assert [one.expected for one in own.competencies] == [Decimal(1)] * 8
    assert [one.title is not None for one in own.competencies] == [True] * 5 + [
        False
    ] * 3
    assert replace(own, nonce="") == Issued("1003", "", own.competencies)
