"""How papers name a round: its number, its year and its days."""

from datetime import date

from perfeval import thai
from perfeval.regulations.schema import DayOfYear, Regulation
from perfeval.rounds.schema import RoundFile

TURN = "รอบการประเมิน ครั้งที่ {number} ประจำปีงบประมาณ พ.ศ. {year}"


def turn(the_round: RoundFile) -> str:
    """Number and fiscal year of a round."""
    return TURN.format(number=the_round.round, year=the_round.year)


def days(the_round: RoundFile, regulation: Regulation) -> tuple[date, date] | None:
    """First and last day of a round, C.E.; None where the regulation has no such."""
    for one in regulation.rounds:
        if one.number == the_round.round:
            starts, ends = (_day(the_round, day) for day in (one.starts, one.ends))
            return starts, ends
    return None


def span(the_round: RoundFile, regulation: Regulation) -> str:
    """A round's days in brackets, after a blank; empty where they are not known."""
    found = days(the_round, regulation)
    if found is None:
        return ""
    starts, ends = map(thai.long_date, found)
    return f" ({starts} – {ends})"


def _day(the_round: RoundFile, day: DayOfYear) -> date:
    return date(the_round.year - thai.BUDDHIST_ERA + day.year, day.month, day.day)
