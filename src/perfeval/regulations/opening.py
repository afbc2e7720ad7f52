"""What a regulation says of the papers that open a round."""

from typing import Literal

from perfeval.blocks import Block, Many, Some, Text
from perfeval.regulations.ruling import Ruling

Role = Literal["chair", "member", "member_secretary", "secretary"]


class Opening(Ruling):
    """
    Who proposes the criteria of a round, on what ground.

    legal_basis: what the papers cite; that of the announcement of names, or the
        title of the regulation, when None.
    proposed_by: the position of who writes the memorandum.
    opinions: the positions whose opinion it asks for before the chief's order, in
        their order.
    """

    legal_basis: Text | None = None
    proposed_by: Text
    opinions: Many[Text] = ()


class Seat(Block):
    """A seat on the screening committee: whose position it goes with."""

    position: Text
    role: Role


class Screening(Ruling):
    """
    What the screening committee is appointed for.

    seats: who sits on it, where the regulation says so: a new round.toml starts
        with them, and an order without names lists them.
    """

    duties: Some[Text]
    seats: Many[Seat] = ()
