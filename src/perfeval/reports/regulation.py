"""
A regulation in words: every ruling with its clause, in the order of its file.

What the source leaves open and a house decision fills is marked as such.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from perfeval.regulations.load import Loaded
from perfeval.regulations.schema import Component, Regulation
from perfeval.reports.regulation_attendance import attendance
from perfeval.reports.regulation_levels import (
    competencies,
    expected_levels,
    level_names,
    rating,
)
from perfeval.reports.regulation_marking import marking, proposals
from perfeval.reports.regulation_matching import matching
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
        ("rating", rating(regulation, say)),
        ("level_names", level_names(regulation, say)),
        ("matching", matching(regulation, say)),
        ("competencies", competencies(regulation, say)),
        ("expected_levels", expected_levels(regulation, say)),
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
    yield Row(say("id", id=regulation.id, title=regulation.title), path="title")
    yield Row(say("form", form=regulation.form), path="form")
    yield Row(say("in_force", day=say.date(regulation.in_force)), path="in_force")
    yield Row(say("chief", chief=regulation.chief), path="chief")
    issued = say("source", title=source.title, issuer=source.issuer)
    yield Row(issued, path="source")
    if source.dated:
        yield Row(say("dated", day=say.date(source.dated)), path="source.dated")
    if source.gazette:
        yield Row(say("gazette", gazette=source.gazette), path="source.gazette")
    if source.link:
        yield Row(say("link", link=source.link), path="source.link")
    yield Row(say("read_on", day=say.date(source.read_on)), path="source.read_on")
    yield Row(say("file", file=loaded.file, sha256=loaded.sha256))


def _staff(regulation: Regulation, say: Words) -> Iterator[Row]:
    for place, group in enumerate(regulation.staff_groups):
        key = "staff_group" if place else "staff_group_first"
        text = say(key, key=group.key, label=group.label)
        yield Row(text, path=f"staff_groups.{group.key}")
    for position in regulation.positions:
        levels = position.levels
        text = say("position", type=position.type, levels=", ".join(levels))
        yield Row(text, path=f"positions.{position.type}", listed=levels)


def _rounds(regulation: Regulation, say: Words) -> Iterator[Row]:
    for one in regulation.rounds:
        yield say.row(
            "round",
            one.clause,
            one.basis,
            path=f"rounds.{one.number}",
            number=one.number,
            starts=say.day(one.starts),
            ends=say.day(one.ends),
        )


def _components(regulation: Regulation, say: Words) -> Iterator[Row]:
    for one in regulation.components:
        key = "component_marked" if one.weight is None else "component"
        yield say.row(
            key,
            one.clause,
            one.basis,
            path=f"components.{one.key}",
            label=one.label,
            weight=one.weight,
        )
        yield from _more_of_component(one, say)


def _more_of_component(one: Component, say: Words) -> Iterator[Row]:
    path = f"components.{one.key}"
    if one.weight_at_least is not None:
        least, clause = one.weight_at_least, one.weight_at_least_clause
        text = say("least", label=one.label, least=least)
        yield Row(text, clause, path=f"{path}.weight_at_least")
    if one.probation_weight is not None:
        weight, clause = one.probation_weight, one.probation_clause
        text = say("probation", label=one.label, weight=weight)
        yield Row(text, clause, path=f"{path}.probation_weight")
    yield say.row(
        f"method_{one.method}",
        one.method_clause,
        one.method_basis,
        path=f"{path}.method",
        label=one.label,
    )
    if one.aspects:
        aspects = "; ".join(one.aspects)
        clause = one.aspects_clause or one.clause
        text = say("aspects", label=one.label, aspects=aspects)
        yield Row(text, clause, path=f"{path}.aspects", listed=one.aspects)


def _bands(regulation: Regulation, say: Words) -> Iterator[Row]:
    for band in regulation.bands:
        yield say.row(
            "band_up" if band.below is None else "band",
            band.clause,
            band.basis,
            path=f"bands.{band.key}",
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
        path="announcement",
        who=said.announced_by,
        bands=", ".join(labels[key] for key in said.bands),
        place=said.place,
    )
    clause, basis = said.clause, said.basis
    path = "announcement.matter"
    yield say.row("matter", clause, basis, path=path, matter=said.matter)
    if said.purpose:
        path = "announcement.purpose"
        yield say.row("purpose", clause, basis, path=path, purpose=said.purpose)
    if said.legal_basis:
        path = "announcement.legal_basis"
        yield say.row("cites", clause, basis, path=path, cited=said.legal_basis)


def _people(regulation: Regulation, say: Words) -> Iterator[Row]:
    if (seen := regulation.witnesses) is not None:
        key = "witnesses_of_a_kind" if seen.kind else "witnesses"
        key = key if seen.at_least else "no_witness"
        least, kind = seen.at_least, seen.kind
        clause, basis = seen.clause, seen.basis
        yield say.row(key, clause, basis, path="witnesses", least=least, kind=kind)
    for one in regulation.evaluators:
        yield say.row(
            "evaluator",
            one.clause,
            one.basis,
            path=f"evaluators.{one.evaluator}",
            listed=one.employees,
            who=one.evaluator,
            employees="; ".join(one.employees),
        )
    if (above := regulation.next_supervisor) is not None:
        word, path = f"consent_{above.required}", "next_supervisor"
        yield say.row(word, above.clause, above.basis, path=path)
    if (moved := regulation.transfer) is not None:
        days = say("or").join(say.day(day) for day in moved.after)
        clause, basis = moved.clause, moved.basis
        yield say.row("transfer", clause, basis, path="transfer", days=days)


def _opening(regulation: Regulation, say: Words) -> Iterator[Row]:
    if (one := regulation.opening) is not None:
        yield say.row(
            "opening",
            one.clause,
            one.basis,
            path="opening",
            by=one.proposed_by,
            opinions=", ".join(one.opinions) or "-",
        )
        if one.legal_basis:
            path, cited = "opening.legal_basis", one.legal_basis
            yield say.row(
                "opening_cites", one.clause, one.basis, path=path, cited=cited
            )
    if (named := regulation.screening) is not None:
        for place, duty in enumerate(named.duties, start=1):
            path = f"screening.duties.{place}"
            yield say.row("duty", named.clause, named.basis, path=path, duty=duty)
        for place, seat in enumerate(named.seats, start=1):
            path, role = f"screening.seats.{place}", say(seat.role)
            yield say.row(
                "seat",
                named.clause,
                named.basis,
                path=path,
                position=seat.position,
                role=role,
            )


def _provisions(regulation: Regulation, say: Words) -> Iterator[Row]:
    for one in regulation.provisions:
        path = f"provisions.{one.key}"
        yield say.row("provision", one.clause, one.basis, path=path, text=one.text)


def _advice(regulation: Regulation, say: Words) -> Iterator[Row]:
    for one in regulation.advice:
        path = f"advice.{one.key}"
        yield say.row(one.key, one.clause, one.basis, path=path, value=one.value)
