"""Levels and competencies of a regulation, in words."""

from collections.abc import Iterator
from dataclasses import replace

from perfeval.regulations.schema import Regulation
from perfeval.reports.rulings import Row, Words


def rating(regulation: Regulation, say: Words) -> Iterator[Row]:
    """The scale, and how an actual earns a level on it."""
    scale = regulation.scale
    if scale is None:
        return
    clause, basis = scale.clause, scale.basis
    lowest, highest = scale.lowest, scale.highest
    yield say.row("scale", clause, basis, path="rating", lowest=lowest, highest=highest)
    if scale.step is not None:
        yield say.row("step", clause, basis, path="rating.step", step=scale.step)
    clause, basis = scale.interpolation_clause, scale.interpolation_basis
    yield say.row("interpolation", clause, basis, path="rating.interpolation")
    clause, basis, within = scale.agree_clause, scale.agree_basis, scale.agree_within
    yield say.row("agree", clause, basis, path="rating.agree", within=within)


def level_names(regulation: Regulation, say: Words) -> Iterator[Row]:
    """What the levels of a component are called."""
    labels = {one.key: one.label for one in regulation.components}
    for names in regulation.level_names:
        named = [f"{one.level} {one.label}" for one in names.levels]
        yield say.row(
            "named",
            names.clause,
            names.basis,
            path=f"level_names.{names.component}",
            listed=named,
            label=labels[names.component],
            names="; ".join(named),
        )


def competencies(regulation: Regulation, say: Words) -> Iterator[Row]:
    """How many competencies of which kind, for whom, and their names."""
    labels = {one.key: one.label for one in regulation.staff_groups}
    for one in regulation.competencies:
        groups = [labels[key] for key in one.staff_groups]
        people = ", ".join([*groups, *one.position_types]) or say("everybody")
        count = "count" if one.at_most is None else "count_up_to"
        kind, least, most = say.kind(one.kind), one.at_least, one.at_most
        count = "count_exactly" if least == most else count
        path = ".".join(("competencies", one.kind, *one.staff_groups))
        path = ".".join((path, *one.position_types))
        yield say.row(
            count,
            one.clause,
            one.basis,
            path=path,
            kind=kind,
            least=least,
            most=most,
            who=people,
        )
        if one.titles:
            row = say.row(
                "titles",
                one.titles_clause or one.clause,
                one.titles_basis,
                path=f"{path}.titles",
                listed=one.titles,
                kind=kind,
                titles="; ".join(one.titles),
            )
            yield replace(row, about=people)


def expected_levels(regulation: Regulation, say: Words) -> Iterator[Row]:
    """The level that is advised for each position."""
    groups = {one.key: one.label for one in regulation.staff_groups}
    for one in regulation.expected_levels:
        people = [groups[key] for key in one.staff_groups] + list(one.whom)
        yield say.row(
            "expected",
            one.clause,
            one.basis,
            path=".".join(("expected_levels", one.kind, *one.staff_groups, *one.whom)),
            kind=say.kind(one.kind),
            who=", ".join(people) or say("everybody"),
            level=one.level,
        )
