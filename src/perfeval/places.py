"""Where values stand: what the program itself says of a form, held as it is given."""

from collections.abc import Mapping
from typing import Annotated

from pydantic_core.core_schema import CoreSchema, is_instance_schema


class AsGiven:
    """A mapping of our own, neither checked nor copied: many forms share it."""

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        return is_instance_schema(Mapping)


Addresses = Annotated[Mapping[str, str], AsGiven()]  # A1, of every value
Free = Annotated[Mapping[str, tuple[Mapping[str, str], ...]], AsGiven()]
Shown = Annotated[Mapping[str, tuple[str, str]], AsGiven()]  # text, address
