"""What a regulation says of people and papers: who evaluates, witnesses, announces."""

from typing import Literal

from perfeval.blocks import Some, Text
from perfeval.regulations.ruling import Count, Key, Ruling


class Announcement(Ruling):
    """
    Which bands are announced by name, by whom and where.

    matter: what was evaluated, as the heading of the announcement calls it.
    purpose: why it is announced; None where the source does not say.
    legal_basis: what the announcement cites; None where it cites nothing.
    """

    bands: Some[Key]
    announced_by: Text
    place: Text
    matter: Text = "การปฏิบัติงาน"
    purpose: Text | None = None
    legal_basis: Text | None = None


class Witnesses(Ruling):
    """How many people witness a refusal to sign, and of what kind."""

    at_least: Count
    kind: Text | None = None


class Evaluator(Ruling):
    """Who evaluates whom."""

    evaluator: Text
    employees: Some[Text]


class NextSupervisor(Ruling):
    """Whether the next supervisor's consent is asked for."""

    required: Literal["always", "if_any"]


class Provision(Ruling):
    """A rule in words that people carry out, printed where it is needed."""

    key: Key
    text: Text


class Advice(Ruling):
    """A limit that is advised, not commanded: passing it is a warning."""

    key: Literal["indicators_at_most"]
    value: Count
