"""
Bands must share out the points 0 to 100 without a gap and without an overlap.

They stand from the highest to the lowest. The floor of a band belongs to it;
`below` does not and must therefore equal the floor of the band above.
"""

from collections.abc import Iterator
from itertools import pairwise

from perfeval.findings import Finding
from perfeval.regulations.schema import Band, Regulation
from perfeval.tomllines import Places

MOST = 100  # points: no score is higher
LEAST = 0  # points: no score is lower

Placed = tuple[int, Band]  # a band and its place in the file


def bands_share_out_all_points(regulation: Regulation, at: Places) -> Iterator[Finding]:
    """Every score from 0 to 100 has exactly one band."""
    written = list(enumerate(regulation.bands))
    crooked = list(_limits(written, at))
    yield from crooked
    if crooked:  # without sound limits there is nothing to compare
        return
    yield from _order(written, at)
    ordered = sorted(written, key=lambda one: one[1].at_least, reverse=True)
    yield from _ends(ordered, at)
    for higher, lower in pairwise(ordered):
        yield from _seam(higher, lower, at)


def _limits(written: list[Placed], at: Places) -> Iterator[Finding]:
    """A band has one upper limit, above its floor; only the highest has `at_most`."""
    highest = max(band.at_least for _, band in written)
    for place, band in written:
        right, wrong = (
            ("at_most", "below") if band.at_least == highest else ("below", "at_most")
        )
        limit = getattr(band, right)
        if getattr(band, wrong) is not None:
            path = ("bands", place, wrong)
            yield at.finding("PE418", path, label=band.label, right=right)
        elif limit is None:
            path = ("bands", place, right)
            yield at.finding("PE418", path, label=band.label, right=right)
        elif limit <= band.at_least:
            path = ("bands", place, right)
            yield at.finding("PE419", path, found=limit, floor=band.at_least)


def _order(written: list[Placed], at: Places) -> Iterator[Finding]:
    for (_, above), (place, band) in pairwise(written):
        if above.at_least < band.at_least:
            path = ("bands", place, "at_least")
            yield at.finding(
                "PE417", path, found=band.at_least, label=band.label, above=above.label
            )


def _ends(ordered: list[Placed], at: Places) -> Iterator[Finding]:
    (top, highest), (bottom, lowest) = ordered[0], ordered[-1]
    if highest.at_most != MOST:
        path = ("bands", top, "at_most")
        yield at.finding("PE410", path, found=highest.at_most, end=f"at_most = {MOST}")
    if lowest.at_least != LEAST:
        path = ("bands", bottom, "at_least")
        yield at.finding(
            "PE410", path, found=lowest.at_least, end=f"at_least = {LEAST}"
        )


def _seam(higher: Placed, lower: Placed, at: Places) -> Iterator[Finding]:
    """Two neighbouring bands meet in one value."""
    (_, above), (place, band) = higher, lower
    if band.below is not None and band.below != above.at_least:
        yield at.finding(
            "PE408" if band.below < above.at_least else "PE409",
            ("bands", place, "below"),
            found=band.below,
            label=band.label,
            above=above.label,
            floor=above.at_least,
        )
