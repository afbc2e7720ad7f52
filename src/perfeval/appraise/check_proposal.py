"""The rules of the raise that an evaluator proposes, and of opinions on it."""

from collections.abc import Iterator
from fractions import Fraction

from perfeval.appraise.check_marks import marked
from perfeval.appraise.check_rows import written
from perfeval.appraise.figures import band_of, exactly
from perfeval.appraise.lines import WHOLE
from perfeval.appraise.marked import proposed
from perfeval.findings import Finding, finding
from perfeval.model import SUPERVISORS, Evaluation
from perfeval.regulations.schema import Band, Regulation

ASPECTS = ("total", "step", "development")  # in which a supervisor may differ


def a_raise_is_proposed(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """The evaluator says which raise is proposed, none among them."""
    if regulation.proposals and evaluation.is_blank("proposed_step"):
        labels = " / ".join(
            one.label
            for one in regulation.proposals
            if int(evaluation.marked_turn) in one.rounds
        )
        yield finding(
            "PE276",
            evaluation.where("proposed_step"),
            clause=regulation.proposals[0].clause,
            offered=labels,
        )


def a_proposal_has_its_reason(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A raise that needs a reason has one."""
    chosen = proposed(evaluation, regulation)
    if chosen is None or chosen.reason_clause is None:
        return
    if evaluation.is_blank("proposed_step_reason"):
        yield finding(
            "PE273",
            evaluation.where("proposed_step_reason"),
            clause=chosen.reason_clause,
            label=chosen.label,
        )


def a_proposal_belongs_to_the_round(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A raise is proposed, by anybody, only in a round that knows it."""
    keys = ["proposed_step", *(f"{one}_step" for one in SUPERVISORS)]
    for key in keys:
        chosen = regulation.proposal(getattr(evaluation, key))
        if chosen is None or int(evaluation.marked_turn) in chosen.rounds:
            continue
        yield finding(
            "PE274",
            evaluation.where(key),
            found=chosen.label,
            clause=chosen.clause,
            round=evaluation.marked_turn,
            rounds=", ".join(map(str, chosen.rounds)),
        )


def a_proposal_fits_the_band(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A raise other than that of the evaluator's own band is worth a look."""
    chosen, band = proposed(evaluation, regulation), _band(evaluation, regulation)
    if chosen is None or band is None or band.key in chosen.bands:
        return
    labels = {one.key: one.label for one in regulation.bands}
    yield finding(
        "PE275",
        evaluation.where("proposed_step"),
        found=chosen.label,
        clause=chosen.clause,
        band=band.label,
        bands=" / ".join(labels[key] for key in chosen.bands),
    )


def _band(evaluation: Evaluation, regulation: Regulation) -> Band | None:
    """The band that the marks come to; None while they come to no total."""
    marks = [getattr(row, evaluation.marks) for row in marked(evaluation, regulation)]
    if not marks or None in marks:
        return None
    total = sum((exactly(one) for one in marks), Fraction(0))
    return band_of(total, regulation.bands) if 0 <= total <= WHOLE else None


def next_supervisors_are_complete(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Whoever differs says in what, and gives a reason; points lie in 0 to 100."""
    clause = regulation.next_supervisor.clause if regulation.next_supervisor else None
    for who in SUPERVISORS:
        total = getattr(evaluation, f"{who}_total")
        if total is not None and not 0 <= total <= WHOLE:
            yield finding(
                "PE224",
                evaluation.where(f"{who}_total"),
                found=written(Fraction(total)),
                clause=clause,
                whole=WHOLE,
            )
        if getattr(evaluation, f"{who}_opinion") != "differ":
            continue
        for key, th, en in _lacking(evaluation, who):
            where = evaluation.where(f"{who}_{key}")
            yield finding("PE223", where, clause=clause, lacking_th=th, lacking_en=en)


def _lacking(evaluation: Evaluation, who: str) -> Iterator[tuple[str, str, str]]:
    if all(evaluation.is_blank(f"{who}_{key}") for key in ASPECTS):
        yield "total", "เรื่องที่เห็นแตกต่าง", "what the opinion differs in"
    if evaluation.is_blank(f"{who}_reason"):
        yield "reason", "เหตุผล", "the reason"
