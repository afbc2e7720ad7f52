"""What a regulation must not say of expected and shown levels of competencies."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from perfeval.findings import Finding
from perfeval.regulations.matching import BY_EXPECTATION, LookUp, Matching
from perfeval.regulations.schema import Rating, Regulation
from perfeval.tomllines import KeyPath, Places

Findings = Iterator[Finding]
Check = Callable[[Regulation, Places], Findings]
TABLE = ("matching", "table")


def methods_have_their_figures(regulation: Regulation, at: Places) -> Findings:
    """A method has its block, and a block is used by a component."""
    said = regulation.matching or Matching()
    used = {one.method: i for i, one in enumerate(regulation.components)}
    for method in BY_EXPECTATION:
        is_there = getattr(said, method) is not None
        if method in used and not is_there:
            path: KeyPath = ("components", used[method], "method")
            yield at.finding(
                "PE434", path, found=method, missing=f"[matching.{method}]"
            )
        elif is_there and method not in used:
            yield at.finding("PE481", ("matching", method), method=method)


def the_table_has_every_pair(regulation: Regulation, at: Places) -> Findings:
    """Every whole shown level and every advised expected one has its points."""
    table = regulation.matching.table if regulation.matching else None
    if table is None:
        return
    yield from _rows_are_full(table, at)
    scale = regulation.scale
    if scale is None or scale.lowest > scale.highest:
        return
    missing = [one for one in _whole(scale) if one not in table.shown]
    if missing:
        told = ", ".join(map(str, missing))
        yield at.finding("PE438", (*TABLE, "shown"), missing=told)
    advised = dict.fromkeys(one.level for one in regulation.expected_levels)
    there = [one.expected for one in table.rows]
    missing = [one for one in advised if one not in there]
    if missing:
        told = ", ".join(map(str, missing))
        yield at.finding("PE438", (*TABLE, "rows"), missing=told)


def _rows_are_full(table: LookUp, at: Places) -> Findings:
    for i, row in enumerate(table.rows):
        path = (*TABLE, "rows", i, "points")
        if len(row.points) != len(table.shown):
            found, wanted = len(row.points), len(table.shown)
            yield at.finding("PE482", path, found=found, wanted=wanted)


def _whole(scale: Rating) -> list[Decimal]:
    first, last = int(scale.lowest), int(scale.highest)
    levels = (Decimal(level) for level in range(first, last + 1))
    return [one for one in levels if scale.lowest <= one <= scale.highest]


def levels_of_the_table_are_sound(regulation: Regulation, at: Places) -> Findings:
    """A level of the table lies on the scale and stands once."""
    table, scale = (
        regulation.matching.table if regulation.matching else None,
        regulation.scale,
    )
    if table is None:
        return
    placed: list[tuple[KeyPath, Decimal]] = [
        ((*TABLE, "shown", i), level) for i, level in enumerate(table.shown)
    ]
    rows: list[tuple[KeyPath, Decimal]] = [
        ((*TABLE, "rows", i, "expected"), row.expected)
        for i, row in enumerate(table.rows)
    ]
    for listed in (placed, rows):
        first: dict[Decimal, KeyPath] = {}
        for path, level in listed:
            if level in first:
                line = at.line(first[level])
                yield at.finding("PE413", path, found=level, first=line)
            first.setdefault(level, path)
            if scale is not None and scale.lowest < scale.highest:
                lowest, highest = scale.lowest, scale.highest
                if not lowest <= level <= highest:
                    yield at.finding(
                        "PE422", path, found=level, lowest=lowest, highest=highest
                    )


def points_are_within_the_full_ones(regulation: Regulation, at: Places) -> Findings:
    """Nothing earns more than the full points."""
    said = regulation.matching
    earned: list[tuple[KeyPath, Decimal, Decimal]] = []
    if said is not None and (table := said.table) is not None:
        earned += [
            ((*TABLE, "rows", i, "points", j), points, table.full)
            for i, row in enumerate(table.rows)
            for j, points in enumerate(row.points)
        ]
    if said is not None and (bar := said.bar) is not None:
        path: KeyPath = ("matching", "bar")
        earned += [
            ((*path, "gaps", i, "points"), one.points, bar.full)
            for i, one in enumerate(bar.gaps)
        ]
        earned.append(((*path, "otherwise"), bar.otherwise, bar.full))
    for place, points, full in earned:
        if points > full:
            yield at.finding("PE439", place, found=points, full=full)


def gaps_lead_away(regulation: Regulation, at: Places) -> Findings:
    """The gaps of the bar go from the nearest to the farthest."""
    bar = regulation.matching.bar if regulation.matching else None
    gaps = bar.gaps if bar else ()
    for i, one in enumerate(gaps[1:], start=1):
        if one.at_most <= gaps[i - 1].at_most:
            path = ("matching", "bar", "gaps", i, "at_most")
            yield at.finding("PE483", path, found=one.at_most)


def expected_levels_divide(regulation: Regulation, at: Places) -> Findings:
    """Where shown levels are divided by expected ones, no level is zero."""
    said, scale = regulation.matching, regulation.scale
    if said and said.hybrid and scale and scale.lowest == 0:
        yield at.finding("PE480", ("rating", "lowest"), found=scale.lowest)


CHECKS: tuple[tuple[tuple[str, ...], Check], ...] = (
    (("components", "matching"), methods_have_their_figures),
    (("matching", "rating", "expected_levels"), the_table_has_every_pair),
    (("matching", "rating"), levels_of_the_table_are_sound),
    (("matching",), points_are_within_the_full_ones),
    (("matching",), gaps_lead_away),
    (("matching", "rating"), expected_levels_divide),
)
