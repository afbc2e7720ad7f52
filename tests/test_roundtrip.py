"""A form says the same whichever program saved it last."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import openpyxl
import pytest

import libreoffice
from filled import CIVIL, TAMBON
from made_up import Form, places, sound_form, spoilt
from perfeval.appraise.outcome import Appraisal, State
from perfeval.batch import Known, run
from perfeval.excel.blank import Sheet, build
from perfeval.model import Evaluation

SEED, COUNT = 2559, 20
TABLES = ("indicators", "competencies", "changes", "follow_ups", "development")
PLACES = {"at", "blank_rows"}  # where a value stands, not what it is
OF_THE_FILE = {"file", "sha256", "totals", *PLACES}  # a total may go unsaved
WORDS = (
    "ร้อยละ 90 ของหนังสือที่ส่งทันกำหนด",
    "น้ำใจไมตรี เก่งกล้า ผู้ว่าฯ",
    "บรรทัดแรก\nบรรทัดที่สอง",
    "  วรรคหน้า และ  วรรคกลาง",
    "<b>&amp; \"คำพูด\" 'เดี่ยว'",
    "=1+1",
    "๑๒๓",
    "00900",
)
DETAILS = {
    "changes": ("title", "change", "changed_on", "approved_by"),
    "follow_ups": ("followed_on", "progress", "advice"),
    "development": ("need", "method", "period"),
}


def day(random: Random) -> date:
    """A day of the round or about it."""
    return date(2024, 10, 1) + timedelta(random.randint(0, 200))


def dressed(form: Form, random: Random) -> Form:
    """A form with everything else that people write into one."""
    texts = ("organisation", "position", "division", "host_office", "host_opinion")
    for key in texts:
        form.values[(key,)] = random.choice(WORDS)
    for key in ("agreed_on", "evaluated_on", "acknowledged_on"):
        form.values[(key,)] = day(random)
    form.values[("employee_id",)] = f"{random.randint(1, 99):05d}"
    form.values[("fiscal_year",)] = random.choice(("2568", "๒๕๖๘"))
    form.values[("round_number",)] = random.choice(("1", "2"))
    form.values[("acknowledgement",)] = random.choice(
        ("ลงลายมือชื่อรับทราบ", "ไม่ยินยอมลงลายมือชื่อ", "signed")
    )
    form.values[("next_supervisor_total",)] = Decimal(random.randint(0, 10**6)) / 10**4
    for row in range(4):
        form.values["indicators", row, "evidence"] = random.choice(WORDS)
        form.values["indicators", row, "title"] = random.choice(WORDS[:5])
    for table, keys in DETAILS.items():
        for row in range(random.randint(0, 3)):
            for key in keys:
                told = day(random) if key.endswith("_on") else random.choice(WORDS)
                form.values[table, row, key] = told
    return form


def filled_forms() -> Iterator[Form]:
    """Sound forms and some that are held."""
    random = Random(SEED)
    for number in range(COUNT):
        rule = random.choice(("half a ladder", "no level", "a competency in words"))
        form = (
            spoilt(random, number, rule)
            if number % 5 == 4
            else sound_form(random, number)
        )
        yield dressed(form, random)


def said(evaluation: Evaluation) -> Mapping[str, object]:
    """Everything typed in a form, wherever it stands."""
    values = evaluation.model_dump(exclude=OF_THE_FILE)
    for table in TABLES:
        rows = getattr(evaluation, table)
        values[table] = [row.model_dump(exclude=PLACES) for row in rows]
    return values


def judged(one: Appraisal) -> tuple[object, ...]:
    """State, exact score, and what was found at which cells."""
    found = [(told.code, told.cells, told.found) for told in one.findings]
    result = one.result
    score = (result.total, result.band.key, result.printed) if result else None
    return one.state, score, found


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The forms as the program writes them."""
    folder = tmp_path_factory.mktemp("ours")
    paths = []
    for number, form in enumerate(filled_forms()):
        at = places(form.regulation)
        path = folder / f"{number:02d}.xlsx"
        path.write_bytes(build((Sheet(at, at.form.sheet, form.values),)))
        paths.append(path)
    return paths


def read(path: Path) -> Appraisal:
    """The only form of a file."""
    (one,) = run([path], Known()).appraisals
    return one


def assert_same(ours: list[Path], theirs: list[Path]) -> None:
    assert len(ours) == len(theirs) == COUNT
    for before, after in zip(map(read, ours), map(read, theirs), strict=True):
        assert said(before.evaluation) == said(after.evaluation)
        assert judged(before) == judged(after)


def test_the_forms_are_of_both_regulations_and_some_are_held(ours):
    read_again = [read(path) for path in ours]

    assert {one.evaluation.regulation for one in read_again} == {TAMBON, CIVIL}
    assert {one.state for one in read_again} == {State.SCORED, State.HELD}


def test_a_form_is_read_as_it_was_filled(ours):
    for path, form in zip(ours, filled_forms(), strict=True):
        evaluation = read(path).evaluation
        assert evaluation.employee_id == form.values[("employee_id",)]
        assert evaluation.evaluated_on == form.values[("evaluated_on",)]
        for at, value in form.values.items():
            if at[0] == "indicators" and isinstance(value, Decimal):
                row = evaluation.indicators[at[1]]
                assert getattr(row, at[2]) == value


def test_a_form_saved_by_openpyxl_says_the_same(ours, tmp_path):
    theirs = []
    for path in ours:
        openpyxl.load_workbook(path).save(tmp_path / path.name)
        theirs.append(tmp_path / path.name)

    assert_same(ours, theirs)


@libreoffice.needed
def test_a_form_saved_by_libreoffice_says_the_same(ours, tmp_path):
    assert_same(ours, libreoffice.saved(ours, tmp_path))


@libreoffice.needed
def test_a_form_saved_by_one_program_after_the_other_says_the_same(ours, tmp_path):
    once = libreoffice.saved(ours, tmp_path / "once")
    theirs = []
    for path in once:
        openpyxl.load_workbook(path).save(tmp_path / path.name)
        theirs.append(tmp_path / path.name)

    assert_same(ours, theirs)
