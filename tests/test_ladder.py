"""Reading the five targets, and the level that an actual earns between them."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfeval.appraise.ladder import Ladder, climb, read_actual, read_ladder

RICE = (350, 355, 360, 365, 370)
TRAIN = (75, 80, 85, 90, 95)
DAYS = (10, 8, 6, 4, 2)


def ladder(*targets: object, unit: str = "") -> Ladder:
    return Ladder(tuple(Fraction(str(one)) for one in targets), unit)


def typed(*targets: object) -> tuple[Decimal | str | None, ...]:
    """Numbers as a cell holds them, words as they are."""
    return tuple(
        Decimal(str(one)) if isinstance(one, int | float) else one for one in targets
    )


def level(targets: tuple[object, ...], actual: object) -> Fraction:
    return climb(ladder(*targets), Fraction(str(actual)), lowest=Fraction(1)).level


# Reading


@pytest.mark.parametrize(
    ("targets", "unit"),
    [
        (typed(75, 80, 85, 90, 95), ""),
        (("75", "80", "85", "90", "95"), ""),
        (typed("75 หรือน้อยกว่า", 80, 85, 90, "95 หรือสูงกว่า"), ""),
        (typed("75 หรือ น้อยกว่า", 80, 85, 90, "95 หรือ สูงกว่า"), ""),
        (typed("ไม่เกิน 75", 80, 85, 90, "95 ขึ้นไป"), ""),
        (typed("น้อยกว่า 75", 80, 85, 90, "95ขึ้นไป"), ""),
        (("๗๕", "๘๐", "๘๕", "๙๐", "๙๕"), ""),
        (("75%", "80%", "85 %", "90%", "95%"), "%"),
        (("ร้อยละ 75", "ร้อยละ 80", "85%", "90 เปอร์เซ็นต์", "ร้อยละ๙๕"), "%"),
        (typed("ร้อยละ 75 หรือน้อยกว่า", 80, 85, "90%", 95), "%"),
        (("75 คน", "80 คน", "85คน", "90  คน", "95 คนขึ้นไป"), "คน"),
        (("ร้อยละ 75 ของแผน", *(f"{n}% ของแผน" for n in (80, 85, 90, 95))), "%ของแผน"),
    ],
)
def test_targets_with_the_usual_words_or_one_unit_are_numbers(targets, unit):
    assert read_ladder(targets) == ladder(*TRAIN, unit=unit)


def test_thousands_signs_and_decimals_are_read():
    targets = ("1,000", "๒,๐๐๐.๕", "+3000", "1,000,000", "2000000.25")

    assert read_ladder(targets) == ladder(1000, "2000.5", 3000, 1000000, "2000000.25")


def test_a_target_of_zero_and_one_below_it_are_numbers():
    assert read_ladder(typed("-5", 0, "0.5", 1, "1.5")) == ladder(-5, 0, "0.5", 1, 1.5)


@pytest.mark.parametrize(
    "odd",
    [
        None,
        "ระดับ 3",
        "ดำเนินการแล้วเสร็จ",
        "80-85",
        "80 ถึง 85",
        "80 คน",  # the other four have no unit
        "ไม่น้อยกว่า 80",  # the opposite of น้อยกว่า: never cut down to a number
        "ไม่ น้อยกว่า 80",
        "ไม่น้อยกว่าร้อยละ 80",
        "สูงกว่า 80",
        "1,00",
        "1.2.3",
        "๘๐.",
        "1e2",
        "",
    ],
)
def test_one_target_that_is_no_number_makes_the_ladder_descriptive(odd):
    assert read_ladder(typed(75, 80, odd, 90, 95)) is None


def test_not_less_than_in_all_five_is_descriptive_too():
    assert read_ladder(tuple(f"ไม่น้อยกว่า {one}" for one in TRAIN)) is None


@pytest.mark.parametrize("units", ["คน ครั้ง", "% คน", "วัน %"])
def test_targets_in_unlike_units_are_descriptive(units):
    one, other = units.split()

    assert read_ladder((f"1 {one}", *(f"{n} {other}" for n in (2, 3, 4, 5)))) is None


@pytest.mark.parametrize(
    ("actual", "unit", "figure"),
    [
        (Decimal("82.5"), "", "82.5"),
        (Decimal(0), "", "0"),
        ("๘๒.๕", "", "82.5"),
        ("82 คน", "คน", "82"),
        ("82", "คน", "82"),
        ("82%", "", "82"),  # plain targets may well be percent
        ("ร้อยละ 82", "%", "82"),
        ("82", "%", "82"),
        ("ร้อยละ 82", "%ของแผน", "82"),
        ("1,250 บาท", "บาท", "1250"),
    ],
)
def test_an_actual_is_read_in_the_unit_of_the_ladder(actual, unit, figure):
    assert read_actual(actual, ladder(*TRAIN, unit=unit)) == Fraction(figure)


@pytest.mark.parametrize(
    ("actual", "unit"),
    [
        (None, ""),
        ("ดี", ""),
        ("82 คน", ""),
        ("82 คน", "ครั้ง"),
        ("82 คน", "%"),
        ("82%", "คน"),  # 82 percent are not 82 people
        ("ร้อยละ 82", "คน"),
        ("82% ของแผน", "คน"),
        ("80-85", ""),
    ],
)
def test_an_actual_in_another_unit_is_not_a_number(actual, unit):
    assert read_actual(actual, ladder(*TRAIN, unit=unit)) is None


@pytest.mark.parametrize(
    ("targets", "is_monotone"),
    [
        (RICE, True),
        (DAYS, True),
        ((-2, -1, 0, 1, 2), True),
        ((75, 70, 80, 90, 95), False),  # as one of the slides prints it
        ((75, 80, 80, 90, 95), False),  # level 2 and level 3 alike
        ((5, 5, 5, 5, 5), False),
    ],
)
def test_a_ladder_strictly_rises_or_strictly_falls(targets, is_monotone):
    assert ladder(*targets).is_monotone is is_monotone


# Climbing: by hand


@pytest.mark.parametrize(
    ("targets", "actual", "earned", "at"),
    [
        (RICE, 362, "3.4", (2, 3)),  # 3 + 2/5
        (RICE, 340, "1", (0,)),
        (RICE, 350, "1", (0,)),
        (RICE, 360, "3", (2,)),
        (RICE, 370, "5", (4,)),
        (RICE, 400, "5", (4,)),
        (TRAIN, 90, "4", (3,)),
        (TRAIN, 96, "5", (4,)),
        (TRAIN, "94.99", "4.998", (3, 4)),
        (DAYS, 5, "3.5", (2, 3)),  # 3 + (6 - 5)/2
        (DAYS, 12, "1", (0,)),
        (DAYS, 10, "1", (0,)),
        (DAYS, 6, "3", (2,)),
        (DAYS, 2, "5", (4,)),
        (DAYS, 0, "5", (4,)),
        ((4, 3, 2, 1, 0), 0, "5", (4,)),
        ((4, 3, 2, 1, 0), "0.25", "4.75", (3, 4)),
        ((0, 1, 2, 3, 4), 0, "1", (0,)),
        ((60, 63, 66, 69, 72), 64, "7/3", (1, 2)),
        ((60, 63, 66, 69, 72), 65, "8/3", (1, 2)),
        ((50, 70, 80, 90, 100), 60, "1.5", (0, 1)),
        ((-10, -5, 0, 5, 10), "-7.5", "1.5", (0, 1)),
    ],
)
def test_an_actual_earns_its_share_of_the_step_it_stands_on(
    targets, actual, earned, at
):
    rung = climb(ladder(*targets), Fraction(str(actual)), lowest=Fraction(1))

    assert (Fraction(earned), at) == (rung.level, rung.at)


def test_the_first_target_earns_the_lowest_level_of_the_scale():
    rung = climb(ladder(*RICE), Fraction(362), lowest=Fraction(0))

    assert rung.level == Fraction("2.4")


# Climbing: whatever the ladder

steps = st.lists(
    st.fractions(Fraction(1, 1000), 1000, max_denominator=1000), min_size=4, max_size=4
)


@st.composite
def ladders(draw):
    """Any five targets that strictly rise or strictly fall."""
    targets = [draw(st.fractions(-1000, 1000, max_denominator=1000))]
    sign = draw(st.sampled_from((1, -1)))
    for step in draw(steps):
        targets.append(targets[-1] + sign * step)
    return tuple(targets)


actuals = st.fractions(-6000, 6000, max_denominator=10_000)


def piecewise(targets: tuple[Fraction, ...], actual: Fraction) -> Fraction:
    """Level 1 and, of every step, the part that was climbed: none of it to all."""
    climbed = Fraction(1)
    for lower, upper in pairwise(targets):
        climbed += min(
            max((actual - lower) / (upper - lower), Fraction(0)), Fraction(1)
        )
    return climbed


@settings(max_examples=60)
@given(ladders(), actuals)
def test_the_level_equals_the_sum_of_the_steps_climbed(targets, actual):
    assert piecewise(targets, actual) == level(targets, actual)


@settings(max_examples=60)
@given(ladders(), actuals)
def test_a_level_lies_on_the_scale(targets, actual):
    assert 1 <= level(targets, actual) <= 5


@settings(max_examples=60)
@given(ladders(), actuals, actuals)
def test_a_better_actual_never_earns_less(targets, one, other):
    worse, better = sorted((one, other), reverse=targets[0] > targets[-1])

    assert level(targets, worse) <= level(targets, better)


@settings(max_examples=60)
@given(ladders(), st.integers(0, 4))
def test_a_target_met_earns_just_its_level_and_a_hair_off_it_hardly_less(
    targets, place
):
    hair = Fraction(1, 10**9)
    target = targets[place]
    steepest = max(1 / abs(upper - lower) for lower, upper in pairwise(targets))

    assert level(targets, target) == place + 1
    for near in (target - hair, target + hair):
        assert abs(level(targets, near) - (place + 1)) <= hair * steepest


@settings(max_examples=60)
@given(ladders(), actuals)
def test_an_actual_stands_at_a_target_or_between_two_neighbours(targets, actual):
    at = climb(ladder(*targets), actual, lowest=Fraction(1)).at

    if len(at) == 1:
        (place,) = at
        assert actual == targets[place] or place in (0, 4)
    else:
        lower, upper = at
        assert upper == lower + 1
        assert min(targets[lower], targets[upper]) < actual
        assert actual < max(targets[lower], targets[upper])
