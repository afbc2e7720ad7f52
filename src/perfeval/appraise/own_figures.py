"""What a form itself shows as its total and band, held against ours; never used."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from perfeval import thai
from perfeval.appraise.check_rows import written
from perfeval.appraise.figures import band_of, exactly
from perfeval.appraise.lines import WHOLE
from perfeval.appraise.score import Result
from perfeval.findings import Finding, finding
from perfeval.grid import exact

FLOAT_NOISE = Fraction(1, 10**6)  # points by which a spreadsheet may be off


def own_figures(result: Result) -> Iterator[Finding]:
    """A warning for a total and for a band that are not ours."""
    totals = result.evaluation.totals
    total, band = totals.get("total"), totals.get("band")
    value = _points(total[0]) if total else None
    if total and (value is None or abs(value - result.total) > FLOAT_NOISE):
        where = replace(result.evaluation.where(), cell=total[1])
        shown = total[0] if value is None else written(value)
        yield finding("PE225", where, found=shown, total=result.printed)
    if band and not _is_ours(band[0], value, result):
        yield finding(
            "PE234",
            replace(result.evaluation.where(), cell=band[1]),
            found=band[0],
            clause=result.band.clause,
            total=result.printed,
            band_th=result.band.label,
            band_en=result.band.key,
        )


def _points(shown: str) -> Fraction | None:
    value = exact(thai.ascii_digits(thai.tidy(shown)))
    return None if value is None else exactly(value)


def _is_ours(shown: str, total: Fraction | None, result: Result) -> bool:
    """
    True of our band, or where the form claims none of its own.

    A band that follows from an own total that was told is no second fault. Without
    a total the form says in words what it still lacks, which may have been saved
    before its cells were filled.
    """
    bands, key = result.regulation.bands, thai.label_key(shown)
    names = {thai.label_key(n): b.key for b in bands for n in (b.label, b.key)}
    claimed = names.get(key)
    if claimed is None:
        return total is None
    follows = total is not None and 0 <= total <= WHOLE and band_of(total, bands)
    return claimed in (result.band.key, follows.key if follows else None)
