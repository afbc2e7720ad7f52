"""The agreement of the start of a round: checked, kept, and held against at its end."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from filled import TAMBON, At, cell_of, sound, write
from perfeval.appraise.agreed import Agreement, agreement_of, meaning
from perfeval.appraise.agreement import Comparison, against_agreement
from perfeval.appraise.outcome import State
from perfeval.batch import Known, run, values
from perfeval.choices import Stage
from perfeval.excel.pen import Value
from perfeval.findings import has_error
from perfeval.model import Evaluation
from perfeval.parse import parse
from perfeval.record import agreements
from perfeval.record.damage import DamagedError
from perfeval.regulations.load import load
from perfeval.rounds.folder import RoundFolder
from shell import Shell

RULES = load(TAMBON).regulation
CLAUSE = "ข้อ ๒.๒ (๓) วรรคสอง"  # of the provision on changes
DAY, LATER = date(2024, 10, 15), date(2025, 1, 10)
LADDER = (75, 80, 85, 90, 95)
EVALUATOR = "นายผู้ประเมิน ตัวอย่างเที่ยง"


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


def i(row: int, key: str) -> At:
    return ("indicators", row, key)


def c(row: int, key: str) -> At:
    return ("competencies", row, key)


def agreement() -> dict[At, Value]:
    """A sound agreement: the sound form without its levels, and one ladder."""
    cells = {at: value for at, value in sound().items() if at[-1] != "level"}
    cells |= {i(0, f"target_{n}"): Decimal(t) for n, t in enumerate(LADDER, 1)}
    for row in range(8):
        cells[c(row, "expected")] = Decimal(2)  # as advised for this position
    return cells


def found(path: Path, cells: dict[At, Value]) -> list[tuple[str, str | None]]:
    """What is told of an agreement with these cells."""
    outcome = run([write(path / "form.xlsx", cells)], Known(), Stage.AGREEMENT)
    return [(one.code, one.cell) for one in outcome.findings]


def test_an_agreement_needs_no_level_and_no_actual(tmp_path):
    outcome = run(
        [write(tmp_path / "form.xlsx", agreement())], Known(), Stage.AGREEMENT
    )

    assert outcome.findings == ()
    assert [one.state for one in outcome.appraisals] == [State.AGREEMENT]


FAULTS = [
    ("weights of 95", {i(2, "weight"): Decimal(20)}, ["PE201"], i(0, "weight")),
    ("no weight", {i(2, "weight"): None}, ["PE216"], i(2, "weight")),
    ("a weight in words", {i(2, "weight"): "ยี่สิบ"}, ["PE102"], i(2, "weight")),
    ("half a ladder", {i(0, "target_3"): None}, ["PE206"], i(0, "target_3")),
    ("a crooked ladder", {i(0, "target_3"): Decimal(70)}, ["PE207"], i(0, "target_1")),
    ("no title", {i(1, "title"): None}, ["PE215"], i(1, "title")),
    ("an unnamed competency", {c(6, "title"): None}, ["PE213"], c(6, "title")),
    ("a core one missing", {c(1, "title"): None}, ["PE211"], c(1, "title")),
    ("one twice", {c(6, "title"): "สมรรถนะประจำสายงาน 5"}, ["PE212"], c(5, "title")),
    ("one weight", {c(0, "weight"): Decimal(100)}, ["PE216"] * 7, c(1, "weight")),
    ("expected as not advised", {c(0, "expected"): Decimal(3)}, ["PE214"], None),
    ("no expected level", {c(0, "expected"): None}, ["PE240"], c(0, "expected")),
    (
        "an expected level of 6",
        {c(0, "expected"): Decimal(6)},
        ["PE214", "PE241"],
        None,
    ),
    ("nobody named", {("name",): None}, ["PE101"], ("name",)),
    ("no evaluator", {("evaluator_name",): None}, ["PE101"], ("evaluator_name",)),
    ("one who evaluates himself", {("evaluator_name",): "นางสาวทดสอบ ตัวอย่างดี"},
     ["PE220"], ("evaluator_name",)),
    ("a level is of the evaluation", {i(0, "level"): Decimal(9)}, [], None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "codes", "at"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_a_fault_of_an_agreement_is_told_at_its_cell(changes, codes, at, tmp_path):
    told = found(tmp_path, agreement() | changes)

    assert [code for code, _ in told] == codes
    if at:
        assert told[0][1] == cell_of(at)


def test_an_agreement_without_an_indicator_is_told(tmp_path):
    cells = {at: value for at, value in agreement().items() if at[0] != "indicators"}

    assert [code for code, _ in found(tmp_path, cells)] == ["PE209"]


def test_more_than_ten_indicators_are_a_warning(tmp_path):
    cells = {at: value for at, value in agreement().items() if at[0] != "indicators"}
    for row in range(11):
        cells[i(row, "title")] = f"ตัวชี้วัดที่ {row + 1}"
        cells[i(row, "weight")] = Decimal(50 if row == 0 else 5)

    assert [code for code, _ in found(tmp_path, cells)] == ["PE210"]


def test_check_tells_agreements_by_their_stage(sh, tmp_path):
    write(tmp_path / "a.xlsx", agreement())
    spoilt = agreement() | {i(2, "weight"): Decimal(20)}
    write(tmp_path / "b.xlsx", spoilt | {("employee_id",): "TT-0901"})
    ran = sh("check", tmp_path, "--stage", "agreement", "--json")
    answer = json.loads(ran.out)

    assert ran.code == 1
    assert answer["summary"] | {"scored": 0} == {
        "files": 2, "forms": 2, "scored": 0, "held": 1, "errors": 1, "warnings": 0,
        "notes": 0, "agreements": 1,
    }  # fmt: skip
    assert "ข้อตกลงครบถ้วน 1" in sh("check", tmp_path, "--stage", "agreement").out
    assert sh("check", tmp_path / "a.xlsx").code == 0  # a note that it is no evaluation
    assert sh("check", tmp_path, "--stage", "start").code == 2


# ── at the end, held against what was recorded ──────────────────────────────


def typed(path: Path, cells: dict[At, Value]) -> Evaluation:
    """The evaluation of a form with these cells."""
    written = write(path / "form.xlsx", cells)
    return parse(values([written], Known())[0][0])[0]


def recorded(path: Path, number: int = 1, **changes: object) -> Agreement:
    """The agreement as it was recorded on a day."""
    return agreement_of(
        typed(path, agreement()), number=number, recorded_on=DAY, **changes
    )


def evaluated() -> dict[At, Value]:
    """The same form at the end: every level 4, the first by its actual."""
    cells = agreement() | {i(row, "level"): Decimal(4) for row in (1, 2)}
    cells |= {c(row, "level"): Decimal(4) for row in range(8)}
    return cells | {i(0, "actual"): Decimal(90)}


def change(row: int, title: str, by: str = EVALUATOR) -> dict[At, Value]:
    """A row of the table of changes."""
    return {
        ("changes", row, "title"): title,
        ("changes", row, "change"): "นโยบายเปลี่ยน",
        ("changes", row, "changed_on"): LATER,
        ("changes", row, "approved_by"): by,
    }


def compared(path: Path, changes: dict[At, Value]) -> Comparison:
    """What is told of the evaluation with these cells changed."""
    versions = [recorded(path)]
    return against_agreement(typed(path, evaluated() | changes), versions, RULES)


def test_an_evaluation_of_the_recorded_agreement_is_clean(tmp_path):
    assert compared(tmp_path, {}) == Comparison((), differs=False)


def test_a_round_without_recorded_agreements_says_nothing(tmp_path):
    evaluation = typed(tmp_path, evaluated())

    assert against_agreement(evaluation, (), RULES) == Comparison((), differs=False)


DIFFERENCES = [
    ("a weight", {i(0, "weight"): Decimal(45)}, ["PE242"], i(0, "weight")),
    ("a target", {i(0, "target_2"): Decimal(81)}, ["PE242"], i(0, "target_2")),
    ("a ladder added", {i(1, f"target_{n}"): Decimal(n) for n in range(1, 6)},
     ["PE242"], i(1, "target_1")),
    ("a deleted target", {i(0, "target_5"): None}, ["PE242"], i(0, "target_5")),
    ("a title", {i(1, "title"): "งานอื่น"}, ["PE242"], i(1, "title")),
    ("a competency", {c(6, "title"): "การคิดวิเคราะห์"}, ["PE242"], c(6, "title")),
    ("its weight", {c(6, "weight"): Decimal(20)}, ["PE242"], c(6, "weight")),
    ("its expected level", {c(6, "expected"): Decimal(3)}, ["PE245"], c(6, "expected")),
    ("its kind", {c(6, "kind"): "สมรรถนะหลัก"}, ["PE245"], c(6, "kind")),
    ("a new indicator", {i(3, "title"): "งานใหม่", i(3, "level"): Decimal(5)},
     ["PE244"], i(3, "title")),
    ("a new competency", {c(8, "title"): "ใหม่", c(8, "level"): Decimal(5)},
     ["PE244"], c(8, "title")),
    ("the same number in other words", {i(0, "weight"): "ร้อยละ ๔๐"}, [], None),
    ("the same number as text", {i(0, "target_2"): "๘๐"}, [], None),
    ("the same number with a point", {i(0, "weight"): Decimal("40.0")}, [], None),
    ("other blanks", {i(1, "title"): "  ตัวชี้วัดที่  2 "}, [], None),
    ("a mark that nobody sees", {i(1, "title"): "ตัวชี้วัดที่\u200b 2"}, [], None),
    ("the same ladder in percent words",
     {i(0, f"target_{n}"): f"ไม่เกิน {t}" for n, t in enumerate(LADDER, 1)}, [], None),
    ("a weight that cannot be read", {i(0, "weight"): "สี่สิบ"}, [], None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "codes", "at"),
    [d[1:] for d in DIFFERENCES],
    ids=[d[0] for d in DIFFERENCES],
)
def test_what_differs_is_told_at_its_cell_and_nothing_else(
    changes, codes, at, tmp_path
):
    comparison = compared(tmp_path, changes)

    assert [one.code for one in comparison.findings] == codes or set(codes) == {
        one.code for one in comparison.findings
    }
    assert comparison.differs == bool(codes)
    assert all(one.clause == CLAUSE for one in comparison.findings)
    if at:
        assert comparison.findings[0].cell == cell_of(at)


def test_a_target_is_told_in_words_that_stand_apart(tmp_path):
    told = compared(tmp_path, {i(0, "target_2"): Decimal(81)}).findings[0]

    assert told.message("th").startswith("เป้าหมายระดับ 2 ของ “")
    assert told.message("en").startswith("The target 2 of “")


def test_old_and_new_value_are_told(tmp_path):
    (one,) = compared(tmp_path, {i(0, "weight"): Decimal(45)}).findings

    for words in (one.message("th"), one.message("en")):
        assert "45" in words
        assert "40" in words
        assert "ตัวชี้วัดที่ 1" in words


def test_a_missing_indicator_is_told(tmp_path):
    gone = {i(2, key): None for key in ("title", "weight", "level")}
    (one,) = compared(tmp_path, gone).findings

    assert one.code == "PE243"
    assert "ตัวชี้วัดที่ 3" in one.message("th")
    assert has_error([one])


def test_rows_in_another_order_are_the_same_agreement(tmp_path):
    swapped = {
        i(1, "title"): "ตัวชี้วัดที่ 3", i(1, "weight"): Decimal(25),
        i(2, "title"): "ตัวชี้วัดที่ 2", i(2, "weight"): Decimal(35),
    }  # fmt: skip

    assert not compared(tmp_path, swapped).differs


def test_a_renamed_row_is_found_by_its_values_when_another_is_gone(tmp_path):
    """The second is gone, the third has another name: two findings, not four."""
    cells = {i(1, key): None for key in ("title", "weight", "level")}
    cells |= {i(2, "title"): "ชื่อใหม่"}

    told = compared(tmp_path, cells).findings
    assert {(one.code, one.cell) for one in told} == {
        ("PE243", cell_of(i(0, "title"))),  # where the table begins
        ("PE242", cell_of(i(2, "title"))),
    }


WEIGHTS = {i(0, "weight"): Decimal(45), i(1, "weight"): Decimal(30)}
BOTH = change(0, "ตัวชี้วัดที่ 1") | change(1, "ตัวชี้วัดที่ 2")


def test_a_change_with_its_date_and_approval_is_a_note(tmp_path):
    comparison = compared(tmp_path, WEIGHTS | BOTH)

    assert [one.code for one in comparison.findings] == ["PE247", "PE247"]
    assert [one.cell for one in comparison.findings] == [
        cell_of(i(0, "weight")),
        cell_of(i(1, "weight")),
    ]
    assert comparison.differs
    assert EVALUATOR in comparison.findings[0].message("th")
    assert "10 มกราคม 2568" in comparison.findings[0].message("th")
    assert "2025-01-10" in comparison.findings[0].message("en")


def test_a_change_allows_only_the_row_that_it_names(tmp_path):
    told = compared(tmp_path, WEIGHTS | change(0, "ตัวชี้วัดที่ 1")).findings

    assert [one.code for one in told] == ["PE247", "PE242"]


LICENCES = [
    ("by somebody else", change(0, "ตัวชี้วัดที่ 1", by="นายคนอื่น"), ["PE246", "PE242"]),
    ("by the evaluator with position", change(0, "ตัวชี้วัดที่ 1",
     by="ผู้ประเมิน ตัวอย่างเที่ยง ปลัด อบต."), ["PE247"]),
    ("without a date", change(0, "ตัวชี้วัดที่ 1") | {("changes", 0, "changed_on"): None},
     ["PE242"]),
    ("without approval", change(0, "ตัวชี้วัดที่ 1", by="") |
     {("changes", 0, "approved_by"): None}, ["PE242"]),
    ("of another title", change(0, "งานอื่น"), ["PE242", "PE248"]),
    ("of no title", change(0, "x") | {("changes", 0, "title"): None},
     ["PE242", "PE248"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "codes"), [x[1:] for x in LICENCES], ids=[x[0] for x in LICENCES]
)
def test_a_change_needs_title_date_and_the_evaluators_approval(row, codes, tmp_path):
    told = compared(tmp_path, {i(0, "weight"): Decimal(45)} | row).findings

    assert [one.code for one in told] == codes


def test_a_new_title_may_be_named_by_the_old_or_the_new_one(tmp_path):
    for named in ("ตัวชี้วัดที่ 2", "งานใหม่"):
        told = compared(tmp_path, {i(1, "title"): "งานใหม่"} | change(0, named)).findings

        assert [one.code for one in told] == ["PE247"]


def test_an_indicator_may_be_dropped_and_added_with_approval(tmp_path):
    cells = {i(2, key): None for key in ("title", "weight", "level")}
    cells |= {i(0, "weight"): Decimal(65)}
    cells |= change(0, "ตัวชี้วัดที่ 1") | change(1, "ตัวชี้วัดที่ 3")

    told = compared(tmp_path, cells).findings
    assert [one.code for one in told] == ["PE247", "PE247"]


def test_a_change_that_was_recorded_allows_no_other_change(tmp_path):
    """The row of the second version stands in the form to the end of the round."""
    first = recorded(tmp_path)
    second = agreement_of(
        typed(tmp_path, agreement() | WEIGHTS | BOTH), number=2, recorded_on=LATER
    )
    same = typed(tmp_path, evaluated() | WEIGHTS | BOTH)
    again = typed(
        tmp_path,
        evaluated() | WEIGHTS | BOTH | {i(0, "weight"): Decimal(50)},
    )

    assert against_agreement(same, [first, second], RULES).findings == ()
    told = against_agreement(again, [first, second], RULES).findings
    assert [one.code for one in told] == ["PE242"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("15", "15.0"), ("15", "๑๕"), ("1,000", "1000"), ("a  b", "a b"), ("0", "-0")],
)
def test_values_that_mean_the_same_are_the_same(one, other):
    assert meaning(one) == meaning(other)


@pytest.mark.parametrize(
    ("one", "other"), [("15", "1.5"), ("15", None), ("1,5", "15"), ("15%", "15")]
)
def test_values_that_may_mean_something_else_are_not(one, other):
    assert meaning(one) != meaning(other)


# ── kept in the record ──────────────────────────────────────────────────────


def test_what_is_recorded_is_read_back_the_same(tmp_path):
    first = recorded(tmp_path)
    second = agreement_of(
        typed(tmp_path, agreement() | WEIGHTS | BOTH), number=2, recorded_on=LATER
    )
    folder = RoundFolder(tmp_path)
    agreements.save(folder, "TT-0900", [first, second])

    assert agreements.load(folder) == {"tt0900": (first, second)}


def test_exact_text_and_cells_are_kept(tmp_path):
    agreements.save(RoundFolder(tmp_path), "TT-0900", [recorded(tmp_path)])
    path = tmp_path / "record" / "agreements" / "TT-0900.json"
    (version,) = json.loads(path.read_text(encoding="utf-8"))["versions"]

    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert version["recorded_on"] == "2024-10-15"
    assert version["indicators"][0]["values"] == {
        "title": "ตัวชี้วัดที่ 1", "weight": "40", "target_1": "75", "target_2": "80",
        "target_3": "85", "target_4": "90", "target_5": "95",
    }  # fmt: skip
    assert version["indicators"][0]["cells"]["weight"] == cell_of(i(0, "weight"))
    assert version["competencies"][0]["values"] == {
        "title": "การมุ่งผลสัมฤทธิ์", "kind": "core", "expected": "2",
    }  # fmt: skip


@pytest.mark.parametrize(
    "identifier", ["../../out", "a/b", "..", "CON", "ก ข", "%2e", "x" * 60]
)
def test_an_id_never_leads_out_of_the_record(identifier, tmp_path):
    agreements.save(RoundFolder(tmp_path), identifier, [recorded(tmp_path)])
    (path,) = (tmp_path / "record" / "agreements").iterdir()

    assert path.is_file()
    assert len(agreements.load(RoundFolder(tmp_path))) == 1


@pytest.mark.parametrize("spoilt", ["", "[]", '{"versions": []}', '{"employee_id": 1}'])
def test_a_record_changed_by_hand_is_damaged(spoilt, tmp_path):
    agreements.save(RoundFolder(tmp_path), "1", [recorded(tmp_path)])
    (path,) = (tmp_path / "record" / "agreements").iterdir()
    path.write_text(spoilt, encoding="utf-8")
    with pytest.raises(DamagedError):
        agreements.load(RoundFolder(tmp_path))
