"""People of one list by their exact totals, the highest first."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from perfeval.appraise.standing import PersonState, PersonStatus, Standing

RESULTS = "results"  # the component that orders a tie


def by_total(people: Iterable[PersonStatus]) -> tuple[Standing, ...]:
    """
    Everybody with a rank: equal exact totals share one (1, 1, 3).

    Args:
        people: of one regulation, in roster order, which also orders a tie after
            the points of the results.
    """
    ranked = [
        (status, status.final.total, _results(status))
        for status in people
        if status.state is PersonState.RANKED and status.final is not None
    ]
    ranked.sort(key=lambda one: (one[1], one[2]), reverse=True)
    totals = Counter(total for _, total, _ in ranked)
    ranks: dict[Fraction, int] = {}
    for number, (_, total, _) in enumerate(ranked, 1):
        ranks.setdefault(total, number)
    return tuple(
        Standing(status, ranks[total], tied=totals[total] > 1)
        for status, total, _ in ranked
    )


def _results(status: PersonStatus) -> Fraction:
    """Points 0-100 of the results, before their weight; the first component else."""
    parts = status.result.parts if status.result else ()
    own = [part.points for part in parts if part.component.key == RESULTS]
    return (*own, *(part.points for part in parts), Fraction(0))[0]
