"""What the announcement of the criteria is made of: headed sections of rulings."""

from collections.abc import Iterator
from dataclasses import dataclass

from perfeval.letter import Table
from perfeval.regulations.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Item:
    """
    One ruling as the announcement says it, in Arabic digits.

    clause, basis: where the regulation file has it from; no clause where it rules
        nothing. in_table: the table of the section says it.
    """

    text: str
    clause: str | None = None
    basis: str = "source"
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """
    The rulings on one subject, under a heading with a number (ข้อ).

    table: stands after the items; its rows are items as well, for reading back.
    """

    heading: str
    items: tuple[Item, ...]
    table: Table | None = None

    @property
    def said(self) -> tuple[Item, ...]:
        """The items that are sentences."""
        return tuple(one for one in self.items if not one.in_table)


def ruled(text: str, ruling: Ruling) -> Item:
    """A sentence that one block of the regulation file rules."""
    return Item(text, ruling.clause, ruling.basis)


def several(text: str, rulings: Iterator[tuple[str, str]]) -> Item:
    """A sentence that several clauses rule, each told once."""
    found = list(dict.fromkeys(rulings))
    clauses = ", ".join(clause for clause, _ in found)
    bases = {basis for _, basis in found}
    return Item(text, clauses, "house" if "house" in bases else "source")
