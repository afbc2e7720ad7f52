"""
What round.toml must say: the office, the round, its divisions and its signatories.

The order of the divisions is the official one, in which every paper lists them.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from perfeval.blocks import Block, Many, Some, Text
from perfeval.regulations.opening import Role

GroupKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
TO_FILL = "...................."  # stands for what is not known yet
BESIDE_RESULTS = {"announce_on", "criteria_on", "garuda_image", "memorandum", "pay"}


def is_to_fill(text: str) -> bool:
    """True for a value that only holds the place of one: dots, as init writes."""
    return not text.strip(". …")


class Division(Block):
    """A division of the office. head: employee id of its head, where it has one."""

    name: Text
    head: Text | None = None


class Signatory(Block):
    """Somebody who signs papers, with the position printed below the name."""

    name: Text
    position: Text

    @property
    def is_named(self) -> bool:
        """False while the name is dots: papers leave the line open for a hand."""
        return not is_to_fill(self.name)


class Chief(Signatory):
    """
    Who decides and announces.

    id: by which the roster may name the chief as evaluator or next supervisor
        without a row of his own.
    """

    id: Text = "CHIEF"


class CommitteeMember(Signatory):
    """A member of the screening committee."""

    role: Role


class PayFile(Block):
    """
    What an office says of pay; nothing of it changes a result.

    base_table: the id of a shipped table of bases, or the path of the office's own
        from here; None: the shipped one that is known to be in force.
    regional: divisions whose posts may be paid from another pool than ours.
    rates: the path from here of the office's rates for contract staff; None: none.
    quota: how many people may get a raise by steps, by the key of the proposal.
    round_before: the sealed round 1 of the year, a path from here to its folder or
        to the archive itself; its digits stand in `seal_before`.
    """

    base_table: Text | None = None
    regional: Many[Text] = ()
    rates: Text | None = None
    quota: dict[GroupKey, Annotated[int, Field(ge=0)]] | None = None
    round_before: Text | None = None


class StaffGroupOfRound(Block):
    """
    A staff group under a key of the round's own.

    group: what its regulation calls it; the key of the round when None.
    label: what the roster calls it; the label of the regulation when None.
    """

    group: GroupKey | None = None
    label: Text | None = None


class Memorandum(Block):
    """
    Who lays the criteria of the round before the chief; what is left out is dotted.

    office: the line ส่วนราชการ, with its telephone. number: the line ที่.
    dated: C.E.; the papers leave the day blank without it.
    proposed_by: who writes it; opinions: who gives one before the chief, in order.
    """

    office: Text | None = None
    number: Text | None = None
    dated: date | None = None
    proposed_by: Signatory | None = None
    opinions: Many[Signatory] = ()


class RoundFile(Block):
    """
    One round, complete.

    year: fiscal year, B.E. announce_on: the date of the announcement of the best;
        criteria_on: of the criteria, C.E.; without them the papers leave the date
        blank.
    memorandum: what the papers of the start of the round say of the office.
    garuda_image: a picture file to print above announcements, a path from here.
    regulations: staff group -> id of a shipped regulation, or a path from here.
    staff_groups: which group of its regulation a staff group is, where two
        regulations call theirs alike.
    seal_before: the digits that the papers of the round before carry; they enter
        the seal of this one.
    evaluators: people whom the chief named as evaluators and who stand on no
        roster themselves.
    pay: of the raises that follow the results; None where nothing is said.
    """

    organisation: Text
    year: Annotated[int, Field(ge=2400, le=2999)]
    round: Literal[1, 2]
    announce_on: date | None = None
    criteria_on: date | None = None
    garuda_image: Text | None = None
    seal_before: Text | None = None
    regulations: dict[GroupKey, Text]
    staff_groups: dict[GroupKey, StaffGroupOfRound] | None = None
    divisions: Some[Division]
    chief: Chief
    committee: Many[CommitteeMember] = ()
    evaluators: Many[Chief] = ()
    pay: PayFile | None = None
    memorandum: Memorandum | None = None

    @property
    def code(self) -> str:
        """The round as `2568-1`."""
        return f"{self.year}-{self.round}"

    @property
    def substance(self) -> str:
        """
        All that results and a decision rest on, in one spelling.

        The day of the announcement is often known only after the decision; neither
        it nor the emblem, what is said of pay or the papers of the start changes what
        was decided.
        """
        unsaid = {"staff_groups"} if self.staff_groups is None else set()
        return self.model_dump_json(exclude=BESIDE_RESULTS | unsaid)

    def order_of(self, division: str) -> int:
        """The place of a division in the official order; after all when unknown."""
        names = [one.name for one in self.divisions]
        return names.index(division) if division in names else len(names)
