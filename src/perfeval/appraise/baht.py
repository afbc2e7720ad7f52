"""How amounts of money are written: in whole baht, or in baht and satang."""

from fractions import Fraction

from perfeval.appraise.figures import exact_text, fixed, half_up

SATANG = 2  # decimal places of an amount in baht


def baht(amount: Fraction) -> str:
    """An amount as papers print it: `1,020` or `2,131.94`, rounded half up once."""
    places = 0 if amount.denominator == 1 else SATANG
    return with_commas(fixed(amount, places))


def baht_and_satang(amount: Fraction) -> str:
    """An amount that may have satang, always with two places: `510.00`."""
    return with_commas(fixed(amount, SATANG))


def exact_baht(amount: Fraction) -> str:
    """The exact amount for programs: an integer, or two places and more if needed."""
    if amount.denominator == 1:
        return str(amount.numerator)
    if half_up(amount, SATANG) == amount:
        return fixed(amount, SATANG)
    return exact_text(amount)


def with_commas(figure: str) -> str:
    """A plain decimal with commas between the thousands; a fraction stays."""
    if "/" in figure:
        return figure
    whole, point, rest = figure.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.lstrip('-')):,}{point}{rest}"
