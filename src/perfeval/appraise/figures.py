"""Exact figures: how they are written out, and how they are printed."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from perfeval.regulations.schema import Band

PRINTED_PLACES = 2  # decimal places of a printed figure, unless its band asks for more
_FACTORS_OF_TEN = (2, 5)


def exactly(figure: Decimal | int) -> Fraction:
    """A typed figure as a rational: as `Fraction(figure)`, at a third of the cost."""
    return Fraction(*figure.as_integer_ratio())


def exact_text(figure: Fraction) -> str:
    """The exact value: a plain decimal where it terminates, else a fraction."""
    places = _places(figure.denominator)
    if places is None:
        return f"{figure.numerator}/{figure.denominator}"
    return fixed(figure, places)


def _places(denominator: int) -> int | None:
    """Decimal places of a terminating decimal; None when it never ends."""
    longest = 0
    for factor in _FACTORS_OF_TEN:
        times = 0
        while denominator % factor == 0:
            denominator //= factor
            times += 1
        longest = max(longest, times)
    return longest if denominator == 1 else None


def half_up(figure: Fraction, places: int) -> Fraction:
    """The figure rounded once, half away from zero."""
    scale, below = 10**places, figure.denominator
    whole = (2 * abs(figure.numerator) * scale + below) // (2 * below)
    return Fraction(whole if figure >= 0 else -whole, scale)


def fixed(figure: Fraction, places: int) -> str:
    """The figure with exactly so many decimal places, rounded half up."""
    rounded = half_up(figure, places)
    digits = str(abs(int(rounded * 10**places))).rjust(places + 1, "0")
    sign = "-" if rounded < 0 else ""
    if not places:
        return sign + digits
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def band_of(total: Fraction, bands: Iterable[Band]) -> Band:
    """
    The band of an exact total, in points 0-100; a floor belongs to its band.

    Raises:
        ValueError: no band has so low a floor.
    """
    reached = [band for band in bands if _reaches(total, band.at_least)]
    if not reached:
        raise ValueError(total)
    return max(reached, key=lambda band: band.at_least)


def _reaches(total: Fraction, floor: Decimal) -> bool:
    """`total >= floor` in whole numbers: papers ask it some twenty times a person."""
    above, below = floor.as_integer_ratio()
    return total.numerator * below >= above * total.denominator


def display(total: Fraction, bands: tuple[Band, ...]) -> str:
    """
    The total as it is printed: two places, half up.

    As many more places are shown as it takes for the printed figure to lie in
    the band that the exact one has: 89.9981 prints as 89.998, never as 90.00.
    """
    band, places = band_of(total, bands), PRINTED_PLACES
    while band_of(half_up(total, places), bands).key != band.key:
        places += 1
    return fixed(total, places)


def is_at_edge(total: Fraction, bands: tuple[Band, ...]) -> bool:
    """True where rounding the total to two places would change its band."""
    rounded = half_up(total, PRINTED_PLACES)
    return band_of(rounded, bands).key != band_of(total, bands).key
