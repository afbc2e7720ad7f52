"""Lists, such as the roster, by id: shipped ones, and those of a sealed round."""

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path

from perfeval.blocks import trusted
from perfeval.forms.list_schema import ListForm

LISTS = "lists"  # the folder of the lists, below that of the forms
_FOLDER = Path(__file__).parent / LISTS


def load_list(list_id: str, kept: Path | None = None) -> ListForm:
    """
    The list of an id, such as `roster`.

    Args:
        kept: where a sealed round keeps its forms; None for the shipped lists.

    Raises:
        DataFileError: the list that is kept is not there or cannot be used.
    """
    if kept is None:
        return _shipped(list_id)
    from perfeval.forms.kept import read_kept  # noqa: PLC0415  seldom needed

    return read_kept(ListForm, kept, f"{LISTS}/{list_id}.toml")


@cache
def _shipped(list_id: str) -> ListForm:
    """A reviewed file of our own: the tests have checked it in full."""
    source = _FOLDER / f"{list_id}.toml"
    values = tomllib.loads(source.read_text("utf-8"), parse_float=Decimal)
    return trusted(ListForm, values)


def shipped_lists() -> tuple[str, ...]:
    """The ids of all shipped lists, in order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))
