"""A round that was opened: its file, its regulations and its roster, all sound."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from perfeval import thai
from perfeval.attendance import Attendance
from perfeval.findings import Finding
from perfeval.regulations.load import Loaded
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person, Roster
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.schema import RoundFile


@dataclass(frozen=True, slots=True)
class Opened:
    """
    What every command on a round starts from.

    sha256: of what round.toml says but for the day of the announcement and the
        emblem, in lower-case hex.
    regulations: by staff group, in the order of round.toml.
    attendance: leave and lateness; None where the round has no such file, or no
        regulation that asks for it.
    findings: about round.toml, none of them an error; `roster.findings` has those
        about the roster.
    forms: where a sealed round keeps its forms and lists; None for any other.
    """

    folder: RoundFolder
    round: RoundFile
    sha256: str
    regulations: Mapping[str, Loaded]
    roster: Roster
    findings: tuple[Finding, ...] = ()
    forms: Path | None = None
    attendance: Attendance | None = None

    @property
    def told(self) -> tuple[Finding, ...]:
        """Everything that was found while the round was opened."""
        attendance = self.attendance.findings if self.attendance else ()
        return (*self.findings, *self.roster.findings, *attendance)

    def regulation_of(self, person: Person) -> Regulation:
        """The regulation of a person's staff group."""
        return self.regulations[person.staff_group].regulation

    def name_of(self, employee_id: str | None) -> str | None:
        """
        The name of somebody who may evaluate: of the roster, the chief, or a person
        whom the chief named; None for an unknown or a blank id.
        """
        if person := self.roster.find(employee_id):
            return person.full_name
        for one in (self.round.chief, *self.round.evaluators):
            if employee_id and thai.id_key(one.id) == thai.id_key(employee_id):
                return one.name
        return None
