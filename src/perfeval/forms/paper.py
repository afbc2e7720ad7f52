"""What is read back of a paper that perfeval made and people filled in."""

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field as Limit

from perfeval.blocks import Block, Some, Text, trusted
from perfeval.forms.schema import FormId, Input, Key

_FOLDER = Path(__file__).parent / "papers"


class PaperTable(Block):
    """
    A table of fixed rows, on any number of sheets.

    end: the words of the closing row under its last one.
    """

    key: Key
    end: Text
    columns: Some[Input]


class Paper(Block):
    """One paper: single cells, and a table."""

    schema_version: Literal[1] = Limit(alias="schema")
    id: FormId
    fields: Some[Input]
    table: PaperTable

    def label(self, key: str) -> str:
        """The label of a field or the heading of a column, by its key."""
        inputs = (*self.fields, *self.table.columns)
        return next(one.label for one in inputs if one.key == key)


@cache
def load_paper(paper_id: str) -> Paper:
    """The shipped paper of that id, such as `summary`."""
    source = _FOLDER / f"{paper_id}.toml"
    values = tomllib.loads(source.read_text("utf-8"), parse_float=Decimal)
    return trusted(Paper, values)


def shipped_papers() -> tuple[str, ...]:
    """The ids of all papers that are read back, in order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))
