"""
What perfeval has to say about a file: where, what was found, what to type.

A user's mistake is never an exception: it is a `Finding`. The words of every
finding stand in `catalogue`, in Thai and in English; a finding itself carries
only its code and the facts.
"""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from perfeval.catalogue import CATALOGUE, Severity

LETTERS = string.ascii_uppercase  # of a column in an address
MOST_FOUND = 5  # different values that one grouped finding spells out


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file that a person sent."""

    file: str
    sheet: str | None = None
    cell: str | None = None
    employee_id: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One fault, in one cell or in many of one sheet.

    found: what stood there, as the user sees it; None where nothing is shown.
    clause: the clause of the regulation that rules it; None where none does.
    facts: the words that fill the text of the catalogue.
    """

    code: str
    file: str
    sheet: str | None = None
    cells: tuple[str, ...] = ()
    employee_id: str | None = None
    found: str | None = None
    clause: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return CATALOGUE[self.code].severity

    @property
    def cell(self) -> str | None:
        """The first cell of the fault."""
        return self.cells[0] if self.cells else None

    def message(self, lang: str) -> str:
        """What is wrong, in `th` or `en`."""
        return self._fill(CATALOGUE[self.code].text(lang).message, lang)

    def remedy(self, lang: str) -> str:
        """What to type or do, in `th` or `en`."""
        return self._fill(CATALOGUE[self.code].text(lang).remedy, lang)

    def _fill(self, template: str, lang: str) -> str:
        """
        A fact `role_th` fills `{role}` in Thai, `role_en` in English.

        One line, whatever a cell holds: a message is one sentence of a list.
        """
        suffix = f"_{lang}"
        told = {
            name.removesuffix(suffix): words
            for name, words in self.facts.items()
            if name.endswith(suffix)
        }
        filled = template.format_map({"found": self.found or "", **self.facts, **told})
        return " ".join(filled.splitlines())


def finding(
    code: str,
    where: Location,
    *,
    cells: Iterable[str] = (),
    found: str | None = None,
    clause: str | None = None,
    **facts: object,
) -> Finding:
    """
    A finding of the catalogue at a place.

    Args:
        cells: all cells of the fault; the cell of `where` when empty.

    Raises:
        KeyError: the code is not in the catalogue.
    """
    CATALOGUE[code]
    listed = tuple(cells) or ((where.cell,) if where.cell else ())
    return Finding(
        code=code,
        file=where.file,
        sheet=where.sheet,
        cells=listed,
        employee_id=where.employee_id,
        found=found,
        clause=clause,
        facts={name: str(value) for name, value in facts.items()},
    )


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file, sheet and row of the first cell; those of a whole sheet come first."""
    return sorted(findings, key=lambda one: (one.file, one.sheet or "", _row(one)))


def _row(one: Finding) -> int:
    digits = (one.cell or "").lstrip(LETTERS)
    return int(digits) if digits.isdecimal() else 0


def grouped(findings: Iterable[Finding]) -> list[Finding]:
    """The same fault in many cells of one sheet as one finding, in order."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for one in findings:
        key = (
            one.code,
            one.file,
            one.sheet,
            one.employee_id,
            one.clause,
            tuple(sorted(one.facts.items())),
        )
        groups.setdefault(key, []).append(one)
    return [_merged(group) for group in groups.values()]


def _merged(group: list[Finding]) -> Finding:
    first = group[0]
    if len(group) == 1:
        return first
    cells = dict.fromkeys(cell for one in group for cell in one.cells)
    shown = list(dict.fromkeys(one.found for one in group if one.found is not None))
    found = ", ".join(shown[:MOST_FOUND]) + (" …" if len(shown) > MOST_FOUND else "")
    return replace(first, cells=tuple(cells), found=found or None)


def has_error(findings: Iterable[Finding]) -> bool:
    """True when any of them forbids a result."""
    return any(one.severity is Severity.ERROR for one in findings)
