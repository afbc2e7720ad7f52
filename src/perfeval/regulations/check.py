"""
What a regulation must not say, beyond the shape of its file.

Every check is a function of its own; all of them run in one pass, and each
finding stands at a line and key path of the file.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from pydantic import ConfigDict, ValidationError

from perfeval.blocks import Block, Some
from perfeval.findings import Finding
from perfeval.regulations import (
    check_attendance,
    check_dimensions,
    check_marking,
    check_matching,
    check_pay,
    check_rating,
    check_steps,
    fillable,
    names,
)
from perfeval.regulations.bands import bands_share_out_all_points
from perfeval.regulations.ruling import Key, Percent
from perfeval.regulations.schema import DayOfYear, Regulation
from perfeval.tomllines import KeyPath, Places
from perfeval.tomltext import Document

ALL = Decimal(100)  # percent: the whole of a total
COMMON_YEAR = 2023  # without 29 February: a day must exist in every year

Findings = Iterator[Finding]
Check = Callable[[Regulation, Places], Findings]


class Weighed(Block):
    """A component with its weight, whatever else it says."""

    model_config = ConfigDict(extra="ignore")
    key: Key
    weight: Percent | None = None


class Weights(Block):
    """The weights of a regulation whose components are refused for something else."""

    model_config = ConfigDict(extra="ignore")
    components: Some[Weighed]


def check(
    regulation: Regulation, at: Places, *, faulty: frozenset[str] = frozenset()
) -> list[Finding]:
    """
    Everything wrong with what a regulation says.

    Args:
        faulty: top-level keys that could not be read; what needs them is left out.
    """
    return [
        found
        for needs, rule in CHECKS
        if not faulty.intersection(needs)
        for found in rule(regulation, at)
    ]


def check_weights(document: Document, at: Places) -> list[Finding]:
    """What the weights of refused components total, where every weight is readable."""
    if any(path[0] == "components" for path in document.spoilt):
        return []  # some line was taken out: a weight may have stood there
    try:
        said = Weights.model_validate(document.values)
    except ValidationError:
        return []
    return list(weights_total_100(said, at))


def weights_total_100(regulation: Regulation | Weights, at: Places) -> Findings:
    """The weights of the components total 100 percent."""
    weights = [
        (one.key, one.weight) for one in regulation.components if one.weight is not None
    ]
    if len(weights) == len(regulation.components):  # else told where one lacks
        yield from _total(weights, at, "weight")


def probation_weights_total_100(regulation: Regulation, at: Places) -> Findings:
    """Probation weights stand at every component or at none, and total 100 percent."""
    weights = [
        (one.key, one.probation_weight)
        for one in regulation.components
        if one.probation_weight is not None
    ]
    if len(weights) == len(regulation.components):
        yield from _total(weights, at, "probation_weight")
    elif weights:
        for i, one in enumerate(regulation.components):
            if one.probation_weight is None:
                path = ("components", i, "probation_weight")
                yield at.finding("PE416", path, label=one.label)


def _total(weights: list[tuple[str, Decimal]], at: Places, key: str) -> Findings:
    total = sum(weight for _, weight in weights)
    if total != ALL:
        working = " + ".join(f"{name} {weight}" for name, weight in weights)
        path = ("components",)
        yield at.finding("PE406", path, found=total, working=working, which=key)


def shares_reach_the_least(regulation: Regulation, at: Places) -> Findings:
    """A component keeps the least share that the source allows, probation excepted."""
    for i, one in enumerate(regulation.components):
        least, share = one.weight_at_least, one.weight
        if least is not None and share is not None and share < least:
            yield at.finding(
                "PE407",
                ("components", i, "weight"),
                found=share,
                clause=one.weight_at_least_clause,
                label=one.label,
                least=least,
            )


def figures_have_their_clause(regulation: Regulation, at: Places) -> Findings:
    """A probation weight and a least share say which clause gives them."""
    for i, one in enumerate(regulation.components):
        for figure, key in (
            ("probation_weight", "probation_clause"),
            ("weight_at_least", "weight_at_least_clause"),
        ):
            if getattr(one, figure) is not None and getattr(one, key) is None:
                yield at.finding("PE412", ("components", i, key))


def house_titles_have_their_clause(regulation: Regulation, at: Places) -> Findings:
    """Titles that the source does not give say where they come from."""
    for i, one in enumerate(regulation.competencies):
        if one.titles_basis == "house" and one.titles_clause is None:
            yield at.finding("PE412", ("competencies", i, "titles_clause"))


def competency_counts_fit(regulation: Regulation, at: Places) -> Findings:
    """A set asks for no more competencies than it allows, and names no more."""
    for i, one in enumerate(regulation.competencies):
        if one.at_most is None:
            continue
        if one.at_most < one.at_least:
            path = ("competencies", i, "at_most")
            yield at.finding("PE423", path, found=one.at_most, least=one.at_least)
        if len(one.titles) > one.at_most:
            path = ("competencies", i, "titles")
            yield at.finding("PE424", path, found=len(one.titles), most=one.at_most)


def rounds_have_their_days(regulation: Regulation, at: Places) -> Findings:
    """A round starts and ends on days of the calendar, and starts first."""
    for i, one in enumerate(regulation.rounds):
        wrong = [
            *_no_such_day(("rounds", i, "starts"), one.starts, at),
            *_no_such_day(("rounds", i, "ends"), one.ends, at),
        ]
        yield from wrong
        if not wrong and _in_order(one.ends) <= _in_order(one.starts):
            yield at.finding("PE426", ("rounds", i, "ends"), round=one.number)


def transfer_days_exist(regulation: Regulation, at: Places) -> Findings:
    """The days after which a transfer counts are days of the calendar."""
    days = regulation.transfer.after if regulation.transfer else ()
    for i, day in enumerate(days):
        yield from _no_such_day(("transfer", "after", i), day, at)


def _no_such_day(path: KeyPath, day: DayOfYear, at: Places) -> Findings:
    _, last = monthrange(COMMON_YEAR, day.month)
    if day.day > last:
        yield at.finding(
            "PE425", (*path, "day"), found=day.day, month=day.month, last=last
        )


def _in_order(day: DayOfYear) -> tuple[int, int, int]:
    return day.year, day.month, day.day


# What each check reads, in the order of the file.
CHECKS: tuple[tuple[tuple[str, ...], Check], ...] = (
    *(
        ((block,), partial(names.stands_once, block, key))
        for block, key in (
            ("staff_groups", "key"),
            ("staff_groups", "label"),
            ("positions", "type"),
            ("rounds", "number"),
            ("components", "key"),
            ("components", "label"),
            ("level_names", "component"),
            ("items", "number"),
            ("items", "title"),
            ("proposals", "key"),
            ("proposals", "label"),
            ("bands", "key"),
            ("bands", "label"),
            ("provisions", "key"),
            ("advice", "key"),
        )
    ),
    (("positions", "level_names"), names.levels_stand_once),
    (("form",), fillable.form_exists),
    (("staff_groups", "positions"), fillable.choices_have_no_comma),
    (("rounds",), rounds_have_their_days),
    (("components",), fillable.components_are_fed_by_the_form),
    (("form", "components"), fillable.the_form_has_its_tables),
    (("components",), weights_total_100),
    (("components",), probation_weights_total_100),
    (("components",), shares_reach_the_least),
    (("components",), figures_have_their_clause),
    *check_marking.CHECKS,
    (("rating",), check_rating.rating_is_a_scale),
    *check_dimensions.CHECKS,
    *check_matching.CHECKS,
    (("level_names", "components"), names.level_names_have_a_component),
    (("level_names", "rating"), check_rating.named_levels_lie_on_the_scale),
    (("competencies",), competency_counts_fit),
    (("competencies",), house_titles_have_their_clause),
    (("competencies",), names.competency_names_stand_once),
    (
        ("competencies", "staff_groups", "positions"),
        names.competencies_are_for_somebody,
    ),
    (("expected_levels",), names.expected_levels_stand_once),
    (
        ("expected_levels", "positions", "staff_groups"),
        names.expected_levels_have_a_position,
    ),
    (("expected_levels", "competencies"), names.expected_levels_have_competencies),
    (("expected_levels", "rating"), check_rating.expected_levels_lie_on_the_scale),
    (("bands",), bands_share_out_all_points),
    (("announcement",), names.announced_bands_stand_once),
    (("announcement", "bands"), names.announced_bands_exist),
    (("witnesses",), fillable.witnesses_can_be_filled_in),
    (("transfer",), transfer_days_exist),
    (("attendance",), check_attendance.kinds_of_leave_stand_once),
    (("attendance",), check_attendance.an_exception_has_its_limit),
    (
        ("attendance", "bands"),
        check_attendance.the_band_of_the_exception_exists,
    ),
    (("steps",), check_steps.steps_stand_once),
    (("steps",), check_steps.step_times_are_possible),
    (("steps", "step_series"), check_steps.the_series_exists),
    (("pay",), check_pay.there_is_one_way),
    (("pay", "bands"), check_pay.bands_of_pay_exist),
    (("pay",), check_pay.percents_are_within_the_limits),
    (("pay", "positions"), check_pay.money_groups_share_out_all_positions),
    (("pay", "positions"), check_pay.other_pools_have_positions),
    (("pay", "rounds"), check_pay.days_of_raise_exist),
)
