"""Rules that indicators and competencies share: weights, levels, the scale."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from perfeval.appraise.figures import exact_text, exactly
from perfeval.appraise.lines import WHOLE
from perfeval.findings import Finding, finding
from perfeval.model import Competency, Evaluation, Indicator, Item
from perfeval.regulations.schema import Component, Rating, Regulation

Row = Indicator | Competency
INDICATORS = {"table_th": "ตัวชี้วัด", "table_en": "indicators"}
COMPETENCIES = {"table_th": "สมรรถนะ", "table_en": "competencies"}
ITEMS = {"table_th": "รายการประเมิน", "table_en": "items"}


def component_of(regulation: Regulation, *methods: str) -> Component:
    """The component that is worked out by one of some methods."""
    return next(c for c in regulation.components if c.method in methods)


def written(figure: Decimal | Fraction) -> str:
    """A figure as a finding shows it."""
    return exact_text(Fraction(figure))


def weights(
    evaluation: Evaluation,
    rows: Sequence[Row],
    component: Component,
    table: dict[str, str],
) -> Iterator[Finding]:
    """
    Each weight lies above 0 and at most 100, and together they are 100.

    Nothing is said of the total while a single weight is missing or wrong: it
    would only follow from that.
    """
    wrong = [
        row for row in rows if row.weight is not None and not 0 < row.weight <= WHOLE
    ]
    for row in wrong:
        yield finding(
            "PE202",
            evaluation.where("weight", row),
            found=written(row.weight or Decimal(0)),
            clause=component.method_clause,
            whole=WHOLE,
        )
    if wrong or not rows or any(row.weight is None for row in rows):
        return
    total = sum((exactly(row.weight or 0) for row in rows), Fraction(0))
    if total != WHOLE:
        gap = written(abs(WHOLE - total))
        yield finding(
            "PE201",
            evaluation.where("weight", rows[0]),
            cells=[row.at["weight"] for row in rows],
            found=written(total),
            clause=component.method_clause,
            total=written(total),
            whole=WHOLE,
            difference_th=f"ขาด {gap}" if total < WHOLE else f"เกิน {gap}",
            difference_en=f"{gap} short" if total < WHOLE else f"{gap} too much",
            **table,
        )


def on_the_scale(
    evaluation: Evaluation, rows: Sequence[Row], rating: Rating
) -> Iterator[Finding]:
    """A level lies on the rating scale, and on its steps where it has any."""
    for row in rows:
        if row.level is None:
            continue
        if not rating.lowest <= row.level <= rating.highest:
            yield finding(
                "PE204",
                evaluation.where("level", row),
                found=written(row.level),
                clause=rating.clause,
                lowest=written(rating.lowest),
                highest=written(rating.highest),
            )
        elif rating.step is not None and row.level % rating.step:
            yield finding(
                "PE205",
                evaluation.where("level", row),
                found=written(row.level),
                clause=rating.clause,
                step=written(rating.step),
            )


def titled(
    evaluation: Evaluation, rows: Sequence[Row | Item], table: dict[str, str]
) -> Iterator[Finding]:
    """A row with values has a title."""
    for row in rows:
        if row.is_blank("title"):
            yield finding("PE215", evaluation.where("title", row), **table)


def blank_level(evaluation: Evaluation, row: Row, rating: Rating) -> Finding:
    """A level that nobody typed."""
    return finding(
        "PE203",
        evaluation.where("level", row),
        clause=rating.clause,
        title=row.title or "",
        lowest=written(rating.lowest),
        highest=written(rating.highest),
    )
