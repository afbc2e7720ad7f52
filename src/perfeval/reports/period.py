"""How papers name a round: its number, its year and its days."""

from perfeval import thai
from perfeval.regulations.schema import Regulation
from perfeval.rounds.span import Turn, span_of

TURN = "รอบการประเมิน ครั้งที่ {number} ประจำปีงบประมาณ พ.ศ. {year}"


def turn(the_round: Turn) -> str:
    """Number and fiscal year of a round."""
    return TURN.format(number=the_round.round, year=the_round.year)


def span(the_round: Turn, regulation: Regulation) -> str:
    """A round's days in brackets, after a blank; empty where they are not known."""
    found = span_of(regulation, the_round)
    if found is None:
        return ""
    return f" ({thai.long_date(found.starts)} – {thai.long_date(found.ends)})"


def between(the_round: Turn, regulation: Regulation) -> str:
    """A round's days in a sentence, after a blank; empty where they are not known."""
    found = span_of(regulation, the_round)
    if found is None:
        return ""
    starts, ends = thai.long_date(found.starts), thai.long_date(found.ends)
    return f" ระหว่างวันที่ {starts} ถึงวันที่ {ends}"
