"""Shipped forms, by id."""

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

from perfeval.blocks import trusted
from perfeval.forms.schema import Form

_FOLDER = Path(__file__).parent


@cache
def load(form_id: str) -> Form:
    """The shipped form of that id; LookupError when there is none."""
    source = _FOLDER / f"{form_id}.toml"
    if not source.is_file():
        raise LookupError(form_id)
    values = tomllib.loads(source.read_text("utf-8"), parse_float=Decimal)
    return trusted(Form, values)


def sources() -> dict[str, Path]:
    """The file of every shipped form and list, by its path among them."""
    found = sorted(_FOLDER.rglob("*.toml"))
    return {path.relative_to(_FOLDER).as_posix(): path for path in found}


def shipped() -> tuple[str, ...]:
    """The ids of all shipped forms, in order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))
