"""What the screening committee has before it: everybody of a round, ranked or not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from perfeval.appraise.attendance import Attended, everybody
from perfeval.appraise.decided import Decided
from perfeval.appraise.order import by_total
from perfeval.appraise.special import Case, special_cases
from perfeval.appraise.standing import Intake, PersonStatus, Standing
from perfeval.findings import Finding
from perfeval.regulations.schema import Regulation
from perfeval.reports.round_words import foot
from perfeval.rounds.opened import Opened

Place = tuple[str | None, str | None]  # division and regulation, None for all


@dataclass(frozen=True)
class Docket:
    """
    A round as its committee sees it.

    intake: every layer that holds is applied. decided, seal: None while undecided.
    findings: of the intake and of the committee.
    """

    opened: Opened
    intake: Intake
    findings: Sequence[Finding]
    decided: Decided | None = None
    seal: str | None = None

    @property
    def is_draft(self) -> bool:
        """True while nothing is decided."""
        return self.decided is None

    @property
    def laws(self) -> tuple[Regulation, ...]:
        """The regulations of the round, each once, in the order of round.toml."""
        loaded = self.opened.regulations.values()
        return tuple({one.regulation.id: one.regulation for one in loaded}.values())

    @property
    def divisions(self) -> tuple[str, ...]:
        """Every division with people in it, in the official order."""
        named = [one.name for one in self.opened.round.divisions]
        found = {one.person.division for one in self.intake.people}
        return tuple(
            dict.fromkeys(name for name in [*named, *sorted(found)] if name in found)
        )

    def people(
        self, division: str | None = None, law: Regulation | None = None
    ) -> tuple[PersonStatus, ...]:
        """Everybody of a division and a regulation, in roster order."""
        place = division, law.id if law else None
        return tuple(self._places.get(place, ()))

    @cached_property
    def _places(self) -> Mapping[Place, Sequence[PersonStatus]]:
        """Everybody by division and regulation, and by each of them alone."""
        found: dict[Place, list[PersonStatus]] = {}
        for one in self.intake.people:
            division, law = one.person.division, self.law_of(one).id
            for place in ((division, law), (division, None), (None, law), (None, None)):
                found.setdefault(place, []).append(one)
        return found

    def laws_of(self, division: str) -> tuple[Regulation, ...]:
        """The regulations of everybody in a division."""
        return tuple(law for law in self.laws if self.people(division, law))

    def law_of(self, status: PersonStatus) -> Regulation:
        """The regulation of a person."""
        return self.opened.regulation_of(status.person)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """The ranks inside every division, under each regulation apart."""
        return tuple(
            standing
            for division in self.divisions
            for law in self.laws
            for standing in by_total(self.people(division, law))
        )

    @cached_property
    def ranks_of_all(self) -> Mapping[str, int]:
        """The rank over the whole organisation, by person; regulations apart."""
        return {
            one.status.person.key: one.rank
            for law in self.laws
            for one in by_total(self.people(law=law))
        }

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Everybody who needs more than a score."""
        return special_cases(self.intake, self.opened, self.standings)

    @cached_property
    def attendance(self) -> Mapping[str, Attended]:
        """Leave and lateness of everybody whose raise depends on them, by person."""
        return everybody(self.intake, self.opened)

    def foot(self, laws: Sequence[Regulation] = ()) -> str:
        """The small words at the foot of every page."""
        return foot(self.opened, tuple(laws or self.laws), self.seal)
