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
        clause, basis, times = leave.clause, leave.basis, leave.at_most_times
        path = "attendance.leave"
        yield say.row("leave_limit", clause, basis, path=path, times=times)
    if (allowed := rules.exception) is not None:
        labels = {band.key: band.label for band in regulation.bands}
        band, days = labels[allowed.band], allowed.at_most_days
        clause, basis = allowed.clause, allowed.basis
        path = "attendance.exception"
        yield say.row("leave_exception", clause, basis, path=path, days=days, band=band)
        clause, basis = allowed.band_clause, allowed.band_basis
        yield say.row("leave_band", clause, basis, path=f"{path}.band", band=band)
    if (late := rules.late) is not None:
        clause, basis, times = late.clause, late.basis, late.at_most_times
        path = "attendance.late"
        yield say.row("late_limit", clause, basis, path=path, times=times)
        clause, basis = late.period_clause, late.period_basis
        yield say.row("late_period", clause, basis, path=f"{path}.period")
    counting = rules.counting
    clause, basis, path = counting.clause, counting.basis, "attendance.counting"
    yield say.row(f"days_{counting.days}", clause, basis, path=f"{path}.days")
    yield say.row(f"times_{counting.times}", clause, basis, path=f"{path}.times")
    for kind in rules.kinds:
        word, path = f"leave_{kind.counts}", f"attendance.kinds.{kind.key}"
        yield say.row(word, kind.clause, kind.basis, path=path, label=kind.label)
