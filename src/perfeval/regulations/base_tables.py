"""
Tables of the base for calculation: dated data, shipped or an office's own.

A table is used for a raise between its first and its last day. After the last day of
the newest shipped one nothing is known, so an office names the table it uses.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from perfeval.blocks import Block, Some, Text, trusted
from perfeval.findings import Finding
from perfeval.regulations.pay import BaseRow
from perfeval.regulations.ruling import RegulationId
from perfeval.tomllines import KeyPath, Places

FOLDER = Path(__file__).parent / "base_tables"


class BaseTable(Block):
    """
    One table, complete.

    in_force, until: the days on which it is used, both included; until None: open.
    source: where its figures come from; caution: what to know before they are used.
    """

    schema_version: Literal[1] = Field(alias="schema")
    id: RegulationId
    title: Text
    in_force: date
    until: date | None = None
    basis: Literal["source", "house"] = "source"
    source: Text
    caution: Text | None = None
    read_on: date | None = None
    rows: Some[BaseRow]

    def is_used_on(self, day: date) -> bool:
        """True where a raise of that day takes its base from here."""
        return self.in_force <= day and (self.until is None or day <= self.until)


class LoadedTable(NamedTuple):
    """
    A table and the very file that it was read from.

    file: as it is shown. sha256: of its bytes, in lower-case hex.
    """

    table: BaseTable
    file: str
    sha256: str


def shipped_tables() -> tuple[str, ...]:
    """The ids of the tables that come with perfeval, the oldest first."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def load_table(table_id: str) -> LoadedTable:
    """A shipped table; LookupError where there is none of that id."""
    if table_id not in shipped_tables():
        raise LookupError(table_id)
    raw = (FOLDER / f"{table_id}.toml").read_bytes()
    values = tomllib.loads(raw.decode("utf-8"), parse_float=Decimal)
    table = trusted(BaseTable, values)
    return LoadedTable(table, f"{table_id}.toml", sha256(raw).hexdigest())


def table_on(day: date) -> LoadedTable | None:
    """The shipped table of a day of raise; None where none is known to be in force."""
    tables = map(load_table, shipped_tables())
    return next((one for one in tables if one.table.is_used_on(day)), None)


def read_table(path: Path, *, shown: str) -> LoadedTable:
    """
    An office's own table.

    Raises:
        DataFileError: it cannot be used; every fault of it is told.
    """
    from perfeval.regulations.own_tables import read_block  # noqa: PLC0415  seldom

    table, digest = read_block(BaseTable, path, shown=shown, check=check_rows)
    return LoadedTable(table, shown, digest)


def check_rows(table: BaseTable, at: Places) -> Iterator[Finding]:
    """Every row rises from lowest over boundary to ceiling, and stands once."""
    if table.until is not None and table.until < table.in_force:
        yield at.finding("PE477", ("until",), found=table.until, begins=table.in_force)
    first: dict[tuple[str, ...], KeyPath] = {}
    for place, row in enumerate(table.rows):
        path: KeyPath = ("rows", place)
        if not row.floor < row.boundary < row.ceiling:
            yield at.finding(
                "PE475",
                (*path, "boundary"),
                found=row.boundary,
                lowest=row.floor,
                ceiling=row.ceiling,
            )
        if row.lower_base > row.upper_base:
            yield at.finding(
                "PE476",
                (*path, "lower_base"),
                found=row.lower_base,
                upper=row.upper_base,
            )
        for post in row.posts or ("",):
            key = (row.type, row.level, post)
            if key in first:
                shown = " ".join(filter(None, key))
                line = at.line(first[key])
                yield at.finding("PE413", (*path, "level"), found=shown, first=line)
            first.setdefault(key, (*path, "level"))
