"""What a regulation must not say of the scale that levels are typed on."""

from collections.abc import Iterator
from decimal import Decimal

from perfeval.findings import Finding
from perfeval.regulations.schema import Rating, Regulation
from perfeval.tomllines import KeyPath, Places

Findings = Iterator[Finding]


def rating_is_a_scale(regulation: Regulation, at: Places) -> Findings:
    """The lowest level lies below the highest, and the step divides what is between."""
    scale = regulation.scale
    if scale is None:
        return
    span = scale.highest - scale.lowest
    if span <= 0:
        path = ("rating", "highest")
        yield at.finding("PE420", path, found=scale.highest, lowest=scale.lowest)
    elif scale.step is not None and (scale.step == 0 or span % scale.step != 0):
        yield at.finding(
            "PE421",
            ("rating", "step"),
            found=scale.step,
            lowest=scale.lowest,
            highest=scale.highest,
        )


def expected_levels_lie_on_the_scale(regulation: Regulation, at: Places) -> Findings:
    """An expected level can be typed."""
    for i, one in enumerate(regulation.expected_levels):
        path = ("expected_levels", i, "level")
        yield from _on_scale(path, one.level, regulation.scale, at)


def named_levels_lie_on_the_scale(regulation: Regulation, at: Places) -> Findings:
    """A level that has a name can be typed."""
    for i, named in enumerate(regulation.level_names):
        for j, one in enumerate(named.levels):
            path = ("level_names", i, "levels", j, "level")
            yield from _on_scale(path, one.level, regulation.scale, at)


def _on_scale(
    path: KeyPath, level: Decimal, scale: Rating | None, at: Places
) -> Findings:
    if scale is None:  # told where a level lacks its scale
        return
    lowest, highest = scale.lowest, scale.highest
    if lowest < highest and not lowest <= level <= highest:
        yield at.finding("PE422", path, found=level, lowest=lowest, highest=highest)
