"""The limits of leave and lateness as data: what the source says, what is refused."""

import pytest

from perfeval.regulations.load import load, shipped
from perfeval.reports.regulation import lines
from test_regulations import findings_in, text_of

CONTRACT = "tambon-contract-2560"
TEXT = text_of(CONTRACT)
LEAVE_BLOCK = TEXT[TEXT.index("[attendance.leave]") : TEXT.index("# ลาเกินจำนวนครั้ง")]
LATE_CLAUSE = '# ครั้ง สาย ๑๕ ครั้งยังไม่เกิน\nclause = "ประกาศวันลา ข้อ ๒"'
SICK = 'key = "sick"\nlabel = "ลาป่วย"'


def changed(old: str, new: str) -> list[tuple[str, str]]:
    text = text_of(CONTRACT)
    assert old in text
    found = findings_in(text.replace(old, new, 1))
    return [(one.code, one.facts["key"]) for one in found]


def test_contract_staff_may_be_on_leave_ten_times_in_a_round():
    # in the text: "ลาไม่เกิน ๑๐ ครั้ง ในแต่ละรอบของการพิจารณาค่าตอบแทนพนักงานจ้าง"
    rules = load(CONTRACT).regulation.attendance
    assert rules is not None
    assert rules.leave is not None
    assert (rules.leave.at_most_times, rules.leave.period) == (10, "round")
    assert (rules.leave.clause, rules.leave.basis) == ("ประกาศวันลา ข้อ ๑", "source")


def test_above_ten_times_thirty_days_and_outstanding_work_may_be_considered():
    # in the text: "แต่ถ้าลาเกินจำนวนครั้งที่กำหนดหากวันลาไม่เกิน ๓๐ วัน มีผลงานดีเด่น
    # ก็อาจพิจารณาให้เลื่อนค่าตอบแทนได้"
    rules = load(CONTRACT).regulation.attendance
    assert rules is not None
    assert rules.exception is not None
    assert (rules.exception.at_most_days, rules.exception.band) == (30, "outstanding")
    assert rules.exception.basis == "source"
    assert rules.exception.band_basis == "house"


def test_late_more_than_fifteen_times_is_a_habit():
    # in the text: "ห้ามมาทำงานสายเกิน ๑๕ ครั้ง ถือว่ามาสายเป็นประจำ"
    rules = load(CONTRACT).regulation.attendance
    assert rules is not None
    assert rules.late is not None
    assert (rules.late.at_most_times, rules.late.clause) == (15, "ประกาศวันลา ข้อ ๒")
    assert (rules.late.basis, rules.late.period_basis) == ("source", "house")


def test_three_kinds_of_leave_are_not_counted_and_all_others_are():
    # in the text: "ไม่รวมการลาพักผ่อน,การลาคลอด,การลาป่วยที่มีใบรับรองแพทย์"
    rules = load(CONTRACT).regulation.attendance
    assert rules is not None
    ruled = {one.key: (one.label, one.counts) for one in rules.kinds}
    from_source = [one.key for one in rules.kinds if one.basis == "source"]
    assert {key: ruled[key] for key in from_source} == {
        "sick": ("ลาป่วย", "without_certificate"),
        "vacation": ("ลาพักผ่อน", "never"),
        "maternity": ("ลาคลอด", "never"),
    }
    others = {how for key, (_, how) in ruled.items() if key not in from_source}
    assert others == {"always"}
    with pytest.raises(KeyError):
        rules.kind("study")


def test_only_the_source_that_limits_leave_is_given_limits():
    having = [one for one in shipped() if load(one).regulation.attendance]

    assert having == [CONTRACT]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_limit_is_shown_with_its_clause(lang):
    sections = {one.heading: one.rows for one in lines(load(CONTRACT), lang)}
    rows = sections[{"th": "การลาและการมาทำงานสาย", "en": "Leave and lateness"}[lang]]

    told = " ".join(row.line for row in rows)
    assert all(row.clause for row in rows)
    for figure in ("10", "30", "15"):
        assert figure in told
    assert len(rows) == 7 + 8  # seven rulings, eight kinds of leave


def test_a_regulation_without_limits_shows_none():
    assert not [one for one in lines(load("municipal-official-2558"), "en")
                if one.heading == "Leave and lateness"]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("at_most_times = 10 ", "at_most_times = -1 ", "PE405", "leave.at_most_times"),
        (
            "at_most_days = 30 ",
            "at_most_days = 0.5 ",
            "PE405",
            "exception.at_most_days",
        ),
        ('band = "outstanding"   ', 'band = "best"   ', "PE414", "exception.band"),
        (SICK, 'key = "other"\nlabel = "ลาป่วย"', "PE413", "kinds[7].key"),
        (SICK, 'key = "sick"\nlabel = "ลาอื่น"', "PE413", "kinds[7].label"),
        ('"without_certificate"\n', '"sometimes"\n', "PE405", "kinds[0].counts"),
        (LEAVE_BLOCK, "", "PE404", "exception"),
        (LATE_CLAUSE, "# ครั้ง", "PE412", "late.clause"),
    ],
)
def test_a_fault_of_the_limits_is_told_at_its_line(old, new, code, key):
    assert changed(old, new) == [(code, f"attendance.{key}")]


def test_limits_may_be_one_of_leave_or_one_of_lateness_alone():
    text = text_of(CONTRACT)
    start, end = text.index("[attendance.late]"), text.index("# วิธีนับ")

    assert findings_in(text[:start] + text[end:]) == []
