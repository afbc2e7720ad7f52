"""The calendar of a round in words: what is on, what comes next, what is overdue."""

from collections.abc import Iterator, Sequence
from datetime import date

from perfeval.regulations.load import Loaded
from perfeval.rounds.course import Dated, When, course, kept_until
from perfeval.rounds.opened import Opened
from perfeval.thai import long_date

EVALUATION = "evaluation"  # the step by whose end every form has come back
LIES = {
    "th": {
        When.OVER: "ผ่านแล้ว",
        When.NOW: "อยู่ระหว่างดำเนินการ",
        When.AHEAD: "ยังไม่ถึง",
        When.UNDATED: "ไม่กำหนดวัน",
    },
    "en": {when: when.value for when in When},
}
Rows = list[tuple[str, str, str]]


def period(one: Dated, lang: str) -> str:
    """When a step falls, in words."""
    starts, ends = (_day(day, lang) for day in (one.starts, one.ends))
    if starts and ends:
        return starts if starts == ends else f"{starts} – {ends}"
    if ends:
        return f"ภายใน {ends}" if lang == "th" else f"by {ends}"
    if starts:
        return f"ตั้งแต่ {starts}" if lang == "th" else f"from {starts}"
    return LIES[lang][When.UNDATED]


def _day(day: date | None, lang: str) -> str:
    if day is None:
        return ""
    return long_date(day) if lang == "th" else day.isoformat()


def rows(opened: Opened, today: date, lang: str) -> Rows:
    """Step, period and how it lies to today; calendars that are alike stand once."""
    listed: Rows = []
    for steps in _calendars(opened):
        listed += [
            (one.step.title, period(one, lang), LIES[lang][one.lies(today)])
            for one in steps
        ]
    return listed


def _calendars(opened: Opened) -> Iterator[tuple[Dated, ...]]:
    """The calendar of each regulation; the same steps on the same days once."""
    seen: list[object] = []
    for loaded in opened.regulations.values():
        steps = course(loaded.regulation, opened.round)
        told = [(one.step.title, one.starts, one.ends) for one in steps]
        if told and told not in seen:
            seen.append(told)
            yield steps


def due(opened: Opened, today: date, *, outstanding: int, lang: str) -> Iterator[str]:
    """
    What is due today, a line each: steps that are on, and forms that are late.

    Args:
        outstanding: how many people are missing or held.
    """
    for steps in _calendars(opened):
        for one in steps:
            if one.lies(today) is When.NOW:
                yield _on(one, today, lang)
        late = next((one for one in steps if one.step.key == EVALUATION), None)
        if outstanding and late and late.lies(today) is When.OVER:
            title, until = late.step.title, _day(late.ends, lang)
            yield (
                f"เลยกำหนด: {title} ({until}) ยังค้าง {outstanding} คน"
                if lang == "th"
                else f"Overdue: {title} ({until}); {outstanding} people are open"
            )
        yield from _next(steps, today, lang)


def _on(one: Dated, today: date, lang: str) -> str:
    left = (one.ends - today).days if one.ends else None
    title, time = one.step.title, period(one, lang)
    if lang == "th":
        days = "" if left is None else f" เหลือ {left} วัน" if left else " วันนี้วันสุดท้าย"
        return f"ขณะนี้: {title} ({time}){days}"
    days = "" if left is None else f", {left} days left" if left else ", last day"
    return f"Now: {title} ({time}{days})"


def _next(steps: Sequence[Dated], today: date, lang: str) -> Iterator[str]:
    ahead = [one for one in steps if one.lies(today) is When.AHEAD and one.starts]
    if ahead:
        one = min(ahead, key=lambda step: step.starts or date.max)
        word = "ต่อไป" if lang == "th" else "Next"
        yield f"{word}: {one.step.title} ({period(one, lang)})"


def keeping(opened: Opened, today: date, lang: str) -> Iterator[str]:
    """How long the papers of the round are kept, and whether that has passed."""
    told: list[str] = []
    for loaded in opened.regulations.values():
        rule = loaded.regulation.keeping
        until = kept_until(loaded.regulation, opened.round)
        if rule is None or until is None:
            continue
        passed = until < today
        if lang == "th":
            state = "ครบกำหนดแล้ว" if passed else "ยังต้องเก็บ"
            line = (
                f"เก็บแบบประเมิน{rule.place} อย่างน้อย {rule.rounds} รอบ "
                f"ถึง {long_date(until)} ({state}) [{rule.clause}]"
            )
        else:
            state = "has passed" if passed else "still to be kept"
            line = (
                f"Papers are kept for {rule.rounds} rounds at least, until {until} "
                f"({state}) [{rule.clause}]"
            )
        if line not in told:
            told.append(line)
    yield from told


def as_json(opened: Opened, today: date) -> dict[str, object]:
    """The calendar as programs read it."""
    steps = [
        {
            "regulation": loaded.regulation.id,
            "key": one.step.key,
            "title": one.step.title,
            "starts": one.starts.isoformat() if one.starts else None,
            "ends": one.ends.isoformat() if one.ends else None,
            "state": one.lies(today).value,
        }
        for loaded in _once(opened)
        for one in course(loaded.regulation, opened.round)
    ]
    kept = [
        {"regulation": loaded.regulation.id, "until": until.isoformat(),
         "passed": until < today}
        for loaded in _once(opened)
        if (until := kept_until(loaded.regulation, opened.round))
    ]  # fmt: skip
    return {"today": today.isoformat(), "steps": steps, "keep": kept}


def _once(opened: Opened) -> Iterator[Loaded]:
    yield from {one.regulation.id: one for one in opened.regulations.values()}.values()
