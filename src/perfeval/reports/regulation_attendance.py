"""The limits of leave and lateness of a regulation, in words."""

from collections.abc import Iterator

from perfeval.regulations.schema import Regulation
from perfeval.reports.rulings import Row, Words


def attendance(regulation: Regulation, say: Words) -> Iterator[Row]:
    """Every limit, how days and times are counted, and every kind of leave."""
    rules = regulation.attendance
    if rules is None:
        return
    if (leave := rules.leave) is not None:
        yield say.row(
            "leave_limit", leave.clause, leave.basis, times=leave.at_most_times
        )
    if (allowed := rules.exception) is not None:
        labels = {band.key: band.label for band in regulation.bands}
        band, days = labels[allowed.band], allowed.at_most_days
        yield say.row(
            "leave_exception", allowed.clause, allowed.basis, days=days, band=band
        )
        clause, basis = allowed.band_clause, allowed.band_basis
        yield say.row("leave_band", clause, basis, band=band)
    if (late := rules.late) is not None:
        yield say.row("late_limit", late.clause, late.basis, times=late.at_most_times)
        yield say.row("late_period", late.period_clause, late.period_basis)
    counting = rules.counting
    yield say.row(f"days_{counting.days}", counting.clause, counting.basis)
    yield say.row(f"times_{counting.times}", counting.clause, counting.basis)
    for kind in rules.kinds:
        yield say.row(f"leave_{kind.counts}", kind.clause, kind.basis, label=kind.label)
