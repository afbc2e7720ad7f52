"""
What was issued to whom, and whether a form that came back is still that form.

A nonce, drawn once for each person, travels in the form: a form that was typed
over for somebody else still carries that of the person it was made for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from perfeval import thai
from perfeval.appraise.check_competencies import KINDS
from perfeval.appraise.check_rows import written
from perfeval.findings import Finding, finding
from perfeval.model import Competency, Evaluation


@dataclass(frozen=True, slots=True)
class IssuedCompetency:
    """A competency that a form came with. title: None where it is to be typed."""

    kind: str
    title: str | None = None
    expected: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """What one person's form came with."""

    employee_id: str
    nonce: str
    competencies: tuple[IssuedCompetency, ...] = ()


def against_issue(
    evaluation: Evaluation, issued: Mapping[str, Issued], *, is_agreed: bool = False
) -> list[Finding]:
    """
    Where a form differs from what was issued; nothing where nothing was.

    Args:
        issued: by `Person.key`.
        is_agreed: an agreement is recorded for the person; then that one rules
            the competencies.
    """
    own = issued.get(thai.id_key(evaluation.employee_id or ""))
    told = list(_owner(evaluation, issued))
    if own is not None and not told and not is_agreed:
        told += _competencies(evaluation, own)
    return told


def _owner(evaluation: Evaluation, issued: Mapping[str, Issued]) -> Iterator[Finding]:
    """The nonce belongs to the person whose id stands on the form."""
    if not evaluation.nonce or evaluation.employee_id is None:
        return
    own = issued.get(thai.id_key(evaluation.employee_id))
    if own is not None and own.nonce == evaluation.nonce:
        return
    where, found = evaluation.where("employee_id"), evaluation.employee_id
    owner = next((o for o in issued.values() if o.nonce == evaluation.nonce), None)
    if owner is not None:
        yield finding("PE330", where, found=found, owner=owner.employee_id)
    elif issued:
        yield finding("PE331", where, found=found)


def _competencies(evaluation: Evaluation, own: Issued) -> Iterator[Finding]:
    """Titles and expected levels that the form came with, at the rows they are in."""
    for given, row in _paired(own.competencies, evaluation.competencies):
        kind_th, kind_en = KINDS[given.kind]
        if given.title and not _same(given.title, row.title):
            yield finding(
                "PE332",
                evaluation.where("title", row),
                found=row.title,
                issued=given.title,
                kind_th=kind_th,
                kind_en=kind_en,
            )
        if given.expected is None or "expected" in row.refused:
            continue
        if row.expected != given.expected:
            shown = None if row.expected is None else written(row.expected)
            yield finding(
                "PE333",
                evaluation.where("expected", row),
                found=shown,
                title=row.title or given.title or "",
                issued=written(given.expected),
                now_th=f"เป็น {shown}" if shown else "ถูกลบ",
                now_en=f"is {shown}" if shown else "was deleted",
            )


def _paired(
    given: tuple[IssuedCompetency, ...], rows: tuple[Competency, ...]
) -> Iterator[tuple[IssuedCompetency, Competency]]:
    """Each issued row with the one that it became: by title, then by its place."""
    left = list(rows)
    waiting = []
    for one in given:
        same = [row for row in left if one.title and _same(one.title, row.title)]
        if same:
            left.remove(same[0])
            yield one, same[0]
        else:
            waiting.append(one)
    for one in waiting:
        alike = [row for row in left if row.kind == one.kind]
        if alike:
            left.remove(alike[0])
            yield one, alike[0]


def _same(one: str | None, other: str | None) -> bool:
    return thai.label_key(one or "") == thai.label_key(other or "")
