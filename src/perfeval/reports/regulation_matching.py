"""How shown levels are measured against expected ones, in words."""

from collections.abc import Iterator

from perfeval.regulations.matching import Bar, LookUp
from perfeval.regulations.schema import Regulation
from perfeval.reports.rulings import Row, Words


def matching(regulation: Regulation, say: Words) -> Iterator[Row]:
    """Every figure of the methods that an office has switched on."""
    if (judged := regulation.dimensions) is not None:
        clause, basis, full = judged.clause, judged.basis, judged.full
        yield say.row("dimensions_full", clause, basis, path="dimensions", full=full)
        for part in judged.parts:
            path, label = f"dimensions.{part.key}", part.label
            most = part.at_most
            yield say.row("dimension", clause, basis, path=path, label=label, most=most)
    said = regulation.matching
    if said is None:
        return
    if said.table is not None:
        yield from _table(said.table, say)
    if said.bar is not None:
        yield from _bar(said.bar, say)
    if (one := said.hybrid) is not None:
        path, most = "matching.hybrid", one.at_most
        yield say.row("hybrid_most", one.clause, one.basis, path=path, at_most=most)


def _table(said: LookUp, say: Words) -> Iterator[Row]:
    path, clause, basis = "matching.table", said.clause, said.basis
    shown = ", ".join(map(str, said.shown))
    yield say.row("table_full", clause, basis, path=path, full=said.full, shown=shown)
    for row in said.rows:
        pairs = zip(said.shown, row.points, strict=False)
        yield say.row(
            "table_row",
            clause,
            basis,
            path=f"{path}.rows.{row.expected}",
            expected=row.expected,
            points=", ".join(f"{level} = {points}" for level, points in pairs),
        )


def _bar(said: Bar, say: Words) -> Iterator[Row]:
    path, clause, basis = "matching.bar", said.clause, said.basis
    yield say.row("bar_full", clause, basis, path=path, full=said.full)
    for gap in said.gaps:
        yield say.row(
            "bar_gap",
            clause,
            basis,
            path=f"{path}.gaps.{gap.at_most}",
            at_most=gap.at_most,
            points=gap.points,
        )
    rest = said.otherwise
    yield say.row("bar_otherwise", clause, basis, path=f"{path}.otherwise", points=rest)
