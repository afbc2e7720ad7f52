"""The working of a score, as the person at the counter reckons it again."""

import ast
import operator
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluations import BOTH, CIVIL, PROBATION_CELL, TAMBON, scored
from perfeval.appraise.figures import exact_text, half_up
from perfeval.appraise.score import Result, score
from perfeval.reports.explanation import WORDS, Step, as_json, build, said

LANGS = ("th", "en")
RICE = [350, 355, 360, 365, 370]
KPI = "สไลด์ “แบบประเมินผลสัมฤทธิ์ของงาน” (ค = ก × ข รวมแล้วนำ ๒๐ มาคูณ)"
ABOUT = re.compile(r"([0-9/-]+) \(≈ ([0-9.-]+)\)")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?")
OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def formula(working: str) -> str:
    """The sum in a working: without its words and its rounded decimals."""
    text = re.sub(r" \(≈ [0-9.-]+\)", "", working.rpartition(": ")[2])
    text = re.sub(r"[A-Za-z\u0e00-\u0e7f]+", "", text)
    return text.replace("×", "*").replace("÷", "/").replace("−", "-").strip()


def reckoned(working: str) -> Fraction:
    """What a working comes to, with exact fractions."""
    return _value(ast.parse(formula(working), mode="eval").body)


def _value(node: ast.expr) -> Fraction:
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    assert isinstance(node, ast.Constant)
    return Fraction(str(node.value))


def keyed_in(working: str) -> Fraction:
    """What a calculator shows that knows brackets but no precedence."""
    tokens = re.findall(r"[0-9.]+|[-+*/()]", formula(working))
    return _keyed(iter(tokens))


def _keyed(tokens: Any) -> Fraction:
    shown, pending, sign = Fraction(0), operator.add, 1
    for token in tokens:
        if token == ")":
            break
        if token in "+-*/":
            if token == "-" and pending is not None:
                sign = -1
            else:
                keys = {"+": ast.Add, "-": ast.Sub, "*": ast.Mult, "/": ast.Div}
                pending = OPERATORS[keys[token]]
            continue
        entered = _keyed(tokens) if token == "(" else Fraction(token)
        shown, pending, sign = pending(shown, sign * entered), None, 1
    return shown


def figures(working: str) -> list[Fraction]:
    """Every figure of a working, in order, without the rounded decimals."""
    exact = re.sub(r" \(≈ [0-9.-]+\)", "", working)
    return [Fraction(found) for found in NUMBER.findall(exact)]


def sample() -> Result:
    """
    One typed and one measured indicator, two competencies alike, on probation.

    By hand: 60 x 4 / 5 = 48; 3 + 2/5 = 3.4, 40 x 3.4 / 5 = 27.2; 75.2 x 50 % = 37.6;
    50 x 4 / 5 = 40, 50 x 3 / 5 = 30; 70 x 50 % = 35; 72.6 in all.
    """
    rows = [
        {"title": "รายงานตรงเวลา", "weight": 60, "level": 4},
        {"title": "พื้นที่ปลูกข้าว", "weight": 40, "targets": RICE, "actual": 362},
    ]
    return scored(
        rows,
        [{"title": "บริการที่ดี", "level": 4}, {"title": "ทีม", "level": 3}],
        probation="yes",
    )


def measured(targets: list[object], actual: object, lang: str = "th") -> Step:
    """The step that tells how an actual earned its level."""
    row = {"weight": 100, "targets": targets, "actual": actual}
    return build(scored([row], [4]), lang)[0]


# By hand


def test_the_working_reads_from_the_cells_to_the_band():
    told = [(step.label, step.working, step.value) for step in build(sample(), "th")]

    assert told == [
        ("รายงานตรงเวลา", "น้ำหนัก 60 × ระดับ 4 ÷ 5", 48),
        (
            "ระดับจากผลงานจริง: พื้นที่ปลูกข้าว",
            "ผลงานจริง 362 อยู่ระหว่างค่าเป้าหมายระดับ 3 (360) กับระดับ 4 (365): "
            "(362 − 360) ÷ (365 − 360) + 3",
            Fraction("3.4"),
        ),
        ("พื้นที่ปลูกข้าว", "น้ำหนัก 40 × ระดับ 3.4 ÷ 5", Fraction("27.2")),
        ("รวมผลสัมฤทธิ์ของงาน (เต็ม 100)", "48 + 27.2", Fraction("75.2")),
        (
            "ผลสัมฤทธิ์ของงาน ตามสัดส่วนร้อยละ 50 (ทดลองปฏิบัติหน้าที่ราชการ)",
            "75.2 × 50 ÷ 100",
            Fraction("37.6"),
        ),
        ("บริการที่ดี", "น้ำหนักเท่ากันทุกข้อ (100 ÷ 2) × ระดับ 4 ÷ 5", 40),
        ("ทีม", "น้ำหนักเท่ากันทุกข้อ (100 ÷ 2) × ระดับ 3 ÷ 5", 30),
        ("รวมพฤติกรรมการปฏิบัติราชการ (เต็ม 100)", "40 + 30", 70),
        (
            "พฤติกรรมการปฏิบัติราชการ ตามสัดส่วนร้อยละ 50 (ทดลองปฏิบัติหน้าที่ราชการ)",
            "70 × 50 ÷ 100",
            35,
        ),
        ("คะแนนรวม", "37.6 + 35", Fraction("72.6")),
        ("ระดับผลการประเมิน: ดี", "72.6 อยู่ในช่วงตั้งแต่ 70 แต่ไม่ถึง 80", None),
    ]


def test_the_working_in_english_says_the_same():
    told = [(step.label, step.working) for step in build(sample(), "en")]

    assert told == [
        ("รายงานตรงเวลา", "weight 60 × level 4 ÷ 5"),
        (
            "Level earned by the actual: พื้นที่ปลูกข้าว",
            "actual 362 lies between the targets of levels 3 (360) and 4 (365): "
            "(362 − 360) ÷ (365 − 360) + 3",
        ),
        ("พื้นที่ปลูกข้าว", "weight 40 × level 3.4 ÷ 5"),
        ("ผลสัมฤทธิ์ของงาน, of 100", "48 + 27.2"),
        (
            "ผลสัมฤทธิ์ของงาน, at its share of 50 percent on probation",
            "75.2 × 50 ÷ 100",
        ),
        ("บริการที่ดี", "all weights alike (100 ÷ 2) × level 4 ÷ 5"),
        ("ทีม", "all weights alike (100 ÷ 2) × level 3 ÷ 5"),
        ("พฤติกรรมการปฏิบัติราชการ, of 100", "40 + 30"),
        (
            "พฤติกรรมการปฏิบัติราชการ, at its share of 50 percent on probation",
            "70 × 50 ÷ 100",
        ),
        ("Total", "37.6 + 35"),
        ("Band: ดี", "72.6 is 70 or more but less than 80"),
    ]


def test_every_line_names_the_cells_its_figures_were_typed_in():
    assert [step.cells for step in build(sample(), "th")] == [
        ("C26", "J26"),  # weight and level
        ("I27", "F27", "G27"),  # actual and the two targets it lies between
        ("C27", "I27"),
        (),
        (PROBATION_CELL,),
        ("G57",),  # a level; the weights are blank
        ("G58",),
        (),
        (PROBATION_CELL,),
        (),
        (),
    ]


def test_every_line_names_the_clause_that_rules_it():
    rows = [
        {"weight": 60, "level": 4},
        {"weight": 40, "targets": RICE, "actual": 362},
    ]
    clauses = [step.clause for step in build(scored(rows, [4, 4]), "th")]
    house = "แนวปฏิบัติของ perfeval: "

    assert clauses[3:5] == [clauses[0], "ข้อ ๑.๑"]
    assert clauses[8:] == ["ข้อ ๑.๒", "ข้อ ๑.๑, ข้อ ๑.๒", "ข้อ ๓ (๓)"]
    assert clauses[0].startswith(house + "ข้อ ๔ ให้ใช้แบบที่ ก.อบต. กำหนด")
    assert clauses[1].startswith(house + "เมื่อกรอกผลงานจริง ระดับคิดตามสัดส่วน")


def test_a_share_without_probation_names_no_cell():
    steps = build(scored([{"weight": 100, "level": 4}], [4], probation="no"), "th")
    (share,) = [step for step in steps if "ร้อยละ 70" in step.label]

    assert (share.label, share.cells) == ("ผลสัมฤทธิ์ของงาน ตามสัดส่วนร้อยละ 70", ())


@pytest.mark.parametrize(
    ("targets", "actual", "working", "value", "cells"),
    [
        (
            RICE,
            340,
            "ผลงานจริง 340 ยังไม่ถึงค่าเป้าหมายระดับ 1 (350) จึงได้ระดับต่ำสุด",
            1,
            ("I26", "D26"),
        ),
        (
            RICE,
            371,
            "ผลงานจริง 371 ดีกว่าค่าเป้าหมายระดับ 5 (370) จึงได้ระดับสูงสุด",
            5,
            ("I26", "H26"),
        ),
        (
            RICE,
            365,
            "ผลงานจริง 365 เท่ากับค่าเป้าหมายระดับ 4 พอดี จึงได้ระดับนั้น",
            4,
            ("I26", "G26"),
        ),
        (
            [10, 8, 6, 4, 2],
            12,
            "ผลงานจริง 12 ยังไม่ถึงค่าเป้าหมายระดับ 1 (10) จึงได้ระดับต่ำสุด",
            1,
            ("I26", "D26"),
        ),
        (
            [10, 8, 6, 4, 2],
            0,
            "ผลงานจริง 0 ดีกว่าค่าเป้าหมายระดับ 5 (2) จึงได้ระดับสูงสุด",
            5,
            ("I26", "H26"),
        ),
        (
            [-10, -5, 0, 5, 10],
            -7.5,
            "ผลงานจริง -7.5 อยู่ระหว่างค่าเป้าหมายระดับ 1 (-10) กับระดับ 2 (-5): "
            "((-7.5) − (-10)) ÷ ((-5) − (-10)) + 1",
            Fraction("1.5"),
            ("I26", "D26", "E26"),
        ),
    ],
)
def test_a_measured_level_says_where_the_actual_stands(
    targets, actual, working, value, cells
):
    step = measured(targets, actual)

    assert (working, value, cells) == (step.working, step.value, step.cells)


def test_a_level_is_named_by_the_scale_of_the_regulation():
    result = scored([{"weight": 100, "targets": RICE, "actual": 362}], [4])
    rating = result.regulation.rating.model_copy(
        update={"lowest": Decimal(0), "highest": Decimal(4)}
    )
    rules = result.regulation.model_copy(update={"scale": rating})
    step = build(score(result.evaluation, rules), "th")[0]

    assert "ระดับ 2 (360) กับระดับ 3 (365)" in step.working
    assert (step.value, step.cells) == (Fraction("2.4"), ("I26", "F26", "G26"))


def test_the_highest_band_has_no_ceiling():
    band = build(scored([{"weight": 100, "level": 5}], [4.8]), "th")[-1]

    # 70 + 96 x 30 % = 98.8
    assert band.working == "98.8 อยู่ในช่วงตั้งแต่ 90 ขึ้นไป"
    assert band.label == "ระดับผลการประเมิน: ดีเด่น"


def test_a_total_at_an_edge_says_why_it_was_not_rounded_up():
    level = Decimal("89.9981") / 20
    result = scored([{"weight": 100, "level": level}], [level])
    edge = build(result, "th")[-1]

    assert edge.label == "ใกล้เกณฑ์แบ่งระดับ"
    assert edge.working == (
        "หากปัดเป็นสองตำแหน่งจะได้ 90.00 ซึ่งอยู่คนละระดับ จึงตัดสินจากค่าจริง 89.9981"
    )
    assert edge.clause == "ข้อ ๓ (๒)"


def test_a_figure_that_never_ends_is_a_fraction_with_its_decimal_beside_it():
    steps = build(scored([{"weight": 100, "level": 4}], [5, 4, 4, 4, 4, 4, 4]), "th")
    told = {step.label: step.working for step in steps}

    # 29 x 20 / 7 = 580/7; 56 + 174/7 = 566/7 = 80.857142...
    assert told["พฤติกรรมการปฏิบัติราชการ ตามสัดส่วนร้อยละ 30"] == (
        "580/7 (≈ 82.857143) × 30 ÷ 100"
    )
    assert told["คะแนนรวม"] == "56 + 174/7 (≈ 24.857143)"
    assert told["ระดับผลการประเมิน: ดีมาก"] == (
        "566/7 (≈ 80.857143) อยู่ในช่วงตั้งแต่ 80 แต่ไม่ถึง 90"
    )


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Fraction("70.8"), "70.8"),
        (Fraction(1, 3), "1/3 (≈ 0.333333)"),
        (Fraction(-2, 3), "-2/3 (≈ -0.666667)"),
        (90 - Fraction(1, 3 * 10**7), "2699999999/30000000 (≈ 89.99999997)"),
    ],
)
def test_a_decimal_beside_a_fraction_never_looks_like_a_floor_it_does_not_reach(
    figure, shown
):
    assert shown == said(figure)


def test_a_line_for_programs_holds_exact_figures_as_text():
    first, *_, band = build(sample(), "th")

    assert list(as_json(first).items()) == [
        ("label", "รายงานตรงเวลา"),
        ("working", "น้ำหนัก 60 × ระดับ 4 ÷ 5"),
        ("value", "48"),
        ("cells", ["C26", "J26"]),
        ("clause", first.clause),
    ]
    assert as_json(band)["value"] is None


def test_both_languages_have_the_same_words():
    assert WORDS["th"].keys() == WORDS["en"].keys()


# Whatever was typed

levels = st.decimals(1, 5, places=2)
targets = st.sampled_from(
    (RICE, [75, 80, 85, 90, 95], [10, 8, 6, 4, 2], [-3, 0, 3, 6, 9], [4, 3, 2, 1, 0])
)
actuals = st.one_of(st.integers(-5, 375), st.decimals(-5, 12, places=1))
rows = st.one_of(
    st.builds(lambda level: {"level": level}, levels),
    st.builds(
        lambda ladder, actual: {"targets": ladder, "actual": actual}, targets, actuals
    ),
)


@st.composite
def results(draw) -> Result:
    """A score of one to five indicators and one to nine competencies."""
    given_rows = draw(st.lists(rows, min_size=1, max_size=5))
    weight = {1: [100], 2: [60, 40], 3: [33.33, 33.33, 33.34], 4: [25] * 4, 5: [20] * 5}
    weights = weight[len(given_rows)]
    return scored(
        [{"weight": w, **row} for w, row in zip(weights, given_rows, strict=True)],
        draw(st.lists(levels, min_size=1, max_size=9)),
        regulation=draw(st.sampled_from(BOTH)),
        probation=draw(st.sampled_from((None, "yes"))),
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(results(), st.sampled_from(LANGS))
def test_whoever_reckons_a_line_again_gets_its_figure(result, lang):
    steps = build(result, lang)

    for step in steps:
        if step.value is not None and re.search("[×÷+]", step.working):
            assert step.value == reckoned(step.working), step.working
    assert steps[-1 - result.at_edge - 1].value == result.total


@settings(max_examples=50)
@given(results())
def test_a_line_without_fractions_can_be_keyed_in_from_left_to_right(result):
    for step in build(result, "th"):
        if re.search("[×÷+]", step.working) and "/" not in step.working:
            assert step.value == keyed_in(step.working), step.working


@settings(max_examples=50)
@given(results(), st.sampled_from(LANGS))
def test_every_line_has_a_clause_and_cells_or_only_figures_of_lines_above(result, lang):
    known = {Fraction(100)} | {part.weight for part in result.parts}
    known |= {Fraction(band.at_least) for band in result.regulation.bands}
    known.add(half_up(result.total, 2))
    for step in build(result, lang):
        assert step.clause
        assert step.label
        if not step.cells:
            assert set(figures(step.working)) <= known, step.working
        if step.value is not None:
            known.add(step.value)


@settings(max_examples=50)
@given(results(), st.sampled_from(LANGS))
def test_every_fraction_has_its_decimal_beside_it(result, lang):
    for step in build(result, lang):
        shown = ABOUT.findall(step.working)
        assert [exact for exact, _ in shown] == re.findall(r"-?\d+/\d+", step.working)
        for exact, decimal in shown:
            places = len(decimal.partition(".")[2])
            assert places >= 6
            assert abs(Fraction(exact) - Fraction(decimal)) <= Fraction(
                1, 2 * 10**places
            )


@settings(max_examples=50)
@given(results(), st.sampled_from(LANGS))
def test_the_band_line_holds_the_total_between_its_limits(result, lang):
    steps = build(result, lang)
    (line,) = [step for step in steps if result.band.label in step.label]
    total, floor, *ceiling = figures(line.working)

    assert total == result.total
    assert floor <= total
    assert all(total < limit for limit in ceiling)
    assert len(ceiling) == (result.band.key != "outstanding")


@settings(max_examples=50)
@given(results())
def test_both_languages_show_the_same_figures_cells_and_clauses(result):
    thai, english = (build(result, lang) for lang in LANGS)

    assert [(figures(s.working), s.value, s.cells, s.clause) for s in thai] == [
        (figures(s.working), s.value, s.cells, s.clause) for s in english
    ]


@pytest.mark.parametrize("regulation", [TAMBON, CIVIL])
def test_a_typed_level_beside_an_actual_tells_no_ladder(regulation):
    row = {"weight": 100, "targets": RICE, "actual": 362, "level": 3.41}
    first = build(scored([row], [4], regulation=regulation), "th")[0]

    assert first.working == "น้ำหนัก 100 × ระดับ 3.41 ÷ 5"
    assert exact_text(Fraction(first.value)) == "68.2"
