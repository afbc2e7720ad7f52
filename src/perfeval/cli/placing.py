"""The staff groups of a new round, each under the regulation that was named for it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.known import known_regulation

if TYPE_CHECKING:
    from perfeval.regulations.load import Loaded
    from perfeval.rounds.template import Placed


def placed(named: Sequence[str]) -> list["Placed"]:
    """
    Every staff group of the regulations.

    A key stands once in a round, so a regulation whose key another one has is read
    with a key made of its id.
    """
    from perfeval.rounds.own_groups import renamed
    from perfeval.rounds.schema import StaffGroupOfRound
    from perfeval.rounds.template import Placed

    by_group: dict[str, Placed] = {}
    own: dict[str, StaffGroupOfRound] = {}
    called: set[str] = set()
    laws = {one.sha256: one for one in map(known_regulation, named)}
    _have_own_ids(laws.values())
    for loaded in laws.values():
        law, keys = loaded.regulation, dict[str, str]()
        for group in law.staff_groups:
            key = group.key
            if key in by_group:
                key = f"{group.key}_{law.id.replace('-', '_')}"
                is_taken = group.label in called
                label = f"{group.label} ({law.id})" if is_taken else group.label
                own[key] = StaffGroupOfRound(group=group.key, label=label)
            called.add(group.label)
            keys[group.key] = key
        name, read = _name_in_round(loaded), renamed(loaded, keys)
        for key in keys.values():
            by_group[key] = Placed(key, name, read, own.get(key))
    return list(by_group.values())


def _have_own_ids(laws: Iterable["Loaded"]) -> None:
    """Stop when two different regulations have one id; forms could mean either."""
    seen: set[str] = set()
    for one in laws:
        if one.regulation.id in seen:
            raise StopError(
                Exit.USAGE,
                f"{one.file}: มีหลักเกณฑ์อื่นใช้รหัส {one.regulation.id} แล้ว "
                "กรุณาเปลี่ยน id ในไฟล์",
                f"{one.file}: another regulation has the id {one.regulation.id}; "
                "change the id in the file.",
            )
        seen.add(one.regulation.id)


def _name_in_round(loaded: "Loaded") -> str:
    """How round.toml names a regulation: a shipped id, or an own file beside it."""
    from perfeval.regulations.load import shipped

    own_id = loaded.regulation.id
    return own_id if own_id in shipped() else f"regulation-{own_id}.toml"
