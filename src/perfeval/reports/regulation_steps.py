"""The calendar of a regulation and the keeping of its papers, in words."""

from collections.abc import Iterator
from dataclasses import replace

from perfeval.regulations.schema import Regulation
from perfeval.regulations.steps import StepTime
from perfeval.reports.rulings import Row, Words


def keeping(regulation: Regulation, say: Words) -> Iterator[Row]:
    """For how many rounds the papers are kept."""
    if (kept := regulation.keeping) is not None:
        place, rounds = kept.place, kept.rounds
        clause, basis = kept.clause, kept.basis
        yield say.row("kept", clause, basis, path="keeping", rounds=rounds, place=place)


def steps(regulation: Regulation, say: Words) -> Iterator[Row]:
    """Every step with its times; of a calendar that is not used as well."""
    for step in regulation.steps:
        key = (
            "calendar_step"
            if step.series in (None, regulation.step_series)
            else "step_unused"
        )
        done = "; ".join(step.activities)
        path = ".".join(("steps", *filter(None, (step.series,)), step.key))
        yield say.row(
            key,
            step.clause,
            step.basis,
            path=path,
            listed=step.activities,
            title=step.title,
            done=done,
        )
        for time in step.times:
            clause, basis = step.ruling_of(time)
            when = _when(time, say)
            row = say.row(
                "step_time",
                clause,
                basis,
                path=f"{path}.times.{time.round}",
                round=time.round,
                when=when,
            )
            yield replace(row, about=step.title)


def _when(time: StepTime, say: Words) -> str:
    starts = say.day(time.starts) if time.starts else None
    ends = say.day(time.ends) if time.ends else None
    if starts is not None and ends is not None:
        return starts if starts == ends else f"{starts} – {ends}"
    if ends is not None:
        return say("until", day=ends)
    return say("no_date") if starts is None else say("from", day=starts)
