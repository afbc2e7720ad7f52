"""
Reads round.toml and the regulations that it names, and tells every fault at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path

from perfeval import thai
from perfeval.dataerrors import by_line
from perfeval.datafile import DataFileError, examine, read_bytes, text_of
from perfeval.findings import Finding
from perfeval.regulations.load import Loaded, UnknownRegulationError, load, shipped
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.own_groups import Own, alike, called_by, labels, renamed, unknown
from perfeval.rounds.schema import RoundFile
from perfeval.tomllines import KeyPath, Places, lines
from perfeval.tomltext import parsed

OWN_ENDING = ".toml"  # of the path of an office's own regulation


@dataclass(frozen=True, slots=True)
class RoundRead:
    """
    A round.toml that can be used.

    sha256: of its substance (`RoundFile.substance`).
    regulations: by staff group, in the order of the file.
    at: where each key of the file stands, for later findings about it.
    """

    round: RoundFile
    sha256: str
    regulations: Mapping[str, Loaded]
    at: Places

    def group_labels(self) -> Mapping[str, str]:
        """What the roster calls each staff group of the round, by its key."""
        return labels(self.regulations, self.round.staff_groups or {})


def load_round(folder: RoundFolder, *, laws: Path | None = None) -> RoundRead:
    """
    The round of a folder, with its regulations.

    Args:
        laws: the folder of a sealed round that holds them, `<staff group>.toml`;
            those that come with perfeval or stand in the office when None.

    Raises:
        DataFileError: round.toml or a regulation cannot be used; every fault of
            all of them is told.
    """
    shown = folder.shown(folder.round_file)
    raw = read_bytes(folder.round_file, shown=shown)
    text = text_of(raw, shown=shown)
    document = parsed(text, shown=shown)
    if document.values is None:
        raise DataFileError(list(document.findings))
    at = Places(shown, lines(text))
    found = examine(RoundFile, document, at)
    told = [*document.findings, *found.findings]
    said = found.block
    named = _Regulations(folder, at, laws)
    if "regulations" not in found.faulty and hasattr(said, "regulations"):
        groups = None if "staff_groups" in found.faulty else said.staff_groups
        named.read(said.regulations, groups or {})
    if "divisions" not in found.faulty and hasattr(said, "divisions"):
        told += _doubled_divisions(said, at)
        if "pay" not in found.faulty:
            told += _unknown_divisions(said, at)
    if "round" not in found.faulty and hasattr(said, "round"):
        told += _missing_rounds(said.round, named.loaded, at)
    if not {"chief", "evaluators"} & found.faulty and hasattr(said, "chief"):
        told += _doubled_ids(said, at)
    faults = [*by_line([*told, *named.findings]), *named.elsewhere]
    if faults:
        raise DataFileError(faults)
    digest = sha256(said.substance.encode()).hexdigest()
    return RoundRead(said, digest, named.loaded, at)


@dataclass(slots=True)
class _Regulations:
    """
    The regulations that a round names.

    findings: about round.toml. elsewhere: about the files it names.
    """

    folder: RoundFolder
    at: Places
    laws: Path | None
    loaded: dict[str, Loaded] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    elsewhere: list[Finding] = field(default_factory=list)

    def read(self, named: Mapping[str, str], own: Own) -> None:
        """
        Load each regulation once; hold the staff groups against them.

        Args:
            own: what the round says of staff groups under keys of its own.
        """
        if not named:
            known = " / ".join(shipped())
            self.findings.append(self.at.finding("PE440", (), known=known))
        seen: dict[str, Loaded | None] = {}
        for group, name in named.items():
            path: KeyPath = ("regulations", group)
            if name not in seen:
                seen[name] = self._one(name, path, group)
            if one := seen[name]:
                self._hold_group(group, one, own)
                self.loaded[group] = one
        if self.laws is None:
            self._hold_ids(named)
        self.findings += unknown(named, own, self.at)
        self._rename(named, own)
        if not self.findings:
            self.findings += alike(self.loaded, own, self.at)

    def _rename(self, named: Mapping[str, str], own: Own) -> None:
        """Give the groups of each regulation the keys of the round."""
        for name in dict.fromkeys(named[group] for group in self.loaded):
            keys: dict[str, str] = {}
            for group in (one for one in self.loaded if named[one] == name):
                called = called_by(group, own)
                other = keys.setdefault(called, group)
                if other != group:
                    self._taken(group, called, other)
            loaded = self.loaded[next(iter(keys.values()))]
            for one in loaded.regulation.staff_groups:
                if one.key in keys.values() and one.key not in keys:
                    self._taken(one.key, called_by(one.key, own), one.label)
            changed = renamed(loaded, keys)
            self.loaded |= dict.fromkeys(keys.values(), changed)

    def _taken(self, group: str, called: str, other: str) -> None:
        """One group of a regulation has one key in the round, and no other's."""
        path: KeyPath = ("staff_groups", group)
        told = self.at.finding("PE452", path, found=group, called=called, other=other)
        self.findings.append(told)

    def _one(self, name: str, path: KeyPath, group: str) -> Loaded | None:
        """A shipped regulation by its id, or an office's own file from the folder."""
        own = self.folder.path / name
        try:
            if self.laws is not None:
                return load(self.laws / f"{group}.toml", shown=name)
            if name not in shipped() and (name.endswith(OWN_ENDING) or own.is_file()):
                return load(own, shown=name)
            return load(name)
        except UnknownRegulationError as unknown:
            near = " / ".join(unknown.near)
            self.findings.append(self.at.finding("PE441", path, found=name, near=near))
        except DataFileError as faults:
            self.elsewhere += faults.findings
        return None

    def _hold_group(self, group: str, loaded: Loaded, own: Own) -> None:
        groups, called = loaded.regulation.staff_groups, called_by(group, own)
        if called in [one.key for one in groups]:
            return
        is_own = called != group
        path: KeyPath = ("staff_groups", group, "group")
        facts = {
            "known": ", ".join(f"{one.key} ({one.label})" for one in groups),
            "regulation": loaded.regulation.id,
            "group": group,
        }
        self.findings.append(
            self.at.finding(
                "PE442",
                path if is_own else ("regulations", group),
                found=called,
                **facts,
            )
        )

    def _hold_ids(self, named: Mapping[str, str]) -> None:
        """One id means one text: of the shipped file, and of every own one."""
        first: dict[str, Loaded] = {}
        for group, loaded in self.loaded.items():
            own_id, name = loaded.regulation.id, named[group]
            if name in shipped():
                continue
            if own_id not in first:
                first[own_id] = load(own_id) if own_id in shipped() else loaded
            other = first[own_id]
            if other.sha256 != loaded.sha256:
                self.findings.append(
                    self.at.finding(
                        "PE443",
                        ("regulations", group),
                        found=name,
                        id=own_id,
                        other=other.file,
                    )
                )


def _missing_rounds(
    number: int, loaded: Mapping[str, Loaded], at: Places
) -> Iterator[Finding]:
    """Every regulation of the round has such a round."""
    for one in {each.sha256: each for each in loaded.values()}.values():
        known = [str(each.number) for each in one.regulation.rounds]
        if str(number) not in known:
            yield at.finding(
                "PE447",
                ("round",),
                found=number,
                regulation=one.regulation.id,
                known=", ".join(known),
            )


def _doubled_divisions(said: RoundFile, at: Places) -> Iterator[Finding]:
    """A division stands once, however it is spelled."""
    first: dict[str, int] = {}
    for place, one in enumerate(said.divisions):
        path: KeyPath = ("divisions", place, "name")
        key = thai.label_key(one.name)
        if key in first:
            line = at.line(("divisions", first[key], "name"))
            yield at.finding("PE413", path, found=one.name, first=line)
        first.setdefault(key, place)


def _unknown_divisions(said: RoundFile, at: Places) -> Iterator[Finding]:
    """A division of another pool is one of the office."""
    known = [one.name for one in said.divisions]
    for place, name in enumerate(said.pay.regional if said.pay else ()):
        if name not in known:
            path: KeyPath = ("pay", "regional", place)
            near = nearest(name, known)
            yield at.finding("PE448", path, found=name, near=near)


def _doubled_ids(said: RoundFile, at: Places) -> Iterator[Finding]:
    """The chief and everybody whom he named have ids of their own."""
    first: dict[str, KeyPath] = {thai.id_key(said.chief.id): ("chief", "id")}
    for place, one in enumerate(getattr(said, "evaluators", ())):
        path: KeyPath = ("evaluators", place, "id")
        key = thai.id_key(one.id)
        if key in first:
            yield at.finding("PE413", path, found=one.id, first=at.line(first[key]))
        first.setdefault(key, path)


def nearest(typed: str, known: Mapping[str, object] | list[str]) -> str:
    """The known word that is most like a typed one, else all of them."""
    words = list(known)
    keys = {thai.label_key(word): word for word in words}
    near = get_close_matches(thai.label_key(typed), keys, n=1)
    return keys[near[0]] if near else " / ".join(words)
