"""
Which agreements are recorded, as which version, and why the others are not.

An agreement that is recorded already may lie in the inbox for ever; a new one is
taken where a person has none, or where the form carries the change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perfeval import thai
from perfeval.appraise.agreed import Agreement, agreement_of
from perfeval.appraise.agreement import against_agreement
from perfeval.appraise.outcome import Appraisal, State
from perfeval.appraise.received import Form
from perfeval.findings import Finding, finding, has_error
from perfeval.regulations.schema import Regulation


class Took(StrEnum):
    """What became of one form that was handed in as an agreement."""

    RECORDED = "recorded"  # the first version
    CHANGED = "changed"  # a later version, with the evaluator's approval
    UNCHANGED = "unchanged"  # recorded already
    EVALUATED = "evaluated"  # an evaluation, and no agreement to hold it against
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Settled:
    """
    One form and what became of it.

    version: the number of the version that it is; None where it is none.
    """

    form: Form
    took: Took
    findings: tuple[Finding, ...]
    version: int | None = None

    @property
    def appraisal(self) -> Appraisal:
        """The form with everything that was found, held where it is refused."""
        state = State.HELD if self.took is Took.REFUSED else State.AGREEMENT
        return Appraisal(self.form.appraisal.evaluation, state, self.findings)


def settle(
    forms: Sequence[Form],
    recorded: Sequence[Agreement],
    regulation: Regulation,
    *,
    today: date,
) -> tuple[list[Settled], tuple[Agreement, ...]]:
    """
    The forms of one person, in the order given, and the versions that come of them.

    Args:
        forms: each held against the roster already.
        recorded: the versions of the person's agreement so far.
    """
    before = tuple(recorded)
    settled: list[Settled | None] = [_plain(form, before, regulation) for form in forms]
    waiting = [number for number, one in enumerate(settled) if one is None]
    first: dict[int, int] = {}  # a form -> the first one with the same agreement
    for number in waiting:
        alike = (n for n in waiting if _is_same(forms[n], forms[number], regulation))
        first[number] = next(alike)
    fresh = sorted({*first.values()})
    after = before
    for number in waiting:
        form = forms[number]
        if len(fresh) > 1:
            others = [forms[n].place for n in fresh if n != first[number]]
            settled[number] = _conflicting(form, others)
        elif after == before:
            settled[number], after = _taken(form, before, regulation, today=today)
        else:
            settled[number] = _known(form, after[-1])
    return [one for one in settled if one is not None], after


def _plain(
    form: Form, recorded: tuple[Agreement, ...], regulation: Regulation
) -> Settled | None:
    """A form on which there is nothing to decide; None for one that brings news."""
    told = form.appraisal.findings
    typed = form.appraisal.evaluation
    if form.appraisal.state is State.HELD:
        return Settled(form, Took.REFUSED, told)
    for version in reversed(recorded):
        is_news = against_agreement(typed, (version,), regulation).differs
        is_older = version is not recorded[-1] and not typed.is_agreement
        if is_news or is_older:  # an evaluation is held against the last one alone
            continue
        return _known(form, version)
    if not typed.is_agreement and not recorded:
        note = finding("PE251", typed.where())
        return Settled(form, Took.EVALUATED, (*told, note))
    return None


def _is_same(one: Form, other: Form, regulation: Regulation) -> bool:
    """True where two forms carry the same agreement."""
    agreed = agreement_of(one.appraisal.evaluation, number=1, recorded_on=date.min)
    again = other.appraisal.evaluation
    return one is other or not against_agreement(again, (agreed,), regulation).differs


def _taken(
    form: Form,
    recorded: tuple[Agreement, ...],
    regulation: Regulation,
    *,
    today: date,
) -> tuple[Settled, tuple[Agreement, ...]]:
    """The one new agreement of a person, as the next version if that may be."""
    typed = form.appraisal.evaluation
    comparison = against_agreement(typed, recorded, regulation)
    told = (*form.appraisal.findings, *comparison.findings)
    if has_error(told):
        return Settled(form, Took.REFUSED, told), recorded
    number = len(recorded) + 1
    took = Took.CHANGED if recorded else Took.RECORDED
    version = agreement_of(typed, number=number, recorded_on=today)
    return Settled(form, took, told, number), (*recorded, version)


def _conflicting(form: Form, others: Sequence[str]) -> Settled:
    typed = form.appraisal.evaluation
    told = finding(
        "PE249",
        typed.where("employee_id"),
        found=typed.employee_id,
        others=", ".join(others),
    )
    return Settled(form, Took.REFUSED, (*form.appraisal.findings, told))


def _known(form: Form, version: Agreement) -> Settled:
    """A form whose agreement is recorded already."""
    note = finding(
        "PE250",
        form.appraisal.evaluation.where(),
        number=version.number,
        recorded_on_th=thai.long_date(version.recorded_on),
        recorded_on_en=version.recorded_on,
    )
    told = (*form.appraisal.findings, note)
    return Settled(form, Took.UNCHANGED, told, version.number)


def stated(settled: Sequence[Settled]) -> Mapping[str, int]:
    """How many forms became what."""
    kinds = [one.took for one in settled]
    return {kind.value: kinds.count(kind) for kind in Took}
