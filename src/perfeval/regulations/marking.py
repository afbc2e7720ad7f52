"""What a regulation says where items are marked out of full marks of their own."""

from typing import Annotated, Literal

from pydantic import Field

from perfeval.blocks import Figure, Some, Text
from perfeval.regulations.ruling import Count, Key, Ruling

PayStep = Annotated[Figure, Field(ge=0)]


class Marking(Ruling):
    """That the full marks of all items together make the points of a full score."""


class Item(Ruling):
    """
    One item of the form.

    number: as the source numbers it. part: key of the component it belongs to.
    explained: what is looked at, printed with the instructions of the form.
    own: for how many items of the office's own there is room under this number,
        which the office then names; 0 for an item that has its name.
    """

    number: Text
    part: Key
    title: Text
    explained: Text | None = None
    own: Count = 0

    @property
    def shown(self) -> str:
        """The title with its explanation, as the source prints it."""
        return f"{self.title} ({self.explained})" if self.explained else self.title


class Compulsory(Ruling):
    """
    Items on which somebody must be marked at the least.

    heads: True for those who lead others, False for everybody else.
    items: their numbers.
    """

    heads: bool
    who: Text
    items: Some[Text]


class OtherForm(Ruling):
    """Positions for which the form of this regulation is not made."""

    position_levels: Some[Text]
    reason: Text


class Proposal(Ruling):
    """
    A raise that the evaluator may propose.

    step: of the pay scale (0.5: half a step). bands: for whose result.
    rounds: the rounds in which it may be proposed.
    reason_clause: where a reason is compulsory; None where it is not.
    """

    key: Key
    label: Text
    step: PayStep
    bands: Some[Key]
    rounds: Some[Literal[1, 2]]
    reason_clause: Text | None = None


class Grouping(Ruling):
    """
    That people are ranked in the groups of their bands in a round.

    listed: the bands whose names are kept in a list for the next round.
    """

    round: Literal[1, 2]
    listed: Some[Key]
