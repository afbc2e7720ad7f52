"""Evaluations from plain rows, each value at the cell where a form puts it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from perfeval.appraise.score import Result, score
from perfeval.model import Competency, Evaluation, Indicator, Item
from perfeval.regulations.load import load
from perfeval.regulations.schema import Regulation

TAMBON, CIVIL = "tambon-official-2559", "civil-service-2552"
MARKED = "municipal-2545"
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
FIRST_ITEM = 27
ITEM_COLUMNS = {"title": "B", "part": "H", "full_marks": "I", "marks_1": "J"}
ITEM_COLUMNS |= {"marks_2": "K"}
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


def item(given: Mapping[str, Any], place: int, turn: int = 1) -> Item:
    """A marked item: by its number, or one of the office's own by name and part."""
    row = dict(given)
    if number := row.pop("number", None):
        ruled = next(one for one in rules(MARKED).items if one.number == number)
        title, part = ruled.shown, ruled.part
    else:
        title, part = row.pop("own"), row.pop("part")
    values = {"title": title, "part": part, "full_marks": row.pop("full")}
    values[f"marks_{turn}"] = row.pop("marks")
    values[f"marks_{3 - turn}"] = row.pop("other", None)
    assert not row, row
    at = {key: f"{c}{FIRST_ITEM + place}" for key, c in ITEM_COLUMNS.items()}
    return Item(at=at, **typed(values))


def marked(
    items: Sequence[Mapping[str, Any]], turn: int = 1, **fields: Any
) -> Evaluation:
    """An evaluation in which these items are marked, and nothing else is said."""
    typed_in = evaluation([], [])
    rows = tuple(item(row, place, turn) for place, row in enumerate(items))
    said = {"items": rows, "round_number": str(turn), "fiscal_year": "2568"}
    return typed_in.model_copy(update=said | fields)
