"""The rules of the people and papers: who evaluates, witnesses, consents, when."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from perfeval import thai
from perfeval.appraise.check_rows import written
from perfeval.appraise.lines import WHOLE
from perfeval.findings import Finding, finding
from perfeval.model import Evaluation
from perfeval.regulations.schema import Regulation


def round_can_be_read(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Where a round is given, it is one of the regulation's."""
    if evaluation.fiscal_year is None and evaluation.round_number is None:
        return
    numbers = [str(one.number) for one in regulation.rounds]
    wrong = {"fiscal_year": evaluation.year is None}
    wrong["round_number"] = evaluation.turn not in numbers
    keys = [k for k in wrong if wrong[k] and k not in evaluation.refused]
    if keys:
        typed = [getattr(evaluation, key) for key in keys]
        yield finding(
            "PE226",
            evaluation.where(keys[0]),
            cells=[evaluation.at[key] for key in keys if key in evaluation.at],
            found=", ".join(word for word in typed if word) or None,
            year=evaluation.fiscal_year or "",
            round=evaluation.round_number or "",
            rounds=", ".join(numbers),
        )


def evaluator_is_another_person(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Nobody evaluates himself; by id where both have one, else by name."""
    clause = regulation.evaluators[0].clause if regulation.evaluators else None
    ids = (evaluation.employee_id, evaluation.evaluator_id)
    names = (evaluation.name, evaluation.evaluator_name)
    if all(ids):
        same, key = _same_id(*ids), "evaluator_id"
    else:
        same, key = _same_name(*names), "evaluator_name"
    if same:
        yield finding(
            "PE220",
            evaluation.where(key),
            found=getattr(evaluation, key),
            clause=clause,
        )


def _same_id(one: str | None, other: str | None) -> bool:
    return bool(one and other) and thai.id_key(one or "") == thai.id_key(other or "")


def _same_name(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    return thai.name_key(one) == thai.name_key(other)


def probation_has_its_weights(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Probation changes the weights only where the regulation says so."""
    ruled = any(c.probation_weight is not None for c in regulation.components)
    if evaluation.probation == "yes" and not ruled:
        yield finding("PE229", evaluation.where("probation"))


def changes_are_complete(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A change of the agreement has its date and the evaluator's approval."""
    clause = _provision(regulation, "agreement_change")
    wanted = (
        ("changed_on", "วันที่เปลี่ยน", "its date"),
        ("approved_by", "ชื่อผู้ประเมินที่อนุมัติ", "the evaluator's approval"),
    )
    for row in evaluation.changes:
        for key, th, en in wanted:
            if getattr(row, key) is None:
                yield finding(
                    "PE228",
                    evaluation.where(key, row),
                    clause=clause,
                    lacking_th=th,
                    lacking_en=en,
                )


def evaluated_within_the_round(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """An evaluation is not dated before its round begins."""
    year, _, number = (evaluation.round or "").partition("-")
    for one in regulation.rounds:
        if str(one.number) != number or evaluation.evaluated_on is None:
            continue
        common = int(year) - thai.BUDDHIST_ERA + one.starts.year
        starts = date(common, one.starts.month, one.starts.day)
        if evaluation.evaluated_on < starts:
            yield finding(
                "PE227",
                evaluation.where("evaluated_on"),
                found=thai.long_date(evaluation.evaluated_on),
                clause=one.clause,
                starts=thai.long_date(starts),
            )


def witnesses_suffice(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A refusal to sign has its witnesses, other people than the two concerned."""
    rule = regulation.witnesses
    if rule is None or evaluation.acknowledgement != "refused":
        return
    named = [key for key in ("witness_1", "witness_2") if getattr(evaluation, key)]
    barred = list(_barred(evaluation, named, rule.clause))
    yield from barred
    have = len(named)
    if have < rule.at_least:
        free = [key for key in ("witness_1", "witness_2") if key not in named]
        kind = f" ({rule.kind})" if rule.kind else ""
        yield finding(
            "PE221",
            evaluation.where(free[0] if free else "witness_1"),
            found=str(have),
            clause=rule.clause,
            wanted=rule.at_least,
            kind=kind,
        )


def _barred(evaluation: Evaluation, named: list[str], clause: str) -> Iterator[Finding]:
    """Witnesses who are the employee, the evaluator, or the same person twice."""
    seen: list[str] = []
    for key in named:
        name = getattr(evaluation, key)
        role = None
        if _same_name(name, evaluation.name):
            role = ("ผู้รับการประเมิน", "employee")
        elif _same_name(name, evaluation.evaluator_name):
            role = ("ผู้ประเมิน", "evaluator")
        elif any(_same_name(name, other) for other in seen):
            role = ("พยานคนเดียวกับคนที่ 1", "first witness already")
        seen.append(name)
        if role:
            yield finding(
                "PE222",
                evaluation.where(key),
                found=name,
                clause=clause,
                role_th=role[0],
                role_en=role[1],
            )


def next_supervisor_is_complete(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A next supervisor who differs gives points (0-100) and a reason."""
    clause = regulation.next_supervisor.clause if regulation.next_supervisor else None
    total = evaluation.next_supervisor_total
    if total is not None and not 0 <= total <= WHOLE:
        yield finding(
            "PE224",
            evaluation.where("next_supervisor_total"),
            found=written(Fraction(total)),
            clause=clause,
            whole=WHOLE,
        )
    if evaluation.next_supervisor_opinion != "differ":
        return
    wanted = (
        ("next_supervisor_total", "คะแนนรวมที่เห็นควร", "the total proposed"),
        ("next_supervisor_reason", "เหตุผล", "the reason"),
    )
    for key, th, en in wanted:
        if evaluation.is_blank(key):
            yield finding(
                "PE223",
                evaluation.where(key),
                clause=clause,
                lacking_th=th,
                lacking_en=en,
            )


def _provision(regulation: Regulation, key: str) -> str | None:
    return next((p.clause for p in regulation.provisions if p.key == key), None)
