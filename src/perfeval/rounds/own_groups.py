"""
Staff groups that a round calls by a key of its own.

Several regulations call their staff group alike. Where two of them stand in one
round, round.toml gives one of the groups an own key; the regulation is then read as
if its file said that key, and everything after that knows the key of the round only.
"""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from perfeval import thai
from perfeval.findings import Finding
from perfeval.regulations.competencies import Competencies, ExpectedLevel
from perfeval.regulations.load import Loaded
from perfeval.rounds.schema import StaffGroupOfRound
from perfeval.tomllines import Places

Own = Mapping[str, StaffGroupOfRound]
Named = TypeVar("Named", Competencies, ExpectedLevel)


def called_by(key: str, own: Own) -> str:
    """What the regulation calls a staff group of the round."""
    said = own.get(key)
    return (said.group if said else None) or key


def renamed(loaded: Loaded, keys: Mapping[str, str]) -> Loaded:
    """
    A regulation whose staff groups have other keys; its digest stays the file's.

    Args:
        keys: the key of the file -> the key of the round.
    """
    if all(old == new for old, new in keys.items()):
        return loaded
    law = loaded.regulation
    change = {
        "staff_groups": tuple(
            one.model_copy(update={"key": keys.get(one.key, one.key)})
            for one in law.staff_groups
        ),
        "competencies": tuple(_for(one, keys) for one in law.competencies),
        "expected_levels": tuple(_for(one, keys) for one in law.expected_levels),
    }
    return loaded._replace(regulation=law.model_copy(update=change))


def _for(one: Named, keys: Mapping[str, str]) -> Named:
    groups = tuple(keys.get(group, group) for group in one.staff_groups)
    return one.model_copy(update={"staff_groups": groups})


def labels(regulations: Mapping[str, Loaded], own: Own) -> Mapping[str, str]:
    """What the roster calls each staff group, by its key in the round."""
    return {
        key: said.label if (said := own.get(key)) and said.label else group.label
        for key, loaded in regulations.items()
        for group in loaded.regulation.staff_groups
        if group.key == key
    }


def unknown(named: Mapping[str, str], own: Own, at: Places) -> Iterator[Finding]:
    """Every group that is told of has a regulation."""
    for key in own:
        if key not in named:
            known = " / ".join(named)
            yield at.finding("PE451", ("staff_groups", key), found=key, known=known)


def alike(regulations: Mapping[str, Loaded], own: Own, at: Places) -> Iterator[Finding]:
    """No two groups are called alike: a row of the roster could mean either."""
    first: dict[str, str] = {}
    for key, label in labels(regulations, own).items():
        other = first.setdefault(thai.label_key(label), key)
        if other != key:
            path = ("staff_groups" if key in own else "regulations", key)
            yield at.finding("PE453", path, found=label, group=key, other=other)
