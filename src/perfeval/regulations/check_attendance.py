"""What the limits of leave and lateness of a regulation must not say."""

from collections.abc import Iterator

from perfeval.findings import Finding
from perfeval.regulations.schema import Regulation
from perfeval.tomllines import Places

Findings = Iterator[Finding]


def kinds_of_leave_stand_once(regulation: Regulation, at: Places) -> Findings:
    """No two kinds of leave have the same key or the same label."""
    rules = regulation.attendance
    for key in ("key", "label"):
        first: dict[str, int] = {}
        for i, one in enumerate(rules.kinds if rules else ()):
            name = getattr(one, key)
            if name in first:
                before = at.line(("attendance", "kinds", first[name], key))
                path = ("attendance", "kinds", i, key)
                yield at.finding("PE413", path, found=name, first=before)
            first.setdefault(name, i)


def the_band_of_the_exception_exists(regulation: Regulation, at: Places) -> Findings:
    """The result that an exception needs is a band of the regulation."""
    rules, keys = regulation.attendance, [band.key for band in regulation.bands]
    if rules and rules.exception and rules.exception.band not in keys:
        path, found = ("attendance", "exception", "band"), rules.exception.band
        yield at.finding("PE414", path, found=found, known=" / ".join(keys))


def an_exception_has_its_limit(regulation: Regulation, at: Places) -> Findings:
    """What may be allowed above a limit needs that limit."""
    rules = regulation.attendance
    if rules and rules.exception and rules.leave is None:
        path = ("attendance", "exception")
        yield at.finding("PE404", path, missing="attendance.leave.at_most_times")
