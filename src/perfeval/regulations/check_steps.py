"""What the calendar of a regulation must not say."""

from calendar import monthrange
from collections.abc import Hashable, Iterator

from perfeval.findings import Finding
from perfeval.regulations.schema import Regulation
from perfeval.regulations.steps import StepDay, StepTime
from perfeval.tomllines import KeyPath, Places

COMMON_YEAR = 2023  # without 29 February: a day must exist in every year

Findings = Iterator[Finding]


def steps_stand_once(regulation: Regulation, at: Places) -> Findings:
    """A step stands once in its series, and a time once for a round."""
    first: dict[Hashable, KeyPath] = {}
    for i, step in enumerate(regulation.steps):
        names: list[tuple[Hashable, str, KeyPath]] = [
            ((step.series, step.key), step.key, ("steps", i, "key"))
        ]
        names += [
            ((i, time.round), str(time.round), ("steps", i, "times", j, "round"))
            for j, time in enumerate(step.times)
        ]
        for name, shown, path in names:
            if name in first:
                line = at.line(first[name])
                yield at.finding("PE413", path, found=shown, first=line)
            first.setdefault(name, path)


def step_times_are_possible(regulation: Regulation, at: Places) -> Findings:
    """A step starts and ends on days of the calendar, and starts first."""
    for i, step in enumerate(regulation.steps):
        for j, time in enumerate(step.times):
            path = ("steps", i, "times", j)
            wrong = [*_no_such_day(path, "starts", time, at)]
            wrong += _no_such_day(path, "ends", time, at)
            yield from wrong
            if not wrong and _is_backwards(time):
                yield at.finding("PE432", (*path, "ends"), found=step.title)


def _no_such_day(path: KeyPath, end: str, time: StepTime, at: Places) -> Findings:
    day: StepDay | None = getattr(time, end)
    if day is None or day.day is None:
        return
    _, last = monthrange(COMMON_YEAR, day.month)
    if day.day > last:
        yield at.finding(
            "PE425", (*path, end, "day"), found=day.day, month=day.month, last=last
        )


def _is_backwards(time: StepTime) -> bool:
    if time.starts is None or time.ends is None:
        return False
    starts, ends = time.starts, time.ends
    _, last = monthrange(COMMON_YEAR, ends.month)
    first_day = (starts.year, starts.month, starts.day or 1)
    return (ends.year, ends.month, ends.day or last) < first_day


def the_series_exists(regulation: Regulation, at: Places) -> Findings:
    """The calendar that is used is one of the series; one of several is chosen."""
    series = list(dict.fromkeys(one.series for one in regulation.steps if one.series))
    chosen = regulation.step_series
    if (chosen is not None or series) and chosen not in series:
        yield at.finding(
            "PE414",
            ("step_series",),
            found=chosen or "-",
            known=" / ".join(series) or "-",
        )
