"""Where one person stands in the ordered lists, and with whom a rank is shared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from perfeval.appraise.rank import rank
from perfeval.appraise.standing import PersonStatus
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person


@dataclass(frozen=True, slots=True)
class Place:
    """
    The rank of one person in one list.

    division: None over the whole organisation. of: how many people the list ranks.
    tied_with: everybody else who has this rank, in the order of the list.
    """

    regulation: Regulation
    division: str | None
    rank: int
    of: int
    tied_with: tuple[Person, ...] = ()


def places(
    people: Iterable[PersonStatus], person: Person, divisions: Sequence[str] = ()
) -> tuple[Place, ...]:
    """
    The place in the own division, then over the organisation; none where not ranked.

    Args:
        people: everybody of the round, in roster order.
        divisions: in their official order.
    """
    everybody = tuple(people)
    found = []
    for by_division in (True, False):
        lists = rank(everybody, divisions=divisions, by_division=by_division)
        for one in lists:
            ranks = {s.status.person.key: s.rank for s in one.standings}
            if person.key not in ranks:
                continue
            own = ranks[person.key]
            others = tuple(
                s.status.person
                for s in one.standings
                if s.rank == own and s.status.person.key != person.key
            )
            found.append(
                Place(one.regulation, one.division, own, len(ranks), tied_with=others)
            )
    return tuple(found)
