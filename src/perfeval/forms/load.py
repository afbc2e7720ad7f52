"""Forms by id: the shipped ones, and those that a sealed round keeps."""

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

from perfeval.blocks import trusted
from perfeval.forms.schema import Form

_FOLDER = Path(__file__).parent


def load(form_id: str, kept: Path | None = None) -> Form:
    """
    The form of an id.

    Args:
        kept: where a sealed round keeps its forms; None for the shipped ones.

    Raises:
        LookupError: no shipped form has this id.
        DataFileError: the form that is kept is not there or cannot be used.
    """
    if kept is None:
        return _shipped(form_id)
    from perfeval.forms.kept import read_kept  # noqa: PLC0415  seldom needed

    return read_kept(Form, kept, f"{form_id}.toml")


@cache
def _shipped(form_id: str) -> Form:
    """A reviewed file of our own: the tests have checked it in full."""
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
