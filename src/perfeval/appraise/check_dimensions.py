"""The rules of points in dimensions: each typed, none above what it may be."""

from collections.abc import Iterator

from perfeval.appraise.check_rows import written
from perfeval.findings import Finding, finding
from perfeval.model import Evaluation
from perfeval.regulations.schema import Regulation


def points_are_typed(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Each indicator has points in each dimension; blank is not zero."""
    said = regulation.dimensions
    for row in evaluation.indicators if said else ():
        for one in said.parts if said else ():
            points = getattr(row, one.key)
            facts = {"label": one.label, "most": written(one.at_most)}
            where = evaluation.where(one.key, row)
            clause = said.clause if said else None
            if row.is_blank(one.key):
                title = row.title or ""
                yield finding("PE282", where, clause=clause, title=title, **facts)
            elif points is not None and not 0 <= points <= one.at_most:
                found = written(points)
                yield finding("PE283", where, found=found, clause=clause, **facts)
