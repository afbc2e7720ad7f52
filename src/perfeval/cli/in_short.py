"""
Findings for a terminal: what would fill pages with lines alike is told in one.

A form that was mended as a whole, or the notices of everybody that went at once,
would hide what must be corrected. The whole list stands in findings.xlsx and `--json`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from posixpath import dirname

from perfeval.findings import Finding

FEW = 5  # alike, up to which each has a line of its own
CHANGED, MANY_CHANGED = "PE360", "PE361"  # cells of one form that was sent again
TAKEN_AWAY, MANY_TAKEN_AWAY = "PE620", "PE627"  # papers of one folder


def in_short(findings: Iterable[Finding]) -> list[Finding]:
    """The same in the same order, but one finding for more than `FEW` alike."""
    told = list(findings)
    alike: dict[tuple[str | None, ...], list[Finding]] = {}
    for one in told:
        if one.code in (CHANGED, TAKEN_AWAY):
            alike.setdefault(_kind_of(one), []).append(one)
    many = {kind: ones for kind, ones in alike.items() if len(ones) > FEW}
    short: list[Finding] = []
    for one in told:
        ones = many.get(_kind_of(one))
        if ones is None:
            short.append(one)
        elif one is ones[0]:
            short.append(_as_one(ones))
    return short


def _kind_of(one: Finding) -> tuple[str | None, ...]:
    if one.code == TAKEN_AWAY:
        return one.code, dirname(one.file), one.facts["command"]
    return one.code, one.file, one.sheet, one.employee_id


def _as_one(ones: Sequence[Finding]) -> Finding:
    first, count = ones[0], str(len(ones))
    facts = {**first.facts, "count": count}
    if first.code == TAKEN_AWAY:
        folder = dirname(first.file)
        return replace(first, code=MANY_TAKEN_AWAY, file=folder, facts=facts)
    cells = tuple(cell for one in ones for cell in one.cells)
    return replace(first, code=MANY_CHANGED, cells=cells, facts=facts)
