"""
What a round remembers and holds a form against: forms issued, agreements made, and
which of several forms the officer chose.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perfeval.appraise.agreed import Agreement
from perfeval.appraise.agreement import against_agreement
from perfeval.appraise.chosen import Choice
from perfeval.appraise.issued import Issued, against_issue
from perfeval.findings import Finding
from perfeval.model import Evaluation
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person


@dataclass(frozen=True, slots=True)
class Remembered:
    """
    All by `Person.key`; a round may do without any.

    agreements: the versions of each, oldest first.
    """

    issued: Mapping[str, Issued] = field(default_factory=dict)
    agreements: Mapping[str, tuple[Agreement, ...]] = field(default_factory=dict)
    choices: Mapping[str, Choice] = field(default_factory=dict)

    def of_issue(self, typed: Evaluation, person: Person) -> list[Finding]:
        """Where a form is not the one that was issued, silent where nothing was."""
        is_agreed = bool(self.agreements.get(person.key))
        return against_issue(typed, self.issued, is_agreed=is_agreed)

    def of_agreement(
        self, typed: Evaluation, person: Person, regulation: Regulation
    ) -> tuple[Finding, ...]:
        """Where a form differs from the agreement, silent where none is recorded."""
        versions = self.agreements.get(person.key, ())
        return against_agreement(typed, versions, regulation).findings


NOTHING = Remembered()
