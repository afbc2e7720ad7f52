"""How leave and lateness of one person come about, with their cells and clauses."""

from collections.abc import Iterator
from fractions import Fraction

from perfeval.appraise.attendance import Attended, attended, counts, part_of
from perfeval.appraise.figures import exact_text
from perfeval.attendance import Leave
from perfeval.regulations.attendance import AttendanceRules
from perfeval.reports import attendance_words
from perfeval.reports.explanation import Step
from perfeval.reports.layers import Explained
from perfeval.rounds.span import Span, span_of
from perfeval.thai import long_date

WORDS = {
    "th": {
        "part": "นับ {times} ครั้ง {days} วัน",
        "not_counted": "ไม่นับ",
        "leave": "การลาที่นับ",
        "late": "มาสาย",
        "sum": "{times} ครั้ง {days} วัน: {status}",
        "times": "{times} ครั้ง: {status}",
        "typed": "ตามจำนวนวันที่กรอก",
        "calendar": "ตามปฏิทิน",
    },
    "en": {
        "part": "counts {times} times, {days} days",
        "not_counted": "not counted",
        "leave": "Leave that counts",
        "late": "Late",
        "sum": "{times} times, {days} days: {status}",
        "times": "{times} times: {status}",
        "typed": "as typed",
        "calendar": "of the calendar",
    },
}
CELLS = ("leave_kind", "leave_from", "leave_to", "leave_days", "certificate")


def steps(explained: Explained, lang: str) -> list[Step]:
    """Each leave, what they come to, and lateness; nothing where no rule asks."""
    status, opened = explained.status, explained.opened
    found, rules = attended(status, opened), explained.regulation.attendance
    if found is None or rules is None:
        return []
    span = span_of(explained.regulation, opened.round)
    told, key = opened.attendance, status.person.key
    lines: list[Step] = []
    if told is not None and span is not None:
        sheet = told.leaves_sheet
        for leave in told.leaves_of.get(key, ()):
            lines.append(_leave(leave, rules, span, sheet=sheet, lang=lang))
    return [*lines, *_sums(explained, found, lang)]


def _leave(
    leave: Leave, rules: AttendanceRules, span: Span, *, sheet: str, lang: str
) -> Step:
    words, kind = WORDS[lang], rules.kind(leave.kind)
    days = leave.starts, leave.ends
    if lang == "th":
        shown = " – ".join(dict.fromkeys(long_date(day) for day in days))
    else:
        shown = " – ".join(dict.fromkeys(day.isoformat() for day in days))
    cells = tuple(f"{sheet}!{leave.at[one]}" for one in CELLS if one in leave.at)
    if not counts(leave, rules):
        told, clause = words["not_counted"], kind.clause
    else:
        part = part_of(leave, rules, span)
        days_text = exact_text(Fraction(part.days))
        told = words["part"].format(times=part.times, days=days_text)
        how = words["calendar" if leave.days is None else "typed"]
        told, clause = f"{told} ({how})", f"{kind.clause}; {rules.counting.clause}"
    return Step(f"{kind.label} {shown}", told, None, cells, clause)


def _sums(explained: Explained, found: Attended, lang: str) -> Iterator[Step]:
    words, told = WORDS[lang], explained.opened.attendance
    row = told.counted_of.get(explained.status.person.key) if told else None
    at = row.at if row else {}
    sheet = told.people_sheet if told else ""

    def typed(*keys: str) -> tuple[str, ...]:
        return tuple(
            f"{sheet}!{at[key]}"
            for key in keys
            if key in at and row is not None and getattr(row, key) is not None
        )

    status = attendance_words.leave(found, lang)
    if found.leave is not None:
        times, days = found.leave.times, found.days_text
        status = words["sum"].format(times=times, days=days, status=status)
    cells = typed("leave_times", "leave_days")
    yield Step(words["leave"], status, None, cells, found.leave_clause or "")
    status = attendance_words.late(found, lang)
    if found.late_times is not None:
        status = words["times"].format(times=found.late_times, status=status)
    yield Step(
        words["late"], status, None, typed("late_times"), found.late_clause or ""
    )
