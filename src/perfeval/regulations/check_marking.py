"""What a regulation must not say of marked items, proposals and groups."""

from collections.abc import Callable, Iterator

from perfeval.findings import Finding
from perfeval.regulations.names import known
from perfeval.regulations.schema import Regulation
from perfeval.tomllines import Places

MARKS = "marks"

Findings = Iterator[Finding]
Check = Callable[[Regulation, Places], Findings]


def levels_have_a_scale(regulation: Regulation, at: Places) -> Findings:
    """A method that works with levels has the scale that they are typed on."""
    for i, one in enumerate(regulation.components):
        if one.method != MARKS and regulation.scale is None:
            path = ("components", i, "method")
            yield at.finding("PE434", path, found=one.method, missing="[rating]")
            return


def marks_have_items(regulation: Regulation, at: Places) -> Findings:
    """Marks are given on items, and only then are there any."""
    is_marked = any(one.method == MARKS for one in regulation.components)
    if not is_marked and regulation.items:
        yield at.finding("PE435", ("items",), method=MARKS)
    for name, said in (("[marking]", regulation.marking), ("[[items]]", None)):
        if is_marked and not (regulation.items if name == "[[items]]" else said):
            path = ("components", 0, "method")
            yield at.finding("PE434", path, found=MARKS, missing=name)


def weights_stand_where_they_count(regulation: Regulation, at: Places) -> Findings:
    """Full marks weigh a marked component; every other one has a weight."""
    for i, one in enumerate(regulation.components):
        path = ("components", i, "weight")
        if one.method != MARKS and one.weight is None:
            yield at.finding("PE436", path, label=one.label)
        elif one.method == MARKS and (one.weight, one.probation_weight) != (None, None):
            found = one.probation_weight if one.weight is None else one.weight
            yield at.finding("PE437", path, found=found, label=one.label)


def items_have_a_component(regulation: Regulation, at: Places) -> Findings:
    """An item belongs to a component of the regulation."""
    keys = [one.key for one in regulation.components]
    for i, one in enumerate(regulation.items):
        yield from known(("items", i, "part"), one.part, keys, at)


def compulsory_items_exist(regulation: Regulation, at: Places) -> Findings:
    """Only an item of the regulation that has its name can be compulsory."""
    numbers = [one.number for one in regulation.items if not one.own]
    for i, one in enumerate(regulation.compulsory):
        for j, number in enumerate(one.items):
            yield from known(("compulsory", i, "items", j), number, numbers, at)


def other_forms_are_for_somebody(regulation: Regulation, at: Places) -> Findings:
    """A level with a form of its own is one of a position."""
    levels = [level for one in regulation.positions for level in one.levels]
    for i, one in enumerate(regulation.other_forms):
        for j, level in enumerate(one.position_levels):
            path = ("other_forms", i, "position_levels", j)
            yield from known(path, level, levels, at)


def proposals_have_a_band(regulation: Regulation, at: Places) -> Findings:
    """A raise is proposed for the bands of the regulation."""
    keys = [one.key for one in regulation.bands]
    for i, one in enumerate(regulation.proposals):
        for j, key in enumerate(one.bands):
            yield from known(("proposals", i, "bands", j), key, keys, at)


def grouping_has_bands_and_a_round(regulation: Regulation, at: Places) -> Findings:
    """The groups of a round are bands of the regulation, in one of its rounds."""
    said = regulation.grouping
    if said is None:
        return
    keys = [one.key for one in regulation.bands]
    for j, key in enumerate(said.listed):
        yield from known(("grouping", "listed", j), key, keys, at)
    numbers = [str(one.number) for one in regulation.rounds]
    yield from known(("grouping", "round"), str(said.round), numbers, at)


# What each check reads, in the order of the file.
CHECKS: tuple[tuple[tuple[str, ...], Check], ...] = (
    (("components", "rating"), levels_have_a_scale),
    (("components", "items", "marking"), marks_have_items),
    (("components",), weights_stand_where_they_count),
    (("components", "items"), items_have_a_component),
    (("compulsory", "items"), compulsory_items_exist),
    (("other_forms", "positions"), other_forms_are_for_somebody),
    (("proposals", "bands"), proposals_have_a_band),
    (("grouping", "bands", "rounds"), grouping_has_bands_and_a_round),
)
