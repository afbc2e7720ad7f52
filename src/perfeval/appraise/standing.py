"""
Where every person and every file of a round stands, as plain data.

Nothing is lost: a person of the roster and a file of the inbox is in exactly one
state, and the sums of the states are the sums of people and files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from perfeval.appraise.layers import Final
from perfeval.appraise.outcome import Appraisal
from perfeval.appraise.score import Result
from perfeval.findings import Finding
from perfeval.roster import Person


class PersonState(StrEnum):
    """What became of one person of the roster."""

    RANKED = "ranked"
    HELD = "held"  # a form with an error, or two that differ
    MISSING = "missing"
    EXCLUDED = "excluded"  # not to be ranked


class FileState(StrEnum):
    """What became of one file of the inbox."""

    ACCEPTED = "accepted"
    HELD = "held"  # readable; a form with an error or in conflict
    REFUSED = "refused"  # not readable, unknown person, another round or office
    DUPLICATE = "duplicate"  # same content as an accepted one
    IGNORED = "ignored"  # locks, hidden files, agreements, other kinds


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is in its state, in both languages; empty where it is plain."""

    th: str = ""
    en: str = ""

    def told(self, lang: str) -> str:
        """The reason in `th` or `en`."""
        return self.th if lang == "th" else self.en


@dataclass(frozen=True, slots=True)
class PersonStatus:
    """
    One person of the roster, and what came back for that person.

    appraisal: the form that counts, or one that is held; None when missing.
    final: all layers of the result; None where there is no result (a person who
        is excluded may have one: it is not ranked).
    files: paths as shown, sorted.
    """

    person: Person
    state: PersonState
    reason: Reason = Reason()
    appraisal: Appraisal | None = None
    final: Final | None = None
    files: tuple[str, ...] = ()

    @property
    def result(self) -> Result | None:
        """The evaluator's result; None where there is none."""
        return self.appraisal.result if self.appraisal else None


@dataclass(frozen=True, slots=True)
class FileStatus:
    """One file of the inbox. sha256: None where its bytes could not be read."""

    file: str
    state: FileState
    reason: Reason = Reason()
    sha256: str | None = None
    employee_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that a round holds at this moment: people in roster order."""

    people: tuple[PersonStatus, ...]
    files: tuple[FileStatus, ...]
    findings: tuple[Finding, ...]

    def counts(self) -> Mapping[str, Mapping[str, int]]:
        """How many people and files are in each state, and in all."""
        return {
            "people": _counts([one.state for one in self.people], PersonState),
            "files": _counts([one.state for one in self.files], FileState),
        }


def _counts(states: Sequence[StrEnum], kinds: type[StrEnum]) -> Mapping[str, int]:
    counted = {kind.value: states.count(kind) for kind in kinds}
    return {**counted, "total": len(states)}


@dataclass(frozen=True, slots=True)
class Standing:
    """
    One ranked person.

    rank: 1 for the highest; equal exact totals share one (1, 1, 3).
    tied: True where somebody else has the same rank.
    """

    status: PersonStatus
    rank: int
    tied: bool
