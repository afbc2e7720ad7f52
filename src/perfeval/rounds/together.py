"""The same fault of several people of a list told once, with all its cells."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from perfeval.findings import Finding, grouped
from perfeval.model import Filled


def together(findings: Sequence[Finding], filled: Filled) -> list[Finding]:
    """The same fault of several people as one finding, in the order of the rows."""
    groups: dict[tuple[object, ...], set[str | None]] = {}
    for one in findings:
        groups.setdefault(_fault(one), set()).add(one.employee_id)
    shared = [
        replace(one, employee_id=None) if len(groups[_fault(one)]) > 1 else one
        for one in findings
    ]
    merged = _by_found(shared)
    order = _order({one.cell for one in merged}, filled)
    return sorted(merged, key=lambda one: order.get(one.cell or "", 0))


def _order(cells: Set[str | None], filled: Filled) -> Mapping[str, int]:
    """The place of some cells in the list; those of all would be a hundred thousand."""
    if not cells:
        return {}
    tables = filled.tables.values()
    entries = (one for table in tables for row in table for one in row.values())
    places = ((one.cell.address, place) for place, one in enumerate(entries))
    return {address: place for address, place in places if address in cells}


def _by_found(findings: Sequence[Finding]) -> list[Finding]:
    """Grouped, but two different words are two findings."""
    by_found: dict[str | None, list[Finding]] = {}
    for one in findings:
        by_found.setdefault(one.found, []).append(one)
    return [one for group in by_found.values() for one in grouped(group)]


def _fault(one: Finding) -> tuple[object, ...]:
    return one.code, one.found, one.clause, tuple(sorted(one.facts.items()))
