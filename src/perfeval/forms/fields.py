"""What a form and its regulation ask in each cell: its label, kind and choices."""

from collections.abc import Mapping
from typing import NamedTuple

from perfeval import thai
from perfeval.entries import Asked
from perfeval.forms.schema import Column, Field, Form, Input, Table
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
            "proposals": {p.label: p.key for p in regulation.proposals},
        }
    )


class Asking(NamedTuple):
    """
    A form as one regulation asks it: what is alike in all its copies.

    fields, tables: what is asked in each cell, in the order of the form.
    """

    form: Form
    fields: tuple[tuple[Field, Asked], ...]
    tables: tuple[tuple[Table, tuple[tuple[Column, Asked], ...]], ...]
    own: Asked  # the form's own figures


def asking(form: Form, regulation: Regulation) -> Asking:
    """What a form asks under a regulation; worked out once, for all its copies."""
    offered = offers(regulation)
    return Asking(
        form,
        tuple((field, asked_of(field, offered)) for field in form.fields),
        tuple(
            (
                table,
                tuple((column, asked_of(column, offered)) for column in table.columns),
            )
            for table in form.tables
        ),
        Asked(form.summary.total, "computed"),
    )


def asked_of(spec: Input, offered: Offers) -> Asked:
    """What is asked in one cell, or in every cell of a column."""
    labels = offered.of(spec) if spec.choices or spec.choices_from else {}
    return Asked(
        label=spec.label,
        kind=spec.kind,
        choices=_readable(labels),
        offered=tuple(labels),
        strict_choice=spec.strict_choice,
        required=spec.required,
        prefilled=isinstance(spec, Column) and spec.prefilled,
    )


def _readable(labels: Mapping[str, str]) -> Mapping[str, str]:
    """Both the Thai label and the English key of each choice, normalised."""
    return {
        thai.label_key(word): value
        for label, value in labels.items()
        for word in (label, value)
    }
