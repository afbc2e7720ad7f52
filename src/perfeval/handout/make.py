"""
Make the forms of a round: only what is missing, unless all are wanted again.

A file under forms/ is replaced only where it is byte for byte as it was made: a
person may have begun to fill it in.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from perfeval.appraise.agreed import Agreement
from perfeval.appraise.issued import Issued
from perfeval.choices import Per, Stage
from perfeval.excel import untouched
from perfeval.excel.blank import build
from perfeval.excel.formsheet import FormSheet
from perfeval.excel.instructions import title_of
from perfeval.excel.write import save, sheet_name
from perfeval.forms.stamp import CARRIER
from perfeval.handout.fill import Filling, filling, issued
from perfeval.handout.plan import Planned, plan
from perfeval.record import issued as kept
from perfeval.record.issued import FormFile, IssueRecord
from perfeval.roster import Person
from perfeval.rounds.opened import Opened

Draw = Callable[[], str]  # a nonce, 16 hexadecimal digits, never the same twice


class Became(StrEnum):
    """What became of one workbook."""

    MADE = "made"
    KEPT = "kept"  # there already, and still what it has to be
    STALE = "stale"  # there already, but roster or agreement have changed since
    SPARED = "spared"  # somebody has changed the file: it is not overwritten


@dataclass(frozen=True, slots=True)
class Made:
    """One workbook of a run. path: from the round folder. sha256: where made."""

    path: str
    people: tuple[Person, ...]
    became: Became
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run is to make. again: also what is there already."""

    per: Per
    stage: Stage
    again: bool = False

    @property
    def key(self) -> str:
        """The run, as the record names it."""
        return f"{self.per} {self.stage}"


class Maker:
    """Makes the workbooks of one run and remembers what it handed out."""

    def __init__(
        self,
        opened: Opened,
        wanted: Wanted,
        agreements: Mapping[str, Sequence[Agreement]],
        *,
        draw: Draw,
    ) -> None:
        self.opened, self.wanted = opened, wanted
        self.agreements, self.draw = agreements, draw
        record = kept.load(opened.folder)
        self.people: dict[str, Issued] = dict(record.people)
        self.files: dict[str, FormFile] = dict(record.files)

    def make(self, planned: Sequence[Planned]) -> Iterator[Made]:
        """
        Each workbook in turn; every nonce is kept before any form leaves the house.

        Raises:
            OSError: a file cannot be written; those made so far are remembered.
        """
        self._draw_all(planned)
        try:
            for one in planned:
                yield self._one(one)
        finally:
            self._keep()

    def forgotten(self, planned: Sequence[Planned]) -> list[str]:
        """Files of earlier runs of this kind that belong to nobody any more."""
        here = {self._path(one) for one in planned}
        return sorted(
            path
            for path, one in self.files.items()
            if one.plan == self.wanted.key
            and path not in here
            and (self.opened.folder.path / path).is_file()
        )

    def doubled(self, people: Sequence[Person]) -> list[str]:
        """Workbooks made the other way, in which these have a second form."""
        wanted = self.wanted
        per = Per.EVALUATOR if wanted.per is Per.PERSON else Per.PERSON
        other = plan(self.opened, people, per, wanted.stage)
        return sorted(
            path
            for path in map(self._path, other)
            if path in self.files
            and self.files[path].plan == Wanted(per, wanted.stage).key
            and (self.opened.folder.path / path).is_file()
        )

    def _draw_all(self, planned: Sequence[Planned]) -> None:
        people = [person for one in planned for person in one.people]
        for person in people:
            if person.key not in self.people:
                self.people[person.key] = Issued(person.employee_id, self.draw())
        self._keep()

    def _keep(self) -> None:
        kept.save(self.opened.folder, IssueRecord(self.people, self.files))

    def _path(self, planned: Planned) -> str:
        folder = self.opened.folder
        return folder.shown(folder.forms / planned.path)

    def _one(self, planned: Planned) -> Made:
        fillings = [self._filling(person) for person in planned.people]
        basis = self._basis(fillings)
        path = self._path(planned)
        place = self.opened.folder.path / path
        known = self.files.get(path)
        if place.exists() and not self.wanted.again and known is not None:
            same = known.basis == basis
            return Made(path, planned.people, Became.KEPT if same else Became.STALE)
        content = build(tuple(self._sheets(fillings)))
        digest = sha256(content).hexdigest()
        if place.exists():
            found = sha256(place.read_bytes()).hexdigest()
            if found != digest and (known is None or found != known.sha256):
                return Made(path, planned.people, Became.SPARED)
        became = Became.MADE
        if place.exists() and not self.wanted.again:
            became = Became.KEPT  # made by a run that was cut short
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            save(content, place)
        self.files[path] = FormFile(digest, basis, self.wanted.key)
        for one in fillings:
            key = one.person.key
            self.people[key] = issued(one, self.people[key].nonce)
        return Made(path, planned.people, became, digest)

    def _filling(self, person: Person) -> Filling:
        is_last = self.wanted.stage is Stage.EVALUATION
        versions = self.agreements.get(person.key, ()) if is_last else ()
        return filling(self.opened, person, versions[-1] if versions else None)

    def _sheets(self, fillings: Sequence[Filling]) -> Iterator[FormSheet]:
        kinds = {self.opened.regulation_of(one.person).id for one in fillings}
        ours = [CARRIER, *(title_of(n) for n in range(1, len(kinds) + 1))]
        used = {name.casefold() for name in ours}
        for one in fillings:
            title = one.layout.form.sheet
            if self.wanted.per is Per.EVALUATOR:
                title = f"{one.person.employee_id} {one.person.name}"
            yield FormSheet(
                one.layout,
                sheet_name(title, used),
                one.values,
                untouched.figures(one.layout, one.values),
                nonce=self.people[one.person.key].nonce,
                locked=one.locked,
            )

    def _basis(self, fillings: Sequence[Filling]) -> str:
        """The digest of everything that a workbook rests on."""
        stated = [
            [
                one.layout.form.id,
                one.layout.form.version,
                self.opened.regulations[one.person.staff_group].sha256,
                self.people[one.person.key].nonce,
                [[*map(str, path), str(value)] for path, value in one.values.items()],
                [
                    dict(row)
                    for key in ("competencies", "items")
                    if key in one.layout.tables
                    for row in one.layout.tables[key].prefilled
                ],
            ]
            for one in fillings
        ]
        text = json.dumps(stated, ensure_ascii=False, sort_keys=True)
        return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
