"""
Ranks inside each division and over the organisation, people of one regulation apart.

Source: the list that is ordered after the next supervisor and goes to the
committee; it uses the last total of evaluator and next supervisor.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from perfeval.appraise.order import by_total
from perfeval.appraise.standing import PersonStatus, Standing
from perfeval.regulations.schema import Regulation


@dataclass(frozen=True, slots=True)
class Ranking:
    """
    One ordered list.

    division: None over the whole organisation.
    """

    regulation: Regulation
    division: str | None
    standings: tuple[Standing, ...]


def rank(
    people: Iterable[PersonStatus],
    *,
    divisions: Sequence[str] = (),
    by_division: bool = False,
) -> tuple[Ranking, ...]:
    """
    The ordered lists of some people: a regulation after the other, in roster order.

    Args:
        people: in roster order; whoever is not to be ranked is left out.
        divisions: in their official order; others follow as they occur.
        by_division: a list for each division instead of one for all.
    """
    everybody = tuple(people)
    lists = []
    for regulation in regulations_of(everybody):
        under = [one for one in everybody if _is_under(one, regulation)]
        named = division_order(under, divisions) if by_division else (None,)
        for division in named:
            own = [one for one in under if division in (None, one.person.division)]
            if standings := by_total(own):
                lists.append(Ranking(regulation, division, standings))
    return tuple(lists)


def regulations_of(people: Iterable[PersonStatus]) -> tuple[Regulation, ...]:
    """The regulations of everybody who has a result, in their order."""
    finals = (one.final for one in people)
    found = {one.regulation.id: one.regulation for one in finals if one is not None}
    return tuple(found.values())


def division_order(
    people: Iterable[PersonStatus], divisions: Sequence[str]
) -> tuple[str, ...]:
    """The divisions of some people: the official ones first, in their order."""
    there = list(dict.fromkeys(one.person.division for one in people))
    official = [name for name in divisions if name in there]
    return (*official, *(name for name in there if name not in official))


def _is_under(status: PersonStatus, regulation: Regulation) -> bool:
    return status.final is not None and status.final.regulation.id == regulation.id
