"""Figures are written out exactly, and printed inside the band that they have."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluations import BOTH, CIVIL, TAMBON, rules
from perfeval.appraise.figures import (
    band_of,
    display,
    exact_text,
    fixed,
    half_up,
    is_at_edge,
)
from perfeval.regulations.schema import Band

BANDS = rules(TAMBON).bands
FINE = (  # an office's own floor of three decimal places
    Band(key="high", label="สูง", at_least=Decimal("66.664"), at_most=100, clause="-"),
    Band(key="low", label="ต่ำ", at_least=0, below=Decimal("66.664"), clause="-"),
)
regulations = st.sampled_from(BOTH)
totals = st.one_of(
    st.fractions(0, 100),
    st.decimals(0, 100, places=4).map(Fraction),
    st.builds(  # on both sides of a floor
        lambda floor, hair, power: floor + Fraction(hair, 3 * 10**power),
        st.sampled_from((60, 70, 80, 90)),
        st.integers(-30, 30),
        st.integers(1, 9),
    ),
)
terminating = st.decimals(-1000, 1000, places=6)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Fraction(354, 5), "70.8"),
        (Fraction(70), "70"),
        (Fraction(0), "0"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 20), "0.05"),
        (Fraction(-3, 2), "-1.5"),
        (Fraction(1234, 17), "1234/17"),
        (Fraction(-1, 3), "-1/3"),
        (Fraction(5, 6), "5/6"),  # 2 divides it, 3 does not end
        (Fraction(9, 6), "1.5"),  # 3 is no factor once it is reduced
    ],
)
def test_an_exact_figure_is_a_decimal_where_that_ends_else_a_fraction(figure, text):
    assert text == exact_text(figure)


@given(st.fractions())
def test_exact_text_reads_back_as_the_same_figure(figure):
    assert figure == Fraction(exact_text(figure))


@given(terminating)
def test_a_typed_decimal_is_written_without_needless_zeros(figure):
    written = exact_text(Fraction(figure))

    assert "/" not in written
    assert "." not in written or not written.endswith("0")


@pytest.mark.parametrize(
    ("figure", "places", "text"),
    [
        ("2.5", 0, "3"),  # half up, not to even
        ("3.5", 0, "4"),
        ("0.125", 2, "0.13"),
        ("0.135", 2, "0.14"),
        ("-0.125", 2, "-0.13"),  # away from zero on both sides
        ("-0.001", 2, "0.00"),  # no minus before nothing
        ("89.995", 2, "90.00"),
        ("0.05", 3, "0.050"),
        ("2/3", 4, "0.6667"),
        ("1000", 1, "1000.0"),
    ],
)
def test_a_figure_is_fixed_to_its_places_half_up(figure, places, text):
    assert text == fixed(Fraction(figure), places)


@given(terminating, st.integers(0, 7))
def test_half_up_is_the_rounding_of_the_decimal_standard(figure, places):
    quantum = Decimal(1).scaleb(-places)

    assert Fraction(figure.quantize(quantum, ROUND_HALF_UP)) == half_up(
        Fraction(figure), places
    )


@given(st.fractions(-1000, 1000), st.integers(0, 8))
def test_a_rounded_figure_lies_within_half_a_step(figure, places):
    gap = abs(half_up(figure, places) - figure)

    assert gap <= Fraction(1, 2 * 10**places)


def test_a_floor_belongs_to_its_band():
    keys = [band_of(Fraction(floor), BANDS).key for floor in (90, 80, 70, 60, 0)]

    assert keys == ["outstanding", "very_good", "good", "fair", "needs_improvement"]


def test_the_order_of_the_bands_in_a_file_does_not_matter():
    assert band_of(Fraction(85), BANDS[::-1]).key == "very_good"


def test_a_total_below_every_floor_has_no_band():
    with pytest.raises(ValueError, match="-1/100"):
        band_of(Fraction(-1, 100), BANDS)


@pytest.mark.parametrize(
    ("total", "shown", "at_edge"),
    [
        ("89.9981", "89.998", True),
        ("89.995", "89.995", True),
        ("89.9949", "89.99", False),
        ("89.99999999", "89.99999999", True),
        ("269999/3000", "89.9997", True),
        ("90", "90.00", False),
        ("90.004", "90.00", False),
        ("425/6", "70.83", False),
        ("99.999", "100.00", False),  # the same band
        ("0", "0.00", False),
    ],
)
def test_a_total_is_printed_with_as_many_places_as_its_band_needs(
    total, shown, at_edge
):
    assert shown == display(Fraction(total), BANDS)
    assert at_edge == is_at_edge(Fraction(total), BANDS)


@pytest.mark.parametrize(
    ("total", "shown", "at_edge"),
    [
        ("66.664", "66.664", True),  # 66.66 would fall below its floor
        ("66.6639", "66.66", False),
        ("66.6636", "66.66", False),
        ("66.67", "66.67", False),
    ],
)
def test_rounding_down_may_not_take_a_band_away(total, shown, at_edge):
    assert shown == display(Fraction(total), FINE)
    assert at_edge == is_at_edge(Fraction(total), FINE)


@given(totals, regulations)
def test_the_printed_figure_always_lies_in_the_band_of_the_exact_total(
    total, regulation
):
    bands = rules(regulation).bands
    printed = Fraction(display(total, bands))

    assert band_of(total, bands) == band_of(printed, bands)


@given(totals)
def test_a_printed_figure_has_two_places_and_more_only_at_an_edge(total):
    whole, _, places = display(total, BANDS).partition(".")

    assert whole.isdecimal()
    assert len(places) >= 2
    assert (len(places) > 2) == is_at_edge(total, BANDS)


@given(totals)
def test_a_printed_figure_is_the_total_rounded_once(total):
    printed = display(total, BANDS)
    step = Fraction(1, 10 ** len(printed.partition(".")[2]))

    assert abs(Fraction(printed) - total) <= step / 2


@given(totals)
def test_a_total_stands_at_an_edge_when_a_floor_lies_less_than_half_a_step_above(total):
    nearest = min((f - total for f in (60, 70, 80, 90) if f > total), default=10)

    assert is_at_edge(total, BANDS) == (nearest <= Fraction(5, 1000))


def test_both_regulations_have_the_same_floors():
    floors = [
        [int(band.at_least) for band in rules(one).bands] for one in (TAMBON, CIVIL)
    ]

    assert floors == [[90, 80, 70, 60, 0]] * 2
