"""The words around a form: its round, its bands, the names of the levels."""

from perfeval import thai
from perfeval.excel.live import figure, first_of, typed_in, words
from perfeval.excel.pen import Value
from perfeval.forms.layout import Layout
from perfeval.regulations.schema import DayOfYear, Regulation, Round

NOBODY = "(ยังไม่กรอกชื่อผู้รับการประเมิน)"
IN_ROUND = ("รอบการประเมินครั้งที่ ", " ประจำปีงบประมาณ พ.ศ. ")
SPACE = "   "


def rounds(regulation: Regulation) -> str:
    """The rounds of a year, where it is not yet known which one."""
    return SPACE.join(
        f"รอบครั้งที่ {one.number}: {_day(one.starts)} – {_day(one.ends)}"
        for one in regulation.rounds
    )


def _day(day: DayOfYear) -> str:
    return f"{day.day} {thai.MONTHS[day.month - 1]}"


def _year_before(day: DayOfYear) -> int:
    return -day.year


def round_line(layout: Layout) -> str:
    """The round with its dates, as a formula of the year and round typed."""
    year, number = (
        typed_in(layout.fields[key]) for key in ("fiscal_year", "round_number")
    )
    known = f"{words(IN_ROUND[0])}&{number}&{words(IN_ROUND[1])}&{year}"
    dates = [
        (f'{number}&""={words(str(one.number))}', _dates(one, year))
        for one in layout.regulation.rounds
    ]
    cases = (
        (f'OR({year}="",{number}="")', words(rounds(layout.regulation))),
        (f"ISNUMBER({year}-1)", f"{known}&{first_of(dates, words(''))}"),
    )
    return "=" + first_of(cases, known)


def _dates(one: Round, year: str) -> str:
    starts, ends = (
        f"{words(_day(day) + ' ')}&({year}-{_year_before(day)})"
        for day in (one.starts, one.ends)
    )
    return f'" ("&{starts}&" – "&{ends}&")"'


def round_shown(regulation: Regulation, year: Value, number: Value) -> str:
    """What `round_line` comes to for a year and round already known."""
    if year is None or number is None:
        return rounds(regulation)
    known = f"{IN_ROUND[0]}{number}{IN_ROUND[1]}{year}"
    for one in regulation.rounds:
        if str(one.number) == str(number) and str(year).isdecimal():
            starts, ends = (
                f"{_day(day)} {int(str(year)) - _year_before(day)}"
                for day in (one.starts, one.ends)
            )
            return f"{known} ({starts} – {ends})"
    return known


def person_line(layout: Layout) -> str:
    """Whose form it is, as a formula of what is typed."""
    name, number, position = (
        typed_in(layout.fields[key]) for key in ("name", "employee_id", "position")
    )
    known = f'{name}&"{SPACE}"&{number}&"{SPACE}"&{position}'
    return f'=IF({name}="",{words(NOBODY)},{known})'


def bands(regulation: Regulation) -> str:
    """The bands with their floors, highest first."""
    told = []
    for band in sorted(regulation.bands, key=lambda one: one.at_least, reverse=True):
        reach = f"{figure(band.at_least)} ขึ้นไปแต่ไม่ถึง {figure(band.below or 0)}"
        if band.at_most is not None:
            reach = f"{figure(band.at_least)} ถึง {figure(band.at_most)}"
        elif not band.at_least:
            reach = f"ไม่ถึง {figure(band.below or 0)}"
        told.append(f"{band.label} {reach}")
    return "เกณฑ์: " + SPACE.join(told)


def levels(regulation: Regulation, component: str) -> str:
    """The names of the levels of a component; nothing where it names none."""
    judged = regulation.dimensions
    if judged is not None and component == "results":
        parts = SPACE.join(f"{one.label} 0 ถึง {one.at_most}" for one in judged.parts)
        return f"คะแนน: {parts}"
    names = level_names(regulation).get(component, {})
    told = SPACE.join(f"{level} = {label}" for level, label in names.items())
    return f"ระดับ: {told}" if told else ""


def level_names(regulation: Regulation) -> dict[str, dict[str, str]]:
    """Component -> level -> its name."""
    return {
        one.component: {figure(name.level): name.label for name in one.levels}
        for one in regulation.level_names
    }
