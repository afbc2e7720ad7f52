"""
The ladder of five targets: numeric or descriptive, and what an actual earns on it.

A ladder is numeric when all five targets read as numbers once the usual words
and a unit alike in all five are taken away. Any other full ladder is
descriptive: lawful, but its level must be typed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from perfeval import thai
from perfeval.appraise.figures import exactly
from perfeval.grid import IN_A_FORM, exact, is_plain

Target = Decimal | str | None
PERCENT = "%"
# A bare figure up to this may be a share (1.15 for 115 %); beyond it, it is percent.
LARGEST_SHARE = 10
_BOUNDS = re.compile("หรือ ?น้อยกว่า|หรือ ?สูงกว่า|ขึ้นไป|ไม่เกิน|น้อยกว่า")
_PERCENT_WORDS = (PERCENT, "เปอร์เซ็นต์")
_WORDS = re.compile("หรือ ?น้อยกว่า|หรือ ?สูงกว่า|ขึ้นไป|ไม่เกิน|ร้อยละ|น้อยกว่า")
_FIGURE = re.compile(
    r"([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?) ?([^0-9]*)"
)


@dataclass(frozen=True)
class Ladder:
    """
    Five numeric targets, level 1 first.

    unit: the word behind every figure; it starts with `%` where they are
        percent, and is empty where none is written.
    """

    targets: tuple[Fraction, ...]
    unit: str

    @cached_property
    def is_monotone(self) -> bool:
        """True when the targets strictly rise or strictly fall."""
        steps = list(pairwise(self.targets))
        is_rising = all(lower < upper for lower, upper in steps)
        return is_rising or all(lower > upper for lower, upper in steps)


class Rung(NamedTuple):
    """
    Where an actual stands on a ladder.

    level: what it earns, exact.
    at: places of targets, 0 for the first: two where the actual lies between
        them, one where it is that target or lies beyond that end.
    """

    level: Fraction
    actual: Fraction
    at: tuple[int, ...]


@lru_cache(maxsize=IN_A_FORM)
def read_ladder(targets: tuple[Target, ...]) -> Ladder | None:
    """A numeric ladder; None when any target is blank or words."""
    figures = [one for one in map(_figure, targets) if one is not None]
    units = {unit for _, unit in figures}
    if units == {"", PERCENT}:  # 70% beside a plain 75
        units = {PERCENT}
    if len(figures) < len(targets) or len(units) > 1:
        return None
    return Ladder(tuple(figure for figure, _ in figures), units.pop())


def read_actual(actual: Target, ladder: Ladder) -> Fraction | None:
    """An actual as a number in the ladder's unit; None when it is not one."""
    read = _figure(actual)
    if read is None or (isinstance(actual, str) and _BOUNDS.search(actual)):
        return None  # "less than 35" is a target, never what was achieved
    figure, unit = read
    is_percent = not ladder.unit or ladder.unit.startswith(PERCENT)
    if unit in ("", ladder.unit) or (unit == PERCENT and is_percent):
        return figure
    return None


def is_mixed(measures: Iterable[Target]) -> bool:
    """
    True where percent stands beside a bare figure that may be a share.

    Excel holds a cell that shows 90% as 0.9, so people type and compute both;
    0.92 may then be 92 % or 0.92 %, and 1.15 either 115 % or 1.15 %.
    """
    figures = [one for one in map(_figure, measures) if one is not None]
    if not any(unit.startswith(PERCENT) for _, unit in figures):
        return False
    bare = [abs(figure) for figure, unit in figures if figure and not unit]
    return any(figure <= LARGEST_SHARE for figure in bare)


@lru_cache(maxsize=IN_A_FORM)
def _figure(target: Target) -> tuple[Fraction, str] | None:
    """A number and its unit; None when the words leave no number at the front."""
    if target is None:
        return None
    if isinstance(target, Decimal):
        return (exactly(target), "") if is_plain(target) else None
    text = thai.ascii_digits(target)
    found = _FIGURE.fullmatch(thai.tidy(_WORDS.sub(" ", text)))
    value = exact(found[1].replace(",", "")) if found else None
    if found is None or value is None or not is_plain(value):
        return None
    return exactly(value), _unit(found[2], is_percent="ร้อยละ" in text)


def _unit(words: str, *, is_percent: bool) -> str:
    """The words behind a figure, percent written in one way."""
    for word in _PERCENT_WORDS:
        if words.startswith(word):
            is_percent, words = True, words.removeprefix(word).strip()
    return f"{PERCENT}{words}" if is_percent else words


def climb(ladder: Ladder, actual: Fraction, *, lowest: Fraction) -> Rung:
    """
    The level that an actual earns, linear between targets, held at both ends.

    Args:
        ladder: strictly rising or strictly falling.
        lowest: the level of the first target.
    """
    at = _standing(ladder, actual)
    lower, upper = ladder.targets[at[0]], ladder.targets[at[-1]]
    share = (actual - lower) / (upper - lower) if upper != lower else 0
    return Rung(lowest + at[0] + share, actual, at)


def _standing(ladder: Ladder, actual: Fraction) -> tuple[int, ...]:
    """The place of the target that an actual meets, or of the two it lies between."""
    targets = ladder.targets
    if targets[-1] > targets[0]:
        reached = sum(actual >= target for target in targets)
    else:
        reached = sum(actual <= target for target in targets)
    if reached == 0:
        return (0,)
    if reached == len(targets) or actual == targets[reached - 1]:
        return (reached - 1,)
    return (reached - 1, reached)
