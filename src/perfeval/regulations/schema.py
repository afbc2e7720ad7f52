"""
What a regulation file must say.

One file is one regulation, complete in itself. Numbers are exact (`Decimal`),
every ruling carries the clause it comes from, and what the source leaves open
and the house settled is marked `basis = "house"`.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from perfeval.blocks import Block, Many, Some, Text
from perfeval.regulations.attendance import AttendanceRules
from perfeval.regulations.competencies import Competencies, ExpectedLevel
from perfeval.regulations.dimensions import Dimensions
from perfeval.regulations.marking import (
    Compulsory,
    Grouping,
    Item,
    Marking,
    OtherForm,
    Proposal,
)
from perfeval.regulations.matching import Matching
from perfeval.regulations.opening import Opening, Screening
from perfeval.regulations.pay import Pay
from perfeval.regulations.people import (
    Advice,
    Announcement,
    Evaluator,
    NextSupervisor,
    Provision,
    Witnesses,
)
from perfeval.regulations.ruling import (
    Key,
    Level,
    Percent,
    Points,
    RegulationId,
    Ruling,
)
from perfeval.regulations.steps import Keeping, Step


class Source(Block):
    """
    Where the regulation was published, and when a person last compared it.

    dated: None where the source bears no date.
    """

    title: Text
    issuer: Text
    dated: date | None = None
    gazette: Text | None = None
    link: Text | None = None
    read_on: date


class DayOfYear(Block):
    """A day of a round; `year` counts from the fiscal year (-1: the one before)."""

    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31)]
    year: Literal[-1, 0] = 0


class Round(Ruling):
    """One half-year round."""

    number: Literal[1, 2]
    starts: DayOfYear
    ends: DayOfYear


class StaffGroup(Block):
    """A group of staff that the regulation covers; the first one is the default."""

    key: Key
    label: Text


class Position(Block):
    """A position type with its levels, as the dropdowns list them."""

    type: Text
    levels: Some[Text]


class Component(Ruling):
    """
    A component of the score.

    weight: percent of the total; None where the full marks of its items say it.
    probation_weight: the same for a person whose probation lies in or within the
        round, None where no such rule exists.
    weight_at_least: the least share that the source allows, percent (probation
        excepted), with its own clause.
    method: how the component's points (0-100) are worked out.
    aspects: what the component is judged by, as the source lists it; their
        clause where it is not that of the weight.
    """

    key: Key
    label: Text
    weight: Percent | None = None
    probation_weight: Percent | None = None
    probation_clause: Text | None = None
    weight_at_least: Percent | None = None
    weight_at_least_clause: Text | None = None
    method: Literal[
        "weighted_levels", "dimensions", "rating", "table", "bar", "hybrid", "marks"
    ]
    method_clause: Text
    method_basis: Literal["source", "house"] = "source"
    aspects: Many[Text] = ()
    aspects_clause: Text | None = None


class LevelName(Block):
    """What a level is called, and what it means where the source says so."""

    level: Level
    label: Text


class Rating(Ruling):
    """
    The rating scale that levels are typed on.

    step: levels must be a multiple of it; None: any decimal.
    interpolation_clause: what rules the level that an actual earns between targets.
    agree_within: how far a typed level may lie from the one its actual earns.
    """

    lowest: Level
    highest: Level
    step: Level | None = None
    interpolation_clause: Text
    interpolation_basis: Literal["source", "house"] = "source"
    agree_within: Level
    agree_clause: Text
    agree_basis: Literal["source", "house"] = "source"


class LevelNames(Ruling):
    """The names of the levels of one component."""

    component: Key
    levels: Many[LevelName]


class Band(Ruling):
    """
    A band of results, in points 0-100; the floor belongs to it.

    below: the first value that no longer belongs to it, exclusive. The highest
    band has `at_most` instead, inclusive.
    """

    key: Key
    label: Text
    at_least: Points
    below: Points | None = None
    at_most: Points | None = None


class Transfer(Ruling):
    """Who evaluates a person transferred or moved strictly after a day."""

    after: Some[DayOfYear]


class Regulation(Block):
    """One regulation, complete."""

    schema_version: Literal[1] = Field(alias="schema")
    id: RegulationId
    title: Text
    form: RegulationId
    in_force: date
    chief: Text  # the word for the one who decides and announces
    source: Source
    staff_groups: Some[StaffGroup]
    positions: Some[Position]
    rounds: Some[Round]
    components: Some[Component]
    scale: Rating | None = Field(default=None, alias="rating")
    level_names: Many[LevelNames] = ()
    dimensions: Dimensions | None = None
    matching: Matching | None = None
    competencies: Many[Competencies] = ()
    expected_levels: Many[ExpectedLevel] = ()
    marking: Marking | None = None
    items: Many[Item] = ()
    compulsory: Many[Compulsory] = ()
    other_forms: Many[OtherForm] = ()
    proposals: Many[Proposal] = ()
    grouping: Grouping | None = None
    bands: Some[Band]
    announcement: Announcement
    witnesses: Witnesses | None = None
    evaluators: Many[Evaluator] = ()
    next_supervisor: NextSupervisor | None = None
    transfer: Transfer | None = None
    opening: Opening | None = None
    screening: Screening | None = None
    provisions: Many[Provision] = ()
    advice: Many[Advice] = ()
    attendance: AttendanceRules | None = None  # None: raises do not depend on it
    keeping: Keeping | None = None
    pay: Pay | None = None
    step_series: Key | None = None  # which calendar is used, where the source has more
    steps: Many[Step] = ()

    @property
    def rating(self) -> Rating:
        """
        The scale that levels are typed on.

        Raises:
            LookupError: nobody types a level under this regulation.
        """
        if self.scale is None:
            raise LookupError(self.id)
        return self.scale

    @property
    def is_marked(self) -> bool:
        """True where items are marked out of full marks, and no levels typed."""
        return bool(self.items)

    def figures_clause(self, component: Component) -> str:
        """The clause that gives the figures of a component's method, else its own."""
        method = component.method
        of_all = self.dimensions if method == "dimensions" else None
        rule = of_all or getattr(self.matching, method, None)
        return rule.clause if rule else component.method_clause

    def proposal(self, key: str | None) -> Proposal | None:
        """The raise that an evaluator may propose under that key."""
        return next((one for one in self.proposals if one.key == key), None)

    def other_form(self, position_level: str | None) -> OtherForm | None:
        """Why the form is not made for a position level; None where it is."""
        for one in self.other_forms:
            if position_level in one.position_levels:
                return one
        return None

    def competencies_for(
        self, staff_group: str, position_type: str | None
    ) -> tuple[Competencies, ...]:
        """The competency sets of a person, in the order of the file."""
        return tuple(
            one
            for one in self.competencies
            if (not one.staff_groups or staff_group in one.staff_groups)
            and (not one.position_types or position_type in one.position_types)
        )

    def expected_level(
        self,
        position_type: str | None,
        position_level: str | None,
        kind: str,
        *,
        staff_group: str | None = None,
    ) -> ExpectedLevel | None:
        """
        The advised expected level of a position; None where none is advised.

        Args:
            staff_group: the default one of the regulation when None.
        """
        group = staff_group or self.staff_groups[0].key
        for one in self.expected_levels:
            if (
                one.kind == kind
                and (not one.staff_groups or group in one.staff_groups)
                and one.position_type in (None, position_type)
                and one.position_level in (None, position_level)
            ):
                return one
        return None
