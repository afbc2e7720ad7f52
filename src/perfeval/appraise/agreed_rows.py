"""Which row of a form is which agreed row, and what of it is unlike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from perfeval.appraise.agreed import (
    COLUMNS,
    TARGETS,
    AgreedRow,
    Agreement,
    Row,
    Values,
    meaning,
    number_of,
    rows_of,
    values_of,
)
from perfeval.appraise.ladder import read_ladder
from perfeval.model import Evaluation


@dataclass(frozen=True, slots=True)
class Pair:
    """An agreed row and the row it became; None where there is no such row."""

    table: str
    agreed: AgreedRow | None
    row: Row | None

    @property
    def titles(self) -> tuple[str, ...]:
        """Every title that the row had."""
        new = (self.row.title or "") if self.row else ""
        return (self.agreed.title if self.agreed else "", new)


def pairs(evaluation: Evaluation, agreed: Agreement) -> Iterator[Pair]:
    """Every agreed row and every row of the form, each once."""
    for table in COLUMNS:
        yield from _paired(table, agreed.rows(table), rows_of(evaluation, table))


def _paired(
    table: str, agreed: Sequence[AgreedRow], rows: Sequence[Row]
) -> Iterator[Pair]:
    """
    By title; those of another title in their order, as long as both have some.

    Where fewer are left on one side, a row of the same values comes first.
    """
    left, waiting = list(rows), []
    for one in agreed:
        same = [row for row in left if meaning(row.title) == meaning(one.title)]
        if same:
            left.remove(same[0])
            yield Pair(table, one, same[0])
        else:
            waiting.append(one)
    for one in [*waiting]:
        like = [row for row in left if not _unlike(table, one, row) - {"title"}]
        if like:
            left.remove(like[0])
            waiting.remove(one)
            yield Pair(table, one, like[0])
    for number, one in enumerate(waiting):
        yield Pair(table, one, left[number] if number < len(left) else None)
    for row in left[len(waiting) :]:
        yield Pair(table, None, row)


def changed(pair: Pair) -> tuple[str, ...]:
    """The columns that differ; all of them where one side has no such row."""
    if pair.agreed is None or pair.row is None:
        return COLUMNS[pair.table]
    unlike = _unlike(pair.table, pair.agreed, pair.row)
    return tuple(key for key in COLUMNS[pair.table] if key in unlike)


def _unlike(table: str, agreed: AgreedRow, row: Row) -> set[str]:
    """Columns that mean something else; a value that cannot be read is told already."""
    now = values_of(row, COLUMNS[table])
    unlike = {
        key
        for key in COLUMNS[table]
        if key not in row.refused
        and meaning(agreed.values.get(key)) != meaning(now.get(key))
    }
    if unlike & {*TARGETS} and _same_ladder(agreed.values, now):
        unlike -= {*TARGETS}
    return unlike


def _same_ladder(one: Values, other: Values) -> bool:
    """`ร้อยละ 80` and `80%` are one target."""
    ladder, now = (
        read_ladder(tuple(_target(values.get(key)) for key in TARGETS))
        for values in (one, other)
    )
    return ladder is not None and ladder == now


def _target(text: str | None) -> Decimal | str | None:
    if text is None:
        return None
    figure = number_of(text)
    return text if figure is None else figure
