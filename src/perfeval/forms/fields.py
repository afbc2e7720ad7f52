"""What the form and the regulation say of one cell: its label, kind and choices."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from perfeval import thai
from perfeval.entries import Entry
from perfeval.forms.schema import Input
from perfeval.grid import Cell
from perfeval.regulations.schema import Regulation


class Offers(NamedTuple):
    """The dropdown lists of a regulation: list name -> label -> value."""

    lists: Mapping[str, Mapping[str, str]]

    def of(self, spec: Input) -> Mapping[str, str]:
        """What one input offers: label -> value, in the order of the list."""
        if spec.choices_from:
            return self.lists[spec.choices_from]
        return {choice.label: choice.key for choice in spec.choices}


def offers(regulation: Regulation) -> Offers:
    """The lists that a regulation gives to the dropdowns of its form."""
    levels = (level for position in regulation.positions for level in position.levels)
    return Offers(
        {
            "staff_groups": {g.label: g.key for g in regulation.staff_groups},
            "position_types": {p.type: p.type for p in regulation.positions},
            "position_levels": {level: level for level in levels},
            "rounds": {str(r.number): str(r.number) for r in regulation.rounds},
        }
    )


def entry_of(spec: Input, cell: Cell, offered: Offers) -> Entry:
    """One cell with what the form says of it."""
    labels = offered.of(spec) if spec.choices or spec.choices_from else {}
    return Entry(
        cell=cell,
        label=spec.label,
        kind=spec.kind,
        choices=_readable(tuple(labels.items())),
        offered=tuple(labels),
        strict_choice=spec.strict_choice,
        required=spec.required,
        prefilled=getattr(spec, "prefilled", False),
    )


@cache
def _readable(labels: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Both the Thai label and the English key of each choice, normalised."""
    return {
        thai.label_key(word): value
        for label, value in labels
        for word in (label, value)
    }
