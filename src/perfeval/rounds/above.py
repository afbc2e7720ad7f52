"""Who stands above a person: evaluator and next supervisor, on the roster or not."""

from dataclasses import dataclass

from perfeval import thai
from perfeval.rounds.opened import Opened


@dataclass(frozen=True, slots=True)
class Above:
    """Somebody who evaluates. division: None for whoever stands on no roster."""

    id: str
    name: str
    position: str
    division: str | None = None

    @property
    def key(self) -> str:
        """The id for comparison only."""
        return thai.id_key(self.id)


def above(opened: Opened, employee_id: str | None) -> Above | None:
    """
    Whoever the roster names by this id; None where nobody is, or is known.

    The chief and those whom the chief named may evaluate without a row of their own.
    """
    if not employee_id:
        return None
    if person := opened.roster.find(employee_id):
        return Above(
            person.employee_id, person.full_name, person.position, person.division
        )
    key = thai.id_key(employee_id)
    for one in (opened.round.chief, *opened.round.evaluators):
        if thai.id_key(one.id) == key:
            return Above(one.id, one.name, one.position)
    return None
