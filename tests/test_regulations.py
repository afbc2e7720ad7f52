"""The regulations that ship, and the checks that an office's own file must pass."""

import re
import tomllib
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from perfeval.blocks import trusted
from perfeval.catalogue import marking, matching
from perfeval.catalogue.regulation import ENTRIES
from perfeval.datafile import DataFileError
from perfeval.findings import Finding
from perfeval.regulations.load import (
    FOLDER,
    Loaded,
    UnknownRegulationError,
    copy,
    load,
    shipped,
)
from perfeval.regulations.own import examined
from perfeval.regulations.schema import Band, Regulation
from perfeval.reports.regulation import Row, lines
from perfeval.rounds.course import course, kept_until
from round_people import ROUND as ROUND_FILE

TAMBON = "tambon-official-2559"
CIVIL = "civil-service-2552"
BOTH = (TAMBON, CIVIL)


def text_of(regulation_id: str) -> str:
    return (FOLDER / f"{regulation_id}.toml").read_text(encoding="utf-8")


def changed(regulation_id: str, *changes: tuple[str, str]) -> str:
    """The text of a shipped regulation with its first `old` as `new`, each in turn."""
    text = text_of(regulation_id)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def findings_in(text: str) -> list[Finding]:
    try:
        return examined(text, shown="own.toml")[1]
    except DataFileError as refused:
        return refused.findings


def floors(bands: tuple[Band, ...]) -> list[tuple[str, str, int]]:
    return [(band.key, band.label, int(band.at_least)) for band in bands]


# The files that ship


@pytest.mark.parametrize("regulation_id", BOTH)
def test_a_shipped_regulation_passes_the_full_check(regulation_id):
    assert findings_in(text_of(regulation_id)) == []


@pytest.mark.parametrize("regulation_id", BOTH)
def test_a_trusted_regulation_equals_the_checked_one(regulation_id):
    values = tomllib.loads(text_of(regulation_id), parse_float=Decimal)

    assert trusted(Regulation, values) == Regulation.model_validate(values)


@pytest.mark.parametrize("regulation_id", BOTH)
def test_a_shipped_regulation_bears_the_id_of_its_file(regulation_id):
    assert load(regulation_id).regulation.id == regulation_id
    assert regulation_id in shipped()


@pytest.mark.parametrize("regulation_id", BOTH)
def test_a_house_decision_says_so_in_its_clause_and_a_source_clause_does_not(
    regulation_id,
):
    text = text_of(regulation_id)
    blocks = [re.sub(r"(?m)^#.*$", "", block) for block in re.split(r"(?m)^\[", text)]
    for block in blocks[1:]:
        for prefix in ("", "titles_", "method_", "interpolation_", "agree_", "times_"):
            clause = re.search(rf'(?m)^{prefix}clause = "(.*)"$', block)
            is_house = re.search(rf'(?m)^{prefix}basis = "house"$', block) is not None
            says_house = clause is not None and "แนวปฏิบัติของ perfeval" in clause[1]
            assert is_house == says_house, block


@pytest.mark.parametrize("regulation_id", BOTH)
def test_the_bands_meet_without_gap_from_100_down_to_0(regulation_id):
    bands = load(regulation_id).regulation.bands

    assert bands[0].at_most == 100
    assert bands[-1].at_least == 0
    assert all(lower.below == higher.at_least for higher, lower in pairwise(bands))


# What the announcement of the tambon says


def test_tambon_counts_results_70_and_behaviour_30():
    # in the text: "๑.๑ ผลสัมฤทธิ์ของงาน … โดยมีสัดส่วนคะแนนคิดเป็นร้อยละ ๗๐"
    # in the text: "๑.๒ พฤติกรรมการปฏิบัติราชการ … โดยมีสัดส่วนคะแนนคิดเป็นร้อยละ ๓๐"
    said = load(TAMBON).regulation.components

    assert [(one.key, one.label, one.weight, one.clause) for one in said] == [
        ("results", "ผลสัมฤทธิ์ของงาน", 70, "ข้อ ๑.๑"),
        ("behaviour", "พฤติกรรมการปฏิบัติราชการ", 30, "ข้อ ๑.๒"),
    ]


def test_tambon_counts_half_and_half_on_probation():
    # in the text: "อยู่ระหว่างทดลองปฏิบัติหน้าที่ราชการหรือมีระยะเวลาทดลองปฏิบัติหน้าที่ราชการ
    # อยู่ในรอบการประเมิน … ให้มีสัดส่วนคะแนนของแต่ละองค์ประกอบร้อยละ ๕๐"
    said = load(TAMBON).regulation.components

    assert [one.probation_weight for one in said] == [50, 50]


def test_tambon_judges_results_by_four_aspects():
    # in the text: "ให้ประเมินจากปริมาณงาน คุณภาพของงาน ความรวดเร็ว หรือตรงตามเวลาที่กำหนด
    # หรือความประหยัด หรือความคุ้มค่าของการใช้ทรัพยากร"
    assert load(TAMBON).regulation.components[0].aspects == (
        "ปริมาณงาน",
        "คุณภาพของงาน",
        "ความรวดเร็วหรือตรงตามเวลาที่กำหนด",
        "ความประหยัดหรือความคุ้มค่าของการใช้ทรัพยากร",
    )


def test_tambon_rates_five_core_and_three_functional_competencies():
    # in the text: "สมรรถนะหลัก… กำหนดจำนวน ๕ สมรรถนะ และสมรรถนะตามสายงาน…
    # กำหนดจำนวน ๓ สมรรถนะ"
    said = load(TAMBON).regulation.competencies

    assert [(one.kind, one.at_least, one.at_most, one.basis) for one in said] == [
        ("core", 5, 5, "source"),
        ("functional", 3, 3, "source"),
    ]
    assert (len(said[0].titles), said[0].titles_basis) == (5, "house")
    assert said[1].titles == ()


def test_tambon_has_five_bands_from_90_80_70_and_60():
    # in the text: "(๑) ระดับดีเด่น … ตั้งแต่ร้อยละ ๙๐ ขึ้นไป (๒) ระดับดีมาก … ตั้งแต่ร้อยละ ๘๐
    # แต่ไม่ถึงร้อยละ ๙๐ (๓) ระดับดี … ตั้งแต่ร้อยละ ๗๐ แต่ไม่ถึงร้อยละ ๘๐ (๔) ระดับพอใช้
    # … ตั้งแต่ร้อยละ ๖๐ แต่ไม่ถึงร้อยละ ๗๐ (๕) ระดับต้องปรับปรุง … ตำกว่าร้อยละ ๖๐"
    bands = load(TAMBON).regulation.bands

    assert floors(bands) == [
        ("outstanding", "ดีเด่น", 90),
        ("very_good", "ดีมาก", 80),
        ("good", "ดี", 70),
        ("fair", "พอใช้", 60),
        ("needs_improvement", "ต้องปรับปรุง", 0),
    ]
    assert [(one.clause, one.basis) for one in bands] == [
        (f"ข้อ ๓ ({number})", "source") for number in "๑๒๓๔๕"
    ]


def test_tambon_announces_the_outstanding_only():
    # in the text: "(๗) ให้นายก…หรือผู้บังคับบัญชาที่ได้รับมอบหมายประกาศรายชื่อ…ผู้มีผลการปฏิบัติงาน
    # อยู่ในระดับดีเด่นในที่เปิดเผย… เพื่อเป็นการยกย่องชมเชยและสร้างแรงจูงใจ"
    said = load(TAMBON).regulation.announcement

    assert said.bands == ("outstanding",)
    assert said.announced_by.endswith("หรือผู้บังคับบัญชาที่ได้รับมอบหมาย")
    assert said.purpose is not None
    assert said.purpose.startswith("เพื่อเป็นการยกย่องชมเชยและสร้างแรงจูงใจ")
    assert said.clause == "ข้อ ๒.๒ (๗)"


def test_tambon_wants_two_witnesses_of_a_refusal():
    # in the text: "ให้ผู้ประเมินจัดหาพนักงานส่วนท้องถิ่นอย่างน้อยสองคนลงลายมือชื่อเป็นพยาน"
    said = load(TAMBON).regulation.witnesses

    assert said is not None
    assert (said.at_least, said.kind) == (2, "พนักงานส่วนท้องถิ่น")
    assert said.clause == "ข้อ ๒.๒ (๕)"


def test_tambon_names_three_ranks_of_evaluators():
    # in the text: "(๑) นายก… สำหรับปลัด… (๒) ปลัด… สำหรับรองปลัด… ผู้อำนวยการสำนัก
    # ผู้อำนวยการกอง …
    # (๓) ผู้อำนวยการสำนัก ผู้อำนวยการกอง… สำหรับพนักงาน…ที่อยู่ในบังคับบัญชา"
    said = load(TAMBON).regulation.evaluators

    assert [one.clause for one in said] == [f"ข้อ ๒.๑ ({number})" for number in "๑๒๓"]
    assert said[0].evaluator == "นายกองค์การบริหารส่วนตำบล"
    assert said[0].employees == ("ปลัดองค์การบริหารส่วนตำบล",)
    assert said[1].evaluator == "ปลัดองค์การบริหารส่วนตำบล"
    assert said[1].employees[:3] == (
        "รองปลัดองค์การบริหารส่วนตำบล",
        "ผู้อำนวยการสำนัก",
        "ผู้อำนวยการกอง",
    )


def test_tambon_leaves_a_late_transfer_to_the_former_supervisor():
    # in the text: "ผู้ได้โอนหรือย้าย หลังวันที่ ๑ มีนาคม หรือวันที่ ๑ กันยายน ให้ผู้บังคับบัญชา…เดิม…
    # เป็นผู้ประเมิน"
    said = load(TAMBON).regulation.transfer

    assert said is not None
    assert [(day.month, day.day) for day in said.after] == [(3, 1), (9, 1)]
    assert said.basis == "source"


def test_tambon_asks_the_next_supervisor_if_there_is_one():
    # in the text: "(๖) … โดยความเห็นชอบของผู้บังคับบัญชาเหนือขึ้นไปอีกขั้นหนึ่ง (ถ้ามี)"
    said = load(TAMBON).regulation.next_supervisor

    assert said is not None
    assert (said.required, said.clause) == ("if_any", "ข้อ ๒.๒ (๖)")


def test_tambon_round_1_is_the_first_half_of_the_fiscal_year():
    # in the text: "วันที่ ๑ ตุลาคม 2561 ถึงวันที่ 31 มีนาคม ๒๕62" of fiscal year ๒๕62
    first, second = load(TAMBON).regulation.rounds

    assert (first.starts.day, first.starts.month, first.starts.year) == (1, 10, -1)
    assert (first.ends.day, first.ends.month, first.ends.year) == (31, 3, 0)
    assert (first.basis, second.basis) == ("source", "house")


def test_tambon_keeps_the_rules_in_words():
    # ข้อ ๒.๑ (host), ข้อ ๒.๒ (๑) (๓) (๔) (๕) (๖), ข้อ ๔
    words = {one.key: one for one in load(TAMBON).regulation.provisions}

    assert "ผู้ให้ข้อมูลและความเห็น" in words["host_opinion"].text
    assert words["criteria_announced"].clause == "ข้อ ๒.๒ (๑)"
    assert "ผู้ประเมินเป็นผู้มีอำนาจอนุมัติ" in words["agreement_change"].text
    assert "ให้คำปรึกษาแนะนำ" in words["advice_in_round"].text
    assert "ทราบเป็นรายบุคคล" in words["acknowledgement"].text
    assert "คณะกรรมการกลั่นกรอง" in words["screening_committee"].text
    assert all(one.basis == "source" for one in words.values())


def test_tambon_marks_what_its_form_does_not_show_as_house_decisions():
    # in the text: "ให้เป็นไปตามแบบประเมิน…ตามที่…(ก.อบต.) กำหนด";
    # the form is not in the source
    said = load(TAMBON).regulation

    assert [one.method_basis for one in said.components] == ["house", "house"]
    assert said.rating.basis == said.rating.agree_basis == "house"
    assert {one.basis for one in said.level_names} == {"house"}
    assert {one.basis for one in said.expected_levels} == {"house"}
    assert [(one.value, one.basis) for one in said.advice] == [(10, "house")]


def test_tambon_advises_no_level_where_none_is_known():
    said = load(TAMBON).regulation.expected_levels

    assert {one.position_type for one in said} == {"ทั่วไป", "วิชาการ"}


def test_tambon_says_where_it_was_published():
    # in the text: "ประกาศ ณ วันที่ 1 เดือน ตุลาคม พ.ศ. ๒๕61"; "ลงวันที่ ๑๕ กุมภาพันธ์ ๒๕๕๙"
    said = load(TAMBON).regulation

    assert said.source.dated == date(2018, 10, 1)
    assert said.in_force == date(2016, 2, 15)
    assert said.source.link == "http://www.naleang.go.th/articles/42356027"


# What the slides on the civil service say


def test_civil_service_wants_at_least_70_for_results():
    # in the text: "ผลสัมฤทธิ์ของงาน (ไม่น้อยกว่าร้อยละ 70)"
    results, behaviour = load(CIVIL).regulation.components

    assert results.weight_at_least == 70
    assert results.weight_at_least_clause == "ว ๒๐/๒๕๕๒ ข้อ ๓"
    assert behaviour.weight_at_least is None


def test_civil_service_shares_are_those_of_the_worked_example_and_marked_house():
    # in the text: "72 70% 50.4 68 30% 20.4 70.8"
    said = load(CIVIL).regulation.components

    assert [(one.weight, one.basis) for one in said] == [(70, "house"), (30, "house")]
    assert Decimal(72) * said[0].weight / 100 == Decimal("50.4")
    assert Decimal(68) * said[1].weight / 100 == Decimal("20.4")


def test_civil_service_has_no_probation_weights():
    assert [one.probation_weight for one in load(CIVIL).regulation.components] == [
        None,
        None,
    ]


def test_civil_service_fixes_five_bands_and_the_floor_of_fair_alone():
    # in the text: "อย่างน้อย ให้แบ่งกลุ่มประเมินเป็น 5 ระดับ … ดีเด่น ดีมาก ดี
    # พอใช้ (ต้อง 60+) ต้องปรับปรุง"
    bands = load(CIVIL).regulation.bands

    assert floors(bands) == floors(load(TAMBON).regulation.bands)
    assert [one.basis for one in bands] == [
        "house",
        "house",
        "house",
        "source",
        "source",
    ]


def test_civil_service_announces_outstanding_and_very_good():
    # in the text: "9. ประกาศรายชื่อผู้ที่มีผลปฏิบัติราชการระดับดีเด่นและ ดีมากในที่เปิดเผย"
    # in the text: "ผู้ประเมินประกาศรายชื่อผู้มีผลงาน “ดีเด่น” และ “ดีมาก”"
    said = load(CIVIL).regulation.announcement

    assert said.bands == ("outstanding", "very_good")
    assert (said.announced_by, said.place) == ("ผู้ประเมิน", "ในที่เปิดเผย")


def test_civil_service_names_no_witness():
    said = load(CIVIL).regulation.witnesses

    assert said is not None
    assert (said.at_least, said.basis) == (0, "house")


def test_civil_service_has_two_rounds():
    # in the text: "รอบแรก (1 ต.ค. - 31 มี.ค.) รอบสอง (1 เม.ย. - 30 ก.ย.)"
    days = [
        (one.starts.day, one.starts.month, one.ends.day, one.ends.month)
        for one in load(CIVIL).regulation.rounds
    ]

    assert days == [(1, 10, 31, 3), (1, 4, 30, 9)]
    assert {one.basis for one in load(CIVIL).regulation.rounds} == {"source"}


def test_civil_service_names_the_levels():
    # in the text: "(1) ต้องปรับปรุง (2) ต่ำกว่า ที่คาดหวัง (3) บรรลุ ตามที่คาดหวัง (4) เกินกว่า
    # ที่คาด หวัง (5) ดีเด่น"; "1 จำเป็นต้องได้รับการพัฒนา อย่างยิ่ง 2 ต้องได้รับการพัฒนา 3 อยู่ในระดับ
    # ใช้งานได้ 4 อยู่ในระดับที่ใช้งานได้ดี 5 อยู่ในระดับดีเยี่ยม"
    results, behaviour = load(CIVIL).regulation.level_names

    assert [one.label for one in results.levels] == [
        "ต้องปรับปรุง",
        "ต่ำกว่าที่คาดหวัง",
        "บรรลุตามที่คาดหวัง",
        "เกินกว่าที่คาดหวัง",
        "ดีเด่น",
    ]
    assert behaviour.levels[0].label == "จำเป็นต้องได้รับการพัฒนาอย่างยิ่ง"
    assert behaviour.levels[4].label == "อยู่ในระดับดีเยี่ยม"
    assert results.basis == behaviour.basis == "source"


def test_civil_service_rates_from_1_to_5():
    # in the text: "คะแนนตามระดับค่าเป้าหมาย … 1 2 3 4 5"; the example has
    # half points, so any decimal goes
    said = load(CIVIL).regulation.rating

    assert (said.lowest, said.highest, said.step) == (1, 5, None)
    assert said.basis == "source"


def test_civil_service_advises_no_more_than_ten_indicators():
    # in the text: "จำนวนตัวชี้วัด ตัวชี้วัด โดยหลักการไม่ควรเกิน 10 ตัว"
    (said,) = load(CIVIL).regulation.advice

    assert (said.value, said.basis) == (10, "source")


def test_civil_service_names_the_chief_and_the_evaluators_of_the_slide():
    # in the text: "10. เสนอกรรมการกลั่นกรองผลการประเมิน ก่อนเสนอ
    # หัวหน้าส่วนราชการระดับกรมหรือจังหวัด"
    # in the text: "(8) หัวหน้าส่วนราชการประจำจังหวัด … (9) นายอำเภอ … (10) … (11) …"
    said = load(CIVIL).regulation

    assert said.chief == "หัวหน้าส่วนราชการระดับกรมหรือจังหวัด"
    assert [one.clause[-4:].strip() for one in said.evaluators] == [
        "(๘)",
        "(๙)",
        "(๑๐)",
        "(๑๑)",
    ]


def test_civil_service_starts_on_1_april_2553():
    # in the text: "ระบบใหม่ เริ่มใช้ 1 เมษายน 2553"
    assert load(CIVIL).regulation.in_force == date(2010, 4, 1)


OFFICIALS = [  # the calendar of the municipality, round 1/2565: "๑ ตุลาคม ๖๔ …"
    ("preparation", date(2021, 10, 1), date(2021, 10, 31)),
    ("agreement", date(2021, 10, 1), date(2021, 10, 31)),
    ("follow_up", date(2021, 10, 1), date(2022, 3, 31)),
    ("evaluation", date(2022, 3, 31), date(2022, 3, 31)),
    ("screening", date(2022, 4, 1), date(2022, 4, 30)),
]
SUMMARY_SLIDES = [  # series b; "ภายใน" has no start, steps 8 and 9 have no date
    ("preparation", None, date(2024, 9, 30)),
    ("criteria", None, date(2024, 10, 20)),
    ("cascade", None, date(2024, 10, 30)),
    ("agreement", None, date(2024, 11, 15)),
    ("follow_up", date(2024, 11, 1), date(2025, 2, 28)),
    ("evaluation", date(2025, 3, 1), date(2025, 3, 14)),
    ("pool", date(2025, 3, 8), date(2025, 3, 14)),
    ("screening", date(2025, 3, 15), date(2025, 3, 28)),
    ("notice", None, None),
    ("announcement", None, None),
    ("order", date(2025, 4, 1), None),
]
FIRST_SLIDES = {  # series a, where it differs from b
    "preparation": (None, date(2024, 11, 30)),
    "criteria": (None, date(2024, 11, 30)),
    "cascade": (None, date(2024, 12, 15)),
    "agreement": (None, date(2024, 12, 31)),
    "follow_up": (date(2025, 1, 1), date(2025, 3, 31)),
    "notice": (date(2025, 3, 15), date(2025, 3, 28)),
    "announcement": (date(2025, 3, 15), date(2025, 3, 28)),
}
SECOND_ROUND = {  # 30 April and 15 May, May to August, from 1 October
    "preparation": (None, date(2025, 3, 31)),
    "criteria": (None, date(2025, 4, 20)),
    "cascade": (None, date(2025, 4, 30)),
    "agreement": (None, date(2025, 5, 15)),
    "follow_up": (date(2025, 5, 1), date(2025, 8, 31)),
    "evaluation": (date(2025, 9, 1), date(2025, 9, 14)),
    "order": (date(2025, 10, 1), None),
}


def calendar_of(regulation: Regulation, year: int, number: int) -> list[tuple]:
    """The steps of a round as dates."""
    the_round = ROUND_FILE.model_copy(update={"year": year, "round": number})
    return [
        (one.step.key, one.starts, one.ends) for one in course(regulation, the_round)
    ]


def test_the_calendar_of_officials_is_that_of_the_municipality():
    assert calendar_of(load(TAMBON).regulation, 2565, 1) == OFFICIALS


def test_the_second_round_of_officials_is_six_months_later():
    assert calendar_of(load(TAMBON).regulation, 2565, 2)[3:] == [
        ("evaluation", date(2022, 9, 30), date(2022, 9, 30)),
        ("screening", date(2022, 10, 1), date(2022, 10, 31)),
    ]
    times = [time for step in load(TAMBON).regulation.steps for time in step.times]
    assert {time.basis for time in times if time.round == 2} == {"house"}


def test_the_civil_service_uses_the_calendar_of_the_summary_slides():
    regulation = load(CIVIL).regulation

    assert calendar_of(regulation, 2568, 1) == SUMMARY_SLIDES
    second = {key: (s, e) for key, s, e in calendar_of(regulation, 2568, 2)}
    assert {key: second[key] for key in SECOND_ROUND} == SECOND_ROUND


def test_an_office_may_choose_the_calendar_of_the_first_slides():
    regulation = load(CIVIL).regulation.model_copy(update={"step_series": "a"})
    first = {key: (s, e) for key, s, e in calendar_of(regulation, 2568, 1)}

    assert {key: first[key] for key in FIRST_SLIDES} == FIRST_SLIDES


def test_a_month_without_a_day_ends_with_its_last_one_in_leap_years_too():
    ends = {key: end for key, _, end in calendar_of(load(CIVIL).regulation, 2567, 1)}

    assert ends["follow_up"] == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("number", "until"), [(1, date(2026, 3, 31)), (2, date(2026, 9, 30))]
)
def test_papers_are_kept_until_two_more_rounds_have_passed(number, until):
    # in the text: "ให้เก็บสำเนาไว้ที่ กอง/สำนัก อย่างน้อย ๒ รอบการประเมิน"
    the_round = ROUND_FILE.model_copy(update={"round": number})

    assert kept_until(load(TAMBON).regulation, the_round) == until
    assert kept_until(load(CIVIL).regulation, the_round) is None


def test_a_person_has_the_competency_sets_of_the_position_type():
    said = load(CIVIL).regulation

    for kind, sets in (
        ("วิชาการ", ["core", "functional"]),
        ("บริหาร", ["core", "functional", "managerial"]),
        (None, ["core", "functional"]),
    ):
        mine = said.competencies_for("civil_servant", kind)
        assert [one.kind for one in mine] == sets


def test_a_set_for_one_staff_group_is_not_for_another():
    text = changed(
        TAMBON, ('kind = "core"', 'kind = "core"\nstaff_groups = ["official"]')
    )
    said, _ = examined(text, shown="own.toml")

    assert len(said.competencies_for("official", "ทั่วไป")) == 2
    assert len(said.competencies_for("contract_general", "ทั่วไป")) == 1


def test_an_expected_level_is_that_of_the_position():
    civil, tambon = load(CIVIL).regulation, load(TAMBON).regulation

    deputy = civil.expected_level("บริหาร", "สูง", "managerial")
    assert deputy is not None
    assert deputy.level == 4
    assert civil.expected_level("ทั่วไป", "ปฏิบัติงาน", "functional") is None
    assert tambon.expected_level("บริหารท้องถิ่น", "สูง", "core") is None


def test_an_expected_level_is_that_of_the_staff_group():
    said = load("tambon-contract-2560").regulation

    levels = {
        group: said.expected_level(kind, level, "core", staff_group=group)
        for group, kind, level in (
            ("contract_general", None, None),
            ("contract_mission", "วิชาการ", "ปฏิบัติการ"),
            ("contract_skilled", None, None),
        )
    }
    assert {group: one and one.level for group, one in levels.items()} == {
        "contract_general": 1,
        "contract_mission": 1,
        "contract_skilled": 2,
    }
    assert (
        said.expected_level(None, None, "core", staff_group="contract_mission") is None
    )
    general = said.expected_level(None, None, "functional")
    assert general is None


def test_the_contract_regulation_says_what_its_source_says():
    said = load("tambon-contract-2560").regulation

    assert [(one.key, one.weight) for one in said.components] == [
        ("results", 80),
        ("behaviour", 20),
    ]
    assert [one.probation_weight for one in said.components] == [None, None]
    assert [band.at_least for band in said.bands] == [95, 85, 75, 65, 0]
    assert said.witnesses is not None
    assert said.witnesses.at_least == 1
    assert said.announcement.bands == ("outstanding",)
    sets = {
        group.key: [
            (one.kind, one.at_least, one.at_most)
            for one in said.competencies_for(group.key, None)
        ]
        for group in said.staff_groups
    }
    assert sets == {
        "contract_general": [("core", 5, 5)],
        "contract_mission": [("core", 5, 5), ("functional", 3, None)],
        "contract_skilled": [("core", 5, 5)],
    }


# One changed line, one finding there

TOP = "at_least = 90\nat_most = 100"
VERY_GOOD = "at_least = 80\nbelow = 90"
FUNCTIONAL = "at_least = 3\nat_most = 3"
SENIOR = 'position_level = "อาวุโส"\nlevel = 3'
PROBATION = 'probation_weight = 50\nprobation_clause = "ข้อ ๑ วรรคท้าย"\n'
GOOD_BAND, FAIR_BAND = (
    f'[[bands]]\nkey = "{key}"\nlabel = "{label}"\nat_least = {floor}\n'
    f'below = {floor + 10}\nclause = "ข้อ ๓ ({clause})"\n'
    for key, label, floor, clause in (("good", "ดี", 70, "๓"), ("fair", "พอใช้", 60, "๔"))
)
SIXTH = 'at_least = 0\nbelow = 40\nclause = "ข้อ ๓ (๖)"\n'
STARTS = "starts = { month = 4, day = 1 }"
ENDS = "ends = { month = 9, day = 30 }"
BEHAVIOUR, NAMES_OF_BEHAVIOUR = (
    text_of(TAMBON)[text_of(TAMBON).index(first) : text_of(TAMBON).index(behind)]
    for first, behind in (
        ('[[components]]\nkey = "behaviour"', "# มาตรวัดที่ผู้ประเมินพิมพ์"),
        ('[[level_names]]\ncomponent = "behaviour"', "# สมรรถนะ  kind"),
    )
)
ALONE = [  # the results, without the behaviour
    (BEHAVIOUR, ""),
    (NAMES_OF_BEHAVIOUR, ""),
    ("weight = 70", "weight = 100"),
    ("probation_weight = 50", "probation_weight = 100"),
]
WITNESSES = "[witnesses]\nat_least = "
SHARES = (("weight = 70", "weight = 60"), ("weight = 30", "weight = 40"))

# code, regulation, changes, key path, what stands on the line of the finding
FAULTY = [
    ("PE486", TAMBON, [("weight = 70", "weight = ๗๐")], "components[0].weight", "= ๗๐"),
    ("PE402", TAMBON, [("weight = 70", "weight = 7o")], "components[0].weight", "= 7o"),
    ("PE487", TAMBON, [("= 2018-10-01", "= 2018-02-30")], "source.dated", "2018-02-30"),
    ("PE403", TAMBON, [("chief =", "cheif =")], "cheif", "cheif"),
    ("PE403", TAMBON, [("[witnesses]", "[witneses]")], "witneses", "[witneses]"),
    ("PE403", TAMBON, [("month = 3,", "mnth = 3,")], "rounds[0].ends.mnth", "mnth"),
    ("PE404", TAMBON, [('issuer = "', '# issuer = "')], "source.issuer", "[source]"),
    ("PE404", TAMBON, [("at_least = 60\n", "")], "bands[3].at_least", "[[bands]]"),
    (
        "PE405",
        TAMBON,
        [('= "if_any"\nc', '= "often"\nc')],
        "next_supervisor.required",
        '"often"',
    ),
    ("PE405", TAMBON, [("weight = 70", "weight = 170")], "components[0].weight", "170"),
    ("PE405", TAMBON, [("weight = 70", "weight = -1")], "components[0].weight", "-1"),
    ("PE405", TAMBON, [('key = "good"', 'key = "Good"')], "bands[2].key", '"Good"'),
    (
        "PE405",
        TAMBON,
        [('= "good"\nlabel = "', '= "good"\nlabel = "\\u0007')],
        "bands[2].label",
        "0007",
    ),
    ("PE405", TAMBON, [("schema = 1", "schema = 2")], "schema", "schema = 2"),
    ("PE405", TAMBON, [("month = 10", "month = 13")], "rounds[0].starts.month", "13"),
    ("PE406", TAMBON, [("weight = 30", "weight = 20")], "components", "[[components]]"),
    (
        "PE406",
        TAMBON,
        [("probation_weight = 50", "probation_weight = 60")],
        "components",
        "[[components]]",
    ),
    ("PE407", CIVIL, SHARES, "components[0].weight", "weight = 60"),
    (
        "PE408",
        TAMBON,
        [(VERY_GOOD, "at_least = 80\nbelow = 89.99")],
        "bands[1].below",
        "89.99",
    ),
    (
        "PE409",
        TAMBON,
        [(VERY_GOOD, "at_least = 80\nbelow = 91")],
        "bands[1].below",
        "91",
    ),
    ("PE410", TAMBON, [(TOP, TOP.replace("100", "99"))], "bands[0].at_most", "= 99"),
    ("PE410", TAMBON, [("at_least = 0", "at_least = 1")], "bands[4].at_least", "= 1"),
    (
        "PE411",
        TAMBON,
        [('bands = ["outstanding"]', 'bands = ["excellent"]')],
        "announcement.bands[0]",
        "excellent",
    ),
    (
        "PE412",
        TAMBON,
        [('clause = "ข้อ ๓ (๑)"\n', "")],
        "bands[0].clause",
        "[[bands]]",
    ),
    (
        "PE412",
        TAMBON,
        [('clause = "ข้อ ๓ (๑)"', 'clause = ""')],
        "bands[0].clause",
        'clause = ""',
    ),
    (
        "PE412",
        TAMBON,
        [('probation_clause = "ข้อ ๑ วรรคท้าย"\n', "")],
        "components[0].probation_clause",
        "[[components]]",
    ),
    (
        "PE412",
        CIVIL,
        [('weight_at_least_clause = "ว ๒๐/๒๕๕๒ ข้อ ๓"\n', "")],
        "components[0].weight_at_least_clause",
        "[[components]]",
    ),
    (
        "PE412",
        TAMBON,
        [("titles_clause =", "# titles_clause =")],
        "competencies[0].titles_clause",
        "[[competencies]]",
    ),
    (
        "PE413",
        TAMBON,
        [("weight = 70", "weight = 70\nweight = 60")],
        "components[0].weight",
        "weight = 60",
    ),
    (
        "PE413",
        TAMBON,
        [('label = "ดีมาก"', 'label = "ดีเด่น"')],
        "bands[1].label",
        'label = "ดีเด่น"',
    ),
    (
        "PE413",
        TAMBON,
        [('key = "fair"', 'key = "good"')],
        "bands[3].key",
        'key = "good"',
    ),
    ("PE413", TAMBON, [("number = 2", "number = 1")], "rounds[1].number", "number = 1"),
    (
        "PE413",
        TAMBON,
        [('["ต้น", "กลาง", "สูง"]', '["ต้น", "กลาง", "ต้น"]')],
        "positions[2].levels[2]",
        "levels",
    ),
    (
        "PE413",
        TAMBON,
        [('"การบริการเป็นเลิศ"', '"การมุ่งผลสัมฤทธิ์"')],
        "competencies[0].titles[3]",
        "การมุ่งผลสัมฤทธิ์",
    ),
    (
        "PE413",
        TAMBON,
        [("{ level = 2, label", "{ level = 1, label")],
        "level_names[0].levels[1].level",
        "ต่ำกว่าที่คาดหวัง",
    ),
    (
        "PE413",
        TAMBON,
        [('"ต่ำกว่าที่คาดหวัง"', '"ดีเด่น"')],
        "level_names[0].levels[4].label",
        "level = 5",
    ),
    (
        "PE413",
        TAMBON,
        [('position_level = "ชำนาญงาน"', 'position_level = "ปฏิบัติงาน"')],
        "expected_levels[1].position_level",
        'position_level = "ปฏิบัติงาน"',
    ),
    (
        "PE413",
        TAMBON,
        [('bands = ["outstanding"]', 'bands = ["good", "good"]')],
        "announcement.bands[1]",
        "bands = [",
    ),
    (
        "PE413",
        TAMBON,
        [('key = "development"', 'key = "agreement"')],
        "provisions[9].key",
        'key = "agreement"',
    ),
    (
        "PE414",
        TAMBON,
        [('component = "results"', 'component = "result"')],
        "level_names[0].component",
        'component = "result"',
    ),
    (
        "PE414",
        TAMBON,
        [('kind = "core"', 'kind = "core"\nstaff_groups = ["contract"]')],
        "competencies[0].staff_groups[0]",
        "contract",
    ),
    (
        "PE414",
        CIVIL,
        [('["อำนวยการ", "บริหาร"]', '["อำนวยการ", "ผู้บริหาร"]')],
        "competencies[2].position_types[1]",
        "ผู้บริหาร",
    ),
    (
        "PE414",
        TAMBON,
        [('position_type = "ทั่วไป"', 'position_type = "บริหาร"')],
        "expected_levels[0].position_type",
        'position_type = "บริหาร"',
    ),
    (
        "PE414",
        TAMBON,
        [('position_level = "ชำนาญงาน"', 'position_level = "ชำนาญการ"')],
        "expected_levels[1].position_level",
        "ชำนาญการ",
    ),
    (
        "PE414",
        TAMBON,
        [('kind = "core"\nposition_type', 'kind = "managerial"\nposition_type')],
        "expected_levels[0].kind",
        "managerial",
    ),
    ("PE415", TAMBON, [("2016-02-15", "2559-02-15")], "in_force", "2559-02-15"),
    (
        "PE416",
        TAMBON,
        [(PROBATION, "")],
        "components[0].probation_weight",
        "[[components]]",
    ),
    (
        "PE417",
        TAMBON,
        [(GOOD_BAND, "@"), (FAIR_BAND, GOOD_BAND), ("@", FAIR_BAND)],
        "bands[3].at_least",
        "at_least = 70",
    ),
    (
        "PE418",
        TAMBON,
        [(TOP, TOP.replace("at_most", "below"))],
        "bands[0].below",
        "below",
    ),
    (
        "PE418",
        TAMBON,
        [(VERY_GOOD, "at_least = 80\nat_most = 89.99")],
        "bands[1].at_most",
        "89.99",
    ),
    ("PE418", TAMBON, [("below = 80\n", "")], "bands[2].below", "[[bands]]"),
    ("PE419", TAMBON, [("below = 80", "below = 70")], "bands[2].below", "below = 70"),
    ("PE420", TAMBON, [("highest = 5", "highest = 1")], "rating.highest", "highest"),
    (
        "PE421",
        TAMBON,
        [("highest = 5", "highest = 5\nstep = 0.3")],
        "rating.step",
        "step = 0.3",
    ),
    (
        "PE421",
        TAMBON,
        [("highest = 5", "highest = 5\nstep = 0")],
        "rating.step",
        "step = 0",
    ),
    (
        "PE422",
        TAMBON,
        [(SENIOR, SENIOR.replace("3", "6"))],
        "expected_levels[2].level",
        "level = 6",
    ),
    (
        "PE422",
        TAMBON,
        [("{ level = 5, label", "{ level = 0, label")],
        "level_names[0].levels[4].level",
        "level = 0",
    ),
    (
        "PE423",
        TAMBON,
        [(FUNCTIONAL, "at_least = 3\nat_most = 2")],
        "competencies[1].at_most",
        "at_most = 2",
    ),
    (
        "PE424",
        TAMBON,
        [("at_least = 5\nat_most = 5", "at_least = 4\nat_most = 4")],
        "competencies[0].titles",
        "titles = [",
    ),
    (
        "PE425",
        TAMBON,
        [(ENDS, "ends = { month = 9, day = 31 }")],
        "rounds[1].ends.day",
        "day = 31",
    ),
    (
        "PE425",
        TAMBON,
        [("after = [{ month = 3, day = 1 }", "after = [{ month = 2, day = 29 }")],
        "transfer.after[0].day",
        "day = 29",
    ),
    (
        "PE426",
        TAMBON,
        [(ENDS, "ends = { month = 3, day = 31 }")],
        "rounds[1].ends",
        "ends = { month = 3, day = 31 }",
    ),
    ("PE427", TAMBON, [('form = "local', 'form = "lokal')], "form", "lokal-official"),
    (
        "PE428",
        TAMBON,
        [('key = "results"', 'key = "work"'), ('t = "results"', 't = "work"')],
        "components[0].key",
        'key = "work"',
    ),
    (
        "PE428",
        TAMBON,
        [('method = "rating"', 'method = "weighted_levels"')],
        "components[1].key",
        'key = "behaviour"',
    ),
    ("PE429", TAMBON, ALONE, "components", "[[components]]"),
    (
        "PE430",
        TAMBON,
        [(f"{WITNESSES}2", f"{WITNESSES}3")],
        "witnesses.at_least",
        "at_least = 3",
    ),
    (
        "PE431",
        TAMBON,
        [('label = "พนักงานส่วนตำบล"', 'label = "พนักงาน, ส่วนตำบล"')],
        "staff_groups[0].label",
        "พนักงาน, ส่วนตำบล",
    ),
    (
        "PE431",
        TAMBON,
        [("[[rounds]]", '[[positions]]\ntype = "ก, ข"\nlevels = ["ต้น"]\n[[rounds]]')],
        "positions[4].type",
        "ก, ข",
    ),
    (
        "PE431",
        TAMBON,
        [('["ต้น", "กลาง", "สูง"]', '["ต้น", "กลาง,สูง"]')],
        "positions[2].levels[1]",
        "กลาง,สูง",
    ),
    (
        "PE413",
        CIVIL,
        [('series = "b"\nkey = "criteria"', 'series = "b"\nkey = "preparation"')],
        "steps[1].key",
        'key = "preparation"',
    ),
    (
        "PE413",
        TAMBON,
        [("{ round = 2, starts", "{ round = 1, starts")],
        "steps[0].times[1].round",
        "{ round = 1, starts = { month = 4 }",
    ),
    (
        "PE414",
        CIVIL,
        [('step_series = "b"', 'step_series = "c"')],
        "step_series",
        'step_series = "c"',
    ),
    (
        "PE425",
        CIVIL,
        [
            (
                "ends = { month = 9, day = 30, year = -1 }",
                "ends = { month = 9, day = 31 }",
            )
        ],
        "steps[0].times[0].ends.day",
        "day = 31",
    ),
    (
        "PE432",
        TAMBON,
        [("starts = { month = 3, day = 31 }, e", "starts = { month = 4 }, e")],
        "steps[3].times[0].ends",
        "ends = { month = 3, day = 31 }",
    ),
]


@pytest.mark.parametrize(("code", "regulation_id", "changes", "key", "line"), FAULTY)
def test_a_changed_line_gives_one_finding_at_that_line(
    code, regulation_id, changes, key, line
):
    text = changed(regulation_id, *changes)

    (found,) = findings_in(text)

    assert (found.code, found.facts["key"]) == (code, key)
    assert line in text.split("\n")[int(found.facts["line"]) - 1]
    assert found.message("th").startswith(f"บรรทัด {found.facts['line']} ({key}): ")
    assert found.message("en").startswith(f"line {found.facts['line']} ({key}): ")


# The same places, rightly changed: nothing is said
CLEAN = [
    ("PE402", TAMBON, [("weight = 70", "weight = 70.0 # percent")]),
    ("PE486", TAMBON, [('issuer = "', '# weight = ๗๐\nissuer = "')]),
    ("PE487", TAMBON, [("dated = 2018-10-01", "dated = 2018-02-28")]),
    ("PE403", TAMBON, [('issuer = "', 'gazette = "เล่ม ๑"\nissuer = "')]),
    ("PE404", TAMBON, [('link = "', '# link = "')]),
    ("PE405", TAMBON, [('= "if_any"\nc', '= "always"\nc')]),
    ("PE406", TAMBON, SHARES),
    ("PE407", CIVIL, [("weight = 70", "weight = 80"), ("weight = 30", "weight = 20")]),
    ("PE408", TAMBON, [("at_least = 90", "at_least = 95"), ("w = 90", "w = 95")]),
    ("PE409", TAMBON, [("at_least = 90", "at_least = 85.5"), ("w = 90", "w = 85.5")]),
    (
        "PE410",
        TAMBON,
        [
            ("at_least = 0\nbelow = 60", "at_least = 40\nbelow = 60"),
            (
                "# การประกาศรายชื่อ",
                f'[[bands]]\nkey = "poor"\nlabel = "ต่ำมาก"\n{SIXTH}\n#',
            ),
        ],
    ),
    ("PE411", TAMBON, [('["outstanding"]', '["outstanding", "very_good"]')]),
    ("PE412", TAMBON, [('clause = "ข้อ ๓ (๑)"', 'clause = "ข้อ ๙"')]),
    (
        "PE413",
        TAMBON,
        [
            (
                "[[positions]]",
                '[[staff_groups]]\nkey = "b"\nlabel = "ข"\n\n[[positions]]',
            )
        ],
    ),
    (
        "PE414",
        TAMBON,
        [('kind = "core"', 'kind = "core"\nstaff_groups = ["official"]')],
    ),
    ("PE415", TAMBON, [("2016-02-15", "2400-12-31")]),
    ("PE416", TAMBON, [(PROBATION, ""), (PROBATION, "")]),
    ("PE417", TAMBON, [('label = "ดีมาก"', 'label = "ดียิ่ง"')]),
    ("PE418", TAMBON, [(TOP, TOP.replace("100", "100.00"))]),
    (
        "PE419",
        TAMBON,
        [("at_least = 80", "at_least = 70.5"), ("below = 80", "below = 70.5")],
    ),
    ("PE420", TAMBON, [("highest = 5", "highest = 6")]),
    ("PE421", TAMBON, [("highest = 5", "highest = 5\nstep = 0.5")]),
    ("PE422", TAMBON, [(SENIOR, SENIOR.replace("3", "5"))]),
    ("PE423", TAMBON, [(FUNCTIONAL, "at_least = 3")]),
    ("PE424", TAMBON, [("at_most = 5", "at_most = 6")]),
    (
        "PE425",
        TAMBON,
        [("after = [{ month = 3, day = 1 }", "after = [{ month = 2, day = 28 }")],
    ),
    ("PE426", TAMBON, [(STARTS, "starts = { month = 9, day = 29 }")]),
    ("PE427", TAMBON, [('form = "local-official"', 'form = "civil-service"')]),
    ("PE428", TAMBON, [('label = "ผลสัมฤทธิ์ของงาน"', 'label = "ผลงาน"')]),
    (
        "PE429",
        TAMBON,
        [(BEHAVIOUR, ""), ("[[components]]", f"{BEHAVIOUR}[[components]]")],
    ),
    ("PE430", TAMBON, [(f"{WITNESSES}2", f"{WITNESSES}1")]),
    ("PE431", TAMBON, [('label = "ดีมาก"', 'label = "ดี, มาก"')]),
    ("PE413", CIVIL, [('key = "preparation"', 'key = "plans"')]),
    ("PE414", CIVIL, [('step_series = "b"', 'step_series = "a"')]),
    ("PE432", CIVIL, [("starts = { month = 3, day = 8 }", "starts = { month = 3 }")]),
]


@pytest.mark.parametrize(("code", "regulation_id", "changes"), CLEAN)
def test_a_right_change_gives_no_finding(code, regulation_id, changes):
    assert findings_in(changed(regulation_id, *changes)) == [], code


def test_every_code_has_a_faulty_and_a_clean_row():
    # PE401 is about files that cannot be read: see the tests of loading below
    # PE433-437 are about marked items: see test_regulations_municipal
    # PE438-439, PE480-483 are about methods of an office: see test_own_methods
    told = set(ENTRIES) - set(marking.ENTRIES) - set(matching.OF_FILES)
    assert {row[0] for row in FAULTY} | {"PE401"} == told
    assert {row[0] for row in CLEAN} | {"PE401"} == told


def test_a_share_below_the_least_cites_the_clause_that_sets_it():
    (found,) = findings_in(changed(CIVIL, *SHARES))

    assert found.clause == "ว ๒๐/๒๕๕๒ ข้อ ๓"


def test_the_least_share_does_not_hold_for_probation():
    text = changed(
        CIVIL,
        ("weight = 70", f"weight = 70\n{PROBATION}"),
        ("weight = 30", f"weight = 30\n{PROBATION}"),
    )

    assert findings_in(text) == []


def test_faults_of_every_kind_come_in_one_pass():
    text = changed(
        TAMBON,
        ("weight = 70", "weight = 60"),
        ('position_level = "ชำนาญงาน"', 'position_level = "ชำนาญการ"'),
        ("at_least = 60", "at_least = 6o"),
        ('["outstanding"]', '["outstanding", "outstanding"]'),
        ('required = "if_any"', 'required = "maybe"'),
        ("value = 10", "value = 10\nvalue = 12"),
    )

    assert [one.code for one in findings_in(text)] == [
        "PE406",
        "PE414",
        "PE402",
        "PE413",
        "PE405",
        "PE413",
    ]


def test_what_a_faulty_block_says_is_not_held_against_the_sound_ones():
    # without its weights nothing can be said about their total
    assert [one.code for one in findings_in(changed(TAMBON, ("= 30", '= "30"')))] == [
        "PE405"
    ]


def test_the_weights_of_components_refused_for_something_else_are_still_totalled():
    text = changed(
        TAMBON,
        ("weight = 70", "weight = 65"),
        ('method = "rating"', 'method = "guess"'),
    )

    assert {one.code for one in findings_in(text)} == {"PE405", "PE406"}


def test_the_weights_are_not_totalled_where_a_line_was_taken_out():
    text = changed(
        TAMBON,
        ("weight = 70", "weight = 70\nweight = 65"),
        ('method = "rating"', 'method = "guess"'),
    )

    assert {one.code for one in findings_in(text)} == {"PE405", "PE413"}


def test_a_regulation_without_the_optional_blocks_is_whole():
    text = re.sub(
        r"(?ms)^\[(witnesses|next_supervisor|transfer)\]\n.*?\n\n", "", text_of(TAMBON)
    )
    said, findings = examined(text, shown="own.toml")

    assert findings == []
    assert (said.witnesses, said.next_supervisor, said.transfer) == (None, None, None)


# Loading


def test_a_shipped_regulation_is_loaded_with_the_digest_of_its_file():
    loaded = load(TAMBON)

    assert loaded == load(FOLDER / f"{TAMBON}.toml", shown=f"{TAMBON}.toml")
    assert re.fullmatch(r"[0-9a-f]{64}", loaded.sha256)
    with pytest.raises(AttributeError):
        loaded.file = "other"


def test_an_own_file_is_checked_in_full(tmp_path):
    own = tmp_path / "ours.toml"
    own.write_text(changed(TAMBON, ("weight = 70", "weight = 60")), encoding="utf-8")

    with pytest.raises(DataFileError) as refused:
        load(str(own), shown="ours.toml")

    assert [(one.code, one.file) for one in refused.value.findings] == [
        ("PE406", "ours.toml")
    ]


def test_an_own_file_is_shown_as_it_was_named(tmp_path):
    own = tmp_path / "ours.toml"
    own.write_text(text_of(TAMBON), encoding="utf-8")

    assert load(own).file == own.as_posix()


def test_an_own_file_without_an_ending_is_read_where_it_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("ours").write_text(text_of(TAMBON), encoding="utf-8")

    assert load("ours").regulation.id == TAMBON


def test_a_path_that_reads_like_an_id_is_a_file_all_the_same(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path(CIVIL).write_text(text_of(TAMBON), encoding="utf-8")

    assert load(Path(CIVIL)).regulation.id == TAMBON
    assert load(CIVIL).regulation.id == CIVIL


def test_an_id_that_does_not_exist_names_the_nearest():
    with pytest.raises(UnknownRegulationError) as refused:
        load("tambon-official-2560")

    assert refused.value.near == (TAMBON,)
    assert isinstance(refused.value, LookupError)


def test_an_id_like_no_other_names_all():
    with pytest.raises(UnknownRegulationError) as refused:
        load("xyz")

    assert refused.value.near == shipped()


@pytest.mark.parametrize(
    ("raw", "word"),
    [(text_of(TAMBON).replace("…", ".").encode("cp874", "replace"), "UTF-8")],
)
def test_an_own_file_of_another_encoding_gets_advice(tmp_path, raw, word):
    own = tmp_path / "ours.toml"
    own.write_bytes(raw)

    with pytest.raises(DataFileError) as refused:
        load(own)

    (found,) = refused.value.findings
    assert found.code == "PE401"
    assert word in found.remedy("th")


def test_an_own_file_saved_by_notepad_is_read(tmp_path):
    own = tmp_path / "ours.toml"
    own.write_bytes(b"\xef\xbb\xbf" + text_of(TAMBON).replace("\n", "\r\n").encode())

    assert load(own).regulation == load(TAMBON).regulation


def test_an_own_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(DataFileError) as refused:
        load(tmp_path / "none.toml")

    assert [one.code for one in refused.value.findings] == ["PE401"]


# Copying


@pytest.mark.parametrize("regulation_id", BOTH)
@pytest.mark.parametrize(
    ("name", "own_id"),
    [
        ("our-office-2568.toml", "our-office-2568"),
        ("หลักเกณฑ์ของเรา.toml", None),
        ("tambon-official-2559.toml", None),
    ],
)
def test_a_copy_keeps_the_comments_gets_its_own_id_and_passes_the_check(
    regulation_id, name, own_id
):
    text = copy(regulation_id, Path(name))

    said, findings = examined(text, shown=name)
    assert findings == []
    assert said.id == (own_id or f"{regulation_id}-copy")
    ours, theirs = text.split("\n"), text_of(regulation_id).split("\n")
    differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    assert differing == [(f'id = "{said.id}"', f'id = "{regulation_id}"')]


def test_what_does_not_ship_cannot_be_copied():
    with pytest.raises(UnknownRegulationError):
        copy("civil-service", Path("x.toml"))


# Showing


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("regulation_id", BOTH)
def test_every_clause_of_a_regulation_is_shown(regulation_id, lang):
    shown = {
        row.clause for part in lines(load(regulation_id), lang) for row in part.rows
    }

    written = re.findall(r'(?m)^[^#]*?clause = "([^"]*)"', text_of(regulation_id))
    assert shown - {None} == set(written)


@pytest.mark.parametrize("regulation_id", BOTH)
def test_a_house_decision_is_shown_with_its_mark(regulation_id):
    for part in lines(load(regulation_id), "th"):
        for row in part.rows:
            is_house = (row.clause or "").startswith("แนวปฏิบัติของ perfeval")
            assert row.mark == ("[แนวปฏิบัติ]" if is_house else "")


def test_a_clause_that_says_it_is_a_house_decision_gets_no_second_mark():
    for lang, count in (("th", 1), ("en", 2)):  # the clauses are Thai
        for part in lines(load(CIVIL), lang):
            for row in part.rows:
                marks = row.line.count("[แนวปฏิบัติ") + row.line.count("[house]")
                assert marks == (count if row.mark else 0), row.line


def test_a_house_decision_with_a_clause_of_the_office_keeps_its_mark():
    assert Row("ร้อยละ 70", "มติ ก.", "[แนวปฏิบัติ]").line == ("ร้อยละ 70  [มติ ก.] [แนวปฏิบัติ]")
    assert Row("ชื่อ").line == "ชื่อ"


def test_witnesses_are_shown_with_their_kind_where_one_is_asked_for():
    kind = ('kind = "พนักงานส่วนท้องถิ่น"\n', "")
    said, _ = examined(changed(TAMBON, kind), shown="own.toml")
    texts = [
        row.text
        for loaded in (load(TAMBON), Loaded(said, "own.toml", ""))
        for part in lines(loaded, "th")
        for row in part.rows
    ]

    refusal = "ไม่ลงลายมือชื่อรับทราบ: พยาน"
    assert f"{refusal}ซึ่งเป็นพนักงานส่วนท้องถิ่นอย่างน้อย 2 คน" in texts
    assert f"{refusal}อย่างน้อย 2 คน" in texts


def test_the_rulings_are_shown_in_the_order_of_the_file():
    headings = [part.heading for part in lines(load(TAMBON), "en")]

    assert headings[0] == "Regulation"
    assert headings.index("Components") < headings.index("Bands")
    assert headings[-3:] == ["Advice", "Keeping of the papers", "Calendar"]


def test_a_regulation_with_other_choices_is_shown_too():
    text = changed(
        TAMBON,
        ('issuer = "', 'gazette = "เล่ม ๑"\nissuer = "'),
        ("highest = 5", "highest = 5\nstep = 0.5"),
        ('kind = "core"', 'kind = "core"\nstaff_groups = ["official"]'),
        (FUNCTIONAL, "at_least = 3\nat_most = 6"),
        ("aspects = [", "other_aspects = ["),
    ).replace("other_aspects = [", "aspects = [")
    text = re.sub(r"(?ms)^\[(witnesses|next_supervisor|transfer)\]\n.*?\n\n", "", text)
    text = re.sub(r"(?m)^link = .*\n", "", text)
    text = re.sub(r'(?m)^aspects = \["สมรรถนะหลัก".*\n', "", text)
    text = text.replace("[[advice]]", "[[unused]]")
    text = text[: text.index("[[unused]]")]

    said, findings = examined(text, shown="own.toml")
    parts = lines(Loaded(said, "own.toml", "0" * 64), "en")
    texts = [row.text for part in parts for row in part.rows]

    assert findings == []
    assert "Gazette: เล่ม ๑" in texts
    assert "In steps of 0.5" in texts
    assert "core competencies: 5 (พนักงานส่วนตำบล)" in texts
    assert "functional competencies: 3 to 6 (everybody)" in texts
    assert "Advice" not in [part.heading for part in parts]
