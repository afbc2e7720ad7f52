"""What every ruling of a regulation file carries, and the figures it may hold."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from perfeval.blocks import Block, Figure, Text

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
RegulationId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
Percent = Annotated[Figure, Field(ge=0, le=100)]
Points = Annotated[Figure, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=0)]
Level = Annotated[Figure, Field(ge=0)]
Kind = Literal["core", "functional", "managerial"]


class Ruling(Block):
    """
    A block that rules something.

    clause: the clause of the source that says so.
    basis: `source` where the source says it, `house` where it is silent and a
        house decision (or an office's own) fills the gap.
    """

    clause: Text
    basis: Literal["source", "house"] = "source"
