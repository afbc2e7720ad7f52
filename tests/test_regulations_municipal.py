"""What the two municipal regulations say, held to the words of their sources."""

from datetime import date

from perfeval.regulations.load import load
from perfeval.rounds.course import course, kept_until
from test_regulations import OFFICIALS, ROUND_FILE, TAMBON, calendar_of, floors

OFFICIAL = "municipal-official-2558"


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
    # เพื่อเป็นการยกย่องชมเชย และสร้างแรงจูงใจในการพัฒนาผลการปฏิบัติงานในรอบต่อไป"
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
    # in the text: "ตุลาคม ๒๕๖๔", "ตุลาคม ๒๕๖๔ - ๓๑ มีนาคม ๒๕๖๕",
    # "๓๑ มีนาคม ๒๕๖๕", "เมษายน ๒๕๖๕"
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
