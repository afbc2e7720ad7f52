"""Which item of a regulation a row of a form is, and what it is called."""

from functools import lru_cache

from perfeval import thai
from perfeval.grid import IN_A_FORM
from perfeval.model import Evaluation
from perfeval.model import Item as Row
from perfeval.regulations.marking import Item, Proposal
from perfeval.regulations.schema import Regulation


def item_of(row: Row, regulation: Regulation) -> Item | None:
    """The item of the regulation that a row is; None for one of the office's own."""
    key = thai.label_key(row.title or "")
    for item in regulation.items:
        if key and not item.own and key in _spellings(item.title, item.shown):
            return item
    return None


@lru_cache(maxsize=IN_A_FORM)
def _spellings(title: str, shown: str) -> frozenset[str]:
    """A title with and without its explanation, as label keys."""
    return frozenset((thai.label_key(title), thai.label_key(shown)))


def item_title(row: Row, regulation: Regulation) -> str:
    """What a row is called: number and short title of its item, or what was typed."""
    item = item_of(row, regulation)
    return f"{item.number} {item.title}" if item else row.title or ""


def proposed(evaluation: Evaluation, regulation: Regulation) -> Proposal | None:
    """
    The raise that the evaluator proposes; None where none was chosen.

    Its reason stands in `evaluation.proposed_step_reason`.
    """
    return regulation.proposal(evaluation.proposed_step)
