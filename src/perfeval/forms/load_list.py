"""Shipped lists, such as the roster, by id."""

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

from perfeval.blocks import trusted
from perfeval.forms.list_schema import ListForm

_FOLDER = Path(__file__).parent / "lists"


@cache
def load_list(list_id: str) -> ListForm:
    """The shipped list of that id, such as `roster`."""
    source = _FOLDER / f"{list_id}.toml"
    values = tomllib.loads(source.read_text("utf-8"), parse_float=Decimal)
    return trusted(ListForm, values)


def shipped_lists() -> tuple[str, ...]:
    """The ids of all shipped lists, in order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))
