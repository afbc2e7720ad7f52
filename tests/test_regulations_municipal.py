"""What the two municipal regulations say, held to the words of their sources."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from perfeval.regulations.load import copy, load
from perfeval.regulations.own import examined
from perfeval.reports.regulation import lines
from perfeval.rounds.course import course, kept_until
from test_regulations import (
    OFFICIALS,
    ROUND_FILE,
    TAMBON,
    calendar_of,
    changed,
    findings_in,
    floors,
    text_of,
)

OFFICIAL, MARKED = "municipal-official-2558", "municipal-2545"


# The calendar of the municipality


def test_its_shares_bands_and_competencies_are_those_of_the_tambon_marked_as_house():
    # the calendar has none of them
    said, tambon = load(OFFICIAL).regulation, load(TAMBON).regulation

    assert [(c.key, c.weight, c.probation_weight) for c in said.components] == [
        ("results", 70, 50),
        ("behaviour", 30, 50),
    ]
    assert floors(said.bands) == floors(tambon.bands)
    assert {one.basis for one in (*said.components, *said.bands)} == {"house"}
    assert [(c.kind, c.at_least, c.basis) for c in said.competencies] == [
        ("core", 5, "house"),
        ("functional", 3, "house"),
    ]
    assert "ส่วนตำบล พ.ศ. ๒๕๕๙" in said.components[0].clause


def test_it_wants_one_witness_of_a_refusal():
    # in the text: "ให้พนักงานส่วนท้องถิ่นอย่างน้อย ๑ คนลงลายมือชื่อเป็นพยาน"
    said = load(OFFICIAL).regulation.witnesses

    assert said is not None
    assert (said.at_least, said.kind) == (1, "พนักงานส่วนท้องถิ่น")
    assert (said.clause, said.basis) == ("ขั้นตอนที่ ๔ (๒)", "source")


def test_it_always_asks_the_next_supervisor():
    # in the text: "ผู้ประเมินเสนอผลคะแนนการประเมินต่อผู้บังคับบัญชาเหนือขึ้นไป", without "(ถ้ามี)"
    said = load(OFFICIAL).regulation.next_supervisor

    assert said is not None
    assert (said.required, said.clause) == ("always", "ขั้นตอนที่ ๔ (๓)")


def test_it_announces_the_outstanding_only():
    # in the text: "อปท. จัดประกาศรายชื่อผู้มีผลการประเมินดีเด่น ในที่เปิดเผยให้ทราบทั่วกัน
    # เพื่อเป็นการยกย่อง ชมเชย และสร้างแรงจูงใจในการพัฒนาผลการปฏิบัติงานในรอบต่อไป"
    said = load(OFFICIAL).regulation.announcement

    assert said.bands == ("outstanding",)
    assert said.place == "ในที่เปิดเผยให้ทราบทั่วกัน"
    assert said.purpose == (
        "เพื่อเป็นการยกย่อง ชมเชย และสร้างแรงจูงใจในการพัฒนาผลการปฏิบัติงานในรอบต่อไป"
    )
    assert (said.clause, said.legal_basis) == ("ขั้นตอนที่ ๕ (๔)", None)


def test_it_has_no_rule_on_transfers_and_names_no_evaluators():
    said = load(OFFICIAL).regulation

    assert said.transfer is None
    assert said.evaluators == ()


def test_its_calendar_is_the_one_of_the_source():
    # in the text: "ตุลาคม ๒๕๖๔", "ตุลาคม ๒๕๖๔ - ๓๑ มีนาคม ๒๕๖๕", "๓๑ มีนาคม ๒๕๖๕",
    # "เมษายน ๒๕๖๕"
    said = load(OFFICIAL).regulation

    assert calendar_of(said, 2565, 1) == OFFICIALS
    assert {step.basis for step in said.steps} == {"source"}
    assert [len(step.activities) for step in said.steps] == [3, 4, 1, 4, 5]


def test_its_second_round_is_six_months_later_by_house_decision():
    said = load(OFFICIAL).regulation

    assert calendar_of(said, 2565, 2) == [
        ("preparation", date(2022, 4, 1), date(2022, 4, 30)),
        ("agreement", date(2022, 4, 1), date(2022, 4, 30)),
        ("follow_up", date(2022, 4, 1), date(2022, 9, 30)),
        ("evaluation", date(2022, 9, 30), date(2022, 9, 30)),
        ("screening", date(2022, 10, 1), date(2022, 10, 31)),
    ]
    times = [time for step in said.steps for time in step.times]
    assert {(time.round, time.basis) for time in times} == {(1, "source"), (2, "house")}
    the_round = ROUND_FILE.model_copy(update={"year": 2565, "round": 1})
    assert [one.step.clause for one in course(said, the_round)] == [
        f"ขั้นตอนที่ {number}" for number in "๑๒๓๔๕"
    ]


def test_its_papers_are_kept_for_two_rounds():
    # in the text: "ให้เก็บสำเนาไว้ที่ กอง/สำนัก อย่างน้อย ๒ รอบการประเมิน และให้เก็บต้นฉบับไว้ที่
    # แฟ้มประวัติข้าราชการ"
    said = load(OFFICIAL).regulation
    the_round = ROUND_FILE.model_copy(update={"year": 2565, "round": 1})

    assert said.keeping is not None
    assert (said.keeping.rounds, said.keeping.basis) == (2, "source")
    assert said.keeping.clause == "ขั้นตอนที่ ๕ (๕)"
    assert kept_until(said, the_round) == date(2023, 3, 31)


# The criteria of 2545


def test_results_have_no_share_but_a_least_one_and_behaviour_the_rest():
    # in the text: "กำหนดให้มีสัดส่วนคะแนนของผลงานไม่น้อยกว่าร้อยละ  70"
    results, behaviour = load(MARKED).regulation.components

    assert (results.weight, results.weight_at_least) == (None, 70)
    assert results.weight_at_least_clause == "ข้อ ๓"
    assert (behaviour.weight, behaviour.weight_at_least) == (None, None)
    assert (results.method, behaviour.method) == ("marks", "marks")
    assert (len(results.aspects), len(behaviour.aspects)) == (5, 3)


def test_nobody_types_a_level():
    said = load(MARKED).regulation

    assert said.scale is None
    with pytest.raises(LookupError):
        _ = said.rating


def test_its_items_are_those_of_the_form():
    # in the text: "1.1 … 1.6 … 2.1 … 2.9", 1.6 and 2.9 with two lines to fill
    said = load(MARKED).regulation.items

    assert [one.number for one in said] == [
        *(f"1.{n}" for n in range(1, 7)),
        *(f"2.{n}" for n in range(1, 10)),
    ]
    assert {one.number: one.own for one in said if one.own} == {"1.6": 2, "2.9": 2}
    assert [one.part for one in said] == ["results"] * 6 + ["behaviour"] * 9
    assert said[3].title == "การประหยัดหรือความคุ้มค่าของการใช้ทรัพยากร"
    assert said[4].title == "ผลสัมฤทธิ์ของงานที่ปฏิบัติได้"
    assert {one.basis for one in said} == {"source"}


def test_operators_are_marked_on_five_items_and_heads_on_all():
    # in the text: "(ตำแหน่งผู้ปฏิบัติงานให้ประเมินข้อ 2.4 – 2.8 เป็นอย่างน้อย
    # ตำแหน่งผู้บริหารหรือหัวหน้างานให้ประเมินทุกข้อ)"
    said = load(MARKED).regulation
    asked = {one.heads: one.items for one in said.compulsory}

    assert asked[False] == ("2.4", "2.5", "2.6", "2.7", "2.8")
    assert asked[True] == tuple(one.number for one in said.items if not one.own)


def test_it_has_three_bands_that_leave_nothing_between_89_and_90():
    # in the text: "(90 – 100%) (60 – 89%) (ต่ำกว่า 60%)"
    assert floors(load(MARKED).regulation.bands) == [
        ("outstanding", "ดีเด่น", 90),
        ("acceptable", "เป็นที่ยอมรับได้", 60),
        ("needs_improvement", "ต้องปรับปรุง", 0),
    ]


def test_it_announces_the_outstanding_of_2545_openly():
    # in the text: "ให้หัวหน้าส่วนราชการ รองหัวหน้าส่วนราชการ
    # หรือผู้บังคับบัญชาที่ได้รับมอบหมายประกาศรายชื่อผู้ที่มีผลการประเมินอยู่ในระดับดีเด่น
    # ในที่เปิดเผยให้ข้าราชการได้ทราบโดยทั่วกัน"
    said = load(MARKED).regulation.announcement

    assert (said.bands, said.clause) == (("outstanding",), "ข้อ ๗")
    assert said.place == "ในที่เปิดเผยให้ข้าราชการได้ทราบโดยทั่วกัน"


def test_level_9_has_another_form():
    # in the text: "แบบประเมินผลการปฏิบัติงานสำหรับพนักงานเทศบาลระดับ 9 ให้เป็นไปตามที่
    # คณะกรรมการพนักงานเทศบาล พิจารณากำหนด"
    said = load(MARKED).regulation

    other = said.other_form("9")
    assert other is not None
    assert other.clause == "ข้อ ๑๒"
    assert [said.other_form(level) for level in ("8", "ต้น", None)] == [None] * 3


def test_the_steps_are_those_of_the_form_with_their_rounds_and_reasons():
    # in the text: "ควรเลื่อนขั้นเงินเดือน 1 ขั้น (ผลประเมิน 90 – 100%) … 0.5 ขั้น …
    # ไม่ควรเลื่อนขั้นเงินเดือน", "1.5 ขั้น" in the column of round 2 alone
    said = load(MARKED).regulation.proposals

    assert [
        (one.step, one.bands, one.rounds, one.reason_clause is not None) for one in said
    ] == [
        (Decimal(1), ("outstanding",), (1, 2), True),
        (Decimal("0.5"), ("acceptable",), (1, 2), False),
        (Decimal(0), ("needs_improvement",), (1, 2), True),
        (Decimal("1.5"), ("outstanding",), (2,), True),
    ]


def test_round_1_ranks_in_groups_and_lists_two_of_them():
    # in the text: "จัดลำดับผลการประเมินเรียงลำดับจากผู้ที่มีผลการประเมินดีเด่น …
    # ให้จัดทำบัญชีรายชื่อผู้มีผลการประเมินดีเด่น และผลการประเมินเป็นที่ยอมรับได้ไว้"
    said = load(MARKED).regulation.grouping

    assert said is not None
    assert (said.round, said.listed) == (1, ("outstanding", "acceptable"))
    assert said.clause == "ข้อ ๖"


def test_it_names_no_witness_no_probation_and_no_calendar():
    said = load(MARKED).regulation

    assert said.witnesses is not None
    assert (said.witnesses.at_least, said.witnesses.basis) == (0, "house")
    assert [one.probation_weight for one in said.components] == [None, None]
    assert (said.steps, said.transfer, said.keeping) == ((), None, None)


# One changed line, one finding there

METHOD = 'method = "marks"'


@pytest.mark.parametrize(
    ("code", "regulation", "changes", "line"),
    [
        ("PE433", TAMBON, [('form = "local-official"', 'form = "municipal-items"')],
         'form = "municipal-items"'),
        ("PE433", MARKED, [('form = "municipal-items"', 'form = "local-official"')],
         'form = "local-official"'),
        ("PE434", TAMBON, [("[rating]", "[ratings]"), ("[ratings]", "[rating_]")],
         'method = "weighted_levels"'),
        ("PE434", MARKED, [("[marking]", "# [marking]"), ('basis = "house"', "#"),
                           ('clause = "แนวปฏิบัติ', '# "แนวปฏิบัติ')],
         METHOD),
        ("PE435", TAMBON, [("[[bands]]", '[[items]]\nnumber = "1"\npart = "results"\n'
                            'title = "ก"\nclause = "ข"\n\n[[bands]]')], "[[items]]"),
        ("PE436", TAMBON, [("weight = 70\n", "")], "[[components]]"),
        ("PE437", MARKED, [("weight_at_least = 70", "weight = 70")], "weight = 70"),
        ("PE413", MARKED, [('number = "1.2"', 'number = "1.1"')], 'number = "1.1"'),
        ("PE414", MARKED, [('part = "results"', 'part = "work"')], 'part = "work"'),
        ("PE414", MARKED, [('items = ["2.4"', 'items = ["2.10"')], '"2.10"'),
        ("PE414", MARKED, [('items = ["2.4"', 'items = ["2.9"')], '"2.9"'),
        ("PE414", MARKED, [('position_levels = ["9"]', 'position_levels = ["10"]')],
         'position_levels = ["10"]'),
        ("PE414", MARKED, [('bands = ["acceptable"]', 'bands = ["good"]')],
         'bands = ["good"]'),
        ("PE414", MARKED, [('listed = ["outstanding", ', 'listed = ["very_good", ')],
         'listed = ["very_good"'),
        ("PE414", MARKED, [("number = 1\n", "number = 2\n")], "round = 1"),
        ("PE405", MARKED, [("rounds = [2]", "rounds = [3]")], "rounds = [3]"),
        ("PE403", MARKED, [("[grouping]", "[groups]")], "[groups]"),
    ],
)  # fmt: skip
def test_one_changed_line_of_the_marked_items_is_one_finding(
    code, regulation, changes, line
):
    text = changed(regulation, *changes)

    found = [one for one in findings_in(text) if one.code == code]
    assert found, [one.message("en") for one in findings_in(text)]
    assert any(line in _line(text, one.message("en")) for one in found)


WITH_MARKS = 'clause = "แบบประเมิน ตอนที่ ๑ รายการ 1.1"'


@pytest.mark.parametrize(
    ("code", "regulation", "changes"),
    [
        ("PE433", TAMBON, [('form = "local-official"', 'form = "civil-service"')]),
        ("PE434", MARKED, [(WITH_MARKS, 'clause = "ข้อ ๑"')]),
        ("PE435", MARKED, [("own = 2", "own = 3")]),
        ("PE436", TAMBON, [("weight = 70\n", "weight = 65\n"),
                           ("weight = 30\n", "weight = 35\n")]),
        ("PE437", MARKED, [("weight_at_least = 70", "weight_at_least = 75")]),
    ],
)  # fmt: skip
def test_a_right_change_of_the_marked_items_gives_no_finding(code, regulation, changes):
    assert findings_in(changed(regulation, *changes)) == [], code


def _line(text: str, message: str) -> str:
    """The line of the file that a message names."""
    number = re.search(r"line ([0-9]+)", message)
    assert number, message
    return text.split("\n")[int(number[1]) - 1]


def test_a_copy_passes_the_check_and_shows_every_clause():
    for regulation in (OFFICIAL, MARKED):
        text = copy(regulation, Path("ours.toml"))
        said, findings = examined(text, shown="ours.toml")
        assert (findings, said.id) == ([], "ours")
        shown = {
            row.clause for part in lines(load(regulation), "th") for row in part.rows
        }
        written = re.findall(r'(?m)^[^#]*?clause = "([^"]*)"', text_of(regulation))
        assert set(written) == shown - {None}
