"""
Names in a regulation: each stands once, and whoever uses it finds it.
"""

from collections.abc import Hashable, Iterable, Iterator

from perfeval.findings import Finding
from perfeval.regulations.schema import Regulation
from perfeval.tomllines import KeyPath, Places

Findings = Iterator[Finding]
Placed = tuple[KeyPath, Hashable]


def stands_once(block: str, key: str, regulation: Regulation, at: Places) -> Findings:
    """No two blocks of a kind have the same name."""
    blocks = enumerate(getattr(regulation, block))
    yield from _doubles((((block, i, key), getattr(one, key)) for i, one in blocks), at)


def levels_stand_once(regulation: Regulation, at: Places) -> Findings:
    """A level of a position, and a named level of a component, stands once."""
    for i, position in enumerate(regulation.positions):
        yield from _list_doubles(("positions", i, "levels"), position.levels, at)
    for i, names in enumerate(regulation.level_names):
        path = ("level_names", i, "levels")
        for key in ("level", "label"):
            named = enumerate(getattr(one, key) for one in names.levels)
            yield from _doubles((((*path, j, key), value) for j, value in named), at)


def competency_names_stand_once(regulation: Regulation, at: Places) -> Findings:
    """A competency, a staff group and a position type stand once in a set."""
    for i, chosen in enumerate(regulation.competencies):
        for key in ("titles", "staff_groups", "position_types"):
            yield from _list_doubles(("competencies", i, key), getattr(chosen, key), at)


def expected_levels_stand_once(regulation: Regulation, at: Places) -> Findings:
    """One kind of competency has one expected level for a position level."""
    placed = enumerate(regulation.expected_levels)
    yield from _doubles(
        (
            (
                ("expected_levels", i, "position_level"),
                f"{one.kind} {' '.join((*one.staff_groups, *one.whom))}",
            )
            for i, one in placed
        ),
        at,
    )


def announced_bands_stand_once(regulation: Regulation, at: Places) -> Findings:
    """A band is announced once."""
    path = ("announcement", "bands")
    yield from _list_doubles(path, regulation.announcement.bands, at)


def announced_bands_exist(regulation: Regulation, at: Places) -> Findings:
    """Only bands of the regulation are announced."""
    keys = [band.key for band in regulation.bands]
    for i, key in enumerate(regulation.announcement.bands):
        if key not in keys:
            path = ("announcement", "bands", i)
            yield at.finding("PE411", path, found=key, known=" / ".join(keys))


def level_names_have_a_component(regulation: Regulation, at: Places) -> Findings:
    """The named levels belong to a component of the regulation."""
    keys = [one.key for one in regulation.components]
    for i, names in enumerate(regulation.level_names):
        path = ("level_names", i, "component")
        yield from known(path, names.component, keys, at)


def competencies_are_for_somebody(regulation: Regulation, at: Places) -> Findings:
    """A set of competencies names groups and position types of the regulation."""
    groups = [one.key for one in regulation.staff_groups]
    types = [one.type for one in regulation.positions]
    for i, chosen in enumerate(regulation.competencies):
        for key, listed in (("staff_groups", groups), ("position_types", types)):
            for j, name in enumerate(getattr(chosen, key)):
                yield from known(("competencies", i, key, j), name, listed, at)


def expected_levels_have_a_position(regulation: Regulation, at: Places) -> Findings:
    """An expected level is for groups and position levels of the regulation."""
    levels = {one.type: list(one.levels) for one in regulation.positions}
    groups = [one.key for one in regulation.staff_groups]
    for i, one in enumerate(regulation.expected_levels):
        path, kind, level = (
            ("expected_levels", i),
            one.position_type,
            one.position_level,
        )
        for j, group in enumerate(one.staff_groups):
            yield from known((*path, "staff_groups", j), group, groups, at)
        if kind is not None:
            yield from known((*path, "position_type"), kind, list(levels), at)
        if level is not None and (kind is None or kind in levels):
            mine = (
                levels[kind]
                if kind
                else [one for listed in levels.values() for one in listed]
            )
            yield from known((*path, "position_level"), level, mine, at)


def expected_levels_have_competencies(regulation: Regulation, at: Places) -> Findings:
    """An expected level is that of a kind of competency which is rated."""
    kinds = list(dict.fromkeys(one.kind for one in regulation.competencies))
    for i, one in enumerate(regulation.expected_levels):
        yield from known(("expected_levels", i, "kind"), one.kind, list(kinds), at)


def known(path: KeyPath, name: str, listed: list[str], at: Places) -> Findings:
    """A name that is used is one of those listed."""
    if name not in listed:
        yield at.finding("PE414", path, found=name, known=" / ".join(listed))


def _list_doubles(path: KeyPath, names: Iterable[str], at: Places) -> Findings:
    yield from _doubles((((*path, i), name) for i, name in enumerate(names)), at)


def _doubles(placed: Iterable[Placed], at: Places) -> Findings:
    """A finding at each name that stood before, with the line of the first one."""
    first: dict[Hashable, KeyPath] = {}
    for path, name in placed:
        if name in first:
            yield at.finding("PE413", path, found=name, first=at.line(first[name]))
        first.setdefault(name, path)
