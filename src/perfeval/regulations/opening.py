"""What a regulation says of the papers that open a round."""

from perfeval.blocks import Many, Some, Text
from perfeval.regulations.ruling import Ruling


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


class Screening(Ruling):
    """What the screening committee is appointed for."""

    duties: Some[Text]
