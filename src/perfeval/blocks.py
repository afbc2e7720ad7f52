"""
The blocks that regulations and forms are made of.

Kept apart from the checking of files that people write (`datafile`), which a
run on shipped files never needs.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # a workbook cannot hold them


def _printable(text: str) -> str:
    """Text without control characters."""
    if CONTROL.search(text):
        raise PydanticCustomError(
            "control_character",
            "ข้อความที่ไม่มีอักขระควบคุม (text without control characters)",
        )
    return text


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(_printable),
]


def _as_decimal(value: object) -> object:
    """A TOML integer where a figure is meant (`weight = 70`)."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value


Figure = Annotated[Decimal, BeforeValidator(_as_decimal)]
Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], Field(strict=False)]  # a TOML list
Some = Annotated[tuple[Item, ...], Field(strict=False, min_length=1)]


class Block(BaseModel):
    """
    A block of a data file: frozen, no unknown key, no silent cast.

    Building a validator costs more than reading a file, so it is put off until
    a file that somebody wrote has to be checked.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        defer_build=True,
        validate_by_alias=True,
    )


Model = TypeVar("Model", bound=Block)


def trusted(model: type[Model], values: Mapping[str, Any]) -> Model:
    """
    The block that a reviewed file of our own says, without checking it again.

    The tests check every shipped file in full; what is left to do at run time
    is to give the values their types.
    """
    fields = {
        name: _shaped(field.annotation, values[field.alias or name])
        for name, field in model.model_fields.items()
        if (field.alias or name) in values
    }
    return model.model_construct(**fields)


def _shaped(annotation: Any, value: Any) -> Any:
    """One value of a trusted file, as its annotation wants it."""
    if isinstance(value, str):  # most values, and no block makes another thing of one
        return value
    kind = bare(annotation)
    if get_origin(kind) is tuple:
        return tuple(_shaped(get_args(kind)[0], one) for one in value)
    if get_origin(kind) is dict:
        return {key: _shaped(get_args(kind)[1], one) for key, one in value.items()}
    if isinstance(kind, type) and issubclass(kind, Block):
        return trusted(kind, value)
    return _as_decimal(value) if kind is Decimal else value


def bare(annotation: Any) -> Any:
    """An annotation without `Annotated` and without `| None`."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return bare(next(a for a in get_args(annotation) if a is not type(None)))
    return annotation
