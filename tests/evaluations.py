"""Evaluations from plain rows, each value at the cell where a form puts it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from perfeval.appraise.score import Result, score
from perfeval.model import Competency, Evaluation, Indicator
from perfeval.regulations.load import load
from perfeval.regulations.schema import Regulation

TAMBON, CIVIL = "tambon-official-2559", "civil-service-2552"
BOTH = (TAMBON, CIVIL)
FIRST_INDICATOR, FIRST_COMPETENCY = 26, 57  # sheet rows
PROBATION_CELL = "D12"
INDICATOR_COLUMNS = dict(
    zip(
        (
            "title",
            "weight",
            "target_1",
            "target_2",
            "target_3",
            "target_4",
            "target_5",
            "actual",
            "level",
        ),
        "BCDEFGHIJ",
        strict=True,
    )
)
COMPETENCY_COLUMNS = {"title": "B", "weight": "F", "level": "G"}


@cache
def rules(regulation: str) -> Regulation:
    """A shipped regulation, read once."""
    return load(regulation).regulation


def typed(given: Any) -> dict[str, Any]:
    """The cells of a row; a level alone will do, and `targets` for all five."""
    row = dict(given) if isinstance(given, Mapping) else {"level": given}
    for number, target in enumerate(row.pop("targets", ()), start=1):
        row[f"target_{number}"] = target
    return {
        key: Decimal(str(value)) if isinstance(value, int | float) else value
        for key, value in row.items()
    }


def indicator(given: Mapping[str, Any], place: int) -> Indicator:
    """One row of the first table."""
    at = {k: f"{c}{FIRST_INDICATOR + place}" for k, c in INDICATOR_COLUMNS.items()}
    return Indicator(at=at, **{"title": f"ตัวชี้วัดที่ {place + 1}", **typed(given)})


def competency(given: Any, place: int) -> Competency:
    """One row of the second table."""
    at = {k: f"{c}{FIRST_COMPETENCY + place}" for k, c in COMPETENCY_COLUMNS.items()}
    return Competency(at=at, **{"title": f"สมรรถนะที่ {place + 1}", **typed(given)})


def evaluation(
    indicators: Sequence[Mapping[str, Any]],
    competencies: Sequence[Any],
    *,
    probation: str | None = None,
) -> Evaluation:
    """An evaluation of these rows and of nothing else."""
    return Evaluation(
        at={"probation": PROBATION_CELL},
        file="form.xlsx",
        sha256="0" * 64,
        sheet="แบบประเมิน",
        form="local-official",
        regulation=None,
        probation=probation,
        indicators=tuple(indicator(row, n) for n, row in enumerate(indicators)),
        competencies=tuple(competency(row, n) for n, row in enumerate(competencies)),
    )


def scored(
    indicators: Sequence[Mapping[str, Any]],
    competencies: Sequence[Any],
    *,
    regulation: str = TAMBON,
    probation: str | None = None,
) -> Result:
    """What these rows come to under a shipped regulation."""
    typed_in = evaluation(indicators, competencies, probation=probation)
    return score(typed_in, rules(regulation))
