"""Marked items, proposals and groups of a regulation, in words."""

from collections.abc import Iterator

from perfeval.regulations.schema import Regulation
from perfeval.reports.rulings import Row, Words


def marking(regulation: Regulation, say: Words) -> Iterator[Row]:
    """The items in the order of the form, and who must be marked on which."""
    labels = {one.key: one.label for one in regulation.components}
    if (said := regulation.marking) is not None:
        yield say.row("full_marks", said.clause, said.basis, path="marking")
    for one in regulation.items:
        key = "own_items" if one.own else "item"
        yield say.row(
            key,
            one.clause,
            one.basis,
            path=f"items.{one.number}",
            number=one.number,
            title=one.shown,
            part=labels[one.part],
            own=one.own,
        )
    for rule in regulation.compulsory:
        items = ", ".join(rule.items)
        key = "compulsory_heads" if rule.heads else "compulsory"
        yield say.row(
            key,
            rule.clause,
            rule.basis,
            path=f"compulsory.{'heads' if rule.heads else 'others'}",
            listed=rule.items,
            who=rule.who,
            items=items,
        )
    for other in regulation.other_forms:
        levels = ", ".join(other.position_levels)
        yield say.row(
            "other_form",
            other.clause,
            other.basis,
            path=f"other_forms.{levels}",
            levels=levels,
            why=other.reason,
        )


def proposals(regulation: Regulation, say: Words) -> Iterator[Row]:
    """What an evaluator may propose, and how people are grouped."""
    labels = {band.key: band.label for band in regulation.bands}
    for one in regulation.proposals:
        yield say.row(
            "proposal",
            one.clause,
            one.basis,
            path=f"proposals.{one.key}",
            label=one.label,
            step=one.step,
            bands=", ".join(labels[key] for key in one.bands),
            rounds=", ".join(map(str, one.rounds)),
        )
        if one.reason_clause is not None:
            text, path = say("proposal_reason", label=one.label), "reason"
            yield Row(text, one.reason_clause, path=f"proposals.{one.key}.{path}")
    if (said := regulation.grouping) is not None:
        listed = ", ".join(labels[key] for key in said.listed)
        yield say.row(
            "grouping",
            said.clause,
            said.basis,
            path="grouping",
            round=said.round,
            bands=listed,
        )
