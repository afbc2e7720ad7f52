"""
A regulation in words: every ruling with its clause, in the order of its file.

What the source leaves open and a house decision fills is marked as such.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from perfeval.regulations.load import Loaded
from perfeval.regulations.schema import Component, Regulation
from perfeval.reports.regulation_attendance import attendance
from perfeval.reports.regulation_marking import marking, proposals
from perfeval.reports.regulation_pay import pay
from perfeval.reports.regulation_steps import keeping, steps
from perfeval.reports.regulation_words import HEADINGS
from perfeval.reports.rulings import Row, Words


@dataclass(frozen=True, slots=True)
class Section:
    """The rulings on one subject."""

    heading: str
    rows: tuple[Row, ...]


def lines(loaded: Loaded, lang: str) -> tuple[Section, ...]:
    """Every ruling of a regulation, in `th` or `en`; names stay in Thai."""
    say = Words(lang)
    regulation = loaded.regulation
    parts = (
        ("regulation", _about(loaded, say)),
        ("staff", _staff(regulation, say)),
        ("rounds", _rounds(regulation, say)),
        ("components", _components(regulation, say)),
        ("rating", _rating(regulation, say)),
        ("level_names", _level_names(regulation, say)),
        ("competencies", _competencies(regulation, say)),
        ("expected_levels", _expected_levels(regulation, say)),
        ("items", marking(regulation, say)),
        ("proposals", proposals(regulation, say)),
        ("bands", _bands(regulation, say)),
        ("announcement", _announcement(regulation, say)),
        ("people", _people(regulation, say)),
        ("opening", _opening(regulation, say)),
        ("provisions", _provisions(regulation, say)),
        ("advice", _advice(regulation, say)),
        ("pay", pay(regulation, say)),
        ("attendance", attendance(regulation, say)),
        ("keeping", keeping(regulation, say)),
        ("steps", steps(regulation, say)),
    )
    sections = (
        Section(say.pick(HEADINGS[heading]), tuple(rows)) for heading, rows in parts
    )
    return tuple(section for section in sections if section.rows)


def _about(loaded: Loaded, say: Words) -> Iterator[Row]:
    regulation = loaded.regulation
    source = regulation.source
    yield Row(say("id", id=regulation.id, title=regulation.title))
    yield Row(say("form", form=regulation.form))
    yield Row(say("in_force", day=say.date(regulation.in_force)))
    yield Row(say("chief", chief=regulation.chief))
    yield Row(say("source", title=source.title, issuer=source.issuer))
    if source.dated:
        yield Row(say("dated", day=say.date(source.dated)))
    if source.gazette:
        yield Row(say("gazette", gazette=source.gazette))
    if source.link:
        yield Row(say("link", link=source.link))
    yield Row(say("read_on", day=say.date(source.read_on)))
    yield Row(say("file", file=loaded.file, sha256=loaded.sha256))


def _staff(regulation: Regulation, say: Words) -> Iterator[Row]:
    for group in regulation.staff_groups:
        yield Row(say("staff_group", key=group.key, label=group.label))
    for position in regulation.positions:
        levels = ", ".join(position.levels)
        yield Row(say("position", type=position.type, levels=levels))


def _rounds(regulation: Regulation, say: Words) -> Iterator[Row]:
    for one in regulation.rounds:
        yield say.row(
            "round",
            one.clause,
            one.basis,
            number=one.number,
            starts=say.day(one.starts),
            ends=say.day(one.ends),
        )


def _components(regulation: Regulation, say: Words) -> Iterator[Row]:
    for one in regulation.components:
        key = "component_marked" if one.weight is None else "component"
        yield say.row(key, one.clause, one.basis, label=one.label, weight=one.weight)
        yield from _more_of_component(one, say)


def _more_of_component(one: Component, say: Words) -> Iterator[Row]:
    if one.weight_at_least is not None:
        least, clause = one.weight_at_least, one.weight_at_least_clause
        yield Row(say("least", label=one.label, least=least), clause)
    if one.probation_weight is not None:
        weight, clause = one.probation_weight, one.probation_clause
        yield Row(say("probation", label=one.label, weight=weight), clause)
    yield say.row(
        f"method_{one.method}", one.method_clause, one.method_basis, label=one.label
    )
    if one.aspects:
        aspects = "; ".join(one.aspects)
        clause = one.aspects_clause or one.clause
        yield Row(say("aspects", label=one.label, aspects=aspects), clause)


def _rating(regulation: Regulation, say: Words) -> Iterator[Row]:
    scale = regulation.scale
    if scale is None:
        return
    yield say.row(
        "scale", scale.clause, scale.basis, lowest=scale.lowest, highest=scale.highest
    )
    if scale.step is not None:
        yield say.row("step", scale.clause, scale.basis, step=scale.step)
    yield say.row(
        "interpolation", scale.interpolation_clause, scale.interpolation_basis
    )
    yield say.row(
        "agree", scale.agree_clause, scale.agree_basis, within=scale.agree_within
    )


def _level_names(regulation: Regulation, say: Words) -> Iterator[Row]:
    labels = {one.key: one.label for one in regulation.components}
    for names in regulation.level_names:
        named = "; ".join(f"{one.level} {one.label}" for one in names.levels)
        label = labels[names.component]
        yield say.row("named", names.clause, names.basis, label=label, names=named)


def _competencies(regulation: Regulation, say: Words) -> Iterator[Row]:
    labels = {one.key: one.label for one in regulation.staff_groups}
    for one in regulation.competencies:
        groups = [labels[key] for key in one.staff_groups]
        people = ", ".join([*groups, *one.position_types]) or say("everybody")
        count = "count" if one.at_most is None else "count_up_to"
        kind, least, most = say.kind(one.kind), one.at_least, one.at_most
        count = "count_exactly" if least == most else count
        yield say.row(
            count, one.clause, one.basis, kind=kind, least=least, most=most, who=people
        )
        if one.titles:
            clause, titles = one.titles_clause or one.clause, "; ".join(one.titles)
            yield say.row("titles", clause, one.titles_basis, kind=kind, titles=titles)


def _expected_levels(regulation: Regulation, say: Words) -> Iterator[Row]:
    groups = {one.key: one.label for one in regulation.staff_groups}
    for one in regulation.expected_levels:
        people = [groups[key] for key in one.staff_groups] + list(one.whom)
        yield say.row(
            "expected",
            one.clause,
            one.basis,
            kind=say.kind(one.kind),
            who=", ".join(people) or say("everybody"),
            level=one.level,
        )


def _bands(regulation: Regulation, say: Words) -> Iterator[Row]:
    for band in regulation.bands:
        yield say.row(
            "band_up" if band.below is None else "band",
            band.clause,
            band.basis,
            label=band.label,
            floor=band.at_least,
            below=band.below,
        )


def _announcement(regulation: Regulation, say: Words) -> Iterator[Row]:
    said = regulation.announcement
    labels = {band.key: band.label for band in regulation.bands}
    yield say.row(
        "announced",
        said.clause,
        said.basis,
        who=said.announced_by,
        bands=", ".join(labels[key] for key in said.bands),
        place=said.place,
    )
    if said.purpose:
        yield say.row("purpose", said.clause, said.basis, purpose=said.purpose)
    if said.legal_basis:
        yield say.row("cites", said.clause, said.basis, cited=said.legal_basis)


def _people(regulation: Regulation, say: Words) -> Iterator[Row]:
    if (seen := regulation.witnesses) is not None:
        key = "witnesses_of_a_kind" if seen.kind else "witnesses"
        key = key if seen.at_least else "no_witness"
        least, kind = seen.at_least, seen.kind
        yield say.row(key, seen.clause, seen.basis, least=least, kind=kind)
    for one in regulation.evaluators:
        employees = "; ".join(one.employees)
        who = one.evaluator
        yield say.row("evaluator", one.clause, one.basis, who=who, employees=employees)
    if (above := regulation.next_supervisor) is not None:
        yield say.row(f"consent_{above.required}", above.clause, above.basis)
    if (moved := regulation.transfer) is not None:
        days = say("or").join(say.day(day) for day in moved.after)
        yield say.row("transfer", moved.clause, moved.basis, days=days)


def _opening(regulation: Regulation, say: Words) -> Iterator[Row]:
    if (one := regulation.opening) is not None:
        by, opinions = one.proposed_by, ", ".join(one.opinions) or "-"
        yield say.row("opening", one.clause, one.basis, by=by, opinions=opinions)
        if one.legal_basis:
            cited = one.legal_basis
            yield say.row("opening_cites", one.clause, one.basis, cited=cited)
    if (named := regulation.screening) is not None:
        for duty in named.duties:
            yield say.row("duty", named.clause, named.basis, duty=duty)


def _provisions(regulation: Regulation, say: Words) -> Iterator[Row]:
    for one in regulation.provisions:
        yield say.row("provision", one.clause, one.basis, text=one.text)


def _advice(regulation: Regulation, say: Words) -> Iterator[Row]:
    for one in regulation.advice:
        yield say.row(one.key, one.clause, one.basis, value=one.value)
