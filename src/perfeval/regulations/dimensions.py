"""Results that are judged in three dimensions, where an office switches it on."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from perfeval.blocks import Block, Figure, Some, Text
from perfeval.regulations.ruling import Ruling

Dimension = Literal["quantity", "quality", "benefit"]  # the columns of the form
DIMENSIONS: tuple[Dimension, ...] = ("quantity", "quality", "benefit")
RESULT_METHODS = ("weighted_levels", "dimensions")

Most = Annotated[Figure, Field(gt=0)]


class DimensionPoints(Block):
    """The points that an indicator may earn in one dimension."""

    key: Dimension
    label: Text
    at_most: Most


class Dimensions(Ruling):
    """
    `method = "dimensions"`: weight x points of the three dimensions / full points.

    full: the points of an indicator that earns all of its weight.
    """

    full: Most
    parts: Some[DimensionPoints]

    def at_most(self, key: str) -> Decimal:
        """The most points of a dimension; KeyError when there is no such one."""
        return {one.key: one.at_most for one in self.parts}[key]  # type: ignore[index]
