"""The same fault of several people of a list told once, with all its cells."""

from collections.abc import Sequence
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
    tables = filled.tables.values()
    entries = (one for table in tables for row in table for one in row.values())
    order = {entry.cell.address: place for place, entry in enumerate(entries)}
    merged = _by_found(shared)
    return sorted(merged, key=lambda one: order.get(one.cell or "", 0))


def _by_found(findings: Sequence[Finding]) -> list[Finding]:
    """Grouped, but two different words are two findings."""
    by_found: dict[str | None, list[Finding]] = {}
    for one in findings:
        by_found.setdefault(one.found, []).append(one)
    return [one for group in by_found.values() for one in grouped(group)]


def _fault(one: Finding) -> tuple[object, ...]:
    return one.code, one.found, one.clause, tuple(sorted(one.facts.items()))
