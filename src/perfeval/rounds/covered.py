"""The regulations of a round, each once, with the staff groups that it is for."""

from collections.abc import Mapping
from dataclasses import dataclass

from perfeval.regulations.load import Loaded


@dataclass(frozen=True, slots=True)
class Covered:
    """
    One regulation of a round.

    named: what round.toml calls it: its id, or a path.
    staff: labels of the staff groups that the round places under it.
    """

    loaded: Loaded
    named: str
    staff: tuple[str, ...]


def covered(
    regulations: Mapping[str, Loaded], named: Mapping[str, str]
) -> tuple[Covered, ...]:
    """
    Every regulation of a round, in the order of round.toml.

    Args:
        regulations: by staff group. named: what round.toml calls each.
    """
    groups: dict[str, list[str]] = {}
    for group, loaded in regulations.items():
        groups.setdefault(loaded.sha256, []).append(group)
    found = []
    for own in groups.values():
        loaded = regulations[own[0]]
        labels = {one.key: one.label for one in loaded.regulation.staff_groups}
        staff = tuple(labels.get(group, group) for group in own)
        found.append(Covered(loaded, named[own[0]], staff))
    return tuple(found)


def all_of(loaded: Loaded, named: str) -> Covered:
    """A regulation that no round names, for all its staff groups."""
    groups = loaded.regulation.staff_groups
    return Covered(loaded, named, tuple(group.label for group in groups))
