"""What a run comes to: results, held forms, and everything that was found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from perfeval import thai
from perfeval.appraise.check import check
from perfeval.appraise.check_rows import written
from perfeval.appraise.score import Result, score
from perfeval.findings import Finding, finding, has_error
from perfeval.grid import exact
from perfeval.model import Evaluation
from perfeval.regulations.schema import Regulation

FLOAT_NOISE = Fraction(1, 10**6)  # points by which a spreadsheet may be off


class State(StrEnum):
    """What became of one form."""

    SCORED = "scored"
    HELD = "held"  # an error, or another form of the same person differs
    DUPLICATE = "duplicate"  # the same content as one that counts
    AGREEMENT = "agreement"  # nothing evaluated yet


@dataclass(frozen=True, slots=True)
class Appraisal:
    """One form: what was typed, what was found, and its result if it has one."""

    evaluation: Evaluation
    state: State
    findings: tuple[Finding, ...]
    result: Result | None = None


def appraise(
    evaluation: Evaluation, regulation: Regulation, refusals: Sequence[Finding]
) -> Appraisal:
    """
    Check and score one form.

    Args:
        refusals: what was found while its cells were read.
    """
    if evaluation.is_agreement and not has_error(refusals):
        told = finding("PE303", evaluation.where())
        return Appraisal(evaluation, State.AGREEMENT, (told,))
    found = [*refusals, *check(evaluation, regulation)]
    if has_error(found):
        return Appraisal(evaluation, State.HELD, tuple(found))
    result = score(evaluation, regulation)
    found += _own_total(result)
    return Appraisal(evaluation, State.SCORED, tuple(found), result)


def _own_total(result: Result) -> list[Finding]:
    """The form's own total, held against ours; it is never used."""
    own = result.evaluation.totals.get("total")
    value = exact(own[0]) if own else None
    if own is None or value is None:
        return []
    if abs(Fraction(value) - result.total) <= FLOAT_NOISE:
        return []
    where = replace(result.evaluation.where(), cell=own[1])
    total = result.printed
    return [finding("PE225", where, found=written(value), total=total)]


def settle(appraisals: Iterable[Appraisal]) -> list[Appraisal]:
    """
    Forms of the same person: the same content counts once, different ones are held.

    In the order of the forms given; neither of two different ones is chosen.
    """
    settled = list(appraisals)
    people: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(settled):
        if one.evaluation.employee_id and one.state is not State.AGREEMENT:
            people[thai.id_key(one.evaluation.employee_id)].append(number)
    for numbers in people.values():
        if len(numbers) > 1:
            for number, judged in zip(
                numbers, _judged([settled[n] for n in numbers]), strict=True
            ):
                settled[number] = judged
    return settled


def _judged(forms: list[Appraisal]) -> list[Appraisal]:
    """Several forms of one person."""
    first = forms[0]
    contents = {_content(one.evaluation) for one in forms}
    if len(contents) > 1:
        places = [_place(one.evaluation) for one in forms]
        return [_conflicting(one, places) for one in forms]
    same = finding(
        "PE302", first.evaluation.where(), same=_place(first.evaluation)
    )
    return [first, *(_copy(one, same) for one in forms[1:])]


def _conflicting(one: Appraisal, places: list[str]) -> Appraisal:
    others = [place for place in places if place != _place(one.evaluation)]
    told = finding(
        "PE301",
        one.evaluation.where("employee_id"),
        found=one.evaluation.employee_id,
        others=", ".join(others),
    )
    return Appraisal(one.evaluation, State.HELD, (*one.findings, told))


def _copy(one: Appraisal, same: Finding) -> Appraisal:
    place = one.evaluation.where("employee_id")
    cells = (place.cell,) if place.cell else ()
    told = replace(same, file=place.file, sheet=place.sheet, cells=cells)
    return Appraisal(one.evaluation, State.DUPLICATE, (told,))


def _place(evaluation: Evaluation) -> str:
    return f"{evaluation.file} ({evaluation.sheet})"


def _content(evaluation: Evaluation) -> str:
    """Everything typed in a form, wherever it stands."""
    places = {"at", "blank_rows"}
    rows = {"__all__": places}
    return evaluation.model_dump_json(
        exclude={  # type: ignore[arg-type]
            "file": True,
            "sha256": True,
            "sheet": True,
            "at": True,
            "blank_rows": True,
            "totals": True,
            "indicators": rows,
            "competencies": rows,
            "changes": rows,
            "follow_ups": rows,
            "development": rows,
        }
    )
