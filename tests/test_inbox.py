"""What comes back: each file matched by what is in it, everybody and all accounted."""

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from a_round import (
    BOON,
    CHAI,
    DARA,
    DIVISIONS,
    EVALUATOR,
    PEOPLE,
    codes,
    files,
    form,
    of,
    opened,
    person,
    received,
    send,
    states,
)
from filled import CIVIL, TAMBON, cell_of, layout
from perfeval.appraise.outcome import State
from perfeval.appraise.standing import FileState, PersonState
from perfeval.excel.blank import Sheet, build
from perfeval.findings import Severity
from perfeval.inbox import receive, taken_in
from perfeval.rounds.opened import Opened

LEVEL = ("indicators", 0, "level")
SIX, FIVE = Decimal(6), Decimal(5)
RANKED, HELD, MISSING, EXCLUDED = PersonState
ACCEPTED, HELD_FILE, REFUSED, DUPLICATE, IGNORED = FileState
LEVELS = [
    *((("indicators", row, "level")) for row in range(3)),
    *((("competencies", row, "level")) for row in range(8)),
]
NOTHING_EVALUATED = dict.fromkeys(LEVELS)


@pytest.fixture
def round_(tmp_path: Path) -> Opened:
    """Three people, and nothing in the inbox."""
    return opened(tmp_path, *PEOPLE)


def cell(*at: str) -> str:
    """The cell of a field or of a table in a form."""
    return cell_of(tuple(at))


def together(path: Path, *forms: dict) -> Path:
    """Several forms in one workbook, a sheet each."""
    places = layout()
    sheets = (Sheet(places, f"แบบ {n}", values) for n, values in enumerate(forms))
    path.write_bytes(build(tuple(sheets)))
    return path


# ------------------------------------------------------------------ matching


def test_a_form_is_matched_by_its_id_whatever_the_file_is_called(round_):
    send(round_, "กองคลัง/ฉบับจริง (2).xlsx", DARA)

    intake = received(round_)
    assert states(intake) == {"TT-0900": RANKED, "TT-0901": MISSING, "TT-0902": MISSING}
    assert files(intake) == {"กองคลัง/ฉบับจริง (2).xlsx": ACCEPTED}
    assert of(intake, DARA).final.total == 80
    assert of(intake, DARA).files == ("inbox/กองคลัง/ฉบับจริง (2).xlsx",)
    assert intake.findings == ()


def test_an_id_in_thai_digits_and_without_its_dash_is_the_same_id(round_):
    send(round_, "a.xlsx", DARA, {("employee_id",): "tt ๐๙๐๐"})

    assert states(received(round_))["TT-0900"] is RANKED


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("ดารา ตัวอย่างดี", ()),  # without the prefix
        ("น.ส.ดารา  ตัวอย่างดี", ()),
        ("นางสาวดารา ตัวอย่างดี\u200b", ("PE112",)),
        ("นางสาวดารา ตัวอยางดี", ("PE344",)),  # a tone mark is missing
        ("นางดารา เปลี่ยนสกุล", ("PE344",)),  # only the surname differs
    ],
)
def test_a_name_is_compared_in_its_normal_form(round_, name, known):
    send(round_, "a.xlsx", DARA, {("name",): name})

    intake = received(round_)
    assert tuple(code for code, _ in codes(intake)) == known
    assert of(intake, DARA).state is RANKED
    assert of(intake, DARA).appraisal.evaluation.name == DARA.full_name


@pytest.mark.parametrize("name", ["นายอื่น โดยสิ้นเชิง", BOON.full_name])
def test_an_id_and_a_name_that_contradict_each_other_hold_the_form(round_, name):
    send(round_, "a.xlsx", DARA, {("name",): name})

    intake = received(round_)
    assert codes(intake) == [("PE343", cell("name"))]
    assert files(intake) == {"a.xlsx": HELD_FILE}
    assert of(intake, DARA).state is HELD
    (told,) = intake.findings
    assert (BOON.employee_id in told.message("th")) is (name == BOON.full_name)


def test_an_unknown_person_is_refused_and_who_may_be_meant_is_named(round_):
    send(round_, "a.xlsx", DARA, {("employee_id",): "TT-0909"})

    intake = received(round_)
    assert codes(intake) == [("PE340", cell("employee_id"))]
    assert files(intake) == {"a.xlsx": REFUSED}
    assert of(intake, DARA).state is MISSING
    assert DARA.full_name in intake.findings[0].message("th")


def test_a_form_without_an_id_is_held_for_the_person_of_its_name(round_):
    send(round_, "a.xlsx", DARA, {("employee_id",): None})

    intake = received(round_)
    assert codes(intake) == [("PE101", cell("employee_id"))]
    assert of(intake, DARA).state is HELD


def test_a_name_that_two_people_have_attributes_nothing(tmp_path):
    namesake = replace(DARA, employee_id="TT-0999")
    round_ = opened(tmp_path, DARA, namesake)
    send(round_, "a.xlsx", DARA, {("employee_id",): None})

    intake = received(round_)
    assert set(states(intake).values()) == {MISSING}
    assert files(intake) == {"a.xlsx": REFUSED}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({("fiscal_year",): "2567"}, "fiscal_year"),
        ({("round_number",): "2"}, "round_number"),
        ({("fiscal_year",): "2567", ("round_number",): None}, "fiscal_year"),
    ],
)
def test_a_form_of_another_round_is_refused(round_, changes, key):
    send(round_, "a.xlsx", DARA, changes)

    intake = received(round_)
    assert codes(intake) == [("PE341", cell(key))]
    assert files(intake) == {"a.xlsx": REFUSED}
    assert "PE341" in of(intake, DARA).reason.th


def test_a_form_that_does_not_say_its_round_counts_with_a_warning(round_):
    send(round_, "a.xlsx", DARA, {("fiscal_year",): None, ("round_number",): None})

    intake = received(round_)
    assert codes(intake) == [("PE349", cell("fiscal_year"))]
    assert of(intake, DARA).state is RANKED


def test_a_form_of_another_office_is_refused(round_):
    other = "องค์การบริหารส่วนตำบลอื่น"
    send(round_, "a.xlsx", DARA, {("organisation",): other})

    intake = received(round_)
    assert codes(intake) == [("PE342", cell("organisation"))]
    assert files(intake) == {"a.xlsx": REFUSED}


@pytest.mark.parametrize(
    "office",
    [
        "อบต.ตัวอย่าง",
        "อบต ตัวอย่าง",
        "องค์การบริหารส่วนตำบล ตัวอย่าง อำเภอสมมุติ จังหวัดจำลอง",
        None,
    ],
)
def test_an_office_is_compared_in_its_normal_form(round_, office):
    send(round_, "a.xlsx", DARA, {("organisation",): office})

    assert files(received(round_)) == {"a.xlsx": ACCEPTED}


def test_a_form_of_another_regulation_is_held(tmp_path):
    laws = {"official": TAMBON, "civil_servant": CIVIL}
    round_ = opened(tmp_path, DARA, regulations=laws)
    send(round_, "a.xlsx", DARA, regulation=CIVIL)

    intake = received(round_)
    assert codes(intake) == [("PE346", None)]
    assert of(intake, DARA).state is HELD


def test_somebody_whose_row_must_be_corrected_is_held_with_that_reason(tmp_path):
    strange = replace(BOON, staff_group="ไม่มีกลุ่มนี้")
    round_ = opened(tmp_path, DARA, strange, faulty=[strange.key])
    send(round_, "a.xlsx", strange)

    intake = received(round_)
    assert codes(intake) == [("PE356", cell("employee_id"))]
    assert of(intake, strange).state is HELD
    assert "บัญชีรายชื่อ" in of(intake, strange).reason.th


def test_somebody_with_a_faulty_row_and_no_form_is_held_as_well(tmp_path):
    round_ = opened(tmp_path, DARA, faulty=[DARA.key])

    assert of(received(round_), DARA).state is HELD


# --------------------------------------------------------- the roster decides


@pytest.mark.parametrize(
    ("key", "value", "row"),
    [
        ("division", "กองช่าง", {}),
        ("position_level", "ปฏิบัติการ", {}),
        ("position_type", "ทั่วไป", {}),
        ("probation", "ใช่", {}),
        ("probation", "ไม่ใช่", {"probation_from": date(2025, 3, 31)}),
    ],
)
def test_a_form_that_differs_from_the_roster_is_told_and_the_roster_used(
    tmp_path, key, value, row
):
    whom = replace(DARA, **row)
    round_ = opened(tmp_path, whom)
    send(round_, "a.xlsx", whom, {(key,): value})

    intake = received(round_)
    assert ("PE345", cell(key)) in codes(intake)
    assert all(one.severity is Severity.WARNING for one in intake.findings)
    scored = of(intake, whom).appraisal.evaluation
    expected = {"division": whom.division, "probation": "yes" if row else "no"}
    assert getattr(scored, key) == expected.get(key, getattr(whom, key, None))


PROBATION = [  # of round 1/2568: 1 October 2567 to 31 March 2568
    ({}, 70),
    ({"probation_from": date(2024, 4, 1), "probation_to": date(2024, 9, 30)}, 70),
    ({"probation_from": date(2024, 4, 1), "probation_to": date(2024, 10, 1)}, 50),
    ({"probation_from": date(2025, 3, 31), "probation_to": date(2025, 9, 30)}, 50),
    ({"probation_from": date(2025, 4, 1), "probation_to": date(2025, 9, 30)}, 70),
    ({"probation_from": date(2024, 1, 1)}, 50),
    ({"probation_to": date(2024, 9, 30)}, 70),
    ({"probation_to": date(2024, 12, 1)}, 50),
]


@pytest.mark.parametrize(("row", "weight"), PROBATION)
def test_any_day_of_probation_in_the_round_sets_the_weights(tmp_path, row, weight):
    whom = replace(DARA, **row)
    round_ = opened(tmp_path, whom)
    send(round_, "a.xlsx", whom)

    parts = of(received(round_), whom).result.parts
    assert [part.weight for part in parts] == [weight, 100 - weight]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, None),
        ({("evaluator_id",): "CHIEF"}, None),
        ({("evaluator_id",): "chief", ("evaluator_name",): EVALUATOR[3:]}, None),
        (
            {("evaluator_id",): "TT-0901", ("evaluator_name",): BOON.full_name},
            ("PE347", "evaluator_id"),
        ),
        ({("evaluator_name",): BOON.full_name}, ("PE347", "evaluator_name")),
        ({("evaluator_id",): "TT-0901"}, ("PE348", "evaluator_id")),
        (
            {("evaluator_id",): "CHIEF", ("evaluator_name",): BOON.full_name},
            ("PE348", "evaluator_name"),
        ),
        (
            {("evaluator_name",): "นายผู้ประเมิน ตัวอย่างเทียง"},
            ("PE348", "evaluator_name"),
        ),
    ],
)
def test_who_evaluated_is_who_the_roster_says(round_, changes, told):
    send(round_, "a.xlsx", DARA, changes)

    intake = received(round_)
    expected = [(told[0], cell(told[1]))] if told else []
    assert codes(intake) == expected
    is_wrong = bool(told) and told[0] == "PE347"
    assert of(intake, DARA).state is (HELD if is_wrong else RANKED)


def test_a_next_supervisor_of_the_roster_is_asked_for_consent(tmp_path):
    whom = replace(DARA, next_supervisor_id="TT-0901")
    round_ = opened(tmp_path, whom, BOON)
    send(round_, "a.xlsx", whom)
    send(round_, "b.xlsx", BOON)

    intake = received(round_)
    assert codes(intake) == [("PE352", cell("next_supervisor_opinion"))]
    assert BOON.full_name in intake.findings[0].message("th")


def test_a_seconded_person_is_ranked_at_home_with_the_host_asked(tmp_path):
    whom = replace(DARA, movement="seconded", movement_on=date(2025, 1, 5))
    round_ = opened(tmp_path, whom)
    send(round_, "a.xlsx", whom)

    intake = received(round_)
    assert codes(intake) == [("PE353", cell("host_information"))]
    assert of(intake, whom).state is RANKED


# ------------------------------------------------------ transfers, exclusions


def moved(kind: str, day: date) -> dict:
    """A movement on the roster."""
    return {"movement": kind, "movement_on": day}


@pytest.mark.parametrize(
    ("kind", "day", "number", "state"),
    [
        ("transferred_out", date(2025, 3, 1), 1, RANKED),  # the day itself: not after
        ("transferred_out", date(2025, 3, 2), 1, EXCLUDED),
        ("transferred_in", date(2025, 3, 1), 1, RANKED),
        ("transferred_in", date(2025, 3, 2), 1, EXCLUDED),
        ("moved", date(2025, 3, 2), 1, RANKED),
        ("transferred_out", date(2025, 9, 1), 2, RANKED),
        ("transferred_out", date(2025, 9, 2), 2, EXCLUDED),
        ("transferred_out", date(2025, 3, 2), 2, RANKED),  # the day of round 1
    ],
)
def test_a_transfer_counts_strictly_after_the_day_of_its_round(
    tmp_path, kind, day, number, state
):
    whom = replace(DARA, **moved(kind, day))
    round_ = opened(tmp_path, whom, number=number)
    send(round_, "a.xlsx", whom, {("round_number",): str(number)})

    found = of(received(round_), whom)
    assert found.state is state
    assert found.final.total == 80  # also where it is only sent
    assert bool(found.reason.th) is (state is EXCLUDED or kind == "moved")


def test_a_transfer_on_or_before_the_day_is_told_at_the_roster(tmp_path):
    whom = replace(DARA, **moved("transferred_out", date(2025, 3, 1)))
    round_ = opened(tmp_path, whom)
    send(round_, "a.xlsx", whom)

    intake = received(round_)
    (told,) = intake.findings
    assert (told.code, told.file, told.cell) == ("PE354", "roster.xlsx", "P2")


def test_a_regulation_without_the_rule_knows_no_transfer_day(tmp_path):
    whom = replace(
        DARA, **moved("transferred_out", date(2025, 3, 2)), staff_group="civil_servant"
    )
    round_ = opened(tmp_path, whom, regulations={"civil_servant": CIVIL})
    send(round_, "a.xlsx", whom, regulation=CIVIL)

    intake = received(round_)
    assert of(intake, whom).state is RANKED
    (told,) = (one for one in intake.findings if one.file == "roster.xlsx")
    assert (told.code, told.cell) == ("PE357", "P2")
    assert "2 มีนาคม 2568" in told.message("th")


@pytest.mark.parametrize(
    "more",
    [{"excluded_reason": "ส่งผลให้ต้นสังกัดใหม่"}, moved("moved", date(2025, 3, 2))],
    ids=["a reason", "a move inside the office"],
)
def test_without_the_rule_only_a_ranked_transfer_is_asked_about(tmp_path, more):
    gone = moved("transferred_out", date(2025, 3, 2))
    whom = replace(DARA, **(gone | more), staff_group="civil_servant")
    round_ = opened(tmp_path, whom, regulations={"civil_servant": CIVIL})
    send(round_, "a.xlsx", whom, regulation=CIVIL)

    assert "PE357" not in {one.code for one in received(round_).findings}


def test_the_former_supervisor_evaluates_whoever_moved_after_the_day(tmp_path):
    whom = replace(DARA, **moved("moved", date(2025, 3, 2)), evaluator_id="TT-0901")
    round_ = opened(tmp_path, whom, BOON)
    send(round_, "a.xlsx", whom)
    send(round_, "b.xlsx", BOON)

    intake = received(round_)
    assert codes(intake) == [("PE355", cell("evaluator_name"))]
    assert of(intake, whom).state is RANKED


@pytest.mark.parametrize("kind", ["transferred_out", "transferred_in"])
def test_whose_form_is_missing_is_told_of_somebody_who_is_not_ranked(tmp_path, kind):
    whom = replace(DARA, **moved(kind, date(2025, 3, 2)))

    found = of(received(opened(tmp_path, whom)), whom)
    assert found.state is EXCLUDED
    assert ("ยังไม่ได้รับแบบ" in found.reason.th) is (kind == "transferred_out")


def test_an_exclusion_says_why_in_the_words_of_the_roster(tmp_path):
    whom = replace(DARA, excluded_reason="ลาศึกษาต่อ")
    round_ = opened(tmp_path, whom)

    found = of(received(round_), whom)
    assert (found.state, found.reason.th) == (EXCLUDED, "ลาศึกษาต่อ")


# ----------------------------------------------------------- several forms


def test_the_same_content_twice_counts_once_and_the_first_path_is_accepted(round_):
    send(round_, "ข.xlsx", DARA)
    send(round_, "ก (1).xlsx", DARA)

    intake = received(round_)
    assert files(intake) == {"ก (1).xlsx": ACCEPTED, "ข.xlsx": DUPLICATE}
    assert codes(intake) == [("PE302", cell("employee_id"))]
    assert of(intake, DARA).files == ("inbox/ก (1).xlsx", "inbox/ข.xlsx")
    assert intake.counts()["files"]["total"] == 2


def test_different_forms_of_one_person_are_both_named_and_held(round_):
    send(round_, "a.xlsx", DARA)
    send(round_, "b.xlsx", DARA, {LEVEL: FIVE})

    intake = received(round_)
    assert files(intake) == {"a.xlsx": HELD_FILE, "b.xlsx": HELD_FILE}
    assert codes(intake) == [("PE301", cell("employee_id"))] * 2
    assert of(intake, DARA).state is HELD
    assert of(intake, DARA).final is None
    assert all(name in of(intake, DARA).reason.th for name in ("a.xlsx", "b.xlsx"))


def test_forms_that_differ_only_in_what_the_roster_decides_still_differ(round_):
    send(round_, "a.xlsx", DARA)
    send(round_, "b.xlsx", DARA, {("division",): DIVISIONS[2]})

    assert of(received(round_), DARA).state is HELD


def test_the_newest_counts_only_where_the_officer_says_so(round_):
    old = send(round_, "b.xlsx", DARA)
    new = send(round_, "a.xlsx", DARA, {LEVEL: FIVE})
    os.utime(old, (1_000, 1_000))
    os.utime(new, (2_000, 2_000))

    assert of(received(round_), DARA).state is HELD
    intake = received(round_, newest=True)
    assert files(intake) == {"a.xlsx": ACCEPTED, "b.xlsx": IGNORED}
    assert codes(intake) == [
        ("PE350", cell("employee_id")),
        ("PE351", cell("employee_id")),
    ]
    # by hand: 40 % of the results one level up, 70 % of (8 points)
    assert of(intake, DARA).final.total == Decimal("85.6")
    assert of(intake, DARA).files == ("inbox/a.xlsx",)


def test_a_newest_form_with_a_fault_is_held_and_the_older_one_not_taken(round_):
    old = send(round_, "a.xlsx", DARA)
    new = send(round_, "b.xlsx", DARA, {LEVEL: SIX})
    os.utime(old, (1_000, 1_000))
    os.utime(new, (2_000, 2_000))

    intake = received(round_, newest=True)
    assert files(intake) == {"a.xlsx": IGNORED, "b.xlsx": HELD_FILE}
    assert of(intake, DARA).state is HELD


def test_two_forms_saved_at_the_same_moment_have_no_newest(round_):
    for name, level in (("a.xlsx", FIVE), ("b.xlsx", Decimal(3))):
        os.utime(send(round_, name, DARA, {LEVEL: level}), (1_000, 1_000))

    assert of(received(round_, newest=True), DARA).state is HELD


def test_copies_of_a_faulty_form_are_held_with_it(round_):
    send(round_, "a.xlsx", DARA, {LEVEL: SIX})
    send(round_, "b.xlsx", DARA, {LEVEL: SIX})

    intake = received(round_)
    assert files(intake) == {"a.xlsx": HELD_FILE, "b.xlsx": HELD_FILE}
    assert sorted(codes(intake)) == sorted(
        [("PE204", cell_of(LEVEL)), ("PE302", cell("employee_id"))]
    )


def test_a_file_takes_the_worst_state_and_its_clean_forms_still_count(round_):
    path = round_.folder.inbox / "หัวหน้า.xlsx"
    together(path, form(DARA), form(BOON, {LEVEL: SIX}))

    intake = received(round_)
    assert files(intake) == {"หัวหน้า.xlsx": HELD_FILE}
    assert states(intake) == {"TT-0900": RANKED, "TT-0901": HELD, "TT-0902": MISSING}
    (file,) = intake.files
    assert file.employee_ids == ("TT-0900", "TT-0901")


def test_a_file_with_a_stranger_beside_a_clean_form_is_refused(round_):
    stranger = person("ZZ-1", "ไม่รู้ จักเลย")
    together(round_.folder.inbox / "a.xlsx", form(DARA), form(stranger))

    intake = received(round_)
    assert files(intake) == {"a.xlsx": REFUSED}
    assert of(intake, DARA).state is RANKED


def test_a_sheet_copied_inside_a_file_that_counts_does_not_unmake_it(round_):
    together(round_.folder.inbox / "a.xlsx", form(DARA), form(DARA))

    intake = received(round_)
    assert files(intake) == {"a.xlsx": ACCEPTED}
    assert of(intake, DARA).state is RANKED


# ---------------------------------------------------------------- other things


def test_an_agreement_is_ignored_and_its_person_missing_with_that_reason(round_):
    send(round_, "a.xlsx", DARA, NOTHING_EVALUATED)

    intake = received(round_)
    assert files(intake) == {"a.xlsx": IGNORED}
    assert codes(intake) == [("PE303", None)]
    assert of(intake, DARA).state is MISSING
    assert "ข้อตกลง" in of(intake, DARA).reason.th


def test_an_agreement_beside_the_evaluation_is_no_second_form(round_):
    send(round_, "a.xlsx", DARA, NOTHING_EVALUATED)
    send(round_, "b.xlsx", DARA)

    intake = received(round_)
    assert files(intake) == {"a.xlsx": IGNORED, "b.xlsx": ACCEPTED}
    assert of(intake, DARA).state is RANKED


def test_what_is_no_workbook_is_ignored_with_its_reason(round_):
    send(round_, "a.xlsx", DARA)
    for name in ("~$a.xlsx", ".hidden.xlsx", "ทั้งหมด.zip", "รูป.jpg"):
        (round_.folder.inbox / name).write_bytes(b"x")

    intake = received(round_)
    assert list(intake.counts()["files"].values()) == [1, 0, 0, 0, 4, 5]
    assert all(one.reason.th for one in intake.files if one.state is IGNORED)


def test_a_file_that_cannot_be_read_is_refused_and_harms_no_other(round_):
    send(round_, "a.xlsx", DARA)
    (round_.folder.inbox / "b.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (round_.folder.inbox / "c.xlsx").symlink_to(round_.folder.inbox / "a.xlsx")
    (round_.folder.inbox / "d.xlsx").write_bytes(b"")

    intake = received(round_)
    assert files(intake) == {
        "a.xlsx": ACCEPTED, "b.xlsx": REFUSED, "c.xlsx": REFUSED, "d.xlsx": REFUSED,
    }  # fmt: skip
    digests = {one.file: one.sha256 for one in intake.files}
    assert digests["inbox/b.xlsx"]
    assert digests["inbox/c.xlsx"] is None


@pytest.mark.parametrize("is_there", [True, False])
def test_an_inbox_with_no_workbook_is_a_finding(round_, is_there):
    if not is_there:
        round_.folder.inbox.rmdir()

    intake = received(round_)
    assert codes(intake) == [("PE304", None)]
    assert intake.findings[0].file == "inbox"
    assert set(states(intake).values()) == {MISSING}
    assert intake.counts()["files"]["total"] == 0


def test_named_paths_are_held_against_the_roster_instead_of_the_inbox(round_):
    send(round_, "a.xlsx", DARA)
    path = send(round_, "b.xlsx", BOON)

    intake = receive(round_, [path])
    assert files(intake) == {"b.xlsx": ACCEPTED}
    assert states(intake)["TT-0900"] is MISSING


def test_every_file_that_can_be_read_is_handed_on_to_be_kept(round_):
    path = send(round_, "a.xlsx", DARA)
    (round_.folder.inbox / "b.xlsx").write_bytes(b"no workbook")
    kept: dict[str, bytes] = {}

    intake = receive(
        round_, keep=lambda content, digest: kept.update({digest: content})
    )
    assert set(kept.values()) == {path.read_bytes(), b"no workbook"}
    assert set(kept) == {one.sha256 for one in intake.files}


def test_the_order_of_the_files_changes_nothing(round_):
    for name, whom in (("c.xlsx", DARA), ("a.xlsx", BOON), ("b.xlsx", CHAI)):
        send(round_, name, whom)
    first = taken_in(round_)

    paths = [round_.folder.inbox / name for name in ("b.xlsx", "c.xlsx", "a.xlsx")]
    assert taken_in(round_, paths) == first
    assert [one.state for one in first.outcome.appraisals] == [State.SCORED] * 3


# Contract 5: unreadable is refused; other kinds of file are ignored
KINDS_OF_FILE = {
    "เก่า.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", REFUSED),
    "เข้ารหัส.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", REFUSED),
    "ขาด.xlsx": (b"PK\x03\x04", REFUSED),
    "ว่าง.xlsx": (b"", REFUSED),
    "ชื่อผิด.xlsx": (b"%PDF-1.7\n", REFUSED),
    "แบบ.ods": (b"PK\x03\x04", REFUSED),
    "~$ก.xlsx": (b"x", IGNORED),
    ".ซ่อน.xlsx": (b"x", IGNORED),
    "รายชื่อ.csv": (b"id,name\n", IGNORED),
    "หนังสือ.docx": (b"PK\x03\x04", IGNORED),
    "สแกน.pdf": (b"%PDF-1.7\n", IGNORED),
    "รูป.jpg": (b"\xff\xd8\xff\xe0", IGNORED),
}


def test_every_kind_of_file_is_in_its_state_and_the_sums_come_out(round_):
    send(round_, "ก.xlsx", DARA)
    for name, (content, _) in KINDS_OF_FILE.items():
        (round_.folder.inbox / name).write_bytes(content)
    intake = received(round_)

    wanted = {name: state for name, (_, state) in KINDS_OF_FILE.items()}
    assert files(intake) == {"ก.xlsx": ACCEPTED, **wanted}
    assert intake.counts()["files"] == {
        "accepted": 1,
        "held": 0,
        "refused": 6,
        "duplicate": 0,
        "ignored": 6,
        "total": 13,
    }
    told = {one.file.removeprefix("inbox/"): one for one in intake.findings}
    for name, state in wanted.items():
        weight = Severity.ERROR if state is REFUSED else Severity.NOTE
        assert told[name].severity is weight
