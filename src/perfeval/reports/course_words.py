"""The calendar of a round in words: what is on, what comes next, what is overdue."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from perfeval.regulations.load import Loaded
from perfeval.regulations.schema import Regulation
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


def calendars(opened: Opened, today: date, lang: str) -> Iterator[tuple[str, Rows]]:
    """
    The calendar of each regulation under its staff groups: step, period and how it
    lies to today. Calendars that are alike stand once, under all their staff groups.
    """
    told: dict[tuple[tuple[str, str, str], ...], list[str]] = {}
    for loaded in _once(opened):
        steps = course(loaded.regulation, opened.round)
        listed = tuple(
            (one.step.title, period(one, lang), LIES[lang][one.lies(today)])
            for one in steps
        )
        if listed:
            told.setdefault(listed, []).append(called(opened, loaded.regulation))
    for steps_, names in told.items():
        yield " · ".join(names), list(steps_)


def called(opened: Opened, regulation: Regulation) -> str:
    """A regulation by the staff groups that this round places under it."""
    labels = {one.key: one.label for one in regulation.staff_groups}
    groups = [
        labels.get(group, group)
        for group, loaded in opened.regulations.items()
        if loaded.regulation.id == regulation.id
    ]
    return f"{', '.join(groups)} ({regulation.id})"


def due(
    opened: Opened, today: date, *, outstanding: Mapping[str, int], lang: str
) -> Iterator[str]:
    """
    What is due today, each once with the regulations for which it is: steps that are
    on, forms that are late, and what comes next.

    Args:
        outstanding: how many people are missing or held, by id of their regulation.
    """
    steps = {
        called(opened, one.regulation): course(one.regulation, opened.round)
        for one in _once(opened)
    }
    on = _by_line((_on(one, today, lang), name)
                  for name, own in steps.items()
                  for one in own if one.lies(today) is When.NOW)  # fmt: skip
    yield from _with_names(on, steps)
    yield from _late(opened, today, outstanding, lang)
    ahead = _by_line((line, name)
                     for name, own in steps.items()
                     for line in _next(own, today, lang))  # fmt: skip
    yield from _with_names(ahead, steps)


def _by_line(lines: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Lines that are alike once, each with the regulations that say it."""
    told: dict[str, list[str]] = {}
    for line, name in lines:
        told.setdefault(line, []).append(name)
    return told


def _with_names(lines: Mapping[str, list[str]], every: Collection[str]) -> list[str]:
    """Each line with its regulations, which go without saying where all say it."""
    return [
        line if len(names) == len(every) else f"{line} – {' · '.join(names)}"
        for line, names in lines.items()
    ]


def _late(
    opened: Opened, today: date, outstanding: Mapping[str, int], lang: str
) -> Iterator[str]:
    """Forms that are still open after the step by whose end they were due."""
    late: list[tuple[str, str]] = []
    for loaded in _once(opened):
        regulation = loaded.regulation
        steps = course(regulation, opened.round)
        step = next((one for one in steps if one.step.key == EVALUATION), None)
        open_ = outstanding.get(regulation.id, 0)
        if not open_ or step is None or step.lies(today) is not When.OVER:
            continue
        title, until = step.step.title, _day(step.ends, lang)
        name = called(opened, regulation)
        if lang == "th":
            late.append((f"เลยกำหนด: {title} ({until})", f"{name} ยังค้าง {open_} คน"))
        else:
            people = "1 person is open" if open_ == 1 else f"{open_} people are open"
            late.append((f"Overdue: {title} ({until})", f"{name}: {people}"))
    for line, names in _by_line(late).items():
        yield f"{line} – {' · '.join(names)}"


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
    told: list[tuple[str, str]] = []
    names = []
    for loaded in _once(opened):
        rule = loaded.regulation.keeping
        until = kept_until(loaded.regulation, opened.round)
        names.append(called(opened, loaded.regulation))
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
        told.append((line, names[-1]))
    yield from _with_names(_by_line(told), names)


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
