"""
The calendar of a round: what is done when, ready to be put up on a wall.

Two columns as the sources print them, in Thai digits: days, then the step and what
is done in it. The first day of the round stands in its place among the steps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from perfeval import thai
from perfeval.letter import (
    Block,
    Column,
    Gap,
    Heading,
    Letter,
    Table,
    reworded,
)
from perfeval.regulations.schema import Regulation
from perfeval.regulations.steps import StepDay
from perfeval.reports import period
from perfeval.reports.sentences import joined
from perfeval.rounds.course import Dated, course
from perfeval.rounds.span import Turn, span_of

SHEET = "ปฏิทิน"
COLUMNS = (Column("วัน/เดือน/ปี", 40), Column("ขั้นตอน/กิจกรรม", 116))
ROUND = "round"  # key of the row in which the round begins
BEGINS = "เริ่มรอบการประเมิน ครั้งที่ {number} ประจำปีงบประมาณ พ.ศ. {year}"
UNDATED = "ไม่กำหนดวัน"


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One row of the calendar.

    when: its days in words, with Arabic digits. starts, ends: C.E.; None is open.
    clause, basis: where the step comes from; time_clause, time_basis: its days.
    """

    key: str
    title: str
    activities: tuple[str, ...]
    when: str
    starts: date | None
    ends: date | None
    series: str | None
    clause: str
    basis: str
    time_clause: str
    time_basis: str


def entries(
    regulation: Regulation, the_round: Turn, *, series: str | None = None
) -> tuple[Entry, ...]:
    """
    Every row of the calendar of a round, in the order of the source.

    Args:
        series: which of several calendars; the one in use when None.
    """
    steps = [_of_step(one) for one in course(regulation, the_round, series=series)]
    begins = _begins(regulation, the_round)
    if begins is None:
        return tuple(steps)
    if not steps:  # the source knows the rounds alone
        return (_whole(begins, regulation, the_round),)
    later = [number for number, one in enumerate(steps) if _is_later(one, begins)]
    place = later[0] if later else len(steps)
    return (*steps[:place], begins, *steps[place:])


def _is_later(one: Entry, begins: Entry) -> bool:
    """Whether a step lies in the round, or after it; one without days says nothing."""
    first = one.starts or one.ends
    return first is not None and begins.starts is not None and first >= begins.starts


def _begins(regulation: Regulation, the_round: Turn) -> Entry | None:
    """The row in which the round begins."""
    days = span_of(regulation, the_round)
    if days is None:
        return None
    rule = next(one for one in regulation.rounds if one.number == the_round.round)
    return Entry(
        key=ROUND,
        title=BEGINS.format(number=the_round.round, year=the_round.year),
        activities=(),
        when=thai.long_date(days.starts),
        starts=days.starts,
        ends=days.starts,
        series=None,
        clause=rule.clause,
        basis=rule.basis,
        time_clause=rule.clause,
        time_basis=rule.basis,
    )


def _whole(begins: Entry, regulation: Regulation, the_round: Turn) -> Entry:
    """The round from its first day to its last, as one row."""
    days = span_of(regulation, the_round)
    if days is None:
        return begins
    shown = f"{thai.long_date(days.starts)} – {thai.long_date(days.ends)}"
    return replace(begins, ends=days.ends, when=shown, title=period.turn(the_round))


def _of_step(one: Dated) -> Entry:
    step = one.step
    ruled = step.ruling_of(one.time) if one.time else (step.clause, step.basis)
    return Entry(
        key=step.key,
        title=step.title,
        activities=step.activities,
        when=when(one),
        starts=one.starts,
        ends=one.ends,
        series=step.series,
        clause=step.clause,
        basis=step.basis,
        time_clause=ruled[0],
        time_basis=ruled[1],
    )


def when(one: Dated) -> str:
    """
    The days of a step as the source says them: a month where it names no day.

    Digits are Arabic.
    """
    if one.time is None:
        return UNDATED
    first, last = one.time.starts, one.time.ends
    starts, ends = _said(one.starts, first), _said(one.ends, last)
    if starts and ends:
        if starts == ends:
            return starts
        is_short = _is_in_one_month(one) and first and first.day and last and last.day
        return f"{first.day if is_short and first else starts} – {ends}"
    if last is not None:
        return f"ภายในวันที่ {ends}" if last.day else f"ภายในเดือน{ends}"
    return f"{starts} เป็นต้นไป" if starts else UNDATED


def _is_in_one_month(one: Dated) -> bool:
    starts, ends = one.starts, one.ends
    return bool(starts and ends and starts.replace(day=1) == ends.replace(day=1))


def _said(day: date | None, place: StepDay | None) -> str:
    if day is None or place is None:
        return ""
    if place.day is not None:
        return thai.long_date(day)
    return f"{thai.MONTHS[day.month - 1]} {day.year + thai.BUDDHIST_ERA}"


def told(one: Entry, lang: str) -> str:
    """The days of a row for a reader of `th` or `en`."""
    if lang == "th":
        return one.when
    starts, ends = one.starts, one.ends
    if starts and ends:
        return f"{starts}" if starts == ends else f"{starts} – {ends}"
    if ends:
        return f"by {ends}"
    return f"from {starts}" if starts else "no date"


def build(
    regulation: Regulation,
    the_round: Turn,
    *,
    staff: Sequence[str],
    organisation: str | None = None,
    series: str | None = None,
) -> Letter:
    """
    The paper of one regulation.

    Args:
        staff: labels of the staff groups that it is for.
        organisation: the office; None where no round says which.
        series: which of several calendars; the one in use when None.
    """
    shown = entries(regulation, the_round, series=series)
    rows = tuple((one.when, "\n".join(_lines(one))) for one in shown)
    blocks: tuple[Block, ...] = (
        Heading(tuple(_heading(regulation, the_round, staff, organisation))),
        Gap(8),
        Table(COLUMNS, rows),
    )
    title = f"{SHEET} {staff[0]}" if staff else SHEET
    said = tuple(reworded(one, thai.thai_digits) for one in blocks)
    return Letter(title, said)


def _heading(
    regulation: Regulation,
    the_round: Turn,
    staff: Sequence[str],
    organisation: str | None,
) -> Iterator[str]:
    matter = regulation.announcement.matter
    yield f"ปฏิทินและขั้นตอนการประเมินผล{matter}ของ{joined(staff)}"
    yield period.turn(the_round) + period.span(the_round, regulation)
    if organisation:
        yield organisation


def _lines(one: Entry) -> Iterator[str]:
    """The step and what is done in it, numbered where it is more than one thing."""
    yield one.title
    if len(one.activities) == 1:
        yield one.activities[0]
        return
    yield from (f"{place}. {done}" for place, done in enumerate(one.activities, 1))


def as_json(regulation: Regulation, one: Entry) -> dict[str, object]:
    """One row as programs read it; days are ISO, C.E., null where they are open."""
    return {
        "regulation": regulation.id,
        "series": one.series,
        "key": one.key,
        "title": one.title,
        "activities": list(one.activities),
        "when": one.when,
        "starts": one.starts.isoformat() if one.starts else None,
        "ends": one.ends.isoformat() if one.ends else None,
        "clause": one.clause,
        "basis": one.basis,
        "time_clause": one.time_clause,
        "time_basis": one.time_basis,
    }
